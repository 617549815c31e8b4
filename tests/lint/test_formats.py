"""Formats for machines and for mail: valid by their official schemas, and safe for any text in a name or a definition."""

from __future__ import annotations

import copy
import functools
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import html5lib
import jsonschema
import markdown
import pytest
import xmlschema
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rmplay.build.check import Inputs, examine
from rmplay.build.lint import lint
from rmplay.build.project import open_project
from rmplay.definition.load import Loaded, text_of
from rmplay.definition.source import Source
from rmplay.finding import ADVICE, INCOMPLETE, INVALID, Finding, Related, Rule, Span
from rmplay.lint.engine import Checked, Result
from rmplay.lint.report import Report
from rmplay.lint.reporters import FORMATS, reporter, sarif
from rmplay.lint.reporters.fingerprint import line_hashes
from rmplay.lint.reporters.text import clean
from rmplay.lint.rule import Settings
from rmplay.lint.rules import all_rules
from rmplay.lint.selection import Selection
from support import listing, nu
from support.browser import axe, leaving, record_complaints, record_requests
from support.machine import ROOT, npm_file, unavailable
from support.project import rmplay

SCHEMAS = Path(__file__).parent / "schemas"
TEXT = """\
title: "Digital \U0001f600 fluency"  # rmplay: ignore[missing-language] It is added when the translation is ready.
kind: backwards
cadence:
  minutes: 45
  minutes: 60
sessions:
  - title: Meet
    agenda:
      - title: Talk
        minutes: 50
"""
RULES = [all_rules()["unknown-choice"], all_rules()["missing-section"], all_rules()["agenda-overruns"],
         Rule("a-rule", ADVICE, "It looks for something.\n\nWhy: It matters.\nIgnore: Never.")]
NASTY = ["::error::x", "##[error]x", "\n", "\r", "\t", "\x00", "\x1b[31m", "\x85", "\u2028", "\u202e", "\ud800", "\ufffe",
         "\U0001f600", "e\u0301", "|", "\n| a | b |\n", "<script>alert(1)</script>", "<!--", "]]>", "&amp;", "</pre>", "</style>",
         '" onclick="x', "'", "`", "``", "\\", "\\|", "[x](javascript:x)", "![x](https://a.example/x.png)", "https://a.example",
         "www.a.example", "@team", "a@b.example", "#12", "*", "**", "_", "~~", "$x$", "{0}", "%0A", "%", ":", ",", "..", "../", "/",
         " ", "    ", "---", "- ", "> "]


def _of(name: str = "programs/a b.yaml", text: str = TEXT, profile: str = "draft") -> Report:
    return Report((examine(Inputs(text_of(text.encode(), name), None, Settings(selection=Selection(profile)))),), profile)


def _made(name: str, text: str, findings: tuple[Finding, ...], silent: tuple[tuple[Finding, str], ...] = ()) -> Checked:
    source = Source(name, text)
    results = tuple(Result(rule.id, "purpose", rule.id not in {f.rule.id for f in findings}) for rule in RULES[1:3])
    return Checked(name, Loaded(None, {name: source}, ()), findings, silent, results)


def told(form: str, report: Report) -> str:
    """A report in a format, as UTF-8 can hold it."""
    text = reporter(form)(report, False)
    text.encode("utf-8")
    return text


# Any text

words = st.lists(st.sampled_from(NASTY) | st.text(st.characters(), max_size=6), max_size=4).map("".join)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Reports in which everything that anybody can write is anything."""
    files = []
    for name in draw(st.lists(words.filter(bool), min_size=1, max_size=2, unique=True)):
        text = draw(words)
        lines = re.split("\r\n|\r|\n", text)

        def span() -> Span:
            line = draw(st.integers(1, len(lines)))
            column = draw(st.integers(1, len(lines[line - 1]) + 1))
            return Span(name, line, column, line, draw(st.integers(column, len(lines[line - 1]) + 1)))

        def finding() -> Finding:
            related = (Related(span(), draw(words)),) if draw(st.booleans()) else ()
            return draw(st.sampled_from(RULES)).at(span(), draw(words), draw(words), path=draw(words), related=related)

        found = tuple(finding() for _ in range(draw(st.integers(0, 3))))
        silent = ((finding(), draw(words)),) if draw(st.booleans()) else ()
        files.append(_made(name, text, found, silent))
    return Report(tuple(files), draw(st.sampled_from(["draft", "publishable"])))


def _worst() -> Report:
    """Every nasty piece in every place, alone and where a line is wrapped; all of them together as the name of a file."""
    name = "".join(piece for piece in NASTY if not piece.endswith(("..", "/")))
    text = "".join(NASTY).replace("\ud800", "")
    texts = [*NASTY, *(f"{'word ' * 17}{piece} and more" for piece in NASTY), "".join(NASTY)]
    found = tuple(RULES[n % 4].at(Span(name, 1, 1, 1, 4), piece, piece, path=piece,
                                  related=(Related(Span("::x", 1, 1, 1, 2), piece),)) for n, piece in enumerate(texts))
    return Report((_made(name, text, found, ((found[0], text),)), _made(":", ":", ())), "draft")


def any_report(test: Callable[..., None]) -> Callable[..., None]:
    """Run a test with the worst report and with many others."""
    return settings(max_examples=60)(example(report=_worst())(given(report=reports())(test)))


@any_report
def test_no_text_is_a_command_or_moves_the_cursor(report: Report) -> None:
    """No control character but line ends; nothing that GitHub's runner would carry out when it reads the log."""
    for form in FORMATS:
        text = told(form, report)
        assert text == told(form, report)
        assert text.endswith("\n")
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]", text), form
        if form == "github":
            assert len(text.split("\n")) == 2 + len({f for file in report.files for f in file.findings})
        else:
            assert not any(line.lstrip().startswith("::") for line in text.split("\n")), form
            assert "##[" not in text, form


@any_report
def test_json_of_any_text_can_be_read(report: Report) -> None:
    """The envelope keeps to its schema, SARIF to what GitHub demands; GitLab has every finding once, each unlike all others."""
    _check(json_schema(), json.loads(told("json", report)))
    assert_github_sarif(json.loads(told("sarif", report)))
    entries = json.loads(told("gitlab", report))
    assert not any(re.search(r"\\ud[89ab]..(?!\\ud[c-f])", told(form, report)) for form in ("json", "sarif", "gitlab"))
    assert len(entries) == len({f for file in report.files for f in file.findings})
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)


@any_report
def test_junit_can_be_read(report: Report) -> None:
    """XML of which the sums are right."""
    suites = ET.fromstring(told("junit", report).encode())
    assert_sums_are_right(suites)
    assert junit_schema().is_valid(told("junit", report))
    assert [suite.get("name") for suite in suites] == [clean(file.name) for file in report.files]


@any_report
def test_html_has_no_tag_of_others(report: Report) -> None:
    """Only our own elements and attributes; every message is there to be read."""
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(told("html", report))
    assert {e.tag for e in tree.iter()} <= set(
        "html head meta title style body main h1 h2 h3 table thead tbody tr th td a ul li p strong b code pre mark".split())
    assert {name for e in tree.iter() for name in e.attrib} <= {
        "lang", "charset", "name", "content", "http-equiv", "scope", "href", "id", "class"}
    assert all(re.fullmatch(r"#file-\d+", a.get("href")) for a in tree.iter("a"))
    read = _squeezed("".join(tree.find("body").itertext()))
    assert all(_squeezed(f.message) in read for file in report.files for f in file.findings)


def _squeezed(text: str) -> str:
    return re.sub(r"[\s`]+", "", clean(text))


@any_report
def test_markdown_has_no_row_and_no_markup_of_others(report: Report) -> None:
    """A row for each finding with five cells; no element but our own when it is rendered; nobody is notified."""
    text = told("markdown", report)
    found = {f for file in report.files for f in file.findings}
    rows = [line for line in text.split("\n") if line.startswith("|")]
    assert len(rows) == (len(found) + 2 if found else 0)
    assert all(row.count("|") == 6 for row in rows)
    assert not re.search(r"[<>]|@(?!&#8203;)|#\d(?!\d*;)|\w://|www\.", text)
    page = html5lib.parseFragment(markdown.markdown(text, extensions=["tables"]), namespaceHTMLElements=False)
    assert {e.tag for e in page.iter()} - {"DOCUMENT_FRAGMENT"} <= set("p strong table thead tbody tr th td".split())
    assert len(list(page.iter("tr"))) == max(0, len(rows) - 1)


# Plain and concise

def test_concise_is_one_line_for_each_finding() -> None:
    """As editors read it."""
    lines = told("concise", _of()).split("\n")
    assert ('programs/a b.yaml:2:7: error unknown-choice: "backwards" is not one of the words to choose from. '
            "Type one of: reverse, reciprocal, traditional, peer.") in lines
    assert len(lines) == len(_of().files[0].findings) + 2
    assert re.fullmatch(r"rmplay: \d+ errors, \d+ warnings, \d+ pieces? of advice", lines[-2])
    assert told("concise", Report((), "draft")) == "rmplay: nothing to mend\n"


def test_plain_says_line_what_why_and_what_to_do() -> None:
    """By section in the order of thought, without carets."""
    text = told("plain", _of())
    assert text.startswith("File programs/a b.yaml\nProfile draft is not met; ")
    assert ('Line 2, error: "backwards" is not one of the words to choose from. Why it matters: Pages are made by these '
            "words; another one would be ignored without notice. What to do: Type one of: reverse, reciprocal, "
            "traditional, peer.") in text
    headings = [part for part in text.split("\n\n") if part.isalpha() or part == "Form of the text"]
    assert headings[:3] == ["Form of the text", "Purpose", "Cadence"]
    assert "^" not in text and " | " not in text
    assert "Nothing to mend." in told("plain", Report((_made("a.yaml", "x", ()),), "draft"))


# JSON

@functools.cache
def json_schema() -> jsonschema.Draft202012Validator:
    """The published schema; here it must also name every field that is written."""
    schema = json.loads((ROOT / "docs" / "report.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    closed = copy.deepcopy(schema)
    for part in _parts(closed):
        if "properties" in part:
            part["additionalProperties"] = False
    return jsonschema.Draft202012Validator(closed)


def _parts(value: Any) -> Iterator[dict]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from _parts(inner)


def _check(validator: Any, value: Any) -> None:
    wrong = [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:300]}" for e in validator.iter_errors(value)]
    assert not wrong, listing(wrong)


@pytest.mark.parametrize("profile", ["draft", "publishable"])
def test_json_keeps_to_its_schema(profile: str) -> None:
    """Every field of the report is described, and every described field is there."""
    _check(json_schema(), json.loads(told("json", _of(profile=profile))))
    assert list(json_schema().iter_errors({**json.loads(told("json", _of())), "more": 1}))


# SARIF

VECTORS = {"": ["c129715d7a2bc9a3:1"],
           " a\nb\n  \t\tc\n d": ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"]}


@pytest.mark.parametrize("text", VECTORS)
def test_line_hashes_are_those_of_github(text: str) -> None:
    """The values that GitHub's own upload action computes."""
    assert line_hashes(text) == VECTORS[text]
    assert line_hashes(text.replace("\n", "\r\n")) == line_hashes(text.replace("\n", "\r")) == VECTORS[text]


@given(st.lists(st.sampled_from(["a", "\U0001f600", "xyz" * 20, " ", "\t", "\r", "\n", "\r\n", "one line\n"]), max_size=60))
def test_line_hashes_agree_with_a_rolling_hash(pieces: list[str]) -> None:
    """The same values, computed sign by sign with a window, as the action does."""
    assert line_hashes("".join(pieces)) == list(_rolling("".join(pieces)))


def _rolling(text: str) -> Iterator[str]:
    bare = re.sub("[ \t]", "", re.sub("\r\n?", "\n", text)).encode("utf-16-be")
    units = [*(int.from_bytes(bare[i:i + 2], "big") for i in range(0, len(bare), 2)), 65535]
    ends = [100, *(i + 101 for i, unit in enumerate(units) if unit == 10)]
    window, value, seen = [0] * 100, 0, Counter()
    for count, unit in enumerate([*units, *[0] * 100], 1):
        value = (value * 37 + unit - window.pop(0) * 37 ** 100) % 2 ** 64
        window.append(unit)
        if count in ends:
            seen[value] += 1
            yield f"{value:x}:{seen[value]}"


@functools.cache
def sarif_schema() -> jsonschema.Draft4Validator:
    """The official schema, with formats of addresses and dates checked."""
    schema = json.loads((SCHEMAS / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
    return jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())


def assert_github_sarif(log: dict[str, Any]) -> None:
    """What GitHub's documentation demands and the schema does not see."""
    run, = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in rules] == sorted({result["ruleId"] for result in run["results"]})
    for rule in rules:
        assert rule["name"] != rule["id"] and len(rule["name"]) <= 255
        assert 0 < len(rule["shortDescription"]["text"]) <= 1024 and 0 < len(rule["fullDescription"]["text"]) <= 1024
        assert rule["help"]["text"] and rule["help"]["markdown"] and len(rule["properties"]["tags"]) <= 10
        assert rule["defaultConfiguration"]["level"] in ("note", "warning", "error")
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("note", "warning", "error")
        assert not re.search(r"(?<!\\)(\\\\)*[\[\]]", result["message"]["text"])
        assert result["partialFingerprints"]["rmplayFinding/v1"]
        assert re.fullmatch(r"[0-9a-f]+:\d+", result["partialFingerprints"]["primaryLocationLineHash"])
        for location in (*result["locations"], *result.get("relatedLocations", ())):
            _assert_place(location["physicalLocation"])
    identities = [result["partialFingerprints"]["rmplayFinding/v1"] for result in run["results"]]
    assert len(set(identities)) == len(identities)


def _assert_place(place: dict[str, Any]) -> None:
    uri, region = place["artifactLocation"]["uri"], place["region"]
    assert re.fullmatch(r"[A-Za-z0-9._~%/-]+", uri) and not uri.startswith("/") and ".." not in uri.split("/")
    assert region["startLine"] == region["endLine"] >= 1
    assert 1 <= region["startColumn"] <= region["endColumn"]


def _sarif(report: Report) -> dict[str, Any]:
    log = json.loads(told("sarif", report))
    assert_github_sarif(log)
    _check(sarif_schema(), log)
    return log["runs"][0]


def test_sarif_has_everything_that_github_shows() -> None:
    """Place, level, rule, fingerprint; columns count characters, not code units."""
    run = _sarif(_of())
    choice = next(result for result in run["results"] if result["ruleId"] == "unknown-choice")
    assert choice["level"] == "error"
    assert choice["message"]["text"].startswith('"backwards" is not one of the words to choose from. Type one of: ')
    assert choice["locations"] == [{"physicalLocation": {
        "artifactLocation": {"uri": "programs/a%20b.yaml"},
        "region": {"startLine": 2, "startColumn": 7, "endLine": 2, "endColumn": 16}}}]
    assert choice["partialFingerprints"]["primaryLocationLineHash"] == line_hashes(TEXT)[1]
    title = next(result for result in run["results"] if result["ruleId"] == "missing-section")
    assert title["locations"][0]["physicalLocation"]["region"]["endColumn"] == len('title: "Digital x fluency"') + 1


def test_sarif_levels_are_those_of_the_profile() -> None:
    """The level of the rule is what it is by itself, the level of the result is what it is here."""
    for profile, expected in (("draft", "warning"), ("publishable", "error")):
        run = _sarif(_of(profile=profile))
        result = next(r for r in run["results"] if r["ruleId"] == "missing-section")
        assert result["level"] == expected
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["defaultConfiguration"]["level"] == "warning"
        assert run["automationDetails"]["id"] == f"rmplay/{profile}/"


def test_sarif_tells_what_is_ignored_and_why() -> None:
    """A silenced finding is a suppressed result; all others have an empty list."""
    results = _sarif(_of())["results"]
    silenced = [r for r in results if r["suppressions"]]
    assert [(r["ruleId"], r["suppressions"]) for r in silenced] == [("missing-language", [
        {"kind": "inSource", "justification": "It is added when the translation is ready."}])]
    assert all("suppressions" in result for result in results)


@pytest.mark.parametrize("name", ["../other/a.yaml", "/x/a.yaml", "C:/x/a.yaml", "x/../../a.yaml"])
def test_sarif_leaves_out_what_lies_outside(name: str) -> None:
    """GitHub could not show it; a notification says so."""
    run = _sarif(_of(name))
    assert run["results"] == []
    note, = run["invocations"][0]["toolExecutionNotifications"]
    assert name in note["message"]["text"] and note["message"]["text"].endswith(f": {len(_of(name).files[0].findings) + 1}.")


@pytest.mark.parametrize("name", ["c:a.yaml", "ä ö/50%,x.yaml", "a#b?c.yaml", "a\\b.yaml", "..a/b...yaml"])
def test_sarif_addresses_lead_back_to_the_name(name: str) -> None:
    """Percent-encoded, so that no part is taken for a scheme, a query or a fragment."""
    uri = _sarif(_of(name))["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert unquote(uri) == name


def test_sarif_has_no_more_results_than_github_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    """The worst are kept, and a notification counts the rest."""
    monkeypatch.setattr(sarif, "MOST_RESULTS", 3)
    run = _sarif(_of())
    assert [result["level"] for result in run["results"]] == ["error"] * 3
    assert "no more than 3: " in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


def test_edits_are_told_to_machines() -> None:
    """Their places, their texts with the line ends of the file, and in JSON whether they are sure."""
    report = _of(text="title: a: b\r\ntags: one\r\nkind: revers\r\n")
    findings = json.loads(reporter("json")(report, False))["files"][0]["findings"]
    assert [(f["rule"], [(e["line"], e["column"], e["end_column"], e["text"], e["safe"]) for e in f["edits"]])
            for f in findings if f["edits"]] == [
        ("colon-in-text", [(1, 8, 12, '"a: b"', True)]), ("wrong-type", [(2, 6, 10, "\n  - one", True)]),
        ("unknown-choice", [(3, 7, 13, "reverse", False)])]
    results = json.loads(reporter("sarif")(report, False))["runs"][0]["results"]
    fix = next(r for r in results if r["ruleId"] == "wrong-type")["fixes"][0]
    assert fix["artifactChanges"] == [{"artifactLocation": {"uri": "programs/a%20b.yaml"}, "replacements": [{
        "deletedRegion": {"startLine": 2, "startColumn": 6, "endLine": 2, "endColumn": 10},
        "insertedContent": {"text": "\r\n  - one"}}]}]


def test_sarif_regions_have_one_line() -> None:
    """A place of several lines ends where its first line ends."""
    finding = RULES[0].at(Span("a.yaml", 1, 4, 3, 2), "Wrong.", "Mend it.")
    run = _sarif(Report((_made("a.yaml", "title: >\n  a\n  b\n", (finding,)),), "draft"))
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["endLine"], region["endColumn"]) == (1, 9)


def test_sarif_passes_the_validator_of_github(tmp_path: Path) -> None:
    """Microsoft's validator with GitHub's rules says nothing but that we have no address to show."""
    hostile = "programs/ä [x] 50%,:\\ \U0001f600.yaml"
    samples = {"usual": _of(), "strict": _of(profile="publishable"), "outside": _of("../a.yaml"), "empty": Report((), "draft"),
               "mended": _of(hostile, "title: a: b\ntags: one\nkind: revers\n"), "hostile": _of(hostile, 'title: "[x] {0} \\\\ <b>"\nkind: "[a](b) \\\\ {1}"\n')}
    for name, report in samples.items():
        (tmp_path / f"{name}.sarif").write_text(told("sarif", report), encoding="utf-8")
    (tmp_path / "wrong.sarif").write_text(told("sarif", _of()).replace('"$schema"', '"$scheme"').replace(
        "programs/a%20b.yaml", "/programs/a b.yaml"), encoding="utf-8")
    said = validated(tmp_path)
    assert said.pop("wrong.sarif") >= {("error", "SARIF1004")}
    assert said == {f"{name}.sarif": {("warning", "SARIF2005")} for name in samples}


def validated(folder: Path) -> dict[str, set[tuple[str, str]]]:
    """Level and rule of all that sarif-multitool says about the files of a folder, by file."""
    system = {"linux": "linux", "darwin": "darwin"}.get(sys.platform) or unavailable(f"no SARIF validator for {sys.platform}")
    tool = npm_file(f"@microsoft/sarif-multitool-{system}/Sarif.Multitool")
    tool.chmod(0o755)  # npm leaves that to a script of the package, and scripts are not run
    said = folder / "said.json"
    subprocess.run([tool, "validate", *sorted(folder.glob("*.sarif")), "--rule-kind", "Sarif;Ghas", "-o", said, "--log",
                    "ForceOverwrite"], check=True, capture_output=True, env={"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"})
    run, = json.loads(said.read_text(encoding="utf-8-sig"))["runs"]
    assert run["invocations"][0]["executionSuccessful"]
    found: dict[str, set[tuple[str, str]]] = {path.name: set() for path in folder.glob("*.sarif")}
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        uri = place.get("uri") or run["artifacts"][place["index"]]["location"]["uri"]
        found[uri.rsplit("/", 1)[-1]].add((result.get("level", "warning"), result["ruleId"]))
    return found


# GitLab

def test_gitlab_is_an_array_of_entries() -> None:
    """Valid by the table of fields, also when there is nothing."""
    schema = json.loads((SCHEMAS / "gitlab-code-quality.schema.json").read_text(encoding="utf-8"))
    entries = json.loads(told("gitlab", _of("./programs/a.yaml")))
    _check(jsonschema.Draft202012Validator(schema), entries)
    assert [e["severity"] for e in entries] == sorted((e["severity"] for e in entries), key=["major", "minor", "info"].index)
    assert entries[0]["description"].startswith(f"{entries[0]['check_name']}: ")
    assert told("gitlab", Report((), "draft")) == "[]\n"


@pytest.mark.parametrize("change", ["# a comment\n\n" + TEXT, TEXT.replace("cadence:", "\n\ncadence:")])
def test_fingerprints_survive_lines_added_above(change: str) -> None:
    """What was known before is not new."""
    def known(text: str) -> list[set[str]]:
        return [{e["fingerprint"] for e in json.loads(told("gitlab", _of(text=text)))},
                {r["partialFingerprints"]["rmplayFinding/v1"] for r in _sarif(_of(text=text))["results"]}]
    assert known(change) == known(TEXT)


# JUnit

@functools.cache
def junit_schema() -> xmlschema.XMLSchema:
    """The schema that Jenkins reads by."""
    return xmlschema.XMLSchema(str(SCHEMAS / "jenkins-junit.xsd"))


def assert_sums_are_right(suites: ET.Element) -> None:
    """The numbers of each suite and of all are those of the cases; each suite has a case."""
    for part in (suites, *suites):
        cases = list(part.iter("testcase"))
        assert part.get("tests") == str(len(cases))
        for name in ("failure", "error"):
            assert part.get(name + "s") == str(sum(case.find(name) is not None for case in cases))
    assert all(len(suite) for suite in suites)


def test_junit_has_a_case_for_each_check_that_applied() -> None:
    """Checks that passed are seen too; what cannot be used is an error, what is ignored is skipped."""
    report = _of()
    suites = ET.fromstring(told("junit", report))
    junit_schema().validate(told("junit", report))
    assert_sums_are_right(suites)
    cases = {case.get("name"): [inner.tag for inner in case] for case in suites.iter("testcase")}
    assert set(cases) == {r.rule for r in report.files[0].results} | {f.rule.id for f in report.files[0].findings}
    assert cases["unknown-choice"] == ["error"]
    assert cases["missing-section"] == ["failure"]
    assert cases["missing-language"] == ["skipped"]
    assert cases["missing-title"] == []


def test_junit_of_a_file_without_checks_has_a_case_that_passes() -> None:
    """Settings and house files are seen as well."""
    empty = _made("site.yaml", "", ())._replace(results=())
    suites = ET.fromstring(told("junit", Report((empty,), "draft")))
    assert [(case.get("name"), len(case)) for case in suites.iter("testcase")] == [("nothing-to-mend", 0)]


# HTML

def test_html_is_accessible_and_asks_nobody(tmp_path: Path, new_page) -> None:
    """One file, by axe and by the browser: nothing is fetched, nothing is refused, nothing overflows."""
    report = Report((_of().files[0], _made("no-findings.yaml", "x", ())), "draft")
    (tmp_path / "report.html").write_text(told("html", report), encoding="utf-8")
    page = new_page(width=320)
    asked, complaints = record_requests(page), record_complaints(page)
    page.goto((tmp_path / "report.html").as_uri())
    assert (leaving(asked), complaints) == ([], [])
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("getComputedStyle(document.querySelector('.findings')).listStyleType") == "none", "no style is used"
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        violations = axe(page)
        assert not violations, listing(violations)


def test_html_is_valid(tmp_path: Path) -> None:
    """The Nu checker has nothing to say."""
    for number, report in enumerate([_of(), Report((), "draft"), _of("<b>&\U0001f600'\".yaml", "title: <script>\nkind: '&lt;'\n")]):
        (tmp_path / f"{number}.html").write_text(told("html", report), encoding="utf-8")
    said = [message for message in nu.check(tmp_path) if message.level != "info"]
    assert not said, listing(said)


def test_html_marks_the_place_and_shows_the_ignored() -> None:
    """The line stands there, with what is meant marked, and the reason of what is ignored."""
    text = told("html", _of())
    assert "<pre>2 | kind: <mark>backwards</mark></pre>" in text
    assert "It is added when the translation is ready." in text
    assert "<script" not in text and "src=" not in text and "url(" not in text and "style=" not in text


# Markdown

def test_markdown_is_cut_with_a_note() -> None:
    """Below what a comment may have; the worst come first and the rest is counted."""
    findings = tuple(rule.at(Span("a.yaml", n, 1, n, 2), f"{'@' * 900} {n}", "x", path=str(n))
                     for n in range(1, 40) for rule in (RULES[3], RULES[0]))
    text = told("markdown", Report((_made("a.yaml", "x\n" * 50, findings),), "draft"))
    rows = [line for line in text.split("\n") if line.startswith("| ")][2:]
    assert len(text) < 60_000
    assert rows and all(row.startswith("| error: unknown-choice |") for row in rows)
    assert f"\n\n{len(findings) - len(rows)} more are not shown" in text


def test_markdown_sums_up() -> None:
    """The first line is the count, the second the profile; no table where nothing is to mend."""
    assert told("markdown", _of()).startswith("**rmplay: ")
    assert "| --- |" not in told("markdown", Report((_made("a.yaml", "x", ()),), "draft"))
    assert "Definitions that meet their profile (draft): 0 of 1." in told("markdown", _of())


# All

@pytest.fixture
def two_folders(tmp_path: Path) -> list[Path]:
    """The same project in two places."""
    folders = [tmp_path / "a", tmp_path / "b" / "deeper"]
    for folder in folders:
        (folder / "content" / "programs").mkdir(parents=True)
        (folder / "content" / "site.yaml").write_text("rmplay: 1\ntitle: Our playbooks\n", encoding="utf-8")
        (folder / "content" / "house.yaml").write_text("support:\n  contacts:\n    - role: nobody\n", encoding="utf-8")
        for name in ("one", "two"):
            (folder / "content" / "programs" / f"{name}.yaml").write_text(TEXT.replace("Digital", name), encoding="utf-8")
    return folders


def _project(folder: Path) -> Report:
    return Report(lint(open_project((), folder)), "draft")


@pytest.mark.parametrize("form", FORMATS)
def test_bytes_do_not_depend_on_the_folder(form: str, two_folders: list[Path]) -> None:
    """The same names give the same bytes wherever the project lies, and no path of the machine is in them."""
    first, second = (told(form, _project(folder)) for folder in two_folders)
    assert first == second
    assert str(two_folders[0].parent) not in first


def test_what_a_house_file_does_to_all_programs_is_told_once(two_folders: list[Path]) -> None:
    """Each program finds it again; a reader of the whole wants it once."""
    report = _project(two_folders[0])
    found = [f for file in report.files for f in file.findings]
    assert len(json.loads(told("gitlab", report))) == len(_sarif(report)["results"]) - sum(
        len(file.silent) for file in report.files) == len(set(found))


@pytest.mark.parametrize("form", FORMATS)
def test_command_line_knows_every_format(form: str, two_folders: list[Path]) -> None:
    """`--format` takes each name and prints what the reporter says, as UTF-8."""
    if form in ("html", "sarif"):
        done = rmplay("lint", "--format", form, cwd=two_folders[0])
        assert (done.returncode, done.stderr) == (1, "")
        assert done.stdout == told(form, _project(two_folders[0]))
    assert form in rmplay_help()


@functools.cache
def rmplay_help() -> str:
    """What `rmplay lint --help` says."""
    return rmplay("lint", "--help", cwd=ROOT).stdout


def test_formats_are_described() -> None:
    """The page about the formats has a row for each."""
    text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    assert [name for name in FORMATS if f"| `{name}` |" not in text] == []


def test_every_class_has_a_level_in_each_format() -> None:
    """A finding of each class is told in each format."""
    for form in FORMATS:
        for cls in (INVALID, INCOMPLETE, ADVICE):
            finding = Rule("a-rule", cls, "It looks.\n\nWhy: So.").at(Span("a.yaml", 1, 1, 1, 2), "Wrong.", "Mend it.")
            assert "Wrong." in told(form, Report((_made("a.yaml", "x", (finding,)),), "publishable"))
