"""`# rmplay: ignore[rule] reason` beside a line, or on the line above it, keeps that rule silent about that line."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Collection

from ..definition.nodes import Node, Scalar, scalars
from ..definition.source import Source
from ..finding import ADVICE, INVALID, Finding, Rule, Span
from ..patterns import pattern
from ..values import NamedTuple
from .selection import Selection, nearest

IGNORE_WITHOUT_REASON = Rule("ignore-without-reason", INVALID, """
A rule is told to be silent, and nobody says why.

Why: The next reader has to know whether the reason still holds.
Source: linting
Ignore: Never.
Bad:
    title: Digital fluency
    kind: reverse  # rmplay: ignore[missing-section]
    #              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Good:
    title: Digital fluency  # rmplay: ignore[missing-section] The rest is written when the sponsor has agreed.
""")

IGNORE_OF_NOTHING = Rule("ignore-of-nothing", ADVICE, """
A rule is told to be silent about a line of which it says nothing.

Why: The reason for it is gone, and the next real finding there would go unseen.
Source: linting
Ignore: Never; delete the comment.
Bad:
    title: Digital fluency
    rmplay: 1  # rmplay: ignore[goal-without-measure] Counted elsewhere.
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Good:
    title: Digital fluency  # rmplay: ignore[missing-section] The rest is written when the sponsor has agreed.
""")

IGNORE_OF_UNKNOWN = Rule("ignore-of-unknown", INVALID, """
A rule is told to be silent that does not exist, or that cannot be silenced because the text cannot be used as it is.

Why: It looks as if a finding were dealt with, and it is not.
Source: linting
Ignore: Never.
Bad:
    title: Digital fluency  # rmplay: ignore[missing-sections] The rest is written in spring.
    #                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Good:
    title: Digital fluency  # rmplay: ignore[missing-section] The rest is written in spring.
""")
_IGNORE = pattern(r"#\s*rmplay:\s*ignore\[([^\]]*)\]\s*(.*?)\s*$")
SHORTEST_REASON = 10


class Ignore(NamedTuple):
    """A comment that silences some rules on a line."""

    rules: tuple[str, ...]
    reason: str
    line: int
    span: Span


def ignores_of(source: Source, root: Node | None) -> list[Ignore]:
    """The ignore comments of a source, in order. The same words inside a text are no comment."""
    if "ignore[" not in source.text:
        return []
    texts = sorted(scalars(root), key=lambda scalar: scalar.span)
    starts = [scalar.span[1:3] for scalar in texts]
    found = []
    below = len(source.lines)  # the next line that says something; from the last line up, so that each is looked at once
    for number in range(len(source.lines), 0, -1):
        line = source.lines[number - 1]
        match = _IGNORE.search(line) if "ignore[" in line else None
        before = bisect.bisect_right(starts, (number, match.start() + 1)) if match else 0
        if match and not (before and _inside(number, match.start() + 1, texts[before - 1])):
            about = number if line[:match.start()].strip() else below
            names = tuple(name.strip() for name in match.group(1).split(",") if name.strip())
            span = Span(source.name, number, match.start() + 1, number, len(line.rstrip()) + 1)
            found.append(Ignore(names, match.group(2), about, span))
        below = number if line.strip() and not line.lstrip().startswith("#") else below
    return found[::-1]


def _inside(line: int, column: int, scalar: Scalar) -> bool:
    span = scalar.span
    if scalar.style in ("|", ">") and line == span.line:
        return False
    return (span.line, span.column) <= (line, column) < (span.end_line, span.end_column)


class Applied(NamedTuple):
    """Findings that are told, those kept silent with their reasons, and the comments that were needed for it."""

    told: list[Finding]
    silent: list[tuple[Finding, str]]
    used: frozenset[tuple[Span, str]]


def apply(ignores: list[Ignore], findings: list[Finding]) -> Applied:
    """Sort findings by whether a comment silences them."""
    told, silent, used = [], [], set()
    about = defaultdict(list)
    for ignore in ignores:
        about[ignore.span.source, ignore.line].append(ignore)
    for finding in findings:
        match = next((i for i in about.get(finding.span[:2], ()) if _silences(i, finding)), None)
        if match is None:
            told.append(finding)
        else:
            silent.append((finding, match.reason))
            used.add((match.span, finding.rule.id))
    return Applied(told, silent, frozenset(used))


def _silences(ignore: Ignore, finding: Finding) -> bool:
    return finding.cls != INVALID and finding.rule.id in ignore.rules and len(ignore.reason) >= SHORTEST_REASON


def complaints(ignores: list[Ignore], rules: dict[str, Rule], own_names: Collection[str],
               used: Collection[tuple[Span, str]] | None, selection: Selection) -> list[Finding]:
    """What is wrong with comments. `used` says which were needed, None that nobody knows; `own_names` are house rules.

    A comment about a rule that is left out of this run is not called needless.
    """
    found = []
    for ignore in ignores:
        if len(ignore.reason) < SHORTEST_REASON:
            found.append(IGNORE_WITHOUT_REASON.at(
                ignore.span, "This comment silences a rule and does not say why.",
                "Type the reason behind the bracket, in a few words."))
            continue
        for name in ignore.rules or ("",):
            if name not in own_names and (name not in rules or rules[name].cls == INVALID):
                found.append(_unknown(ignore, name, rules))
            elif used is not None and (ignore.span, name) not in used and (name in own_names
                                                                           or selection.wants(rules[name])):
                found.append(IGNORE_OF_NOTHING.at(
                    ignore.span, f'The rule "{name}" has nothing to say about this line.', "Delete the comment."))
    return found


def _unknown(ignore: Ignore, name: str, rules: dict[str, Rule]) -> Finding:
    if name in rules:
        remedy = "Mend what the rule says: findings of class invalid cannot be ignored."
    else:
        near = nearest(name, [rule.id for rule in rules.values() if rule.cls != INVALID])
        remedy = (f"Did you mean {near[0]}? " if near else "") + "Copy the name of the rule from the finding."
    return IGNORE_OF_UNKNOWN.at(ignore.span, f'"{name}" is not a rule that can be silenced.', remedy)
