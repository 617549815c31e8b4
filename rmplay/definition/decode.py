"""Nodes become records by the kinds of the model. What does not fit is a finding and an absent value; nothing stops.

The model decides what a value is, not the YAML reader: `12:30` and `no` are text in a text field, and `yes` is only
yes where the model asks for yes or no.
"""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Callable, Iterable
from typing import Any

from ..finding import Edit, Finding, Related, Span
from ..patterns import pattern
from ..values import NamedTuple
from . import complaints, kinds, languages, remedies
from .entries import divided, unknown
from .meant import as_list, code, day, number_in, respelled, yes_or_no
from .model import ROLES
from .names import names
from .nodes import BROKEN, Entry, Map, Node, Scalar, Seq, alike, scalars
from .parse import MOST_FINDINGS
from .record import Origin, Record
from .remedies import near, shown, words
from .said import Said, original_of
from .typed import BULLET, no_dash, without_colon

BAD = object()
ID = pattern(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")
_NUMBER = pattern(r"[+-]?\d{1,9}(\.\d{1,6})?\Z", re.A)
_ADDRESS = pattern(r"(?:https?|mailto|tel):[^\s\x00-\x20]+\Z|[\w.%-]+(?:/[\w.%-]+)*(?:#[\w-]+)?\Z", re.I)
_YES, _NO = ("yes", "true", "on"), ("no", "false", "off")
SAFE_SCHEMES = ("http", "https", "mailto", "tel")


class Decoder:
    """Reads one file; `findings` fills while it reads, `references` are checked by `decode` at the end."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.references: list[tuple[str, str, Span]] = []
        self.ids: dict[str, list[str]] = {}
        self.typical = ""
        self.lost = False
        self.partial: set[str] = set()
        self.repeated: list[tuple[str, Finding]] = []

    # ---- records ------------------------------------------------------------------------------------------------

    def record(self, cls: type[Record], node: Map, path: str, key: Span | None = None, fixed_id: str = "") -> Record:
        """The record that a map describes."""
        specs, values, written, broken = _specs(cls), {}, [], set()
        inside = f"{path}." if path else ""
        for entry in self._known_entries(cls, node, fixed_id, broken):
            key_node, inner = entry
            name = key_node.text
            is_list = type(inner) is Seq
            if inner.is_empty or is_list and _says_nothing(inner):
                continue
            written.append(name)
            attribute, spec = specs[name]
            self.typical = spec.typical
            value = self.value(spec.kind, inner, inside + name, key_node)
            if value is BAD or self.lost or is_list and _has_broken(inner):
                broken.add(name)
                self.partial.add(_entries_of(spec.kind))
                self.lost = False
            if value is not BAD:
                values[attribute] = value
        if "id" in broken:
            self.partial.add(cls.__name__)
        if fixed_id:
            values["id"] = fixed_id
        return cls(**values, origin=Origin(node, path, frozenset(written), frozenset(broken), key))

    def _known_entries(self, cls: type[Record], node: Map, fixed_id: str, broken: set[str]) -> Iterable[Entry]:
        specs, seen, left = _specs(cls), {}, None
        for entry in node.entries:
            name = entry.key.text
            if name in seen:
                self._repeated(entry, seen[name])
            elif name in specs and not (fixed_id and name == "id"):
                seen[name] = entry
                yield entry
            elif not name.startswith("x-") and len(self.findings) < MOST_FINDINGS:
                left = set(specs).difference(other.key.text for other in node.entries) if left is None else left
                broken.add(self._unknown(cls, entry, left))

    def _repeated(self, entry: Entry, first: Entry) -> None:
        self.findings.append(complaints.REPEATED_KEY.at(
            entry.key.span, f'"{shown(entry.key.text)}" stands here a second time; only the first one is used.',
            "Keep one of the two, or give the entries of a list one name and a `- ` each.",
            related=(Related(first.key.span, "the first one"),)))

    def _unknown(self, cls: type[Record], entry: Entry, left: set[str]) -> str:
        """Report an unknown name; the known one that was most likely meant, so that nobody calls it missing."""
        name = entry.key.text
        meant = near(name, left)
        remedy = f"Did you mean `{meant}`? Type: {meant}:" if meant else remedies.for_name(name, cls, left)
        edits = respelled(name, meant, entry.key.span, former=remedies.FORMER_NAMES.get(name) == meant)
        message = (f'"{shown(name)}" is not a name that {words(cls.__name__)} has.' if name else
                   "There is no name before the colon.")
        self.findings.append(complaints.UNKNOWN_KEY.at(entry.key.span, message, remedy, edits=edits))
        return meant

    # ---- values -------------------------------------------------------------------------------------------------

    def value(self, kind: kinds.Kind, node: Node, path: str, key: Scalar | None = None) -> Any:
        """The value of a kind that a node holds, or BAD after a finding."""
        return BAD if node.style == BROKEN else _READERS[type(kind)](self, kind, node, path, key)

    def one(self, kind: kinds.One, node: Node, path: str, key: Scalar | None) -> Any:
        """A single record, from its keys or from its short form."""
        cls = kind.record
        if isinstance(node, Map):
            if cls.short_form and (finding := remedies.colon_in_text(node, key is None)):
                return self._bad(finding)
            return self.record(cls, node, path, key.span if key else None)
        if isinstance(node, Scalar) and cls.short_form:
            return self.record(cls, remedies.entry_of(cls.short_form, node), path)
        return self._without_colon(node) or self.wrong(
            node, f"Here belongs a group of names, such as `{next(iter(_specs(cls)))}:`", remedies.for_group(node, cls, key), key)

    def many(self, kind: kinds.Many, node: Node, path: str, key: Scalar | None) -> Any:
        """A list; entries that do not fit are left out."""
        if not isinstance(node, Seq):
            return self._without_dash(node) or self.wrong(
                node, "Here belongs a list, even if it has one entry", remedies.for_list(node, kind.of, key), key,
                as_list(node, key))
        if isinstance(kind.of, kinds.One):
            return self._records(kind.of, node, path)
        found = [self.value(kind.of, entry, f"{path}[{i}]") for i, entry in enumerate(node.entries)
                 if not entry.is_empty]
        self.lost = BAD in found
        return tuple(value for value in found if value is not BAD)

    def _records(self, kind: kinds.One, node: Seq, path: str) -> tuple:
        has_id = "id" in _specs(kind.record)
        entries = [part for entry in node.entries if not entry.is_empty for part in self._divided(entry)]
        entries = self._once(entries) if has_id else entries
        names = self._identities(kind.record, entries) if has_id else list(map(str, range(len(entries))))
        found, lost = [], False
        for name, entry in zip(names, entries, strict=True):
            record = self.value(kind, entry, f"{path}[{name}]")
            lost = lost or record is BAD
            if record is not BAD:
                found.append(record.changed(id=name) if has_id and record.id != name else record)
        self.lost = lost
        return tuple(found)

    def _divided(self, node: Node) -> list[Node]:
        nodes, found = divided(node)
        self.findings += found[:max(0, MOST_FINDINGS - len(self.findings))]
        return nodes

    def _once(self, entries: list[Node]) -> list[Node]:
        """The entries of a list without those that were pasted a second time, id and all; each is told."""
        first: dict[str, Map] = {}
        left = []
        for entry in entries:
            written = entry.entry("id") if isinstance(entry, Map) else None
            name = written.value.text if written and isinstance(written.value, Scalar) else ""
            if name in first and len(entry.entries) > 1 and alike(entry, first[name]):
                self.findings.append(_pasted(name, first[name], entry))
                continue
            if name:
                first.setdefault(name, entry)
            left.append(entry)
        return left

    def _identities(self, cls: type[Record], entries: list[Node]) -> list[str]:
        """The ids of the entries of a list: the written ones, and for the others one made of their title in the original."""
        taken: dict[str, Span] = {}
        written = [self._written_id(cls, entry, taken) for entry in entries]
        numbers: dict[str, int] = {}
        found = []
        for index, (name, entry) in enumerate(zip(written, entries, strict=True)):
            if not name:
                name = _free(_derived(entry) or f"{words(cls.__name__).split()[-1]}-{index + 1}", taken, numbers)
                taken[name] = entry.span
            found.append(name)
        self.ids.setdefault(cls.__name__, []).extend(found)
        return found

    def _written_id(self, cls: type[Record], node: Node, taken: dict[str, Span]) -> str:
        """The id that an entry states; nothing if there is none, or if another entry has it already."""
        written = node.entry("id") if isinstance(node, Map) else None
        if not (written and isinstance(written.value, Scalar)):
            return ""
        name = written.value.text
        if not ID.match(name):
            return self._free_slug(name, written.value, taken)
        if name in taken:
            self.repeated.append((cls.__name__, complaints.REPEATED_ID.at(
                written.value.span, f'The id "{name}" is taken already.',
                f"Type another id, such as {_free(name, taken, {})}.", related=(Related(taken[name], "the first one"),))))
            return ""
        taken[name] = written.value.span
        return name

    def _free_slug(self, text: str, node: Scalar, taken: dict[str, Span]) -> str:
        """The id that is proposed instead of what is none, so that what refers to it by then finds it."""
        name = slug(text)
        if not name or name in taken:
            return ""
        taken[name] = node.span
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
        meant = near(entry.key.text, set(kind.names.words) - set(found))
        choice = f"Did you mean `{meant}`? Type: {meant}:" if meant else "Choose from: " + ", ".join(kind.names.words) + "."
        self.findings.append(complaints.UNKNOWN_KEY.at(
            entry.key.span, f'"{shown(entry.key.text)}" is not one of the {words(kind.record.__name__)[2:]}s of a '
            "program.", choice, edits=respelled(entry.key.text, meant, entry.key.span)))

    def table(self, kind: kinds.Table, node: Node, path: str, key: Scalar | None) -> Any:
        """Values under names; those that do not fit are left out."""
        if not isinstance(node, Map):
            return self.wrong(node, "Here belong names with values", "Start a new line, indented by two more spaces, "
                              "with a name, a colon and its value.", key)
        found: dict[str, Any] = {}
        for entry in node.entries:
            if entry.key.text in found:
                self._repeated(entry, next(e for e in node.entries if e.key.text == entry.key.text))
            elif not entry.value.is_empty:
                found[entry.key.text] = self.value(kind.of, entry.value, f"{path}.{entry.key.text}", entry.key)
        self.lost = BAD in found.values()
        return tuple((name, value) for name, value in found.items() if value is not BAD)

    def text(self, kind: kinds.Line | kinds.Text, node: Node, path: str, key: Scalar | None) -> Any:
        """A text, as typed; one line of it for a line."""
        if isinstance(node, Map) and (finding := remedies.colon_in_text(node, key is None)):
            return self._bad(finding)
        if not isinstance(node, Scalar):
            return self.wrong(node, "Here belongs a text, not a list or group", remedies.for_text(node), key)
        text = node.text.strip()
        if isinstance(kind, kinds.Line):
            text = " ".join(text.split())
        if not kind.shortest <= len(text) <= kind.longest:
            return self._wrong_length(kind, node, len(text))
        return node.text.saying(text) if isinstance(node.text, Said) else text

    def _wrong_length(self, kind: kinds.Line | kinds.Text, node: Scalar, length: int) -> Any:
        if length > kind.longest:
            message = f"This text has {length} characters; there is room for {kind.longest}."
            remedy = f"Shorten it by {length - kind.longest} characters, or move part of it to another field."
        else:
            message, remedy = "This text is too short to be read as one.", f"Type at least {kind.shortest} characters."
        self.findings.append(complaints.TEXT_LENGTH.at(node.span, message, remedy))
        return BAD

    def _unsafe(self, node: Scalar, target: str) -> Any:
        web = re.match(r"(?:www\.|h\w*:/*)([\w.-]+\.\w{2,}\S*)\Z", target, re.I)
        remedy = (f"Type: https://{'www.' if target.lower().startswith('www.') else ''}{web[1]}" if web else
                  "Use an address that begins with https://, mailto: or tel:, or the name of a page of this program.")
        self.findings.append(complaints.UNSAFE_LINK.at(
            node.span, f'"{shown(target)}" is no address that a page may lead to.', remedy))
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
            return self.wrong(node, f"Here belongs {what}", remedies.for_number(kind, text, key, self.typical), key,
                              number_in(node, key.text if key else ""))
        value = read(text)
        if kind.lowest <= value <= kind.highest:
            return value
        self.findings.append(complaints.OUT_OF_RANGE.at(
            node.span, f"{text} cannot be right here.", f"Type a number from {kind.lowest:,} to {kind.highest:,}."
            if kind.lowest < kind.highest else f"Type: {remedies.named(key, f'{kind.lowest:,}')}"))
        return BAD

    def yes_no(self, kind: kinds.YesNo, node: Node, path: str, key: Scalar | None) -> Any:
        """Yes or no."""
        word = node.text.strip().lower() if isinstance(node, Scalar) else ""
        if word in _YES or word in _NO:
            return word in _YES
        return self.wrong(node, "Here belongs yes or no", remedies.for_yes_no(word, key), key, yes_or_no(node))

    def date(self, kind: kinds.Date, node: Node, path: str, key: Scalar | None) -> Any:
        """A date of the calendar."""
        text = node.text.strip() if isinstance(node, Scalar) else ""
        if re.match(r"\d{4}-\d{2}-\d{2}\Z", text):
            try:
                return datetime.date.fromisoformat(text)
            except ValueError:
                message = f"{text} is not a day of the calendar."
        else:
            message = f'"{shown(text)}" is not a date in the order year-month-day.' if text else "Here belongs a date."
        self.findings.append(complaints.BAD_DATE.at(_value_span(node), message, remedies.for_date(text, key), edits=day(node)))
        return BAD

    def language(self, kind: kinds.Language, node: Node, path: str, key: Scalar | None) -> Any:
        """A language tag."""
        text = node.text.strip() if isinstance(node, Scalar) else ""
        if languages.is_language(text):
            return text
        meant = languages.language_meant(text)
        return self.wrong(node, "Here belongs the code of a language, such as en, de or pt-BR", f"Type: language: {meant}"
                          if meant else "Two small letters for the language; for a country add a hyphen and two capitals.",
                          key, code(node, meant))

    def choice(self, kind: kinds.Choice, node: Node, path: str, key: Scalar | None) -> Any:
        """One of some words."""
        if not isinstance(node, Scalar):
            return self.wrong(node, "Here belongs one word", f"Type one of: {', '.join(kind.words)}.", key)
        word = node.text.strip()
        if word in kind.words:
            return word
        meant = near(word.strip("“”„‘’«»."), kind.words)
        remedy = f"Did you mean {meant}? " if meant else ""
        self.findings.append(complaints.UNKNOWN_CHOICE.at(
            node.span, f'"{shown(word)}" is not one of the words to choose from.',
            f"{remedy}Type one of: {', '.join(kind.words)}.", edits=respelled(word, meant, node.span)))
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
            node.span, f'"{shown(text)}" cannot be an id.',
            f"Type: id: {better}. Small letters, digits and hyphens, a letter first, at most {kind.longest}.",
            edits=(Edit(node.span, slug(text)),) if slug(text) else ()))
        return BAD

    def ref(self, kind: kinds.Ref, node: Node, path: str, key: Scalar | None) -> Any:
        """The id of another entry; whether it exists is checked when all of the file is read."""
        if not isinstance(node, Scalar):
            return self.wrong(node, "Here belongs one id", remedies.for_text(node), key)
        self.references.append((kind.to, node.text.strip(), node.span))
        return node.text.strip()

    def wrong(self, node: Node, message: str, remedy: str, key: Scalar | None,
              edits: tuple[Edit, ...] = ()) -> Any:
        """A value of another sort than its name calls for; `edits` where it can only have been meant in one way."""
        found = f'; "{shown(node.text)}" is not one' if isinstance(node, Scalar) and node.text.strip() else ""
        span = key.span if key and not isinstance(node, Scalar) else _value_span(node)
        self.findings.append(complaints.WRONG_TYPE.at(span, f"{message}{found}.", remedy, edits=edits))
        return BAD

    def _bad(self, finding: Finding) -> Any:
        self.findings.append(finding)
        return BAD

    def _without_colon(self, node: Node) -> Any:
        """BAD if the node is a name whose colon or the space behind it is missing."""
        text = node.text if isinstance(node, Scalar) and node.style is None else ""
        signed = re.match(r"[a-z][a-z_]*(:\S|\s*[;=])", text or "")
        two = re.match(r"([a-z][a-z_]*)\s+\S+\Z", text or "")
        if signed or two and two[1] in names():
            return self._bad(without_colon(text, node.span))
        return None

    def _without_dash(self, node: Node) -> Any:
        """BAD if the node is a list whose entries begin with something else than a dash and a space."""
        if isinstance(node, Scalar) and node.style is None and BULLET.match(node.text):
            return self._bad(no_dash(_first_entry(node.text), node.span))
        return None

    def check_ids(self) -> None:
        """Report ids that stand twice; where one id is missing to which others refer, it was meant by the second."""
        for to, finding in self.repeated:
            missing = {name for other, name, _ in self.references if other == to and name not in self.ids[to]}
            if len(missing) == 1:
                meant = missing.pop()
                finding = finding._replace(remedy=f"Other lines refer to `{meant}`, and no entry "
                                              f"has that id. Type: id: {meant}", edits=(Edit(finding.span, meant),))
            self.findings.append(finding)
            self.partial.add(to)

    def check_references(self) -> None:
        """Report references to entries that do not exist; a list of which a part could not be read may have had them.

        A role may be named before it is described, and where there is no entry at all, the missing section is told.
        """
        wrong: dict[tuple[str, str], list[Span]] = {}
        for to, name, span in self.references:
            known = self._known(to)
            if known and name not in known and to not in self.partial:
                wrong.setdefault((to, name), []).append(span)
        for (to, name), spans in list(wrong.items())[:max(0, MOST_FINDINGS - len(self.findings))]:
            used = {used for other, used, _ in self.references if other == to}
            self.findings.append(unknown(to, name, spans, self._known(to), used))

    def _known(self, to: str) -> list[str]:
        return list(ROLES) if to == "Role" else self.ids.get(to, [])


_READERS: dict[type[kinds.Kind], Callable] = {
    kinds.Line: Decoder.text, kinds.Text: Decoder.text, kinds.Whole: Decoder.whole, kinds.Number: Decoder.number,
    kinds.YesNo: Decoder.yes_no, kinds.Date: Decoder.date, kinds.Language: Decoder.language,
    kinds.Address: Decoder.address, kinds.Choice: Decoder.choice, kinds.Ident: Decoder.ident, kinds.Ref: Decoder.ref,
    kinds.One: Decoder.one, kinds.Many: Decoder.many, kinds.Keyed: Decoder.keyed,
    kinds.Table: Decoder.table,
}


class Decoded(NamedTuple):
    """A record and what did not fit it."""

    record: Record
    findings: tuple[Finding, ...]


def decode(cls: type[Record], root: Map) -> Decoded:
    """The record of class `cls` that a tree describes. Never raises."""
    decoder = Decoder()
    record = decoder.record(cls, root, "")
    decoder.check_ids()
    decoder.check_references()
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


def _entries_of(kind: kinds.Kind) -> str:
    """The name of the record class of which a list holds entries."""
    record = kind.of.record if isinstance(kind, kinds.Many) and isinstance(kind.of, kinds.One) else None
    record = kind.record if isinstance(kind, kinds.Keyed) else record
    return record.__name__ if record else ""


def _pasted(name: str, first: Map, second: Map) -> Finding:
    at, last = second.entry("id").value.span, max(scalar.span[3:] for scalar in scalars(second))
    end = last[0] - (last[1] == 1)  # a text in several lines ends where the next line begins
    which = f"line {end}" if end == second.span.line else f"lines {second.span.line} to {end}"
    return complaints.REPEATED_ID.at(
        at, f'The entry "{shown(name)}" stands here a second time, word for word.',
        f"Delete {which}; or, if another one is to be made of it, type another id and change its texts.",
        related=(Related(first.entry("id").value.span, "the first one"),))


def _says_nothing(node: Seq) -> bool:
    """Whether there are the dashes of a list without anything behind them."""
    return all([entry.is_empty for entry in node.entries])


def _has_broken(node: Seq) -> bool:
    return any([entry.style == BROKEN for entry in node.entries])


def _derived(node: Node) -> str:
    if isinstance(node, Map):
        for name in ("title", "statement", "name", "category", "risk", "text", "purpose"):
            entry = node.entry(name)
            if entry and isinstance(entry.value, Scalar) and (made := slug(original_of(entry.value.text))):
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


def _first_entry(text: str) -> str:
    """The first entry of a list that was read as one text."""
    sign = BULLET.match(text).group().strip()
    return re.split(rf"\s{re.escape(sign)}" if not sign[0].isdigit() else r"\s\d{1,2}[.)]\s", text, maxsplit=1)[0]


def _value_span(node: Node) -> Span:
    return node.first_span() if isinstance(node, Map) else node.span
