"""The files of a project: settings, house file and programs, found from wherever the command was given."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from ..definition.load import House, Text, house_of, load_site, read_text
from ..definition.model import Site

SETTINGS, HOUSE = "site.yaml", "house.yaml"


class Project(NamedTuple):
    """The texts of a project. `root` is the folder that holds `content`, None for a file outside any project."""

    root: Path | None
    site: Text | None
    house: House | None
    programs: tuple[Text, ...]


class Found(NamedTuple):
    """Where the files of a project are; nothing of them is read yet."""

    root: Path | None
    site: Path | None
    house: Path | None
    programs: tuple[Path, ...]


class NothingToRead(Exception):
    """There is no definition where one was looked for; the message says where, and what to type."""


def open_project(places: tuple[Path, ...], start: Path) -> Project:
    """The project of some files or folders, or of the folder `start` when none are given. Raises NothingToRead.

    A file that lies in no project stands alone: no house file, no settings.
    """
    return read_project(find_project(places, start), start)


def find_project(places: tuple[Path, ...], start: Path) -> Found:
    """The files of a project, as for `open_project`, without reading them. Raises NothingToRead."""
    folder = content_of(places[0] if places else start)
    site, house = (folder / name if folder and (folder / name).is_file() else None for name in (SETTINGS, HOUSE))
    special = {os.path.realpath(path) for path in (site, house) if path}
    programs = tuple(path for real, path in _files(places, folder, start) if real not in special)
    return Found(folder.parent if folder else None, site, house, programs)


def read_project(found: Found, start: Path) -> Project:
    """The texts of a project. Raises NothingToRead."""
    site, house = (read_definition(path, start) if path else None for path in (found.site, found.house))
    return Project(found.root, site, house_of(house) if house else None,
                   tuple(read_definition(path, start) for path in found.programs))


def site_of(project: Project) -> Site:
    """The settings of a project, or the defaults."""
    record = load_site(project.site).record if project.site else None
    return record if isinstance(record, Site) else Site()


def content_of(place: Path) -> Path | None:
    """The `content` folder of a file or folder: itself, its child, or a folder above it."""
    place = place.resolve()
    for folder in (place / "content", place, *place.parents):
        if (folder / SETTINGS).is_file() or (folder / HOUSE).is_file() or (
                folder.name == "content" and (folder / "programs").is_dir()):
            return folder
        if folder in place.parents and folder.name not in ("programs", "content"):
            break
    return None


def _files(places: tuple[Path, ...], folder: Path | None, start: Path) -> list[tuple[str, Path]]:
    if not places and folder is None:
        where = "." if all(path.name.startswith(".") for path in start.iterdir()) else "my-program"
        raise NothingToRead(f"There is no `content` folder here ({start.name or start}). Type `rmplay new {where}` to "
                            "start one, or name a file: rmplay lint my-program.yaml")
    found: dict[str, Path] = {}
    for place in places or (folder / "programs",):
        if not place.exists():
            raise NothingToRead(f"There is no file or folder called {place}.")
        inside = place / "content" / "programs" if (place / "content" / "programs").is_dir() else place
        inside = place / "programs" if (place / "programs").is_dir() else inside
        for path in sorted(inside.rglob("*.y*ml")) if inside.is_dir() else [place]:
            if (place.is_file() or path.suffix in (".yaml", ".yml")) and path.is_file():
                found.setdefault(os.path.realpath(path), path)
    if not found:
        raise NothingToRead(f"There is no definition (a file that ends in .yaml) in {places[0] if places else folder}.")
    here = os.path.realpath(start)
    return sorted(found.items(), key=lambda pair: _relative(pair[0], here))


def read_definition(path: Path, start: Path) -> Text:
    """The text of a file under the name that findings give it. Raises NothingToRead."""
    try:
        return read_text(path, _name(path, start))
    except OSError as error:
        raise NothingToRead(f"{_name(path, start)} cannot be read: {error.strerror}.") from None


def _name(path: Path, start: Path) -> str:
    """The name of a file in findings: relative to where the command was given, with `/` on every system."""
    return _relative(os.path.realpath(path), os.path.realpath(start))


def _relative(real: str, start: str) -> str:
    try:
        return os.path.relpath(real, start).replace(os.sep, "/")
    except ValueError:  # another drive, on Windows
        return real.replace(os.sep, "/")
