"""One program is one task: from its text to its findings and its files. Pure, so that it can run anywhere."""

from __future__ import annotations

import dataclasses
from typing import NamedTuple

from ..definition.decode import slug
from ..definition.load import Loaded, Text, load_program
from ..definition.model import Program, Site
from ..finding import Finding, Rule
from ..lint.engine import Checked, lint_program
from ..lint.rule import Settings
from ..lint.rules import all_rules, rules_in
from ..site import links, rules
from ..site.plan import plan
from ..site.render import Artifact, Card, card, program_pages
from ..site.theme import Theme


class Inputs(NamedTuple):
    """Everything that the pages and the findings of one program depend on."""

    text: Text
    house: Text | None
    settings: Settings = Settings()


class Outcome(NamedTuple):
    """What became of one program: what is to be said, and its files and its card for the home page, if any."""

    checked: Checked
    artifacts: tuple[Artifact, ...] = ()
    card: Card | None = None


def examine(inputs: Inputs) -> Checked:
    """Every finding about a program, those about links included."""
    loaded = load_program(inputs.text, inputs.house)
    return lint_program(inputs.text, inputs.house, loaded, inputs.settings, _link_findings(loaded))


def make(inputs: Inputs, site: Site, theme: Theme) -> Outcome:
    """The findings of a program and, if none of them is invalid, its pages. Raises site.render.TemplateError."""
    checked = examine(inputs)
    if not checked.valid:
        return Outcome(checked)
    program = identified(checked.loaded.record, inputs.text.source.name)
    return Outcome(checked, tuple(program_pages(program, site, theme)), card(program))


def identified(program: Program, name: str) -> Program:
    """The program with an id: the written one, else one made of its title, else of the name of its file."""
    if program.id:
        return program
    stem = name.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return dataclasses.replace(program, id=slug(program.title or "") or slug(stem) or "program")


def _link_findings(loaded: Loaded) -> list[Finding]:
    if not isinstance(loaded.record, Program):
        return []
    the_plan = plan(identified(loaded.record, "program"))
    return links.check_texts(loaded.record.origin.node, loaded.sources, the_plan)


def every_rule() -> dict[str, Rule]:
    """Every rule by id, those of the site included: what can be explained."""
    return all_rules() | rules_in(rules)
