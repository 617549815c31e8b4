"""What the results rest on, what they decide, and who hears of them."""

from __future__ import annotations

from collections.abc import Iterable

from ....definition.model import PAIR, Measure, Program
from ....finding import ADVICE, INCOMPLETE
from ...lacks import lacks, misspelt
from ...rule import Problem, Settings, rule
from ...sentences import listed
from ...texts import said
from ..goals import measures_of
from .sheets import sheets_of


@rule(INCOMPLETE, "goals")
def measure_without_source(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nothing says where the number of a measure comes from.

    Why: A number that nobody asks for is not there when the sponsor wants to see it.
    Source: ismcp
    Ignore: Never.
    Bad:
        goals:
          - statement: Each mentee can do five tasks without help.
            measures:
              - name: Tasks done without help
        #             ^^^^^^^^^^^^^^^^^^^^^^^
                target: 4
    Good:
        goals:
          - statement: Each mentee can do five tasks without help.
            measures:
              - name: Tasks done without help
                instrument: task-try
              - name: Posts by heads of department
                data_source: Staff news, counted by the program lead
    """
    for measure in measures_of(program):
        if measure.absent("instrument") and measure.absent("data_source"):
            sheet = next((i.id for i in sheets_of(program, "end") if i.written("id")), "...")
            yield Problem(measure, "name", "Nothing says where this number comes from.",
                          f"Add `instrument: {sheet}` if that sheet asks for it, or `data_source:` with who counts it.")


@rule(INCOMPLETE, "evaluation")
def nothing_decided(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nothing is decided with the results.

    Why: Answers from which nothing follows are a waste of everybody's time, and people notice.
    Source: 000, 002, gitlab
    Ignore: It runs only once, and nothing can follow.
    Bad:
        evaluation:
        ^^^^^^^^^^
          checklist:
            - Every sheet went out in its week.
    Good:
        evaluation:
          decisions:
            - question: Do we run the program again?
              by: sponsor
              week: 18
              rule: Yes, if seven of ten pairs finish.
    """
    if program.evaluation.absent("decisions"):
        yield Problem(program.evaluation, "decisions", "Nothing is decided with the results.",
                      "Add `decisions:` and below it `- question: Do we run it again?` with `by: sponsor`, `week:` and "
                      "`rule:`.")


@rule(INCOMPLETE, "evaluation.decisions")
def decision_without_rule(program: Program, settings: Settings) -> Iterable[Problem]:
    """For a decision nothing says who makes it, when, or by what result.

    Why: A rule that is written down before cannot be bent to the wish of the day.
    Source: 002, gitlab
    Ignore: Somebody outside the program decides.
    Bad:
        evaluation:
          decisions:
            - question: Do we run the program again?
        #               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              by: sponsor
    Good:
        evaluation:
          decisions:
            - question: Do we run the program again?
              by: sponsor
              week: 18
              rule: Yes, if seven of ten pairs finish.
    """
    for decision in program.evaluation.decisions:
        lack = lacks(decision, (("question", "what is decided", "question: ..."), ("by", "who decides", "by: sponsor"),
                                ("week", "when", "week: 18"),
                                ("rule", "which result means yes", "rule: Yes, if seven of ten pairs finish.")))
        if lack:
            yield Problem(decision, "question", f"For this decision nothing says {lack.says}.",
                          f"Add below it {lack.typed}.")


@rule(ADVICE, "evaluation.instruments")
def results_not_shared(program: Program, settings: Settings) -> Iterable[Problem]:
    """The people who answered do not hear what came out.

    Why: People who answer and never hear what came of it are silent the next time.
    Source: 000, unsw
    Ignore: So few have answered that everybody would know who said what.
    Bad:
        evaluation:
        ^^^^^^^^^^
          instruments:
            - title: At the end
              when: end
    Bad:
        evaluation:
          instruments:
            - title: At the end
              when: end
          share_back:
            with:
        #   ^^^^
              - sponsor
    Good:
        evaluation:
          instruments:
            - title: At the end
              when: end
          share_back:
            week: 19
            with:
              - mentor
              - mentee
    """
    evaluation, share = program.evaluation, program.evaluation.share_back
    if evaluation.absent("share_back"):
        yield Problem(evaluation, "share_back", "People who answer never hear what came out.",
                      "Add `share_back:` and below it `week:`, `text:`, and `with:` with `- mentor` and `- mentee`.")
    elif share and not share.broken("with"):
        left = [role for role in PAIR if role not in share.with_]
        if left and not misspelt(share.with_):
            yield Problem(share, "with", f"The {listed(left, 'or')} does not hear what came out.",
                          f"Add below `with:` {listed([f'`- {role}`' for role in left])}.")


@rule(ADVICE, "goals")
def comparison_without_caution(program: Program, settings: Settings) -> Iterable[Problem]:
    """A measure of who stays or rises names no group for comparison and no caution.

    Why: People who volunteer stay and rise more often anyway, so the bare number would claim too much.
    Source: trends, practice
    Ignore: Everybody took part, and nobody is left to compare with.
    Bad:
        goals:
          - statement: Mentors stay with us.
            measures:
              - name: Retention of mentors after a year
        #             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                level: result
    Good:
        goals:
          - statement: Mentors stay with us.
            measures:
              - name: Retention of mentors after a year
                level: result
                compare_with: The same grade last year
    """
    for prose, _ in said(program, "keep-or-rise"):
        measure = prose.record
        named = isinstance(measure, Measure) and prose.key == "name" and measure.level == "result"
        if named and measure.absent("compare_with") and measure.absent("caution"):
            yield Problem(measure, "name", "This number alone does not show that the program did it.",
                          "Add `compare_with: The same grade last year`, or `caution: Volunteers differ.`")
