"""What is compared in the benchmarks is the same for all: the programs, and the text of the pages."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import markdown
import pytest

from benchmarks import programs
from benchmarks.cost import cost
from benchmarks.peers.text import differences, letters, texts
from benchmarks.peers.text import markdown as written
from benchmarks.peers.tools import FIFTEEN, Source, bare, ours
from support.machine import ROOT
from support.project import rmplay

OTHER_SEED = {"PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT), "PATH": "", "SYSTEMROOT": ""}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A few programs in a project."""
    return programs.write(tmp_path_factory.mktemp("programs"), 4)


@pytest.fixture(scope="module")
def site(made: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages that all peers are to have, of one program."""
    folder = tmp_path_factory.mktemp("peers")
    ours(folder, Source(made[:1], folder))
    cost(list(FIFTEEN), folder)
    return folder / "site"


def test_programs_are_the_same_on_every_machine(made: list[Path], tmp_path: Path) -> None:
    """The same number gives the same bytes, whatever was made before it and however Python orders what has no order."""
    here = [path.read_bytes() for path in made[:2]]
    subprocess.run([sys.executable, "-m", "benchmarks.programs", str(tmp_path), "2"], cwd=ROOT, env=OTHER_SEED,
                   capture_output=True, check=True)
    assert here == [path.read_bytes() for path in sorted(tmp_path.rglob("program-*.yaml"))]
    assert programs.program(2, programs.shape(), programs.pool()).encode() == here[1]
    assert here[0].replace(b"00001", b"00002") != here[1]


def test_lint_has_nothing_to_say_of_the_programs(made: list[Path]) -> None:
    """They are finished playbooks, so no time goes into telling what is wrong with them."""
    said = rmplay("lint", "--profile", "publishable", "-f", "json", cwd=made[0].parents[2])
    assert (said.returncode, json.loads(said.stdout)["summary"]) == (0, {"error": 0, "warning": 0, "advice": 0})


def test_the_share_of_markdown_is_that_of_the_playbooks(made: list[Path]) -> None:
    """To a fiftieth of all texts."""
    assert programs.markdown_share(made) == pytest.approx(programs.markdown_share(programs.SHIPPED), abs=0.02)


def test_the_text_check_sees_what_is_lost_added_or_changed(tmp_path: Path) -> None:
    """White space and what stands around <main> are each tool's own."""
    frame = "<header>{}</header><main>\n{}</main><p>{}</p>"
    for name, text in (("a.html", "<p>One &amp; two</p>"), ("b.html", "<p>Three</p>"), ("c.html", "<p>Four</p>")):
        (tmp_path / name).write_text(frame.format(name, text, name), encoding="utf-8")
    before = texts(tmp_path)
    (tmp_path / "a.html").write_text(frame.format("", "<div>One\n<b>&#38;</b>  two</div>", ""), encoding="utf-8")
    assert differences(before, texts(tmp_path)) == []
    (tmp_path / "a.html").write_text(frame.format("", "<p>One &amp; too</p>", ""), encoding="utf-8")
    (tmp_path / "b.html").unlink()
    (tmp_path / "d.html").write_text(frame.format("", "<p>Five</p>", ""), encoding="utf-8")
    assert differences(before, texts(tmp_path)) == [
        "b.html is missing", "d.html is not ours", 'a.html has another text: "One&two" and "One&too"']


def test_what_others_read_as_markdown_says_the_same(site: Path) -> None:
    """A page that is written as Markdown and rendered again has the letters of the page."""
    pages = sorted((site / "program-00001").glob("*.html"))
    assert len(pages) == 15
    for page in (path.read_text(encoding="utf-8") for path in pages):
        again = markdown.markdown(written(page), extensions=["tables"])
        assert letters(f"<main>{again}</main>") == letters(page)
    hard = "<main><p>1. * _a_ [b] `c` | d &lt;e&gt; \\</p><ol><li>x</li><li>y <b>z</b></li></ol></main>"
    assert letters(f"<main>{markdown.markdown(written(hard))}</main>") == letters(hard)


def test_the_packages_alone_make_the_same_pages(made: list[Path], site: Path, tmp_path: Path) -> None:
    """What rmplay is measured against has the same pages, in the same order in booklets, with the same text."""
    bare(tmp_path, Source(made[:1], tmp_path))
    cost([sys.executable, "build.py"], tmp_path)
    assert differences(texts(site), texts(tmp_path / "site")) == []
