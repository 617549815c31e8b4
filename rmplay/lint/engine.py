"""A text is linted: read, decoded, checked by every rule that applies, and the findings sorted by what is silenced."""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable

from ..definition.load import House, Loaded, Text, load_site
from ..definition.model import Program
from ..definition.source import Source
from ..finding import FORM, INVALID, Finding, Rule, Span
from ..values import NamedTuple
from . import ignores, preferences
from .rule import Settings
from .rules import all_rules, chosen
from .selection import Selection
from .unread import Watch, watched

PROGRAM, HOUSE, SITE, HOUSE_RULES, BASELINE, TRANSLATION = (
    "program", "house", "site", "house rules", "baseline", "translation")


class Result(NamedTuple):
    """Whether one check passed."""

    rule: str
    section: str
    passed: bool

    def __reduce__(self) -> tuple:
        return _result, tuple(self)


class Checked(NamedTuple):
    """What the linter says about one file: told, silenced by a comment with its reason, and known since a baseline.

    `used` are the comments of the house file that silenced something here, each with the rule.
    """

    name: str
    loaded: Loaded
    findings: tuple[Finding, ...]
    silent: tuple[tuple[Finding, str], ...] = ()
    results: tuple[Result, ...] = ()
    kind: str = PROGRAM
    selection: Selection = Selection()
    held: tuple[Finding, ...] = ()
    used: frozenset[tuple[Span, str]] = frozenset()

    @property
    def valid(self) -> bool:
        """Whether pages can be made of it."""
        return self.loaded.record is not None and not any(f.cls == INVALID for f in self.findings)

    def also(self, finding: Finding) -> Checked:
        """The same with one more finding, that of a check which was looked for in several files."""
        results = tuple(r._replace(passed=r.passed and r.rule != finding.rule.id) for r in self.results)
        return self._replace(findings=_in_order((*self.findings, finding)), results=results)


def lint_program(text: Text, house: House | None, loaded: Loaded, settings: Settings = Settings(),
                 more: Iterable[Finding] = (), looked_for: Collection[Rule] = ()) -> Checked:
    """Everything that is to be said about a program that was loaded.

    `more` are findings of others, such as links; `looked_for` are the rules of which they may be.
    """
    findings, results = [*loaded.findings, *more], []
    if isinstance(loaded.record, Program):
        found, results = _looked_for(loaded, settings)
        findings += found
    own = _own(text.source, findings, house)
    if loaded.record is not None:
        results += _form(own, looked_for)
    checked = Checked(text.source.name, loaded, tuple(own), results=tuple(results), selection=settings.selection)
    return _sorted(checked, _comments(text, house), settings)


def _looked_for(loaded: Loaded, settings: Settings) -> tuple[list[Finding], list[Result]]:
    """What the rules find in a program. One that could not read what it looks at, and found nothing before, does not count."""
    watch, program = Watch(), loaded.record
    if any(finding.cls == INVALID for finding in loaded.findings):
        program = watched(program, watch)
    findings, results = [], []
    for check in (*chosen(settings.selection), *settings.own):
        if check.applies(program):
            watch.seen.clear()
            found = check.findings(program, settings, watch)
            findings += found
            if found or not watch.seen:
                results.append(_result(check.rule.id, check.rule.section, not found))
    return findings, results


def lint_house(house: House, settings: Settings = Settings(),
               used: frozenset[tuple[Span, str]] | None = None) -> Checked:
    """What is to be said about a house file by itself.

    `used` are its comments that silenced something in a program; None if not all programs were looked at, so that
    nobody can say which comment is needed.
    """
    text, loaded = house.text, house.loaded
    checked = Checked(text.source.name, loaded, loaded.findings, kind=HOUSE, selection=settings.selection)
    return _sorted(checked, _comments(text, None), settings, used)


def lint_site(text: Text, settings: Settings = Settings(), more: Iterable[Finding] = ()) -> Checked:
    """What is to be said about the settings of a site; `more` are findings of others, such as those on the brand."""
    loaded = load_site(text)
    findings = (*loaded.findings, *preferences.mistakes(loaded.record, settings.own_names), *more)
    checked = Checked(text.source.name, loaded, findings, kind=SITE, selection=settings.selection)
    return _sorted(checked, _comments(text, None), settings)


def checked_translation(text: Text, loaded: Loaded, findings: Iterable[Finding], settings: Settings = Settings()) -> Checked:
    """The findings about a translation, sorted by what its comments silence."""
    checked = Checked(text.source.name, loaded, tuple(findings), kind=TRANSLATION, selection=settings.selection)
    return _sorted(checked, _comments(text, None), settings)


def _comments(text: Text, house: House | None) -> list[ignores.Ignore]:
    own = ignores.ignores_of(text.source, text.root)
    return own + ignores.ignores_of(house.text.source, house.text.root) if house else own


def _sorted(checked: Checked, comments: list[ignores.Ignore], settings: Settings,
            used: frozenset[tuple[Span, str]] | None = frozenset()) -> Checked:
    """The findings told, and those silenced by comments; what is wrong with a comment is told in its own file only."""
    told, silent, spent = list(checked.findings), [], frozenset()
    selection = settings.selection
    if comments and selection.comments:
        told, silent, spent = ignores.apply(comments, told)
        own = [comment for comment in comments if comment.span.source == checked.name]
        known = None if used is None or _is_damaged(checked) else spent | used
        told += ignores.complaints(own, all_rules(), settings.own_names, known, selection)
    told = [_graded(finding, selection) for finding in told if selection.wants(finding.rule)]
    quiet = tuple((_graded(finding, selection), reason) for finding, reason in silent)
    elsewhere = frozenset(use for use in spent if use[0].source != checked.name)
    return checked._replace(findings=_in_order(told), silent=quiet, used=elsewhere)


def _is_damaged(checked: Checked) -> bool:
    """Whether something in a file could not be read, so that a rule may speak of it once that is mended."""
    return any(finding.rule.section == FORM and finding.cls == INVALID and finding.span.source == checked.name
               for finding in checked.findings)


def _graded(finding: Finding, selection: Selection) -> Finding:
    level = selection.level(finding.rule)
    return finding if finding.level == level else finding._replace(level=level)


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(dict.fromkeys(findings), key=lambda f: f.order))


def _form(findings: Iterable[Finding], looked_for: Collection[Rule]) -> list[Result]:
    """The form of a text is checked by every rule of reader and decoder."""
    found = {finding.rule.id for finding in findings}
    return [_result(rule.id, FORM, rule.id not in found) for rule in (*_rules_of_form(), *looked_for)]


@functools.cache
def _rules_of_form() -> tuple[Rule, ...]:
    return tuple(rule for rule in all_rules().values() if rule.section == FORM)


@functools.cache
def _result(rule: str, section: str, passed: bool) -> Result:
    """A result: a thousand programs have two hundred each, of which few differ."""
    return Result(rule, section, passed)


def _own(source: Source, findings: list[Finding], house: House | None) -> list[Finding]:
    """Findings about a program; what is wrong with the form of the house file is told there, not in each program."""
    if house is None:
        return findings
    return [f for f in findings if f.span.source == source.name or (f.span, f.rule.id) not in house.known]
