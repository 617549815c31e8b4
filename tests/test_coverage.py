"""What the founding articles ask for has its place: every row of docs/coverage.md is there, and every reference holds."""

from __future__ import annotations

import functools
import re

import pytest

from rmplay.build.check import every_rule
from rmplay.build.project import open_project
from rmplay.definition.kinds import Keyed, Many, One, key_of
from rmplay.definition.load import load_program
from rmplay.definition.model import Program
from rmplay.definition.record import Record
from rmplay.site.plan import plan, value_at
from support.machine import ROOT

ROWS = 171  # of the ledger of everything that the five articles say
DOCS = ROOT / "docs"
TEXT = (DOCS / "coverage.md").read_text(encoding="utf-8")
SORTS = ("field", "rule", "page", "playbook", "doc")
REFERENCES = sorted(set(re.findall(rf"`((?:{'|'.join(SORTS)}):[^`]+)`", TEXT)))


@functools.cache
def programs() -> dict[str, Program]:
    """The shipped programs by id, each with what the house file says."""
    project = open_project((ROOT / "content",), ROOT)
    house = project.house.text if project.house else None
    return {p.id: p for p in (load_program(text, house).record for text in project.programs)}


@functools.cache
def pages() -> frozenset[str]:
    """The pages that the shipped programs have, without `.html`."""
    return frozenset(page.path.removesuffix(".html") for p in programs().values() for page in plan(p).pages)


def holds(reference: str) -> bool:
    """Whether what a reference names is there."""
    sort, _, name = reference.partition(":")
    checks = {"field": is_field, "rule": every_rule().__contains__, "page": pages().__contains__,
              "playbook": in_playbook, "doc": lambda doc: (DOCS / f"{doc}.md").is_file()}
    return checks[sort](name)


def is_field(path: str) -> bool:
    """Whether a dotted path of names leads somewhere in the model; after `roles` comes the name of a role."""
    kind = One(Program)
    for name in path.split("."):
        if isinstance(kind, str):
            return False
        record = kind.of if isinstance(kind, Many) else kind.record
        record = record.record if isinstance(record, One) else record
        if isinstance(kind, Keyed) and name in kind.names.words:
            kind = One(record)
            continue
        specs = {key_of(attribute): spec for attribute, spec in record.specs.items()} if isinstance(record, type) else {}
        if name not in specs:
            return False
        kind = specs[name].kind
        kind = kind if isinstance(kind, (One, Many, Keyed)) else "the end"
    return True


def in_playbook(name: str) -> bool:
    """Whether a playbook has a value under `#path`, and in it an entry that `/name` calls by its id or a text of it."""
    playbook, _, inside = name.partition("#")
    path, _, entry = inside.partition("/")
    try:
        value = value_at(programs()[playbook], path) if path else programs()[playbook]
    except (AttributeError, KeyError):
        return False
    if not entry:
        return bool(value)
    return any(isinstance(one, Record) and entry in one.fields().values() for one in value or ())


def test_every_row_is_there_once() -> None:
    """No row of the ledger is missing, and none stands twice."""
    assert [int(n) for n in re.findall(r"^\| (\d+) \|", TEXT, re.M)] == list(range(1, ROWS + 1))


def test_every_row_is_answered_or_says_why_not() -> None:
    """A row has a reference, or the reason for which it is not printed."""
    rows = re.findall(r"^\| (\d+) \| ([^|]+) \| ([^|]+) \|$", TEXT, re.M)
    assert len(rows) == ROWS
    silent = [n for n, _, answer in rows if not any(f"`{ref}`" in answer for ref in REFERENCES)]
    unexplained = [n for n, _, answer in rows if re.search(r"\*\*Not printed:\*\*\W*$", answer)]
    assert silent == unexplained == []


@pytest.mark.parametrize("sort", SORTS)
def test_every_reference_holds(sort: str) -> None:
    """What the page refers to exists: fields, rules, pages, entries of playbooks and documents."""
    named = [reference for reference in REFERENCES if reference.startswith(f"{sort}:")]
    assert named
    assert [reference for reference in named if not holds(reference)] == []


@pytest.mark.parametrize("wrong", ["field:etiquette.rule", "field:roles.nobody.grade", "field:topic.of", "rule:no-such",
                                   "page:minimal/agenda-none", "playbook:nobody", "playbook:minimal#goals/none",
                                   "playbook:minimal#nothing/one", "doc:none"])
def test_a_reference_to_nothing_is_noticed(wrong: str) -> None:
    """The check can fail."""
    assert not holds(wrong)


def test_every_playbook_is_among_the_answers() -> None:
    """Each of the shipped playbooks answers something that the articles ask."""
    assert {name for name in programs() if f"playbook:{name}" not in TEXT} == set()
