"""Each program's part of the search index, kept in `site/.rmplay/rows` under a hash of itself.

The index is made of all parts, so a build that makes one program again takes those of the others from here. Like the
memory it is JSON, is only a help, and counts as missing when it is not what its name says.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from . import output
from .fresh import digest

if TYPE_CHECKING:
    from ..site.search import Row

ROWS = "rows"


def hash_of(rows: tuple[Row, ...]) -> str:
    """The name of a part of the index; empty where there is none."""
    return digest(_bytes(rows)) if rows else ""


def keep(target: Path, parts: Iterable[tuple[Row, ...]], wanted: set[str]) -> None:
    """Write parts, and take away those that nobody wants any more. Raises OSError."""
    folder = target / output.STATE / ROWS
    for rows in filter(None, parts):
        data = _bytes(rows)
        if not (folder / digest(data)).is_file():
            output.remember(target, f"{ROWS}/{digest(data)}", data)
    for name in os.listdir(folder) if folder.is_dir() else ():
        if name not in wanted:
            os.unlink(folder / name)


def kept(target: Path, name: str) -> tuple[Row, ...] | None:
    """The part of a name; None if it is missing or damaged."""
    from ..site.search import Row
    if not name:
        return ()
    try:
        data = (target / output.STATE / ROWS / name).read_bytes()
    except OSError:
        return None
    if digest(data) != name:
        return None
    return tuple(Row(*(tuple(value) if isinstance(value, list) else value for value in row)) for row in json.loads(data))


def _bytes(rows: tuple[Row, ...]) -> bytes:
    return json.dumps(rows, separators=(",", ":"), ensure_ascii=False).encode()
