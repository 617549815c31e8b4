"""`rmplay add`: an entry at its place in a program, or a program in a project, to be changed."""

from __future__ import annotations

from pathlib import Path

import click

from .terminal import NOTHING, USAGE, fail, names_of_program, opened, put, settings, shown

KINDS = ("goal", "session", "risk", "instrument", "program")
MOST_SAID = 3


@click.command(short_help="Add a goal, session, risk, instrument or program.")
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("name", required=False)
@click.option("--dry-run", is_flag=True, help="Show what would be added, and write nothing.")
@click.option("--from", "playbook", metavar="PLAYBOOK", help="With `add program`: one of `rmplay new --list`.")
def add(kind: str, name: str | None, dry_run: bool, playbook: str | None) -> None:
    """Add a goal, session, risk or instrument to the program NAME, or a new program called NAME.

    NAME is a file or the id of a program; a project with one program needs none. What is added is an example with
    comments: change it to yours.
    """
    if kind == "program":
        return _program(name, playbook, dry_run)
    if playbook:
        raise click.UsageError("--from is for `rmplay add program`.")
    _entry(kind, name, dry_run)


# ---- entries ---------------------------------------------------------------------------------------------------------

def _entry(kind: str, name: str | None, dry_run: bool) -> None:
    from ..build.fix import NotAsExpected, insert, looks
    from ..definition.edits import NotEditable
    from ..definition.insert import NoPlace, entry_edit
    from . import fix as fixing
    project, text = _chosen(name)
    look = dict(looks(project, settings()))[text.source.name]
    path = Path(text.source.name)
    try:
        fixed = insert(path.read_bytes(), text.source.name, look, entry_edit(text, kind))
        if dry_run:
            return put("".join(fixing.diff(text.source.name, fixed.before, fixed.after)))
        fixing.replace_file(path, project.root, fixed.before, fixed.after)
    except (NoPlace, NotEditable, NotAsExpected, fixing.NotWritten) as error:
        fail(f"{text.source.name}: nothing was added. {error}", USAGE)
    _say(kind, text.source.name, fixed)


def _chosen(name: str | None):
    """The project and the program that is meant; says which there are where that is not clear."""
    place = Path(name) if name else None
    project = opened((place,) if place and place.exists() else ())
    found = [text for text in project.programs if place is None or place.is_file() or name in names_of_program(text)]
    if len(found) == 1:
        return project, found[0]
    known = ", ".join(sorted(Path(text.source.name).stem for text in project.programs))
    if not found:
        fail(f'There is no program called "{name}" here. There are: {known}.', NOTHING)
    fail(f"Say which program, behind the kind. There are: {known}.", USAGE)


def _say(kind: str, name: str, fixed) -> None:
    """Where the entry stands, and what else its program needs now."""
    old, new = (data.decode("utf-8").splitlines() for data in (fixed.before, fixed.after))
    line = next((i for i, (a, b) in enumerate(zip(old, new, strict=False), 1) if a != b), min(len(old), len(new)) + 1)
    line += next(i for i, text in enumerate(new[line - 1:]) if text.strip())
    click.echo(f"{name}:{line}: an example of {'an' if kind[0] in 'aeiou' else 'a'} {kind} stands here now. Make it yours.")
    for finding in fixed.done[:MOST_SAID]:
        click.echo(f"  Now also: {name}:{finding.span.line}: {finding.message} {finding.remedy}")
    if len(fixed.done) > MOST_SAID:
        click.echo(f"  And {len(fixed.done) - MOST_SAID} more: rmplay lint")


# ---- programs --------------------------------------------------------------------------------------------------------

def _program(name: str | None, playbook: str | None, dry_run: bool) -> None:
    from ..build.found import content_of
    from ..definition.decode import slug
    from .new import known_playbook
    from .scaffold import STARTER, program_text, write_new
    stem = slug(name or "")
    if not stem:
        raise click.UsageError('Say what it is called, in letters: rmplay add program "Sales onboarding"')
    content = content_of(Path.cwd())
    if content is None:
        fail("There is no project here to add to. Start one: rmplay new my-program", NOTHING)
    title = name if " " in name else name.replace("-", " ").capitalize()
    text = program_text(known_playbook(playbook) if playbook else STARTER, stem, title)
    if dry_run:
        return put(text)
    path = content / "programs" / f"{stem}.yaml"
    try:
        write_new(path, text)
    except FileExistsError:
        fail(f"{shown(path)} is there already. Choose another name.", USAGE)
    except OSError as error:
        fail(f"{shown(path)} cannot be written: {error.strerror}.", USAGE)
    click.echo(f"  {shown(path)}\n\nOpen it in your editor and make it yours.")
