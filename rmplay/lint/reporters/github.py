"""Annotations for GitHub: one workflow command a finding, worst first, since GitHub shows only the first ten of each.

Escaping as the runner reads it: `%`, carriage return and line feed everywhere, `:` and `,` in properties as well.
"""

from __future__ import annotations

from ...finding import ERROR, HINT, WARNING, Finding
from ..report import Report, counted
from .text import clean

_COMMANDS = {ERROR: "error", WARNING: "warning", HINT: "notice"}


def report(report: Report, color: bool = False) -> str:
    """All annotations, and one line with the count."""
    found = report.findings
    return "".join(_command(f) + "\n" for f in found) + f"rmplay: {counted(found)}\n"


def _command(finding: Finding) -> str:
    span = finding.span
    properties = {"title": finding.rule.id, "file": span.source, "line": str(span.line), "endLine": str(span.end_line)}
    if span.line == span.end_line:
        properties |= {"col": str(span.column), "endColumn": str(max(span.end_column, span.column))}
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = f"{finding.message} {finding.remedy} ({finding.rule.why})"
    return f"::{_COMMANDS[finding.level]} {listed}::{_data(message)}"


def _data(text: str) -> str:
    return clean(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
