"""A booklet is a page of many fragments: its parts are the pages themselves, and its links point inside it."""

from __future__ import annotations

from pathlib import Path

import html5lib
import pytest

from rmplay.site.fragments import Fragment, bound
from rmplay.site.links import Targets, anchor_of, resolved
from rmplay.site.addresses import INTERNAL
from rmplay.site.plan import DOCUMENTS, Page
from support.machine import ROOT
from support.project import files, project, rmplay
from support.sites import pages, sample_site

BOOKLETS = [path for path in pages("digital-fluency", "a-first-idea") if path.endswith("-booklet.html")]
AGENDA = next(document for document in DOCUMENTS if document.key == "agenda")
PAGE = Page("p/agenda-a.html", "agenda/a", "A", AGENDA)
TARGETS = Targets({"agenda/a": "p/agenda-a.html", "faq": "p/faq.html"}, frozenset({"risk-register"}))


def _tree(path: str):
    return html5lib.parse((sample_site() / path).read_text(encoding="utf-8"), namespaceHTMLElements=False)


def _parts(tree) -> list:
    return [e for e in tree.iter("article") if "leaf" in e.get("class", "").split()]


def _words(element) -> str:
    return " ".join("".join(element.itertext()).split())


def test_links_stay_inside_where_what_they_name_is_inside() -> None:
    """A part by its id, an anchor by itself, everything else by its file."""
    html = f'<a href="{INTERNAL}agenda/a">1</a><a href="{INTERNAL}agenda/a#x">2</a><a href="{INTERNAL}faq">3</a>'
    here = Page("p/b.html", "b", "B", AGENDA)
    assert resolved(html, here, TARGETS, ("agenda/a",))[0] == (
        '<a href="#agenda-a">1</a><a href="#x">2</a><a href="faq.html">3</a>')
    assert resolved(html, here, TARGETS)[0] == (
        '<a href="agenda-a.html">1</a><a href="agenda-a.html#x">2</a><a href="faq.html">3</a>')


def test_a_link_to_what_an_edition_leaves_out_becomes_text() -> None:
    """With its class and its anchor; the link beside it stays."""
    html = f'<p><a class="x" href="{INTERNAL}risk-register#a">The <b>register</b></a>, <a href="{INTERNAL}faq">3</a></p>'
    assert resolved(html, PAGE, TARGETS) == ('<p>The <b>register</b>, <a href="faq.html">3</a></p>', [("faq", "")])


def test_headings_of_a_part_are_told_one_level_lower() -> None:
    """The element stays, since a theme styles elements; what is heard is where it stands."""
    part = bound(PAGE, Fragment("agenda/a", '<h1>A</h1><h2 id="x">B</h2><header>', frozenset(), ()))
    assert (part.id, part.body) == ("agenda-a", '<h1 aria-level="2">A</h1><h2 aria-level="3" id="x">B</h2><header>')


def test_places_of_different_parts_are_never_the_same() -> None:
    """`day` with `part-1` and `day-part` with `1` differ."""
    assert anchor_of("agenda/day", "part-1") != anchor_of("agenda/day-part", "1")


@pytest.mark.parametrize("path", BOOKLETS)
def test_parts_are_the_pages_themselves(path: str) -> None:
    """Every part says what its page says, word for word; ids and the names of fields are unique; links stay inside."""
    tree = _tree(path)
    parts = _parts(tree)
    assert len(parts) > 3
    folder = path.split("/")[0]
    for part in parts:
        main = _tree(f"{folder}/{part.get('id')}.html").find(".//main")
        rail = main.find("aside")
        main.remove(rail)
        assert _words(part) == _words(main)
    ids = [e.get("id") for e in tree.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    fields = [e for e in tree.iter() if e.tag in ("input", "textarea") and e.get("type") != "radio"]
    names = [e.get("name") for e in fields if e.get("name")]
    assert len(names) == len(set(names))
    own = {part.get("id") for part in parts}
    leaving = [e.get("href") for e in tree.find(".//main").iter("a")
               if e.get("href", "").split("#")[0].removesuffix(".html") in own]
    assert leaving == []
    listed = [e.get("href").removeprefix("#") for e in tree.find(".//ol[@class='bound']").iter("a")]
    assert listed == [part.get("id") for part in parts]


def test_there_are_booklets_for_each_role() -> None:
    """The guard above looks at three of each program."""
    assert len(BOOKLETS) == 6


def test_each_part_starts_on_a_new_sheet(new_page) -> None:
    """Printed, each sheet has its number in the contents and its own name on top, and below what it is by itself: an agenda is
    the pair's alone, a questionnaire is handed in."""
    from support.browser import print_pdf
    from support.pdf import pdf_pages
    page, path = new_page(), "a-first-idea/mentor-booklet.html"
    page.goto((sample_site() / path).as_uri())
    sheets = pdf_pages(print_pdf(page, "A4"))
    heads = [" ".join(text.strip().split("\n")[0].split()) for text in sheets]
    private = [head for head, text in zip(heads, sheets, strict=True) if "Private to the pair" in text]
    assert any("Session 1 of 2" in head for head in private) and not any("A few questions" in head for head in private)
    page.goto((sample_site() / "a-first-idea" / "agenda-meet.html").as_uri())
    assert all("Private to the pair" in text for text in pdf_pages(print_pdf(page, "A4")))
    contents = [e.text for e in _tree(path).find(".//ol[@class='bound']").iter("a")]
    names = ["Session 1 of 2" if name == "Meet" else "Session 2 of 2" if name == "Talk" else name for name in contents]
    assert [head for head, before in zip(heads, [None, *heads], strict=False) if head != before] == [
        f"A first idea {name}" for name in ("Mentor booklet", *(f"{n} · {name}" for n, name in enumerate(names, 1)))]


STAFF_LINK = """\
rmplay: 1
title: Two of us
id: two
aliases:
  - we-two
why: We run this with [a register](risk-register) and [a guide](mentor-guide).
sessions:
  - id: meet
    title: Meet
roles:
  mentor:
    seniority: A hand
risks:
  - category: low-priority
    risk: Something else is urgent.
"""


def test_participants_see_nothing_of_what_is_for_staff(tmp_path: Path) -> None:
    """No page, no link, no name of one; a link in a text becomes text, and the full site still has it."""
    folder = project(tmp_path, two=STAFF_LINK)
    assert rmplay("build", cwd=folder).returncode == 0
    full = files(folder / "site")
    assert rmplay("build", "--audience", "participants", cwd=folder).returncode == 0
    made = files(folder / "site")
    staff = {f"{d.key}.html" for d in DOCUMENTS if d.audience == "staff"}
    assert "two/risk-register.html" in full and b"risk-register.html" in full["two/index.html"]
    assert not {path for path in made if path.split("/")[-1] in staff}
    texts = [data.decode() for path, data in made.items() if path.endswith(".html")]
    assert not [name for name in staff for text in texts if name in text]
    assert "We run this with a register and <a" in made["two/index.html"].decode()


def test_an_old_address_leads_to_the_new_one(new_page, tmp_path: Path) -> None:
    """Each page at its old place, without scripts, and found by no search engine."""
    folder = project(tmp_path, two=STAFF_LINK)
    assert rmplay("build", cwd=folder).returncode == 0
    made = files(folder / "site")
    pages_of = {path.split("/", 1)[1] for path in made if path.startswith("two/") and path.endswith(".html")}
    assert {path.split("/", 1)[1] for path in made if path.startswith("we-two/")} == pages_of
    assert b'content="noindex"' in made["we-two/agenda-meet.html"]
    page = new_page(java_script_enabled=False)
    page.goto((folder / "site" / "we-two" / "agenda-meet.html").as_uri())
    page.wait_for_url("**/two/agenda-meet.html")
    assert page.get_by_role("heading", level=1, name="Meet").is_visible()


def test_the_golden_sites_have_redirects() -> None:
    """At least one expected site shows what such a page looks like."""
    assert list((ROOT / "tests" / "sites").glob("*/expected/tools-at-night/*.html"))
