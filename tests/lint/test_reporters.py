"""Reports for people and machines: complete, stable, and safe for any text."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmplay.build.check import Inputs, examine
from rmplay.definition.load import text_of
from rmplay.definition.skeleton import starter
from rmplay.lint.report import Report
from rmplay.lint.reporters import FORMATS, reporter
from rmplay.lint.rule import Settings
from rmplay.lint.selection import Selection

TEXT = b"title: Digital fluency\nkind: backwards\ncadence:\n  minutes: 45\n  minutes: 60\n"


def _report(data: bytes = TEXT, name: str = "programs/a b.yaml", profile: str = "draft") -> Report:
    return Report((examine(Inputs(text_of(data, name), None, Settings(selection=Selection(profile)))),), profile)


def test_text_shows_the_line_the_carets_the_reason_and_the_fix() -> None:
    """The report that people read, whole."""
    told = reporter("text")(_report(), False)
    block = next(part for part in told.split("\n\n") if "unknown-choice" in part)
    assert block == (
        "programs/a b.yaml:2:7: error unknown-choice\n"
        "    2 | kind: backwards\n"
        "              ^^^^^^^^^\n"
        '  "backwards" is not one of the words to choose from.\n'
        "  Fix:  Type one of: reverse, reciprocal, traditional, peer.\n"
        "  Why:  Pages are made by these words; another one would be ignored without notice.")


def test_text_names_the_other_place() -> None:
    """A repeated name is told with both places."""
    told = reporter("text")(_report(), False)
    assert "See also programs/a b.yaml:4:3, the first one." in told


def test_text_tells_a_repeated_finding_once() -> None:
    """What a new project is told fits on a screen: the same of other places is a line each, and what to do next."""
    told = reporter("text")(_report(starter().encode(), "mine.yaml"), False)
    assert told.count("Fix:") == told.count("Why:") == 1
    assert [line for line in told.splitlines() if line.startswith("  Also")][-1] == (
        '  Also mine.yaml:878:30: "privacy@your-organization.example" is the address of an example.')
    assert told.endswith("\n\nIt can be built as it is: rmplay build. Warnings are for the time before it is published.\n")
    assert told.count("\n") < 20


def test_summary_says_the_profile_and_whether_it_is_met() -> None:
    """The last line is computed from the results."""
    told = reporter("text")(_report(b"title: Digital fluency\n"), False)
    assert re.search(r"profile draft is met; \d+ of \d+ checks passed; \d+ warnings?", told)
    told = reporter("text")(_report(b"title: Digital fluency\n", profile="publishable"), False)
    assert re.search(r"profile publishable is not met \(profile draft is\); \d+ of \d+ checks passed; \d+ errors?", told)


def test_json_is_one_envelope_with_a_version() -> None:
    """Every finding has its place, its class, its level, its reason and its remedy."""
    told = json.loads(reporter("json")(_report(), False))
    assert (told["version"], told["profile"]) == ("1", "draft")
    choice = next(f for f in told["files"][0]["findings"] if f["rule"] == "unknown-choice")
    assert (choice["file"], choice["line"], choice["column"], choice["end_line"], choice["end_column"]) == (
        "programs/a b.yaml", 2, 7, 2, 16)
    assert (choice["class"], choice["level"]) == ("invalid", "error")
    assert choice["message"] and choice["why"] and choice["remedy"]
    assert told["summary"]["error"] == sum(f["level"] == "error" for f in told["files"][0]["findings"])


def test_github_escapes_what_the_runner_reads() -> None:
    """Per cent, colon and comma in a path; worst first."""
    told = reporter("github")(_report(name="a,b:50%.yaml"), False).splitlines()
    assert told[0].startswith("::error title=unknown-choice,file=a%2Cb%3A50%25.yaml,line=2,endLine=2,col=7,endColumn=16::")
    kinds = [line.split(" ")[0] for line in told[:-1]]
    assert kinds == sorted(kinds, key=["::error", "::warning", "::notice"].index)


@pytest.mark.parametrize("form", FORMATS)
@given(word=st.text(min_size=1, max_size=40))
def test_no_text_can_break_a_report(form: str, word: str) -> None:
    """Any text in a definition: no control character, no second command, the same bytes each time."""
    data = f"title: x\nkind: {json.dumps(word)}\n{json.dumps(word)}: y\n".encode("utf-8", "replace")
    told = reporter(form)(_report(data), False)
    assert told == reporter(form)(_report(data), False)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e]", told)
    if form == "github":
        assert all(line.startswith(("::", "rmplay: ")) for line in told.splitlines())
    if form == "json":
        assert json.loads(told)["files"]
    if form == "text":
        assert not any(line.startswith("::") for line in told.splitlines())


def test_colors_are_only_there_when_asked_for() -> None:
    """A pipe gets plain text."""
    assert "\x1b[" in reporter("text")(_report(), True)
    assert "\x1b[" not in reporter("text")(_report(), False)
