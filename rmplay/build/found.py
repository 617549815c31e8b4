"""Where the files of a project are, found from wherever the command was given. Nothing of them is read here."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from ..values import NamedTuple
from .beside import beside, language_in, parted

SETTINGS, HOUSE, HOUSE_RULES = "site.yaml", "house.yaml", "house-rules.yaml"
SPECIAL = (SETTINGS, HOUSE, HOUSE_RULES)


class Typed(NamedTuple):
    """A text that comes from somewhere else than its file, such as an editor in which it is not saved yet."""

    path: Path
    data: bytes


class Found(NamedTuple):
    """Where the files of a project are; nothing of them is read yet. `folder` is its `content`, None outside any project.

    `whole` says whether all of its programs are here; `translations` are those of each program that has some, `shared`
    those of settings and house file by the names of these.
    """

    folder: Path | None
    programs: tuple[Path, ...]
    whole: bool = False
    translations: Mapping[Path, tuple[Path, ...]] = MappingProxyType({})
    shared: Mapping[str, tuple[Path, ...]] = MappingProxyType({})

    @property
    def root(self) -> Path | None:
        """The folder that holds `content`."""
        return self.folder.parent if self.folder else None


class NothingToRead(Exception):
    """There is no definition where one was looked for; the message says where, and what to type."""


def find_project(places: tuple[Path, ...], start: Path) -> Found:
    """The one project of some files or folders, or of the folder `start` when none are given. Raises NothingToRead.

    Files that lie in no project are taken into it.
    """
    found = _each(places, start)
    if len(found) == 1:
        return found[0]
    inside = [one for one in found if one.folder]
    if len(inside) > 1:
        roots = " and ".join(str(one.root) for one in inside[:2])
        raise NothingToRead(f"{roots} are two projects. Build each by itself.")
    programs = {os.path.realpath(path): path for one in found for path in one.programs}
    return (*inside, *found)[0]._replace(programs=_in_order(programs, start),
                                         translations={k: v for one in found for k, v in one.translations.items()})


def find_projects(places: tuple[Path, ...], start: Path, typed: Typed | None = None) -> list[Found]:
    """The projects of some files or folders; of the translations of files that were named, only those that were named too.

    Those of settings and house file come with them. Raises NothingToRead.
    """
    return _each(places, start, typed, along=False)


def _each(places: tuple[Path, ...], start: Path, typed: Typed | None = None, along: bool = True) -> list[Found]:
    groups: dict[Path | None, list[Path]] = {}
    for place in (typed.path,) if typed else places or (start,):
        groups.setdefault(content_of(place), []).append(place)
    return [_found(folder, tuple(group) if places or typed else (), start, typed, along) for folder, group in groups.items()]


def _found(folder: Path | None, places: tuple[Path, ...], start: Path, typed: Typed | None, along: bool) -> Found:
    special = {os.path.realpath(folder / name) for name in SPECIAL} if folder else set()
    listed = _files(places, folder, start, typed)
    files, translations = parted(listed)
    files = {real: path for real, path in files.items() if real not in special}
    whole = folder is not None and not typed and (not places or any(_holds(place, folder) for place in places))
    translations = {path: translations[path] for path in files.values() if path in translations}
    shared = _shared(folder, typed) if folder else {}
    if not along and not whole:
        named = {path: tuple(one for one in made if os.path.realpath(one) in listed) for path, made in translations.items()}
        translations = {path: made for path, made in named.items() if made}
        tags = {language_in(one.name) for made in translations.values() for one in made}
        shared = {name: tuple(one for one in made if os.path.realpath(one) in listed or language_in(one.name) in tags)
                  for name, made in shared.items()}
    return Found(folder, _in_order(files, start), whole, translations, shared)


def _shared(folder: Path, typed: Typed | None) -> dict[str, tuple[Path, ...]]:
    """The translations of settings and house file; one that is typed need not be saved yet."""
    real = typed.path.resolve() if typed else None
    others = parted({str(real): real}).translations if real else {}
    return {name: tuple(sorted({*beside(folder / name), *others.get(folder / name, ())})) for name in (SETTINGS, HOUSE)}


def _in_order(files: dict[str, Path], start: Path) -> tuple[Path, ...]:
    """Files, given by their real paths, in the order of the names that findings give them."""
    here = os.path.realpath(start)
    return tuple(files[real] for real in sorted(files, key=lambda real: relative(real, here)))


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


def _files(places: tuple[Path, ...], folder: Path | None, start: Path, typed: Typed | None) -> dict[str, Path]:
    """Definitions by their real paths, so that none comes twice. Raises NothingToRead."""
    if typed:
        return {os.path.realpath(typed.path): typed.path}
    if not places and folder is None:
        where = "." if all(path.name.startswith(".") for path in start.iterdir()) else "my-program"
        raise NothingToRead(f"There is no `content` folder here ({start.name or start}). Type `rmplay new {where}` to "
                            "start one, or name a file: rmplay lint my-program.yaml")
    found: dict[str, Path] = {}
    for place in places or (folder / "programs",):
        if not place.exists():
            raise NothingToRead(f"There is no file or folder called {place}.")
        listed = _listed(_inside(place)) if place.is_dir() else {os.path.realpath(place): place}
        for real, path in listed.items():
            found.setdefault(real, path)
    if not found:
        raise NothingToRead(f"There is no definition (a file that ends in .yaml) in {places[0] if places else folder}.")
    return found


def _listed(folder: Path) -> dict[str, Path]:
    """The definitions below a folder by their real paths. Only of a link does the system have to be asked for it."""
    folders: dict[Path, str] = {}
    found: dict[str, Path] = {}
    for path in sorted(folder.rglob("*.y*ml"), key=os.fspath):
        if path.suffix not in (".yaml", ".yml") or not path.is_file():
            continue
        parent = path.parent
        if parent not in folders:
            folders[parent] = os.path.realpath(parent)
        real = os.path.realpath(path) if path.is_symlink() else os.path.join(folders[parent], path.name)
        found.setdefault(real, path)
    return found


def _inside(place: Path) -> Path:
    """The folder of programs in a place, if it has one where it belongs."""
    wanted = (place / "content" / "programs", place / "programs")
    return next((folder for folder in wanted if folder.is_dir()), place)


def relative(real: str, start: str) -> str:
    """The path of a file from a folder, both without links, with `/` on every system."""
    if real.startswith(f"{start}{os.sep}"):  # nearly always, and a tenth of the work
        return real[len(start) + 1:].replace(os.sep, "/")
    try:
        return os.path.relpath(real, start).replace(os.sep, "/")
    except ValueError:  # another drive, on Windows
        return real.replace(os.sep, "/")
