"""Sites built once for many tests: the shipped programs, and a draft that says almost nothing."""

from __future__ import annotations

import atexit
import functools
import shutil
import tempfile
from pathlib import Path

from rmplay.build.project import open_project
from support.made import build, write_site

from .machine import ROOT

DRAFT = """\
title: A first idea
sessions:
  - title: Meet
  - title: Talk
    agenda:
      - title: Say hello
goals:
  - statement: Something is better afterwards.
roles:
  mentor:
  mentee:
expectations:
  mentor:
    - Starts on time.
etiquette:
  mode: both
agreement:
  signed: yes
evaluation:
  instruments:
    - title: A few questions
      questions:
        - text: How was it?
        - text: How much?
          type: scale
"""


@functools.cache
def sample_site(theme: str = "default") -> Path:
    """The folder of a site with every shipped program and two drafts, built once in a process."""
    folder = Path(tempfile.mkdtemp(prefix="rmplay-site-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    drafts = folder / "drafts"
    drafts.mkdir()
    (drafts / "first-idea.yaml").write_text(DRAFT, encoding="utf-8")
    (drafts / "title-only.yaml").write_text("title: A title alone\n", encoding="utf-8")
    shutil.copytree(ROOT / "content", folder / "content")
    with (folder / "content" / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write(f"\ntheme: {theme}\n")
    project = open_project((folder / "content", drafts), folder)
    built = build(project)
    assert built.artifacts, [f for c in built.checked for f in c.findings if f.cls == "invalid"]
    write_site(folder / "site", built.artifacts)
    return folder / "site"


def pages(*folders: str) -> list[str]:
    """The paths of all pages of the sample site, or of some of its folders."""
    found = sorted(path.relative_to(sample_site()).as_posix() for path in sample_site().rglob("*.html"))
    return [path for path in found if not folders or path.split("/")[0] in folders]
