"""Whole small sites, compared with what was expected: every page, each byte of what it says, and no page more or less.

`RMPLAY_REWRITE=1 make test ARGS="-k golden"` writes what is expected anew; read the difference before committing it.

A page is kept from its `<main>` on: what stands around it is the same in all pages of a program, so it is kept once, with
the program page. Of a booklet the first sheet and the order of its parts are kept; `test_booklets.py` holds that its
parts are the pages themselves.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from rmplay.build.project import open_project
from support.machine import ROOT
from support.made import build

SITES = ROOT / "tests" / "sites"
CASES = sorted(path.parent.name for path in SITES.glob("*/content"))
REWRITE = bool(os.environ.get("RMPLAY_REWRITE"))
_MAIN = re.compile(r"<main.*?</main>\n", re.S)
_PART = re.compile(r'(<article class="leaf [^>]*>).*?(?=<article class="leaf |<aside class="rail")', re.S)


def _kept(path: str, data: bytes) -> str:
    """What is expected of a file: its text, for most pages from `<main>` on, for files of the theme nothing."""
    if path.startswith("assets/"):
        return ""
    text = data.decode("utf-8")
    if not path.endswith(".html") or path.endswith("index.html") or "<body class=\"moved\">" in text:
        return text
    return _PART.sub(r"\1\n", _MAIN.search(text).group())


def made(case: str) -> dict[str, str]:
    """What a build makes of a case, by path."""
    built = build(open_project((SITES / case / "content",), ROOT))
    assert built.artifacts, [f"{f.span} {f.message}" for c in built.checked for f in c.findings if f.cls == "invalid"]
    return {a.path: _kept(a.path, a.data) for a in built.artifacts if not a.path.startswith("assets/fonts/")}


def _expected(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8")
            for path in sorted(folder.rglob("*")) if path.is_file()}


def _rewrite(folder: Path, pages: dict[str, str]) -> None:
    for path in _expected(folder).keys() - pages.keys():
        (folder / path).unlink()
    for path, text in pages.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.encode("utf-8"))


def test_each_kind_has_a_case() -> None:
    """One small site for each direction of mentoring."""
    assert set(CASES) >= {"reverse", "reciprocal", "traditional", "peer"}


@pytest.mark.parametrize("case", CASES)
def test_golden(case: str) -> None:
    """What is made is what was expected, page by page; so are the pages that there are."""
    pages, folder = made(case), SITES / case / "expected"
    if REWRITE:
        _rewrite(folder, pages)
    expected = _expected(folder)
    assert sorted(pages) == sorted(expected)
    assert len(pages) > 20
    for path, text in expected.items():
        assert pages[path] == text, f"{path}: if this is meant, rewrite what is expected (see CONTRIBUTING.md)"
