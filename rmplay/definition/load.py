"""From a file to a program: read, parse, merge with the house, decode. The one way in for lint and build."""

from __future__ import annotations

from pathlib import Path

from ..finding import Finding, Span
from ..values import NamedTuple
from . import complaints, foreign
from .decode import Decoded, decode
from .mends import mended
from .merge import with_house
from .model import HouseRules, Program, Site, Translation
from .names import top
from .nodes import Map, Node, Scalar
from .parse import Parsed, parse, parse_moved
from .record import Record
from .slips import as_meant, slips
from .source import Source, read_source, source_of
from .translation import Original, original_of, translated


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
    what = (foreign.kind_of_text(source.name, source.text, parsed.root, top(), bool(parsed.findings))
            if _is_odd(source, parsed) else "")
    if what:
        return Text(source, None, (foreign.told(source.span(1, 1), what),))
    parsed, slipped = _with_slips(source, parsed)
    findings = [*findings, *parsed.findings, *slipped]
    if isinstance(parsed.root, Map) and parsed.root.entries:
        return Text(source, parsed.root, tuple(mended(finding, source) for finding in findings))
    if not findings:
        findings.append(_no_map(source, parsed.root))
    return Text(source, None, tuple(mended(finding, source) for finding in findings))


def _with_slips(source: Source, parsed: Parsed) -> tuple[Parsed, list[Finding]]:
    """The tree and its slips. An entry that was swallowed by the text above it, for a space too many, is read after all."""
    slipped = slips(source, parsed.root)
    if not parsed.findings and any(slip.finding.rule is complaints.WRONG_INDENT for slip in slipped):
        moved = parse_moved(source)
        left = moved and slips(source, moved.root)
        if moved and not any(slip.finding.rule is complaints.WRONG_INDENT for slip in left):
            parsed, slipped = moved, left
    return parsed._replace(root=as_meant(parsed.root, slipped)), [slip.finding for slip in slipped]


def _is_odd(source: Source, parsed: Parsed) -> bool:
    """Whether a text is worth a second look at what it is."""
    return bool(parsed.findings) or not isinstance(parsed.root, Map) or source.text.startswith("{")


def _no_map(source: Source, root: Node | None) -> Finding:
    if root is None or root.is_empty:
        return complaints.EMPTY_FILE.at(source.span(1, 1), "There is nothing in this file yet.",
                                        "Type a first line, such as: title: Digital fluency")
    span = source.span(root.span.line, root.span.column, root.span.column + 1)
    what = "a text" if isinstance(root, Scalar) else "a list"
    return complaints.NOT_A_DEFINITION.at(span, f"This file holds {what}, not names with values.",
                                          "Begin each line with a name and a colon, such as: title: Digital fluency")


class House(NamedTuple):
    """The house file, what it says, and what is wrong with it by itself, which is not told again in each program."""

    text: Text
    loaded: Loaded
    known: frozenset[tuple[Span, str]]


def house_of(text: Text) -> House:
    """The house file of a text."""
    loaded = load_house(text)
    return House(text, loaded, frozenset((finding.span, finding.rule.id) for finding in loaded.findings))


def load_program(text: Text, house: Text | None = None) -> Loaded:
    """The program in a text, filled from the house file."""
    sources = {text.source.name: text.source}
    if text.root is None:
        return Loaded(None, sources, text.findings)
    root = text.root
    if house is not None and house.root is not None:
        sources[house.source.name] = house.source
        root = with_house(root, house.root)
    decoded = decode(Program, root)
    return _loaded(decoded._replace(findings=tuple(_dashed(f, text.source) for f in decoded.findings)), sources, text.findings)


def _dashed(finding: Finding, source: Source) -> Finding:
    """The finding about a list without dashes with its edits, which are those of lines."""
    is_list = finding.rule is complaints.LIST_WITHOUT_DASH and finding.span.source == source.name
    return mended(finding, source) if is_list else finding


class Overlay(NamedTuple):
    """A translation, and what it says by itself, not yet beside its original."""

    text: Text
    loaded: Loaded


def overlay_of(text: Text) -> Overlay:
    """The translation in a text."""
    sources = {text.source.name: text.source}
    return Overlay(text, _loaded(decode(Translation, text.root), sources, text.findings) if text.root else
                   Loaded(None, sources, text.findings))


def in_language(text: Text | None, overlay: Overlay | None, language: str = "") -> Text | None:
    """A definition, house file or settings with the texts of a translation; as it is where there is none.

    With the `language` of the original, texts that are not translated say that they are in that.
    """
    made = overlay.loaded.record if overlay else None
    made = made if isinstance(made, Translation) else Translation() if language else None
    if text is None or text.root is None or made is None:
        return text
    return text._replace(root=translated(original(text), made, language))


def original(text: Text) -> Original:
    """What a definition, house file or settings have to be translated; `root` must be there."""
    return original_of(text.source.name.rpartition("/")[2], text.root)


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


def load_house_rules(text: Text) -> Loaded:
    """The checks of an organization."""
    if text.root is None:
        return Loaded(None, {text.source.name: text.source}, text.findings)
    return _loaded(decode(HouseRules, text.root), {text.source.name: text.source}, text.findings)


def _loaded(decoded: Decoded, sources: dict[str, Source], findings: tuple[Finding, ...]) -> Loaded:
    return Loaded(decoded.record, sources, (*findings, *decoded.findings))
