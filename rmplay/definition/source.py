"""Bytes become a Source: one text with known lines. Whatever would break the reader later is told here, with its place.

Lines end at LF, CR LF or CR, as in every editor. Characters that only YAML takes for line ends would shift all line
numbers, so they are reported and read as spaces.
"""

from __future__ import annotations

import functools
import re
from pathlib import Path

from ..finding import Edit, Finding, Span
from ..patterns import pattern
from ..values import NamedTuple
from . import complaints, foreign

LARGEST_FILE = 1024 * 1024
MOST_MENDED = 100
LINE_END = pattern("\r\n|\r|\n")
CONTROL = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_ODD = "\u00a0\u2000-\u200b\u202f\u205f\u3000"
_ODD_SPACE = pattern(f"[{_ODD}]+")
_WHERE_SPACES_COUNT = pattern(f"[ \t{_ODD}-]*(?:[\\w-]+:[ {_ODD}]*)?")
_BOMS = (b"\xff\xfe", b"\xfe\xff")
_LOOKED_AT = 4096
_PLAIN_LETTERS = 0.5  # the share of names, spaces and signs in a definition in any language
_UNREADABLE = "From here on the letters cannot be read: the file is not saved as UTF-8."


class Source(NamedTuple):
    """A text with the name under which findings tell it."""

    name: str
    text: str

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends; those of a thousand texts would need much room."""
        return _lines(self.text)

    def span(self, line: int, column: int, end_column: int | None = None) -> Span:
        """A stretch of one line, kept inside the text."""
        line = min(max(line, 1), len(self.lines))
        length = len(self.lines[line - 1])
        start = min(max(column, 1), length + 1)
        end = min(max(end_column or start + 1, start), length + 1)
        return Span(self.name, line, start, line, end)


def read_source(path: Path, name: str) -> tuple[Source, list[Finding]]:
    """The text of a file, with what is wrong with its bytes. `name` is how findings call it.

    Raises OSError when the file cannot be read.
    """
    with path.open("rb") as file:
        data = file.read(LARGEST_FILE + 1)
    return source_of(data, name)


def source_of(data: bytes, name: str) -> tuple[Source, list[Finding]]:
    """The text of some bytes, with what is wrong with them. Reading goes on after every mistake."""
    what = foreign.kind_of_bytes(data)
    if what and not _wide(data):
        source = Source(name, "")
        return source, [foreign.told(source.span(1, 1), what)]
    if len(data) > LARGEST_FILE:
        source = Source(name, "")
        return source, [complaints.FILE_TOO_LARGE.at(
            source.span(1, 1), "This file is larger than a definition can be.",
            "Keep each program in a file of its own, below 1 MB, and pictures outside of it.")]
    text, findings = _decoded(data, name)
    if not text.replace("\n", "").isprintable():  # else there is none of the signs below in it
        text, more = _cleaned(text, name)
        findings += more
    return Source(name, text), findings


def _cleaned(text: str, name: str) -> tuple[str, list[Finding]]:
    """The text without the signs that nobody can see, and what is to be said of them."""
    findings = []
    if CONTROL.search(text):
        findings += _control_findings(Source(name, text))
        text = CONTROL.sub(" ", text)
    if _ODD_SPACE.search(text):
        text, more = _without_look_alikes(Source(name, text))
        findings += more
    return text, findings


@functools.lru_cache(maxsize=16)
def _lines(text: str) -> tuple[str, ...]:
    return tuple(LINE_END.split(text) if "\r" in text else text.split("\n"))


def _decoded(data: bytes, name: str) -> tuple[str, list[Finding]]:
    if encoding := _wide(data):
        text = data.decode(encoding, "replace").removeprefix("\ufeff")
        return text, [_not_utf8(Source(name, text), 1, 1, "This file is saved as UTF-16, not as UTF-8.")]
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        before = LINE_END.split(data[:error.start].decode("utf-8"))
        source = Source(name, data.decode("utf-8", "replace"))
        return source.text, [_not_utf8(source, len(before), len(before[-1]) + 1)]


def _wide(data: bytes) -> str:
    """The encoding of a text with two bytes for each letter: it begins with a mark, or every other byte is mostly zero."""
    if data.startswith(_BOMS):
        return "utf-16"
    first, second = data[:_LOOKED_AT:2], data[1:_LOOKED_AT:2]
    if b"\0" not in first and second.count(0) > len(second) * _PLAIN_LETTERS:
        return "utf-16-le"
    return "utf-16-be" if b"\0" not in second and first.count(0) > len(first) * _PLAIN_LETTERS else ""


def _not_utf8(source: Source, line: int, column: int, message: str = _UNREADABLE) -> Finding:
    return complaints.NOT_UTF8.at(
        source.span(line, column), message,
        'Open it in your editor, choose "Save as" or "Save with encoding", pick UTF-8, and save.')


def _place(source: Source, index: int) -> tuple[int, int]:
    before = LINE_END.split(source.text[:index])
    return len(before), len(before[-1]) + 1


def _control_findings(source: Source) -> list[Finding]:
    seen: dict[str, list[Span]] = {}
    for match in CONTROL.finditer(source.text):
        places = seen.setdefault(match.group(), [])
        if len(places) < MOST_MENDED:
            line, column = _place(source, match.start())
            places.append(source.span(line, column, column + 1))
    return [complaints.CONTROL_CHARACTER.at(
        places[0], f"There is an invisible character here (U+{ord(sign):04X}) that does not belong in a text.",
        "Delete it: put the cursor behind it and press Backspace once, or type the line anew.",
        edits=_without(sign, places)) for sign, places in seen.items()]


def _without(sign: str, places: list[Span]) -> tuple[Edit, ...]:
    """Line ends that only some programs know become spaces, what does nothing is deleted; the rest may be a letter."""
    if "\x80" <= sign <= "\x9f" and sign != "\x85":
        return ()
    return tuple(Edit(place, " " if sign in "\x85\u2028\u2029" else "", True) for place in places)


def _without_look_alikes(source: Source) -> tuple[str, list[Finding]]:
    """The text with spaces for what looks like one, and one finding for each stretch of lines that have them."""
    findings: list[Finding] = []
    last = -2
    lines = list(source.lines)
    for number, line in enumerate(source.lines):
        end = _WHERE_SPACES_COUNT.match(line).end()
        match = _ODD_SPACE.search(line, 0, end)
        if not match:
            continue
        edits = [_as_space(source, number + 1, line, found) for found in _ODD_SPACE.finditer(line, 0, end)]
        lines[number] = _ODD_SPACE.sub(lambda found: " " * len(found[0]), line[:end]) + line[end:]
        if number != last + 1:
            findings.append(_look_alike(source, number + 1, match))
        findings[-1] = findings[-1]._replace(edits=(*findings[-1].edits, *edits))
        last = number
    return "\n".join(lines), findings


def _as_space(source: Source, number: int, line: str, found: re.Match[str]) -> Edit:
    """The spaces that somebody sees there: those without width only count where nothing else parts name and value."""
    glued = line[:found.start()].endswith(":") and not line[found.end():found.end() + 1].isspace()
    width = max(len(found[0].replace("\u200b", "")), int(glued))
    return Edit(source.span(number, found.start() + 1, found.end() + 1), " " * width, True)


def _look_alike(source: Source, line: int, match: re.Match[str]) -> Finding:
    return complaints.LOOK_ALIKE_SPACE.at(
        source.span(line, match.start() + 1, match.end() + 1),
        f"This looks like a space but is another character (U+{ord(match[0][0]):04X}).",
        "Delete it and press the space bar, here and on the lines below that came with it from a web page or a document.")
