"""A text is linted: read, decoded, checked by every rule that applies, and the findings sorted by what is silenced."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..definition.load import House, Loaded, Text, load_house, load_site
from ..definition.model import Program
from ..definition.source import Source
from ..finding import ADVICE, INCOMPLETE, INVALID, Finding
from . import ignores
from .rule import Settings
from .rules import all_checks, all_rules

PROFILES = ("draft", "publishable")
ERROR, WARNING, HINT = "error", "warning", "advice"
LEVELS = (ERROR, WARNING, HINT)


class Result(NamedTuple):
    """Whether one check passed."""

    rule: str
    section: str
    passed: bool


class Checked(NamedTuple):
    """What the linter says about one file."""

    name: str
    loaded: Loaded
    findings: tuple[Finding, ...]
    silent: tuple[tuple[Finding, str], ...]
    results: tuple[Result, ...]

    @property
    def valid(self) -> bool:
        """Whether pages can be made of it."""
        return self.loaded.record is not None and not any(f.cls == INVALID for f in self.findings)


def level(finding: Finding, profile: str) -> str:
    """How loud a finding is: incomplete is a warning in a draft and an error in what is to be published."""
    if finding.cls == INVALID or finding.cls == INCOMPLETE and profile == "publishable":
        return ERROR
    return HINT if finding.cls == ADVICE else WARNING


def lint_program(text: Text, house: House | None, loaded: Loaded, settings: Settings = Settings(),
                 more: Iterable[Finding] = ()) -> Checked:
    """Everything that is to be said about a program that was loaded. `more` are findings of others, such as links."""
    findings, results = [*loaded.findings, *more], []
    if isinstance(loaded.record, Program):
        for section, checks in all_checks().items():
            for check in checks:
                if check.applies(loaded.record):
                    found = check.findings(loaded.record, settings)
                    findings += found
                    results.append(Result(check.rule.id, section, not found))
    return _checked(text, loaded, findings, results, house)


def lint_house(text: Text) -> Checked:
    """What is to be said about a house file by itself."""
    loaded = load_house(text)
    return _checked(text, loaded, list(loaded.findings), [])


def lint_site(text: Text, more: Iterable[Finding] = ()) -> Checked:
    """What is to be said about the settings of a site. `more` are findings of others, such as those on the brand."""
    loaded = load_site(text)
    return _checked(text, loaded, [*loaded.findings, *more], [])


def _checked(text: Text, loaded: Loaded, findings: list[Finding], results: list[Result],
             house: House | None = None) -> Checked:
    own = _own(text.source, findings, house)
    comments = ignores.ignores_of(text.source, text.root)
    if house is not None:
        comments += ignores.ignores_of(house.text.source, house.text.root)
    told, silent = ignores.apply(comments, own, all_rules()) if comments else (own, [])
    told = [f for f in told if house is None or f.span.source == text.source.name or f.rule.id not in _OF_THE_HOUSE]
    return Checked(text.source.name, loaded, tuple(sorted(dict.fromkeys(told), key=lambda f: f.order)),
                   tuple(silent), tuple(results))


_OF_THE_HOUSE = {"ignore-of-nothing", "ignore-without-reason", "ignore-of-unknown"}


def _own(source: Source, findings: list[Finding], house: House | None) -> list[Finding]:
    """Findings about a program; what is wrong with the form of the house file is told there, not in each program."""
    if house is None:
        return findings
    return [f for f in findings if f.span.source == source.name or (f.span, f.rule.id) not in house.known]
