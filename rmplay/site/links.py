"""Links between pages are symbolic until a page is framed: `rmplay:agenda/your-hands#notes`.

Templates and texts name a page by its key, so a fragment can stand in any page, and a link that leads nowhere is known
before anything is written. A link in a text is blamed on the line of the definition in which it stands.
"""

from __future__ import annotations

import os.path
import re
from collections import Counter
from collections.abc import Collection, Iterable
from typing import NamedTuple

from ..definition.nodes import Map, Node, Scalar
from ..definition.source import Source
from ..finding import Finding, Span
from .markdown import INTERNAL, safe_target
from .plan import Page, Plan
from .rules import BROKEN_LINK

_HREF = re.compile(f'href="{INTERNAL}([^"#]*)(#[^"]*)?"')
_LINK = re.compile(f'<a\\b[^>]*href="{INTERNAL}([^"#]*)[^"]*"[^>]*>(.*?)</a>', re.S)
_TARGET = re.compile(r"\]\(\s*<?([^)\s>]+)")
_CODE = re.compile(r"`[^`]*`")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def relative(path: str, start: str) -> str:
    """The address of a page as written in another page of the site."""
    here = os.path.dirname(start) or "."
    return os.path.relpath(path, here).replace(os.sep, "/")


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
