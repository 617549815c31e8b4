"""Processor time of a command: steadier than the clock on the wall when other things run beside it."""

import os
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import TypeVar

Result = TypeVar("Result")


def within(seconds: float, work: Callable[[], Result], runs: int = 3) -> Result:
    """What the work returns, which takes at most so many seconds of processor time in this process.

    A slow run is tried again, since Python may collect what other tests left just then. Raises AssertionError when
    every run is too slow.
    """
    least = float("inf")
    for _ in range(runs):
        start = time.process_time()
        result = work()
        least = min(least, time.process_time() - start)
        if least <= seconds:
            return result
    raise AssertionError(f"it took {least:.2f} s of processor time, at best, and may take {seconds} s")


def cpu_seconds(argv: Sequence[str | Path], runs: int = 5, cwd: Path | None = None) -> float:
    """The least user and system time, in seconds, that the command and its children took in so many runs.

    Raises CalledProcessError with what the command said when a run fails.
    """
    return min(_one_run(argv, cwd) for _ in range(runs))


def _one_run(argv: Sequence[str | Path], cwd: Path | None) -> float:
    """Processor seconds of one run; Python keeps its compiled modules, as it does where a package is installed."""
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with TemporaryFile() as said:
        process = subprocess.Popen(argv, cwd=cwd, env=compiled, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise subprocess.CalledProcessError(process.returncode, argv, said.read().decode(errors="replace"))
    return used.ru_utime + used.ru_stime
