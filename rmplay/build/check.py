"""Every finding about a program or a project, without making a page: what `lint` needs and `build` begins with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from ..definition.decode import slug
from ..definition.load import House, Loaded, Text, load_program, load_site
from ..definition.model import Program, Site
from ..finding import Finding, Related, Rule
from ..lint.engine import Checked, lint_house, lint_program, lint_site
from ..lint.preferences import Asked, settings_for
from ..lint.rule import Settings
from ..lint.rules import all_rules, rules_in
from ..site import markup, rules
from ..site.plan import folder_of, plan
from .aliases import with_aliases
from .project import Project, site_of
from .themes import check_ejected


class Inputs(NamedTuple):
    """Everything that the findings of one program depend on."""

    text: Text
    house: House | None
    settings: Settings = Settings()


def inputs_of(project: Project, settings: Settings = Settings(), asked: Asked = Asked(),
              site: Site | None = None) -> Iterator[Inputs]:
    """What the findings of each program depend on: its text, the house file, and the settings for its path.

    `site` are the settings of the project, where they are known already. Raises NothingToRead.
    """
    site, own = site or site_of(project), project.own
    base = settings._replace(own=own.checks, own_names=own.names)
    return (Inputs(text, project.house, settings_for(site, project.seen_from_content(text), base, asked))
            for text in project.programs)


def examine(inputs: Inputs) -> Checked:
    """Every finding about a program, those about links included."""
    loaded = load_program(inputs.text, inputs.house.text if inputs.house else None)
    return lint_program(inputs.text, inputs.house, loaded, inputs.settings, _link_findings(loaded),
                        rules_in(rules).values())


def lint(project: Project, settings: Settings = Settings(), asked: Asked = Asked()) -> tuple[Checked, ...]:
    """What is to be said about every file of a project. Raises NothingToRead."""
    programs = [_brief(examine(inputs)) for inputs in inputs_of(project, settings, asked)]
    return together(project, programs, asked)


def _brief(checked: Checked) -> Checked:
    """The result with no more of the program than what is compared with others: whole trees would need much room."""
    record = checked.loaded.record
    if isinstance(record, Program):
        record = record.only("id", "title", "aliases")
    return checked._replace(loaded=checked.loaded._replace(record=record))


def together(project: Project, programs: list[Checked], asked: Asked = Asked()) -> tuple[Checked, ...]:
    """The results for the programs of a project, with those for its settings, house file and house rules in front."""
    own = project.own
    found = [_site(project)] if project.site else []
    if project.house:
        used = frozenset(use for checked in programs for use in checked.used) if project.whole else None
        settings = settings_for(site_of(project), "house.yaml", Settings(own_names=own.names), asked)
        found.append(lint_house(project.house.text, settings, used))
    found += [own.checked] if own.checked else []
    ids = {file.name: identified(file.loaded.record, file.name).id for file in programs
           if isinstance(file.loaded.record, Program)}
    return (*found, *with_aliases(_distinct(programs), ids), *check_ejected(project))


def _site(project: Project) -> Checked:
    """What is to be said about the settings, with what only shows beside the files that they name."""
    record = load_site(project.site).record
    more: list[Finding] = []
    if isinstance(record, Site) and (record.brand or record.base_url):  # else nothing of it needs to be loaded
        from ..site import brand
        more = brand.check(record, project.site.source, project.folder)
    return lint_site(project.site, project.own.names, more)


def every_rule(project: Project | None = None) -> dict[str, Rule]:
    """Every rule by id, those of the site and of a project's own house included: what can be explained."""
    return all_rules() | rules_in(rules) | (project.own.rules if project else {})


def identified(program: Program, name: str) -> Program:
    """The program with an id: the written one, else one made of its title, else of the name of its file."""
    if program.id:
        return program
    stem = name.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return program.changed(id=slug(program.title or "") or slug(stem) or "program")


def _link_findings(loaded: Loaded) -> list[Finding]:
    if not isinstance(loaded.record, Program) or not markup.worth_a_look(loaded.sources.values()):
        return []
    the_plan = plan(identified(loaded.record, "program"))
    return markup.check_texts(loaded.record.origin.node, loaded.sources, the_plan)


def _distinct(files: list[Checked]) -> list[Checked]:
    """The results, with a finding for each program that another one would overwrite in the site."""
    by_folder = defaultdict(list)
    for file in files:
        if isinstance(file.loaded.record, Program):
            by_folder[folder_of(identified(file.loaded.record, file.name))].append(file)
    twins = {id(file): (folder, [other for other in group if other is not file])
             for folder, group in by_folder.items() if len(group) > 1 for file in group}
    return [_with_twin(file, *twins[id(file)]) if id(file) in twins else file for file in files]


def _with_twin(file: Checked, folder: str, others: list[Checked]) -> Checked:
    program = file.loaded.record
    remedy = ("Give one of the two another id." if program.id else
              "The folder is made of the title. Give this program an id of its own: `id: ...`")
    return file.also(rules.REPEATED_PROGRAM.at(
        _named_at(program), f'This program and {others[0].name} would both be the folder "{folder}" of the site.', remedy,
        related=tuple(Related(_named_at(other.loaded.record), "the other program") for other in others[:3])))


def _named_at(program: Program):
    return program.at("id" if program.written("id") else "title")
