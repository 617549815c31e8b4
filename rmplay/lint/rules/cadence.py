"""How long, how often, and what happens when a date does not work."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from ...definition.model import Program
from ...definition.schedule import Meeting, day, meetings
from ...finding import ADVICE, INCOMPLETE, INVALID, Related
from ..rule import Problem, Settings, rule
from ..sentences import counted, listed
from .roles import role_that_helps


@rule(INVALID, "start", "end")
def ends_before_start(program: Program, settings: Settings) -> Iterable[Problem]:
    """The last day of the program is not after its first.

    Why: A calendar that runs backwards cannot be printed.
    Source: practice
    Ignore: Never.
    Bad:
        start: 2027-07-05
        end: 2027-01-11
        #    ^^^^^^^^^^
    Good:
        start: 2027-01-11
        end: 2027-07-05
    """
    if program.end <= program.start:
        yield Problem(program, "end", f"The end, {program.end}, is not after the start, {program.start}.",
                      f"If the two are swapped, type `start: {program.end}` and `end: {program.start}`.",
                      (Related(program.at("start"), "the start"),))


@rule(INVALID, "start", "end", "cadence.length_weeks")
def end_contradicts_length(program: Program, settings: Settings) -> Iterable[Problem]:
    """The last day is more than two weeks away from where the start and the length put it.

    Why: One page would show the date and another the weeks, and people would plan by different ends.
    Source: practice
    Ignore: Never; correct one of the three, or leave out `end`.
    Bad:
        start: 2027-01-11
        end: 2027-12-17
        #    ^^^^^^^^^^
        cadence:
          length_weeks: 26
    Good:
        start: 2027-01-11
        end: 2027-07-16
        cadence:
          length_weeks: 26
    """
    limits = settings.limits
    length = program.cadence.length_weeks
    due = day(program, length)
    if due and program.end > program.start and abs(program.end - due) > datetime.timedelta(days=limits.end_off_days):
        weeks = max(round((program.end - program.start).days / 7), 1)
        yield Problem(program, "end", f"{length} weeks from {program.start} end on {due}, not on {program.end}.",
                      f"Type `end: {due}`, or `length_weeks: {weeks}` in the cadence.",
                      (Related(program.cadence.at("length_weeks"), counted(length, "week")),))


@rule(INVALID, "cadence.length_weeks")
def session_after_end(program: Program, settings: Settings) -> Iterable[Problem]:
    """A session would take place after the last week of the program.

    Why: Twelve monthly sessions do not fit into six months; the last ones would never be held.
    Source: practice
    Ignore: Never.
    Bad:
        cadence:
          length_weeks: 6
        #               ^
          every_weeks: 4
        sessions:
          - title: Agree how we work
          - title: Your hands, my patience
          - title: Look back
    Bad:
        cadence:
          length_weeks: 6
        sessions:
          - title: Agree how we work
          - title: Look back
            week: 12
        #         ^^
    Bad:
        cadence:
          length_weeks: 26
          every_weeks: 4
          sessions: 12
        #           ^^
    Good:
        cadence:
          length_weeks: 8
          every_weeks: 4
        sessions:
          - title: Agree how we work
          - title: Your hands, my patience
          - title: Look back
    """
    cadence, held = program.cadence, meetings(program)
    late = [m for m in held if m.week is not None and m.week > cadence.length_weeks]
    if late:
        yield _too_late(program, late)
    elif not held and not program.broken("sessions") and cadence.sessions and cadence.every_weeks:
        week = (cadence.sessions - 1) * cadence.every_weeks
        if week > cadence.length_weeks:
            fit = cadence.length_weeks // cadence.every_weeks + 1
            length = counted(cadence.length_weeks, "week")
            yield Problem(cadence, "sessions", f"Session {cadence.sessions} would be in week {week}; the program has "
                          f"{length}.", f"Type `sessions: {fit}`, or `length_weeks: {week}`.",
                          (Related(cadence.at("length_weeks"), length),))


def _too_late(program: Program, late: list[Meeting]) -> Problem:
    """One problem for all sessions that are too late: at the first week that is written so, else at the length."""
    cadence, first, last = program.cadence, late[0], late[-1]
    length = counted(cadence.length_weeks, "week")
    related = Related(first.session.at("week"), f"session {first.number}, week {first.week}")
    remedy = f"Type `length_weeks: {max(m.week for m in late)}`"
    if first.session.week is None and first.number > 1 and first.number == last.number - len(late) + 1:
        fitting = cadence.length_weeks // (last.count - 1)
        remedy += f", or `every_weeks: {fitting}`" if fitting and len(late) < last.count else ""
    message = f"Session {first.number} is in week {first.week}; the program has {length}."
    if first.session.week is not None:
        return Problem(first.session, "week", message, f"{remedy} in the cadence, or an earlier week here.",
                       (Related(cadence.at("length_weeks"), length),))
    return Problem(cadence, "length_weeks", message, f"{remedy}.", (related,))


@rule(INVALID, "phases")
def phase_ends_before_it_starts(program: Program, settings: Settings) -> Iterable[Problem]:
    """The last week of a phase comes before its first.

    Why: A timeline that runs backwards cannot be drawn.
    Source: practice
    Ignore: Never.
    Bad:
        phases:
          - title: Meet
            from_week: 14
            to_week: 0
        #            ^
    Good:
        phases:
          - title: Prepare
            from_week: -6
            to_week: -1
    """
    for phase in program.phases:
        first, last = phase.from_week, phase.to_week
        if first is not None and last is not None and last < first:
            yield Problem(phase, "to_week", f"This phase ends in week {last}, before it starts in week {first}.",
                          f"If the two are swapped, type `from_week: {last}` and `to_week: {first}`.",
                          (Related(phase.at("from_week"), "the first week"),))


@rule(INCOMPLETE, "cadence")
def unfinished_cadence(program: Program, settings: Settings) -> Iterable[Problem]:
    """The cadence lacks the length of the program, the weeks between sessions, or the minutes of a session.

    Why: Nobody can promise time for something that has no length; the calendar and the hours follow from it.
    Source: 000, 004
    Ignore: The pairs agree on it themselves in the first session.
    Bad:
        cadence:
        ^^^^^^^
          every_weeks: 4
    Good:
        cadence:
          length_weeks: 26
          every_weeks: 4
          minutes: 45
    Good:
        cadence:
          length_weeks: 26
          minutes: 45
        sessions:
          - title: Agree how we work
          - title: Your hands, my patience
            week: 6
    """
    lacking = [key for key in ("length_weeks", "every_weeks", "minutes")
               if program.cadence.absent(key) and not _said_by_sessions(program, key)]
    if lacking:
        typed = {"length_weeks": f"`length_weeks: {_length(program)}`", "every_weeks": "`every_weeks: 4`",
                 "minutes": "`minutes: 45`"}
        yield Problem(program, "cadence", f"The cadence has no {listed((f'`{k}`' for k in lacking), 'or')}.",
                      f"Add below it {listed(typed[key] for key in lacking)}, with your own numbers.")


def _said_by_sessions(program: Program, key: str) -> bool:
    """Whether the sessions themselves say what the cadence does not. The first one is in week 0."""
    own = {"every_weeks": "week", "minutes": "minutes"}.get(key)
    asked = program.sessions[1:] if own == "week" else program.sessions
    return bool(own and asked) and not any(session.absent(own) for session in asked)


def _length(program: Program) -> int:
    weeks = [meeting.week for meeting in meetings(program) if meeting.week is not None]
    every = program.cadence.every_weeks or 4
    return max(weeks, default=0) + every if len(weeks) > 1 else ((program.cadence.sessions or 7) - 1) * every + 2


@rule(INCOMPLETE, "cadence")
def reschedule_left_open(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nothing says how long before a session it can be moved, and by when it is held then.

    Why: A session that is put off without a new date is a session that was canceled.
    Source: 002
    Ignore: All pairs meet at dates that cannot be moved.
    Bad:
        cadence:
        ^^^^^^^
          minutes: 45
    Good:
        cadence:
          minutes: 45
          reschedule:
            notice_hours: 24
            within_days: 10
    """
    typed = {"notice_hours": "`notice_hours: 24`", "within_days": "`within_days: 10`"}
    yield from _left_open(program, "reschedule", typed, "a date does not work")


@rule(INCOMPLETE, "cadence")
def missed_sessions_left_open(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nothing says after how many missed sessions somebody acts, what is done, and by whom.

    Why: Pairs end by cancellations, one after the other, while everybody waits for the other to speak.
    Source: 002, inclusive
    Ignore: Somebody sits in on every session.
    Bad:
        cadence:
          minutes: 45
          missed:
        # ^^^^^^
            threshold: 2
    Good:
        cadence:
          minutes: 45
          missed:
            threshold: 2
            action: The program lead calls both within a week.
            by: program-lead
        roles:
          program-lead:
            title: Program lead
    """
    typed = {"threshold": "`threshold: 2`", "action": "`action: The program lead calls both within a week.`",
             "by": f"`by: {role_that_helps(program)}`"}
    yield from _left_open(program, "missed", typed, "sessions are missed")


def _left_open(program: Program, key: str, typed: dict[str, str], when: str) -> Iterable[Problem]:
    group = getattr(program.cadence, key)
    lacking = [name for name in typed if group is None or group.absent(name)]
    if not lacking or program.cadence.broken(key):
        return
    record, place = (group, lacking[0]) if group else (program, "cadence")
    start = "Add below it" if group else f"Add `{key}:` and below it"
    message = f"Nothing says what happens when {when}." if len(lacking) == len(typed) else \
        f"For the case that {when}, there is no {listed((f'`{name}`' for name in lacking), 'or')}."
    yield Problem(record, place, message, f"{start} {listed(typed[name] for name in lacking)}.")


@rule(INCOMPLETE, "cadence")
def nobody_invites(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nothing says who sends the invitations.

    Why: Each waits for the other, and the junior person does not like to press.
    Source: 002, yh-nhs, inclusive
    Ignore: Sessions follow directly on a meeting that both attend.
    Bad:
        cadence:
        ^^^^^^^
          minutes: 45
    Good:
        cadence:
          minutes: 45
          scheduled_by: mentee
        roles:
          mentee:
            title: Mentee
    """
    if program.cadence.absent("scheduled_by"):
        yield Problem(program, "cadence", "Nothing says who sends the invitations.",
                      "Add below it `scheduled_by: mentee`, or `scheduled_by: mentor`.")


@rule(ADVICE, "sessions")
def too_few_sessions(program: Program, settings: Settings) -> Iterable[Problem]:
    """There are fewer than three sessions.

    Why: One session opens and one closes; with fewer than three, no time is left for work.
    Source: portsmouth, yh-nhs
    Ignore: The program is a single day, or the rest is still being written.
    Bad:
        sessions:
        ^^^^^^^^
          - title: Agree how we work
          - title: Look back
    Good:
        sessions:
          - title: Agree how we work
          - title: Your hands, my patience
          - title: Look back
    """
    number = max(len(program.sessions), program.cadence.sessions or 0 if program.cadence else 0)
    if 0 < number < settings.limits.fewest_sessions:
        yield Problem(program, "sessions", f"{counted(number, 'session')} cannot open, work and close.",
                      "Add sessions for the work; six in half a year is what most programs have.")


@rule(ADVICE)
def long_gap(program: Program, settings: Settings) -> Iterable[Problem]:
    """More than six weeks lie between two sessions.

    Why: Momentum is lost quickly; four weeks is what most programs keep.
    Source: 002, 003, yh-nhs, pwc
    Ignore: People are away for so long, such as at sea or on leave.
    Bad:
        cadence:
          every_weeks: 10
        #              ^^
    Bad:
        cadence:
          every_weeks: 4
        sessions:
          - title: Agree how we work
          - title: Your hands, my patience
            week: 9
        #         ^
    Good:
        cadence:
          every_weeks: 4
        sessions:
          - title: Agree how we work
          - title: Your hands, my patience
            week: 5
    """
    every = program.cadence.every_weeks if program.cadence else None
    if every and every > settings.limits.widest_gap_weeks:
        yield Problem(program.cadence, "every_weeks", f"{every} weeks from one session to the next is a long time.",
                      "Type `every_weeks: 4`, and `minutes:` shorter if time is scarce.")
    held = meetings(program)
    for before, after in zip(held, held[1:]):
        gap = after.week - before.week if after.week is not None and before.week is not None else 0
        if after.session.week is not None and gap > settings.limits.widest_gap_weeks:
            yield Problem(after.session, "week", f"{gap} weeks lie between session {before.number} and session "
                          f"{after.number}.", f"Type `week: {before.week + (every or 4)}`, or put a session between.")


@rule(ADVICE, "cadence.length_weeks", "sessions")
def silent_tail(program: Program, settings: Settings) -> Iterable[Problem]:
    """The last session is long before the end of the program.

    Why: A pair that has met for the last time, and has not closed, is lost without anybody noticing.
    Source: 002
    Ignore: Something else is planned for the weeks after the last session.
    Bad:
        cadence:
          length_weeks: 52
        #               ^^
          every_weeks: 4
        sessions:
          - title: Agree how we work
          - title: Your hands, my patience
          - title: Look back
    Good:
        cadence:
          length_weeks: 10
          every_weeks: 4
        sessions:
          - title: Agree how we work
          - title: Your hands, my patience
          - title: Look back
    """
    length, held = program.cadence.length_weeks, meetings(program)
    weeks = [meeting.week for meeting in held]
    planned = program.cadence.sessions
    if len(held) < settings.limits.fewest_sessions or None in weeks or planned and planned != len(held):
        return
    if weeks[-1] < settings.limits.shortest_use * length:
        yield Problem(program.cadence, "length_weeks", f"The last session is in week {weeks[-1]}; the program goes on "
                      f"to week {length}.", f"Type `length_weeks: {weeks[-1] + 2}`, or add sessions.",
                      (Related(held[-1].session.at("title"), f"the last session, week {weeks[-1]}"),))


@rule(ADVICE, "cadence.missed.threshold")
def late_alarm(program: Program, settings: Settings) -> Iterable[Problem]:
    """Somebody acts only after more than two missed sessions.

    Why: After two cancellations in a row most pairs do not meet again.
    Source: 002
    Ignore: Pairs meet every week and often have to skip one.
    Bad:
        cadence:
          missed:
            threshold: 4
        #              ^
    Good:
        cadence:
          missed:
            threshold: 2
    """
    if program.cadence.missed.threshold > settings.limits.latest_alarm:
        yield Problem(program.cadence.missed, "threshold", f"After {program.cadence.missed.threshold} missed sessions "
                      "it is mostly too late.", f"Type `threshold: {settings.limits.latest_alarm}`.")


@rule(ADVICE, "cadence")
def between_time_unstated(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nothing says how much time people spend between two sessions.

    Why: The hours of both follow from it, and people ask for them before they say yes.
    Source: 002, gcs
    Ignore: Each pair decides for itself.
    Bad:
        cadence:
        ^^^^^^^
          minutes: 45
    Good:
        cadence:
          minutes: 45
          between_minutes: 0
    """
    if program.cadence.absent("between_minutes"):
        yield Problem(program, "cadence", "Nothing says how much time goes into it between sessions.",
                      "Add below it `between_minutes: 20`, or 0 if there is nothing to do.")


@rule(ADVICE, "phases")
def phase_out_of_order(program: Program, settings: Settings) -> Iterable[Problem]:
    """A phase begins before the one that stands above it.

    Why: The phases are printed in the order in which they are written, as a timeline.
    Source: practice
    Ignore: Both run side by side, and the order shows which matters more.
    Bad:
        phases:
          - title: Meet
            from_week: 0
          - title: Prepare
            from_week: -6
        #              ^^
    Good:
        phases:
          - title: Prepare
            from_week: -6
          - title: Meet
            from_week: 0
    """
    dated = [phase for phase in program.phases if phase.from_week is not None]
    for before, after in zip(dated, dated[1:]):
        if after.from_week < before.from_week:
            yield Problem(after, "from_week", f"This phase begins in week {after.from_week}, before the one above it.",
                          "Move its lines up, so that the phases stand in the order of their weeks.",
                          (Related(before.at("from_week"), f"this one begins in week {before.from_week}"),))
