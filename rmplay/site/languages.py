"""Where a program or the home page is found in other languages, and how a text that is not translated shows its language.

The original stays at its address, whatever is translated; each language has a folder of its own beside it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from ..definition.model import Site
from ..definition.said import BEGIN, END, HERE, THEN
from ..patterns import pattern
from ..values import NamedTuple
from .links import address, relative
from .plan import folder_for, home_in
from .words import language_of as main
from .words import Words, locale_of

_MARK = pattern(f"([{BEGIN}{HERE}])([^{THEN}]*){THEN}|{END}")
_NO_ELEMENTS = pattern(f"<(title|option|textarea|text)\\b[^>]*>[^<]*{BEGIN}[^<]*|<[^>]*{BEGIN}[^>]*>")


class Language(NamedTuple):
    """A language in which something is there: its tag, and the folder of its pages with `/`, empty for the original."""

    tag: str
    folder: str = ""


class Elsewhere(NamedTuple):
    """The same page in another language: its tag, its own name, the address from this page, and the one on the web."""

    tag: str
    name: str
    path: str
    url: str


def languages(original: str, others: Iterable[str]) -> tuple[Language, ...]:
    """The languages of a program: first that of the original."""
    return (Language(original), *(Language(tag, folder_for(tag)) for tag in others))


def elsewhere(path: str, known: tuple[Language, ...], site: Site) -> tuple[Elsewhere, ...]:
    """A page of a program in each of its languages, itself included, so that the first is the original; none if there is one only."""
    if len(known) < 2:
        return ()
    folder = next((one.folder for one in known if one.folder and path.startswith(one.folder)), "")
    return _found({one.tag: one.folder + path.removeprefix(folder) for one in known}, path, site)


def homes(path: str, tags: tuple[str, ...], site: Site) -> tuple[Elsewhere, ...]:
    """The home page in each language of the site, the first of which is that of its settings."""
    return _found({tag: home_in(tag, tags[0]) for tag in tags}, path, site) if len(tags) > 1 else ()


def _found(paths: dict[str, str], path: str, site: Site) -> tuple[Elsewhere, ...]:
    known = [main(tag) for tag in paths]
    return tuple(Elsewhere(tag, name_of(tag, known.count(main(tag)) > 1), relative(one, path), address(site, one))
                 for tag, one in paths.items())


@functools.cache
def name_of(tag: str, wholly: bool = False) -> str:
    """The name that a language has for itself, such as "Deutsch"; its tag where that is not known.

    Named `wholly`, script and region are said too: "português (Brasil)".
    """
    locale = locale_of(tag)
    name = locale and (locale.get_display_name(locale) if wholly else locale.get_language_name(locale))
    return name[:1].upper() + name[1:] if name else tag


def is_mixed(html: str) -> bool:
    """Whether there is a text in another language than that of the page."""
    return BEGIN in html or HERE in html


def shown(html: str, direction: str = "ltr") -> str:
    """A page in which every text in another language stands in an element that says so, where there can be elements.

    `direction` is that in which the page is written.
    """
    if not is_mixed(html):
        return html

    def element(match: re.Match[str]) -> str:
        if match.group(1) is None:
            return "</span>"
        own = Words(match.group(2), dates=match.group(2)).direction
        said = f' lang="{match.group(2)}"' + (f' dir="{own}"' if own != direction else "")
        return said if match.group(1) == HERE else f"<span{said}>"

    html = _NO_ELEMENTS.sub(lambda match: _MARK.sub("", match.group()), html)
    return _MARK.sub(element, html)
