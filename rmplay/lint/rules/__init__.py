"""The rules, one module or folder for each part of a program, in the order of thought: the contents of a complete one."""

from __future__ import annotations

import functools
import importlib
from collections.abc import Iterator
from types import ModuleType

from ...definition import complaints
from ...finding import CLASSES, Rule
from .. import ignores, mistakes, translation_rules
from ..rule import Check
from ..selection import Selection

SECTIONS = ("purpose", "goals", "roles", "cadence", "sessions", "expectations", "etiquette", "confidentiality",
            "agreement", "readiness", "matching", "training", "evaluation", "risks", "support", "governance", "closure",
            "privacy", "wording")
_PARTS = {"sessions": ("numbers", "contents", "phases", "personal", "minutes", "talk"),
          "evaluation": ("sheets", "comparison", "questions", "results")}  # the modules of sections that are folders


@functools.cache
def all_checks() -> dict[str, tuple[Check, ...]]:
    """Every check by section: what is invalid first, advice last, and else in the order in which the modules write them."""
    return {name: tuple(sorted(_written(name), key=lambda check: CLASSES.index(check.rule.cls))) for name in SECTIONS}


def _written(section: str) -> Iterator[Check]:
    for name in (f"{section}.{part}" for part in _PARTS[section]) if section in _PARTS else (section,):
        module = importlib.import_module(f"{__name__}.{name}")
        yield from (value for value in vars(module).values() if isinstance(value, Check))


@functools.lru_cache(maxsize=32)
def chosen(selection: Selection) -> tuple[Check, ...]:
    """The checks that a selection wants, in the order of thought."""
    return tuple(check for checks in all_checks().values() for check in checks if selection.wants(check.rule))


@functools.cache
def all_rules() -> dict[str, Rule]:
    """Every rule of reader, decoder and linter by id."""
    found = rules_in(complaints) | rules_in(ignores) | rules_in(mistakes) | rules_in(translation_rules)
    for checks in all_checks().values():
        found |= {check.rule.id: check.rule for check in checks}
    return found


def rules_in(module: ModuleType) -> dict[str, Rule]:
    """The rules that a module registers by having them, by id."""
    return {value.id: value for value in vars(module).values() if isinstance(value, Rule)}
