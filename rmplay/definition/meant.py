"""What was meant by a value that does not fit, as edits: only where it can have been meant in one way.

An edit is safe where nothing but the spelling changes; where a letter was missed it is a guess, and made on request.
"""

from __future__ import annotations

import re

from ..finding import Edit, Span
from .amounts import dates_meant
from .nodes import Node, Scalar
from .typed import quoted

_QUOTES = "\"'\u201c\u201d\u2018\u2019"
_UNITS = {"%": "percent", "h": "hours", "hr": "hours", "hrs": "hours", "min": "minutes", "mins": "minutes",
          "wk": "weeks", "wks": "weeks", "minute": "minutes", "hour": "hours", "day": "days", "week": "weeks"}
_YES_OR_NO = {"y": "yes", "n": "no", "yes": "yes", "no": "no", "true": "yes", "false": "no"}


# ---- words -----------------------------------------------------------------------------------------------------------

def bare(word: str) -> str:
    """A word as ids and choices are spelled: small letters, hyphens, no quotes."""
    return re.sub(r"[\s_]+", "-", word.strip().strip(_QUOTES).strip().lower())


def respelled(typed: str, near: str, span: Span, former: bool = False) -> tuple[Edit, ...]:
    """The name that was meant: safe where only capitals, hyphens or quotes differ, none where more than a letter does.

    `former` says that the name was one in an earlier edition.
    """
    same = bare(typed) == bare(near)
    return (Edit(span, near, same),) if near and (same or former or _one_slip(typed, near)) else ()


def _one_slip(a: str, b: str) -> bool:
    """Whether one letter was left out, added, changed, or changed places with the next one."""
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a != b and (a[at + 1:] == b[at + 1:] or a[at + 1:] == b[at:] or a[at:] == b[at + 1:]
                       or a[at:at + 2] == b[at:at + 2][::-1] and a[at + 2:] == b[at + 2:])


# ---- values ----------------------------------------------------------------------------------------------------------

def number_in(node: Node, name: str) -> tuple[Edit, ...]:
    """The number in a text like "45 minutes" under a name that counts minutes."""
    match = re.match(r"(\d{1,9})\s*(%|[a-z]*)\.?\Z", _text(node).lower())
    unit = _UNITS.get(match[2], match[2]) if match else None
    return (Edit(node.span, match[1], True),) if match and (not unit or unit in name.split("_")) else ()


def yes_or_no(node: Node) -> tuple[Edit, ...]:
    """The word for which a letter or a quoted word stands."""
    word = _YES_OR_NO.get(_text(node).lower())
    return (Edit(node.span, word, True),) if word else ()


def code(node: Node, meant: str) -> tuple[Edit, ...]:
    """The code of a language, safe where only signs and capitals differ."""
    return (Edit(node.span, meant, bare(_text(node)) == bare(meant)),) if meant and isinstance(node, Scalar) else ()


def day(node: Node) -> tuple[Edit, ...]:
    """A date in the order of a calendar file, where it can only mean one day."""
    days = dates_meant(_text(node)) if _text(node) else []
    return (Edit(node.span, days[0].isoformat(), True),) if len(days) == 1 else ()


def as_list(node: Node, key: Scalar | None) -> tuple[Edit, ...]:
    """A text on the line of its name as a list of one; none for one with commas, which may be several."""
    if key is None or not isinstance(node, Scalar) or node.style in ("|", ">") or not node.text.strip():
        return ()
    if node.span.end_line != key.span.line or "," in node.text:
        return ()
    text = node.text if node.style is None else quoted(node.text)
    span = node.span._replace(column=min(key.span.end_column + 1, node.span.column))
    return (Edit(span, "\n" + " " * (key.span.column + 1) + "- " + text, True),)


def _text(node: Node) -> str:
    return node.text.strip().strip(_QUOTES).strip() if isinstance(node, Scalar) else ""
