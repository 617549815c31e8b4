"""A Source becomes nodes, and a mistake costs no more than the piece it stands in.

When a text does not parse, it is taken apart at its own indentation, section by section, entry by entry, down to the
line with the mistake, and each piece is parsed alone: the healthy pieces are still read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..finding import Finding, Span
from ..patterns import pattern
from ..values import NamedTuple
from . import complaints, crowded, headings, margins, plain_words, strays
from .builder import MOST_FINDINGS, Piece, Unreadable, read
from .layout import DASH, KEY, straightened
from .nodes import BROKEN, Entry, Map, Node, Scalar, Seq
from .source import Source

DEEPEST_SEARCH = 12
_OF_LINES = (complaints.MISSING_COLON, complaints.LIST_WITHOUT_DASH)
MOST_PIECES = 2_000
_SIGN = pattern(r"(?<!\S)[&*][\w-]+(?!\S)")


class Parsed(NamedTuple):
    """The tree of a text, None where there is none, and what was wrong with its form."""

    root: Node | None
    findings: tuple[Finding, ...]


def parse(source: Source) -> Parsed:
    """The tree of a source. Never raises: what cannot be read is a finding and a broken place in the tree."""
    piece = Piece(source, source.lines, 0, len(source.lines))
    findings: list[Finding] = []
    try:
        parsed, error = Parsed(read(piece, findings), tuple(findings[:MOST_FINDINGS])), None
    except Unreadable as unreadable:
        parsed, error = None, unreadable
    if parsed:
        root, told = margins.gathered(source, parsed.root)
        parsed = Parsed(root, (*told, *parsed.findings)[:MOST_FINDINGS])
    if parsed and not headings.are_mixed(parsed.root):
        return parsed
    return _apart(source) or parsed or _recovered(piece, error)


def _apart(source: Source) -> Parsed | None:
    """The tree of a source without the running text in it, and with each section that lost its first line by itself.

    None if there is neither.
    """
    passages = strays.passages(source.lines)
    lines = _without(source.lines, passages)
    lost = headings.lost(lines)
    if not passages and not lost:
        return None
    main = _tree(source, _without(lines, lost))
    parts = [_tree(source, ("",) * one.first + lines[one.first:one.last]) for one in lost]
    findings = [*(strays.told(source, passage) for passage in passages), *(headings.told(source, one) for one in lost),
                *main.findings, *(finding for part in parts for finding in part.findings)]
    root = headings.restored(source, main.root, zip(lost, (part.root for part in parts), strict=True))
    return Parsed(root, tuple(findings[:MOST_FINDINGS]))


def _without(lines: tuple[str, ...], stretches: Iterable[strays.Passage | headings.Lost]) -> tuple[str, ...]:
    """The lines, some stretches of them empty."""
    left = list(lines)
    for one in stretches:
        left[one.first:one.last] = [""] * (one.last - one.first)
    return tuple(left)


def _tree(source: Source, lines: tuple[str, ...]) -> Parsed:
    """The tree of some lines of a source."""
    piece = Piece(source, lines, 0, len(lines), signs=frozenset(_SIGN.findall(source.text)))
    findings: list[Finding] = []
    try:
        return Parsed(read(piece, findings), tuple(findings))
    except Unreadable as error:
        return _recovered(piece, error)


def parse_moved(source: Source) -> Parsed | None:
    """The tree of a source whose lines are moved to where they belong; None if none is moved, or that does not parse."""
    straight = straightened(source)
    findings: list[Finding] = []
    if not straight.moved:
        return None
    try:
        root = read(Piece(source, straight.lines, 0, len(source.lines), straight.moved), findings)
    except Unreadable:
        return None
    return Parsed(root, (*straight.findings, *findings)[:MOST_FINDINGS])


def _recovered(piece: Piece, error: Unreadable) -> Parsed:
    """What can be read of a text that does not parse: with its lines moved to where they belong, else piece by piece."""
    straight = straightened(piece.source, piece.lines)
    findings: list[Finding] = []
    if straight.moved:
        piece = piece._replace(lines=straight.lines, moved=straight.moved)
        try:
            return Parsed(read(piece, findings), (*straight.findings, *findings)[:MOST_FINDINGS])
        except Unreadable as still:
            error = still
            findings.clear()
    findings += straight.findings
    root = Recovery(findings).node(piece._replace(signs=frozenset(_SIGN.findall(piece.source.text))), error)
    return Parsed(root, tuple(_together(findings)[:MOST_FINDINGS]))


def _together(findings: list[Finding]) -> list[Finding]:
    """The findings; the same mistake on lines below each other is told once."""
    groups: list[list[Finding]] = []
    for finding in findings:
        last = groups[-1][-1] if groups else finding
        if groups and finding.rule in _OF_LINES and finding.span.line == last.span.line + 1 and (
                finding.rule, finding.message) == (last.rule, last.message):
            groups[-1].append(finding)
        else:
            groups.append([finding])
    return [_counted(first, len(more)) for first, *more in groups]


def _counted(finding: Finding, more: int) -> Finding:
    if not more:
        return finding
    below = "the line below" if more == 1 else f"the {more} lines below"
    return finding._replace(remedy=f"{finding.remedy.rstrip('.')}. Do the same with {below}.")


class Recovery:
    """Reads a piece that does not parse, by reading its parts."""

    def __init__(self, findings: list[Finding]) -> None:
        self.findings = findings
        self.pieces = 0

    def node(self, piece: Piece, error: Unreadable, depth: int = 0) -> Node | None:
        """What can be read of a piece of which `error` is known."""
        heads = _heads(piece)
        if isinstance(error.error, Finding) or depth > DEEPEST_SEARCH or len(self.findings) >= MOST_FINDINGS:
            return self._leaf(piece, error)
        if len(heads) > 1:
            ends = [*heads[1:], piece.last]
            return _joined([self._part(piece.part(a, b), depth) for a, b in zip(heads, ends, strict=True)])
        return self._inside(piece, heads, error, depth)

    def _part(self, piece: Piece, depth: int) -> Node | None:
        known = len(self.findings)
        self.pieces += 1
        if self.pieces > MOST_PIECES:
            return None
        try:
            node = read(piece, self.findings)
        except Unreadable as error:
            del self.findings[known:]
            return self.node(piece, error, depth + 1)
        return self._checked_shape(piece, node)

    def _checked_shape(self, piece: Piece, node: Node | None) -> Node | None:
        if isinstance(node, Scalar) and (content := piece.content()):
            self.findings.append(plain_words.missing_colon(piece, content[0]))
            return None
        return node

    def _inside(self, piece: Piece, heads: list[int], error: Unreadable, depth: int) -> Node | None:
        if not heads:
            return self._leaf(piece, error)
        head, line = heads[0], piece.lines[heads[0]]
        if line[:_indent(line)].strip(" "):
            return self._leaf(piece, error)
        dash = DASH.match(line)
        if dash:
            at = dash.end() - 1
            lines = (*piece.lines[:head], line[:at] + " " + line[at + 1:], *piece.lines[head + 1:])
            inner = self._part(piece._replace(lines=lines, first=head), depth)
            span = piece.span(head, at + 1)
            return Seq((inner or Scalar("", BROKEN, span),), span)
        key = KEY.match(line)
        if key and not line[key.end():].split("#")[0].strip() and len(piece.content()) > 1:
            inner = self._part(piece.part(head + 1, piece.last), depth)
            name = _key_node(piece, head, key)
            return Map((Entry(name, inner or name._replace(text="", style=BROKEN)),), name.span)
        return self._leaf(piece, error)

    def _leaf(self, piece: Piece, error: Unreadable) -> Node | None:
        self.findings.append(_finding(piece, error))
        content = piece.content()
        if not content:
            return None
        key, dash = KEY.match(piece.lines[content[0]]), DASH.match(piece.lines[content[0]])
        if dash and piece.lines[content[0]][dash.end() - 1] == "-":
            span = piece.span(content[0], dash.end())
            return Seq((Scalar("", BROKEN, span),), span)
        if not key:
            return None
        if len(content) > 1:
            rest = self._head_alone(piece, content[0])
            if rest is not None:
                return rest
        if several := crowded.parts(piece.lines[content[0]]):
            return _apart_on(piece, content[0], several)
        name = _key_node(piece, content[0], key)
        behind = plain_words.merged(plain_words.value_of(piece.lines[content[0]]))
        names = (name, name._replace(text=behind[1])) if behind else (name,)
        return Map(tuple(Entry(one, Scalar("", BROKEN, name.span)) for one in names), name.span)

    def _head_alone(self, piece: Piece, head: int) -> Node | None:
        try:
            node = read(piece.part(head, head + 1), [])
        except Unreadable:
            return None
        if not isinstance(node, Map) or not node.entries or node.entries[0].value.is_empty:
            return None
        return node._replace(entries=(*node.entries, *self._lost(piece, head + 1)))

    def _lost(self, piece: Piece, first: int) -> Iterable[Entry]:
        """The keys on lines that could not be read, so that nobody calls them missing."""
        for line in piece.part(first, piece.last).content()[:MOST_PIECES]:
            key = KEY.match(piece.lines[line])
            if key:
                name = _key_node(piece, line, key)
                yield Entry(name, name._replace(text="", style=BROKEN))


def _finding(piece: Piece, error: Unreadable) -> Finding:
    if isinstance(error.error, Finding):
        return error.error
    return plain_words.explain(error.error, piece)


def _heads(piece: Piece) -> list[int]:
    """The lines with which the parts of a piece begin: those as far left as the first one."""
    content = piece.content()
    if not content:
        return []
    base = _indent(piece.lines[content[0]])
    in_list = bool(DASH.match(piece.lines[content[0]]))
    return [i for i in content if _indent(piece.lines[i]) == base
            and bool(DASH.match(piece.lines[i])) == in_list
            and not (i == content[0] and piece.lines[i].startswith("---"))]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _key_node(piece: Piece, line: int, match: re.Match[str]) -> Scalar:
    text = match.group(3)
    return Scalar(text.strip("\"'"), None, piece.span(line, match.start(3) + 1, match.end(3) + 1))


def _apart_on(piece: Piece, line: int, several: tuple[crowded.Part, ...]) -> Map:
    """The names on a line with their values."""
    entries = tuple(Entry(Scalar(one.name, None, piece.span(line, one.column + 1, one.column + 1 + len(one.name))),
                          Scalar(one.value, None, piece.span(line, one.start + 1, one.end + 1))) for one in several)
    return Map(entries, entries[0].key.span)


def _joined(nodes: list[Node | None]) -> Node | None:
    """One map or list of the parts of a piece, as most of them are."""
    found = [node for node in nodes if isinstance(node, (Map, Seq))]
    if not found:
        return None
    kind = type(found[0])
    entries = tuple(entry for node in found if isinstance(node, kind) for entry in node.entries)
    first, last = found[0].span, found[-1].span
    return kind(entries, Span(first.source, first.line, first.column, last.end_line, last.end_column))
