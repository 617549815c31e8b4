"""A document becomes a fragment: its body, rendered once, that can stand in any page of its program."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Any

from markupsafe import Markup, escape

from ..definition.model import Program
from ..definition.schedule import day, hours, meetings
from ..patterns import pattern
from ..values import NamedTuple
from . import links
from .calendar import roles_with_calendar, uid
from .filters import begin
from .plan import FINISHED, Page, Plan, value_at
from .words import Words

_HEADING = pattern(r"<h([1-5])(?=[ >])")


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


class Bound(NamedTuple):
    """A fragment as a part of a booklet: its page, the id under which it stands, and its body one level lower."""

    page: Page
    id: str
    body: Markup


class Context:
    """What a document template can ask for, beside its data. One for each fragment, so anchors are its own."""

    def __init__(self, page: Page, program: Program, the_plan: Plan, words: Words) -> None:
        self.page, self.program, self.plan, self.words = page, program, the_plan, words
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
        return Markup(f'<h{level} id="{escape(made)}">{escape(text)}</h{level}>')

    def link(self, key: str, place: str = "") -> str:
        """The symbolic address of a page of the program, for `href="..."`; `place` names an anchor there."""
        return links.INTERNAL + key + (f"#{links.anchor_of(key, place)}" if place else "")

    def has(self, key: str) -> bool:
        """Whether the program has a page of this key in this edition."""
        return self.plan.page(key) is not None

    def unwritten(self, path: str, what: str) -> Markup:
        """The mark for a text that is still to be written: names the field, so that an author knows what to type."""
        if self.program.status in FINISHED:
            return Markup("")
        return Markup('<span class="unwritten"><b>{}</b> {} <code>{}</code></span>').format(
            self.words.gettext("To be written:"), what, path)

    def role(self, name: str) -> str:
        """The title that a role has here, or its plain name."""
        role = value_at(self.program, f"roles.{name}")
        return role.title if role and role.title else begin(self.words.choice(name))

    def called(self, names: Iterable[str]) -> str:
        """Some roles as they stand inside a sentence: "mentor, mentee and sponsor"."""
        return self.words.listed(self.words.inside(self.role(name)) for name in names)

    def names(self) -> dict[str, Any]:
        """The functions by the names that templates call."""
        return {name: getattr(self, name) for name in ("anchor", "heading", "link", "has", "unwritten", "role", "called")}


def shared_data(program: Program, the_plan: Plan) -> dict[str, Any]:
    """What every document of a program may show."""
    roles = {role.id: role for role in program.roles}
    return {"program": program, "plan": the_plan, "meetings": meetings(program), "roles": roles,
            "hours": functools.partial(hours, program), "day": functools.partial(day, program),
            "uid": functools.partial(uid, program.id), "calendars": roles_with_calendar(program)}


def bound(page: Page, fragment: Fragment) -> Bound:
    """A fragment as a part of a booklet.

    Every heading is told to be one level lower than its element says: a theme styles elements, so a sheet looks the same
    by itself and in a booklet, while a screen reader and the outline of a PDF hear where it stands.
    """
    lower = _HEADING.sub(lambda m: f'<h{m.group(1)} aria-level="{int(m.group(1)) + 1}"', fragment.body)
    return Bound(page, links.part_of(page.key), Markup(lower))
