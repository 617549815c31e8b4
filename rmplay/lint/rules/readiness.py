"""What is found out before the decision to run the program, and how people are found."""

from __future__ import annotations

import math
from collections.abc import Iterable

from ...definition.model import Program
from ...finding import ADVICE, INCOMPLETE, INVALID, Related
from ..lacks import lacks
from ..rule import Problem, Settings, rule


@rule(INVALID, "recruitment.closing_date", "start")
def applications_close_after_start(program: Program, settings: Settings) -> Iterable[Problem]:
    """Applications are taken until a day on which the pairs meet already.

    Why: People who apply on the last day would miss the training and the first session.
    Source: 000, gstt
    Ignore: Never; people who may join at any time need `rolling: yes`.
    Bad:
        start: 2027-01-11
        recruitment:
          closing_date: 2027-02-01
        #               ^^^^^^^^^^
    Good:
        start: 2027-01-11
        recruitment:
          closing_date: 2026-12-04
    """
    recruitment = program.recruitment
    if recruitment.closing_date > program.start and not recruitment.rolling:
        yield Problem(recruitment, "closing_date", f"Applications close after the start on {program.start}.",
                      "Type an earlier day, or `rolling: yes` if people may join while it runs.",
                      (Related(program.at("start"), "the start"),))


@rule(INCOMPLETE, "readiness")
def curiosity_not_asked(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nothing says how people are asked whether they want this, or how many have to.

    Why: A program for people who are not curious costs a year and ends quietly.
    Source: 002
    Ignore: People have asked for it, and you can say who.
    Bad:
        readiness:
          curiosity:
        # ^^^^^^^^^
            method: survey
    Bad:
        readiness:
        ^^^^^^^^^
          pool:
            mentors: 16
    Good:
        readiness:
          curiosity:
            method: survey
            go_at_percent: 40
    """
    readiness = program.readiness
    if readiness.broken("curiosity"):
        return
    lack = lacks(readiness.curiosity, (("method", "how people are asked", "method: survey"),
                                       ("go_at_percent", "how many must be interested", "go_at_percent: 40")))
    if lack:
        yield Problem(readiness, "curiosity", f"Nothing says {lack.says}.", f"Add below `curiosity:` {lack.typed}.")


@rule(INCOMPLETE, "readiness.curiosity")
def survey_without_questions(program: Program, settings: Settings) -> Iterable[Problem]:
    """People are asked by survey, and fewer than three questions are written.

    Why: Whether they would join, as what, and what would stop them are three different questions.
    Source: 002
    Ignore: The survey is written somewhere else; say where.
    Bad:
        readiness:
          curiosity:
            method: survey
            questions:
        #   ^^^^^^^^^
              - Would you join?
    Good:
        readiness:
          curiosity:
            method: survey
            questions:
              - Would you join?
              - As what?
              - What would stop you?
    Good:
        readiness:
          curiosity:
            method: both
        evaluation:
          instruments:
            - title: Would you join?
              when: curiosity
              questions:
                - text: Would you join?
    """
    curiosity = program.readiness.curiosity
    sheet = any(i.when == "curiosity" for i in program.evaluation.instruments) if program.evaluation else False
    if curiosity.method in ("survey", "both") and not sheet and not curiosity.broken("questions"):
        if len(curiosity.questions) < settings.limits.least_curiosity_questions:
            key = "questions" if curiosity.questions else "method"
            yield Problem(curiosity, key, f"A survey needs more than {len(curiosity.questions) or 'no'} questions."
                          if len(curiosity.questions) != 1 else "A survey needs more than one question.",
                          "Ask below `questions:` at least `- Would you join?`, `- As what?` and "
                          "`- What would stop you?`")


@rule(INCOMPLETE, "readiness.pool.mentors", "size.pairs_min")
def pool_too_small(program: Program, settings: Settings) -> Iterable[Problem]:
    """There are too few possible mentors for the smallest number of pairs and somebody in reserve.

    Why: Too few people with the skill is a known end of programs, and without a reserve no pair can be changed.
    Source: 002, dhsc
    Ignore: More mentors are coming, and you know who.
    Bad:
        size:
          pairs_min: 20
        readiness:
          pool:
            mentors: 15
        #            ^^
    Good:
        size:
          pairs_min: 20
        readiness:
          pool:
            mentors: 24
            reserve_mentors: 4
    Good:
        size:
          pairs_min: 20
        readiness:
          pool:
            mentors: 12
        matching:
          max_pairs_per_mentor: 2
    """
    pool, pairs = program.readiness.pool, program.size.pairs_min
    each = program.matching and program.matching.max_pairs_per_mentor or 1
    spare = max(pool.reserve_mentors or 0, math.ceil(pairs / each * settings.limits.reserve_share))
    needed = math.ceil(pairs / each) + spare
    if pool.mentors < needed:
        yield Problem(pool, "mentors", f"{pool.mentors} mentors are too few for {pairs} pairs and {spare} in reserve.",
                      f"Find {needed - pool.mentors} more, or lower `pairs_min:` until they are enough.",
                      (Related(program.size.at("pairs_min"), "the smallest number of pairs"),))


@rule(INCOMPLETE, "recruitment")
def invitation_one_sided(program: Program, settings: Settings) -> Iterable[Problem]:
    """People who are asked to join are not told both what they gain and what it costs.

    Why: People who hear only of the gain leave when it costs an evening; those who hear only of the cost never come.
    Source: eepm
    Ignore: Everybody is told in person.
    Bad:
        recruitment:
          message:
        # ^^^^^^^
            benefits:
              - You meet a head of department every month.
    Bad:
        recruitment:
        ^^^^^^^^^^^
          rolling: yes
    Good:
        recruitment:
          message:
            benefits:
              - You meet a head of department every month.
            demands:
              - Three hours a month for four months, in working time.
    """
    recruitment = program.recruitment
    lack = lacks(recruitment.message, (("benefits", "what there is to gain", "benefits:"),
                                       ("demands", "what it costs", "demands:")))
    if lack and not recruitment.broken("message"):
        yield Problem(recruitment, "message", f"People who are asked to join do not read {lack.says}.",
                      f"Add below `message:` {lack.typed} with one line or more, such as hours a month.")


@rule(INCOMPLETE, "recruitment")
def no_closing_date(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nothing says until when people can apply.

    Why: Without a last day the invitation waits on desks, and matching starts with half of the people.
    Source: practice
    Ignore: People are asked one by one.
    Bad:
        recruitment:
        ^^^^^^^^^^^
          channels:
            - Staff news
    Good:
        recruitment:
          closing_date: 2026-12-11
    Good:
        recruitment:
          closing_week: -4
    Good:
        recruitment:
          rolling: yes
    """
    recruitment = program.recruitment
    open_end = recruitment.absent("closing_date") and recruitment.absent("closing_week")
    if open_end and not recruitment.rolling and not recruitment.broken("rolling"):
        yield Problem(recruitment, "closing_date", "Nothing says until when people can apply.",
                      "Add `closing_date:` and the day, `closing_week: -4` for four weeks before the start, or "
                      "`rolling: yes` if people may join at any time.")


@rule(INCOMPLETE, "recruitment")
def not_voluntary(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nothing says that everybody may say no, or people have to take part.

    Why: It is not for everybody, and a mentor who was told to come is not a safe mentor.
    Source: 002, ismcp, lawcare
    Ignore: The program is a part of a job that people have applied for.
    Bad:
        voluntary: no
        #          ^^
        recruitment:
          rolling: yes
    Bad:
        recruitment:
        ^^^^^^^^^^^
          rolling: yes
    Good:
        voluntary: yes
        recruitment:
          rolling: yes
    """
    if program.voluntary is False:
        yield Problem(program, "voluntary", "People are made to take part.", "Type `voluntary: yes`, and mean it.")
    elif program.absent("voluntary"):
        yield Problem(program, "voluntary", "Nothing says that everybody may say no.",
                      "Add near the top of the file: `voluntary: yes`.", span=program.recruitment.nearest())


@rule(ADVICE, "readiness.curiosity")
def no_plan_for_low_interest(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nothing says what is done when too few people are interested.

    Why: A cool answer often means that people were told too little, and then one more talk changes it.
    Source: 002
    Ignore: Then it does not take place, and everybody knows that.
    Bad:
        readiness:
          curiosity:
        # ^^^^^^^^^
            go_at_percent: 40
    Good:
        readiness:
          curiosity:
            go_at_percent: 40
            if_low: Show one open session, and ask again after four weeks.
    """
    curiosity = program.readiness.curiosity
    if curiosity.absent("if_low"):
        at = f"fewer than {curiosity.go_at_percent} percent" if curiosity.go_at_percent else "too few people"
        yield Problem(curiosity, "if_low", f"Nothing says what is done when {at} are interested.",
                      "Add `if_low: Show one open session, and ask again after four weeks.`")


@rule(ADVICE, "readiness.pool.skills")
def skill_in_short_supply(program: Program, settings: Settings) -> Iterable[Problem]:
    """More people want to learn a skill than there are people who can teach it.

    Why: Some of those who signed up for the skill will get a mentor who does not have it.
    Source: 000, 002
    Ignore: One mentor teaches several people at once.
    Bad:
        readiness:
          pool:
            skills:
              - skill: Live dashboards
                people: 2
        #               ^
                wanted_by: 9
    Good:
        readiness:
          pool:
            skills:
              - skill: Live dashboards
                people: 10
                wanted_by: 9
    """
    for entry in program.readiness.pool.skills:
        if entry.people is not None and (entry.wanted_by or 0) > entry.people:
            yield Problem(entry, "people", f"{entry.people} can teach this, and {entry.wanted_by} want to learn it.",
                          f"Find {entry.wanted_by - entry.people} more mentors, or tell some mentees to wait.")


@rule(ADVICE, "fit")
def fit_without_limits(program: Program, settings: Settings) -> Iterable[Problem]:
    """It is said what the program is good for, and not what it is not for.

    Why: It is not for everybody or for every problem, and people who are sent elsewhere in time are not disappointed.
    Source: 001, 002
    Ignore: The limits stand in the summary.
    Bad:
        fit:
        ^^^
          good_when:
            - Leaders decide about tools that they have never opened.
    Good:
        fit:
          good_when:
            - Leaders decide about tools that they have never opened.
          not_for:
            - One how-to question. Ask the service line.
    """
    if program.fit.absent("not_for"):
        yield Problem(program.fit, "not_for", "Nothing says what this program is not for.",
                      "Add `not_for:` and below it `- One how-to question. Ask a colleague.` or the like.")


@rule(ADVICE, "size.pairs_max", "version")
def large_first_round(program: Program, settings: Settings) -> Iterable[Problem]:
    """The first version of a program starts with more than thirty pairs and is no pilot.

    Why: Public programs began small and mended what they had got wrong before they grew.
    Source: 003, chronus, leeds
    Ignore: The program has run elsewhere in the organization.
    Bad:
        version: "1"
        format: cohort
        size:
          pairs_max: 120
        #            ^^^
    Good:
        version: "1"
        format: pilot
        size:
          pairs_max: 120
    Good:
        version: "2"
        format: cohort
        size:
          pairs_max: 120
    """
    limits = settings.limits
    first = program.version.split(".")[0].strip() in ("0", "1")
    pilot = program.format == "pilot" or program.broken("format")
    if first and program.size.pairs_max > limits.pairs_of_a_pilot and not pilot:
        yield Problem(program.size, "pairs_max", f"{program.size.pairs_max} pairs are many for a first version.",
                      f"Start with `format: pilot` and `pairs_max: 12`, or {limits.pairs_of_a_pilot} at most.")
