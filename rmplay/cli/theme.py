"""`rmplay theme`: which looks there are, and how a project takes one over without losing what comes later."""

from __future__ import annotations

from pathlib import Path

import click

from .terminal import FINDINGS, USAGE, fail, language_typed, opened, put, shown


@click.group(short_help="List themes, or take one over.")
def theme() -> None:
    """List themes, take over a template, compare it with its original, translate the words of pages."""


@theme.command("list", short_help="List the themes to choose from.")
def list_themes() -> None:
    """List the themes to choose from; the one of this project has a star."""
    from ..build.project import site_of
    from ..build.themes import DEFAULT, shelves
    from ..site.theme import facts_of, installed, themes_on
    project = _project()
    places = {name: (folder, "a package") for name, folder in installed().items()}
    for shelf in reversed(shelves(project.root if project else None)):
        kind = "this project" if project and project.root and shelf == project.root / "themes" else "rmplay"
        places |= {name: (shelf / name, kind) for name in themes_on((shelf,))}
    used = (site_of(project).theme if project else None) or DEFAULT
    width = max(map(len, places))
    for name, (folder, kind) in sorted(places.items()):
        facts = facts_of(folder)
        put(f"{'*' if name == used else ' '} {name.ljust(width)}  from {kind}, api {facts.get('api', 'unknown')}"
            + (f", on {facts['parent']}" if facts.get("parent") else "") + "\n")


@theme.command(short_help="Copy a template, to change it in this project.")
@click.argument("template")
def eject(template: str) -> None:
    """Copy TEMPLATE, such as page.html or agenda, into the folder `overrides`, to change it there."""
    from ..build.themes import OVERRIDES, overrides
    from ..site import ejected
    project, made = _theme()
    if not project.root:
        fail("Only a project can take over a template: give the command in its folder.", USAGE)
    name = _named(template, made, overrides(project.root))
    original = ejected.original_of(name, made, overrides(project.root))
    target = project.root / OVERRIDES / "templates" / name
    if target.exists():
        fail(f"{shown(target)} is there already. `rmplay theme diff {name}` compares it with its original.", USAGE)
    text = ejected.marked(original.read_text(encoding="utf-8"), f"{_layer(original, made).name}/{name}")
    _write(target, text.encode())
    click.echo(f"{shown(target)} is yours now.")
    if "{% block" in text:
        click.echo("It has blocks: to change only some of them, let the whole file be\n"
                   f'  {{% extends "!parent/{name}" %}}\nand the blocks that differ. Then it follows later originals.')


@theme.command(short_help="Show what this project has changed in templates.")
@click.argument("template", required=False)
def diff(template: str | None) -> None:
    """Show how the templates that this project took over differ from their originals of today."""
    import difflib

    from ..build.themes import overrides
    from ..site import ejected
    project, made = _theme()
    folder = overrides(project.root)
    copies = [copy for copy in (ejected.copies(folder, made) if folder else ())
              if template in (None, copy.template, copy.path.stem)]
    if not copies:
        fail("No template was taken over here." if template is None else f"{template} was not taken over here.", USAGE)
    for copy in copies:
        if copy.is_behind:
            click.echo(f"The original of {copy.template} has changed since your copy was made.", err=True)
        put("".join(difflib.unified_diff(copy.original.splitlines(True), copy.text.splitlines(True),
                                         f"original/{copy.template}", f"overrides/templates/{copy.template}")))


@theme.command()
@click.argument("language")
@click.option("--all", "whole", is_flag=True, help="Also list what has words already, to change them.")
def words(language: str, whole: bool) -> None:
    """Make or update the words of pages in a language.

    The file gets every text that has no words in LANGUAGE, such as fr, for you to translate.
    """
    from ..build.themes import OVERRIDES, overrides
    from ..site.messages import changed
    from ..site.words import FOLDER, WordsError, words_of
    project, made = _theme()
    if not project.root:
        fail("Only a project can have words of its own: give the command in its folder.", USAGE)
    tag = language_typed(language)
    own, target = overrides(project.root), project.root / OVERRIDES / FOLDER / f"{tag}.po"
    try:
        known = words_of(tuple(layer for layer in made.layers if layer != own), tag)
        found = changed(tag, made.layers, target, known, whole)
    except WordsError as error:
        fail(str(error), USAGE)
    if not found.count and not target.exists():
        click.echo(f"Pages have all their words in {tag}. To change some of them: rmplay theme words {tag} --all")
        return
    _write(target, found.data)
    click.echo(f"{shown(target)}: {found.count} texts, {found.gained} new, {found.lost} gone, {found.lacking} to translate.")


def _write(target: Path, data: bytes) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    except OSError as error:
        fail(f"{shown(target)} cannot be written: {error.strerror}.", USAGE)


def _project():
    """The project of this folder, or None outside of any."""
    from ..build.found import NothingToRead
    from ..build.project import open_project
    try:
        return open_project((), Path.cwd())
    except NothingToRead:
        return None


def _theme():
    """The project of this folder and its theme; says what stands against it, and ends."""
    from ..build.project import site_of
    from ..build.themes import theme_of
    from ..site.theme import ThemeError
    project = opened(())
    try:
        return project, theme_of(project.root, site_of(project))
    except ThemeError as error:
        fail(str(error), FINDINGS)


def _named(template: str, made, overrides: Path | None) -> str:
    """The template that was meant, by its path or by its name alone."""
    import difflib
    known = sorted({path.relative_to(layer / "templates").as_posix() for layer in made.layers if layer != overrides
                    for path in (layer / "templates").rglob("*.*")})
    for name in (template, f"{template}.html", f"documents/{template}", f"documents/{template}.html"):
        if name in known:
            return name
    by_stem = {Path(name).stem: name for name in known}
    near = [by_stem.get(n, n) for n in difflib.get_close_matches(Path(template).stem, by_stem, 3, 0.5)]
    fail(f"There is no template {template}. " + (f"Did you mean {', '.join(near)}?" if near else
                                                 f"Templates: {', '.join(known)}."), USAGE)


def _layer(path: Path, made) -> Path:
    return next(layer for layer in made.layers if path.is_relative_to(layer))
