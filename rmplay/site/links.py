"""Links between pages are symbolic until a page is framed: `rmplay:agenda/your-hands#notes`.

Templates and texts name a page by its key, so a fragment can stand in any page, and a link that leads nowhere is known
before anything is written. A link in a text is blamed on the line of the definition in which it stands.
"""

from __future__ import annotations

import os.path
import re
from collections import Counter
from collections.abc import Callable, Iterable

from ..definition.nodes import Map, Node, Scalar
from ..definition.source import Source
from ..finding import Finding, Span
from .markdown import INTERNAL, safe_target
from .plan import Plan
from .rules import BROKEN_LINK

_HREF = re.compile(f'href="{INTERNAL}([^"#]*)(#[^"]*)?"')
_TARGET = re.compile(r"\]\(\s*<?([^)\s>]+)")
_CODE = re.compile(r"`[^`]*`")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def relative(path: str, start: str) -> str:
    """The address of a page as written in another page of the site."""
    here = os.path.dirname(start) or "."
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


def check_texts(root: Map, sources: dict[str, Source], plan: Plan) -> list[Finding]:
    """Links in the texts of a definition that lead to no page of its plan, each at its place."""
    keys = {page.key for page in plan.pages}
    found = []
    for node in _linking(root):
        seen: Counter[str] = Counter()
        for target in _TARGET.findall(_CODE.sub("", node.text)):
            seen[target] += 1
            if not _SCHEME.match(target) and (safe_target(target) or "").removeprefix(INTERNAL) not in keys:
                found.append(_broken(node, target, seen[target], sources, keys))
    return found


def _linking(root: Node) -> Iterable[Scalar]:
    """The texts with a link in them; names that begin with x- are the author's own."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            if "](" in node.text:
                yield node
        elif isinstance(node, Map):
            waiting += [entry.value for entry in node.entries if not entry.key.text.startswith("x-")]
        else:
            waiting += node.entries


def _broken(node: Scalar, target: str, number: int, sources: dict[str, Source], keys: set[str]) -> Finding:
    import difflib
    wanted = target.lower().removesuffix(".html").split("#")[0]
    near = wanted if wanted in keys else next(iter(difflib.get_close_matches(wanted, sorted(keys), 1, 0.5)), "")
    remedy = f"Type ({near}). " if near else ""
    return BROKEN_LINK.at(_place(node, target, number, sources), f'There is no page "{target}" in this program.',
                          f"{remedy}Pages are named like this: {', '.join(sorted(keys)[:6])}.")


def _place(node: Scalar, target: str, number: int, sources: dict[str, Source]) -> Span:
    """The place of the address of a link inside a text, the `number`th of that address; else the text itself."""
    lines, pattern = sources[node.span.source].lines, re.compile(rf"\]\(\s*<?({re.escape(target)})(?=[)\s>])")
    for line in range(node.span.line, min(node.span.end_line, len(lines)) + 1):
        for match in pattern.finditer(lines[line - 1], node.span.column - 1 if line == node.span.line else 0):
            number -= 1
            if number == 0:
                return Span(node.span.source, line, match.start(1) + 1, line, match.end(1) + 1)
    return node.span
