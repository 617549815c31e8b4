"""Records remember where they were read, without showing it to pages or comparisons."""

from __future__ import annotations

import dataclasses
from typing import ClassVar

from ..finding import Span
from .nodes import Map


@dataclasses.dataclass(frozen=True, repr=False)
class Origin:
    """Where a record stands: its node, its path in the definition, and the keys that could not be read."""

    node: Map
    path: str
    broken: frozenset[str] = frozenset()
    key: Span | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class Record:
    """The base of all parts of a definition."""

    short_form: ClassVar[str | None] = None
    origin: Origin | None = dataclasses.field(default=None, compare=False, kw_only=True)

    def at(self, key: str) -> Span:
        """The place of a key: its value where it is written, else the nearest thing that is."""
        entry = self.origin.node.entry(key)
        if entry is None:
            return self.place()
        return entry.value.span if entry.value.text is not None else entry.key.span

    def place(self) -> Span:
        """The shortest text that stands for the record as a whole: the key over it, or its first key."""
        return self.origin.key or self.origin.node.first_span()

    def path(self, key: str = "") -> str:
        """The path of the record, or of one of its keys, by id where there is one: `sessions[first-day].agenda`."""
        return ".".join(part for part in (self.origin.path, key) if part)

    def absent(self, key: str) -> bool:
        """Whether nothing is written under the key. A value that is there but broken is not absent."""
        entry = self.origin.node.entry(key)
        return entry is None or entry.value.is_empty

    def broken(self, key: str) -> bool:
        """Whether something is written under the key that could not be read."""
        return key in self.origin.broken

    def written(self, key: str) -> bool:
        """Whether the author wrote the key, with a value that could be read."""
        return not self.absent(key) and not self.broken(key)
