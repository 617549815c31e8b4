"""Where the links of texts lead: apart from Markdown, so that a linter needs nothing of what makes pages."""

from __future__ import annotations

from ..definition.decode import SAFE_SCHEMES
from ..patterns import pattern

INTERNAL = "\x1frmplay:"  # begins with a sign that no text can hold, so no text can pose as a link
_INTERNAL_TARGET = pattern(r"[a-z0-9-]+(/[a-z0-9-]+)*\Z")


def safe_target(target: str) -> str | None:
    """The address of a link: as it is for the web, symbolic for a page of the site, None for anything else."""
    target = target.strip()
    scheme = target.split(":", 1)[0].lower() if ":" in target else ""
    if scheme in SAFE_SCHEMES:
        return target
    key = target.removesuffix(".html")
    return INTERNAL + key if not scheme and _INTERNAL_TARGET.match(key) else None
