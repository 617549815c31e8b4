"""Links between pages are symbolic until a page is framed: `rmplay:agenda/your-hands#notes`.

Templates and texts name a page by its key, so a fragment can stand in any page, and a link that leads nowhere is known
before anything is written. What is wrong with links that authors write is in `markup`.
"""

from __future__ import annotations

import functools
import os.path
import re
from collections.abc import Callable

from .markdown import INTERNAL

_HREF = re.compile(f'href="{INTERNAL}([^"#]*)(#[^"]*)?"')


def relative(path: str, start: str) -> str:
    """The address of a page as written in another page of the site."""
    return _from_folder(path, os.path.dirname(start) or ".")


@functools.lru_cache(maxsize=4096)
def _from_folder(path: str, here: str) -> str:
    return os.path.relpath(path, here).replace(os.sep, "/")


def resolved(html: str, page_path: str, paths: Callable[[str], str | None]) -> tuple[str, list[tuple[str, str]]]:
    """A body with real addresses, and the links in it as key and anchor. `paths` gives the path of a key."""
    found: list[tuple[str, str]] = []

    def address(match: re.Match[str]) -> str:
        key, anchor = match.group(1), match.group(2) or ""
        found.append((key, anchor.removeprefix("#")))
        path = paths(key)
        if path is None or path == page_path and anchor:
            return f'href="{anchor}"'
        return f'href="{relative(path, page_path)}{anchor}"'

    return _HREF.sub(address, html), found


def anchor_of(key: str, name: str) -> str:
    """The id of a place in a fragment. It begins with the key of the fragment, so that fragments can share a page."""
    return f"{key.replace('/', '-')}-{name}"
