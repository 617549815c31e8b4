"""What a command costs, with all processes that it starts."""

from __future__ import annotations

import contextlib
import os
import statistics
import subprocess
import time
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from . import programs

_EVERY = 0.02


class Cost(NamedTuple):
    """Processor seconds and seconds by the clock of one run."""

    cpu: float
    wall: float


class Failed(Exception):
    """A command that ended with another status than it may; the message is the end of what it said."""


def cost(argv: list[str], folder: Path, may_find: bool = False) -> Cost:
    """What one run of a command costs. Raises Failed; with `may_find`, status 1 is no failure."""
    start = time.perf_counter()
    process = _started(argv, folder)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    _check(process, argv, folder, may_find)
    return Cost(used.ru_utime + used.ru_stime, wall)


def peak(argv: list[str], folder: Path, may_find: bool = False) -> float:
    """MiB that a command and its processes held at once at most, looked at every 20 ms; only on Linux.

    What processes share counts once, as large as it is for the one with most of it. Looking costs time, so a run for this
    is not one for seconds.
    """
    process, most, ended = _started(argv, folder), 0.0, 0
    while not ended:
        held = [_held(pid) for pid in _with_children(process.pid)]
        most = max(most, sum(own for own, _ in held) + max(shared for _, shared in held))
        time.sleep(_EVERY)
        ended, status, used = os.wait4(process.pid, os.WNOHANG)
    process.returncode = os.waitstatus_to_exitcode(status)
    _check(process, argv, folder, may_find)
    return max(most, used.ru_maxrss) / 1024


def median(costs: Iterable[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(*(statistics.median(column) for column in zip(*costs, strict=True)))


def ratio(costs: Iterable[Cost], to: Iterable[Cost]) -> Cost:
    """The median of the ratios between runs of the same round: what slows the machine down slows both of a pair."""
    return median(Cost(*(a / b for a, b in zip(one, other, strict=True))) for one, other in zip(costs, to, strict=True))


def _started(argv: list[str], folder: Path) -> subprocess.Popen[bytes]:
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environ["PYTHONPATH"] = str(programs.ROOT)
    with _said(folder).open("wb") as out:
        return subprocess.Popen(argv, cwd=folder, stdin=subprocess.DEVNULL, stdout=out, stderr=out, env=environ)


def _said(folder: Path) -> Path:
    return folder / "said.txt"


def _check(process: subprocess.Popen[bytes], argv: list[str], folder: Path, may_find: bool) -> None:
    if process.returncode not in ((0, 1) if may_find else (0,)):
        said = _said(folder).read_text(encoding="utf-8", errors="replace").strip()
        raise Failed(f"{Path(argv[0]).name} ended with status {process.returncode}: {said.rpartition(chr(10))[2]}")


def _with_children(pid: int) -> Iterable[int]:
    yield pid
    with contextlib.suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from _with_children(int(child))


def _held(pid: int) -> tuple[int, int]:
    """KiB that a process has for itself, and that it shares; none if it has just ended."""
    figures = {"Private": 0, "Shared": 0}
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            kind = line.partition("_")[0]
            if kind in figures and line.partition(":")[0].endswith(("Clean", "Dirty")):
                figures[kind] += int(line.split()[1])
    return figures["Private"], figures["Shared"]
