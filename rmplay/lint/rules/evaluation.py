"""How we know whether it worked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...definition.model import PAIR, Instrument, Measure, Program, Question, Scale
from ...finding import ADVICE, INCOMPLETE, INVALID, Related
from ..lacks import lacks, misspelt
from ..rule import Problem, Settings, rule
from ..sentences import listed
from ..texts import said

_ORDER = ("baseline", "midpoint", "end", "follow-up")
_CALLED = {"baseline": "at the start", "midpoint": "halfway", "end": "at the end", "follow-up": "after the end"}
_LEVELS = {"reaction": "whether people were content", "learning": "what they can do now",
           "behavior": "what they do differently"}


def _all(program: Program, when: str = "", role: str = "") -> list[Instrument]:
    """The instruments of one time and one role, in order."""
    found = program.evaluation.instruments if program.evaluation else ()
    return [i for i in found if (not when or i.when == when) and (not role or role in i.for_)]


def _measures(program: Program) -> list[Measure]:
    return [measure for goal in program.goals for measure in goal.measures]


@rule(INVALID, "evaluation.instruments")
def scale_backwards(program: Program, settings: Settings) -> Iterable[Problem]:
    """A scale ends at or below the number with which it begins.

    Why: The row of numbers could not be printed, or people would tick the wrong end.
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
    for scale in _scales(program):
        if scale.min is not None and scale.max is not None and scale.min >= scale.max:
            low, high = min(scale.min, scale.max), max(scale.min, scale.max)
            high = high if high > low else low + 4
            yield Problem(scale, "min", f"A row of numbers cannot run from {scale.min} to {scale.max}.",
                          f"Type `min: {low}` and `max: {high}`, and say with `low:` and `high:` which end is good.",
                          (Related(scale.at("max"), "the highest number"),))


def _scales(program: Program) -> list[Scale]:
    """Every scale that is written, of a question or of a whole sheet."""
    return [entry.scale for i in _all(program) for entry in (i, *i.questions) if entry.scale]


def _questions(program: Program) -> list[Question]:
    return [question for instrument in _all(program) for question in instrument.questions]


@rule(INVALID, "evaluation.instruments")
def evaluation_out_of_order(program: Program, settings: Settings) -> Iterable[Problem]:
    """The same people are asked about the end before the midpoint, or about the start after it.

    Why: What is called the start would be measured when the work is done, and no change could be shown.
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
    dated = [i for i in _all(program) if i.week is not None and i.when in _ORDER]
    for sheet in dated:
        later = next((i for i in dated if _ORDER.index(sheet.when) < _ORDER.index(i.when) and i.week < sheet.week
                      and set(i.for_) & set(sheet.for_)), None)
        if later:
            yield Problem(sheet, "week", f"Week {sheet.week} is no longer {_CALLED[sheet.when]}: what is asked "
                          f"{_CALLED[later.when]} comes in week {later.week}.",
                          f"Type `week: {later.week}` or an earlier one here, or mend `when:`.",
                          (Related(later.at("week"), _CALLED[later.when]),))


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
    missing = [when for when in wanted if not _all(program, when)]
    if missing:
        when = listed([_CALLED[when] for when in missing], "or")
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
    final = _all(program, "end")
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
    questions = _questions(program)
    if not questions or any(q.broken("level") for q in questions):
        return
    asked = {q.level for q in questions} | {m.level for m in _measures(program) if m.data_source}
    lacking = [level for level in _LEVELS if level not in asked]
    if lacking:
        asks = listed([_LEVELS[level] for level in lacking], "or")
        lines = listed([f"`level: {level}`" for level in lacking], "or")
        yield Problem(program.evaluation, "instruments", f"No question asks {asks}.",
                      f"Add a question with {lines}, or add that line to one that asks it already.")


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
        before, after = _all(program, "baseline", role), _all(program, "end", role)
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
        elif first.type == "scale" and _ends(old) and _ends(new) and _ends(old) != _ends(new):
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
        first = {q.id: (i, q) for i in _all(program, "baseline", role) for q in i.questions if q.written("id")}
        for sheet in _all(program, "end", role) + _all(program, "follow-up", role):
            for question in sheet.questions:
                if question.id in first and question.written("id"):
                    yield *first[question.id], sheet, question


def _ends(scale: Scale | None) -> tuple[int, int] | None:
    return (scale.min, scale.max) if scale and scale.min is not None and scale.max is not None else None


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
    for question in _questions(program):
        if question.absent("type"):
            if question.absent("scale") and question.absent("options"):
                yield Problem(question, "text", "Nothing says how this is answered.",
                              "Add `type: scale`, `type: yes-no`, `type: choice`, `type: number` or `type: text`.")
        elif question.type == "choice" and len(question.options) < 2 and not question.broken("options"):
            yield Problem(question, "options" if question.options else "type", "There are no answers to choose from.",
                          "Add `options:` and below it two answers or more, each on a line with a dash.")
    for sheet in _all(program):
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
    for scale in _scales(program):
        lack = lacks(scale, (("min", "its lowest number", "min: 1"), ("max", "its highest number", "max: 5"),
                             ("low", "what the lowest number means", "low: Not at all"),
                             ("high", "what the highest number means", "high: Fully")))
        if lack:
            yield Problem(scale, lack.keys[0], f"This scale does not say {lack.says}.",
                          f"Add below `scale:` {lack.typed}.")


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
    for measure in _measures(program):
        if measure.absent("instrument") and measure.absent("data_source"):
            sheet = next((i.id for i in _all(program, "end") if i.written("id")), "...")
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
    for instrument in _all(program, "follow-up"):
        if instrument.week is not None and instrument.week < length + limits.weeks_to_follow_up:
            yield Problem(instrument, "week", f"Week {instrument.week} is too soon to see what lasts: the program has "
                          f"{length} weeks.", f"Type `week: {length + limits.weeks_to_follow_up}` or a later one.",
                          (Related(program.cadence.at("length_weeks"), "the length of the program"),))


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
    for instrument in _all(program):
        scales = [entry.scale for entry in (instrument, *instrument.questions) if entry.scale]
        first, *others = [scale for scale in scales if _ends(scale)] or [None]
        for scale in others:
            if _ends(scale) != _ends(first):
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
    for instrument in _all(program):
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
        sheets = [i for i in _all(program, when) if i.questions]
        types = {q.type for i in sheets for q in i.questions}
        if sheets and "text" not in types and None not in types:
            yield Problem(sheets[-1], "questions", f"Nobody can answer in their own words {_CALLED[when]}.",
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
    for prose, match in said(program, "keep-or-rise"):
        measure = prose.record
        if isinstance(measure, Measure) and prose.key == "name" and measure.level == "result":
            if measure.absent("compare_with") and measure.absent("caution"):
                yield Problem(measure, "name", "This number alone does not show that the program did it.",
                              "Add `compare_with: The same grade last year`, or `caution: Volunteers differ.`")
