"""`rmplay new`: start a project."""

from __future__ import annotations

import os
import shlex
import textwrap
from pathlib import Path

import click

from .terminal import USAGE, fail, put


@click.command(short_help="Start a project, with a program to change.")
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--from", "playbook", metavar="PLAYBOOK", help="Start from one of the playbooks of --list.")
@click.option("--list", "listing", is_flag=True, help="List the playbooks to start from.")
def new(folder: Path | None, playbook: str | None, listing: bool) -> None:
    """Start a project in FOLDER, with a complete program to change. `.` is the folder you are in."""
    from .scaffold import STARTER, NotEmpty, scaffold
    if listing:
        return put(listed())
    if folder is None:
        raise click.UsageError("Name the folder to start in: rmplay new my-program")
    name = known_playbook(playbook) if playbook else STARTER
    try:
        written = scaffold(folder, name)
    except NotEmpty as error:
        fail(str(error), USAGE)
    except OSError as error:
        fail(f"{error.filename or folder} cannot be written: {error.strerror}.", USAGE)
    for path in written:
        click.echo(f"  {path}")
    go = "" if folder.resolve() == Path.cwd() else f"  cd {typed_path(folder)}\n"
    click.echo(f"\nOpen {written[-1]} in your editor and make it yours: it is a draft of which the\n"
               f"people, places and figures are examples. Then type:\n{go}  rmplay lint\n  rmplay build")


def listed() -> str:
    """The playbooks to start from, each with its size and what it is for."""
    from .scaffold import STARTER, playbooks
    told = []
    for one in playbooks():
        default = ", the usual start" if one.name == STARTER else ""
        told.append(f"{one.name}  ({one.kind}, {one.lines:,} lines{default})\n"
                    + textwrap.fill(f"{one.title}. {one.summary}", 92, initial_indent="    ", subsequent_indent="    "))
    return "\n\n".join(told) + "\n\nStart from one: rmplay new my-program --from minimal\n"


def known_playbook(name: str) -> str:
    """The name of a playbook that there is; else says which there are, and ends."""
    import difflib

    from .scaffold import STARTER, playbook_files
    names = [STARTER, *(path.stem for path in playbook_files())]
    if name in names:
        return name
    near = difflib.get_close_matches(name, names, 1, 0.5)
    fail(f'There is no playbook called "{name}". ' + (f"Did you mean {near[0]}? " if near else "")
         + "`rmplay new --list` describes them all.", USAGE)


def typed_path(path: Path) -> str:
    """A path as it is typed in a shell, with quotes where it needs them."""
    text = str(path)
    if os.name == "nt":
        return f'"{text}"' if set(text) & set(" &()[]{}^=;!'+,`~$") else text
    if set(text) & set('"$`\\!'):
        return shlex.quote(text)
    return text if shlex.quote(text) == text else f'"{text}"'
