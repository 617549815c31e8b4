"""`rmplay lint`: findings, told in one of many formats."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..definition.model import PROFILES
from ..lint.reporters import FORMATS
from .terminal import FINDINGS, NOTHING, color, fail, jobs_option, put, put_bytes, settings

FOR_PEOPLE = ("text", "concise", "plain")


@click.command(short_help="Check definitions, and say what to type.")
@click.argument("places", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--profile", type=click.Choice(PROFILES), help="What a definition must satisfy.")
@click.option("--select", multiple=True, metavar="NAME,...",
              help="Check only these rules, sections (such as etiquette) or classes.")
@click.option("--ignore", multiple=True, metavar="NAME,...", help="Leave out these rules, sections or classes.")
@click.option("--no-ignores", is_flag=True, help="Tell what comments silence as well.")
@click.option("--baseline", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Tell only what this file does not know yet.")
@click.option("--write-baseline", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Write everything that is found into this file, and end with status 0.")
@click.option("-f", "--format", "form", default="text", show_default=True,
              type=click.Choice(FORMATS), help="How findings are told.")
@click.option("--report", "view", default="findings", show_default=True, type=click.Choice(("findings", "standards")),
              help="What is told: findings, or how far written standards of mentoring are met.")
@click.option("--statistics", is_flag=True, help="Tell how often each rule found something, instead of where.")
@click.option("--stdin-filename", type=click.Path(path_type=Path), metavar="FILE",
              help="The file as which the text of the standard input (place -) is checked.")
@click.option("--fail-on", default="error", show_default=True, type=click.Choice(("error", "warning", "advice")),
              help="The lowest level that ends with status 1.")
@click.option("--max-warnings", type=click.IntRange(0), metavar="N", help="End with status 1 if there are more warnings.")
@click.option("--exit-zero", is_flag=True, help="End with status 0 whatever is found.")
@click.option("--fix", is_flag=True, help="Mend what can only be meant in one way, then check.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and write nothing.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: also type what is a guess, such as a name one "
              "letter off, or the lines of a missing section.")
@jobs_option("How many files are checked at once.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing when there is nothing to mend.")
def lint(places: tuple[Path, ...], form: str, view: str, statistics: bool, quiet: bool, exit_zero: bool, fail_on: str,
         max_warnings: int | None, fix: bool, diff: bool, unsafe_fixes: bool, jobs: int, stdin_filename: Path | None,
         baseline: Path | None, write_baseline: Path | None, **choice) -> None:
    """Check definitions: PLACES are files or folders; without any, the project in this folder. A - is the standard input."""
    from ..lint.report import Report
    from .linting import Choice, checked, typed_of
    if (statistics or view != "findings") and form not in ("text", "json", "markdown"):
        raise click.UsageError("--statistics and --report standards are told as text, json or markdown.")
    chosen, typed = Choice(**choice), typed_of(places, stdin_filename)
    if fix or diff or unsafe_fixes:
        typed = _mend(places, typed, chosen, fix, diff, unsafe_fixes)
    files, profile = checked(places, typed, settings(), chosen, baseline=baseline, write_baseline=write_baseline, jobs=jobs)
    if write_baseline:
        return
    report = Report(files, profile)
    worst = report.worst()
    if not (quiet and form in FOR_PEOPLE and worst is None):
        text = told(report, form, "statistics" if statistics else view)
        click.echo(text, err=True, nl=False) if typed and fix else put(text)
    if not exit_zero and failed(report.counts, worst, fail_on, max_warnings):
        sys.exit(FINDINGS)


def _mend(places: tuple[Path, ...], typed, choice, fix: bool, diff: bool, unsafe: bool):
    """Mend the files of some places; with --diff, the changes are shown and that is all.

    The standard input is printed as it is when mended, and given back so that it can be checked.
    """
    from ..build.found import NothingToRead
    from . import fix as fixing
    from .linting import projects_of
    if fix == diff:
        raise click.UsageError("--diff shows what would change, --fix writes it: choose one of them.")
    try:
        projects = projects_of(places, typed)
        asked = choice.of(projects)
        found = [(project.root, fixing.mended(project, settings(), asked, unsafe, typed)) for project in projects]
    except NothingToRead as error:
        fail(str(error), NOTHING)
    files = [file for _, listed in found for file in listed]
    if diff:
        fixing.show(files, sys.stdout)
        if not files:
            click.echo("Nothing would be mended." + ("" if unsafe else " What is a guess is left to --unsafe-fixes."), err=True)
        sys.exit(FINDINGS if files else 0)
    if typed:
        typed = typed._replace(data=files[0].fixed.after if files else typed.data)
        put_bytes(typed.data)
    elif not all([fixing.write(files, root) for root, files in found]):
        sys.exit(FINDINGS)
    return typed


def told(report, form: str, view: str) -> str:
    """The report as it is asked for."""
    from ..lint.reporters import reporter
    if view == "findings":
        return reporter(form)(report, color(sys.stdout))
    from ..lint import views
    return views.told(report, view, form)


def failed(counts: dict[str, int], worst: str | None, fail_on: str, max_warnings: int | None) -> bool:
    """Whether the status is 1; says so on stderr where the findings do not."""
    from ..finding import LEVELS
    if max_warnings is not None and counts["warning"] > max_warnings:
        click.echo(f"There are {counts['warning']} warnings, and --max-warnings allows {max_warnings}.", err=True)
        return True
    return worst is not None and LEVELS.index(worst) <= LEVELS.index(fail_on)
