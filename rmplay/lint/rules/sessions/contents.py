"""What every session says: title, purpose, agenda, and what to do before it."""

from __future__ import annotations

from collections.abc import Iterable

from ....definition.model import PAIR, Program, Session
from ....definition.schedule import Meeting, meetings
from ....finding import INCOMPLETE, Related
from ...rule import Problem, Settings, rule
from ...sentences import counted, listed


@rule(INCOMPLETE, "sessions")
def session_without_title(program: Program, settings: Settings) -> Iterable[Problem]:
    """A session has no title.

    Why: The title is the heading of a printed sheet, and what the two call the meeting.
    Source: 004
    Ignore: Never.
    Bad:
        sessions:
          - purpose: The mentee does two tasks alone.
        #   ^^^^^^^
    Good:
        sessions:
          - title: Your hands, my patience
            purpose: The mentee does two tasks alone.
    """
    for number, session in enumerate(program.sessions, 1):
        if session.absent("title"):
            yield Problem(session, "title", f"Session {number} has no title.",
                          "Add `title: ...`, in three to six words.")


@rule(INCOMPLETE, "sessions")
def repeated_session_title(program: Program, settings: Settings) -> Iterable[Problem]:
    """Two sessions have the same title.

    Why: Two sheets with one heading get mixed up in a folder and in a calendar.
    Source: 004
    Ignore: The same session is held more than once on purpose.
    Bad:
        sessions:
          - title: Work on the tasks
          - title: Work on the tasks
        #          ^^^^^^^^^^^^^^^^^
    Good:
        sessions:
          - title: Tasks one and two
          - title: Tasks three to five
    """
    first: dict[str, Session] = {}
    for session in program.sessions:
        title = " ".join((session.title or "").lower().split())
        if title in first:
            yield Problem(session, "title", "Another session has the same title.",
                          f"Say what is different this time, or type `title: {session.title[:40]}, part two`.",
                          (Related(first[title].at("title"), "the other one"),))
        elif title:
            first[title] = session


@rule(INCOMPLETE, "sessions")
def session_without_purpose(program: Program, settings: Settings) -> Iterable[Problem]:
    """A session does not say what is different afterwards.

    Why: A meeting that has only a title turns into a chat.
    Source: 002, qooper
    Ignore: The pair writes the purpose at the end of the session before.
    Bad:
        sessions:
          - title: Your hands, my patience
        #   ^^^^^
    Good:
        sessions:
          - title: Your hands, my patience
            purpose: The mentee has done tasks one and two without the mentor's hands.
    """
    for session in program.sessions:
        if session.absent("purpose"):
            yield Problem(session, "purpose", "This session does not say what is different afterwards.",
                          "Add one sentence: `purpose: The mentee has ...`")


@rule(INCOMPLETE, "sessions")
def session_without_agenda(program: Program, settings: Settings) -> Iterable[Problem]:
    """A session has no agenda, or one of fewer than three parts.

    Why: A junior person can lead a senior one through an hour when the parts of it are on paper.
    Source: 004
    Ignore: The session is a visit or an event with a course of its own.
    Bad:
        sessions:
          - title: Your hands, my patience
        #   ^^^^^
    Bad:
        sessions:
          - title: Your hands, my patience
            agenda:
        #   ^^^^^^
              - title: Work
                minutes: 45
    Good:
        sessions:
          - title: Your hands, my patience
            agenda:
              - title: What happened since
                minutes: 5
              - title: Task one, your hands
                minutes: 30
              - title: Actions and next date
                minutes: 10
    """
    for meeting in meetings(program):
        session, parts = meeting.session, len(meeting.session.agenda)
        if session.broken("agenda") or parts >= settings.limits.fewest_parts:
            continue
        message = f"An agenda of {counted(parts, 'part')} leaves the course of the session open." if parts else \
            "This session has no agenda."
        yield Problem(session, "agenda", message, "Write a beginning, the work and an end: below `agenda:` three times "
                      "`- title: ...` with `minutes:`.")


@rule(INCOMPLETE, "sessions")
def unfinished_agenda_part(program: Program, settings: Settings) -> Iterable[Problem]:
    """A part of an agenda has no title or no minutes.

    Why: Without minutes there is no clock on the sheet, and the first part takes the time of the last.
    Source: 004
    Ignore: The part takes the time that is left.
    Bad:
        sessions:
          - title: Your hands, my patience
            agenda:
              - title: What happened since
        #       ^^^^^
              - title: Task one, your hands
                minutes: 30
    Bad:
        sessions:
          - title: Your hands, my patience
            agenda:
        #   ^^^^^^
              - title: What happened since
              - title: Task one, your hands
    Good:
        sessions:
          - title: Your hands, my patience
            agenda:
              - title: What happened since
                minutes: 5
              - title: Task one, your hands
                minutes: 30
    """
    for meeting in meetings(program):
        session, parts = meeting.session, meeting.session.agenda
        none_timed = len(parts) > 1 and all(part.absent("minutes") for part in parts)
        if none_timed:
            share = f", {meeting.minutes} in all" if meeting.minutes else ""
            yield Problem(session, "agenda", "No part of this agenda says how long it takes.",
                          f"Add to each part `minutes: ...`{share}.")
        for part in parts:
            lacking = [key for key in ("title", "minutes") if part.absent(key) and (key == "title" or not none_timed)]
            if lacking:
                yield Problem(part, lacking[0], f"This part has no {listed((f'`{k}`' for k in lacking), 'or')}.",
                              f"Add {_typed(lacking, meeting)}.")


def _typed(lacking: list[str], meeting: Meeting) -> str:
    """What to type for a part: its title, its minutes, or both. Time that is left in the session is offered."""
    left = (meeting.minutes or 0) - meeting.planned
    typed = {"title": "`title: ...`", "minutes": f"`minutes: {left if 0 < left <= 30 else 5}`"}
    return listed(typed[key] for key in lacking)


@rule(INCOMPLETE, "sessions")
def unprepared_session(program: Program, settings: Settings) -> Iterable[Problem]:
    """A working session does not say what mentor and mentee do before it.

    Why: Busy people keep the sessions that somebody has prepared.
    Source: 002, qooper, ols
    Ignore: The session needs nothing but the two people.
    Bad:
        sessions:
          - title: Agree how we work
          - title: Your hands, my patience
            prepare:
        #   ^^^^^^^
              mentor:
                - Choose two tasks of this week.
          - title: Look back
    Good:
        sessions:
          - title: Agree how we work
          - title: Your hands, my patience
            prepare:
              mentor:
                - Choose two tasks of this week.
              mentee:
                - Try task one, and note where you stop.
          - title: Look back
    """
    for meeting in meetings(program):
        session, prepare = meeting.session, meeting.session.prepare
        if meeting.phase != "working" or session.broken("prepare"):
            continue
        idle = [side for side in PAIR if prepare is None or prepare.absent(side)]
        if idle:
            start = "Add below `prepare:`" if prepare else "Add `prepare:` and below it"
            yield Problem(prepare or session, idle[0] if prepare else "prepare",
                          f"Nothing says what the {listed(idle)} {'does' if len(idle) == 1 else 'do'} before this "
                          "session.", f"{start} {listed(f'`{side}:`' for side in idle)}, each with a line `- ...`.")
