"""`program.json`: what a program is, for other tools. Its schema is docs/program.schema.json; fields are only added."""

from __future__ import annotations

import json
from typing import Any

from ..definition.model import PAIR, Program, Site
from ..definition.schedule import Meeting, day, hours, meetings
from .calendar import roles_with_calendar
from .links import address
from .plan import Edition, Page, folder_of, plan
from .render import Artifact
from .text import plain
from .words import ENGLISH, Words

VERSION = 1


def facts(program: Program, site: Site, edition: Edition = Edition(), words: Words = ENGLISH) -> Artifact:
    """The facts of a program as JSON. The program needs an id. What is not written is null; paths start at the file.

    `words` are those of the language in which the pages were made.
    """
    folder = folder_of(program, edition)
    cadence = program.cadence
    told = {
        "rmplay": VERSION, "id": program.id, "title": program.title or program.id, "summary": plain(program.summary),
        "url": address(site, f"{folder}/index.html") or None, "language": edition.language_for(program, site),
        "kind": program.kind, "topic": program.topic, "status": program.status or "draft", "version": program.version,
        "start": _day(program.start), "length_weeks": cadence.length_weeks if cadence else None,
        "hours": {role: hours(program, role) for role in PAIR},
        "sessions": [_session(meeting) for meeting in meetings(program)],
        "questionnaires": [{"id": i.id, "title": i.title, "for": list(i.for_), "week": i.week,
                            "date": _day(day(program, i.week))}
                           for i in (program.evaluation.instruments if program.evaluation else ())],
        "pages": [_page(page, folder) for page in plan(program, edition, words).pages],
        "calendars": {role: f"calendar-{role}.ics" for role in roles_with_calendar(program)},
    }
    return Artifact(f"{folder}/program.json", (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode())


def _session(meeting: Meeting) -> dict[str, Any]:
    session = meeting.session
    return {"id": session.id, "number": meeting.number, "title": session.title, "purpose": plain(session.purpose),
            "phase": meeting.phase, "week": meeting.week, "date": _day(meeting.date), "minutes": meeting.minutes,
            "page": f"agenda-{session.id}.html"}


def _page(page: Page, folder: str) -> dict[str, Any]:
    return {"key": page.key, "title": page.title, "path": page.path.removeprefix(f"{folder}/"),
            "document": page.document.key, "readers": list(page.document.readers), "audience": page.document.audience}


def _day(date: Any) -> str | None:
    return date.isoformat() if date else None
