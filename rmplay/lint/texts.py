"""Every text of a program that is printed, in one walk that all rules about words share."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Iterable, Iterator

from ..definition.kinds import Keyed, Line, Many, One, Text, key_of
from ..definition.model import Program
from ..definition.nodes import BROKEN, Scalar
from ..definition.record import Record, once
from ..finding import Span
from ..patterns import pattern
from ..values import NamedTuple
from .words import lists_of

_WORD = pattern(r"\w+")
_BARE = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}
_CAPITALS = pattern(r"[A-ZÀ-Þ][A-ZÀ-Þ]")
_CLOSED_BY = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"'}  # what closes a quotation, by what opens it
_MARK = pattern("[“”„«»\"]")
_NO_TEXT = ("", object)


class Prose(NamedTuple):
    """A text with the record and the key under which it stands, and its place."""

    record: Record
    key: str
    text: str
    span: Span

    def part(self, start: int, end: int) -> Span:
        """The place of some characters of the text; of the whole text if it is written on several lines."""
        width = self.span.end_column - self.span.column - len(self.text)
        if self.span.line != self.span.end_line or width not in (0, 2):
            return self.span
        column = self.span.column + width // 2
        return self.span._replace(column=column + start, end_column=column + end)

    def quoted(self, start: int) -> bool:
        """Whether a place of the text lies inside a quotation: what somebody else says is not the author's word."""
        return bisect.bisect_left(_quotation_marks(self.text), start) % 2 == 1


_prose = functools.partial(tuple.__new__, Prose)  # a program has hundreds


def texts(program: Program) -> tuple[Prose, ...]:
    """Every line and text of a program, in the order in which they are written."""
    return _read(program).texts


def written(program: Program) -> str:
    """All texts as one, a line for each: what a rule may look through to see whether it has anything to look for."""
    return _read(program).written


def capitals(program: Program) -> bool:
    """Whether there is a word with two capitals side by side anywhere in the texts."""
    return _read(program).capitals


def vocabulary(program: Program) -> frozenset[str]:
    """Every word of the texts, in small letters."""
    return _read(program).vocabulary


def said(program: Program, name: str) -> Iterator[tuple[Prose, re.Match[str]]]:
    """Every place outside quotations at which a phrase of a word list stands; none if the language has no such list."""
    read = _read(program)
    found = tuple(phrase for phrase, words in _listed(language(program), name)
                  if read.vocabulary.issuperset(words) and f" {' '.join(words)} " in read.spoken)
    if found:
        pattern = pattern_of(found)
        for prose in read.texts:
            for match in pattern.finditer(prose.text):
                if not prose.quoted(match.start()):
                    yield prose, match


def language(program: Program) -> str:
    """The language of the texts without its region; English where nothing is written, none where it is unreadable."""
    return "" if program.broken("language") else (program.language or "en").split("-")[0].lower()


class _Read(NamedTuple):
    """The texts of a program, and what is in them."""

    texts: tuple[Prose, ...]
    written: str
    spoken: str
    vocabulary: frozenset[str]
    capitals: bool


@once
def _read(program: Program) -> _Read:
    found: list[Prose] = []
    _walk(program, found)
    written = "\n".join([prose.text for prose in found])
    words = [word for prose in found for word in bare_words(prose.text)]
    return _Read(tuple(found), written, f" {' '.join(words)} ", frozenset(words), _CAPITALS.search(written) is not None)


def bare_words(text: str) -> list[str]:
    """The words of a text in small letters; an underscore parts them, like a space."""
    if text.isascii():  # as most are: two thirds of the time
        return text.translate(_BARE).split()
    return _WORD.findall(text.lower().replace("_", " "))  # in half the time of a pattern that leaves the sign out


def _walk(record: Record, found: list[Prose]) -> None:
    fields, values, entries = _fields(type(record)), vars(record), record.origin.node.entries
    if len({key.text for key, _ in entries}) < len(entries):  # of two with one key it is the first that counts
        entries = reversed({entry.key.text: entry for entry in reversed(entries)}.values())
    for key, node in entries:
        attribute, kind = fields.get(key.text, _NO_TEXT)
        value = attribute and values[attribute]  # of what could not be read, the rest is read all the same
        if not value:
            continue
        if kind is One:
            _walk(value, found)
        elif kind is Record:
            for entry in value:
                _walk(entry, found)
        else:
            for scalar in (node,) if kind is Text else node.entries:
                if type(scalar) is Scalar and not scalar.is_empty and scalar.style != BROKEN:
                    found.append(_prose((record, key.text, scalar.text, scalar.span)))


@functools.lru_cache(maxsize=16)
def _quotation_marks(text: str) -> tuple[int, ...]:
    """The places at which quotations open and close, by turns; what stands within one is not looked at."""
    places, closing, arrows = [], "", text.rfind("«")
    for match in _MARK.finditer(text):
        sign, place = match[0], match.start()
        opened = "" if sign == "»" and place > arrows else _CLOSED_BY.get(sign, "")  # a lone one may be an arrow
        if sign in closing if closing else opened:
            places.append(place)
            closing = "" if closing else opened
    return tuple(places)


@functools.cache
def _fields(record: type[Record]) -> dict[str, tuple[str, type]]:
    """The fields of a record class that lead to texts: key, attribute, and One, Record, Many or Text for what it is."""
    return {key_of(name): (name, what) for name, spec in record.specs.items() if (what := _leads(spec.kind))}


def _leads(kind: object) -> type | None:
    if isinstance(kind, Many):
        inner = _leads(kind.of)
        return {One: Record, Text: Many}.get(inner)
    if isinstance(kind, Keyed):
        return Record
    return One if isinstance(kind, One) else Text if isinstance(kind, (Line, Text)) else None


@functools.cache
def _listed(code: str, name: str) -> tuple[tuple[str, list[str]], ...]:
    """The phrases of a list, the longest first, each with its words in small letters."""
    phrases = sorted(lists_of(code).get(name, ()), key=len, reverse=True)
    return tuple((phrase, bare_words(phrase)) for phrase in phrases)


@functools.lru_cache(maxsize=256)
def pattern_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for phrases, of which the first that fits is found, whatever the size of their letters."""
    return re.compile(spelled(phrases), re.IGNORECASE)


def spelled(phrases: Iterable[str]) -> str:
    """The same as text, to be a part of a larger pattern: hyphens are as good as spaces, and both kinds of apostrophes.

    Where a phrase has {} for a number, the group "number" is what stands there.
    """
    parts = (re.sub(r"\\?[ -]", r"[\\s-]+", re.escape(phrase).replace("'", "['’]")) for phrase in phrases)
    body = "|".join(parts).replace(r"\{\}", r"(?P<number>\d{1,3}|[^\W\d_]{2,12})")
    return rf"(?<!\w)(?:{body})(?!\w)"
