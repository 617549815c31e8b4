"""What templates can do with a text or a number: the filters of every theme."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from ..definition.said import HERE, THEN, language_of, marked
from ..definition.schedule import clock
from ..patterns import pattern
from . import markdown
from .text import plain
from .words import Words

_BLOCK = pattern(r"<(p|ul|ol|blockquote|pre)>")


def block(text: str | None) -> Markup:
    """A text of the definition as paragraphs and lists; nothing for what is not written."""
    if isinstance(text, Markup):  # of a template, with a sign of HTML in it
        return Markup("<p>") + text + Markup("</p>")
    language = language_of(text)
    if language:
        return Markup(_BLOCK.sub(f"<\\1{HERE}{language}{THEN}>", str(markdown.block(str(text)))))
    return markdown.block(text) if text else Markup("")


def inline(text: str | None) -> Markup:
    """A text of the definition as part of a line; nothing for what is not written."""
    if isinstance(text, Markup):
        return text
    language = language_of(text)
    if language:
        html = markdown.inline(str(text))
        return block(text) if _BLOCK.match(html) else Markup(marked(html, language))
    return markdown.inline(text) if text else Markup("")


def css_string(text: str) -> Markup:
    """A text as a string of CSS, quotes and all; every sign that is not a letter is written by its number."""
    return Markup('"' + re.sub(r"[^\w .,;:()-]", lambda m: f"\\{ord(m.group()):06x} ", text, flags=re.ASCII) + '"')


def begin(text: str) -> str:
    """A text as it stands at the beginning of a sentence or a cell: only its first letter becomes a capital."""
    return text[:1].upper() + text[1:] if text[:1] != "<" else text


FILTERS = {"md": block, "mdi": inline, "clock": clock, "css": css_string, "plain": plain, "begin": begin}


def filters_of(words: Words) -> dict[str, Callable[..., Any]]:
    """The filters that depend on the language."""
    return {"words": words.choice, "inside": words.inside, "date": words.date, "number": words.number,
            "listed": words.listed}
