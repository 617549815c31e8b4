"""No rule cries wolf: not on the shipped playbooks, not on what the examples of other rules show as good."""

from __future__ import annotations

from collections import Counter

from rmplay.build.check import Inputs, every_rule, examine, lint
from rmplay.build.project import open_project
from rmplay.definition.load import text_of
from rmplay.finding import ADVICE, INVALID
from rmplay.lint.engine import PROGRAM, TRANSLATION
from rmplay.lint.handbook import example_of, page_of
from rmplay.lint.mistakes import HOUSE_RULES, SETTINGS
from support import listing
from support.machine import ROOT


def test_the_shipped_playbooks_have_no_finding_of_any_rule() -> None:
    """All classes, at the stricter profile."""
    files = lint(open_project((), ROOT))
    programs = [file for file in files if file.kind == PROGRAM]
    assert len(programs) == 8
    found = [f"{f.span.source}:{f.span.line} {f.rule.id}: {f.message}" for file in programs for f in file.findings]
    assert not found, listing(found)


def test_good_examples_are_good_for_all_rules_of_their_class() -> None:
    """A good example is a fragment, so parts are missing; but nothing in it is invalid, and no advice is against it."""
    found: Counter[str] = Counter()
    for rule in every_rule().values():
        for number, text in enumerate(page_of(rule).good if rule.section not in (SETTINGS, HOUSE_RULES, TRANSLATION) else ()):
            if text.startswith("# site.yaml"):
                continue
            checked = examine(Inputs(text_of(example_of(text).data, "p.yaml"), None))
            found.update(f"{f.rule.id} in the good example {number + 1} of {rule.id}: {f.message}" for f in checked.findings
                         if f.cls == INVALID or f.cls == ADVICE and rule.cls == ADVICE and f.rule.id not in PARTIAL)
    assert not found, listing(found)


# Advice about what a fragment leaves out, not about what it says.
PARTIAL = frozenset((
    "goals-without-driver", "role-without-benefit", "role-without-limits", "between-time-unstated", "phase-without-gate",
    "too-few-sessions", "results-not-shared", "risk-without-sign", "mentors-unrecognized", "nobody-thanked",
    "unexplained-short-form"))
