"""What a build and a lint cost, as whole commands: medians of processor seconds, seconds, and the peak of memory.

    python -m benchmarks.measure 1 10 100 1000 [--runs 5] [--write]
    python -m benchmarks.measure --linters 1 100 1000 [--runs 5] [--write]

The seconds depend on what else the machine does; the processor seconds much less; ratios within one round least. The
other linters are installed by pip, each in an environment of its own in a cache folder outside the repository.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import platformdirs

from . import programs
from .cost import Cost, Failed, cost, median, peak, ratio
from .figures import conditions, tell
from .peers.installing import NotInstalled, environment

RMPLAY = [sys.executable, "-m", "rmplay"]
LINTERS = {"yamllint": ["-d", "{extends: relaxed, rules: {line-length: disable}}"],
           "check-jsonschema": ["--schemafile", "SCHEMA"]}
CACHE = platformdirs.user_cache_path("rmplay-benchmarks", appauthor=False)


def build(folder: Path, count: int, runs: int) -> str:
    """A table: cold, unchanged, with one file edited, and lint."""
    places = programs.write(folder, count)
    found: dict[str, list[Cost]] = {"cold": [], "unchanged": [], "one edit": [], "lint": []}
    for run in range(runs):
        shutil.rmtree(folder / "site", ignore_errors=True)
        found["cold"].append(cost([*RMPLAY, "build"], folder))
        time.sleep(0.1)  # or what was written last is compared by its bytes
        found["unchanged"].append(cost([*RMPLAY, "build"], folder))
        edited = places[count // 2]
        text = edited.read_text(encoding="utf-8")
        edited.write_text(text.replace("case ", f"edited {run} case ", 1), encoding="utf-8")
        found["one edit"].append(cost([*RMPLAY, "build"], folder))
        found["lint"].append(cost([*RMPLAY, "lint", "-q"], folder))
    files = sum(path.is_file() for path in (folder / "site").rglob("*"))
    peaks = {"unchanged": peak([*RMPLAY, "build"], folder), "lint": peak([*RMPLAY, "lint", "-q"], folder)}
    shutil.rmtree(folder / "site")
    peaks["cold"] = peak([*RMPLAY, "build"], folder)
    return f"**Programs: {count}**, files in the site: {files}\n\n{table(found, peaks)}"


def linters(folder: Path, count: int, runs: int) -> str:
    """A table: the same definitions, by our linter and by others, in turn. One that cannot be installed says so."""
    places = [str(path) for path in programs.write(folder, count, programs.started())]
    schema = folder / "schema.json"
    schema.write_bytes(subprocess.run([*RMPLAY, "schema"], cwd=programs.ROOT, capture_output=True, check=True).stdout)
    commands, failed = {"rmplay lint": [*RMPLAY, "lint"]}, []
    for name, words in LINTERS.items():
        try:
            home = environment(CACHE / "tools" / name, (name,))
            commands[name] = [str(home / name), *(word.replace("SCHEMA", str(schema)) for word in words), *places]
        except NotInstalled as error:
            failed.append(f"| {name} | not installed: {error} | | | |")
    found: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, argv in commands.items():
            found[name].append(cost(argv, folder, may_find=True))
    lines = sum(Path(place).read_text(encoding="utf-8").count("\n") for place in places) // count
    peaks = {name: peak(argv, folder, may_find=True) for name, argv in commands.items()}
    return "\n".join((f"**Files: {count}**, of about {lines} lines\n", table(found, peaks), *failed))


def table(found: dict[str, list[Cost]], peaks: dict[str, float]) -> str:
    """The medians of each row, and the median of its ratios to the first row of the same round."""
    first = next(iter(found.values()))
    rows = []
    for name, costs in found.items():
        one, times = median(costs), ratio(costs, first)
        memory = f"{peaks[name]:.0f}" if name in peaks else ""
        rows.append(f"| {name} | {one.cpu:.2f} | {times.cpu:.2f} | {one.wall:.2f} | {times.wall:.2f} | {memory} |")
    return "\n".join(("| | CPU s | ratio | s | ratio | peak MiB |", "|---|---|---|---|---|---|", *rows))


def main() -> None:
    """Measure what is asked."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("counts", nargs="+", type=int, metavar="N")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--linters", action="store_true", help="compare our linter with others")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/performance.md")
    asked = parser.parse_args()
    for count in asked.counts:
        with tempfile.TemporaryDirectory(prefix="rmplay-bench-") as folder:
            try:
                told = (linters if asked.linters else build)(Path(folder), count, asked.runs)
            except Failed as error:
                sys.exit(f"{count} programs: {error}")
        told += f"\n\nMedians of {asked.runs}. {conditions()}"
        tell(f"{'linters' if asked.linters else 'build'} {count}", told, asked.write)


if __name__ == "__main__":
    main()
