"""How the sessions begin, take stock and end."""

from __future__ import annotations

from collections.abc import Iterable

from ....definition.model import Program, Session
from ....definition.schedule import meetings
from ....finding import INCOMPLETE
from ...rule import Problem, Settings, rule
from ...sentences import listed
from .numbers import unsure

_OPENING = ("introductions", "goals", "expectations", "confidentiality", "etiquette", "logistics")
_CLOSING = ("review", "thanks", "next-steps")


@rule(INCOMPLETE, "sessions")
def no_opening_session(program: Program, settings: Settings) -> Iterable[Problem]:
    """The first session is not an opening.

    Why: A pair that starts with the work has not agreed on how to tell each other that something goes wrong.
    Source: 002, node, portsmouth, aad
    Ignore: The pairs were opened together, in an event before.
    Bad:
        sessions:
          - title: Your hands, my patience
            phase: working
        #          ^^^^^^^
    Good:
        sessions:
          - title: Agree how we work
            phase: opening
    """
    first = program.sessions[0]
    if first.written("phase") and first.phase != "opening":
        yield Problem(first, "phase", "The first session is not an opening.",
                      "Type `phase: opening`, or put a session before it in which the two agree how they work.")


@rule(INCOMPLETE, "sessions")
def incomplete_opening(program: Program, settings: Settings) -> Iterable[Problem]:
    """The opening session leaves out something that the two have to agree on.

    Why: What is not said in the first hour is said when it has gone wrong.
    Source: 002, node, portsmouth, aad
    Ignore: The topic is dealt with in the training of both.
    Bad:
        sessions:
          - title: Agree how we work
            agenda:
        #   ^^^^^^
              - title: Hello
                covers:
                  - introductions
                  - goals
    Good:
        sessions:
          - title: Agree how we work
            agenda:
              - title: Hello
                covers:
                  - introductions
              - title: Read the agreement aloud
                covers:
                  - goals
                  - expectations
                  - confidentiality
                  - etiquette
                  - logistics
    """
    first = meetings(program)[0]
    if first.phase == "opening" and not first.session.broken("phase"):
        yield from _left_out(first.session, _OPENING, "opening")


def _left_out(session: Session, wanted: tuple[str, ...], name: str) -> Iterable[Problem]:
    covered = {topic for part in session.agenda for topic in part.covers}
    lacking = [topic for topic in wanted if topic not in covered]
    if not lacking or not session.agenda or any(part.broken("covers") for part in session.agenda):
        return
    message = f"The {name} leaves out {listed(lacking)}." if len(lacking) <= 3 else \
        f"The {name} leaves out {len(lacking)} of the {len(wanted)} topics that belong in it."
    yield Problem(session, "agenda", message if covered else f"No part of the {name} says what it covers.",
                  f"Add to the part that deals with it `covers:` and below it {listed(f'`- {t}`' for t in lacking)}.")


@rule(INCOMPLETE, "sessions")
def no_midpoint_review(program: Program, settings: Settings) -> Iterable[Problem]:
    """In a program of five sessions or more none takes stock.

    Why: What the two want changes on the way, and nobody interrupts the work to say so.
    Source: 002, together
    Ignore: Somebody else takes stock with each of the two halfway.
    Bad:
        sessions:
        ^^^^^^^^
          - title: Agree how we work
          - title: A day of mine
          - title: Your hands
          - title: Numbers that move
          - title: Look back
    Good:
        sessions:
          - title: Agree how we work
          - title: Your hands
          - title: Take stock
            phase: midpoint
          - title: Numbers that move
          - title: Look back
    """
    held = meetings(program)
    if len(held) < settings.limits.sessions_with_midpoint or any(m.session.broken("phase") for m in held):
        return
    if not any(meeting.phase == "midpoint" for meeting in held):
        middle = held[(len(held) - 1) // 2]
        name = f' ("{middle.session.title}")' if middle.session.title else ""
        yield Problem(program, "sessions", f"None of the {len(held)} sessions takes stock on the way.",
                      f"Type `phase: midpoint` in a session of the middle, such as session {middle.number}{name}.")


@rule(INCOMPLETE, "sessions")
def no_closing_session(program: Program, settings: Settings) -> Iterable[Problem]:
    """No session closes the program.

    Why: Pairs that do not part on a day fade away, and nobody learns what was gained.
    Source: 002, eepm
    Ignore: All pairs close together, in an event.
    Bad:
        sessions:
          - title: Agree how we work
          - title: Your hands
          - title: Numbers that move
            phase: working
        #          ^^^^^^^
    Good:
        sessions:
          - title: Agree how we work
          - title: Your hands
          - title: Look back
            phase: closing
    """
    held = meetings(program)
    unsure = any(meeting.session.broken("phase") for meeting in held)
    if len(held) > 2 and not unsure and not any(meeting.phase == "closing" for meeting in held):
        yield Problem(held[-1].session, "phase", "No session closes the program.",
                      "Type `phase: closing` here, or add a session in which the two look back and part.")


@rule(INCOMPLETE, "sessions")
def incomplete_closing(program: Program, settings: Settings) -> Iterable[Problem]:
    """The closing session leaves out the look back, the thanks or what comes next.

    Why: People remember the end, and take from it whether the whole was worth it.
    Source: 002, eepm
    Ignore: A closing event deals with it.
    Bad:
        sessions:
          - title: Agree how we work
          - title: Your hands
          - title: Look back
            agenda:
        #   ^^^^^^
              - title: What has changed
                covers:
                  - review
    Good:
        sessions:
          - title: Agree how we work
          - title: Your hands
          - title: Look back
            agenda:
              - title: What has changed
                covers:
                  - review
                  - next-steps
              - title: Thanks
                covers:
                  - thanks
    """
    closing = [meeting.session for meeting in meetings(program) if meeting.phase == "closing"]
    if closing:
        yield from _left_out(closing[-1], _CLOSING, "closing")


@rule(INCOMPLETE, "sessions")
def session_without_actions(program: Program, settings: Settings) -> Iterable[Problem]:
    """A session does not end with who does what until the next one.

    Why: What is agreed aloud and not written down does not happen between two sessions.
    Source: 004
    Ignore: The session is an event, and the actions are agreed afterwards.
    Bad:
        sessions:
          - title: Your hands
            agenda:
        #   ^^^^^^
              - title: What happened since
                kind: review-actions
              - title: Task one
                kind: hands-on
              - title: Ask anything
                kind: discussion
    Good:
        sessions:
          - title: Your hands
            agenda:
              - title: What happened since
                kind: review-actions
              - title: Task one
                kind: hands-on
              - title: Actions and next date
                kind: actions
    """
    limits = settings.limits
    for meeting in meetings(program):
        session, kinds = meeting.session, [part.kind for part in meeting.session.agenda]
        few = len(kinds) < limits.fewest_parts
        if few or meeting.phase == "closing" or unsure(session) or "actions" in kinds[-2:]:
            continue
        message = "The actions come too early; the session ends with something else." if "actions" in kinds else \
            "This session does not end with who does what until the next one."
        remedy = "Move the part with `kind: actions` to the end." if "actions" in kinds else \
            "Add a last part: `- title: Actions and next date` with `minutes: 5` and `kind: actions`."
        yield Problem(session, "agenda", message, remedy)
