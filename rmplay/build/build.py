"""A build, as a list of steps: read, settle, make, check, write."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from ..definition.load import load_site
from ..definition.model import Program, Site
from ..lint.engine import Checked, lint_house, lint_site
from ..lint.rule import Settings
from ..shipped import shipped
from ..site.render import Artifact, site_pages
from ..site.rules import REPEATED_PROGRAM
from ..site.theme import find_theme
from .project import Project
from .task import Inputs, Outcome, examine, identified, make


class Built(NamedTuple):
    """What a build made: what is to be said about each file, and the files of the site, none if any is invalid."""

    checked: tuple[Checked, ...]
    artifacts: tuple[Artifact, ...]

    @property
    def valid(self) -> bool:
        """Whether a site could be made."""
        return all(checked.valid for checked in self.checked)


def lint(project: Project, settings: Settings = Settings()) -> tuple[Checked, ...]:
    """What is to be said about every file of a project."""
    programs = [examine(Inputs(text, project.house, settings)) for text in project.programs]
    return tuple(_distinct([*_about_project(project), *programs]))


def build(project: Project, settings: Settings = Settings()) -> Built:
    """The files of a site. Raises site.theme.ThemeError and site.render.TemplateError."""
    site = site_of(project)
    theme = find_theme(site.theme or "default", _shelves(project))
    outcomes: list[Outcome] = [make(Inputs(text, project.house, settings), site, theme) for text in project.programs]
    checked = tuple(_distinct([*_about_project(project), *(o.checked for o in outcomes)]))
    if not all(c.valid for c in checked):
        return Built(checked, ())
    cards = [outcome.card for outcome in outcomes if outcome.card]
    files = [artifact for outcome in outcomes for artifact in outcome.artifacts]
    return Built(checked, tuple([*site_pages(cards, site, theme), *files]))


def site_of(project: Project) -> Site:
    """The settings of a project, or the defaults."""
    record = load_site(project.site).record if project.site else None
    return record if isinstance(record, Site) else Site()


def _shelves(project: Project) -> tuple[Path, ...]:
    own = (project.root / "themes",) if project.root else ()
    return (*own, shipped("themes"))


def _about_project(project: Project) -> list[Checked]:
    found = [lint_site(project.site)] if project.site else []
    return found + ([lint_house(project.house)] if project.house else [])


def _distinct(files: list[Checked]) -> list[Checked]:
    """The files, with a finding for each program whose id another one has."""
    by_id = defaultdict(list)
    for file in files:
        if isinstance(file.loaded.record, Program) and file.results:
            by_id[identified(file.loaded.record, file.name).id].append(file)
    twice = {id(file): group[0] for group in by_id.values() for file in group[1:]}
    return [_with_twin(file, twice[id(file)]) if id(file) in twice else file for file in files]


def _with_twin(file: Checked, first: Checked) -> Checked:
    program = file.loaded.record
    finding = REPEATED_PROGRAM.at(
        program.at("id" if program.id else "title"), f"{first.name} has the same id, so one would replace the other.",
        "Give this program an id of its own: `id: ...`")
    return file._replace(findings=(*file.findings, finding))
