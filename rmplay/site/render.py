"""Pages become HTML: each document once, as a fragment, then a frame around it."""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import Any, NamedTuple

import jinja2
from markupsafe import Markup, escape

from ..definition.model import Program, Site
from ..definition.schedule import Meeting, clock, day, hours, meetings
from . import brand, links, markdown
from .calendar import roles_with_calendar, uid
from .fit import fullness
from .frame import LOST, code, frame
from .plan import MOMENTS, Page, Plan, plan, value_at
from .text import plain
from .theme import Theme, environment


MONTHS = ("", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")


class TemplateError(Exception):
    """A mistake in a template: the message names the file, the line, the code and the page."""


class Place(NamedTuple):
    """A heading of a fragment that a list of contents can lead to."""

    anchor: str
    text: str


class Fragment(NamedTuple):
    """The body of a document: its key, HTML with symbolic links, the anchors in it and its headings."""

    key: str
    body: Markup
    anchors: frozenset[str]
    contents: tuple[Place, ...]


class Artifact(NamedTuple):
    """A file of the site: its path, with `/`, and its bytes."""

    path: str
    data: bytes


class Card(NamedTuple):
    """What the home page shows of a program."""

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


class Context:
    """What a document template can ask for, beside its data. One for each fragment, so anchors are its own."""

    def __init__(self, page: Page, program: Program) -> None:
        self.page, self.program = page, program
        self.anchors: set[str] = set()
        self.contents: list[Place] = []

    def anchor(self, name: str) -> str:
        """The id of a place in this fragment, for `id="..."`."""
        made = links.anchor_of(self.page.key, name)
        self.anchors.add(made)
        return made

    def heading(self, name: str, text: str, level: int = 2) -> Markup:
        """A heading with its anchor, listed in the contents of the page."""
        made = self.anchor(name)
        self.contents.append(Place(made, text))
        return Markup('<h{0} id="{1}">{2}</h{0}>').format(level, made, text)

    def link(self, key: str, place: str = "") -> str:
        """The symbolic address of a page of the program, for `href="..."`; `place` names an anchor there."""
        return links.INTERNAL + key + (f"#{links.anchor_of(key, place)}" if place else "")

    def has(self, key: str) -> bool:
        """Whether the program has a page of this key."""
        return self.program_plan.page(key) is not None

    @functools.cached_property
    def program_plan(self) -> Plan:
        """The plan of the program."""
        return plan(self.program)

    def unwritten(self, path: str, what: str) -> Markup:
        """The mark for a text that is still to be written: names the field, so that an author knows what to type."""
        if self.program.status in ("published", "retired"):
            return Markup("")
        return Markup('<span class="unwritten"><b>To be written:</b> {} <code>{}</code></span>').format(what, path)

    def role(self, name: str) -> str:
        """The title that a role has here, or its plain name."""
        role = value_at(self.program, f"roles.{name}")
        return role.title if role and role.title else name.replace("-", " ").capitalize()


def fragment(page: Page, program: Program, theme: Theme, data: dict[str, Any]) -> Fragment:
    """The body of a page. Raises TemplateError."""
    context = Context(page, program)
    template = _template(theme, page.document.template)
    names = {name: getattr(context, name) for name in ("anchor", "heading", "link", "has", "unwritten", "role")}
    body = _rendered(template, page.path, {**data, **names, "page": page, "subject": page.subject})
    return Fragment(page.key, Markup(body), frozenset(context.anchors), tuple(context.contents))


def shared_data(program: Program, the_plan: Plan) -> dict[str, Any]:
    """What every document of a program may show."""
    roles = {role.id: role for role in program.roles}
    return {"program": program, "plan": the_plan, "meetings": meetings(program), "roles": roles,
            "hours": functools.partial(hours, program), "day": functools.partial(day, program),
            "uid": functools.partial(uid, program.id), "calendars": roles_with_calendar(program)}


def program_pages(program: Program, site: Site, theme: Theme) -> list[Artifact]:
    """All files of one program. The program needs an id. Raises TemplateError."""
    the_plan = plan(program)
    data = shared_data(program, the_plan)
    fragments = {page.key: fragment(page, program, theme, data) for page in the_plan.pages}
    known = frozenset().union(*(f.anchors for f in fragments.values()))
    template = _template(theme, "page.html")
    artifacts = [_framed(template, page, fragments[page.key], known, data, site) for page in the_plan.pages]
    style = _rendered(_template(theme, "print.css"), f"{the_plan.folder}/print.css", data)
    return [*artifacts, Artifact(f"{the_plan.folder}/print.css", style.encode())]


def _framed(template: jinja2.Template, page: Page, body: Fragment, anchors: frozenset[str], data: dict[str, Any],
            site: Site) -> Artifact:
    the_plan: Plan = data["plan"]
    around = frame(site, page.path)
    html = _rendered(template, page.path, {**data, **around, "page": page, "fragment": body, "qr": code(around["url"]),
                                           "link": lambda key: links.INTERNAL + key})
    targets = {p.key: p.path for p in the_plan.pages} | {"home": "index.html"}
    html, found = links.resolved(html, page.path, targets.get)
    lost = [f"{key} {anchor}".strip() for key, anchor in found if key not in targets or anchor and anchor not in anchors]
    if lost:
        # A link in a text was checked against the plan before; what is left here is a mistake in a template.
        raise TemplateError(f"The page {page.path} links to {', '.join(lost)}, which is not there. "
                            f"Look for the link in the template {page.document.template}.")
    return Artifact(page.path, html.encode())


def card(program: Program) -> Card:
    """What the home page shows of a program."""
    cadence = program.cadence
    return Card(f"{plan(program).folder}/index.html", program.title or program.id, program.summary or "",
                program.kind or "", program.topic or "", program.status or "draft",
                cadence.length_weeks if cadence else None, len(program.sessions),
                cadence.minutes if cadence else None, hours(program, "mentor"), hours(program, "mentee"))


def site_pages(cards: list[Card], site: Site, theme: Theme, content: Path | None = None) -> list[Artifact]:
    """The files that belong to no program: home, the page for wrong addresses, what the theme and the brand bring.

    `content` is the folder in which the files of the brand lie. Raises TemplateError.
    """
    ordered = sorted(cards, key=lambda c: (c.title.casefold(), c.path))
    pages = [Artifact(path, _rendered(_template(theme, name), path, {**frame(site, path), "cards": ordered}).encode())
             for path, name in (("index.html", "home.html"), (LOST, "404.html"))]
    files = {f"assets/{name}": path.read_bytes() for name, path in theme.static().items()} | brand.files(site, content)
    return [*pages, *(Artifact(path, data) for path, data in files.items())]


def _template(theme: Theme, name: str) -> jinja2.Template:
    env = environment(theme)
    if "md" not in env.filters:
        env.filters.update(md=_block, mdi=_inline, clock=clock, css=_css_string, words=_words, plain=plain)
        env.globals.update(months=MONTHS, moments=MOMENTS, fullness=fullness)
    try:
        return env.get_template(name)
    except jinja2.TemplateSyntaxError as error:
        raise TemplateError(_told(error.filename or name, error.lineno, error.message or "", name)) from None
    except UnicodeDecodeError:
        raise TemplateError(f"The template {name} is not saved as UTF-8. Save it again with that encoding.") from None
    except jinja2.TemplateNotFound as error:
        raise TemplateError(f'There is no template "{error.name}" in the theme "{theme.name}" or its parents.') from None


def _rendered(template: jinja2.Template, path: str, data: dict[str, Any]) -> str:
    try:
        return template.render(data)
    except jinja2.TemplateSyntaxError as error:  # of a template that this one includes
        raise TemplateError(_told(error.filename or error.name or "", error.lineno, error.message or "", path)) from error
    except jinja2.TemplateNotFound as error:
        file, line = _where(error, template.filename or template.name or "")
        raise TemplateError(_told(file, line, f'there is no template "{error.name}"', path)) from error
    except RecursionError as error:
        file, line = _where(error, template.filename or template.name or "")
        raise TemplateError(_told(file, line, "it calls or includes itself without end", path)) from error
    except (jinja2.TemplateError, TypeError, AttributeError, LookupError, ValueError, ArithmeticError,
            MemoryError) as error:
        file, line = _where(error, template.filename or template.name or "")
        raise TemplateError(_told(file, line, str(error), path)) from error


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


def _block(text: str | None) -> Markup:
    return markdown.block(text) if text else Markup("")


def _inline(text: str | None) -> Markup:
    return markdown.inline(text) if text else Markup("")


def _css_string(text: str) -> Markup:
    """A text as a string of CSS, quotes and all; every sign that is not a letter is written by its number."""
    return Markup('"' + re.sub(r"[^\w .,;:()-]", lambda m: f"\\{ord(m.group()):06x} ", text, flags=re.ASCII) + '"')


def _words(name: str | None) -> str:
    """`process-change` as "process change"; nothing for what is not written."""
    return (name or "").replace("-", " ").replace("_", " ")

