"""Records remember where they were read, without showing it to pages or comparisons."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, ClassVar, Self, TypeVar

from ..finding import Span
from ..values import NamedTuple
from .kinds import Spec
from .nodes import Map


class Origin(NamedTuple):
    """Where a record stands: its node, its path in the definition, the keys under which something is written, and those
    of which something could not be read."""

    node: Map
    path: str
    written: frozenset[str] = frozenset()
    broken: frozenset[str] = frozenset()
    key: Span | None = None


class Record:
    """The base of all parts of a definition: frozen values whose fields are the specs written in their class.

    A dataclass generates its methods for each class; for the sixty records of the model that would be most of the
    start-up time of every command, so they are shared here.
    """

    short_form: ClassVar[str | None] = None
    specs: ClassVar[dict[str, Spec]] = {}
    defaults: ClassVar[dict[str, Any]] = {}

    def __init_subclass__(cls) -> None:
        cls.specs = {name: value for name, value in vars(cls).items() if isinstance(value, Spec)}
        cls.defaults = {name: spec.default for name, spec in cls.specs.items()} | {"origin": None}

    def __init__(self, *, origin: Origin | None = None, **values: Any) -> None:
        if not values.keys() <= self.specs.keys():
            raise TypeError(f"{type(self).__name__} has no field {', '.join(sorted(values.keys() - self.specs.keys()))}")
        self.__dict__.update(self.defaults)
        self.__dict__.update(values, origin=origin)

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen; use changed({name}=...)")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.fields() == other.fields()

    def __hash__(self) -> int:
        return hash(tuple(self.fields().items()))

    def fields(self) -> dict[str, Any]:
        """The values of the record by name, without the place at which they stand."""
        return {name: self.__dict__[name] for name in self.specs}

    def changed(self, **values: Any) -> Self:
        """The record with other values for some of its fields."""
        return type(self)(origin=self.origin, **{**self.fields(), **values})

    def only(self, *keys: str) -> Self:
        """The record with nothing but these keys and their places."""
        node = self.origin.node
        entries = tuple(entry for entry in node.entries if entry is node.entries[0] or entry.key.text in keys)
        return type(self)(origin=self.origin._replace(node=node._replace(entries=entries)),
                          **{key: self.__dict__[key] for key in keys})

    def at(self, key: str) -> Span:
        """The place of a key: its value where it is written, else the nearest thing that is."""
        entry = self.origin.node.entry(key)
        if entry is None:
            return self.nearest()
        return entry.value.span if entry.value.text is not None else entry.key.span

    def nearest(self) -> Span:
        """The shortest text that stands for the record as a whole: the key over it, or its first key."""
        return self.origin.key or self.origin.node.first_span()

    def path(self, key: str = "") -> str:
        """The path of the record, or of one of its keys, by id where there is one: `sessions[first-day].agenda`."""
        return ".".join(part for part in (self.origin.path, key) if part)

    def absent(self, key: str) -> bool:
        """Whether nothing is written under the key. A value that is there but broken is not absent."""
        return key not in self.origin.written and key not in self.origin.broken

    def broken(self, key: str) -> bool:
        """Whether something is written under the key that could not be read."""
        return key in self.origin.broken

    def written(self, key: str) -> bool:
        """Whether the author wrote the key, with a value that could be read."""
        return key in self.origin.written and key not in self.origin.broken


R, T = TypeVar("R", bound=Record), TypeVar("T")


def once(function: Callable[[R], T]) -> Callable[[R], T]:
    """The function with its last answer kept, for what one rule after the other asks of the same record.

    The record is known by its identity: comparing two programs would cost more than most answers do.
    """
    last: tuple[R | None, T | None] = (None, None)

    @functools.wraps(function)
    def kept(record: R) -> T:
        nonlocal last
        known = last
        if known[0] is not record:
            known = last = (record, function(record))
        return known[1]
    return kept
