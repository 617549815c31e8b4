"""The rules, one module for each part of a program, in the order of thought: the contents of a complete program."""

from __future__ import annotations

import functools
import importlib
from types import ModuleType

from ...definition import complaints
from ...finding import Rule
from ..rule import Check
from ..selection import Selection

SECTIONS = ("purpose", "goals", "roles", "cadence", "sessions", "expectations", "etiquette", "confidentiality",
            "agreement", "readiness", "matching", "training", "evaluation", "risks", "support", "governance", "closure",
            "privacy", "wording")


@functools.cache
def all_checks() -> dict[str, tuple[Check, ...]]:
    """Every check by section, in the order in which the modules write them."""
    return {name: tuple(value for value in vars(importlib.import_module(f"{__name__}.{name}")).values()
                        if isinstance(value, Check)) for name in SECTIONS}


@functools.lru_cache(maxsize=32)
def chosen(selection: Selection) -> tuple[Check, ...]:
    """The checks that a selection wants, in the order of thought."""
    return tuple(check for checks in all_checks().values() for check in checks if selection.wants(check.rule))


@functools.cache
def all_rules() -> dict[str, Rule]:
    """Every rule of reader, decoder and linter by id."""
    from .. import ignores, mistakes, translations
    found = rules_in(complaints) | rules_in(ignores) | rules_in(mistakes) | rules_in(translations)
    for checks in all_checks().values():
        found |= {check.rule.id: check.rule for check in checks}
    return found


def rules_in(module: ModuleType) -> dict[str, Rule]:
    """The rules that a module registers by having them, by id."""
    return {value.id: value for value in vars(module).values() if isinstance(value, Rule)}
