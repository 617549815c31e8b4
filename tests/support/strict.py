"""A pytest plugin: in CI, a skipped test or test file is a failed one."""

from collections.abc import Generator
from typing import TypeVar

import pytest

from support.machine import in_ci

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)


def refuse_skip(report: Report) -> Report:
    """Turn a skip into a failure that keeps its reason; an expected failure (xfail) stays what it is."""
    if in_ci() and report.skipped and not hasattr(report, "wasxfail"):
        place, line, reason = report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{place}:{line}: nothing may be skipped in CI, but this was: {reason}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Judge the report of each test and of its fixtures."""
    return refuse_skip((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Judge the report of each test file."""
    return refuse_skip((yield))
