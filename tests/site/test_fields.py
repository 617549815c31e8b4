"""Every field of the model is read by somebody: its text stands on a page, or its value changes what stands there."""

from __future__ import annotations

import datetime
import functools
import html
import re
from collections.abc import Iterator
from typing import Any

import pytest

from rmplay.definition.kinds import (Address, Choice, Date, Ident, Keyed, Language, Line, Many, Number, One, Ref, Text,
                                     Whole, YesNo)
from rmplay.definition.model import Program, Site
from rmplay.shipped import shipped
from rmplay.site.fragments import shared_data
from rmplay.site.plan import Edition, plan
from rmplay.site.progress import Progress
from rmplay.site.render import fragment, program_pages
from rmplay.site.theme import environment, find_theme
from rmplay.site.trace import trace
from support.richest import richest

# What is about the file itself, or only a name by which entries of the file find each other.
NOT_PRINTED = {
    "rmplay": "the edition of the format",
    "language": "how the page is read aloud; it has a test of its own",
    "aliases": "old addresses: each makes a redirect, not a line",
    "cadence.sessions": "only checked against the list of sessions",
    "sessions[].number": "only checked against the place in the list",
}
NAMES = (Ident,)  # an id becomes the name of a page, or what a reference says; no page shows it as a text
TEXTS = (Line, Text, Address)


@functools.cache
def _theme():
    return find_theme("default", (shipped("themes"),))


def _printed(program: Program) -> Iterator[tuple[str, str]]:
    """What a reader sees in each document, one after the other: words and the addresses of links."""
    the_plan = plan(program)
    data = {**shared_data(program, the_plan), "site": Site(title="Site"), "edition": Edition(), "progress": Progress(),
            "trace": trace(program)}
    for page in the_plan.pages:
        body = fragment(page, program, environment(_theme()), data).body
        links = " ".join(re.findall(r'<a [^>]*href="([^"]*)"', body))
        yield page.path, html.unescape(links + _shape(body))


def _shape(body: str) -> str:
    """The words of a page, with the number of lines and boxes to write in."""
    boxes = f"{body.count('<input')} {body.count('<div></div>')} "
    return boxes + re.sub(r"<[^>]*>", " ", body)


def _paths(value: Any, path: str = "") -> Iterator[tuple[str, str, Any, Any]]:
    """Every field that is written: its place, its place without numbers, its kind and its value."""
    for name, spec in value.specs.items():
        here = f"{path}.{name}".strip(".")
        held = getattr(value, name)
        if held is None:
            continue
        if isinstance(spec.kind, One):
            yield from _paths(held, here)
        elif isinstance(spec.kind, Keyed):
            for record in held:
                yield from _paths(record, f"{here}.{record.id}")
        elif isinstance(spec.kind, Many) and isinstance(spec.kind.of, One):
            for number, record in enumerate(held):
                yield from _paths(record, f"{here}[{number}]")
        elif isinstance(spec.kind, Many):
            for number, part in enumerate(held):
                yield f"{here}[{number}]", _general(here), spec.kind.of, part
        else:
            yield here, _general(here), spec.kind, held


def _general(path: str) -> str:
    return re.sub(r"\[\d+\]", "[]", path).replace("for_", "for").replace("with_", "with")


@functools.cache
def _all() -> list[tuple[str, str, Any, Any]]:
    return list(_paths(richest()))


def test_every_text_stands_on_a_page() -> None:
    """Each text of the richest program is found on a page as a whole, the third of a list as well."""
    pages = dict(_printed(richest()))
    assert len(pages) > 30
    everything = "\n".join(pages.values())
    wanted = [(path, value) for path, general, kind, value in _all()
              if isinstance(kind, TEXTS) and general not in NOT_PRINTED]
    assert len(wanted) > 400
    missing = sorted({path for path, value in wanted if value not in everything})
    assert not missing, "No page shows:\n" + "\n".join(missing)


def _changes() -> list[tuple[str, list[str]]]:
    """Each field that is no text and no name, with some of its places: a few, since not every place can show it."""
    found: dict[str, list[str]] = {}
    for path, general, kind, _ in _all():
        if not isinstance(kind, (*TEXTS, *NAMES)) and general not in NOT_PRINTED:
            found.setdefault(re.sub(r"^roles\.[a-z-]+\.", "roles.*.", general), []).append(path)
    return sorted((field, places[:4]) for field, places in found.items())


def _other(kind: Any, value: Any) -> Any:
    """Another value of the kind."""
    match kind:
        case Whole(lowest, highest):
            return value + 1 if value < highest else lowest
        case Number():
            return value + 1
        case YesNo():
            return not value
        case Date():
            return value + datetime.timedelta(days=7)
        case Language():
            return "pt-BR"
        case Choice(words):
            return words[(words.index(value) + 1) % len(words)]
        case Ref(to):
            return "mentee" if to == "Role" and value != "mentee" else "trainer" if to == "Role" else {
                "Instrument": "evaluation-instruments-1-id", "Goal": "goals-1-id", "Session": "sessions-1-id"}[to]
    raise AssertionError(kind)


def _changed(value: Any, steps: list[str], kind: Any) -> Any:
    """A value in which what stands at the end of some steps is another."""
    if not steps:
        return _other(kind, value)
    step, rest = steps[0], steps[1:]
    if isinstance(value, tuple):
        number = int(step) if step.isdigit() else next(n for n, r in enumerate(value) if r.id == step)
        return (*value[:number], _changed(value[number], rest, kind), *value[number + 1:])
    return value.changed(**{step: _changed(getattr(value, step), rest, kind)})


@functools.cache
def _pages_ofrichest() -> dict[str, str]:
    return dict(_printed(richest()))


@pytest.mark.parametrize(("field", "places"), _changes())
def test_every_value_shows(field: str, places: list[str]) -> None:
    """A number, a date, a choice or a reference shows on a page: another value makes another page."""
    assert any(_shows(place) for place in places), f"No page shows {field}"


def _shows(place: str) -> bool:
    kind = next(kind for path, _, kind, _ in _all() if path == place)
    other = _changed(richest(), re.sub(r"\[(\d+)\]", r".\1", place).split("."), kind)
    assert other != richest()
    before = _pages_ofrichest()
    return any(before.get(path) != text for path, text in _printed(other))


def test_language_is_that_of_the_page() -> None:
    """What is read aloud is read in the language of the definition."""
    made = program_pages(richest().changed(language="pt-BR"), Site(title="Site"), _theme())
    pages = [artifact.data for artifact in made if artifact.path.endswith(".html")]
    assert pages and all(b'<html lang="pt-BR"' in page for page in pages)


def test_what_is_not_printed_exists() -> None:
    """The list of exceptions names fields that there are."""
    assert set(NOT_PRINTED) <= {general for _, general, _, _ in _all()}
