"""A baseline on disk. Files are named in it from the folder in which it lies, so that it means the same everywhere."""

from __future__ import annotations

import os
from pathlib import Path

from ..lint import baseline
from ..lint.engine import Checked
from ..values import NamedTuple


class Names(NamedTuple):
    """How the baseline calls a file of the report, whose names begin at `named_from`."""

    named_from: Path
    folder: Path

    def __call__(self, name: str) -> str:
        """The name from the folder of the baseline, with `/` on every system."""
        try:
            return Path(os.path.relpath(self.named_from / name, self.folder)).as_posix()
        except ValueError:  # another drive, on Windows
            return name


def with_baseline(path: Path, files: tuple[Checked, ...], named_from: Path) -> tuple[Checked, ...]:
    """The results without what the baseline at `path` knows. Raises OSError and baseline.BaselineError."""
    called = Names(named_from.resolve(), path.resolve().parent)
    name = Names(Path.cwd(), named_from.resolve())(str(path))
    known = baseline.read(path.read_text(encoding="utf-8", errors="replace"), name)
    gone = {entry.key[0] for entry in known.entries if not (called.folder / entry.key[0]).exists()}
    return baseline.held_back(files, known, called, gone)


def write_baseline(path: Path, files: tuple[Checked, ...], named_from: Path) -> int:
    """Write all that is told and may be held back; how many findings that is. Raises OSError."""
    called = Names(named_from.resolve(), path.resolve().parent)
    text = baseline.written(files, called)
    path.write_text(text, encoding="utf-8", newline="\n")
    return sum(entry.count for entry in baseline.read(text, path.name).entries)
