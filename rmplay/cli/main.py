"""The command line: a table of commands, each in a module of its own that is read when it is called.

Status: 0 fine; 1 findings at or above the asked level; 2 wrong usage, or a result that cannot be written; 3 nothing to
read there; 70 a mistake of ours.
Results go to stdout, everything else to stderr.
"""

from __future__ import annotations

import gc

gc.set_threshold(500_000, 20, 100)  # what is imported and read has no cycles; looking for some costs a fifth of a run

import importlib
import os
import sys
from typing import NoReturn

import click

from .. import __version__
from .terminal import BUG, USAGE

COMMANDS = {"new": "new", "add": "add", "lint": "lint", "build": "build", "serve": "serve", "explain": "explain",
            "translate": "translate", "schema": "schema", "theme": "theme"}


class Commands(click.Group):
    """The commands by name; the module of one is read when it is used, so that the others cost it nothing."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order in which they are needed."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, or None."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f".{COMMANDS[cmd_name]}", __package__)
        return getattr(module, cmd_name)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was typed; one that does not exist names the nearest one."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            import difflib
            near = difflib.get_close_matches(args[0], COMMANDS, 1)
            ctx.fail(f'There is no command "{args[0]}".' + (f" Did you mean {near[0]}?" if near else ""))
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", message="rmplay %(version)s")
def cli() -> None:
    """Make a mentoring playbook of a YAML definition.

    \b
    Start:    rmplay new my-program
    Go on:    rmplay add session
    Check:    rmplay lint
    Preview:  rmplay serve --open
    Publish:  rmplay build
    """


def main() -> NoReturn:
    """Run the command line, and end the process; a mistake of ours says that it is one, with status 70."""
    try:
        cli(prog_name="rmplay")
    except SystemExit as end:
        _leave(end.code if isinstance(end.code, int) else int(bool(end.code)))
    except Exception:
        import traceback
        traceback.print_exc()
        click.echo("\nThis is a mistake in rmplay, not in your files. Please report it with the lines above.", err=True)
        _leave(BUG)


def _leave(status: int) -> NoReturn:
    """End the process without taking every object apart, which is a seventh of a lint of one file.

    What commands open they close; nothing is registered for the end of the process.
    """
    for stream in filter(None, (sys.stdout, sys.stderr)):
        try:
            stream.flush()
        except BrokenPipeError:
            pass  # whoever read it has seen enough
        except (OSError, ValueError):
            status = status or USAGE
    os._exit(status)
