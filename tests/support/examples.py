"""Examples of rules about several files, or about other files than a program: a line such as `# site.yaml` begins each."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import NamedTuple

from rmplay.build.baseline import with_baseline
from rmplay.build.found import SPECIAL
from rmplay.build.lint import lint
from rmplay.build.project import open_project
from rmplay.finding import Finding, Span
from rmplay.lint.engine import Checked

_HEAD = re.compile(rb"^# ((?:[\w-]+/)*[\w.-]+\.(?:yaml|json|html))\n", re.M)
_BASELINE = "known.json"
_BESIDE = (("content/brand/logo.svg", b"<svg/>"), ("content/programs/beside.yaml", b"title: Another program\n"))


class Piece(NamedTuple):
    """One file of an example, by its path in a project, and the number of lines of the example above its first one."""

    path: str
    above: int
    data: bytes


def pieces(data: bytes) -> list[Piece]:
    """The files of an example; none if it is one program by itself."""
    heads = list(_HEAD.finditer(data))
    if not heads or heads[0].start() != 0:
        return []
    ends = [head.start() for head in heads[1:]] + [len(data)]
    return [Piece(_place(head[1].decode()), data.count(b"\n", 0, head.end()), data[head.end():end])
            for head, end in zip(heads, ends, strict=True)]


def _place(name: str) -> str:
    """Where a file lies in a project: settings in `content`, programs in their folder, all others at the top."""
    folder = "" if not name.endswith(".yaml") else "content/" if name in SPECIAL else "content/programs/"
    return folder + name


def findings_in(files: list[Piece]) -> list[Finding]:
    """What is told of the files of an example, in a project with a logo and one more program.

    Lines are counted as in the example.
    """
    above = {file.path: file.above for file in files}
    with tempfile.TemporaryDirectory() as folder:
        return [f._replace(span=_lower(f.span, above[f.span.source]))
                for one in _checked(files, Path(folder).resolve()) for f in one.findings if f.span.source in above]


def _checked(files: list[Piece], folder: Path) -> tuple[Checked, ...]:
    for path, data in (*_BESIDE, *((file.path, file.data) for file in files)):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    checked = lint(open_project((), folder))
    known = folder / _BASELINE
    return with_baseline(known, checked, folder) if known.exists() else checked


def _lower(span: Span, lines: int) -> Span:
    return span._replace(line=span.line + lines, end_line=span.end_line + lines)
