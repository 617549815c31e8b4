"""Earlier ids of programs: one address, one place."""

from __future__ import annotations

from pathlib import Path

import pytest

from rmplay.build.check import lint
from rmplay.build.project import open_project
from support.project import project


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
