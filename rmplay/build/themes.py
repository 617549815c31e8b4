"""The theme of a project: where themes are looked for, which templates the project has taken over, and from what."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from ..definition.languages import is_language
from ..definition.load import Loaded
from ..definition.model import Site
from ..definition.source import source_of
from ..finding import Finding
from ..lint.engine import Checked
from ..lint.mistakes import UNUSABLE_THEME
from ..lint.page_words import Gap
from ..shipped import shipped
from ..site.words import FOLDER, SOURCE, WordsError, files_of, known_in, language_of, unsaid
from .project import Project, site_of

if TYPE_CHECKING:
    from ..site.ejected import Copy

OVERRIDES, DEFAULT, BASE = "overrides", "default", "base"


def shelves(root: Path | None) -> tuple[Path, ...]:
    """The folders that hold themes: those of the project in `root`, then those that come with rmplay."""
    return (*((root / "themes",) if root else ()), shipped("themes"))


def overrides(root: Path | None) -> Path | None:
    """The folder in which a project replaces templates and files of its theme."""
    return root / OVERRIDES if root else None


def theme_of(root: Path | None, site: Site):
    """The theme that the project in `root` asks for. Raises site.theme.ThemeError."""
    from ..site.theme import find_theme
    return find_theme(site.theme or DEFAULT, shelves(root), overrides(root))


def check_theme(project: Project, site: Site) -> list[Finding]:
    """What stands against the theme of a project. One that comes with rmplay is not read."""
    if not site.theme or (shipped("themes") / site.theme / "theme.yaml").is_file() and not (
            project.root and (project.root / "themes").is_dir()):
        return []
    from ..site.theme import ThemeError
    try:
        theme_of(project.root, site)
    except ThemeError as error:
        message, _, remedy = str(error).partition(". ")
        return [UNUSABLE_THEME.at(site.at("theme"), f"{message.removesuffix('.')}.", remedy or "Choose another one.", path="theme")]
    return []


def gap_in(project: Project, site: Site, tag: str) -> Gap | None:
    """What pages in a language lack in words; None for nothing, and where the build will say that it cannot tell.

    For the languages that come with rmplay no theme is read, and nothing that only pages need is loaded.
    """
    name = language_of(tag)
    if not is_language(tag) or name == SOURCE or (shipped("themes") / BASE / FOLDER / f"{name}.po").is_file():
        return None
    from ..site.theme import ThemeError
    with contextlib.suppress(ThemeError, WordsError):
        layers = theme_of(project.root, site).layers
        files = files_of(layers, tag)
        if not files:
            return Gap(tag, known_in(layers))
        own = project.root and files[0].is_relative_to(project.root) and files[0]
        lacking, count = unsaid(own, own.stat().st_mtime_ns) if own and len(files) == 1 else (0, 0)
        if lacking:
            return Gap(tag, (), own.relative_to(project.root).as_posix(), lacking, count)
    return None


def check_ejected(project: Project) -> list[Checked]:
    """What is to be said about templates of a project whose originals have changed since they were taken over.

    A project without such templates costs nothing; a theme that cannot be used is told by the build.
    """
    folder = overrides(project.root)
    if folder is None or not (folder / "templates").is_dir():
        return []
    from ..site import ejected
    from ..site.theme import ThemeError
    try:
        copies = ejected.copies(folder, theme_of(project.root, site_of(project)))
    except ThemeError:
        return []
    return [_checked(copy, f"{OVERRIDES}/templates/{copy.template}") for copy in copies if copy.is_behind]


def _checked(copy: Copy, name: str) -> Checked:
    from ..site import ejected
    source, _ = source_of(copy.path.read_bytes(), name)
    found = ejected.finding(copy, source.span(1, 1, len(source.lines[0]) + 1))
    return Checked(name, Loaded(Site(), {name: source}, ()), (found,), (), ())
