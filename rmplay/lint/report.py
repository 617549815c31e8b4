"""What a lint run says as a whole: the files, the profile asked, and whether it is met. Computed from results only."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable

from ..finding import ERROR, FORM, HINT, LEVELS, Finding
from ..values import NamedTuple
from .engine import PROGRAM, Checked
from .rules import SECTIONS
from .selection import PROFILES

MISSING = "missing-section"
KNOWN = "known since the baseline was written"


class Report:
    """The result of a run over some files, in the order of their names, and the profile asked of most of them."""

    def __init__(self, files: tuple[Checked, ...], profile: str = PROFILES[0]) -> None:
        self.files, self.profile = files, profile

    @functools.cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding once, by level and place. What is wrong in a house file is found again by each program."""
        found: dict[tuple, Finding] = {}
        for finding in sorted((f for file in self.files for f in file.findings), key=loudness):
            found.setdefault((finding.order, finding.message, finding.remedy, finding.path, finding.related), finding)
        return tuple(found.values())

    @functools.cached_property
    def counts(self) -> dict[str, int]:
        """How many findings there are of each level."""
        found = Counter(finding.level for finding in self.findings)
        return {name: found[name] for name in LEVELS}

    def worst(self) -> str | None:
        """The loudest level that was reached."""
        counts = self.counts
        return next((name for name in LEVELS if counts[name]), None)


def loudness(finding: Finding) -> tuple:
    """The order in which the worst comes first."""
    return LEVELS.index(finding.level), finding.order


class Tally(NamedTuple):
    """Checks of one section: how many passed of those that apply."""

    section: str
    passed: int
    applicable: int


class Standing(NamedTuple):
    """How far one program is: whether its profile is met, the highest one that is, and checks passed by section.

    `unwritten` are the parts that are missing altogether.
    """

    met: bool
    highest: str | None
    passed: int
    applicable: int
    sections: tuple[Tally, ...]
    unwritten: tuple[str, ...]


def standing(checked: Checked) -> Standing:
    """How far a program is. A profile is met exactly when no finding that is an error under it is left."""
    reached = [profile for profile in PROFILES if _meets(checked, profile)]
    passed = passing(checked)
    applicable: dict[str, list[str]] = defaultdict(list)
    for result in checked.results:
        applicable[result.section].append(result.rule)
    sections = [Tally(section, len(passed.intersection(applicable[section])), len(applicable[section]))
                for section in (FORM, *SECTIONS) if section in applicable]
    unwritten = tuple(dict.fromkeys(f.path for f in checked.findings if f.rule.id == MISSING))
    return Standing(checked.selection.profile in reached, reached[-1] if reached else None,
                    sum(s.passed for s in sections), sum(s.applicable for s in sections), tuple(sections), unwritten)


def _meets(checked: Checked, profile: str) -> bool:
    asked = checked.selection._replace(profile=profile)
    return checked.loaded.record is not None and not any(asked.level(f.rule) == ERROR for f in checked.findings)


def passing(checked: Checked) -> set[str]:
    """The checks that passed. What is ignored with a reason counts as passed, what a baseline holds does not."""
    silenced = {finding.rule.id for finding, _ in checked.silent}
    told = {finding.rule.id for finding in (*checked.findings, *checked.held)}
    return {r.rule for r in checked.results if r.passed or r.rule in silenced and r.rule not in told}


def counted(findings: Iterable[Finding]) -> str:
    """How many findings there are of each level, in words."""
    levels = [finding.level for finding in findings]
    told = [f"{levels.count(name)} {plural(name, levels.count(name))}" for name in LEVELS if name in levels]
    return ", ".join(told) or "nothing to mend"


def plural(level: str, count: int) -> str:
    """The word for one or for more findings of a level."""
    if level == HINT:
        return "piece of advice" if count == 1 else "pieces of advice"
    return level if count == 1 else level + "s"


def summary(checked: Checked) -> list[str]:
    """What is to be said about a file as a whole, in sentences; the first of them says all that matters."""
    found = counted(checked.findings)
    if checked.kind != PROGRAM:
        return [f"{found}."]
    if checked.loaded.record is None:
        return [f"{found}. It cannot be read as a definition, so nothing else was checked."]
    state = standing(checked)
    met = "is met" if state.met else "is not met"
    if not state.met and state.highest:
        met += f" (profile {state.highest} is)"
    if checked.held:
        met += f", apart from what the baseline holds ({counted(checked.held)})"
    lines = [f"profile {checked.selection.profile} {met}; {state.passed} of {state.applicable} checks passed; {found}."]
    if state.unwritten:
        lines.append(f"Not written yet: {', '.join(state.unwritten)}.")
    left = [tally for tally in _without_missing(state) if tally.passed < tally.applicable]
    if left:
        lines.append("Checks passed: " + ", ".join(f"{t.section} {t.passed} of {t.applicable}" for t in left) + ".")
    return lines


def _without_missing(state: Standing) -> list[Tally]:
    """The sections without the check for missing ones, which is told by their names."""
    return [tally._replace(applicable=tally.applicable - 1) if state.unwritten and tally.section == SECTIONS[0] else tally
            for tally in state.sections]
