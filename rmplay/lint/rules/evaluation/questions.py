"""The questions of a sheet: how they are answered, and what they leave open."""

from __future__ import annotations

from collections.abc import Iterable

from ....definition.model import Program, Question
from ....finding import ADVICE, INCOMPLETE, Related
from ...lacks import lacks
from ...rule import Problem, Settings, rule
from ...texts import said
from .comparison import ends_of
from .sheets import CALLED, questions_of, scales_of, scales_on, sheets_of


@rule(INCOMPLETE, "evaluation.instruments")
def question_without_answers(program: Program, settings: Settings) -> Iterable[Problem]:
    """On paper a question has nothing to tick or to write on.

    Why: A sheet is filled in with a pen, and what is not printed cannot be marked.
    Source: practice
    Ignore: It is asked aloud, and somebody else writes.
    Bad:
        evaluation:
          instruments:
            - title: At the end
              questions:
                - text: I can post without help.
        #               ^^^^^^^^^^^^^^^^^^^^^^^^
                - text: In which role would you take part?
                  type: choice
        #               ^^^^^^
                - text: My mentor came prepared.
                  type: scale
        #               ^^^^^
    Good:
        evaluation:
          instruments:
            - title: At the end
              questions:
                - text: What should we change?
                  type: text
                - text: Would you take part?
                  type: choice
                  options:
                    - "Yes"
                    - Perhaps
    """
    for question in questions_of(program):
        if question.absent("type"):
            if question.absent("scale") and question.absent("options"):
                yield Problem(question, "text", "Nothing says how this is answered.",
                              "Add `type: scale`, `type: yes-no`, `type: choice`, `type: number` or `type: text`.")
        elif question.type == "choice" and len(question.options) < 2 and not question.broken("options"):
            yield Problem(question, "options" if question.options else "type", "There are no answers to choose from.",
                          "Add `options:` and below it two answers or more, each on a line with a dash.")
    for sheet in sheets_of(program):
        bare = [q for q in sheet.questions if q.type == "scale" and q.absent("scale")] if sheet.absent("scale") else []
        if bare:
            yield Problem(bare[0], "type", "The row of numbers is missing.", "Add to the sheet, once for all its "
                          "questions, `scale:` with `min: 1`, `max: 5`, `low: Not at all` and `high: Fully`.")


@rule(INCOMPLETE, "evaluation.instruments")
def scale_without_labels(program: Program, settings: Settings) -> Iterable[Problem]:
    """A scale does not say from what to what it runs, or what its two ends mean.

    Why: Without words at both ends some people take 1 for the best, as in school.
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
        #         ^^^^^
                    min: 1
                    max: 5
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
                    low: Not at all
                    high: Fully
    """
    for scale in scales_of(program):
        lack = lacks(scale, (("min", "its lowest number", "min: 1"), ("max", "its highest number", "max: 5"),
                             ("low", "what the lowest number means", "low: Not at all"),
                             ("high", "what the highest number means", "high: Fully")))
        if lack:
            yield Problem(scale, lack.keys[0], f"This scale does not say {lack.says}.",
                          f"Add below `scale:` {lack.typed}.")


@rule(ADVICE, "evaluation.instruments")
def scales_mixed(program: Program, settings: Settings) -> Iterable[Problem]:
    """One sheet has scales of different lengths.

    Why: After four rows of five, people tick the fifth number of a row of ten as well.
    Source: practice
    Ignore: The question comes from a known questionnaire and must not be changed.
    Bad:
        evaluation:
          instruments:
            - title: At the end
              questions:
                - text: I can post without help.
                  scale:
                    min: 1
                    max: 5
                - text: I would do it again.
                  scale:
                    min: 0
                    max: 10
        #                ^^
    Good:
        evaluation:
          instruments:
            - title: At the start
              questions:
                - text: I can post without help.
                  scale:
                    min: 1
                    max: 5
            - title: At the end
              questions:
                - text: I would do it again.
                  scale:
                    min: 0
                    max: 10
    """
    for instrument in sheets_of(program):
        first, *others = [scale for scale in scales_on(instrument) if ends_of(scale)] or [None]
        for scale in others:
            if ends_of(scale) != ends_of(first):
                yield Problem(scale, "max", f"This runs from {scale.min} to {scale.max}, others on the sheet from "
                              f"{first.min} to {first.max}.", f"Type `min: {first.min}` and `max: {first.max}`.",
                              (Related(first.at("max"), "the first scale of the sheet"),))


@rule(ADVICE, "evaluation.instruments")
def questionnaire_too_long(program: Program, settings: Settings) -> Iterable[Problem]:
    """A sheet has more than fifteen questions and takes more than ten minutes.

    Why: People who have to leave in five minutes answer the first page and guess the second.
    Source: unsw
    Ignore: Time for it is part of a session.
    Bad:
        evaluation:
          instruments:
            - title: At the end
              minutes: 30
              questions:
        #     ^^^^^^^^^
                - text: 1
                - text: 2
                - text: 3
                - text: 4
                - text: 5
                - text: 6
                - text: 7
                - text: 8
                - text: 9
                - text: 10
                - text: 11
                - text: 12
                - text: 13
                - text: 14
                - text: 15
                - text: 16
    Good:
        evaluation:
          instruments:
            - title: Task sheet, with a try of each task
              minutes: 30
              questions:
                - text: Find a dashboard.
    """
    limits = settings.limits
    for instrument in sheets_of(program):
        count, minutes = len(instrument.questions), instrument.minutes
        if count > limits.most_questions and (minutes is None or minutes > limits.long_answer_minutes):
            yield Problem(instrument, "questions", f"{count} questions are more than people answer with care.",
                          f"Take out {count - limits.most_questions} whose answers would change nothing that you "
                          "decide.")


@rule(ADVICE, "evaluation.instruments")
def no_open_question(program: Program, settings: Settings) -> Iterable[Problem]:
    """Halfway or at the end nobody can say anything in their own words.

    Why: Numbers show that something is wrong; only a sentence shows what.
    Source: unsw
    Ignore: Somebody talks to everybody at that time.
    Bad:
        evaluation:
          instruments:
            - title: At the end
              when: end
              questions:
        #     ^^^^^^^^^
                - text: I can post without help.
                  type: scale
    Good:
        evaluation:
          instruments:
            - title: Task sheet
              when: end
              questions:
                - text: How many tasks were done alone?
                  type: number
            - title: At the end
              when: end
              questions:
                - text: What should we change?
                  type: text
    """
    for when in ("midpoint", "end"):
        sheets = [i for i in sheets_of(program, when) if i.questions]
        types = {q.type for i in sheets for q in i.questions}
        if sheets and "text" not in types and None not in types:
            yield Problem(sheets[-1], "questions", f"Nobody can answer in their own words {CALLED[when]}.",
                          "Add below `questions:` one with `text: What should we change?` and `type: text`.")


@rule(ADVICE, "evaluation.instruments")
def leading_question(program: Program, settings: Settings) -> Iterable[Problem]:
    """A question puts the answer into people's mouths.

    Why: It flatters the program, and you learn nothing from the answers.
    Source: practice
    Ignore: It is quoted from another questionnaire.
    Bad:
        evaluation:
          instruments:
            - title: At the end
              questions:
                - text: How much did you enjoy the sessions?
        #               ^^^^^^^^^^^^^^^^^^^^^^
    Good:
        evaluation:
          instruments:
            - title: At the end
              questions:
                - text: How useful were the sessions to your work?
    """
    for prose, match in said(program, "leading"):
        if isinstance(prose.record, Question) and prose.key == "text":
            yield Problem(prose.record, "text", f'"{match[0]}" tells people what to answer.',
                          "Ask so that a bad answer is as easy as a good one: `How useful was it to your work?`",
                          span=prose.part(match.start(), match.end()))
