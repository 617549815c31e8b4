"""Calendar files for a program with a start: one for the mentor and one for the mentee, of whole days.

A definition knows weeks, not hours, so an entry stands on the first day of its week. Ids are stable and nothing comes
from the clock: the stamp is the last change that the definition names. (RFC 5545; import is a snapshot.)
"""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..definition.model import PAIR, Program, Site
from ..definition.schedule import day, meetings
from ..values import NamedTuple
from .links import address
from .plan import Edition, folder_of
from .text import plain
from .words import ENGLISH, Words

if TYPE_CHECKING:
    from icalendar import Event

_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "tag:rmplay,2026:session")
_REMINDER = datetime.timedelta(hours=-15)  # nine in the morning on the day before


class Entry(NamedTuple):
    """One line of a calendar: a session or something to do, with the key of its page."""

    key: str
    date: datetime.date
    title: str
    text: str


def uid(program_id: str, key: str) -> str:
    """The id of an entry: the same in every build, and in every file that a page makes."""
    return str(uuid.uuid5(_SPACE, f"{program_id}/{key}"))


def roles_with_calendar(program: Program) -> tuple[str, ...]:
    """The roles for which there is a calendar file: both of the pair, if the program has a start and a session."""
    return PAIR if program.start and any(meeting.date for meeting in meetings(program)) else ()


def calendars(program: Program, site: Site, words: Words = ENGLISH, edition: Edition = Edition()) -> dict[str, bytes]:
    """The calendar files of a program by their paths in the site, in a language. The program needs an id."""
    folder = folder_of(program, edition)
    return {f"{folder}/calendar-{role}.ics": _calendar(program, site, role, words, edition)
            for role in roles_with_calendar(program)}


def entries(program: Program, role: str, words: Words = ENGLISH) -> list[Entry]:
    """What stands in the calendar of a role, in the order of its dates."""
    found = [*_sessions(program, role, words), *_questionnaires(program, role, words), *_training(program, role, words)]
    return sorted(found, key=lambda entry: (entry.date, entry.key))


def _sessions(program: Program, role: str, words: Words) -> Iterable[Entry]:
    for meeting in meetings(program):
        if meeting.date is None:
            continue
        session = meeting.session
        prepare = getattr(session.prepare, role) if session.prepare else ()
        length = words.gettext("%(minutes)s minutes, this week.", minutes=meeting.minutes) if meeting.minutes else \
            words.gettext("This week.")
        text = [f"{length} {plain(session.purpose)}",
                *(words.gettext("Before: %(what)s", what=plain(line)) for line in prepare)]
        title = words.gettext("Session %(number)s of %(count)s: %(title)s", number=meeting.number, count=meeting.count,
                              title=session.title or session.id)
        yield Entry(f"agenda/{session.id}", meeting.date, title, "\n".join(text).strip())


def _questionnaires(program: Program, role: str, words: Words) -> Iterable[Entry]:
    for instrument in program.evaluation.instruments if program.evaluation else ():
        date = day(program, instrument.week)
        if date and role in instrument.for_:
            minutes = words.gettext("About %(minutes)s minutes.", minutes=instrument.minutes) if instrument.minutes else ""
            title = words.gettext("Answer: %(title)s", title=instrument.title or words.gettext("questionnaire"))
            yield Entry(f"questionnaire/{instrument.id}", date, title, minutes)


def _training(program: Program, role: str, words: Words) -> Iterable[Entry]:
    for module in program.training.modules if program.training else ():
        date = day(program, module.due_week)
        if date and role in module.for_:
            minutes = words.gettext("%(minutes)s minutes, by this week.", minutes=module.minutes) if module.minutes else \
                words.gettext("By this week.")
            title = words.gettext("Training: %(title)s", title=module.title or module.id)
            yield Entry(f"training/{module.id}", date, title, minutes)


def _calendar(program: Program, site: Site, role: str, words: Words, edition: Edition) -> bytes:
    from icalendar import Calendar
    made = Calendar()
    name = f"{program.title or program.id} ({words.choice(role)})"
    for key, value in (("prodid", "-//rmplay//playbook//EN"), ("version", "2.0"), ("calscale", "GREGORIAN"),
                       ("method", "PUBLISH"), ("name", name), ("x-wr-calname", name)):
        made.add(key, value)
    for entry in entries(program, role, words):
        made.add_component(_event(entry, program, role, _link(entry, program, site, edition)))
    return made.to_ical()


def _event(entry: Entry, program: Program, role: str, link: str) -> Event:
    from icalendar import Event
    event = Event()
    for key, value in (("uid", uid(program.id, f"{role}/{entry.key}")), ("dtstamp", _stamp(program)),
                       ("sequence", len(program.changes)), ("dtstart", entry.date),
                       ("dtend", entry.date + datetime.timedelta(days=1)), ("summary", entry.title),
                       ("description", "\n".join(filter(None, (entry.text, link)))), ("transp", "TRANSPARENT")):
        event.add(key, value)
    if link:
        event.add("url", link)
    event.add_component(_alarm(entry))
    return event


def _alarm(entry: Entry):
    from icalendar import Alarm
    alarm = Alarm()
    for key, value in (("action", "DISPLAY"), ("description", entry.title), ("trigger", _REMINDER)):
        alarm.add(key, value)
    return alarm


def _stamp(program: Program) -> datetime.datetime:
    """The last day on which the definition says that it was changed, else its start."""
    days = [change.date for change in program.changes if change.date]
    last = max(days) if days else program.start
    return datetime.datetime(last.year, last.month, last.day, tzinfo=datetime.UTC)


def _link(entry: Entry, program: Program, site: Site, edition: Edition) -> str:
    """The address of the page of an entry, where the site has one; a step of the training has no page of its own."""
    page = entry.key.replace("/", "-") if not entry.key.startswith("training/") else "index"
    return address(site, f"{folder_of(program, edition)}/{page}.html")
