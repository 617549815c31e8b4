"""A template that a project has taken over remembers what it was made from, so that a later original can be told.

The first line of such a copy is `{# rmplay: from default/page.html, 3f2a... #}`: where the original stood, and its digest.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..finding import Finding, Span
from ..patterns import pattern
from ..values import NamedTuple
from .rules import ORIGINAL_CHANGED

if TYPE_CHECKING:
    from .theme import Theme

_MARK = pattern(r"\{# rmplay: from (?P<where>[^,\n]+), (?P<digest>[0-9a-f]{16}) #\}\r?\n?")


class Copy(NamedTuple):
    """A template that a project has taken over. `original` is the text that it would replace now, "" if there is none."""

    template: str
    path: Path
    text: str
    taken: str
    original: str

    @property
    def is_behind(self) -> bool:
        """Whether the original is no longer the one from which the copy was made."""
        return digest(self.original) != self.taken


def digest(text: str) -> str:
    """The digest of a template, the same on every system."""
    import hashlib  # slow to load, and no other part of the linter needs it
    return hashlib.sha256(text.replace("\r\n", "\n").encode()).hexdigest()[:16]


def marked(original: str, where: str) -> str:
    """The text of a copy: the original under a line that says what it was made from."""
    return f"{{# rmplay: from {where}, {digest(original)} #}}\n{original}"


def copies(overrides: Path, theme: Theme) -> list[Copy]:
    """The templates in a folder that were taken over from a theme, by name; others are the project's own."""
    found = []
    for path in sorted((overrides / "templates").rglob("*")):
        text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
        if mark := _MARK.match(text):
            name = path.relative_to(overrides / "templates").as_posix()
            original = original_of(name, theme, overrides)
            kept = original.read_text(encoding="utf-8") if original else ""
            found.append(Copy(name, path, text[mark.end():], mark["digest"], kept))
    return found


def original_of(template: str, theme: Theme, overrides: Path | None) -> Path | None:
    """The file that a template of the project replaces: the nearest of the theme and its parents."""
    layers = (layer for layer in theme.layers if layer != overrides)
    return next((path for layer in layers if (path := layer / "templates" / template).is_file()), None)


def finding(copy: Copy, span: Span) -> Finding:
    """What is to be said about a copy whose original has changed."""
    if not copy.original:
        return ORIGINAL_CHANGED.at(span, f"The theme no longer has a template {copy.template}.",
                                   "Take the file out of overrides, unless a template of yours uses it.")
    return ORIGINAL_CHANGED.at(
        span, f"The original of {copy.template} has changed since this copy was made.",
        f"`rmplay theme diff {copy.template}` shows the difference. Take over what is new, then type "
        f"{digest(copy.original)} for the number in this line.")
