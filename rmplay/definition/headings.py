"""A section whose first line was deleted: what it holds stands below the section above, and is read as part of that.

Without this each of its lines would be told as a name that the section above does not have.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ..finding import Finding
from . import complaints, kinds
from .layout import BLOCK, KEY, goes_on
from .model import ROLES, Program
from .nodes import BROKEN, Entry, Map, Node, Scalar, Seq
from .source import Source

FEWEST = 2
_HEAD = re.compile(r"([a-z_]+):(?=\s|$)")
_DASH = re.compile(r" *-(?: +|$)")


class Lost(NamedTuple):
    """A section without its first line: its name, that of the section above, and where its lines are, as indexes.

    `column` and `end` are where the first name of it begins and ends, from 0.
    """

    name: str
    above: str
    first: int
    last: int
    column: int
    end: int


class _Section(NamedTuple):
    """What can stand below the name of a section: entries of a list or names, and below each of these.

    That is a list where it is True, names where it is False, neither where it is None.
    """

    is_list: bool
    names: Mapping[str, bool | None]


class _Item(NamedTuple):
    """A name with its value, or an entry of a list with its names, directly below the name of a section.

    `over_list` says what the next line begins, if it is further right: an entry of a list, or a name.
    """

    line: int
    is_list: bool
    column: int
    names: tuple[str, ...] = ()
    ends: tuple[int, ...] = ()
    over_list: bool | None = None


def lost(lines: tuple[str, ...]) -> list[Lost]:
    """The sections of a program that have lost their first line."""
    heads = [(number, match[1]) for number, line in enumerate(lines) if (match := _HEAD.match(line))]
    absent = set(_sections()) - {name for _, name in heads}
    found = []
    ends = [*(number for number, _ in heads[1:]), len(lines)]
    for (number, name), end in zip(heads, ends, strict=False):
        one = _lost(lines, name, number, end, absent) if _is_over_names(name, lines[number]) else None
        if one:
            absent.discard(one.name)
            found.append(one)
    return found


def are_mixed(root: Node | None) -> bool:
    """Whether something stands in a program that cannot stand there; a quick look at what could be read."""
    return any(_is_odd(entry) for entry in (root.entries if isinstance(root, Map) else ()))


def _is_odd(entry: Entry) -> bool:
    name, value = entry.key.text, entry.value
    section = _sections().get(name)
    if section is None:
        return not name.islower() or " " in name  # as in a mail
    if isinstance(value, Map):
        names = [key.text for key, _ in value.entries]
        return not section.names.keys() >= set(names) or len(set(names)) < len(names)
    return isinstance(value, Seq) and any(
        key.text not in section.names for one in value.entries if isinstance(one, Map) for key, _ in one.entries)


def restored(source: Source, root: Node | None, parts: Iterable[tuple[Lost, Node | None]]) -> Node | None:
    """The tree of a program with the sections that lost their first line, each in its place."""
    if not isinstance(root, Map):
        return root
    entries = list(root.entries)
    for lost, value in parts:
        key = Scalar(lost.name, None, source.span(lost.first + 1, lost.column + 1, lost.end + 1))
        entries.append(Entry(key, value or key._replace(text="", style=BROKEN)))
    return root._replace(entries=tuple(sorted(entries, key=lambda entry: entry.key.span.line)))


def told(source: Source, lost: Lost) -> Finding:
    """The finding about a section without its first line, at its first name."""
    what = "entries" if _sections()[lost.name].is_list else "names"
    return complaints.MISSING_HEADING.at(
        source.span(lost.first + 1, lost.column + 1, lost.end + 1),
        f"These are the {what} of `{lost.name}`, and they stand below `{lost.above}`.",
        f"Type on a line of its own above line {lost.first + 1}, at the left margin: {lost.name}:")


def _is_over_names(name: str, line: str) -> bool:
    """Whether names can be lost below a line: it is that of a program, and no text goes on over the next lines."""
    value = line.partition(":")[2].strip()
    return name in _sections() and not BLOCK.match(value) and not goes_on(value, 0)


def _lost(lines: tuple[str, ...], above: str, head: int, end: int, absent: set[str]) -> Lost | None:
    items = list(_items(lines, head + 1, end))
    own = _sections()[above]
    seen: set[str] = set()
    start = len(items)
    for index, item in enumerate(items):
        if item.is_list != own.is_list and item.names or not own.names.keys() >= set(item.names) or (
                not item.is_list and seen.intersection(item.names)):
            start = index
            break
        seen.update(item.names)
    tail = items[start:]
    home = _home(tail, absent) if tail else ""
    if not home or not _sure(lines, tail, own, end):
        return None
    first = tail[0]
    return Lost(home, above, first.line, end, first.column, first.ends[0])


def _home(tail: list[_Item], absent: set[str]) -> str:
    """The one missing section that can hold all of some items; an empty name if there is none, or more than one."""
    homes = [name for name in absent if all(_fits(item, _sections()[name]) for item in tail)]
    names = {name for item in tail for name in item.names}
    return homes[0] if len(homes) == 1 and (tail[0].is_list or len(names) == len(tail)) else ""


def _fits(item: _Item, section: _Section) -> bool:
    if item.is_list != section.is_list or not item.names or not section.names.keys() >= set(item.names):
        return False
    return item.is_list or item.over_list in (None, section.names[item.names[0]])


def _sure(lines: tuple[str, ...], tail: list[_Item], own: _Section, end: int) -> bool:
    """Whether the items are no slip in the section above: several names that it does not have, or one with more below."""
    foreign = {name for item in tail for name in item.names} - own.names.keys()
    if len(foreign) >= FEWEST or tail[0].is_list != own.is_list:
        return True
    below = next((line for line in lines[tail[0].line + 1:end] if line.strip()), "")
    return len(foreign) == len(tail) == 1 and _indent(below) > tail[0].column


def _items(lines: tuple[str, ...], first: int, end: int) -> Iterator[_Item]:
    """What stands directly below the name of a section, as far as it can be told by its columns."""
    column = inner = -1
    item: _Item | None = None
    for number in range(first, end):
        line = lines[number]
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        width, dash = _indent(line), _DASH.match(line)
        column = width if column < 0 else column
        if width < column or width == 0 and not dash:
            break
        if width == column:
            if item:
                yield item
            inner = dash.end() if dash else -1
            item = _Item(number, dash is not None, inner if dash else width)
            width = inner if dash else width
        elif item and number == item.line + 1 and (dash or KEY.match(line[:400])):
            item = item._replace(over_list=dash is not None)
        if item and width in (column, inner) and (key := KEY.match(line[width:width + 400])):
            item = item._replace(names=(*item.names, key[3].strip("\"'")), ends=(*item.ends, width + key.end(3)))
    if item:
        yield item


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


@functools.cache
def _sections() -> dict[str, _Section]:
    """What each part of a program can hold; no names where it is a value or a list of texts."""
    return {kinds.key_of(field): _Section(isinstance(spec.kind, kinds.Many), _names(spec.kind))
            for field, spec in Program.specs.items()}


def _names(kind: kinds.Kind) -> dict[str, bool | None]:
    """The names below a part of a program, each with what is below it."""
    if isinstance(kind, kinds.Keyed):
        return dict.fromkeys(ROLES, False)
    of = kind.of if isinstance(kind, kinds.Many) else kind
    specs = of.record.specs if isinstance(of, kinds.One) else {}
    return {kinds.key_of(field): _below(spec.kind) for field, spec in specs.items()}


def _below(kind: kinds.Kind) -> bool | None:
    return True if isinstance(kind, kinds.Many) else False if isinstance(kind, (kinds.One, kinds.Keyed, kinds.Table)) else None
