"""The live preview, as a real process, asked by a real browser."""

from __future__ import annotations

import contextlib
import http.client
import random
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

from rmplay.build import preview as preview_module
from rmplay.lint.rule import Settings
from support.browser import record_complaints, until
from support.project import files

SITES = Path(__file__).parent.parent / "sites"
GOOD = "id: one\ntitle: First title\nfaq:\n" + "".join(f"  - question: What is {n}?\n    answer: Answer {n}.\n" for n in range(40))
BAD = GOOD.replace("title: First title", "title: First title\nkind: backwards")
RICH = (SITES / "reciprocal/content/programs/reciprocal.yaml").read_text(encoding="utf-8")
# A style sheet that was swapped has another address, and a state may follow in which nothing of the page is new.
FRESH = r"() => document.documentElement.outerHTML.replace(/\?\d+|data-state=\"\d+\"/g, '')"
LONGEST = 30


class Preview:
    """A project and the process that serves it."""

    def __init__(self, root: Path) -> None:
        self.root, self.program = root, root / "content/programs/one.yaml"
        self.process = subprocess.Popen([sys.executable, "-u", "-m", "rmplay", "serve"], cwd=root, text=True,
                                        encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.said: list[str] = []
        self.url = ""
        while not self.url:
            line = self.process.stdout.readline()
            assert line, "".join(self.said)
            self.said.append(line)
            self.url = "".join(re.findall(r"http://[\d.]+:\d+/", line))
        self.listener = threading.Thread(target=lambda: self.said.extend(self.process.stdout), daemon=True)
        self.listener.start()

    def end(self) -> None:
        """End the process; what it said is complete then."""
        self.process.terminate()
        self.process.wait(10)
        self.listener.join(10)
        self.process.stdout.close()

    def get(self, path: str, host: str = "") -> tuple[int, str]:
        """Status and text of a page."""
        name, port = self.url.removeprefix("http://").strip("/").split(":")
        with contextlib.closing(http.client.HTTPConnection(name, int(port), timeout=10)) as connection:
            connection.request("GET", path, headers={"Host": host} if host else {})
            answer = connection.getresponse()
            return answer.status, answer.read().decode(errors="replace")

    def until(self, path: str, text: str) -> None:
        """Wait until a page holds a text."""
        end = time.monotonic() + LONGEST
        while text not in self.get(path)[1]:
            assert time.monotonic() < end, f"{text} never came; it said: {''.join(self.said)[-500:]}"
            time.sleep(0.01)


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """A small project, served."""
    (tmp_path / "content/programs").mkdir(parents=True)
    (tmp_path / "content/programs/one.yaml").write_text(GOOD, encoding="utf-8")
    served = Preview(tmp_path)
    yield served
    alive = served.process.poll() is None
    served.end()
    assert alive and "Traceback" not in "".join(served.said), "".join(served.said)[-2000:]


def test_a_page_shows_what_is_saved_and_mistakes_with_their_cure(preview: Preview, new_page: Callable[..., Page]) -> None:
    """In the browser: the place is kept, a mistake is shown above the last good page, and it mends itself."""
    page = new_page()
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text) if said.type == "error" else None)
    page.goto(preview.url + "one/faq.html")
    page.evaluate("window.scrollTo(0, 700)")
    preview.program.write_text(GOOD.replace("Answer 3.", "Another answer."), encoding="utf-8")
    page.get_by_text("Another answer.").wait_for(timeout=LONGEST * 1000)
    until(page, "Math.abs(window.scrollY - 700) < 5")
    preview.program.write_text(BAD, encoding="utf-8")
    box = page.locator("#rmplay-mistakes")
    box.wait_for(timeout=LONGEST * 1000)
    assert all(part in box.inner_text() for part in ("one.yaml:3:7", "unknown-choice", "^^^^", "Fix:"))
    assert page.get_by_text("Another answer.").count() == 1
    preview.program.write_text(GOOD, encoding="utf-8")
    box.wait_for(state="detached", timeout=LONGEST * 1000)
    page.get_by_text("Answer 3.").wait_for(timeout=LONGEST * 1000)
    assert refused == []
    assert not (preview.root / "site").exists()


def test_a_style_sheet_is_swapped_without_a_new_page(preview: Preview, new_page: Callable[..., Page]) -> None:
    """What was typed into the page stays."""
    theme = preview.root / "themes/own/static"
    theme.mkdir(parents=True)
    (theme.parent / "theme.yaml").write_text('name: own\nparent: base\napi: "1"\n', encoding="utf-8")
    (theme / "theme.css").write_text("body { color: rgb(1, 2, 3); }", encoding="utf-8")
    (preview.root / "content/site.yaml").write_text("title: Site\ntheme: own\n", encoding="utf-8")
    preview.until("/assets/theme.css", "rgb(1, 2, 3)")
    page = new_page()
    page.goto(preview.url + "one/faq.html")
    page.evaluate("window.stays = true")
    (theme / "theme.css").write_text("body { color: rgb(4, 5, 6); }", encoding="utf-8")
    until(page, "getComputedStyle(document.body).color === 'rgb(4, 5, 6)'")
    assert page.evaluate("window.stays") is True


def test_what_is_saved_before_a_page_asks_for_news_is_not_lost(preview: Preview, new_page: Callable[..., Page]) -> None:
    """A page says which state it shows, so that a save between its loading and its first question comes too."""
    page = new_page()
    asked: list[Route] = []
    page.route("**/.rmplay/news*", lambda route: asked.append(route))
    page.goto(preview.url + "one/faq.html")
    preview.program.write_text(GOOD.replace("Answer 3.", "Another answer."), encoding="utf-8")
    preview.until("/one/faq.html", "Another answer.")
    while not asked:
        page.wait_for_timeout(20)
    asked[0].continue_()
    page.get_by_text("Another answer.").wait_for(timeout=LONGEST * 1000)


def test_another_host_name_is_refused(preview: Preview) -> None:
    """A page of the web that has its name point here gets nothing."""
    assert preview.get("/")[0] == 200
    assert preview.get("/", "evil.example")[0] == 403
    assert preview.get("/../../etc/passwd")[0] == 404


def test_it_survives_everything_that_happens_to_files(preview: Preview) -> None:
    """A thousand saves, half-written files, renames, deletes and a vanished folder; then it shows the truth."""
    folder, chance = preview.program.parent, random.Random(1)
    for number in range(1000):
        path = folder / f"p{chance.randrange(4)}.yaml"
        act = chance.randrange(5)
        if act == 0:
            path.unlink(missing_ok=True)
        elif act == 1 and path.exists():
            path.replace(folder / f"p{chance.randrange(4)}.yaml")
        else:
            text = GOOD.replace("id: one", f"id: {path.stem}").replace("First title", f"Title {number}")
            path.write_bytes(text.encode()[:chance.choice([5, 50, 10**6])])
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    (preview.root / "content").rename(preview.root / "away")
    time.sleep(0.5)
    (preview.root / "away").rename(preview.root / "content")
    folder.mkdir()
    preview.program.write_text(GOOD.replace("First title", "At the end"), encoding="utf-8")
    preview.until("/one/index.html", "At the end")
    assert set(files(preview.root)) == {"content/programs/one.yaml"}


def _titled(number: int) -> str:
    return re.sub(r"^title: .*$", f"id: one\ntitle: Title {number}", RICH, count=1, flags=re.M) + GOOD[GOOD.index("faq:"):]


def _save(preview: Preview, page: Page, number: int) -> None:
    """Save a title, and wait until all of it is in an open page: also the state that is told last, of home and search."""
    preview.program.write_text(_titled(number), encoding="utf-8")
    preview.until("/index.html", f"Title {number}")
    until(page, f"document.title.includes('Title {number}')")
    page.wait_for_timeout(300)


def _saved_thrice(preview: Preview, new_page: Callable[..., Page], path: str) -> tuple[Page, list[str]]:
    """A page that was open while its program was saved three times, and a list that fills with its complaints."""
    preview.program.write_text(_titled(0), encoding="utf-8")
    preview.until(f"/{path}", "Title 0")
    page = new_page()
    complaints = record_complaints(page)
    page.goto(preview.url + path)
    page.evaluate("window.stays = true; window.printed = 0; window.print = () => { window.printed += 1; }; null")
    for number in (1, 2, 3):
        _save(preview, page, number)
    return page, complaints


def test_a_new_page_is_put_in_place_of_the_old_one(preview: Preview, new_page: Callable[..., Page]) -> None:
    """Without a navigation: after three saves it is as a fresh page is, with its scripts. What was typed stays, and the place."""
    page, complaints = _saved_thrice(preview, new_page, "one/agenda-at-the-counter.html")
    other = new_page()
    other.goto(page.url)
    assert page.evaluate(FRESH) == other.evaluate(FRESH)
    page.locator("main textarea").first.fill("as typed")
    page.evaluate("window.scrollTo({ top: 600, behavior: 'instant' })")
    page.wait_for_timeout(300)
    place = page.evaluate("window.scrollY")  # the browser holds on to a line, which the field that grew has moved by a little
    assert place > 300
    _save(preview, page, 4)
    assert page.locator("main textarea").first.input_value() == "as typed"
    until(page, f"Math.abs(window.scrollY - {place}) < 5")
    assert page.evaluate("window.stays") is True
    assert complaints == []


def test_scripts_start_anew_and_leave_nothing_of_before(preview: Preview, new_page: Callable[..., Page]) -> None:
    """After three saves a click is heard once, and search finds what was saved last."""
    page, complaints = _saved_thrice(preview, new_page, "one/index.html")
    page.locator("[data-print]").first.click()
    assert page.evaluate("window.printed") == 1
    assert page.locator("[data-calendar]").first.is_visible()
    page.keyboard.press("/")
    page.locator("dialog.find input").fill("Title")
    page.get_by_role("dialog").get_by_text("Title 3").first.wait_for()
    assert complaints == []


def test_a_script_that_cannot_start_twice_gets_a_page_of_its_own(preview: Preview, new_page: Callable[..., Page]) -> None:
    """Names at the top of a classic script exist once in a page."""
    theme = preview.root / "themes/own/static"
    theme.mkdir(parents=True)
    (theme.parent / "theme.yaml").write_text('name: own\nparent: base\napi: "1"\n', encoding="utf-8")
    (theme / "rmplay.js").write_text("const once = true; document.body.dataset.started = once;", encoding="utf-8")
    (preview.root / "content/site.yaml").write_text("title: Site\ntheme: own\n", encoding="utf-8")
    preview.until("/assets/rmplay.js", "once")
    page = new_page()
    page.goto(preview.url + "one/faq.html")
    preview.program.write_text(GOOD.replace("Answer 3.", "Another answer."), encoding="utf-8")
    page.get_by_text("Another answer.").wait_for(timeout=LONGEST * 1000)
    until(page, "document.body && document.body.dataset.started === 'true'")


def test_what_is_half_written_is_told_to_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor empties a file before it writes, or takes it away: a mistake is told if it is still there a moment later."""
    program = tmp_path / "content/programs/one.yaml"
    program.parent.mkdir(parents=True)
    program.write_text(GOOD, encoding="utf-8")
    monkeypatch.setattr(preview_module.time, "sleep", lambda seconds: program.write_text(GOOD, encoding="utf-8"))
    seen = preview_module.Preview((), tmp_path, Settings)
    first = seen.refresh()
    program.write_text("", encoding="utf-8")
    assert seen.refresh() is first
    program.unlink()
    assert seen.refresh() is first
    monkeypatch.setattr(preview_module.time, "sleep", lambda seconds: None)
    program.write_text(BAD, encoding="utf-8")
    assert "unknown-choice" in seen.refresh().mistakes and seen.state.files.keys() == first.files.keys()


def test_the_page_that_is_open_comes_before_all_others(tmp_path: Path) -> None:
    """It is a state of its own, in which nothing else is new, and it has the bytes that it keeps when all are made."""
    program = tmp_path / "content/programs/one.yaml"
    program.parent.mkdir(parents=True)
    program.write_text(GOOD, encoding="utf-8")
    seen, states = preview_module.Preview((), tmp_path, Settings), []
    seen.refresh()
    seen.shown.append("one/faq.html")
    tell = seen._tell
    seen._tell = lambda files, mistakes: (tell(files, mistakes), states.append(seen.state))
    program.write_text(GOOD.replace("First title", "Second title"), encoding="utf-8")
    seen.refresh()
    early, late = states
    assert early.since(early.number - 1) == ["one/faq.html"] and b"Second title" in early.files["one/faq.html"]
    assert "one/faq.html" not in late.since(early.number) and "one/index.html" in late.since(early.number)
