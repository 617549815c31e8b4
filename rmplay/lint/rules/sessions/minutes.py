"""How the time of the sessions is used, and by whom."""

from __future__ import annotations

from collections.abc import Iterable

from ....definition.model import AgendaPart, Program
from ....definition.schedule import meetings
from ....finding import ADVICE
from ...rule import Problem, Settings, rule

PRACTICE = ("hands-on", "demo", "shadow", "walk-through")


@rule(ADVICE, "sessions")
def actions_not_reviewed(program: Program, settings: Settings) -> Iterable[Problem]:
    """A session after the first does not ask what became of the actions.

    Why: Actions that nobody asks about are not done a second time.
    Source: 004, aad
    Ignore: The pair reports on the actions by message.
    Bad:
        sessions:
          - title: Agree how we work
          - title: Your hands
            agenda:
        #   ^^^^^^
              - title: Arrive
                kind: check-in
              - title: Task one
                kind: hands-on
              - title: Actions and next date
                kind: actions
    Good:
        sessions:
          - title: Agree how we work
          - title: Your hands
            agenda:
              - title: What happened since
                kind: review-actions
              - title: Task one
                kind: hands-on
              - title: Actions and next date
                kind: actions
    """
    for session in program.sessions[1:]:
        kinds = [part.kind for part in session.agenda]
        if len(kinds) >= settings.limits.fewest_parts and None not in kinds and "review-actions" not in kinds:
            yield Problem(session, "agenda", "Nobody asks in this session what became of the actions.",
                          "Add near the beginning `- title: What happened since` with `kind: review-actions`.")


@rule(ADVICE, "sessions")
def unplanned_time(program: Program, settings: Settings) -> Iterable[Problem]:
    """The parts of an agenda take much less time than the session has.

    Why: A little air is good; a gap of a third mostly hides a part that was forgotten.
    Source: practice
    Ignore: The rest of the time belongs to the pair on purpose.
    Bad:
        sessions:
          - title: Your hands
            minutes: 60
            agenda:
        #   ^^^^^^
              - title: Task one
                minutes: 20
              - title: Task two
                minutes: 15
              - title: Actions and next date
                minutes: 5
    Good:
        sessions:
          - title: Your hands
            minutes: 60
            agenda:
              - title: Task one
                minutes: 25
              - title: Task two
                minutes: 20
              - title: Actions and next date
                minutes: 5
    """
    limits = settings.limits
    for meeting in meetings(program):
        parts = meeting.session.agenda
        if len(parts) < limits.fewest_parts or meeting.minutes is None or any(part.minutes is None for part in parts):
            continue
        if meeting.planned < limits.shortest_plan * meeting.minutes:
            yield Problem(meeting.session, "agenda", f"The parts take {meeting.planned} of {meeting.minutes} minutes.",
                          f"Add a part for the other {meeting.minutes - meeting.planned}, or type "
                          f"`minutes: {meeting.planned}` for the session.")


@rule(ADVICE, "sessions")
def one_long_part(program: Program, settings: Settings) -> Iterable[Problem]:
    """A part in which the two only talk takes more than six tenths of the session.

    Why: In a long talk without a task the senior person is soon the one who explains.
    Source: 002
    Ignore: The part is a case that needs the time.
    Bad:
        sessions:
          - title: How decisions are made
            minutes: 60
            agenda:
              - title: Talk about it
                minutes: 50
        #                ^^
                kind: discussion
    Good:
        sessions:
          - title: Your hands
            minutes: 60
            agenda:
              - title: Task one
                minutes: 50
                kind: hands-on
    """
    limits = settings.limits
    for meeting in meetings(program):
        for part in meeting.session.agenda:
            long = part.minutes and meeting.minutes and (  # too many minutes are told by agenda-overruns
                limits.longest_part * meeting.minutes < part.minutes and meeting.planned <= meeting.minutes)
            if long and part.written("kind") and part.kind not in PRACTICE:
                yield Problem(part, "minutes", f"{part.minutes} of {meeting.minutes} minutes are one talk.",
                              "Divide it: a shorter talk, and a part with `kind: hands-on` or `kind: demo`.")


@rule(ADVICE, "kind", "sessions")
def mentee_leads(program: Program, settings: Settings) -> Iterable[Problem]:
    """In reverse mentoring the mentor leads too little of the time in the working sessions.

    Why: Pairs slip back into the roles they know, and the agenda is what holds them.
    Source: 002, pwc
    Ignore: The mentee leads on purpose, such as when they show what they have learned.
    Bad:
        kind: reverse
        sessions:
        ^^^^^^^^
          - title: Agree how we work
          - title: Career advice
            agenda:
              - title: What the mentee has seen
                minutes: 40
                lead: mentee
              - title: Actions and next date
                minutes: 5
                lead: mentor
    Good:
        kind: reverse
        sessions:
          - title: Agree how we work
          - title: Your hands
            agenda:
              - title: Task one
                minutes: 35
                lead: mentor
              - title: Give back
                minutes: 10
                lead: mentee
    """
    limits = settings.limits
    minutes = {"mentor": 0, "mentee": 0, "both": 0}
    for meeting in meetings(program):
        for part in meeting.session.agenda if meeting.phase == "working" else ():
            if part.lead:
                minutes[part.lead] += part.minutes or 0
    total = sum(minutes.values())
    if program.kind != "reverse" or not total:
        return
    alone, together = minutes["mentor"] / total, (minutes["mentor"] + minutes["both"]) / total
    if alone < limits.mentor_leads_alone or together < limits.mentor_leads:
        yield Problem(program, "sessions", f"The mentor leads {minutes['mentor']} of {total} minutes of work, and "
                      f"{minutes['both']} with the mentee.", "Type `lead: mentor` in the longer parts, until it is "
                      f"{limits.mentor_leads_alone:.0%} alone and {limits.mentor_leads:.0%} with what both lead.")


def parts_of(program: Program) -> list[AgendaPart]:
    """The parts of all agendas."""
    return [part for session in program.sessions for part in session.agenda]


@rule(ADVICE, "kind", "sessions")
def give_back_takes_over(program: Program, settings: Settings) -> Iterable[Problem]:
    """In reverse mentoring more than three tenths of the time go to what the mentee gives back.

    Why: The senior person has much to tell, and the program is there for what the junior one knows.
    Source: 002, gss
    Ignore: The program is meant to help both in equal parts; then type `kind: reciprocal`.
    Bad:
        kind: reverse
        sessions:
        ^^^^^^^^
          - title: Careers
            agenda:
              - title: How you rise here
                minutes: 30
                kind: give-back
              - title: Task one
                minutes: 15
                kind: hands-on
    Good:
        kind: reverse
        sessions:
          - title: Your hands
            agenda:
              - title: Task one
                minutes: 35
                kind: hands-on
              - title: How you rise here
                minutes: 10
                kind: give-back
    """
    limits = settings.limits
    total = sum(part.minutes or 0 for part in parts_of(program))
    given = sum(part.minutes or 0 for part in parts_of(program) if part.kind == "give-back")
    if program.kind == "reverse" and given > limits.most_give_back * total:
        yield Problem(program, "sessions", f"{given} of {total} minutes are for what the mentee gives back.",
                      f"Shorten the parts with `kind: give-back` to {int(limits.most_give_back * total)} minutes in all, "
                      "or type `kind: reciprocal`.")
