"""What a record leaves out: one sentence that names all of it, and one remedy that types all of it."""

from __future__ import annotations

from collections.abc import Iterable

from ..definition.model import ROLES
from ..definition.record import Record
from ..values import NamedTuple
from .sentences import listed


class Lack(NamedTuple):
    """Keys that are not written, in words and as lines to type."""

    keys: tuple[str, ...]
    says: str
    typed: str


def lacks(record: Record | None, parts: Iterable[tuple[str, str, str]]) -> Lack | None:
    """What a record leaves out of `parts`: each a key, what it would say, and a line to type. None if all is there."""
    left = [part for part in parts if record is None or record.absent(part[0])]
    if not left:
        return None
    return Lack(tuple(key for key, _, _ in left), listed([says for _, says, _ in left], "or"),
                listed([f"`{typed}`" for _, _, typed in left]))


def misspelt(roles: Iterable[str | None]) -> bool:
    """Whether one of the names is no role, so that nobody knows whom the author meant."""
    return any(role is not None and role not in ROLES for role in roles)


def plain(role: str) -> str:
    """The id of a role as words: `line-manager` as "line manager"."""
    return role.replace("-", " ")
