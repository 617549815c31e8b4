"""Talk and practice: what the two do in a session, and with which questions."""

from __future__ import annotations

from collections.abc import Iterable

from ....definition.model import Program
from ....definition.schedule import meetings
from ....finding import ADVICE
from ...rule import Problem, Settings, rule
from ...sentences import phrases
from .minutes import PRACTICE, parts_of

_SKILLS = ("technology", "process-change", "operations")


@rule(ADVICE, "topic", "sessions")
def talk_instead_of_practice(program: Program, settings: Settings) -> Iterable[Problem]:
    """In a program about a skill, more than half of the working sessions are talk alone.

    Why: The strength of learning from a colleague is real work, done in front of each other.
    Source: 001
    Ignore: The skill is one of speaking.
    Bad:
        topic: technology
        sessions:
        ^^^^^^^^
          - title: Agree how we work
          - title: About dashboards
            agenda:
              - title: Slides
                kind: discussion
          - title: Look back
    Good:
        topic: technology
        sessions:
          - title: Agree how we work
          - title: Your hands
            agenda:
              - title: The mentee drives
                kind: hands-on
          - title: Look back
    """
    working = [[part.kind for part in m.session.agenda] for m in meetings(program) if m.phase == "working"]
    known = [kinds for kinds in working if kinds and None not in kinds]
    done = sum(any(kind in PRACTICE for kind in kinds) for kinds in known)
    if program.topic in _SKILLS and known and done < settings.limits.practice_sessions * len(known):
        yield Problem(program, "sessions", f"In {done} of {len(known)} working sessions somebody does something; the "
                      "rest is talk.",
                      "Add to the others a part with `kind: hands-on`, `demo`, `shadow` or `walk-through`.")


@rule(ADVICE, "mode", "sessions")
def no_remote_alternative(program: Program, settings: Settings) -> Iterable[Problem]:
    """Pairs may be in two places, and a session of doing things says nothing for that case.

    Why: A plan that needs one room fails the pair in two cities.
    Source: 002
    Ignore: The session is held in one room by all pairs.
    Bad:
        mode: hybrid
        sessions:
          - title: Walk the line
        #   ^^^^^
            agenda:
              - title: From the gate to the shelf
                kind: walk-through
    Good:
        mode: hybrid
        sessions:
          - title: Walk the line
            agenda:
              - title: From the gate to the shelf
                kind: walk-through
            remote_alternative: The mentor films the way and talks over it.
    """
    for session in program.sessions if program.mode == "hybrid" else ():
        practical = [part for part in session.agenda if part.kind in ("shadow", "walk-through", "hands-on")]
        if practical and session.absent("remote_alternative"):
            yield Problem(session, "remote_alternative", "Nothing says how this works when the two are in two places.",
                          f"Add `remote_alternative:` with what you do instead of \"{practical[0].title or 'it'}\".")


@rule(ADVICE, "sessions")
def talk_without_prompts(program: Program, settings: Settings) -> Iterable[Problem]:
    """A discussion or reflection has no question to start from.

    Why: A question on paper lets a junior person ask what they would not dare to make up.
    Source: chronus, together
    Ignore: The pair brings the questions.
    Bad:
        sessions:
          - title: How decisions are made
            agenda:
              - title: Talk about it
        #       ^^^^^
                kind: discussion
    Good:
        sessions:
          - title: How decisions are made
            agenda:
              - title: Talk about it
                kind: discussion
                prompts:
                  - What tipped the decision?
              - title: Look back
                kind: reflection
                text: Ask each other what surprised you. What would you tell a colleague?
    """
    for part in parts_of(program):
        if part.kind in ("discussion", "reflection") and part.absent("prompts") and "?" not in (part.text or ""):
            yield Problem(part, "prompts", "This talk has no question to start from.",
                          "Add `prompts:` and below it two to four questions, such as `- What surprised you?`")


@rule(ADVICE, "sessions")
def closed_prompt(program: Program, settings: Settings) -> Iterable[Problem]:
    """A prompt can be answered with yes or no.

    Why: A question that begins with what or how is answered with something that can be talked about.
    Source: grow
    Ignore: The answer is a decision, and it has to be yes or no.
    Bad:
        sessions:
          - title: Look back
            agenda:
              - title: How it went
                prompts:
                  - Do you like the new tool?
        #           ^^^^^^^^^^^^^^^^^^^^^^^^^
    Good:
        sessions:
          - title: Look back
            agenda:
              - title: How it went
                prompts:
                  - What would make the new tool worth opening each day?
                  - Is there anything that you held back?
                  - Did it help, and where?
    """
    for part in parts_of(program):
        nodes = part.origin.node.entry("prompts").value.entries if part.prompts else ()
        for node in nodes:
            text = node.text or ""
            closed = phrases(program, "closed-question").match(text.lstrip("“\"'"))
            if closed and text.endswith("?") and "," not in text and not phrases(program, "open-question").search(text):
                yield Problem(part, "prompts", "This question can be answered with yes or no.",
                              "Begin it with what, how or which.", span=node.span)
