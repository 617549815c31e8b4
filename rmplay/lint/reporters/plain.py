"""Sentences for people who never see a terminal, to be read aloud or put into a mail: no columns, no carets, no color."""

from __future__ import annotations

from ...finding import ERROR, HINT, WARNING, Finding, Span
from ..engine import Checked
from ..report import Report, summary
from .shared import chapters
from .text import groups, spoken

_WORDS = {ERROR: "error", WARNING: "warning", HINT: "a piece of advice"}


def report(report: Report, color: bool = False) -> str:
    """Each file with its findings, section by section in the order of thought."""
    return "\n\n\n".join(_file(file) for file in report.files) + "\n"


def _file(file: Checked) -> str:
    paragraphs = [spoken(f"File {file.name}") + "\n" + _standing(file)]
    told: set[str] = set()
    for chapter in chapters(file):
        paragraphs.append(chapter.heading)
        paragraphs += [_group(group, file.name, told) for group in groups(chapter.findings)]
    return "\n\n".join(paragraphs)


def _standing(file: Checked) -> str:
    return "\n".join(spoken(line[0].upper() + line[1:]) for line in summary(file))


def _group(group: list[Finding], name: str, told: set[str]) -> str:
    """One paragraph: line, what, why and what to do; several things at one place as a list. Why is said once in a file."""
    first = group[0]
    why = "" if first.rule.id in told else f"Why it matters: {first.rule.why}"
    told.add(first.rule.id)
    head = f"L{_place(first.span, name)[1:]}, {_WORDS[first.level]}:"
    also = [f"See also {_place(r.span, name)}: {r.note}." for f in group for r in f.related]
    if len(group) == 1:
        return _sentences(head, first.message, why, f"What to do: {first.remedy}", *also)
    lines = [_sentences(head, f"{len(group)} things.", why), *(_sentences("-", f.message, f.remedy) for f in group)]
    return "\n".join([*lines, *map(spoken, also)])


def _sentences(*parts: str) -> str:
    return spoken(" ".join(part for part in parts if part))


def _place(span: Span, name: str) -> str:
    return f"line {span.line}" + ("" if span.source == name else f" of the file {span.source}")
