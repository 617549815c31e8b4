"""The summary tells the truth: a profile is met exactly when none of its findings is left."""

from __future__ import annotations

import random

import pytest

from rmplay.build.check import Inputs, examine
from rmplay.definition.load import text_of
from rmplay.finding import INCOMPLETE, INVALID
from rmplay.lint.report import Report, standing
from support.machine import ROOT

REAL = (ROOT / "content" / "programs" / "digital-fluency.yaml").read_text(encoding="utf-8").split("\n")


def _parts(seed: int) -> bytes:
    """The real program with some of its sections left out."""
    chance = random.Random(seed)
    starts = [i for i, line in enumerate(REAL) if line[:1].isalpha()]
    keep = [REAL[a:b] for a, b in zip(starts, [*starts[1:], len(REAL)], strict=True) if chance.random() < 0.6]
    return "\n".join(line for part in keep for line in part).encode()


@pytest.mark.parametrize("seed", range(40))
def test_a_profile_is_met_exactly_when_nothing_of_it_is_left(seed: int) -> None:
    """For any choice of sections, and both profiles."""
    checked = examine(Inputs(text_of(_parts(seed), "p.yaml"), None))
    if checked.loaded.record is None:
        return
    classes = {finding.cls for finding in checked.findings}
    assert standing(checked, "draft").met == (INVALID not in classes)
    assert standing(checked, "publishable").met == (not classes & {INVALID, INCOMPLETE})
    state = standing(checked, "publishable")
    assert 0 <= state.passed <= state.applicable == len(checked.results)
    failed = {r.rule for r in checked.results if not r.passed}
    assert failed == {f.rule.id for f in checked.findings} & {r.rule for r in checked.results}
    assert Report((checked,), "draft").counts["error"] == sum(f.cls == INVALID for f in checked.findings)


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
