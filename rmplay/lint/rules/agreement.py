"""What both sign in the first session and keep."""

from __future__ import annotations

from collections.abc import Iterable

from ...definition.model import Program
from ...finding import INCOMPLETE, Related
from ..lacks import both, either
from ..rule import Problem, Settings, rule

_CLAUSES = {
    "purpose": "We meet so that ...", "frequency": "We meet every ... weeks for ... minutes.",
    "confidentiality": "We have read the promise and its exceptions together.",
    "scheduling": "Whoever cannot come says so 24 hours before.", "review": "At the midpoint we read this page again.",
    "exit": "Each of us may stop by telling the program lead. Nobody has to give a reason.",
}
_PARTNER = {"intellectual-property": "What each of us brought stays with the one who brought it.",
            "non-disclosure": "Neither of us passes on what the other side keeps secret."}


@rule(INCOMPLETE, "agreement")
def agreement_unsigned(program: Program, settings: Settings) -> Iterable[Problem]:
    """It is not said that both sign the agreement.

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
    missing = _missing(program, tuple(_CLAUSES))
    if missing:
        first = missing[0]
        yield Problem(program.agreement, "terms", f"No clause is about {either(missing)}.",
                      f"Add below `terms:` one for each, such as `- text: {_CLAUSES[first]}` with `tag: {first}`.")


def _missing(program: Program, tags: tuple[str, ...]) -> list[str]:
    """The tags that no clause has, unless clauses without a tag could be about them."""
    agreement = program.agreement
    if agreement.broken("terms") or any(term.broken("tag") for term in agreement.terms):
        return []
    written = {term.tag for term in agreement.terms}
    missing = [tag for tag in tags if tag not in written]
    untagged = sum(term.absent("tag") for term in agreement.terms)
    return missing if len(missing) > untagged and (written - {None} or not agreement.terms) else []


@rule(INCOMPLETE, "agreement", "roles")
def partner_without_terms(program: Program, settings: Settings) -> Iterable[Problem]:
    """One side comes from another organization, and no clause says what becomes of ideas and secrets.

    Why: People of two organizations show each other what neither owns alone; the lawyers ask afterward.
    Source: 001, 004
    Ignore: A contract between the two organizations says it; name that contract.
    Bad:
        roles:
          mentor:
            comes_from: external
        agreement:
          terms:
        # ^^^^^
            - text: We meet every four weeks.
              tag: frequency
    Good:
        roles:
          mentor:
            comes_from: external
        agreement:
          terms:
            - text: What each of us brought stays with the one who brought it.
              tag: intellectual-property
            - text: Neither of us passes on what the other side keeps secret.
              tag: non-disclosure
    Good:
        roles:
          mentor:
            comes_from: internal
        agreement:
          terms:
            - text: We meet every four weeks.
              tag: frequency
    """
    guest = _guest(program)
    missing = _missing(program, tuple(_PARTNER)) if guest else []
    if missing:
        first = missing[0]
        yield Problem(program.agreement, "terms", f"A partner from outside joins, and no clause is about {either(missing)}.",
                      f"Add below `terms:` {both([f'one with `tag: {tag}`' for tag in missing])}, such as "
                      f"`- text: {_PARTNER[first]}`", (Related(guest.at("comes_from"), "comes from outside"),))


def _guest(program: Program):
    """The mentor or mentee who comes from another organization, if there is one."""
    return next((role for role in program.roles if role.id in ("mentor", "mentee")
                 and role.comes_from in ("external", "mixed")), None)


@rule(INCOMPLETE, "roles")
def partner_without_contact(program: Program, settings: Settings) -> Iterable[Problem]:
    """One side comes from another organization, and nobody there is named to turn to.

    Why: The program lead cannot settle anything in a house that is not their own.
    Source: 001, 004
    Ignore: Every partner works alone.
    Bad:
        roles:
          mentor:
            comes_from: external
        #               ^^^^^^^^
    Good:
        roles:
          mentor:
            comes_from: external
          partner-contact:
            title: Contact at the young company
    """
    guest = _guest(program)
    if guest and not any(role.id == "partner-contact" for role in program.roles):
        yield Problem(guest, "comes_from", "Nobody is named to turn to in the other organization.",
                      "Add below `roles:` the role `partner-contact:` with its `title:` and `responsibilities:`.")
