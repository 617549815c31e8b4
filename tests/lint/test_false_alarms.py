"""No rule cries wolf: not on the shipped playbooks, not on what the examples of other rules show as good."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from rmplay.build.check import Inputs, every_rule, examine
from rmplay.build.lint import lint
from rmplay.build.project import open_project
from rmplay.definition.load import text_of
from rmplay.finding import ADVICE, INVALID, Finding
from rmplay.lint.engine import PROGRAM
from rmplay.lint.handbook import example_of, page_of
from rmplay.lint.mistakes import HOUSE_RULES, SETTINGS
from rmplay.lint.translation_rules import TRANSLATION
from support import listing
from support.examples import pieces
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
            data = example_of(text).data
            if pieces(data):
                continue
            checked = examine(Inputs(text_of(data, "p.yaml"), None))
            found.update(f"{f.rule.id} in the good example {number + 1} of {rule.id}: {f.message}" for f in checked.findings
                         if f.cls == INVALID or f.cls == ADVICE and rule.cls == ADVICE and f.rule.id not in PARTIAL)
    assert not found, listing(found)


_NAME = re.compile(r"((?: |- )*)([a-z_-]+):(?: +([^#\n]*[^#\s]))?")
ONE_SIDED = """title: x
kind: reverse
why: Read [what can go wrong](risk-register) first.
goals:
  - id: alone
    statement: Each mentee can do five tasks.
sessions:
  - title: Agree how we work
  - title: Task one
    goals:
      - alone
    agenda:
      - title: Do it
        minutes: 35
        lead: mentor
      - title: Give back
        minutes: 10
        lead: mentee
support:
  contacts:
    - role: program-lead
risks:
  - risk: Nobody has time.
"""


def _broken(text: str) -> Iterator[tuple[int, str]]:
    """The text with each name mistyped in turn, and with each value and entry made of another sort; the line and the text."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        name = _NAME.match(line)
        changed = [f"{name[1]}{name[2][0]}{line[name.start(2):]}"] if name else [re.sub("- .*", "- [[z]]", line)]
        changed += [f"{line[:name.start(3)]}[[z]]"] if name and name[3] and name[3][0] not in ">|" else []
        for other in changed:
            if other != line and not line.lstrip().startswith("#"):
                yield number + 1, "\n".join((*lines[:number], other, *lines[number + 1:]))


def test_rules_are_silent_on_what_cannot_be_read() -> None:
    """A mistyped name or value is one finding, at its line: nothing is said to be missing or wrong because of it."""
    tried = 0
    for text in (ONE_SIDED, (ROOT / "tests/sites/reciprocal/content/programs/reciprocal.yaml").read_text(encoding="utf-8")):
        known = {(f.rule.id, f.message) for f in _findings(text)}
        for line, changed in _broken(text):
            new = [f for f in _findings(changed) if (f.rule.id, f.message) not in known]
            assert [(f.span.line, f.cls) for f in new] == [(line, INVALID)], (changed.split("\n")[line - 1], new)
            tried += 1
    assert tried > 100


def _findings(text: str) -> tuple[Finding, ...]:
    return examine(Inputs(text_of(text.encode(), "p.yaml"), None)).findings


# Advice about what a fragment leaves out, not about what it says.
PARTIAL = frozenset((
    "goals-without-driver", "role-without-benefit", "role-without-limits", "between-time-unstated", "phase-without-gate",
    "too-few-sessions", "results-not-shared", "risk-without-sign", "mentors-unrecognized", "nobody-thanked",
    "unexplained-short-form"))
