"""From goals to questions: which sessions serve a goal, what measures it, what asks for it, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator

from ..definition.model import Goal, Instrument, Program, Question
from ..definition.schedule import Meeting, meetings
from ..values import NamedTuple
from .words import later


class Asked(NamedTuple):
    """An instrument with those of its questions that are about a goal; none if a measure names the instrument only."""

    instrument: Instrument
    questions: tuple[Question, ...]


class Thread(NamedTuple):
    """One goal, followed through the program. `gaps` say in words what is missing on the way."""

    goal: Goal
    meetings: tuple[Meeting, ...]
    asked: tuple[Asked, ...]
    gaps: tuple[str, ...]


class Loose(NamedTuple):
    """A question that is about no goal, by its text, and the instruments that ask it."""

    text: str
    instruments: tuple[Instrument, ...]


class Trace(NamedTuple):
    """All goals, and what serves none of them: sessions, and questions about learning, behavior or results."""

    threads: tuple[Thread, ...]
    meetings: tuple[Meeting, ...]
    loose: tuple[Loose, ...]

    @property
    def gaps(self) -> int:
        """How many gaps there are in all."""
        return sum(len(thread.gaps) for thread in self.threads)


def trace(program: Program) -> Trace:
    """Each goal of a program with the sessions and questions that belong to it."""
    forms = program.evaluation.instruments if program.evaluation else ()
    held = meetings(program)
    threads = tuple(_thread(goal, held, forms) for goal in program.goals)
    return Trace(threads, tuple(m for m in held if not m.session.goals), tuple(_loose(forms)))


def _loose(forms: tuple[Instrument, ...]) -> Iterator[Loose]:
    asked: dict[str, list[Instrument]] = {}
    for form in forms:
        for question in form.questions:
            if not question.goal and question.level in ("learning", "behavior", "result"):
                asked.setdefault(question.text or question.id, []).append(form)
    return (Loose(text, tuple(dict.fromkeys(found))) for text, found in asked.items())


def _thread(goal: Goal, held: tuple[Meeting, ...], forms: tuple[Instrument, ...]) -> Thread:
    named = {name for measure in goal.measures for name in (measure.instrument, measure.baseline_from) if name}
    asked = tuple(Asked(form, found) for form in forms
                  if (found := tuple(q for q in form.questions if q.goal == goal.id)) or form.id in named)
    served = tuple(meeting for meeting in held if goal.id in meeting.session.goals)
    return Thread(goal, served, asked, tuple(_gaps(goal, served, asked)))


def _gaps(goal: Goal, served: tuple[Meeting, ...], asked: tuple[Asked, ...]) -> list[str]:
    found = [] if served else [later("No session serves it.")]
    if not goal.measures:
        return [*found, later("Nothing says how you will know.")]
    counted = [m for m in goal.measures if m.instrument or m.data_source]
    if not counted:
        found.append(later("No measure says where its number comes from."))
    if not any(m.target is not None for m in goal.measures):
        found.append(later("No measure has a target."))
    if not any(m.baseline is not None or m.baseline_from for m in goal.measures):
        found.append(later("Nothing says how it was before."))
    if not asked and not any(m.data_source for m in goal.measures):
        found.append(later("No question asks for it."))
    return found
