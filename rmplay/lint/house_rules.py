"""An organization's own checks, written in `content/house-rules.yaml` without Python.

A house rule looks at a place of the definition and asks one thing of what stands there. It is a check like those of
rmplay: reported, explained, chosen and ignored alike. Its own two examples are run whenever the file is loaded.
"""

from __future__ import annotations

from ..definition.load import Text, load_house_rules, load_program, text_of
from ..definition.model import HouseRule, HouseRules, Program
from ..finding import Finding, Rule
from ..values import NamedTuple
from . import mistakes
from .engine import HOUSE_RULES, Checked
from .expected import TESTS, Test
from .places import WrongPath, places, steps_of
from .rule import Settings
from .rules import SECTIONS, all_rules
from .selection import names_of
from .unread import Watch

SECTION_OF_PART = {"recruitment": "matching", "communications": "governance", "phases": "cadence"}
_NEEDED = ("id", "path", "message", "why", "class", "bad", "good")


class HouseCheck(NamedTuple):
    """A house rule that can be used: a check like any other."""

    rule: Rule
    steps: tuple
    test: Test
    message: str
    remedy: str

    def applies(self, program: Program) -> bool:
        """Whether the place at which the rule looks is there."""
        return next(places(program.origin.node, self.steps), None) is not None

    def findings(self, program: Program, settings: Settings, watch: Watch | None = None) -> list[Finding]:
        """The places that do not pass."""
        return [self.rule.at(place.span, self.message, self.remedy, path=place.path)
                for place in places(program.origin.node, self.steps) if not self.test.passes(place.node, program)]


class Own(NamedTuple):
    """The house rules of a project: the checks, the ids of all rules, broken ones too, and what is wrong in the file."""

    checks: tuple[HouseCheck, ...] = ()
    names: frozenset[str] = frozenset()
    checked: Checked | None = None

    @property
    def rules(self) -> dict[str, Rule]:
        """The rules by id."""
        return {check.rule.id: check.rule for check in self.checks}


def read(text: Text) -> Own:
    """The house rules of a file. One that has a mistake is a finding and is not used."""
    loaded = load_house_rules(text)
    findings, checks, names = list(loaded.findings), [], []
    records = loaded.record.rules if isinstance(loaded.record, HouseRules) else ()
    for record in records:
        names.append(record.id)
        if not record.origin.broken:
            found = _check(record)
            (checks if isinstance(found, HouseCheck) else findings).append(found)
    findings.sort(key=lambda f: f.order)
    return Own(tuple(checks), frozenset(names), Checked(text.source.name, loaded, tuple(findings), kind=HOUSE_RULES))


def _check(record: HouseRule) -> HouseCheck | Finding:
    """The check that a house rule describes, or what is wrong with it."""
    for mistake in (_unfinished, _taken):
        if finding := mistake(record):
            return finding
    key = next(key for key in TESTS if record.written(key))
    try:
        steps, end = steps_of(record.path_)
        test = TESTS[key].made(record, key, end)
    except WrongPath as wrong:
        return mistakes.HOUSE_RULE_PATH.at(record.at(wrong.key), str(wrong), wrong.remedy, path=record.path(wrong.key))
    except ValueError as error:
        return mistakes.HOUSE_RULE_PATTERN.at(
            record.at("pattern"), f"The pattern cannot be read: {error}.",
            "Letters stand for themselves; put a backslash before signs such as ( [ . * + ?", path=record.path("pattern"))
    check = HouseCheck(_rule(record, steps[0].key), steps, test, record.message, record.remedy or test.remedy(record.path_))
    return _example(record, check) or check


def _unfinished(record: HouseRule) -> Finding | None:
    left = [f"`{key}`" for key in _NEEDED if record.absent(key)]
    tests = [key for key in TESTS if record.written(key)]
    if not left and len(tests) == 1:
        return None
    told = [f"lacks {', '.join(left)}"] if left else []
    if len(tests) != 1:
        told.append(f"checks {len(tests)} things" if tests else "checks nothing")
    remedy = [f"Add {', '.join(left)}."] if left else []
    if len(tests) != 1:
        remedy.append(f"Write exactly one of {', '.join(f'`{key}`' for key in TESTS)}.")
    return mistakes.HOUSE_RULE_UNFINISHED.at(record.at("id"), f'This house rule {" and ".join(told)}.', " ".join(remedy),
                                             path=record.path())


def _taken(record: HouseRule) -> Finding | None:
    if record.id not in names_of(all_rules().values()):
        return None
    return mistakes.HOUSE_RULE_NAME.at(record.at("id"), f'"{record.id}" is a name that rmplay uses itself.',
                                       f"Type another one, such as `id: our-{record.id[:30]}`.", path=record.path("id"))


def _rule(record: HouseRule, part: str) -> Rule:
    """The entry of a house rule, so that it can be explained like any other."""
    section = SECTION_OF_PART.get(part, part if part in SECTIONS else SECTIONS[0])
    import textwrap
    examples = "".join(f"\n{name}:\n{textwrap.indent(text.strip(chr(10)), '    ')}"
                       for name, text in (("Bad", record.bad), ("Good", record.good)))
    about = (f"{' '.join(record.message.split())}\n\nA rule of your own house: it looks at `{record.path_}`.\n\n"
             f"Why: {' '.join(record.why.split())}\nIgnore: Ask whoever keeps `house-rules.yaml`.{examples}\n")
    return Rule(record.id, record.class_, about, section)


def _example(record: HouseRule, check: HouseCheck) -> Finding | None:
    """What is wrong with the examples: the bad one has to be found, the good one must not be."""
    for key, wanted, told in (("bad", True, "The rule finds nothing in its bad example."),
                              ("good", False, "The rule finds something in its good example.")):
        loaded = load_program(text_of(f"{getattr(record, key)}\n".encode(), record.id))
        if not isinstance(loaded.record, Program):
            told = "The example cannot be read as a part of a definition."
        elif bool(check.findings(loaded.record, Settings())) == wanted:
            continue
        return mistakes.HOUSE_RULE_EXAMPLE.at(
            record.at(key), told, "Write a few lines of a definition, as an author would, that the rule "
            + ("has to find." if wanted else "must leave alone."), path=record.path(key))
    return None
