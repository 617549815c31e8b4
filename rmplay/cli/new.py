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
@click.option("--with-translations", "translated", is_flag=True, help="With --from: take its translations along.")
@click.option("--list", "listing", is_flag=True, help="List the playbooks to start from.")
def new(folder: Path | None, playbook: str | None, translated: bool, listing: bool) -> None:
    """Start a project in FOLDER, with a complete program to change. `.` is the folder you are in."""
    from .scaffold import STARTER, NotEmpty, scaffold
    from .translated import translated_files
    if listing:
        return put(listed())
    if folder is None:
        raise click.UsageError("Name the folder to start in: rmplay new my-program")
    name = known_playbook(playbook) if playbook else STARTER
    languages = translated_into(name, translated)
    try:
        written = scaffold(folder, name, translated_files) if translated else scaffold(folder, name)
    except NotEmpty as error:
        fail(str(error), USAGE)
    except OSError as error:
        fail(f"{error.filename or folder} cannot be written: {error.strerror}.", USAGE)
    put(described(written, folder / "content"))
    go = "" if folder.resolve() == Path.cwd() else f"  cd {typed_path(folder)}\n"
    shorter = "" if playbook else "To begin with a quarter of its lines, start with --from minimal.\n"
    also = f"With --with-translations it comes in {' and '.join(languages)} too.\n" if languages and not translated else ""
    click.echo(f"\nOpen {written[-1]} in your editor and make it yours: it is a draft of which the\n"
               f"people, places and figures are examples. {shorter}{also}Then type:\n{go}  rmplay lint\n  rmplay build")


ABOUT = {"site.yaml": "title and look of the site", "house.yaml": "what your programs share",
         "schema": "helps editors to complete names; leave it as it is"}


def described(written: list[Path], content: Path) -> str:
    """The files of a new project, the program first, each with what it is for."""
    places = dict.fromkeys(content / "schema" if path.parent.name == "schema" else path for path in reversed(written))
    about = {place: ABOUT.get(place.name) or _about(place.name) for place in places}
    width = max(len(str(place)) for place in places)
    return "".join(f"  {str(place).ljust(width)}  {said}\n" for place, said in about.items())


def _about(file: str) -> str:
    """What a program or a translation is for."""
    original, *language = file.removesuffix(".yaml").split(".")
    return f"translation of {original}.yaml" if language else "the program: begin with this one"


def translated_into(playbook: str, asked: bool) -> list[str]:
    """The languages into which a playbook is translated; says where there are some if those are `asked` for in vain."""
    from .scaffold import playbook_files
    from .translated import translations_of
    found = sorted(translations_of(playbook))
    if asked and not found:
        names = [name for path in playbook_files() if translations_of(name := path.stem)]
        fail(f'The playbook "{playbook}" has no translation. With one: {", ".join(names)}. To make your own, leave the '
             "option out, then see `rmplay translate --help`.", USAGE)
    return found


def listed() -> str:
    """The playbooks to start from, each with its size and what it is for."""
    from .scaffold import STARTER, playbooks
    from .translated import translations_of
    told = []
    for one in playbooks():
        default = ", the usual start" if one.name == STARTER else ""
        also = "".join(f", also in {language}" for language in sorted(translations_of(one.name)))
        told.append(f"{one.name}  ({one.kind}, {one.lines:,} lines{default}{also})\n"
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
