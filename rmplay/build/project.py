"""The texts of a project: settings, house file, house rules and programs."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from ..definition.load import House, Text, house_of, load_site, read_text, text_of
from ..definition.model import Site
from ..lint import house_rules
from ..lint.house_rules import Own
from .found import SPECIAL, Found, NothingToRead, Typed, find_project, find_projects, relative


class Project(NamedTuple):
    """The texts of a project. `root` is the folder that holds `content`, None for files outside any project.

    `programs` may be read only when they come up. `content` is how findings call that folder, `folder` where it is; `whole`
    says whether all of its programs are here.
    """

    root: Path | None
    site: Text | None
    house: House | None
    programs: Collection[Text]
    own: Own = Own()
    content: str = ""
    whole: bool = False
    folder: Path | None = None

    def seen_from_content(self, text: Text) -> str:
        """The path of a program as the settings name it, such as `programs/digital-fluency.yaml`."""
        prefix = "" if self.content == "." else f"{self.content}/"
        return text.source.name.removeprefix(prefix) if self.root else text.source.name


def open_project(places: tuple[Path, ...], start: Path) -> Project:
    """The one project of some files or folders, read. Raises NothingToRead."""
    return read_project(find_project(places, start), start)


def open_projects(places: tuple[Path, ...], start: Path, named_from: Path | None = None,
                  typed: Typed | None = None) -> tuple[Project, ...]:
    """The projects of some files or folders, each with its own settings and house file. Raises NothingToRead.

    Files are called by their path from `named_from`, by default from `start`. Files that lie in no project stand alone,
    without settings.
    """
    found = [read_project(one, named_from or start, typed) for one in find_projects(places, start, typed)]
    return tuple(sorted(found, key=lambda project: project.content))


def read_project(found: Found, named_from: Path, typed: Typed | None = None) -> Project:
    """The texts of a project, called by their path from `named_from`. Raises NothingToRead."""
    folder, read = found.folder, _Reader(os.path.realpath(named_from), typed)
    site, house, rules = (read.special(folder, name) for name in SPECIAL)
    programs = _Unread(read, tuple(sorted(found.programs, key=read.name)))
    return Project(found.root, site, house_of(house) if house else None, programs,
                   house_rules.read(rules) if rules else Own(), read.name(folder) if folder else "", found.whole, folder)


def read_definition(path: Path, named_from: Path) -> Text:
    """The text of a file under the name that findings give it. Raises NothingToRead."""
    return _Reader(os.path.realpath(named_from), None).text(path)


def site_of(project: Project) -> Site:
    """The settings of a project, or the defaults."""
    record = load_site(project.site).record if project.site else None
    return record if isinstance(record, Site) else Site()


class _Reader(NamedTuple):
    """How files become texts: the real folder from which they are named, and the text that is taken in place of a file."""

    named_from: str
    typed: Typed | None

    def special(self, folder: Path | None, name: str) -> Text | None:
        """The file of a name in `content`, if there is one."""
        if folder is None:
            return None
        path = folder / name
        return self.text(path) if path.is_file() or self.typed and self.typed.path.resolve() == path else None

    def text(self, path: Path) -> Text:
        """The tree of a file."""
        name = self.name(path)
        if self.typed and self.typed.path.resolve() == path.resolve():
            return text_of(self.typed.data, name)
        try:
            return read_text(path, name)
        except OSError as error:
            raise NothingToRead(f"{name} cannot be read: {error.strerror}.") from None

    def name(self, path: Path) -> str:
        """The name of a file in findings, with `/` on every system."""
        return relative(os.path.realpath(path), self.named_from)


class _Unread(Collection[Text]):
    """Definitions that are read one after the other when somebody asks for them, so that many need no more room than one."""

    def __init__(self, read: _Reader, paths: tuple[Path, ...]) -> None:
        self.read, self.paths = read, paths

    def __iter__(self) -> Iterator[Text]:
        return map(self.read.text, self.paths)

    def __len__(self) -> int:
        return len(self.paths)

    def __contains__(self, text: object) -> bool:
        return any(text == other for other in self)
