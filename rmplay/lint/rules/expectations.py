"""What each may count on from the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...definition.model import PAIR, Agreement, Cadence, Expectations, Program, Role, Term
from ...definition.schedule import meetings
from ...finding import ADVICE, INCOMPLETE, INVALID, Related
from ..rule import Problem, Settings, rule
from ..sentences import counted, number, phrases, sentences
from ..texts import Prose, said, texts

_PROMISES = (Expectations, Agreement, Term, Role)
_USUAL = {"every-week": (1,), "every-two-weeks": (2,), "every-month": (4, 5)}


@rule(INVALID, "cadence")
def frequency_contradicted(program: Program, settings: Settings) -> Iterable[Problem]:
    """A text says that the pair meets more or less often, or for longer or shorter, than the cadence says.

    Why: Two pages of one guide must not name two frequencies; each of the pair would believe another one.
    Source: practice
    Ignore: Never.
    Bad:
        cadence:
          every_weeks: 4
          minutes: 45
        expectations:
          both:
            - We meet weekly and keep the dates.
        #             ^^^^^^
            - We meet for 60 minutes.
        #             ^^^^^^^^^^^^^^
    Good:
        cadence:
          every_weeks: 4
          minutes: 45
        expectations:
          both:
            - We meet every month, for 45 minutes.
            - We meet with the group of all pairs every week.
          mentee:
            - Uses one of the tools every week.
    """
    for prose in texts(program):
        if isinstance(prose.record, _PROMISES) or prose.record is program and prose.key == "summary":
            for start, words in _meeting_sentences(program, prose):
                yield from _contradictions(program, prose, start, words)


def _meeting_sentences(program: Program, prose: Prose) -> Iterator[tuple[int, str]]:
    """What follows "we meet" in the sentences that speak of every session, each with its place in the text."""
    meets = phrases(program, "meet")
    for sentence in sentences(prose.text) if meets.search(prose.text) else ():
        meet = meets.search(sentence.group())
        unusual = phrases(program, "not-every-session").search(sentence.group())
        if meet and not unusual and not prose.quoted(sentence.start()):
            yield sentence.start() + meet.end(), sentence.group()[meet.end():]


def _contradictions(program: Program, prose: Prose, start: int, words: str) -> Iterator[Problem]:
    held, cadence = meetings(program), program.cadence
    weeks = [meeting.week for meeting in held]
    gaps = {b - a for a, b in zip(weeks, weeks[1:]) if a is not None and b is not None} | {cadence.every_weeks}
    minutes = {meeting.minutes for meeting in held} | {cadence.minutes}
    times = [(match, value) for match, value in _named(program, words, "so-many-times")
             if words[match.end():].strip()[:1] in ("", ",")]
    checks = (("every_weeks", gaps, _weeks_named(program, words), f"every {counted(cadence.every_weeks or 0, 'week')}"),
              ("minutes", minutes, _named(program, words, "for-minutes"), f"for {cadence.minutes} minutes"),
              ("sessions", {cadence.sessions}, times, f"{cadence.sessions} times"))
    for key, true, named, right in checks:
        if getattr(cadence, key) is not None and len(named) == 1 and not true & set(named[0][1]):
            match, right = named[0][0], right.replace("every 1 week", "every week")
            yield Problem(prose.record, prose.key, f'"{match.group()}" stands here; the cadence says "{right}".',
                          f'Write "{right}" here, or change `{key}:` in the cadence.',
                          (Related(cadence.at(key), right),),
                          prose.part(start + match.start(), start + match.end()))


def _weeks_named(program: Program, words: str) -> list[tuple[re.Match[str], tuple[int, ...]]]:
    found = _named(program, words, "every-number-of-weeks")
    return found + [(match, weeks) for name, weeks in _USUAL.items()
                    for match in phrases(program, name).finditer(words)]


def _named(program: Program, words: str, name: str) -> list[tuple[re.Match[str], tuple[int, ...]]]:
    """Every phrase with a number in it, with the number."""
    found = [(match, number(program, match["number"])) for match in phrases(program, name).finditer(words)]
    return [(match, (value,)) for match, value in found if value is not None]


@rule(INCOMPLETE, "expectations")
def too_few_expectations(program: Program, settings: Settings) -> Iterable[Problem]:
    """The mentor or the mentee has fewer than three lines that the other may count on.

    Why: What one side may count on is the other side's promise; one line does not carry half a year.
    Source: 000, 002
    Ignore: The pair writes the list itself in the first session.
    Bad:
        expectations:
        ^^^^^^^^^^^^
          mentor:
            - Names the task two working days before.
            - Brings a real case.
            - Starts on the minute.
    Bad:
        expectations:
          mentor:
            - Names the task two working days before.
            - Brings a real case.
            - Starts on the minute.
          mentee:
        # ^^^^^^
            - Has tried the task.
    Good:
        expectations:
          mentor:
            - Names the task two working days before.
            - Brings a real case.
            - Starts on the minute.
          mentee:
            - Has tried the task.
          both:
            - Answer within two working days.
            - End on time.
    """
    lists = program.expectations
    if any(lists.broken(key) for key in (*PAIR, "both")):
        return
    for side in PAIR:
        own = len(getattr(lists, side))
        lacking = settings.limits.fewest_expectations - own - (len(lists.both) if own else 0)
        if lacking > 0:
            message = f"{counted(own, 'line is', 'lines are')} little to count on from the {side}." if own else \
                f"Nothing says what the {side} can be counted on for."
            start = f"Add below `{side}:`" if own else f"Add `{side}:` and below it"
            yield Problem(lists, side, message, f"{start} {counted(lacking, 'line')} or more, such as "
                          "`- Answers within two working days.`")


@rule(INCOMPLETE, "expectations", "sessions")
def expectations_never_reviewed(program: Program, settings: Settings) -> Iterable[Problem]:
    """No session after the first reads the expectations again.

    Why: What people need from each other changes, and a promise that cannot be changed is broken.
    Source: 002
    Ignore: The pair reads them before every session.
    Bad:
        expectations:
        ^^^^^^^^^^^^
          mentor:
            - Brings a real case.
        sessions:
          - title: Agree how we work
          - title: Your hands
          - title: Look back
    Good:
        expectations:
          mentor:
            - Brings a real case.
          review_at:
            - take-stock
        sessions:
          - title: Agree how we work
          - title: Take stock
            id: take-stock
          - title: Look back
    """
    later = {session.id for session in program.sessions[1:]}
    read = any("expectations" in part.covers for session in program.sessions[1:] for part in session.agenda)
    named = set(program.expectations.review_at)
    unsure = program.expectations.broken("review_at") or named - {session.id for session in program.sessions}
    if len(later) > 1 and not read and not unsure and not named & later:
        middle = program.sessions[len(program.sessions) // 2]
        first = f"Type `id: {middle.id}` in that session, and add" if middle.absent("id") else "Add"
        yield Problem(program.expectations, "review_at", "Only the first session reads the expectations." if named else
                      "No session reads the expectations again.", f"{first} `review_at:` and below it `- {middle.id}`.")


@rule(ADVICE, "expectations.mentor", "expectations.mentee")
def one_sided_expectations(program: Program, settings: Settings) -> Iterable[Problem]:
    """The list of one side is more than twice as long as that of the other.

    Why: A long list of duties for the junior person is the old order under another name.
    Source: 002, civil
    Ignore: One side has a training of its own that says the rest.
    Bad:
        expectations:
          mentor:
        # ^^^^^^
            - Names the task two working days before.
            - Brings a real case.
            - Starts on the minute.
            - Shows a step as many times as it takes.
            - Says what is not known.
            - Sends one thing to read.
            - Keeps the log.
          mentee:
            - Protects the slot.
            - Tries the task before.
            - Reports what changed.
    Good:
        expectations:
          mentor:
            - Names the task two working days before.
            - Brings a real case.
            - Starts on the minute.
          mentee:
            - Protects the slot.
            - Tries the task before.
            - Reports what changed.
    """
    limits = settings.limits
    counts = {side: len(getattr(program.expectations, side)) for side in PAIR}
    short, long = sorted(PAIR, key=counts.__getitem__)
    if counts[short] >= limits.fewest_expectations and counts[long] > limits.most_uneven * counts[short]:
        yield Problem(program.expectations, long, f"{counts[long]} lines for the {long} and {counts[short]} for the "
                      f"{short} are not an even exchange.", f"Say more of the {short}, or move what holds for both to "
                      "`both:`.", (Related(program.expectations.at(short), f"{counts[short]} lines"),))


@rule(ADVICE, "expectations")
def attitude_as_expectation(program: Program, settings: Settings) -> Iterable[Problem]:
    """An expectation names an attitude and nothing that the other could see done.

    Why: Nobody can say whether a partner was open-minded; whether they asked before they answered, anybody can.
    Source: 002, smart
    Ignore: The training shows what is meant by it.
    Bad:
        expectations:
          mentee:
            - Be open-minded and respectful.
        #     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    Good:
        expectations:
          mentee:
            - Be on time.
            - Is open about what went wrong, and says so first.
    """
    attitudes, being, noun, joined = (phrases(program, name) for name in ("attitude", "being", "attitude-noun", "and"))
    for prose in texts(program):
        if prose.record is program.expectations and prose.key in (*PAIR, "both"):
            rest = being.sub("", prose.text, count=1).strip(" .!") if being.match(prose.text) else ""
            left = re.sub(r"[,\s]", "", joined.sub("", noun.sub("", attitudes.sub("", rest))))
            if rest and not left:
                yield Problem(prose.record, prose.key, "This names an attitude that nobody can see done.",
                              "Write what the other sees: Asks one question before giving an opinion.", span=prose.span)


@rule(ADVICE)
def vague_quantity(program: Program, settings: Settings) -> Iterable[Problem]:
    """An expectation, a clause of the agreement or the cadence says how often or how soon without a number.

    Why: Every dispute about a promise begins with a word that each of the two reads in another way.
    Source: 000, 004
    Ignore: The number depends on the pair, and the agreement has a blank for it.
    Bad:
        expectations:
          mentee:
            - Replies promptly.
        #             ^^^^^^^^
    Good:
        expectations:
          mentee:
            - Replies promptly, within two working days.
            - Shows it as often as it takes.
    """
    for prose, match in said(program, "vague-quantity"):
        if isinstance(prose.record, (Expectations, Agreement, Term, Cadence)) and \
                not _has_number(program, prose.text, match.start()):
            yield Problem(prose.record, prose.key, f'"{match.group()}" means something else to each of the two.',
                          "Write a number, such as: within two working days; every two weeks.",
                          span=prose.part(*match.span()))


def _has_number(program: Program, text: str, place: int) -> bool:
    """Whether the sentence at a place of a text has a number in it."""
    sentence = next((s.group() for s in sentences(text) if s.start() <= place < s.end()), "")
    return any(char.isdigit() for char in sentence) or any(
        phrases(program, name).search(sentence) for name in ("number", "as-good-as-a-number"))
