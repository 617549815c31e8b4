"""Each instrument of `support` sees what it is there to see, and is quiet about what is right."""

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from support import listing, nu
from support.browser import axe, leaving, print_pdf, record_complaints, record_requests
from support.cpu import cpu_seconds
from support.keyboard import by_keyboard, walked
from support.machine import ROOT, npm_file, program
from support.pdf import cut, pdf_pages, pdf_sizes, pdf_to_png

NOBODY = "http://127.0.0.1:9/x.png"  # the discard port of this machine: nobody answers there
BLANK = "<!doctype html><html lang=en><meta charset=utf-8><title>Blank</title>{head}<main><h1>Blank</h1>{body}</main></html>"


@pytest.fixture
def write(tmp_path: Path):
    """A function that writes a small page and returns its path."""

    def write_page(body: str = "", head: str = "", name: str = "page.html") -> Path:
        path = tmp_path / name
        path.write_text(BLANK.format(head=head, body=body), encoding="utf-8")
        return path

    return write_page


@pytest.fixture
def visit(new_page, write):
    """A function that opens a small page in the browser."""

    def open_page(body: str = "", head: str = "", **options):
        page = new_page(**options)
        page.goto(write(body, head).as_uri())
        return page

    return open_page


@pytest.fixture
def three_pages(visit):
    """A page that prints on three sheets."""
    return visit('<p>One<p style="break-before: page">Two<p style="break-before: page">Three')


def test_axe_is_quiet_about_a_good_page(visit):
    found = axe(visit("<p>Good"))
    assert not found, listing(found)


def test_axe_names_the_rule_the_place_and_the_element(visit):
    (violation,) = axe(visit('<p><input id="first">'))
    assert (violation.rule, violation.impact, violation.target) == ("label", "critical", "#first")
    assert "label (critical)" in listing([violation])
    assert '<input id="first">' in listing([violation])


def test_axe_sees_what_only_one_colour_scheme_shows(visit):
    style = "<style>@media (prefers-color-scheme: dark) { p { color: #777; background: #666 } }</style>"
    assert not axe(visit("<p>Text", style, scheme="light"))
    assert {v.rule for v in axe(visit("<p>Text", style, scheme="dark"))} == {"color-contrast"}


def test_axe_sees_what_only_a_narrow_screen_shows(visit):
    page = '<label for="a">A</label><input id="a">', "<style>@media (width < 400px) { label { display: none } }</style>"
    assert not axe(visit(*page, width=1366))
    assert {v.rule for v in axe(visit(*page, width=320))} == {"label"}


def test_axe_runs_under_a_strict_policy(visit):
    policy = """<meta http-equiv="Content-Security-Policy" content="default-src 'none'">"""
    assert axe(visit("<img src=data:,>", policy))


@pytest.mark.parametrize("address", [NOBODY, "https://example.org/x.png"])
def test_a_request_to_another_host_is_noticed(new_page, write, address):
    page = new_page()
    asked = record_requests(page)
    page.goto(write(f'<img src="{address}" alt="">').as_uri())
    assert leaving(asked) == [address]


def test_files_of_the_site_and_data_do_not_leave_it(new_page, write):
    page = new_page()
    asked = record_requests(page)
    page.goto(write('<img src="other.png" alt=""><img src="data:image/png;base64," alt="">').as_uri())
    assert any(url.endswith("/other.png") for url in asked)
    assert leaving(asked) == []


def test_no_request_reaches_another_host(new_page, write):
    """Without the browser's rule for names, this address of our own would refuse the connection instead."""
    page = new_page()
    with page.expect_event("requestfailed") as failed:
        page.goto(write('<img src="http://127.0.0.2:9999/x.png" alt="">').as_uri())
    assert failed.value.failure == "net::ERR_NAME_NOT_RESOLVED"


def test_complaints_are_recorded(new_page, write):
    page = new_page()
    complaints = record_complaints(page)
    policy = """<meta http-equiv="Content-Security-Policy" content="script-src 'none'">"""
    page.goto(write("<script>1</script>", policy).as_uri())
    page.goto(write("<script>nothing()</script>").as_uri())
    page.goto(write("<script>console.log('talk')</script>").as_uri())
    assert len(complaints) == 2, complaints
    assert "Content Security Policy" in complaints[0]
    assert "nothing is not defined" in complaints[1]


def test_pages_of_a_pdf_are_counted_and_read(three_pages):
    assert [text.split()[-1] for text in pdf_pages(print_pdf(three_pages, "A4"))] == ["One", "Two", "Three"]


def test_paper_is_the_readers_unless_the_style_names_one(three_pages):
    assert pdf_sizes(print_pdf(three_pages, "A4")) == [(210, 297)] * 3
    assert pdf_sizes(print_pdf(three_pages, "Letter")) == [(216, 279)] * 3
    three_pages.add_style_tag(content="@page { size: A5 }")
    assert pdf_sizes(print_pdf(three_pages, "Letter")) == [(148, 210)] * 3


def darkest(png: bytes) -> int:
    """The darkest grey of a picture, 0 (black) to 255 (white)."""
    return Image.open(BytesIO(png)).convert("L").getextrema()[0]


@pytest.mark.parametrize(("style", "darkest_grey"), [("border-top: 9px solid", 0), ("background: #000", 255)])
def test_printing_keeps_borders_and_drops_backgrounds(visit, style, darkest_grey):
    page = visit(head=f"<style>h1 {{ display: none }} div {{ height: 50px; {style} }}</style>", body="<div></div>")
    (picture,) = pdf_to_png(print_pdf(page, "A4"), dpi=72)
    assert darkest(picture) == darkest_grey


def test_pictures_follow_the_pages(three_pages):
    pictures = pdf_to_png(print_pdf(three_pages, "A4"), dpi=30)
    assert len(pictures) == 3
    for picture in pictures:
        assert Image.open(BytesIO(picture)).size == pytest.approx((210 / 25.4 * 30, 297 / 25.4 * 30), abs=2)


def test_nu_names_the_file_and_the_place(tmp_path, write):
    write("<p>Good", name="good.html")
    folder = tmp_path / "deep er"
    folder.mkdir()
    write("<p><b>Open", name="deep er/bad.html")
    messages = nu.check(tmp_path)
    assert {message.file for message in messages} == {Path("deep er", "bad.html")}
    assert any("Unclosed element “b”" in message.text for message in messages), listing(messages)
    assert "bad.html:1:" in listing(messages)


def test_nu_refuses_a_folder_without_pages(tmp_path):
    (tmp_path / "read.txt").write_text("no page")
    with pytest.raises(AssertionError, match="no HTML file"):
        nu.check(tmp_path)


def test_cpu_seconds_count_work_and_not_waiting():
    wait = cpu_seconds([sys.executable, "-S", "-c", "import time; time.sleep(.3)"], runs=1)
    work = cpu_seconds([sys.executable, "-S", "-c", "import time\nwhile time.process_time() < .6: pass"], runs=2)
    assert wait < 0.3
    assert work >= 0.6


def test_cpu_seconds_count_the_children_too():
    work = "import time\nwhile time.process_time() < .6: pass"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {work!r}])"
    assert cpu_seconds([sys.executable, "-c", parent], runs=1) >= 0.6


def test_cpu_seconds_refuse_a_command_that_fails():
    with pytest.raises(subprocess.CalledProcessError) as raised:
        cpu_seconds([sys.executable, "-c", "print('why'); raise SystemExit(3)"])
    assert (raised.value.returncode, raised.value.output.strip()) == (3, "why")


@pytest.mark.parametrize(("ci", "outcome"), [("true", "Failed"), ("", "Skipped"), ("false", "Skipped")])
@pytest.mark.parametrize(
    "look",
    [lambda: program("no-such-browser"), lambda: npm_file("no-such-package/file")],
    ids=["program", "npm package"],
)
def test_a_missing_tool_skips_for_a_person_and_fails_in_ci(monkeypatch, look, ci, outcome):
    monkeypatch.setenv("CI", ci)
    with pytest.raises(BaseException, match=r"no-such-.*setup-test-machine") as raised:
        look()
    assert raised.typename == outcome


SKIPS = """
import pytest

def test_good(): pass

@pytest.mark.skip(reason="for a reason")
def test_marked(): pass

def test_called(): pytest.skip("for another")

@pytest.mark.xfail
def test_expected(): assert False
"""


@pytest.mark.parametrize(
    ("ci", "status", "closing"),
    [("true", 1, "1 failed, 1 passed, 1 xfailed, 1 error"), ("", 0, "1 passed, 2 skipped, 1 xfailed")],
)
def test_a_skip_is_a_failure_in_ci(tmp_path, ci, status, closing):
    (tmp_path / "test_skips.py").write_text(SKIPS)
    run = run_pytest(tmp_path, ci)
    assert (run.returncode, closing in run.stdout) == (status, True), run.stdout
    assert "for a reason" in run.stdout
    assert "for another" in run.stdout


@pytest.mark.parametrize(("ci", "status", "closing"), [("true", 2, "1 error"), ("", 5, "1 skipped")])
def test_a_skipped_file_is_a_failure_in_ci(tmp_path, ci, status, closing):
    (tmp_path / "test_file.py").write_text("import pytest\npytest.skip('whole file', allow_module_level=True)")
    run = run_pytest(tmp_path, ci)
    assert (run.returncode, closing in run.stdout) == (status, True), run.stdout
    assert "whole file" in run.stdout


def run_pytest(folder: Path, ci: str) -> subprocess.CompletedProcess[str]:
    """Run the tests of a folder in a process of their own, with the plugin that judges skips."""
    environment = {**os.environ, "CI": ci, "PYTHONPATH": str(ROOT / "tests"), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    command = [sys.executable, "-m", "pytest", "-p", "support.strict", "-ra", str(folder)]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)


HEAD = "<table><thead><tr><th>Head<tbody>"


@pytest.mark.parametrize(("body", "told"), [
    ("<h2>Head</h2><p>Text", []),
    (f"{HEAD}<tr><td>One<tr style='break-before: page'><td>Two</table>", []),  # the head is there twice
    (f"{HEAD}<tr><td><p>One<p style='break-before: page'>Two</table>", ["a row on the pages 1 to 2"]),
    ("<p>Text<h2>Head</h2><p style='break-before: page'>Text", ["a heading at the end of page 1"]),
    (f"<p style='block-size: 8cm'>Text<h2>Head</h2>{HEAD}<tr style='break-inside: avoid'><td style='block-size: 20cm'>One</table>",
     ["a heading at the end of page 1"])])
def test_a_row_or_a_heading_that_is_cut_is_seen(visit, body: str, told: list[str]):
    assert cut(print_pdf(visit(body), "A4")) == told


def test_what_the_keyboard_leaves_out_or_hides_is_seen(visit):
    assert by_keyboard(visit("<a href='#x'>One</a><input type=radio name=a><input type=radio name=a>")) == []
    assert by_keyboard(visit("<p tabindex=-1>Where one goes on")) == []
    for body in ("<button tabindex=-1>One</button>", "<p onclick='0'>One",
                 "<style>:focus-visible { outline: 0 }</style><a href='#'>One</a>",
                 "<button style='outline: 1px solid'>Two</button><style>button:focus-visible { outline-color: red }</style>"):
        assert len(by_keyboard(visit(body))) == 1, body
    assert walked(visit("<a href='#x'>One</a><input type=date><button>Two</button>")) == [0, 1, 2]
    assert walked(visit("<a href='#x' tabindex=2>One</a><button tabindex=1>Two</button>")) == [1, 0]
