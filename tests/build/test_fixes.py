"""Fixes change what they were made for and nothing else: in the shipped playbooks, with mistakes planted anywhere."""

from __future__ import annotations

import functools
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rmplay.build.check import Inputs
from rmplay.build.fix import Fixed, Looked, fix, look_at_program
from rmplay.definition.edits import NotEditable
from rmplay.definition.load import load_program, text_of
from rmplay.definition.nodes import Map, Node, Scalar
from rmplay.lint.engine import Checked
from support.machine import programs

PLAYBOOKS = {path.stem: path.read_text(encoding="utf-8") for path in programs()}
PLANTS = {
    "colon": (lambda t: t.replace(" ", ": ", 1), lambda t: t.replace(" ", ": ", 1)),
    "curly": (lambda t: f"\u201c{t.replace(' ', ': ', 1)}\u201d", lambda t: t.replace(" ", ": ", 1)),
    "at": (lambda t: "@" + t, lambda t: "@" + t),
    "star": (lambda t: f"*{t}*", lambda t: f"*{t}*"),
    "percent": (lambda t: "%" + t, lambda t: "%" + t),
    "exclamation": (lambda t: "!" + t, lambda t: "!" + t),
    "bracket": (lambda t: "[Draft] " + t, lambda t: "[Draft] " + t),
    "braces": (lambda t: "{{x}} " + t, lambda t: "{{x}} " + t),
    "apostrophe": (lambda t: f"'It's {t}'", lambda t: f"It's {t}"),
    "open quote": (lambda t: f'"{t}', lambda t: t),
    "quoted word": (lambda t: f'"So" {t}', lambda t: f'"So" {t}'),
    "no-break space": (lambda t: "\u00a0" + t, lambda t: t),
    "bell": (lambda t: t[:3] + "\x07" + t[3:], lambda t: t),
}


def look(data: bytes, name: str) -> Looked:
    """What the reader and the decoder say; the rules would only make it slow."""
    text = text_of(data, name)
    loaded = load_program(text)
    return Looked(text, Checked(name, loaded, loaded.findings, (), ()))


look_with_rules = functools.partial(look_at_program, Inputs(text_of(b"", "p.yaml"), None))


def values(node: Node | None, path: tuple = ()) -> Iterator[tuple[tuple, Scalar]]:
    """Every value with its path."""
    if isinstance(node, Scalar):
        yield path, node
    elif isinstance(node, Map):
        for key, value in node.entries:
            yield from values(value, (*path, key.text))
    elif node is not None:
        for index, entry in enumerate(node.entries):
            yield from values(entry, (*path, index))


def said(data: bytes) -> dict[tuple, str]:
    """What a definition says, by path."""
    return {path: value.text for path, value in values(text_of(data, "p").root)}


def comments(data: bytes) -> list[str]:
    """The lines that are comments."""
    return [line for line in data.decode().splitlines() if line.lstrip().startswith("#")]


def prose(text: str) -> list[tuple[tuple, Scalar]]:
    """The texts of a definition that stand without quotes on one line: some words."""
    return [(path, value) for path, value in values(text_of(text.encode(), "p").root)
            if value.style is None and value.span.line == value.span.end_line and 2 < value.text.count(" ") < 25
            and not set(value.text) & set("'\"#:\u201c\u201d\\")]


def sections() -> dict[str, str]:
    """Every section of every shipped playbook, as a small definition of its own."""
    found = {}
    for name, text in PLAYBOOKS.items():
        root, lines = text_of(text.encode(), "p").root, text.split("\n")
        starts = [entry.key.span.line - 1 for entry in root.entries] + [len(lines)]
        for entry, start, end in zip(root.entries, starts, starts[1:], strict=False):
            found[f"{name}/{entry.key.text}"] = "\n".join(lines[start:end]).rstrip("\n") + "\n"
    return found


SECTIONS = sections()
PROSE = {name: found for name, text in SECTIONS.items() if (found := prose(text))}
WITH_PROSE = sorted(PROSE, key=lambda name: (name.split("/")[1], name))


def planted(name: str, slips: list[tuple[int, str]], end: str, bom: bytes) -> tuple[bytes, dict[tuple, str]]:
    """A section with mistakes in some of its texts, and what it should say."""
    lines, expected = SECTIONS[name].split("\n"), said(SECTIONS[name].encode())
    chosen = {number % len(PROSE[name]): slip for number, slip in slips}
    for number, slip in chosen.items():
        path, value = PROSE[name][number]
        typed, meant = PLANTS[slip]
        line, start, stop = value.span.line - 1, value.span.column - 1, value.span.end_column - 1
        lines[line] = lines[line][:start] + typed(value.text) + lines[line][stop:]
        expected[path] = meant(value.text)
    return bom + end.join(lines).encode(), expected


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(WITH_PROSE), st.lists(st.tuples(st.integers(0, 99), st.sampled_from(sorted(PLANTS))), min_size=1,
                                             max_size=4), st.sampled_from(["\n", "\r\n"]),
       st.sampled_from([b"", b"\xef\xbb\xbf"]))
def test_planted_mistakes_are_mended_and_nothing_else_is_touched(name: str, slips: list[tuple[int, str]], end: str,
                                                                 bom: bytes) -> None:
    """Every value is what was meant, comments and line ends are as they were, and a second run changes nothing."""
    data, expected = planted(name, slips, end, bom)
    fixed = fix(data, "p", look)
    assert fixed.refused == ()
    assert said(fixed.after) == expected
    assert comments(fixed.after) == comments(data)
    assert (fixed.after[:3], fixed.after.count(b"\r\n"), fixed.after.count(b"\n")) == (
        data[:3], data.count(b"\r\n"), data.count(b"\n"))
    assert fix(fixed.after, "p", look).after == fixed.after


KEYS = sorted({line.strip("- ").partition(":")[0] for text in SECTIONS.values() for line in text.split("\n")
               if line.strip("- ").partition(":")[0].replace("_", "").isalpha() and ":" in line})


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(WITH_PROSE), st.integers(0, 10_000), st.integers(1, 30))
def test_a_letter_left_out_is_mended_on_request_only(name: str, number: int, at: int) -> None:
    """A key with one letter off: safe fixes leave it alone, unsafe ones restore it or change nothing."""
    lines = SECTIONS[name].split("\n")
    named = [i for i, line in enumerate(lines) if line.strip("- ").partition(":")[0] in KEYS and len(line.strip("- ").partition(":")[0]) > 4]
    if named:
        line = named[number % len(named)]
        key = lines[line].strip("- ").partition(":")[0]
        at = at % (len(key) - 1) + 1
        lines[line] = lines[line].replace(key, key[:at] + key[at + 1:], 1)
        broken = "\n".join(lines).encode()
        assert fix(broken, "p", look).after == broken
        assert fix(broken, "p", look, unsafe=True).after in (SECTIONS[name].encode(), broken)


WITH_LISTS = sorted(name for name, text in SECTIONS.items() if "\n  - " in text)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(WITH_LISTS), st.integers(0, 10_000), st.sampled_from([-1, 1]), st.booleans())
def test_an_entry_one_column_off_is_moved_back(name: str, number: int, by: int, whole: bool) -> None:
    """With all that belongs to it, whether only its dash was moved or the lines below as well; long texts included."""
    lines = SECTIONS[name].split("\n")
    entries = [i for i, line in enumerate(lines) if line.startswith(" ") and line.lstrip().startswith("- ")]
    first = entries[number % len(entries)]
    width = _width(lines[first])
    end = next((i for i in range(first + 1, len(lines)) if not whole or lines[i] and _width(lines[i]) <= width), len(lines))
    moved = [" " * (_width(line) + by) + line.lstrip() if line else line for line in lines[first:end]]
    fixed = fix("\n".join((*lines[:first], *moved, *lines[end:])).encode(), "p", look)
    assert said(fixed.after) == said(SECTIONS[name].encode())


def _width(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


@pytest.mark.parametrize("name", ["minimal/sessions", "digital-fluency/roles"])
def test_tabs_become_the_spaces_that_they_stand_for(name: str) -> None:
    """A file indented with tabs says the same afterwards."""
    text = "\n".join(_tabbed(line) for line in SECTIONS[name].split("\n"))
    assert "\t" in text
    fixed = fix(text.encode(), "p", look)
    assert b"\t" not in fixed.after
    assert said(fixed.after) == said(SECTIONS[name].encode())


def _tabbed(line: str) -> str:
    width = _width(line)
    return "\t" * (width // 2) + " " * (width % 2) + line[width:]


def mended(text: str, unsafe: bool = False) -> str:
    """A text after fixes by all rules."""
    return one(text, unsafe).after.decode()


def one(text: str, unsafe: bool = False) -> Fixed:
    """The result for a text."""
    return fix(text.encode(), "p", look_with_rules, unsafe)


@pytest.mark.parametrize(("typed", "meant"), [
    ("start: 31 January 2027", "start: 2027-01-31"), ("start: January 31st, 2027", "start: 2027-01-31"),
    ("start: 2027/1/31", "start: 2027-01-31"), ("start: 31.01.2027", "start: 2027-01-31"),
    ("start: 03/04/2027", "start: 03/04/2027"), ("start: 2027-02-30", "start: 2027-02-30"),
    ("voluntary: Y", "voluntary: yes"), ("voluntary: \u201cno\u201d", "voluntary: no"), ("voluntary: maybe", "voluntary: maybe"),
    ("kind: Reverse", "kind: reverse"), ("kind: \u201creverse\u201d", "kind: reverse"), ("kind: revers", "kind: revers"),
    ("Kind: reverse", "kind: reverse"), ("language: en_US", "language: en-US"), ("title:Plain\nkind: peer", "title: Plain\nkind: peer"),
    ("tags:\n  • one\n    and\n  • a: b # c", 'tags:\n  - one\n    and\n  - "a: b" # c'), ("tags:\n  – one\n  – two", "tags:\n  - one\n  - two"),
    ("goals:\n  · id: a\n    statement: x", "goals:\n  - id: a\n    statement: x"), ("tags:\n  1. one", "tags:\n  1. one"),
    ("tags:\n  - one\n   - two\n  - three", "tags:\n  - one\n  - two\n  - three"), ("tags:\n  • one • two", "tags:\n  • one • two"),
    ("goals:\n  - id: a\n - id: b\n   statement: x\n", "goals:\n  - id: a\n  - id: b\n    statement: x\n"),
    ("tags: one", "tags:\n  - one"), ("tags: one, two", "tags: one, two"), ("tags: 'one'", 'tags:\n  - "one"'),
    ("cadence:\n  minutes: 45 min", "cadence:\n  minutes: 45"), ("cadence:\n  minutes: 1 hour", "cadence:\n  minutes: 1 hour"),
    ("tags:\n  - Ask: what", 'tags:\n  - "Ask: what"'), ("summary: Room #4", "summary: Room #4"),
    ("cadence: minutes: 45", "cadence: minutes: 45"), ("title: a: b  # rmplay is", 'title: "a: b"  # rmplay is'),
    ("title: a: b\n  goes on", "title: a: b\n  goes on"), ('title: "open\nkind: reverse', 'title: "open"\nkind: reverse'),
    ("title: She said \"so: far\"", "title: 'She said \"so: far\"'"), ('title: "C:\\d"', "title: 'C:\\d'"),
])
def test_what_is_certain_is_mended(typed: str, meant: str) -> None:
    """The right text where there is one, and the text as it was where there are two readings."""
    assert mended(typed + "\n") == meant + "\n"


@pytest.mark.parametrize(("typed", "meant"), [
    ("kind: revers", "kind: reverse"), ("sumary: Some words", "summary: Some words"),
    ("titel: Some words", "title: Some words"), ("summary: Room #4", 'summary: "Room #4"'),
    ("goals:\n  - id: Do It\n    statement: x", "goals:\n  - id: do-it\n    statement: x"),
])
def test_guesses_are_made_on_request(typed: str, meant: str) -> None:
    """A letter off, on request; other unsafe fixes may add sections around it."""
    assert mended(typed + "\n") == typed + "\n"
    assert meant in mended(typed + "\n", unsafe=True)


def test_two_slips_for_one_name_do_not_make_it_stand_twice() -> None:
    """The second one is left for a person."""
    after = mended("tilte: a\ntitel: b\n", unsafe=True)
    assert [line for line in after.split("\n") if line.startswith(("tit", "til"))] == ["title: a", "titel: b"]


def test_a_title_grows_into_a_program_on_request() -> None:
    """All missing sections are typed, in the order of thought, and nothing that cannot be used is among them."""
    fixed = one("title: A first idea\n", unsafe=True)
    record = fixed.left.loaded.record
    assert record.title == "A first idea" and record.goals and record.sessions and record.privacy
    assert [f for f in fixed.left.findings if f.cls == "invalid" or f.rule.id == "missing-section"] == []
    assert fix(fixed.after, "p", look_with_rules, True).after == fixed.after


def test_what_is_not_utf8_is_not_edited() -> None:
    """Bytes that cannot be read cannot be kept."""
    with pytest.raises(NotEditable):
        fix(b"title: Caf\xe9: x\n", "p", look)


def test_what_is_refused_in_one_place_is_mended_in_another() -> None:
    """The same text under a name that takes it, below one that does not, with something to mend between them."""
    data = (b"title: Digital fluency\nmatching:\n  chemistry_minutes: 400 min\ncadence:\n  reschedule:\n"
            b"    notice_hours: 24 h\n  between_minutes: 400 min\n")
    fixed = fix(data, "p", look)
    assert [f.span.line for f in fixed.refused] == [3]
    assert fixed.after == data.replace(b"24 h", b"24").replace(b"between_minutes: 400 min", b"between_minutes: 400")
