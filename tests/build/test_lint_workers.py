"""A lint by several workers says what one says, and names the file at which a worker died."""

from __future__ import annotations

import multiprocessing
import os
from pathlib import Path

import pytest

from rmplay.build import lint as linting
from rmplay.build.lint import lint
from rmplay.build.pool import WorkerDied
from rmplay.build.project import open_project
from rmplay.lint.report import Report
from rmplay.lint.reporters import FORMATS, reporter

PROGRAM = "rmplay: 1\nid: {name}\ntitle: {title}\nkind: reverse\nlanguage: en\nwhy: {why}\ngoals:\n  - id: one\n"
HOUSE_RULES = """rmplay: 1
rules:
  - id: why-of-three-words
    path: why
    words: 3
    message: Say in three words or more why.
    why: One word does not convince anybody.
    class: incomplete
    bad: |
      why: Because
    good: |
      why: Because we can.
"""


def _project(folder: Path) -> Path:
    programs = folder / "content" / "programs"
    programs.mkdir(parents=True)
    (folder / "content" / "site.yaml").write_text("rmplay: 1\ntitle: Playbooks\n", encoding="utf-8")
    (folder / "content" / "house-rules.yaml").write_text(HOUSE_RULES, encoding="utf-8")
    for number, why in enumerate(["Because", "TODO", "[a, list]", "Because we can.", "x" * 5000]):
        text = PROGRAM.format(name=f"p{number}", title=f"Program {number % 4}", why=why)
        (programs / f"p{number}.yaml").write_text(text, encoding="utf-8")
    (programs / "p3.yaml").write_text(PROGRAM.format(name="p1", title="Twin", why="We can."), encoding="utf-8")
    (programs / "p0.de.yaml").write_text("rmplay: 1\ntranslates: p0\nlanguage: de\ntitle: Erstes\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("start", sorted({"spawn", "fork"} & set(multiprocessing.get_all_start_methods())))
def test_any_number_of_workers_says_the_same(tmp_path: Path, start: str) -> None:
    """In every format, and in the same order; also where processes start afresh, as on Windows and on a Mac."""
    project = open_project((), _project(tmp_path.resolve()))
    before = multiprocessing.get_start_method(allow_none=True)
    multiprocessing.set_start_method(start, force=True)
    try:
        three = lint(project, jobs=3)
    finally:
        multiprocessing.set_start_method(before, force=True)
    one = lint(project)
    assert three == one and {f.rule.id for file in one for f in file.findings} > {"why-of-three-words", "repeated-program"}
    for form in FORMATS:
        assert reporter(form)(Report(three), False) == reporter(form)(Report(one), False)


def test_a_worker_that_dies_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reads the log of the pipeline knows which file it was."""
    do = linting.do

    def dying(shared: linting.Shared, path: Path) -> linting.Looked:
        return os._exit(9) if path.name == "p2.yaml" else do(shared, path)

    monkeypatch.setattr(linting, "do", dying)
    with pytest.raises(WorkerDied, match=r"p2\.yaml"):
        lint(open_project((), _project(tmp_path.resolve())), jobs=2)
