"""The settings of a project, from `content/site.yaml`: what they ask for each definition, and what is wrong with them."""

from __future__ import annotations

import fnmatch
import functools
from collections.abc import Iterable, Iterator

from ..definition.complaints import OUT_OF_RANGE
from ..definition.model import LintSettings, PathSettings, Site
from ..definition.nodes import Map, Scalar, Seq
from ..definition.record import Record
from ..finding import INVALID, Finding, Span
from ..values import NamedTuple
from .mistakes import SETTING_OF_UNKNOWN
from .rule import Settings
from .rules import all_rules
from .selection import Selection, names_of, nearest
from .thresholds import THRESHOLDS, highest, limits_with


class Asked(NamedTuple):
    """What the command line asks; None and () leave it to the settings of the project."""

    profile: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    comments: bool = True


def settings_for(site: Site, name: str, base: Settings = Settings(), asked: Asked = Asked()) -> Settings:
    """The settings for a definition: those of the project, those for its path, then what the command line asks.

    `name` is the path of the definition seen from `content`; of several that fit, a later one wins.
    """
    lint = site.lint or LintSettings()
    layers = [lint, *(paths for paths in lint.paths if paths.path_ and _means(paths.path_, name))]
    select = asked.select or next((layer.select for layer in reversed(layers) if layer.select), ())
    ignore = (*(rule for layer in layers for rule in layer.ignore), *asked.ignore)
    profile = asked.profile or next((layer.profile for layer in reversed(layers) if layer.profile), None)
    severity = tuple({k: v for layer in layers for k, v in layer.severity}.items())
    limits = [(k, v) for layer in layers for k, v in layer.thresholds if k in THRESHOLDS and v <= highest(k)]
    default = Selection()
    selection = Selection(profile or default.profile, lint.edition or default.edition, select, ignore, severity,
                          asked.comments)
    return base._replace(selection=selection, limits=limits_with(limits) if limits else base.limits)


def _means(path: str, name: str) -> bool:
    """Whether a path with `*` and `**` means a definition; a folder means all that is in it."""
    wanted = path.strip().replace("\\", "/").removeprefix("./").removeprefix("content/").strip("/")
    return _fits(tuple(wanted.split("/")), tuple(name.split("/")))


@functools.lru_cache(maxsize=4096)
def _fits(wanted: tuple[str, ...], parts: tuple[str, ...]) -> bool:
    if not wanted:
        return True
    if wanted[0] == "**":
        return any(_fits(wanted[1:], parts[start:]) for start in range(len(parts) + 1))
    return bool(parts) and fnmatch.fnmatchcase(parts[0], wanted[0]) and _fits(wanted[1:], parts[1:])


def mistakes(site: Record | None, own_names: Iterable[str] = ()) -> list[Finding]:
    """Names in the settings that nothing has. `own_names` are the ids of the house rules."""
    if not isinstance(site, Site) or site.lint is None:
        return []
    known = {*names_of(all_rules().values()), *own_names}
    layers = (site.lint, *site.lint.paths)
    return [finding for layer in layers for finding in (*_names(layer, known), *_thresholds(layer))]


def _names(layer: LintSettings | PathSettings, known: set[str]) -> Iterator[Finding]:
    for key in ("select", "ignore", "severity"):
        for name, span in _written(layer, key):
            wrong = complaint(name, known, may_be_invalid=key == "select")
            if wrong:
                yield SETTING_OF_UNKNOWN.at(span, *wrong, path=f"{layer.origin.path}.{key}")


def complaint(name: str, known: Iterable[str], may_be_invalid: bool) -> tuple[str, str] | None:
    """What is wrong with the name of a rule, section or class, and what to type; None if nothing is."""
    rules = all_rules()
    if name == INVALID or name in rules and rules[name].cls == INVALID:
        return None if may_be_invalid else (f'"{name}" cannot be left out or told more softly.',
                                            "What is invalid cannot be used as it is, so it has to be mended.")
    if name in known:
        return None
    near = nearest(name, set(known))
    return (f'There is no rule, section or class called "{name[:60]}".',
            f"Did you mean {near[0]}?" if near else "`rmplay explain` lists all of them.")


def _thresholds(layer: LintSettings | PathSettings) -> Iterator[Finding]:
    values = dict(layer.thresholds)
    for name, span in _written(layer, "thresholds"):
        if name not in THRESHOLDS:
            near = [found.replace("-", "_") for found in nearest(name, [t.replace("_", "-") for t in THRESHOLDS])]
            yield SETTING_OF_UNKNOWN.at(span, f'There is no threshold called "{name[:60]}".',
                                        f"Did you mean {near[0]}?" if near else "docs/linting.md lists all of them.",
                                        path=layer.origin.path + ".thresholds")
        elif values.get(name, 0) > highest(name):
            yield OUT_OF_RANGE.at(span, f"{values[name]:g} cannot be right here.",
                                  f"It is the {THRESHOLDS[name][1]}: type a number from 0 to {highest(name):g}.")


def _written(layer: Record, key: str) -> Iterator[tuple[str, Span]]:
    """The names under a key as they are written, with their places."""
    entry = layer.origin.node.entry(key)
    if entry is not None and isinstance(entry.value, Map):
        yield from ((e.key.text, e.key.span) for e in entry.value.entries)
    elif entry is not None and isinstance(entry.value, Seq):
        yield from ((e.text.strip(), e.span) for e in entry.value.entries if isinstance(e, Scalar) and not e.is_empty)
