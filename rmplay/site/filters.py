"""What templates can do with a text or a number: the filters of every theme."""

from __future__ import annotations

import re

from markupsafe import Markup

from ..definition.schedule import clock
from . import markdown
from .text import plain


def block(text: str | None) -> Markup:
    """A text of the definition as paragraphs and lists; nothing for what is not written."""
    return markdown.block(text) if text else Markup("")


def inline(text: str | None) -> Markup:
    """A text of the definition as part of a line; nothing for what is not written."""
    return markdown.inline(text) if text else Markup("")


def css_string(text: str) -> Markup:
    """A text as a string of CSS, quotes and all; every sign that is not a letter is written by its number."""
    return Markup('"' + re.sub(r"[^\w .,;:()-]", lambda m: f"\\{ord(m.group()):06x} ", text, flags=re.ASCII) + '"')


def words(name: str | None) -> str:
    """`process-change` as "process change"; nothing for what is not written."""
    return (name or "").replace("-", " ").replace("_", " ")


FILTERS = {"md": block, "mdi": inline, "clock": clock, "css": css_string, "words": words, "plain": plain}
