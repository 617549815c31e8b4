"""Running text that was pasted into a definition, such as a mail: told once and left out, so that the rest is read."""

from __future__ import annotations

import re

from ..finding import Edit, Finding
from ..patterns import pattern
from ..values import NamedTuple
from . import complaints
from .layout import KEY, goes_on, is_glued
from .names import names, top
from .source import Source
from .typed import BULLET, COMMENT

FEWEST = 2
WORDS_OF_A_TEXT = 3
_OWN, _RUNNING, _ENTRY, _EITHER = range(4)
_DASHES = pattern(r"(?:- +)+")
_SMALL = pattern(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*\Z")
_SIGNS = "[]{}\"'%&*!|@`"
_ENDS = ".!?:;…"


class Passage(NamedTuple):
    """Lines that belong together, from the first to the one behind the last, as indexes."""

    first: int
    last: int


class _Above(NamedTuple):
    """The last line of the definition over a passage: its number, its column, what is written behind its name or dash."""

    number: int = -1
    column: int = 0
    value: str = "x"


def passages(lines: tuple[str, ...]) -> list[Passage]:
    """The passages of running text among the lines of a definition."""
    found, number, above = [], 0, _Above()
    while number < len(lines):
        line = lines[number]
        if _sort(line) == _RUNNING:
            passage, sorts = _passage(lines, number, above.column + 1 if _is_text_of(above, line) else 0)
            if sorts.count(_RUNNING) >= FEWEST and not _goes_on_above(lines, passage, sorts, above):
                found.append(passage)
            number = passage.last
            continue
        if line.strip() and not line.lstrip().startswith("#") and not _is_text_of(above, line):
            above = _above(number, line)
        number += 1
    return found


def told(source: Source, passage: Passage) -> Finding:
    """The finding about a passage, at its first line, with the edit that makes comments of its lines."""
    first, last = passage.first + 1, passage.last
    lines = source.lines[passage.first:passage.last]
    edit = Edit(source.span(first, 1)._replace(end_line=last, end_column=len(lines[-1]) + 1),
                "\n".join(f"# {line}".rstrip() for line in lines))
    start = _indent(lines[0])
    return complaints.STRAY_TEXT.at(
        source.span(first, start + 1, len(lines[0].rstrip()) + 1),
        f"Lines {first} to {last} are running text, such as a mail, and no part of a definition.",
        "Delete them, or type # and a space before each to keep them as a note. If they go on with the text above, put two "
        "more spaces before each than stand before the name of that text.", edits=(edit,))


# ---- lines -----------------------------------------------------------------------------------------------------------

def _sort(line: str) -> int:
    """What a line is, as far as it shows: of a definition, running text, an entry of any list, or of either text."""
    text = line.strip()
    if text.startswith("#"):
        return _OWN
    dashes = _DASHES.match(text)
    name = _name(text[dashes.end():] if dashes else text)
    if name and (not dashes or name in names()):
        return _OWN
    if not text or text[0] in _SIGNS or set(text) <= set("-."):
        return _EITHER
    if dashes or BULLET.match(text):
        return _ENTRY
    word = re.match(r"[a-z_]+(?=\s|\Z)", text)
    return _EITHER if word and word.group() in names() else _RUNNING


def _name(text: str) -> str:
    """The name at the start of a line of a definition. A word with spaces or capitals before a colon is part of a text."""
    if is_glued(text):
        return text.partition(":")[0]
    key = KEY.match(text[:400])
    name = key.group(3).strip("\"'") if key else ""
    return name if _SMALL.match(name) else name.lower() if name.lower() in top() else ""


def _above(number: int, line: str) -> _Above:
    key = KEY.match(line[:400])
    column, value = (key.start(3), line[key.end():]) if key else (_indent(line), line.strip().lstrip("- "))
    return _Above(number, column, COMMENT.split(value)[0].strip())


def _is_text_of(above: _Above, line: str) -> bool:
    """Whether a line goes on with the value above it."""
    return above.value != "" and _indent(line) > above.column


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


# ---- passages --------------------------------------------------------------------------------------------------------

def _passage(lines: tuple[str, ...], first: int, column: int) -> tuple[Passage, list[int]]:
    """The passage that begins on a line, in no line left of a column, and the sorts of its lines.

    At the margin entries may end it; further right these may be of the list that it was pasted into.
    """
    last, sorts, waiting = first + 1, [_RUNNING], []
    for number in range(first + 1, len(lines)):
        sort = _sort(lines[number])
        if sort == _OWN or lines[number].strip() and _indent(lines[number]) < column:
            break
        waiting.append(sort)
        if sort == _RUNNING or sort == _ENTRY and lines[number][0] not in " \t":
            last = number + 1
            sorts += waiting
            waiting.clear()
    return Passage(first, last), sorts


def _goes_on_above(lines: tuple[str, ...], passage: Passage, sorts: list[int], above: _Above) -> bool:
    """Whether a passage is the value above it, or the rest of it, which lost its indent."""
    own = lines[passage.first:passage.last]
    colons = any(KEY.match(line[:400]) for line in own)
    plain = set(sorts) == {_RUNNING} and passage.first == above.number + 1 and not colons
    if goes_on(above.value, 0):
        return True
    if _indent(own[0]) > above.column:
        return _ENTRY not in sorts or above.value != "" and not colons
    if not above.value:
        below = next((line for line in lines[passage.last:] if line.strip()), "")
        return plain and _indent(below) <= above.column
    broken_off = above.value[-1] not in _ENDS or own[0].strip()[0].islower()
    return plain and len(above.value.split()) >= WORDS_OF_A_TEXT and broken_off
