"""Which text is right where the form of a text is not, as far as it is certain: quotes and spaces.

The complaints say what is wrong; here the edits are made that mend it. Where two readings are possible there is none.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

from ..finding import Edit, Finding
from ..patterns import pattern
from ..values import NamedTuple
from . import complaints, crowded
from .layout import GLUED
from .names import names
from .nodes import Map, Node, Seq
from .parse import parse
from .plain_words import merged, value_of
from .source import Source
from .typed import BULLET, COMMENT, entry_typed, quoted, without_curly

_LINE = pattern(r"(?P<lead>\s*(?:- +)*)(?:(?P<key>[A-Za-z_][\w-]*)\s*:\s+)?(?P<text>\S.*?)\s*$")
_TAB_WIDTHS = (2, 4, 8)


def mended(finding: Finding, source: Source) -> Finding:
    """The finding with the edits that mend it, if there is one right text."""
    mend = _MENDS.get(finding.rule.id)
    edits = mend(finding, source) if mend and not finding.edits else ()
    return finding._replace(edits=edits) if edits else finding


class _Value(NamedTuple):
    """A value that ends on its line: the name before it, where it begins (from 0), and its text without a comment."""

    source: Source
    line: int
    key: str | None
    column: int
    text: str

    def requoted(self, text: str, safe: bool = True) -> tuple[Edit, ...]:
        """The value in quotes."""
        span = self.source.span(self.line, self.column + 1, self.column + 1 + len(self.text))
        return (Edit(span, quoted(text), safe),)


def _value(source: Source, line: int) -> _Value | None:
    """The value on a line; None where it goes on below."""
    match = _LINE.match(source.lines[line - 1])
    if match is None:
        return None
    start, base, dash = match.start("text"), match.start("key"), match["lead"].rfind("-")
    if dash >= 0 and match["key"] not in names():  # `- Ask: what is it: this?` is one text in a list
        start, base = len(match["lead"]), dash
    text = COMMENT.split(match.string[start:match.end("text")])[0]
    below = next((row for row in source.lines[line:] if row.strip()), "")
    goes_on = len(below) - len(below.lstrip()) > base >= 0
    return None if goes_on or base < 0 or not text else _Value(source, line, match["key"], start, text)


def _colon(finding: Finding, source: Source) -> tuple[Edit, ...]:
    line = source.lines[finding.span.line - 1]
    if found := crowded.parts(line):
        new = "\n" + " " * found[0].column
        return tuple(Edit(source.span(finding.span.line, one.end + 1)._replace(end_column=other.column + 1), new, True)
                     for one, other in itertools.pairwise(found))
    if merged(value_of(line)):
        return ()
    value = _value(source, finding.span.line)
    if value is None or value.text[0] in "\"'[{|>&*!" or value.text.split(":")[0] in names():
        return ()
    return value.requoted(without_curly(value.text))


def _glued(finding: Finding, source: Source) -> tuple[Edit, ...]:
    match = GLUED.match(source.lines[finding.span.line - 1])
    if match is None or match["key"] not in names():
        return ()
    return (Edit(source.span(finding.span.line, match.end() + 1)._replace(end_column=match.end() + 1), " ", True),)


def _dashes(finding: Finding, source: Source) -> tuple[Edit, ...]:
    """Dashes for the signs before an entry and those below it in its column; the numbers of a list may be meant."""
    first, column = finding.span.line, finding.span.column - 1
    begins = re.compile(" {%d}(?:%s)" % (column, BULLET.pattern))
    last, typed, numbered = first, [], False
    for number in range(first, len(source.lines) + 1):
        line = source.lines[number - 1]
        sign = begins.match(line)
        if not sign and not (typed and line[:column + 1].isspace() and len(line) > column):
            break
        last, numbered = number, numbered or bool(sign and sign.group().strip()[0].isdigit())
        typed.append(" " * column + "- " + _with_comment(line[sign.end():]) if sign else line)
    one = begins.match(source.lines[first - 1])
    if not one or first == 1 or any(f" {one.group().strip()} " in line[one.end():] for line in typed):
        return ()
    start, end = len(source.lines[first - 2]) + 1, len(source.lines[last - 1]) + 1
    span = source.span(first - 1, start)._replace(end_line=last, end_column=end)
    return (Edit(span, "\n" + "\n".join(typed), not numbered),)


def _with_comment(entry: str) -> str:
    """The text of an entry as it can be typed, and the comment behind it."""
    text = COMMENT.split(entry)[0].rstrip()
    return entry_typed(text) + entry.rstrip()[len(text):]


def _unclosed(finding: Finding, source: Source) -> tuple[Edit, ...]:
    value = _value(source, finding.span.line)
    if value is None or value.column + 1 != finding.span.column or value.text[0] not in "\"'":
        return ()
    line = source.lines[value.line - 1][value.column:].rstrip()
    if value.text[0] in value.text[1:] or line != value.text or "\\" in value.text:
        return ()
    return value.requoted(value.text[1:].strip())


def _quote_in_quotes(finding: Finding, source: Source) -> tuple[Edit, ...]:
    value = _value(source, finding.span.line)
    if value is None or value.text[0] not in "\"'" or "\\" in value.text or value.text[0] * 2 in value.text:
        return ()
    sign, inner = value.text[0], value.text[1:-1]
    first = inner.find(sign)
    if value.text[-1] != sign and value.text.count(sign) % 2:
        return ()
    closes = first > 0 and not inner[first - 1].isspace() and not inner[first + 1:first + 2].isalnum()
    return value.requoted(inner if value.text[-1] == sign and first >= 0 and not closes else value.text)


def _bracket(finding: Finding, source: Source) -> tuple[Edit, ...]:
    value = _value(source, finding.span.line)
    if value is None or not re.match(r"(\[[^\[\]]*\]|\{+[^{}]*\}+)\s*[^\s,\]}]", value.text):
        return ()
    return value.requoted(value.text)


def _sign(finding: Finding, source: Source) -> tuple[Edit, ...]:
    value = _value(source, finding.span.line)
    if value is None or value.column + 1 != finding.span.column or value.text[0] in "\"'[{":
        return ()
    return value.requoted(value.text, safe=value.text[0] != "#")


def _backslash(finding: Finding, source: Source) -> tuple[Edit, ...]:
    value = _value(source, finding.span.line)
    if value is None or len(value.text) < 3 or value.text[0] + value.text[-1] != '""':
        return ()
    inner = value.text[1:-1]
    return () if '"' in inner or "\\\\" in inner or "\\" not in inner else value.requoted(inner)


def _cut_at_hash(finding: Finding, source: Source) -> tuple[Edit, ...]:
    value = _value(source, finding.span.line)
    if value is None or value.text[0] in "\"'[{|>" or finding.span.column <= value.column:
        return ()
    return value.requoted(value.text, safe=False)


# ---- tabs ------------------------------------------------------------------------------------------------------------

def _tabs(finding: Finding, source: Source) -> tuple[Edit, ...]:
    """Spaces for all tabs at the start of lines, if it does not matter for how many spaces one stands."""
    if source.lines[finding.span.line - 1][:finding.span.column - 1].strip():
        return ()
    found = [source._replace(text=_spaced(source, width)) for width in _TAB_WIDTHS]
    parsed = [parse(text) for text in found]
    fewest = min(len(tree.findings) for tree in parsed)
    best = [i for i, tree in enumerate(parsed) if len(tree.findings) == fewest]
    if len({_said(parsed[i].root) for i in best}) > 1:
        return ()
    lines = found[best[0]].lines
    return tuple(_indent_edit(source, number, new) for number, (old, new) in
                 enumerate(zip(source.lines, lines, strict=True), 1) if old != new)


def _spaced(source: Source, width: int) -> str:
    lines = []
    for line in source.lines:
        text = line.lstrip(" \t")
        lines.append(line[:len(line) - len(text)].expandtabs(width) + text)
    return "\n".join(lines)


def _said(node: Node | None) -> tuple | str | None:
    """What a tree says, without places."""
    if isinstance(node, Map):
        return tuple((key.text, _said(value)) for key, value in node.entries)
    return tuple(_said(entry) for entry in node.entries) if isinstance(node, Seq) else node and node.text


def _indent_edit(source: Source, number: int, new: str) -> Edit:
    old = source.lines[number - 1]
    width = len(old) - len(old.lstrip(" \t"))
    return Edit(source.span(number, 1, width + 1), new[:len(new) - len(new.lstrip())], True)


_MENDS: dict[str, Callable[[Finding, Source], tuple[Edit, ...]]] = {
    complaints.COLON_IN_TEXT.id: _colon, complaints.MISSING_COLON.id: _glued, complaints.UNCLOSED_QUOTE.id: _unclosed,
    complaints.QUOTE_IN_QUOTES.id: _quote_in_quotes, complaints.UNCLOSED_BRACKET.id: _bracket,
    complaints.SIGN_AT_START.id: _sign, complaints.UNREADABLE_YAML.id: _backslash,
    complaints.LIST_WITHOUT_DASH.id: _dashes,
    complaints.TEXT_CUT_AT_HASH.id: _cut_at_hash, complaints.TAB_INDENT.id: _tabs,
}
