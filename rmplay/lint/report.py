"""What a lint run says as a whole: the files, the profile asked, and whether it is met. Computed from results only."""

from __future__ import annotations

from typing import NamedTuple

from .engine import ERROR, LEVELS, Checked, level
from .rules import SECTIONS


class Report(NamedTuple):
    """The result of a run over some files, in the order of their names."""

    files: tuple[Checked, ...]
    profile: str

    @property
    def counts(self) -> dict[str, int]:
        """How many findings there are of each level."""
        found = [level(f, self.profile) for file in self.files for f in file.findings]
        return {name: found.count(name) for name in LEVELS}

    def worst(self) -> str | None:
        """The loudest level that was reached."""
        return next((name for name in LEVELS if self.counts[name]), None)


class Standing(NamedTuple):
    """How far one program is: whether the profile is met, and checks passed of checks applicable, by section."""

    met: bool
    passed: int
    applicable: int
    sections: tuple[tuple[str, int, int], ...]


def standing(checked: Checked, profile: str) -> Standing:
    """How far a program is. The profile is met exactly when no finding of its level `error` is left."""
    met = checked.loaded.record is not None and not any(level(f, profile) == ERROR for f in checked.findings)
    silenced = {finding.rule.id for finding, _ in checked.silent}
    told = {finding.rule.id for finding in checked.findings}
    sections = []
    for section in SECTIONS:
        results = [r for r in checked.results if r.section == section]
        passed = sum(r.passed or r.rule in silenced and r.rule not in told for r in results)
        if results:
            sections.append((section, passed, len(results)))
    return Standing(met, sum(s[1] for s in sections), sum(s[2] for s in sections), tuple(sections))
