"""Ids and earlier ids of programs: each address leads to one place only."""

from __future__ import annotations

from ..definition.model import Program
from ..definition.nodes import Scalar
from ..finding import Finding, Related, Span
from ..lint.engine import Checked
from ..site.plan import folder_for
from ..site.rules import ALIAS_TAKEN, FOLDER_OF_A_LANGUAGE

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


def beside_languages(files: list[Checked], ids: dict[str, str], tags: set[str]) -> list[Checked]:
    """The results, with a finding for each program whose address is the folder of one of the languages of a site."""
    taken = {folder_for(tag).rstrip("/"): tag for tag in tags}
    return [_beside(file, ids.get(file.name, ""), taken) for file in files] if taken else files


def _beside(file: Checked, name: str, taken: dict[str, str]) -> Checked:
    program = file.loaded.record
    if name in taken:
        key = "id" if program.written("id") else "title"
        file = file.also(_of_language(name, taken[name], program.at(key), key,
                                      f"Give the program another id, such as id: {name}-program"))
    for alias in _aliases(file):
        if alias.text in taken:
            file = file.also(_of_language(alias.text, taken[alias.text], alias.span, "aliases", "Take this line away."))
    return file


def _of_language(name: str, tag: str, span: Span, path: str, remedy: str) -> Finding:
    return FOLDER_OF_A_LANGUAGE.at(span, f'The folder "{name}" holds the pages of all programs that are translated into the '
                                   f'language "{tag}".', remedy, path=path)


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
