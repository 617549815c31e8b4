"""Sentences: how rules list and count things in theirs, and how they find words in those of the author."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from ..definition.model import Program
from ..patterns import pattern
from .texts import language, pattern_of
from .words import lists_of

_NEVER = pattern(r"(?!)")


def listed(names: Iterable[str], last: str = "and") -> str:
    """Names as a reader lists them: "a, b and c"."""
    *others, end = names
    return f"{', '.join(others)} {last} {end}" if others else end


def counted(number: int, one: str, many: str = "") -> str:
    """A number with what it counts: "1 week", "2 weeks"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def sentences(text: str) -> Iterator[re.Match[str]]:
    """The sentences of a text, roughly: what stands between full stops, question marks and the like."""
    return re.finditer(r"[^.!?;\n]+", text)


def phrases(program: Program, name: str) -> re.Pattern[str]:
    """A pattern for the phrases of a word list; it finds nothing in a language that has no such list.

    Where a phrase has {} for a number, the group "number" is what stands there.
    """
    return _NEVER if program.broken("language") else _pattern(language(program), name)


def knows(program: Program, name: str) -> bool:
    """Whether the language of a program has a word list: without it nothing can be said to be missing in words."""
    return name in lists_of(language(program))


def number(program: Program, text: str) -> int | None:
    """A number in digits or as one of the words that the language has for it."""
    if text.isdecimal():
        return int(text)
    names = lists_of(language(program)).get("number", ())
    return names.index(text.lower()) + 1 if text.lower() in names else None


@functools.cache
def _pattern(code: str, name: str) -> re.Pattern[str]:
    listed_phrases = lists_of(code).get(name, ())
    return pattern_of(tuple(sorted(listed_phrases, key=len, reverse=True))) if listed_phrases else _NEVER
