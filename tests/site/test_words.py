"""No text of a page is written in a template, a script or a module: all of it comes in the language of the edition."""

from __future__ import annotations

import datetime
import functools
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import jinja2
import pytest
from icalendar import Calendar
from jinja2 import nodes

from rmplay.build.project import open_project
from rmplay.definition.load import load_program, text_of
from rmplay.definition.model import Site
from rmplay.shipped import shipped
from rmplay.site import kept
from rmplay.site.calendar import calendars
from rmplay.site.facts import facts
from rmplay.site.messages import changed
from rmplay.site.plan import Edition
from rmplay.site.progress import NAMES, Done, Progress, Standard, Step
from rmplay.site.render import card, program_pages, site_pages
from rmplay.site.search import part
from rmplay.site.theme import Theme, find_theme
from rmplay.site.words import ENGLISH, FOLDER, catalog_of, forms_of, words_of
from support import listing
from support.browser import axe, print_pdf
from support.machine import ROOT
from support.made import build, write_site
from support.pdf import pdf_pages
from support.project import project
from support.richest import richest, varied
from support.words import HEBREW, all_messages, in_letters, other, words_file

THEMES = sorted(path.parent for path in (ROOT / "themes").glob("*/theme.yaml"))
LAYERS = tuple(reversed(THEMES))
TONGUE = "qps"  # for private use; no library knows it
# What browsers read, not people.
TECHNICAL = {"id", "class", "href", "src", "for", "name", "type", "role", "rel", "lang", "hreflang", "dir", "scope", "style", "method",
             "aria-labelledby", "aria-current", "aria-hidden", "aria-level", "autocomplete", "inputmode", "http-equiv",
             "charset", "property", "datetime", "enterkeyhint", "autocapitalize", "spellcheck", "xmlns", "viewbox", "d",
             "text-anchor", "data-page", "data-kind", "data-topic", "data-status", "data-uid", "data-calendar", "data-host",
             "data-carried", "data-clock", "stroke", "fill", "focusable", "preserveaspectratio", "transform", "width", "height", "value"}
UNREAD = {"viewport", "robots", "og:type", "og:url"}
OURS = re.compile(r"Zq\d{4}x|https?://\S*|zq\d{4}x|[\w.-]*\.(?:yaml|html|ics)\b")  # texts of the program, and addresses
LATIN = re.compile(r"[A-Za-z]{2,}")


class _Reader(HTMLParser):
    """Collects what a reader sees or hears; left out is what is in English on purpose, and names of fields."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Attributes that are read, and whether what follows is."""
        given = dict(attrs)
        if tag in ("code", "pre", "kbd", "script", "style") or given.get("lang") == "en" or self.silent and self.silent[0] == tag:
            self.silent.append(tag)
        if not (given.get("name") in UNREAD or given.get("property") in UNREAD or given.get("http-equiv")):
            self.found += [value or "" for name, value in attrs if name not in TECHNICAL]

    def handle_endtag(self, tag: str) -> None:
        """The end of what is not read."""
        if self.silent and self.silent[-1] == tag:
            self.silent.pop()

    def handle_data(self, data: str) -> None:
        """Text."""
        if not self.silent:
            self.found.append(data)


def _seen(page: str) -> list[str]:
    reader = _Reader()
    reader.feed(page)
    return reader.found


def _english(texts: list[str]) -> list[str]:
    """The texts that have a word in them that is not of the program."""
    return [text.strip()[:80] for text in texts if LATIN.search(OURS.sub(" ", text))]


@functools.cache
def _theme(folder: Path) -> Theme:
    """The plainest theme with an own language on top."""
    (folder / "languages").mkdir(parents=True)
    (folder / "languages" / f"{TONGUE}.po").write_bytes(words_file(LAYERS, other))
    found = find_theme("handbook", (shipped("themes"),))
    return found._replace(layers=(folder, *found.layers))


@pytest.fixture(scope="module")
def theme(tmp_path_factory: pytest.TempPathFactory) -> Theme:
    """A theme with words in a language of which no letter is Latin."""
    return _theme(tmp_path_factory.mktemp("theme") / "words")


PROGRESS = Progress((Done("goals", 1, 2),), (Step("a.yaml", "What the linter says.", "In English."),), (Standard(NAMES[0], tuple(Done(name, 1, 2) for name in NAMES[1:])),),
                    ("matching",))


# ---- rendered pages -------------------------------------------------------------------------------------------------

def test_words_that_are_kept_are_those_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second reading gives what the first gave; what is kept may be damaged, or not be written, and nothing changes."""
    monkeypatch.setattr(kept, "folder", lambda: tmp_path)

    def read() -> tuple[str, dict, str]:
        words_of.cache_clear()
        words = words_of(LAYERS, "de")
        return words.digest, dict(words.messages), words.ngettext("%(num)s week", "%(num)s weeks", 2)

    first = read()
    (file,) = tmp_path.iterdir()
    assert read() == first
    for damaged in (b"", b"\xff", b"[]", b"{}", b'{"plural": 1, "messages": []}', b'{"plural": "?", "messages": [[1]]}'):
        file.write_bytes(damaged)
        assert read() == first
        assert read() == first and file.read_bytes() != damaged
    monkeypatch.setattr(kept, "folder", lambda: tmp_path / "gone")
    assert read() == first
    words_of.cache_clear()


@pytest.mark.parametrize("number", range(4))
def test_no_text_of_a_page_is_hard_coded(theme: Theme, number: int) -> None:
    """Everything that the richest program shows is in the language, but for its own texts; with other choices, too."""
    program = varied(richest(), number).changed(aliases=("old-one",), language=TONGUE, status=("draft", "published", "in-review", "retired")[number])
    site = Site(base_url="https://example.org/", language=TONGUE)
    made = program_pages(program, site, theme, progress=PROGRESS)
    pages = {a.path: a.data.decode() for a in made if a.path.endswith(".html")}
    assert len(pages) > 50
    assert {found: path for path, text in pages.items() for found in _english(_seen(text))} == {}
    style = next(a.data.decode() for a in made if a.path.endswith("print.css"))
    margins = [re.sub(r"\\([0-9a-f]{6}) ", lambda m: chr(int(m[1], 16)), text)
               for text in re.findall(r'(?:content|--\w+): "([^"]*)"', style)]
    assert len(margins) > 40 and _english(margins) == []
    words = words_of(theme.layers, TONGUE)
    for data in calendars(program, site, words).values():
        told = [str(part[key]) for part in Calendar.from_ical(data).walk() for key in ("summary", "description", "name") if key in part]
        assert told and _english(told) == []
    listed = json.loads(part(program, made, words))
    assert _english([*(text for kind in listed["kinds"] for text in kind), *(page[1] for page in listed["pages"])]) == []
    assert _english([page["title"] for page in json.loads(facts(program, site, Edition(), words).data)["pages"]]) == []


DRAFT = """\
title: Ωμεγα
sessions:
  - title: Αα
  - agenda:
      - title: Ββ
goals:
  - statement: Γγ
roles:
  mentor:
  mentee:
expectations:
  mentor:
    - Δδ
etiquette:
  mode: both
agreement:
  signed: yes
evaluation:
  instruments:
    - title: Ηη
      questions:
        - text: Εε
        - text: Ζζ
          type: scale
"""


@pytest.mark.parametrize("programs", [{"one": "title: Ωω\n"}, {"one": "title: Ωω\nsummary: Ψψ\n", "two": DRAFT}])
def test_no_text_of_a_draft_or_of_the_site_is_hard_coded(tmp_path: Path, theme: Theme, programs: dict[str, str]) -> None:
    """What is still to be written, the home page with none, one and two programs, and the page for wrong addresses."""
    folder = project(tmp_path / "p", **{name: f"language: {TONGUE}\n{text}" for name, text in programs.items()})
    (folder / "content" / "site.yaml").write_text(f"language: {TONGUE}\n", encoding="utf-8")
    (folder / "overrides" / "languages").mkdir(parents=True)
    (folder / "overrides" / "languages" / f"{TONGUE}.po").write_bytes(words_file(LAYERS, other))
    built = build(open_project((folder,), folder))
    files = [*built.artifacts, *site_pages([], Site(language=TONGUE), theme)]
    pages = {f"{a.path} {n}": a.data.decode() for n, a in enumerate(files) if a.path.endswith(".html")}
    assert len(pages) > 5
    assert {found: path for path, text in pages.items() for found in _english(_seen(text))} == {}
    assert all(f'<html lang="{TONGUE}"' in text for text in pages.values())


# ---- what no rendering reaches --------------------------------------------------------------------------------------

STYLES = "\n".join(path.read_text(encoding="utf-8") for theme in THEMES for path in (theme / "static").glob("*.css"))
CLASSES = set(re.findall(r"\.([a-z][\w-]*)", STYLES)) | {"few", "two-up"}
IN_TAGS = {"page_class", "page_name", "here", "language", "in_english"}  # blocks and macros that make attributes
CALLS = {"_", "gettext", "ngettext", "pgettext", "npgettext"}


def _templates() -> list[Path]:
    found = sorted(path for theme in THEMES for path in (theme / "templates").rglob("*.*"))
    assert len(found) > 50
    return found


def _consts(node: nodes.Node) -> Iterator[str]:
    """The texts in expressions, outside of calls for words."""
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in CALLS:
        for value in (*node.args, *node.kwargs):
            yield from () if isinstance(value, nodes.Const) else _consts(value)
    elif isinstance(node, nodes.Const):
        yield from [node.value] if isinstance(node.value, str) else []
    else:
        for child in node.iter_child_nodes():
            yield from _consts(child)


def _is_for_people(text: str) -> bool:
    """Whether a text in an expression looks like words, not like the name of something or classes of a style."""
    names = set(re.findall(r"[\w-]+", text))
    return bool(re.search(r"[A-Z][a-z]|[a-z]{2} [a-z]", text)) and not names <= CLASSES


def _hard_coded(path: Path) -> list[str]:
    """The words that a template has of its own: in expressions, between tags and in attributes."""
    env = jinja2.Environment(extensions=["jinja2.ext.i18n"])
    tree = env.parse(path.read_text(encoding="utf-8"))
    loose = [text for text in _consts(tree) if _is_for_people(text)]
    for piece in (*tree.find_all(nodes.Block), *tree.find_all(nodes.Macro)):
        piece.body = [] if piece.name in IN_TAGS else piece.body
    written = "".join(data.data if isinstance(data, nodes.TemplateData) else " " for output in tree.find_all(nodes.Output)
                      for data in output.nodes)
    return loose + [text for text in _seen(written) if path.suffix != ".css" and LATIN.search(text)]


def test_no_template_has_words_of_its_own() -> None:
    """In no branch of it: neither between tags, nor in attributes, nor in expressions."""
    assert {path.name: found for path in _templates() if (found := _hard_coded(path))} == {}


def _told(code: str) -> list[str]:
    """The texts of a script that look like words for people, not like names, selectors or lines of a calendar file."""
    texts = re.findall(r'"([^"\n]*)"', re.sub(r"/\*.*?\*/", "", code, flags=re.S))
    plain = [text for text in texts if not re.search(r"[\[\]#>=]|(?:^|[\s,])\.\w|^(?:use strict|main |BEGIN:|END:)", text)]
    return [text for text in plain if re.search(r"[A-Za-z]{2,} [A-Za-z]|[A-Z][a-z]+ ?[a-z]*[.!?]$", text)]


def test_no_script_has_words_of_its_own() -> None:
    """Messages of a script stand in the page."""
    scripts = [path.read_text(encoding="utf-8") for theme in THEMES for path in (theme / "static").glob("*.js")]
    assert len(scripts) > 3 and [found for code in scripts for found in _told(code)] == []


def test_no_style_has_words_of_its_own() -> None:
    """Generated content is signs, counters and attributes of the page."""
    made = re.findall(r'content:\s*"([^"]*)"', STYLES)
    assert made and [text for text in made if re.search(r"[A-Za-z]{2,}", text)] == []


# ---- languages that come with rmplay --------------------------------------------------------------------------------

PO_FILES = sorted((ROOT / "themes" / "base" / FOLDER).glob("*.po"))


@pytest.mark.parametrize("path", PO_FILES, ids=lambda path: path.stem)
def test_a_language_has_every_message_and_no_other(path: Path) -> None:
    """None is missing, uncertain or stale, and none has a place for a value that pages do not give."""
    wanted = {message.key: message for message in all_messages(LAYERS)}
    held = {(entry.context or "", entry.id[0] if entry.pluralizable else entry.id): entry for entry in catalog_of(path) if entry.id}
    assert len(wanted) > 1300
    assert sorted(wanted.keys() - held.keys()) == [] == sorted(held.keys() - wanted.keys())
    assert [key for key, entry in held.items() if entry.fuzzy or not all(forms_of(entry))] == []
    for key, entry in held.items():
        places = set(re.findall(r"%\((\w+)\)s", wanted[key].one + wanted[key].many))
        signs = [re.sub(r"%(\((\w+)\)s|%)", "", form) for form in forms_of(entry)]
        assert all(set(re.findall(r"%\((\w+)\)s", form)) <= places for form in forms_of(entry)), key
        assert not any("%" in sign for sign in signs), key
        assert all(set(re.findall(r'<[^>]*>|["&]', form)) <= set(re.findall(r'<[^>]*>|["&]', wanted[key].one)) for form in forms_of(entry)), key
        assert bool(wanted[key].many) == bool(entry.pluralizable), key


@pytest.mark.parametrize("path", PO_FILES, ids=lambda path: path.stem)
def test_a_language_is_as_the_tool_writes_it(path: Path) -> None:
    """So that a change of messages is a small difference."""
    assert changed(path.stem, LAYERS, path).data == path.read_bytes()


def test_german_comes_with_rmplay() -> None:
    """Complete, with its own plurals, dates, numbers and lists; it keeps capitals inside a sentence."""
    german = words_of(LAYERS, "de-AT")
    assert german.gettext("Length") == "Dauer" and german.choice("process-change") == "Prozessveränderung"
    assert [german.ngettext("%(num)s week", "%(num)s weeks", n) for n in (1, 2)] == ["%(num)s Woche", "%(num)s Wochen"]
    assert german.date(datetime.date(2027, 1, 5)) == "5. Jänner 2027" and german.number(2.5) == "2,5"
    assert [ENGLISH.number(n) for n in (2.5, 9000, 16000, 1_250_000.5)] == ["2.5", "9000", "16,000", "1,250,000.5"]
    assert german.number(16000) in ("16.000", "16\xa0000")
    assert german.listed(["a", "b", "c"]) == "a, b und c" and german.inside("Führungskraft") == "Führungskraft"
    assert (german.direction, words_of(LAYERS, "ar").direction, words_of(LAYERS, "he-IL").direction) == ("ltr", "rtl", "rtl")


# ---- from right to left ---------------------------------------------------------------------------------------------

@pytest.fixture(scope="module")
def mirrored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A program in Hebrew letters, texts of its own and of the pages."""
    folder = tmp_path_factory.mktemp("mirrored")
    (folder / "words" / FOLDER).mkdir(parents=True)
    (folder / "words" / FOLDER / "he.po").write_bytes(words_file(LAYERS, lambda text: other(text, HEBREW)))
    found = find_theme("default", (shipped("themes"),))
    theme = found._replace(layers=(folder / "words", *found.layers))
    text = (ROOT / "content" / "programs" / "digital-fluency.yaml").read_bytes()
    program = in_letters(load_program(text_of(text, "p.yaml")).record, HEBREW).changed(language="he")
    site = Site(title="א", language="he")
    write_site(folder / "site", [*program_pages(program, site, theme), *site_pages([card(program)], site, theme)])
    return folder / "site"


def test_pages_read_from_right_to_left(tab, mirrored: Path) -> None:
    """Wide and narrow: nothing scrolls sideways, what comes first is right, and nothing stands in the way of a reader."""
    for name in ("index.html", "digital-fluency/index.html", "digital-fluency/agreement.html", "digital-fluency/risk-register.html",
                 "digital-fluency/agenda-take-stock.html"):
        tab.goto((mirrored / name).as_uri())
        assert tab.locator("html").get_attribute("dir") == "rtl"
        for width in (1366, 320):
            tab.set_viewport_size({"width": width, "height": 900})
            assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{name} scrolls at {width} px"
            brand = tab.locator(".brand").bounding_box()
            assert brand["x"] + brand["width"] > 0.75 * width
    assert not axe(tab), listing(axe(tab))


def test_the_minutes_of_an_agenda_run_from_right_to_left_and_so_do_margins(tab, mirrored: Path) -> None:
    """The bar begins on the right, a number stands on its part, and a printed sheet names the program on the right."""
    tab.goto((mirrored / "digital-fluency" / "agenda-take-stock.html").as_uri())
    parts = [box.bounding_box() for box in tab.locator(".minutes rect:not(.half)").all()]
    starts = [box["x"] for box in parts]
    assert starts == sorted(starts, reverse=True) and len(starts) > 5
    clock = tab.locator(".minutes .c").first.bounding_box()
    assert abs(clock["x"] + clock["width"] - parts[0]["x"] - parts[0]["width"]) < 3
    pages = pdf_pages(print_pdf(tab, "A4"))
    assert len(pages) == 2
    style = (mirrored / "digital-fluency" / "print.css").read_text(encoding="utf-8")
    assert "@top-right { content: var(--program); }" in style and "@top-right { content: \"" not in style
