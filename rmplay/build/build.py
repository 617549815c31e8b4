"""A build, as a list of steps: settings and theme, one task for each program, check, home."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from ..lint.engine import Checked
from ..lint.rule import Settings
from ..shipped import shipped
from ..site.render import Artifact, site_pages
from ..site.theme import find_theme
from .check import Inputs, together
from .project import Project, site_of
from .task import make


class Built(NamedTuple):
    """What a build made: what is to be said about each file, and the files of the site, none if any is invalid."""

    checked: tuple[Checked, ...]
    artifacts: tuple[Artifact, ...]


def build(project: Project, settings: Settings = Settings()) -> Built:
    """The files of a site. Raises site.theme.ThemeError and site.render.TemplateError."""
    site = site_of(project)
    theme = find_theme(site.theme or "default", shelves(project.root))
    outcomes = [make(Inputs(text, project.house, settings), site, theme) for text in project.programs]
    checked = together(project, [outcome.checked for outcome in outcomes])
    if not all(file.valid for file in checked):
        return Built(checked, ())
    cards = [outcome.card for outcome in outcomes if outcome.card]
    files = [artifact for outcome in outcomes for artifact in outcome.artifacts]
    return Built(checked, (*site_pages(cards, site, theme), *files))


def shelves(root: Path | None) -> tuple[Path, ...]:
    """The folders that hold themes: that of the project, then the one that comes with rmplay."""
    own = (root / "themes",) if root else ()
    return (*own, shipped("themes"))
