"""Patterns that are compiled when they are first used.

A lint of one file meets eighty of them and needs a third: most look at what only a file with mistakes has. To compile
them all was a twentieth of the run.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from re import compile as pattern
else:
    class pattern:  # noqa: N801 (it is called like the function that it stands for)
        """What `re.compile` gives, later. A mistake in a pattern is raised at its first use."""

        def __init__(self, text: str, flags: int = 0) -> None:
            self._asked = text, flags

        def __reduce__(self) -> tuple:
            return pattern, self._asked

        def __getattr__(self, name: str) -> Any:
            compiled = re.compile(*self._asked)
            for one in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub"):
                self.__dict__[one] = getattr(compiled, one)
            return getattr(compiled, name)
