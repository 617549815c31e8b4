"""A finding: a place in a definition, what is wrong there, why it matters, and what to type.

Everything that complains (the reader, the decoder, the rules, the theme, the links) speaks in these values.
"""

from __future__ import annotations

import functools
import inspect
import re

from .values import NamedTuple

INVALID = "invalid"
INCOMPLETE = "incomplete"
ADVICE = "advice"
CLASSES = (INVALID, INCOMPLETE, ADVICE)
ERROR, WARNING, HINT = "error", "warning", "advice"
LEVELS = (ERROR, WARNING, HINT)
LEVEL_OF_CLASS = {INVALID: ERROR, INCOMPLETE: WARNING, ADVICE: HINT}
FORM = "form"
FIRST_EDITION = 2026


class Span(NamedTuple):
    """A stretch of text: lines and columns count code points from 1, `end_column` is the one after the last."""

    source: str
    line: int
    column: int
    end_line: int
    end_column: int


class Edit(NamedTuple):
    """Replace the text of a span by another; a line end in it is written as the file writes its own.

    `safe` says that nobody could have meant anything else; what is not safe is only done on request.
    """

    span: Span
    text: str
    safe: bool = False


class Related(NamedTuple):
    """Another place that explains a finding, such as the first of two equal keys."""

    span: Span
    note: str


class Rule(NamedTuple):
    """The entry of a rule: its name, its class, and the one text that explains it, is its example and its test.

    `about` begins with what the rule looks for; parts named `Why:`, `Source:`, `Ignore:`, `Bad:` and `Good:` follow, and
    `Since:` with its edition if that is not the first. An example of several files, or of another one than a program, has a
    line such as `# site.yaml` above each. `section` is the part of a program that the rule is about; FORM for the form of
    the text.
    """

    id: str
    cls: str
    about: str
    section: str = FORM

    def __reduce__(self) -> tuple:
        return _rule, tuple(self)

    @property
    def parts(self) -> dict[str, list[str]]:
        """The text taken apart: `What` and the named parts, each as often as it stands there."""
        return _parts(self.about)

    @property
    def why(self) -> str:
        """Why it matters, in one sentence."""
        return " ".join(self.parts.get("Why", [""])[0].split())

    @property
    def edition(self) -> int:
        """The edition of the rules since which this one speaks."""
        return int(self.parts["Since"][0]) if "Since:" in self.about else FIRST_EDITION

    @property
    def sources(self) -> tuple[str, ...]:
        """Keys of the bibliography."""
        return tuple(" ".join(self.parts.get("Source", [""])).replace(",", " ").split())

    def at(self, span: Span, message: str, remedy: str, *, path: str = "", related: tuple[Related, ...] = (),
           edits: tuple[Edit, ...] = ()) -> Finding:
        """A finding of this rule at a span; `remedy` says what to type."""
        return Finding(self, span, message, remedy, path, related, edits, LEVEL_OF_CLASS[self.cls])


@functools.cache
def _rule(*parts: str) -> Rule:
    """The rule that a worker sent: many findings are of the same one."""
    return Rule(*parts)


@functools.cache
def _parts(about: str) -> dict[str, list[str]]:
    pieces = re.split(r"^(Why|Source|Ignore|Since|Bad|Good):", inspect.cleandoc(about), flags=re.M)
    found: dict[str, list[str]] = {"What": [pieces[0].strip()]}
    for name, body in zip(pieces[1::2], pieces[2::2], strict=True):
        found.setdefault(name, []).append(body.strip("\n").rstrip())
    return found


class Finding(NamedTuple):
    """One thing that is wrong, with its place and its remedy, and how loudly it is told: error, warning or advice."""

    rule: Rule
    span: Span
    message: str
    remedy: str
    path: str = ""
    related: tuple[Related, ...] = ()
    edits: tuple[Edit, ...] = ()
    level: str = WARNING

    @property
    def cls(self) -> str:
        """The class of the rule: invalid, incomplete or advice."""
        return self.rule.cls

    @property
    def order(self) -> tuple:
        """Findings are told in the order of the text; at one place, by the names of their rules."""
        return (*self.span, self.rule.id)
