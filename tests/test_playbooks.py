"""The shipped playbooks are worth starting from: complete, each in its own words, short where the house file speaks."""

from __future__ import annotations

import functools
import re
from collections import defaultdict

import pytest

from rmplay.build.lint import lint
from rmplay.build.project import open_project
from rmplay.definition.load import load_program
from rmplay.definition.model import Program, Question
from rmplay.lint.engine import TRANSLATION
from rmplay.lint.texts import texts
from support.machine import ROOT, programs

CONTENT = ROOT / "content"
FILES = programs()
SHORTEST = 6  # words from which a sentence is somebody's own and no mere label
ASKED = "# Put in your own figures: they say more than any adjective.\nwhy: >-\n"
UNIT = "point more, on a scale of 1 to 5"  # long enough to be a sentence, and none
KINDS = ("reverse", "reciprocal", "traditional", "peer")


@functools.cache
def own(name: str) -> Program:
    """A shipped program or the house file, as it stands in its own file."""
    project = open_project((CONTENT,), ROOT)
    sources = [*project.programs, *([project.house.text] if project.house else [])]
    return load_program(next(text for text in sources if text.source.name.endswith(f"{name}.yaml"))).record


def sentences(name: str) -> set[str]:
    """The sentences of a file, without the questions of its questionnaires.

    Answers can only be compared between programs where the words of a question are the same, so those may repeat.
    """
    found = (sentence.strip() for prose in texts(own(name)) if not isinstance(prose.record, Question)
             for sentence in re.split(r"(?<=[.!?])\s+", prose.text))
    return {sentence for sentence in found if len(sentence.split()) >= SHORTEST} - {UNIT}


def test_no_sentence_stands_in_two_playbooks() -> None:
    """What two programs have in common is said once, by the house file; the rest is particular."""
    where = defaultdict(list)
    for file in FILES:
        for sentence in sentences(file.stem):
            where[sentence].append(file.stem)
    said_for_all = sentences("house")
    assert len(where) > 3000
    assert {s: names for s, names in where.items() if len(names) > 1 and s not in said_for_all} == {}


def test_nothing_is_found_in_what_is_shipped() -> None:
    """Every file under content/ satisfies everything that a published program must, advice included."""
    results = lint(open_project((CONTENT,), ROOT))
    assert len([file for file in results if file.kind != TRANSLATION]) == len(FILES) + 2
    assert [(f.message, f.span.line, f.rule.id) for r in results for f in r.findings] == []


def test_the_smallest_program_is_short() -> None:
    """Where the house file says the rest, a whole program fits into 250 lines and four meetings."""
    text = (CONTENT / "programs" / "minimal.yaml").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 250
    assert len(own("minimal").sessions) == 4


@pytest.mark.parametrize("name", [file.stem for file in FILES])
def test_expectations_are_said_of_somebody(name: str) -> None:
    """Both guides print the list of both roles, so a line that says "you" is read by the wrong person."""
    expectations = own(name).expectations
    lines = [line for side in ("mentor", "mentee", "organization") for line in getattr(expectations, side)]
    assert [line for line in lines if re.search(r"\byour?s?\b", line, re.I)] == []


@pytest.mark.parametrize("name", [file.stem for file in FILES])
def test_every_goal_has_a_measure_and_a_question(name: str) -> None:
    """A measure names the sheet that asks, or the place where the number comes from; a question asks for the goal."""
    program = own(name)
    asked = {question.goal for sheet in program.evaluation.instruments for question in sheet.questions}
    for goal in program.goals:
        assert goal.measures
        assert all(measure.instrument or measure.data_source for measure in goal.measures)
        assert goal.id in asked or all(measure.data_source for measure in goal.measures), goal.id


@pytest.mark.parametrize("name", [file.stem for file in FILES if file.stem != "minimal"])
def test_the_need_has_no_example_figures(name: str) -> None:
    """It is printed in letters and guides, so a comment asks for figures; contacts are found by one domain."""
    assert not re.search(r"\d|\bexample\b", own(name).why)
    text = (CONTENT / "programs" / f"{name}.yaml").read_text(encoding="utf-8")
    assert f"\n{ASKED}" in text
    assert set(re.findall(r"@([\w.-]+\w)", text)) <= {"example.org"}


def test_each_kind_of_mentoring_has_a_program() -> None:
    """The playbooks show the first two kinds, sites for the tests the others."""
    files = [*FILES, *sorted((ROOT / "tests" / "sites").glob("*/content/programs/*.yaml"))]
    kinds = {kind for file in files for kind in re.findall(r"^kind: (\w+)", file.read_text(encoding="utf-8"), re.M)}
    assert set(KINDS) <= kinds
