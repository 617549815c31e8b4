"""The files of a project: settings, house file, house rules and programs, found from wherever the command was given."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from ..definition.load import House, Text, house_of, load_site, read_text, text_of
from ..definition.model import Site
from ..lint import house_rules
from ..lint.house_rules import Own

SETTINGS, HOUSE, HOUSE_RULES = "site.yaml", "house.yaml", "house-rules.yaml"
SPECIAL = (SETTINGS, HOUSE, HOUSE_RULES)


class Project(NamedTuple):
    """The texts of a project. `root` is the folder that holds `content`, None for files outside any project.

    `content` is how findings call that folder, `folder` where it is; `whole` says whether all of its programs are here.
    """

    root: Path | None
    site: Text | None
    house: House | None
    programs: tuple[Text, ...]
    own: Own = Own()
    content: str = ""
    whole: bool = False
    folder: Path | None = None

    def seen_from_content(self, text: Text) -> str:
        """The path of a program as the settings name it, such as `programs/digital-fluency.yaml`."""
        prefix = "" if self.content == "." else f"{self.content}/"
        return text.source.name.removeprefix(prefix) if self.root else text.source.name


class Typed(NamedTuple):
    """A text that comes from somewhere else than its file, such as an editor in which it is not saved yet."""

    path: Path
    data: bytes


class NothingToRead(Exception):
    """There is no definition where one was looked for; the message says where, and what to type."""


def open_project(places: tuple[Path, ...], start: Path) -> Project:
    """The one project of some files or folders, or of the folder `start` when none are given. Raises NothingToRead.

    Files that lie in no project are taken into it.
    """
    found = open_projects(places, start)
    inside = [project for project in found if project.root]
    if len(inside) > 1:
        roots = " and ".join(str(project.root) for project in inside[:2])
        raise NothingToRead(f"{roots} are two projects. Build each by itself.")
    programs = tuple(sorted((text for p in found for text in p.programs), key=lambda text: text.source.name))
    return (*inside, *found)[0]._replace(programs=programs)


def open_projects(places: tuple[Path, ...], start: Path, named_from: Path | None = None,
                  typed: Typed | None = None) -> tuple[Project, ...]:
    """The projects of some files or folders, each with its own settings and house file. Raises NothingToRead.

    Files are called by their path from `named_from`, by default from `start`. Files that lie in no project stand alone,
    without settings.
    """
    groups: dict[Path | None, list[Path]] = {}
    for place in (typed.path,) if typed else places or (start,):
        groups.setdefault(content_of(place), []).append(place)
    found = [_opened(folder, tuple(group) if places or typed else (), start, named_from or start, typed)
             for folder, group in groups.items()]
    return tuple(sorted(found, key=lambda project: project.content))


def _opened(folder: Path | None, places: tuple[Path, ...], start: Path, named_from: Path, typed: Typed | None) -> Project:
    read = _Reader(named_from, typed)
    site, house, rules = (read.special(folder, name) for name in SPECIAL)
    special = {folder / name for name in SPECIAL} if folder else set()
    files = [path for path in _files(places, folder, start, typed) if path.resolve() not in special]
    programs = sorted(map(read.text, files), key=lambda text: text.source.name)
    whole = folder is not None and not typed and (not places or any(_holds(place, folder) for place in places))
    return Project(folder.parent if folder else None, site, house_of(house) if house else None, tuple(programs),
                   house_rules.read(rules) if rules else Own(), read.name(folder) if folder else "", whole, folder)


def site_of(project: Project) -> Site:
    """The settings of a project, or the defaults."""
    record = load_site(project.site).record if project.site else None
    return record if isinstance(record, Site) else Site()


def base_of(places: tuple[Path, ...], start: Path) -> Path:
    """The folder from which reports for programs name files, so that they are the same wherever the command was given.

    It is the top of the repository, else the folder that holds `content`, else the nearest folder above all places.
    """
    found = [place.resolve() for place in places or (start,)]
    contents = [content_of(place) for place in found]
    anchors = [content.parent if content else place if place.is_dir() else place.parent
               for place, content in zip(found, contents, strict=True)]
    tops = [next((folder for folder in (anchor, *anchor.parents) if (folder / ".git").exists()), anchor)
            for anchor in anchors]
    try:
        return Path(os.path.commonpath(tops))
    except ValueError:  # two drives, on Windows
        return start


def content_of(place: Path) -> Path | None:
    """The `content` folder of a file or folder: itself, its child, or a folder above it."""
    place = place.resolve()
    below = (place / "content", place) if place.is_dir() else ()
    return next((folder for folder in (*below, *place.parents) if _is_content(folder)), None)


def _is_content(folder: Path) -> bool:
    settings = any((folder / name).is_file() for name in (SETTINGS, HOUSE))
    programs = (folder / "programs").is_dir()
    return settings and programs or folder.name == "content" and (settings or programs)


def _holds(place: Path, folder: Path) -> bool:
    """Whether a place holds all programs of a `content` folder."""
    programs, place = folder / "programs", place.resolve()
    return place == programs or place in programs.parents


def _files(places: tuple[Path, ...], folder: Path | None, start: Path, typed: Typed | None) -> list[Path]:
    if typed:
        return [typed.path]
    if not places and folder is None:
        where = "." if all(path.name.startswith(".") for path in start.iterdir()) else "my-program"
        raise NothingToRead(f"There is no `content` folder here ({start.name or start}). Type `rmplay new {where}` to "
                            "start one, or name a file: rmplay lint my-program.yaml")
    found: dict[str, Path] = {}
    for place in places or (folder / "programs",):
        if not place.exists():
            raise NothingToRead(f"There is no file or folder called {place}.")
        for path in sorted(_inside(place).rglob("*.y*ml")) if place.is_dir() else [place]:
            if path.is_file() and (place.is_file() or path.suffix in (".yaml", ".yml")):
                found.setdefault(str(path.resolve()), path)
    if not found:
        raise NothingToRead(f"There is no definition (a file that ends in .yaml) in {places[0] if places else folder}.")
    return list(found.values())


def _inside(place: Path) -> Path:
    """The folder of programs in a place, if it has one where it belongs."""
    wanted = (place / "content" / "programs", place / "programs")
    return next((folder for folder in wanted if folder.is_dir()), place)


class _Reader(NamedTuple):
    """How files become texts: the folder from which they are named, and the text that is taken in place of a file."""

    named_from: Path
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
        try:
            return Path(os.path.relpath(path.resolve(), self.named_from.resolve())).as_posix()
        except ValueError:  # another drive, on Windows
            return path.resolve().as_posix()
