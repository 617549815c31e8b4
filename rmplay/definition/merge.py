"""What an organization says once stands in `house.yaml`; here it fills what a program leaves out.

Groups of names are filled key by key, lists are taken whole or not at all. A name with nothing behind it says nothing,
so it is filled too; `[]` says that there is none. The nodes keep their places, so a finding
about a text from the house file points into the house file.
"""

from __future__ import annotations

from .nodes import Map, Node, Scalar

NOT_INHERITED = ("rmplay", "id", "title", "aliases", "status", "version", "changes", "review")


def with_house(program: Map, house: Map | None) -> Map:
    """The program with everything from the house file that it does not say itself."""
    if house is None:
        return program
    wanted = Map(tuple(e for e in house.entries if e.key.text not in NOT_INHERITED), house.span)
    return _filled(program, wanted)


def _filled(own: Map, other: Map) -> Map:
    """A map with the entries of another where it has none; where both have a map, those are filled."""
    theirs = {entry.key.text: entry for entry in reversed(other.entries)}
    entries = []
    for entry in own.entries:
        from_house = theirs.pop(entry.key.text, None)
        entries.append(entry._replace(value=_one(entry.value, from_house.value)) if from_house else entry)
    rest = (entry for entry in other.entries if theirs.get(entry.key.text) is entry)
    return Map((*entries, *rest), own.span)


def _one(own: Node, theirs: Node) -> Node:
    if isinstance(own, Map) and isinstance(theirs, Map):
        return _filled(own, theirs)
    return theirs if isinstance(own, Scalar) and own.is_empty else own
