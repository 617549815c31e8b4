"""A comment silences one rule on one line, and says why."""

from __future__ import annotations

from rmplay.build.check import Inputs, examine
from rmplay.definition.load import house_of, text_of
from rmplay.lint.engine import lint_house

GOAL = "title: T\ngoals:\n  - statement: Mentees know our tools better{}\n"


def _rules(text: str) -> list[str]:
    checked = examine(Inputs(text_of(text.encode(), "p.yaml"), None))
    return [f.rule.id for f in checked.findings if f.rule.id != "missing-section"]


def test_a_comment_on_the_line_or_above_removes_exactly_that_finding() -> None:
    """Everything else is still told."""
    base = _rules(GOAL.format(""))
    assert "goal-without-measure" in base
    without = [rule for rule in base if rule != "goal-without-measure"]
    assert _rules(GOAL.format("  # rmplay: ignore[goal-without-measure] Counted by finance.")) == without
    above = GOAL.format("").replace("  - st", "  # rmplay: ignore[goal-without-measure] Counted by finance.\n  - st")
    assert _rules(above) == without


def test_the_same_words_inside_a_text_are_no_comment() -> None:
    """A text may tell how to ignore a rule."""
    text = 'title: "How to # rmplay: ignore[missing-section] a rule"\n'
    assert "ignore-of-nothing" not in _rules(text)
    folded = "title: T\nsummary: >\n  Type # rmplay: ignore[missing-section] and why it is so.\n"
    assert _rules(folded) == _rules("title: T\nsummary: >\n  Type something else.\n")


def test_an_ignored_finding_is_kept_with_its_reason() -> None:
    """Machines are told what was silenced, and why."""
    text = GOAL.format("  # rmplay: ignore[goal-without-measure] Counted by finance.")
    checked = examine(Inputs(text_of(text.encode(), "p.yaml"), None))
    assert [(f.rule.id, reason) for f, reason in checked.silent] == [("goal-without-measure", "Counted by finance.")]


def test_a_comment_beside_what_cannot_be_read_is_not_called_needless() -> None:
    """A role of the house file that is misspelled is one mistake: its comment is needed again once that is mended."""
    house = house_of(text_of(b"roles:\n  mentro:\n    grade: 2  # rmplay: ignore[role-without-rank] Ranks differ by country.\n", "house.yaml"))
    checked = lint_house(house, used=frozenset())
    assert [(f.span.line, f.span.column, f.rule.id) for f in checked.findings] == [(2, 3, "unknown-key")]
