"""How a rule is written: one decorated function whose docstring is its documentation, its example and its test.

A rule gets a subject and the settings, yields problems, never raises, keeps no state. Its id is its name in
kebab-case and names the defect, so that it reads well after "ignore".
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from typing import Any

from ..definition.model import Program
from ..definition.record import Record, once
from ..finding import Finding, Related, Rule, Span
from ..values import NamedTuple
from .selection import Selection
from .thresholds import Limits
from .unread import Watch


class Settings(NamedTuple):
    """What a check may depend on beside the definition. `today` is None where no rule may ask for the date.

    `own` are the checks of the project's house rules, used like a Check; `own_names` are their ids, and those of house
    rules that could not be used.
    """

    today: datetime.date | None = None
    limits: Limits = Limits()
    selection: Selection = Selection()
    own: tuple[Any, ...] = ()
    own_names: frozenset[str] = frozenset()


class Problem(NamedTuple):
    """What a rule found: at which key of which record, what is wrong, and what to type.

    Where the key is not written, the finding stands at the nearest thing that is. Text between backticks is what to
    type. `span` is given where a part of a text is meant.
    """

    record: Record
    key: str
    message: str
    remedy: str
    related: tuple[Related, ...] = ()
    span: Span | None = None


class Check(NamedTuple):
    """A rule with the function that finds its problems.

    `needs` are the parts of a program without which there is nothing to check, as dotted names of fields; a check of
    which one is absent or unreadable is not applicable and says nothing.
    """

    rule: Rule
    find: Callable[[Program, Settings], Iterable[Problem]]
    needs: tuple[str, ...]

    def findings(self, program: Program, settings: Settings, watch: Watch | None = None) -> list[Finding]:
        """What the rule finds in a program, but for what may rest on a field that could not be read."""
        return [self.rule.at(p.span or p.record.at(p.key), p.message, p.remedy, path=p.record.path(p.key),
                             related=p.related) for p in self.find(program, settings)
                if watch is None or not watch.doubts(p.record)]

    def applies(self, program: Program) -> bool:
        """Whether what the rule reads is there and could be read."""
        readable = _readable_paths(program)
        for path in self.needs:
            if not readable[path]:
                return False
        return True


class _Readable(dict[str, bool]):
    """Of paths of a program that were asked for, whether they can be read: many rules need the same."""

    def __init__(self, program: Program) -> None:
        self.program = program

    def __missing__(self, path: str) -> bool:
        self[path] = readable = _is_readable(self.program, path)
        return readable


_readable_paths = once(_Readable)


def _is_readable(program: Program, path: str) -> bool:
    record: Record = program
    *parents, last = path.split(".")
    for name in parents:
        if record.broken(name):
            return False
        value = getattr(record, name)
        if isinstance(value, tuple) or value is None:
            return False
        record = value
    return record.written(last)


def rule(cls: str, *needs: str) -> Callable[[Callable], Check]:
    """Make a rule of a function. `cls` is its class, `needs` the parts of a program that it reads.

    Its section is the module or folder of `rules` in which it stands.
    """
    def made(find: Callable[[Program, Settings], Iterable[Problem]]) -> Check:
        section = find.__module__.rpartition(".rules.")[2].partition(".")[0]
        return Check(Rule(find.__name__.replace("_", "-"), cls, find.__doc__ or "", section), find, needs)
    return made
