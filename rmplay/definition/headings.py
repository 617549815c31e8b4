"""A section whose first line was deleted: what it holds stands below the section above, and is read as part of that.

Without this each of its lines would be told as a name that the section above does not have.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping

from ..finding import Finding
from ..patterns import pattern
from ..values import NamedTuple
from . import complaints, kinds
from .layout import BLOCK, KEY, goes_on
from .model import ROLES, Program
from .nodes import BROKEN, Entry, Map, Node, Scalar, Seq
from .remedies import near
from .source import Source
from .typed import COMMENT

FEWEST = 2
TAGS = "tags"
_TAG = pattern(r"[a-z][\w-]*(?: [\w-]+){0,3}\Z")
_HEAD = pattern(r"([a-z_]+):(?=\s|$)")
_DASH = pattern(r" *-(?: +|$)")


class Lost(NamedTuple):
    """A section without its first line: its name, that of the section above, and where its lines are, as indexes.

    `column` and `end` are where the first name of it begins and ends, from 0. `or_else` are the names of other sections
    that could hold the same lines.
    """

    name: str
    above: str
    first: int
    last: int
    column: int
    end: int
    or_else: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names that it can have."""
        return self.name, *self.or_else


class Section(NamedTuple):
    """What can stand below the name of a section: entries of a list or names, and below each of these.

    That is a list where it is True, names where it is False, neither where it is None.
    """

    is_list: bool
    names: Mapping[str, bool | None]


class _Item(NamedTuple):
    """A name with its value, or an entry of a list with its names, directly below the name of a section.

    `over_list` says what the next line begins, if it is further right: an entry of a list, or a name. `text` is what an
    entry says.
    """

    line: int
    is_list: bool
    column: int
    names: tuple[str, ...] = ()
    ends: tuple[int, ...] = ()
    over_list: bool | None = None
    text: str = ""

    @property
    def is_tag(self) -> bool:
        """Whether it is an entry of a word or a few, without any name."""
        return not self.names and bool(_TAG.match(self.text))


def lost(lines: tuple[str, ...]) -> list[Lost]:
    """The sections of a program that have lost their first line."""
    heads = [(number, match[1]) for number, line in enumerate(lines) if (match := _HEAD.match(line))]
    absent = set(sections()) - {name for _, name in heads}
    found = []
    ends = [*(number for number, _ in heads[1:]), len(lines)]
    for (number, name), end in zip(heads, ends, strict=False):
        one = _lost(lines, name, number, end, absent) if _is_over_names(name, lines[number]) else None
        if one:
            absent.difference_update(one.names)
            found.append(one)
    return found


def are_mixed(root: Node | None) -> bool:
    """Whether something stands in a program that cannot stand there; a quick look at what could be read."""
    return any(_is_odd(entry) for entry in (root.entries if isinstance(root, Map) else ()))


def _is_odd(entry: Entry) -> bool:
    name, value = entry.key.text, entry.value
    section = sections().get(name)
    if section is None:
        return not name.islower() or " " in name  # as in a mail
    if isinstance(value, Map):
        names = [key.text for key, _ in value.entries]
        return not section.names.keys() >= set(names) or len(set(names)) < len(names)
    if isinstance(value, Seq) and name in _before_tags() and any(
            isinstance(one, Scalar) and _TAG.match(one.text) for one in value.entries):
        return True
    return isinstance(value, Seq) and any(
        key.text not in section.names for one in value.entries if isinstance(one, Map) for key, _ in one.entries)


def restored(source: Source, root: Node | None, parts: Iterable[tuple[Lost, Node | None]]) -> Node | None:
    """The tree of a program with the sections that lost their first line, each in its place."""
    if not isinstance(root, Map):
        return root
    entries = list(root.entries)
    for lost, value in parts:
        for name in lost.names:
            key = Scalar(name, None, source.span(lost.first + 1, lost.column + 1, lost.end + 1))
            entries.append(Entry(key, not lost.or_else and value or key._replace(text="", style=BROKEN)))
    return root._replace(entries=tuple(sorted(entries, key=lambda entry: entry.key.span.line)))


def told(source: Source, lost: Lost) -> Finding:
    """The finding about a section without its first line, at its first name."""
    section = sections()[lost.name]
    lines = [line for line in source.lines[lost.first:lost.last] if line.strip() and not line.lstrip().startswith("#")]
    one = not section.is_list and len(lines) == 1
    what = "This is a name" if one else f"These are the {'entries' if section.is_list else 'names'}"
    names = " or ".join(f"`{name}`" for name in lost.names)
    return complaints.MISSING_HEADING.at(
        source.span(lost.first + 1, lost.column + 1, lost.end + 1),
        f"{what} of {names}, and {'it stands' if one else 'they stand'} below `{lost.above}`.",
        f"Type on a line of its own above line {lost.first + 1}, at the left margin: {': or '.join(lost.names)}:")


def _is_over_names(name: str, line: str) -> bool:
    """Whether names can be lost below a line: it is that of a program, and no text goes on over the next lines."""
    value = line.partition(":")[2].strip()
    return name in sections() and not BLOCK.match(value) and not goes_on(value, 0)


def _lost(lines: tuple[str, ...], above: str, head: int, end: int, absent: set[str]) -> Lost | None:
    items = list(_items(lines, head + 1, end))
    own = sections()[above]
    seen: set[str] = set()
    start = len(items)
    for index, item in enumerate(items):
        foreign = item.is_list != own.is_list and item.names or not own.names.keys() >= set(item.names)
        if foreign or item.is_tag and above in _before_tags() or not item.is_list and seen.intersection(item.names):
            start = index
            break
        seen.update(item.names)
    tail = items[start:]
    homes = _homes(tail, absent) if tail and (start or not tail[0].is_tag) else []
    is_other_kind = tail and tail[0].is_list != own.is_list
    if not homes or len(homes) > 1 and not is_other_kind or not is_other_kind and not _sure(lines, tail, own, end):
        return None
    first = tail[0]
    return Lost(homes[0], above, first.line, end, first.column, first.ends[0] if first.ends else first.column + len(first.text),
                tuple(homes[1:]))


def _homes(tail: list[_Item], absent: set[str]) -> list[str]:
    """The missing sections that can hold all of some items, in the order of thought."""
    if all(item.is_tag for item in tail):
        return [TAGS] if TAGS in absent and len(tail) >= FEWEST else []
    names = {name for item in tail for name in item.names}
    if not tail[0].is_list and len(names) < len(tail):
        return []
    return [name for name, section in sections().items() if name in absent and all(_fits(item, section) for item in tail)]


def _fits(item: _Item, section: Section) -> bool:
    if item.is_list != section.is_list or not item.names or not section.names.keys() >= set(item.names):
        return False
    return item.is_list or item.over_list in (None, section.names[item.names[0]])


def _sure(lines: tuple[str, ...], tail: list[_Item], own: Section, end: int) -> bool:
    """Whether the items are no slip in the section above: several names that it does not have, one with more below, or
    one that is the last of it, and none of its own names misspelled."""
    foreign = {name for item in tail for name in item.names} - own.names.keys()
    if len(foreign) >= FEWEST or all(item.is_tag for item in tail):
        return True
    if len(foreign) != 1 or len(tail) > 1:
        return False
    below = next((line for line in lines[tail[0].line + 1:end] if line.strip()), "")
    return _indent(below) > tail[0].column or not tail[0].is_list and not near(*foreign, set(own.names))


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
            item = _Item(number, dash is not None, inner if dash else width, text=COMMENT.split(line[inner:])[0] if dash else "")
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
def sections() -> dict[str, Section]:
    """What each part of a program can hold; no names where it is a value or a list of texts."""
    return {kinds.key_of(field): Section(isinstance(spec.kind, kinds.Many), _names(spec.kind))
            for field, spec in Program.specs.items()}


@functools.cache
def _before_tags() -> frozenset[str]:
    """The sections behind which tags can stand, in the order of thought."""
    names = list(sections())
    return frozenset(name for name in names[:names.index(TAGS)] if sections()[name].names)


def _names(kind: kinds.Kind) -> dict[str, bool | None]:
    """The names below a part of a program, each with what is below it."""
    if isinstance(kind, kinds.Keyed):
        return dict.fromkeys(ROLES, False)
    of = kind.of if isinstance(kind, kinds.Many) else kind
    specs = of.record.specs if isinstance(of, kinds.One) else {}
    return {kinds.key_of(field): _below(spec.kind) for field, spec in specs.items()}


def _below(kind: kinds.Kind) -> bool | None:
    return True if isinstance(kind, kinds.Many) else False if isinstance(kind, (kinds.One, kinds.Keyed, kinds.Table)) else None
