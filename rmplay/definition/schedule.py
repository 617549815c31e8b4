"""What follows from a definition and is therefore not written in it: numbers, weeks, clock, dates and hours."""

from __future__ import annotations

import datetime

from ..values import NamedTuple
from .model import AgendaPart, Program, Session
from .record import once


class TimedPart(NamedTuple):
    """A part of an agenda with the minutes from the start of the session at which it begins and ends."""

    part: AgendaPart
    start: int
    end: int

    @property
    def clock(self) -> str:
        """The start as minutes on a clock that begins at 0:00."""
        return clock(self.start)


class Meeting(NamedTuple):
    """A session with its place in the whole. `week`, `date` and `minutes` are None where nothing says them."""

    session: Session
    number: int
    count: int
    week: int | None
    date: datetime.date | None
    minutes: int | None
    phase: str
    parts: tuple[TimedPart, ...]

    @property
    def planned(self) -> int:
        """Minutes that the parts take together."""
        return self.parts[-1].end if self.parts else 0


def clock(minutes: int) -> str:
    """Minutes as hours and minutes: 65 is "1:05"."""
    return f"{minutes // 60}:{minutes % 60:02d}"


@once
def meetings(program: Program) -> tuple[Meeting, ...]:
    """The sessions of a program in order, each with number, week, date, phase and clock."""
    every = program.cadence.every_weeks if program.cadence else None
    usual = program.cadence.minutes if program.cadence else None
    count = len(program.sessions)
    found, week = [], 0
    for number, session in enumerate(program.sessions, 1):
        week = session.week if session.week is not None else week if every or number == 1 else None
        found.append(Meeting(session, number, count, week, day(program, week), session.minutes or usual,
                             session.phase or _phase(number, count), timed(session)))
        week = week + every if every and week is not None else None
    return tuple(found)


def _phase(number: int, count: int) -> str:
    if number == 1:
        return "opening"
    return "closing" if number == count and count > 2 else "working"


def timed(session: Session) -> tuple[TimedPart, ...]:
    """The parts of an agenda with their start and end; a part without minutes takes none."""
    found, start = [], 0
    for part in session.agenda:
        end = start + (part.minutes or 0)
        found.append(TimedPart(part, start, end))
        start = end
    return tuple(found)


def day(program: Program, week: int | None) -> datetime.date | None:
    """The date on which a week of the program begins, if the program has a start."""
    if program.start is None or week is None:
        return None
    try:
        return program.start + datetime.timedelta(weeks=week)
    except OverflowError:
        return None


def hours(program: Program, role: str) -> float | None:
    """Hours that a mentor or mentee spends in all, to the half hour; for other roles what is written, or None."""
    written = next((r.hours_total for r in program.roles if r.id == role), None)
    return planned_hours(program, role) if written is None and role in ("mentor", "mentee") else written


def planned_hours(program: Program, role: str) -> float | None:
    """What the plan of a mentor or mentee adds up to, to the half hour; None where no session says how long it takes.

    Sessions, the time between them, training and, for mentors, the meetings of mentors among themselves.
    """
    minutes = sum(meeting.minutes or 0 for meeting in meetings(program))
    if not minutes:
        return None
    minutes += sum(m.minutes or 0 for m in program.training.modules if role in m.for_) if program.training else 0
    if program.cadence and program.cadence.between_minutes:
        minutes += (len(program.sessions) - 1) * program.cadence.between_minutes
    return int((minutes + _circle(program, role)) / 30 + 0.5) / 2


def _circle(program: Program, role: str) -> int:
    circle = program.support.mentor_circle if program.support else None
    if role != "mentor" or not (circle and circle.every_weeks and program.cadence and program.cadence.length_weeks):
        return 0
    return program.cadence.length_weeks // circle.every_weeks * (circle.minutes or 60)
