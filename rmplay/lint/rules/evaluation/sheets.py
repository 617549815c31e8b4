"""The sheets: who is asked, when, and on which scale."""

from __future__ import annotations

from collections.abc import Iterable

from ....definition.model import PAIR, Instrument, Program, Question, Scale
from ....finding import ADVICE, INCOMPLETE, INVALID, Related
from ...lacks import misspelt
from ...rule import Problem, Settings, rule
from ...sentences import listed
from ..goals import measures_of

_ORDER = ("baseline", "midpoint", "end", "follow-up")
CALLED = {"baseline": "at the start", "midpoint": "halfway", "end": "at the end", "follow-up": "after the end"}
_LEVELS = {"reaction": "whether people were content", "learning": "what they can do now",
           "behavior": "what they do differently"}


def sheets_of(program: Program, when: str = "", role: str = "") -> list[Instrument]:
    """The instruments of one time and one role, in order."""
    found = program.evaluation.instruments if program.evaluation else ()
    return [i for i in found if (not when or i.when == when) and (not role or role in i.for_)]


def questions_of(program: Program) -> list[Question]:
    """The questions of all sheets."""
    return [question for sheet in sheets_of(program) for question in sheet.questions]


def scales_of(program: Program) -> list[Scale]:
    """The scales of all sheets."""
    return [scale for sheet in sheets_of(program) for scale in scales_on(sheet)]


def scales_on(sheet: Instrument) -> list[Scale]:
    """The scales of a sheet: its own, and those of its questions."""
    return [entry.scale for entry in (sheet, *sheet.questions) if entry.scale]


@rule(INVALID, "evaluation.instruments")
def scale_backwards(program: Program, settings: Settings) -> Iterable[Problem]:
    """A scale ends at or below the number with which it begins.

    Why: The row of numbers could not be printed, or people would tick the wrong end.
    Source: practice
    Ignore: Never.
    Bad:
        evaluation:
          instruments:
            - title: At the end
              questions:
                - text: I can post without help.
                  type: scale
                  scale:
                    min: 5
        #                ^
                    max: 1
    Good:
        evaluation:
          instruments:
            - title: At the end
              questions:
                - text: I can post without help.
                  type: scale
                  scale:
                    min: 1
                    max: 5
    """
    for scale in scales_of(program):
        if scale.min is not None and scale.max is not None and scale.min >= scale.max:
            low, high = min(scale.min, scale.max), max(scale.min, scale.max)
            high = high if high > low else low + 4
            yield Problem(scale, "min", f"A row of numbers cannot run from {scale.min} to {scale.max}.",
                          f"Type `min: {low}` and `max: {high}`, and say with `low:` and `high:` which end is good.",
                          (Related(scale.at("max"), "the highest number"),))


@rule(INVALID, "evaluation.instruments")
def evaluation_out_of_order(program: Program, settings: Settings) -> Iterable[Problem]:
    """The same people are asked about the end before the midpoint, or about the start after it.

    Why: What is called the start would be measured when the work is done, and no change could be shown.
    Source: 002, together-survey
    Ignore: Never.
    Bad:
        evaluation:
          instruments:
            - title: At the start
              when: baseline
              week: 9
        #           ^
              for:
                - mentee
            - title: Halfway
              when: midpoint
              week: 7
              for:
                - mentee
    Good:
        evaluation:
          instruments:
            - title: At the start
              when: baseline
              week: 0
              for:
                - mentee
            - title: Halfway
              when: midpoint
              week: 7
              for:
                - mentee
    Good:
        evaluation:
          instruments:
            - title: What the sponsor has seen
              when: end
              week: 30
              for:
                - sponsor
            - title: Three months on
              when: follow-up
              week: 28
              for:
                - mentee
    """
    dated = [i for i in sheets_of(program) if i.week is not None and i.when in _ORDER]
    for sheet in dated:
        later = next((i for i in dated if _ORDER.index(sheet.when) < _ORDER.index(i.when) and i.week < sheet.week
                      and set(i.for_) & set(sheet.for_)), None)
        if later:
            yield Problem(sheet, "week", f"Week {sheet.week} is no longer {CALLED[sheet.when]}: what is asked "
                          f"{CALLED[later.when]} comes in week {later.week}.",
                          f"Type `week: {later.week}` or an earlier one here, or mend `when:`.",
                          (Related(later.at("week"), CALLED[later.when]),))


@rule(INCOMPLETE, "evaluation")
def evaluation_point_missing(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nobody is asked at the start, halfway or at the end.

    Why: Change shows between start and end, and only what is found out halfway can still be mended.
    Source: 002, together-survey
    Ignore: The program is over in four sessions or fewer, and has no halfway.
    Bad:
        evaluation:
          instruments:
        # ^^^^^^^^^^^
            - title: At the end
              when: end
    Good:
        evaluation:
          instruments:
            - title: At the start
              when: baseline
            - title: Halfway
              when: midpoint
            - title: At the end
              when: end
    Good:
        sessions:
          - title: Agree one thing each
          - title: Show it
          - title: Alone, and thanks
        evaluation:
          instruments:
            - title: At the start
              when: baseline
            - title: At the end
              when: end
    """
    evaluation = program.evaluation
    if evaluation.broken("instruments") or any(i.broken("when") for i in evaluation.instruments):
        return
    short = 0 < len(program.sessions) <= settings.limits.sessions_without_midpoint
    wanted = [when for when in _ORDER[:3] if when != "midpoint" or not short]
    missing = [when for when in wanted if not sheets_of(program, when)]
    if missing:
        when = listed([CALLED[when] for when in missing], "or")
        yield Problem(evaluation, "instruments", f"Nobody is asked {when}.",
                      f"Add below `instruments:` {listed([f'one with `when: {when}`' for when in missing])}.")


@rule(INCOMPLETE, "evaluation.instruments")
def one_side_not_asked(program: Program, settings: Settings) -> Iterable[Problem]:
    """At the end only one of the two is asked how it was.

    Why: What one side found a success the other may have suffered.
    Source: 000, unsw
    Ignore: The other side is asked in a conversation.
    Bad:
        evaluation:
          instruments:
            - title: At the end
              when: end
              for:
        #     ^^^
                - mentee
    Good:
        evaluation:
          instruments:
            - title: At the end
              when: end
              for:
                - mentee
                - mentor
    """
    final = sheets_of(program, "end")
    asked = {role for instrument in final for role in instrument.for_}
    lacking = [role for role in PAIR if role not in asked]
    if final and lacking and all(i.for_ for i in final) and not misspelt(asked):
        yield Problem(final[0], "for", f"Nobody asks the {listed(lacking, 'or')} at the end.",
                      f"Add below `for:` {listed([f'`- {role}`' for role in lacking])}, or write a sheet of their own.")


@rule(INCOMPLETE, "evaluation.instruments")
def level_not_asked(program: Program, settings: Settings) -> Iterable[Problem]:
    """No question finds out whether people were content, what they can do, or what they do differently.

    Why: People can enjoy every session and change nothing, so to ask only whether they liked it proves little.
    Source: kirk, unsw
    Ignore: Another number tells you, such as one from the system.
    Bad:
        evaluation:
          instruments:
        # ^^^^^^^^^^^
            - title: At the end
              questions:
                - text: The sessions were useful to me.
                  level: reaction
    Good:
        evaluation:
          instruments:
            - title: At the end
              questions:
                - text: The sessions were useful to me.
                  level: reaction
                - text: I can post without help.
                  level: learning
                - text: In how many of the last four weeks did you post?
                  level: behavior
    """
    questions = questions_of(program)
    if not questions or any(q.broken("level") for q in questions):
        return
    asked = {q.level for q in questions} | {m.level for m in measures_of(program) if m.data_source}
    lacking = [level for level in _LEVELS if level not in asked]
    if lacking:
        asks = listed([_LEVELS[level] for level in lacking], "or")
        lines = listed([f"`level: {level}`" for level in lacking], "or")
        yield Problem(program.evaluation, "instruments", f"No question asks {asks}.",
                      f"Add a question with {lines}, or add that line to one that asks it already.")


@rule(ADVICE, "evaluation.instruments", "cadence.length_weeks")
def follow_up_too_soon(program: Program, settings: Settings) -> Iterable[Problem]:
    """The question of what has lasted is asked less than eight weeks after the end.

    Why: What people still do after two months they do by habit; before that they do it because they were asked.
    Source: kirk
    Ignore: People leave the organization soon after the end.
    Bad:
        cadence:
          length_weeks: 16
        evaluation:
          instruments:
            - title: What has lasted
              when: follow-up
              week: 18
        #           ^^
    Good:
        cadence:
          length_weeks: 16
        evaluation:
          instruments:
            - title: What has lasted
              when: follow-up
              week: 28
    """
    limits = settings.limits
    length = program.cadence.length_weeks
    for instrument in sheets_of(program, "follow-up"):
        if instrument.week is not None and instrument.week < length + limits.weeks_to_follow_up:
            yield Problem(instrument, "week", f"Week {instrument.week} is too soon to see what lasts: the program has "
                          f"{length} weeks.", f"Type `week: {length + limits.weeks_to_follow_up}` or a later one.",
                          (Related(program.cadence.at("length_weeks"), "the length of the program"),))
