"""Two written standards of mentoring, and the checks that look after each of their parts. Data, and how it is counted.

Names are rules or sections. The mapping is ours: neither publisher has looked at it, and passing every check of a part
is not an accreditation. The standards are `eepm` and `ismcp` in docs/sources.md.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable

from ..finding import FORM
from ..values import NamedTuple
from .engine import PROGRAM, Checked
from .report import MISSING, passing

EEPM = "MENTOR, Elements of Effective Practice for Mentoring: six stages"
ISMCP = "EMCC Global, International Standards for Mentoring and Coaching Programs: six standards"
STANDARDS: dict[str, dict[str, tuple[str, ...]]] = {
    EEPM: {
        "Recruitment": ("recruitment", "curiosity-not-asked", "survey-without-questions", "pool-too-small",
                        "invitation-one-sided", "no-closing-date", "not-voluntary", "no-plan-for-low-interest",
                        "skill-in-short-supply", "applications-close-after-start", "audience-not-told"),
        "Screening": ("unclear-mentor-selection", "mentee-without-need", "match-without-consent",
                      "reporting-line-not-excluded", "age-as-criterion", "personality-required"),
        "Training": ("training",),
        "Matching and initiating": ("matching", "agreement", "no-opening-session", "incomplete-opening",
                                    "promise-not-agreed-first", "expectations-never-reviewed"),
        "Monitoring and support": ("support", "missed-sessions-left-open", "late-alarm", "no-midpoint-review",
                                   "evaluation-point-missing", "actions-not-reviewed"),
        "Closure": ("closure", "no-closing-session", "incomplete-closing"),
    },
    ISMCP: {
        "Clarity of purpose": ("goals", "need-not-explained", "fit-without-limits"),
        "Training and briefing": ("training", "audience-not-told", "line-managers-not-told", "role-without-duties"),
        "Selection and matching": ("matching", "unclear-mentor-selection", "mentee-without-need"),
        "Measurement and review": ("evaluation", "no-early-check-in", "review-overdue", "version-without-change"),
        "Ethics": ("confidentiality", "etiquette", "escalation-missing", "escalation-without-deadline",
                   "role-without-limits", "no-independent-contact", "contact-not-independent"),
        "Administration and support": ("governance", "privacy", "support"),
    },
}
PARTS_NEEDED = {"recruitment": ("Recruitment",), "training": ("Training", "Training and briefing"),
                "matching": ("Matching and initiating", "Selection and matching"), "agreement": ("Matching and initiating",),
                "support": ("Monitoring and support", "Administration and support"), "closure": ("Closure",),
                "goals": ("Clarity of purpose",), "why": ("Clarity of purpose",), "readiness": ("Recruitment",),
                "evaluation": ("Measurement and review",), "confidentiality": ("Ethics",), "etiquette": ("Ethics",),
                "governance": ("Administration and support",), "privacy": ("Administration and support",)}


class Part(NamedTuple):
    """How far one part of a standard is met: checks passed of those that apply, what failed, and what is not written."""

    standard: str
    name: str
    passed: int
    applicable: int
    failed: tuple[str, ...]
    unwritten: tuple[str, ...]


def parts_of(checked: Checked) -> list[Part]:
    """How far a program meets each part of each standard. A part that is not written counts as one failed check."""
    unwritten = {f.path for f in (*checked.findings, *checked.held) if f.rule.id == MISSING}
    passed = passing(checked)
    about: dict[tuple[str, str], list[str]] = {place: [] for place in _written_in()}
    for result in checked.results:
        for place in _looking_after(result.rule, result.section):
            about[place].append(result.rule)
    return [_part(place, rules, passed, unwritten) for place, rules in about.items()]


def _part(place: tuple[str, str], rules: list[str], passed: Collection[str], unwritten: set[str]) -> Part:
    sections = _written_in()[place]
    missing = tuple(section for section in sections if section in unwritten)
    failed = tuple(rule for rule in rules if rule not in passed)
    written = len(sections)
    return Part(*place, len(rules) - len(failed) + written - len(missing), len(rules) + written, failed, missing)


@functools.cache
def _looking_after(rule: str, section: str) -> tuple[tuple[str, str], ...]:
    """The parts of the standards, each with its standard, after which a rule of a section looks."""
    return tuple((standard, part) for standard, parts in STANDARDS.items() for part, names in parts.items()
                 if section != FORM and (rule in names or section in names))


@functools.cache
def _written_in() -> dict[tuple[str, str], tuple[str, ...]]:
    """Each part of each standard with the sections of a program that it needs."""
    return {(standard, part): tuple(section for section, needed in PARTS_NEEDED.items() if part in needed)
            for standard, parts in STANDARDS.items() for part in parts}


def programs_of(files: Iterable[Checked]) -> list[tuple[Checked, list[Part]]]:
    """The programs that could be read, each with its parts."""
    return [(file, parts_of(file)) for file in files if file.kind == PROGRAM and file.loaded.record is not None]
