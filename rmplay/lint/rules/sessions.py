"""The meetings of the pair: what is printed and carried into the room."""

from __future__ import annotations

from collections.abc import Iterable

from ...definition.model import PAIR, AgendaPart, Program, Session
from ...definition.schedule import Meeting, meetings
from ...finding import ADVICE, INCOMPLETE, INVALID, Related
from ..rule import Problem, Settings, rule
from ..sentences import counted, listed, phrases

_PRACTICE = ("hands-on", "demo", "shadow", "walk-through")
_OPENING = ("introductions", "goals", "expectations", "confidentiality", "etiquette", "logistics")
_CLOSING = ("review", "thanks", "next-steps")
_SKILLS = ("technology", "process-change", "operations")


# ---- numbers, weeks and minutes --------------------------------------------------------------------------------------

@rule(INVALID, "cadence.sessions", "sessions")
def session_count_differs(program: Program, settings: Settings) -> Iterable[Problem]:
    """The cadence states another number of sessions than there are.

    Why: The guide and the sheets would tell two stories.
    Source: practice
    Ignore: Never; leave the number out while sessions are being written.
    Bad:
        cadence:
          sessions: 6
        #           ^
        sessions:
          - title: Agree how we work
          - title: Look back
    Good:
        cadence:
          sessions: 2
        sessions:
          - title: Agree how we work
          - title: Look back
    """
    stated, there = program.cadence.sessions, len(program.sessions)
    if stated != there and _all_read(program):
        yield Problem(program.cadence, "sessions", f"{counted(stated, 'session is', 'sessions are')} stated here, "
                      f"{there} {'is' if there == 1 else 'are'} written below.",
                      f"Type `sessions: {there}`, or delete the line: they are counted.",
                      (Related(program.at("sessions"), f"{there} written here"),))


def _all_read(program: Program) -> bool:
    """Whether every entry of the list became a session."""
    written = [entry for entry in program.origin.node.entry("sessions").value.entries if not entry.is_empty]
    return len(written) == len(program.sessions)


@rule(INVALID, "sessions")
def session_number_differs(program: Program, settings: Settings) -> Iterable[Problem]:
    """The number of a session is not its place in the list.

    Why: The sheets are numbered by their order, and a text that names a session would lead to another one.
    Source: practice
    Ignore: Never; leave the numbers out, and they follow from the order.
    Bad:
        sessions:
          - title: Agree how we work
            number: 1
          - title: Look back
            number: 3
        #           ^
    Good:
        sessions:
          - title: Agree how we work
            number: 1
          - title: Look back
    """
    shift = 0
    for place, session in enumerate(program.sessions, 1):
        if session.number is None:
            continue
        if session.number != place and session.number - place != shift and _all_read(program):
            yield Problem(session, "number", f"This is session {place} in the list, not session {session.number}.",
                          f"Type `number: {place}`, or delete the line; numbers follow from the order.")
        shift = session.number - place


@rule(INVALID, "sessions")
def session_out_of_order(program: Program, settings: Settings) -> Iterable[Problem]:
    """A session takes place in an earlier week than the one above it.

    Why: Sheets are printed and carried in the order of the list.
    Source: practice
    Ignore: Never.
    Bad:
        sessions:
          - title: Agree how we work
            week: 0
          - title: Your hands, my patience
            week: 8
          - title: Look back
            week: 4
        #         ^
    Good:
        sessions:
          - title: Agree how we work
            week: 0
          - title: Your hands, my patience
            week: 4
          - title: Look back
            week: 4
    """
    held = meetings(program)
    for before, after in zip(held, held[1:]):
        if before.week is not None and after.session.week is not None and after.session.week < before.week:
            yield Problem(after.session, "week", f"Week {after.week} is before week {before.week} of the one above.",
                          f"Type a week from {before.week} on, or move the session up in the list.",
                          (Related(before.session.at("week"), f"session {before.number}, week {before.week}"),))


@rule(INVALID, "sessions")
def agenda_overruns(program: Program, settings: Settings) -> Iterable[Problem]:
    """The parts of an agenda take longer than the session.

    Why: A printed plan that cannot be kept is dropped in the first session, and with it the end of every other.
    Source: practice
    Ignore: Never.
    Bad:
        cadence:
          minutes: 45
        sessions:
          - title: Your hands, my patience
            agenda:
        #   ^^^^^^
              - title: Say the steps aloud
                minutes: 35
              - title: Actions and next date
                minutes: 15
    Good:
        cadence:
          minutes: 45
        sessions:
          - title: Your hands, my patience
            minutes: 60
            agenda:
              - title: Say the steps aloud
                minutes: 45
              - title: Actions and next date
                minutes: 15
    """
    for meeting in meetings(program):
        session, have = meeting.session, meeting.minutes
        if have is None or meeting.planned <= have or session.broken("minutes") or _unsure(session):
            continue
        length = session if session.minutes else program.cadence
        yield Problem(session, "agenda", f"The parts take {meeting.planned} minutes; the session has {have}.",
                      f"Take {counted(meeting.planned - have, 'minute')} off, or type `minutes: {meeting.planned}` "
                      "for the session.", (Related(length.at("minutes"), f"{have} minutes"),))


def _unsure(session: Session) -> bool:
    """Whether something in the agenda could not be read."""
    return session.broken("agenda") or any(p.broken("minutes") or p.broken("kind") or p.broken("lead")
                                           for p in session.agenda)


# ---- what every session says -----------------------------------------------------------------------------------------

@rule(INCOMPLETE, "sessions")
def session_without_title(program: Program, settings: Settings) -> Iterable[Problem]:
    """A session has no title.

    Why: The title is the heading of a printed sheet, and what the two call the meeting.
    Source: 004
    Ignore: Never.
    Bad:
        sessions:
          - purpose: The mentee does two tasks alone.
        #   ^^^^^^^
    Good:
        sessions:
          - title: Your hands, my patience
            purpose: The mentee does two tasks alone.
    """
    for number, session in enumerate(program.sessions, 1):
        if session.absent("title"):
            yield Problem(session, "title", f"Session {number} has no title.",
                          "Add `title: ...`, in three to six words.")


@rule(INCOMPLETE, "sessions")
def repeated_session_title(program: Program, settings: Settings) -> Iterable[Problem]:
    """Two sessions have the same title.

    Why: Two sheets with one heading get mixed up in a folder and in a calendar.
    Source: 004
    Ignore: The same session is held more than once on purpose.
    Bad:
        sessions:
          - title: Work on the tasks
          - title: Work on the tasks
        #          ^^^^^^^^^^^^^^^^^
    Good:
        sessions:
          - title: Tasks one and two
          - title: Tasks three to five
    """
    first: dict[str, Session] = {}
    for number, session in enumerate(program.sessions, 1):
        title = " ".join((session.title or "").lower().split())
        if title in first:
            yield Problem(session, "title", "Another session has the same title.",
                          f"Say what is different this time, or type `title: {session.title[:40]}, part two`.",
                          (Related(first[title].at("title"), "the other one"),))
        elif title:
            first[title] = session


@rule(INCOMPLETE, "sessions")
def session_without_purpose(program: Program, settings: Settings) -> Iterable[Problem]:
    """A session does not say what is different afterwards.

    Why: A meeting that has only a title turns into a chat.
    Source: 002, qooper
    Ignore: The pair writes the purpose at the end of the session before.
    Bad:
        sessions:
          - title: Your hands, my patience
        #   ^^^^^
    Good:
        sessions:
          - title: Your hands, my patience
            purpose: The mentee has done tasks one and two without the mentor's hands.
    """
    for session in program.sessions:
        if session.absent("purpose"):
            yield Problem(session, "purpose", "This session does not say what is different afterwards.",
                          "Add one sentence: `purpose: The mentee has ...`")


@rule(INCOMPLETE, "sessions")
def session_without_agenda(program: Program, settings: Settings) -> Iterable[Problem]:
    """A session has no agenda, or one of fewer than three parts.

    Why: A junior person can lead a senior one through an hour when the parts of it are on paper.
    Source: 004
    Ignore: The session is a visit or an event with a course of its own.
    Bad:
        sessions:
          - title: Your hands, my patience
        #   ^^^^^
    Bad:
        sessions:
          - title: Your hands, my patience
            agenda:
        #   ^^^^^^
              - title: Work
                minutes: 45
    Good:
        sessions:
          - title: Your hands, my patience
            agenda:
              - title: What happened since
                minutes: 5
              - title: Task one, your hands
                minutes: 30
              - title: Actions and next date
                minutes: 10
    """
    for meeting in meetings(program):
        session, parts = meeting.session, len(meeting.session.agenda)
        if session.broken("agenda") or parts >= settings.limits.fewest_parts:
            continue
        message = f"An agenda of {counted(parts, 'part')} leaves the course of the session open." if parts else \
            "This session has no agenda."
        yield Problem(session, "agenda", message, "Write a beginning, the work and an end: below `agenda:` three times "
                      "`- title: ...` with `minutes:`.")


@rule(INCOMPLETE, "sessions")
def unfinished_agenda_part(program: Program, settings: Settings) -> Iterable[Problem]:
    """A part of an agenda has no title or no minutes.

    Why: Without minutes there is no clock on the sheet, and the first part takes the time of the last.
    Source: 004
    Ignore: The part takes the time that is left.
    Bad:
        sessions:
          - title: Your hands, my patience
            agenda:
              - title: What happened since
        #       ^^^^^
              - title: Task one, your hands
                minutes: 30
    Bad:
        sessions:
          - title: Your hands, my patience
            agenda:
        #   ^^^^^^
              - title: What happened since
              - title: Task one, your hands
    Good:
        sessions:
          - title: Your hands, my patience
            agenda:
              - title: What happened since
                minutes: 5
              - title: Task one, your hands
                minutes: 30
    """
    for meeting in meetings(program):
        session, parts = meeting.session, meeting.session.agenda
        none_timed = len(parts) > 1 and all(part.absent("minutes") for part in parts)
        if none_timed:
            share = f", {meeting.minutes} in all" if meeting.minutes else ""
            yield Problem(session, "agenda", "No part of this agenda says how long it takes.",
                          f"Add to each part `minutes: ...`{share}.")
        for part in parts:
            lacking = [key for key in ("title", "minutes") if part.absent(key) and (key == "title" or not none_timed)]
            if lacking:
                yield Problem(part, lacking[0], f"This part has no {listed((f'`{k}`' for k in lacking), 'or')}.",
                              f"Add {_typed(lacking, meeting)}.")


def _typed(lacking: list[str], meeting: Meeting) -> str:
    """What to type for a part: its title, its minutes, or both. Time that is left in the session is offered."""
    left = (meeting.minutes or 0) - meeting.planned
    typed = {"title": "`title: ...`", "minutes": f"`minutes: {left if 0 < left <= 30 else 5}`"}
    return listed(typed[key] for key in lacking)


@rule(INCOMPLETE, "sessions")
def unprepared_session(program: Program, settings: Settings) -> Iterable[Problem]:
    """A working session does not say what mentor and mentee do before it.

    Why: Busy people keep the sessions that somebody has prepared.
    Source: 002, qooper, ols
    Ignore: The session needs nothing but the two people.
    Bad:
        sessions:
          - title: Agree how we work
          - title: Your hands, my patience
            prepare:
        #   ^^^^^^^
              mentor:
                - Choose two tasks of this week.
          - title: Look back
    Good:
        sessions:
          - title: Agree how we work
          - title: Your hands, my patience
            prepare:
              mentor:
                - Choose two tasks of this week.
              mentee:
                - Try task one, and note where you stop.
          - title: Look back
    """
    for meeting in meetings(program):
        session, prepare = meeting.session, meeting.session.prepare
        if meeting.phase != "working" or session.broken("prepare"):
            continue
        idle = [side for side in PAIR if prepare is None or prepare.absent(side)]
        if idle:
            start = "Add below `prepare:`" if prepare else "Add `prepare:` and below it"
            yield Problem(prepare or session, idle[0] if prepare else "prepare",
                          f"Nothing says what the {listed(idle)} {'does' if len(idle) == 1 else 'do'} before this "
                          "session.", f"{start} {listed(f'`{side}:`' for side in idle)}, each with a line `- ...`.")


# ---- how sessions begin and end --------------------------------------------------------------------------------------

@rule(INCOMPLETE, "sessions")
def no_opening_session(program: Program, settings: Settings) -> Iterable[Problem]:
    """The first session is not an opening.

    Why: A pair that starts with the work has not agreed on how to tell each other that something goes wrong.
    Source: 002, node, portsmouth, aad
    Ignore: The pairs were opened together, in an event before.
    Bad:
        sessions:
          - title: Your hands, my patience
            phase: working
        #          ^^^^^^^
    Good:
        sessions:
          - title: Agree how we work
            phase: opening
    """
    first = program.sessions[0]
    if first.written("phase") and first.phase != "opening":
        yield Problem(first, "phase", "The first session is not an opening.",
                      "Type `phase: opening`, or put a session before it in which the two agree how they work.")


@rule(INCOMPLETE, "sessions")
def incomplete_opening(program: Program, settings: Settings) -> Iterable[Problem]:
    """The opening session leaves out something that the two have to agree on.

    Why: What is not said in the first hour is said when it has gone wrong.
    Source: 002, node, portsmouth, aad
    Ignore: The topic is dealt with in the training of both.
    Bad:
        sessions:
          - title: Agree how we work
            agenda:
        #   ^^^^^^
              - title: Hello
                covers:
                  - introductions
                  - goals
    Good:
        sessions:
          - title: Agree how we work
            agenda:
              - title: Hello
                covers:
                  - introductions
              - title: Read the agreement aloud
                covers:
                  - goals
                  - expectations
                  - confidentiality
                  - etiquette
                  - logistics
    """
    first = meetings(program)[0]
    if first.phase == "opening" and not first.session.broken("phase"):
        yield from _left_out(first.session, _OPENING, "opening")


def _left_out(session: Session, wanted: tuple[str, ...], name: str) -> Iterable[Problem]:
    covered = {topic for part in session.agenda for topic in part.covers}
    lacking = [topic for topic in wanted if topic not in covered]
    if not lacking or not session.agenda or any(part.broken("covers") for part in session.agenda):
        return
    message = f"The {name} leaves out {listed(lacking)}." if len(lacking) <= 3 else \
        f"The {name} leaves out {len(lacking)} of the {len(wanted)} topics that belong in it."
    yield Problem(session, "agenda", message if covered else f"No part of the {name} says what it covers.",
                  f"Add to the part that deals with it `covers:` and below it {listed(f'`- {t}`' for t in lacking)}.")


@rule(INCOMPLETE, "sessions")
def no_midpoint_review(program: Program, settings: Settings) -> Iterable[Problem]:
    """In a program of five sessions or more none takes stock.

    Why: What the two want changes on the way, and nobody interrupts the work to say so.
    Source: 002, together
    Ignore: Somebody else takes stock with each of the two halfway.
    Bad:
        sessions:
        ^^^^^^^^
          - title: Agree how we work
          - title: A day of mine
          - title: Your hands
          - title: Numbers that move
          - title: Look back
    Good:
        sessions:
          - title: Agree how we work
          - title: Your hands
          - title: Take stock
            phase: midpoint
          - title: Numbers that move
          - title: Look back
    """
    held = meetings(program)
    if len(held) < settings.limits.sessions_with_midpoint or any(m.session.broken("phase") for m in held):
        return
    if not any(meeting.phase == "midpoint" for meeting in held):
        middle = held[(len(held) - 1) // 2]
        name = f' ("{middle.session.title}")' if middle.session.title else ""
        yield Problem(program, "sessions", f"None of the {len(held)} sessions takes stock on the way.",
                      f"Type `phase: midpoint` in a session of the middle, such as session {middle.number}{name}.")


@rule(INCOMPLETE, "sessions")
def no_closing_session(program: Program, settings: Settings) -> Iterable[Problem]:
    """No session closes the program.

    Why: Pairs that do not part on a day fade away, and nobody learns what was gained.
    Source: 002, eepm
    Ignore: All pairs close together, in an event.
    Bad:
        sessions:
          - title: Agree how we work
          - title: Your hands
          - title: Numbers that move
            phase: working
        #          ^^^^^^^
    Good:
        sessions:
          - title: Agree how we work
          - title: Your hands
          - title: Look back
            phase: closing
    """
    held = meetings(program)
    unsure = any(meeting.session.broken("phase") for meeting in held)
    if len(held) > 2 and not unsure and not any(meeting.phase == "closing" for meeting in held):
        yield Problem(held[-1].session, "phase", "No session closes the program.",
                      "Type `phase: closing` here, or add a session in which the two look back and part.")


@rule(INCOMPLETE, "sessions")
def incomplete_closing(program: Program, settings: Settings) -> Iterable[Problem]:
    """The closing session leaves out the look back, the thanks or what comes next.

    Why: People remember the end, and take from it whether the whole was worth it.
    Source: 002, eepm
    Ignore: A closing event deals with it.
    Bad:
        sessions:
          - title: Agree how we work
          - title: Your hands
          - title: Look back
            agenda:
        #   ^^^^^^
              - title: What has changed
                covers:
                  - review
    Good:
        sessions:
          - title: Agree how we work
          - title: Your hands
          - title: Look back
            agenda:
              - title: What has changed
                covers:
                  - review
                  - next-steps
              - title: Thanks
                covers:
                  - thanks
    """
    closing = [meeting.session for meeting in meetings(program) if meeting.phase == "closing"]
    if closing:
        yield from _left_out(closing[-1], _CLOSING, "closing")


@rule(INCOMPLETE, "sessions")
def session_without_actions(program: Program, settings: Settings) -> Iterable[Problem]:
    """A session does not end with who does what until the next one.

    Why: What is agreed aloud and not written down does not happen between two sessions.
    Source: 004
    Ignore: The session is an event, and the actions are agreed afterwards.
    Bad:
        sessions:
          - title: Your hands
            agenda:
        #   ^^^^^^
              - title: What happened since
                kind: review-actions
              - title: Task one
                kind: hands-on
              - title: Ask anything
                kind: discussion
    Good:
        sessions:
          - title: Your hands
            agenda:
              - title: What happened since
                kind: review-actions
              - title: Task one
                kind: hands-on
              - title: Actions and next date
                kind: actions
    """
    limits = settings.limits
    for meeting in meetings(program):
        session, kinds = meeting.session, [part.kind for part in meeting.session.agenda]
        few = len(kinds) < limits.fewest_parts
        if few or meeting.phase == "closing" or _unsure(session) or "actions" in kinds[-2:]:
            continue
        message = "The actions come too early; the session ends with something else." if "actions" in kinds else \
            "This session does not end with who does what until the next one."
        remedy = "Move the part with `kind: actions` to the end." if "actions" in kinds else \
            "Add a last part: `- title: Actions and next date` with `minutes: 5` and `kind: actions`."
        yield Problem(session, "agenda", message, remedy)


# ---- when it is personal ---------------------------------------------------------------------------------------------

@rule(INCOMPLETE, "sessions")
def sensitive_session_unguarded(program: Program, settings: Settings) -> Iterable[Problem]:
    """A session in which personal experience may come up does not say how to decline or where to find help.

    Why: Nobody should have to find out in the middle of a hard question that they may pass.
    Source: lawcare, leeds, bht
    Ignore: Somebody who is trained for it leads the session.
    Bad:
        sessions:
          - title: What it is like here
            sensitive: yes
        #              ^^^
            right_to_pass: Each may say "pass" without a reason.
    Good:
        sessions:
          - title: What it is like here
            sensitive: yes
            right_to_pass: Each may say "pass" without a reason.
            support: The confidential contact answers within a day.
    """
    typed = {"right_to_pass": '`right_to_pass: Each may say "pass" without a reason.`',
             "support": "`support:` with whom to call afterwards"}
    told = {"right_to_pass": "how to decline a question", "support": "where to find help afterwards"}
    for session in program.sessions:
        lacking = [key for key in typed if session.absent(key)]
        if session.sensitive and lacking:
            yield Problem(session, "sensitive", f"Nothing says {listed((told[key] for key in lacking), 'or')}.",
                          f"Add {listed(typed[key] for key in lacking)}.")


@rule(INCOMPLETE, "sessions")
def sensitive_before_confidential(program: Program, settings: Settings) -> Iterable[Problem]:
    """A session in which personal experience may come up is held before the one that agrees confidentiality.

    Why: People are asked to trust each other with something before it is settled who hears of it.
    Source: lawcare, leeds, bht
    Ignore: Both have signed the promise before they meet.
    Bad:
        sessions:
          - title: What it is like here
            sensitive: yes
        #              ^^^
          - title: Agree how we work
            agenda:
              - title: Read the promise aloud
                covers:
                  - confidentiality
    Good:
        sessions:
          - title: Agree how we work
            agenda:
              - title: Read the promise aloud
                covers:
                  - confidentiality
          - title: What it is like here
            sensitive: yes
    """
    named = program.confidentiality.agreed_in if program.confidentiality else None
    agreeing = next((place for place, session in enumerate(program.sessions) if session.id == named or not named and
                     any("confidentiality" in part.covers for part in session.agenda)), None)
    for place, session in enumerate(program.sessions):
        if session.sensitive and agreeing is not None and place < agreeing:
            other = program.sessions[agreeing]
            yield Problem(session, "sensitive", "Confidentiality is agreed on only after this session.",
                          f'Move this session below "{other.title or other.id}".',
                          (Related(other.at("title"), "here it is agreed on"),))


# ---- how the time is used --------------------------------------------------------------------------------------------

@rule(ADVICE, "sessions")
def actions_not_reviewed(program: Program, settings: Settings) -> Iterable[Problem]:
    """A session after the first does not ask what became of the actions.

    Why: Actions that nobody asks about are not done a second time.
    Source: 004, aad
    Ignore: The pair reports on the actions by message.
    Bad:
        sessions:
          - title: Agree how we work
          - title: Your hands
            agenda:
        #   ^^^^^^
              - title: Arrive
                kind: check-in
              - title: Task one
                kind: hands-on
              - title: Actions and next date
                kind: actions
    Good:
        sessions:
          - title: Agree how we work
          - title: Your hands
            agenda:
              - title: What happened since
                kind: review-actions
              - title: Task one
                kind: hands-on
              - title: Actions and next date
                kind: actions
    """
    for session in program.sessions[1:]:
        kinds = [part.kind for part in session.agenda]
        if len(kinds) >= settings.limits.fewest_parts and None not in kinds and "review-actions" not in kinds:
            yield Problem(session, "agenda", "Nobody asks in this session what became of the actions.",
                          "Add near the beginning `- title: What happened since` with `kind: review-actions`.")


@rule(ADVICE, "sessions")
def unplanned_time(program: Program, settings: Settings) -> Iterable[Problem]:
    """The parts of an agenda take much less time than the session has.

    Why: A little air is good; a gap of a third mostly hides a part that was forgotten.
    Source: practice
    Ignore: The rest of the time belongs to the pair on purpose.
    Bad:
        sessions:
          - title: Your hands
            minutes: 60
            agenda:
        #   ^^^^^^
              - title: Task one
                minutes: 20
              - title: Task two
                minutes: 15
              - title: Actions and next date
                minutes: 5
    Good:
        sessions:
          - title: Your hands
            minutes: 60
            agenda:
              - title: Task one
                minutes: 25
              - title: Task two
                minutes: 20
              - title: Actions and next date
                minutes: 5
    """
    limits = settings.limits
    for meeting in meetings(program):
        parts = meeting.session.agenda
        if len(parts) < limits.fewest_parts or meeting.minutes is None or any(part.minutes is None for part in parts):
            continue
        if meeting.planned < limits.shortest_plan * meeting.minutes:
            yield Problem(meeting.session, "agenda", f"The parts take {meeting.planned} of {meeting.minutes} minutes.",
                          f"Add a part for the other {meeting.minutes - meeting.planned}, or type "
                          f"`minutes: {meeting.planned}` for the session.")


@rule(ADVICE, "sessions")
def one_long_part(program: Program, settings: Settings) -> Iterable[Problem]:
    """A part in which the two only talk takes more than six tenths of the session.

    Why: In a long talk without a task the senior person is soon the one who explains.
    Source: 002
    Ignore: The part is a case that needs the time.
    Bad:
        sessions:
          - title: How decisions are made
            minutes: 60
            agenda:
              - title: Talk about it
                minutes: 50
        #                ^^
                kind: discussion
    Good:
        sessions:
          - title: Your hands
            minutes: 60
            agenda:
              - title: Task one
                minutes: 50
                kind: hands-on
    """
    limits = settings.limits
    for meeting in meetings(program):
        for part in meeting.session.agenda:
            long = part.minutes and meeting.minutes and (
                limits.longest_part * meeting.minutes < part.minutes <= meeting.minutes)
            if long and part.written("kind") and part.kind not in _PRACTICE:
                yield Problem(part, "minutes", f"{part.minutes} of {meeting.minutes} minutes are one talk.",
                              "Divide it: a shorter talk, and a part with `kind: hands-on` or `kind: demo`.")


@rule(ADVICE, "kind", "sessions")
def mentee_leads(program: Program, settings: Settings) -> Iterable[Problem]:
    """In reverse mentoring the mentor leads too little of the time in the working sessions.

    Why: Pairs slip back into the roles they know, and the agenda is what holds them.
    Source: 002, pwc
    Ignore: The mentee leads on purpose, such as when they show what they have learned.
    Bad:
        kind: reverse
        sessions:
        ^^^^^^^^
          - title: Agree how we work
          - title: Career advice
            agenda:
              - title: What the mentee has seen
                minutes: 40
                lead: mentee
              - title: Actions and next date
                minutes: 5
                lead: mentor
    Good:
        kind: reverse
        sessions:
          - title: Agree how we work
          - title: Your hands
            agenda:
              - title: Task one
                minutes: 35
                lead: mentor
              - title: Give back
                minutes: 10
                lead: mentee
    """
    limits = settings.limits
    minutes = {"mentor": 0, "mentee": 0, "both": 0}
    for meeting in meetings(program):
        for part in meeting.session.agenda if meeting.phase == "working" else ():
            if part.lead:
                minutes[part.lead] += part.minutes or 0
    total = sum(minutes.values())
    if program.kind != "reverse" or not total:
        return
    alone, together = minutes["mentor"] / total, (minutes["mentor"] + minutes["both"]) / total
    if alone < limits.mentor_leads_alone or together < limits.mentor_leads:
        yield Problem(program, "sessions", f"The mentor leads {minutes['mentor']} of {total} minutes of work, and "
                      f"{minutes['both']} with the mentee.", "Type `lead: mentor` in the longer parts, until it is "
                      f"{limits.mentor_leads_alone:.0%} alone and {limits.mentor_leads:.0%} with what both lead.")


def _parts(program: Program) -> list[AgendaPart]:
    return [part for session in program.sessions for part in session.agenda]


@rule(ADVICE, "kind", "sessions")
def give_back_takes_over(program: Program, settings: Settings) -> Iterable[Problem]:
    """In reverse mentoring more than three tenths of the time go to what the mentee gives back.

    Why: The senior person has much to tell, and the program is there for what the junior one knows.
    Source: 002, gss
    Ignore: The program is meant to help both in equal parts; then type `kind: reciprocal`.
    Bad:
        kind: reverse
        sessions:
        ^^^^^^^^
          - title: Careers
            agenda:
              - title: How you rise here
                minutes: 30
                kind: give-back
              - title: Task one
                minutes: 15
                kind: hands-on
    Good:
        kind: reverse
        sessions:
          - title: Your hands
            agenda:
              - title: Task one
                minutes: 35
                kind: hands-on
              - title: How you rise here
                minutes: 10
                kind: give-back
    """
    limits = settings.limits
    total = sum(part.minutes or 0 for part in _parts(program))
    given = sum(part.minutes or 0 for part in _parts(program) if part.kind == "give-back")
    if program.kind == "reverse" and given > limits.most_give_back * total:
        yield Problem(program, "sessions", f"{given} of {total} minutes are for what the mentee gives back.",
                      f"Shorten the parts with `kind: give-back` to {int(limits.most_give_back * total)} minutes in all, "
                      "or type `kind: reciprocal`.")


@rule(ADVICE, "topic", "sessions")
def talk_instead_of_practice(program: Program, settings: Settings) -> Iterable[Problem]:
    """In a program about a skill, more than half of the working sessions are talk alone.

    Why: The strength of learning from a colleague is real work, done in front of each other.
    Source: 001
    Ignore: The skill is one of speaking.
    Bad:
        topic: technology
        sessions:
        ^^^^^^^^
          - title: Agree how we work
          - title: About dashboards
            agenda:
              - title: Slides
                kind: discussion
          - title: Look back
    Good:
        topic: technology
        sessions:
          - title: Agree how we work
          - title: Your hands
            agenda:
              - title: The mentee drives
                kind: hands-on
          - title: Look back
    """
    working = [[part.kind for part in m.session.agenda] for m in meetings(program) if m.phase == "working"]
    known = [kinds for kinds in working if kinds and None not in kinds]
    done = sum(any(kind in _PRACTICE for kind in kinds) for kinds in known)
    if program.topic in _SKILLS and known and done < settings.limits.practice_sessions * len(known):
        yield Problem(program, "sessions", f"In {done} of {len(known)} working sessions somebody does something; the "
                      "rest is talk.",
                      "Add to the others a part with `kind: hands-on`, `demo`, `shadow` or `walk-through`.")


@rule(ADVICE, "mode", "sessions")
def no_remote_alternative(program: Program, settings: Settings) -> Iterable[Problem]:
    """Pairs may be in two places, and a session of doing things says nothing for that case.

    Why: A plan that needs one room fails the pair in two cities.
    Source: 002
    Ignore: The session is held in one room by all pairs.
    Bad:
        mode: hybrid
        sessions:
          - title: Walk the line
        #   ^^^^^
            agenda:
              - title: From the gate to the shelf
                kind: walk-through
    Good:
        mode: hybrid
        sessions:
          - title: Walk the line
            agenda:
              - title: From the gate to the shelf
                kind: walk-through
            remote_alternative: The mentor films the way and talks over it.
    """
    for session in program.sessions if program.mode == "hybrid" else ():
        practical = [part for part in session.agenda if part.kind in ("shadow", "walk-through", "hands-on")]
        if practical and session.absent("remote_alternative"):
            yield Problem(session, "remote_alternative", "Nothing says how this works when the two are in two places.",
                          f"Add `remote_alternative:` with what you do instead of \"{practical[0].title or 'it'}\".")


@rule(ADVICE, "sessions")
def talk_without_prompts(program: Program, settings: Settings) -> Iterable[Problem]:
    """A discussion or reflection has no question to start from.

    Why: A question on paper lets a junior person ask what they would not dare to make up.
    Source: chronus, together
    Ignore: The pair brings the questions.
    Bad:
        sessions:
          - title: How decisions are made
            agenda:
              - title: Talk about it
        #       ^^^^^
                kind: discussion
    Good:
        sessions:
          - title: How decisions are made
            agenda:
              - title: Talk about it
                kind: discussion
                prompts:
                  - What tipped the decision?
              - title: Look back
                kind: reflection
                text: Ask each other what surprised you. What would you tell a colleague?
    """
    for part in _parts(program):
        if part.kind in ("discussion", "reflection") and part.absent("prompts") and "?" not in (part.text or ""):
            yield Problem(part, "prompts", "This talk has no question to start from.",
                          "Add `prompts:` and below it two to four questions, such as `- What surprised you?`")


@rule(ADVICE, "sessions")
def closed_prompt(program: Program, settings: Settings) -> Iterable[Problem]:
    """A prompt can be answered with yes or no.

    Why: A question that begins with what or how is answered with something that can be talked about.
    Source: grow
    Ignore: The answer is a decision, and it has to be yes or no.
    Bad:
        sessions:
          - title: Look back
            agenda:
              - title: How it went
                prompts:
                  - Do you like the new tool?
        #           ^^^^^^^^^^^^^^^^^^^^^^^^^
    Good:
        sessions:
          - title: Look back
            agenda:
              - title: How it went
                prompts:
                  - What would make the new tool worth opening each day?
                  - Is there anything that you held back?
                  - Did it help, and where?
    """
    for part in _parts(program):
        nodes = part.origin.node.entry("prompts").value.entries if part.prompts else ()
        for node in nodes:
            text = node.text or ""
            closed = phrases(program, "closed-question").match(text.lstrip("“\"'"))
            if closed and text.endswith("?") and "," not in text and not phrases(program, "open-question").search(text):
                yield Problem(part, "prompts", "This question can be answered with yes or no.",
                              "Begin it with what, how or which.", span=node.span)
