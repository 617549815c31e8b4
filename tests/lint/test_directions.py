"""Who teaches whom: sentences that have a reverse program the wrong way round, and those that only look like it."""

from __future__ import annotations

from rmplay.build.check import Inputs, examine
from rmplay.definition.load import text_of
from rmplay.lint.directions import wrong_ways
from support import listing
from support.cpu import within

WRONG = """\
Reverse mentoring, a kind of mentoring where an older colleague assists a younger one in building skills, brings new ideas.
An older colleague assists a younger one in developing their skills and confidence.
Senior leaders mentor junior staff for six months.
A senior mentors a junior.
A program in which a more experienced colleague guides a less experienced one.
Experienced engineers teach new hires how the plant works.
Older employees help younger coworkers to build confidence.
Seasoned managers coach early-career talent.
Each executive teaches a younger colleague.
Younger employees are mentored by senior executives.
A junior person is guided by an experienced one.
Heads of department will mentor new colleagues.
Senior colleagues act as mentors to newcomers.
Experienced heads of department mentor and guide juniors.
An older, more experienced colleague mentors a younger one.
In this program, senior staff train younger staff, and both benefit.
Directors guide graduates in their first year.
Senior mentors guide junior mentees.
A long-serving nurse advises a newcomer.
Senior staff mentoring junior staff: that is the whole program.
A mentoring program by which more senior people support less senior people to grow.
"""
RIGHT = """\
Usually a senior mentors a junior; here it is the other way round.
Usually a senior mentors a junior. Here it is the other way round.
A senior person mentors a junior one in most mentoring; we turn this around.
A senior person mentors a junior one. In this program it is the opposite.
Heads of department learn five digital tasks from junior colleagues.
A junior colleague mentors a senior one.
Junior colleagues teach heads of department everyday digital work; the senior colleagues coach younger ones in return.
Instead of senior staff teaching juniors, juniors teach.
It is not the senior person who mentors the junior one.
Senior leaders are mentored by younger colleagues.
Senior leaders who mentor new staff learn from them.
Less experienced staff teach younger customers.
A senior leader learns what a junior colleague teaches.
Senior leaders support junior staff in meetings.
New people bring new tools, and experienced staff pick them up.
For senior leaders, trainers coach new hires.
Young staff practice leading senior people, and they are seen doing it.
Experienced mentors train new mentors.
Senior leaders let younger staff teach.
Mentors are junior; executives are mentees.
Executives coach their junior mentors in speaking.
Senior leaders support the program and help it grow.
Senior people help new ideas grow.
Both learn: the mentor teaches a tool, the experienced partner teaches the junior one how decisions are made.
When senior staff mentor junior staff, only one side learns.
Senior leaders and junior staff mentor each other.
The senior teaches the junior nothing.
Leaders guide young talent programs elsewhere.
What senior leaders teach junior staff is written down, what juniors know is not.
"""


def test_a_definition_the_wrong_way_round_is_found_in_other_words() -> None:
    """The sentence of the founding article, and others that say the same."""
    missed = [text for text in WRONG.splitlines() if len(list(wrong_ways(text, "en", False))) != 1]
    assert not missed, listing(missed)


def test_a_sentence_that_means_something_else_is_left_alone() -> None:
    """What is usual elsewhere, what is given back, and what is denied is no definition."""
    alarms = [f"{text}: {way.text}" for text in RIGHT.splitlines() for way in wrong_ways(text, "en", False)]
    assert not alarms, listing(alarms)


def test_the_need_may_tell_how_things_are_today() -> None:
    """In `why` only a sentence about the program counts; another kind or language is left alone."""
    today, program = "Senior staff train new hires.", "In this program senior staff train new hires."
    assert [_told(f"kind: reverse\nwhy: {text}\n") for text in (today, program)] == [[], [(2, 22, 50)]]
    assert _told(f"kind: peer\nwhy: {program}\n") == _told(f"kind: reverse\nlanguage: de\nwhy: {program}\n") == []


def test_what_to_type_is_said_in_the_words_of_the_author() -> None:
    """The senior person becomes the one who learns, in the same form of the verb."""
    told = {text: way.instead for text in WRONG.splitlines() for way in wrong_ways(text, "en", False)}
    assert told["Seasoned managers coach early-career talent."] == "Seasoned managers learn from early-career talent"
    assert told["Each executive teaches a younger colleague."] == "Each executive learns from a younger colleague"
    assert told["Younger employees are mentored by senior executives."] == ""


def _told(text: str) -> list[tuple[int, int, int]]:
    found = examine(Inputs(text_of(text.encode(), "p.yaml"), None)).findings
    return [(f.span.line, f.span.column, f.span.end_column) for f in found if f.rule.id == "told-wrong-way-round"]


def test_no_sentence_takes_long() -> None:
    """A row of articles before the one who is senior could be read from each of them on."""
    text = "the " * 900 + "senior mentors " + "the " * 50 + "x junior teach"
    assert within(0.2, lambda: list(wrong_ways(text, "en", False))) == []
