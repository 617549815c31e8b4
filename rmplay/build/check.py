"""Every finding about a program or a project, without making a page: what `lint` needs and `build` begins with."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator

from ..definition.decode import slug
from ..definition.load import House, Loaded, Overlay, Text, in_language, load_house, load_program, load_site
from ..definition.model import Program, Site
from ..definition.nodes import Scalar
from ..definition.record import Record
from ..definition.texts import texts
from ..finding import Finding, Related, Rule
from ..lint.engine import Checked, lint_house, lint_program, lint_site
from ..lint.page_words import Gap
from ..lint.preferences import Asked, settings_for
from ..lint.rule import Settings
from ..lint.rules import all_rules, rules_in
from ..lint.translations import lint_lone, lint_translation
from ..site import markup, rules
from ..site.plan import folder_of, plan, unsure
from ..values import NamedTuple
from .aliases import beside_languages, with_aliases
from .beside import language_in
from .found import SETTINGS
from .project import Project, language_of, site_of
from .themes import check_ejected, check_theme, gap_in


class Inputs(NamedTuple):
    """Everything that the findings of one program depend on: its text, the house file, the translations of both, and the
    languages of them all for which pages lack words."""

    text: Text
    house: House | None
    settings: Settings = Settings()
    translations: tuple[Overlay, ...] = ()
    of_house: tuple[Overlay, ...] = ()
    gaps: tuple[Gap, ...] = ()

    def house_in(self, language: str) -> Overlay | None:
        """The translation of the house file."""
        return next((overlay for overlay in self.of_house if language_of(overlay) == language), None)

    def unsaid(self, record: Record | None) -> list[Finding]:
        """The finding that pages in the language that a definition names lack words."""
        tag = getattr(record, "language", None)
        return [gap.told(record.at("language")) for gap in self.gaps if gap.tag == tag]


def inputs_of(project: Project, settings: Settings = Settings(), asked: Asked = Asked(),
              site: Site | None = None) -> Iterator[Inputs]:
    """What the findings of each program depend on: its text, the house file, and the settings for its path.

    `site` are the settings of the project, where they are known already. Raises NothingToRead.
    """
    site, own = site or site_of(project), project.own
    base = settings._replace(own=own.checks, own_names=own.names)
    of_house = project.translations.get(project.house.text.source.name, ()) if project.house else ()
    gap = functools.cache(functools.partial(gap_in, project, site))
    for text in project.programs:
        translations = project.translations.get(text.source.name, ())
        tags = {named_in(one) for one in (text, *(overlay.text for overlay in translations))} - {site.language or ""}
        yield Inputs(text, project.house, settings_for(site, project.seen_from_content(text), base, asked), translations,
                     of_house, tuple(filter(None, map(gap, sorted(tags)))))


def named_in(text: Text) -> str:
    """The language that a text names, in the letters in which it is typed."""
    entry = text.root.entry("language") if text.root else None
    return entry.value.text.strip() if entry and isinstance(entry.value, Scalar) else ""


def examine(inputs: Inputs) -> Checked:
    """Every finding about a program, those about links included."""
    if is_translation(inputs.text):
        return lint_lone(inputs.text, inputs.settings)
    loaded = load_program(inputs.text, inputs.house.text if inputs.house else None)
    more = [*_link_findings(loaded), *inputs.unsaid(loaded.record)]
    return lint_program(inputs.text, inputs.house, loaded, inputs.settings, more, rules_in(rules).values())


def in_translation(inputs: Inputs, overlay: Overlay, language: str = "", of_house: str = "") -> Loaded:
    """A program with the texts of a translation, and those of the house file in the same language.

    With the `language` of the original, and that `of_house`, texts that are not translated say that they are in that.
    """
    house = inputs.house_in(language_of(overlay))
    loaded = load_program(in_language(inputs.text, overlay, language),
                          in_language(inputs.house.text if inputs.house else None, house, of_house))
    return loaded._replace(sources={one.text.source.name: one.text.source for one in (overlay, house) if one})


def examine_translation(inputs: Inputs, overlay: Overlay, loaded: Loaded) -> Checked:
    """Every finding about a translation of a program: what it says beside its original, and what its texts would be there.

    `loaded` is the program in this translation.
    """
    house = inputs.house.text if inputs.house else None
    of_house = inputs.house_in(language_of(overlay))
    more = [f for f in loaded.findings if f.span.source == overlay.text.source.name]
    left = 0
    if house and not of_house and isinstance(loaded.record, Program):
        left = sum(spoken.node.span.source == house.source.name for spoken in texts(Program, loaded.record.origin.node))
    more += [*_link_findings(loaded), *inputs.unsaid(overlay.loaded.record)]
    return lint_translation(overlay, inputs.text, inputs.settings, more, left)


def _of_shared(project: Project, asked: Asked) -> list[Checked]:
    """Every finding about the translations of settings and house file."""
    found = []
    for text, load in ((project.site, load_site), (project.house and project.house.text, load_house)):
        for made in project.translations.get(text.source.name, ()) if text else ():
            settings = settings_for(site_of(project), project.seen_from_content(made.text), Settings(), asked)
            more = [f for f in load(in_language(text, made)).findings if f.span.source == made.text.source.name]
            found.append(lint_translation(made, text, settings, more))
    return found


def is_translation(text: Text) -> bool:
    """Whether a text says of itself that it is a translation."""
    return text.root is not None and text.root.entry("translates") is not None


def together(project: Project, programs: list[Checked], translations: list[Checked], asked: Asked = Asked()
             ) -> tuple[Checked, ...]:
    """The results for the programs of a project and their translations, with those for its settings, house file and house
    rules in front."""
    own = project.own
    found = [_site(project, asked)] if project.site else []
    if project.house:
        used = frozenset(use for checked in programs for use in checked.used) if project.found.whole else None
        settings = settings_for(site_of(project), "house.yaml", Settings(own_names=own.names), asked)
        found.append(lint_house(project.house, settings, used))
    found += [own.checked] if own.checked else []
    found += _of_shared(project, asked)
    ids = {file.name: identified(file.loaded.record, file.name).id for file in programs
           if isinstance(file.loaded.record, Program)}
    tags = {language_in(one.name.rpartition("/")[2]) for one in translations}
    programs = beside_languages(with_aliases(_distinct(programs), ids), ids, tags)
    return (*found, *programs, *check_ejected(project), *translations)


def _site(project: Project, asked: Asked) -> Checked:
    """What is to be said about the settings, with what only shows beside the files that they name."""
    site = site_of(project)
    more = check_theme(project, site)
    if site.brand or site.base_url:  # else nothing of it needs to be loaded
        from ..site import brand
        more += brand.check(site, project.site.source, project.folder)
    if gap := gap_in(project, site, site.language or ""):
        more.append(gap.told(site.at("language")))
    return lint_site(project.site, settings_for(site, SETTINGS, Settings(own_names=project.own.names), asked), more)


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
    program = identified(loaded.record, "program")
    return markup.check_texts(program.origin.node, loaded.sources, plan(program),
                              unsure(program) if loaded.findings else frozenset())


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
