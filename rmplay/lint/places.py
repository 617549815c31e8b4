"""Paths such as `goals[].measures`: read once against the model, then walked through the nodes of each definition."""

from __future__ import annotations

from collections.abc import Iterator

from ..definition.kinds import Keyed, Many, One, Table, key_of
from ..definition.model import Program
from ..definition.nodes import BROKEN, Map, Node, Scalar, Seq
from ..definition.record import Record
from ..finding import Span
from ..values import NamedTuple
from .selection import nearest

EACH = "*"
ANYTHING = None


class Step(NamedTuple):
    """One name of a path, or EACH. `short` says that a text alone may stand for the group that has the name."""

    key: str
    short: bool = False


class Place(NamedTuple):
    """What stands at the end of a path, or None where nothing does, with the nearest text and its path by ids."""

    node: Node | None
    span: Span
    path: str


class WrongPath(Exception):
    """A path that no definition has; `key` names the field of the house rule in which it stands."""

    def __init__(self, message: str, remedy: str, key: str = "path") -> None:
        super().__init__(message)
        self.remedy, self.key = remedy, key


def steps_of(path: str, key: str = "path") -> tuple[tuple[Step, ...], object]:
    """The steps of a path, and the kind of value to which it leads; ANYTHING below a name of one's own. Raises WrongPath."""
    kind: object = One(Program)
    steps: list[Step] = []
    for word in path.replace("[]", f".{EACH}").split("."):
        if kind is ANYTHING and steps:
            step = Step(word.strip())
        elif word.strip() == EACH:
            step, kind = Step(EACH), _inside(kind, path, steps, key)
        else:
            step, kind = _named(kind, word.strip(), path, steps, key)
        steps.append(step)
    return tuple(steps), kind


def _inside(kind: object, path: str, steps: list[Step], key: str) -> object:
    if isinstance(kind, (Many, Table)):
        return kind.of
    if isinstance(kind, Keyed):
        return One(kind.record)
    raise WrongPath(f"`{_told(steps)}` is no list, so it has no entries.", "Take `[]` or `*` away there.", key)


def _named(kind: object, word: str, path: str, steps: list[Step], key: str) -> tuple[Step, object]:
    if word.startswith("x-"):
        return Step(word), ANYTHING
    if isinstance(kind, (Many, Table)):
        raise WrongPath(f"`{_told(steps)}` is a list.", f"Write `[]` behind it: {_told(steps)}[].{word}", key)
    names, inner = _names(kind)
    if word not in names:
        near = nearest(word, [name.replace("_", "-") for name in names])
        known = ", ".join(f"`{name}`" for name in list(names)[:12]) or "none"
        raise WrongPath(f'`{_told(steps) or "a definition"}` has no name "{word[:40]}".',
                        f"Did you mean {_original(near[0], names)}?" if near else f"Names there: {known}.", key)
    return Step(word, isinstance(kind, One) and kind.record.short_form == word), inner(word)


def _original(near: str, names: dict) -> str:
    return next(name for name in names if name.replace("_", "-") == near)


def _names(kind: object):
    if isinstance(kind, One):
        specs = {key_of(name): spec.kind for name, spec in kind.record.specs.items()}
        return specs, specs.get
    if isinstance(kind, Keyed):
        return dict.fromkeys(kind.names.words), lambda word: One(kind.record)
    return {}, None


def _told(steps: list[Step]) -> str:
    return ".".join(step.key for step in steps).replace(f".{EACH}", "[]")


def places(root: Map, steps: tuple[Step, ...]) -> Iterator[Place]:
    """Every place to which a path leads. Below what is missing or cannot be read there is none."""
    first = root.entry("title")
    return _walk(root, steps, Place(root, first.value.span if first else root.first_span(), ""))


def _walk(node: Node, steps: tuple[Step, ...], here: Place) -> Iterator[Place]:
    if isinstance(node, Scalar) and node.style == BROKEN:
        return
    if not steps:
        yield here._replace(node=node)
        return
    step, rest = steps[0], steps[1:]
    if step.key == EACH:
        yield from _entries(node, rest, here)
        return
    path = f"{here.path}.{step.key}".lstrip(".")
    if step.short and isinstance(node, Scalar):
        yield from _walk(node, rest, Place(node, node.span, path))
        return
    entry = node.entry(step.key) if isinstance(node, Map) else None
    if entry is not None and not entry.value.is_empty:
        span = entry.value.span if isinstance(entry.value, Scalar) else entry.key.span
        yield from _walk(entry.value, rest, Place(entry.value, span, path))
    elif not rest:
        yield Place(None, here.span, path)


def _entries(node: Node, rest: tuple[Step, ...], here: Place) -> Iterator[Place]:
    if isinstance(node, Map):
        for entry in node.entries:
            if not entry.key.text.startswith("x-"):
                yield from _walk(entry.value, rest, Place(None, entry.key.span, f"{here.path}[{entry.key.text}]"))
    elif isinstance(node, Seq):
        for number, entry in enumerate(node.entries):
            if not entry.is_empty:
                span = entry.first_span() if isinstance(entry, Map) else entry.span
                yield from _walk(entry, rest, Place(None, span, f"{here.path}[{_id(entry) or number}]"))


def _id(node: Node) -> str:
    entry = node.entry("id") if isinstance(node, Map) else None
    return entry.value.text if entry and isinstance(entry.value, Scalar) else ""


def listed(program: Record, steps: tuple[Step, ...]) -> tuple[Record, ...]:
    """The entries of the list at the end of a path."""
    value: object = program
    for step in steps:
        value = getattr(value, step.key, None)
    return value if isinstance(value, tuple) else ()
