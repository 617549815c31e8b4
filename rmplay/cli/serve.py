"""`rmplay serve`: the site in a browser while it is being written."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import click

from .terminal import NOTHING, USAGE, fail, settings

FIRST_PORT, TRIES = 8000, 20


@click.command()
@click.argument("places", nargs=-1, type=click.Path(path_type=Path))
@click.option("-p", "--port", type=click.IntRange(1, 65535), help=f"Where it is served.  [default: {FIRST_PORT}, or the next free one]")
@click.option("-o", "--open", "browse", is_flag=True, help="Open it in the browser.")
@click.option("--poll", is_flag=True, help="Look at the files five times a second, where the system does not tell of changes, "
                                           "as on network shares.")
def serve(places: tuple[Path, ...], port: int | None, browse: bool, poll: bool) -> None:
    """Show the site in a browser, always as last saved. Nothing is written; only this machine can see it."""
    from ..build.preview import Preview
    from ..build.serve import watch
    _look(places)
    preview = Preview(places, Path.cwd(), settings)
    server = _server(preview, port)
    _tell(preview.refresh())
    click.echo(f"{server.url} shows the site as it is saved. Ctrl+C ends it.")
    watcher = threading.Thread(target=watch, args=(preview, poll, server.closing, _tell), daemon=True)
    watcher.start()
    if browse:
        click.launch(server.url)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        click.echo("\nEnded.")
    finally:
        server.closing.set()
        server.server_close()


def _look(places: tuple[Path, ...]) -> None:
    """End the command where there is nothing to show; what goes away later is told in the browser."""
    from ..build.found import NothingToRead, find_project
    try:
        find_project(places, Path.cwd())
    except NothingToRead as error:
        fail(str(error), NOTHING)


def _server(preview, port: int | None):
    from ..build.serve import Server
    for number in (port,) if port else (*range(FIRST_PORT, FIRST_PORT + TRIES), 0):
        try:
            return Server(preview, number)
        except OSError:
            continue
    fail(f"Port {port} is in use, or not for you to use. Leave out --port, and a free one is found.", USAGE)


def _tell(state) -> None:
    """The mistakes, as the browser shows them; without any, one line."""
    if state.mistakes:
        click.echo(state.mistakes, err=True, nl=False)
    else:
        pages = sum(path.endswith(".html") for path in state.files)
        click.echo(f"{pages} pages; {len([path for path, number in state.changes.items() if number == state.number])} files are new.", err=True)
    sys.stderr.flush()
