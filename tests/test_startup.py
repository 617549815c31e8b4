"""Nothing is slow at the start: CPU of whole commands, as a ratio to an empty Python in the same run."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

from support.cpu import cpu_seconds
from support.machine import ROOT

EMPTY = [sys.executable, "-c", "pass"]


def _ratio(most: float, *words: str) -> float:
    """The least of some rounds, of which the first that is at most so much is the last: other tests run beside it."""
    least = _round(*words)
    for _ in range(3):
        if least <= most:
            break
        least = min(least, _round(*words))
    return least


def _round(*words: str) -> float:
    """The median of pairs, one right after the other, so that both are measured while the machine is as busy."""
    command = [sys.executable, "-m", "rmplay", *words]
    return statistics.median(cpu_seconds(command, runs=1, cwd=ROOT) / cpu_seconds(EMPTY, runs=1) for _ in range(12))


def test_version_uses_at_most_8_times_an_empty_python() -> None:
    """The first command that anybody types."""
    assert _ratio(8, "--version") <= 8


def test_lint_of_one_file_uses_at_most_15_times_an_empty_python(tmp_path: Path) -> None:
    """What an editor or a commit hook runs all day, on a program of some 300 lines that stands alone."""
    alone = shutil.copy(ROOT / "tests/sites/peer/content/programs/peer.yaml", tmp_path)
    assert _ratio(15, "lint", "--exit-zero", str(alone)) <= 15


@pytest.mark.parametrize("name", ["frontline-operations", "digital-fluency"])
def test_so_does_lint_of_the_largest_playbooks(name: str) -> None:
    """The longest one, and one with a translation: 2,700 and 2,500 lines, with the house file of 500 and the settings."""
    assert _ratio(15, "lint", f"content/programs/{name}.yaml") <= 15


def test_lint_loads_nothing_that_only_pages_need() -> None:
    """Templates, Markdown and the network stay out of the linter, and so do words of other languages."""
    code = ("import sys; sys.argv=['rmplay','lint','-q','content/programs/digital-fluency.yaml']\n"
            "from rmplay.cli.main import cli\n"
            "try: cli(standalone_mode=False)\n"
            "except SystemExit: pass\n"
            "print(sorted({'jinja2','markdown','urllib.request','asyncio','email','rmplay.lint.words.de'} & set(sys.modules)))")
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip().splitlines()[-1] == "[]"
