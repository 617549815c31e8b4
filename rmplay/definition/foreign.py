"""Files of another kind than a definition, known by how they begin: one finding says what they are."""

from __future__ import annotations

import re

from ..finding import Finding, Span
from ..patterns import pattern
from . import complaints
from .nodes import Map, Node

_REMEDY = ("A definition is a plain text file that ends in .yaml, and its first lines are names with values, such as: "
           "title: Digital fluency. Type `rmplay new my-program` to get one that is filled in.")
_MAGIC = ((b"%PDF", "a PDF file"), (b"{\\rtf", "a text with formatting (RTF)"), (b"\xd0\xcf\x11\xe0", "an Office document"),
          (b"\x89PNG", "a picture"), (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"), (b"\x1f\x8b", "a packed file"))
_PACKED = ((b"word/", "a Word document"), (b"xl/", "an Excel file"), (b"ppt/", "a PowerPoint file"),
           (b"opendocument.text", "a LibreOffice document"), (b"opendocument", "a LibreOffice file"))
_HEADING = pattern(r"#{1,6} \S|\S.*\n(?:===|---)")
_BINARY = bytes(sign for sign in range(0x20) if sign not in b"\t\n\x0b\x0c\r\x1b")
_NAME = pattern(r"^[ \t-]*[\"']?([A-Za-z_]+)[\"']?[ \t]*:", re.M)
_SHOWN = 4096


def kind_of_bytes(data: bytes) -> str:
    """What a file is that is not a text at all; empty for a text."""
    head = data[:_SHOWN]
    if head.startswith(b"PK\x03\x04"):
        return next((what for sign, what in _PACKED if sign in data), "a packed file (zip)")
    what = next((what for sign, what in _MAGIC if head.startswith(sign)), "")
    if what or head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return what
    return "not a text file" if len(head) - len(head.translate(None, _BINARY)) > 2 + len(head) // 20 else ""


def kind_of_text(name: str, text: str, root: Node | None, known: frozenset[str], damaged: bool) -> str:
    """What a text is that has none of the `known` names of a definition; empty for a definition, however damaged.

    `damaged` says whether something in it could not be read.
    """
    text = text.lstrip()
    if isinstance(root, Map) and root.entries and not damaged and not text.startswith("{") or not text:
        return ""
    if any(match[1].lower() in known for match in _NAME.finditer(text)) and not text.startswith("{"):
        return ""
    return _kind(name, text, root, known)


def _kind(name: str, text: str, root: Node | None, known: frozenset[str]) -> str:
    if text.startswith("{"):
        named = [entry.key.text for entry in root.entries] if isinstance(root, Map) else []
        foreign = named and sum(key in known for key in named) * 2 < len(named)
        return "a JSON file" if foreign or name.endswith(".json") and not named else ""
    if text.startswith("<"):
        return "a web page (HTML)" if re.match(r"<(!doctype html|html)", text, re.I) else "an XML file"
    running = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    if running and (name.endswith((".md", ".markdown")) or _HEADING.match(text) and "\n\n" in text):
        return "a text with headings (Markdown)"
    return "running text" if len(running) > 3 and not _NAME.search(text) and max(map(len, running)) < 2_000 and (
        not running[0].lstrip().startswith("- ")) else ""


def told(span: Span, what: str) -> Finding:
    """The finding about a file of another kind, at its beginning."""
    return complaints.FOREIGN_FILE.at(span, f"This is {what}, so it is no definition.", _REMEDY)
