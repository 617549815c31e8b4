"""A list whose name was deleted, so that it stands below another name that has its value already."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..finding import Finding
from ..patterns import pattern
from . import complaints
from .layout import KEY
from .names import lists_beside
from .source import Source
from .typed import COMMENT

MOST_NAMED = 3
FARTHEST = 60
ONE_WORD = pattern(r"(?:yes|no|true|false|on|off|\d+)\Z", re.I)


def told(source: Source, above: int, key: re.Match[str], number: int) -> Finding:
    """The finding about a list that begins on a line, below that of a name with its value; both are indexes."""
    text = source.lines[number]
    start = len(text) - len(text.lstrip()) + 1
    names = absent(source, above, key)
    typed = f"{': or '.join(names)}:" if 0 < len(names) <= MOST_NAMED else "the name of the list and a colon."
    value = value_of(source.lines[above], key)
    return complaints.MISSING_HEADING.at(
        source.span(number + 1, start), f"A list begins here, and the line above, `{key[3]}: {value}`, is not its name.",
        f"Type on a line of its own above line {number + 1}, in the column of `{key[3]}`: {typed}")


def value_of(line: str, key: re.Match[str]) -> str:
    """What stands behind the name on a line."""
    return COMMENT.split(line[key.end():])[0].strip()


def absent(source: Source, above: int, key: re.Match[str]) -> tuple[str, ...]:
    """The names that such a list can have: those of lists that are not written beside the name above it."""
    beside = _beside(source.lines, above, key.start(3))
    return tuple(sorted(lists_beside(key[3], frozenset(beside)) - beside))


def _beside(lines: tuple[str, ...], at: int, column: int) -> set[str]:
    """The names of the group to which that on a line belongs."""
    above = lines[max(0, at - FARTHEST):at][::-1] if "-" not in lines[at][:column] else ()
    below = lines[at + 1:at + FARTHEST]
    return _in_column(above, column) | _in_column(lines[at:at + 1], column) | _in_column(below, column, below=True)


def _in_column(lines: Iterable[str], column: int, below: bool = False) -> set[str]:
    """The names in a column until something stands further to the left; the entry of a list is the first of its group."""
    found = set()
    for line in lines:
        text = line.lstrip(" ")
        if not text or text.startswith("#"):
            continue
        key, dash = KEY.match(line[:400]), text.startswith("-")
        named = key is not None and key.start(3) == column
        if len(line) - len(text) < column and not (dash and named and not below):
            break
        if named and not (dash and below):
            found.add(key[3])
        if named and dash:
            break
    return found
