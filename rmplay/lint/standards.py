"""Two written standards of mentoring, and the checks that look after each of their parts. Data, and how it is counted.

Names are rules or sections. The mapping is ours: neither publisher has looked at it, and passing every check of a part
is not an accreditation. The standards are `eepm` and `ismcp` in docs/sources.md.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..finding import FORM
from ..values import NamedTuple
from .engine import PROGRAM, Checked, Result
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
    results = [(result, result.rule in passed) for result in checked.results if result.section != FORM]
    return [_part(standard, name, names, results, unwritten)
            for standard, parts in STANDARDS.items() for name, names in parts.items()]


def _part(standard: str, name: str, names: tuple[str, ...], results: list[tuple[Result, bool]], unwritten: set[str]) -> Part:
    about = [(result.rule, passed) for result, passed in results if result.rule in names or result.section in names]
    missing = tuple(part for part, needed in PARTS_NEEDED.items() if part in unwritten and name in needed)
    failed = tuple(rule for rule, passed in about if not passed)
    written = sum(name in needed for needed in PARTS_NEEDED.values())
    return Part(standard, name, len(about) - len(failed) + written - len(missing), len(about) + written, failed, missing)


def programs_of(files: Iterable[Checked]) -> list[tuple[Checked, list[Part]]]:
    """The programs that could be read, each with its parts."""
    return [(file, parts_of(file)) for file in files if file.kind == PROGRAM and file.loaded.record is not None]
