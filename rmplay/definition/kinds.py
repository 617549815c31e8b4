"""The kinds of value a definition can hold.

A field of the model names its kind; `decode` reads it, the JSON Schema and the reference describe it.
Kinds are plain data: what the value may be, never how it is read.
"""

from __future__ import annotations

import dataclasses
from typing import Any

LONGEST_LINE = 300
LONGEST_TEXT = 4_000


@dataclasses.dataclass(frozen=True)
class Kind:
    """What a field may hold; the base of all kinds."""


@dataclasses.dataclass(frozen=True)
class Line(Kind):
    """One line of plain text: a title, a name, a unit. Lengths count characters."""

    longest: int = LONGEST_LINE
    shortest: int = 1


@dataclasses.dataclass(frozen=True)
class Text(Kind):
    """Text in light Markdown: emphasis, lists, links."""

    longest: int = LONGEST_TEXT
    shortest: int = 1


@dataclasses.dataclass(frozen=True)
class Whole(Kind):
    """A whole number between two bounds, both included."""

    lowest: int
    highest: int


@dataclasses.dataclass(frozen=True)
class Number(Kind):
    """A number, with or without decimals, between two bounds, both included."""

    lowest: float
    highest: float


@dataclasses.dataclass(frozen=True)
class YesNo(Kind):
    """yes or no."""


@dataclasses.dataclass(frozen=True)
class Date(Kind):
    """A calendar date, written as 2027-01-31."""


@dataclasses.dataclass(frozen=True)
class Language(Kind):
    """A language tag such as en or pt-BR (BCP 47)."""


@dataclasses.dataclass(frozen=True)
class Address(Kind):
    """A web address or a path in the site."""


@dataclasses.dataclass(frozen=True)
class Choice(Kind):
    """One of a closed list of words."""

    words: tuple[str, ...]


@dataclasses.dataclass(frozen=True)
class Ident(Kind):
    """The written name of an entry, for links and paths; derived from its title while drafting."""

    longest: int = 40


@dataclasses.dataclass(frozen=True)
class Ref(Kind):
    """The id of another entry: `to` is the name of the record class it names."""

    to: str


@dataclasses.dataclass(frozen=True)
class One(Kind):
    """One record of the class."""

    record: type


@dataclasses.dataclass(frozen=True)
class Many(Kind):
    """A list of values of one kind."""

    of: Kind


@dataclasses.dataclass(frozen=True)
class Keyed(Kind):
    """Records under fixed names, such as the roles; each record's `id` is its name."""

    names: Choice
    record: type


@dataclasses.dataclass(frozen=True)
class Spec:
    """What the model says about one field: its kind and what it is for, in one line."""

    kind: Kind
    about: str
    typical: str = ""


def _field(kind: Kind, about: str, typical: str = "", default: Any = None) -> Any:
    return dataclasses.field(default=default, metadata={"spec": Spec(kind, about, typical)})


def line(about: str, longest: int = LONGEST_LINE, shortest: int = 1, typical: str = "") -> Any:
    """A field of one plain line."""
    return _field(Line(longest, shortest), about, typical)


def prose(about: str, longest: int = LONGEST_TEXT, typical: str = "") -> Any:
    """A field of light Markdown."""
    return _field(Text(longest), about, typical)


def whole(about: str, lowest: int, highest: int, typical: str = "") -> Any:
    """A field with a whole number from `lowest` to `highest`."""
    return _field(Whole(lowest, highest), about, typical)


def number(about: str, lowest: float, highest: float, typical: str = "") -> Any:
    """A field with a number from `lowest` to `highest`."""
    return _field(Number(lowest, highest), about, typical)


def yes_no(about: str, typical: str = "") -> Any:
    """A field that is yes or no."""
    return _field(YesNo(), about, typical)


def day(about: str) -> Any:
    """A field with a calendar date."""
    return _field(Date(), about)


def choice(about: str, *words: str, typical: str = "") -> Any:
    """A field with one of `words`."""
    return _field(Choice(words), about, typical)


def ident(about: str) -> Any:
    """The id of the record itself."""
    return _field(Ident(), about)


def ref(about: str, to: str) -> Any:
    """A field that names an entry of the record class `to`."""
    return _field(Ref(to), about)


def one(about: str, record: type) -> Any:
    """A field with one record."""
    return _field(One(record), about)


def keyed(about: str, names: tuple[str, ...], record: type) -> Any:
    """A field with records under fixed names."""
    return _field(Keyed(Choice(names), record), about, default=())


def many(about: str, of: Kind | type, typical: str = "") -> Any:
    """A field with a list of values of a kind, or of records when a class is given."""
    kind = One(of) if isinstance(of, type) else of
    return _field(Many(kind), about, typical, default=())


def spec_of(record: type) -> dict[str, Spec]:
    """The fields of a record class by attribute name, in the order in which they are written."""
    return {f.name: f.metadata["spec"] for f in dataclasses.fields(record) if "spec" in f.metadata}


def key_of(attribute: str) -> str:
    """The YAML key of an attribute: `for_` is written `for`."""
    return attribute.rstrip("_")
