"""Texts of a definition become HTML by the markdown package, treated as dangerous.

Raw HTML is shown as text, images, headings and reference links are off, links lead only where `decode` allows. A text
without any sign of Markdown skips the package; a property test holds that the result is the same.
"""

from __future__ import annotations

import functools
from typing import Any

from markupsafe import Markup, escape

from ..patterns import pattern
from .addresses import safe_target

_OFF = (("preprocessors", "html_block"), ("parser.blockprocessors", "code"), ("parser.blockprocessors", "hashheader"),
        ("parser.blockprocessors", "setextheader"), ("parser.blockprocessors", "hr"),
        ("parser.blockprocessors", "reference"), ("inlinePatterns", "reference"), ("inlinePatterns", "image_link"),
        ("inlinePatterns", "image_reference"), ("inlinePatterns", "short_reference"),
        ("inlinePatterns", "short_image_ref"), ("inlinePatterns", "html"), ("inlinePatterns", "entity"),
        ("inlinePatterns", "autolink"), ("inlinePatterns", "automail"))
_SIGNS = pattern(r"[*_`\[\]<>\\&\n!#|~=]|^\s*(?:[-+>]|\d+\.)\s|^[:-]|  $")
_NESTING = pattern(r"[\[\](*_`>]")
_MOST_SIGNS = 200


@functools.lru_cache(maxsize=4096)
def block(text: str) -> Markup:
    """A text as paragraphs and lists."""
    text = text.strip()
    if not _SIGNS.search(text):
        return Markup("<p>") + _plain(text) + Markup("</p>")
    return Markup(_converted(text))


@functools.lru_cache(maxsize=4096)
def inline(text: str) -> Markup:
    """A text as part of a line: one paragraph loses its tags; anything longer stays a block."""
    html = block(text)
    if html.count("<p>") == 1 and html.startswith("<p>") and html.endswith("</p>"):
        return html[3:-4]
    return html


def _plain(text: str) -> Markup:
    """Text as the package would print it: only the signs of HTML are escaped."""
    return Markup(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))


def _converted(text: str) -> str:
    if len(_NESTING.findall(text)) > _MOST_SIGNS:
        return f"<p>{escape(text)}</p>"
    try:
        return _converter().reset().convert(text)
    except Exception:  # the package has no error of its own, and an instance stays broken after any
        _converter.cache_clear()
        return f"<p>{escape(text)}</p>"


@functools.cache
def _converter() -> Any:
    import markdown
    from markdown.treeprocessors import Treeprocessor

    class Links(Treeprocessor):
        """Gives internal links their symbolic form and takes the address off those that lead nowhere safe."""

        def run(self, root: Any) -> None:
            for element in root.iter("a"):
                href = safe_target(element.get("href", ""))
                if href is None:
                    element.attrib.pop("href", None)
                else:
                    element.set("href", href)
                element.attrib.pop("title", None)

    converter = markdown.Markdown(output_format="html")
    for place, name in _OFF:
        functools.reduce(getattr, place.split("."), converter).deregister(name)
    converter.treeprocessors.register(Links(converter), "rmplay-links", 5)
    return converter
