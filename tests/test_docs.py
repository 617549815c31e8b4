"""The documentation tells the truth: pages made from the code are current, links lead somewhere, commands run."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from rmplay.build.check import every_rule
from rmplay.cli.main import COMMANDS
from rmplay.definition.reference import reference
from rmplay.lint.handbook import page_of, rules_page
from support.machine import ROOT
from support.project import rmplay

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
_LINK = re.compile(r"\]\(([^)#\s]+)(#[^)\s]*)?\)")


@pytest.mark.parametrize(("name", "made"), [("reference.md", reference), ("rules.md", lambda: rules_page(every_rule()))])
def test_pages_made_from_the_code_are_current(name: str, made) -> None:
    """tools/make-docs was run after the last change of a field or a rule."""
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == made()


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_links_lead_to_files(page: Path) -> None:
    """Every link of a page of the documentation leads to a file of the project."""
    targets = [t for t, _ in _LINK.findall(page.read_text(encoding="utf-8")) if ":" not in t]
    inside_code = page.name in ("reference.md", "rules.md")
    missing = [t for t in targets if not (page.parent / t).exists() and not inside_code]
    assert missing == []


def test_every_page_of_the_documentation_is_linked() -> None:
    """Nobody finds a page that nothing leads to."""
    linked = {(p.parent / t).resolve() for p in PAGES for t, _ in _LINK.findall(p.read_text(encoding="utf-8"))}
    assert [p.name for p in (ROOT / "docs").glob("*.md") if p.resolve() not in linked] == []


def test_every_rule_rests_on_a_source_of_the_bibliography() -> None:
    """Every rule says what it rests on, and each key behind it can be looked up."""
    text = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")
    keys = set(re.findall(r"^\| `([\w-]+)` \|", text, re.M))
    pages = [page_of(rule) for rule in every_rule().values()]
    assert [page.id for page in pages if not page.sources] == []
    assert {key for page in pages for key in page.sources} - keys == set()


def test_commands_shown_in_getting_started_run(tmp_path: Path) -> None:
    """Every rmplay command of the first page, in its order, in an empty folder."""
    text = (ROOT / "docs" / "getting-started.md").read_text(encoding="utf-8")
    lines = [line for block in re.findall(r"^```\w*\n(.*?)^```", text, re.S | re.M) for line in block.strip().split("\n")]
    commands = [shlex.split(line) for line in lines if line.startswith(("rmplay", "cd "))]
    assert len(commands) >= 7
    folder = tmp_path
    for command in commands:
        if command[0] == "cd":
            folder = folder / command[1]
            (folder / "their-program.yaml").write_text("title: Their program\n", encoding="utf-8")
        else:
            done = rmplay(*command[1:], cwd=folder)
            expected = int("publishable" in command)  # the addresses of the example are still to be replaced
            assert done.returncode == expected, f"{command}: {done.stdout}{done.stderr}"


def test_every_command_is_in_the_readme() -> None:
    """The commands of the help text are told on the first page."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"rmplay {name}" not in text] == []


def test_no_word_of_a_machine_or_of_british_spelling() -> None:
    """No path of a machine and one spelling of "program" in what is committed."""
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split("\n")
    files = [ROOT / name for name in tracked if name.endswith((".py", ".md", ".html", ".yaml", ".css", ".js"))]
    if not files and not (ROOT / ".git").exists():
        files = sorted((ROOT / "rmplay").rglob("*.py"))
    assert len(files) > 30, sys.executable
    wrong = [path.name for path in files if path.is_file() and path.name != Path(__file__).name
             and re.search(r"/root/|/home/\w|\bprogrammes?\b", path.read_text(encoding="utf-8"))]
    listed = {"decode.py", "en.py", "remedies.py", "wording.py", "rules.md"}  # where the spelling itself is looked for
    assert [name for name in wrong if name not in listed] == []


OVERRUN = """\
rmplay: 1
title: Digital fluency
language: en
kind: reverse
cadence:
  minutes: 45
sessions:
  - title: Your hands, my patience
    purpose: The mentee does two tasks alone.
    agenda:
      - title: Arrive
        minutes: 5
      - title: Task one, your hands
        minutes: 50
        lead: mentor
"""


def test_the_finding_in_the_readme_is_what_the_linter_says(tmp_path: Path) -> None:
    """The first finding that anybody sees of rmplay is a real one."""
    (tmp_path / "digital-fluency.yaml").write_text(OVERRUN, encoding="utf-8")
    told = rmplay("lint", "digital-fluency.yaml", cwd=tmp_path).stdout
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = next(block for block in re.findall(r"^```\w*\n(.*?)^```", text, re.S | re.M) if "error agenda-overruns" in block)
    assert shown.strip() in told
