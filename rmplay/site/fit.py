"""How closely an agenda is set, so that it stays on one side of A4 and of Letter: decided from its texts, not by eye.

A page cannot measure itself without a script, so the height of the first side is worked out here, in millimeters, for
each step of type that the style has, and the first step that fits is taken. The numbers are those of the style sheet
of the default theme; a test prints long agendas and holds them.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable

from ..definition.model import AgendaPart, Session
from ..definition.schedule import Meeting
from ..values import NamedTuple
from .words import ENGLISH, Words

ROOM = 238.0  # a Letter sheet without its margins, and a few millimeters for what an estimate misses
_NARROW, _SLIM, _WIDE = frozenset(" ijlI.,;:'’·|"), frozenset("rtf()-/!"), frozenset("mwMW—")


class Row(NamedTuple):
    """A line of text in some place: how many ems go into it, and how many millimeters it is high."""

    ems: float
    mm: float


class Step(NamedTuple):
    """A step of type: the rows of each place, and the millimeters around them."""

    name: str
    title: Row
    lead: Row
    how: Row
    ask: Row
    prepare: Row
    aside: Row
    frame: float
    part: float
    before: float
    point: float
    asides: float
    care: float
    together: bool = False  # the prompts of a part run on in one paragraph
    run_in: bool = False  # and so does everything else of it


STEPS = (
    Step("roomy", Row(19.3, 9.74), Row(37.4, 5.68), Row(31.8, 4.88), Row(31.2, 4.77), Row(21.8, 4.64), Row(51.4, 4.52),
         frame=64.5, part=9.2, before=14, point=1.5, asides=4.4, care=5.6),
    Step("snug", Row(21.0, 8.93), Row(41.0, 5.19), Row(33.5, 4.64), Row(32.8, 4.54), Row(21.8, 4.64), Row(51.4, 4.52),
         frame=59, part=7.8, before=13, point=1.7, asides=3, care=5.5),
    Step("dense", Row(23.2, 8.11), Row(41.0, 5.19), Row(37.5, 4.52), Row(37.5, 4.52), Row(22.3, 4.36), Row(54.2, 4.13),
         frame=58, part=7.2, before=12.4, point=1.5, asides=2.5, care=6.8, together=True),
    Step("packed", Row(23.2, 8.11), Row(48.7, 4.94), Row(39.6, 3.97), Row(39.6, 4.29), Row(23.5, 4.13),
         Row(54.2, 4.13), frame=55.5, part=6, before=13, point=1.3, asides=3, care=5.7, together=True),
    Step("packed full", Row(25.7, 7.3), Row(52.7, 4.57), Row(38.6, 4.06), Row(38.6, 4.06), Row(23.5, 4.13),
         Row(57.3, 3.75), frame=40, part=2.2, before=13.5, point=1, asides=1, care=3.2, together=True, run_in=True))


def fullness(meeting: Meeting, words: Words = ENGLISH) -> str:
    """The step at which an agenda fits on one side, as the name of a class; the closest one if none does.

    `words` are those of the language of the page.
    """
    return next((step.name for step in STEPS if height(meeting, step, words) <= ROOM), STEPS[-1].name)


def height(meeting: Meeting, step: Step, words: Words = ENGLISH) -> float:
    """The height of the first side of an agenda at a step, in millimeters."""
    session = meeting.session
    return (step.frame + _high([session.title], step.title) + _high([session.purpose], step.lead)
            + sum(step.part + _part(timed.part, step) for timed in meeting.parts)
            + _before(session, step) + _after(session, step, words))


def _part(part: AgendaPart, step: Step) -> float:
    prompts = (" · ".join(part.prompts),) if step.together else part.prompts
    if step.run_in:
        return _high([" ".join((part.title or "", part.text or "", *prompts))], step.how)
    gaps = 0 if step.together else 0.5 * len(prompts)
    return _high([part.text], step.how) + _high(prompts, step.ask) + gaps


def _before(session: Session, step: Step) -> float:
    sides = (session.prepare.mentor, session.prepare.mentee) if session.prepare else ()
    if not any(sides):
        return 0.0
    return step.before + max(_high(side, step.prepare) + step.point * len(side) for side in sides)


def _after(session: Session, step: Step, words: Words) -> float:
    said = [text and f"{words.gettext(label)} {text}" for label, text in (
        ("You leave with", " ".join(session.outputs)), ("Not in one room?", session.remote_alternative))]
    found = step.asides + _high(said, step.aside) if any(said) else 0.0
    if session.sensitive or session.right_to_pass or session.support:
        pass_ = [*(("Personal experience can come up today.",) if session.sensitive else ()), "You may pass.",
                 *(() if session.right_to_pass else ("Either of you may leave out any question, without a reason.",))]
        care = " ".join([*map(words.gettext, pass_), session.right_to_pass or ""])
        found += step.care + _high([care, session.support], step.aside._replace(ems=step.aside.ems - 2.4))
    return found


@functools.lru_cache(maxsize=20_000)
def _width(word: str) -> float:
    """The width of a word in ems, near enough for any text face."""
    return sum(0.25 if c in _NARROW else 0.33 if c in _SLIM else 0.76 if c in _WIDE else 0.58 if c.isupper() else 0.5
               for c in word)


def _rows(text: str | None, row: Row) -> int:
    """How many lines a text takes in a place."""
    count, used = 0, math.inf
    for word in (text or "").split():
        width = _width(word)
        if used + 0.2 + width > row.ems:
            count, used = count + 1, width
        else:
            used += 0.2 + width
    return count


def _high(texts: Iterable[str | None], row: Row) -> float:
    return sum(_rows(text, row) for text in texts) * row.mm
