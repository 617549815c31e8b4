"""The text of pages: what is in <main>, as Markdown for those that read it, and compared between two sites."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

_BEFORE = {"h1": "\n\n# ", "h2": "\n\n## ", "h3": "\n\n### ", "p": "\n\n", "ul": "\n\n", "ol": "\n\n", "table": "\n\n",
           "tr": "\n|", "td": " ", "th": " ", "b": "**", "strong": "**", "em": "*", "i": "*", "a": "["}
_AFTER = {"b": "**", "strong": "**", "em": "*", "i": "*", "td": " |", "th": " |"}
_SIGNS = re.compile(r"([\\`*_\[\]])")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;"})
_COUNTED = re.compile(r"^(\d+)\.", re.M)


class _Main(HTMLParser):
    """Goes through what stands in <main>."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.inside, self.out = False, []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.inside:
            self.opened(tag, dict(attrs))
        self.inside = self.inside or tag == "main"

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "main"
        if self.inside:
            self.closed(tag)

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.said(data)

    def opened(self, tag: str, attrs: dict[str, str | None]) -> None:
        """A tag in <main>."""

    def closed(self, tag: str) -> None:
        """The end of one."""

    def said(self, text: str) -> None:
        """Text in <main>."""
        self.out.append(text)


class _Markdown(_Main):
    """Writes as Markdown what the benchmark's templates print."""

    def __init__(self) -> None:
        super().__init__()
        self.lists: list[list[int]] = []
        self.goes_to = ""
        self.columns = 0

    def opened(self, tag: str, attrs: dict[str, str | None]) -> None:
        if tag in ("ul", "ol"):
            self.lists.append([0] if tag == "ol" else [])
        if tag == "a":
            self.goes_to = attrs.get("href") or ""
        if tag == "th":
            self.columns += 1
        self.out.append(self._item() if tag == "li" else _BEFORE.get(tag, ""))

    def _item(self) -> str:
        if not self.lists[-1]:
            return "\n- "
        self.lists[-1][0] += 1
        return f"\n{self.lists[-1][0]}. "

    def closed(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self.lists.pop()
        if tag == "thead":
            self.out.append("\n|" + " --- |" * self.columns)
            self.columns = 0
        self.out.append(f"]({self.goes_to})" if tag == "a" else _AFTER.get(tag, ""))

    def said(self, text: str) -> None:
        if text.strip():
            self.out.append(_COUNTED.sub(r"\1\\.", _SIGNS.sub(r"\\\1", re.sub(r"\s+", " ", text)).translate(_ENTITIES)))


def _read(page: str, reader: _Main) -> str:
    reader.feed(page)
    reader.close()
    return "".join(reader.out)


def markdown(page: str) -> str:
    """What stands in <main> of a page, as Markdown."""
    return _read(page, _Markdown()).strip() + "\n"


def letters(page: str) -> str:
    """The text in <main> of a page, without white space: where a tool breaks lines is its own matter."""
    return "".join(_read(page, _Main()).split())


def texts(site: Path) -> dict[str, str]:
    """The text in <main> of all pages of a site that have one, by their paths."""
    found = {path.relative_to(site).as_posix(): letters(path.read_text(encoding="utf-8"))
             for path in sorted(site.rglob("*.html"))}
    return {path: text for path, text in found.items() if text and path != "404.html"}


def differences(ours: dict[str, str], theirs: dict[str, str]) -> list[str]:
    """What is not the same in two sites, a sentence for each page."""
    lost = [f"{path} is missing" for path in ours if path not in theirs]
    more = [f"{path} is not ours" for path in theirs if path not in ours]
    return lost + more + [f"{path} has another text: {_around(text, theirs[path])}" for path, text in ours.items()
                          if path in theirs and text != theirs[path]]


def _around(ours: str, theirs: str) -> str:
    at = next((n for n, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), min(len(ours), len(theirs)))
    return f'"{ours[max(0, at - 20):at + 30]}" and "{theirs[max(0, at - 20):at + 30]}"'
