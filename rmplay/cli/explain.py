"""`rmplay explain`: what is known of a rule, for the terminal."""

from __future__ import annotations

import sys
import textwrap

import click

from ..finding import Rule
from ..lint.handbook import page_of
from .terminal import USAGE, color, fail, put


@click.command()
@click.argument("name", required=False)
def explain(name: str | None) -> None:
    """Explain the rule NAME; without one, list all rules."""
    from ..build.check import every_rule
    rules = every_rule()
    if name is None:
        put(listing(rules, color(sys.stdout)))
    elif name in rules:
        put(page(rules[name], color(sys.stdout)))
    else:
        close = near(name, rules)
        fail(f'There is no rule called "{name}".' + (f" Did you mean: {', '.join(close)}?" if close else ""), USAGE)


def page(rule: Rule, colored: bool) -> str:
    """All that is known of a rule."""
    told = page_of(rule)
    parts = [f"{_bold(told.id, colored)} ({told.cls})", _filled(told.what), _filled(f"Why: {told.why}"),
             _filled(f"When to ignore it: {told.ignore}")]
    for heading, examples in (("Found in", told.bad), ("Not found in", told.good)):
        parts += [f"{heading}:\n\n" + textwrap.indent(example, "    ") for example in examples]
    if told.sources:
        parts.append("Rests on: " + ", ".join(told.sources))
    return "\n\n".join(parts) + "\n"


def listing(rules: dict[str, Rule], colored: bool) -> str:
    """A line for each rule."""
    width = max(map(len, rules))
    lines = [f"{_bold(name.ljust(width), colored)}  {rule.cls:10}  {page_of(rule).what.split(chr(10))[0]}"
             for name, rule in sorted(rules.items())]
    return "\n".join(lines) + "\n"


def near(name: str, rules: dict[str, Rule]) -> list[str]:
    """Names of rules that may have been meant."""
    import difflib
    return difflib.get_close_matches(name, sorted(rules), 3, 0.5)


def _filled(text: str) -> str:
    return "\n\n".join(textwrap.fill(p, 92, break_on_hyphens=False) for p in text.split("\n\n"))


def _bold(text: str, colored: bool) -> str:
    return f"\x1b[1m{text}\x1b[0m" if colored else text
