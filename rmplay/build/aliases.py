"""Earlier ids of programs: each old address leads to one place only."""

from __future__ import annotations

from ..definition.model import Program
from ..definition.nodes import Scalar
from ..finding import Finding, Related, Span
from ..lint.engine import Checked
from ..site.rules import ALIAS_TAKEN

_HERE = "this program itself"


def with_aliases(files: list[Checked], ids: dict[str, str]) -> list[Checked]:
    """The results, with a finding for each alias that something else has. `ids` gives the id of each file."""
    taken = {name: file for file, name in reversed(ids.items())}
    places: dict[str, Span] = {}
    found = []
    for file in files:
        more = [_finding(alias, file, taken, places) for alias in _aliases(file)]
        more = [finding for finding in more if finding]
        for finding in more:
            file = file.also(finding)
        found.append(file)
    return found


def _aliases(file: Checked) -> list[Scalar]:
    """The aliases of a program as they are written, those that can be an id."""
    program = file.loaded.record
    entry = program.origin.node.entry("aliases") if isinstance(program, Program) and program.aliases else None
    nodes = getattr(entry.value, "entries", ()) if entry else ()
    return [node for node in nodes if isinstance(node, Scalar) and node.text in program.aliases]


def _finding(alias: Scalar, file: Checked, taken: dict[str, str], places: dict[str, Span]) -> Finding | None:
    """What is wrong with an alias, if something is; else it is taken from now on."""
    owner = taken.setdefault(alias.text, "")
    first = places.setdefault(alias.text, alias.span)
    if not owner and first == alias.span:
        return None
    whose = "another alias" if not owner else _HERE if owner == file.name else owner
    return ALIAS_TAKEN.at(alias.span, f'The address "{alias.text}" belongs to {whose}.',
                          "Take this line away, or write the id that the program really had before.",
                          path="aliases", related=(Related(first, "the other alias"),) if not owner else ())
