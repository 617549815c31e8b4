"""The kinds of value a definition can hold.

A field of the model names its kind; `decode` reads it, the JSON Schema and the reference describe it.
Kinds are plain data: what the value may be, never how it is read.
"""

from __future__ import annotations

from typing import Any

from ..values import NamedTuple

LONGEST_LINE = 300
LONGEST_TEXT = 4_000


class Line(NamedTuple):
    """One line of plain text: a title, a name, a unit. Lengths count characters.

    `spoken` says whether it is in a language, and so to be translated; versions, paths and addresses are not.
    """

    longest: int = LONGEST_LINE
    shortest: int = 1
    spoken: bool = True


class Text(NamedTuple):
    """Text in light Markdown: emphasis, lists, links."""

    longest: int = LONGEST_TEXT
    shortest: int = 1


class Whole(NamedTuple):
    """A whole number between two bounds, both included."""

    lowest: int
    highest: int


class Number(NamedTuple):
    """A number, with or without decimals, between two bounds, both included."""

    lowest: float
    highest: float


class YesNo(NamedTuple):
    """yes or no."""


class Date(NamedTuple):
    """A calendar date, written as 2027-01-31."""


class Language(NamedTuple):
    """A language tag such as en or pt-BR (BCP 47)."""


class Address(NamedTuple):
    """A web address or a path in the site."""


class Choice(NamedTuple):
    """One of a closed list of words."""

    words: tuple[str, ...]


class Ident(NamedTuple):
    """The written name of an entry, for links and paths; derived from its title while drafting."""

    longest: int = 40


class Ref(NamedTuple):
    """The id of another entry: `to` is the name of the record class it names."""

    to: str


class One(NamedTuple):
    """One record of the class."""

    record: type


class Many(NamedTuple):
    """A list of values of one kind."""

    of: Any


class Keyed(NamedTuple):
    """Records under fixed names, such as the roles; each record's `id` is its name."""

    names: Choice
    record: type


class Table(NamedTuple):
    """Values of one kind under names that the model does not know, such as those of rules; pairs, in their order."""

    of: Any


Kind = (Line | Text | Whole | Number | YesNo | Date | Language | Address | Choice | Ident | Ref | One | Many | Keyed | Table)


class Spec(NamedTuple):
    """What the model says about one field: its kind, what it is for in one line, and its value when nothing is written."""

    kind: Kind
    about: str
    typical: str = ""
    default: Any = None


def field(kind: Kind, about: str, typical: str = "", default: Any = None) -> Any:
    """A field of any kind."""
    return Spec(kind, about, typical, default)


def line(about: str, longest: int = LONGEST_LINE, shortest: int = 1, typical: str = "") -> Any:
    """A field of one plain line."""
    return field(Line(longest, shortest), about, typical)


def fixed(about: str, longest: int = LONGEST_LINE, typical: str = "") -> Any:
    """A field of one line that is the same in every language, such as a version or a path."""
    return field(Line(longest, spoken=False), about, typical)


def prose(about: str, longest: int = LONGEST_TEXT, typical: str = "") -> Any:
    """A field of light Markdown."""
    return field(Text(longest), about, typical)


def whole(about: str, lowest: int, highest: int, typical: str = "") -> Any:
    """A field with a whole number from `lowest` to `highest`."""
    return field(Whole(lowest, highest), about, typical)


def number(about: str, lowest: float, highest: float, typical: str = "") -> Any:
    """A field with a number from `lowest` to `highest`."""
    return field(Number(lowest, highest), about, typical)


def yes_no(about: str, typical: str = "") -> Any:
    """A field that is yes or no."""
    return field(YesNo(), about, typical)


def day(about: str) -> Any:
    """A field with a calendar date."""
    return field(Date(), about)


def choice(about: str, *words: str, typical: str = "") -> Any:
    """A field with one of `words`."""
    return field(Choice(words), about, typical)


def ident(about: str) -> Any:
    """The id of the record itself."""
    return field(Ident(), about)


def ref(about: str, to: str) -> Any:
    """A field that names an entry of the record class `to`."""
    return field(Ref(to), about)


def one(about: str, record: type) -> Any:
    """A field with one record."""
    return field(One(record), about)


def keyed(about: str, names: tuple[str, ...], record: type) -> Any:
    """A field with records under fixed names."""
    return field(Keyed(Choice(names), record), about, default=())


def table(about: str, of: Kind) -> Any:
    """A field with values of a kind under names."""
    return field(Table(of), about, default=())


def many(about: str, of: Kind | type, typical: str = "") -> Any:
    """A field with a list of values of a kind, or of records when a class is given."""
    kind = One(of) if isinstance(of, type) else of
    return field(Many(kind), about, typical, default=())


def key_of(attribute: str) -> str:
    """The YAML key of an attribute: `for_` is written `for`."""
    return attribute.rstrip("_")
