"""What newcomers break in the program that `rmplay new` gives them: one finding each, and the lines below are read."""

from __future__ import annotations

import functools
import re

import pytest

from rmplay.build.check import Inputs, examine
from rmplay.build.fix import fix, look_at_program
from rmplay.cli.scaffold import STARTER, program_text
from rmplay.definition.load import text_of

SLIPS = {
    "a text broken in two": (" set all dates and signed", "\nset all dates and signed", (164, 1, "wrong-indent")),
    "a tab in an entry": ("        minutes: 7\n        lead: both\n        kind: check-in",
                          "\tminutes: 7\n        lead: both\n        kind: check-in", (173, 1, "tab-indent")),
    "no space behind the colon": ("kind: reverse ", "kind:reverse ", (16, 1, "missing-colon")),
    "no colon behind a name": ("    title: Task one, your", "    title Task one, your", (210, 5, "missing-colon")),
    "no colon behind a section": ("\nsessions:\n", "\nsessions\n", (159, 1, "missing-colon")),
    "a semicolon": ("  minutes: 45\n", "  minutes; 45\n", (145, 3, "missing-colon")),
    "an id with a space": ("id: first-meeting", "id: First meeting", (160, 9, "id-format")),
    "an id twice": ("  - id: wider-view", "  - id: two-tasks", (55, 9, "repeated-id")),
    "a section without its first line": ("\nmatching:\n", "\n", (460, 3, "missing-heading")),
    "a section of roles without its end": ("\ncadence:\n", "\n", (142, 3, "missing-heading")),
    "a list of risks without its first line": ("\nrisks:\n", "\n", (646, 5, "missing-heading")),
    "an entry one column too far": ("      - Explain a step, then", "       - Explain a step, then", (76, 8, "wrong-indent")),
    "an entry without its dash": ("  - id: task-one\n", "    id: task-one\n", (209, 5, "list-without-dash")),
    "a goal with another id": ("  - id: two-tasks", "  - id: three-tasks", (165, 9, "unknown-reference")),
    "a section in German": ("\ngoals:\n", "\nZiele:\n", (42, 1, "unknown-key")),
    "a quote at the end only": ("title: Hello\n", 'title: Hello"\n', (172, 21, "unclosed-quote")),
    "a number sign at the start": ("\ntitle: Everyday", "\ntitle: #1 Everyday", (8, 8, "sign-at-start")),
    "a hash tag in a list": ("      - Explain a step, then", "      - #digital step, then", (76, 9, "sign-at-start")),
    "two names on one line": ("  minutes: 45\n  between_minutes: 20", "  minutes: 45, between_minutes: 20", (145, 16, "colon-in-text")),
    "a talk that is too long": ("        minutes: 18\n", "        minutes: 40\n", (171, 5, "agenda-overruns")),
    "a list without its name": ("  signed: yes\n  review_at:\n", "  signed: yes\n", (418, 5, "missing-heading")),
    "a list without its name or indent": ("  signed: yes\n  review_at:\n    - task-two", "  signed: yes\n  - task-two", (418, 3, "missing-heading")),
    "a placeholder": ("purpose: You have chosen", "purpose: TODO chosen", (163, 14, "placeholder-text")),
}

SAID = [
    ("\ntitle: Everyday tools, shown by a colleague", "\ntitle: #1 Hello",
     "A text that starts with # is taken for a comment, and nothing of it is printed.", 'Type: title: "#1 Hello"'),
    ("  minutes: 45\n  between_minutes: 20", "  minutes: 45, between_minutes: 20",
     "`minutes:` and `between_minutes:` stand on one line; each name needs a line of its own.",
     "Type, each on a line of its own and in the same column: `minutes: 45` and `between_minutes: 20`."),
    ("  signed: yes\n  review_at:\n", "  signed: yes\n", "A list begins here, and the line above, `signed: yes`, is not its name.",
     "Type on a line of its own above line 418, in the column of `signed`: review_at:"),
]


MAIL = """Hello team,
here are the dates: we start in March.
Please bring:
- your own laptop
- the agreement: signed

Best regards
The mentoring desk
"""
PASTED_BEHIND = {"a name": "  every_weeks: 3 ", "the name of a list": "\nsessions:\n", "an entry": "      - Explain a step, then",
                 "a part of an agenda": "        lead: both\n", "the last line": "  action_rows: 3\n"}


def _starter() -> str:
    return program_text(STARTER)


def _told(text: str) -> set[tuple[int, int, str]]:
    checked = examine(Inputs(text_of(text.encode(), "program.yaml"), None))
    return {(f.span.line, f.span.column, f.rule.id) for f in checked.findings if f.rule.id != "example-address"}


@pytest.mark.parametrize("name", SLIPS)
def test_one_slip_is_one_finding(name: str) -> None:
    """The finding stands at the slip, and nothing else is told: what the lines below say is read."""
    right, wrong, expected = SLIPS[name]
    text = _starter()
    assert right in text
    assert _told(text) == set()
    assert _told(text.replace(right, wrong, 1)) == {expected}


@pytest.mark.parametrize(("right", "wrong", "message", "remedy"), SAID)
def test_a_slip_says_what_to_type(right: str, wrong: str, message: str, remedy: str) -> None:
    """What is wrong in the author's words, and what to type instead."""
    checked = examine(Inputs(text_of(_starter().replace(right, wrong, 1).encode(), "program.yaml"), None))
    assert [(f.message, f.remedy) for f in checked.findings if f.cls == "invalid"] == [(message, remedy)]


def test_names_on_one_line_are_mended_and_read() -> None:
    """Each gets a line of its own, and the comment stays; where a value is a text nobody can say where it ends."""
    text = _starter()
    slipped = text.replace("  length_weeks: 12\n  every_weeks: 3 ", "  length_weeks: 12, every_weeks: 3 ", 1)
    look = functools.partial(look_at_program, Inputs(text_of(b"", "p.yaml"), None))
    assert slipped != text and fix(slipped.encode(), "program.yaml", look).after == text.encode()
    assert fix(b"title: Meet us, summary: Once a week\n", "program.yaml", look).after == b"title: Meet us, summary: Once a week\n"


def test_an_entry_pasted_twice_is_told_once() -> None:
    """The finding stands at the second place and leads to the first; nothing is told of what was read already."""
    text = _starter()
    start, end = text.index("  - id: task-one"), text.index("  - id: task-two")
    checked = examine(Inputs(text_of((text[:end] + text[start:]).encode(), "program.yaml"), None))
    finding, = [f for f in checked.findings if f.rule.id != "example-address"]
    assert (finding.span.line, finding.span.column, finding.rule.id) == (248, 9, "repeated-id")
    assert finding.message == 'The entry "task-one" stands here a second time, word for word.'
    assert finding.remedy == "Delete lines 248 to 286; or, if another one is to be made of it, type another id and change its texts."
    assert [(r.span.line, r.span.column, r.note) for r in finding.related] == [(209, 9, "the first one")]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16"])
def test_a_wide_text_is_named(encoding: str) -> None:
    """With or without a mark at its beginning; all of it is read."""
    checked = examine(Inputs(text_of(_starter().encode(encoding), "program.yaml"), None))
    finding, = [f for f in checked.findings if f.rule.id != "example-address"]
    assert (finding.span.line, finding.span.column, finding.rule.id) == (1, 1, "not-utf8")
    assert finding.message == "This file is saved as UTF-16, not as UTF-8."
    assert finding.remedy == 'Open it in your editor, choose "Save as" or "Save with encoding", pick UTF-8, and save.'


@pytest.mark.parametrize("place", PASTED_BEHIND)
def test_a_pasted_mail_is_one_finding(place: str) -> None:
    """It is told at its first line, wherever it was pasted, and everything below it is read."""
    text = _starter()
    at = text.index("\n", text.index(PASTED_BEHIND[place]) + 1) + 1
    line = text[:at].count("\n") + 1
    assert _told(text[:at] + MAIL + text[at:]) == {(line, 1, "stray-text")}
    assert _told(text[:at] + re.sub("(?m)^(?=.)", "      ", MAIL) + text[at:]) == {(line, 7, "stray-text")}


def test_each_section_may_lose_its_first_line() -> None:
    """The finding stands where the line was, whatever kind of section is above, and names it; all of it is read."""
    text = _starter()
    text = text.replace("# tags:\n#   - pilot\n", "based_on:\n  - title: A report\ntags:\n  - pilot\n  - digital tools\n")
    heads = [(head[1], text[:head.start()].count("\n") + 1, text[:head.start()] + text[head.end():])
             for head in re.finditer(r"^([a-z_]+):\n", text, re.M) if head[1] != "based_on"]  # entries with a title are of many
    told = {name: {(line, rule) for line, _, rule in _told(changed)} for name, _, changed in heads}
    assert {"tags", "review"} < {name for name, *_ in heads} and len(heads) > 20
    assert told == {name: {(line, "missing-heading")} for name, line, _ in heads}


def test_a_section_at_the_left_margin_is_one_finding() -> None:
    """All of its lines are moved by the fix, comments too, and it is read as it was meant."""
    text = _starter()
    start, end = text.index("  length_weeks: 12"), text.index("# ---- The sessions")
    slipped = text[:start] + re.sub("(?m)^  ", "", text[start:end]) + text[end:]
    assert _told(slipped) == {(143, 1, "wrong-indent")}
    look = functools.partial(look_at_program, Inputs(text_of(b"", "p.yaml"), None))
    assert fix(slipped.encode(), "program.yaml", look).after == text.encode()


def test_entries_without_their_name_are_told_once() -> None:
    """A list whose name was deleted is one mistake, however many entries it has."""
    told = _told(_starter().replace("  rules:\n    - text: Be on time", "    - text: Be on time", 1))
    assert {one for one in told if one[2] != "too-few-etiquette-rules"} == {(344, 5, "wrong-indent")}


def test_the_names_of_one_line_are_not_a_section() -> None:
    """One name in the wrong section is misplaced or misspelled, not the rest of a section."""
    told = _told(_starter().replace("  closing_week: -4\n", "  closing_week: -4\n  method: admin\n", 1))
    assert {rule for _, _, rule in told} == {"unknown-key"}


@pytest.mark.parametrize(("text", "at", "names"), [
    ("closure:\n  thanks: Each names a moment.\n  delete_by_week: 38\n", (3, 3), "`privacy`"),
    ("sessions:\n  - title: Meet\n  review_at:\n    - meet\n", (3, 3), "`expectations` or `agreement`"),
    ("based_on:\n  - title: A report\n  - digital skills\n  - heads of unit\n", (3, 5), "`tags`")])
def test_a_section_of_one_value_may_lose_its_first_line(text: str, at: tuple[int, int], names: str) -> None:
    """The finding names it, or all that it can have been; nothing else that is invalid is told."""
    checked = examine(Inputs(text_of(f"title: Digital fluency\n{text}".encode(), "p.yaml"), None))
    finding, = [f for f in checked.findings if f.cls == "invalid"]
    assert (finding.rule.id, finding.span.line - 1, finding.span.column) == ("missing-heading", *at)
    assert names in finding.message


def test_texts_where_entries_have_names_are_no_tags() -> None:
    """Where all entries of a list are texts, nobody has lost a line: each is told with its name."""
    text = "title: Digital fluency\nbased_on:\n  - our own survey\n  - exit talks\n"
    checked = examine(Inputs(text_of(text.encode(), "p.yaml"), None))
    assert [(f.span.line, f.rule.id, f.remedy.rpartition("- ")[2]) for f in checked.findings if f.cls == "invalid"] == [
        (3, "wrong-type", "title: our own survey"), (4, "wrong-type", "title: exit talks")]
