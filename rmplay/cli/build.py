"""`rmplay build`: check, then make the site."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..definition.model import PROFILES
from .terminal import AUDIENCES, FINDINGS, USAGE, color, fail, opened, profile_of, settings, shown


@click.command()
@click.argument("places", nargs=-1, type=click.Path(path_type=Path))
@click.option("-d", "--site-dir", type=click.Path(path_type=Path, file_okay=False),
              help="Where the site is written.  [default: site]")
@click.option("--profile", type=click.Choice(PROFILES), help="What a definition must satisfy to be built.")
@click.option("--audience", type=click.Choice(AUDIENCES), default=AUDIENCES[0], show_default=True,
              help="For whom: `participants` leaves out what is for those who run the program.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing when all is well.")
def build(places: tuple[Path, ...], site_dir: Path | None, profile: str | None, audience: str, quiet: bool) -> None:
    """Check definitions and make the site."""
    from ..build.build import build as build_site
    from ..build.output import OutputError, write_site
    from ..lint.preferences import Asked
    from ..site.plan import Edition
    from ..site.render import TemplateError
    from ..site.theme import ThemeError
    project = opened(places)
    if places and not site_dir and project.root and len(opened((project.root,)).programs) > len(project.programs):
        fail("This would leave the other programs out of the site. Build the whole project with `rmplay build`, or "
             "name another folder with --site-dir.", USAGE)
    target = site_dir or (project.root or Path.cwd()) / "site"
    try:
        built = build_site(project, settings(), Asked(profile), Edition(audience))
        if not _may_publish(built.checked, profile or profile_of(project)):
            before = "the site is as it was" if (target / "index.html").exists() else "there is no site yet"
            fail(f"Nothing was built; {before}.", FINDINGS)
        written = write_site(target, built.artifacts)
    except (ThemeError, TemplateError, OutputError) as error:
        fail(str(error), FINDINGS)
    if not quiet:
        pages = sum(a.path.endswith(".html") for a in built.artifacts)
        click.echo(f"{pages} pages in {shown(target)}: {len(written.written)} files written, "
                   f"{len(written.removed)} removed, {written.kept} as they were.\n"
                   f"Open {shown(target / 'index.html')} in a browser.")


def _may_publish(checked: tuple, profile: str) -> bool:
    """Whether every file meets its profile; says what stands against it, on stderr."""
    from ..finding import ERROR, HINT
    from ..lint.report import Report
    from ..lint.reporters import reporter
    wrong = [c for c in checked if not c.valid or any(f.level == ERROR for f in c.findings)]
    loud = [c._replace(findings=tuple(f for f in c.findings if f.level != HINT)) for c in wrong]
    if loud:
        click.echo(reporter("text")(Report(tuple(loud), profile), color(sys.stderr)), err=True, nl=False)
        return False
    open_ends = sum(f.level != HINT for f in Report(checked).findings)
    if open_ends:
        click.echo(f"{open_ends} still to be written; `rmplay lint` says which.", err=True)
    return True
