"""Several names with their values on one line, as in `minutes: 45, between_minutes: 20`, where each needs one of its own."""

from __future__ import annotations

import re

from ..patterns import pattern
from ..values import NamedTuple
from .layout import KEY
from .names import groups
from .typed import COMMENT

_NAMED = pattern(r"(?:(?<=\s)|\A)([a-z]+(?:_[a-z]+)*):(?=\s)")
_WORD = pattern(r"[^\s,;:\"'\[\]{}#&*!|>%@`]+\Z")


class Part(NamedTuple):
    """A name with its value, which is one word; the columns where both begin, and where the value ends, from 0."""

    name: str
    value: str
    column: int
    start: int
    end: int


def parts(line: str) -> tuple[Part, ...]:
    """The names on a line of a definition, if there are several of one group and it is certain where each value ends."""
    key = KEY.match(line[:400])
    text = COMMENT.split(line)[0] if key else ""
    found = [match for match in _NAMED.finditer(text) if match.start() >= key.start(3)]
    if len(found) < 2 or len({match[1] for match in found}) < len(found):
        return ()
    ends = [match.start() for match in found[1:]] + [len(text)]
    made = tuple(_part(text, match, end) for match, end in zip(found, ends, strict=True))
    names = {part.name for part in made}
    certain = all(_WORD.match(part.value) for part in made) and any(names <= group for group in groups())
    return made if certain else ()


def _part(text: str, match: re.Match[str], end: int) -> Part:
    value = text[match.end():end].rstrip().rstrip(",;").rstrip()
    start = match.end() + len(value) - len(value.lstrip())
    return Part(match[1], value.strip(), match.start(), start, match.end() + len(value))
