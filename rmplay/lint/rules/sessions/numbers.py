"""Numbers, weeks and minutes of the sessions agree with each other."""

from __future__ import annotations

from collections.abc import Iterable

from ....definition.model import Program, Session
from ....definition.schedule import meetings
from ....finding import INVALID, Related
from ...rule import Problem, Settings, rule
from ...sentences import counted


@rule(INVALID, "cadence.sessions", "sessions")
def session_count_differs(program: Program, settings: Settings) -> Iterable[Problem]:
    """The cadence states another number of sessions than there are.

    Why: The guide and the sheets would tell two stories.
    Source: practice
    Ignore: Never; leave the number out while sessions are being written.
    Bad:
        cadence:
          sessions: 6
        #           ^
        sessions:
          - title: Agree how we work
          - title: Look back
    Good:
        cadence:
          sessions: 2
        sessions:
          - title: Agree how we work
          - title: Look back
    """
    stated, there = program.cadence.sessions, len(program.sessions)
    if stated != there and _all_read(program):
        yield Problem(program.cadence, "sessions", f"{counted(stated, 'session is', 'sessions are')} stated here, "
                      f"{there} {'is' if there == 1 else 'are'} written below.",
                      f"Type `sessions: {there}`, or delete the line: they are counted.",
                      (Related(program.at("sessions"), f"{there} written here"),))


def _all_read(program: Program) -> bool:
    """Whether every entry of the list became a session."""
    written = [entry for entry in program.origin.node.entry("sessions").value.entries if not entry.is_empty]
    return len(written) == len(program.sessions)


@rule(INVALID, "sessions")
def session_number_differs(program: Program, settings: Settings) -> Iterable[Problem]:
    """The number of a session is not its place in the list.

    Why: The sheets are numbered by their order, and a text that names a session would lead to another one.
    Source: practice
    Ignore: Never; leave the numbers out, and they follow from the order.
    Bad:
        sessions:
          - title: Agree how we work
            number: 1
          - title: Look back
            number: 3
        #           ^
    Good:
        sessions:
          - title: Agree how we work
            number: 1
          - title: Look back
    """
    shift = 0
    for place, session in enumerate(program.sessions, 1):
        if session.number is None:
            continue
        if session.number != place and session.number - place != shift and _all_read(program):
            yield Problem(session, "number", f"This is session {place} in the list, not session {session.number}.",
                          f"Type `number: {place}`, or delete the line; numbers follow from the order.")
        shift = session.number - place


@rule(INVALID, "sessions")
def session_out_of_order(program: Program, settings: Settings) -> Iterable[Problem]:
    """A session takes place in an earlier week than the one above it.

    Why: Sheets are printed and carried in the order of the list.
    Source: practice
    Ignore: Never.
    Bad:
        sessions:
          - title: Agree how we work
            week: 0
          - title: Your hands, my patience
            week: 8
          - title: Look back
            week: 4
        #         ^
    Good:
        sessions:
          - title: Agree how we work
            week: 0
          - title: Your hands, my patience
            week: 4
          - title: Look back
            week: 4
    """
    held = meetings(program)
    for before, after in zip(held, held[1:]):
        if before.week is not None and after.session.week is not None and after.session.week < before.week:
            yield Problem(after.session, "week", f"Week {after.week} is before week {before.week} of the one above.",
                          f"Type a week from {before.week} on, or move the session up in the list.",
                          (Related(before.session.at("week"), f"session {before.number}, week {before.week}"),))


@rule(INVALID, "sessions")
def agenda_overruns(program: Program, settings: Settings) -> Iterable[Problem]:
    """The parts of an agenda take longer than the session.

    Why: A printed plan that cannot be kept is dropped in the first session, and with it the end of every other.
    Source: practice
    Ignore: Never.
    Bad:
        cadence:
          minutes: 45
        sessions:
          - title: Your hands, my patience
            agenda:
        #   ^^^^^^
              - title: Say the steps aloud
                minutes: 35
              - title: Actions and next date
                minutes: 15
    Good:
        cadence:
          minutes: 45
        sessions:
          - title: Your hands, my patience
            minutes: 60
            agenda:
              - title: Say the steps aloud
                minutes: 45
              - title: Actions and next date
                minutes: 15
    """
    for meeting in meetings(program):
        session, have = meeting.session, meeting.minutes
        if have is None or meeting.planned <= have or session.broken("minutes") or unsure(session):
            continue
        length = session if session.minutes else program.cadence
        yield Problem(session, "agenda", f"The parts take {meeting.planned} minutes; the session has {have}.",
                      f"Take {counted(meeting.planned - have, 'minute')} off, or type `minutes: {meeting.planned}` "
                      "for the session.", (Related(length.at("minutes"), f"{have} minutes"),))


def unsure(session: Session) -> bool:
    """Whether something in the agenda could not be read."""
    return session.broken("agenda") or any(p.broken("minutes") or p.broken("kind") or p.broken("lead")
                                           for p in session.agenda)
