"""Every finding about a program or a project, without making a page: what `lint` needs and `build` begins with."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from ..definition.decode import slug
from ..definition.load import House, Loaded, Text, load_program, load_site
from ..definition.model import Program, Site
from ..finding import Finding, Rule
from ..lint.engine import Checked, lint_house, lint_program, lint_site
from ..lint.rule import Settings
from ..lint.rules import all_rules, rules_in
from ..site import brand, markup, rules
from ..site.plan import plan
from .project import Project, site_of
from .themes import check_ejected


class Inputs(NamedTuple):
    """Everything that the findings of one program depend on."""

    text: Text
    house: House | None
    settings: Settings = Settings()


def examine(inputs: Inputs) -> Checked:
    """Every finding about a program, those about links included."""
    loaded = load_program(inputs.text, inputs.house.text if inputs.house else None)
    return lint_program(inputs.text, inputs.house, loaded, inputs.settings, _link_findings(loaded))


def lint(project: Project, settings: Settings = Settings()) -> tuple[Checked, ...]:
    """What is to be said about every file of a project."""
    return together(project, [examine(Inputs(text, project.house, settings)) for text in project.programs])


def together(project: Project, programs: list[Checked]) -> tuple[Checked, ...]:
    """The results for the programs of a project, with those for its settings and its house file in front."""
    found = [_site(project)] if project.site else []
    found += [lint_house(project.house.text)] if project.house else []
    return (*found, *_distinct(programs), *check_ejected(project, site_of(project)))


def _site(project: Project) -> Checked:
    """What is to be said about the settings, with what only shows beside the files that they name."""
    record = load_site(project.site).record
    more = brand.check(record, project.site.source, project.content) if isinstance(record, Site) else []
    return lint_site(project.site, more)


def every_rule() -> dict[str, Rule]:
    """Every rule by id, those of the site included: what can be explained."""
    return all_rules() | rules_in(rules)


def identified(program: Program, name: str) -> Program:
    """The program with an id: the written one, else one made of its title, else of the name of its file."""
    if program.id:
        return program
    stem = name.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return program.changed(id=slug(program.title or "") or slug(stem) or "program")


def _link_findings(loaded: Loaded) -> list[Finding]:
    if not isinstance(loaded.record, Program):
        return []
    the_plan = plan(identified(loaded.record, "program"))
    return markup.check_texts(loaded.record.origin.node, loaded.sources, the_plan)


def _distinct(files: list[Checked]) -> list[Checked]:
    """The results, with a finding for each program whose id another one has."""
    by_id = defaultdict(list)
    for file in files:
        if isinstance(file.loaded.record, Program):
            by_id[identified(file.loaded.record, file.name).id].append(file)
    twice = {id(file): group[0] for group in by_id.values() for file in group[1:]}
    return [_with_twin(file, twice[id(file)]) if id(file) in twice else file for file in files]


def _with_twin(file: Checked, first: Checked) -> Checked:
    program = file.loaded.record
    finding = rules.REPEATED_PROGRAM.at(
        program.at("id" if program.id else "title"), f"{first.name} has the same id, so one would replace the other.",
        "Give this program an id of its own: `id: ...`")
    return file._replace(findings=tuple(sorted((*file.findings, finding), key=lambda f: f.order)))
