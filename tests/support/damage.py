"""Definitions damaged in the ways in which people, editors and mail damage them; the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Callable

SIGNS = ["[", "]", "{", "}", ":", ": ", " #", "#", "-", "- ", "'", '"', "|", ">", "&a ", "*a", "!x ", "@", "%", "`", "\t",
         "\x00", "\x07", "\u00a0", "\u200b", "\u2028", "\x85", "\ufeff", "<b>", "<script>", "{{ x }}", "{% raw %}",
         "\\", "](javascript:x)", "](nowhere)", "![x](y)", "**", "__", "~~~", "> " * 40, "[" * 300, "\U0001f600", "é",
         "\u202e", "null", "~", "yes", "12:30", "1e999", "-1", "999999999", "2027-02-30", "...", "---\n", "? ", "<<: "]


def damaged(text: str, seed: int) -> bytes:
    """The text with one to four damages."""
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 4)):
        text = chance.choice(DAMAGES)(text, chance)
    data = text.encode("utf-8", "replace")
    if chance.random() < 0.05:
        at = chance.randrange(len(data) + 1)
        data = data[:at] + bytes([chance.randrange(256)]) + data[at:]
    return data


def _insert(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(SIGNS) + text[at:]


def _cut(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at + chance.randint(1, 30):]


def _lines(change: Callable[[list[str], int, random.Random], None]) -> Callable[[str, random.Random], str]:
    def damage(text: str, chance: random.Random) -> str:
        lines = text.split("\n")
        change(lines, chance.randrange(len(lines)), chance)
        return "\n".join(lines)
    return damage


def _indent(lines: list[str], at: int, chance: random.Random) -> None:
    lines[at] = " " * chance.randint(0, 5) + lines[at].lstrip() if chance.random() < 0.5 else " " + lines[at]


def _value(lines: list[str], at: int, chance: random.Random) -> None:
    head, colon, _ = lines[at].partition(": ")
    lines[at] = head + colon + chance.choice(SIGNS) + " and more"


def _key(lines: list[str], at: int, chance: random.Random) -> None:
    lines[at] = lines[at].replace(lines[at].strip()[:3], "", 1)


def _drop(lines: list[str], at: int, chance: random.Random) -> None:
    del lines[at:at + chance.randint(1, 40)]
    lines.append("")


def _again(lines: list[str], at: int, chance: random.Random) -> None:
    other = chance.randrange(len(lines))
    lines[other:other] = lines[at:at + chance.randint(1, 12)]


def _swap(lines: list[str], at: int, chance: random.Random) -> None:
    other = chance.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


DAMAGES = [_insert, _insert, _cut, _lines(_indent), _lines(_value), _lines(_key), _lines(_drop), _lines(_again),
           _lines(_swap)]
