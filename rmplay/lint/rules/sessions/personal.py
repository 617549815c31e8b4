"""Sessions in which it becomes personal."""

from __future__ import annotations

from collections.abc import Iterable

from ....definition.model import Program
from ....finding import INCOMPLETE, Related
from ...rule import Problem, Settings, rule
from ...sentences import listed


@rule(INCOMPLETE, "sessions")
def sensitive_session_unguarded(program: Program, settings: Settings) -> Iterable[Problem]:
    """A session in which personal experience may come up does not say how to decline or where to find help.

    Why: Nobody should have to find out in the middle of a hard question that they may pass.
    Source: lawcare, leeds, bht
    Ignore: Somebody who is trained for it leads the session.
    Bad:
        sessions:
          - title: What it is like here
            sensitive: yes
        #              ^^^
            right_to_pass: Each may say "pass" without a reason.
    Good:
        sessions:
          - title: What it is like here
            sensitive: yes
            right_to_pass: Each may say "pass" without a reason.
            support: The confidential contact answers within a day.
    """
    typed = {"right_to_pass": '`right_to_pass: Each may say "pass" without a reason.`',
             "support": "`support:` with whom to call afterwards"}
    told = {"right_to_pass": "how to decline a question", "support": "where to find help afterwards"}
    for session in program.sessions:
        lacking = [key for key in typed if session.absent(key)]
        if session.sensitive and lacking:
            yield Problem(session, "sensitive", f"Nothing says {listed((told[key] for key in lacking), 'or')}.",
                          f"Add {listed(typed[key] for key in lacking)}.")


@rule(INCOMPLETE, "sessions")
def sensitive_before_confidential(program: Program, settings: Settings) -> Iterable[Problem]:
    """A session in which personal experience may come up is held before the one that agrees confidentiality.

    Why: People are asked to trust each other with something before it is settled who hears of it.
    Source: lawcare, leeds, bht
    Ignore: Both have signed the promise before they meet.
    Bad:
        sessions:
          - title: What it is like here
            sensitive: yes
        #              ^^^
          - title: Agree how we work
            agenda:
              - title: Read the promise aloud
                covers:
                  - confidentiality
    Good:
        sessions:
          - title: Agree how we work
            agenda:
              - title: Read the promise aloud
                covers:
                  - confidentiality
          - title: What it is like here
            sensitive: yes
    """
    named = program.confidentiality.agreed_in if program.confidentiality else None
    agreeing = next((place for place, session in enumerate(program.sessions) if session.id == named or not named and
                     any("confidentiality" in part.covers for part in session.agenda)), None)
    for place, session in enumerate(program.sessions):
        if session.sensitive and agreeing is not None and place < agreeing:
            other = program.sessions[agreeing]
            yield Problem(session, "sensitive", "Confidentiality is agreed on only after this session.",
                          f'Move this session below "{other.title or other.id}".',
                          (Related(other.at("title"), "here it is agreed on"),))
