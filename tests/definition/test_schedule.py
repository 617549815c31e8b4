"""What is derived: numbers, weeks, dates, clock and hours."""

from __future__ import annotations

import datetime

import pytest

from rmplay.definition.load import load_program, text_of
from rmplay.definition.schedule import clock, hours, meetings

TEXT = """\
title: Four meetings
start: 2027-03-01
cadence:
  length_weeks: 12
  every_weeks: 3
  minutes: 45
  between_minutes: 20
sessions:
  - title: Agree
    agenda:
      - title: Hello
        minutes: 10
      - title: Sign
        minutes: 35
  - title: Show
    minutes: 60
  - title: Try
    week: 8
  - title: Thanks
training:
  modules:
    - title: Start
      for: [mentor]
      minutes: 90
"""


def _program(text: str = TEXT):
    return load_program(text_of(text.encode(), "p.yaml")).record


def test_weeks_follow_the_cadence_from_the_last_stated_one() -> None:
    """A session moved to another week moves those behind it."""
    assert [(m.number, m.week, m.phase) for m in meetings(_program())] == [
        (1, 0, "opening"), (2, 3, "working"), (3, 8, "working"), (4, 11, "closing")]


def test_dates_are_weeks_from_the_start() -> None:
    """One start date gives a calendar."""
    assert meetings(_program())[1].date == datetime.date(2027, 3, 22)


def test_clock_starts_each_part_where_the_one_before_ends() -> None:
    """The clock of an agenda begins at 0:00."""
    first = meetings(_program())[0]
    assert [part.clock for part in first.parts] == ["0:00", "0:10"]
    assert first.planned == 45


@pytest.mark.parametrize(("minutes", "shown"), [(0, "0:00"), (65, "1:05"), (480, "8:00")])
def test_clock(minutes: int, shown: str) -> None:
    """Minutes as hours and minutes."""
    assert clock(minutes) == shown


def test_hours_are_sessions_the_time_between_and_training() -> None:
    """45 + 60 + 45 + 45 minutes, three gaps of 20, and 90 minutes of training for the mentor alone."""
    assert hours(_program(), "mentee") == 4.5
    assert hours(_program(), "mentor") == 6.0
    assert hours(_program("title: Nothing yet\n"), "mentor") is None


def test_without_a_cadence_nothing_is_made_up() -> None:
    """No week, no date, no minutes where nothing says them."""
    second = meetings(_program("title: T\nsessions:\n  - title: One\n  - title: Two\n"))[1]
    assert (second.week, second.date, second.minutes) == (None, None, None)


def test_a_start_at_the_end_of_time_has_no_dates() -> None:
    """A date that no calendar has is left out."""
    program = _program("title: T\nstart: 9999-12-31\ncadence:\n  every_weeks: 9\nsessions:\n  - title: One\n"
                       "  - title: Two\n")
    assert meetings(program)[1].date is None
