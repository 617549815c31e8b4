"""A section whose first line was deleted: its names stand below the section above, and are read as what they were.

Without this each of its lines would be told as a name that the section above does not have.
"""

from __future__ import annotations

import functools

from ..finding import Finding
from . import complaints, kinds
from .model import ROLES, Program
from .nodes import Entry, Map, Scalar

FEWEST = 2


def restored(root: Map) -> tuple[Map, list[Finding]]:
    """The sections of a program, those without their first line parted from the section above, and what to say of it."""
    absent = set(_sections()) - {entry.key.text for entry in root.entries}
    entries: list[Entry] = []
    findings: list[Finding] = []
    for entry in root.entries:
        start, name = _tail(entry, absent)
        if not name:
            entries.append(entry)
            continue
        absent.discard(name)
        kept, lost = entry.value.entries[:start], entry.value.entries[start:]
        key = lost[0].key
        entries.append(Entry(entry.key, entry.value._replace(entries=kept)))
        entries.append(Entry(Scalar(name, None, key.span), Map(lost, key.span)))
        findings.append(_told(entry.key.text, name, key))
    return (root._replace(entries=tuple(entries)), findings) if findings else (root, findings)


def _tail(entry: Entry, absent: set[str]) -> tuple[int, str]:
    """Where the names of a missing section begin in a section, and which; an empty name if there are none."""
    if not isinstance(entry.value, Map) or entry.key.text not in _sections():
        return 0, ""
    names = [key.text for key, _ in entry.value.entries]
    own = _sections()[entry.key.text]
    start = next((i for i, name in enumerate(names) if name not in own or name in names[:i]), len(names))
    rest = names[start:]
    if len(rest) < FEWEST or len(set(rest)) < len(rest) or len(set(rest) - own) < FEWEST:
        return 0, ""
    homes = [section for section in absent if set(rest) <= _sections()[section]]
    return (start, homes[0]) if len(homes) == 1 else (0, "")


def _told(above: str, name: str, key: Scalar) -> Finding:
    return complaints.MISSING_HEADING.at(
        key.span, f"These are the names of `{name}`, and they stand below `{above}`.",
        f"Type on a line of its own before this one, at the left margin: {name}:")


@functools.cache
def _sections() -> dict[str, frozenset[str]]:
    """The names that each section of a program can have, of the sections that have names."""
    found = {}
    for field, spec in Program.specs.items():
        if isinstance(spec.kind, kinds.One):
            found[kinds.key_of(field)] = frozenset(map(kinds.key_of, spec.kind.record.specs))
        elif isinstance(spec.kind, kinds.Keyed):
            found[kinds.key_of(field)] = frozenset(ROLES)
    return found
