"""Choosing what is checked: on the command line, in site.yaml, by path; comments, baselines, statistics, statuses."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from rmplay.build.check import every_rule
from rmplay.build.lint import lint
from rmplay.build.project import open_project
from rmplay.definition.load import text_of
from rmplay.finding import INVALID
from rmplay.lint.engine import lint_site
from rmplay.lint.preferences import Asked
from rmplay.lint.reporters import FORMATS
from rmplay.lint.rules import all_checks
from rmplay.lint.selection import Selection
from rmplay.lint.thresholds import THRESHOLDS, Limits, highest
from support.machine import ROOT
from support.project import project, rmplay

GOAL = "title: {}\ngoals:\n  - id: tools\n    statement: Mentees do five tasks alone.\n"
SITE = "rmplay: 1\ntitle: Our playbooks\nlint:\n"


def _found(folder: Path, *words: str, **asked) -> set[str]:
    """The rules that find something in the project."""
    files = lint(open_project(tuple(map(Path, words)), folder), asked=Asked(**asked))
    return {f.rule.id for file in files for f in file.findings}


def _with_settings(folder: Path, settings: str) -> Path:
    made = project(folder, idea=GOAL.format("An idea"), other=GOAL.format("Other"))
    (made / "content" / "site.yaml").write_text(SITE + settings, encoding="utf-8")
    return made


def test_select_and_ignore_take_rules_sections_and_classes(tmp_path: Path) -> None:
    """Only what is selected is told, and nothing that is ignored; what is invalid always is."""
    folder = project(tmp_path, idea=GOAL.format("An idea") + "kind: backwards\n")
    everything = _found(folder)
    assert {"goal-without-measure", "missing-section", "unknown-choice"} <= everything
    in_goals = {check.rule.id for check in all_checks()["goals"]}
    assert _found(folder, select=("goals",)) == everything & in_goals | {"unknown-choice"}
    assert _found(folder, select=("goal-without-measure",)) == {"goal-without-measure", "unknown-choice"}
    assert _found(folder, ignore=("incomplete", "advice")) == {"unknown-choice"}
    assert _found(folder, ignore=("goals",)) == everything - in_goals


def test_settings_choose_for_the_project_and_for_a_path(tmp_path: Path) -> None:
    """Later and nearer settings win; a severity of a rule counts before that of its section."""
    folder = _with_settings(tmp_path, "  profile: publishable\n  severity:\n    goals: advice\n"
                            "    goal-without-measure: error\n  paths:\n    - path: programs/oth*.yaml\n"
                            "      profile: draft\n      ignore: [goal-without-measure]\n")
    site, idea, other = lint(open_project((), folder))
    assert not site.findings
    levels = {f.rule.id: f.level for f in idea.findings}
    assert (levels["goal-without-measure"], levels["goal-without-session"] if "goal-without-session" in levels else "advice",
            levels["missing-section"]) == ("error", "advice", "error")
    assert (idea.selection.profile, other.selection.profile) == ("publishable", "draft")
    assert "goal-without-measure" not in {f.rule.id for f in other.findings}
    assert {f.level for f in other.findings if f.rule.id == "missing-section"} == {"warning"}


@pytest.mark.parametrize(("path", "fits"), [
    ("programs/other.yaml", True), ("programs/oth*", True), ("programs", True), ("content/programs/*.yaml", True),
    ("**/other.yaml", True), ("**", True), ("./programs/", True), ("other.yaml", False), ("*.yaml", False),
    ("programs/Other.yaml", False), ("programs/*/other.yaml", False), ("*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b", False)])
def test_paths_mean_files_and_folders(tmp_path: Path, path: str, fits: bool) -> None:
    """A star stays inside a name, two stars go through folders, a folder means all in it; none can take long."""
    folder = _with_settings(tmp_path, f"  paths:\n    - path: '{path}'\n      profile: publishable\n")
    assert lint(open_project((), folder))[2].selection.profile == ("publishable" if fits else "draft")


def test_a_threshold_of_the_project_counts(tmp_path: Path) -> None:
    """Numbers are data, and told as the author wrote them."""
    folder = project(tmp_path, idea=GOAL.format("An idea") + "why: Nobody here has placed an order in the new system.\n")
    assert "need-not-explained" not in _found(folder)
    (folder / "content" / "site.yaml").write_text(SITE + "  thresholds:\n    shortest_need: 200\n", encoding="utf-8")
    assert "need-not-explained" in _found(folder)


@pytest.mark.parametrize(("settings", "line", "words"), [
    ("  ignore: [long-sentense]\n", 4, "long-sentence"), ("  select:\n    - etiquete\n", 5, "etiquette"),
    ("  ignore: [invalid]\n", 4, "cannot be left out"), ("  severity:\n    unknown-key: advice\n", 5, "told more softly"),
    ("  thresholds:\n    longest_sentense: 3\n", 5, "longest_sentence"),
    ("  thresholds:\n    early_share: 3\n", 5, "cannot be right"), ("  edition: 1999\n", 4, "1999"),
    ("  paths:\n    - path: programs\n      ignore: [etiquete]\n", 6, "etiquette"),
    ("  severity:\n    goals: loud\n", 5, "loud"), ("  severity: loud\n", 4, "names with values")])
def test_mistakes_in_settings_are_findings_at_their_line(settings: str, line: int, words: str) -> None:
    """With the name that was meant."""
    finding, = lint_site(text_of((SITE + settings).encode(), "content/site.yaml")).findings
    assert finding.cls == INVALID and finding.span.line == line
    assert words in f"{finding.message} {finding.remedy}"


def test_every_threshold_is_read_by_a_rule_and_described() -> None:
    """A number that nobody reads would be a setting without effect."""
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "rmplay" / "lint" / "rules").rglob("*.py"))
    assert [name for name in THRESHOLDS if f"limits.{name}" not in sources] == []
    page = (ROOT / "docs" / "linting.md").read_text(encoding="utf-8")
    assert [name for name, (value, about) in THRESHOLDS.items() if f"| `{name}` | {value} | {about} |" not in page] == []
    assert all(0 <= value <= highest(name) for name, value in Limits()._asdict().items())


def test_an_edition_leaves_out_what_came_later() -> None:
    """A rule that says `Since:` speaks from that edition on."""
    from rmplay.finding import ADVICE, Rule
    later = Rule("later", ADVICE, "It looks.\n\nWhy: So.\nSince: 2031\nIgnore: Never.")
    assert later.edition == 2031 and later.why == "So."
    assert not Selection(edition=2030).wants(later) and Selection(edition=2031).wants(later)
    assert all(Selection().wants(rule) for rule in every_rule().values())


# Comments

def test_no_ignores_tells_what_comments_silence(tmp_path: Path) -> None:
    """And does not complain of the comments."""
    folder = project(tmp_path, idea=GOAL.format("An idea  # rmplay: ignore[missing-section] Written in spring."))
    assert "missing-section" not in _found(folder)
    told = _found(folder, comments=False)
    assert "missing-section" in told and not any(name.startswith("ignore-of") for name in told)


def test_a_comment_in_the_house_file_is_needless_only_if_no_program_needs_it(tmp_path: Path) -> None:
    """It is judged by all programs, not by the house file alone, and not by a part of them."""
    folder = project(tmp_path, idea=GOAL.format("An idea"))
    house = folder / "content" / "house.yaml"
    contact = "support:\n  contacts:\n    - role: program-lead{}\n      for: Dates\n"
    house.write_text(contact.format(""), encoding="utf-8")
    rule = "contact-out-of-reach"
    assert [f.span.line for f in lint(open_project((), folder))[2].findings if f.rule.id == rule] == [3]
    house.write_text(contact.format(f"  # rmplay: ignore[{rule}] The desk is known to all."), encoding="utf-8")
    used = {f.rule.id: f.span.source for file in lint(open_project((), folder)) for f in file.findings}
    assert "ignore-of-nothing" not in used and used.get(rule) != "content/house.yaml"
    house.write_text(contact.format("  # rmplay: ignore[long-sentence] It is a quotation."), encoding="utf-8")
    site, told, idea = lint(open_project((), folder))
    assert [f.rule.id for f in told.findings] == ["ignore-of-nothing"]
    assert "ignore-of-nothing" not in {f.rule.id for f in idea.findings}
    part = lint(open_project((folder / "content" / "programs" / "idea.yaml",), folder))
    assert "ignore-of-nothing" not in {f.rule.id for file in part for f in file.findings}


# Command line

def _json(done: subprocess.CompletedProcess[str]) -> dict:
    assert done.stdout, done.stderr
    return json.loads(done.stdout)


def test_options_of_the_command_line(tmp_path: Path) -> None:
    """Wrong names are wrong usage; statuses follow --exit-zero and --max-warnings."""
    folder = project(tmp_path, idea=GOAL.format("An idea") + "kind: backwards\n")
    wrong = rmplay("lint", "--select", "goals,etiquete", cwd=folder)
    assert wrong.returncode == 2 and "Did you mean etiquette?" in wrong.stderr
    assert rmplay("lint", cwd=folder).returncode == 1
    assert rmplay("lint", "--exit-zero", cwd=folder).returncode == 0
    (folder / "content" / "programs" / "idea.yaml").write_text(GOAL.format("An idea"), encoding="utf-8")
    assert rmplay("lint", "--max-warnings", "500", cwd=folder).returncode == 0
    over = rmplay("lint", "--max-warnings", "2", cwd=folder)
    assert over.returncode == 1 and "--max-warnings allows 2" in over.stderr
    counted = rmplay("lint", "--statistics", "--ignore", "missing-section", cwd=folder).stdout
    assert "    1  warning  goal-without-measure" in counted and "missing-section" not in counted
    rows = _json(rmplay("lint", "--statistics", "-f", "json", cwd=folder))["rules"]
    assert {"rule": "goal-without-measure", "level": "warning", "count": 1} in rows
    assert rmplay("lint", "--statistics", "-f", "sarif", cwd=folder).returncode == 2


def _piped(text: bytes, *words: str, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "rmplay", "lint", *words], input=text, cwd=cwd, capture_output=True,
                          timeout=60, check=False)


def test_standard_input_is_checked_as_the_file_it_will_be(tmp_path: Path) -> None:
    """With the settings and the house file of its project, though it is not saved yet."""
    folder = _with_settings(tmp_path, "  paths:\n    - path: programs/new.yaml\n      profile: publishable\n")
    (folder / "content" / "house.yaml").write_text("privacy:\n  contact: The privacy desk\n", encoding="utf-8")
    text = b"title: New\n"
    done = json.loads(_piped(text, "-", "--stdin-filename", "content/programs/new.yaml", "-f", "json", cwd=folder).stdout)
    file, = done["files"]
    assert (file["path"], file["profile"]) == ("content/programs/new.yaml", "publishable")
    assert "privacy" not in file["unwritten"] and "closure" in file["unwritten"]
    assert b"stdin.yaml:1:1: error" in _piped(b"titel: x\n", "-", "-f", "concise", cwd=tmp_path).stdout
    settings = _piped(SITE.encode() + b"  ignore: [nothing-such]\n", "-", "--stdin-filename", "content/site.yaml",
                      "-f", "concise", cwd=folder)
    assert b"content/site.yaml:4:12: error setting-of-unknown" in settings.stdout
    assert _piped(text, "-", "content", cwd=folder).returncode == 2


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_has_the_same_bytes_from_any_folder(form: str, tmp_path: Path) -> None:
    """Names begin at the folder of the project, wherever the command is given and however the place is written."""
    folder = project(tmp_path / "p", idea=GOAL.format("An idea"))
    deep = folder / "content" / "programs" / "sub"
    deep.mkdir()
    (deep / "x.yaml").write_text(GOAL.format("Deep"), encoding="utf-8")
    told = [rmplay("lint", *words, "-f", form, cwd=cwd).stdout
            for cwd, words in ((folder, ()), (deep, ()), (tmp_path, ("p",)), (deep.parent, ("../..",)))]
    assert told[0] and set(told) == {told[0]}
    assert "content/programs/sub/x.yaml" in told[0] and "../" not in told[0]


def test_a_file_below_a_folder_of_programs_keeps_its_house(tmp_path: Path) -> None:
    """And two projects in one run keep each its own."""
    for name in ("a", "b"):
        folder = project(tmp_path / name, idea="title: Idea\n")
        (folder / "content" / "house.yaml").write_text(
            f"{'privacy' if name == 'a' else 'closure'}:\n  {'contact: The desk' if name == 'a' else 'celebration: Cake'}\n",
            encoding="utf-8")
        (folder / "content" / "programs" / "sub").mkdir()
        (folder / "content" / "programs" / "sub" / "x.yaml").write_text("title: Deep\n", encoding="utf-8")
    one = _json(rmplay("lint", "content/programs/sub/x.yaml", "-f", "json", cwd=tmp_path / "a"))
    assert one["files"][-1]["path"] == "content/programs/sub/x.yaml" and "privacy" not in one["files"][-1]["unwritten"]
    both = _json(rmplay("lint", "a", "b", "-f", "json", cwd=tmp_path))["files"]
    unwritten = {f["path"]: f["unwritten"] for f in both}
    assert "privacy" not in unwritten["a/content/programs/idea.yaml"] and "closure" in unwritten["a/content/programs/idea.yaml"]
    assert "closure" not in unwritten["b/content/programs/idea.yaml"] and "privacy" in unwritten["b/content/programs/idea.yaml"]


def test_settings_hold_back_the_site(tmp_path: Path) -> None:
    """`lint.profile: publishable` counts for `build` as for `lint`, and what is said about the site is true."""
    folder = _with_settings(tmp_path, "  profile: publishable\n")
    held = rmplay("build", cwd=folder)
    assert held.returncode == 1 and "there is no site yet" in held.stderr and not (folder / "site").exists()
    assert rmplay("build", "--profile", "draft", cwd=folder).returncode == 0
    again = rmplay("build", cwd=folder)
    assert again.returncode == 1 and "the site is as it was" in again.stderr


def test_two_programs_of_one_folder_are_both_told(tmp_path: Path) -> None:
    """Each names the other, in words that fit: both have the same title and no id."""
    folder = project(tmp_path, a=GOAL.format("One"), b=GOAL.format("One"), c="title: x\nid: one\n")
    told = [f for file in lint(open_project((), folder)) for f in file.findings if f.rule.id == "repeated-program"]
    assert [f.span.source for f in told] == [f"content/programs/{name}.yaml" for name in "abc"]
    assert 'content/programs/b.yaml would both be the folder "one"' in told[0].message
    assert "made of the title" in told[0].remedy and "another id" in told[2].remedy


# Baseline

def test_a_baseline_survives_inserted_lines_and_entries(tmp_path: Path) -> None:
    """Known findings are not told; a new one is, and so is an entry that is mended."""
    folder = project(tmp_path, idea=GOAL.format("An idea"))
    path = folder / "content" / "programs" / "idea.yaml"
    assert rmplay("lint", "--write-baseline", "known.json", cwd=folder).returncode == 0
    written = (folder / "known.json").read_bytes()
    assert rmplay("lint", "--write-baseline", "../known.json", cwd=folder / "content").returncode == 0
    assert (folder / "known.json").read_bytes() == written
    strict = ("lint", "--profile", "publishable", "--baseline", "known.json", "-f", "json")
    first = _json(rmplay(*strict, cwd=folder))
    assert not any(f["findings"] for f in first["files"])
    assert sum(len(f["baseline"]) for f in first["files"]) > 10
    path.write_text("# a line\n\n" + GOAL.format("An idea").replace("goals:\n", "goals:\n  - id: first\n    statement: New.\n"
                                                                    "    measures:\n      - name: Tasks\n"), encoding="utf-8")
    second = {f["rule"] for file in _json(rmplay(*strict, cwd=folder))["files"] for f in file["findings"]}
    assert "unfinished-measure" in second and "goal-without-measure" not in second and "missing-section" not in second
    path.write_text(GOAL.format("An idea") + "language: en\n", encoding="utf-8")
    stale = rmplay("lint", "--baseline", "known.json", "-f", "concise", cwd=folder).stdout
    assert "known.json:" in stale and "baseline-outdated: The baseline knows one that is mended: missing-language in content/programs/idea.yaml at language." in stale
    text = rmplay("lint", "--profile", "publishable", "--baseline", "known.json", cwd=folder).stdout
    assert "is met, apart from what the baseline holds" in text
    path.unlink()
    (path.parent / "other.yaml").write_text("title: Other\n", encoding="utf-8")
    assert "idea.yaml" in rmplay("lint", "--baseline", "known.json", "-f", "concise", cwd=folder).stdout


@pytest.mark.parametrize("text", ["", "[]", "{", "[" * 100_000, '{"rmplay-baseline": 1, "findings": [{"rule": "x"}]}',
                                  '{"rmplay-baseline": 9, "findings": []}'])
def test_what_is_no_baseline_is_wrong_usage(text: str, tmp_path: Path) -> None:
    """With what to type, and no traceback."""
    folder = project(tmp_path, idea=GOAL.format("An idea"))
    (folder / "known.json").write_text(text, encoding="utf-8")
    done = rmplay("lint", "--baseline", "known.json", cwd=folder)
    assert done.returncode == 2 and "--write-baseline" in done.stderr and "Traceback" not in done.stderr


def test_what_is_invalid_is_never_in_a_baseline(tmp_path: Path) -> None:
    """A site cannot be made of it, whoever knows it."""
    folder = project(tmp_path, idea=GOAL.format("An idea") + "kind: backwards\n")
    done = rmplay("lint", "--write-baseline", "known.json", cwd=folder)
    assert "1 more are invalid" in done.stderr
    assert rmplay("lint", "--baseline", "known.json", "-f", "concise", cwd=folder).stdout.count(" error ") == 1


def test_a_language_without_words_is_told_once_where_it_is_named(tmp_path: Path) -> None:
    """In the settings, a program or a translation; not for what the theme says, until each word of a project's file is there."""
    french = 'language: fr'
    folder = project(tmp_path, idea=GOAL.format("Idée") + f"{french}\n", other=GOAL.format("Another") + "language: de-AT\n")
    content = folder / "content"
    (content / "programs" / "other.es.yaml").write_text("translates: other.yaml\nlanguage: es\ntexts: []\n", encoding="utf-8")

    def told() -> list[tuple[str, int, int]]:
        return [(Path(f.span.source).name, f.span.line, f.span.column) for file in lint(open_project((), folder))
                for f in file.findings if f.rule.id == "missing-words"]

    assert told() == [("idea.yaml", 5, 11), ("other.es.yaml", 2, 11)]
    site = content / "site.yaml"
    site.write_text(f"title: Ours\n{french}\n", encoding="utf-8")
    assert told() == [("site.yaml", 2, 11), ("other.es.yaml", 2, 11)]
    words = folder / "overrides" / "languages" / "fr.po"
    words.parent.mkdir(parents=True)
    for typed, lines in (("", 1), ("Programme", 0)):
        words.write_text(f'msgid ""\nmsgstr "Language: fr\\n"\n\nmsgid "Program"\nmsgstr "{typed}"\n', encoding="utf-8")
        assert [name for name, *_ in told()] == ["site.yaml"] * lines + ["other.es.yaml"]
    words.unlink()
    site.write_text(f"title: Ours\n{french}  # rmplay: ignore[missing-words] All of us read English.\n", encoding="utf-8")
    assert told() == [("other.es.yaml", 2, 11)] and "ignore-of-nothing" not in _found(folder)
