"""The search index: one part for each program, made with its pages; all parts as one classic script that also works from disk.

A part lists the pages once and, for each word, the numbers of the pages that hold it, as steps in base 36. Words are
folded (small letters, no marks) as the search of the page folds what is typed. Parts know nothing of each other: when one
program changes, the others are only copied.
"""

from __future__ import annotations

import functools
import html
import json
import re
import unicodedata
from collections.abc import Iterable

from ..definition.model import Program
from ..definition.schedule import Meeting
from ..patterns import pattern
from ..values import NamedTuple
from .plan import HOME, Edition, Page, folder_of, index_beside, plan
from .render import Artifact
from .text import plain
from .words import ENGLISH, Words

PATH = index_beside(HOME)
_LONGEST_ABOUT = 120
_MAIN = pattern(r"<main\b[^>]*>(.*)</main>", re.S)
_ASIDE = pattern(r"<aside\b.*?</aside>|<svg\b.*?</svg>", re.S)
_HEADING = pattern(r"<h[1-4]\b[^>]*>(.*?)</h[1-4]>|<p class=\"part\"[^>]*>(.*?)</p>", re.S)
_TEXT = pattern(r">\s*([^<\s][^<]*)")
_WORD, _WORD_OF_LETTERS = pattern(r"[^\W_]+"), pattern(r"[^\W_]{2,}")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class Row(NamedTuple):
    """A page as the search knows it: where it is, what it is called, what it is, and its words, folded."""

    path: str
    title: str
    kind: tuple[str, str]
    about: str
    headings: frozenset[str]
    words: frozenset[str]


def part(program: Program, artifacts: Iterable[Artifact], words: Words = ENGLISH, edition: Edition = Edition()) -> str:
    """The part of a program in an edition, in the order of its plan, from its finished pages. The program needs an id.

    `words` are those of the language in which the pages were made.
    """
    made, folder = {artifact.path: artifact.data for artifact in artifacts}, folder_of(program, edition)
    rows = [_row(program, page, made[page.path].decode(), folder)
            for page in plan(program, edition, words).pages if page.path in made]
    return written(folder, program.title or program.id, words.tag, rows)


def _row(program: Program, page: Page, text: str, folder: str) -> Row:
    # What stands in a booklet is found where it stands by itself.
    body = page.title if page.bound else _ASIDE.sub(" ", (_MAIN.search(text) or [text, text])[1])
    headings = words_in(" ".join("".join(found) for found in _HEADING.findall(body)))
    return Row(page.path.removeprefix(f"{folder}/"), page.title, (page.document.title, page.document.about),
               _about(program, page), headings, words_in(body) - headings)


def _about(program: Program, page: Page) -> str:
    """A line about this very page; nothing where all that can be said is what its kind says."""
    text = program.summary if page.key == "program" else (
        page.subject.session.purpose if isinstance(page.subject, Meeting) else "")
    about = plain(text or "")
    return about if len(about) <= _LONGEST_ABOUT else about[:_LONGEST_ABOUT].rsplit(" ", 1)[0].rstrip(",;:.") + " …"


def words_in(body: str) -> frozenset[str]:
    """The words of some HTML. A tag ends a word."""
    return frozenset().union(*map(_words_between_tags, _TEXT.findall(f">{body}")))


@functools.lru_cache(maxsize=8192)  # most stand on several pages
def _words_between_tags(text: str) -> frozenset[str]:
    return folded(html.unescape(text))


def folded(text: str) -> frozenset[str]:
    """The words of a text in the form in which they are looked for; single Latin letters are left out."""
    if text.isascii():  # the forms below leave it as it is
        return frozenset(_WORD_OF_LETTERS.findall(text.lower()))
    words = set(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))
    plain_words = {word for word in words if word.isascii()}
    bare = " ".join(_bare(word) for word in words - plain_words)
    return frozenset(word for word in (*plain_words, *_WORD.findall(bare)) if len(word) > 1 or not word.isascii())


@functools.lru_cache(maxsize=4096)
def _bare(word: str) -> str:
    """A word without the marks on its letters."""
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)).casefold()


def written(folder: str, title: str, language: str, rows: list[Row]) -> str:
    """The part of a program with these pages, in JSON that can stand in a script. The same rows give the same text."""
    kinds = list(dict.fromkeys(row.kind for row in rows))
    made = {"folder": folder, "title": title, "language": language, "kinds": kinds,
            "pages": [(row.path, row.title, kinds.index(row.kind), row.about) for row in rows], "words": _postings(rows)}
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")


def index(parts: Iterable[str], home: str = HOME) -> Artifact:
    """The index of some parts, as a script, for the pages that lead to the home page `home`."""
    programs = ",\n".join(parts)
    return Artifact(index_beside(home), f'window.rmplayIndex={{"version":2,"programs":[{programs}]}};\n'.encode())


def _postings(rows: list[Row]) -> str:
    """Each word with its pages: the steps from page to page, doubled, and odd where it stands in a heading."""
    pages: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        for word in row.headings:
            pages.setdefault(word, []).append(number * 2 + 1)
        for word in row.words:
            pages.setdefault(word, []).append(number * 2)
    return ";".join([f"{word}:{_steps(tuple(pages[word]))}" for word in _in_order(pages)])


def _in_order(words: Iterable[str]) -> list[str]:
    """Words as a browser compares them: by their UTF-16 code units."""
    return sorted(words) if "".join(words).isascii() else sorted(words, key=lambda word: word.encode("utf-16-be"))


@functools.lru_cache(maxsize=4096)  # many words stand on the same pages
def _steps(numbers: tuple[int, ...]) -> str:
    """Page numbers as steps, each with the mark for headings in its last bit, in base 36."""
    found, last = [], 0
    for number in numbers:
        found.append(_base36(number - last))
        last = number & ~1
    return ",".join(found)


@functools.cache
def _base36(number: int) -> str:
    digits = _DIGITS[number % 36]
    while number := number // 36:
        digits = _DIGITS[number % 36] + digits
    return digits
