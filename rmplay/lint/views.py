"""What a report tells instead of findings: how often each rule spoke, or how far written standards are met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from ..finding import LEVELS
from .report import Report, counted
from .reporters.markdown import escaped
from .reporters.shared import dumps
from .reporters.text import spoken
from .standards import Part, programs_of

NOTE = ("The assignment of checks to standards is that of rmplay. It says what a definition tells, not what people do, and "
        "is no accreditation.")


def told(report: Report, view: str, form: str) -> str:
    """A view (statistics or standards) in a format (text, json or markdown)."""
    return _VIEWS[view, form](report)


def _statistics(report: Report) -> list[tuple[int, str, str]]:
    """How often each rule found something, with its loudest level; the most frequent of the loudest first."""
    counts = Counter(finding.rule.id for finding in report.findings)
    loudest = {f.rule.id: f.level for f in reversed(report.findings)}
    return sorted(((count, loudest[rule], rule) for rule, count in counts.items()),
                  key=lambda row: (LEVELS.index(row[1]), -row[0], row[2]))


def _statistics_text(report: Report) -> str:
    rows = [f"{count:>5}  {level:<7}  {rule}" for count, level, rule in _statistics(report)]
    return "\n".join([*rows, f"rmplay: {counted(report.findings)}"]) + "\n"


def _statistics_markdown(report: Report) -> str:
    rows = [(str(count), level, escaped(rule)) for count, level, rule in _statistics(report)]
    return f"**rmplay: {counted(report.findings)}**\n\n" + (_table(("Findings", "Level", "Rule"), rows) if rows else "")


def _statistics_json(report: Report) -> str:
    rows = [{"rule": rule, "level": level, "count": count} for count, level, rule in _statistics(report)]
    return dumps({"version": "1", "summary": report.counts, "rules": rows})


def _standards_text(report: Report) -> str:
    parts = []
    for file, found in programs_of(report.files):
        lines = [spoken(file.name)]
        for number, part in enumerate(found):
            if not number or part.standard != found[number - 1].standard:
                lines.append(f"\n  {part.standard}")
            lines.append(f"    {part.name:<28}{part.passed:>3} of {part.applicable:>3} checks passed{_left(part)}")
        parts.append("\n".join(lines))
    return "\n\n\n".join([*parts, NOTE]) + "\n"


def _left(part: Part) -> str:
    left = [*(f"no {name}" for name in part.unwritten), *part.failed]
    return f" ({', '.join(left)})" if left else ""


def _standards_markdown(report: Report) -> str:
    tables = []
    for file, found in programs_of(report.files):
        rows = [(part.standard.split(":")[0], part.name, f"{part.passed} of {part.applicable}",
                 escaped(_left(part).strip(" ()"))) for part in found]
        tables.append(f"**{escaped(file.name)}**\n\n" + _table(("Standard", "Part", "Checks passed", "Open"), rows))
    return "\n".join([*tables, NOTE]) + "\n"


def _standards_json(report: Report) -> str:
    files = [{"path": file.name, "parts": [part._asdict() for part in found]} for file, found in programs_of(report.files)]
    return dumps({"version": "1", "note": NOTE, "files": files})


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines: list[Any] = [heads, ("---",) * len(heads), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


_VIEWS = {("statistics", "text"): _statistics_text, ("statistics", "json"): _statistics_json,
          ("statistics", "markdown"): _statistics_markdown, ("standards", "text"): _standards_text,
          ("standards", "json"): _standards_json, ("standards", "markdown"): _standards_markdown}
