"""Real definitions, damaged: linted and rendered, thousands of times. No exception, no hang, no place that is not there."""

from __future__ import annotations

import random
import re

import pytest

from rmplay.build.check import Inputs, examine, identified
from rmplay.build.found import Found
from rmplay.build.project import Project, site_of
from rmplay.definition.load import text_of
from rmplay.definition.model import Program
from rmplay.lint.engine import Checked
from rmplay.lint.report import Report
from rmplay.lint.reporters import FORMATS, reporter
from rmplay.site.plan import unsure
from rmplay.site.render import program_pages
from rmplay.site.rules import BROKEN_LINK
from rmplay.site.theme import Theme, find_theme
from support.cpu import within
from support.damage import damaged
from support.hostile import HOSTILE, assert_places_exist
from support.machine import ROOT, programs

SHIPPED, SMALL = ([path.read_text(encoding="utf-8") for path in programs(folder)]
                  for folder in ("content", "tests/sites/*/content"))
THEME = find_theme("default", (ROOT / "themes",))
SITE = site_of(Project(Found(None, ()), None, None, ()))
FILES, BATCHES = 5_000, 50
SLOWEST = 2.0
LARGE = 6  # one file in so many is of a shipped program, which is ten times as long as the small ones
WHOLE = 50  # one file in so many is a whole program
KEPT = 0.1  # the share of sections in the others, so that thousands can be tried
ENTRIES = 0.35  # the share of entries in their lists, since each session makes a page of its own in several booklets


def _some_sections(chance: random.Random) -> str:
    """A program, most often with a few of its sections only, and a few entries of their lists."""
    text = chance.choice(SMALL if chance.randrange(LARGE) else SHIPPED)
    if chance.randrange(WHOLE) == 0:
        return text
    parts = re.split(r"^(?=[a-z_]+:)", text, flags=re.M)
    return "".join(_some_entries(part, chance) for part in parts
                   if chance.random() < KEPT or part.startswith(("title:", "kind:")))


def _some_entries(section: str, chance: random.Random) -> str:
    head, *entries = re.split(r"^(?=(?:  )?- )", section, flags=re.M)
    return head + "".join(entry for entry in entries if chance.random() < ENTRIES)


def _try(data: bytes, theme: Theme = THEME, rendered: bool = True) -> None:
    within(SLOWEST, lambda: _lint_and_render(data, theme, rendered))


def _lint_and_render(data: bytes, theme: Theme, rendered: bool) -> None:
    checked = examine(Inputs(text_of(data, "damaged.yaml"), None))
    assert_places_exist(checked)
    program = checked.loaded.record
    if rendered and isinstance(program, Program) and not _is_led_astray(checked, data):
        pages = program_pages(identified(program, "damaged.yaml"), SITE, theme)
        assert all(b"<script>" not in page.data for page in pages)


def _is_led_astray(checked: Checked, data: bytes) -> bool:
    """Whether a link may lead to no page, at which a build stops: told as such, or as something that could not be read."""
    return any(finding.rule is BROKEN_LINK for finding in checked.findings) or (
        b"](" in data and bool(unsure(checked.loaded.record)))


def _batch(number: int, size: int, rendered: int = 1) -> None:
    """So many files, of which one in `rendered` becomes pages as well."""
    for seed in range(number * size, (number + 1) * size):
        chance = random.Random(seed)
        data = damaged(_some_sections(chance), seed)
        try:
            _try(data, rendered=seed % rendered == 0)
        except Exception as error:
            raise AssertionError(f"seed {seed}: {error!r}") from error


@pytest.mark.parametrize("number", range(BATCHES))
def test_damaged_definitions(number: int) -> None:
    """5,000 damaged files, linted and rendered."""
    _batch(number, FILES // BATCHES)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_definitions(name: str) -> None:
    """The hostile list, linted and rendered, and told in every format."""
    _try(HOSTILE[name])
    report = Report((examine(Inputs(text_of(HOSTILE[name], "h.yaml"), None)),), "publishable")
    assert all(reporter(form)(report, False) for form in FORMATS)


@pytest.mark.fuzz
@pytest.mark.parametrize("number", range(100, 300))
def test_many_more_damaged_definitions(number: int) -> None:
    """100,000 damaged files, one in ten rendered."""
    _batch(number, 500, rendered=10)
