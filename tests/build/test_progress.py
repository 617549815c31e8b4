"""What to write next says what the linter says."""

from __future__ import annotations

from pathlib import Path

from rmplay.build.lint import lint
from rmplay.build.progress import progress_of
from rmplay.build.project import open_project
from rmplay.definition.skeleton import skeleton
from rmplay.lint.report import standing
from rmplay.lint.standards import STANDARDS
from rmplay.site.progress import NAMES
from support.project import files, project, rmplay


def _checked(tmp_path: Path, text: str):
    folder = project(tmp_path, idea=text)
    return next(c for c in lint(open_project((folder,), folder)) if c.name.endswith("idea.yaml"))


def test_numbers_are_those_of_the_linter(tmp_path: Path) -> None:
    """Section by section."""
    checked = _checked(tmp_path, "title: An idea\ngoals:\n  - statement: Something is better.\n")
    made, told = progress_of(checked), standing(checked)
    assert (made.passed, made.applicable) == (told.passed, told.applicable)
    assert [tuple(done) for done in made.sections] == list(told.sections)


def test_the_first_step_is_what_readers_need_first(tmp_path: Path) -> None:
    """In the order of thought: summary before goals, a missing section before its parts, the language at the end."""
    steps = progress_of(_checked(tmp_path, "title: An idea\ngoals:\n  - statement: Something is better.\n")).steps
    said = [step.missing for step in steps]
    assert said[0] == "There is no `summary` yet."
    assert said.index("There is no `kind` yet.") < said.index("This goal has nothing by which it is measured.")
    assert said.index("There is no `privacy` yet.") < said.index("Nothing says in which language this is written.")
    roles = next(step for step in steps if step.missing == "There is no `roles` yet.")
    assert (roles.lines, roles.where) == (skeleton("roles").rstrip(), "idea.yaml, line 1")


def test_the_page_shows_them_and_depends_on_no_folder(tmp_path: Path) -> None:
    """Built in two places, the same bytes."""
    made = []
    for name in ("one", "two/deeper"):
        folder = project(tmp_path / name, idea="title: An idea\n")
        assert rmplay("build", cwd=folder).returncode == 0
        made.append(files(folder / "site")["an-idea/write-next.html"])
    assert made[0] == made[1]
    assert b"There is no <code>summary</code> yet." in made[0]
    assert str(tmp_path).encode() not in made[0]


def test_pages_have_words_for_the_parts_of_the_standards() -> None:
    """The linter's names, and no others."""
    assert set(NAMES) == {name for standard, parts in STANDARDS.items() for name in (standard, *parts)}
