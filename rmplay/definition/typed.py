"""What can be typed into a definition: texts in quotes, lists with a dash before each entry, names with a colon."""

from __future__ import annotations

import re

from ..finding import Finding, Span
from ..patterns import pattern
from . import complaints
from .names import names

LONGEST_TYPED = 100
BULLET = pattern(r"[•‣▪▫●○◦◆►·–—−]\s*|[*+]\s+|\d{1,2}[.)]\s+|-(?=[^\s\d-])")
NAME = pattern(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*\Z")
COMMENT = pattern(r"\s+#(?=\s|!|$)")
SIGNS = "@`%*&!|>"
_CURLY = {"\u201c": "\u201d", "\u2018": "\u2019", "\u201e": "\u201c", "\u00ab": "\u00bb"}


def quoted(text: str) -> str:
    """A text in quotes, as it can be typed into a definition; spelled as it is wherever that is possible."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def without_curly(text: str) -> str:
    """A text without the curly quotes around it that were meant for straight ones."""
    inner = text[1:-1]
    if len(text) > 2 and _CURLY.get(text[0]) == text[-1] and not set(inner) & {text[0], text[-1]}:
        return inner.strip()
    return text


def to_type(line: str, otherwise: str) -> str:
    """What to type, as long as anybody would copy it by eye; else how to get there."""
    return f"Type: {line}" if len(line) <= LONGEST_TYPED else otherwise


def entry_typed(entry: str) -> str:
    """What stands behind the dash of an entry, in quotes where it is a text that needs them."""
    named = re.match(r"([a-z_]+):(?=\s|$)", entry)
    if named and named[1] in names():
        return entry
    return quoted(entry) if re.search(r":\s|\s#", entry) or entry[:1] in SIGNS + "[{" else entry


def no_dash(text: str, span: Span) -> Finding:
    """An entry of a list that begins with another sign than a dash and a space."""
    sign = BULLET.match(text).group()
    what = ("There is no space behind the dash." if sign == "-" else
            f'"{sign.strip()}" does not begin an entry of a list here; a dash and a space do.')
    entry = entry_typed(text[len(sign):])
    return complaints.LIST_WITHOUT_DASH.at(
        span._replace(end_column=span.column + len(sign.rstrip()), end_line=span.line), what,
        to_type(f"- {entry}", "Type a dash and a space there instead."))


def with_colon(text: str) -> str:
    """A line with the colon and the space that its name lacks; empty if it does not begin with a name."""
    match = re.match(r"([a-z_]+)(?::(?=[^\s/])|\s*[;=：]\s*|\s+[-–—]?\s*|\Z)(.*)", text)
    if match is None or match[1] not in names():
        return ""
    clear = not re.search(r":\s|\s#", match[2]) or re.match(r"""["'[{|>&*!#]|[^#]*\s#(?:\s|\Z)""", match[2])
    return f"{match[1]}: {match[2] if clear else quoted(match[2])}".rstrip()


def without_colon(text: str, span: Span) -> Finding:
    """What is wrong with a line that should be a name with a value or an entry of a list."""
    text = re.split(r"\s+#(?=\s|\Z)", text)[0]
    span = span._replace(end_column=min(span.end_column, span.column + len(text))) if span.end_line == span.line else span
    if BULLET.match(text):
        return no_dash(text, span)
    glued = re.match(r"([\w-]+):(\S.*)", text)
    named = re.match(r"(\w+)(?:\s*[;=：]\s*|\s+[-–—]?\s*|\Z)(.*)", text)
    if glued and not glued[2].startswith("//"):
        return complaints.MISSING_COLON.at(span, "After the colon there must be a space.",
                                           to_type(f"{glued[1]}: {glued[2]}", "Type a space behind the colon."))
    if named and named[1].lower() in names():
        name = named[1].lower()
        value = quoted(named[2]) if re.search(r":\s|\s#", named[2]) else named[2]
        return complaints.MISSING_COLON.at(
            span, f'There is no colon behind "{named[1]}".',
            to_type(f"{name}: {value}".rstrip(), f"Type a colon and a space behind {name}."))
    return complaints.MISSING_COLON.at(
        span, "This line has no colon, so it is neither a name with a value nor part of the text above.",
        "Write it as `name: value`, put `- ` before it if it belongs to a list, or indent it under its text.")
