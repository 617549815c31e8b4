"""SARIF 2.1.0 for GitHub code scanning, and for whatever else reads it. No timestamps, no path of a machine.

Addresses of files are relative to the folder where the command was given, so give it at the root of the repository.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from ... import __version__
from ...definition.source import LINE_END, Source
from ...finding import ADVICE, ERROR, HINT, INCOMPLETE, INVALID, WARNING, Edit, Finding, Related, Rule, Span
from ...values import NamedTuple
from ..handbook import Page, page_of
from ..report import KNOWN, Report, loudness
from .fingerprint import identities, line_hashes
from .shared import brief, dumps, is_outside
from .text import clean

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MOST_RESULTS = 25_000
LONGEST_TEXT = 1_000
_LEVELS = {ERROR: "error", WARNING: "warning", HINT: "note"}
_DEFAULTS = {INVALID: "error", INCOMPLETE: "warning", ADVICE: "note"}
_SEVERITIES = {INVALID: "error", INCOMPLETE: "warning", ADVICE: "recommendation"}


class Told(NamedTuple):
    """A finding as it goes into the file, with why it is not told: a comment's reason, KNOWN, or None if it is told."""

    finding: Finding
    reason: str | None
    identity: str


class Context(NamedTuple):
    """What the result of a finding needs beside it."""

    rules: dict[str, int]
    sources: dict[str, Source]
    hashes: dict[str, list[str]]


def report(report: Report, color: bool = False) -> str:
    """One run with its rules, results and notifications."""
    told, left_out = _told(report)
    rules = {t.finding.rule.id: t.finding.rule for t in told}
    names = sorted(rules)
    sources = {name: source for file in report.files for name, source in file.loaded.sources.items()}
    hashes = {name: line_hashes(sources[name].text) for name in {t.finding.span.source for t in told} & sources.keys()}
    context = Context({name: number for number, name in enumerate(names)}, sources, hashes)
    driver = {"name": "rmplay", "semanticVersion": __version__, "rules": [_rule(rules[name]) for name in names]}
    return dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [{
        "tool": {"driver": driver}, "automationDetails": {"id": f"rmplay/{report.profile}/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": left_out}],
        "results": [_result(t, context) for t in told]}]})


def _told(report: Report) -> tuple[list[Told], list[dict[str, Any]]]:
    """What goes into the file, worst first, and notifications of what cannot."""
    found: dict[Finding, str | None] = {}
    for file in report.files:
        found |= dict(file.silent) | dict.fromkeys(file.held, KNOWN)
    found |= dict.fromkeys(report.findings)
    inside = sorted((f for f in found if not is_outside(f.span.source)),
                    key=lambda f: (found[f] is not None, *loudness(f)))
    told = [Told(f, found[f], identity) for f, identity in zip(inside, identities(inside), strict=True)]
    return told[:MOST_RESULTS], _notifications(found, len(told) - MOST_RESULTS)


def _notifications(found: Iterable[Finding], too_many: int) -> list[dict[str, Any]]:
    outside = [f.span.source for f in found if is_outside(f.span.source)]
    texts = [f'Findings left out, since "{name}" is not below the folder where rmplay was started: {outside.count(name)}.'
             for name in sorted(set(outside))]
    if too_many > 0:
        texts.append(f"Findings left out, since GitHub reads no more than {MOST_RESULTS}: {too_many}.")
    return [{"level": "warning", "message": {"text": _message(text)}} for text in texts]


def _result(told: Told, context: Context) -> dict[str, Any]:
    """A result. All have `suppressions`, as the standard wants it where some have one."""
    finding = told.finding
    result = {"ruleId": finding.rule.id, "ruleIndex": context.rules[finding.rule.id],
              "level": _LEVELS[finding.level],
              "message": {"text": _message(f"{finding.message} {finding.remedy}")},
              "locations": [_location(finding.span, context.sources)],
              "partialFingerprints": _fingerprints(told, context.hashes),
              "suppressions": _suppressions(told.reason)}
    related = [_related(n, r, context.sources) for n, r in enumerate(finding.related) if not is_outside(r.span.source)]
    fixes = _fixes(finding, context.sources)
    return result | ({"relatedLocations": related} if related else {}) | ({"fixes": fixes} if fixes else {})


def _fixes(finding: Finding, sources: dict[str, Source]) -> list[dict[str, Any]]:
    """The edits that mend a finding, as one fix: all of them belong together. Line ends are those of the file."""
    names = sorted({edit.span.source for edit in finding.edits})
    if not names or any(is_outside(name) for name in names):
        return []
    changes = [{"artifactLocation": {"uri": _uri(name)},
                "replacements": [_replacement(edit, sources.get(name)) for edit in finding.edits if edit.span.source == name]}
               for name in names]
    return [{"description": {"text": _message(finding.remedy)}, "artifactChanges": changes}]


def _replacement(edit: Edit, source: Source | None) -> dict[str, Any]:
    span, end = edit.span, LINE_END.search(source.text if source else "")
    region = {"startLine": span.line, "startColumn": span.column, "endLine": span.end_line, "endColumn": span.end_column}
    return {"deletedRegion": region, "insertedContent": {"text": edit.text.replace("\n", end.group() if end else "\n")}}


def _suppressions(reason: str | None) -> list[dict[str, str]]:
    if reason is None:
        return []
    return [{"kind": "external" if reason == KNOWN else "inSource", "justification": clean(reason)}]


def _message(text: str) -> str:
    """A message; brackets would be read as links."""
    return clean(text).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _location(span: Span, sources: dict[str, Source]) -> dict[str, Any]:
    """A place. GitHub shows a finding in a pull request only when all its lines were changed, so it gets one line."""
    end = span.end_column
    if span.end_line != span.line:
        lines = sources[span.source].lines if span.source in sources else ()
        end = len(lines[span.line - 1]) + 1 if span.line <= len(lines) else span.column
    region = {"startLine": span.line, "startColumn": span.column, "endLine": span.line,
              "endColumn": max(end, span.column)}
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(span.source)}, "region": region}}


def _uri(name: str) -> str:
    """A relative address; `:` is encoded as well, or the first folder would be taken for a scheme."""
    return quote(name.encode("utf-8", "surrogatepass"), safe="/")


def _related(number: int, related: Related, sources: dict[str, Source]) -> dict[str, Any]:
    return {"id": number, "message": {"text": _message(related.note)}, **_location(related.span, sources)}


def _fingerprints(told: Told, hashes: dict[str, list[str]]) -> dict[str, str]:
    span = told.finding.span
    lines = hashes.get(span.source, [])
    known = {"primaryLocationLineHash": lines[span.line - 1]} if span.line <= len(lines) else {}
    return known | {"rmplayFinding/v1": told.identity}


def _rule(rule: Rule) -> dict[str, Any]:
    """A rule with its whole explanation, as it stands in the list of rules."""
    page = page_of(rule)
    what = " ".join(page.what.split()) or rule.id
    name = "".join(word.capitalize() for word in rule.id.split("-"))
    return {"id": rule.id, "name": name + ("" if name != rule.id else "Rule"),
            "shortDescription": {"text": brief(what.split(". ")[0].removesuffix(".") + ".", LONGEST_TEXT)},
            "fullDescription": {"text": brief(f"{what} {page.why}".strip(), LONGEST_TEXT)},
            "help": {"text": _help(page, "{}:\n\n{}", "{}"), "markdown": _help(page, "{}:\n\n```yaml\n{}\n```", "**{}**")},
            "defaultConfiguration": {"level": _DEFAULTS[rule.cls]},
            "properties": {"tags": ["mentoring", rule.cls, rule.section], "precision": "high",
                           "problem.severity": _SEVERITIES[rule.cls]}}


def _help(page: Page, example: str, word: str) -> str:
    parts = [page.what or page.id, f"{word.format('Why.')} {page.why}",
             f"{word.format('When to ignore it.')} {page.ignore}",
             *(example.format("Found in", text) for text in page.bad),
             *(example.format("Not found in", text) for text in page.good)]
    return "\n\n".join(parts + ([f"Rests on: {', '.join(page.sources)}."] if page.sources else []))
