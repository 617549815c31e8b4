"""What a house rule can ask of a place: one small test each, told apart by its key in the file."""

from __future__ import annotations

import functools

from ..definition.kinds import Keyed, Many, One
from ..definition.model import HouseRule, Program
from ..definition.nodes import Map, Node, Scalar, Seq
from ..values import NamedTuple
from .places import ANYTHING, Step, WrongPath, listed, steps_of
from .selection import nearest

LISTS = ("goals", "sessions", "phases", "roles", "evaluation.instruments", "training.modules")


class Present(NamedTuple):
    """Something is written there."""

    @classmethod
    def made(cls, record: HouseRule, key: str, end: object) -> Present:
        """The test that a house rule describes. Raises WrongPath, as all of these do."""
        if not record.present:
            raise WrongPath("`present: no` would ask that nothing is written.", "Type `present: yes`.", "present")
        return cls()

    def passes(self, node: Node | None, program: Program) -> bool:
        """Whether what stands there is right. `node` is None where nothing is written."""
        return node is not None

    def remedy(self, path: str) -> str:
        """What to type."""
        return f"Add `{path.rpartition('.')[2].removesuffix('[]')}:` there."


class Counted(NamedTuple):
    """A list has so many entries."""

    fewest: int
    most: int | None

    @classmethod
    def made(cls, record: HouseRule, key: str, end: object) -> Counted:
        """As above."""
        if end is not ANYTHING and not isinstance(end, (Many, Keyed)):
            raise WrongPath("Only the entries of a list can be counted.", "Let `path` end with the name of a list.")
        fewest, most = record.count.at_least, record.count.at_most
        if fewest is None and most is None or most is not None and (fewest or 0) > most:
            raise WrongPath("No number of entries is asked for, or none fits.",
                            "Below `count:` write `at_least:`, `at_most:` or both.", "count")
        return cls(fewest or 0, most)

    def passes(self, node: Node | None, program: Program) -> bool:
        """As above."""
        entries = node.entries if isinstance(node, (Seq, Map)) else ()
        number = sum(not (entry.value if isinstance(node, Map) else entry).is_empty for entry in entries)
        return self.fewest <= number and (self.most is None or number <= self.most)

    def remedy(self, path: str) -> str:
        """As above."""
        asked = [f"at least {self.fewest}"] * (self.fewest > 0) + [f"at most {self.most}"] * (self.most is not None)
        return f"Write {' and '.join(asked)} of them."


class OneOf(NamedTuple):
    """One of some texts stands there."""

    words: tuple[str, ...]

    @classmethod
    def made(cls, record: HouseRule, key: str, end: object) -> OneOf:
        """As above."""
        _text_at(end)
        return cls(record.one_of)

    def passes(self, node: Node | None, program: Program) -> bool:
        """As above; nothing is said where nothing is written."""
        return not isinstance(node, Scalar) or " ".join(node.text.split()) in self.words

    def remedy(self, path: str) -> str:
        """As above."""
        return f"Type one of: {', '.join(self.words)}."


class Matching(NamedTuple):
    """The text contains what a pattern describes."""

    pattern: str

    @classmethod
    def made(cls, record: HouseRule, key: str, end: object) -> Matching:
        """As above. Raises ValueError if the pattern cannot be read."""
        _text_at(end)
        _compiled(record.pattern)
        return cls(record.pattern)

    def passes(self, node: Node | None, program: Program) -> bool:
        """As above."""
        return not isinstance(node, Scalar) or _compiled(self.pattern).search(node.text) is not None

    def remedy(self, path: str) -> str:
        """As above."""
        return f"`rmplay explain` with the name of the rule shows an example. The pattern is {self.pattern}"


class LongEnough(NamedTuple):
    """The text has at least so many words."""

    fewest: int

    @classmethod
    def made(cls, record: HouseRule, key: str, end: object) -> LongEnough:
        """As above."""
        _text_at(end)
        return cls(record.words)

    def passes(self, node: Node | None, program: Program) -> bool:
        """As above."""
        return not isinstance(node, Scalar) or len(node.text.split()) >= self.fewest

    def remedy(self, path: str) -> str:
        """As above."""
        return f"Write at least {self.fewest} words."


class Referring(NamedTuple):
    """The id of an entry of a list stands there."""

    to: tuple[Step, ...]

    @classmethod
    def made(cls, record: HouseRule, key: str, end: object) -> Referring:
        """As above."""
        _text_at(end)
        steps, kind = steps_of(record.refers_to, "refers_to")
        inner = kind.of if isinstance(kind, Many) else kind
        if not isinstance(inner, (One, Keyed)) or inner is kind and isinstance(kind, One) or "id" not in inner.record.specs:
            near = nearest(record.refers_to, LISTS)
            raise WrongPath(f"`{record.refers_to}` is no list whose entries have ids.",
                            f"Did you mean {near[0]}?" if near else f"Such lists are {', '.join(LISTS)}.", "refers_to")
        return cls(steps)

    def passes(self, node: Node | None, program: Program) -> bool:
        """As above; nothing is said where the list is missing."""
        known = {entry.id for entry in listed(program, self.to)}
        return not isinstance(node, Scalar) or not known or node.text.strip() in known

    def remedy(self, path: str) -> str:
        """As above."""
        return f"Type the id of one of the {'.'.join(step.key for step in self.to)}."


Test = Present | Counted | OneOf | Matching | LongEnough | Referring
TESTS = {"present": Present, "count": Counted, "one_of": OneOf, "pattern": Matching, "words": LongEnough,
         "refers_to": Referring}


def _text_at(end: object) -> None:
    if isinstance(end, Many):
        raise WrongPath("A list stands there, not a text.", "Write `[]` behind its name, for each of its entries.")
    if isinstance(end, Keyed) or isinstance(end, One) and not end.record.short_form:
        raise WrongPath("A group of names stands there, not a text.", "Let `path` go on to the name of a text.")


@functools.lru_cache(maxsize=64)
def _compiled(pattern: str):
    """A pattern whose time grows with the length of the text only, so that none can make a check hang.

    Python's own patterns can take forever, and so can every engine that tries one way after the other. Raises ValueError.
    """
    try:
        import re2
    except ImportError:
        raise ValueError("patterns need one more package; type: pip install 'rmplay[patterns]'") from None
    options = re2.Options()
    options.log_errors, options.max_mem = False, 4 << 20
    try:
        return re2.compile(pattern, options)
    except re2.error as error:
        told = error.args[0] if error.args else ""
        raise ValueError(told.decode("utf-8", "replace") if isinstance(told, bytes) else str(told)) from None
