"""Instruments of the tests: a browser, an HTML checker, a PDF reader and a clock for processor time."""

from collections.abc import Iterable


def listing(found: Iterable[object]) -> str:
    """Everything that was found, one after the other, as an assertion's message: `assert not found, listing(found)`."""
    return "\n\n".join(["", *map(str, found)])
