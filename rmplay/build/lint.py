"""A lint of a project: each program checked, by workers where they pay, and then what only shows beside the others."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..definition.model import Program, Site
from ..lint.engine import Checked
from ..lint.preferences import Asked
from ..lint.rule import Settings
from ..lint.rules import all_rules
from ..values import NamedTuple
from . import pool
from .check import Inputs, examine, examine_translation, in_translation, inputs_of, together
from .found import Found
from .project import Project, read_project, site_of, with_program

_SHARE = 30  # files: as much work as the start of a worker
_BATCH = 16  # files at most, with whose findings a worker comes back at once


class Errand(NamedTuple):
    """What a worker is told when it starts: the files of the project, from where they are named, and what is asked."""

    found: Found
    named_from: Path
    settings: Settings
    asked: Asked


class Shared(NamedTuple):
    """What is the same for every program: the errand, the project without its programs, and its settings."""

    errand: Errand
    project: Project
    site: Site


class Looked(NamedTuple):
    """What is to be said about a program and its translations."""

    program: Checked
    translations: tuple[Checked, ...]


def lint(project: Project, settings: Settings = Settings(), asked: Asked = Asked(), jobs: int = 1) -> tuple[Checked, ...]:
    """What is to be said about every file of a project, by so many workers, 0 for as many as pay.

    Raises NothingToRead and pool.WorkerDied.
    """
    paths = project.found.programs
    jobs = jobs or pool.paying(len(paths), _SHARE)
    looked: Iterable[Looked] = map(_looked, inputs_of(project, settings, asked))
    if jobs > 1 and len(paths) > 1:
        all_rules()
        errand = Errand(project.found, project.named_from, settings, asked)
        found = pool.each(pool.Trade(begun, do, _BATCH), errand, list(paths), jobs)
        looked = sorted((one for _, one in found), key=lambda one: one.program.name)
    programs, translations = [], []
    for one in looked:
        programs.append(one.program)
        translations += one.translations
    return together(project, programs, translations, asked)


def begun(errand: Errand) -> Shared:
    """Read what all programs share. Raises NothingToRead."""
    project = read_project(errand.found._replace(programs=(), whole=False), errand.named_from)
    return Shared(errand, project, site_of(project))


def do(shared: Shared, path: Path) -> Looked:
    """Read and check one program with its translations. Raises NothingToRead."""
    found, named_from, settings, asked = shared.errand
    (inputs,) = inputs_of(with_program(shared.project, found, path, named_from), settings, asked, shared.site)
    return _looked(inputs)


def _looked(inputs: Inputs) -> Looked:
    return Looked(_brief(examine(inputs)),
                  tuple(examine_translation(inputs, one, in_translation(inputs, one)) for one in inputs.translations))


def _brief(checked: Checked) -> Checked:
    """The result with no more of the program than what is compared with others: whole trees would need much room."""
    record = checked.loaded.record
    if isinstance(record, Program):
        record = record.only("id", "title", "aliases")
    return checked._replace(loaded=checked.loaded._replace(record=record))
