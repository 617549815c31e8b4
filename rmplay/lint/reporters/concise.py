"""One line for each finding, for editors and for reading quickly: place, level, rule, what is wrong, what to type."""

from __future__ import annotations

from ...finding import Finding
from ..engine import level
from ..report import Report
from .shared import counted
from .text import clean, spoken


def report(report: Report, color: bool = False) -> str:
    """All findings in the order of files and lines, and one line with the count."""
    found = list(dict.fromkeys(f for file in report.files for f in file.findings))
    lines = [*(_line(f, report.profile) for f in found), f"rmplay: {counted(found, report.profile)}"]
    return "".join(line + "\n" for line in lines)


def _line(finding: Finding, profile: str) -> str:
    span = finding.span
    return spoken(f"{clean(span.source)}:{span.line}:{span.column}: {level(finding, profile)} {finding.rule.id}: "
                  f"{finding.message} {finding.remedy}")
