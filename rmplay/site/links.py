"""Links between pages are symbolic until a page is framed: `rmplay:agenda/your-hands#notes`.

Templates and texts name a page by its key, so a fragment can stand in any page, and a link that leads nowhere is known
before anything is written. What is wrong with links that authors write is in `markup`.
"""

from __future__ import annotations

import functools
import os.path
import re
from collections.abc import Collection

from ..definition.model import Site
from ..patterns import pattern
from ..values import NamedTuple
from .addresses import INTERNAL
from .plan import Page

_HREF = pattern(f'href="{INTERNAL}([^"#]*)(#[^"]*)?"')
_LINK = pattern(f'<a\\b[^>]*href="{INTERNAL}([^"#]*)[^"]*"[^>]*>(.*?)</a>', re.S)


def relative(path: str, start: str) -> str:
    """The address of a page as written in another page of the site."""
    return _from_folder(path, os.path.dirname(start) or ".")


@functools.lru_cache(maxsize=4096)
def _from_folder(path: str, here: str) -> str:
    return os.path.relpath(path, here).replace(os.sep, "/")


def address(site: Site, path: str) -> str:
    """The address of a page where the site is published; nothing where that is not known."""
    return f"{site.base_url.rstrip('/')}/{path.removesuffix('index.html')}" if site.base_url else ""


class Targets(NamedTuple):
    """Where links of a program can lead: the paths of its pages by key, and the keys that this edition leaves out."""

    paths: dict[str, str]
    left_out: frozenset[str] = frozenset()


def resolved(html: str, page: Page, targets: Targets, inside: Collection[str] = ()) -> tuple[str, list[tuple[str, str]]]:
    """HTML with real addresses, and the links in it as key and anchor.

    A link to a page whose fragment stands `inside` the same page stays there. One to a page that the edition leaves out
    becomes plain text.
    """
    found: list[tuple[str, str]] = []

    def address(match: re.Match[str]) -> str:
        key, anchor = match.group(1), match.group(2) or ""
        found.append((key, anchor.removeprefix("#")))
        if key in inside:
            return f'href="{anchor or "#" + part_of(key)}"'
        if key == page.key and anchor:
            return f'href="{anchor}"'
        return f'href="{relative(targets.paths.get(key, page.path), page.path)}{anchor}"'

    if targets.left_out:
        html = _LINK.sub(lambda m: m.group(2) if m.group(1) in targets.left_out else m.group(), html)
    return _HREF.sub(address, html), found


def anchor_of(key: str, name: str) -> str:
    """The id of a place in a fragment: unique in any page, since it begins with the key of the fragment.

    No id of a definition has two hyphens in a row, so where the key ends is never in doubt.
    """
    return f"{part_of(key)}--{name}"


def part_of(key: str) -> str:
    """The id of a whole fragment in a booklet."""
    return key.replace("/", "-")
