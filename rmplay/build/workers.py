"""What a worker does for a build: the pages of one program, staged beside the site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..definition.model import Program, Site
from ..finding import ERROR, HINT, WARNING
from ..lint.engine import Checked
from ..lint.preferences import Asked
from ..lint.rule import Settings
from ..site.plan import Edition, folder_for, folder_named
from ..site.render import Card, load_templates
from ..site.theme import Theme
from ..site.words import SOURCE
from ..values import NamedTuple
from . import pool
from .check import Inputs, identified, inputs_of
from .found import Found
from .output import differs, hash_of, stage, told
from .project import Project, language_of, languages_of, read_project, sites_of, with_program
from .task import make
from .themes import theme_of

_SHARE = 3  # a worker loads templates first, which costs as much as a few programs
_BATCH = 8  # to hand over a single program costs a fiftieth of making it


class Errand(NamedTuple):
    """What a worker is told when it starts; what it needs beyond this it reads itself, so that nothing large travels.

    Without `write` nothing is staged, only compared.
    """

    found: Found
    start: Path
    target: Path
    settings: Settings
    asked: Asked
    edition: Edition
    write: bool


class Work(NamedTuple):
    """What is the same for every program of a build: the errand, the project without its programs, its settings by
    language, and its theme."""

    errand: Errand
    project: Project
    sites: Mapping[str, Site]
    theme: Theme


class Made(NamedTuple):
    """What became of one program: its findings by level, the folders it asks for, its card in each language and its part
    of the search, its files with their hashes, and which of them differ from those in the site."""

    counts: tuple[int, int, int]
    claims: tuple[str, ...]
    cards: tuple[Card, ...]
    parts: tuple[str, ...]
    files: dict[str, str]
    changed: tuple[str, ...]


def begun(errand: Errand) -> Work:
    """Read what all programs share. Raises NothingToRead and site.theme.ThemeError."""
    project = read_project(errand.found._replace(programs=(), whole=False), errand.start)
    sites = sites_of(project, languages_of((path.name for path in paths) for paths in errand.found.translations.values()))
    return Work(errand, project, sites, theme_of(project.root, sites[""]))


def do(work: Work, path: Path) -> Made:
    """Read, check and make one program, and stage what differs from the site."""
    errand = work.errand
    one = with_program(work.project, errand.found, path, errand.start)
    (inputs,) = inputs_of(one, errand.settings, errand.asked, work.sites[""])
    outcome = make(inputs, work.sites, work.theme, errand.edition)
    record = outcome.checked.loaded.record
    act = stage if errand.write else differs
    with told(errand.target):
        changed = tuple(a.path for a in outcome.artifacts if act(errand.target, a))
    found = map(counts, (outcome.checked, *outcome.translations))
    return Made(tuple(map(sum, zip(*found))), _claims(record, inputs), outcome.cards, outcome.parts,
                {a.path: hash_of(a.data) for a in outcome.artifacts}, changed)


def _claims(record: object, inputs: Inputs) -> tuple[str, ...]:
    """The folders of the site that a program asks for: its own, those of its earlier ids and, with `/`, those that all
    programs in a language share."""
    if not isinstance(record, Program):
        return ()
    shared = {folder_for(language_of(overlay)) for overlay in inputs.translations}
    return (*map(folder_named, (identified(record, inputs.text.source.name).id, *record.aliases)), *sorted(shared))


def counts(checked: Checked) -> tuple[int, int, int]:
    """The findings of a file by level; a file of which nothing can be made counts as an error."""
    found = Counter(finding.level for finding in checked.findings)
    return max(found[ERROR], not checked.valid), found[WARNING], found[HINT]


def each(work: Work, paths: list[Path], jobs: int) -> Iterator[tuple[Path, Made]]:
    """Every program with what became of it, as they are done. `jobs` is the number of workers, 0 for as many as pay.

    Raises pool.WorkerDied, and what `do` raises.
    """
    jobs = jobs or pool.paying(len(paths), _SHARE)
    if jobs == 1:
        return ((path, do(work, path)) for path in paths)
    load_templates(work.theme, work.sites[""].language or SOURCE)  # so that the workers find them compiled
    return pool.each(pool.Trade(begun, do, _BATCH), work.errand, paths, jobs)
