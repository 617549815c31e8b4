"""Entries of lists that are written in another way than they are meant: one whose dash is missing, one of another name."""

from __future__ import annotations

from collections.abc import Collection

from ..finding import Finding, Related, Span
from . import complaints
from .meant import respelled
from .nodes import Map, Node, Scalar
from .remedies import near, shown, words
from .typed import LONGEST_TYPED

FEWEST = 2
MOST_LISTED = 12


def divided(node: Node) -> tuple[list[Node], list[Finding]]:
    """An entry of a list, in two where its names begin anew, with the finding that the second dash is missing."""
    names = [entry.key.text for entry in node.entries] if isinstance(node, Map) else []
    if len(set(names)) == len(names):  # as nearly always
        return [node], []
    start = next((i for i, name in enumerate(names) if name in names[:i]), len(names))
    if len(set(names[:start]).intersection(names[start:])) < FEWEST:
        return [node], []
    second = Map(node.entries[start:], node.entries[start].key.span._replace(end_line=node.span.end_line, end_column=node.span.end_column))
    more, found = divided(second)
    return [node._replace(entries=node.entries[:start]), *more], [_no_dash(second), *found]


def _no_dash(entry: Map) -> Finding:
    key, value = entry.entries[0]
    text = value.text if isinstance(value, Scalar) and len(value.text) <= LONGEST_TYPED else ""
    return complaints.LIST_WITHOUT_DASH.at(
        key.span, "Here begins another entry of the list, and the dash before it is missing.",
        f"Type a dash in the column of the other ones: - {key.text}: {text}".rstrip())


def unknown(to: str, name: str, spans: list[Span], known: Collection[str], used: Collection[str]) -> Finding:
    """The finding about an id that no entry has, at the first place that names it, with all others.

    `to` is the class of the entries that have the ids `known`, of which some are `used`. If one alone is not, it may be
    the entry that was meant, under a new id.
    """
    free = [one for one in known if one not in used]
    meant = near(name, known)
    new = free[0] if not meant and len(free) == 1 < len(known) and to != "Role" else ""
    listed = list(known)[:MOST_LISTED]
    more = f" and {len(known) - MOST_LISTED} more" if len(known) > MOST_LISTED else ""
    remedy = (f"Did you mean {meant}? Type: {meant}" if meant else f"Is it called {new} now? Then type: {new}" if new else
              f"Ids to choose from: {', '.join(listed)}{more}.")
    edits = [edit for span in spans for edit in respelled(name, meant or new, span, former=bool(new))]
    return complaints.UNKNOWN_REFERENCE.at(
        spans[0], f'There is no {words(to).split(" ", 1)[1]} with the id "{shown(name)}".{_also(spans[1:])}', remedy,
        related=tuple(Related(span, "the same id") for span in spans[1:]), edits=tuple(edits))


def _also(spans: list[Span]) -> str:
    *lines, last = [str(span.line) for span in spans] or [""]
    return f" Lines {', '.join(lines)} and {last} name it too." if lines else f" Line {last} names it too." if last else ""
