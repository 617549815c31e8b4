"""Each program's parts of the search index, kept in `site/.rmplay/search` under a hash of themselves.

The index is made of all parts, so a build that makes one program again takes those of the others from here. Like the
memory it is JSON, is only a help, and counts as missing when it is not what its name says.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path

from . import output
from .fresh import digest

PARTS = "search"


def hash_of(parts: tuple[str, ...]) -> str:
    """The name of the parts of a program; empty where there are none."""
    return digest(_bytes(parts)) if parts else ""


def keep(target: Path, programs: Iterable[tuple[str, ...]], wanted: set[str]) -> None:
    """Write the parts of programs, and take away those that nobody wants any more. Raises OSError."""
    folder = target / output.STATE / PARTS
    for parts in filter(None, programs):
        data = _bytes(parts)
        if not (folder / digest(data)).is_file():
            output.remember(target, f"{PARTS}/{digest(data)}", data)
    for name in os.listdir(folder) if folder.is_dir() else ():
        if name not in wanted:
            os.unlink(folder / name)


def kept(target: Path, name: str) -> tuple[str, ...] | None:
    """The parts of a name; None if they are missing or damaged."""
    if not name:
        return ()
    try:
        data = (target / output.STATE / PARTS / name).read_bytes()
    except OSError:
        return None
    return tuple(json.loads(data)) if digest(data) == name else None


def _bytes(parts: tuple[str, ...]) -> bytes:
    return json.dumps(parts, separators=(",", ":"), ensure_ascii=False).encode()
