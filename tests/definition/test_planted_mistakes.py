"""A file with mistakes of different kinds in different sections: all are told in one run, each at its place."""

from __future__ import annotations

from rmplay.build.check import Inputs, examine
from rmplay.definition.load import text_of

PLANTED = """\
rmplay: 1
title: Digital fluency: term one
kind: reverse
sumary: Heads of department learn everyday digital work.
goals:
  - id: do-it-alone
    statement: 'It's done alone at the end.'
    for: [mentee]
cadence:
  length_weeks: 16
  every_weeks: 2
  minutes: three quarters of an hour
sessions:
  - id: your-hands
    title: Your hands, my patience
     purpose: The mentee does task one.
    goals: [do-it-alone]
  - id: numbers
    title: Numbers that move
    goals: [do-it-alon]
etiquette:
  rules:
    - @all phones away
    - text: Hands off the other's keyboard.
      topic: keybord
matching:
\tmethod: suggested
risks:
  - category: logistics
    likelihood: [high
start: 2027-02-30
"""
EXPECTED = [
    (2, 8, "colon-in-text"),
    (4, 1, "unknown-key"),
    (7, 16, "quote-in-quotes"),
    (12, 12, "wrong-type"),
    (16, 6, "wrong-indent"),
    (20, 13, "unknown-reference"),
    (23, 7, "sign-at-start"),
    (25, 14, "unknown-choice"),
    (27, 1, "tab-indent"),
    (30, 17, "unclosed-bracket"),
    (31, 8, "bad-date"),
]
JARGON = ("null", "mapping", "scalar", "schema", "regex", "boolean", "parse", "token", "NoneType", "sequence",
          "invalid", "illegal")


def test_all_mistakes_are_told_in_one_run() -> None:
    """Eleven mistakes, eleven findings of class invalid, at the right line and column, and nothing else of that class."""
    checked = examine(Inputs(text_of(PLANTED.encode(), "program.yaml"), None))
    found = [(f.span.line, f.span.column, f.rule.id) for f in checked.findings if f.cls == "invalid"]
    assert found == EXPECTED


def test_a_broken_text_is_not_also_called_missing() -> None:
    """What is there but cannot be read is told once: no rule says that it is absent."""
    checked = examine(Inputs(text_of(PLANTED.encode(), "program.yaml"), None))
    said = [f.message for f in checked.findings]
    for name in ("title", "summary", "minutes", "purpose", "start"):
        assert not [m for m in said if f"no `{name}`" in m or f"no {name}" in m or "no purpose" in m], said


def test_words_are_those_of_an_author() -> None:
    """No finding speaks the language of programmers; each says what to type."""
    checked = examine(Inputs(text_of(PLANTED.encode(), "program.yaml"), None))
    for finding in checked.findings:
        said = f"{finding.message} {finding.remedy} {finding.rule.why}".lower()
        assert not [word for word in JARGON if word.lower() in said.split()], said
        assert finding.remedy and finding.message.endswith((".", "?"))
