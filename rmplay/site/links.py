"""Links between pages are symbolic until a page is framed: `rmplay:agenda/your-hands#notes`.

Templates and texts name a page by its key, so a fragment can stand in any page, and a link that leads nowhere is known
before anything is written. A link in a text is blamed on the line of the definition in which it stands.
"""

from __future__ import annotations

import os.path
import re
from collections.abc import Callable, Iterable

from ..definition.nodes import Map, Node, Scalar
from ..definition.source import Source
from ..finding import Finding, Span
from .markdown import INTERNAL, safe_target
from .plan import Plan
from .rules import BROKEN_LINK

_HREF = re.compile(f'href="{INTERNAL}([^"#]*)(#[^"]*)?"')
_TARGET = re.compile(r"\]\(\s*<?([^)\s>]+)")


def relative(path: str, start: str) -> str:
    """The address of a page as written in another page of the site."""
    here = os.path.dirname(start) or "."
    return os.path.relpath(path, here).replace(os.sep, "/")


def resolved(html: str, page_path: str, paths: Callable[[str], str | None]) -> tuple[str, list[str]]:
    """A body with real addresses, and the keys for which there is none. `paths` gives the path of a key."""
    lost: list[str] = []

    def address(match: re.Match[str]) -> str:
        path = paths(match.group(1))
        if path is None:
            lost.append(match.group(1))
            return ""
        anchor = match.group(2) or ""
        return f'href="{anchor}"' if path == page_path and anchor else f'href="{relative(path, page_path)}{anchor}"'

    return _HREF.sub(address, html), lost


def anchor_of(key: str, name: str) -> str:
    """The id of a place in a fragment: unique in any page, since it begins with the key of the fragment."""
    return f"{key.replace('/', '-')}-{name}"


def check_texts(root: Map, sources: dict[str, Source], plan: Plan) -> list[Finding]:
    """Links in the texts of a definition that lead to no page of its plan, each at its place."""
    keys = {page.key for page in plan.pages}
    found = []
    for node in _linking(root):
        for target in _TARGET.findall(node.text):
            href = safe_target(target)
            if href and href.startswith(INTERNAL) and href.removeprefix(INTERNAL).split("#")[0] not in keys:
                found.append(_broken(node, target, sources, keys))
    return found


def _linking(root: Node) -> Iterable[Scalar]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            if "](" in node.text:
                yield node
        else:
            waiting += [e.value for e in node.entries] if isinstance(node, Map) else node.entries


def _broken(node: Scalar, target: str, sources: dict[str, Source], keys: set[str]) -> Finding:
    import difflib
    near = difflib.get_close_matches(target.removesuffix(".html").split("#")[0], sorted(keys), 1, 0.5)
    remedy = f"Did you mean ({near[0]})? " if near else ""
    return BROKEN_LINK.at(_place(node, target, sources), f'There is no page "{target}" in this program.',
                          f"{remedy}Pages are named like this: {', '.join(sorted(keys)[:6])}.")


def _place(node: Scalar, target: str, sources: dict[str, Source]) -> Span:
    """The place of a link's address inside a text; the text itself if it is broken over lines."""
    lines = sources[node.span.source].lines
    for line in range(node.span.line, min(node.span.end_line, len(lines)) + 1):
        column = lines[line - 1].find(f"]({target}", node.span.column - 1 if line == node.span.line else 0)
        if column >= 0:
            return Span(node.span.source, line, column + 3, line, column + 3 + len(target))
    return node.span
