"""The texts of a definition that are meant for reading, each with its place: what a translation translates.

The model says which they are: texts, and lines that are `spoken`. A place is a path by written ids, such as
`sessions[your-hands].agenda[].title`; entries without an id share one, and are told apart by what they say.
"""

from __future__ import annotations

import operator
from collections.abc import Callable

from ..values import NamedTuple
from . import kinds
from .decode import ID
from .nodes import BROKEN, Entry, Map, Node, Scalar, Seq
from .record import Record

Change = Callable[[str, Scalar], Scalar]


class Spoken(NamedTuple):
    """A text with its place."""

    place: str
    node: Scalar

    @property
    def key(self) -> tuple[str, str]:
        """What a text is known by: its place and its words, however they are broken into lines."""
        return self.place, plain(self.node.text)

    @property
    def section(self) -> str:
        """The section of the definition; empty for a text that stands at its left edge."""
        name = self.place.partition("[")[0].partition(".")[0]
        return "" if name == self.place else name


def plain(text: str) -> str:
    """The words of a text."""
    return " ".join(text.split())


def texts(cls: type[Record], root: Map) -> list[Spoken]:
    """Every text of a definition of class `cls`, in the order in which it is written."""
    found: list[Spoken] = []

    def look(place: str, node: Scalar) -> Scalar:
        found.append(Spoken(place, node))
        return node

    changed(cls, root, look)
    return found


def changed(cls: type[Record], root: Map, change: Change) -> Map:
    """The definition with each of its texts as `change` gives it back."""
    return _record(cls, root, "", change)


def _record(cls: type[Record], node: Map, at: str, change: Change) -> Map:
    left = {kinds.key_of(name): spec.kind for name, spec in cls.specs.items()}
    at = f"{at}." if at else ""

    def value(entry: Entry) -> Node:
        kind = left.pop(entry.key.text, None)
        return entry.value if kind is None else _value(kind, entry.value, at + entry.key.text, change)

    return _keyed(node, value)


def _keyed(node: Map, change: Callable[[Entry], Node]) -> Map:
    """A node with the values that `change` gives back; the same one where none is another."""
    entries = tuple(entry if (new := change(entry)) is entry.value else entry._replace(value=new) for entry in node.entries)
    return node if all(map(operator.is_, entries, node.entries)) else node._replace(entries=entries)


def _value(kind: kinds.Kind, node: Node, at: str, change: Change) -> Node:
    match kind, node:
        case (kinds.Line(spoken=True) | kinds.Text(), Scalar()):
            says = node.style != BROKEN and not node.is_empty and node.text.strip()
            return change(at, node) if says else node
        case (kinds.One(), Map()):
            return _record(kind.record, node, at, change)
        case (kinds.One(), Scalar()) if kind.record.short_form:
            field = kind.record.short_form
            return _value(kind.record.specs[field].kind, node, f"{at}.{field}", change)
        case (kinds.Many(), Seq()):
            entries = tuple(_value(kind.of, entry, f"{at}[{_id(entry)}]", change) for entry in node.entries)
            return node if all(map(operator.is_, entries, node.entries)) else node._replace(entries=entries)
        case (kinds.Keyed(), Map()):
            one = kinds.One(kind.record)
            return _keyed(node, lambda entry: _value(one, entry.value, f"{at}[{entry.key.text}]", change))
    return node


def _id(node: Node) -> str:
    entry = node.entry("id") if isinstance(node, Map) else None
    written = entry is not None and isinstance(entry.value, Scalar) and ID.match(entry.value.text)
    return entry.value.text if written else ""
