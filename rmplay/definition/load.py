"""From a file to a program: read, parse, merge with the house, decode. The one way in for lint and build."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from ..finding import Finding, Span
from . import complaints
from .decode import Decoded, decode
from .merge import with_house
from .model import Program, Site
from .nodes import Map, Node, Scalar
from .parse import parse
from .record import Record
from .source import Source, read_source, source_of


class Text(NamedTuple):
    """A source with its tree, and what was wrong with its bytes and its form. `root` is None where there is none."""

    source: Source
    root: Map | None
    findings: tuple[Finding, ...]


class Loaded(NamedTuple):
    """A definition as far as it could be read: the record, its sources by name, and every finding on the way."""

    record: Record | None
    sources: dict[str, Source]
    findings: tuple[Finding, ...]


def read_text(path: Path, name: str) -> Text:
    """The tree of a file. Raises OSError when it cannot be read."""
    return _text(*read_source(path, name))


def text_of(data: bytes, name: str) -> Text:
    """The tree of some bytes."""
    return _text(*source_of(data, name))


def _text(source: Source, findings: list[Finding]) -> Text:
    parsed = parse(source)
    findings = [*findings, *parsed.findings, *_cut_at_hash(source, parsed.root)]
    if isinstance(parsed.root, Map) and parsed.root.entries:
        return Text(source, parsed.root, tuple(findings))
    if not findings:
        findings.append(_no_map(source, parsed.root))
    return Text(source, None, tuple(findings))


def _no_map(source: Source, root: Node | None) -> Finding:
    if root is None or root.is_empty:
        return complaints.EMPTY_FILE.at(source.span(1, 1), "There is nothing in this file yet.",
                                        "Type a first line, such as: title: Digital fluency")
    span = source.span(root.span.line, root.span.column, root.span.column + 1)
    what = "a text" if isinstance(root, Scalar) else "a list"
    return complaints.NOT_A_DEFINITION.at(span, f"This file holds {what}, not names with values.",
                                          "Begin each line with a name and a colon, such as: title: Digital fluency")


def _cut_at_hash(source: Source, root: Node | None) -> list[Finding]:
    """Plain texts that go on behind a ` #` without anybody noticing."""
    found = []
    waiting = [root] if root is not None and " #" in source.text else []
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            line = source.lines[node.span.end_line - 1]
            rest = line[node.span.end_column - 1:].strip()
            if node.style is None and node.text and rest.startswith("#") and rest[1:2] not in ("", " ", "#", "!"):
                column = line.index(rest, node.span.end_column - 1) + 1
                found.append(complaints.TEXT_CUT_AT_HASH.at(
                    source.span(node.span.end_line, column, column + len(rest)),
                    f'The text ends before this; "{rest[:40]}" is taken for a comment and not printed.',
                    "Put the whole text in double quotes. If it is a comment, put a space behind the #."))
        else:
            waiting += [e.value for e in node.entries] if isinstance(node, Map) else node.entries
    return found


class House(NamedTuple):
    """The house file, and what is wrong with it by itself, which is not told again in each program."""

    text: Text
    known: frozenset[tuple[Span, str]]


def house_of(text: Text) -> House:
    """The house file of a text."""
    return House(text, frozenset((finding.span, finding.rule.id) for finding in load_house(text).findings))


def load_program(text: Text, house: Text | None = None) -> Loaded:
    """The program in a text, filled from the house file."""
    sources = {text.source.name: text.source}
    if text.root is None:
        return Loaded(None, sources, text.findings)
    root = text.root
    if house is not None and house.root is not None:
        sources[house.source.name] = house.source
        root = with_house(root, house.root)
    return _loaded(decode(Program, root), sources, text.findings)


def load_house(text: Text) -> Loaded:
    """The house file, read as a program of which most is missing; references are left to the programs."""
    if text.root is None:
        return Loaded(None, {text.source.name: text.source}, text.findings)
    decoded = decode(Program, text.root)
    kept = tuple(f for f in decoded.findings if f.rule is not complaints.UNKNOWN_REFERENCE)
    return _loaded(Decoded(decoded.record, kept), {text.source.name: text.source}, text.findings)


def load_site(text: Text) -> Loaded:
    """The settings of a site."""
    if text.root is None:
        return Loaded(None, {text.source.name: text.source}, text.findings)
    return _loaded(decode(Site, text.root), {text.source.name: text.source}, text.findings)


def _loaded(decoded: Decoded, sources: dict[str, Source], findings: tuple[Finding, ...]) -> Loaded:
    return Loaded(decoded.record, sources, (*findings, *decoded.findings))
