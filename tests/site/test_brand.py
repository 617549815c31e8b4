"""The brand of an organization: colors that can be read, files that are there, and what the address of a site brings."""

from __future__ import annotations

import io
import json
import xml.etree.ElementTree as ET
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmplay.site.color import NIGHT, READABLE, WHITE, Color, contrast, is_readable, nearest_readable, wash
from support import listing
from support.browser import axe, leaving, print_pdf, record_complaints, record_requests
from support.machine import ROOT
from support.nu import check
from support.pdf import pdf_pages
from support.project import files, project, rmplay
from support.sites import pages, sample_site

SITE = """\
rmplay: 1
title: Ours
base_url: https://example.org/playbooks/
brand:
  logo: brand/logo.svg
  color: "#0b6b53"
  second_color: "#a3311a"
  heading_font: brand/head.woff2
"""
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><rect width="60" height="20" fill="#0b6b53"/></svg>'
COLORS = st.builds(Color, *[st.integers(0, 255)] * 3)


def _branded(folder: Path, site: str = SITE) -> Path:
    text = (ROOT / "content" / "programs" / "digital-fluency.yaml").read_text(encoding="utf-8")
    folder = project(folder, fluency="start: 2027-03-01\n" + text)
    content = folder / "content"
    (content / "brand").mkdir()
    (content / "brand" / "logo.svg").write_text(LOGO, encoding="utf-8")
    font = ROOT / "themes" / "default" / "static" / "fonts" / "serif-latin-600-normal.woff2"
    (content / "brand" / "head.woff2").write_bytes(font.read_bytes())
    (content / "site.yaml").write_text(site, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def branded(tmp_path_factory) -> Path:
    """A site with a brand and an address, built as a user builds it."""
    folder = _branded(tmp_path_factory.mktemp("brand") / "p")
    done = rmplay("build", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder / "site"


@given(COLORS)
def test_the_nearest_color_can_be_read_on_light_and_dark(color: Color) -> None:
    """On the ground and on its own wash, whatever color a brand has; one that can be read already is left alone."""
    for ground in (WHITE, NIGHT):
        better = nearest_readable(color, ground)
        assert contrast(better, ground) >= READABLE and contrast(better, wash(better, ground)) >= READABLE
        assert better == color or not is_readable(color, ground)
        assert contrast(Color(0x4A, 0x58, 0x68) if ground == WHITE else Color(0xB0, 0xBB, 0xC8),
                        wash(better, ground)) >= READABLE  # the soft ink of the theme on the wash


@pytest.mark.parametrize(("one", "other", "ratio"), [(Color(0, 0, 0), WHITE, 21.0), (Color(119, 119, 119), WHITE, 4.48),
                                                     (Color(255, 0, 0), WHITE, 4.0), (WHITE, WHITE, 1.0)])
def test_contrast_is_that_of_wcag(one: Color, other: Color, ratio: float) -> None:
    """Known pairs."""
    assert abs(contrast(one, other) - ratio) < 0.005


def test_an_unreadable_color_stops_the_build_with_one_that_can_be_read(tmp_path: Path) -> None:
    """At its line in site.yaml, and the proposal is taken without another word."""
    folder = _branded(tmp_path / "p", SITE.replace("#0b6b53", "#ffcc00"))
    done = rmplay("build", cwd=folder)
    assert done.returncode == 1 and not (folder / "site").exists()
    assert "content/site.yaml:6:10: error unreadable-color" in done.stderr
    proposed = done.stderr.split("that can be read: ")[1].split("\n")[0].strip()
    (folder / "content" / "site.yaml").write_text(SITE.replace('color: "#0b6b53"', proposed, 1), encoding="utf-8")
    assert rmplay("build", cwd=folder).returncode == 0


def test_a_link_out_of_the_folder_is_no_way_out(tmp_path: Path) -> None:
    """A file reached through a link to elsewhere is refused like a path that leads there."""
    folder = _branded(tmp_path / "p")
    (tmp_path / "secret.svg").write_text(LOGO, encoding="utf-8")
    (folder / "content" / "brand" / "logo.svg").unlink()
    try:
        (folder / "content" / "brand" / "logo.svg").symlink_to(tmp_path / "secret.svg")
    except OSError:
        pytest.skip("this system makes no links")
    assert "file-outside" in rmplay("lint", cwd=folder).stdout


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_branded_pages_are_accessible_and_quiet(new_page, branded: Path, scheme: str) -> None:
    """Own colors, logo and font, on light and dark screens: no axe violation, nothing asked of anybody."""
    for path in ("index.html", "digital-fluency/index.html", "digital-fluency/agenda-your-hands.html"):
        page = new_page(320, scheme)
        asked, complaints = record_requests(page), record_complaints(page)
        page.goto((branded / path).as_uri())
        assert page.locator(".logo").evaluate("logo => logo.complete && logo.naturalWidth > 0")
        assert page.evaluate("document.fonts.load('600 20px \"Brand Headings\"').then(found => found.length)") == 1
        assert leaving(asked) == [] and complaints == []
        assert not axe(page), listing(axe(page))


def test_branded_pages_are_valid(branded: Path) -> None:
    """The Nu checker has nothing to say."""
    found = [message for message in check(branded) if message.level != "info"]
    assert not found, listing(found)


def test_the_code_on_a_printed_sheet_leads_to_its_page(new_page, branded: Path) -> None:
    """A decoder-free check: the drawing is the code of the address, it prints, and the sheet keeps its pages."""
    import segno
    for path, count in (("digital-fluency/agenda-take-stock.html", 2), ("digital-fluency/agenda-your-hands.html", 2),
                        ("digital-fluency/etiquette-card.html", 1), ("digital-fluency/certificate.html", 1)):
        page = new_page()
        page.goto((branded / path).as_uri())
        drawn = io.BytesIO()
        segno.make(f"https://example.org/playbooks/{path}", error="m", micro=False).save(
            drawn, kind="svg", xmldecl=False, svgns=False, omitsize=True, border=2, svgclass=None, lineclass=None)
        stroke = ET.fromstring(drawn.getvalue()).find("path").get("d")
        assert page.locator(".qr path").get_attribute("d") == stroke
        assert not page.locator(".qr").is_visible()
        page.emulate_media(media="print")
        box = page.locator(".qr").bounding_box()
        assert box["width"] >= 60  # 17 mm
        for paper in ("A4", "Letter"):
            assert len(pdf_pages(print_pdf(page, paper))) == count, f"{path} on {paper}"
        page.close()


def test_what_the_address_brings(branded: Path) -> None:
    """Canonical address, Open Graph, a map of all pages, and still no search engine unless it is asked for."""
    html = (branded / "digital-fluency" / "index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://example.org/playbooks/digital-fluency/">' in html
    assert '<meta property="og:title" content="Digital fluency">' in html
    assert '<meta name="robots" content="noindex">' in html
    lost = (branded / "404.html").read_text(encoding="utf-8")
    assert 'href="/playbooks/assets/theme.css"' in lost and "canonical" not in lost
    spaces = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    listed = {e.text for e in ET.parse(branded / "sitemap.xml").findall(".//s:loc", spaces)}
    made = {f"https://example.org/playbooks/{p.removesuffix('index.html')}" for p in files(branded)
            if p.endswith(".html") and p != "404.html"}
    assert listed == made
    assert "Sitemap: https://example.org/playbooks/sitemap.xml" in (branded / "robots.txt").read_text(encoding="utf-8")


def test_search_engines_may_list_a_site_that_says_so(tmp_path: Path) -> None:
    """One line in site.yaml."""
    folder = _branded(tmp_path / "p", SITE + "search_engines: yes\n")
    assert rmplay("build", cwd=folder).returncode == 0
    assert "noindex" not in (folder / "site" / "index.html").read_text(encoding="utf-8")


def test_program_json_is_what_its_schema_says(branded: Path) -> None:
    """For every shipped program, its translations, the drafts and one with dates; every page and calendar that it names is there."""
    schema = json.loads((ROOT / "docs" / "program.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    made = [*sample_site().rglob("program.json"), *branded.rglob("program.json")]
    assert len(made) == 12  # eight programs and one of them in German, two drafts, the one with dates
    for path in made:
        told = json.loads(path.read_text(encoding="utf-8"))
        jsonschema.validate(told, schema, format_checker=jsonschema.FormatChecker())
        named = [page["path"] for page in told["pages"]] + list(told["calendars"].values())
        named += [session["page"] for session in told["sessions"]]
        assert [name for name in named if not (path.parent / name).is_file()] == []
    assert json.loads((branded / "digital-fluency" / "program.json").read_text())["sessions"][1]["date"] == "2027-03-15"


def test_without_an_address_no_page_names_one(branded: Path) -> None:
    """A site that is passed on as a folder does not say where it is."""
    html = "".join((sample_site() / path).read_text(encoding="utf-8") for path in pages("digital-fluency"))
    assert "canonical" not in html and "og:url" not in html and 'class="qr"' not in html
    assert not (sample_site() / "sitemap.xml").exists()
