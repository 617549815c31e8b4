"""Calendar files, read back by two other programs, through a change of the clocks."""

from __future__ import annotations

import datetime
import json
import subprocess
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from rmplay.definition.load import load_program, text_of
from rmplay.definition.model import Site
from rmplay.site.calendar import calendars
from support.browser import leaving, record_complaints, record_requests
from support.machine import ROOT, npm_file, program
from support.sites import sample_site

TEXT = (ROOT / "content" / "programs" / "digital-fluency.yaml").read_text(encoding="utf-8")
PROGRAM = load_program(text_of(("start: 2027-03-01\n" + TEXT).encode(), "p.yaml")).record
READ = """
const ICAL = (await import(process.argv[1])).default;
const fs = await import("fs");
const all = new ICAL.Component(ICAL.parse(fs.readFileSync(process.argv[2], "utf8"))).getAllSubcomponents("vevent");
console.log(JSON.stringify(all.map(v => { const e = new ICAL.Event(v);
  return [e.uid, e.summary, e.startDate.toString(), e.endDate.toString()]; })));
"""


def _by_ical_js(path: Path) -> list[list[str]]:
    """The entries of a file as ical.js reads them: id, title, start and end."""
    done = subprocess.run([program("node"), "--input-type=module", "-e", READ,
                           npm_file("ical.js/dist/ical.js").as_uri(), str(path)],
                          capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _assert_well_formed(data: bytes) -> None:
    assert data.endswith(b"\r\n") and b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    data.decode()
    Calendar.from_ical(data).validate()


@pytest.mark.parametrize("role", ["mentor", "mentee"])
def test_a_file_for_each_role_is_read_back(tmp_path: Path, role: str) -> None:
    """Every session on its Monday, all day, with purpose, link and reminder; both readers agree."""
    data = calendars(PROGRAM, Site(base_url="https://example.org/p"))[f"digital-fluency/calendar-{role}.ics"]
    _assert_well_formed(data)
    events = Calendar.from_ical(data).walk("VEVENT")
    sessions = [e for e in events if str(e["summary"]).startswith("Session")]
    start = datetime.date(2027, 3, 1)
    assert [e.decoded("dtstart") for e in sessions][:3] == [start + datetime.timedelta(weeks=w) for w in (0, 2, 4)]
    assert len(sessions) == len(PROGRAM.sessions)
    assert len({str(e["uid"]) for e in events}) == len(events)
    assert all(str(e["url"]).startswith("https://example.org/p/digital-fluency/") for e in events)
    assert all(e.walk("VALARM")[0].decoded("trigger") == datetime.timedelta(hours=-15) for e in events)
    (tmp_path / "c.ics").write_bytes(data)
    assert [[str(e["uid"]), str(e["summary"]), e.decoded("dtstart").isoformat(), e.decoded("dtend").isoformat()]
            for e in events] == _by_ical_js(tmp_path / "c.ics")


def test_a_file_is_the_same_each_time_and_its_ids_outlive_a_change() -> None:
    """Nothing of it comes from the clock; a new title or start keeps the ids, a noted change raises the number."""
    before = calendars(PROGRAM, Site())
    assert before == calendars(PROGRAM, Site())
    moved = PROGRAM.changed(start=datetime.date(2027, 9, 6), title="Another", changes=PROGRAM.changes * 2)
    ids = [[str(e["uid"]) for e in Calendar.from_ical(made["digital-fluency/calendar-mentor.ics"]).walk("VEVENT")]
           for made in (before, calendars(moved, Site()))]
    assert sorted(ids[0]) == sorted(ids[1])
    numbers = [Calendar.from_ical(made["digital-fluency/calendar-mentor.ics"]).walk("VEVENT")[0]["sequence"]
               for made in (before, calendars(moved, Site()))]
    assert numbers[1] > numbers[0]
    assert calendars(PROGRAM.changed(start=None), Site()) == {}


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York"])
def test_a_page_makes_a_file_that_keeps_the_hour_when_the_clocks_change(new_page, tmp_path: Path, zone: str) -> None:
    """From disk, under the policy of the page, with nothing sent: 9:30 stays 9:30 on either side of the change."""
    page = new_page(timezone_id=zone, accept_downloads=True)
    asked, complaints = record_requests(page), record_complaints(page)
    page.goto((sample_site() / "digital-fluency" / "index.html").as_uri())
    page.get_by_label("Your first session").fill("2027-02-23")
    page.get_by_label("Time", exact=True).fill("09:30")
    page.get_by_label("With whom").fill("Zoë; the head, of sales")
    with page.expect_download() as download:
        page.get_by_role("button", name="Make a calendar file").click()
    assert download.value.suggested_filename == "digital-fluency.ics"
    download.value.save_as(tmp_path / "c.ics")
    data = (tmp_path / "c.ics").read_bytes()
    _assert_well_formed(data)
    events = Calendar.from_ical(data).walk("VEVENT")
    starts = [e.decoded("dtstart") for e in events]
    assert {start.astimezone(ZoneInfo(zone)).strftime("%H:%M") for start in starts} == {"09:30"}
    assert len({start.strftime("%H:%M") for start in starts}) == 2, "the clocks change in between"
    assert [e.decoded("dtend") - e.decoded("dtstart") for e in events][0] == datetime.timedelta(minutes=45)
    assert "Zoë; the head, of sales" in str(events[0]["summary"])
    assert [entry[2] for entry in _by_ical_js(tmp_path / "c.ics")] == [s.strftime("%Y-%m-%dT%H:%M:%SZ") for s in starts]
    assert leaving(asked) == [] and complaints == []


def test_without_scripts_there_is_no_dead_form(new_page) -> None:
    """The form needs a script, so it is not shown without one."""
    page = new_page(java_script_enabled=False)
    page.goto((sample_site() / "digital-fluency" / "index.html").as_uri())
    assert not page.locator("[data-calendar]").is_visible()
