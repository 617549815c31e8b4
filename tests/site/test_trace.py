"""From goals to questions, on literals."""

from __future__ import annotations

from rmplay.definition.model import Evaluation, Goal, Instrument, Measure, Program, Question, Session
from rmplay.site.trace import trace

ASKED = Question(id="alone", text="How many alone?", goal="skill", level="learning")
LOOSE = Question(id="other", text="Do you decide better?", level="result")
REACTION = Question(id="worth", text="Was it worth it?", level="reaction")
FORM = Instrument(id="try", questions=(ASKED, LOOSE, REACTION))
SKILL = Goal(id="skill", measures=(Measure(name="Tasks", target=4, baseline_from="try", instrument="try"),))


def _gaps(goal: Goal) -> tuple[str, ...]:
    return trace(Program(goals=(goal,), sessions=(Session(id="meet", goals=("skill",)),),
                         evaluation=Evaluation(instruments=(FORM,)))).threads[0].gaps


def test_a_goal_is_followed_to_its_sessions_and_questions() -> None:
    """Sessions by number, questions by instrument, and nothing is missing."""
    made = trace(Program(goals=(SKILL,), sessions=(Session(id="meet"), Session(id="work", goals=("skill",))),
                         evaluation=Evaluation(instruments=(FORM,))))
    thread = made.threads[0]
    assert [meeting.number for meeting in thread.meetings] == [2]
    assert [(asked.instrument.id, asked.questions) for asked in thread.asked] == [("try", (ASKED,))]
    assert (thread.gaps, made.gaps) == ((), 0)
    assert [meeting.session.id for meeting in made.meetings] == ["meet"]
    assert made.loose == (("Do you decide better?", (FORM,)),)


def test_a_question_of_two_instruments_is_one() -> None:
    """Asked at the start and at the end, it is listed once, with both."""
    again = Instrument(id="again", questions=(LOOSE, REACTION))
    made = trace(Program(evaluation=Evaluation(instruments=(FORM, again))))
    assert made.loose == (("Do you decide better?", (FORM, again)),)


def test_what_is_missing_is_said() -> None:
    """One sentence for each break of the thread."""
    assert _gaps(Goal(id="other")) == ("No session serves it.", "Nothing says how you will know.")
    assert _gaps(Goal(id="skill", measures=(Measure(name="Tasks"),))) == (
        "No measure says where its number comes from.", "No measure has a target.", "Nothing says how it was before.")
    assert _gaps(Goal(id="skill", measures=(Measure(name="Days", target=1, baseline=0, data_source="The desk"),))) == ()
    assert trace(Program()).threads == ()
