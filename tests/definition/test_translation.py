"""A translation beside its original: made, kept up to date through every change of the original, and merged by place and words."""

from __future__ import annotations

import random
import re

import pytest

from rmplay.definition.edits import typed
from rmplay.definition.kinds import Line, Many, One, Text as Prose
from rmplay.definition.load import in_language, load_program, original, overlay_of, text_of
from rmplay.definition.model import Program
from rmplay.definition.texts import plain, texts
from rmplay.definition.translate import NotTranslatable, started, updated
from rmplay.definition.filenames import named
from rmplay.definition.translation import compared, holds
from support.machine import ROOT

SMALL = b"""\
rmplay: 1
title: Digital fluency
summary: "Five tasks: one by one."
language: en
version: "1"
goals:
  - id: alone
    statement: Each mentee can do five tasks alone.
    for: [mentee]
sessions:
  - id: your-hands
    title: Your hands
    agenda:
      - title: Arrive
        minutes: 3
      - title: Try
        prompts:
          - What did you expect to happen there?
          - What would you do next?
      - title: Arrive
  - title: No id here
etiquette:
  rules:
    - Hands off the keyboard.
    - text: Let them finish. Then ask one question, and wait for as long as it takes the other to find an answer of their own.
      why: |
        Two reasons:

        - time
        - respect
"""


def _of(data: bytes = SMALL):
    return text_of(data, "programs/digital-fluency.yaml")


def _filled(data: bytes) -> bytes:
    """Every text translated: the original with a mark."""
    numbers = iter(range(10_000))
    return re.sub(r"(?m)^(\s*)translation:$", lambda m: f'{m[1]}translation: "DE {next(numbers)}: x"', data.decode()).encode()


def _started(data: bytes = SMALL) -> bytes:
    return started(_of(data), "de", "rmplay translate digital-fluency de").data


def _pairs(data: bytes) -> list[tuple[str, str, str | None, str | None]]:
    loaded = overlay_of(text_of(data, "x.de.yaml")).loaded
    assert not loaded.findings
    return [(t.place, plain(t.original), t.was, t.translation) for t in loaded.record.texts]


def test_every_text_has_an_entry_and_nothing_else_has() -> None:
    """Texts meant for reading, in their order; ids, numbers, choices and versions are none."""
    places = [(place, said) for place, said, _, _ in _pairs(_started())]
    assert places == [
        ("title", "Digital fluency"), ("summary", "Five tasks: one by one."),
        ("goals[alone].statement", "Each mentee can do five tasks alone."),
        ("sessions[your-hands].title", "Your hands"), ("sessions[your-hands].agenda[].title", "Arrive"),
        ("sessions[your-hands].agenda[].title", "Try"),
        ("sessions[your-hands].agenda[].prompts[]", "What did you expect to happen there?"),
        ("sessions[your-hands].agenda[].prompts[]", "What would you do next?"),
        ("sessions[].title", "No id here"), ("etiquette.rules[].text", "Hands off the keyboard."),
        ("etiquette.rules[].text", "Let them finish. Then ask one question, and wait for as long as it takes the other to "
         "find an answer of their own."),
        ("etiquette.rules[].why", "Two reasons: - time - respect")]


def test_merged_texts_keep_their_place_in_the_translation() -> None:
    """The program reads in the other language, each text from its line in the translation; the rest stays as it is."""
    overlay = text_of(_filled(_started()), "programs/digital-fluency.de.yaml")
    program = load_program(in_language(_of(), overlay_of(overlay))).record
    assert program.title == "DE 0: x" and program.version == "1" and program.goals[0].id == "alone"
    assert [part.title for part in program.sessions[0].agenda] == ["DE 4: x", "DE 5: x", "DE 4: x"]
    assert program.etiquette.rules[0].text == "DE 9: x"
    line = overlay.source.lines.index('    translation: "DE 0: x"') + 1
    assert program.at("title") == ("programs/digital-fluency.de.yaml", line, 18, line, 27)
    assert all(spoken.node.span.source == overlay.source.name for spoken in texts(Program, program.origin.node))


def test_the_whole_playbook_goes_through_unchanged() -> None:
    """With the originals as translations, the largest playbook is what it was; and a second run changes nothing."""
    path = ROOT / "content/programs/digital-fluency.yaml"
    of = text_of(path.read_bytes(), path.name)
    made = started(of, "de", "x").data
    copied = re.sub(r"(?m)^(    )original:((?:.*\n)(?:      .*\n)*)    translation:\n", r"\1original:\2\1translation:\2", made.decode())
    overlay = text_of(copied.encode(), "digital-fluency.de.yaml")
    before, after = load_program(of).record, load_program(in_language(of, overlay_of(overlay))).record
    assert before == after and overlay.findings == ()
    assert updated(copied.encode(), overlay.source.name, of).data == copied.encode()


def _update(data: bytes, program: str) -> bytes:
    return updated(data, "x.de.yaml", _of(program.encode())).data


def test_a_changed_text_stays_beside_what_it_was() -> None:
    """The translation is kept, not shown, and marked; when the original changes back, all is as before."""
    data, program = _filled(_started()), SMALL.decode()
    new = _update(data, program.replace("five tasks alone", "four tasks alone"))
    assert ("goals[alone].statement", "Each mentee can do four tasks alone.", "Each mentee can do five tasks alone.",
            "DE 2: x") in _pairs(new)
    made = overlay_of(text_of(new, "x")).loaded.record
    assert [holds(t) for t in made.texts].count(False) == 1
    again = _update(new, program.replace("five tasks alone", "three tasks alone"))
    assert "was: Each mentee can do five tasks alone." in again.decode() and "four" not in again.decode()


def test_a_text_that_came_is_put_where_it_belongs_and_one_that_left_becomes_a_comment() -> None:
    """New ones behind what they follow; what was translated and is needed no more is still there to be read."""
    data = _filled(_started()).replace(b"  - place: goals", b"  # the first goal\n  - place: goals")
    program = SMALL.decode().replace("      - title: Try\n", "      - title: Try\n        text: Both hands.\n")
    program = program.replace("  - id: alone\n    statement: Each mentee can do five tasks alone.\n    for: [mentee]\n", "")
    new = _update(data, program)
    lines = new.decode().splitlines()
    at = lines.index("  # Not in digital-fluency.yaml any more:")
    assert lines[at - 1:at + 4] == ["  # the first goal", lines[at], "  # - place: goals[alone].statement",
                                    "  #   original: Each mentee can do five tasks alone.", '  #   translation: "DE 2: x"']
    at = lines.index("    original: Try")
    assert lines[at + 2:at + 5] == ["  - place: sessions[your-hands].agenda[].text", "    original: Both hands.", "    translation:"]


def test_a_new_id_only_moves_what_is_translated() -> None:
    """All texts of an entry change their place and nothing else."""
    new = _update(_filled(_started()), SMALL.decode().replace("id: your-hands", "id: my-hands"))
    assert [p[3] for p in _pairs(new)] == [p[3] for p in _pairs(_filled(_started()))]
    assert "your-hands" not in new.decode() and "was:" not in new.decode()


def test_a_text_that_is_translated_elsewhere_is_filled_in() -> None:
    """What stands in several places is translated once."""
    new = _update(_filled(_started()), SMALL.decode() + "glossary:\n  - term: Your hands\n")
    assert ("glossary[].term", "Your hands", None, "DE 3: x") in _pairs(new)


def test_random_changes_lose_nothing_and_settle_at_once() -> None:
    """Whatever becomes of the original: each text has one entry, what was translated is still in the file, a second run rests."""
    pick = random.Random(5)
    data, program = _filled(_started()), SMALL.decode()
    for _ in range(60):
        lines = program.splitlines()
        number = pick.randrange(4, len(lines))
        match pick.randrange(3):
            case 0:
                lines[number] = re.sub(r"(\w{3,})$|(\w{3,})\.$", lambda m: m[0][:2] + "new", lines[number])
            case 1:
                lines.insert(number, lines[number])
            case 2:
                del lines[number]
        text = _of("\n".join(lines).encode() + b"\n")
        if any(f.cls == "invalid" for f in load_program(text).findings):
            continue
        program = "\n".join(lines) + "\n"
        before = {p[3] for p in _pairs(data) if p[3]}
        new = _update(data, program)
        assert all(words in new.decode() for words in before)
        seen = compared(original(text).texts(), overlay_of(text_of(new, "x")).loaded.record)
        assert not (seen.new or seen.gone or seen.moved or seen.changed)
        assert _update(new, program) == new
        data = _filled(new) if pick.random() < 0.5 else new


def test_line_ends_comments_and_hand_made_order_stay(tmp_path) -> None:
    """A file from another system keeps its bytes where nothing has to change."""
    data = b"\xef\xbb\xbf" + _filled(_started()).replace(b"\n", b"\r\n")
    new = _update(data, SMALL.decode().replace("title: Try", "title: Try it"))
    assert new.startswith(b"\xef\xbb\xbf") and b"\n" not in new.replace(b"\r\n", b"")
    assert [a for a in data.split(b"\r\n") if a not in new.split(b"\r\n")] == [b"    original: Try"]


@pytest.mark.parametrize(("texts", "says"), [
    (b"texts: [{place: title, original: Old, translation: Alt}]", "braces"),
    (b"texts:\n  - place: title\n    orignal: Digital fluency\n", "Line 6"),
    (b"texts:\n  - place: title\n    original: \"Digital\n", "Line 6"),
])
def test_what_cannot_be_edited_is_left_alone(texts: bytes, says: str) -> None:
    """The message says where and what to do."""
    with pytest.raises(NotTranslatable, match=says):
        _update(b"rmplay: 1\ntranslates: digital-fluency.yaml\nlanguage: de\n" + texts, SMALL.decode())


@pytest.mark.parametrize("head", [b"texts:", b"texts: []", b"texts:\n", b"", b"# end", b"\n\n"])
def test_an_empty_file_is_filled(head: bytes) -> None:
    """A file that somebody began by hand."""
    new = _update(b"rmplay: 1\ntranslates: digital-fluency.yaml\nlanguage: de\n" + head, SMALL.decode())
    assert len(_pairs(new)) == 12 and typed(new).line_end == "\n"


@pytest.mark.parametrize(("name", "language"), [
    ("digital-fluency.de.yaml", "de"), ("a.pt-BR.yml", "pt-BR"), ("a.zh-Hant.yaml", "zh-Hant"), ("digital-fluency.yaml", None),
    ("v1.2.yaml", None), ("notes.german.yaml", None), (".de.yaml", None), ("a.xx.yaml", None)])
def test_translations_are_known_by_their_names(name: str, language: str | None) -> None:
    """The language is what stands before the ending."""
    assert (named(name).language if named(name) else None) == language


def test_only_lines_that_are_the_same_in_every_language_are_left_out() -> None:
    """The model says which lines are not spoken; a new field is translated unless it says so."""
    found: dict[str, bool] = {}

    def look(record, seen) -> None:
        for name, spec in record.specs.items():
            kind = spec.kind.of if isinstance(spec.kind, Many) else spec.kind
            if isinstance(kind, (Line, Prose)):
                found[f"{record.__name__}.{name}"] = getattr(kind, "spoken", True)
            inner = getattr(kind, "record", None)
            if isinstance(inner, type) and inner not in seen:
                look(inner, seen | {inner})

    look(Program, {Program})
    assert isinstance(One(Program).record, type) and len(found) > 80
    assert {name for name, spoken in found.items() if not spoken} == {"Program.version", "Change.version", "Resource.short"}
