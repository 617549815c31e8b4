"""Lines become nodes: libyaml's events, one by one, with limits on depth and number.

The composer of the C library is not used: it dies of deep nesting in a way that Python cannot catch.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from itertools import islice
from types import MappingProxyType

import yaml

from ..finding import Finding, Span
from ..values import NamedTuple
from . import complaints
from .nodes import BROKEN, Entry, Map, Node, Scalar, Seq, walk
from .source import CONTROL, Source

DEEPEST = 40
MOST_NODES = 50_000
MOST_FINDINGS = 100
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SCALAR = yaml.ScalarEvent
_STARTS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
_new_span, _new_scalar, _new_entry, _new_map, _new_seq = (
    functools.partial(tuple.__new__, kind) for kind in (Span, Scalar, Entry, Map, Seq))
_UNREADABLE = (yaml.YAMLError, UnicodeError, ValueError, OverflowError, RecursionError, MemoryError)


class Unreadable(Exception):
    """A piece of text that does not parse.

    `error` is what the YAML library said, or a finding of ours where the piece is beyond the limits; then there is no
    use in reading its parts.
    """

    def __init__(self, error: Exception | Finding) -> None:
        super().__init__(str(error))
        self.error = error


class Piece(NamedTuple):
    """Some lines of a source, as they are to be read: list dashes may be blanked out.

    `moved` says by how many columns a line stands further to the right than in the source; `signs` are the anchors and
    aliases of the whole text, where this is only a part of it.
    """

    source: Source
    lines: tuple[str, ...]
    first: int
    last: int
    moved: Mapping[int, int] = MappingProxyType({})
    signs: frozenset[str] = frozenset()

    def content(self) -> list[int]:
        """The lines that say something, as indexes."""
        return [i for i in range(self.first, self.last)
                if self.lines[i].strip() and not self.lines[i].lstrip().startswith("#")]

    def part(self, first: int, last: int) -> Piece:
        """Some of the lines."""
        return self._replace(first=first, last=last)

    def span(self, line: int, column: int, end_column: int | None = None) -> Span:
        """A stretch of a line of the source, kept inside it: lines are indexes, columns of the piece count from 1."""
        by = self.moved.get(line, 0)
        return self.source.span(line + 1, column - by, end_column and end_column - by)

    def between(self, start: yaml.Mark, end: yaml.Mark) -> Span:
        """The place in the source of what stands between two marks of the reader."""
        first, last = self.first + start.line, self.first + end.line
        left, right = start.column + 1, end.column + 1
        if self.moved:
            left, right = max(left - self.moved.get(first, 0), 1), max(right - self.moved.get(last, 0), 1)
        return Span(self.source.name, first + 1, left, last + 1, right)


def read(piece: Piece, findings: list[Finding]) -> Node | None:
    """The node of a piece; raises Unreadable when it does not parse."""
    text = "\n".join(piece.lines[piece.first:piece.last])
    try:
        loader = _LOADER(text)
        try:
            return _Builder(piece, findings).document(loader)
        finally:
            loader.dispose()
    except _UNREADABLE as error:
        raise Unreadable(error) from None


class _Builder:
    """Turns the events of one document into a node, without recursion.

    A large part of the time of a check goes by here, so the values of the most frequent events are made without the
    functions that NamedTuple writes for them, which only pack their arguments.
    """

    def __init__(self, piece: Piece, findings: list[Finding]) -> None:
        self.piece, self.findings = piece, findings
        self.name, self.offset, self.usual = piece.source.name, piece.first + 1, not piece.moved
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.labels: dict[str, Span] = {}
        self.open: list[tuple[yaml.Event, list[Node]]] = []
        self.count = 0

    def document(self, loader: yaml.SafeLoader) -> Node | None:
        """The node of the first document; a second one is a finding."""
        top: list[Node] = []
        into, documents, name, offset = top, 0, self.name, self.offset
        for event in iter(loader.get_event, None):
            kind = type(event)
            if kind is _SCALAR:
                start, end = event.start_mark, event.end_mark
                span = _new_span((name, start.line + offset, start.column + 1, end.line + offset, end.column + 1))
                node = _new_scalar((event.value, event.style or None, span))
                usual = event.style != '"' and event.tag is event.anchor is None
                into.append(node if usual and self.usual else self._unusual(event, node))
            elif kind in _STARTS:
                into = self._start(event)
            elif kind in _ENDS:
                node = self._close(event)
                into = self.open[-1][1] if self.open else top
                into.append(node)
            elif kind is yaml.AliasEvent:
                into.append(self._alias(event))
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents == 2:
                    self._complain_of_second_document(event)
                    break
        for name, span in self.labels.items():
            if not self._elsewhere(f"*{name}"):
                self._complain_of_sign(span, f"&{name}")
        return top[0] if top else None

    def _start(self, event: yaml.Event) -> list[Node]:
        if len(self.open) >= DEEPEST:
            self._refuse(event)
        if event.tag is not None:
            self._check_tag(event)
        children: list[Node] = []
        self.open.append((event, children))
        return children

    def _unusual(self, event: yaml.ScalarEvent, node: Scalar) -> Scalar:
        """A scalar that has more to it than a text and a place."""
        if self.piece.moved:
            node = node._replace(span=self.piece.between(event.start_mark, event.end_mark))
        if event.style == '"' and CONTROL.search(event.value):
            node = self._without_control(node)
        self._check_tag(event)
        if event.anchor is not None:
            self._label(event, node, 1)
        return node

    def _without_control(self, node: Scalar) -> Scalar:
        """A quoted text can name signs that no file may hold."""
        self.findings.append(complaints.CONTROL_CHARACTER.at(
            node.span, "A backslash in this text makes an invisible character that does not belong in a text.",
            "Take it out, or put the text in single quotes if the backslash is meant."))
        return node._replace(text=CONTROL.sub(" ", node.text))

    def _close(self, event: yaml.Event) -> Node:
        start, children = self.open.pop()
        self._count(len(children), start)
        first, last = start.start_mark, event.end_mark
        span = (_new_span((self.name, first.line + self.offset, first.column + 1, last.line + self.offset, last.column + 1))
                if self.usual else self.piece.between(first, last))
        node: Node = (_new_seq((tuple(children), span)) if type(start) is yaml.SequenceStartEvent else
                      _new_map((self._entries(children), span)))
        if start.anchor is not None:
            self._label(start, node, len(children) + 1)
        return node

    def _entries(self, children: list[Node]) -> tuple[Entry, ...]:
        keys = children[::2]
        entries = map(_new_entry, zip(keys, children[1::2], strict=True))
        if {*map(type, keys)} <= {Scalar}:
            return tuple(entries)
        for key in keys:
            if type(key) is not Scalar:
                self._complain_of_key(key.span)
        return tuple(entry for entry in entries if type(entry.key) is Scalar)

    def _complain_of_key(self, span: Span) -> None:
        if self.findings and self.findings[-1].rule is complaints.KEY_NOT_TEXT:
            self.findings.pop()  # a brace in a brace is one mistake, told at the outer one
        self.findings.append(complaints.KEY_NOT_TEXT.at(
            self.piece.source.span(span.line, span.column, span.column + 1),
            "A bracket or brace at the start of a text means something else to YAML.",
            'Put the whole text in double quotes: "{...}".'))

    def _label(self, event: yaml.Event, node: Node, size: int) -> None:
        self.anchors[event.anchor] = (node, size)
        self.labels[event.anchor] = self._at(event.start_mark, 1 + len(event.anchor))

    def _alias(self, event: yaml.AliasEvent) -> Node:
        span = self.piece.between(event.start_mark, event.end_mark)
        if event.anchor not in self.anchors:
            if not self._elsewhere(f"&{event.anchor}"):
                self._complain_of_sign(span, f"*{event.anchor}")
            return Scalar("", BROKEN, span)
        self.labels.pop(event.anchor, None)
        node, size = self.anchors[event.anchor]
        if size > 1:
            self._count(_size(node), event)
        return node

    def _elsewhere(self, sign: str) -> bool:
        """Whether the other half of an anchor and its alias stands in another piece of the text."""
        return sign in self.piece.signs

    def _check_tag(self, event: yaml.NodeEvent) -> None:
        if event.tag is not None and not event.tag.startswith("tag:yaml.org"):
            self._complain_of_sign(self._at(event.start_mark, len(event.tag)), event.tag)

    def _count(self, nodes: int, event: yaml.Event) -> None:
        self.count += nodes
        if self.count > MOST_NODES:
            self._refuse(event)

    def _refuse(self, event: yaml.Event) -> None:
        raise Unreadable(complaints.TOO_DEEP.at(
            self._at(event.start_mark, 1),
            "Lists inside lists inside lists: this goes deeper, or repeats more, than a definition ever does.",
            "Look for a stray [ or { or a row of dashes at this place. A text that starts with one needs quotes."))

    def _complain_of_sign(self, span: Span, word: str) -> None:
        if len(self.findings) >= MOST_FINDINGS:
            return
        self.findings.append(complaints.SIGN_AT_START.at(
            span, f'The word "{word}" is not read as text: its first sign means something else to YAML.',
            f'Put the whole text in double quotes, from "{word} to its end".'))

    def _complain_of_second_document(self, event: yaml.Event) -> None:
        self.findings.append(complaints.SEVERAL_DOCUMENTS.at(
            self._at(event.start_mark, 3),
            "A line of three dashes starts a second definition in the same file; only the first is read.",
            "Move what follows to a file of its own, or delete this line."))

    def _at(self, mark: yaml.Mark, length: int) -> Span:
        """The place of some characters of a line."""
        return self.piece.span(self.piece.first + mark.line, mark.column + 1, mark.column + 1 + length)


def _size(node: Node) -> int:
    """Number of nodes in a tree, counted no further than the limit."""
    return sum(1 for _ in islice(walk(node), MOST_NODES + 1))
