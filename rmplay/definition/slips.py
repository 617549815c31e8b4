"""Texts that can be read and yet do not say what their author meant: half of it is lost, or printed with its dashes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Finding
from . import complaints
from .layout import DASH, misplaced
from .nodes import Node, Scalar, scalars
from .source import Source
from .typed import BULLET

_COLOR = re.compile(r"#[0-9a-fA-F]{3,8}\b")  # told where the brand is looked at
_OPEN, _CLOSE = "“„«‘‚‹", "”“»’‘›\"'"


def slips(source: Source, root: Node | None) -> list[Finding]:
    """What is to be said about the plain texts of a tree."""
    found: list[Finding] = []
    hash_sign = " #" in source.text
    curly = any(sign in source.text for sign in _OPEN)
    for node in scalars(root):
        if node.style is None:
            if hash_sign:
                found += _cut_at_hash(source, node)
            if node.span.end_line != node.span.line:
                found += _dash_inside(source, node)
            if node.text[-1:] == '"' and node.text[0] not in _OPEN and node.text.count('"') == 1 and node.text[-2:-1].strip().isalpha():
                found.append(_closed_only(node))
            if curly and node.text[:1] in _OPEN and len(node.text) > 2:
                found += _curly(node)
    return found


def _cut_at_hash(source: Source, node: Scalar) -> Iterator[Finding]:
    """A text that goes on behind a ` #` without anybody noticing."""
    if node.span.end_line > len(source.lines):
        return  # the reader may place an empty text below the last line
    line = source.lines[node.span.end_line - 1]
    rest = line[node.span.end_column - 1:].strip()
    if rest.startswith("#") and rest[1:2] not in ("", " ", "#", "!") and (node.text or not _COLOR.match(rest)):
        column = line.index(rest, node.span.end_column - 1) + 1
        said = rest if len(rest) <= 40 else rest[:39] + "…"
        yield complaints.TEXT_CUT_AT_HASH.at(
            source.span(node.span.end_line, column, column + len(rest)),
            f'The text ends before this; "{said}" is taken for a comment and not printed.',
            "Put the whole text in double quotes. If it is a comment, put a space behind the #.")


def _closed_only(node: Scalar) -> Finding:
    """A quote at the end of a text that has none at its beginning."""
    span = node.span._replace(line=node.span.end_line, column=node.span.end_column - 1)
    return complaints.UNCLOSED_QUOTE.at(span, "A quote closes here that was not opened, so it would be printed.",
                                        "Delete it, or put one before the first word of the text as well.")


def _dash_inside(source: Source, node: Scalar) -> Iterator[Finding]:
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
            yield misplaced(source, number, width, len(line) - width, len(above) - 1, node.span.line - 1, True)
        else:
            yield complaints.WRONG_INDENT.at(
                source.span(number + 1, width + 1, len(line) + 1),
                "This line goes on with the text above it, so its dash would be printed in the middle of it.",
                "For a list, leave nothing behind the name and put each entry on a line of its own below. For a list "
                "inside a text, type | behind the name and begin the text on the next line.")
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
