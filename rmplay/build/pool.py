"""Many tasks, each about one definition, over a `concurrent.futures` executor, or done here where more would not pay.

A worker that dies takes only its own task with it: what was waiting is given to fresh workers, one task at a time, so
that the one at fault can be named.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from ..values import NamedTuple

_MOST = 60
_ROUNDS = 4  # as many batches of what is left a worker would get: the last are single tasks, so that none has nothing to do


class WorkerDied(Exception):
    """A worker ended without an answer; the message names the definition it was about."""


class Trade(NamedTuple):
    """What workers are there for: `begin` makes of an errand what all tasks share, `do` does the task of one definition.

    Both are functions of a module, and the errand and what becomes of a task are picklable: a worker may be a process
    that was started afresh. `batch` is the most tasks that a worker is given at once: where they are short, and their
    results have much in common, most of the way there and back is saved.
    """

    begin: Callable[[Any], Any]
    do: Callable[[Any, Path], Any]
    batch: int = 1


def paying(tasks: int, share: int) -> int:
    """How many workers pay, if `share` tasks are as much work as the start of one."""
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(available, tasks // share, _MOST))


def each(trade: Trade, errand: Any, paths: list[Path], jobs: int) -> Iterator[tuple[Path, Any]]:
    """Every definition with what became of it, as they are done by so many workers.

    Raises WorkerDied, and what a task raises.
    """
    lost = []
    for path, done in _pooled(trade, errand, paths, jobs):
        if done is None:
            lost.append(path)
        else:
            yield path, done
    for path in sorted(lost):
        yield _alone(trade, errand, path)


def _pooled(trade: Trade, errand: Any, paths: list[Path], jobs: int) -> Iterator[tuple[Path, Any]]:
    """Definitions as they are done; with None those that were lost with a worker."""
    from concurrent.futures import ProcessPoolExecutor, as_completed
    from concurrent.futures.process import BrokenProcessPool
    with ProcessPoolExecutor(jobs, initializer=_begin, initargs=(trade, errand)) as pool:
        waiting = {pool.submit(_tasks, batch): batch for batch in _batches(paths, trade.batch, jobs)}
        try:
            for future in as_completed(tuple(waiting)):
                batch = waiting.pop(future)
                broken = isinstance(future.exception(), BrokenProcessPool)
                yield from zip(batch, [None] * len(batch) if broken else future.result(), strict=True)
        finally:
            pool.shutdown(cancel_futures=True)


def _batches(paths: list[Path], most: int, jobs: int) -> Iterator[list[Path]]:
    """The tasks in batches of `most` at most, smaller ones towards the end, where workers would wait for each other."""
    start = 0
    while start < len(paths):
        size = max(1, min(most, (len(paths) - start) // (jobs * _ROUNDS)))
        yield paths[start:start + size]
        start += size


def _alone(trade: Trade, errand: Any, path: Path) -> tuple[Path, Any]:
    """What was lost with a worker, by a worker of its own. Raises WorkerDied."""
    ((_, done),) = _pooled(trade, errand, [path], 1)
    if done is None:
        raise WorkerDied(f"The process that was at work on {path.name} ended without an answer, twice. Nothing was "
                         "changed. The system may have run out of memory; `--jobs 1` needs the least.")
    return path, done


_do: Callable[[Any, Path], Any]
_shared: Any = None


def _begin(trade: Trade, errand: Any) -> None:
    """Start of a worker: what it shares, and as few collections as in the command line."""
    global _do, _shared
    import gc
    gc.freeze()
    gc.set_threshold(500_000, 20, 100)
    _do, _shared = trade.do, trade.begin(errand)


def _tasks(paths: list[Path]) -> list[Any]:
    return [_do(_shared, path) for path in paths]
