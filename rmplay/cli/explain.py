"""The text of a rule for the terminal."""

from __future__ import annotations

import textwrap

from ..finding import Rule
from ..lint.handbook import page_of


def page(rule: Rule, color: bool) -> str:
    """All that is known of a rule."""
    told = page_of(rule)
    parts = [f"{_bold(told.id, color)} ({told.cls})", _filled(told.what), _filled(f"Why: {told.why}"),
             _filled(f"When to ignore it: {told.ignore}")]
    for heading, examples in (("Found in", told.bad), ("Not found in", told.good)):
        parts += [f"{heading}:\n\n" + textwrap.indent(example, "    ") for example in examples]
    if told.sources:
        parts.append("Rests on: " + ", ".join(told.sources))
    return "\n\n".join(parts) + "\n"


def listing(rules: dict[str, Rule], color: bool) -> str:
    """A line for each rule."""
    width = max(map(len, rules))
    lines = [f"{_bold(name.ljust(width), color)}  {rule.cls:10}  {page_of(rule).what.split(chr(10))[0]}"
             for name, rule in sorted(rules.items())]
    return "\n".join(lines) + "\n"


def near(name: str, rules: dict[str, Rule]) -> list[str]:
    """Names of rules that may have been meant."""
    import difflib
    return difflib.get_close_matches(name, sorted(rules), 3, 0.5)


def _filled(text: str) -> str:
    return "\n\n".join(textwrap.fill(p, 92, break_on_hyphens=False) for p in text.split("\n\n"))


def _bold(text: str, color: bool) -> str:
    return f"\x1b[1m{text}\x1b[0m" if color else text
