"""`rmplay translate`: the texts of a program in another language, in a file beside it, made and kept up to date."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .terminal import FINDINGS, NOTHING, USAGE, fail, language_typed, names_of_program, opened


@click.command(short_help="Make or update the translation of a program.")
@click.argument("program")
@click.argument("language")
@click.option("--check", is_flag=True, help="Write nothing, and end with status 1 if the translation is not up to date.")
def translate(program: str, language: str, check: bool) -> None:
    """Make or update the translation of PROGRAM into LANGUAGE, such as `rmplay translate digital-fluency de`.

    PROGRAM is a file or the id of a program, or `house` or `site` for house.yaml and site.yaml. The translation is a file
    beside it: each text with room for the translation. What is translated already is kept; what has changed is marked.
    """
    from ..build.project import read_definition
    from ..definition.edits import NotEditable
    from ..definition.translate import NotTranslatable, started, updated
    from .fix import NotWritten, replace_file
    from .scaffold import write_new
    path, root = _original(program)
    of = read_definition(path, Path.cwd())
    tag = _language(language, of)
    target = _target(path, tag)
    name = target.as_posix()
    try:
        before = target.read_bytes() if target.exists() else None
        made = (updated(before, name, of) if before is not None else
                started(of, tag, f"rmplay translate {program} {tag}", _schema(path)))
        if not check and before is None:
            write_new(target, made.data.decode("utf-8"))
        elif not check and made.data != before:
            replace_file(target, root, before, made.data)
    except (NotTranslatable, NotEditable, NotWritten) as error:
        fail(f"{name}: nothing was changed. {error}", USAGE)
    except OSError as error:
        fail(f"{name} cannot be written: {error.strerror}.", USAGE)
    click.echo(_said(name, before is None, made.counts, check))
    if check and made.data != before:
        sys.exit(FINDINGS)


def _original(name: str) -> tuple[Path, Path | None]:
    """The file that is meant, and the folder of its project; says which there are where there is none."""
    if Path(name).is_file():
        from ..build.found import content_of
        content = content_of(Path(name))
        return _not_a_translation(Path(name)), content.parent if content else None
    project = opened(())
    shared = {"house": project.house.text if project.house else None, "site": project.site}
    found = [text for text in project.programs if name in names_of_program(text)] or list(filter(None, [shared.get(name)]))
    if found:
        return Path(found[0].source.name), project.root
    known = ", ".join([*sorted(Path(text.source.name).stem for text in project.programs), *(k for k, v in shared.items() if v)])
    fail(f'There is no program called "{name}" here. There are: {known}.', NOTHING)


def _not_a_translation(path: Path) -> Path:
    from ..build.beside import parted
    original = next(iter(parted({str(path): path}).originals.values()))
    if original != path:
        fail(f"{path} is a translation itself. Name what it translates: {original}", USAGE)
    return path


def _language(typed: str, of) -> str:
    """The language that is meant; says what is wrong with it."""
    from ..definition.load import original
    if of.root is None:
        first = of.findings[0]
        fail(f"{of.source.name} cannot be read. Line {first.span.line}: {first.message} {first.remedy}", USAGE)
    language_typed(typed)
    own = original(of).language or "en"
    if typed.lower() == own.lower():
        fail(f"{of.source.name} is in {own} itself: there is nothing to translate.", USAGE)
    return typed


def _target(path: Path, language: str) -> Path:
    """The file of the translation; that of the same language in other letters, if there is one."""
    from ..build.beside import beside
    from ..definition.filenames import name_for, named
    return next((other for other in beside(path) if named(other.name).language.lower() == language.lower()),
                path.with_name(name_for(path.name, language)))


def _schema(path: Path) -> str:
    """The comment by which editors find the description of a translation, where the project has one."""
    from .scaffold import schema_line
    return next((schema_line(f"{up}schema/translation.json") for up in ("", "../")
                 if (path.parent / f"{up}schema/translation.json").is_file()), "")


def _said(name: str, is_new: bool, counts, check: bool) -> str:
    if is_new:
        return f"{name} {'is missing' if check else 'is new'}: {counts.total} texts to translate."
    told = [f"{number} {words}" for number, words in (
        (counts.new, "new"), (counts.changed, "changed (see `was:`)"), (counts.moved, "moved"),
        (counts.gone, "gone from the original")) if number]
    state = f"{counts.translated} of {counts.total} texts are translated."
    if not told:
        return f"{name} is up to date. {state}"
    return f"{name}{' would be brought' if check else ' was brought'} up to date: {', '.join(told)}. {state}"
