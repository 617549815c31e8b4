"""Who does what, and what is not theirs."""

from __future__ import annotations

from collections.abc import Iterable

from ...definition.model import PAIR, ROLES, Program, Role
from ...definition.schedule import meetings, planned_hours
from ...finding import ADVICE, INCOMPLETE, INVALID, Related
from ..lacks import plain
from ..rule import Problem, Settings, rule
from ..sentences import counted, listed, phrases
from ..texts import said

_NEEDED = {
    "mentor": "Add below `roles:` a line `mentor:` and below it `responsibilities:`.",
    "mentee": "Add below `roles:` a line `mentee:` and below it `responsibilities:`.",
    "program-lead": "Add `program-lead:`, the role that runs it, and below it `responsibilities:`.",
    "sponsor": "Add `sponsor:`, the role that stands behind it, and below it `responsibilities:`.",
}
_DUTIES = {
    "mentor": "`- Plan each session around one piece of real work.`",
    "mentee": "`- Try the task before the session, and note where you stopped.`",
    "sponsor": "`- Open and close the program in person.`",
    "program-lead": "`- Answer every question within two working days.`",
    "line-manager": "`- Release three hours a month.`",
}
_RANKS = {"mentor": "`grade: 3`, or in words `seniority: Team member`",
          "mentee": "`grade: 6`, or in words `seniority: Head of department`"}
_TERMS = ("intellectual-property", "non-disclosure")
_LIMITS = {"mentor": "`- Doing the mentee's work.`", "mentee": "`- Rating the mentor's work for anybody.`"}
_GAINS = {"mentor": "`- Practice in explaining technical work to a senior person.`",
          "mentee": "`- Five tasks that you no longer hand to somebody else.`"}


def _roles(program: Program) -> dict[str, Role]:
    return {role.id: role for role in program.roles}


def _pair(program: Program) -> list[Role]:
    return [role for role in program.roles if role.id in PAIR]


def role_that_helps(program: Program) -> str:
    """The role to name in a remedy as the one that helps: one that the program has, if there is any."""
    here = _roles(program)
    return next((name for name in ("program-lead", "learning-team", "confidential-contact") if name in here),
                "program-lead")


@rule(INVALID, "kind", "roles")
def wrong_way_round(program: Program, settings: Settings) -> Iterable[Problem]:
    """The grades say that mentor and mentee stand the other way round than the kind of the program says.

    Why: In reverse mentoring the junior person is the mentor; a guide that mixes this up confuses everybody.
    Source: 001, 002, 003
    Ignore: Never.
    Bad:
        kind: reverse
        roles:
          mentor:
            grade: 5
        #          ^
          mentee:
            grade: 2
    Bad:
        kind: traditional
        roles:
          mentor:
            grade: 2
        #          ^
          mentee:
            grade: 5
    Good:
        kind: reverse
        roles:
          mentor:
            grade: 2
          mentee:
            grade: 5
    """
    mentor, mentee = (_roles(program).get(name) for name in PAIR)
    if not (mentor and mentee and mentor.grade and mentee.grade):
        return
    low, high, kind = mentor.grade, mentee.grade, program.kind
    if kind == "reverse" and low >= high or kind == "traditional" and low < high:
        should = "lower" if kind == "reverse" else "higher"
        yield Problem(mentor, "grade", f"In {kind} mentoring the mentor's grade is {should}; here it is {low}, the "
                      f"mentee's {high}.", _turned(kind, low, high),
                      (Related(mentee.at("grade"), "the mentee's grade"), Related(program.at("kind"), "the kind")))


def _turned(kind: str, mentor: int, mentee: int) -> str:
    if mentor == mentee:
        return f"Type the lower grade of the mentors here, such as `grade: {max(mentor - 1, 1)}`, or type `kind: peer`."
    other = "traditional" if kind == "reverse" else "reverse"
    return f"Swap them: `grade: {mentee}` for the mentor, `grade: {mentor}` for the mentee. Or type `kind: {other}`."


@rule(INCOMPLETE, "roles")
def missing_role(program: Program, settings: Settings) -> Iterable[Problem]:
    """Mentor, mentee, program lead or sponsor is not among the roles.

    Why: The pair has to know who is who, who runs the program, and who stands behind it when time is short.
    Source: 000, 002, ismcp
    Ignore: The role stands in another document that every participant has.
    Bad:
        roles:
        ^^^^^
          mentor:
            title: Mentor
          mentee:
            title: Mentee
          sponsor:
            title: Sponsor
    Good:
        roles:
          mentor:
            title: Mentor
          mentee:
            title: Mentee
          sponsor:
            title: Sponsor
          program-lead:
            title: Program lead
    """
    node = program.origin.node.entry("roles").value
    names = {entry.key.text for entry in node.entries}
    if any(name not in ROLES and not name.startswith("x-") for name in names):
        return
    for name, remedy in _NEEDED.items():
        if name not in names:
            yield Problem(program, "roles", f"The {name.replace('-', ' ')} is not among the roles.", remedy)


@rule(INCOMPLETE, "kind", "roles")
def role_without_rank(program: Program, settings: Settings) -> Iterable[Problem]:
    """In reverse mentoring nothing says how senior the mentor or the mentee is.

    Why: Readers who are new to the idea take it for granted that the senior person is the mentor.
    Source: 002
    Ignore: The organization has no grades, and the summary says who teaches whom.
    Bad:
        kind: reverse
        roles:
          mentor:
        # ^^^^^^
            title: Mentor
          mentee:
            grade: 6
    Good:
        kind: reverse
        roles:
          mentor:
            seniority: Team member
          mentee:
            grade: 6
    """
    for role in _pair(program):
        if program.kind == "reverse" and role.absent("grade") and role.absent("seniority"):
            yield Problem(role, "grade", f"Nothing says how senior the {role.id} is.",
                          f"Add below it {_RANKS[role.id]}.")


@rule(INCOMPLETE, "roles")
def role_without_duties(program: Program, settings: Settings) -> Iterable[Problem]:
    """A role has no responsibilities, or the mentor or mentee has fewer than three.

    Why: People say yes to a part when they can read what it asks of them.
    Source: 000
    Ignore: What the role does stands in another document that its holder has.
    Bad:
        roles:
          mentor:
            responsibilities:
        #   ^^^^^^^^^^^^^^^^
              - Mentor the mentee.
          sponsor:
        # ^^^^^^^
            title: Sponsor
    Good:
        roles:
          mentor:
            responsibilities:
              - Plan each session around one piece of real work.
              - Show a step once. Then let the mentee do it.
              - Watch the clock.
          sponsor:
            responsibilities:
              - Open and close the program in person.
    """
    for role in program.roles:
        have, least = len(role.responsibilities), settings.limits.fewest_duties if role.id in PAIR else 1
        if have < least and not role.broken("responsibilities"):
            message = f"{counted(have, 'responsibility does', 'responsibilities do')} not describe what the " \
                f"{plain(role.id)} does." if have else f"Nothing says what the {plain(role.id)} does."
            start = "Add below `responsibilities:`" if have else "Add `responsibilities:` and below it"
            yield Problem(role, "responsibilities", message, f"{start} {counted(least - have, 'line')} or more, "
                          f"such as {_DUTIES.get(role.id, '`- Listen in confidence.`')}")


@rule(INCOMPLETE, "roles")
def role_without_hours(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nothing says how many hours the sponsor, the program lead or a line manager gives.

    Why: People keep a promise of time that they could put into their calendars before they made it.
    Source: 000, 002, eepm
    Ignore: The role is somebody's whole job.
    Bad:
        roles:
          sponsor:
        # ^^^^^^^
            title: Sponsor
    Good:
        roles:
          sponsor:
            title: Sponsor
            hours_total: 4
          mentor:
            title: Mentor
    """
    for role in program.roles:
        if role.id in ("sponsor", "program-lead", "line-manager") and role.absent("hours_total"):
            yield Problem(role, "hours_total", f"Nothing says how many hours the {plain(role.id)} gives.",
                          "Add below it the hours over the whole program, such as `hours_total: 4`.")


@rule(INCOMPLETE, "roles")
def unclear_mentor_selection(program: Program, settings: Settings) -> Iterable[Problem]:
    """Mentors are chosen by fewer than three criteria, or by none that is about a skill.

    Why: A mentor is chosen for what they know and how they explain it; without criteria, for who is free.
    Source: 000, 002
    Ignore: Everybody who applies becomes a mentor.
    Bad:
        roles:
          mentor:
        # ^^^^^^
            title: Mentor
    Bad:
        roles:
          mentor:
            selection:
              criteria:
        #     ^^^^^^^^
                - type: attitude
                  text: Likes to teach.
                - type: communication
                  text: Explains a step so that a newcomer can repeat it.
                - type: availability
                  text: Can give three hours a month.
    Good:
        roles:
          mentor:
            selection:
              criteria:
                - type: skill
                  text: Uses the dashboard each working day.
                - type: communication
                  text: Explains a step so that a newcomer can repeat it.
                - type: attitude
                  text: Likes to teach.
    """
    mentor = _roles(program).get("mentor")
    chosen = mentor.selection if mentor else None
    if mentor is None or mentor.broken("selection") or chosen and chosen.broken("criteria"):
        return
    if chosen is None or chosen.absent("criteria"):
        yield Problem(chosen or mentor, "criteria" if chosen else "selection", "Nothing says how mentors are chosen.",
                      "Add `selection:`, below it `criteria:`, and below that `- type: skill` with `text: ...`.")
    elif len(chosen.criteria) < settings.limits.fewest_criteria:
        yield Problem(chosen, "criteria", f"{counted(len(chosen.criteria), 'criterion is', 'criteria are')} not enough "
                      "to choose mentors by.", "Name a skill, a way of explaining and an attitude: `- type: skill`, "
                      "`- type: communication`, `- type: attitude`.")
    elif not any(c.type == "skill" or c.broken("type") for c in chosen.criteria):
        yield Problem(chosen, "criteria", "None of these criteria is about what a mentor can do.",
                      "Add `- type: skill` with `text: ...`, or type `type: skill` where one is meant.")


@rule(INCOMPLETE, "roles")
def mentee_without_need(program: Program, settings: Settings) -> Iterable[Problem]:
    """Mentees are chosen without asking what they need to learn.

    Why: Somebody who is sent, and needs nothing, is the first to cancel.
    Source: 002, 004
    Ignore: The matching form asks every mentee for the need.
    Bad:
        roles:
          mentee:
            selection:
              criteria:
        #     ^^^^^^^^
                - type: availability
                  text: Is a director.
    Good:
        roles:
          mentee:
            selection:
              criteria:
                - type: need
                  text: Approves spending on a tool that they have never used.
    """
    mentee = _roles(program).get("mentee")
    if mentee is None or mentee.broken("selection"):
        return
    chosen = mentee.selection
    criteria = chosen.criteria if chosen else ()
    if not any(c.type == "need" or c.broken("type") for c in criteria) and not (chosen and chosen.broken("criteria")):
        yield Problem(chosen or mentee, "criteria" if chosen else "selection",
                      "Nothing says what a mentee has to need in order to be chosen.",
                      "Add `selection:`, below it `criteria:`, and below that `- type: need` with `text: ...`.")


@rule(INCOMPLETE, "roles")
def unprotected_time(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nobody has agreed that mentors may use working hours.

    Why: A junior person cannot keep the hour free when nobody told the line manager.
    Source: 002
    Ignore: Mentors decide about their own hours.
    Bad:
        roles:
          mentor:
        # ^^^^^^
            title: Mentor
          mentee:
            title: Mentee
    Good:
        roles:
          mentor:
            title: Mentor
          line-manager:
            responsibilities:
              - Release three hours a month.
    Good:
        roles:
          mentor:
            title: Mentor
          sponsor:
            title: Sponsor
        governance:
          time_allowance:
            hours_per_month: 3
            approved_by: sponsor
    """
    mentor = _roles(program).get("mentor")
    if mentor and mentor.comes_from != "external" and "line-manager" not in _roles(program) and \
            program.absent("governance"):
        yield Problem(mentor, "hours_total", "Nobody has agreed that mentors may use working hours for this.",
                      "Add a role `line-manager:` with `responsibilities:` and `- Release three hours a month.`")


@rule(INCOMPLETE, "roles")
def outsiders_without_terms(program: Program, settings: Settings) -> Iterable[Problem]:
    """People from outside take part, and nobody says what belongs to whom and who answers for them.

    Why: People of two organizations tell each other things that neither wants to read elsewhere.
    Source: 001, 004
    Ignore: A contract between the two organizations says it.
    Bad:
        roles:
          mentor:
            comes_from: external
        #               ^^^^^^^^
        agreement:
          terms:
            - text: Each keeps what is theirs.
              tag: intellectual-property
    Good:
        roles:
          mentor:
            comes_from: external
          partner-contact:
            title: Partner contact
        agreement:
          terms:
            - text: Each keeps what is theirs.
              tag: intellectual-property
            - text: Neither passes on what the other's firm has not published.
              tag: non-disclosure
    """
    outside = [role for role in _pair(program) if role.comes_from in ("external", "mixed")]
    lacking = ["the role `partner-contact:`"] if "partner-contact" not in _roles(program) else []
    terms = program.agreement.terms if program.agreement else ()
    if terms and not any(term.absent("tag") or term.broken("tag") for term in terms):
        lacking += [f"a term of the agreement with `tag: {tag}`" for tag in _TERMS if tag not in {t.tag for t in terms}]
    if outside and lacking:
        yield Problem(outside[0], "comes_from", f"The {outside[0].id} comes from outside, and the terms for that are "
                      "not complete.", f"Add {listed(lacking)}.")


@rule(ADVICE, "roles")
def role_without_limits(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nothing says what is not the mentor's or the mentee's task.

    Why: Without a limit, mentors end up repairing laptops and mentees giving career advice.
    Source: ismcp, sourcegraph
    Ignore: The agreement says it.
    Bad:
        roles:
          mentor:
        # ^^^^^^
            title: Mentor
    Good:
        roles:
          mentor:
            not_responsible_for:
              - Repairing faults.
    """
    for role in _pair(program):
        if role.absent("not_responsible_for"):
            yield Problem(role, "not_responsible_for", f"Nothing says what is not the {role.id}'s task.",
                          f"Add `not_responsible_for:` and below it lines such as {_LIMITS[role.id]}")


@rule(ADVICE, "roles")
def hours_do_not_add_up(program: Program, settings: Settings) -> Iterable[Problem]:
    """The hours stated for the mentor or the mentee are far from what sessions and training take.

    Why: Somebody who was promised half of the real hours feels misled by the fourth week.
    Source: 002, outreachy
    Ignore: The hours include work that stands nowhere in the definition.
    Bad:
        cadence:
          every_weeks: 4
          minutes: 60
        roles:
          mentee:
            hours_total: 1
        #                ^
        sessions:
          - title: Agree how we work
          - title: Your hands, my patience
          - title: Look back
    Good:
        cadence:
          every_weeks: 4
          minutes: 60
        roles:
          mentee:
            hours_total: 6
        sessions:
          - title: Agree how we work
          - title: Your hands, my patience
          - title: Look back
    """
    held = meetings(program)
    if not held or any(meeting.minutes is None for meeting in held):
        return
    for role in _pair(program):
        adds_up = planned_hours(program, role.id)
        if role.hours_total is not None and adds_up and _far(program, role.hours_total, adds_up, settings):
            yield Problem(role, "hours_total", f"The hours stated are {role.hours_total:g}; what is planned adds up to "
                          f"{adds_up:g}.", f"Type `hours_total: {adds_up:g}`, or delete the line: it is counted.")


def _far(program: Program, stated: float, adds_up: float, settings: Settings) -> bool:
    """Whether the two differ by much. More than is planned may be the time between sessions, where nobody says it."""
    if stated > adds_up and (program.cadence is None or program.cadence.absent("between_minutes")):
        return False
    return abs(stated - adds_up) > settings.limits.hours_off * adds_up


@rule(ADVICE, "roles")
def role_without_benefit(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nothing says what the mentor or the mentee gets out of it.

    Why: Busy people say yes to something that gives them something, too.
    Source: 000, 002, 003, 004
    Ignore: The invitation says it.
    Bad:
        roles:
          mentor:
        # ^^^^^^
            title: Mentor
    Good:
        roles:
          mentor:
            benefits:
              - Practice in leading a conversation with a senior person.
    """
    for role in _pair(program):
        if role.absent("benefits"):
            yield Problem(role, "benefits", f"Nothing says what the {role.id} gets out of it.",
                          f"Add `benefits:` and below it lines such as {_GAINS[role.id]}")


@rule(ADVICE)
def overpromised_benefit(program: Program, settings: Settings) -> Iterable[Problem]:
    """A benefit promises what no program can promise.

    Why: What was promised and did not come is told longer than what was learned.
    Source: 002, practice
    Ignore: The organization does guarantee it, in writing.
    Bad:
        roles:
          mentor:
            benefits:
              - Guaranteed promotion within a year.
        #       ^^^^^^^^^^^^^^^^^^^^
    Good:
        roles:
          mentor:
            benefits:
              - Regular time with a senior leader. Nobody is guaranteed to rise by it.
    """
    for prose, match in said(program, "promise"):
        if prose.key == "benefits" and not phrases(program, "denial").search(prose.text, 0, match.start()):
            yield Problem(prose.record, "benefits", f'"{match.group()}" promises what nobody here can keep.',
                          "Say what people will do or meet, such as: Regular time with a senior leader.",
                          span=prose.part(*match.span()))
