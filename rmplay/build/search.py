"""The programs' parts of the search index, kept in `site/.rmplay/search`: those that one build made in one file, under a
hash of itself, as a file for each program takes many times as long.

The index is made of all parts, so a build that makes one program again takes those of the others from here. Like the
memory it is JSON, is only a help, and counts as missing when it is not what its name says.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

from . import output
from .fresh import digest

PARTS = "search"


def keep(target: Path, made: Mapping[str, tuple[str, ...]], wanted: set[str]) -> str:
    """Write the parts of programs, by name, into one file, whose name is the answer; empty where there are none.

    Files that are not `wanted` for other programs are taken away. Raises OSError.
    """
    data = json.dumps(made, separators=(",", ":"), ensure_ascii=False).encode()
    name = digest(data) if made else ""
    folder = target / output.STATE / PARTS
    if made:
        output.remember(target, f"{PARTS}/{name}", data)
    for other in os.listdir(folder) if folder.is_dir() else ():
        if other != name and other not in wanted:
            os.unlink(folder / other)
    return name


def kept(target: Path, programs: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The parts of programs, of which each has the name of its file; without those that are missing or damaged."""
    files = {name: _read(target / output.STATE / PARTS, name) for name in set(programs.values()) if name}
    return {program: tuple(files[name][program]) for program, name in programs.items() if program in files.get(name, ())}


def _read(folder: Path, name: str) -> dict[str, list[str]]:
    """What a file of parts holds; nothing if it is not what its name says."""
    try:
        data = (folder / name).read_bytes()
    except OSError:
        return {}
    return json.loads(data) if digest(data) == name else {}
