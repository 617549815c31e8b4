"""Edits of a text: applied to what the author typed, and compared afterwards, so that nothing else has changed.

A definition is never written anew from its values: comments, line ends, order and spelling stay as they are.
Places are offsets here: the number of code points before them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..finding import Edit, Span
from ..values import NamedTuple
from .nodes import BROKEN, Map, Node, Scalar, Seq
from .source import LINE_END

BOM = b"\xef\xbb\xbf"


class NotEditable(Exception):
    """The bytes of a file are no UTF-8, so that writing it back could lose some; the message says what to do."""


class Change(NamedTuple):
    """A stretch of a text, from its first offset to the one after its last, and what stands there instead."""

    start: int
    end: int
    text: str


class Typed(NamedTuple):
    """What stands in a file, taken apart so that it can be put together again unchanged."""

    text: str
    has_bom: bool

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return BOM * self.has_bom + self.text.encode("utf-8")

    @property
    def line_end(self) -> str:
        """The first line end of the file, or that of a file which has none yet."""
        found = LINE_END.search(self.text)
        return found.group() if found else "\n"

    def changes(self, edits: Iterable[Edit]) -> list[Change]:
        """The edits by offset, in the order of the text; equal ones once."""
        starts = [0, *(match.end() for match in LINE_END.finditer(self.text))]
        found = {Change(starts[s.line - 1] + s.column - 1, starts[s.end_line - 1] + s.end_column - 1,
                        text.replace("\n", self.line_end)) for s, text, _ in edits}
        return sorted(found)

    def changed(self, changes: list[Change]) -> Typed:
        """The file with the changes made."""
        parts, at = [], 0
        for change in changes:
            parts += [self.text[at:change.start], change.text]
            at = change.end
        return self._replace(text="".join((*parts, self.text[at:])))


def typed(data: bytes) -> Typed:
    """What stands in some bytes. Raises NotEditable where they are no UTF-8."""
    try:
        return Typed(data.removeprefix(BOM).decode("utf-8"), data.startswith(BOM))
    except UnicodeDecodeError:
        raise NotEditable("It is not saved as UTF-8. Save it with that encoding in your editor first.") from None


def disjoint(changes: list[Change]) -> bool:
    """Whether no two of the sorted changes touch the same text."""
    return all(a.end <= b.start and a[:2] != b[:2] for a, b in zip(changes, changes[1:], strict=False))


def moved(offset: int, changes: list[Change]) -> int:
    """Where a place is after the changes; a place inside of a change is at its start."""
    shift = 0
    for start, end, text in changes:
        if offset < start or offset == start and end > start:
            break
        if offset < end:
            return start + shift
        shift += len(text) - (end - start)
    return offset + shift


def landed(changes: list[Change]) -> list[Change]:
    """Where the new texts of the changes stand afterwards."""
    shift, found = 0, []
    for start, end, text in changes:
        found.append(Change(start + shift, start + shift + len(text), text))
        shift += len(text) - (end - start)
    return found


# ---- comparison ------------------------------------------------------------------------------------------------------

class _Leaf(NamedTuple):
    """A value with the places and names of what is over it; a name that is edited is None."""

    over: tuple[tuple[int, str | None], ...]
    start: int
    end: int
    text: str


def kept(before: Node | None, after: Node | None, old: Typed, new: Typed, changes: list[Change], whole: bool) -> bool:
    """Whether the changes did nothing but what they were made for.

    Every value that could be read before is still there, in the same group or entry, except where it was edited, and
    each name or value that was typed is read as one. `whole` says that all of the text could be read before; then no
    value may have come to light either.
    """
    targets = landed(changes)
    if not _read_as_typed(after, new, targets):
        return False
    guessed = any("\t" in old.text[c.start:c.end] for c in changes)  # what tabs group is a guess of the reader
    was, touched = set(), set()
    for leaf in _leaves(before, old, {c.start for c in changes if c.end > c.start}):
        if any(c.start < max(leaf.end, leaf.start + 1) and c.end > leaf.start for c in changes):
            touched.add(moved(leaf.start, changes))
        else:
            over = () if guessed else tuple((moved(at, changes), text) for at, text in leaf.over)
            was.add((over, moved(leaf.start, changes), leaf.text))
    now = {(() if guessed else leaf.over, leaf.start, leaf.text) for leaf in
           _leaves(after, new, {t.start for t, c in zip(targets, changes, strict=True) if c.end > c.start})}
    came = [start for _, start, _ in now - was
            if start not in touched and not any(t.start <= start < max(t.end, t.start + 1) for t in targets)]
    return was <= now and not (whole and came)


def _read_as_typed(root: Node | None, of: Typed, targets: list[Change]) -> bool:
    """Whether each new text of one line is a whole name or value."""
    starts, found = _starts(of), set()
    waiting = [root] if root is not None else []
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            found.add(_offsets(node.span, starts))
        else:
            waiting += [part for e in node.entries for part in e] if isinstance(node, Map) else node.entries
    return all(t[:2] in found for t in targets if t.text.strip() and not LINE_END.search(t.text))


def _leaves(root: Node | None, of: Typed, edited: set[int]) -> Iterator[_Leaf]:
    """The values that could be read, each with what is over it."""
    starts = _starts(of)
    waiting: list[tuple[tuple, Node]] = [((), root)] if root is not None else []
    while waiting:
        over, node = waiting.pop()
        if isinstance(node, Map):
            keys = [(_offsets(key.span, starts)[0], key.text, value) for key, value in node.entries]
            waiting += [((*over, (at, None if at in edited else text)), value) for at, text, value in keys]
        elif isinstance(node, Seq):
            waiting += [((*over, (_offsets(e.span, starts)[0], "-")), e) for e in node.entries]
        elif node.style != BROKEN:
            yield _Leaf(over, *_offsets(node.span, starts), node.text)


def _starts(of: Typed) -> list[int]:
    return [0, *(match.end() for match in LINE_END.finditer(of.text)), len(of.text)]


def _offsets(span: Span, starts: list[int]) -> tuple[int, int]:
    last = len(starts) - 1
    return (starts[min(span.line - 1, last)] + span.column - 1, starts[min(span.end_line - 1, last)] + span.end_column - 1)
