"""What several reporters need: the order of findings, the words for counts, and text that is safe where it goes."""

from __future__ import annotations

import html
import json
import re
from typing import Any

from ...finding import FORM, Finding
from ...patterns import pattern
from ...values import NamedTuple
from ..engine import Checked
from ..rules import SECTIONS
from .text import clean

_DRIVE = pattern("[A-Za-z]:/")
_BEYOND_ASCII = pattern("[^\x00-\x7e]")


class Chapter(NamedTuple):
    """The findings about one section of a program, or about the form of its text."""

    section: str
    findings: tuple[Finding, ...]

    @property
    def heading(self) -> str:
        """The heading that people read."""
        return "Form of the text" if self.section == FORM else self.section.replace("-", " ").capitalize()


def chapters(file: Checked) -> list[Chapter]:
    """The findings of a file by section, in the order of thought; what hinders reading comes first."""
    found: dict[str, list[Finding]] = {name: [] for name in (FORM, *SECTIONS)}
    for finding in file.findings:
        found.setdefault(finding.rule.section, []).append(finding)
    return [Chapter(name, tuple(listed)) for name, listed in found.items() if listed]


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
