"""`rmplay translate` as people type it, and what `rmplay lint` says of the file that it makes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support.project import project, rmplay

PROGRAM = ("rmplay: 1\nid: pairs\ntitle: Pairs at work\nsummary: Two people meet.\nlanguage: en\nsessions:\n  - id: start\n"
           "    title: We start\n    purpose: Read [the card](etiquette-card) aloud.\netiquette:\n  rules:\n    - Listen.\n")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with one program."""
    return project(tmp_path, pairs=PROGRAM)


def _overlay(folder: Path) -> Path:
    return folder / "content/programs/pairs.de.yaml"


def _findings(folder: Path, *places: str) -> list[tuple[str, str, int]]:
    done = rmplay("lint", "--exit-zero", "-f", "json", *places, cwd=folder)
    files = json.loads(done.stdout)["files"]
    return [(f["rule"], f["file"].rsplit("/", 1)[-1], f["line"]) for file in files for f in file["findings"]
            if file["path"].endswith(".de.yaml")]


def test_make_fill_change_update(folder: Path) -> None:
    """The way of a translation, told at each step."""
    made = rmplay("translate", "pairs", "de", cwd=folder)
    assert (made.returncode, made.stdout) == (0, "content/programs/pairs.de.yaml is new: 5 texts to translate.\n")
    assert _findings(folder) == [("missing-translation", "pairs.de.yaml", 10)]
    text = _overlay(folder).read_text(encoding="utf-8")
    for number in range(5):
        text = text.replace("translation:\n", f'translation: "Nr. {number}: [Karte](etiquete-card)"\n', 1)
    _overlay(folder).write_text(text, encoding="utf-8")
    assert [(rule, line) for rule, _, line in _findings(folder)] == [
        ("broken-link", 10), ("broken-link", 13), ("broken-link", 18), ("broken-link", 21), ("broken-link", 26)]
    _overlay(folder).write_text(text.replace("etiquete", "etiquette"), encoding="utf-8")
    assert _findings(folder) == []
    program = folder / "content/programs/pairs.yaml"
    program.write_text(PROGRAM.replace("Two people", "Two colleagues"), encoding="utf-8")
    assert _findings(folder) == [("stale-translation", "pairs.de.yaml", 12)]
    assert rmplay("translate", "pairs", "de", "--check", cwd=folder).returncode == 1
    done = rmplay("translate", "content/programs/pairs.yaml", "DE", cwd=folder)
    assert done.stdout == ("content/programs/pairs.de.yaml was brought up to date: 1 changed (see `was:`). 4 of 5 texts are "
                           "translated.\n")
    assert _findings(folder, "content/programs/pairs.de.yaml") == [("stale-translation", "pairs.de.yaml", 12)]
    again = rmplay("translate", "pairs", "de", "--check", cwd=folder)
    assert again.returncode == 0 and "is up to date. 4 of 5" in again.stdout


def test_translations_are_no_programs(folder: Path) -> None:
    """They are neither built nor added to, nor taken for a second program of the same id."""
    rmplay("translate", "pairs", "de", cwd=folder)
    assert rmplay("build", cwd=folder).returncode == 0
    assert rmplay("add", "goal", cwd=folder).returncode == 0


@pytest.mark.parametrize(("words", "status", "says"), [
    (("pears", "de"), 3, 'There is no program called "pears" here. There are: pairs, site.'),
    (("pairs", "german"), 2, '"german" is not the code of a language. Did you mean de?'),
    (("pairs", "en"), 2, "content/programs/pairs.yaml is in en itself: there is nothing to translate."),
    (("content/programs/pairs.fr.yaml", "de"), 2, "is a translation itself. Name what it translates: "),
    (("pairs", "fr"), 2, "content/programs/pairs.fr.yaml: nothing was changed. Line 1 has to be mended first: "),
    (("house", "fr"), 3, 'There is no program called "house" here.'),
])
def test_what_is_typed_wrongly_is_told(folder: Path, words: tuple[str, ...], status: int, says: str) -> None:
    """Each with what to do, and nothing is written."""
    (folder / "content/programs/pairs.fr.yaml").write_text("Not a translation", encoding="utf-8")
    before = sorted(folder.rglob("*"))
    done = rmplay("translate", *words, cwd=folder)
    assert done.returncode == status and says in done.stderr and "Traceback" not in done.stderr
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize(("name", "text", "rule", "line"), [
    ("pairs.de.yaml", "translates: others.yaml\nlanguage: de\n", "translation-of-another", 1),
    ("pairs.de.yaml", "translates: pairs.yaml\nlanguage: german\n", "wrong-type", 2),
    ("pairs.de.yaml", PROGRAM, "translation-of-another", 1),
    ("others.de.yaml", "translates: others.yaml\nlanguage: de\n", "translation-of-another", 1),
    ("pairs.de.yaml", "texts:\n  - place: title\n    original: Pairs at work\n    translation: " + "x" * 81, "text-length", 4),
    ("pairs.en.yaml", "translates: pairs.yaml\nlanguage: en\n", "translation-of-another", 2),
])
def test_what_is_no_translation_is_told_at_its_line(folder: Path, name: str, text: str, rule: str, line: int) -> None:
    """In the file of the translation, and the program is left alone."""
    (folder / "content/programs" / name).write_text(text, encoding="utf-8")
    done = rmplay("lint", "--exit-zero", "-f", "concise", "--select", rule, cwd=folder)
    assert f"content/programs/{name}:{line}:" in done.stdout and f"programs/{name}" in done.stdout
    assert f"\ncontent/programs/pairs.yaml:{line}" not in done.stdout
