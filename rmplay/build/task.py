"""One program is one task: from its text to its findings and its files. Pure, so that it can run anywhere."""

from __future__ import annotations

from typing import NamedTuple

from ..definition.model import Site
from ..lint.engine import Checked
from ..site.plan import Edition
from ..site.render import Artifact, Card, card, program_pages
from ..site.theme import Theme
from .check import Inputs, examine, identified
from .progress import progress_of


class Outcome(NamedTuple):
    """What became of one program: what is to be said, and its files and its card for the home page, if any."""

    checked: Checked
    artifacts: tuple[Artifact, ...] = ()
    card: Card | None = None


def make(inputs: Inputs, site: Site, theme: Theme, edition: Edition = Edition()) -> Outcome:
    """The findings of a program and, if none of them is invalid, its pages. Raises site.render.TemplateError."""
    checked = examine(inputs)
    if not checked.valid:
        return Outcome(checked)
    program = identified(checked.loaded.record, inputs.text.source.name)
    return Outcome(checked, tuple(program_pages(program, site, theme, edition, progress_of(checked))), card(program))
