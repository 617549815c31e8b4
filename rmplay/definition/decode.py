"""Nodes become records by the kinds of the model. What does not fit is a finding and an absent value; nothing stops.

The model decides what a value is, not the YAML reader: `12:30` and `no` are text in a text field, and `yes` is only
yes where the model asks for yes or no.
"""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from ..finding import Edit, Finding, Related, Span
from . import complaints, kinds
from .model import ROLES
from .nodes import BROKEN, Entry, Map, Node, Scalar, Seq
from .parse import MOST_FINDINGS
from .record import Origin, Record

BAD = object()
ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")
_NUMBER = re.compile(r"[+-]?\d{1,9}(\.\d{1,6})?\Z", re.A)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?\Z")
_LINK = re.compile(r"\]\(\s*<?([^)\s>]*)")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)
_ADDRESS = re.compile(r"(?:https?|mailto|tel):[^\s\x00-\x20]+\Z|[\w.%-]+(?:/[\w.%-]+)*(?:#[\w-]+)?\Z", re.I)
_YES, _NO = ("yes", "true", "on"), ("no", "false", "off")
SAFE_SCHEMES = ("http", "https", "mailto", "tel")
FORMER_NAMES = {"theme": "topic", "schema": "rmplay", "item": "title", "items": "questions", "programme": "program",
                "phase_id": "id", "name": "title", "q": "question", "a": "answer"}


class Decoder:
    """Reads one file; `findings` fills while it reads, `references` are checked by `decode` at the end."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.references: list[tuple[str, str, Span]] = []
        self.ids: dict[str, list[str]] = {}
        self.typical = ""
        self.lost = False

    # ---- records ------------------------------------------------------------------------------------------------

    def record(self, cls: type[Record], node: Map, path: str, key: Span | None = None, fixed_id: str = "") -> Record:
        """The record that a map describes."""
        specs, values, broken = _specs(cls), {}, set()
        for entry in self._known_entries(cls, node, fixed_id, broken):
            attribute, spec = specs[entry.key.text]
            if entry.value.is_empty:
                continue
            self.typical = spec.typical
            value = self.value(spec.kind, entry.value, f"{path}.{entry.key.text}".lstrip("."), entry.key)
            if value is BAD or _has_broken(entry.value) or self.lost:
                broken.add(entry.key.text)
            self.lost = False
            if value is not BAD:
                values[attribute] = value
        if fixed_id:
            values["id"] = fixed_id
        return cls(**values, origin=Origin(node, path, frozenset(broken), key))

    def _known_entries(self, cls: type[Record], node: Map, fixed_id: str, broken: set[str]) -> Iterable[Entry]:
        specs, seen = _specs(cls), {}
        left = set(specs) - {entry.key.text for entry in node.entries}
        for entry in node.entries:
            name = entry.key.text
            if name in seen:
                self._repeated(entry, seen[name])
            elif name in specs and not (fixed_id and name == "id"):
                seen[name] = entry
                yield entry
            elif not name.startswith("x-") and len(self.findings) < MOST_FINDINGS:
                broken.add(self._unknown(cls, entry, left))

    def _repeated(self, entry: Entry, first: Entry) -> None:
        self.findings.append(complaints.REPEATED_KEY.at(
            entry.key.span, f'"{_shown(entry.key.text)}" stands here a second time; only the first one is used.',
            "Keep one of the two, or give the entries of a list one name and a `- ` each.",
            related=(Related(first.key.span, "the first one"),)))

    def _unknown(self, cls: type[Record], entry: Entry, left: set[str]) -> str:
        """Report an unknown name; the known one that was most likely meant, so that nobody calls it missing."""
        name = entry.key.text
        near = _near(name, left)
        place = "a program" if cls.__name__ == "Program" else _words(cls.__name__)
        remedy = (f"Did you mean `{near}`? Type: {near}:" if near else
                  "Names that belong here: " + ", ".join(sorted(left)[:12]) + ". Your own names begin with x-.")
        edits = (Edit(entry.key.span, near),) if near else ()
        self.findings.append(complaints.UNKNOWN_KEY.at(
            entry.key.span, f'"{_shown(name)}" is not a name that {place} has.', remedy, edits=edits))
        return near

    # ---- values -------------------------------------------------------------------------------------------------

    def value(self, kind: kinds.Kind, node: Node, path: str, key: Scalar | None = None) -> Any:
        """The value of a kind that a node holds, or BAD after a finding."""
        if isinstance(node, Scalar) and node.style == BROKEN:
            return BAD
        return _READERS[type(kind)](self, kind, node, path, key)

    def one(self, kind: kinds.One, node: Node, path: str, key: Scalar | None) -> Any:
        """A single record, from its keys or from its short form."""
        cls = kind.record
        if isinstance(node, Map):
            return self.record(cls, node, path, key.span if key else None)
        if isinstance(node, Scalar) and cls.short_form:
            name = Scalar(cls.short_form, None, node.span)
            return self.record(cls, Map((Entry(name, node),), node.span), path)
        example = next(iter(_specs(cls)))
        return self.wrong(node, f"Here belongs a group of names, such as `{example}:`",
                          f"Start a new line below, indented by two more spaces, with `{example}:` and its value.", key)

    def many(self, kind: kinds.Many, node: Node, path: str, key: Scalar | None) -> Any:
        """A list; entries that do not fit are left out."""
        if not isinstance(node, Seq):
            shown = _shown(node.text) if isinstance(node, Scalar) else "..."
            return self.wrong(node, "Here belongs a list, even if it has one entry",
                              f"Put it on a line of its own, with a dash: - {shown}", key)
        if isinstance(kind.of, kinds.One):
            return self._records(kind.of, node, path)
        found = [self.value(kind.of, entry, f"{path}[{i}]") for i, entry in enumerate(node.entries)
                 if not entry.is_empty]
        self.lost = BAD in found
        return tuple(value for value in found if value is not BAD)

    def _records(self, kind: kinds.One, node: Seq, path: str) -> tuple:
        has_id = "id" in _specs(kind.record)
        entries = [entry for entry in node.entries if not entry.is_empty]
        names = self._identities(kind.record, entries) if has_id else list(map(str, range(len(entries))))
        found, lost = [], False
        for name, entry in zip(names, entries, strict=True):
            record = self.value(kind, entry, f"{path}[{name}]")
            lost = lost or record is BAD
            if record is not BAD:
                found.append(record.changed(id=name) if has_id else record)
        self.lost = lost
        return tuple(found)

    def _identities(self, cls: type[Record], entries: list[Node]) -> list[str]:
        """The ids of the entries of a list: the written ones, and for the others one made of their title."""
        taken: dict[str, Span] = {}
        written = [self._written_id(entry, taken) for entry in entries]
        numbers: dict[str, int] = {}
        found = []
        for index, (name, entry) in enumerate(zip(written, entries, strict=True)):
            if not name:
                name = _free(_derived(entry) or f"{_words(cls.__name__).split()[-1]}-{index + 1}", taken, numbers)
                taken[name] = entry.span
            found.append(name)
        self.ids.setdefault(cls.__name__, []).extend(found)
        return found

    def _written_id(self, node: Node, taken: dict[str, Span]) -> str:
        """The id that an entry states; nothing if there is none, or if another entry has it already."""
        written = node.entry("id") if isinstance(node, Map) else None
        if not (written and isinstance(written.value, Scalar) and ID.match(written.value.text)):
            return ""
        name = written.value.text
        if name in taken:
            self.findings.append(complaints.REPEATED_ID.at(
                written.value.span, f'The id "{name}" is taken already.',
                f"Type another id, such as {_free(name, taken, {})}.", related=(Related(taken[name], "the first one"),)))
            return ""
        taken[name] = written.value.span
        return name

    def keyed(self, kind: kinds.Keyed, node: Node, path: str, key: Scalar | None) -> Any:
        """Records under fixed names."""
        if not isinstance(node, Map):
            first = kind.names.words[0]
            return self.wrong(node, f"Here belong names such as `{first}:`", f"Start a new line with `  {first}:`.", key)
        found: dict[str, Record] = {}
        for entry in node.entries:
            name = entry.key.text
            if name in found:
                self._repeated(entry, Entry(Scalar(name, None, found[name].origin.key), entry.value))
            elif name in kind.names.words:
                self._named(kind, entry, path, found)
            elif not name.startswith("x-"):
                self._unknown_name(kind, entry, found)
        self.lost = any(entry.key.text not in found and not entry.key.text.startswith("x-") for entry in node.entries)
        return tuple(found.values())

    def _named(self, kind: kinds.Keyed, entry: Entry, path: str, found: dict[str, Record]) -> None:
        name = entry.key.text
        self.ids.setdefault(kind.record.__name__, []).append(name)
        if isinstance(entry.value, Map):
            found[name] = self.record(kind.record, entry.value, f"{path}[{name}]", entry.key.span, name)
        elif entry.value.is_empty:
            found[name] = self.record(kind.record, Map((), entry.key.span), f"{path}[{name}]", entry.key.span, name)
        else:
            self.value(kinds.One(kind.record), entry.value, f"{path}[{name}]", entry.key)

    def _unknown_name(self, kind: kinds.Keyed, entry: Entry, found: dict[str, Record]) -> None:
        near = _near(entry.key.text, set(kind.names.words) - set(found))
        choice = f"Did you mean `{near}`? Type: {near}:" if near else "Choose from: " + ", ".join(kind.names.words) + "."
        self.findings.append(complaints.UNKNOWN_KEY.at(
            entry.key.span, f'"{_shown(entry.key.text)}" is not one of the {_words(kind.record.__name__)[2:]}s of a '
            "program.", choice, edits=(Edit(entry.key.span, near),) if near else ()))

    def text(self, kind: kinds.Line | kinds.Text, node: Node, path: str, key: Scalar | None) -> Any:
        """A text, as typed; one line of it for a line."""
        if not isinstance(node, Scalar):
            return self.wrong(node, "Here belongs a text, not a list or group", _scalar_help(node), key)
        text = node.text.strip()
        if isinstance(kind, kinds.Line):
            text = " ".join(text.split())
        if not kind.shortest <= len(text) <= kind.longest:
            return self._wrong_length(kind, node, len(text))
        for target in _LINK.findall(text) if "](" in text else ():
            scheme = _SCHEME.match(target)
            if scheme and scheme.group(1).lower() not in SAFE_SCHEMES:
                return self._unsafe(node, target)
        return text

    def _wrong_length(self, kind: kinds.Line | kinds.Text, node: Scalar, length: int) -> Any:
        if length > kind.longest:
            message = f"This text has {length} characters; there is room for {kind.longest}."
            remedy = f"Shorten it by {length - kind.longest} characters, or move part of it to another field."
        else:
            message, remedy = "This text is too short to be read as one.", f"Type at least {kind.shortest} characters."
        self.findings.append(complaints.TEXT_LENGTH.at(node.span, message, remedy))
        return BAD

    def _unsafe(self, node: Scalar, target: str) -> Any:
        self.findings.append(complaints.UNSAFE_LINK.at(
            node.span, f'A link here leads to "{_shown(target)}", which is not a page.',
            "Use an address that begins with https://, mailto: or tel:, or the name of a page of this program."))
        return BAD

    def address(self, kind: kinds.Address, node: Node, path: str, key: Scalar | None) -> Any:
        """A web address, or a path in the site."""
        text = self.text(kinds.Line(500), node, path, key)
        return self._unsafe(node, text) if text is not BAD and not _ADDRESS.match(text) else text

    def whole(self, kind: kinds.Whole, node: Node, path: str, key: Scalar | None) -> Any:
        """A whole number, in decimal digits."""
        return self._numeral(kind, node, key, int, "a whole number, in digits")

    def number(self, kind: kinds.Number, node: Node, path: str, key: Scalar | None) -> Any:
        """A number, with a point before decimals."""
        return self._numeral(kind, node, key, float, "a number, in digits")

    def _numeral(self, kind: kinds.Whole | kinds.Number, node: Node, key: Scalar | None, read: Callable,
                 what: str) -> Any:
        text = node.text.strip() if isinstance(node, Scalar) else ""
        if not _NUMBER.match(text) or read is int and "." in text:
            digits = re.search(r"\d+", text)
            typed = digits[0] if digits else self.typical or str(max(int(kind.lowest), 1))
            name = key.text if key else "it"
            return self.wrong(node, f"Here belongs {what}", f"Type only the number, such as: {name}: {typed}", key)
        value = read(text)
        if kind.lowest <= value <= kind.highest:
            return value
        self.findings.append(complaints.OUT_OF_RANGE.at(
            node.span, f"{text} cannot be right here.", f"Type a number from {kind.lowest:,} to {kind.highest:,}."))
        return BAD

    def yes_no(self, kind: kinds.YesNo, node: Node, path: str, key: Scalar | None) -> Any:
        """Yes or no."""
        word = node.text.strip().lower() if isinstance(node, Scalar) else ""
        if word in _YES or word in _NO:
            return word in _YES
        return self.wrong(node, "Here belongs yes or no", f"Type: {key.text if key else '...'}: yes", key)

    def date(self, kind: kinds.Date, node: Node, path: str, key: Scalar | None) -> Any:
        """A date of the calendar."""
        text = node.text.strip() if isinstance(node, Scalar) else ""
        if re.match(r"\d{4}-\d{2}-\d{2}\Z", text):
            try:
                return datetime.date.fromisoformat(text)
            except ValueError:
                message = f"{text} is not a day of the calendar."
        else:
            message = "Here belongs a date."
        self.findings.append(complaints.BAD_DATE.at(
            _value_span(node), message, "Write it as year-month-day, such as 2027-01-31."))
        return BAD

    def language(self, kind: kinds.Language, node: Node, path: str, key: Scalar | None) -> Any:
        """A language tag."""
        if isinstance(node, Scalar) and _LANGUAGE.match(node.text.strip()):
            return node.text.strip()
        return self.wrong(node, "Here belongs the short code of a language", "Type: language: en", key)

    def choice(self, kind: kinds.Choice, node: Node, path: str, key: Scalar | None) -> Any:
        """One of some words."""
        if not isinstance(node, Scalar):
            return self.wrong(node, "Here belongs one word", f"Type one of: {', '.join(kind.words)}.", key)
        word = node.text.strip()
        if word in kind.words:
            return word
        near = _near(word.lower().replace(" ", "-").replace("_", "-"), set(kind.words))
        remedy = f"Did you mean {near}? " if near else ""
        self.findings.append(complaints.UNKNOWN_CHOICE.at(
            node.span, f'"{_shown(word)}" is not one of the words to choose from.',
            f"{remedy}Type one of: {', '.join(kind.words)}.", edits=(Edit(node.span, near),) if near else ()))
        return BAD

    def ident(self, kind: kinds.Ident, node: Node, path: str, key: Scalar | None) -> Any:
        """An id."""
        text = node.text if isinstance(node, Scalar) else ""
        if ID.match(text) and len(text) <= kind.longest:
            return text
        if not isinstance(node, Scalar):
            return self.wrong(node, "Here belongs an id", "Type a short name such as your-hands.", key)
        better = slug(text) or "your-hands"
        self.findings.append(complaints.ID_FORMAT.at(
            node.span, f'"{_shown(text)}" cannot be an id.',
            f"Type: id: {better}. Small letters, digits and hyphens, a letter first, at most {kind.longest}."))
        return BAD

    def ref(self, kind: kinds.Ref, node: Node, path: str, key: Scalar | None) -> Any:
        """The id of another entry; whether it exists is checked when all of the file is read."""
        if not isinstance(node, Scalar):
            return self.wrong(node, "Here belongs one id", _scalar_help(node), key)
        self.references.append((kind.to, node.text.strip(), node.span))
        return node.text.strip()

    def wrong(self, node: Node, message: str, remedy: str, key: Scalar | None) -> Any:
        """A value of another sort than its name calls for."""
        found = f'; "{_shown(node.text)}" is not one' if isinstance(node, Scalar) and node.text.strip() else ""
        span = key.span if key and not isinstance(node, Scalar) else _value_span(node)
        self.findings.append(complaints.WRONG_TYPE.at(span, f"{message}{found}.", remedy))
        return BAD

    def check_references(self, broken: Callable[[str], bool]) -> None:
        """Report references to entries that do not exist.

        A role may be named before it is described, and where there is no entry at all, the missing section is told.
        """
        for to, name, span in self.references:
            known = list(ROLES) if to == "Role" else self.ids.get(to, [])
            if known and name not in known and not broken(to):
                self._unknown_reference(to, name, span, known)

    def _unknown_reference(self, to: str, name: str, span: Span, known: list[str]) -> None:
        near = _near(name, set(known))
        what = _words(to)
        remedy = (f"Did you mean {near}? Type: {near}" if near else
                  "Ids to choose from: " + ", ".join(known[:12]) + ".")
        self.findings.append(complaints.UNKNOWN_REFERENCE.at(
            span, f'There is no {what.split(" ", 1)[1]} with the id "{_shown(name)}".', remedy,
            edits=(Edit(span, near),) if near else ()))


_READERS: dict[type[kinds.Kind], Callable] = {
    kinds.Line: Decoder.text, kinds.Text: Decoder.text, kinds.Whole: Decoder.whole, kinds.Number: Decoder.number,
    kinds.YesNo: Decoder.yes_no, kinds.Date: Decoder.date, kinds.Language: Decoder.language,
    kinds.Address: Decoder.address, kinds.Choice: Decoder.choice, kinds.Ident: Decoder.ident, kinds.Ref: Decoder.ref,
    kinds.One: Decoder.one, kinds.Many: Decoder.many, kinds.Keyed: Decoder.keyed,
}


class Decoded(NamedTuple):
    """A record and what did not fit it."""

    record: Record
    findings: tuple[Finding, ...]


def decode(cls: type[Record], root: Map) -> Decoded:
    """The record of class `cls` that a tree describes. Never raises."""
    decoder = Decoder()
    record = decoder.record(cls, root, "")
    lists = {"Goal": "goals", "Session": "sessions", "Role": "roles", "Instrument": "evaluation"}
    decoder.check_references(lambda to: lists.get(to, "") in record.origin.broken)
    return Decoded(record, tuple(decoder.findings))


def slug(title: str) -> str:
    """An id made of a title: small letters, digits and hyphens, at most 40 characters; empty if nothing is left."""
    import unicodedata
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    return re.sub(r"^[^a-z]+", "", words)[:40].strip("-")


@functools.cache
def _specs(cls: type[Record]) -> dict[str, tuple[str, kinds.Spec]]:
    """The fields of a record class by YAML key: attribute and spec."""
    return {kinds.key_of(name): (name, spec) for name, spec in cls.specs.items()}


def _has_broken(node: Node) -> bool:
    return isinstance(node, Seq) and any(isinstance(e, Scalar) and e.style == BROKEN for e in node.entries)


def _derived(node: Node) -> str:
    if isinstance(node, Map):
        for name in ("title", "statement", "name", "category", "risk", "text", "purpose"):
            entry = node.entry(name)
            if entry and isinstance(entry.value, Scalar) and (made := slug(entry.value.text)):
                return made
    return ""


def _free(name: str, taken: Iterable[str], numbers: dict[str, int]) -> str:
    """A name like this one that is not taken; `numbers` remembers how far each name was counted."""
    number, free = numbers.get(name, 1), name
    while free in taken:
        number += 1
        free = f"{name[:36].rstrip('-')}-{number}"
    numbers[name] = number
    return free


def _near(name: str, known: set[str]) -> str:
    """The known name that was most likely meant, or nothing."""
    if FORMER_NAMES.get(name) in known:
        return FORMER_NAMES[name]
    if len(name) > 60:
        return ""
    import difflib
    return next(iter(difflib.get_close_matches(name, sorted(known), 1, 0.72)), "")


def _words(name: str) -> str:
    """`AgendaPart` as "an agenda part"."""
    words = re.sub(r"(?<!^)(?=[A-Z])", " ", name).lower()
    return ("an " if words[0] in "aeiou" else "a ") + words


def _shown(text: str) -> str:
    """A text short enough for a message."""
    text = " ".join(text.split())
    return text if len(text) <= 40 else text[:37] + "..."


def _value_span(node: Node) -> Span:
    return node.first_span() if isinstance(node, Map) else node.span


def _scalar_help(node: Node) -> str:
    if isinstance(node, Seq) and len(node.entries) == 1 and isinstance(node.entries[0], Scalar):
        return f"Type it behind the name, without a dash: {_shown(node.entries[0].text)}"
    return "Write it in one piece behind the name. If it starts with a bracket or brace, put it in double quotes."
