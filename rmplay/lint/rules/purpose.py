"""What the program is, and why it exists at all."""

from __future__ import annotations

from collections.abc import Iterable

from ...definition.model import Program
from ...finding import INCOMPLETE
from ..rule import Problem, Settings, rule

_SECTIONS = {
    "summary": "Say in one to three sentences what the program is: `summary: ...`",
    "kind": "Say who teaches whom: `kind: reverse` if the junior person is the mentor.",
    "why": "Say what is wrong today, and for whom: `why: >` and two or three sentences below.",
    "goals": "Say what is true at the end: `goals:` and below it `- statement: ...`",
    "roles": "Say who does what: `roles:` and below it `mentor:` and `mentee:`.",
    "cadence": "Say how long and how often: `cadence:` with `length_weeks:`, `every_weeks:` and `minutes:`.",
    "sessions": "Write the meetings: `sessions:` and below it `- title: ...` for each.",
    "expectations": "Say what each may count on: `expectations:` with `mentor:` and `mentee:`.",
    "etiquette": "Write the rules of how the two treat each other: `etiquette:` with `rules:`.",
    "confidentiality": "Say what stays between the two: `confidentiality:` with `statement:` and `exceptions:`.",
    "agreement": "Write what both sign in the first session: `agreement:` with `terms:`.",
    "readiness": "Say how you find out whether people want it: `readiness:` with `curiosity:`.",
    "recruitment": "Say how people are found: `recruitment:` with `channels:` and `message:`.",
    "matching": "Say how pairs are made: `matching:` with `method:`, `owner:` and `criteria:`.",
    "training": "Say what people learn before they start: `training:` with `modules:`.",
    "evaluation": "Say how you know that it worked: `evaluation:` with `instruments:`.",
    "risks": "Write what could go wrong: `risks:` and below it `- category: ...`.",
    "support": "Say who helps: `support:` with `contacts:`.",
    "governance": "Say who answers for it: `governance:` with `sponsor:` and `program_lead:`.",
    "closure": "Say how it ends: `closure:` with `checklist:` and `early_exit:`.",
    "privacy": "Say what is recorded about people: `privacy:` with `data:`.",
}


@rule(INCOMPLETE)
def missing_title(program: Program, settings: Settings) -> Iterable[Problem]:
    """The program has no title.

    Why: The title stands on every page, and the address of the program is made of it.
    Source: practice
    Ignore: Never.
    Bad:
        summary: Heads of department learn everyday digital work.
        ^^^^^^^
    Good:
        title: Digital fluency
    """
    if program.absent("title"):
        yield Problem(program, "title", "The program has no title.", "Add a line near the top: `title: ...`")


@rule(INCOMPLETE)
def missing_section(program: Program, settings: Settings) -> Iterable[Problem]:
    """A part is missing that every complete program has.

    Why: What nobody wrote down before the start is decided in haste when it goes wrong.
    Source: 000, 002, eepm, ismcp
    Ignore: The part stands in another document that every participant has.
    Bad:
        title: Digital fluency
        #      ^^^^^^^^^^^^^^^
    Good:
        title: Digital fluency  # rmplay: ignore[missing-section] The rest is written when the sponsor has agreed.
    """
    for name, remedy in _SECTIONS.items():
        if program.absent(name):
            yield Problem(program, "title", f"There is no `{name}` yet.", remedy)
