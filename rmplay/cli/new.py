"""`rmplay new`: start a project."""

from __future__ import annotations

from pathlib import Path

import click

from .terminal import USAGE, fail


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Start a project in FOLDER, with a complete program to change."""
    from .scaffold import NotEmpty, scaffold
    try:
        written = scaffold(folder)
    except NotEmpty as error:
        fail(str(error), USAGE)
    except OSError as error:
        fail(f"{error.filename or folder} cannot be written: {error.strerror}.", USAGE)
    for path in written:
        click.echo(f"  {path}")
    click.echo(f"\nOpen {written[-1]} in your editor and make it yours. Then type:\n"
               f"  cd {folder}\n  rmplay lint\n  rmplay build")
