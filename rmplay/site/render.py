"""Pages become HTML: each document once, as a fragment, then a frame around one or more of them."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from ..definition.model import Program, Site
from ..definition.said import Said, language_of
from ..definition.schedule import hours
from ..values import NamedTuple
from . import brand, languages, links
from .fragments import Context, Fragment, bound, shared_data
from .frame import LOST, code, frame
from .languages import Language
from .links import Targets
from .plan import EVERYBODY, HOME, Edition, Page, Plan, folder_named, folder_of, plan
from .progress import Progress
from .theme import Environment, Theme, environment
from .trace import trace
from .words import WordsError
from .words import language_of as main


class TemplateError(Exception):
    """A mistake in a template: the message names the file, the line, the code and the page."""


class Artifact(NamedTuple):
    """A file of the site: its path, with `/`, and its bytes."""

    path: str
    data: bytes


class Card(NamedTuple):
    """What the home page shows of a program, in one language of it. `title_in` and `summary_in` are those of the two.

    `language` is the tag of its pages; to a template it is the name of that language, empty where it is that of the page.
    """

    language: str
    title_in: str
    summary_in: str
    path: str
    title: str
    summary: str
    kind: str
    topic: str
    status: str
    weeks: int | None
    sessions: int
    minutes: int | None
    mentor_hours: float | None
    mentee_hours: float | None


def program_pages(program: Program, site: Site, theme: Theme, edition: Edition = Edition(),
                  progress: Progress = Progress(), known: tuple[Language, ...] = ()) -> list[Artifact]:
    """All files of one program in an edition; `known` are its languages. The program needs an id. Raises TemplateError."""
    templates, data = _setting(program, site, theme, edition, progress)
    the_plan = data["plan"]
    fragments = {page.key: fragment(page, program, templates, data) for page in the_plan.pages}
    anchors = frozenset().union(*(f.anchors for f in fragments.values()))
    framed = _framer(templates, data, fragments, _targets(program, the_plan, edition), known, anchors)
    style = _rendered(_template(templates, "print.css"), f"{the_plan.folder}/print.css", data)
    return [*(framed(page) for page in the_plan.pages), Artifact(f"{the_plan.folder}/print.css", style.encode()),
            *_redirects(program, templates, data)]


def pages_at(paths: Container[str], program: Program, site: Site, theme: Theme, edition: Edition = Edition(),
             progress: Progress = Progress(), known: tuple[Language, ...] = ()) -> list[Artifact]:
    """Of the files that `program_pages` makes only the pages at some paths, for who cannot wait. Raises TemplateError.

    Whether the places in other pages exist to which these lead is not known without the others.
    """
    templates, data = _setting(program, site, theme, edition, progress)
    wanted = [page for page in data["plan"].pages if page.path in paths]
    parts = {key for page in wanted for key in (page.key, *page.bound)}
    fragments = {key: fragment(data["plan"].page(key), program, templates, data) for key in parts}
    framed = _framer(templates, data, fragments, _targets(program, data["plan"], edition), known, None)
    return [framed(page) for page in wanted]


def _setting(program: Program, site: Site, theme: Theme, edition: Edition, progress: Progress) -> tuple[Environment, dict[str, Any]]:
    """The templates of a program and what all of them can show."""
    templates = _templates(theme, edition.language_for(program, site))
    the_plan = plan(program, edition, templates.words)
    return templates, {**shared_data(program, the_plan), "site": site, "edition": edition, "progress": progress,
                       "trace": trace(program) if the_plan.page("traceability") else ()}


def fragment(page: Page, program: Program, templates: Environment, data: dict[str, Any]) -> Fragment:
    """The body of a page. Raises TemplateError."""
    context = Context(page, program, data["plan"], templates.words)
    body = _rendered(_template(templates, page.document.template), page.path,
                     {**data, **context.names(), "page": page, "subject": page.subject})
    return Fragment(page.key, Markup(body), frozenset(context.anchors), tuple(context.contents))


def _targets(program: Program, the_plan: Plan, edition: Edition) -> Targets:
    paths = {page.key: page.path for page in the_plan.pages}
    everything = plan(program).pages if edition.audience != EVERYBODY else ()
    return Targets(paths | {"home": edition.home}, frozenset(page.key for page in everything) - paths.keys())


def _framer(templates: Environment, data: dict[str, Any], fragments: dict[str, Fragment], targets: Targets,
            known: tuple[Language, ...], anchors: frozenset[str] | None) -> Callable[[Page], Artifact]:
    """What puts the frame around the fragments of a page; `anchors` are those of all pages, if they are known."""
    template, site, home = _template(templates, "page.html"), data["site"], data["edition"].home

    def framed(page: Page) -> Artifact:
        body, found = links.resolved(fragments[page.key].body, page, targets, page.bound)
        parts = []
        for key in page.bound:
            part = bound(data["plan"].page(key), fragments[key])
            html, more = links.resolved(part.body, page, targets, page.bound)
            parts.append(part._replace(body=Markup(html)))
            found += more
        around = frame(site, page.path, home, languages.elsewhere(page.path, known, site))
        mixed = languages.is_mixed(body) or any(languages.is_mixed(part.body) for part in parts)
        html = _rendered(template, page.path, {
            **data, **around, "page": page, "fragment": fragments[page.key]._replace(body=Markup(body)), "parts": parts,
            "qr": code(around["url"]), "link": lambda key: links.INTERNAL + key, "mixed": mixed})
        html, more = links.resolved(html, page, targets)
        _check(page, [*found, *more], targets, anchors)
        return Artifact(page.path, languages.shown(html, templates.words.direction).encode())

    return framed


def _check(page: Page, found: Iterable[tuple[str, str]], targets: Targets, anchors: frozenset[str] | None) -> None:
    """Links in texts were checked against the plan before; what is lost here is a mistake in a template."""
    lost = sorted({f"{key} {anchor}".strip() for key, anchor in found
                   if key not in targets.paths or anchor and anchors is not None and anchor not in anchors})
    if lost:
        raise TemplateError(f"The page {page.path} links to {', '.join(lost)}, which is not there. "
                            f"Look for the link in the template {page.document.template}.")


def _redirects(program: Program, templates: Environment, data: dict[str, Any]) -> Iterable[Artifact]:
    """For each earlier id of a program, a page at each old address that leads to the new one."""
    the_plan, edition = data["plan"], data["edition"]
    template = _template(templates, "redirect.html") if program.aliases else None
    for alias in program.aliases:
        for page in the_plan.pages:
            path = edition.folder + folder_named(alias) + page.path.removeprefix(the_plan.folder)
            around = {"program": program, "page": page, "site": data["site"], "target": links.relative(page.path, path),
                      "root": links.relative(HOME, path).removesuffix(HOME)}
            yield Artifact(path, languages.shown(_rendered(template, path, around), templates.words.direction).encode())


def card(program: Program, site: Site = Site(), edition: Edition = Edition()) -> Card:
    """What the home page shows of a program."""
    cadence, language = program.cadence, edition.language_for(program, site)
    return Card(language, language_of(program.title) or language, language_of(program.summary) or language,
                f"{folder_of(program, edition)}/{HOME}", program.title or program.id, program.summary or "",
                program.kind or "", program.topic or "", program.status or "draft",
                cadence.length_weeks if cadence else None, len(program.sessions),
                cadence.minutes if cadence else None, hours(program, "mentor"), hours(program, "mentee"))


def site_pages(cards: list[Card], site: Site, theme: Theme, content: Path | None = None, tags: tuple[str, ...] = ()
               ) -> list[Artifact]:
    """The files that belong to no program: home, the page for wrong addresses, what the theme and the brand bring.

    `content` is the folder in which the files of the brand lie, `tags` are the languages of the site, its own first.
    Raises TemplateError.
    """
    pages = [home_page(cards, site, theme, HOME, tags), _shared_page(cards, site, theme, LOST, "404.html")]
    files = {f"assets/{name}": path.read_bytes() for name, path in theme.static().items()} | brand.files(site, content)
    return [*pages, *(Artifact(path, data) for path, data in files.items())]


def home_page(cards: list[Card], site: Site, theme: Theme, path: str = HOME, tags: tuple[str, ...] = ()) -> Artifact:
    """The home page in the language of `site`, one of the languages `tags` of the site. Raises TemplateError."""
    return _shared_page(cards, site, theme, path, "home.html", tags)


def _shared_page(cards: list[Card], site: Site, theme: Theme, path: str, name: str, tags: tuple[str, ...] = ()) -> Artifact:
    tag = Edition().language_for(None, site)
    ordered = sorted(cards, key=lambda c: (c.title.casefold(), c.path))
    around = frame(site, path, path if path != LOST else HOME, languages.homes(path, tags, site))
    templates = _templates(theme, tag)
    html = _rendered(_template(templates, name), path, {**around, "cards": [_seen_from(path, tag, card) for card in ordered]})
    return Artifact(path, languages.shown(html, templates.words.direction).encode())


def _seen_from(path: str, tag: str, card: Card) -> Card:
    """A card as a page in a language shows it: its texts say so where they are in another one, and so does the card where
    its pages are; `language` is then the name of that one, and else empty."""
    own = "" if main(card.language) == main(tag) else card.language
    card = card._replace(path=links.relative(card.path, path), language=own)
    if not own and main(card.title_in) == main(card.summary_in) == main(tag):
        return card
    title, summary, language = (Said(text, text, its if main(its) != main(tag) else "") for text, its in (
        (card.title, card.title_in), (card.summary, card.summary_in), (languages.name_of(own) if own else "", own or tag)))
    return card._replace(title=title, summary=summary, language=language)


def load_templates(theme: Theme, tag: str) -> None:
    """Compile the templates of a theme in a language, so that none of several processes has to. Raises TemplateError."""
    _templates(theme, tag).load_all()


def _templates(theme: Theme, tag: str) -> Environment:
    try:
        return environment(theme, tag)
    except WordsError as error:
        raise TemplateError(str(error)) from None


def _template(templates: Environment, name: str) -> jinja2.Template:
    try:
        return templates.get_template(name)
    except jinja2.TemplateSyntaxError as error:
        raise TemplateError(_told(error.filename or name, error.lineno, error.message or "", name)) from None
    except UnicodeDecodeError:
        raise TemplateError(f"The template {name} is not saved as UTF-8. Save it again with that encoding.") from None
    except jinja2.TemplateNotFound as error:
        raise TemplateError(f'There is no template "{error.name}" in the theme "{templates.theme.name}" or its parents.') from None


def _rendered(template: jinja2.Template, path: str, data: dict[str, Any]) -> str:
    try:
        return template.render(data)
    except jinja2.TemplateSyntaxError as error:  # of a template that this one includes
        raise TemplateError(_told(error.filename or error.name or "", error.lineno, error.message or "", path)) from error
    except (jinja2.TemplateError, TypeError, AttributeError, LookupError, ValueError, ArithmeticError, MemoryError,
            RecursionError) as error:
        file, line = _where(error, template.filename or template.name or "")
        raise TemplateError(_told(file, line, _mistake(error), path)) from error


def _mistake(error: Exception) -> str:
    if isinstance(error, jinja2.TemplateNotFound):
        return f'there is no template "{error.name}"'
    return "it calls or includes itself without end" if isinstance(error, RecursionError) else str(error)


def _where(error: Exception, template: str) -> tuple[str, int]:
    """The file and line of the innermost template in a traceback."""
    found, trace = (template, 0), error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith((".html", ".css")):
            found = (trace.tb_frame.f_code.co_filename, trace.tb_lineno)
        trace = trace.tb_next
    return found


def _told(file: str, line: int, message: str, page: str) -> str:
    try:
        with open(file, encoding="utf-8") as text:
            code = text.read().split("\n")[line - 1].strip()
    except (OSError, IndexError):
        code = ""
    return f"{file}:{line}: {message}\n  {code}\n  while making {page}"
