"""Which findings rmplay can mend by itself, and with which option."""

from __future__ import annotations

from ..finding import Finding

SAFE, UNSAFE = "--fix", "--fix --unsafe-fixes"
SKELETONS = frozenset({"missing-section", "missing-language"})  # mended by the lines to paste, made when asked for


def option_of(finding: Finding) -> str:
    """The option with which `rmplay lint` mends a finding; empty where a person has to."""
    if finding.edits:
        return SAFE if all(edit.safe for edit in finding.edits) else UNSAFE
    return UNSAFE if finding.rule.id in SKELETONS else ""
