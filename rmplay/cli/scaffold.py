"""What `rmplay new` and `rmplay add program` write: a project, or a program, that works from the first minute."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from ..definition.edits import typed
from ..definition.insert import end_before
from ..definition.load import Text, text_of
from ..definition.nodes import Map, Scalar
from ..definition.schema import schema_of
from ..definition.skeleton import starter
from ..finding import Edit, Span
from ..shipped import shipped
from ..values import NamedTuple

SITE = """\
rmplay: 1
title: Mentoring playbooks
summary: How we mentor each other, and the sheets for every meeting.

# These are the defaults. Take the # away in front of a line to change it.
# language: en
# theme: default
# footer: For use inside the organization.
# lint:
#   profile: draft        # or publishable, when everything must be written
"""
Also = Callable[[str, dict[Path, str], Path], dict[Path, str]]
STARTER = "everyday-tools"
SCHEMAS = ("program", "house", "site", "translation")
HEADER = """\
# This is an example to change: put in your own people, places and figures, and take out what you do not need.
# Begin with title, summary, why, goals and sessions; all else can stay as it is until you come to it.
# A line that begins with # is a note to you and is not printed. How far a line is indented says what it belongs to.
# `rmplay lint` says what is wrong, and with `--profile publishable` what is missing before you publish.
"""


class NotEmpty(Exception):
    """The folder has files already; the message says what to do."""


class Playbook(NamedTuple):
    """A program that comes with rmplay."""

    name: str
    title: str
    kind: str
    summary: str
    lines: int


def playbook_files() -> list[Path]:
    """The files of the shipped programs, without their translations."""
    from ..build.beside import parted
    files = sorted((shipped("content") / "programs").glob("*.yaml"))
    return list(parted({str(path): path for path in files}).originals.values())


def playbooks() -> list[Playbook]:
    """The shipped playbooks to start from, the shortest first; the starter is the first of all."""
    found = [_described(path.stem, path.read_text(encoding="utf-8")) for path in playbook_files()]
    return [_described(STARTER, starter()), *sorted(found, key=lambda p: (p.lines, p.name))]


def _described(name: str, text: str) -> Playbook:
    root = text_of(text.encode("utf-8"), name).root
    said = {entry.key.text: entry.value.text for entry in root.entries if isinstance(entry.value, Scalar)}
    return Playbook(name, said["title"], said["kind"], " ".join(said["summary"].split()), text.count("\n"))


def scaffold(folder: Path, playbook: str = STARTER, also: Also = lambda playbook, files, content: {}) -> list[Path]:
    """Write a project into a new or empty folder; its files in the order in which they are written, the program last.

    `also` gives more files, such as translations, from the name of the playbook, the files so far and their folder.
    """
    _check_empty(folder)
    content = folder / "content"
    files = {content / "schema" / f"{kind}.json": json.dumps(schema_of(kind), indent=1) + "\n" for kind in SCHEMAS}
    files[content / "site.yaml"] = schema_line("schema/site.json") + SITE
    if playbook != STARTER:
        house = as_yours((shipped("content") / "house.yaml").read_text(encoding="utf-8"))
        files[content / "house.yaml"] = schema_line("schema/house.json") + house
    program = content / "programs" / f"{playbook}.yaml"
    files[program] = program_text(playbook)
    files = also(playbook, files, content) | files
    for path, text in files.items():
        write_new(path, text)
    return list(files)


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet. Raises OSError, FileExistsError among them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)


def _check_empty(folder: Path) -> None:
    if folder.is_dir() and (folder / "content").is_dir():
        there = "" if folder.resolve() == Path.cwd() else " there"
        raise NotEmpty(f"There is a project in {_place(folder)} already. To add a program to it, type{there}: "
                       "rmplay add program my-program")
    if folder.exists() and not folder.is_dir():
        raise NotEmpty(f"{folder} is a file. Choose a name for a folder: rmplay new my-program")
    if folder.is_dir() and any(not path.name.startswith(".") for path in folder.iterdir()):
        raise NotEmpty(f"There is something else in {_place(folder)} already. Choose a new name: rmplay new my-program")


def _place(folder: Path) -> str:
    return "this folder" if folder.resolve() == Path.cwd() else str(folder)


def schema_line(path: str) -> str:
    """The comment by which editors find the description of a file."""
    return f"# yaml-language-server: $schema={path}\n"


def program_text(playbook: str, name: str = "", title: str = "") -> str:
    """A shipped program as the start of one's own: a draft without a history, on request with another id and title."""
    text = starter() if playbook == STARTER else (
        shipped("content") / "programs" / f"{playbook}.yaml").read_text(encoding="utf-8")
    text = as_yours(text)
    file, root = typed(text.encode("utf-8")), text_of(text.encode("utf-8"), playbook).root
    fresh = {"status": "draft", "version": '"0.1"'} | ({"id": name, "title": json.dumps(title, ensure_ascii=False)}
                                                       if name else {})
    edits = [Edit(entry.value.span, fresh[entry.key.text]) for entry in root.entries if entry.key.text in fresh]
    edits += _history(text_of(text.encode("utf-8"), playbook))
    return schema_line("../schema/program.json") + HEADER + file.changed(file.changes(edits)).text


def as_yours(text: str) -> str:
    """A shipped text with addresses that the linter asks to replace before they are published."""
    return text.replace("example.org", "your-organization.example")


def _history(text: Text) -> list[Edit]:
    """Take out what has happened to the example: its changes, and when it was last read."""
    review, found = text.root.entry("review"), []
    last = review.value.entry("last") if review and isinstance(review.value, Map) else None
    if last and len(review.value.entries) > 1:
        found.append(_without(last.key.span.line, last.key.span.line))
    names = [entry.key.text for entry in text.root.entries]
    if "changes" in names[:-1]:
        at = names.index("changes")
        start, after = (text.root.entries[i].key.span.line for i in (at, at + 1))
        found.append(_without(start, end_before(text.source, after)))
    return found


def _without(first: int, last: int) -> Edit:
    """Take out some lines."""
    return Edit(Span("", first, 1, last + 1, 1), "")
