"""A table for a comment on a pull request, or for the summary of a step: worst first, cut where GitHub would refuse it."""

from __future__ import annotations

import re

from ...finding import Finding
from ...patterns import pattern
from ..engine import PROGRAM
from ..report import Report, counted, standing
from .shared import brief
from .text import clean

LARGEST = 60_000
LONGEST_CELL = 400
_HEAD = "| Level | Where | What is wrong | What to do | Why it matters |\n| --- | --- | --- | --- | --- |\n"
_REST = "\n{} more are not shown, since a comment has no room for them. `rmplay lint` shows all.\n"
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", "@": "@&#8203;"}
_SIGNS = pattern(r"[\\`*_\[\]~$]|[&<>|@]|#(?=[\w\[])|(?<=\w):(?=//)|(?<=www)\.", re.A | re.I)


def report(report: Report, color: bool = False) -> str:
    """A line that sums up, the table, and a note where rows were left out."""
    found = report.findings
    text = f"**rmplay: {counted(found)}**\n\n{_standings(report)}\n"
    if not found:
        return text
    text += "\n" + _HEAD
    room = LARGEST - len(text) - len(_REST) - 20
    told: set[str] = set()
    for number, finding in enumerate(found):
        row = _row(finding, told)
        if len(row) > room:
            return text + _REST.format(len(found) - number)
        text, room = text + row, room - len(row)
    return text


def _standings(report: Report) -> str:
    """How many files meet the profile."""
    programs = [standing(file) for file in report.files if file.kind == PROGRAM]
    if not programs:
        return f"Files looked at: {len(report.files)}."
    return (f"Definitions that meet their profile ({report.profile}): {sum(s.met for s in programs)} of {len(programs)}. "
            f"Checks passed: {sum(s.passed for s in programs)} of {sum(s.applicable for s in programs)}.")


def _row(finding: Finding, told: set[str]) -> str:
    """A row. Why is said once for each rule."""
    span, why = finding.span, "as above" if finding.rule.id in told else finding.rule.why
    told.add(finding.rule.id)
    cells = (f"{finding.level}: {finding.rule.id}", f"{brief(span.source, 200)}, line {span.line}",
             finding.message, finding.remedy, why)
    return "| " + " | ".join(escaped(brief(cell, LONGEST_CELL)) for cell in cells) + " |\n"


def escaped(text: str) -> str:
    """A text as it stands in a cell: no markup, no link, nobody notified, no issue referred to."""
    return _SIGNS.sub(_written, clean(text))


def _written(match: re.Match[str]) -> str:
    sign = match.group()
    if sign == "#":
        return "#&#8203;"
    return _ENTITIES.get(sign) or (f"&#{ord(sign)};" if sign in ":." else "\\" + sign)
