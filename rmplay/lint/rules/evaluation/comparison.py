"""What is asked at the start and again later, so that a change can be shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ....definition.model import PAIR, Instrument, Program, Question, Scale
from ....finding import INCOMPLETE, Related
from ...rule import Problem, Settings, rule
from .sheets import sheets_of


@rule(INCOMPLETE, "evaluation.instruments")
def nothing_to_compare(program: Program, settings: Settings) -> Iterable[Problem]:
    """Less than half of what people have learned is asked in the same question at the start and at the end.

    Why: That somebody rates a skill 4 at the end says nothing unless the same question was asked before.
    Source: bizfluent, leeds
    Ignore: The skill was unknown to everybody at the start.
    Bad:
        evaluation:
          instruments:
            - title: At the start
              when: baseline
              for:
                - mentee
              questions:
                - id: hope
                  text: What do you hope to take away?
                  type: text
            - title: At the end
              when: end
              for:
                - mentee
              questions:
                - id: post
                  text: I can post without help.
        #               ^^^^^^^^^^^^^^^^^^^^^^^^
                  type: scale
                  level: learning
    Good:
        evaluation:
          instruments:
            - title: At the start
              when: baseline
              for:
                - mentee
              questions:
                - id: post
                  text: I can post without help.
                  type: scale
            - title: At the end
              when: end
              for:
                - mentee
              questions:
                - id: post
                  text: I can post without help.
                  type: scale
                  level: learning
    """
    limits = settings.limits
    told: set[int] = set()
    for role in PAIR:
        before, after = sheets_of(program, "baseline", role), sheets_of(program, "end", role)
        first = [q for i in before for q in i.questions]
        learned = [q for i in after for q in i.questions if q.level == "learning" and q.type in ("scale", "number")]
        new = [q for q in learned if q.id not in {q.id for q in first}]
        if not first or any(q.broken("id") for q in first + learned) or (
                len(new) <= len(learned) * limits.share_asked_twice):
            continue
        if id(new[0]) not in told:
            told.add(id(new[0]))
            yield Problem(new[0], "text", "This is not asked at the start, so no change can be shown.",
                          "Ask it with the same `id:` and the same words in the sheet for the start.",
                          (Related(before[0].nearest(), "the sheet for the start"),))


@rule(INCOMPLETE, "evaluation.instruments")
def question_reworded(program: Program, settings: Settings) -> Iterable[Problem]:
    """A question has the same id at the start and later, and other words or another scale.

    Why: People answer the words they read, so two wordings give two numbers that cannot be compared.
    Source: practice
    Ignore: Never; give the new question an id of its own.
    Bad:
        evaluation:
          instruments:
            - title: At the start
              when: baseline
              for:
                - mentee
              questions:
                - id: post
                  text: I can post without help.
            - title: At the end
              when: end
              for:
                - mentee
              questions:
                - id: post
                  text: I post confidently.
        #               ^^^^^^^^^^^^^^^^^^^
    Good:
        evaluation:
          instruments:
            - title: At the start
              when: baseline
              for:
                - mentee
              questions:
                - id: post
                  text: I can post without help.
            - title: At the end, mentors
              when: end
              for:
                - mentor
              questions:
                - id: post
                  text: My mentee can post without help.
    """
    told: set[int] = set()
    for before, first, sheet, second in _asked_twice(program):
        old, new = first.scale or before.scale, second.scale or sheet.scale
        if first.text and second.text and first.text.split() != second.text.split():
            place, earlier, key = second, first, "text"
        elif first.type and second.type and first.type != second.type:
            place, earlier, key = second, first, "type"
        elif first.type == "scale" and ends_of(old) and ends_of(new) and ends_of(old) != ends_of(new):
            place, earlier, key = new, old, "max" if old.max != new.max else "min"
        else:
            continue
        if id(place) not in told:
            told.add(id(place))
            how = "asked in other words" if key == "text" else "answered in another way"
            yield Problem(place, key, f'"{second.id}" is {how} than at the start.',
                          "Copy it from the sheet for the start, or give the question another `id:`.",
                          (Related(earlier.at(key), "at the start"),))


def _asked_twice(program: Program) -> Iterator[tuple[Instrument, Question, Instrument, Question]]:
    """Questions of the start that the same people are asked again later, each with its sheet."""
    for role in PAIR:
        first = {q.id: (i, q) for i in sheets_of(program, "baseline", role) for q in i.questions if q.written("id")}
        for sheet in sheets_of(program, "end", role) + sheets_of(program, "follow-up", role):
            for question in sheet.questions:
                if question.id in first and question.written("id"):
                    yield *first[question.id], sheet, question


def ends_of(scale: Scale | None) -> tuple[int, int] | None:
    """The two numbers between which a scale runs; None if one of them is not known."""
    return (scale.min, scale.max) if scale and scale.min is not None and scale.max is not None else None
