"""Every rule is shown by its own examples: the bad ones at exactly the marked places, the good ones not at all."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from rmplay.definition.complaints import FILE_TOO_LARGE
from rmplay.definition.load import overlay_of, text_of
from rmplay.definition.source import LARGEST_FILE, source_of
from rmplay.finding import ADVICE, INCOMPLETE, INVALID, Finding, Rule
from rmplay.build.check import every_rule, examine, inputs_of
from rmplay.build.found import Found
from rmplay.build.project import Project
from rmplay.lint.engine import lint_site
from rmplay.lint.handbook import Example, example_of, page_of
from rmplay.lint.house_rules import read
from rmplay.lint.mistakes import HOUSE_RULES, SETTINGS
from rmplay.lint.rules import all_checks
from rmplay.lint.translation_rules import TRANSLATION
from rmplay.lint.translations import lint_translation
from support.examples import findings_in, pieces
from support.machine import ROOT

WITHOUT_EXAMPLE = {FILE_TOO_LARGE.id}  # a megabyte is too long to read; it has a test of its own below
ORIGINAL = text_of(b"""\
title: Digital fluency
summary: Heads of department learn five tasks.
sessions:
  - id: your-hands
    title: Your hands, my patience
""", "digital-fluency.yaml")
LINTED_BY = {SETTINGS: lint_site, HOUSE_RULES: lambda text: read(text).checked,
             TRANSLATION: lambda text: lint_translation(overlay_of(text), ORIGINAL)}
RULES = [rule for rule in every_rule().values() if rule.id not in WITHOUT_EXAMPLE]
BAD = [(rule, number, text) for rule in RULES for number, text in enumerate(page_of(rule).bad)]
GOOD = [(rule, number, text) for rule in RULES for number, text in enumerate(page_of(rule).good)]


def _name(value: object) -> str:
    return value.id if isinstance(value, Rule) else str(value) if isinstance(value, int) else ""


def _places(example: Example, rule: Rule) -> list[tuple[int, int, int]]:
    found = [f.span for f in _findings(example, rule) if f.rule.id == rule.id]
    assert all(span.end_line == span.line for span in found if example.places)
    return sorted((span.line, span.column, span.end_column) for span in found)


def _findings(example: Example, rule: Rule) -> Iterable[Finding]:
    if files := pieces(example.data):
        return findings_in(files)
    translates = rule.section == TRANSLATION and b"translates:" in example.data
    text = text_of(example.data, "digital-fluency.de.yaml" if translates else "example.yaml")
    if rule.section in LINTED_BY and (translates or rule.section != TRANSLATION):
        return LINTED_BY[rule.section](text).findings
    return examine(*inputs_of(Project(Found(None, ()), None, None, (text,)))).findings


@pytest.mark.parametrize(("rule", "number", "text"), BAD, ids=_name)
def test_bad_example_is_found_at_its_marks(rule: Rule, number: int, text: str) -> None:
    """A bad example has the finding at exactly the marked places."""
    example = example_of(text)
    assert example.places, "mark the place of the finding with a line of ^ below it"
    assert sorted(set(_places(example, rule))) == sorted(example.places)


@pytest.mark.parametrize(("rule", "number", "text"), GOOD, ids=_name)
def test_good_example_is_silent(rule: Rule, number: int, text: str) -> None:
    """A good example has no finding of the rule."""
    assert _places(example_of(text), rule) == []


def test_a_file_that_is_too_large_is_one_finding() -> None:
    """A byte more than the most is the one finding that no example can show."""
    most = b"title: x\n".ljust(LARGEST_FILE, b"#")
    assert source_of(most, "a.yaml")[1] == []
    (found,) = source_of(most + b"#", "a.yaml")[1]
    assert (found.rule, found.span.line, found.span.column) == (FILE_TOO_LARGE, 1, 1)


@pytest.mark.parametrize("rule", RULES, ids=_name)
def test_rule_is_explained(rule: Rule) -> None:
    """Every rule says what, why, when to ignore it, and shows a bad and a good example."""
    page = page_of(rule)
    assert rule.cls in (INVALID, INCOMPLETE, ADVICE)
    assert page.what and page.why and page.ignore and page.bad and page.good
    assert page.what.endswith(".") and page.why.endswith(".")
    assert len(page.why.split()) <= 30


def test_every_section_has_rules() -> None:
    """A section without a rule would be a heading over nothing."""
    assert [name for name, checks in all_checks().items() if not checks] == []


def test_every_rule_that_is_written_is_run() -> None:
    """A module that nobody lists would be silent."""
    folder = ROOT / "rmplay" / "lint" / "rules"
    written = sum(path.read_text(encoding="utf-8").count("\n@rule(") for path in folder.rglob("*.py"))
    assert sum(map(len, all_checks().values())) == written > 150
