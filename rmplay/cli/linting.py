"""What `rmplay lint` does with its options before anything is told: which files, which rules, which baseline."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from ..build.baseline import with_baseline, write_baseline
from ..build.found import NothingToRead, Typed, base_of
from ..build.lint import lint
from ..build.pool import WorkerDied
from ..build.project import Project, open_projects, site_of
from ..lint.baseline import BaselineError
from ..lint.engine import Checked
from ..lint.preferences import Asked, complaint
from ..lint.rule import Settings
from ..lint.rules import all_rules
from ..lint.selection import names_of
from ..values import NamedTuple
from .terminal import FINDINGS, NOTHING, fail

STDIN, NO_NAME = Path("-"), "stdin.yaml"


class Choice(NamedTuple):
    """What the options choose: the profile, names of rules, and whether comments silence."""

    profile: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    no_ignores: bool

    def of(self, projects: Iterable[Project]) -> Asked:
        """The choice, for projects that may have rules of their own. Raises click's error for a name that nothing has."""
        return Asked(self.profile, _named(projects, self.select, "select"), _named(projects, self.ignore, "ignore"),
                     not self.no_ignores)


def checked(places: tuple[Path, ...], typed: Typed | None, settings: Settings, choice: Choice, *, baseline: Path | None,
             write_baseline: Path | None, jobs: int) -> tuple[tuple[Checked, ...], str]:
    """Every result of some places, and the profile asked. Files are named alike from wherever the command is given."""
    try:
        projects = projects_of(places, typed)
        named_from = projects[0].named_from
        asked = choice.of(projects)
        files = tuple(file for project in projects for file in _wanted(lint(project, settings, asked, jobs), typed, named_from))
    except NothingToRead as error:
        fail(str(error), NOTHING)
    except WorkerDied as error:
        fail(str(error), FINDINGS)
    files = _after_baseline(files, baseline, write_baseline, named_from)
    return files, choice.profile or next((p for project in projects if (p := _profile(project))), "draft")


def projects_of(places: tuple[Path, ...], typed: Typed | None) -> tuple[Project, ...]:
    """The projects of some places, whose files are named alike from wherever the command is given. Raises NothingToRead."""
    looked_at = (typed.path,) if typed and typed.path.name != NO_NAME else () if typed else places
    return open_projects(places, Path.cwd(), base_of(looked_at, Path.cwd()), typed)


def typed_of(places: tuple[Path, ...], stdin_filename: Path | None) -> Typed | None:
    """The text of the standard input, if that is a place."""
    if STDIN not in places:
        if stdin_filename:
            raise click.UsageError("--stdin-filename goes with the place -, as in: rmplay lint - --stdin-filename FILE")
        return None
    if len(places) > 1:
        raise click.UsageError("The standard input (-) is checked alone, without other places.")
    return Typed(stdin_filename or Path(NO_NAME), sys.stdin.buffer.read())


def _wanted(files: Iterable[Checked], typed: Typed | None, named_from: Path) -> list[Checked]:
    """The results; of the file on the standard input only, if there is one."""
    return [file for file in files if typed is None or (named_from / file.name).resolve() == typed.path.resolve()]


def _named(projects: Iterable[Project], options: tuple[str, ...], option: str) -> tuple[str, ...]:
    """The names in an option. Raises click's error for one that nothing has."""
    names = tuple(name.strip() for value in options for name in value.split(",") if name.strip())
    if names:
        known = {*names_of(all_rules().values()), *(name for project in projects for name in project.own.names)}
        for name in names:
            wrong = complaint(name, known, may_be_invalid=option == "select")
            if wrong:
                raise click.UsageError(f"--{option}: {' '.join(wrong)}")
    return names


def _after_baseline(files: tuple[Checked, ...], known: Path | None, written: Path | None,
                    named_from: Path) -> tuple[Checked, ...]:
    try:
        if written:
            count = write_baseline(written, files, named_from)
            invalid = sum(f.level == "error" and f.cls == "invalid" for file in files for f in file.findings)
            click.echo(f"{written} knows {count} findings now."
                       + (f" {invalid} more are invalid and have to be mended." if invalid else ""), err=True)
        return with_baseline(known, files, named_from) if known and not written else files
    except FileNotFoundError:
        raise click.UsageError(f"There is no file {known or written}. Write it with --write-baseline {known or ''}") from None
    except OSError as error:
        raise click.UsageError(f"{known or written}: {error.strerror}.") from None
    except BaselineError as error:
        raise click.UsageError(str(error)) from None


def _profile(project: Project) -> str | None:
    lint_settings = site_of(project).lint
    return lint_settings.profile if lint_settings else None
