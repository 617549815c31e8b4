"""What a build and a lint cost, as whole commands: medians of processor seconds, seconds, and the peak of memory.

    python -m benchmarks.measure 1 10 100 1000 [--runs 5]
    python -m benchmarks.measure --linters 100 [--runs 3]

The seconds depend on what else the machine does; the processor seconds much less; ratios within one call least. The
linters are installed by pip, each in an environment of its own, below a temporary folder.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path
from typing import NamedTuple

from . import programs

RMPLAY = [sys.executable, "-m", "rmplay"]
LINTERS = {"yamllint": ["yamllint", "-d", "{extends: relaxed, rules: {line-length: disable}}"],
           "check-jsonschema": ["check-jsonschema", "--schemafile", "SCHEMA"]}


class Cost(NamedTuple):
    """Processor seconds with all workers, seconds by the clock, and MiB of the largest process."""

    cpu: float
    wall: float
    peak: float


def cost(argv: list[str], folder: Path, may_find: bool = False) -> Cost:
    """What one run of a command costs. Raises CalledProcessError if it fails."""
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environ["PYTHONPATH"] = str(programs.ROOT)
    start = time.perf_counter()
    process = subprocess.Popen(argv, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environ)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in ((0, 1) if may_find else (0,)):
        raise subprocess.CalledProcessError(process.returncode, argv)
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / 1024)


def median(costs: list[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(*(statistics.median(column) for column in zip(*costs, strict=True)))


def build(count: int, runs: int) -> dict[str, Cost]:
    """Cold, unchanged, and with one file edited."""
    folder = Path(tempfile.mkdtemp(prefix="rmplay-bench-"))
    places = programs.write(folder, count)
    found: dict[str, list[Cost]] = {"cold": [], "unchanged": [], "one edit": [], "lint": []}
    try:
        for run in range(runs):
            shutil.rmtree(folder / "site", ignore_errors=True)
            found["cold"].append(cost([*RMPLAY, "build"], folder))
            time.sleep(0.1)  # or what was written last is compared by its bytes
            found["unchanged"].append(cost([*RMPLAY, "build"], folder))
            edited = places[count // 2]
            text = edited.read_text(encoding="utf-8")
            edited.write_text(text.replace("case ", f"edited {run} case ", 1), encoding="utf-8")
            found["one edit"].append(cost([*RMPLAY, "build"], folder))
            found["lint"].append(cost([*RMPLAY, "lint", "-q"], folder, may_find=True))
        files = sum(path.is_file() for path in (folder / "site").rglob("*"))
        print(f"\n{count} programs, {files} files")
    finally:
        shutil.rmtree(folder)
    return {name: median(costs) for name, costs in found.items()}


def linters(count: int, runs: int) -> dict[str, Cost]:
    """The same definitions, by our linter and by others."""
    folder = Path(tempfile.mkdtemp(prefix="rmplay-bench-"))
    try:
        places = [str(path) for path in programs.write(folder, count)]
        schema = folder / "schema.json"
        schema.write_bytes(subprocess.run([*RMPLAY, "schema"], capture_output=True, check=True).stdout)
        commands = {"rmplay lint": [*RMPLAY, "lint", "-q"]}
        for name, words in LINTERS.items():
            home = folder / f"{name}-env"
            venv.create(home, with_pip=True)
            subprocess.run([home / "bin" / "python", "-m", "pip", "install", "-q", name], check=True)
            commands[name] = [str(home / "bin" / words[0]), *(w.replace("SCHEMA", str(schema)) for w in words[1:]), *places]
        found: dict[str, list[Cost]] = {name: [] for name in commands}
        for _ in range(runs):
            for name, argv in commands.items():
                found[name].append(cost(argv, folder, may_find=True))
        lines = sum(Path(place).read_text(encoding="utf-8").count("\n") for place in places) // count
        print(f"\n{count} files of {lines} lines")
        return {name: median(costs) for name, costs in found.items()}
    finally:
        shutil.rmtree(folder)


def table(costs: dict[str, Cost]) -> str:
    """The figures, with processor time as a ratio to the first row."""
    first = next(iter(costs.values())).cpu
    rows = [f"| {name} | {c.cpu:.2f} | {c.cpu / first:.3f} | {c.wall:.2f} | {c.peak:.0f} |" for name, c in costs.items()]
    return "\n".join(("| | CPU s | ratio | s | peak MiB |", "|---|---|---|---|---|", *rows))


def main() -> None:
    """Measure what is asked."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("counts", nargs="+", type=int)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--linters", action="store_true")
    asked = parser.parse_args()
    for count in asked.counts:
        print(table((linters if asked.linters else build)(count, asked.runs)), flush=True)


if __name__ == "__main__":
    main()
