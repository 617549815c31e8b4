"""What a YAML reader complains of, in the words of somebody who has never seen one.

The reader's own sentence ("did not find expected key") helps nobody who writes a program. The place it stopped at and
the text around it say which of the known mistakes was made.
"""

from __future__ import annotations

import re

from ..finding import Finding, Span
from ..patterns import pattern
from ..values import NamedTuple
from . import complaints, crowded, nameless
from .builder import Piece
from .layout import KEY
from .names import groups, top
from .typed import (BULLET, COMMENT, LONGEST_TYPED, NAME, SIGNS, no_dash, quoted, to_type, without_colon,
                    without_curly)

_DASHES = pattern(r"\s*(?:- +)*")


class Value(NamedTuple):
    """A line taken apart: what stands before its text, the name if it has one, and the text with its column from 0."""

    dashes: str
    name: str
    start: int
    text: str

    def typed(self, text: str) -> str:
        """The line with another text, without its indent."""
        return f"{self.dashes.lstrip()}{self.name + ': ' if self.name else ''}{text}"


def value_of(line: str) -> Value:
    """A line taken apart. A word with spaces or capitals before a colon is part of a text, not a name."""
    key = KEY.match(line)
    if key and NAME.match(key.group(3)):
        start = key.end() + len(line[key.end():]) - len(line[key.end():].lstrip())
        return Value(key.group(1) + key.group(2), key.group(3), start, line[start:].rstrip())
    dashes = _DASHES.match(line).group()
    return Value(dashes, "", len(dashes), line[len(dashes):].rstrip())


def explain(error: Exception, piece: Piece) -> Finding:
    """The finding for an error of the YAML reader in a piece."""
    at = _Place(error, piece)
    for test in (_tab, _sign, _colon, _quote, _bracket, _no_colon, _indent):
        finding = test(at)
        if finding is not None:
            return finding
    return complaints.UNREADABLE_YAML.at(
        at.span(at.column, len(at.text) + 1), "This line cannot be read.",
        "Compare it with the lines above: the same indent, a name, a colon, a space, the value. Text with signs in it "
        "goes in double quotes.")


class _Place:
    """Where the reader stopped, and what it said; lines are indexes, columns count from 1."""

    def __init__(self, error: Exception, piece: Piece) -> None:
        self.piece, self.lines, self.first, self.last = piece, piece.lines, piece.first, piece.last
        first, last = self.first, self.last
        mark = getattr(error, "problem_mark", None)
        self.problem = str(getattr(error, "problem", None) or error)
        self.context = str(getattr(error, "context", None) or "")
        self.line = min(first + mark.line, last - 1) if mark else first
        self.column = mark.column + 1 if mark else 1
        start = getattr(error, "context_mark", None)
        self.start_line = min(first + start.line, last - 1) if start else self.line
        self.start_column = start.column + 1 if start else self.column
        if not self.text.strip() and self.line > first:
            self.line = self._last_content()
            self.column = len(self.lines[self.line]) + 1

    def _last_content(self) -> int:
        return next((i for i in range(self.line, self.first - 1, -1) if self.lines[i].strip()), self.first)

    @property
    def text(self) -> str:
        """The line at which the reader stopped."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def value(self) -> Value:
        """The line at which the reader stopped, taken apart; with the dashes that were blanked out to read its entry alone."""
        value, typed = value_of(self.text), _DASHES.match(self.piece.source.lines[self.line]).group()
        return value._replace(dashes=typed) if len(typed) == len(value.dashes) else value

    def span(self, column: int, end: int, line: int | None = None) -> Span:
        """A stretch of a line."""
        return self.piece.span(self.line if line is None else line, column, end)

    def of(self, value: Value) -> Span:
        """The place of the text of the line."""
        return self.span(value.start + 1, value.start + 1 + len(value.text))


def _tab(at: _Place) -> Finding | None:
    for line in range(at.first, at.last):
        indent = re.match(r" *(\t+)", at.lines[line])
        if indent and at.lines[line].strip():
            return complaints.TAB_INDENT.at(
                at.span(indent.start(1) + 1, indent.end(1) + 1, line),
                "There is a tab here. YAML only takes spaces before a name, an entry or a text.",
                "Delete the tab and press the space bar instead, two spaces for each step.")
    return None


def _sign(at: _Place) -> Finding | None:
    value = at.value
    sign = value.text[:1]
    if value.text[:2] in ("- ", "? ", "-") and "not allowed" in at.problem:
        return _dash(at, value)
    name_read = sign in tuple("*&!") and at.column > value.start + 1  # a label, and then the next word
    if sign not in SIGNS or not sign or "block" in at.context and sign not in "|>" and not name_read:
        return None
    if not value.name and BULLET.match(value.text):
        return no_dash(value.text, at.span(value.start + 1, value.start + 2))
    if sign in "|>":
        return _block(at, value) if "block scalar" in at.context else None
    return complaints.SIGN_AT_START.at(
        at.span(value.start + 1, value.start + 2),
        f"A text that starts with {sign} means something else to YAML.", _quotes(value))


def _dash(at: _Place, value: Value) -> Finding:
    return complaints.SIGN_AT_START.at(
        at.span(value.start + 1, value.start + 2),
        f"A text that starts with {value.text[0]} and a space means something else to YAML.",
        f"For a list, put each entry on a line of its own below, with `- ` before it. For a text, type: "
        f"{value.typed(quoted(value.text))}" if len(value.text) < LONGEST_TYPED else "Put the text in double quotes.")


def _block(at: _Place, value: Value) -> Finding:
    return complaints.SIGN_AT_START.at(
        at.span(value.start + 1, value.start + 2), f"Behind {value.text[0]} the line must end.",
        "Put the text on the next line, indented by two more spaces than the name.")


def _quotes(value: Value, text: str | None = None) -> str:
    """The remedy that a text needs quotes."""
    meant = COMMENT.split(value.text)[0].strip() or value.text  # odd spaces may stand before a # at the start
    better = quoted(without_curly(meant) if text is None else text)
    words = meant.split()
    return to_type(value.typed(better), f'Put one {better[0]} before the first word, "{words[0]}", and one behind the '
                   f'last, "{words[-1]}".')


def _colon(at: _Place) -> Finding | None:
    if "mapping values are not allowed" not in at.problem:
        return None
    value = at.value
    if value.name and at.line > at.first and at.column <= value.start:
        return _name_in_text(at, value)
    if value.name or "-" in value.dashes or at.line == at.first:
        several = _several(at) or value.name and _in_the_middle(at, value)
        if several:
            return several
        return complaints.COLON_IN_TEXT.at(
            at.of(value), "This text has a colon in it, so YAML takes it for another name with a value.",
            _quotes(value))
    return complaints.COLON_IN_TEXT.at(
        at.of(value), "This line goes on with the text above it and has a colon in it, so YAML takes it for a name.",
        "Type > behind the colon of the name and begin the text on the next line, indented by two spaces.")


def _several(at: _Place) -> Finding | None:
    """The finding about names with short values on one line."""
    found = crowded.parts(at.text)
    if not found:
        return None
    *names, last = (f"`{part.name}:`" for part in found)
    *typed, final = (f"`{part.name}: {part.value}`" for part in found)
    return complaints.COLON_IN_TEXT.at(
        at.span(found[1].column + 1, found[1].column + 1 + len(found[1].name)),
        f"{', '.join(names)} and {last} stand on one line; each name needs a line of its own.",
        f"Type, each on a line of its own and in the same column: {', '.join(typed)} and {final}.")


def _in_the_middle(at: _Place, value: Value) -> Finding | None:
    """The finding about a name that stands behind a text."""
    found = merged(value)
    if not found:
        return None
    start = value.start + found.start(1)
    press = "Delete the comma, and press" if value.text[:found.start(1)].rstrip().endswith(",") else "Press"
    return complaints.COLON_IN_TEXT.at(
        at.span(start + 1, start + 1 + len(found[1])),
        f'"{found[1]}:" stands in the middle of a line; each name needs a line of its own.',
        f"{press} Enter before {found[1]}: so that it starts a new line, in the column of {value.name}:. If it is "
        "part of the text, put the whole text in double quotes.")


def _name_in_text(at: _Place, value: Value) -> Finding:
    """A name on a line that is read as part of a text: of one that has no name, or of one further to the left."""
    head = at.piece.content()[0]
    if not KEY.match(at.lines[head]):
        return missing_colon(at.piece, head)
    return complaints.WRONG_INDENT.at(
        at.span(len(value.dashes) + 1, at.column),
        f'"{value.name}" starts further right than the line above, so it is read as part of its text.',
        "Give it the same indent as the other names of its group.")


def merged(value: Value) -> re.Match[str] | None:
    """A name in the middle of a text that can stand beside the name of the text."""
    beside = {name for group in groups() if value.name in group for name in group}
    if not value.dashes:
        beside = top()
    return next((m for m in re.finditer(r"\s([a-z]+(?:_[a-z]+)*):(?=\s|$)", value.text) if m[1] in beside), None)


def _quote(at: _Place) -> Finding | None:
    if "escape" in at.problem:
        return complaints.UNREADABLE_YAML.at(
            at.span(at.column, at.column + 2), "A backslash means something else inside double quotes.",
            "Put single quotes around the text, or type two backslashes for one.")
    value = at.value
    if value.text[:1] in ("'", '"') and at.column > value.start + 1 and "quoted" not in at.context:
        text = value.text
        inner = text[1:-1] if text[-1] == text[0] and len(text) > 1 else text
        return complaints.QUOTE_IN_QUOTES.at(
            at.of(value), "The text goes on after its closing quote.", _quotes(value, inner))
    if "quoted scalar" in at.context or "quoted scalar" in at.problem:
        return _unclosed(at)
    return None


def _unclosed(at: _Place) -> Finding:
    line = at.lines[at.start_line]
    value = value_of(line)
    sign = value.text[:1]
    alone = at.start_column == value.start + 1 and value.text.count(sign) == 1
    remedy = "Add the same quote at the end of the text."
    return complaints.UNCLOSED_QUOTE.at(
        at.span(at.start_column, len(line) + 1, at.start_line),
        "A quote is opened here and not closed where the text ends.",
        to_type(value.typed(value.text + sign), remedy) if alone else remedy)


def _bracket(at: _Place) -> Finding | None:
    text = at.lines[at.start_line] if at.start_line < len(at.lines) else ""
    if "flow" in at.context:
        sign = text[at.start_column - 1:at.start_column] or "["
        close, what, how = ("}", "group", "name") if sign == "{" else ("]", "list", "entry")
        lost = close not in "".join(at.lines[at.start_line:at.last])
        return complaints.UNCLOSED_BRACKET.at(
            at.span(at.start_column, at.start_column + 1, at.start_line),
            f"A {sign} opens a {what} here, and no {close} closes it." if lost else
            f"The {what} that {sign} opens here cannot be read.",
            f"For a {what}, put each {how} on a line of its own below{', with `- ` before it' * (sign != '{')}. If none is "
            f"meant, delete the {sign}, or put the whole text in double quotes.")
    value = at.value
    if value.text[:1] in ("[", "{") and at.column > value.start + 1:
        return complaints.UNCLOSED_BRACKET.at(
            at.of(value), "A text that starts with a bracket is taken for a list.", _quotes(value))
    return None


def _no_colon(at: _Place) -> Finding | None:
    if "could not find expected ':'" not in at.problem:
        return None
    return missing_colon(at.piece, at.start_line)


def missing_colon(piece: Piece, line: int) -> Finding:
    """A line that is neither a key with a value nor an entry of a list."""
    text = piece.lines[line].strip()
    start = len(piece.lines[line]) - len(piece.lines[line].lstrip())
    span = piece.span(line, start + 1, start + 1 + len(text))
    return without_colon(text, span)


def _indent(at: _Place) -> Finding | None:
    if not re.search(r"expected key|block end|block entry|'-' indicator|block sequence|expected <", at.problem):
        return None
    start = len(at.text) - len(at.text.lstrip())
    above = next((line for line in range(at.line - 1, at.first - 1, -1) if at.lines[line].strip()), at.first)
    key = KEY.match(at.lines[above])
    is_list = key and at.text.lstrip().startswith("- ") and at.lines == at.piece.source.lines and (
        key.start(3) == start or key.start(3) < start and nameless.ONE_WORD.match(nameless.value_of(at.lines[above], key)))
    if is_list:
        return nameless.told(at.piece.source, above, key, at.line)
    return complaints.WRONG_INDENT.at(
        at.span(start + 1, len(at.text) + 1), "This line does not line up with the lines it belongs to.",
        "Give names of one group the same indent, and put every entry of a list behind `- ` in one column.")
