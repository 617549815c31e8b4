"""The command line. Each command calls one module and says what came of it.

Status: 0 fine; 1 findings at or above the asked level; 2 wrong usage; 3 nothing to read there; 70 a mistake of ours.
Results go to stdout, everything else to stderr.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

import click

from .. import __version__
from ..lint.reporters import FORMATS

FINDINGS, USAGE, NOTHING, BUG = 1, 2, 3, 70
PROFILES = ("draft", "publishable")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", message="rmplay %(version)s")
def cli() -> None:
    """Make a mentoring playbook of a YAML definition.

    \b
    Start:    rmplay new my-program
    Check:    rmplay lint
    Publish:  rmplay build
    """


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Start a project in FOLDER, with a complete program to change."""
    from .scaffold import NotEmpty, scaffold
    try:
        written = scaffold(folder)
    except NotEmpty as error:
        _fail(str(error), USAGE)
    except OSError as error:
        _fail(f"{error.filename or folder} cannot be written: {error.strerror}.", USAGE)
    for path in written:
        click.echo(f"  {path}")
    click.echo(f"\nOpen {written[-1]} in your editor and make it yours. Then type:\n"
               f"  cd {folder}\n  rmplay lint\n  rmplay build")


@cli.command()
@click.argument("places", nargs=-1, type=click.Path(path_type=Path))
@click.option("--profile", type=click.Choice(PROFILES), help="What a definition must satisfy.")
@click.option("-f", "--format", "form", default="text", show_default=True,
              type=click.Choice(FORMATS), help="How findings are told.")
@click.option("--fail-on", default="error", show_default=True, type=click.Choice(("error", "warning", "advice")),
              help="The lowest level that ends with status 1.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing when there is nothing to mend.")
def lint(places: tuple[Path, ...], profile: str | None, form: str, fail_on: str, quiet: bool) -> None:
    """Check definitions: PLACES are files or folders; without any, the project in this folder."""
    from ..build.check import lint as lint_project
    from ..lint.engine import LEVELS
    from ..lint.report import Report
    from ..lint.reporters import reporter
    project = _project(places)
    report = Report(lint_project(project, _settings()), profile or _profile(project))
    if not (quiet and form in ("text", "concise", "plain") and report.worst() is None):
        _print(reporter(form)(report, _color(sys.stdout)))
    worst = report.worst()
    if worst is not None and LEVELS.index(worst) <= LEVELS.index(fail_on):
        sys.exit(FINDINGS)


@cli.command()
@click.argument("places", nargs=-1, type=click.Path(path_type=Path))
@click.option("-d", "--site-dir", type=click.Path(path_type=Path, file_okay=False),
              help="Where the site is written.  [default: site]")
@click.option("--profile", type=click.Choice(PROFILES), help="What a definition must satisfy to be built.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing when all is well.")
def build(places: tuple[Path, ...], site_dir: Path | None, profile: str | None, quiet: bool) -> None:
    """Check definitions and make the site."""
    from ..build.build import build as build_site
    from ..build.output import OutputError, write_site
    from ..site.render import TemplateError
    from ..site.theme import ThemeError
    project = _project(places)
    if places and not site_dir and project.root and len(_project((project.root,)).programs) > len(project.programs):
        _fail("This would leave the other programs out of the site. Build the whole project with `rmplay build`, or "
              "name another folder with --site-dir.", USAGE)
    target = site_dir or (project.root or Path.cwd()) / "site"
    try:
        built = build_site(project, _settings())
        if not _may_publish(built.checked, profile or _profile(project), profile is not None):
            _fail("Nothing was built; the site is as it was.", FINDINGS)
        written = write_site(target, built.artifacts)
    except (ThemeError, TemplateError, OutputError) as error:
        _fail(str(error), FINDINGS)
    if not quiet:
        pages = sum(a.path.endswith(".html") for a in built.artifacts)
        click.echo(f"{pages} pages in {_shown(target)}: {len(written.written)} files written, "
                   f"{len(written.removed)} removed, {written.kept} as they were.\n"
                   f"Open {_shown(target / 'index.html')} in a browser.")


@cli.command()
@click.argument("name", required=False)
def explain(name: str | None) -> None:
    """Explain the rule NAME; without one, list all rules."""
    from ..build.check import every_rule
    from .explain import listing, near, page
    rules = every_rule()
    if name is None:
        _print(listing(rules, _color(sys.stdout)))
    elif name in rules:
        _print(page(rules[name], _color(sys.stdout)))
    else:
        close = near(name, rules)
        _fail(f'There is no rule called "{name}".' + (f" Did you mean: {', '.join(close)}?" if close else ""), USAGE)


@cli.command()
@click.argument("kind", default="program", type=click.Choice(("program", "house", "site")))
def schema(kind: str) -> None:
    """Print the JSON Schema that editors use: of a program, a house file, or site.yaml."""
    import json

    from ..definition.schema import schema_of
    _print(json.dumps(schema_of(kind), indent=2) + "\n")


def _may_publish(checked: tuple, profile: str, asked: bool) -> bool:
    """Whether the site may be built; says what stands against it, on stderr."""
    from ..lint.engine import ERROR, HINT, level
    from ..lint.report import Report
    from ..lint.reporters import reporter
    wrong = [c for c in checked if not c.valid or asked and any(level(f, profile) == ERROR for f in c.findings)]
    loud = [c._replace(findings=tuple(f for f in c.findings if level(f, profile) != HINT)) for c in wrong]
    if loud:
        click.echo(reporter("text")(Report(tuple(loud), profile), _color(sys.stderr)), err=True, nl=False)
        return False
    open_ends = sum(level(f, profile) != HINT for c in checked for f in c.findings)
    if open_ends:
        click.echo(f"{open_ends} still to be written; `rmplay lint` says which.", err=True)
    return True


def _project(places: tuple[Path, ...]):
    from ..build.project import NothingToRead, open_project
    try:
        return open_project(places, Path.cwd())
    except NothingToRead as error:
        _fail(str(error), NOTHING)


def _profile(project) -> str:
    from ..build.project import site_of
    lint_settings = site_of(project).lint
    return lint_settings.profile if lint_settings and lint_settings.profile else "draft"


def _settings():
    """Settings with the date of today, or of SOURCE_DATE_EPOCH, so that a run can be repeated."""
    import datetime

    from ..lint.rule import Settings
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        now = datetime.datetime.fromtimestamp(int(epoch), datetime.UTC) if epoch else datetime.datetime.now()
    except (ValueError, OverflowError, OSError):
        raise click.UsageError(f"SOURCE_DATE_EPOCH is not a number of seconds: {epoch[:40]}") from None
    return Settings(today=now.date())


def _color(stream) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or stream.isatty()


def _print(text: str) -> None:
    """Print a result. Always UTF-8 with plain line ends, so that it is the same on every system."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def _shown(path: Path) -> str:
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _fail(message: str, status: int) -> None:
    click.echo(message, err=True)
    sys.exit(status)


def main() -> None:
    """Run the command line; a mistake of ours says that it is one, with status 70."""
    gc.set_threshold(50_000)  # nodes and records have no cycles; looking for some every 700 costs a sixth of a run
    try:
        cli(prog_name="rmplay")
    except Exception:
        import traceback
        traceback.print_exc()
        click.echo("\nThis is a mistake in rmplay, not in your files. Please report it with the lines above.", err=True)
        sys.exit(BUG)
