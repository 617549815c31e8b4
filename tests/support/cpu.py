"""Processor time of a command: steadier than the clock on the wall when other things run beside it."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryFile


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
