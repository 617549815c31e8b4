"""Records remember where they were read, without showing it to pages or comparisons."""

from __future__ import annotations

import dataclasses
from typing import Any, ClassVar, Self

from ..finding import Span
from .kinds import Spec
from .nodes import Map


@dataclasses.dataclass(frozen=True, repr=False)
class Origin:
    """Where a record stands: its node, its path in the definition, and the keys that could not be read."""

    node: Map
    path: str
    broken: frozenset[str] = frozenset()
    key: Span | None = None


class Record:
    """The base of all parts of a definition: frozen values whose fields are the specs written in their class.

    A dataclass generates its methods for each class; for the sixty records of the model that would be most of the
    start-up time of every command, so they are shared here.
    """

    short_form: ClassVar[str | None] = None
    specs: ClassVar[dict[str, Spec]] = {}

    def __init_subclass__(cls) -> None:
        cls.specs = {name: value for name, value in vars(cls).items() if isinstance(value, Spec)}

    def __init__(self, *, origin: Origin | None = None, **values: Any) -> None:
        wrong = values.keys() - self.specs.keys()
        if wrong:
            raise TypeError(f"{type(self).__name__} has no field {', '.join(sorted(wrong))}")
        self.__dict__.update({name: spec.default for name, spec in self.specs.items()} | values, origin=origin)

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
        entry = self.origin.node.entry(key)
        return key not in self.origin.broken and (entry is None or entry.value.is_empty)

    def broken(self, key: str) -> bool:
        """Whether something is written under the key that could not be read."""
        return key in self.origin.broken

    def written(self, key: str) -> bool:
        """Whether the author wrote the key, with a value that could be read."""
        return not self.absent(key) and not self.broken(key)
