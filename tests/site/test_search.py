"""The search: by keyboard, from disk and from a server, small, fast, and found in the way people type."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from rmplay.site.search import PATH, Row, folded, index, words_in, written
from support import listing
from support.browser import axe, leaving, record_complaints, record_requests, until
from support.sites import pages, sample_site

PROGRAM = "digital-fluency/index.html"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *words: object) -> None:
        pass


@pytest.fixture
def served() -> Iterator[str]:
    """The sample site on a server of this machine, in a folder below its top, as it may be published."""
    handler = functools.partial(_Quiet, directory=str(sample_site().parent))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{sample_site().name}/"
        server.shutdown()


def _find(page, words: str) -> list[str]:
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.locator("dialog [role=status]").filter(has_not_text="Type a word").wait_for()
    until(page, "document.querySelector('dialog [role=status]').textContent.match(/page|Nothing/)")
    return page.locator(".found a").all_text_contents()


@pytest.mark.parametrize("on_disk", [True, False], ids=["disk", "server"])
def test_a_page_is_found_and_opened_by_keyboard_alone(new_page, served: str, on_disk: bool) -> None:
    """/, a few letters, arrow, Enter; Esc closes; under the policy of the pages, and nothing leaves."""
    page = new_page()
    asked, complaints = record_requests(page), record_complaints(page)
    page.goto((sample_site() / PROGRAM).as_uri() if on_disk else served + PROGRAM)
    assert _find(page, "your han")[0] == "Your hands, my patience"
    page.keyboard.press("Escape")
    assert not page.locator("dialog").is_visible()
    until(page, "document.activeElement.hasAttribute('data-find') || document.activeElement === document.body")
    assert _find(page, "patience han")[0] == "Your hands, my patience"
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent") == "Your hands, my patience"
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "find-words"
    page.keyboard.press("Enter")
    page.wait_for_url("**/agenda-your-hands.html")
    assert complaints == []
    assert on_disk is False or leaving(asked) == []


def test_what_is_found(new_page) -> None:
    """A beginning of a word is enough, marks and capitals do not matter, all words must fit, own program first."""
    page = new_page()
    page.goto((sample_site() / PROGRAM).as_uri())
    _find(page, "APPRAI")
    for typed, said in (("apprai", "page"), ("xyzzy", "Nothing found"), ("apprai xyzzy", "Nothing found")):
        page.locator("#find-words").fill(typed)
        assert said in page.locator("dialog [role=status]").text_content(), typed
    page.locator("#find-words").fill("mentor guide")
    first = page.locator(".found li").first.text_content()
    assert "Mentor guide" in first and "Digital fluency" in first
    page.locator("#find-words").fill("Ménteè guïde")
    assert "Mentee guide" in page.locator(".found li").first.text_content()


def test_a_slash_that_is_typed_into_a_field_stays_there(new_page) -> None:
    """Dates are written with it."""
    page = new_page()
    page.goto((sample_site() / "digital-fluency/agenda-your-hands.html").as_uri())
    page.locator("textarea").first.click()
    page.keyboard.type("3/4")
    assert page.locator("textarea").first.input_value() == "3/4"
    assert not page.locator("dialog").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1366, 320])
def test_the_open_search_is_accessible(new_page, width: int, scheme: str) -> None:
    """No axe violation, no sideways scroll, and the number of pages is said."""
    page = new_page(width, scheme)
    page.goto((sample_site() / PROGRAM).as_uri())
    assert len(_find(page, "mentor")) == 20
    assert not axe(page), listing(axe(page))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("document.querySelector('dialog').scrollWidth <= document.querySelector('dialog').clientWidth")


def test_without_scripts_the_search_is_not_shown(new_page) -> None:
    """Nor is there anything to tab to."""
    page = new_page(java_script_enabled=False)
    page.goto((sample_site() / PROGRAM).as_uri())
    assert not page.locator("[data-find], dialog").filter(visible=True).count()


def test_the_index_is_small() -> None:
    """At most 15 % of the pages' size."""
    size = sum((sample_site() / path).stat().st_size for path in pages())
    assert (sample_site() / PATH).stat().st_size <= 0.15 * size


def test_every_page_of_a_program_is_in_the_index() -> None:
    """A part comes with each program, in the order of its plan; each language has an index of its own."""
    english, german = ((sample_site() / path).read_text(encoding="utf-8") for path in (PATH, PATH.replace(".js", "-de.js")))
    missing = [path for path in pages() if path.count("/") > path.startswith("de/")
               and f'"{path.split("/")[-1]}"' not in (german if path.startswith("de/") else english)]
    assert missing == []


def _row(number: int) -> Row:
    words = {f"word{(number * 7 + i * 13) % 9000}" for i in range(180)} | {"mentor"}
    return Row(f"page-{number}.html", f"Page {number} of hands", (f"Kind {number % 25}", "What it is for"), "",
               frozenset({f"heading{number % 50}"}), frozenset(words))


def test_2000_pages_answer_within_50_milliseconds(new_page, tmp_path: Path) -> None:
    """The slowest of some searches, the first letter of every page among them, each at its best; the index stays small."""
    artifact = index(written(f"program-{number}", f"Program {number}", "en", [_row(number * 40 + i) for i in range(40)])
                     for number in range(50))
    assert len(artifact.data) < 0.15 * 2000 * 9000
    (tmp_path / "assets").mkdir()
    for path in sample_site().glob("assets/*.*"):
        (tmp_path / "assets" / path.name).write_bytes(path.read_bytes())
    (tmp_path / PATH).write_bytes(artifact.data)
    (tmp_path / "index.html").write_bytes((sample_site() / "index.html").read_bytes())
    page = new_page()
    page.goto((tmp_path / "index.html").as_uri())
    assert len(_find(page, "mentor")) == 20
    took = page.evaluate("""() => {
        const field = document.querySelector('#find-words');
        const one = words => { field.value = words; const t = performance.now();
                               field.dispatchEvent(new Event('input')); return performance.now() - t; };
        return ['w', 'word', 'mentor', 'page word1', 'word12 word34 m', 'heading4'].map(
            words => Math.min(...Array.from({length: 9}, () => one(words)))); }""")
    assert max(took) <= 50, took


@pytest.mark.parametrize(("text", "words"), [
    ("Straße, CAFÉ and 3 naïve", {"strasse", "cafe", "and", "naive"}), ("don't", {"don"}), ("会議 a", {"会議"}),
    ("<b>bold</b>&amp;<i x='y'>italic</i>", {"bold", "italic"})])
def test_words_are_folded(text: str, words: set[str]) -> None:
    """As people type them: without marks, in small letters; tags are no words."""
    assert (words_in(text) if "<" in text else folded(text)) == words


def test_nothing_in_a_text_ends_the_script() -> None:
    """The index is a script; a title cannot close it, and the same rows give the same bytes."""
    row = _row(1)._replace(title="</script><script>alert(1)</script>")
    one, other = (written("p", "</script>", "en", [row, _row(2)]) for _ in range(2))
    assert b"</" not in index([one]).data
    assert one == other
