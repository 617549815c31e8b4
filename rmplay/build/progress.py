"""What the linter found becomes what pages for staff show: the same results, put in order of use."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

from ..definition.model import Program
from ..definition.skeleton import sections
from ..finding import ADVICE, Finding
from ..lint.engine import Checked
from ..lint.report import standing
from ..lint.standards import parts_of
from ..site.progress import Done, Progress, Standard, Step

_LAST = ("rmplay", "title", "id", "aliases", "language", "status", "version", "review", "changes", "based_on", "tags")  # readers need less
_ORDER = {name.rstrip("_"): number for number, name in enumerate(
    [*(name for name in Program.specs if name not in _LAST), *_LAST])}


def progress_of(checked: Checked) -> Progress:
    """How far a definition is towards being published, and what to write, in the order in which readers need it."""
    told = [finding for finding in checked.findings if finding.cls != ADVICE]
    steps = [Step(_where(f), f.message, f.remedy, _lines(f)) for f in sorted(told, key=_rank)]
    state = standing(checked)
    return Progress(tuple(Done(*section) for section in state.sections), tuple(steps), tuple(_standards(checked)), state.unwritten)


def _standards(checked: Checked) -> Iterable[Standard]:
    for name, parts in itertools.groupby(parts_of(checked), lambda part: part.standard):
        yield Standard(name, tuple(Done(part.name, part.passed, part.applicable) for part in parts))


def _where(finding: Finding) -> str:
    """The place in words. Only the name of the file: a page does not depend on where a project lies."""
    return f"{finding.span.source.rsplit('/', 1)[-1]}, line {finding.span.line}"


def _rank(finding: Finding) -> tuple:
    """First by section, in the order of thought; a whole section that is missing before what is missing in it."""
    section = re.split(r"[.\[]", finding.path)[0]
    return _ORDER.get(section, len(_ORDER)), finding.path != section, finding.order


def _lines(finding: Finding) -> str:
    """Lines to paste for a section that is missing: those of the program that `rmplay new` starts with."""
    return sections().get(finding.path, "").rstrip() if finding.rule.id == "missing-section" else ""
