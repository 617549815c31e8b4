"""What both sign in the first session and keep."""

from __future__ import annotations

from collections.abc import Iterable

from ...definition.model import Program
from ...finding import INCOMPLETE
from ..rule import Problem, Settings, rule
from ..sentences import listed

_CLAUSES = {
    "purpose": "We meet so that ...", "frequency": "We meet every ... weeks for ... minutes.",
    "confidentiality": "We have read the promise and its exceptions together.",
    "scheduling": "Whoever cannot come says so 24 hours before.", "review": "At the midpoint we read this page again.",
    "exit": "Each of us may stop by telling the program lead. Nobody has to give a reason.",
}


@rule(INCOMPLETE, "agreement")
def agreement_unsigned(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nothing says that both sign the agreement.

    Why: To sign makes both stop and read, and a junior mentor can point to the paper later.
    Source: 004, yh-nhs, hhs, node
    Ignore: Both agree aloud, and signatures are not the custom where you work.
    Bad:
        agreement:
        ^^^^^^^^^
          terms:
            - We meet every four weeks.
    Bad:
        agreement:
          signed: no
        #         ^^
    Good:
        agreement:
          signed: yes
    """
    agreement = program.agreement
    if not agreement.signed and not agreement.broken("signed"):
        yield Problem(agreement, "signed", "Nobody signs this agreement.", "Type `signed: yes`.")


@rule(INCOMPLETE, "agreement")
def clause_missing(program: Program, settings: Settings) -> Iterable[Problem]:
    """The agreement has no clause about one of the six things that two people argue about later.

    Why: Purpose, rhythm, confidentiality, dates, review and the way out are in almost every public agreement.
    Source: 004, yh-nhs, hhs, node
    Ignore: Another page that both sign has the clause.
    Bad:
        agreement:
          terms:
        # ^^^^^
            - text: We meet every four weeks for 45 minutes.
              tag: frequency
            - text: Either of us may stop at any time.
              tag: exit
    Good:
        agreement:
          terms:
            - text: We meet so that the mentee can do five tasks alone.
              tag: purpose
            - text: We meet every four weeks for 45 minutes.
              tag: frequency
            - text: Whoever cannot come says so 24 hours before.
              tag: scheduling
            - text: We have read the promise and its exceptions.
              tag: confidentiality
            - text: At the midpoint we read this page again.
              tag: review
            - text: Either of us may stop at any time.
              tag: exit
    Good:
        agreement:
          terms:
            - We meet every four weeks for 45 minutes, so that the mentee can do five tasks alone.
    """
    agreement = program.agreement
    if agreement.broken("terms") or any(term.broken("tag") for term in agreement.terms):
        return
    tags = {term.tag for term in agreement.terms}
    missing = [tag for tag in _CLAUSES if tag not in tags]
    untagged = sum(term.absent("tag") for term in agreement.terms)
    if len(missing) > untagged and tags != {None}:
        first = missing[0]
        yield Problem(agreement, "terms", f"No clause is about {listed(missing, 'or')}.",
                      f"Add below `terms:` one for each, such as `- text: {_CLAUSES[first]}` with `tag: {first}`.")
