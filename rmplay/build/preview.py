"""What `serve` shows: the site in memory, brought up to date after each save. A mistake never takes away a good page."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from ..definition.model import Site
from ..lint.report import Report
from ..lint.reporters import reporter
from ..lint.rule import Settings
from ..site.render import Artifact, TemplateError
from ..site.theme import Theme, ThemeError, environment
from ..site.words import words_of
from ..values import NamedTuple
from .shared import of_all
from .cache import NOTHING, Memory
from .check import inputs_of, together
from .found import Found, NothingToRead, find_project
from .project import languages_of, read_project, sites_of, with_program
from .survey import DATE, Survey, name_of, survey
from .task import Outcome, Sooner, make
from .themes import theme_of

PATIENCE = 0.1  # seconds


class State(NamedTuple):
    """What is shown now: a number that grows, the files, what stands against the definitions, and when each file changed.

    The number is that of a moment, so that a page left open from an earlier preview is older than all of this one, which
    began with the number `first`.
    """

    number: int = 0
    files: dict[str, bytes] = {}
    mistakes: str = ""
    changes: dict[str, int] = {}
    first: int = 0

    def since(self, number: int) -> list[str] | None:
        """The files that changed or went away after the state of a number; None if that is one of another preview."""
        return None if number < self.first else sorted(path for path, changed in self.changes.items() if changed > number)


class Preview:
    """The state of a project that is being written, for many readers at once."""

    def __init__(self, places: tuple[Path, ...], start: Path, settings: Callable[[], Settings]) -> None:
        self.places, self.start, self.settings = places, start, settings
        self.state, self.news = State(), threading.Condition()
        self.memory: Memory = NOTHING
        self.outcomes: dict[str, tuple[str, Outcome]] = {}
        self.good: dict[str, Outcome] = {}
        self.shown: list[str] = []  # the paths of the pages that readers have open

    def refresh(self) -> State:
        """Read what changed, and tell all who wait. Raises nothing that the author of a definition can cause.

        An editor may empty, write and rename a file one after the other. What looks like a mistake, or takes pages away, is
        looked at again before it is told.
        """
        files, mistakes = self._seen()
        old = self.state
        if old.number and (mistakes not in ("", old.mistakes) or old.files.keys() - files.keys()):
            time.sleep(PATIENCE)
            files, mistakes = self._seen()
        self._tell(files, mistakes)
        if not old.number:
            gc.freeze()  # the first state is most of what there will ever be; nobody waits while it is looked through
        return self.state

    def _seen(self) -> tuple[dict[str, bytes], str]:
        """The files as they are to be shown, and what stands against the definitions."""
        try:
            return self._made()
        except (NothingToRead, ThemeError, TemplateError) as error:
            return self.state.files, f"{error}\n"
        except OSError as error:  # a file that is being replaced just now; the next look finds it
            return self.state.files, f"{error.filename} cannot be read: {error.strerror}.\n"

    def _tell(self, files: dict[str, bytes], mistakes: str) -> None:
        """Make a new state of what differs from that of now, if anything does."""
        old = self.state
        changed = [path for path in files.keys() | old.files.keys() if files.get(path) != old.files.get(path)]
        if changed or mistakes != old.mistakes or not old.number:
            number = max(time.time_ns() // 1_000_000, old.number + 1)
            with self.news:
                self.state = State(number, files, mistakes, old.changes | dict.fromkeys(changed, number), old.first or number)
                self.news.notify_all()

    def _sooner(self, pages: list[Artifact]) -> None:
        """Show the pages that are open before all that follows from the same save."""
        self._tell({**self.state.files, **{page.path: page.data for page in pages}}, self.state.mistakes)

    def after(self, number: int, seconds: float) -> State:
        """The state once it is not that of `number` any more, or after so many seconds."""
        with self.news:
            self.news.wait_for(lambda: self.state.number != number, seconds)
            return self.state

    def _made(self) -> tuple[dict[str, bytes], str]:
        found, settings = find_project(self.places, self.start), self.settings()
        now = survey(found, {DATE: repr(settings)}, self.memory)
        known = now.common == self.memory.common  # else a page may have a mistake that is found when all are made
        if not known:
            environment.cache_clear()  # a template may have changed, or a file of words
            words_of.cache_clear()
            self.outcomes = {}
        self.memory = Memory(now.marks, now.common, {}, "")
        project = read_project(found._replace(programs=(), whole=False), self.start)
        sites = sites_of(project, languages_of((path.name for path in paths) for paths in found.translations.values()))
        theme = theme_of(project.root, sites[""])
        sooner = Sooner(frozenset(self.shown), self._sooner) if known and self.shown else None
        self.outcomes = {name: self._outcome(name, now, lambda path=path: make(*inputs_of(
            with_program(project, found, path, self.start), settings, site=sites[""]), sites, theme, sooner=sooner))
            for name, path in _named(found)}
        made = [outcome for _, outcome in self.outcomes.values()]
        checked = together(project, [one.checked for one in made], [t for one in made for t in one.translations])
        wrong = tuple(file for file in checked if not file.valid)
        mistakes = reporter("text")(Report(wrong), False) if wrong else ""
        return self._files(sites, theme, project.folder), mistakes

    def _outcome(self, name: str, now: Survey, made: Callable[[], Outcome]) -> tuple[str, Outcome]:
        """The outcome of a program with the hash of its files; the one of before, while these are as they were."""
        own = now.own(name)
        if self.outcomes.get(name, ("",))[0] == own:
            return self.outcomes[name]
        return own, made()

    def _files(self, sites: Mapping[str, Site], theme: Theme, content: Path | None) -> dict[str, bytes]:
        """All files, of each program those of its last good version."""
        self.good = {name: outcome if outcome.cards else self.good.get(name, outcome)
                     for name, (_, outcome) in self.outcomes.items()}
        shown = [outcome for outcome in self.good.values() if outcome.cards]
        pages = [artifact for outcome in shown for artifact in outcome.artifacts]
        pages += of_all([(o.cards, o.parts) for o in shown], [a.path for a in pages], sites, theme, content)
        return {artifact.path: artifact.data for artifact in pages}


def _named(found: Found) -> list[tuple[str, Path]]:
    return [(name_of(path, found.root), path) for path in found.programs]
