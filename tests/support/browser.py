"""Chromium, driven by Playwright: fixtures, accessibility, printing, and what a page asks the network for."""

import contextlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, Playwright, sync_playwright

from support.machine import npm_file, program, unavailable

ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--font-render-hinting=none",
    # A page that names another host is caught by what it asks for; the request itself leads nowhere.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
)
AXE_RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
OWN_SCHEMES = ("file:", "data:", "blob:", "about:")

Scheme = Literal["light", "dark"]
Paper = Literal["A4", "Letter"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for each test process, started by the first test that needs it."""
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        yield chromium
        chromium.close()


def launch(playwright: Playwright) -> Browser:
    """The Chromium of this machine, without anything that asks the network."""
    path = program("chromium", "chromium-browser", "google-chrome")
    try:
        return playwright.chromium.launch(executable_path=path, args=ARGS)
    except Error as error:
        unavailable(f"{path} does not start: {error}")


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """A function that opens an empty page in a fresh profile; all are closed when the test ends."""
    contexts = []

    def open_page(width: int = 1366, scheme: Scheme = "light", **options: object) -> Page:
        """`options` are those of Playwright's `Browser.new_context`."""
        viewport = {"width": width, "height": 900}
        context = browser.new_context(viewport=viewport, color_scheme=scheme, **options)
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def _profile(browser: Browser) -> Iterator[BrowserContext]:
    """A profile that lasts. Its first page stays open, and with it the process in which the next ones are shown."""
    context = browser.new_context(viewport={"width": 1366, "height": 900})
    context.new_page()
    yield context
    context.close()


@pytest.fixture
def tab(_profile: BrowserContext) -> Iterator[Page]:
    """A page beside others, at half the cost of a fresh profile: for tests that only look and leave nothing behind."""
    page = _profile.new_page()
    yield page
    page.close()


@dataclass(frozen=True)
class Violation:
    """One element that breaks one of axe's rules."""

    rule: str
    impact: str
    help: str
    target: str
    html: str

    def __str__(self) -> str:
        return f"{self.rule} ({self.impact}): {self.help}\n  at {self.target}\n  {self.html}"


def axe(page: Page, *rules: str) -> list[Violation]:
    """What axe-core finds on the page as it is now, one entry an element; `rules` are the only ones that are tried.

    It is evaluated rather than added as an element, so that it runs under the page's own policy and asks for nothing.
    """
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(npm_file("axe-core/axe.min.js").read_text(encoding="utf-8"))
    only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": AXE_RULES}
    result = page.evaluate("only => axe.run(document, {runOnly: only, resultTypes: ['violations'], preload: false})", only)
    return [
        Violation(rule["id"], node["impact"], rule["help"], " ".join(map(str, node["target"])), node["html"])
        for rule in result["violations"]
        for node in rule["nodes"]
    ]


def record_requests(page: Page) -> list[str]:
    """A list that fills with the address of everything the page, its frames and its workers ask for from now on."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    return asked


def leaving(asked: list[str]) -> list[str]:
    """The addresses among these that are not on the reader's own disk or in the page itself."""
    return [url for url in asked if not url.startswith(OWN_SCHEMES)]


def record_complaints(page: Page) -> list[str]:
    """A list that fills with the browser's complaints from now on: console errors and warnings, broken policies, exceptions."""
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return complaints


def print_pdf(page: Page, paper: Paper) -> bytes:
    """The page as people print it: on their own paper unless the style sheet names one, without backgrounds."""
    return page.pdf(format=paper, prefer_css_page_size=True, print_background=False, tagged=True, outline=True)


def until(page: Page, truth: str, longest: float = 30) -> None:
    """Wait until an expression holds in a page, for so many seconds.

    The library's own way needs what the policy of our pages forbids, as soon as it has to ask twice.
    """
    end = time.monotonic() + longest
    while True:
        with contextlib.suppress(Error):  # a page that is being loaded cannot be asked
            if page.evaluate(truth):
                return
        assert time.monotonic() < end, truth
        page.wait_for_timeout(20)
