"""Earlier ids of programs: one address, one place."""

from __future__ import annotations

from pathlib import Path

import pytest

from rmplay.build.lint import lint
from rmplay.build.project import open_project
from support.project import project, rmplay


def _told(tmp_path: Path, **programs: str) -> list[tuple[str, str, int, str]]:
    folder = project(tmp_path, **programs)
    found = lint(open_project((folder,), folder))
    return [(f.rule.id, Path(f.span.source).stem, f.span.line, f.message) for c in found for f in c.findings
            if f.cls == "invalid"]


def test_an_alias_of_its_own_is_fine(tmp_path: Path) -> None:
    """The usual case."""
    assert _told(tmp_path, a="title: A\naliases:\n  - old-a\n", b="title: B\naliases:\n  - old-b\n") == []


@pytest.mark.parametrize(("first", "second", "line", "whose"), [
    ("title: A\nid: a\n", "title: B\naliases:\n  - a\n", 3, "content/programs/a.yaml"),
    ("title: A\n", "title: B\naliases:\n  - b\n", 3, "this program itself"),
    ("title: A\naliases:\n  - old\n", "title: B\naliases:\n  - x\n  - old\n", 4, "another alias"),
    ("title: A\n", "title: B\naliases:\n  - x\n  - x\n", 4, "another alias")])
def test_an_address_that_something_else_has_is_refused(tmp_path: Path, first: str, second: str, line: int,
                                                       whose: str) -> None:
    """The id of another program, the own one, and an alias that stands twice, in one file or in two."""
    told = _told(tmp_path, a=first, b=second)
    assert [(rule, file, at) for rule, file, at, _ in told] == [("alias-taken", "b", line)]
    assert told[0][3].endswith(f"belongs to {whose}.")


def test_an_alias_must_have_the_form_of_an_id(tmp_path: Path) -> None:
    """Only an id was ever an address."""
    assert [t[0] for t in _told(tmp_path, a="title: A\naliases:\n  - Old Name\n")] == ["id-format"]


def test_the_folder_of_a_language_is_no_address_of_a_program(tmp_path: Path) -> None:
    """A program called `it` is fine until something is translated into Italian; so is one that was called so before."""
    alone = {"it": "title: IT\nid: it\n", "b": "title: B\nid: b\n"}
    assert _told(tmp_path / "a", **alone) == []
    translated = alone | {"b.it": "texts:\n  - place: title\n    original: B\n    translation: Bi\n"}
    assert [told[:3] for told in _told(tmp_path / "b", **translated)] == [("folder-of-a-language", "it", 2)]
    translated |= {"it": "title: IT\nid: ict\naliases:\n  - it\n"}
    folder = tmp_path / "c"
    assert [told[:3] for told in _told(folder, **translated)] == [("folder-of-a-language", "it", 4)]
    done = rmplay("build", cwd=folder)
    assert done.returncode == 1 and "folder-of-a-language" in done.stderr and not (folder / "site" / "it").exists()
