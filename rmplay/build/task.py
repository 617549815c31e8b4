"""One program is one task: from its text to its findings and its files. Pure, so that it can run anywhere."""

from __future__ import annotations

from typing import NamedTuple

from ..definition.model import Site
from ..lint.engine import Checked
from ..site.plan import Edition
from ..site.render import Artifact, Card, card, program_pages
from ..site.calendar import calendars
from ..site.facts import facts
from ..site.search import Row, rows
from ..site.theme import Theme
from ..site.words import words_of
from .check import Inputs, examine, identified
from .progress import progress_of


class Outcome(NamedTuple):
    """What became of one program: what is to be said, and its files, and what the home page and the search show."""

    checked: Checked
    artifacts: tuple[Artifact, ...] = ()
    card: Card | None = None
    rows: tuple[Row, ...] = ()


def make(inputs: Inputs, site: Site, theme: Theme, edition: Edition = Edition()) -> Outcome:
    """The findings of a program and, if none of them is invalid, its pages. Raises site.render.TemplateError."""
    checked = examine(inputs)
    if not checked.valid:
        return Outcome(checked)
    program = identified(checked.loaded.record, inputs.text.source.name)
    pages = program_pages(program, site, theme, edition, progress_of(checked))
    words = words_of(theme.layers, edition.language_for(program, site))
    files = (*pages, *(Artifact(*made) for made in calendars(program, site, words).items()),
             facts(program, site, edition, words))
    return Outcome(checked, files, card(program), rows(program, pages, words))
