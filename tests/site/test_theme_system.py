"""Themes: what they may rely on is what is documented, every one is complete, and a mistake in one is told."""

from __future__ import annotations

import functools
import re
import sys
from pathlib import Path

import jinja2
import pytest
from jinja2 import meta

from rmplay.build.project import open_project
from rmplay.site.color import READABLE, color_of, contrast
from rmplay.site.theme import environment, find_theme, installed
from support import listing
from support.browser import axe, leaving, print_pdf, record_complaints, record_requests
from support.machine import ROOT
from support.made import build, write_site
from support.nu import check
from support.pdf import pdf_pages
from support.project import files, project, rmplay

DOCS = (ROOT / "docs" / "themes.md").read_text(encoding="utf-8")
TEMPLATES = ROOT / "themes" / "base" / "templates"
FRAMES = ("frame.html", "page.html", "home.html", "404.html")
IDEA = "title: A first idea\nsessions:\n  - title: Meet\n    agenda:\n      - title: Say hello\n        minutes: 5\n"
EXTENDED = '{% extends "!parent/page.html" %}\n'


def _table(heading: str) -> dict[str, set[str]]:
    """A table of the documentation: the names in the second column by the first."""
    part = DOCS.split(f"**{heading}.**")[1].split("\n\n**")[0]
    return {key.strip(): set(re.findall(r"`([^`]+)`", names)) for key, names in re.findall(r"^\|([^|]+)\|([^|]+)\|$", part, re.M)}


def _listed(where: str) -> set[str]:
    return set().union(*(names for key, names in _table("Names").items() if where in key or key == "every template"))


# ---- the contract ----------------------------------------------------------------------------------------------------

def test_the_blocks_are_those_that_are_documented() -> None:
    """In both directions, for each template that has any."""
    documented = {key.strip("`"): names for key, names in _table("Blocks").items() if key.startswith("`")}
    env = environment(find_theme("base", (ROOT / "themes",)))
    real = {path.name: {block.name for block in env.parse(path.read_text(encoding="utf-8")).find_all(jinja2.nodes.Block)}
            for path in TEMPLATES.glob("*.html")}
    assert documented == {name: blocks for name, blocks in real.items() if blocks}


@functools.cache
def _used(path: Path) -> set[str]:
    tree = environment(find_theme("base", (ROOT / "themes",))).parse(path.read_text(encoding="utf-8"))
    own = {name.name for name in tree.find_all(jinja2.nodes.Name) if name.ctx == "store"}
    own |= {macro.name for macro in tree.find_all(jinja2.nodes.Macro)}
    return meta.find_undeclared_variables(tree) - own


def test_templates_use_only_names_that_are_documented() -> None:
    """So that nothing is offered by accident, and nothing that a theme copies breaks later."""
    frames = _listed("frame.html") | _listed("page.html") | _listed("home.html") | {"m"}  # the macros, imported
    documents = _listed("documents") | {"m", "who", "other"}  # a guide sets the last two
    frames |= _listed("redirect.html")
    wrong = {path.name: _used(path) - (frames if path.name in FRAMES + ("search.html", "clock.html", "calendar.html", "redirect.html")
                                       else documents)
             for path in TEMPLATES.rglob("*.*") if path.suffix in (".html", ".css")}
    assert {name: names for name, names in wrong.items() if names - {"self", "super", "caller", "varargs", "kwargs"}} == {}


@pytest.mark.parametrize(("template", "where"), [("documents/certificate.html", "documents"), ("page.html", "page.html"),
                                                 ("home.html", "home.html"), ("print.css", "print.css")])
def test_every_documented_name_is_there(tmp_path: Path, template: str, where: str) -> None:
    """A theme that asks for each name of the list builds; strictly, so a missing one would stop it."""
    names = _listed(where) | (_listed("frame.html") if where in ("page.html", "home.html") else set())
    asked = "".join(f"{{% if {name} is defined %}}{{% else %}}{{{{ missing_{name} }}}}{{% endif %}}" for name in sorted(names))
    text = asked if template.startswith("documents") or template.endswith(".css") else asked + "<title>x</title><main></main>"
    folder = _with_template(tmp_path, template, text)
    done = rmplay("build", cwd=folder)
    assert done.returncode == 0, done.stderr


def test_the_filters_are_those_that_are_documented() -> None:
    """What the site adds to Jinja's own."""
    found = find_theme("base", (ROOT / "themes",))
    part = DOCS.split("**Filters**")[1].split("\n\n")[0]
    assert set(environment(found).filters) - set(jinja2.Environment().filters) == set(re.findall(r"`(\w+)` \(", part))


def test_every_token_is_set_by_base_and_default() -> None:
    """A style that uses a documented token finds it in either look."""
    tokens = set(re.findall(r"`(--[\w-]+)`", DOCS.split("**Tokens**")[1].split("\n\n")[0]))
    used = set(re.findall(r"var\((--[\w-]+)", (ROOT / "themes/base/static/site.css").read_text(encoding="utf-8")))
    assert used <= tokens
    for theme in ("base", "default"):
        text = (ROOT / f"themes/{theme}/static/theme.css").read_text(encoding="utf-8")
        assert tokens <= set(re.findall(r"(--[\w-]+):", text)), theme


@pytest.mark.parametrize("path", ["default/static/theme.css", "handbook/static/handbook.css"])
def test_token_pairs_have_contrast(path: str) -> None:
    """Text 4.5 on paper and washes, borders of fields 3 on paper, on light and dark screens."""
    blocks = re.findall(r":root \{([^}]*--paper[^}]*)\}", (ROOT / "themes" / path).read_text(encoding="utf-8"))
    schemes = [{n: c for n, v in re.findall(r"--([\w-]+): (#[0-9a-f]+)", block) if (c := color_of(v))} for block in blocks]
    assert len(schemes) >= 2
    for scheme in schemes[:2]:
        for ink in ("ink", "soft", "pen", "ochre"):
            for ground in ("paper", "wash", "pen-wash", "ochre-wash"):
                if (ink, ground) not in (("pen", "ochre-wash"), ("ochre", "pen-wash")):
                    assert contrast(scheme[ink], scheme[ground]) >= READABLE, (ink, ground)
        assert contrast(scheme["rule"], scheme["paper"]) >= 3


# ---- themes ---------------------------------------------------------------------------------------------------------------

@functools.cache
def _built(theme: str, folder: Path) -> Path:
    (folder / "drafts").mkdir(parents=True)
    (folder / "drafts" / "idea.yaml").write_text(IDEA, encoding="utf-8")
    made = project(folder / "p", **{name: (ROOT / "content" / "programs" / f"{name}.yaml").read_text(encoding="utf-8")
                                    for name in ("digital-fluency", "minimal")}, idea=IDEA)
    (made / "content" / "site.yaml").write_text(f"rmplay: 1\ntitle: Ours\ntheme: {theme}\n", encoding="utf-8")
    _write_slate(made)
    built = build(open_project((made,), made))
    assert built.artifacts
    write_site(folder / "site", built.artifacts)
    return folder / "site"


def _write_slate(folder: Path) -> int:
    """The theme of the documentation, as files; the number of its lines."""
    parts = re.findall(r"^`(themes/slate/[^`]+)`\n\n```\w+\n(.*?)^```", DOCS, re.S | re.M)
    assert len(parts) == 3
    for name, text in parts:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return sum(text.count("\n") for _, text in parts)


@pytest.fixture(params=["handbook", "slate"], scope="module")
def themed(request, tmp_path_factory) -> Path:
    """A site in a theme that is not the default: a program that says all, one that says little, and a draft."""
    return _built(request.param, tmp_path_factory.mktemp(request.param))


def test_the_theme_of_the_documentation_is_short(tmp_path: Path) -> None:
    """Thirty lines are a theme."""
    assert _write_slate(tmp_path) <= 30


def test_every_page_of_a_theme_is_valid(themed: Path) -> None:
    """The Nu checker has nothing to say about any page."""
    found = [message for message in check(themed) if message.level != "info"]
    assert not found, listing(found)


def test_no_link_of_a_theme_is_broken(themed: Path) -> None:
    """Every address in every page and style leads to a file of the site."""
    dead = []
    for path in [*themed.rglob("*.html"), *themed.rglob("*.css")]:
        text = path.read_text(encoding="utf-8")
        found = re.findall(r'(?:href|src)="([^"#:]+)[^":]*"', text) + re.findall(r'url\("([^":]+)"\)', text)
        dead += [(path.name, target) for target in found if not (path.parent / target).resolve().is_file()]
    assert dead == []


@pytest.mark.parametrize("name", ["index.html", "digital-fluency/index.html", "digital-fluency/agenda-take-stock.html",
                                  "digital-fluency/mentor-guide.html", "digital-fluency/agreement.html",
                                  "digital-fluency/risk-register.html", "digital-fluency/questionnaire-mid-check.html",
                                  "a-first-idea/index.html", "404.html"])
def test_pages_of_a_theme_are_accessible_and_quiet(tab, themed: Path, name: str) -> None:
    """On wide and narrow screens, light and dark, nothing asked of anybody, no sideways scroll."""
    path = themed / name if (themed / name).is_file() else sorted((themed / "digital-fluency").glob("questionnaire-*"))[0]
    asked, complaints = record_requests(tab), record_complaints(tab)
    tab.goto(path.as_uri())
    assert leaving(asked) == [] and complaints == []
    for width, scheme in ((1366, "light"), (320, "dark")):
        tab.set_viewport_size({"width": width, "height": 900})
        tab.emulate_media(color_scheme=scheme)
        assert not axe(tab), f"{name} at {width}\n{listing(axe(tab))}"
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{name} scrolls at {width} px"


def test_sheets_of_a_theme_keep_their_pages(tab, themed: Path) -> None:
    """An agenda is one sheet on either paper."""
    for path in sorted((themed / "digital-fluency").glob("agenda-*.html"))[::3]:
        tab.goto(path.as_uri())
        assert [len(pdf_pages(print_pdf(tab, paper))) for paper in ("A4", "Letter")] == [2, 2], path.name


# ---- overrides, packages, mistakes ----------------------------------------------------------------------------------

def _with_template(folder: Path, name: str, text: str) -> Path:
    made = project(folder / "p", idea=IDEA)
    target = made / "overrides" / "templates" / name
    target.parent.mkdir(parents=True)
    target.write_text(text, encoding="utf-8")
    return made


def test_a_project_adds_to_a_template_and_replaces_a_file(tmp_path: Path) -> None:
    """`!parent/` is the one of the theme; a file of `overrides/static` wins over the theme's."""
    folder = _with_template(tmp_path, "page.html", EXTENDED + "{% block foot %}{{ super() }}<p>Room 214</p>{% endblock %}")
    (folder / "overrides" / "static").mkdir()
    (folder / "overrides" / "static" / "mark.svg").write_text("<svg/>", encoding="utf-8")
    assert rmplay("build", cwd=folder).returncode == 0
    made = files(folder / "site")
    assert b"Room 214" in made["a-first-idea/index.html"] and b"<footer" in made["a-first-idea/index.html"]
    assert made["assets/mark.svg"] == b"<svg/>"


MISTAKES = [
    ("page.html", EXTENDED + "{% block foot %}\n{{ progam.title }}{% endblock %}", 3, "progam"),
    ("page.html", EXTENDED + "{% block foot %}{{ program.titel }}{% endblock %}", 2, "titel"),
    ("page.html", EXTENDED + "{% block foot %}{% if %}{% endblock %}", 2, "if"),
    ("page.html", EXTENDED + "{% block foot %}{{ 1 / 0 }}{% endblock %}", 2, "division"),
    ("page.html", EXTENDED + "{% block foot %}{{ program.title|shout }}{% endblock %}", 2, "shout"),
    ("page.html", EXTENDED + "{% block foot %}{% include 'nowhere.html' %}{% endblock %}", 2, "nowhere.html"),
    ("page.html", EXTENDED + "{% block foot %}{% for i in range(10 ** 9) %}{% endfor %}{% endblock %}", 2, "range"),
    ("page.html", EXTENDED + "{% block foot %}{{ ''.__class__ }}{% endblock %}", 2, "unsafe"),
    ("page.html", EXTENDED + "{% block foot %}{{ [1][7].x }}{% endblock %}", 2, ""),
    ("mark.html", "{% include 'mark.html' %}", 1, "without end"),
    ("clock.html", "\n\n{% endif %}", 3, "endif"),
]


@pytest.mark.parametrize(("name", "text", "line", "word"), MISTAKES)
def test_a_mistake_in_a_template_is_told_and_the_old_site_stays(tmp_path: Path, name: str, text: str, line: int,
                                                                word: str) -> None:
    """File, line, the code and what was being made, with no traceback; the site is byte for byte what it was."""
    folder = project(tmp_path / "p", idea=IDEA)
    assert rmplay("build", cwd=folder).returncode == 0
    before = files(folder / "site")
    (folder / "overrides" / "templates").mkdir(parents=True)
    (folder / "overrides" / "templates" / name).write_text(text, encoding="utf-8")
    done = rmplay("build", cwd=folder)
    assert done.returncode == 1 and "Traceback" not in done.stderr, done.stderr
    assert f"{name}:{line}: " in done.stderr and word in done.stderr, done.stderr
    assert text.split("\n")[line - 1].strip()[:40] in done.stderr
    assert "while making " in done.stderr and files(folder / "site") == before


@pytest.mark.parametrize(("facts", "said"), [('name: ours\napi: "2"\n', 'made for api "2"; this rmplay has api "1"'),
                                             ("name: ours\n", "does not say for which api"),
                                             ('name: ours\napi: "1"\nparent: nobody\n', 'no theme called "nobody"'),
                                             ('name: ours\napi: "1"\nparent: ours\n', "names itself")])
def test_a_theme_that_cannot_be_used_is_refused_with_a_message(tmp_path: Path, facts: str, said: str) -> None:
    """Before anything is written."""
    folder = project(tmp_path / "p", idea=IDEA)
    (folder / "themes" / "ours").mkdir(parents=True)
    (folder / "themes" / "ours" / "theme.yaml").write_text(facts, encoding="utf-8")
    (folder / "content" / "site.yaml").write_text("title: Ours\ntheme: ours\n", encoding="utf-8")
    done = rmplay("build", cwd=folder)
    assert done.returncode == 1 and said in done.stderr and "Traceback" not in done.stderr
    assert not (folder / "site").exists()


def test_a_misspelt_theme_is_guessed_and_a_path_is_none(tmp_path: Path) -> None:
    """A name leads to a theme and never out of the folder of themes."""
    folder = project(tmp_path / "p", idea=IDEA)
    for name, said in (("hanbook", 'Did you mean "handbook"?'), ("../themes/default", "There is no theme called")):
        (folder / "content" / "site.yaml").write_text(f"title: Ours\ntheme: {name}\n", encoding="utf-8")
        done = rmplay("build", cwd=folder)
        assert done.returncode == 1 and said in done.stderr


def test_a_theme_of_an_installed_package_is_found_and_nothing_of_it_is_run(tmp_path: Path, monkeypatch) -> None:
    """By its entry point; the package would fail if it were imported."""
    package = tmp_path / "our_themes"
    _write_slate(tmp_path / "made")
    (tmp_path / "made" / "themes").rename(package)
    (package / "__init__.py").write_text("raise RuntimeError('was run')", encoding="utf-8")
    info = tmp_path / "our_themes-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: our_themes\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[rmplay.themes]\nslate = our_themes.slate\n", encoding="utf-8")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    installed.cache_clear()
    try:
        found = find_theme("slate", (ROOT / "themes",))
        assert [layer.name for layer in found.layers] == ["slate", "default", "base"]
        assert "slate.css" in found.static()
    finally:
        installed.cache_clear()


# ---- the command ----------------------------------------------------------------------------------------------------------

def test_a_template_is_taken_over_and_a_later_original_is_told(tmp_path: Path) -> None:
    """Ejected, the site is the same; changed, diff shows it; when the original moves on, lint says so, and once only."""
    folder = project(tmp_path / "p", idea=IDEA)
    assert rmplay("build", cwd=folder).returncode == 0
    before = files(folder / "site")
    done = rmplay("theme", "eject", "agenda", cwd=folder)
    assert done.returncode == 0, done.stderr
    copy = folder / "overrides" / "templates" / "documents" / "agenda.html"
    assert copy.read_text(encoding="utf-8").startswith("{# rmplay: from base/documents/agenda.html, ")
    assert rmplay("build", cwd=folder).returncode == 0
    same = {path: data for path, data in files(folder / "site").items() if not path.startswith(".rmplay")}
    assert same == {path: data for path, data in before.items() if not path.startswith(".rmplay")}
    assert rmplay("theme", "diff", cwd=folder).stdout == ""
    assert "original-changed" not in rmplay("lint", cwd=folder).stdout
    text = copy.read_text(encoding="utf-8")
    copy.write_text(re.sub(r", \w{16} #", ", 0123456789abcdef #", text).replace("Agenda", "Plan"), encoding="utf-8")
    told = rmplay("lint", cwd=folder)
    assert "overrides/templates/documents/agenda.html:1:1: advice original-changed" in told.stdout
    shown = rmplay("theme", "diff", "agenda", cwd=folder)
    assert "+<section class=\"running\">{{ heading('agenda', _('Plan')) }}" in shown.stdout and "has changed" in shown.stderr
    number = re.search(r"type\s+(\w{16})", told.stdout)[1]
    copy.write_text(copy.read_text(encoding="utf-8").replace("0123456789abcdef", number), encoding="utf-8")
    assert "original-changed" not in rmplay("lint", cwd=folder).stdout


@pytest.mark.parametrize(("words", "status", "said"), [(["eject", "agend"], 2, "Did you mean documents/agenda.html"),
                                                       (["diff"], 2, "No template was taken over here"),
                                                       (["eject", "../../content/site.yaml"], 2, "There is no template"),
                                                       (["list"], 0, "* default")])
def test_the_command_answers_in_sentences(tmp_path: Path, words: list[str], status: int, said: str) -> None:
    """For a newcomer's first tries."""
    done = rmplay("theme", *words, cwd=project(tmp_path / "p", idea=IDEA))
    assert done.returncode == status and said in done.stdout + done.stderr


def test_taking_over_twice_does_not_lose_the_first(tmp_path: Path) -> None:
    """The copy may have been changed by hand."""
    folder = project(tmp_path / "p", idea=IDEA)
    assert rmplay("theme", "eject", "page.html", cwd=folder).returncode == 0
    before = files(folder / "overrides")
    assert rmplay("theme", "eject", "page.html", cwd=folder).returncode == 2
    assert files(folder / "overrides") == before


# ---- words of pages ----------------------------------------------------------------------------------------------------

def _translated(path: Path, *pairs: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for message, said in pairs:
        assert f'msgid "{message}"\nmsgstr ""' in text
        text = text.replace(f'msgid "{message}"\nmsgstr ""', f'msgid "{message}"\nmsgstr "{said}"')
    path.write_text(text, encoding="utf-8")


def test_a_project_translates_and_rewords_the_pages(tmp_path: Path) -> None:
    """The file of a new language is made and filled; what is not translated stays English, and own words win over shipped ones."""
    folder = project(tmp_path / "p", idea=f"language: nl\nstart: 2027-03-01\n{IDEA}", zwei=f"id: zwei\nlanguage: de\n{IDEA}")
    done = rmplay("theme", "words", "nl", cwd=folder)
    assert done.returncode == 0 and "0 gone" in done.stdout, done.stderr
    _translated(folder / "overrides" / "languages" / "nl.po", ("Print this page", "Deze pagina afdrukken"), ("Starts", "Begint"))
    assert "Pages have all their words in de." in rmplay("theme", "words", "de", cwd=folder).stdout
    assert "0 to translate" in rmplay("theme", "words", "de", "--all", cwd=folder).stdout
    german = folder / "overrides" / "languages" / "de.po"
    german.write_text(german.read_text(encoding="utf-8").replace('"Diese Seite drucken"', '"Ausdrucken"'), encoding="utf-8")
    assert rmplay("build", cwd=folder).returncode == 0
    dutch = (folder / "site" / "a-first-idea" / "index.html").read_text(encoding="utf-8")
    assert "Deze pagina afdrukken" in dutch and "Skip to content" in dutch and "1 maart 2027" in dutch
    assert "Ausdrucken" in (folder / "site" / "zwei" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("text", "said"), [('msgid "Length', "cannot be read as a file of words"),
                                            ('msgid "Session %(number)s of %(count)s"\nmsgstr "%(nr)s"\n', '"%(nr)s" in "%(nr)s" names no')])
def test_a_mistake_in_a_file_of_words_is_told(tmp_path: Path, text: str, said: str) -> None:
    """With the file or the template, and no traceback; nothing is written."""
    folder = project(tmp_path / "p", idea=IDEA)
    (folder / "overrides" / "languages").mkdir(parents=True)
    (folder / "overrides" / "languages" / "en.po").write_text(text, encoding="utf-8")
    done = rmplay("build", cwd=folder)
    assert done.returncode == 1 and said in done.stderr and "Traceback" not in done.stderr, done.stderr
    assert not (folder / "site" / "index.html").exists()
