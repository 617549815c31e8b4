"""Texts of a definition without any markup, for places that hold plain words: descriptions, calendars, the search."""

from __future__ import annotations

import html

from ..patterns import pattern
from . import markdown

_TAG = pattern(r"<[^>]*>")


def plain(text: str | None) -> str:
    """A text in light Markdown as one line of plain words."""
    if not text:
        return ""
    return " ".join(html.unescape(_TAG.sub(" ", str(markdown.block(text)).replace("</em>", "").replace("<em>", "")
                                           .replace("<strong>", "").replace("</strong>", ""))).split())
