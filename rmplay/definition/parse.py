"""A Source becomes nodes, and a mistake costs no more than the piece it stands in.

libyaml's events are turned into our own nodes one by one, with limits on depth and number, since the composer of the C
library dies of deep nesting in a way that Python cannot catch. When a text does not parse, it is taken apart at its own
indentation, section by section, entry by entry, and each piece is parsed alone: the healthy pieces are still read.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

from ..finding import Finding, Span
from . import complaints
from .nodes import Entry, Map, Node, Scalar, Seq
from .plain_words import explain
from .source import Source

DEEPEST = 40
MOST_NODES = 50_000
MOST_FINDINGS = 100
BROKEN = "broken"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNREADABLE = (yaml.YAMLError, UnicodeError, ValueError, OverflowError, RecursionError, MemoryError)
_KEY = re.compile(r"(\s*)((?:- +)*)((?:\"[^\"]*\"|'[^']*'|[^\s:#\"'\[\]{},&*!|>%@`-][^:#]*?|-[^\s:#][^:#]*?))\s*:(?=\s|$)")
_DASH = re.compile(r"(\s*)-(?=\s|$)")


class Parsed(NamedTuple):
    """The tree of a text, None where there is none, and what was wrong with its form."""

    root: Node | None
    findings: tuple[Finding, ...]


class Unreadable(Exception):
    """A piece of text that does not parse, with the finding that says why."""

    def __init__(self, finding: Finding, hopeless: bool = False) -> None:
        super().__init__(finding.message)
        self.finding = finding
        self.hopeless = hopeless


def parse(source: Source) -> Parsed:
    """The tree of a source. Never raises: what cannot be read is a finding and a broken place in the tree."""
    piece = Piece(source, source.lines, 0, len(source.lines))
    findings: list[Finding] = []
    try:
        root = read(piece, findings)
    except Unreadable as error:
        findings.clear()
        root = Recovery(findings).node(piece, error)
    return Parsed(root, tuple(findings[:MOST_FINDINGS]))


class Piece(NamedTuple):
    """Some lines of a source; `lines` may have list dashes blanked out, columns are never moved."""

    source: Source
    lines: tuple[str, ...]
    first: int
    last: int

    def content(self) -> list[int]:
        """The lines that say something, as indexes."""
        return [i for i in range(self.first, self.last)
                if self.lines[i].strip() and not self.lines[i].lstrip().startswith("#")]

    def part(self, first: int, last: int) -> Piece:
        """Some of the lines."""
        return self._replace(first=first, last=last)


def read(piece: Piece, findings: list[Finding]) -> Node | None:
    """The node of a piece; raises Unreadable when it does not parse."""
    text = "\n".join(piece.lines[piece.first:piece.last])
    try:
        loader = _LOADER(text)
        try:
            return _Builder(piece.source, piece.first, findings).document(loader)
        finally:
            loader.dispose()
    except _UNREADABLE as error:
        raise Unreadable(explain(error, piece.source, piece.lines, piece.first, piece.last)) from None


class _Builder:
    """Turns the events of one document into a node, without recursion."""

    def __init__(self, source: Source, offset: int, findings: list[Finding]) -> None:
        self.source, self.offset, self.findings = source, offset, findings
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.labels: dict[str, Span] = {}
        self.open: list[tuple[yaml.Event, list[Node]]] = []
        self.count = 0

    def document(self, loader: yaml.SafeLoader) -> Node | None:
        """The node of the first document; a second one is a finding."""
        root, documents = None, 0
        while loader.check_event():
            event = loader.get_event()
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents == 2:
                    self._complain_of_second_document(event)
                    break
            elif isinstance(event, (yaml.ScalarEvent, yaml.AliasEvent, yaml.CollectionStartEvent,
                                    yaml.CollectionEndEvent)):
                root = self._take(event) or root
        for name, span in self.labels.items():
            self._complain_of_sign(span, f"&{name}")
        return root

    def _take(self, event: yaml.Event) -> Node | None:
        if isinstance(event, yaml.CollectionStartEvent):
            self._check_limits(event)
            self._check_tag(event)
            self.open.append((event, []))
            return None
        node = self._leaf(event) if isinstance(event, yaml.NodeEvent) else self._close(event)
        if not self.open:
            return node
        self.open[-1][1].append(node)
        return None

    def _leaf(self, event: yaml.Event) -> Node:
        self._check_limits(event)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        self._check_tag(event)
        node = Scalar(event.value, event.style or None, self._span(event.start_mark, event.end_mark))
        self._label(event, node, 1)
        return node

    def _close(self, event: yaml.Event) -> Node:
        start, children = self.open.pop()
        span = self._span(start.start_mark, event.end_mark)
        if isinstance(start, yaml.SequenceStartEvent):
            node: Node = Seq(tuple(children), span)
        else:
            node = Map(self._entries(children), span)
        self._label(start, node, len(children) + 1)
        return node

    def _entries(self, children: list[Node]) -> tuple[Entry, ...]:
        entries = []
        for key, value in zip(children[::2], children[1::2], strict=True):
            if isinstance(key, Scalar):
                entries.append(Entry(key, value))
            else:
                self._complain_of_key(key.span)
        return tuple(entries)

    def _complain_of_key(self, span: Span) -> None:
        if self.findings and self.findings[-1].rule is complaints.KEY_NOT_TEXT:
            self.findings.pop()  # a brace in a brace is one mistake, told at the outer one
        self.findings.append(complaints.KEY_NOT_TEXT.at(
            self.source.span(span.line, span.column, span.column + 1),
            "A bracket or brace at the start of a text means something else to YAML.",
            'Put the whole text in double quotes: "{...}".'))

    def _label(self, event: yaml.Event, node: Node, size: int) -> None:
        if event.anchor is not None:
            self.anchors[event.anchor] = (node, size)
            mark = event.start_mark
            self.labels[event.anchor] = self.source.span(
                mark.line + 1 + self.offset, mark.column + 1, mark.column + 2 + len(event.anchor))

    def _alias(self, event: yaml.AliasEvent) -> Node:
        span = self._span(event.start_mark, event.end_mark)
        if event.anchor not in self.anchors:
            self._complain_of_sign(span, f"*{event.anchor}")
            return Scalar("", BROKEN, span)
        self.labels.pop(event.anchor, None)
        node, size = self.anchors[event.anchor]
        self.count += _size(node) if size > 1 else 1
        self._check_limits(event)
        return node

    def _check_tag(self, event: yaml.NodeEvent) -> None:
        if event.tag is not None and not event.tag.startswith("tag:yaml.org"):
            mark = event.start_mark
            self._complain_of_sign(self.source.span(mark.line + 1 + self.offset, mark.column + 1,
                                                    mark.column + 1 + len(event.tag)), event.tag)

    def _check_limits(self, event: yaml.Event) -> None:
        self.count += 1
        if len(self.open) >= DEEPEST or self.count > MOST_NODES:
            mark = event.start_mark
            raise Unreadable(complaints.TOO_DEEP.at(
                self.source.span(mark.line + 1 + self.offset, mark.column + 1),
                "Lists inside lists inside lists: this goes deeper, or repeats more, than a definition ever does.",
                "Look for a stray [ or { or a row of dashes at this place. A text that starts with one needs quotes."),
                hopeless=True)

    def _complain_of_sign(self, span: Span, word: str) -> None:
        self.findings.append(complaints.SIGN_AT_START.at(
            span, f'The word "{word}" is not read as text: its first sign means something else to YAML.',
            f'Put the whole text in double quotes, from "{word} to its end".'))

    def _complain_of_second_document(self, event: yaml.Event) -> None:
        mark = event.start_mark
        self.findings.append(complaints.SEVERAL_DOCUMENTS.at(
            self.source.span(mark.line + 1 + self.offset, mark.column + 1, mark.column + 4),
            "A line of three dashes starts a second definition in the same file; only the first is read.",
            "Move what follows to a file of its own, or delete this line."))

    def _span(self, start: yaml.Mark, end: yaml.Mark) -> Span:
        return Span(self.source.name, start.line + 1 + self.offset, start.column + 1,
                    end.line + 1 + self.offset, end.column + 1)


def _size(node: Node) -> int:
    """Number of nodes in a tree, counted no further than the limit."""
    waiting, count = [node], 0
    while waiting and count <= MOST_NODES:
        top = waiting.pop()
        count += 1
        if isinstance(top, Map):
            waiting += [entry.value for entry in top.entries]
        elif isinstance(top, Seq):
            waiting += top.entries
    return count


class Recovery:
    """Reads a piece that does not parse, by reading its parts."""

    def __init__(self, findings: list[Finding]) -> None:
        self.findings = findings

    def node(self, piece: Piece, error: Unreadable, depth: int = 0) -> Node | None:
        """What can be read of a piece of which `error` is known."""
        heads = _heads(piece)
        if error.hopeless or depth > 12 or len(self.findings) >= MOST_FINDINGS:
            return self._leaf(piece, error)
        if len(heads) > 1:
            ends = [*heads[1:], piece.last]
            return _joined([self._part(piece.part(a, b), depth) for a, b in zip(heads, ends, strict=True)])
        return self._inside(piece, heads, error, depth)

    def _part(self, piece: Piece, depth: int) -> Node | None:
        known = len(self.findings)
        try:
            node = read(piece, self.findings)
        except Unreadable as error:
            del self.findings[known:]
            return self.node(piece, error, depth + 1)
        return self._checked_shape(piece, node)

    def _checked_shape(self, piece: Piece, node: Node | None) -> Node | None:
        if isinstance(node, Scalar) and (content := piece.content()):
            line = piece.lines[content[0]]
            start = len(line) - len(line.lstrip())
            self.findings.append(missing_colon(piece.source, content[0] + 1, start + 1, line.strip()))
            return None
        return node

    def _inside(self, piece: Piece, heads: list[int], error: Unreadable, depth: int) -> Node | None:
        if not heads:
            return self._leaf(piece, error)
        head, line = heads[0], piece.lines[heads[0]]
        if line[:_indent(line)].strip(" "):
            return self._leaf(piece, error)
        dash = _DASH.match(line)
        if dash:
            at = dash.end() - 1
            lines = (*piece.lines[:head], line[:at] + " " + line[at + 1:], *piece.lines[head + 1:])
            inner = self._part(piece._replace(lines=lines, first=head), depth)
            span = piece.source.span(head + 1, at + 1)
            return Seq((inner or Scalar("", BROKEN, span),), span)
        key = _KEY.match(line)
        if key and not line[key.end():].split("#")[0].strip() and len(piece.content()) > 1:
            inner = self._part(piece.part(head + 1, piece.last), depth)
            name = _key_node(piece, head, key)
            return Map((Entry(name, inner or name._replace(text="", style=BROKEN)),), name.span)
        return self._leaf(piece, error)

    def _leaf(self, piece: Piece, error: Unreadable) -> Node | None:
        self.findings.append(error.finding)
        content = piece.content()
        if not content:
            return None
        key, dash = _KEY.match(piece.lines[content[0]]), _DASH.match(piece.lines[content[0]])
        if dash and piece.lines[content[0]][dash.end() - 1] == "-":
            span = piece.source.span(content[0] + 1, dash.end())
            return Seq((Scalar("", BROKEN, span),), span)
        if not key:
            return None
        if len(content) > 1:
            rest = self._head_alone(piece, content[0])
            if rest is not None:
                return rest
        name = _key_node(piece, content[0], key)
        return Map((Entry(name, Scalar("", BROKEN, name.span)),), name.span)

    def _head_alone(self, piece: Piece, head: int) -> Node | None:
        try:
            node = read(piece.part(head, head + 1), [])
        except Unreadable:
            return None
        return node if isinstance(node, Map) and not node.entries[0].value.is_empty else None


def missing_colon(source: Source, line: int, column: int, text: str) -> Finding:
    """A line that is neither a key with a value nor an entry of a list."""
    glued = re.match(r"([\w-]+):(\S.*)", text)
    message = ("After the colon there must be a space." if glued else
               "This line has no colon, so it is neither a name with a value nor part of the text above.")
    remedy = (f"Type: {glued[1]}: {glued[2]}" if glued else
              "Write it as `name: value`, put `- ` before it if it belongs to a list, or indent it under its text.")
    return complaints.MISSING_COLON.at(source.span(line, column, column + len(text)), message, remedy)


def _heads(piece: Piece) -> list[int]:
    """The lines with which the parts of a piece begin: those as far left as the first one."""
    content = piece.content()
    if not content:
        return []
    base = _indent(piece.lines[content[0]])
    in_list = bool(_DASH.match(piece.lines[content[0]]))
    return [i for i in content if _indent(piece.lines[i]) == base
            and bool(_DASH.match(piece.lines[i])) == in_list
            and not (i == content[0] and piece.lines[i].startswith("---"))]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _key_node(piece: Piece, line: int, match: re.Match[str]) -> Scalar:
    text = match.group(3)
    return Scalar(text.strip("\"'"), None, piece.source.span(line + 1, match.start(3) + 1, match.end(3) + 1))


def _joined(nodes: list[Node | None]) -> Node | None:
    """One map or list of the parts of a piece, as most of them are."""
    found = [node for node in nodes if isinstance(node, (Map, Seq))]
    if not found:
        return None
    kind = type(found[0])
    entries = tuple(entry for node in found if isinstance(node, kind) for entry in node.entries)
    first, last = found[0].span, found[-1].span
    return kind(entries, Span(first.source, first.line, first.column, last.end_line, last.end_column))
