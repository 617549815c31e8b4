"""A build, as a list of steps: settings and theme, one task for each program, check, home."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from ..lint.engine import Checked
from ..lint.preferences import Asked
from ..lint.rule import Settings
from ..site.crawlers import for_crawlers
from ..site.plan import Edition
from ..site.render import Artifact, site_pages
from ..site.search import index
from .check import inputs_of, together
from .project import Project, site_of
from .task import Outcome, make
from .themes import theme_of


class Built(NamedTuple):
    """What a build made: what is to be said about each file, and the files of the site, none if any is invalid."""

    checked: tuple[Checked, ...]
    artifacts: tuple[Artifact, ...]


def build(project: Project, settings: Settings = Settings(), asked: Asked = Asked(), edition: Edition = Edition()) -> Built:
    """The files of a site. Raises site.theme.ThemeError and site.render.TemplateError."""
    site = site_of(project)
    theme = theme_of(project, site)
    outcomes = [make(inputs, site, theme, edition) for inputs in inputs_of(project, settings, asked)]
    checked = together(project, [outcome.checked for outcome in outcomes], asked)
    if not all(file.valid for file in checked):
        return Built(checked, ())
    cards = [outcome.card for outcome in outcomes if outcome.card]
    files = [artifact for outcome in outcomes for artifact in outcome.artifacts]
    files += site_pages(cards, site, theme, project.folder)
    files.append(index(row for outcome in _by_title(outcomes) for row in outcome.rows))
    return Built(checked, (*files, *for_crawlers(site, [artifact.path for artifact in files])))


def _by_title(outcomes: list[Outcome]) -> list[Outcome]:
    made = [outcome for outcome in outcomes if outcome.card]
    return sorted(made, key=lambda outcome: (outcome.card.title.casefold(), outcome.card.path))
