"""What several reporters need: the order of findings, the words for counts, and text that is safe where it goes."""

from __future__ import annotations

import functools
import html
import json
import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from ...finding import Finding
from ..engine import HINT, LEVELS, Checked, level
from ..report import Report
from ..rules import all_checks
from .text import clean

FORM = "form"
_DRIVE = re.compile("[A-Za-z]:/")
_BEYOND_ASCII = re.compile("[^\x00-\x7e]")


class Chapter(NamedTuple):
    """The findings about one section of a program, or about the form of its text."""

    section: str
    findings: tuple[Finding, ...]

    @property
    def heading(self) -> str:
        """The heading that people read."""
        return "Form of the text" if self.section == FORM else self.section.capitalize()


def chapters(file: Checked) -> list[Chapter]:
    """The findings of a file by section, in the order of thought; what hinders reading comes first."""
    found: dict[str, list[Finding]] = {name: [] for name in (FORM, *all_checks())}
    for finding in file.findings:
        found[section_of(finding.rule.id)].append(finding)
    return [Chapter(name, tuple(listed)) for name, listed in found.items() if listed]


def section_of(rule: str) -> str:
    """The section that a rule is about; FORM for the rules of reader, decoder, ignores and links."""
    return _sections().get(rule, FORM)


@functools.cache
def _sections() -> dict[str, str]:
    return {check.rule.id: section for section, checks in all_checks().items() for check in checks}


def worst_first(report: Report) -> list[Finding]:
    """Every finding once, by level and place. What is wrong in a house file is found again by each program."""
    found = dict.fromkeys(f for file in report.files for f in file.findings)
    return sorted(found, key=lambda f: (LEVELS.index(level(f, report.profile)), f.order))


def counted(findings: Iterable[Finding], profile: str) -> str:
    """How many findings there are of each level, in words."""
    levels = [level(f, profile) for f in findings]
    told = [f"{levels.count(name)} {plural(name, levels.count(name))}" for name in LEVELS if name in levels]
    return ", ".join(told) or "nothing to mend"


def plural(name: str, count: int) -> str:
    """A word for one or for more of it."""
    return name if count == 1 or name == HINT else name + "s"


def is_outside(name: str) -> bool:
    """Whether a file lies outside the folder where the command was given."""
    return name.startswith("/") or _DRIVE.match(name) is not None or ".." in name.split("/")


def dumps(value: Any) -> str:
    """A value as JSON in ASCII, without half characters and without what GitHub's runner takes for a command."""
    text = _BEYOND_ASCII.sub(_ascii, json.dumps(value, ensure_ascii=False, indent=2))
    return text.replace("##[", "#\\u0023[") + "\n"


def _ascii(match: re.Match[str]) -> str:
    sign = match.group()
    return "\\ufffd" if "\ud800" <= sign <= "\udfff" else json.dumps(sign)[1:-1]


def escaped(text: str) -> str:
    """A text as it stands in HTML or XML, also in an attribute."""
    return html.escape(clean(text)).replace("##[", "#&#35;[")


def brief(text: str, most: int) -> str:
    """A text of at most so many characters."""
    return text if len(text) <= most else text[:most - 1] + "\N{HORIZONTAL ELLIPSIS}"
