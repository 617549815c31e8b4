"""The summary tells the truth: a profile is met exactly when none of its findings is left."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rmplay.build.check import Inputs, examine
from rmplay.definition.load import Loaded, text_of
from rmplay.definition.model import Program
from rmplay.finding import INCOMPLETE, INVALID, Finding, Span
from rmplay.lint.engine import Checked, Result
from rmplay.lint.report import Report, standing
from rmplay.lint.rule import Settings
from rmplay.lint.rules import all_rules
from rmplay.lint.selection import Selection
from support.machine import ROOT

REAL = (ROOT / "content" / "programs" / "digital-fluency.yaml").read_text(encoding="utf-8").split("\n")


def _parts(seed: int) -> bytes:
    """The real program with some of its sections left out."""
    chance = random.Random(seed)
    starts = [i for i, line in enumerate(REAL) if line[:1].isalpha()]
    keep = [REAL[a:b] for a, b in zip(starts, [*starts[1:], len(REAL)], strict=True) if chance.random() < 0.6]
    return "\n".join(line for part in keep for line in part).encode()


def _examined(data: bytes, profile: str = "draft") -> Checked:
    return examine(Inputs(text_of(data, "p.yaml"), None, Settings(selection=Selection(profile))))


@pytest.mark.parametrize("seed", range(40))
def test_a_profile_is_met_exactly_when_nothing_of_it_is_left(seed: int) -> None:
    """For any choice of sections, and both profiles."""
    draft, strict = _examined(_parts(seed)), _examined(_parts(seed), "publishable")
    if draft.loaded.record is None:
        return
    classes = {finding.cls for finding in draft.findings}
    assert standing(draft).met == (INVALID not in classes)
    assert standing(strict).met == (not classes & {INVALID, INCOMPLETE})
    state = standing(strict)
    assert state.highest == ("publishable" if standing(strict).met else "draft" if standing(draft).met else None)
    assert 0 <= state.passed <= state.applicable == len(strict.results)
    failed = {r.rule for r in strict.results if not r.passed}
    assert failed == {f.rule.id for f in strict.findings} & {r.rule for r in strict.results}
    assert Report((draft,)).counts["error"] == sum(f.cls == INVALID for f in draft.findings)


HEIGHT = {None: 0, "draft": 1, "publishable": 2}
NAMES = ["unknown-key", "agenda-overruns", "missing-title", "goal-without-measure", "long-sentence", "missing-section"]


@given(found=st.lists(st.tuples(st.sampled_from(NAMES), st.integers(1, 9)), max_size=8, unique=True), data=st.data())
def test_mending_never_lowers_the_level(found: list[tuple[str, int]], data: st.DataObject) -> None:
    """Of any findings, those left when some are mended: the same profile or a better one, and no fewer checks passed."""
    findings = [all_rules()[name].at(Span("p.yaml", line, 1, line, 2), "x", "y") for name, line in found]
    left = [f for f in findings if data.draw(st.booleans())]
    before, after = (standing(_with(some)) for some in (findings, left))
    assert HEIGHT[after.highest] >= HEIGHT[before.highest]
    assert after.met or not before.met
    assert after.passed >= before.passed and after.applicable == before.applicable
    for profile, wrong in (("draft", {INVALID}), ("publishable", {INVALID, INCOMPLETE})):
        assert standing(_with(findings, profile)).met == (not any(f.cls in wrong for f in findings))


def _with(findings: list[Finding], profile: str = "draft") -> Checked:
    told = {f.rule.id for f in findings}
    results = tuple(Result(name, all_rules()[name].section, name not in told) for name in NAMES)
    loaded = Loaded(Program(), {}, ())
    return Checked("p.yaml", loaded, tuple(findings), results=results, selection=Selection(profile))


@given(st.sets(st.integers(0, 60)), st.data())
@settings(max_examples=25)
def test_writing_a_missing_section_never_lowers_the_level(left_out: set[int], data: st.DataObject) -> None:
    """A whole program of which some sections are left out, and then fewer of them."""
    starts = [i for i, line in enumerate(REAL) if line[:1].isalpha()]
    parts = [REAL[a:b] for a, b in zip(starts, [*starts[1:], len(REAL)], strict=True)]
    fewer = {n for n in left_out if data.draw(st.booleans())}
    before, after = (standing(_examined(_without(parts, some), "publishable")) for some in (left_out, fewer))
    assert HEIGHT[after.highest] >= HEIGHT[before.highest]


def _without(parts: list[list[str]], left_out: set[int]) -> bytes:
    kept = [part for n, part in enumerate(parts) if n not in left_out] or [["title: T"]]
    return "\n".join(line for part in kept for line in part).encode()


@pytest.mark.parametrize("data", [b"", b"# only a comment\n", b"- a list\n", b"just a text\n"])
def test_a_file_without_a_definition_gives_one_finding(data: bytes) -> None:
    """No cascade over an empty file."""
    assert len(examine(Inputs(text_of(data, "p.yaml"), None)).findings) == 1


def test_a_missing_section_gives_one_finding() -> None:
    """Rules about a section say nothing where there is none."""
    text = "\n".join(REAL)
    whole = examine(Inputs(text_of(text.encode(), "p.yaml"), None))
    start = REAL.index("closure:")
    end = next(i for i in range(start + 1, len(REAL)) if REAL[i][:1].isalpha())
    without = examine(Inputs(text_of("\n".join(REAL[:start] + REAL[end:]).encode(), "p.yaml"), None))
    known = {(f.rule.id, f.message) for f in whole.findings}
    new = [f.rule.id for f in without.findings if (f.rule.id, f.message) not in known]
    assert new == ["missing-section"]
