"""The base theme alone is a look: a theme whose parent is base can begin with nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from support.browser import axe, print_pdf
from support.machine import ROOT
from support.pdf import pdf_pages
from support.project import rmplay

PAGES = ("index.html", "minimal/index.html", "minimal/mentor-guide.html", "minimal/agreement.html", "minimal/agenda-{}.html")


@pytest.fixture(scope="module")
def bare_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in a theme that has a name and nothing else."""
    folder = tmp_path_factory.mktemp("bare")
    (folder / "content" / "programs").mkdir(parents=True)
    (folder / "themes" / "ours").mkdir(parents=True)
    (folder / "content" / "site.yaml").write_text("rmplay: 1\ntitle: Ours\ntheme: ours\n", encoding="utf-8")
    (folder / "themes" / "ours" / "theme.yaml").write_text('name: ours\napi: "1"\n', encoding="utf-8")
    shutil.copy(ROOT / "content" / "house.yaml", folder / "content" / "house.yaml")
    shutil.copy(ROOT / "content" / "programs" / "minimal.yaml", folder / "content" / "programs" / "minimal.yaml")
    done = rmplay("build", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.mark.parametrize("name", PAGES)
def test_page_of_a_bare_theme_is_readable(bare_site: Path, tab, name: str) -> None:
    """Styled, accessible, no sideways scroll, and what is for paper is not on the screen."""
    path = bare_site / name if "{" not in name else sorted((bare_site / "minimal").glob("agenda-*.html"))[0]
    tab.goto(path.as_uri())
    for width in (1366, 320):
        tab.set_viewport_size({"width": width, "height": 900})
        assert not axe(tab)
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{name} scrolls at {width} px"
    assert tab.evaluate("getComputedStyle(document.querySelector('main, body')).lineHeight") != "normal"
    assert not tab.locator(".lines").first.is_visible() if tab.locator(".lines").count() else True


def test_agenda_of_a_bare_theme_is_one_sheet(bare_site: Path, tab) -> None:
    """Read on one side, write on the other."""
    tab.goto(sorted((bare_site / "minimal").glob("agenda-*.html"))[0].as_uri())
    for paper in ("A4", "Letter"):
        first, second = pdf_pages(print_pdf(tab, paper))
        assert "What we noticed" in second and "What we noticed" not in first
