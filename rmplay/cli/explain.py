"""`rmplay explain`: what is known of a rule, for the terminal; the rules of a section; or all of them."""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path

import click

from ..finding import Rule
from ..lint.handbook import page_of
from .terminal import USAGE, color, fail, put

_LEGEND = """\
Each rule is of a class:
  invalid     The text cannot be used as it is: always an error.
  incomplete  Something is missing that a program needs: a warning in a draft, an error with --profile publishable.
  advice      Experience says otherwise; you may know better: a hint.
`rmplay explain NAME` shows a rule with its examples, or all rules of a section.
"""


@click.command(short_help="Explain a rule, or list the rules.")
@click.argument("name", required=False)
def explain(name: str | None) -> None:
    """Explain the rule NAME, or list the rules of a section; without a name, list all rules."""
    from ..lint.selection import names_of, nearest
    rules = _known()
    named = [rule for rule in rules.values() if name in (rule.section, rule.cls)]
    if name is None or named:
        put(listing(named or list(rules.values()), color(sys.stdout)))
    elif name in rules:
        put(page(rules[name], color(sys.stdout)))
    else:
        close = nearest(name, names_of(rules.values()), 3)
        fail(f'There is no rule called "{name}".' + (f" Did you mean: {', '.join(close)}?" if close else ""), USAGE)


def _known() -> dict[str, Rule]:
    """Every rule, with those of the house whose project this folder lies in."""
    from ..build.check import every_rule
    from ..build.found import NothingToRead
    from ..build.project import open_projects
    try:
        return every_rule(open_projects((), Path.cwd())[0])
    except NothingToRead:
        return every_rule()


def page(rule: Rule, colored: bool) -> str:
    """All that is known of a rule."""
    told = page_of(rule)
    parts = [f"{_bold(told.id, colored)} ({told.cls}, about {rule.section}, since edition {rule.edition})",
             _filled(told.what), _filled(f"Why: {told.why}"), _filled(f"When to ignore it: {told.ignore}")]
    for heading, examples in (("Found in", told.bad), ("Not found in", told.good)):
        parts += [f"{heading}:\n\n" + textwrap.indent(example, "    ") for example in examples]
    if told.sources:
        parts.append("Rests on: " + ", ".join(told.sources))
    return "\n\n".join(parts) + "\n"


def listing(rules: list[Rule], colored: bool) -> str:
    """A line for each rule, by section in the order of thought, and what the classes mean."""
    from ..finding import FORM
    from ..lint.rules import SECTIONS
    sections = dict.fromkeys((FORM, *SECTIONS, *(rule.section for rule in rules)))
    width = max(len(rule.id) for rule in rules)
    blocks = []
    for section in sections:
        lines = [f"  {rule.id.ljust(width)}  {rule.cls:10}  {_first_line(rule)}" for rule in rules if rule.section == section]
        if lines:
            blocks.append("\n".join([_bold(section, colored), *lines]))
    return "\n\n".join([*blocks, _LEGEND])


def _first_line(rule: Rule) -> str:
    return page_of(rule).what.split("\n")[0]


def _filled(text: str) -> str:
    return "\n\n".join(textwrap.fill(p, 92, break_on_hyphens=False) for p in text.split("\n\n"))


def _bold(text: str, colored: bool) -> str:
    return f"\x1b[1m{text}\x1b[0m" if colored else text
