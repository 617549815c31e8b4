"""Code Quality for GitLab: an array with one entry for each finding, worst first.

GitLab drops entries of equal fingerprints and takes a changed one for a new problem, so a fingerprint is made of rule,
file and place in the document, not of the line.
"""

from __future__ import annotations

from typing import Any

from ...finding import ERROR, HINT, WARNING, Finding
from ..report import Report
from .fingerprint import identities
from .shared import dumps
from .text import clean

_SEVERITIES = {ERROR: "major", WARNING: "minor", HINT: "info"}


def report(report: Report, color: bool = False) -> str:
    """The array, also when it is empty."""
    found = report.findings
    return dumps([_entry(f, identity)
                  for f, identity in zip(found, identities(found), strict=True)])


def _entry(finding: Finding, identity: str) -> dict[str, Any]:
    """One entry. GitLab does not show the name of the check, so the description begins with it."""
    return {"description": clean(f"{finding.rule.id}: {finding.message} {finding.remedy}"),
            "check_name": finding.rule.id, "fingerprint": identity,
            "severity": _SEVERITIES[finding.level],
            "location": {"path": finding.span.source.removeprefix("./"), "lines": {"begin": finding.span.line}}}
