"""House rules: every check, every mistake in one, and no pattern that can make a run hang."""

from __future__ import annotations

from pathlib import Path

import pytest

from rmplay.build.check import every_rule
from rmplay.build.lint import lint
from rmplay.build.project import open_project
from rmplay.definition.load import text_of
from rmplay.finding import INVALID
from rmplay.lint.house_rules import read
from rmplay.lint.mistakes import HOUSE_RULES
from support.cpu import within
from support.project import project, rmplay

RULE = """\
rules:
  - id: our-rule
    path: {path}
    {test}
    message: This is not how we do it.
    why: We said so in spring.
    class: incomplete
    bad: |
      {bad}
    good: |
      {good}
"""
GOALS = "goals: [{id: a, statement: One two three., for: [mentee]}, {id: b, statement: One.}]"
GOOD = [
    ("x-cost-center", "present: yes", "title: T", "x-cost-center: 4711"),
    ("goals[].for", "present: yes", GOALS, "goals: [{id: a, statement: One., for: [mentee]}]"),
    ("goals", "count: {at_least: 3}", GOALS, "goals: [{id: a}, {id: b}, {id: c}]"),
    ("x-sites", "count: {at_most: 1}", "x-sites: [one, two]", "x-sites: [one]"),
    ("roles.*.comes_from", "one_of: [internal, mixed]", "roles: {mentor: {comes_from: external}}",
     "roles: {mentor: {comes_from: mixed}}"),
    ("roles.mentor.title", "words: 2", "roles: {mentor: {title: Guide}}", "roles: {mentor: {title: Digital guide}}"),
    ("title", "pattern: '^[A-Z]'", "title: digital", "title: Digital"),
    ("tags[]", "pattern: '^[a-z]+$'", "tags: [good, BAD]", "tags: [good]"),
    ("etiquette.rules[].text", "words: 3", "etiquette: {rules: [Be kind.]}", "etiquette: {rules: [Be kind always.]}"),
    ("sessions[].x-goal", "refers_to: goals", "{goals: [{id: a}], sessions: [{title: S, x-goal: b}]}",
     "{goals: [{id: a}], sessions: [{title: S, x-goal: a}]}"),
]


def _rule(path: str, test: str, bad: str = "title: T", good: str = "title: T") -> str:
    return RULE.format(path=path, test=test, bad=bad, good=good)


@pytest.mark.parametrize(("path", "test", "bad", "good"), GOOD, ids=lambda value: value.split(":")[0])
def test_each_check_finds_its_bad_example_only(path: str, test: str, bad: str, good: str) -> None:
    """Loading runs both examples, and a rule whose examples are swapped is refused."""
    own = read(text_of(_rule(path, test, bad, good).encode(), "house-rules.yaml"))
    assert [f.message for f in own.checked.findings] == [] and len(own.checks) == 1
    swapped = read(text_of(_rule(path, test, good, bad).encode(), "house-rules.yaml"))
    finding, = swapped.checked.findings
    assert finding.rule.id == "house-rule-example" and not swapped.checks and swapped.names == {"our-rule"}


@pytest.mark.parametrize(("text", "rule", "line", "words"), [
    (_rule("gols[].for", "present: yes"), "house-rule-path", 3, "goals"),
    (_rule("goals.for", "present: yes"), "house-rule-path", 3, "goals[].for"),
    (_rule("title[]", "present: yes"), "house-rule-path", 3, "no list"),
    (_rule("title", "count: {at_least: 2}"), "house-rule-path", 3, "counted"),
    (_rule("goals", "words: 2"), "house-rule-path", 3, "[]"),
    (_rule("governance", "words: 2"), "house-rule-path", 3, "group"),
    (_rule("goals", "count: {at_least: 3, at_most: 2}"), "house-rule-path", 4, "at_least"),
    (_rule("title", "present: no"), "house-rule-path", 4, "present: yes"),
    (_rule("sessions[].x-goal", "refers_to: gols"), "house-rule-path", 4, "gols"),
    (_rule("sessions[].x-goal", "refers_to: governance"), "house-rule-path", 4, "no list"),
    (_rule("title", "pattern: '(?=x)'"), "house-rule-pattern", 4, "cannot be read"),
    (_rule("title", "pattern: '(x{900}){900}'"), "house-rule-pattern", 4, "cannot be read"),
    (_rule("title", "words: 2\n    one_of: [a]"), "house-rule-unfinished", 2, "checks 2 things"),
    (_rule("title", "remedy: Do it."), "house-rule-unfinished", 2, "checks nothing"),
    (_rule("title", "words: 2").replace("why: We said so in spring.", ""), "house-rule-unfinished", 2, "`why`"),
    (_rule("title", "words: 2").replace("our-rule", "goals"), "house-rule-name", 2, "our-goals"),
    (_rule("title", "words: 2", "- x"), "house-rule-example", 8, "cannot be read"),
    (_rule("title", "word: 2"), "unknown-key", 4, "words"),
    (_rule("title", "words: 2").replace("incomplete", "invalid"), "unknown-choice", 7, "incomplete")])
def test_a_mistake_is_a_finding_at_its_line(text: str, rule: str, line: int, words: str) -> None:
    """One finding, with what to type; the rule is not used."""
    own = read(text_of(text.encode(), "house-rules.yaml"))
    finding, = own.checked.findings
    assert (finding.rule.id, finding.span.line, finding.cls) == (rule, line, INVALID)
    assert words in f"{finding.message} {finding.remedy}"
    assert own.checks == () and len(own.names) == 1


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with one program and a house rule about its goals."""
    made = project(tmp_path, idea="title: An idea\ngoals:\n  - id: tools\n    statement: Five tasks alone.\n")
    (made / "content" / "house-rules.yaml").write_text(
        _rule("goals[].for", "present: yes", GOALS, "goals: [{id: a, for: [mentee]}]"), encoding="utf-8")
    return made


def test_house_rules_are_reported_explained_chosen_and_ignored(folder: Path) -> None:
    """Like every other rule, with their own class, section, message and why."""
    project_ = open_project((), folder)
    *_, idea = lint(project_)
    finding, = (f for f in idea.findings if f.rule.id == "our-rule")
    assert (finding.span.source, finding.span.line, finding.path, finding.level, finding.rule.section) == (
        "content/programs/idea.yaml", 3, "goals[tools].for", "warning", "goals")
    assert finding.rule.why == "We said so in spring." and every_rule(project_)["our-rule"] is finding.rule
    told = rmplay("explain", "our-rule", cwd=folder).stdout
    assert "This is not how we do it." in told and "Found in:" in told
    assert rmplay("lint", "--select", "our-rule", "-f", "concise", cwd=folder).stdout.count("our-rule") == 1
    path = folder / "content" / "programs" / "idea.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("tools", "tools  # rmplay: ignore[our-rule] Agreed in May."),
                    encoding="utf-8")
    *_, idea = lint(open_project((), folder))
    assert [(f.rule.id, reason) for f, reason in idea.silent] == [("our-rule", "Agreed in May.")]
    assert not {f.rule.id for f in idea.findings} & {"our-rule", "ignore-of-nothing", "ignore-of-unknown"}


def test_a_mistake_in_house_rules_holds_back_the_site(folder: Path) -> None:
    """Nobody publishes believing that a rule was kept."""
    (folder / "content" / "house-rules.yaml").write_text(_rule("gols", "present: yes"), encoding="utf-8")
    done = rmplay("build", cwd=folder)
    assert done.returncode == 1 and "house-rule-path" in done.stderr


@pytest.mark.parametrize("pattern", ["(a+)+$", "(a|a)*b", "(.*)*(.*)*(.*)*y", "(?:a?){200}a{200}", "((((a*)*)*)*)*b",
                                     "(a|aa)+$", "([a-z]+)*=", "^(([a-z])+.)+[A-Z]([a-z])+$"])
def test_no_pattern_can_make_a_check_hang(pattern: str) -> None:
    """Patterns that never end elsewhere, on the longest text that a definition can have."""
    text = _rule("why", f"pattern: '{pattern}'", f"why: {'a' * 700}!", f"why: {'a' * 700}")
    within(2, lambda: read(text_of(text.encode(), "house-rules.yaml")))


@pytest.mark.parametrize("text", [b"", b"rules: x", b"rules: [x]", b"- x", b"rules:\n  - {}", b"rules:\n  - id: [a]\n    count: 3",
                                  b"rules:\n  - path: ....[][].*.*\n", b"\xff\xfe"])
def test_any_file_is_read_without_a_traceback(text: bytes) -> None:
    """Findings, and nothing else."""
    assert read(text_of(text, "house-rules.yaml")).checks == ()


def test_a_rule_of_a_broken_file_is_known_to_comments(folder: Path) -> None:
    """A comment about a house rule that cannot be used is not called unknown as well."""
    (folder / "content" / "house-rules.yaml").write_text(_rule("gols", "present: yes"), encoding="utf-8")
    path = folder / "content" / "programs" / "idea.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("tools", "tools  # rmplay: ignore[our-rule] Agreed in May."),
                    encoding="utf-8")
    found = {f.rule.id for file in lint(open_project((), folder)) for f in file.findings}
    assert "house-rule-path" in found and "ignore-of-unknown" not in found


def test_sections_of_mistakes_can_be_listed(tmp_path: Path) -> None:
    """`explain` with a section lists its rules."""
    assert "house-rule-example" in rmplay("explain", HOUSE_RULES, cwd=tmp_path).stdout
