"""`rmplay lint --fix` and `--diff`: findings mended by edits of the text, shown or written."""

from __future__ import annotations

import difflib
import os
import shutil
import tempfile
from pathlib import Path

import click

from ..build.fix import Fixed, fix, looks
from ..build.found import Typed
from ..build.project import Project
from ..definition.edits import NotEditable
from ..lint.preferences import Asked
from ..lint.reporters.text import clean
from ..lint.rule import Settings
from ..patterns import pattern
from ..values import NamedTuple
from .terminal import color, put

_LINE = pattern("[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


class NotWritten(Exception):
    """A file was left as it was; the message says why."""


class Mended(NamedTuple):
    """A file, under the name that findings give it, with what was mended in it."""

    name: str
    path: Path
    fixed: Fixed


def mended(project: Project, settings: Settings, asked: Asked, unsafe: bool, typed: Typed | None = None) -> list[Mended]:
    """The files of a project that can be mended, in order; nothing is written. What cannot be edited is said.

    `typed` is the text that comes from somewhere else than its file; then it is the only one.
    """
    found = []
    for name, look in looks(project, settings, asked):
        path = project.named_from / name
        if typed and path.resolve() != typed.path.resolve():
            continue
        try:
            fixed = fix(typed.data if typed else path.read_bytes(), name, look, unsafe)
        except NotEditable as error:
            click.echo(f"{name}: nothing was mended. {error}", err=True)
            continue
        for finding in fixed.refused:
            click.echo(f"{name}:{finding.span.line}: {finding.rule.id} was not mended, since that would have changed "
                       "something else as well.", err=True)
        if fixed.after != fixed.before:
            found.append(Mended(name, path, fixed))
    return found


def show(files: list[Mended], stream) -> None:
    """Print what would change, as a unified diff."""
    for file in files:
        lines = diff(file.name, file.fixed.before, file.fixed.after)
        put("".join(_colored(clean(line.rstrip("\r\n"))) for line in lines) if color(stream) else "".join(lines))
        click.echo(f"{file.name}: {_counted(file.fixed)} would be mended.", err=True)


def diff(name: str, before: bytes, after: bytes) -> list[str]:
    """A unified diff as other tools read it; lines keep their ends."""
    old, new = (_LINE.findall(data.decode("utf-8")) for data in (before, after))
    lines = []
    for line in difflib.unified_diff(old, new, f"a/{name}", f"b/{name}"):
        lines.append(line if line.endswith(("\n", "\r")) else line + "\n\\ No newline at end of file\n")
    return lines


def write(files: list[Mended], root: Path | None) -> bool:
    """Write what was mended; says what was done. Whether every file could be written."""
    good = True
    for file in files:
        try:
            replace_file(file.path, root, file.fixed.before, file.fixed.after)
        except NotWritten as error:
            click.echo(f"{file.name}: nothing was mended. {error}", err=True)
            good = False
        else:
            click.echo(f"{file.name}: {_counted(file.fixed)} mended ({_listed(file.fixed)}).", err=True)
    return good


def replace_file(path: Path, root: Path | None, before: bytes, after: bytes) -> None:
    """Put other bytes into a file, whole or not at all. Raises NotWritten.

    `root` is the folder of the project: what lies outside of it, or is reached through a link that leads out of it, is
    not touched.
    """
    real = path.resolve()
    if root is not None and not real.is_relative_to(root.resolve()):
        raise NotWritten("It lies outside of this project, or a link leads to it from there. Name it by itself.")
    try:
        if real.read_bytes() != before:
            raise NotWritten("It was changed by another program meanwhile. Try again.")
        if not os.access(real, os.W_OK):
            raise NotWritten("It is write-protected.")
        _replace(real, after)
    except OSError as error:
        raise NotWritten(f"It cannot be written: {error.strerror}.") from None


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        shutil.copymode(path, name)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _counted(fixed: Fixed) -> str:
    return f"{len(fixed.done)} finding{'s' * (len(fixed.done) != 1)}"


def _listed(fixed: Fixed) -> str:
    names = [finding.rule.id for finding in fixed.done]
    return ", ".join(f"{names.count(name)} {name}" if names.count(name) > 1 else name for name in dict.fromkeys(names))


def _colored(line: str) -> str:
    code = "1" if line.startswith(("---", "+++")) else {"+": "32", "-": "31", "@": "36"}.get(line[:1])
    return f"\x1b[{code}m{line}\x1b[0m\n" if code else line + "\n"
