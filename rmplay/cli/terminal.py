"""What commands share: statuses, what is printed where, the project they work on, how programs are called, the date."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NoReturn

import click

FINDINGS, USAGE, NOTHING, BUG = 1, 2, 3, 70
AUDIENCES = ("everybody", "participants")


def opened(places: tuple[Path, ...]):
    """The project of some places, or of this folder; says where nothing was found, and ends."""
    from ..build.found import NothingToRead
    from ..build.project import open_project
    try:
        project = open_project(places, Path.cwd())
        return project._replace(programs=tuple(project.programs))
    except NothingToRead as error:
        fail(str(error), NOTHING)


def names_of_program(text) -> tuple[str, ...]:
    """What the program of a text can be called: its id, or its file without the ending."""
    written = text.root.entry("id") if text.root else None
    return (Path(text.source.name).stem, *([written.value.text] if written and written.value.text else []))


def settings():
    """Settings with the date of today, or of SOURCE_DATE_EPOCH, so that a run can be repeated."""
    import datetime

    from ..lint.rule import Settings
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        now = datetime.datetime.fromtimestamp(int(epoch), datetime.UTC) if epoch else datetime.datetime.now()
    except (ValueError, OverflowError, OSError):
        raise click.UsageError(f"SOURCE_DATE_EPOCH is not a number of seconds: {epoch[:40]}") from None
    return Settings(today=now.date())


def color(stream) -> bool:
    """Whether a stream is to be colored: NO_COLOR, FORCE_COLOR, else whether it is a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or stream is not None and stream.isatty()


def put(text: str) -> None:
    """Print a result. Always UTF-8 with plain line ends, so that it is the same on every system."""
    put_bytes(text.encode("utf-8", "backslashreplace"))


def put_bytes(data: bytes) -> None:
    """Print a result as it is. Without anybody to print it for, nothing happens."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise  # whoever read it has seen enough, and click ends the command
    except OSError as error:
        fail(f"The result cannot be written: {error.strerror}.", USAGE)


def jobs_option(what: str):
    """The option for the number of workers: 0 stands for as many as pay."""
    return click.option("-j", "--jobs", default="auto", metavar="N|auto", help=what, show_default=True,
                        callback=lambda ctx, option, value: _jobs(value))


def _jobs(value: str) -> int:
    if value == "auto":
        return 0
    if value.isdecimal() and 0 < int(value) <= 60:
        return int(value)
    raise click.BadParameter(f'"{value}" is neither a number from 1 to 60 nor "auto".')


def shown(path: Path) -> str:
    """A path as the reader knows it: from this folder, if it lies in it."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def fail(message: str, status: int) -> NoReturn:
    """Say on stderr what stands against it, and end with a status."""
    click.echo(message, err=True)
    sys.exit(status)


def language_typed(typed: str) -> str:
    """The tag that was typed; says what was meant, and ends, where it is none."""
    from ..definition.languages import is_language, language_meant
    if is_language(typed):
        return typed
    meant = language_meant(typed)
    fail(f'"{typed}" is not the code of a language. ' + (f"Did you mean {meant}?" if meant else
         "Two letters name a language, such as fr; for a country add a hyphen and two capitals, such as pt-BR."), USAGE)
