"""The lines of a section that stand at the left margin, level with its name: told once, and read as what they were meant."""

from __future__ import annotations

from ..finding import Edit, Finding, Span
from . import complaints
from .headings import FEWEST, sections
from .nodes import Entry, Map, Node
from .source import Source

STEP = "  "


def gathered(source: Source, root: Node | None) -> tuple[Node | None, list[Finding]]:
    """The tree of a program with such lines below the names of their sections, and a finding for each section."""
    if not isinstance(root, Map):
        return root, []
    left, found, at = [], [], 0
    while at < len(root.entries):
        head, own = root.entries[at], _own(root.entries, at)
        at += 1 + len(own)
        if len(own) >= FEWEST:
            below = root.entries[at].key.span.line if at < len(root.entries) else len(source.lines) + 1
            found.append(_told(source, head, own, below))
            head = head._replace(value=Map(own, Span(source.name, *own[0].key.span[1:3], *own[-1].value.span[3:])))
        else:
            left += [head, *own]
            continue
        left.append(head)
    return (root._replace(entries=tuple(left)), found) if found else (root, [])


def _own(entries: tuple[Entry, ...], at: int) -> tuple[Entry, ...]:
    """The entries behind a section without anything below it that are names of it, and of no part of a program."""
    section = sections().get(entries[at].key.text)
    if section is None or section.is_list or not entries[at].value.is_empty:
        return ()
    end = at + 1
    while end < len(entries) and entries[end].key.text in section.names and entries[end].key.text not in sections():
        end += 1
    return entries[at + 1:end]


def _told(source: Source, head: Entry, own: tuple[Entry, ...], below: int) -> Finding:
    """The finding at the first of some names; `below` is the line of the next part of the program."""
    first = own[0].key.span
    lines = [number for number in range(first.line, below) if source.lines[number - 1].strip()]
    while source.lines[lines[-1] - 1].startswith("#"):
        lines.pop()
    return complaints.WRONG_INDENT.at(
        first, f"Lines {first.line} to {lines[-1]} belong to `{head.key.text}`, and begin at the left margin as it does.",
        "Put two spaces before each of them.",
        edits=tuple(Edit(source.span(number, 1, 1), STEP, True) for number in lines))
