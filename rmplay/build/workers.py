"""The task of one program, mapped over a `concurrent.futures` executor, or done here where more would not pay.

A worker that dies takes only its own program with it: what was waiting is given to fresh workers, one program at a time,
so that the one at fault can be named.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from ..definition.load import House
from ..definition.model import Program, Site
from ..finding import ADVICE, INCOMPLETE, INVALID
from ..lint.engine import Checked
from ..lint.rule import Settings
from ..site.render import Card
from ..site.theme import Theme
from .check import Inputs, identified
from .output import differs, hash_of, stage, told
from .project import read_definition
from .task import make

_PAYS_FROM = 6


class WorkerDied(Exception):
    """A worker ended without an answer; the message names the program it was about."""


class Work(NamedTuple):
    """What is the same for every program of a build. Without `write` nothing is staged, only compared."""

    house: House | None
    site: Site
    theme: Theme
    settings: Settings
    start: Path
    target: Path
    write: bool


class Made(NamedTuple):
    """What became of one program: its findings by class, its id and card, its files with their hashes, what differs."""

    counts: tuple[int, int, int]
    id: str
    card: Card | None
    files: dict[str, str]
    changed: tuple[str, ...]


def do(work: Work, path: Path) -> Made:
    """Read, check and make one program, and stage what differs from the site."""
    text = read_definition(path, work.start)
    outcome = make(Inputs(text, work.house, work.settings), work.site, work.theme)
    record = outcome.checked.loaded.record
    name = identified(record, text.source.name).id if isinstance(record, Program) else ""
    act = stage if work.write else differs
    with told(work.target):
        changed = tuple(a.path for a in outcome.artifacts if act(work.target, a))
    return Made(counts(outcome.checked), name, outcome.card, {a.path: hash_of(a.data) for a in outcome.artifacts},
                changed)


def counts(checked: Checked) -> tuple[int, int, int]:
    """The findings of a file by class; a file of which nothing can be made counts as invalid."""
    found = Counter(finding.cls for finding in checked.findings)
    invalid, incomplete, advice = (found[cls] for cls in (INVALID, INCOMPLETE, ADVICE))
    return max(invalid, not checked.valid), incomplete, advice


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
    with ProcessPoolExecutor(jobs, initializer=_begin, initargs=(work,)) as pool:
        waiting = {pool.submit(_task, path): path for path in paths}
        try:
            for future in as_completed(waiting):
                broken = isinstance(future.exception(), BrokenProcessPool)
                yield waiting[future], None if broken else future.result()
        finally:
            pool.shutdown(cancel_futures=True)


def _one_by_one(work: Work, paths: list[Path]) -> Iterator[tuple[Path, Made]]:
    """Programs that were lost with a worker, each with a worker of its own. Raises WorkerDied."""
    for path in sorted(paths):
        for _, made in _pooled(work, [path], 1):
            if made is None:
                raise WorkerDied(f"The process that was making {path.name} ended without an answer, twice. Nothing was "
                                 "changed. The system may have run out of memory; `--jobs 1` needs the least.")
            yield path, made


_work: Work | None = None


def _begin(work: Work) -> None:
    """Start of a worker: what it shares, and as few collections as in the command line."""
    global _work
    import gc
    gc.set_threshold(50_000)
    _work = work


def _task(path: Path) -> Made:
    return do(_work, path)
