"""What could not be read is neither there nor missing, so a rule that looks at it has nothing sure to say.

Rules get a program in which such fields notice that somebody reads them. Only a program with mistakes in it is copied.
"""

from __future__ import annotations

import functools
from typing import Any

from ..definition.kinds import key_of
from ..definition.model import Program
from ..definition.record import Record
from ..patterns import pattern

_STEP = pattern(r"\[[^\]]*\]|[^.\[]+")


class Watch:
    """The records of which a field that could not be read was looked at, by their paths in the definition."""

    def __init__(self) -> None:
        self.seen: set[str] = set()

    def doubts(self, record: Record) -> bool:
        """Whether what is said of a record may rest on such a field: on any but those of its neighbors in a list."""
        return any(not _are_neighbors(record.origin.path, path) for path in self.seen)


def _are_neighbors(one: str, other: str) -> bool:
    """Whether two paths lead into different entries of one list."""
    a, b = _STEP.findall(one), _STEP.findall(other)
    step = next((pair for pair in zip(a, b, strict=False) if pair[0] != pair[1]), ("", ""))
    return step[0][:1] == step[1][:1] == "["


def watched(program: Program, watch: Watch) -> Program:
    """The same program, of which each record with fields that could not be read tells the watch when one is looked at."""
    return _watched(program, watch)


def _watched(value: Any, watch: Watch) -> Any:
    if isinstance(value, tuple):
        return tuple(_watched(one, watch) for one in value)
    if not isinstance(value, Record):
        return value
    fields = {name: _watched(one, watch) for name, one in value.fields().items()}
    broken = value.origin.broken
    unread = frozenset(name for name in fields if key_of(name) in broken)
    made = (_watching(type(value)) if unread else type(value))(origin=value.origin, **fields)
    made.__dict__.update(_unread=unread, _watch=watch)
    return made


@functools.cache
def _watching(cls: type[Record]) -> type[Record]:
    """A record of this class that watches some of its fields."""
    def read(self: Record, name: str) -> Any:
        values = object.__getattribute__(self, "__dict__")
        if name in values.get("_unread", ()):
            values["_watch"].seen.add(values["origin"].path)
        return object.__getattribute__(self, name)

    made = type(cls.__name__, (cls,), {"__getattribute__": read})
    made.specs = cls.specs
    return made
