"""A whole site, made in memory and written at once: what the command, which makes only what changed, must come to as well."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from rmplay.build.check import inputs_of, together
from rmplay.build.output import OutputError, Written, claim, commit, hash_of, stage, told
from rmplay.build.project import Project, language_of, sites_of
from rmplay.build.shared import of_all
from rmplay.build.task import make
from rmplay.build.themes import theme_of
from rmplay.lint.engine import Checked
from rmplay.lint.preferences import Asked
from rmplay.lint.rule import Settings
from rmplay.site.plan import Edition
from rmplay.site.render import Artifact


class Built(NamedTuple):
    """What a build made: what is to be said about each file, and the files of the site, none if any is invalid."""

    checked: tuple[Checked, ...]
    artifacts: tuple[Artifact, ...]


def build(project: Project, settings: Settings = Settings(), asked: Asked = Asked(), edition: Edition = Edition()) -> Built:
    """The files of a site. Raises site.theme.ThemeError and site.render.TemplateError."""
    each = list(inputs_of(project, settings, asked))
    sites = sites_of(project, sorted({language_of(overlay) for one in each for overlay in one.translations}))
    theme = theme_of(project.root, sites[""])
    outcomes = [make(inputs, sites, theme, edition) for inputs in each]
    checked = together(project, [outcome.checked for outcome in outcomes],
                       [one for outcome in outcomes for one in outcome.translations], asked)
    if not all(file.valid for file in checked):
        return Built(checked, ())
    files = [artifact for outcome in outcomes for artifact in outcome.artifacts]
    return Built(checked, (*files, *of_all([(o.cards, o.parts) for o in outcomes if o.cards], [a.path for a in files], sites, theme,
                                           project.folder)))


def write_site(folder: Path, artifacts: Iterable[Artifact]) -> Written:
    """Make `folder` hold exactly the artifacts. Raises OutputError; the old site is then untouched, or completed."""
    artifacts = sorted(artifacts)
    with told(folder):
        before = claim(folder)
        after = {a.path: hash_of(a.data) for a in artifacts}
        if len(after) < len(artifacts):
            raise OutputError("Two pages would be the same file.")
        changed = [a.path for a in artifacts if stage(folder, a)]
        return commit(folder, changed, before, after)
