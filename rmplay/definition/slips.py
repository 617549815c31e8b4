"""Texts that can be read and yet do not say what their author meant: half of it is lost, or printed with its dashes."""

from __future__ import annotations

from collections.abc import Iterator

from ..finding import Finding
from ..patterns import pattern
from ..values import NamedTuple
from . import complaints
from .layout import DASH, KEY, misplaced
from .nameless import ONE_WORD, absent, told
from .nodes import BROKEN, Entry, Map, Node, Scalar, Seq, scalars
from .source import Source
from .typed import BULLET, quoted, to_type

_COLOR = pattern(r"#[0-9a-fA-F]{3,8}\b")  # told where the brand is looked at
_HASH_TAG = pattern(r"#(?:\d|[A-Z][a-z])")  # `#todo` and `#TODO` may be comments
_OPEN, _CLOSE = "“„«‘‚‹", "”“»’‘›\"'"


class Slip(NamedTuple):
    """What is to be said about a text; where it is certain, what was `meant` by the `node`, and the names that were lost."""

    finding: Finding
    node: Scalar | None = None
    meant: Scalar | None = None
    lost: tuple[str, ...] = ()


def slips(source: Source, root: Node | None) -> list[Slip]:
    """What is to be said about the plain texts of a tree."""
    found: list[Slip] = []
    hashed = {number for number, line in enumerate(source.lines, 1) if "#" in line and "#" in line[1:]}
    curly = any(sign in source.text for sign in _OPEN)
    for node in scalars(root):
        text, style, span = node
        if style is None:
            if span.end_line in hashed:
                found += _cut_at_hash(source, node)
            if span.end_line != span.line:
                found += _dash_inside(source, node)
            if text.endswith('"') and text[0] not in _OPEN and text.count('"') == 1 and text[-2:-1].strip().isalpha():
                found.append(Slip(_closed_only(node)))
            if curly and text[:1] in _OPEN and len(text) > 2:
                found += map(Slip, _curly(node))
    return found


def as_meant(root: Node | None, slipped: list[Slip]) -> Node | None:
    """The tree with what was meant by some texts, and with the names that were lost behind them, of which nobody can read more."""
    by_node = {id(slip.node): slip for slip in slipped if slip.meant}
    return _with(root, by_node) if root and by_node else root


def _with(node: Node, by_node: dict[int, Slip]) -> Node:
    if isinstance(node, Scalar):
        return by_node[id(node)].meant if id(node) in by_node else node
    if isinstance(node, Seq):
        return node._replace(entries=tuple(_with(entry, by_node) for entry in node.entries))
    entries: list[Entry] = []
    for key, value in node.entries:
        entries.append(Entry(key, _with(value, by_node)))
        lost = by_node[id(value)].lost if id(value) in by_node else ()
        entries += (Entry(Scalar(name, None, value.span), Scalar("", BROKEN, value.span)) for name in lost)
    return Map(tuple(entries), node.span)


def _cut_at_hash(source: Source, node: Scalar) -> Iterator[Slip]:
    """A text that goes on behind a ` #` without anybody noticing."""
    line = source.lines[node.span.end_line - 1]
    rest = line[node.span.end_column - 1:].strip()
    if rest.startswith("#") and rest[1:2] not in ("", " ", "#", "!") and (node.text or not _COLOR.match(rest)):
        column = line.index(rest, node.span.end_column - 1) + 1
        before = line[:column - 1].strip()
        if not node.text and (_HASH_TAG.match(rest) or not before.strip(" -")):
            yield Slip(_starts_with_hash(source, node, before, rest, column), node, node._replace(style=BROKEN))
            return
        said = rest if len(rest) <= 40 else rest[:39] + "…"
        yield Slip(complaints.TEXT_CUT_AT_HASH.at(
            source.span(node.span.end_line, column, column + len(rest)),
            f'The text ends before this; "{said}" is taken for a comment and not printed.',
            "Put the whole text in double quotes. If it is a comment, put a space behind the #."))


def _starts_with_hash(source: Source, node: Scalar, before: str, text: str, column: int) -> Finding:
    """A text with a # as its first sign: a number, a name or a whole entry is no comment."""
    return complaints.SIGN_AT_START.at(
        source.span(node.span.end_line, column, column + 1),
        "A text that starts with # is taken for a comment, and nothing of it is printed.",
        to_type(f"{before} {quoted(text)}", "Put the whole text in double quotes. If it is a comment, put a space behind the #."))


def _closed_only(node: Scalar) -> Finding:
    """A quote at the end of a text that has none at its beginning."""
    span = node.span._replace(line=node.span.end_line, column=node.span.end_column - 1)
    return complaints.UNCLOSED_QUOTE.at(span, "A quote closes here that was not opened, so it would be printed.",
                                        "Delete it, or put one before the first word of the text as well.")


def _dash_inside(source: Source, node: Scalar) -> Iterator[Slip]:
    """A line of a text that was to be an entry of a list."""
    if BULLET.match(node.text):
        return  # told where the list is read
    first = source.lines[node.span.line - 1]
    for number in range(node.span.line, node.span.end_line):
        dash = DASH.match(source.lines[number])
        if not dash:
            continue
        width, line = len(dash.group(1)), source.lines[number].rstrip()
        above = first[:node.span.column - 1].rstrip()
        if above.endswith("-") and not above.strip(" -"):
            yield Slip(misplaced(source, number, width, len(line) - width, len(above) - 1, node.span.line - 1, True))
        elif ONE_WORD.match(word := first[node.span.column - 1:].strip()) and (key := KEY.match(first)):
            yield Slip(told(source, node.span.line - 1, key, number), node, node._replace(text=word),
                       absent(source, node.span.line - 1, key))
        else:
            yield Slip(complaints.WRONG_INDENT.at(
                source.span(number + 1, width + 1, len(line) + 1),
                "This line goes on with the text above it, so its dash would be printed in the middle of it.",
                "For a list, leave nothing behind the name and put each entry on a line of its own below. For a list "
                "inside a text, type | behind the name and begin the text on the next line."))
        return


def _curly(node: Scalar) -> Iterator[Finding]:
    inner = node.text[1:-1]
    speech = inner[-1] in ".?!…"  # a whole sentence is what somebody says
    if node.text[-1] in _CLOSE and not speech and not any(sign in inner for sign in "“”„«»"):
        span = node.span._replace(end_line=node.span.line, end_column=node.span.column + 1)
        yield complaints.CURLY_QUOTES.at(
            span, f"Quotes such as {node.text[0]} {node.text[-1]} are part of the text and are printed.",
            f"Type: {inner}" if len(inner) <= 80 and not any(sign in inner for sign in ":#[]{}\"'") else
            'Delete them, or type straight quotes (") where the text needs quotes. If it is what somebody says, leave them.')
