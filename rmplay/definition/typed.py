"""What can be typed into a definition: texts in quotes, and lists with a dash before each entry."""

from __future__ import annotations

import re

from ..finding import Finding, Span
from . import complaints
from .names import names

LONGEST_TYPED = 100
BULLET = re.compile(r"[•‣▪▫●○◦◆►·–—−]\s*|[*+]\s+|\d{1,2}[.)]\s+|-(?=[^\s\d-])")
COMMENT = re.compile(r"\s+#(?=\s|!|$)")
SIGNS = "@`%*&!|>"


def quoted(text: str) -> str:
    """A text as it can be typed into a definition, whatever signs it holds."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


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
