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
    content: Path | None = None


class NothingToRead(Exception):
    """There is no definition where one was looked for; the message says where, and what to type."""


def open_project(places: tuple[Path, ...], start: Path) -> Project:
    """The project of some files or folders, or of the folder `start` when none are given. Raises NothingToRead.

    A file that lies in no project stands alone: no house file, no settings.
    """
    folder = content_of(places[0] if places else start)
    files = _files(places, folder, start)
    site = _read(folder / SETTINGS, start) if folder and (folder / SETTINGS).is_file() else None
    house = _read(folder / HOUSE, start) if folder and (folder / HOUSE).is_file() else None
    special = {text.source.name for text in (site, house) if text}
    programs = [_read(path, start) for path in files]
    return Project(folder.parent if folder else None, site, house_of(house) if house else None,
                   tuple(text for text in programs if text.source.name not in special), folder)


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


def _files(places: tuple[Path, ...], folder: Path | None, start: Path) -> list[Path]:
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
            if path.is_file() and (place.is_file() or path.suffix in (".yaml", ".yml")):
                found.setdefault(str(path.resolve()), path)
    if not found:
        raise NothingToRead(f"There is no definition (a file that ends in .yaml) in {places[0] if places else folder}.")
    return sorted(found.values(), key=lambda path: _name(path, start))


def _read(path: Path, start: Path) -> Text:
    try:
        return read_text(path, _name(path, start))
    except OSError as error:
        raise NothingToRead(f"{_name(path, start)} cannot be read: {error.strerror}.") from None


def _name(path: Path, start: Path) -> str:
    """The name of a file in findings: relative to where the command was given, with `/` on every system."""
    try:
        return Path(os.path.relpath(path.resolve(), start.resolve())).as_posix()
    except ValueError:  # another drive, on Windows
        return path.resolve().as_posix()
