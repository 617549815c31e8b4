"""Reports for people and machines. Each is a function from a Report to text; nothing is printed here."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the command line takes FORMATS from here, and must not load the linter for them
    from ..report import Report

FORMATS = ("text", "concise", "plain", "markdown", "html", "json", "sarif", "github", "gitlab", "junit")


def reporter(name: str) -> Callable[[Report, bool], str]:
    """The reporter of a format; its second argument says whether the text may be colored."""
    return importlib.import_module(f"{__name__}.{name}").report
