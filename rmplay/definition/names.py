"""The names that a definition can have, for who reads a text that is not well formed and has to guess what was meant."""

from __future__ import annotations

import functools


@functools.cache
def groups() -> tuple[frozenset[str], ...]:
    """The names of each sort of group; those of a program and of a site come last."""
    from . import model
    from .kinds import key_of
    from .record import Record
    records = [c for c in vars(model).values() if isinstance(c, type) and issubclass(c, Record)]
    records.sort(key=lambda record: record in (model.Program, model.Site))
    return tuple(frozenset(map(key_of, record.specs)) for record in records)


def top() -> frozenset[str]:
    """The names that stand at the left edge of a program or of the settings of a site."""
    return groups()[-1] | groups()[-2]


@functools.cache
def names() -> frozenset[str]:
    """Every name that any part of a definition has."""
    from .model import ROLES
    return frozenset(ROLES).union(*groups())
