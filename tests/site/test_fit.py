"""A long agenda stays one sheet: the plan on page 1, the writing on page 2, on either paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from rmplay.definition.load import load_program, text_of
from rmplay.definition.schedule import meetings
from rmplay.site.fit import STEPS, fullness, height
from support.browser import print_pdf
from support.pdf import pdf_pages
from support.project import project, rmplay

PARTS = ("Arrive and say what is new", "Look at what was tried", "Show the steps aloud", "Do it with own hands",
         "Find where it stops", "Turn it round", "Think about the team", "Say what helped", "Agree on one action")
HOW = ("The one who leads says each step before doing it, the other repeats it in other words, "
       "and both write down the exact place where it has stopped.")
PROMPTS = ("What did you expect to happen there, and what happened?", "Which step would you leave out next time?")
LONG = ("Choose two tasks from the work of this week that you would rather not show, and bring them as they are.",
        "Look up what you wrote down last time and tick what you did.")


def _program(*counts: int) -> str:
    lines = ["rmplay: 1", "title: Long sheets", "mode: hybrid", "cadence:", "  every_weeks: 2", "  minutes: 90",
             "  length_weeks: 20", "sessions:"]
    for count in counts:
        lines += [f"  - title: Session of {count} parts", f"    purpose: {HOW}", "    prepare:"]
        lines += [f"      {who}:\n" + "\n".join(f"        - {text}" for text in LONG) for who in ("mentor", "mentee")]
        lines.append("    agenda:")
        for title in PARTS[:count]:
            lines += [f"      - title: {title}", "        minutes: 9", "        lead: mentor", f"        text: {HOW}",
                      "        prompts:", *(f"          - {prompt}" for prompt in PROMPTS)]
        lines += [f"    remote_alternative: {HOW}", f"    right_to_pass: {HOW}"]
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with an agenda of seven long parts, one of nine and a short one."""
    assert 140 <= len(HOW) <= 150
    folder = project(tmp_path_factory.mktemp("long"), long=_program(7, 9, 3))
    done = rmplay("build", cwd=folder)
    assert done.returncode == 0, done.stderr + done.stdout
    return folder / "site" / "long-sheets"


@pytest.mark.parametrize("count", [7, 9, 3])
def test_agenda_is_one_sheet_on_either_paper(site: Path, new_page, count: int) -> None:
    """Every part stands on page 1, none on page 2."""
    page = new_page()
    page.goto((site / f"agenda-session-of-{count}-parts.html").as_uri())
    for paper in ("A4", "Letter"):
        first, second = pdf_pages(print_pdf(page, paper))
        assert all(title in first and title not in second for title in PARTS[:count]), paper
        assert "What we noticed" in second and "What we noticed" not in first


def test_a_longer_agenda_is_set_more_closely() -> None:
    """Each step takes less room than the one before, and the first that fits is taken."""
    program = load_program(text_of(_program(2, 3, 4, 7, 9).encode(), "long.yaml")).record
    found = meetings(program)
    for meeting in found:
        heights = [height(meeting, step) for step in STEPS]
        assert heights == sorted(heights, reverse=True)
    names = [step.name for step in STEPS]
    steps = [names.index(fullness(meeting)) for meeting in found]
    assert steps == sorted(steps) and len(set(steps)) > 2
