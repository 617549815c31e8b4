"""How far a command is: a bar where the terminal can show one and it takes long, and at the end the time of each stage."""

from __future__ import annotations

import os
import sys
import time

import click

_AFTER = 1.0  # seconds before a bar appears, so that quick work stays quiet
_EVERY = 0.1
_WIDTH = 30
_TITLES = {"look": "look for changes", "read": "read settings, house and theme", "make": "check and make programs",
           "home": "home", "write": "put files in place"}


class Progress:
    """Called with a stage and how many programs of how many are done; draws on stderr, on one line, and clears it."""

    def __init__(self, quiet: bool) -> None:
        self.start = self.drawn = self.since = time.perf_counter()
        self.stage, self.spent = "", {}
        self.shows = sys.stderr.isatty() and not quiet and not os.environ.get("CI") and os.environ.get("TERM") != "dumb"
        self.visible = False

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Take note of a stage; with a total, of how far it is."""
        now = time.perf_counter()
        self._close(stage, now)
        if self.shows and total and now - self.start > _AFTER and now - self.drawn > _EVERY:
            left = round((now - self.since) * (total - done) / max(done, 1))
            bar = "#" * (_WIDTH * done // total)
            click.echo(f"\r{done} of {total} programs [{bar:<{_WIDTH}}] {left} s left \x1b[K", err=True, nl=False)
            self.drawn, self.visible = now, True

    def _close(self, stage: str, now: float) -> None:
        if stage != self.stage:
            if self.stage:
                self.spent[self.stage] = self.spent.get(self.stage, 0) + now - self.since
            self.stage, self.since = stage, now

    def end(self, timings: bool) -> None:
        """Clear the bar; with `timings`, say what each stage took, in seconds."""
        if self.visible:
            click.echo("\r\x1b[K", err=True, nl=False)
        self._close("", time.perf_counter())
        for stage, seconds in self.spent.items() if timings else ():
            click.echo(f"{seconds:8.3f} s  {_TITLES[stage]}", err=True)
