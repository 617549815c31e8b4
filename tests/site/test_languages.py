"""A site in several languages: where its pages are, the way from one to the other, and what is not translated."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from rmplay.build.preview import Preview
from rmplay.build.project import open_project
from rmplay.definition.said import Said
from rmplay.lint.rule import Settings
from rmplay.site.filters import block, inline
from rmplay.site.languages import name_of, shown
from rmplay.site.plan import PARTICIPANTS, Edition
from support.browser import axe, record_complaints
from support.made import build, write_site
from support.project import project

BOTH = """\
id: both
aliases:
  - former
title: Two counters
summary: Two sellers teach each other.
language: en
goals:
  - statement: Each can serve.
sessions:
  - title: At the counter
    purpose: |
      Watch **and** serve.

      - Ask first.
  - title: At the screen
"""
GERMAN = """\
translates: both.yaml
language: de
texts:
  - place: title
    original: Two counters
    translation: Zwei Theken
  - place: sessions[].title
    original: At the counter
    translation: An der Theke & davor
  - place: sessions[].title
    original: At a screen of before
    translation: Am alten Bildschirm
"""
ALONE = "id: alone\ntitle: Only here\nsummary: Nobody has translated it.\nlanguage: en\nsessions:\n  - title: Meet\n"
SITE = "title: Playbooks\nsummary: All of them.\nlanguage: en\nfooter: Keep it.\n"
OF_SITE = "texts:\n  - place: summary\n    original: All of them.\n    translation: Alle zusammen.\n"


def _project(folder: Path, german: str = GERMAN, site: str = SITE, **more: str) -> Path:
    root = project(folder, both=BOTH, alone=ALONE, **more)
    (root / "content/site.yaml").write_text(site, encoding="utf-8")
    (root / "content/site.de.yaml").write_text(OF_SITE, encoding="utf-8")
    if german:
        (root / "content/programs/both.de.yaml").write_text(german, encoding="utf-8")
    return root


def _built(root: Path, edition: Edition = Edition()) -> dict[str, str]:
    made = build(open_project((root,), root), edition=edition)
    assert made.artifacts, [(f.span, f.message) for c in made.checked for f in c.findings if f.cls == "invalid"]
    return {a.path: a.data.decode("utf-8", "replace") for a in made.artifacts}


def test_the_original_stays_where_it_is(tmp_path: Path) -> None:
    """Printed codes outlive a translation; each page of it has the same name in the folder of its language."""
    before, after = _built(_project(tmp_path / "a", "")), _built(_project(tmp_path / "b"))
    new = {path for path in after if path.startswith("de/")}
    assert set(after) - new == set(before) | {"assets/search-index-de.js"}
    assert {path.removeprefix("de/both/") for path in new if path.startswith("de/both/")} == {
        path.removeprefix("both/") for path in before if path.startswith("both/")}
    assert "de/both/agenda-at-the-counter.html" in new and "de/former/agenda-at-the-counter.html" in new
    assert {path for path in new if not path.startswith(("de/both/", "de/former/"))} == {"de/index.html"}
    assert all(after[path] == before[path] for path in before if path.startswith("alone/"))
    assert 'class="languages"' not in "".join(before.values())


def test_each_page_leads_to_the_same_in_the_other_language(tmp_path: Path) -> None:
    """In every theme, by the name that the language has for itself."""
    for theme in ("base", "default", "handbook"):
        made = _built(_project(tmp_path / theme, site=f"{SITE}theme: {theme}\n"))
        for path, tag, name in (("both/agenda-at-the-screen.html", "de", "Deutsch"), ("index.html", "de", "Deutsch"),
                                ("de/both/agenda-at-the-screen.html", "en", "English"), ("de/index.html", "en", "English")):
            found = re.findall(r'<nav class="languages".*?</nav>', made[path], re.S)
            there = re.findall(r'<a href="([^"]+)" lang="(\w+)" hreflang="(\w+)">(\w+)</a>', found[0])
            assert [one[1:] for one in there] == [(tag, tag, name)], path
            other = path.removeprefix("de/") if path.startswith("de/") else f"de/{path}"
            assert (tmp_path / path).parent.joinpath(there[0][0]).resolve() == (tmp_path / other).resolve()
        assert 'class="languages"' not in made["alone/index.html"]


def test_the_home_page_says_which_programs_are_in_another_language(tmp_path: Path) -> None:
    """By the name that the language has for itself, marked as such; on the page of the original nothing is said."""
    made = _built(_project(tmp_path))
    cards = re.findall(r'<p class="where">(.*?)</p>', made["de/index.html"])
    assert sorted('<b><span lang="en">English</span></b>' in card for card in cards) == [False, True]
    assert "English</" not in "".join(re.findall(r'<p class="where">(.*?)</p>', made["index.html"]))


def test_the_other_addresses_are_told_where_the_site_has_one(tmp_path: Path) -> None:
    """Search engines are told of each language, of the page itself too, and which is the original; calendars lead there."""
    made = _built(_project(tmp_path, site=f"{SITE}base_url: https://example.org/p/\n"))
    for path in ("both/timetable.html", "de/both/timetable.html"):
        assert dict(re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)">', made[path])) == {
            "en": "https://example.org/p/both/timetable.html", "de": "https://example.org/p/de/both/timetable.html",
            "x-default": "https://example.org/p/both/timetable.html"}
        assert f'<link rel="canonical" href="https://example.org/p/{path}">' in made[path]
    assert "hreflang" not in made["alone/timetable.html"]
    assert "<loc>https://example.org/p/de/both/timetable.html</loc>" in made["sitemap.xml"]
    facts = json.loads(made["de/both/program.json"])
    assert (facts["id"], facts["language"], facts["title"], facts["url"]) == ("both", "de", "Zwei Theken", "https://example.org/p/de/both/")


def test_what_is_for_staff_is_left_out_in_every_language(tmp_path: Path) -> None:
    """An edition for participants is one in German too."""
    assert "de/both/traceability.html" in _built(_project(tmp_path / "a"))
    made = _built(_project(tmp_path / "b"), Edition(PARTICIPANTS))
    assert "de/both/agenda-at-the-counter.html" in made and "de/both/traceability.html" not in made


@pytest.mark.parametrize(("line", "rule"), [
    ('    translation: "[x](javascript:alert(1))"', "unsafe-link"), ("    translation: '" + "x" * 200 + "'", "text-length")])
def test_a_translation_that_cannot_be_used_stops_the_build(tmp_path: Path, line: str, rule: str) -> None:
    """As a definition does; the preview keeps the last good pages and shows what is wrong, in the file where it is."""
    root = _project(tmp_path)
    preview = Preview((root,), root, Settings)
    good = preview.refresh()
    assert "Zwei Theken" in good.files["de/both/index.html"].decode() and not good.mistakes
    overlay = root / "content/programs/both.de.yaml"
    overlay.write_text(GERMAN.replace("    translation: Zwei Theken", line), encoding="utf-8")
    made = build(open_project((root,), root))
    assert made.artifacts == ()
    assert [c.name for c in made.checked if not c.valid] == ["content/programs/both.de.yaml"]
    now = preview.refresh()
    assert now.files == good.files and "both.de.yaml:6:" in now.mistakes and rule in now.mistakes
    overlay.write_text(GERMAN.replace("Zwei Theken", "Drei Theken"), encoding="utf-8")
    assert "Drei Theken" in preview.refresh().files["de/both/index.html"].decode()
    overlay.unlink()
    assert not [path for path in preview.refresh().files if path.startswith("de/")]


def test_a_text_that_is_not_translated_says_its_language() -> None:
    """In an element where there can be one, on each block of a longer text, and in words alone elsewhere."""
    said, done = Said("A & B", "A & B", "en"), Said("C", "A & B")
    assert shown(f"<p>{inline(said)}</p>{done.__html__()}") == '<p><span lang="en">A &amp; B</span></p>C'
    assert shown(said.__html__(), "rtl") == '<span lang="en" dir="ltr">A &amp; B</span>'
    assert shown(block(Said("A\n\n- B", "", "en"))).replace("\n", "") == '<p lang="en">A</p><ul lang="en"><li>B</li></ul>'
    assert shown(f'<title>{said.__html__()}</title><a title="{said.__html__()}">') == '<title>A &amp; B</title><a title="A &amp; B">'


@pytest.mark.parametrize(("tag", "wholly", "name"), [("de", False, "Deutsch"), ("fr", False, "Français"), ("pt-BR", True, "Português (Brasil)"),
                                                     ("en-US", False, "English"), ("qaa", False, "qaa")])
def test_a_language_is_called_by_its_own_name(tag: str, wholly: bool, name: str) -> None:
    """With its region only where another one of the same language is beside it."""
    assert name_of(tag, wholly) == name


def test_a_reader_goes_from_one_language_to_the_other(tmp_path: Path, new_page) -> None:
    """From disk: the same sheet in German, what is missing there in English and said so, a search in each language."""
    root = _project(tmp_path)
    write_site(root / "site", build(open_project((root,), root)).artifacts)
    page = new_page()
    complaints = record_complaints(page)
    page.goto((root / "site/both/agenda-at-the-counter.html").as_uri())
    assert page.locator(".untranslated").count() == 0
    page.get_by_role("link", name="Deutsch").click()
    assert page.url.endswith("/site/de/both/agenda-at-the-counter.html")
    assert page.locator("html").get_attribute("lang") == "de"
    assert page.locator("h1").text_content() == page.title().partition(" – ")[0] == "An der Theke & davor"
    lead = page.locator(".lead [lang]")
    assert lead.evaluate_all("all => all.map(one => one.localName + one.lang + one.textContent.trim())") == [
        "penWatch and serve.", "ulenAsk first."]
    assert page.locator(".untranslated").is_visible()
    assert axe(page) == []
    page.emulate_media(media="print")
    assert not page.locator(".untranslated").is_visible() and not page.locator(".languages").is_visible()
    page.emulate_media(media="screen")
    page.keyboard.press("/")
    page.keyboard.type("theke")
    page.locator(".found a", has_text="An der Theke").wait_for()
    page.locator("#find-words").fill("meet")
    assert page.locator(".found li", has=page.get_by_text("Only here")).first.get_attribute("lang") == "en"
    page.keyboard.press("Escape")
    page.locator(".brand").click()
    assert page.url.endswith("/site/de/index.html") and page.get_by_text("Alle zusammen.").is_visible()
    cards = page.locator(".card h2 a").evaluate_all("all => all.map(one => [one.getAttribute('href'), one.innerHTML])")
    assert cards == [["../alone/index.html", '<span lang="en">Only here</span>'], ["both/index.html", "Zwei Theken"]]
    page.get_by_role("link", name="English").click()
    assert page.locator(".card h2").all_text_contents() == ["Only here", "Two counters"]
    assert complaints == []
