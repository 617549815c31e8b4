"""The names that a definition can have, for who reads a text that is not well formed and has to guess what was meant."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .record import Record


@functools.cache
def groups() -> tuple[frozenset[str], ...]:
    """The names of each sort of group; those of a program and of a site come last."""
    from .kinds import key_of
    return tuple(frozenset(map(key_of, record.specs)) for record in _records())


@functools.cache
def _records() -> list[type[Record]]:
    """The sorts of groups."""
    from . import model
    from .record import Record
    records = [c for c in vars(model).values() if isinstance(c, type) and issubclass(c, Record)]
    return sorted(records, key=lambda record: record in (model.Program, model.Site))


@functools.cache
def lists_beside(name: str, others: frozenset[str]) -> frozenset[str]:
    """The names of lists in the group that has a name with a short value, and others; none if several sorts of groups do."""
    from . import kinds
    fitting = [specs for specs in ({kinds.key_of(field): spec.kind for field, spec in record.specs.items()} for record in _records())
               if isinstance(specs.get(name), (kinds.YesNo, kinds.Whole, kinds.Number)) and others <= specs.keys()]
    return frozenset(key for key, kind in fitting[0].items() if isinstance(kind, kinds.Many)) if len(fitting) == 1 else frozenset()


def top() -> frozenset[str]:
    """The names that stand at the left edge of a program or of the settings of a site."""
    return groups()[-1] | groups()[-2]


@functools.cache
def names() -> frozenset[str]:
    """Every name that any part of a definition has."""
    from .model import ROLES
    return frozenset(ROLES).union(*groups())
