"""What people who do not know YAML type, and what they are told: rule, line, column, and what to type."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from rmplay.build.check import Inputs, examine
from rmplay.definition.languages import is_language
from rmplay.definition.layout import straightened
from rmplay.definition.load import text_of
from rmplay.definition.source import source_of
from support.machine import programs
from support.project import rmplay

T = "title: Digital fluency\n"
PLAYBOOKS = programs()
TOLD = {"invalid", "text-cut-at-hash", "curly-quotes"}
LIST = T + "expectations:\n  mentor:\n    - One\n"
FILES_REMEDY = ("Put it where everybody can open it and type its whole address: (https://...). Or lead to a page. "
                "Pages of this program: program.")
TAB = "There is a tab here. YAML only takes spaces before a name, an entry or a text."
COLON = "This text has a colon in it, so YAML takes it for a name with a value."
CASES = {
    "link to a file": (T + "why: See [x](other.md) now.\n", 2, 14, "broken-link",
                       '"other.md" is a file, and files are not part of the site.', FILES_REMEDY),
    "link into a page": (T + "why: See [x](#nowhere) now.\n", 2, 14, "broken-link",
                         "A link cannot lead to a place inside a page, only to a page.",
                         "Type the page without #. Pages of this program: program."),
    "link without a scheme": (T + "why: See [x](www.foo.com) now.\n", 2, 14, "broken-link",
                              '"www.foo.com" is read as a page of this program, which it is not.',
                              "Type: (https://www.foo.com)"),
    "link to a picture": (T + "why: See [x](team.png) now.\n", 2, 14, "broken-link",
                          '"team.png" is a file, and files are not part of the site.', FILES_REMEDY),
    "link with a slip": (T + "why: See [x](htp:/foo) now.\n", 2, 14, "unsafe-link",
                         '"htp:/foo" is no address that a page may lead to.', "Type: (https://foo)"),
    "second link of a folded text": (T + "why: >\n  See [a](program)\n  and [b](desk@example.org).\n", 4, 11, "broken-link",
                                     '"desk@example.org" is a mail address, and a link to it needs a sign of that.',
                                     "Type: (mailto:desk@example.org)"),
    "picture": (T + "why: See ![us](team.png) now.\n", 2, 10, "picture-in-text",
                "A text cannot show a picture; the page would show ![us](team.png) as typed.",
                "Type a link instead, to where the picture can be seen: [what it shows](https://...)."),
    "tag": (T + "why: See <b>this</b> now.\n", 2, 10, "html-in-text",
            "Texts are not HTML; the page would show <b> as typed.", "Type `**words**` for strong."),
    "line break": (T + "why: One<br>two\n", 2, 9, "html-in-text", "Texts are not HTML; the page would show <br> as typed.",
                   "Type the text over several lines behind `|`, with an empty line between paragraphs."),
    "script": (T + "why: <script>x</script>\n", 2, 6, "html-in-text",
               "Texts are not HTML; the page would show <script> as typed.",
               "Delete <script>; the theme decides how things look."),
    "colon in an entry": (LIST + "    - Wait: before you answer\n    - Two\n", 5, 7, "colon-in-text", COLON,
                          'Type: - "Wait: before you answer"'),
    "colon in a rule": (T + "etiquette:\n  rules:\n    - Wait: before you answer\n", 4, 7, "colon-in-text", COLON,
                        'Type: - "Wait: before you answer"'),
    "dash too far left": (LIST + "   - Two\n    - Three\n", 5, 4, "wrong-indent",
                          "This line starts in column 4; the entry above it in its list starts in column 5.",
                          "Put one space more before it, so that they line up."),
    "dash too far right": (LIST + "     - Two\n    - Three\n", 5, 6, "wrong-indent",
                           "This line starts in column 6; the entry above it in its list starts in column 5.",
                           "Take one space away before it, so that they line up."),
    "record too far left": (T + "sessions:\n  - title: One\n    purpose: Ask.\n - title: Two\n   purpose: Tell.\n"
                            "  - title: Three\n", 5, 2, "wrong-indent",
                            "This line starts in column 2; the entry above it in its list starts in column 3.",
                            "Put one space more before it, so that they line up."),
    "tab before an entry": (LIST + "\t- Two\n    - Three\n", 5, 1, "tab-indent", TAB,
                            "Delete the tab and press the space bar instead, two spaces for each step."),
    "tab behind a dash": (LIST + "    -\tTwo\n", 5, 6, "tab-indent", TAB,
                          "Delete the tab and press the space bar instead, two spaces for each step."),
    "tabs everywhere": (T + "expectations:\n\tmentor:\n\t\t- One\n\t\t- Two\n\tmentee:\n\t\t- Three\n", 3, 1, "tab-indent",
                        TAB + " There are more in lines 4, 5, 6, 7.",
                        "Delete the tab and press the space bar instead, two spaces for each step."),
    "quotes around a word": ('title: "Digital" fluency\n', 1, 8, "quote-in-quotes", "The text goes on after its closing quote.",
                             "Type: title: '\"Digital\" fluency'"),
    "long text with a colon": (T + f"why: {'long ' * 30}text: end\n", 2, 6, "colon-in-text",
                               "This text has a colon in it, so YAML takes it for another name with a value.",
                               'Put one " before the first word, "long", and one behind the last, "end".'),
    "dash without a space": (T + "tags:\n  -plan\n  -do\n", 3, 3, "list-without-dash", "There is no space behind the dash.",
                             "Type: - plan"),
    "bullets": (T + "tags:\n  • plan\n  • do\n", 3, 3, "list-without-dash",
                '"•" does not begin an entry of a list here; a dash and a space do.', "Type: - plan"),
    "dash without a space in a list": (LIST + "    -Two\n    - Three\n", 5, 5, "list-without-dash",
                                       "There is no space behind the dash.", "Type: - Two"),
    "hours": (T + "cadence:\n  minutes: 1h\n", 3, 12, "wrong-type", 'Here belongs a whole number, in digits; "1h" is not one.',
              "Type: minutes: 60"),
    "number in words": (T + "cadence:\n  minutes: eleven\n", 3, 12, "wrong-type",
                        'Here belongs a whole number, in digits; "eleven" is not one.', "Type: minutes: 11"),
    "German date": (T + "start: 31.12.2026\n", 2, 8, "bad-date", '"31.12.2026" is not a date in the order year-month-day.',
                    "Type: start: 2026-12-31"),
    "American date": (T + "start: 12/31/2026\n", 2, 8, "bad-date",
                      '"12/31/2026" is not a date in the order year-month-day.', "Type: start: 2026-12-31"),
    "date of two kinds": (T + "start: 03/04/2026\n", 2, 8, "bad-date",
                          '"03/04/2026" is not a date in the order year-month-day.',
                          "It can be read in two ways. Type 2026-04-03 for April 3 or 2026-03-04 for March 4."),
    "day that a month lacks": (T + "start: 2027-02-30\n", 2, 8, "bad-date", "2027-02-30 is not a day of the calendar.",
                               "February 2027 has 28 days. Type another one, such as: start: 2027-02-28"),
    "bracket left open": (T + "tags: [plan\nkind: peer\n", 2, 7, "unclosed-bracket", "A [ opens a list here, and no ] closes it.",
                          "For a list, put each entry on a line of its own below, with `- ` before it. If none is meant, "
                          "delete the [, or put the whole text in double quotes."),
    "sign in an entry": (LIST + "    - @all phones away\n", 5, 7, "sign-at-start",
                         "A text that starts with @ means something else to YAML.", 'Type: - "@all phones away"'),
    "curly quotes": ("title: “Digital fluency”\n", 1, 8, "curly-quotes",
                     "Quotes such as “ ” are part of the text and are printed.", "Type: Digital fluency"),
    "dash behind a name": ("title: - Digital\n", 1, 8, "sign-at-start",
                           "A text that starts with - and a space means something else to YAML.",
                           'For a list, put each entry on a line of its own below, with `- ` before it. For a text, type: '
                           'title: "- Digital"'),
    "non-breaking spaces": (T + "cadence:\n\u00a0\u00a0minutes: 45\n\u00a0\u00a0every_weeks: 2\n", 3, 1, "look-alike-space",
                            "This looks like a space but is another character (U+00A0).",
                            "Delete it and press the space bar, here and on the lines below that came with it from a web "
                            "page or a document."),
    "no such language": (T + "language: xx\n", 2, 11, "wrong-type",
                         'Here belongs the code of a language, such as en, de or pt-BR; "xx" is not one.',
                         "Two small letters for the language; for a country add a hyphen and two capitals."),
    "name of a language": (T + "language: English\n", 2, 11, "wrong-type",
                           'Here belongs the code of a language, such as en, de or pt-BR; "English" is not one.',
                           "Type: language: en"),
    "two names on a line": (T + "format: rolling voluntary: yes\n", 2, 17, "colon-in-text",
                            "`format:` and `voluntary:` stand on one line; each name needs a line of its own.",
                            "Type, each on a line of its own and in the same column: `format: rolling` and `voluntary: yes`."),
    "a name behind a text": (T + "summary: Two meet, voluntary: yes\n", 2, 20, "colon-in-text",
                             '"voluntary:" stands in the middle of a line; each name needs a line of its own.',
                             "Delete the comma, and press Enter before voluntary: so that it starts a new line, in the column of "
                             "summary:. If it is part of the text, put the whole text in double quotes."),
    "name without a colon": (T + "driver Work waits.\n", 2, 1, "missing-colon", 'There is no colon behind "driver".',
                             "Type: driver: Work waits."),
    "block without indent": (T + "why: >-\nA senior colleague asks\nothers for it.\n", 3, 1, "wrong-indent",
                             "This is the text of the name in line 2, and it is not indented.",
                             "Put 2 spaces before each line of the text."),
    "line above deleted": (T + "goals:\n  - statement: Fine enough.\n    for:\n      - mentee\n        level: learning\n"
                           "        target: 9\n", 6, 9, "wrong-indent",
                           "This line is indented as if it belonged to a name above it, and there is none.",
                           "Bring the line back that stood above it, or delete this line and those that go with it."),
    "name in the wrong place": (T + "minutes: 45\n", 2, 1, "unknown-key", '"minutes" is not a name that a program has.',
                                "It belongs into the section `cadence:`. Put it below that name, indented by two spaces."),
    "section inside a section": (T + "size:\n  pairs_min: 1\n  goals:\n    - id: a\n", 4, 3, "unknown-key",
                                 '"goals" is not a name that a size has.',
                                 "`goals:` is a section of the program: move it to the left margin, without any space before "
                                 "it."),
    "list with commas": (T + "tags: technology, digital skills\n", 2, 7, "wrong-type",
                         'Here belongs a list, even if it has one entry; "technology, digital skills" is not one.',
                         "Put each on a line of its own below, with a dash: `- technology` and `- digital skills`"),
}


def _told(text: str | bytes, name: str = "p.yaml") -> list[tuple]:
    checked = examine(Inputs(text_of(text if isinstance(text, bytes) else text.encode(), name), None))
    return [(f.span.line, f.span.column, f.rule.id, f.message, f.remedy) for f in checked.findings
            if f.cls in TOLD or f.rule.id in TOLD]


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_is_one_finding_that_says_what_to_type(name: str) -> None:
    """Exactly one, at its place."""
    text, *expected = CASES[name]
    assert _told(text) == [tuple(expected)]


def test_the_same_through_the_command_line(tmp_path: Path) -> None:
    """The excerpt shows a tab as an arrow and a cut line with an ellipsis."""
    (tmp_path / "p.yaml").write_text(T + "driver: @" + "long words " * 20 + "\ncadence:\n\tminutes: 45\n", encoding="utf-8")
    told = rmplay("lint", "p.yaml", cwd=tmp_path).stdout
    assert "    4 | →minutes: 45\n        ^\n" in told
    assert next(line for line in told.splitlines() if line.startswith("    2 | ")).endswith("…")


def _docx() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", "<w>Digital fluency</w>" * 50)
    return packed.getvalue()


@pytest.mark.parametrize(("name", "data", "what"), [
    ("plan.docx", _docx(), "a Word document"),
    ("plan.pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", "a PDF file"),
    ("readme.md", b"# Digital fluency\n\nA program: for heads.\n\n## Goals\n\n- one\n- two: three\n", "a text with headings (Markdown)"),
    ("package.json", b'{\n\t"name": "x",\n\t"scripts": {\n\t\t"a": "b"\n\t}\n}\n', "a JSON file"),
    ("mail.yaml", b"Hi all\n\nwe start in spring.\nPlease come.\nBest\nThe team\n", "running text"),
    ("page.html", b"<!DOCTYPE html>\n<html><body>\n<p>a: b</p></body></html>\n", "a web page (HTML)"),
])
def test_a_file_of_another_kind_is_one_finding(name: str, data: bytes, what: str) -> None:
    """It says what the file is, and what a definition looks like."""
    assert [(f[:4]) for f in _told(data, name)] == [(1, 1, "foreign-file", f"This is {what}, so it is no definition.")]


def test_a_definition_in_braces_is_read() -> None:
    """Braces and brackets are accepted, never shown."""
    assert _told(b'{"title": "Digital fluency", "kind": "reverse"}', "p.json") == []


def test_an_anchor_and_its_alias_may_lie_in_different_pieces() -> None:
    """When a text is read piece by piece, the halves of an anchor are not called signs."""
    text = T + "fit:\n  good_when: &same\n    - One\ntags: [\nexpectations:\n  mentor: *same\n"
    assert [f[2] for f in _told(text)] == ["unclosed-bracket"]


@pytest.mark.parametrize("path", PLAYBOOKS, ids=lambda path: path.stem)
def test_lines_in_their_places_are_left_alone(path: Path) -> None:
    """The look at columns finds nothing in a text that can be read."""
    source, _ = source_of(path.read_bytes(), path.name)
    straight = straightened(source)
    assert (straight.findings, straight.moved) == ((), {})


@pytest.mark.parametrize(("tag", "valid"), [("en", True), ("de", True), ("pt-BR", True), ("zh-Hant-TW", True), ("gsw", True),
                                            ("es-419", True), ("xx", False), ("en-UK", False), ("EN-us", True), ("e", False)])
def test_languages(tag: str, valid: bool) -> None:
    """Codes that exist."""
    assert is_language(tag) is valid
