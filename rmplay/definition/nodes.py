"""The tree of a YAML text as it is written: nothing typed, nothing thrown away, a place for everything.

Every map entry is kept, so a repeated key can be told with both places; a scalar keeps its text, so `12:30`, `no` and
`010` stay what the author typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..finding import Span
from ..values import NamedTuple

BROKEN = "broken"


class Scalar(NamedTuple):
    """One value. `style` is None for plain text, else the quote or block sign, or BROKEN for what could not be read."""

    text: str
    style: str | None
    span: Span

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written: `key:` and `key: ~` and `key: null`."""
        return self.style is None and self.text in ("", "~", "null", "Null", "NULL")


class Entry(NamedTuple):
    """A key with its value."""

    key: Scalar
    value: Scalar | Map | Seq


class Map(NamedTuple):
    """Keys with their values, in the order in which they are written."""

    entries: tuple[Entry, ...]
    span: Span

    text = style = None

    @property
    def is_empty(self) -> bool:
        """Whether there is no entry."""
        return not self.entries

    def entry(self, key: str) -> Entry | None:
        """The first entry with the key."""
        for entry in self.entries:
            if entry.key.text == key:
                return entry
        return None

    def first_span(self) -> Span:
        """The place of the first key, or of the empty map itself."""
        return self.entries[0].key.span if self.entries else self.span


class Seq(NamedTuple):
    """A list."""

    entries: tuple[Scalar | Map | Seq, ...]
    span: Span

    text = style = None

    @property
    def is_empty(self) -> bool:
        """Whether the list has no entry."""
        return not self.entries


Node = Scalar | Map | Seq


def walk(root: Node | None, *, own: bool = True) -> Iterator[Node]:
    """Every node below a root, itself included, in the order of the text. A node that several aliases name comes several times.

    `own` says whether what the author keeps under names that begin with `x-` is walked as well.
    """
    waiting: list[Node] = [] if root is None else [root]
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, Scalar):
            waiting += _below(node, own)


def scalars(root: Node | None, *, own: bool = True) -> Iterator[Scalar]:
    """Every value below a root, in the order of the text."""
    waiting: list[Node] = [] if root is None else [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            yield node
        else:
            waiting += _below(node, own)


def alike(one: Node, other: Node) -> bool:
    """Whether two trees say the same, wherever they stand. It ends at the first difference."""
    if type(one) is not type(other):
        return False
    if isinstance(one, Scalar):
        return one.text == other.text
    if len(one.entries) != len(other.entries):
        return False
    pairs = zip(one.entries, other.entries, strict=True)
    if isinstance(one, Map):
        return all(a.key.text == b.key.text and alike(a.value, b.value) for a, b in pairs)
    return all(alike(a, b) for a, b in pairs)


def _below(node: Map | Seq, own: bool) -> Iterable[Node]:
    """The nodes right below one, the last one first."""
    if isinstance(node, Seq):
        return reversed(node.entries)
    return [value for key, value in reversed(node.entries) if own or not key.text.startswith("x-")]
