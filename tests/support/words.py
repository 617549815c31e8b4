"""Languages that exist in tests only: every message of the pages, made unlike anything that is written in English."""

from __future__ import annotations

import functools
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from babel.messages import Catalog
from babel.messages.pofile import write_po

from rmplay.definition.kinds import Keyed, Line, Many, Text
from rmplay.definition.record import Record
from rmplay.site.messages import Message, messages

_KEPT = re.compile(r"(%\(\w+\)s|%%|<[^>]*>)")
_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
GREEK = str.maketrans(_LATIN, "ΑΒΨΔΕΦΓΗΙΞΚΛΜΝΟΠΘΡΣΤΘΩΩΧΥΖαβψδεφγηιξκλμνοπθρστθωωχυζ")
HEBREW = str.maketrans(_LATIN, "אבכדעפגהייקלמנופקרסתוושחיצאבכדעפגהייקלמנופקרסתוושחיצ")


def other(text: str, letters: dict[int, int] = GREEK) -> str:
    """A message in other letters; places for values and tags stay."""
    return "".join(part if n % 2 else part.translate(letters) for n, part in enumerate(_KEPT.split(text)))


@functools.cache
def all_messages(layers: tuple[Path, ...]) -> tuple[Message, ...]:
    """Every message of a theme, looked for once."""
    return tuple(messages(layers))


def words_file(layers: tuple[Path, ...], made: Callable[[str], str], plural: str = "nplurals=2; plural=(n != 1);") -> bytes:
    """A file with words for every message."""
    catalog = Catalog(fuzzy=False)
    for message in all_messages(layers):
        text = (made(message.one), made(message.many)) if message.many else made(message.one)
        catalog.add((message.one, message.many) if message.many else message.one, text, context=message.context or None)
    file = io.BytesIO()
    write_po(file, catalog, omit_header=True)
    head = f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: {plural}\\n"\n\n'
    return head.encode() + file.getvalue()


def in_letters(value: Any, letters: dict[int, int]) -> Any:
    """A record with its texts in other letters; ids, choices and addresses stay."""
    return value.changed(**{name: _in_letters(spec.kind, getattr(value, name), letters) for name, spec in value.specs.items()})


def _in_letters(kind: Any, held: Any, letters: dict[int, int]) -> Any:
    if isinstance(held, str) and isinstance(kind, (Line, Text)):
        return "".join(part if n % 2 else part.translate(letters) for n, part in enumerate(re.split(r"(\]\([^)]*\))", held)))
    if isinstance(held, Record):
        return in_letters(held, letters)
    if isinstance(held, tuple) and isinstance(kind, (Many, Keyed)):
        return tuple(_in_letters(getattr(kind, "of", None), part, letters) for part in held)
    return held
