"""What a YAML reader complains of, in the words of somebody who has never seen one.

The reader's own sentence ("did not find expected key") helps nobody who writes a program. The place it stopped at and
the text around it say which of the known mistakes was made.
"""

from __future__ import annotations

import re

import yaml

from ..finding import Finding
from . import complaints
from .source import Source

_VALUE = re.compile(r"(\s*(?:- +)*)(?:([^\s:#][^:#]*?)\s*:\s+)?(\S.*?)\s*$")
_SIGNS = "@`%*&!|>"


def explain(error: Exception, source: Source, lines: tuple[str, ...], first: int, last: int) -> Finding:
    """The finding for an error of the YAML reader on lines `first` to `last` (indexes, end excluded)."""
    at = _Place(error, source, lines, first, last)
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

    def __init__(self, error: Exception, source: Source, lines: tuple[str, ...], first: int, last: int) -> None:
        self.source, self.lines, self.first, self.last = source, lines, first, last
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

    def span(self, column: int, end: int, line: int | None = None):
        """A stretch of a line."""
        return self.source.span((self.line if line is None else line) + 1, column, end)


def _tab(at: _Place) -> Finding | None:
    for line in range(at.first, at.last):
        indent = re.match(r" *(\t+)", at.lines[line])
        if indent and at.lines[line].strip():
            return complaints.TAB_INDENT.at(
                at.span(indent.start(1) + 1, indent.end(1) + 1, line),
                "This line is indented with the Tab key. YAML only takes spaces there.",
                "Delete the tab and press the space bar, two spaces for each step.")
    return None


def _sign(at: _Place) -> Finding | None:
    value = _VALUE.match(at.text)
    if not value or value.group(3)[0] not in _SIGNS or "block" in at.context and value.group(3)[0] not in "|>":
        return None
    if value.group(3)[0] in "|>" and "block scalar" not in at.context:
        return None
    quoted = _quoted(value.group(3))
    return complaints.SIGN_AT_START.at(
        at.span(value.start(3) + 1, value.start(3) + 2),
        f"A text that starts with {value.group(3)[0]} means something else to YAML.", f"Type: {_with_key(value, quoted)}")


def _colon(at: _Place) -> Finding | None:
    if "mapping values are not allowed" not in at.problem:
        return None
    before = at.text[:at.column - 1]
    value = _VALUE.match(at.text)
    if value and value.group(2) and ": " in before + ":" and re.search(r":\s", before):
        return complaints.COLON_IN_TEXT.at(
            at.span(value.start(3) + 1, value.end(3) + 1),
            "This text has a colon in it, so YAML takes it for another name with a value.",
            f"Put the text in quotes: {_with_key(value, _quoted(value.group(3)))}")
    start = len(at.text) - len(at.text.lstrip())
    return complaints.WRONG_INDENT.at(
        at.span(start + 1, at.column),
        f'"{at.text.strip().split(":")[0]}" starts further right than the line above, so it is read as part of its text.',
        "Give it the same indent as the other names of its group.")


def _quote(at: _Place) -> Finding | None:
    if "escape" in at.problem:
        return complaints.UNREADABLE_YAML.at(
            at.span(at.column, at.column + 2), "A backslash means something else inside double quotes.",
            "Put single quotes around the text, or type two backslashes for one.")
    if "quoted scalar" in at.context or "quoted scalar" in at.problem:
        text = at.lines[at.start_line]
        return complaints.UNCLOSED_QUOTE.at(
            at.span(at.start_column, len(text) + 1, at.start_line),
            "A quote is opened here and not closed where the text ends.",
            "Add the same quote at the end of the text.")
    value = _VALUE.match(at.text)
    if value and value.group(3)[0] in "\"'" and at.column > value.start(3) + 1:
        inner = value.group(3).strip("\"'").replace('"', "'")
        return complaints.QUOTE_IN_QUOTES.at(
            at.span(value.start(3) + 1, value.end(3) + 1),
            "The text goes on after its closing quote.",
            f'Put the whole text in one pair of double quotes: {_with_key(value, chr(34) + inner + chr(34))}')
    return None


def _bracket(at: _Place) -> Finding | None:
    text = at.lines[at.start_line] if at.start_line < len(at.lines) else ""
    if "flow" in at.context:
        sign = text[at.start_column - 1:at.start_column] or "["
        return complaints.UNCLOSED_BRACKET.at(
            at.span(at.start_column, at.start_column + 1, at.start_line),
            f"A {sign} opens a list here and nothing closes it as YAML expects.",
            "Write the list with one `- ` line for each entry, or put the whole text in double quotes.")
    value = _VALUE.match(at.text)
    if value and value.group(3)[0] in "[{" and at.column > value.start(3) + 1:
        return complaints.UNCLOSED_BRACKET.at(
            at.span(value.start(3) + 1, value.end(3) + 1),
            "A text that starts with a bracket is taken for a list.",
            f"Put it in quotes: {_with_key(value, _quoted(value.group(3)))}")
    return None


def _no_colon(at: _Place) -> Finding | None:
    if "could not find expected ':'" not in at.problem:
        return None
    text = at.lines[at.start_line].strip()
    return missing_colon(at.source, at.start_line + 1, at.start_column, text)


def missing_colon(source: Source, line: int, column: int, text: str) -> Finding:
    """A line that is neither a key with a value nor an entry of a list."""
    glued = re.match(r"([\w-]+):(\S.*)", text)
    message = ("After the colon there must be a space." if glued else
               "This line has no colon, so it is neither a name with a value nor part of the text above.")
    remedy = (f"Type: {glued[1]}: {glued[2]}" if glued else
              "Write it as `name: value`, put `- ` before it if it belongs to a list, or indent it under its text.")
    return complaints.MISSING_COLON.at(source.span(line, column, column + len(text)), message, remedy)


def _indent(at: _Place) -> Finding | None:
    if not re.search(r"expected key|block end|block entry|'-' indicator|block sequence|expected <", at.problem):
        return None
    start = len(at.text) - len(at.text.lstrip())
    return complaints.WRONG_INDENT.at(
        at.span(start + 1, len(at.text) + 1), "This line does not line up with the lines it belongs to.",
        "Give names of one group the same indent, and put every entry of a list behind `- ` in one column.")


def _quoted(text: str) -> str:
    return '"' + text.strip().replace("\\", "\\\\").replace('"', "'") + '"'


def _with_key(value: re.Match[str], text: str) -> str:
    shown = text if len(text) <= 60 else text[:45] + '..."'
    return f"{value.group(2)}: {shown}" if value.group(2) else f"- {shown}" if "-" in value.group(1) else shown
