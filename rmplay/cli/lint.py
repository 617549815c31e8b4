"""`rmplay lint`: findings, told in one of many formats."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..lint.reporters import FORMATS
from .terminal import FINDINGS, PROFILES, color, opened, profile_of, put, settings


@click.command()
@click.argument("places", nargs=-1, type=click.Path(path_type=Path))
@click.option("--profile", type=click.Choice(PROFILES), help="What a definition must satisfy.")
@click.option("-f", "--format", "form", default="text", show_default=True,
              type=click.Choice(FORMATS), help="How findings are told.")
@click.option("--fail-on", default="error", show_default=True, type=click.Choice(("error", "warning", "advice")),
              help="The lowest level that ends with status 1.")
@click.option("--fix", is_flag=True, help="Mend what can only be meant in one way, then check.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and write nothing.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: also type what is a guess, such as a name one "
              "letter off, or the lines of a missing section.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing when there is nothing to mend.")
def lint(places: tuple[Path, ...], profile: str | None, form: str, fail_on: str, fix: bool, diff: bool,
         unsafe_fixes: bool, quiet: bool) -> None:
    """Check definitions: PLACES are files or folders; without any, the project in this folder."""
    from ..build.check import lint as lint_project
    from ..lint.engine import LEVELS
    from ..lint.report import Report
    from ..lint.reporters import reporter
    project = opened(places)
    if fix or diff or unsafe_fixes:
        project = _mended(project, places, fix, diff, unsafe_fixes)
    report = Report(lint_project(project, settings()), profile or profile_of(project))
    if not (quiet and form in ("text", "concise", "plain") and report.worst() is None):
        put(reporter(form)(report, color(sys.stdout)))
    worst = report.worst()
    if worst is not None and LEVELS.index(worst) <= LEVELS.index(fail_on):
        sys.exit(FINDINGS)


def _mended(project, places: tuple[Path, ...], fix: bool, diff: bool, unsafe: bool):
    """The project after its files were mended; with --diff, the changes are shown and that is all."""
    from . import fix as fixing
    if fix == diff:
        raise click.UsageError("--diff shows what would change, --fix writes it: choose one of them.")
    files = fixing.mended(project, settings(), unsafe)
    if diff:
        fixing.show(files, sys.stdout)
        sys.exit(FINDINGS if files else 0)
    if not fixing.write(files, project.root):
        sys.exit(FINDINGS)
    return opened(places)
