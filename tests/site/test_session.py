"""An agenda while two people use it: the clock, what comes along from earlier sessions, and what all of it weighs."""

from __future__ import annotations

import gzip

import pytest

from support import listing
from support.browser import axe, leaving, print_pdf, record_complaints, record_requests
from support.machine import ROOT
from support.pdf import pdf_pages
from support.sites import sample_site

SECOND = "digital-fluency/agenda-a-day-of-mine.html"
THIRD = "digital-fluency/agenda-your-hands.html"
FOURTH = "digital-fluency/agenda-numbers-that-move.html"


def _goto(page, path: str) -> None:
    page.goto((sample_site() / path).as_uri())


def test_an_action_of_one_session_is_looked_back_on_in_the_next(new_page) -> None:
    """Written in session 2, shown in 3 with who and when, ticked there, ticked in 2, and gone in 4; open ones come along."""
    page = new_page()
    asked = record_requests(page)
    _goto(page, SECOND)
    for number, what in ((1, "Send the list"), (2, "Try the filter")):
        page.get_by_label(f"What, action {number}").fill(what)
    page.get_by_label("Who, action 1").fill("Mentee")
    page.get_by_label("By when, action 1").fill("Friday")
    _goto(page, THIRD)
    carried = page.locator(".carried li")
    assert carried.all_text_contents() == ["Send the list Mentee, Friday, session 2", "Try the filter session 2"]
    page.get_by_label("Send the list").check()
    page.get_by_role("button", name="Clear what I typed").click()
    _goto(page, SECOND)
    assert page.get_by_label("Done, action 1").is_checked() and not page.get_by_label("Done, action 2").is_checked()
    _goto(page, FOURTH)
    assert carried.all_text_contents() == ["Try the filter session 2"]
    _goto(page, "digital-fluency/agenda-agree-how-we-work.html")
    assert not page.locator("[data-carried]").count()
    assert leaving(asked) == []


def test_what_comes_along_is_accessible_and_the_sheet_keeps_its_pages(new_page) -> None:
    """Many long actions on a narrow screen, and on paper."""
    page = new_page(320)
    _goto(page, SECOND)
    for number in (1, 2, 3):
        page.get_by_label(f"What, action {number}").fill("A long action that says in detail what is to be done " * 2)
    _goto(page, THIRD)
    assert not axe(page), listing(axe(page))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for paper in ("A4", "Letter"):
        assert len(pdf_pages(print_pdf(page, paper))) == 2


def test_the_clock_lights_each_part_in_its_time(new_page) -> None:
    """Started, paused, moved on, reloaded, run over and ended; under the policy of the page."""
    page = new_page()
    complaints = record_complaints(page)
    page.clock.install()
    _goto(page, THIRD)
    lit, part, left = page.locator("tr.now .part"), page.locator(".clock-part"), page.locator(".clock-time b")
    page.get_by_role("button", name="Start session").click()
    assert (lit.text_content(), left.text_content()) == ("Arrive", "3:00 left")
    page.clock.run_for(60_000)
    assert left.text_content() == "2:00 left"
    page.clock.run_for(121_000)
    assert (lit.text_content(), part.text_content()) == ("What happened since", "What happened since")
    page.get_by_role("button", name="Pause").click()
    page.clock.run_for(600_000)
    assert lit.text_content() == "What happened since"
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Next part").click()
    assert lit.text_content() == "Task one, shown once"
    assert page.locator("tr[aria-current=step]").count() == 1
    assert page.locator(".clock [role=status]").text_content() == "Task one, shown once, 5\u00a0min"
    page.reload()
    assert lit.text_content() == "Task one, shown once"
    page.clock.run_for(60 * 60_000)
    assert part.text_content() == "Time is up" and left.text_content().startswith("+")
    page.get_by_role("button", name="End").click()
    assert not page.locator(".clock").is_visible() and not lit.count()
    assert page.evaluate("document.activeElement.textContent") == "Start session"
    assert complaints == []


def test_the_clock_keeps_the_screen_awake_where_it_may(new_page) -> None:
    """The lock is asked for, told, and given back at the end; where it is refused the clock runs all the same."""
    page = new_page()
    _goto(page, THIRD)
    page.evaluate("""() => { window.released = 0;
        const lock = new EventTarget();
        lock.release = () => { window.released += 1; lock.dispatchEvent(new Event('release')); return Promise.resolve(); };
        Object.defineProperty(navigator, 'wakeLock', {value: {request: () => Promise.resolve(lock)}}); }""")
    page.get_by_role("button", name="Start session").click()
    page.get_by_text("The screen stays on.").wait_for()
    page.get_by_role("button", name="End").click()
    assert page.evaluate("window.released") == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1366, 320])
def test_a_running_clock_is_accessible_and_not_on_paper(new_page, width: int, scheme: str) -> None:
    """No axe violation, no sideways scroll; a sheet printed meanwhile is the usual one."""
    page = new_page(width, scheme)
    _goto(page, THIRD)
    page.get_by_role("button", name="Start session").click()
    assert not axe(page), listing(axe(page))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    texts = pdf_pages(print_pdf(page, "A4"))
    assert len(texts) == 2 and "Pause" not in "".join(texts)


@pytest.mark.parametrize("theme", sorted(path.parent.name for path in (ROOT / "themes").glob("*/theme.yaml")))
def test_scripts_and_styles_are_small(theme: str) -> None:
    """At most 8 KB of scripts and 14 KB of styles, each file packed by itself as a server does.

    A theme that stands on the default one brings its own style beside that, and has 2 KB more for it.
    """
    from rmplay.site.theme import find_theme
    static = find_theme(theme, (ROOT / "themes",)).static()
    for ending, most in ((".js", 8 * 1024), (".css", (16 if theme == "handbook" else 14) * 1024)):
        size = sum(len(gzip.compress(path.read_bytes(), 9, mtime=0)) for name, path in static.items() if name.endswith(ending))
        assert size <= most, f"{ending}: {size} bytes"
