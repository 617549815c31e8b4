"""One line for each finding, for editors and for reading quickly: place, level, rule, what is wrong, what to type."""

from __future__ import annotations

from ...finding import Finding
from ..report import Report, counted
from .text import clean, spoken


def report(report: Report, color: bool = False) -> str:
    """All findings in the order of files and lines, and one line with the count."""
    found = sorted(report.findings, key=lambda f: f.order)
    lines = [*map(_line, found), f"rmplay: {counted(found)}"]
    return "".join(line + "\n" for line in lines)


def _line(finding: Finding) -> str:
    span = finding.span
    return spoken(f"{clean(span.source)}:{span.line}:{span.column}: {finding.level} {finding.rule.id}: "
                  f"{finding.message} {finding.remedy}")
