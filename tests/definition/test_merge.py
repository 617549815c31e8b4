"""What the house file says fills in what a program leaves out, and findings point to where the text stands."""

from __future__ import annotations

from rmplay.build.check import Inputs, examine
from rmplay.definition.load import house_of, load_program, text_of


def _program(own: bytes, house: bytes):
    return load_program(text_of(own, "p.yaml"), text_of(house, "house.yaml")).record


def test_groups_are_filled_key_by_key_and_lists_are_taken_whole() -> None:
    """A key of the program wins; a list of the program is not mixed with that of the house."""
    program = _program(
        b"title: Own\ncadence:\n  minutes: 45\nsupport:\n  contacts:\n    - role: program-lead\nglossary: []\n",
        b"title: House\nid: house\ncadence:\n  minutes: 60\n  every_weeks: 4\nsupport:\n  contacts:\n    - role: sponsor\n"
        b"    - role: mentor\n  wellbeing:\n    route: The desk\nglossary:\n  - term: Pair\n")
    assert (program.title, program.id) == ("Own", None)
    assert (program.cadence.minutes, program.cadence.every_weeks) == (45, 4)
    assert [contact.role for contact in program.support.contacts] == ["program-lead"]
    assert program.support.wellbeing.route == "The desk"
    assert program.glossary == ()


def test_a_finding_about_an_inherited_text_points_into_the_house_file() -> None:
    """A reference that only fails in a program is told at the line of the house file."""
    own, house = b"title: Own\nsessions:\n  - title: First day\n", b"closure:\n  session: last-day\n"
    checked = examine(Inputs(text_of(own, "p.yaml"), house_of(text_of(house, "house.yaml"))))
    found = [f for f in checked.findings if f.rule.id == "unknown-reference"]
    assert [(f.span.source, f.span.line, f.span.column) for f in found] == [("house.yaml", 2, 12)]


def test_mistakes_in_the_house_file_are_not_told_again_in_each_program() -> None:
    """What is wrong with the form of the house file belongs to the house file."""
    checked = examine(Inputs(text_of(b"title: Own\n", "p.yaml"), house_of(text_of(b"cadence:\n  minutes: soon\n", "house.yaml"))))
    assert [f.rule.id for f in checked.findings if f.cls == "invalid"] == []


def test_a_name_with_nothing_behind_it_is_filled_from_the_house_file() -> None:
    """An empty name says nothing; `[]` and empty quotes say that there is none."""
    program = _program(b"title: Own\nwhy:\ntags: []\ncadence:\n", b"why: Because we can.\ntags:\n  - house\ncadence:\n  minutes: 60\n")
    assert (program.why, program.tags, program.cadence.minutes) == ("Because we can.", (), 60)
