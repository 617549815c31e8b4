"""What could go wrong, how it shows, and what is done."""

from __future__ import annotations

from collections.abc import Iterable

from ...definition.model import FAILURE_MODES, Program
from ...finding import ADVICE, INCOMPLETE
from ..lacks import lacks
from ..rule import Problem, Settings, rule
from .support import is_sensitive

_MODES = {
    "resistance": ("seniors see no use in being taught", "Somebody asks, “What could they teach me?”",
                   "Ask each for three things that they hand to others."),
    "role-reversion": ("the senior of the two leads again", "The mentee has led most of the last two sessions.",
                       "Every agenda names who leads each part."),
    "low-priority": ("sessions are moved for other work", "One session is moved twice.",
                     "All dates are booked in the first session."),
    "poor-match": ("the two do not fit", "Two sessions in a row were of no use.",
                   "Both say yes after a first talk."),
    "no-sponsor": ("nobody at the top stands behind it", "A deputy opens the program.",
                   "Each act of the sponsor has a week in the calendar."),
    "logistics": ("there is no time, room or access", "A mentor asks to meet outside working hours.",
                  "Hours are approved before anybody is asked."),
    "mismanagement": ("trouble stays unanswered", "A question has waited for five working days.",
                      "Two contacts are named, each with days to answer."),
}


@rule(INCOMPLETE, "risks")
def failure_mode_unanswered(program: Program, settings: Settings) -> Iterable[Problem]:
    """One of the seven known reasons why such programs fail is not among the risks.

    Why: Programs fail again and again for the same seven reasons, and each can be seen early and prevented.
    Source: 002
    Ignore: It cannot happen here; say why.
    Bad:
        risks:
        ^^^^^
          - category: resistance
          - category: role-reversion
          - category: low-priority
          - category: poor-match
          - category: no-sponsor
          - category: logistics
    Good:
        risks:
          - category: resistance
          - category: role-reversion
          - category: low-priority
          - category: poor-match
          - category: no-sponsor
          - category: logistics
          - category: mismanagement
    """
    if program.broken("risks") or any(risk.broken("category") for risk in program.risks):
        return
    named = {risk.category for risk in program.risks}
    left = [mode for mode in FAILURE_MODES if mode not in named]
    if len(left) > sum(risk.absent("category") for risk in program.risks):
        for mode in left:
            what, sign, prevention = _MODES[mode]
            yield Problem(program, "risks", f"Nothing is planned for the case that {what}.",
                          f"An early sign: {sign} Add below `risks:` the line `- category: {mode}`, and under it "
                          f"`prevention:` with `- {prevention}`, `response:` and `owner:`.")


@rule(INCOMPLETE, "risks", "kind")
def payback_unanswered(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nothing is planned for the case that a junior mentor is made to pay for an open word.

    Why: The mentor risks a career for candor, and only sees that somebody would act if it is written down.
    Source: hbr-2023, upscend, ismcp
    Ignore: The mentors work in another organization.
    Bad:
        kind: reverse
        risks:
        ^^^^^
          - category: logistics
    Good:
        kind: reverse
        risks:
          - category: retaliation
    Good:
        kind: peer
        risks:
          - category: logistics
    """
    outside = any(role.comes_from == "external" for role in program.roles if role.id == "mentor")
    if program.kind not in ("reverse", "reciprocal") or outside or _covered(program, "retaliation"):
        return
    yield Problem(program, "risks", "Nothing is planned for a mentor who pays for having spoken openly.",
                  "Add below `risks:` the line `- category: retaliation`, and under it `owner: confidential-contact`, "
                  "`prevention:` and `response:`.")


def _covered(program: Program, *categories: str) -> bool:
    """Whether the risks have one of these categories, or may have one that could not be read."""
    return program.broken("risks") or any(r.category in categories or r.broken("category") for r in program.risks)


@rule(INCOMPLETE, "risks")
def mentor_load_unanswered(program: Program, settings: Settings) -> Iterable[Problem]:
    """A sensitive program plans nothing against mentors being used as teachers of their whole group.

    Why: The few people whom everybody asks about their experience are asked once more, beside their work.
    Source: lawcare, leeds
    Ignore: Every mentor has offered this topic and is paid for the hours.
    Bad:
        sensitive: yes
        risks:
        ^^^^^
          - category: logistics
    Good:
        sensitive: yes
        risks:
          - category: mentor-load
    Good:
        topic: technology
        risks:
          - category: logistics
    """
    if is_sensitive(program) and not _covered(program, "mentor-load", "tokenism"):
        yield Problem(program, "risks", "Nothing is planned against mentors having to speak for a whole group.",
                      "Add below `risks:` the line `- category: tokenism` or `- category: mentor-load`, and under it "
                      "`prevention:` with `- Hours for this count as work.`")


@rule(INCOMPLETE, "risks")
def risk_without_owner(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nobody watches a risk.

    Why: Everybody sees the early sign and thinks that somebody else will act.
    Source: 002
    Ignore: Never.
    Bad:
        risks:
          - category: logistics
            risk: A mentor is refused the time.
        #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    Good:
        risks:
          - category: logistics
            risk: A mentor is refused the time.
            owner: program-lead
    """
    for risk in program.risks:
        if risk.absent("owner"):
            yield Problem(risk, "risk" if risk.written("risk") else "category", "Nobody watches this risk.",
                          "Add the role that does: `owner: program-lead`.")


@rule(INCOMPLETE, "risks")
def risk_without_answer(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nothing says how a risk is prevented, or what is done when it happens.

    Why: A risk that is only named is a worry; what helps is what somebody does about it.
    Source: 002
    Ignore: Nothing can be done about it, and everybody knows that.
    Bad:
        risks:
          - category: logistics
            risk: A mentor is refused the time.
        #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            prevention:
              - Hours are approved before anybody is asked.
    Good:
        risks:
          - category: logistics
            risk: A mentor is refused the time.
            prevention:
              - Hours are approved before anybody is asked.
            response: The program lead speaks to the manager within a week.
    """
    for risk in program.risks:
        lack = lacks(risk, (("prevention", "how this is prevented", "prevention:"),
                            ("response", "what is done when it happens", "response:")))
        if lack:
            yield Problem(risk, "risk" if risk.written("risk") else "category", f"Nothing says {lack.says}.",
                          f"Add below it {lack.typed} with a sentence of what somebody does.")


@rule(INCOMPLETE, "risks")
def risk_without_category(program: Program, settings: Settings) -> Iterable[Problem]:
    """A risk does not say which sort it is.

    Why: Sorted by category, a register shows at a glance which of the known causes of failure nobody has thought of.
    Source: 002, practice
    Ignore: Never; `category: other` is a sort as well.
    Bad:
        risks:
          - risk: Sessions are moved for other work.
        #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    Good:
        risks:
          - category: low-priority
            risk: Sessions are moved for other work.
    """
    for risk in program.risks:
        if risk.absent("category"):
            yield Problem(risk, "risk", "Nothing says which sort of risk this is.",
                          "Add `category:` with one of the known reasons, such as low-priority, or `category: other`.")


@rule(ADVICE, "risks")
def risk_without_sign(program: Program, settings: Settings) -> Iterable[Problem]:
    """A risk has no early sign by which somebody would notice it.

    Why: Two sessions moved in a row can be seen months before a pair has ended; the ending cannot be undone.
    Source: 002
    Ignore: It happens without warning.
    Bad:
        risks:
          - category: low-priority
            risk: Sessions are moved for other work.
        #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    Good:
        risks:
          - category: low-priority
            risk: Sessions are moved for other work.
            signs:
              - One session is moved twice.
    """
    for risk in program.risks:
        if risk.absent("signs"):
            sign = _MODES.get(risk.category, ("", "One session is moved twice.", ""))[1]
            yield Problem(risk, "risk" if risk.written("risk") else "category",
                          "Nothing is named by which somebody would notice this early.",
                          f"Add `signs:` and below it something that can be seen, such as `- {sign}`")


@rule(ADVICE, "risks")
def high_risk_one_guard(program: Program, settings: Settings) -> Iterable[Problem]:
    """A risk that is likely and grave has only one prevention.

    Why: When one guard fails, as it will where the risk is likely, there should be a second.
    Source: practice
    Ignore: The one prevention makes it impossible; then say that it is not likely.
    Bad:
        risks:
          - category: low-priority
            likelihood: high
            impact: high
            prevention:
        #   ^^^^^^^^^^
              - All dates are booked in the first session.
    Good:
        risks:
          - category: low-priority
            likelihood: high
            impact: high
            prevention:
              - All dates are booked in the first session.
              - Tasks come from this week's work.
          - category: logistics
            likelihood: high
            impact: medium
            prevention:
              - Hours are approved before anybody is asked.
    """
    for risk in program.risks:
        if risk.likelihood == risk.impact == "high" and len(risk.prevention) == 1:
            yield Problem(risk, "prevention", "This is likely and grave, and only one thing is done to prevent it.",
                          "Add a second line below `prevention:`, or type how likely it is now that the first is done.")
