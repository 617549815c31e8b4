"""The words of pages in one language, and how that language writes dates, numbers and lists.

Templates and this package say everything in American English; what another language says instead stands in
`languages/de.po` of a theme, of its parents or of the project's `overrides`. A language that has no such file anywhere
gets the English words, and English dates within them. Babel is loaded for other languages only: an English site needs
none of it.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from babel.messages import Catalog, Message

SOURCE = "en"
CHOICE = "choice"  # the context of words from closed lists, such as the kinds of a program
FOLDER = "languages"
MONTHS = ("", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")
_CAPITALS = ("de", "lb")  # languages with capital nouns
Messages = Mapping[tuple[str, str], tuple[str, ...]]


class WordsError(Exception):
    """A file of words that cannot be used; the message says which, and why."""


class Words:
    """The words of one language. `tag` is its BCP 47 tag, `messages` the forms of each message by context and English.

    `plural` gives the form for a number, None for the rule of English. `dates` is the tag of the language in which dates
    and numbers are written: another one where there are no words in the language of the program.
    """

    def __init__(self, tag: str = SOURCE, messages: Messages = MappingProxyType({}),
                 plural: Callable[[int], int] | None = None, dates: str = SOURCE) -> None:
        self.tag, self.messages, self.plural, self.dates = tag, messages, plural, dates
        self.english = language_of(dates) == SOURCE
        self.keeps_capitals = language_of(dates) in _CAPITALS

    @property
    def digest(self) -> str:
        """A name for these very messages; empty for those of English."""
        if not self.messages:
            return ""
        import hashlib
        return hashlib.sha256(repr(sorted(self.messages.items())).encode()).hexdigest()

    def gettext(self, message: str, **values: object) -> str:
        """A message in this language, with values for the places in it."""
        found = self.pgettext("", message)
        return found % values if values else found

    def pgettext(self, context: str, message: str) -> str:
        """A message that has another meaning elsewhere, in this language."""
        return self.messages.get((context, message), (message,))[0]

    def ngettext(self, one: str, many: str, number: int) -> str:
        """A message about a number of things, in this language."""
        return self.npgettext("", one, many, number)

    def npgettext(self, context: str, one: str, many: str, number: int) -> str:
        """A message about a number of things that has another meaning elsewhere, in this language."""
        forms = self.forms(context, one, many)
        return forms[self.plural(number) if self.plural else number != 1]

    def forms(self, context: str, one: str, many: str) -> tuple[str, ...]:
        """All forms of a message about a number of things."""
        found = self.messages.get((context, one), ())
        return found if len(found) > 1 else (one, many)

    def choice(self, name: str | None) -> str:
        """A word of a closed list: `process-change` as "process change"; nothing for what is not written."""
        return self.pgettext(CHOICE, (name or "").replace("-", " ").replace("_", " "))

    def inside(self, name: str) -> str:
        """A name as it stands inside a sentence: small in most languages, as it is in German."""
        return name if self.keeps_capitals else name.lower()

    @functools.cached_property
    def direction(self) -> str:
        """In which direction the language is written: `ltr` or `rtl`."""
        if language_of(self.tag) == SOURCE:
            return "ltr"
        found = locale_of(self.tag)
        return found.text_direction if found else "ltr"

    @property
    def months(self) -> tuple[str, ...]:
        """The names of the months, from 1 on."""
        found = None if self.english else locale_of(self.dates)
        return ("", *(found.months["format"]["wide"][n] for n in range(1, 13))) if found else MONTHS

    def date(self, day: datetime.date) -> str:
        """A date with the month as a word."""
        if self.english:
            return f"{day.day} {MONTHS[day.month]} {day.year}"
        from babel.dates import format_date
        found = locale_of(self.dates)
        return format_date(day, "long", found) if found else day.isoformat()

    def number(self, value: float) -> str:
        """A number with no more decimals than it has; from 10,000 on with its thousands apart, as sums of money are read."""
        large = abs(value) >= 10_000
        plain = f"{value:,.6f}".rstrip("0").rstrip(".") if large else f"{value:g}"
        if self.english:
            return plain
        from babel.numbers import format_decimal
        found = locale_of(self.dates)
        return format_decimal(value, "#,##0.######" if large else "0.######", found) if found else plain

    def listed(self, names: Iterable[object]) -> str:
        """Names as "a, b and c"."""
        found = [str(name) for name in names]
        if len(found) < 2:
            return "".join(found)
        if self.english:
            return f"{', '.join(found[:-1])} and {found[-1]}"
        from babel.lists import format_list
        locale = locale_of(self.dates)
        return format_list(found, "standard", locale) if locale else ", ".join(found)


def later(message: str) -> str:
    """A message that is put into a language where it is shown; the mark by which it is found."""
    return message


def language_of(tag: str) -> str:
    """The language of a tag, without script and region."""
    return tag.replace("_", "-").split("-")[0].lower()


ENGLISH = Words()


@functools.cache
def locale_of(tag: str) -> Any:
    """What Babel knows of a language; of the language alone, where the region is not known; None for neither."""
    from babel import Locale, UnknownLocaleError
    for name in (tag, language_of(tag)):
        try:
            return Locale.parse(name, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None


@functools.lru_cache(maxsize=16)
def words_of(layers: tuple[Path, ...], tag: str) -> Words:
    """The words for a tag from the folders of a theme, nearest first. Raises WordsError."""
    messages: dict[tuple[str, str], tuple[str, ...]] = {}
    plural = None
    for path in reversed(files_of(layers, tag)):
        found, plural = _read(path)
        messages |= found
    is_own = messages or language_of(tag) == SOURCE
    return Words(tag, MappingProxyType(messages), plural, tag if is_own else SOURCE)


def known_in(layers: tuple[Path, ...]) -> tuple[str, ...]:
    """The tags of the languages in which a theme has words, that of its templates among them."""
    return tuple(sorted({SOURCE, *(path.stem for layer in layers for path in (layer / FOLDER).glob("*.po"))}))


@functools.lru_cache(maxsize=16)
def unsaid(path: Path, looked: int) -> tuple[int, int]:
    """How many of the messages of a file have no words, and how many there are. Raises WordsError.

    `looked` is when the file was last changed, in nanoseconds, so that the answer is that of now.
    """
    known = [message for message in catalog_of(path) if message.id]
    return sum(message.fuzzy or not all(forms_of(message)) for message in known), len(known)


def files_of(layers: tuple[Path, ...], tag: str) -> list[Path]:
    """The files with words for a tag: those of its region before those of its language, in each the nearest first."""
    names = dict.fromkeys((tag.replace("_", "-").lower(), language_of(tag)))
    on_disk = [{path.stem.lower(): path for path in (layer / FOLDER).glob("*.po")} for layer in layers]
    return [found[name] for name in names for found in on_disk if name in found]


def catalog_of(path: Path) -> Catalog:
    """A file of words as Babel reads it. Raises WordsError."""
    from babel.messages.pofile import PoFileError, read_po
    try:
        with path.open("rb") as file:
            return read_po(file, abort_invalid=True)
    except (PoFileError, ValueError, LookupError) as error:
        raise WordsError(f"{path} cannot be read as a file of words: {error}.") from None


def forms_of(message: Message) -> tuple[str, ...]:
    """The forms of a message in the language of its file, which are empty where it is not translated."""
    return tuple(message.string) if message.pluralizable else (message.string,)


def _read(path: Path) -> tuple[Messages, Callable[[int], int] | None]:
    """The messages of a file that are translated, and its rule for numbers, None for that of English. Raises WordsError."""
    from . import kept  # which loads Jinja; a lint of English files needs none of it
    try:
        return kept.words(path.read_bytes(), lambda: _said(catalog_of(path)), _looked_up)
    except ValueError as error:
        raise WordsError(f"{path} cannot be read as a file of words: {error}.") from None


def _looked_up(said: dict[str, Any]) -> tuple[Messages, Callable[[int], int] | None]:
    """What is kept of a file, as it is used. Raises ValueError for a rule for numbers that is none."""
    from gettext import c2py
    plural = said["plural"]
    english = plural.replace(" ", "").strip("()") == "n!=1"
    return {(context, one): tuple(forms) for context, one, forms in said["messages"]}, None if english else c2py(plural)


def _said(catalog: Catalog) -> dict[str, Any]:
    """The messages of a file that are translated, and its rule for numbers, as they are kept."""
    found = []
    for message in catalog:
        one = message.id[0] if message.pluralizable else message.id
        if one and all(forms_of(message)) and not message.fuzzy:
            found.append((message.context or "", one, forms_of(message)))
    return {"plural": catalog.plural_expr, "messages": found}
