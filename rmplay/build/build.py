"""A build, as a list of steps: settings and theme, one task for each program, check, home."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from ..definition.model import Site
from ..lint.engine import Checked
from ..lint.preferences import Asked
from ..lint.rule import Settings
from ..site.crawlers import for_crawlers
from ..site.plan import Edition
from ..site.render import Artifact, Card, site_pages
from ..site.search import Row, index
from ..site.theme import Theme
from .check import inputs_of, together
from .project import Project, site_of
from .task import make
from .themes import theme_of


class Built(NamedTuple):
    """What a build made: what is to be said about each file, and the files of the site, none if any is invalid."""

    checked: tuple[Checked, ...]
    artifacts: tuple[Artifact, ...]


def build(project: Project, settings: Settings = Settings(), asked: Asked = Asked(), edition: Edition = Edition()) -> Built:
    """The files of a site. Raises site.theme.ThemeError and site.render.TemplateError."""
    site = site_of(project)
    theme = theme_of(project.root, site)
    outcomes = [make(inputs, site, theme, edition) for inputs in inputs_of(project, settings, asked)]
    checked = together(project, [outcome.checked for outcome in outcomes], asked)
    if not all(file.valid for file in checked):
        return Built(checked, ())
    made = [outcome for outcome in outcomes if outcome.card]
    files = [artifact for outcome in made for artifact in outcome.artifacts]
    return Built(checked, (*files, *of_all([(o.card, o.rows) for o in made], [a.path for a in files], site, theme,
                                           project.folder)))


def of_all(programs: list[tuple[Card, tuple[Row, ...]]], paths: list[str], site: Site, theme: Theme,
           content: Path | None) -> list[Artifact]:
    """The files that belong to no program: home, search, what the theme and the brand bring, what crawlers ask for.

    `programs` are cards and search rows, `paths` the paths of all files of programs, `content` is where the files of the
    brand lie. Raises site.render.TemplateError.
    """
    ordered = sorted(programs, key=lambda program: (program[0].title.casefold(), program[0].path))
    files = site_pages([card for card, _ in ordered], site, theme, content)
    files.append(index(row for _, rows in ordered for row in rows))
    return [*files, *for_crawlers(site, [*paths, *(artifact.path for artifact in files)])]
