"""Languages that exist in tests only: every message of the pages, made unlike anything that is written in English."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from babel.messages import Catalog
from babel.messages.pofile import write_po

from rmplay.site.messages import messages

_KEPT = re.compile(r"(%\(\w+\)s|%%|<[^>]*>)")
_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
GREEK = str.maketrans(_LATIN, "ΑΒΨΔΕΦΓΗΙΞΚΛΜΝΟΠΘΡΣΤΘΩΩΧΥΖαβψδεφγηιξκλμνοπθρστθωωχυζ")
HEBREW = str.maketrans(_LATIN, "אבכדעפגהייקלמנופקרסתוושחיצאבכדעפגהייקלמנופקרסתוושחיצ")


def other(text: str, letters: dict[int, int] = GREEK) -> str:
    """A message in other letters; places for values and tags stay."""
    return "".join(part if n % 2 else part.translate(letters) for n, part in enumerate(_KEPT.split(text)))


def words_file(layers: Iterable[Path], made: Callable[[str], str], plural: str = "nplurals=2; plural=(n != 1);") -> bytes:
    """A file with words for every message."""
    catalog = Catalog(fuzzy=False)
    for message in messages(layers):
        text = (made(message.one), made(message.many)) if message.many else made(message.one)
        catalog.add((message.one, message.many) if message.many else message.one, text, context=message.context or None)
    file = io.BytesIO()
    write_po(file, catalog, omit_header=True)
    head = f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: {plural}\\n"\n\n'
    return head.encode() + file.getvalue()
