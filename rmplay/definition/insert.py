"""Where new lines go in a definition: a section at its place in the order of thought, an entry behind the last one.

The places are found in the text, not in the tree alone, so that comments stay with what they are about.
"""

from __future__ import annotations

from ..finding import Edit, Span
from .load import Text
from .nodes import Entry, Map, Node, Scalar, Seq
from .skeleton import LISTS, CLASSES, fitted, known, named_anew, order, skeleton, snippet
from .source import Source


class NoPlace(Exception):
    """The lines cannot be put where they belong; the message says why, and what to do."""


def section_edit(text: Text, section: str) -> Edit:
    """The skeleton of a section that a program does not have yet, at its place. Raises NoPlace."""
    return _section(text, section, fitted(skeleton(section), text.root))


def entry_edit(text: Text, kind: str) -> Edit:
    """A new entry of a kind of `LISTS`, behind the last one, or with its section where there is none. Raises NoPlace."""
    path, root = LISTS[kind], text.root
    lines = fitted_entry(kind, root)
    node, parent = _at(root, path), _at(root, path[:-1])
    if isinstance(node, Seq) and node.entries:
        if all(entry.is_empty for entry in node.entries):
            raise NoPlace(f"Below `{path[-1]}:` there is a dash without anything behind it, in line "
                          f"{node.entries[0].span.line}. Delete that line first.")
        return _behind(text.source, node.entries[:_before_the_end(kind, node, root)] or node.entries, lines)
    if node is not None and not node.is_empty:
        raise NoPlace(f"Below `{path[-1]}:` there is no list with a dash for each entry. Mend it first: rmplay lint")
    body = f"{path[-1]}:\n{_shifted(lines, 2)}"
    if len(path) == 1 or parent is None or parent.is_empty:
        return _section(text, path[0], body if len(path) == 1 else f"{path[0]}:\n{_shifted(body, 2)}")
    if not isinstance(parent, Map):
        raise NoPlace(f"Below `{path[0]}:` there is no group of names. Mend it first: rmplay lint")
    return _into(text.source, parent, path[-1], body)


def fitted_entry(kind: str, root: Map | None) -> str:
    """The lines of a new entry, with references to what the program has and an id of its own."""
    lines, path = snippet(kind), LISTS[kind]
    for depth, name in enumerate(reversed(path), 1):
        lines = f"{name}:\n{_shifted(lines, 2)}"
    lines = fitted(lines, root)
    for _ in path:
        lines = "".join(line[2:] + "\n" for line in lines.split("\n")[1:-1])
    return named_anew(lines, known(root).ids.get(CLASSES[kind], []))


def _at(root: Node | None, path: tuple[str, ...]) -> Node | None:
    node: Node | None = root
    for name in path:
        entry = node.entry(name) if isinstance(node, Map) else None
        node = entry.value if entry else None
    return node


def _shifted(lines: str, width: int) -> str:
    return "".join(" " * width + line + "\n" if line else "\n" for line in lines.split("\n")[:-1])


# ---- places ----------------------------------------------------------------------------------------------------------

def _section(text: Text, section: str, lines: str) -> Edit:
    """A section behind the one that comes before it in the order of thought."""
    if text.root is None:
        raise NoPlace("There is no title in this file yet. Begin with a line such as: title: Digital fluency")
    written = text.root.entry(section)
    if written is not None:
        return _filled(text.source, written, lines)
    names = order()
    before = [e for e in text.root.entries if e.key.text in names[:names.index(section)]]
    last = max(before, key=lambda e: names.index(e.key.text), default=None)
    after = min((e.key.span.line for e in text.root.entries if last is None or e.key.span.line > last.key.span.line),
                default=None)
    end = end_before(text.source, after or len(text.source.lines) + 1)
    apart = lines.count("\n") > 1 and (after is None or not text.source.lines[end].strip())
    if not end:
        return Edit(Span(text.source.name, 1, 1, 1, 1), lines)
    return below(text.source, end, "\n" * apart + lines)


def end_before(source: Source, line: int) -> int:
    """The last line that says something before a line and the comments directly above it; 0 if there is none."""
    while line > 1 and source.lines[line - 2].startswith("#"):
        line -= 1
    return next((number for number in range(line - 1, 0, -1) if source.lines[number - 1].strip()), 0)


def _filled(source: Source, written: Entry, lines: str) -> Edit:
    """The lines below a name that stands there without a value."""
    body = "\n" + lines.partition("\n")[2].rstrip("\n")
    value, line = written.value, written.key.span.line
    if isinstance(value, Scalar) and not value.text:
        end = len(source.lines[line - 1]) + 1
        return Edit(Span(source.name, line, end, line, end), body)
    return Edit(value.span, body)


def below(source: Source, line: int, lines: str) -> Edit:
    """The lines on new lines below a line."""
    end = len(source.lines[line - 1]) + 1
    return Edit(Span(source.name, line, end, line, end), "\n" + lines.removesuffix("\n"))


def _before_the_end(kind: str, node: Seq, root: Map) -> int:
    """How many entries stay before a new one: a session comes before those that close the program."""
    count = len(node.entries)
    while kind == "session" and count > 1 and _closes(node, count, root):
        count -= 1
    return count


def _closes(node: Seq, number: int, root: Map) -> bool:
    """Whether a session closes the program: it says so, the closure names it, or it is the last and none says so."""
    session, named = node.entries[number - 1], _at(root, ("closure", "session"))
    phase, own = _at(session, ("phase",)), _at(session, ("id",))
    if phase is not None and not phase.is_empty:
        return phase.text == "closing"
    if named is not None and own is not None and named.text and named.text == own.text:
        return True
    return number == len(node.entries) > 2


def _behind(source: Source, entries: tuple[Node, ...], lines: str) -> Edit:
    """An entry behind some entries of a list, in the same column."""
    starts = [entry.span.line for entry in entries]
    column = source.lines[starts[-1] - 1][:entries[-1].span.column - 1].rfind("-")
    if column < 0 or source.lines[starts[-1] - 1][:column].strip(" -"):
        raise NoPlace("This list is written in brackets. Write it with a line and a dash for each entry first.")
    apart = len(starts) > 1 and not source.lines[starts[-1] - 2].strip()
    return below(source, end_of_entry(source, starts[-1], column), "\n" * apart + _shifted(lines, column))


def end_of_entry(source: Source, line: int, column: int) -> int:
    """The last line of the entry that begins on a line; lines of it, comments too, stand further right than its dash."""
    last = line
    for number in range(line + 1, len(source.lines) + 1):
        text = source.lines[number - 1]
        if text.strip() and len(text) - len(text.lstrip()) <= column:
            break
        last = number if text.strip() else last
    return last


def _into(source: Source, parent: Map, name: str, body: str) -> Edit:
    """A name with its lines as the first of a group."""
    first = parent.entry(name) or parent.entries[0]
    if first.key.text == name:
        return _filled(source, first, _shifted(body, first.key.span.column - 1))
    line, column = first.key.span.line, first.key.span.column - 1
    if source.lines[line - 1][:column].strip():
        raise NoPlace(f"The group around `{name}:` is written in braces. Write it with a line for each name first.")
    return Edit(Span(source.name, line, 1, line, 1), _shifted(body, column))
