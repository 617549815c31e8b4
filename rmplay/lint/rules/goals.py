"""What is true at the end, and how anybody would know."""

from __future__ import annotations

from collections.abc import Iterable

from ...definition.model import Program
from ...finding import INCOMPLETE
from ..rule import Problem, Settings, rule


@rule(INCOMPLETE, "goals")
def goal_without_measure(program: Program, settings: Settings) -> Iterable[Problem]:
    """A goal has no measure.

    Why: A program is judged at its end against the goals of its start; without a measure nobody can say.
    Source: 002, guider
    Ignore: Another program measures the same goal for the same people.
    Bad:
        goals:
          - statement: Mentees know our tools better
        #              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    Good:
        goals:
          - statement: Each mentee can do five agreed tasks without help.
            measures:
              - name: Tasks done without help
                target: 4
                unit: of 5 tasks
    """
    for goal in program.goals:
        if goal.absent("measures"):
            yield Problem(goal, "statement", "This goal has nothing by which it is measured.",
                          "Add below it `measures:` and `- name: ...` with `target:`, `unit:` and `due_week:`.")
