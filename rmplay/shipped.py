"""Where the playbooks and themes are that come with rmplay: in the installed package, or in the checkout."""

from __future__ import annotations

from pathlib import Path


def shipped(name: str) -> Path:
    """The folder `content` or `themes` that comes with rmplay."""
    package = Path(__file__).resolve().parent
    inside = package / "_shipped" / name
    return inside if inside.is_dir() else package.parent / name
