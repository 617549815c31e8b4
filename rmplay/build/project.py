"""The texts of a project: settings, house file, house rules and programs."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from ..definition.load import House, Overlay, Text, house_of, in_language, load_site, overlay_of, read_text, text_of
from ..definition.model import Site
from ..lint import house_rules
from ..lint.house_rules import Own
from ..values import NamedTuple
from .beside import language_in
from .found import HOUSE, SETTINGS, SPECIAL, Found, NothingToRead, Typed, find_project, find_projects, relative


class Project(NamedTuple):
    """The texts of a project, called by their path from `named_from`.

    `programs` may be read only when they come up. `content` is how findings call the folder of definitions.
    `translations` are those of programs, house file and settings, by the names of their originals.
    """

    found: Found
    site: Text | None
    house: House | None
    programs: Collection[Text]
    own: Own = Own()
    content: str = ""
    translations: Mapping[str, tuple[Overlay, ...]] = MappingProxyType({})
    named_from: Path = Path()

    @property
    def root(self) -> Path | None:
        """The folder that holds `content`, None for files outside any project."""
        return self.found.root

    @property
    def folder(self) -> Path | None:
        """The folder `content`."""
        return self.found.folder

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
    programs = _Unread(read, tuple(sorted((read.name(path), path) for path in found.programs)))
    translations = {read.name(path): tuple(map(read.overlay, found.translations[path]))
                    for path in found.programs if path in found.translations}
    for text, name in ((site, SETTINGS), (house, HOUSE)):
        if text and (files := found.shared.get(name)):
            translations[text.source.name] = tuple(map(read.overlay, files))
    return Project(found, site, house_of(house) if house else None, programs,
                   house_rules.read(rules) if rules else Own(), read.name(folder) if folder else "",
                   translations, named_from)


def read_definition(path: Path, named_from: Path) -> Text:
    """The text of a file under the name that findings give it. Raises NothingToRead."""
    return _Reader(os.path.realpath(named_from), None).text(path)


def with_program(project: Project, found: Found, path: Path, named_from: Path) -> Project:
    """A project with one program in it, whose text and translations are read from their files. Raises NothingToRead."""
    read = _Reader(os.path.realpath(named_from), None)
    text, translations = read.text(path), tuple(map(read.overlay, found.translations.get(path, ())))
    return project._replace(programs=(text,), translations={**project.translations, text.source.name: translations})


def site_of(project: Project) -> Site:
    """The settings of a project, or the defaults."""
    record = load_site(project.site).record if project.site else None
    return record if isinstance(record, Site) else Site()


def sites_of(project: Project, tags: Iterable[str]) -> dict[str, Site]:
    """The settings of a project in some languages; under an empty name as they are."""
    site = site_of(project)
    made = project.translations.get(project.site.source.name, ()) if project.site else ()
    by_tag = {language_of(overlay): overlay for overlay in reversed(made)}
    return {"": site, **{tag: _site_in(project, tag, by_tag.get(tag), site.language or "en") for tag in tags}}


def _site_in(project: Project, tag: str, overlay: Overlay | None, own: str) -> Site:
    text = in_language(project.site, overlay, own)
    record = load_site(text).record if text else None
    return (record if isinstance(record, Site) else Site()).changed(language=tag)


def language_of(overlay: Overlay) -> str:
    """The language of a translation, by its name."""
    return language_in(overlay.text.source.name.rpartition("/")[2])


def languages_of(translations: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """The languages in the names of the translations of some definitions."""
    return tuple(sorted({language_in(name) for names in translations for name in names}))


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
        return self.named(path, self.name(path))

    def overlay(self, path: Path) -> Overlay:
        """The translation in a file."""
        return overlay_of(self.text(path))

    def named(self, path: Path, name: str) -> Text:
        """The tree of a file under the name that findings give it. Raises NothingToRead."""
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

    def __init__(self, read: _Reader, named: tuple[tuple[str, Path], ...]) -> None:
        self.read, self.named = read, named

    def __iter__(self) -> Iterator[Text]:
        return (self.read.named(path, name) for name, path in self.named)

    def __len__(self) -> int:
        return len(self.named)

    def __contains__(self, text: object) -> bool:
        return any(text == other for other in self)
