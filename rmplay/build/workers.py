"""The task of one program, mapped over a `concurrent.futures` executor, or done here where more would not pay.

A worker that dies takes only its own program with it: what was waiting is given to fresh workers, one program at a time,
so that the one at fault can be named.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ..definition.model import Program, Site
from ..finding import ERROR, HINT, WARNING
from ..lint.engine import Checked
from ..lint.preferences import Asked
from ..lint.rule import Settings
from ..lint.rules import all_rules
from ..site.markdown import ready
from ..site.plan import Edition, folder_for, folder_named
from ..site.render import Card, load_templates
from ..site.theme import Theme
from ..site.words import SOURCE
from ..values import NamedTuple
from .check import Inputs, identified, inputs_of
from .found import Found
from .output import differs, hash_of, stage, told
from .project import Project, language_of, languages_of, read_project, sites_of, with_program
from .task import make
from .themes import theme_of

_PAYS_FROM = 6


class WorkerDied(Exception):
    """A worker ended without an answer; the message names the program it was about."""


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
    shared = {folder_for(language_of(text)) for text in inputs.translations}
    return (*map(folder_named, (identified(record, inputs.text.source.name).id, *record.aliases)), *sorted(shared))


def counts(checked: Checked) -> tuple[int, int, int]:
    """The findings of a file by level; a file of which nothing can be made counts as an error."""
    found = Counter(finding.level for finding in checked.findings)
    return max(found[ERROR], not checked.valid), found[WARNING], found[HINT]


def each(work: Work, paths: list[Path], jobs: int) -> Iterator[tuple[Path, Made]]:
    """Every program with what became of it, as they are done. `jobs` is the number of workers, 0 for as many as pay.

    Raises WorkerDied, and what `do` raises.
    """
    jobs = jobs or _paying(len(paths))
    if jobs <= 1:
        yield from ((path, do(work, path)) for path in paths)
        return
    lost = []
    for path, made in _pooled(work, paths, jobs):
        if made is None:
            lost.append(path)
        else:
            yield path, made
    yield from _one_by_one(work, lost)


def _paying(tasks: int) -> int:
    """How many workers pay: each has to load templates first, which costs as much as a few programs."""
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return 1 if tasks < _PAYS_FROM else min(available, tasks // 3, 60)


def _pooled(work: Work, paths: Iterable[Path], jobs: int) -> Iterator[tuple[Path, Made | None]]:
    """Programs as they are done; with None those that were lost with a worker."""
    from concurrent.futures import ProcessPoolExecutor, as_completed
    from concurrent.futures.process import BrokenProcessPool
    _prepare(work)
    with ProcessPoolExecutor(jobs, initializer=_begin, initargs=(work.errand,)) as pool:
        waiting = {pool.submit(_task, path): path for path in paths}
        try:
            for future in as_completed(waiting):
                broken = isinstance(future.exception(), BrokenProcessPool)
                yield waiting[future], None if broken else future.result()
        finally:
            pool.shutdown(cancel_futures=True)


def _prepare(work: Work) -> None:
    """Load here what each worker needs: they find the templates compiled, and where processes are copied, all in place."""
    import multiprocessing
    load_templates(work.theme, work.sites[""].language or SOURCE)
    if multiprocessing.get_start_method() == "fork":
        all_rules()
        ready()


def _one_by_one(work: Work, paths: list[Path]) -> Iterator[tuple[Path, Made]]:
    """Programs that were lost with a worker, each with a worker of its own. Raises WorkerDied."""
    for path in sorted(paths):
        for _, made in _pooled(work, [path], 1):
            if made is None:
                raise WorkerDied(f"The process that was making {path.name} ended without an answer, twice. Nothing was "
                                 "changed. The system may have run out of memory; `--jobs 1` needs the least.")
            yield path, made


_work: Work | None = None


def _begin(errand: Errand) -> None:
    """Start of a worker: what it shares, and as few collections as in the command line."""
    global _work
    import gc
    gc.freeze()
    gc.set_threshold(200_000, 20, 100)
    _work = begun(errand)


def _task(path: Path) -> Made:
    return do(_work, path)
