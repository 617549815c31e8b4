"""One program is one task: from its text to its findings and its files. Pure, so that it can run anywhere."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping

from ..definition.load import Loaded, Overlay
from ..definition.model import Program, Site
from ..lint.engine import Checked
from ..site.languages import Language, languages
from ..site.plan import Edition, home_in
from ..site.progress import Progress
from ..site.render import Artifact, Card, card, pages_at, program_pages
from ..site.calendar import calendars
from ..site.facts import facts
from ..site.search import part
from ..site.theme import Theme
from ..site.words import SOURCE, words_of
from ..values import NamedTuple
from .check import Inputs, examine, examine_translation, identified, in_translation
from .progress import progress_of
from .project import language_of


class Outcome(NamedTuple):
    """What became of one program: what is to be said of it and its translations, its files, and its cards on the home
    page and its parts of the search index, one for each of its languages, first that of the original."""

    checked: Checked
    translations: tuple[Checked, ...] = ()
    artifacts: tuple[Artifact, ...] = ()
    cards: tuple[Card, ...] = ()
    parts: tuple[str, ...] = ()


class Version(NamedTuple):
    """A program in one language: the edition in which it is made, with the settings of the site in that language."""

    program: Program
    site: Site
    edition: Edition


class Sooner(NamedTuple):
    """Pages that somebody is waiting for: their paths, and who takes them before all the others are made."""

    paths: frozenset[str]
    take: Callable[[list[Artifact]], None]


def make(inputs: Inputs, sites: Mapping[str, Site], theme: Theme, edition: Edition = Edition(),
         sooner: Sooner | None = None) -> Outcome:
    """The findings of a program and, if none of them is invalid, its pages in each of its languages.

    `sites` are the settings of the site by language, under an empty name as they are. Raises site.render.TemplateError.
    """
    checked, site = examine(inputs), sites[""]
    own = edition.language_for(checked.loaded.record, site)
    loaded = [(overlay, in_translation(inputs, overlay, own, site.language or SOURCE)) for overlay in inputs.translations]
    translations = tuple(examine_translation(inputs, overlay, found) for overlay, found in loaded)
    if not all(one.valid for one in (checked, *translations)):
        return Outcome(checked, translations)
    original = Version(identified(checked.loaded.record, inputs.text.source.name), site, edition)
    versions = (original, *(_version(original, tag, found.record, sites[tag]) for tag, found in _by_language(loaded, own)))
    known, progress = languages(own, (one.edition.language for one in versions[1:])), progress_of(checked)
    if sooner:
        sooner.take([page for program, own_site, own_edition in versions
                     for page in pages_at(sooner.paths, program, own_site, theme, own_edition, progress, known)])
    made = [_made(version, theme, progress, known) for version in versions]
    return Outcome(checked, translations, *(tuple(itertools.chain(*parts)) for parts in zip(*made)))


def _by_language(loaded: list[tuple[Overlay, Loaded]], own: str) -> Iterable[tuple[str, Loaded]]:
    """The translations of a program, each language once and none into its own."""
    found = {language_of(overlay): one for overlay, one in reversed(loaded)}
    return ((tag, found[tag]) for tag in sorted(found) if tag.lower() != own.lower())


def _version(original: Version, tag: str, program: Program, site: Site) -> Version:
    """A program with the texts of a language; it is known by the same id."""
    home = home_in(tag, original.site.language or SOURCE)
    return Version(program.changed(id=original.program.id, language=tag), site, original.edition._replace(language=tag, home=home))


def _made(version: Version, theme: Theme, progress: Progress, known: tuple[Language, ...]
          ) -> tuple[tuple[Artifact, ...], tuple[Card, ...], tuple[str, ...]]:
    """The files of a program in one language, its card and its part of the search index."""
    program, site, edition = version
    pages = program_pages(program, site, theme, edition, progress, known)
    words = words_of(theme.layers, edition.language_for(program, site))
    files = (*pages, *(Artifact(*made) for made in calendars(program, site, words, edition).items()),
             facts(program, site, edition, words))
    return files, (card(program, site, edition),), (part(program, pages, words, edition),)
