"""What is true at the end, and how anybody would know."""

from __future__ import annotations

from collections.abc import Iterable

from ...definition.model import Goal, Instrument, Measure, Program
from ...definition.schedule import meetings
from ...finding import ADVICE, INCOMPLETE, Related
from ..rule import Problem, Settings, rule
from ..sentences import counted, listed

_PARTS_OF_A_MEASURE = {"name": "`name: Tasks done without help`", "target": "`target: 4`", "unit": "`unit: of 5 tasks`",
                       "due_week": "`due_week: {week}`"}
_SOFT = ("activity", "reaction")
_LATE = ("midpoint", "end", "follow-up")


@rule(INCOMPLETE, "goals")
def goal_without_statement(program: Program, settings: Settings) -> Iterable[Problem]:
    """A goal does not say what is true at the end.

    Why: A goal of which only the name is known means something else to everybody.
    Source: 000, 002
    Ignore: Never; write the sentence or delete the goal.
    Bad:
        goals:
          - id: do-it-alone
        #   ^^
            for:
              - mentee
    Good:
        goals:
          - id: do-it-alone
            statement: Each mentee can do five agreed tasks without help.
    """
    for goal in program.goals:
        if goal.absent("statement"):
            yield Problem(goal, "statement", "This goal does not say what is true at the end.",
                          "Add one sentence: `statement: Each mentee can ... without help.`")


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


@rule(INCOMPLETE, "goals")
def unfinished_measure(program: Program, settings: Settings) -> Iterable[Problem]:
    """A measure lacks its name, the value to reach, its unit or its week.

    Why: A number without a target or a date can be neither met nor missed.
    Source: sourcegraph, portsmouth, smart
    Ignore: The target is set together with the first pairs; write who sets it, and when.
    Bad:
        goals:
          - statement: Mentors speak with ease to senior people.
            measures:
              - name: Confidence of the mentors
        #       ^^^^
                target: 4
    Good:
        goals:
          - statement: Mentors speak with ease to senior people.
            measures:
              - name: Confidence of the mentors
                target: 4
                unit: on a scale of 1 to 5
                due_week: 26
    """
    for measure in measures_of(program):
        lacking = [key for key in _PARTS_OF_A_MEASURE if measure.absent(key)]
        if lacking:
            typed = listed(_PARTS_OF_A_MEASURE[key].format(week=_last_week(program)) for key in lacking)
            yield Problem(measure, lacking[0], f"This measure has no {listed((f'`{k}`' for k in lacking), 'or')}.",
                          f"Add {typed}, with your own values.")


@rule(ADVICE, "goals", "cadence.length_weeks")
def measure_due_too_late(program: Program, settings: Settings) -> Iterable[Problem]:
    """A goal is to be reached more than a year after the program has ended.

    Why: By then people have other tasks, the records are deleted, and nobody can say what the program had to do with it.
    Source: practice
    Ignore: The organization follows its people for years, such as in a study of careers.
    Bad:
        cadence:
          length_weeks: 16
        goals:
          - statement: Each mentee can do five agreed tasks without help.
            measures:
              - name: Tasks done without help
                due_week: 99
        #                 ^^
    Good:
        cadence:
          length_weeks: 16
        goals:
          - statement: Each mentee can do five agreed tasks without help.
            measures:
              - name: Tasks done without help
                due_week: 16
              - name: Tasks still done without help
                due_week: 28
    """
    length = program.cadence.length_weeks
    for measure in measures_of(program):
        if measure.due_week is not None and measure.due_week > length + settings.limits.latest_measure_weeks:
            yield Problem(measure, "due_week", f"Week {measure.due_week} is {measure.due_week - length} weeks after the end of "
                          f"a program of {counted(length, 'week')}.",
                          f"Type `due_week: {length}` for what is reached at the end, or a week within a year after it.",
                          (Related(program.cadence.at("length_weeks"), "the length of the program"),))


def _last_week(program: Program) -> int:
    weeks = [meeting.week for meeting in meetings(program) if meeting.week is not None]
    length = program.cadence.length_weeks if program.cadence else None
    return length or max(weeks, default=0) or 26


def measures_of(program: Program) -> list[Measure]:
    """What the goals are measured by."""
    return [measure for goal in program.goals for measure in goal.measures]


@rule(INCOMPLETE, "goals")
def measure_without_baseline(program: Program, settings: Settings) -> Iterable[Problem]:
    """A measure of learning, behavior or results has no value from before the start.

    Why: Change cannot be shown when nobody knows where people began.
    Source: bizfluent, guider, leeds
    Ignore: The number can only exist once the program runs.
    Bad:
        goals:
          - statement: Each mentee can do five agreed tasks without help.
            measures:
              - name: Tasks done without help
        #       ^^^^
                level: learning
                target: 4
    Good:
        goals:
          - statement: Each mentee can do five agreed tasks without help.
            measures:
              - name: Tasks done without help
                level: learning
                baseline: 1
                target: 4
    Good:
        goals:
          - statement: Pairs keep their dates.
            measures:
              - name: Sessions held
                level: activity
                target: 6
    """
    for goal in program.goals:
        for measure in goal.measures:
            if measure.absent("baseline") and measure.absent("baseline_from") and measure.level not in _SOFT:
                hint = " If it counts what was done, type `level: activity`." if measure.absent("level") else ""
                yield Problem(measure, "baseline", "Nothing says what this number is before the start.",
                              _baseline_remedy(program, goal) + hint)


def _baseline_remedy(program: Program, goal: Goal) -> str:
    first = [i for i in _instruments(program).values() if i.when == "baseline"]
    asking = [i for i in first if any(q.goal == goal.id for q in i.questions)] or first
    source = f"`baseline_from: {asking[0].id}`" if asking else "`baseline_from:` with the id of a start questionnaire"
    return f"Add {source}, or `baseline: 0` with the value of today."


def _instruments(program: Program) -> dict[str, Instrument]:
    found = program.evaluation.instruments if program.evaluation else ()
    return {instrument.id: instrument for instrument in found}


@rule(INCOMPLETE, "goals", "evaluation.instruments")
def late_baseline(program: Program, settings: Settings) -> Iterable[Problem]:
    """The value from before the start is asked for when the program is under way.

    Why: After some sessions people no longer remember where they began, and the change looks smaller or larger.
    Source: bizfluent, guider, leeds
    Ignore: The questionnaire asks people on purpose to think back.
    Bad:
        goals:
          - statement: Each mentee can do five agreed tasks without help.
            measures:
              - name: Tasks done without help
                baseline_from: end-form
        #                      ^^^^^^^^
        evaluation:
          instruments:
            - id: end-form
              title: How it went
              when: end
    Good:
        goals:
          - statement: Each mentee can do five agreed tasks without help.
            measures:
              - name: Tasks done without help
                baseline_from: start-form
                instrument: end-form
        evaluation:
          instruments:
            - id: start-form
              title: Where you stand
              when: baseline
            - id: end-form
              title: How it went
              when: end
    """
    instruments = _instruments(program)
    early = [i.id for i in instruments.values() if i.when == "baseline"]
    for measure in measures_of(program):
        instrument = instruments.get(measure.baseline_from)
        if instrument and instrument.when in _LATE:
            remedy = f"Type `baseline_from: {early[0]}`." if early else \
                "Write an instrument with `when: baseline`, and type its id here."
            yield Problem(measure, "baseline_from", f"{instrument.id} is not asked before the start.", remedy,
                          (Related(instrument.at("when"), f"it is asked at: {instrument.when}"),))


@rule(INCOMPLETE, "goals")
def goals_for_one_side(program: Program, settings: Settings) -> Iterable[Problem]:
    """No goal says that the mentor gains, or none says that the mentee does.

    Why: Both sides of a reverse pair learn, and the side for which nothing is planned stops coming first.
    Source: 000, 002, 003, 004, murphy, browne
    Ignore: The gain of the other side is the goal of another program.
    Bad:
        kind: reverse
        goals:
        ^^^^^
          - statement: Each mentee can do five agreed tasks without help.
            for:
              - mentee
    Good:
        kind: reverse
        goals:
          - statement: Each mentee can do five agreed tasks without help.
            for:
              - mentee
          - statement: Mentors can explain a technical subject to a senior person.
            for:
              - mentor
    Good:
        kind: reciprocal
        goals:
          - statement: Both know how a decision looks from the other's chair.
            for:
              - pair
    """
    if program.kind == "traditional" or program.broken("kind") or any(goal.broken("for") for goal in program.goals):
        return
    gaining = {who for goal in program.goals for who in goal.for_}
    for side in ("mentor", "mentee"):
        if not gaining & {side, "pair"}:
            yield Problem(program, "goals", f"No goal says that the {side} gains something.",
                          f"Add `for:` and below it `- {side}` to the goal that serves the {side}, or write one.")


@rule(INCOMPLETE, "goals", "sessions")
def goal_without_session(program: Program, settings: Settings) -> Iterable[Problem]:
    """A goal is served by no session between the first and the last.

    Why: What the pair never meets about will be true at the end only by chance.
    Source: 002, 004
    Ignore: The goal is reached outside the sessions.
    Bad:
        goals:
          - id: do-it-alone
            statement: Each mentee can do five agreed tasks without help.
          - id: lead-upward
            statement: Mentors can explain a technical subject to a senior person.
        #              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        sessions:
          - title: Agree how we work
          - title: Your hands, my patience
            goals:
              - do-it-alone
          - title: Look back
    Bad:
        goals:
          - id: do-it-alone
            statement: Each mentee can do five agreed tasks without help.
        sessions:
        ^^^^^^^^
          - title: Agree how we work
          - title: Your hands, my patience
          - title: Look back
    Good:
        goals:
          - id: do-it-alone
            statement: Each mentee can do five agreed tasks without help.
          - id: papers
            statement: Spending papers rest on use.
            for:
              - organization
        sessions:
          - title: Agree how we work
          - title: Your hands, my patience
            goals:
              - do-it-alone
          - title: Look back
    """
    working = [m.session for m in meetings(program) if m.phase in ("working", "midpoint")]
    named = {name for session in program.sessions for name in session.goals}
    unsure = any(session.broken("goals") for session in program.sessions) or named - {g.id for g in program.goals}
    if unsure or not working:
        return
    if not named:
        yield Problem(program, "sessions", "No session says which goal it serves.",
                      f"Add to each working session `goals:` and below it `- {program.goals[0].id}`, or another goal.")
        return
    served = {name for session in working for name in session.goals}
    for goal in program.goals:
        if goal.id not in served and goal.for_ != ("organization",):
            first = f"Type `id: {goal.id}` here, and add" if goal.absent("id") else "Add"
            yield Problem(goal, "statement", "No working session serves this goal.",
                          f"{first} `- {goal.id}` under `goals:` of the session in which the pair works on it.")


@rule(INCOMPLETE, "goals", "evaluation.instruments")
def goal_without_question(program: Program, settings: Settings) -> Iterable[Problem]:
    """A measure names an instrument of which no question is about its goal.

    Why: The results come in, and nobody can tell which answer speaks for which goal.
    Source: 002
    Ignore: The instrument counts something by itself, without a question.
    Bad:
        goals:
          - id: do-it-alone
            statement: Each mentee can do five agreed tasks without help.
            measures:
              - name: Tasks done without help
                instrument: end-form
        #                   ^^^^^^^^
        evaluation:
          instruments:
            - id: end-form
              title: How it went
              questions:
                - text: Did you enjoy it?
    Good:
        goals:
          - id: do-it-alone
            statement: Each mentee can do five agreed tasks without help.
            measures:
              - name: Tasks done without help
                instrument: end-form
        evaluation:
          instruments:
            - id: end-form
              title: How it went
              questions:
                - text: How many of the five tasks do you do alone?
                  goal: do-it-alone
    """
    instruments = _instruments(program)
    for goal in program.goals:
        for measure in goal.measures:
            for key in ("baseline_from", "instrument"):
                instrument = instruments.get(getattr(measure, key))
                if instrument and instrument.questions and not _asks_for(instrument, goal, program):
                    yield Problem(measure, key, f"No question of {instrument.id} is about this goal.",
                                  f"Add `goal: {goal.id}` below the question of {instrument.id} that measures it.",
                                  (Related(instrument.at("questions"), "its questions"),))


def _asks_for(instrument: Instrument, goal: Goal, program: Program) -> bool:
    """Whether a question is about the goal, or about something that nobody can identify."""
    known = {other.id for other in program.goals}
    return any(question.goal == goal.id or question.goal and question.goal not in known or question.broken("goal")
               for question in instrument.questions)


@rule(ADVICE, "goals")
def too_many_goals(program: Program, settings: Settings) -> Iterable[Problem]:
    """There are more goals than a pair can pursue.

    Why: A pair meets six to twelve times; what comes sixth on the list is not pursued.
    Source: sourcegraph
    Ignore: Each pair chooses a few of the goals.
    Bad:
        goals:
        ^^^^^
          - statement: Mentees write posts.
          - statement: Mentees read dashboards.
          - statement: Mentees check what an assistant wrote.
          - statement: Mentees run meetings with shared notes.
          - statement: Mentors speak up.
          - statement: Mentors know how money is spent.
    Good:
        goals:
          - statement: Mentees do five digital tasks alone.
          - statement: Mentors speak up.
    """
    limits = settings.limits
    if len(program.goals) > limits.most_goals:
        yield Problem(program, "goals", f"There are {len(program.goals)} goals; pairs seldom pursue more than "
                      f"{limits.most_goals}.", f"Keep the {limits.most_goals} that matter most, or join goals that belong "
                      "together.")


@rule(ADVICE, "goals")
def only_activity_measured(program: Program, settings: Settings) -> Iterable[Problem]:
    """Every measure counts what was done or liked; none shows what changed.

    Why: Meetings that were held and enjoyed are no sign yet that anybody learned or did something new.
    Source: kirk, trends
    Ignore: The program only tries out whether pairs meet at all.
    Bad:
        goals:
        ^^^^^
          - statement: Pairs meet and talk.
            measures:
              - name: Sessions held
                level: activity
    Good:
        goals:
          - statement: Mentees use the tools for real work.
            measures:
              - name: Sessions held
                level: activity
              - name: Weeks with use, among the last four
                level: behavior
    """
    levels = [measure.level for measure in measures_of(program)]
    if levels and all(level in _SOFT for level in levels):
        yield Problem(program, "goals", "All measures count what was done or liked; none shows what changed.",
                      "Add a measure with `level: learning`, `level: behavior` or `level: result`.")


@rule(ADVICE, "goals")
def goals_without_driver(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nothing says which aim of the organization the goals serve.

    Why: A sponsor defends a program that serves an aim of the house, and forgets one that does not.
    Source: ismcp
    Ignore: The program stands by itself and asks nobody for hours.
    Bad:
        goals:
        ^^^^^
          - statement: Each mentee can do five agreed tasks without help.
    Good:
        driver: Spending on digital tools is decided by people who have used them.
        goals:
          - statement: Each mentee can do five agreed tasks without help.
    """
    if program.absent("driver") and all(goal.absent("driver") for goal in program.goals):
        yield Problem(program, "goals", "Nothing says which aim of the organization these goals serve.",
                      "Add one line above the goals: `driver: ...`, or one to each goal.")
