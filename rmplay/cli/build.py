"""`rmplay build`: check, then make the site."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..definition.model import PROFILES
from .terminal import AUDIENCES, FINDINGS, NOTHING, USAGE, color, fail, jobs_option, settings, shown

PATIENCE = 600.0  # seconds


@click.command()
@click.argument("places", nargs=-1, type=click.Path(path_type=Path))
@click.option("-d", "--site-dir", type=click.Path(path_type=Path, file_okay=False),
              help="Where the site is written.  [default: site]")
@click.option("--profile", type=click.Choice(PROFILES), help="What a definition must satisfy to be built.")
@click.option("--audience", type=click.Choice(AUDIENCES), default=AUDIENCES[0], show_default=True,
              help="For whom: `participants` leaves out what is for those who run the program.")
@click.option("--check", is_flag=True, help="Write nothing; list what would change, with status 1 if anything would.")
@click.option("--why", metavar="PATH", help="Write nothing; say why a definition or a page would be made again.")
@click.option("--verify", is_flag=True, help="Compare the bytes of all files, not only their sizes and times.")
@jobs_option("How many programs are made at once.")
@click.option("--timings", is_flag=True, help="Say how long each stage took.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing when all is well.")
def build(places: tuple[Path, ...], site_dir: Path | None, profile: str | None, audience: str, check: bool,
          why: str | None, verify: bool, jobs: int, timings: bool, quiet: bool) -> None:
    """Check definitions and make the site. What did not change since the last build is not made again."""
    from ..build.found import NothingToRead
    from ..build.output import OutputError
    from ..build.update import Order
    from .progress import Progress
    found, start = _found(places, site_dir), Path.cwd()
    target = site_dir or (found.root or start) / "site"
    order = Order(found, start, target, settings(), profile, audience, verify, jobs, write=not check)
    progress = Progress(quiet)
    try:
        if why:
            click.echo(_reason(order, why))
            return
        done = _updated(order, progress)
    except NothingToRead as error:
        fail(str(error), NOTHING)
    except OutputError as error:
        fail(str(error), FINDINGS)
    finally:
        progress.end(timings)
    if done.refused:
        _tell_wrong(order, done.wrong)
    _tell_unready(done.unready)
    if check:
        sys.exit(FINDINGS if _tell_changes(done, target) else 0)
    if not quiet:
        click.echo(f"{done.pages} pages in {shown(target)}: {len(done.written)} files written, "
                   f"{len(done.removed)} removed, {done.kept} as they were.\n"
                   f"Open {shown(target / 'index.html')} in a browser.")


def _found(places: tuple[Path, ...], site_dir: Path | None):
    """The files of the project, if a build of them leaves no other program out of its site."""
    from ..build.found import NothingToRead, find_project
    try:
        found = find_project(places, Path.cwd())
        everything = find_project((found.root,), Path.cwd()) if places and not site_dir and found.root else found
    except NothingToRead as error:
        fail(str(error), NOTHING)
    if len(everything.programs) > len(found.programs):
        fail("This would leave the other programs out of the site. Build the whole project with `rmplay build`, or "
             "name another folder with --site-dir.", USAGE)
    return found


def _updated(order, progress):
    """The result of a build. A build that another one keeps waiting says so, and waits."""
    from ..build.output import Busy
    from ..build.update import update
    try:
        return _built(update, order, progress)
    except Busy as busy:
        click.echo(f"{busy} Waiting for it to end.", err=True)
        return _built(update, order, progress, PATIENCE)


def _built(update, order, progress, patience: float = 0):
    """The result of a build; mistakes in a theme end the command. They are looked up late, as they load the engine."""
    try:
        return update(order, progress, patience)
    except Exception as error:
        from ..build.pool import WorkerDied
        from ..site.render import TemplateError
        from ..site.theme import ThemeError
        if isinstance(error, (ThemeError, TemplateError, WorkerDied)):
            fail(str(error), FINDINGS)
        raise


def _reason(order, path: str) -> str:
    from ..build.update import NotOfThisSite, why
    try:
        return why(order, path)
    except NotOfThisSite as error:
        fail(str(error), USAGE)


def _tell_wrong(order, wrong: tuple[Path, ...]) -> None:
    """Everything about the files that stand against a build, and the end of the command."""
    from ..build.lint import lint
    from ..build.output import MANIFEST, STATE
    from ..build.project import read_project
    from ..finding import ERROR, HINT
    from ..lint.preferences import Asked
    from ..lint.report import Report
    from ..lint.reporters import reporter
    project = read_project(order.found._replace(programs=wrong, whole=False), order.start)
    checked = lint(project, order.settings, Asked(order.profile))
    against = [c for c in checked if not c.valid or any(f.level == ERROR for f in c.findings)]
    loud = [c._replace(findings=tuple(f for f in c.findings if f.level != HINT)) for c in against]
    click.echo(reporter("text")(Report(tuple(loud)), color(sys.stderr)), err=True, nl=False)
    before = (order.target / STATE / MANIFEST).is_file()
    fail("Nothing was built; the site is as it was." if before else "Nothing was built; there is no site yet.", FINDINGS)


def _tell_unready(count: int) -> None:
    if count:
        told = "1 program is" if count == 1 else f"{count} programs are"
        click.echo(f"{told} not ready to be published yet; `rmplay lint` says why.", err=True)


def _tell_changes(done, target: Path) -> bool:
    """What a build would change, a line for each file; whether it would change anything."""
    for word, paths in (("write", done.written), ("remove", done.removed)):
        for path in paths:
            click.echo(f"would {word} {shown(target / path)}")
    if not done.written and not done.removed:
        click.echo(f"{shown(target)} is up to date: {done.pages} pages.")
    return bool(done.written or done.removed)
