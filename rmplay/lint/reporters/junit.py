"""JUnit's XML, in the part that all readers of it share: a suite for each file, a case for each check that applied.

A check that found something fails, whatever its level, as in "112 of 140 checks passed". What cannot be used as it is
is an error; what is ignored with a reason is skipped. Times are 0, so that the same input gives the same bytes.
"""

from __future__ import annotations

from ...finding import INVALID, Finding
from ...values import NamedTuple
from ..engine import Checked
from ..report import KNOWN, Report
from .shared import escaped
from .text import spoken

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


class Case(NamedTuple):
    """A check with what it found, and why it is ignored."""

    name: str
    findings: tuple[Finding, ...] = ()
    reason: str = ""

    @property
    def outcome(self) -> str:
        """The element that tells what came of it."""
        if self.findings:
            return "error" if self.findings[0].cls == INVALID else "failure"
        return "skipped" if self.reason else ""


def report(report: Report, color: bool = False) -> str:
    """All suites, with the sums in front."""
    suites = [(file.name, _cases(file)) for file in report.files]
    sums = _sums([case for _, cases in suites for case in cases])
    inner = "".join(_suite(name, cases) for name, cases in suites)
    return f'{_HEAD}<testsuites name="rmplay" {sums}>\n{inner}</testsuites>\n'


def _cases(file: Checked) -> list[Case]:
    """What was found while reading, then the checks; at least one case, or nobody sees that the file was looked at."""
    reasons = {f.rule.id: KNOWN for f in file.held} | {finding.rule.id: reason for finding, reason in file.silent}
    checks = [result.rule for result in file.results]
    others = sorted({f.rule.id for f in file.findings}.union(reasons) - set(checks))
    return [Case(name, tuple(f for f in file.findings if f.rule.id == name), reasons.get(name, ""))
            for name in (*others, *checks)] or [Case("nothing-to-mend")]


def _sums(cases: list[Case]) -> str:
    outcomes = [case.outcome for case in cases]
    return (f'tests="{len(cases)}" failures="{outcomes.count("failure")}" errors="{outcomes.count("error")}" '
            'time="0"')


def _suite(name: str, cases: list[Case]) -> str:
    skipped = sum(case.outcome == "skipped" for case in cases)
    inner = "".join(_case(name, case) for case in cases)
    return f'  <testsuite name="{escaped(name)}" {_sums(cases)} skipped="{skipped}">\n{inner}  </testsuite>\n'


def _case(name: str, case: Case) -> str:
    head = f'    <testcase name="{escaped(case.name)}" classname="{escaped(name)}" time="0"'
    if not case.outcome:
        return head + "/>\n"
    if case.outcome == "skipped":
        return f"{head}>\n      <skipped>{escaped(case.reason)}</skipped>\n    </testcase>\n"
    first = case.findings[0]
    lines = "\n".join(escaped(_line(f)) for f in case.findings)
    return (f'{head}>\n      <{case.outcome} type="{first.level}" message="{escaped(first.message)}">'
            f"{lines}\n{escaped(spoken(first.rule.why))}</{case.outcome}>\n    </testcase>\n")


def _line(finding: Finding) -> str:
    span = finding.span
    return spoken(f"{span.source}:{span.line}:{span.column}: {finding.message} {finding.remedy}")
