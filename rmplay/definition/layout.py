"""Lines that stand in the wrong column: each mistake is told once, and its lines are moved, so that all can be read.

Only a text that does not parse is looked at. Lines that begin a name or an entry are compared with the groups and lists
that are open above them; what belongs to a text is left alone.
"""

from __future__ import annotations

import re

from ..finding import Edit, Finding, Related
from ..patterns import pattern
from ..values import NamedTuple
from . import complaints
from .names import names
from .source import Source
from .typed import BULLET, no_dash, with_colon, without_colon

DEEPEST = 40
TAB = 4
FARTHEST = 3
KEY = pattern(r"(\s*)((?:- +)*)(\"[^\"]*\"|'[^']*'|(?:[^\s:#\"'\[\]{},&*!|>%@`-]|-[^\s:#])(?:[^:#]*[^:#\s])?)\s*:(?=\s|$)")
GLUED = pattern(r"(?P<lead>\s*(?:- +)*)(?P<key>[a-z_]+):(?=[^\s/])")
DASH = pattern(r"(\s*)-(?=\s|$)")
_DASHES = pattern(r"(?:-[ \t]+)*(?:-$)?")
_WORD = pattern(r"[a-z]+(?:[_-][a-z]+)*:")
BLOCK = pattern(r"[|>][-+0-9]*\s*(?:#|$)")
_PAIRS = {"[": "]", "{": "}"}


class Straight(NamedTuple):
    """The lines of a text as they were meant; `moved` says by how many columns each moved line went to the right."""

    lines: tuple[str, ...]
    moved: dict[int, int]
    findings: tuple[Finding, ...]


class _Level(NamedTuple):
    """An open group of names or list: its column from 0, its first line, and the space before it as typed."""

    column: int
    is_list: bool
    line: int
    typed: str = ""


def straightened(source: Source, lines: tuple[str, ...] | None = None) -> Straight:
    """The lines of a source, each in the column where it belongs, with one finding for each mistake.

    `lines` are given where some lines of the source are not to be read; those are empty.
    """
    typed = source.lines if lines is None else lines
    layout = _Layout(source, typed)
    for number, line in enumerate(typed):
        layout.take(number, line)
        if len(layout.levels) > DEEPEST:
            return Straight(typed, {}, ())
    return Straight(tuple(layout.lines), layout.moved, (*layout.tab_findings(), *layout.told_with_edits()))


class _Shift(NamedTuple):
    """The lines that were moved for one mistake, each with its old and its new column; `sure` if it can be no other."""

    sure: bool
    lines: list[tuple[int, int, int]]


class _Layout:
    """Goes through the lines and keeps the levels that are open."""

    def __init__(self, source: Source, lines: tuple[str, ...]) -> None:
        self.source, self.lines = source, list(lines)
        self.moved: dict[int, int] = {}
        self.findings: list[Finding] = []
        self.levels: list[_Level] = []
        self.tabs: list[tuple[int, int, int]] = []
        self.told: dict[tuple[_Level, int], int] = {}
        self.shifts: dict[int, _Shift] = {}
        self.shift: _Shift | None = None
        self.opens, self.carried = True, (0, 0)
        self.inside: tuple[int, str] | None = None
        self.block: _Level | None = None
        self.orphaned: int | None = None
        self.texts = -2

    def take(self, number: int, line: str) -> None:
        """Look at one line."""
        text = line.lstrip(" \t")
        typed = line[:len(line) - len(text)]
        if not text or text.startswith("#") or line.startswith(("---", "...", "%")):
            if "\t" in typed:
                self._tab(number, typed, 0)
                self._move(number, typed, len(typed), text)
            return
        width = len(typed.expandtabs(TAB))
        if self.orphaned is not None and width >= self.orphaned:
            self.lines[number], self.moved[number] = "", 0
            return
        self.orphaned = None
        if self._is_inside(width, text):
            self.block = None
            self._follow(number, typed, text)
        else:
            self._line(number, width, typed, text)

    def _line(self, number: int, width: int, typed: str, text: str) -> None:
        """A line that is not inside a value: a name, an entry, or a text that goes on."""
        bullet = "\t" not in typed and BULLET.match(text)
        typed_text = text
        if bullet and (self._level(width, True) or self._begins_list(number, text[bullet.end():], bullet)):
            text = self._dashed(number, typed, text, bullet.group())
        elif not KEY.match(text[:400]) and (self._level(width, False) or not self.levels):
            text = self._with_colon(number, width, text)
        dashes = _DASHES.match(text).group()
        rest = text[len(dashes):]
        if not dashes and not KEY.match(text[:400]) and not is_glued(text):
            if not self._below_block(number, width, typed, text) and not self._wrapped(number, width, typed, text):
                self._follow(number, typed, text)
            self.opens = not self.levels
            return
        self.block = None
        column = self._column(number, width, typed, dashes != "", text)
        if column is None and (_is_name(rest) if not dashes else width > self._inmost() and KEY.match(rest[:400])):
            self._orphan(number, width, text)
        elif column is None:
            self._follow(number, typed, text)
        else:
            if "\t" in dashes:
                self._tab(number, dashes, len(typed))
            self._move(number, typed, column, dashes.replace("\t", " ") + rest)
            if bullet and text.startswith("- ") and not self.source.lines[number].lstrip().startswith("- "):
                self.moved[number] = column - len(typed) + 2 - bullet.end()
            elif text != typed_text:
                self.moved[number] = column - len(typed) + len(text) - len(typed_text)
            if width <= self.carried[0] or column - width != self.carried[1]:
                self.carried = (width, column - width)
            self._open(number, column, typed, dashes, rest)

    def _begins_list(self, number: int, entry: str, sign: re.Match[str]) -> bool:
        """Whether a line with a bullet begins a list: it is right below a name, and has names itself or another below it."""
        below = next((line.strip() for line in self.lines[number + 1:] if line.strip()), "")
        return self.opens and (_is_name(entry) or below.startswith(sign.group().strip()))

    def _dashed(self, number: int, typed: str, text: str, sign: str) -> str:
        """An entry with a dash and a space instead of the sign before it."""
        start = len(typed) + 1
        self.findings.append(no_dash(text, self.source.span(number + 1, start, start + 1)))
        return "- " + text[len(sign):]

    def _with_colon(self, number: int, width: int, text: str) -> str:
        """A line that begins with a name, with the colon behind it; any other line as it is."""
        whole = with_colon(text)
        if whole:
            self.findings.append(without_colon(text.rstrip(), self.source.span(number + 1, width + 1, width + 1 + len(text.rstrip()))))
        return whole or text

    # ---- texts --------------------------------------------------------------------------------------------------

    def _is_inside(self, width: int, text: str) -> bool:
        """Whether the line belongs to a value that goes on over several lines."""
        if self.inside is None:
            return False
        column, end = self.inside
        if width <= column or end and end in text:
            self.inside = None
        elif not end:
            self.inside = (width - 1, "\n")  # a block is as far right as its first line; no sign ends it
        return width > column

    def _follow(self, number: int, typed: str, text: str) -> None:
        """A line of a text goes where the name over it went."""
        if "\t" in typed:
            self._tab(number, typed, 0)
            self._move(number, typed, max(len(typed.expandtabs(TAB)), self._inmost() + 2), text)
        elif self.carried[1] and len(typed) > self.carried[0]:
            self._move(number, typed, len(typed) + self.carried[1], text)

    def _below_block(self, number: int, width: int, typed: str, text: str) -> bool:
        """Whether the line is the text of a block, without the indent that it needs; it is told at the first line."""
        if self.block is None or "\t" in typed:
            return False
        column = self.block.column + 2
        if (self.block, -1) not in self.told:
            self.told[self.block, -1] = number
            self.findings.append(complaints.WRONG_INDENT.at(
                self.source.span(number + 1, width + 1, width + 1 + len(text)),
                f"This is the text of the name in line {self.block.line + 1}, and it is not indented.",
                f"Put {column - width} spaces before each line of the text."))
            self.shifts[number] = _Shift(True, [])
        self.shift = self.shifts[self.told[self.block, -1]]
        self._move(number, typed, column, text)
        return True

    def _wrapped(self, number: int, width: int, typed: str, text: str) -> bool:
        """Whether the line goes on with the text on the line above, without the indent that it needs; told once."""
        if self.texts != number - 1 or width > self._inmost() or "\t" in typed or text[0] in "]}":
            return False
        if (self.levels[-1], -2) not in self.told:
            self.told[self.levels[-1], -2] = number
            off = self._inmost() + 2 - width
            self.findings.append(complaints.WRONG_INDENT.at(
                self.source.span(number + 1, width + 1, width + 1 + len(text.rstrip())),
                "This line goes on with the text above it and starts too far to the left.",
                f"Put {off} more spaces before it, and before the lines that follow in the same text; or join it to the "
                "line above."))
            self.shifts[number] = _Shift(False, [])
        self.shift = self.shifts[self.told[self.levels[-1], -2]]
        self._move(number, typed, self._inmost() + 2, text)
        self.texts = number
        return True

    def _orphan(self, number: int, width: int, text: str) -> None:
        """A name or entry so far to the right that the line over it must be gone; it is left out with the lines that go with it."""
        self.findings.append(complaints.WRONG_INDENT.at(
            self.source.span(number + 1, width + 1, width + 1 + KEY.match(text[:400]).end(3)),
            "This line is indented as if it belonged to a name above it, and there is none.",
            "Bring the line back that stood above it, or delete this line and those that go with it."))
        self.lines[number], self.moved[number] = "", 0
        self.orphaned = width

    def _inmost(self) -> int:
        return self.levels[-1].column if self.levels else -2

    # ---- names and entries --------------------------------------------------------------------------------------

    def _column(self, number: int, width: int, typed: str, is_list: bool, text: str) -> int | None:
        """The column in which the line belongs, or None if it is no name and no entry after all."""
        tab = "\t" in typed
        level = None if tab else self._level(width, is_list)
        if level is None and self.opens and (width > self._inmost() or is_list and width == self._inmost()):
            return self._opened(number, typed, width)
        level = level or self._neighbor(number, typed, is_list) or self._nearest(width, typed, is_list, text)
        if level is None:
            return None
        sure = abs(level.column - width) == sum(abs(n.column - width) == 1 for n in self.levels if n.is_list == is_list)
        del self.levels[self.levels.index(level) + 1:]
        if tab:
            self._tab(number, typed, 0)
        elif level.column > width == 0 and level is self.levels[0]:
            return self._root_misplaced(level)
        elif level.column != width:
            self._misplaced(number, width, level, text, sure)
        else:
            self.shift = None
        return level.column

    def _opened(self, number: int, typed: str, width: int) -> int:
        if "\t" not in typed:
            return width + (self.carried[1] if width > self.carried[0] else 0)
        self._tab(number, typed, 0)
        return self._inmost() + 2

    def _neighbor(self, number: int, typed: str, is_list: bool) -> _Level | None:
        """The group of the line above, if a line with a tab stands between it and another name of that group."""
        below = next((line for line in self.lines[number + 1:] if line.strip()), "")
        last = self.levels[-1] if self.levels and "\t" in typed and not is_list else None
        here = last and not last.is_list and KEY.match(below[:400]) and not DASH.match(below)
        return last if here and len(below) - len(below.lstrip(" ")) == last.column > 0 else None

    def _level(self, column: int, is_list: bool) -> _Level | None:
        return next((n for n in reversed(self.levels) if n.column == column and n.is_list == is_list), None)

    def _nearest(self, width: int, typed: str, is_list: bool, text: str) -> _Level | None:
        """The open level to which a line in the wrong column was meant to belong."""
        fitting = [level for level in self.levels if level.is_list == is_list]
        if not fitting or not is_list and width > self._inmost() and not _WORD.match(text):
            return None
        if "\t" in typed and (same := [level for level in fitting if level.typed == typed]):
            return same[-1]
        if told := [level for level in fitting if (level, width) in self.told]:
            return told[-1]  # where the line above in this column went
        carried = self._level(width + self.carried[1], is_list) if width > self.carried[0] else None
        nearest = min(reversed(fitting), key=lambda level: abs(level.column - width))
        return carried or (nearest if "\t" in typed or abs(nearest.column - width) <= FARTHEST else None)

    def _open(self, number: int, column: int, typed: str, dashes: str, rest: str) -> None:
        """Open the levels that a line begins, and look at whether a value goes on below it."""
        start = column
        for index in (n for n, sign in enumerate(dashes) if sign == "-"):
            if len(self.levels) > DEEPEST:
                return
            self._ensure(_Level(column + index, True, number, typed + " " * index))
        column += len(dashes)
        key = KEY.match(rest[:400])
        if key:
            self._ensure(_Level(column, False, number, typed + " " * len(dashes)))
            rest = rest[key.end():]
        elif is_glued(rest):
            self._ensure(_Level(column, False, number, typed + " " * len(dashes)))
        value = rest.lstrip()
        self.opens = not value or value[0] in "#&!"
        self.inside = goes_on(value, min(self._inmost(), self._inmost() - start + len(typed)))
        if value and value[0] not in "#&!|>'\"[{":
            self.texts = number
        if key and BLOCK.match(value):
            self.block = _Level(self._inmost(), False, number)

    def _ensure(self, level: _Level) -> None:
        if not self.levels or (self.levels[-1].column, self.levels[-1].is_list) != (level.column, level.is_list):
            self.levels.append(level)

    def _move(self, number: int, typed: str, column: int, text: str) -> None:
        if column != len(typed) or "\t" in typed:
            self.moved[number] = column - len(typed)
            if self.shift and "\t" not in typed:
                self.shift.lines.append((number, len(typed), column))
        self.lines[number] = " " * column + text

    # ---- findings -----------------------------------------------------------------------------------------------

    def _root_misplaced(self, level: _Level) -> int:
        """All lines begin at the left but those so far."""
        line = self.lines[level.line]
        self.findings.append(misplaced(self.source, level.line, level.column, len(line) - level.column, 0,
                                       level.line + 1, level.is_list))
        self.moved[level.line] = self.moved.get(level.line, 0) - level.column
        self.lines[level.line] = line[level.column:]
        self.levels = [level._replace(column=0)]
        return 0

    def told_with_edits(self) -> list[Finding]:
        """The findings on lines, those in the wrong column with the edits that move all lines that go with them."""
        return [finding._replace(edits=self._edits(finding.span.line - 1))
                if finding.rule is complaints.WRONG_INDENT else finding for finding in self.findings]

    def _edits(self, number: int) -> tuple[Edit, ...]:
        sure, lines = self.shifts.get(number, _Shift(False, []))
        return tuple(Edit(self.source.span(line + 1, 1)._replace(end_column=width + 1), " " * column, sure)
                     for line, width, column in lines)

    def _misplaced(self, number: int, width: int, level: _Level, text: str, sure: bool) -> None:
        if level.column == width + self.carried[1] and width > self.carried[0]:
            return  # it was moved together with the entry that it belongs to
        if (level, width) in self.told:
            self.shift = self.shifts.get(self.told[level, width])
            return
        self.told[level, width] = number
        self.shift = self.shifts[number] = _Shift(sure, [])
        key = KEY.match(text[:400])
        self.findings.append(misplaced(self.source, number, width, key.end(3) if key else len(text), level.column,
                                       level.line, level.is_list))

    def _tab(self, number: int, typed: str, start: int) -> None:
        first = typed.index("\t")
        last = re.match("\t+", typed[first:]).end()
        self.tabs.append((number, start + first, start + first + last))

    def tab_findings(self) -> list[Finding]:
        """One finding for all tabs, at the first."""
        if not self.tabs:
            return []
        number, start, end = self.tabs[0]
        lines = sorted({line + 1 for line, _, _ in self.tabs[1:]} - {number + 1})
        more = f" There are more in {_lines(lines)}." if lines else ""
        return [complaints.TAB_INDENT.at(
            self.source.span(number + 1, start + 1, end + 1),
            f"There is a tab here. YAML only takes spaces before a name, an entry or a text.{more}",
            "Delete the tab and press the space bar instead, two spaces for each step.")]


def _is_name(text: str) -> bool:
    key = KEY.match(text[:400]) if _WORD.match(text) else None
    return key is not None and key.group(3) in names()


def is_glued(text: str) -> bool:
    """Whether a line is a name and its value without the space between them: told later, and in line with its group."""
    glued = GLUED.match(text)
    if glued is None:
        return False
    return glued["key"] in names()


def misplaced(source: Source, number: int, width: int, length: int, column: int, above: int, is_list: bool) -> Finding:
    """A line (from 0) that begins in column `width` (from 0) and belongs in `column`, like the line `above`."""
    what = "the entry above it in its list starts" if is_list else "the other names of its group start"
    off = abs(column - width)
    spaces = "one space" if off == 1 else f"{off} spaces"
    remedy = (f"Put {spaces} more before it, so that they line up." if column > width else
              f"Take {spaces} away before it, so that they line up.")
    related = source.span(above + 1, column + 1, column + 2)
    return complaints.WRONG_INDENT.at(
        source.span(number + 1, width + 1, width + 1 + length),
        f"This line starts in column {width + 1}; {what} in column {column + 1}.", remedy,
        related=(Related(related, "with which it should line up"),))


def goes_on(value: str, column: int) -> tuple[int, str] | None:
    """Where a value goes on over deeper lines: the column over which they are, and the sign that ends it."""
    if BLOCK.match(value):
        return column, ""
    if value[:1] in ("'", '"') and value.count(value[0]) < 2:
        return column, value[0]
    if value[:1] in _PAIRS and value.count(value[0]) > value.count(_PAIRS[value[0]]):
        return column, _PAIRS[value[0]]
    return None


def _lines(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:5]))
    if len(numbers) == 1:
        return f"line {shown}"
    return f"lines {shown}" + (f" and {len(numbers) - 5} more" if len(numbers) > 5 else "")
