"""How far a draft is, as its page "What to write next" shows it. The numbers come from the linter, through the task."""

from __future__ import annotations

from ..values import NamedTuple
from .words import later

# The names of the linter's standards and of their parts, so that pages can say them in other languages.
NAMES = (
    later("MENTOR, Elements of Effective Practice for Mentoring: six stages"),
    later("Recruitment"), later("Screening"), later("Training"), later("Matching and initiating"),
    later("Monitoring and support"), later("Closure"),
    later("EMCC Global, International Standards for Mentoring and Coaching Programs: six standards"),
    later("Clarity of purpose"), later("Training and briefing"), later("Selection and matching"),
    later("Measurement and review"), later("Ethics"), later("Administration and support"),
)


class Done(NamedTuple):
    """How much of a section, or of a part of a standard, is written: its name, and checks passed of checks that apply."""

    section: str
    passed: int
    applicable: int


class Step(NamedTuple):
    """Something to write: where, what is missing there, what to do about it, and lines to paste, if there are any."""

    where: str
    missing: str
    remedy: str
    lines: str = ""


class Standard(NamedTuple):
    """A written standard of mentoring: its name, and how much is done for each of its parts."""

    name: str
    parts: tuple[Done, ...]


class Progress(NamedTuple):
    """How far a definition is: its sections, what is to be written, the most useful first, and written standards.

    `unwritten` are the sections that are missing altogether, although checks on others may count for them.
    """

    sections: tuple[Done, ...] = ()
    steps: tuple[Step, ...] = ()
    standards: tuple[Standard, ...] = ()
    unwritten: tuple[str, ...] = ()

    @property
    def passed(self) -> int:
        """Checks passed in all sections."""
        return sum(done.passed for done in self.sections)

    @property
    def applicable(self) -> int:
        """Checks that apply in all sections."""
        return sum(done.applicable for done in self.sections)
