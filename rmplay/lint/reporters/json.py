"""The report for programs: one envelope with a version. Same input, same bytes, from any folder."""

from __future__ import annotations

from typing import Any

from ... import __version__
from ...finding import Finding, Span
from ..engine import Checked
from ..report import Report, standing
from .shared import dumps

VERSION = "1"


def report(report: Report, color: bool = False) -> str:
    """The envelope; lines and columns count code points from 1, `end_column` is the one after the last."""
    envelope = {"version": VERSION, "tool": {"name": "rmplay", "version": __version__}, "profile": report.profile,
                "summary": report.counts, "files": [_file(file) for file in report.files]}
    return dumps(envelope)


def _file(file: Checked) -> dict[str, Any]:
    state = standing(file)
    return {"path": file.name, "profile": file.selection.profile, "met": state.met, "highest_met": state.highest,
            "unwritten": list(state.unwritten),
            "checks": {"passed": state.passed, "applicable": state.applicable,
                       "sections": [{"section": s, "passed": p, "applicable": a} for s, p, a in state.sections]},
            "findings": [_finding(f) for f in file.findings],
            "ignored": [{**_finding(f), "reason": reason} for f, reason in file.silent],
            "baseline": [_finding(f) for f in file.held]}


def _finding(finding: Finding) -> dict[str, Any]:
    return {"rule": finding.rule.id, "class": finding.cls, "level": finding.level, **_span(finding.span),
            "path": finding.path, "message": finding.message, "why": finding.rule.why, "remedy": finding.remedy,
            "sources": list(finding.rule.sources),
            "related": [{**_span(r.span), "note": r.note} for r in finding.related],
            "edits": [{**_span(e.span), "text": e.text, "safe": e.safe} for e in finding.edits]}


def _span(span: Span) -> dict[str, Any]:
    return {"file": span.source, "line": span.line, "column": span.column, "end_line": span.end_line,
            "end_column": span.end_column}
