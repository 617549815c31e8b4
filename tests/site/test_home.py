"""The home page: choosing and sorting programs without a server, and how it looks with one program or none."""

from __future__ import annotations

from pathlib import Path

from rmplay.build.project import open_project
from support import listing
from support.browser import axe, record_complaints
from support.made import build, write_site
from support.project import TITLE_ONLY, project
from support.sites import sample_site


def _site(folder: Path, **programs: str) -> Path:
    built = build(open_project((project(folder, **programs),), folder))
    write_site(folder / "site", built.artifacts)
    return folder / "site"


def _titles(page) -> list[str]:
    return page.locator(".card:visible h2").all_text_contents()


def test_programs_are_chosen_and_sorted_without_a_server(new_page) -> None:
    """By topic and by length, from disk, under the policy of the page; the count is said aloud and "Show all" undoes it."""
    page = new_page()
    complaints = record_complaints(page)
    page.goto((sample_site() / "index.html").as_uri())
    everything = _titles(page)
    assert everything == sorted(everything, key=str.casefold) and len(everything) == 10
    page.get_by_label("Topic").select_option("technology")
    assert _titles(page) == ["Digital fluency"]
    assert page.locator(".sieve [role=status]").text_content() == "1 of 10\u00a0programs"
    page.get_by_role("button", name="Show all").click()
    page.get_by_label("Sort by").select_option("weeks")
    weeks = [int(card.get_attribute("data-weeks") or 10 ** 6) for card in page.locator(".card").all()]
    assert weeks == sorted(weeks) and weeks[0] == 12
    assert complaints == []


def test_the_choice_is_in_the_address_and_what_fits_nothing_says_so(new_page) -> None:
    """A link can be passed on with its choice; a choice that no program fits is told."""
    page = new_page()
    page.goto((sample_site() / "index.html").as_uri())
    page.get_by_label("Kind").select_option("reciprocal")
    page.get_by_label("Topic").select_option("technology")
    assert _titles(page) == [] and page.get_by_text("No program fits all of that.").is_visible()
    page.goto("about:blank")
    page.goto((sample_site() / "index.html").as_uri() + "#topic=technology&sort=nonsense")
    assert _titles(page) == ["Digital fluency"]
    assert page.get_by_label("Sort by").input_value() == ""


def test_facts_of_a_card_stand_on_one_line(tab) -> None:
    """Labels and values of length, meetings and hours are level, with and without the sign of a role."""
    tab.goto((sample_site() / "index.html").as_uri())
    facts = tab.locator(".card").filter(has_text="Digital fluency").locator(".facts li")
    assert facts.count() == 4
    for part in ("span", "b"):
        tops = [fact.locator(part).first.bounding_box()["y"] for fact in facts.all()]
        assert max(tops) - min(tops) < 0.5, f"{part}: {tops}"


def test_one_program_and_none_are_accessible_and_offer_nothing_to_choose(new_page, tmp_path: Path) -> None:
    """The first site that anybody builds has one program; before that there is none."""
    for name, site in (("one", _site(tmp_path / "one", idea=TITLE_ONLY)), ("none", _none(tmp_path / "none"))):
        page = new_page(320)
        page.goto((site / "index.html").as_uri())
        assert not page.locator("select").count()
        assert not axe(page), f"{name}\n{listing(axe(page))}"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def _none(folder: Path) -> Path:
    from rmplay.definition.model import Site
    from rmplay.shipped import shipped
    from rmplay.site.render import site_pages
    from rmplay.site.theme import find_theme
    write_site(folder, site_pages([], Site(title="Ours"), find_theme("default", (shipped("themes"),))))
    return folder


def test_without_scripts_all_programs_are_there_and_no_dead_control(new_page) -> None:
    """What needs a script is not shown without one."""
    page = new_page(java_script_enabled=False)
    page.goto((sample_site() / "index.html").as_uri())
    assert len(_titles(page)) == 10
    assert not page.locator("select:visible, button:visible, input:visible").count()


def test_the_page_for_wrong_addresses_leads_home(new_page) -> None:
    """A server shows it for what is not there."""
    page = new_page(320)
    page.goto((sample_site() / "404.html").as_uri())
    assert not axe(page)
    page.get_by_role("link", name="All programs").click()
    assert page.url.endswith("/index.html")
