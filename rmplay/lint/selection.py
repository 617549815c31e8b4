"""What is checked, and how loudly it is told: the profile, the edition, the rules chosen, and their severities."""

from __future__ import annotations

from collections.abc import Collection

from ..definition.model import PROFILES
from ..finding import CLASSES, ERROR, FIRST_EDITION, INCOMPLETE, INVALID, LEVEL_OF_CLASS, Rule
from ..values import NamedTuple

EDITIONS = (FIRST_EDITION,)


class Selection(NamedTuple):
    """What is asked of a definition. Names in `select`, `ignore` and `severity` are rules, sections or classes.

    What is invalid is always told, and always an error: a text that cannot be used as it is cannot be excused.
    """

    profile: str = PROFILES[0]
    edition: int = EDITIONS[-1]
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, str], ...] = ()
    comments: bool = True

    def wants(self, rule: Rule) -> bool:
        """Whether the rule speaks."""
        return rule.edition <= self.edition and (rule.cls == INVALID or self.chooses(rule))

    def chooses(self, rule: Rule) -> bool:
        """Whether the rule is among those chosen by name: what `--fix` mends, be it invalid or not."""
        if not self.select and not self.ignore:
            return True
        names = (rule.id, rule.section, rule.cls)
        return (not self.select or any(name in self.select for name in names)) and not any(
            name in self.ignore for name in names)

    def level(self, rule: Rule) -> str:
        """How loud a finding of the rule is. A severity of the rule counts before one of its section or class."""
        if rule.cls == INVALID:
            return ERROR
        severity = dict(self.severity)
        for name in (rule.id, rule.section, rule.cls) if severity else ():
            if name in severity:
                return severity[name]
        return ERROR if rule.cls == INCOMPLETE and self.profile == "publishable" else LEVEL_OF_CLASS[rule.cls]


def names_of(rules: Collection[Rule]) -> tuple[str, ...]:
    """Every name by which rules can be chosen: their ids, the sections they are about, and the classes."""
    return (*CLASSES, *dict.fromkeys(rule.section for rule in rules), *(rule.id for rule in rules))


def nearest(name: str, known: Collection[str], most: int = 1) -> list[str]:
    """The known names that were most likely meant."""
    import difflib
    return difflib.get_close_matches(name.lower().replace("_", "-").replace(" ", "-"), sorted(known), most, 0.6)
