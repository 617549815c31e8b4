"""What every test shares: the browser's fixtures, how hard Hypothesis searches, and what a skip means."""

import gc

import pytest
from hypothesis import settings

pytest_plugins = ["support.browser", "support.strict"]

# The suite tries the same examples on every machine; `make fuzz` tries new ones each time.
settings.register_profile("suite", deadline=None, derandomize=True, database=None, max_examples=60)
settings.register_profile("fuzz", deadline=None, max_examples=5000)
settings.load_profile("suite")

# As in the command line: nodes and records have no cycles, and looking through all that earlier tests left takes a second.
gc.set_threshold(200_000, 20, 100)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that drives the browser, so that `-m "not browser"` leaves them out."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
