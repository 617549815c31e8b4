"""The lines to paste are complete, right, and go where they belong."""

from __future__ import annotations

import pytest

from rmplay.build.check import Inputs, examine
from rmplay.definition.edits import typed
from rmplay.definition.insert import NoPlace, entry_edit, section_edit
from rmplay.definition.load import Text, load_program, text_of
from rmplay.definition.skeleton import LISTS, order, sections, snippet, starter

GROUPS = [name for name, lines in sections().items() if lines.count("\n") > 1]


def made(text: str, edit) -> Text:
    """The text with an edit."""
    file = typed(text.encode())
    return text_of(file.changed(file.changes([edit])).data, "p")


def without(section: str) -> str:
    """The starter without a section; the comments above and below it stay."""
    text = starter()
    root, lines = text_of(text.encode(), "p").root, text.split("\n")
    starts = [entry.key.span.line - 1 for entry in root.entries] + [len(lines)]
    at = [entry.key.text for entry in root.entries].index(section)
    end = starts[at + 1]
    while end > starts[at] + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return "\n".join(lines[:starts[at]] + lines[end:])


def test_the_starter_only_wants_addresses() -> None:
    """It is what a good program looks like."""
    found = examine(Inputs(text_of(starter().encode(), "p"), None)).findings
    assert {finding.rule.id for finding in found} == {"example-address"}


def test_every_section_that_is_called_missing_has_lines_to_paste() -> None:
    """And they stand in the order of thought."""
    text = text_of(b"title: A first idea\n", "p")
    missing = [f.path for f in examine(Inputs(text, None)).findings if f.rule.id == "missing-section"]
    assert len(missing) > 15 and set(missing) <= set(sections())
    assert [name for name in order() if name in sections()] == list(sections())
    assert set(LISTS) == {"goal", "session", "risk", "instrument"} and all(map(snippet, LISTS))


@pytest.mark.parametrize("section", GROUPS)
def test_a_section_goes_back_to_where_it_was_cut_out(section: str) -> None:
    """The definition says the same as before, in the same order."""
    text = without(section)
    assert section not in [entry.key.text for entry in text_of(text.encode(), "p").root.entries]
    after = made(text, section_edit(text_of(text.encode(), "p"), section))
    assert load_program(after).record == load_program(text_of(starter().encode(), "p")).record
    names = [entry.key.text for entry in after.root.entries]
    assert names == [name for name in order() if name in names]


@pytest.mark.parametrize("text", ["title: A b\ngoals:\n", "title: A b\ngoals: ~\n", "title: A b\ngoals: []\n", "title: A b",
                                  "title: A b\n\n# later\nroles:\n  mentor:\n    grade: 2\n"])
def test_a_section_fills_what_is_there(text: str) -> None:
    """A name without a value is filled, not repeated; a comment above the next section stays with it."""
    after = made(text, section_edit(text_of(text.encode(), "p"), "goals"))
    assert [finding for finding in load_program(after).findings] == []
    assert len(load_program(after).record.goals) == 2
    assert ("# later\nroles:" in after.source.text) == ("# later" in text)


@pytest.mark.parametrize("text", ["title: A b\nrisks:\n- risk: One\n  owner: mentor\n# behind\n",
                                  "title: A b\nrisks:\n    -   risk: One\n        # of one\n\n\nsupport:\n  contacts: []\n"])
def test_an_entry_stands_in_the_column_of_the_others(text: str) -> None:
    """Whatever the indent of the list; comments of the last entry stay with it."""
    after = made(text, entry_edit(text_of(text.encode(), "p"), "risk"))
    assert [risk.risk for risk in load_program(after).record.risks][0] == "One"
    assert len(load_program(after).record.risks) == 2 and not load_program(after).findings
    dashes = {line.index("-") for line in after.source.lines if line.lstrip().startswith(("- risk", "-   risk", "- id"))}
    assert len(dashes) == 1
    assert all(line in after.source.lines for line in text.split("\n"))


def test_references_lead_to_what_the_program_has() -> None:
    """A session that is added serves a goal of this program; without goals it names one to be written."""
    text = "title: A b\ngoals:\n  - id: courage\n    statement: They speak up.\n"
    after = made(text, entry_edit(text_of(text.encode(), "p"), "session"))
    assert load_program(after).record.sessions[0].goals == ("courage",) and not load_program(after).findings


def test_a_session_is_added_before_the_last_one() -> None:
    """A program ends with its closing session."""
    after = load_program(made(starter(), entry_edit(text_of(starter().encode(), "p"), "session"))).record
    assert [session.phase for session in after.sessions][-2:] == ["working", "closing"]


def test_a_text_where_a_list_belongs_is_not_filled() -> None:
    """What the author typed is not thrown away."""
    with pytest.raises(NoPlace):
        entry_edit(text_of(b"title: A b\ngoals: to be discussed\n", "p"), "goal")


@pytest.mark.parametrize(("sessions", "ids"), [
    ("- id: a\n- id: b\n- id: c\n", ["a", "b", "new-session", "c"]), ("- id: a\n- id: b\n", ["a", "b", "new-session"]),
    ("- id: a\n- id: b\n  phase: closing\n", ["a", "new-session", "b"]),
    ("- id: a\n- id: b\nclosure:\n  session: b\n", ["a", "new-session", "b"]),
    ("- id: a\n- id: b\n- id: c\n  phase: working\n", ["a", "b", "c", "new-session"])])
def test_a_new_session_comes_before_the_one_that_closes(sessions: str, ids: list[str]) -> None:
    """The last of three or more closes a program even where nothing says so."""
    text = f"title: A b\nsessions:\n{sessions}"
    after = load_program(made(text, entry_edit(text_of(text.encode(), "p"), "session"))).record
    assert [session.id for session in after.sessions] == ids
