"""The pages as a reader has them: valid, accessible, quiet, and right on paper."""

from __future__ import annotations

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

from rmplay.site.plan import DOCUMENTS
from support import listing
from support.browser import axe, leaving, print_pdf, record_complaints, record_requests
from support.keyboard import by_keyboard, walked
from support.machine import ROOT
from support.nu import check
from support.pdf import cut, pdf_pages, pdf_sizes, pdf_to_png
from support.project import files
from support.sites import pages, sample_site

OF_COLOR = ("color-contrast", "link-in-text-block")  # all that can differ between light and dark
OF_STYLE = (*OF_COLOR, "target-size", "scrollable-region-focusable")  # all that can differ between themes
NO_SCROLL = "document.documentElement.scrollWidth <= innerWidth"
RICH, DRAFTS = "digital-fluency", ("a-first-idea", "a-title-alone")
LYING = {"risk-register", "traceability"}  # on sheets that are wider than high
SHEETS = {document.key: document.sheets for document in DOCUMENTS}


def _document(path: str) -> str:
    name = path.split("/")[-1].removesuffix(".html")
    return next((key for key in sorted(SHEETS, key=len, reverse=True) if name == key or name.startswith(key + "-")),
                "program" if name == "index" and "/" in path else "home")


def _one_of_each(folder: str) -> list[str]:
    """The longest page of each document of a program."""
    size = {path: (sample_site() / path).stat().st_size for path in pages(folder)}
    return [max((p for p in size if _document(p) == key), key=lambda p: (size[p], p))
            for key in SHEETS if any(_document(p) == key for p in size)]


BOUND = {document.key for document in DOCUMENTS if document.binds}  # their parts are looked at one by one; `make audit` has them


def _drafts() -> list[str]:
    """One page of each document in which a draft says what is still to be written; elsewhere it is as the rich one."""
    found: dict[str, str] = {}
    usual = {_document(path) for path in pages(RICH)}
    for path in (path for folder in DRAFTS for path in _one_of_each(folder) if _document(path) not in BOUND):
        text = (sample_site() / path).read_text(encoding="utf-8")
        if 'class="unwritten"' in text or _document(path) not in usual:
            found.setdefault(_document(path), path)
    return list(found.values())


LOOKED_AT = ["index.html", *(path for path in _one_of_each(RICH) if _document(path) not in BOUND), *_drafts()]
OTHERS = sorted({path.split("/")[0] for path in pages() if "/" in path} - {RICH, *DRAFTS})
LONGEST = [path for folder in OTHERS for path in _one_of_each(folder) if _document(path) == "agenda"]
THEMES = ("default", "handbook")
PICTURES = ROOT / "build" / "pictures"


def test_every_document_is_looked_at() -> None:
    """The rich program has a page of each document, a draft the one that says what to write next."""
    assert {_document(path) for path in (*pages(RICH), *LOOKED_AT[1:])} == set(SHEETS)
    assert len(pages()) > 30


def test_every_page_is_valid_html() -> None:
    """The Nu checker has nothing to say about any page."""
    found = [message for message in check(sample_site()) if message.level != "info"]
    assert not found, listing(found)


def _assert_on_screen(page, site: Path, path: str) -> None:
    asked, complaints = record_requests(page), record_complaints(page)
    page.goto((site / path).as_uri())
    page.evaluate("document.fonts.ready")
    assert leaving(asked) == [] and complaints == []
    assert any(url.endswith("theme.css") for url in asked)
    for width in (1366, 320):
        page.set_viewport_size({"width": width, "height": 900})
        found = axe(page)
        assert not found, f"{path} at {width} px\n{listing(found)}"
        assert page.evaluate(NO_SCROLL), f"{path} scrolls at {width} px"
    page.emulate_media(color_scheme="dark")
    for width in (1366, 320):
        page.set_viewport_size({"width": width, "height": 900})
        found = axe(page, *OF_COLOR)
        assert not found, f"{path} at {width} px in the dark\n{listing(found)}"
    lost = by_keyboard(page)
    assert not lost, f"{path}\n{listing(lost)}"


@pytest.mark.parametrize("path", LOOKED_AT)
def test_page_is_accessible_and_asks_nobody_for_anything(tab, path: str) -> None:
    """Opened from disk under its own policy: no request leaves, nothing is refused, no complaint in the console;
    no axe-core violation on a wide and a narrow screen, nor of color in the dark on either, no sideways scroll, and nothing
    that the keyboard does not reach."""
    _assert_on_screen(tab, sample_site(), path)


@pytest.mark.parametrize("path", LOOKED_AT)
def test_page_is_accessible_in_the_other_theme(tab, path: str) -> None:
    """The same in the second theme, by the rules whose answer depends on the style: the pages are the same."""
    tab.goto((sample_site("handbook") / path).as_uri())
    for width, scheme in ((1366, "light"), (320, "dark")):
        tab.set_viewport_size({"width": width, "height": 900})
        tab.emulate_media(color_scheme=scheme)
        found = axe(tab, *OF_STYLE)
        assert not found, f"{path} at {width} px\n{listing(found)}"
        assert tab.evaluate(NO_SCROLL), f"{path} scrolls at {width} px"


@pytest.mark.parametrize("theme", THEMES)
def test_roles_are_told_apart_in_the_colors_of_the_reader(new_page, theme: str) -> None:
    """Where a system takes all colors away, whose part is whose shows in the bar and before each name, and parts have an outline."""
    page = new_page(forced_colors="active")
    page.goto((sample_site(theme) / RICH / "agenda-take-stock.html").as_uri())
    ink, paper = (page.evaluate("""name => { document.body.append(Object.assign(document.createElement("i"), {id: "probe"}));
        probe.style.color = name; const color = getComputedStyle(probe).color; probe.remove(); return color; }""", name)
                  for name in ("CanvasText", "Canvas"))
    fill, line = ({role: page.evaluate(f"getComputedStyle(document.querySelector('.minutes rect.{role}')).{what}")
                   for role in ("mentor", "mentee")} for what in ("fill", "stroke"))
    assert fill["mentor"] == ink != paper and fill["mentee"] != ink and set(line.values()) == {ink}
    marks = [page.evaluate(f"getComputedStyle(document.querySelector('.role.{role}'), '::before').backgroundColor") for role in ("mentor", "mentee")]
    assert marks[0] == ink != marks[1]
    assert not axe(page, *OF_COLOR)


def test_pages_open_wherever_they_are_unpacked(tmp_path: Path, new_page) -> None:
    """From a zip, in a folder whose name holds what means something in an address: links, styles and search work by a double click."""
    packed = shutil.make_archive(str(tmp_path / "site"), "zip", sample_site())
    folder = tmp_path / "Übergabe #1 & 50% (neu)?"
    shutil.unpack_archive(packed, folder)
    page = new_page()
    asked, complaints = record_requests(page), record_complaints(page)
    page.goto((folder / "index.html").as_uri())
    page.get_by_role("link", name="Digital fluency").first.click()
    assert page.locator("h1").inner_text() == "Digital fluency"
    page.keyboard.press("/")
    page.keyboard.type("etiquette")
    page.get_by_role("dialog").get_by_role("link").first.click()
    page.get_by_role("button", name="Print this page").wait_for()
    assert "Etiquette" in page.title() and page.evaluate("document.styleSheets.length && document.styleSheets[0].ownerNode.sheet !== null")
    assert leaving(asked) == [] and complaints == []


@pytest.mark.parametrize("name", ["index.html", *(f"{RICH}/{name}.html" for name in ("index", "agenda-take-stock", "action-log"))])
def test_the_tab_key_leads_through_a_page(tab, name: str) -> None:
    """From top to end, to everything that can be used, in the order in which it is read."""
    tab.goto((sample_site() / name).as_uri())
    found = walked(tab)
    assert len(found) > 10 and found == list(range(len(found)))


PLACES = """() => Array.from(document.querySelectorAll(".lines > div, td.box, td.proof, .cells td, .blank input, input.short, .sign p"))
    .map(place => [place, place.getBoundingClientRect().height + (place.matches(".sign p") ? parseFloat(getComputedStyle(place).marginTop) : 0)])
    .filter(([place, high]) => high > 0).map(([place, high]) => [place.outerHTML.slice(0, 80), high / 96 * 25.4])"""


@pytest.mark.parametrize("theme", THEMES)
def test_a_pen_has_eight_millimeters_everywhere(new_page, theme: str) -> None:
    """Lines, boxes and fields to write in, also on sheets that are set closely; whoever signs has more."""
    page = new_page(width=688)  # what A4 leaves between the margins
    page.emulate_media(media="print")
    number = 0
    for path in LOOKED_AT:
        page.goto((sample_site(theme) / path).as_uri())
        found = page.evaluate(PLACES)
        number += len(found)
        assert not [place for place in found if place[1] < 7.95], path
    assert number > 500


@pytest.mark.audit
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("path", pages())
def test_every_page_is_accessible_in_every_theme(tab, path: str, theme: str) -> None:
    """The same for all pages of all programs; what they look like is kept for people to look at."""
    _assert_on_screen(tab, sample_site(theme), path)
    _keep(theme, path, "narrow-dark", tab.screenshot(full_page=True))
    tab.set_viewport_size({"width": 1366, "height": 900})
    tab.emulate_media(color_scheme="light")
    _keep(theme, path, "wide-light", tab.screenshot(full_page=True))


def _keep(theme: str, path: str, view: str, picture: bytes) -> None:
    target = PICTURES / theme / path.removesuffix(".html") / f"{view}.png"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(picture)


def _assert_on_paper(page, site: Path, path: str) -> dict[str, bytes]:
    """The print of the page on each paper, which is as it should be."""
    page.goto((site / path).as_uri())
    printed = {paper: print_pdf(page, paper) for paper in ("A4", "Letter")}
    for paper, pdf in printed.items():
        texts, most = pdf_pages(pdf), SHEETS.get(_document(path), 0)
        assert {width > height for width, height in pdf_sizes(pdf)} == {_document(path) in LYING} or _document(path) in BOUND
        assert not most or len(texts) <= most, f"{path} takes {len(texts)} pages on {paper}"
        assert all(text.strip() for text in texts)
        assert _document(path) in BOUND or not cut(pdf), f"{path} on {paper}: {cut(pdf)}"
        if _document(path) == "agenda":
            _assert_agenda(page, path, paper, texts)
        if path.split("/")[0] in DRAFTS:
            assert all("Draft" in text for text in texts), f"{path}: a printed sheet does not say that it is a draft"
    return printed


def _assert_agenda(page, path: str, paper: str, texts: list[str]) -> None:
    notes = page.text_content("h2[id$='--notes']")  # in the page's language
    assert len(texts) == 2, f"{path} takes {len(texts)} pages on {paper}"
    assert notes in texts[1] and notes not in texts[0], f"{path} on {paper}"
    for leads in page.locator(".run thead .w").all_text_contents():  # a draft may have no parts yet
        assert leads in texts[0] and leads not in texts[1], f"{path}: the agenda runs over page 1 on {paper}"


@pytest.mark.parametrize("path", [*LOOKED_AT, *LONGEST])
def test_printed_pages_are_as_many_as_the_table_says(tab, path: str) -> None:
    """Printed as most people print, without backgrounds, on A4 and on Letter."""
    _assert_on_paper(tab, sample_site(), path)


@pytest.mark.audit
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("path", pages())
def test_every_page_fits_its_paper_in_every_theme(tab, path: str, theme: str) -> None:
    """The same for all pages of all programs; each sheet is kept as a picture."""
    for number, picture in enumerate(pdf_to_png(_assert_on_paper(tab, sample_site(theme), path)["A4"]), 1):
        _keep(theme, path, f"sheet-{number:02}", picture)


def test_pages_have_no_inline_script_or_style_and_agendas_are_small() -> None:
    """A strict policy is in every page, and nothing in the page would break it."""
    for path in pages():
        html = (sample_site() / path).read_text(encoding="utf-8")
        assert "default-src 'none'" in html, path
        assert not re.search(r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son\w+=|javascript:", html), path
        assert not re.search(r'(?:src|href)="https?:', html.split("<main")[0]), path
        assert "\x1f" not in html, path
        if _document(path) == "agenda":
            assert len(html.encode()) <= 25 * 1024, path


def test_every_link_leads_to_a_file_and_an_anchor() -> None:
    """The pages themselves, parsed: what was resolved from values is there on disk."""
    site, ids, links = sample_site(), {}, []
    for path in pages():
        names, targets = _ids_and_targets((site / path).read_text(encoding="utf-8"))
        assert len(names) == len(set(names)), f"{path} has an id twice"
        ids[path] = set(names)
        links += [(path, target) for target in targets]
    assert len(links) > 1000
    dead = [link for link in links if not _lands(site, ids, *link)]
    assert dead == []


def _ids_and_targets(html: str) -> tuple[list[str], list[str]]:
    """The ids of a page and the addresses that it leads to. The Nu checker has found the page well formed."""
    ids, targets = [], []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attributes: [
        (ids if name == "id" else targets).append(value) for name, value in attributes
        if value and name in ("id", "href", "src")]
    parser.feed(html)
    return ids, targets


def _lands(site: Path, ids: dict[str, set[str]], path: str, target: str) -> bool:
    if re.match(r"[a-z]+:", target):
        return True
    name, _, anchor = target.partition("#")
    found = (site / path).parent / name if name else site / path
    if not found.is_file():
        return False
    inside = found.resolve().relative_to(site.resolve()).as_posix()
    return not anchor or anchor in ids.get(inside, set())


def test_what_is_typed_stays_and_can_be_cleared(new_page) -> None:
    """Kept in this browser across a reload, gone when the reader says so, and nothing is sent."""
    path = next(path for path in pages(RICH) if _document(path) == "agenda")
    page = new_page()
    asked = record_requests(page)
    page.goto((sample_site() / path).as_uri())
    page.locator("textarea").first.fill("She showed me the filter.")
    page.locator(".ticks input").first.check()
    page.reload()
    assert page.locator("textarea").first.input_value() == "She showed me the filter."
    assert page.locator(".ticks input").first.is_checked()
    page.get_by_role("button", name="Clear what I typed").click()
    page.reload()
    assert page.locator("textarea").first.input_value() == ""
    assert not page.locator(".ticks input").first.is_checked()
    assert leaving(asked) == []


def test_pages_work_without_scripts(new_page) -> None:
    """Everything is readable and printable with scripts off; a button that needs one is not shown."""
    path = next(path for path in pages(RICH) if _document(path) == "agenda")
    page = new_page(java_script_enabled=False)
    page.goto((sample_site() / path).as_uri())
    assert page.get_by_role("heading", level=1).is_visible()
    assert not page.get_by_role("button", name="Print this page").is_visible()


def test_two_builds_in_different_folders_are_equal(tmp_path: Path) -> None:
    """The same input gives the same bytes, wherever it lies and wherever it is written."""
    import shutil

    from support.project import rmplay
    for name in ("one", "two/deeper"):
        folder = tmp_path / name
        shutil.copytree(ROOT / "content", folder / "content")
        for path in (folder / "content" / "programs").glob("[c-f]*.yaml"):
            if path.stem != RICH:
                path.unlink()
        done = rmplay("build", cwd=folder, PYTHONHASHSEED="1" if name == "one" else "2")
        assert done.returncode == 0, done.stderr
    one, two = ({path: data for path, data in files(folder / "site").items() if not path.startswith(".rmplay/")}
                for folder in (tmp_path / "one", tmp_path / "two" / "deeper"))
    assert len(one) > 100 and one == two
