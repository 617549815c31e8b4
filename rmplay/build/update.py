"""A site is brought up to date: look at what changed, make that again, check the whole, write what differs.

If nothing changed, nothing is read, decoded or rendered, and no module that would is even imported.
"""

from __future__ import annotations

import contextlib
import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ..values import NamedTuple
from . import output, search
from .cache import CACHE, NOTHING, Kept, Memory, load, saved
from .fresh import digest, digest_of
from .found import Found
from .survey import (DATE, HOME, OPTIONS, Survey, altered, common_change, lasting, looks_of, name_of, packaged, reason,
                     survey)

if TYPE_CHECKING:  # what pages need is imported when a page is made
    from ..lint.rule import Settings
    from .workers import Made, Work

Told = Callable[[str, int, int], None]
SHARED = "content"


class Order(NamedTuple):
    """What is asked: the site of which files, where, with which settings, and how.

    `profile` is what every definition must satisfy, None for what the settings of the project ask; `audience` is for
    whom the site is made. `verify` compares bytes where times would do. `jobs` is the number of workers, 0 for as many as
    pay. Without `write` nothing is touched.
    """

    found: Found
    start: Path
    target: Path
    settings: Settings
    profile: str | None = None
    audience: str = "everybody"
    verify: bool = False
    jobs: int = 0
    write: bool = True

    @property
    def asked(self) -> dict[str, str]:
        """What is asked, as far as it touches every program, by the names that a survey has for it."""
        return {DATE: repr(self.settings), OPTIONS: repr((self.profile, self.audience))}


class Result(NamedTuple):
    """What came of it. If it was `refused`, nothing was written, and `wrong` are the definitions that stand against it.

    `unready` is how many programs are not ready to be published, which does not stop a build.
    """

    refused: bool
    wrong: tuple[Path, ...]
    unready: int
    pages: int
    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept: int = 0


class Look(NamedTuple):
    """The inputs of now, what is remembered of the last build, and why anything must be made again, by name.

    `unsure` are the names of outcomes whose files in the site had to be compared by their bytes, with `hashes`, those of
    the manifest.
    """

    now: Survey
    memory: Memory
    reasons: dict[str, str]
    unsure: frozenset[str]
    hashes: dict[str, str]


def look(order: Order) -> Look:
    """What has to be made again, and why. Writes nothing. Raises output.OutputError for a folder that is not ours."""
    memory = _remembered(order.target)
    now = survey(order.found, order.asked, memory, order.verify)
    unsure = frozenset(name for name in (*now.programs, HOME) if (kept := memory.outcomes.get(name))
                       and (order.verify or looks_of(order.target, kept.files) != kept.looks))
    return _looked(order, now, memory, unsure, output.previous(order.target) if unsure else {})


def _again(order: Order, seen: Look, before: int) -> Look:
    """A second look, under the lock: at all definitions, and at what was unsure of the site.

    All of the site is looked at again only if another build wrote it meanwhile. `before` is the time of the disk, in
    nanoseconds.
    """
    if _manifest(order.target) != seen.memory.manifest:
        seen = look(order)
    now = survey(order.found, order.asked, seen.memory, order.verify, before)
    return _looked(order, now, seen.memory, seen.unsure, seen.hashes)


def _looked(order: Order, now: Survey, memory: Memory, unsure: frozenset[str], hashes: dict[str, str]) -> Look:
    changed = common_change(now.common, memory.common)
    reasons = {name: reason(name, now, memory, changed)
               or (altered(memory.outcomes[name], order.target, hashes) if name in unsure else "") for name in (*now.programs, HOME)}
    return Look(now, memory, {name: why for name, why in reasons.items() if why}, unsure, hashes)


def _remembered(target: Path) -> Memory:
    """What is remembered of the last build; nothing, if the manifest is not the one that the build left."""
    memory = load(target / output.STATE / CACHE)
    return memory if memory.manifest and memory.manifest == _manifest(target) else NOTHING


def _manifest(target: Path) -> str:
    """The hash of the manifest; nothing if there is none."""
    try:
        return digest((target / output.STATE / output.MANIFEST).read_bytes())
    except OSError:
        return ""


def update(order: Order, told: Told = lambda stage, done, total: None, patience: float = 0) -> Result:
    """Bring the site up to date. Raises output.Busy if another build holds it for longer than `patience` seconds.

    Raises also OutputError, WorkerDied, NothingToRead, site.theme.ThemeError and site.render.TemplateError.
    """
    told("look", 0, 0)
    seen = look(order)
    if not seen.reasons and not _gone(seen) and not output.interrupted(order.target):
        return _unchanged(order, seen)
    if not order.write:
        return _made(order, seen, output.previous(order.target), told)
    with output.told(order.target):
        output.refuse_foreign(order.target)
        with output.held(order.target, patience):
            before = output.claim(order.target)
            seen = _again(order, seen, _disk_time(order.target))
            return _made(order, seen, before, told)


def _disk_time(target: Path) -> int:
    """The time by the clock of the disk, in nanoseconds: that of this machine may be another one."""
    lock = target / output.STATE / output.LOCK
    os.utime(lock)
    return lock.stat().st_mtime_ns


def _gone(seen: Look) -> list[str]:
    return sorted(name for name, kept in seen.memory.outcomes.items()
                  if name not in seen.now.programs and kept.files and name != HOME)


def _unchanged(order: Order, seen: Look) -> Result:
    kept = seen.memory.outcomes
    files = [path for one in kept.values() for path in one.files]
    return Result(False, (), _unready(kept), _pages(files), kept=len(files))


def _made(order: Order, seen: Look, before: dict[str, str], told: Told) -> Result:
    from . import workers
    told("read", 0, 0)
    work = _begun(order)
    parts = search.kept(order.target, {name: seen.memory.outcomes[name].parts
                                       for name in seen.now.programs if name not in seen.reasons})
    outcomes = {name: seen.memory.outcomes[name] for name in parts} | {SHARED: _shared(work)}
    stale = [path for path in order.found.programs if name_of(path, order.found.root) not in outcomes]
    told("make", 0, len(stale))
    made: dict[str, Made] = {}
    for path, one in workers.each(work, stale, order.jobs):
        name = name_of(path, order.found.root)
        made[name], outcomes[name], parts[name] = one, _kept(one, seen, name), one.parts
        told("make", len(made), len(stale))
    wrong = _wrong(seen, outcomes)
    if wrong:
        return _refused(order, [Path(seen.now.paths[name][0]) for name in wrong if name in seen.now.programs])
    told("home", 0, 0)
    made[HOME] = _home(work, seen, parts, outcomes)
    outcomes[HOME] = _kept(made[HOME], seen, HOME)
    told("write", 0, 0)
    return _written(work, order, seen, before, made, outcomes)


def _begun(order: Order) -> Work:
    from ..lint.preferences import Asked
    from ..site.plan import Edition
    from .workers import Errand, begun
    return begun(Errand(order.found, order.start, order.target, order.settings, Asked(order.profile),
                        Edition(order.audience), order.write))


def _refused(order: Order, wrong: list[Path]) -> Result:
    if order.write:
        output.abandon(order.target)
    return Result(True, tuple(wrong), 0, 0)


def _shared(work: Work) -> Kept:
    """The findings of settings, house file and house rules."""
    from .check import together
    from .workers import counts
    found = [counts(checked) for checked in together(work.project, [], [], work.errand.asked)]
    return Kept("", (), tuple(map(sum, zip(*found))) if found else (0, 0, 0), (), "", (), "", "")


def _kept(made: Made, seen: Look, name: str) -> Kept:
    """What is remembered of an outcome, but for what is known when all is written: its looks and the file of its parts."""
    key = "" if name == HOME else seen.now.own(name)
    return Kept(key, made.claims, made.counts, made.cards, "", tuple(made.files), "",
                seen.reasons.get(name, "What the search knows of it was missing."))


def _home(work: Work, seen: Look, parts: dict[str, tuple[str, ...]], outcomes: dict[str, Kept]) -> Made:
    """The files that belong to no program."""
    from ..site.render import Card
    from .shared import of_all
    from .output import differs, hash_of, stage
    from .workers import Made
    target, programs = work.errand.target, [name for name in seen.now.programs if outcomes[name].cards]
    cards = [(tuple(Card(*card) for card in outcomes[name].cards), parts[name]) for name in programs]
    paths = [path for name in programs for path in outcomes[name].files]
    artifacts = of_all(cards, paths, work.sites, work.theme, work.project.folder)
    act = stage if work.errand.write else differs
    changed = tuple(a.path for a in artifacts if act(target, a))
    return Made((0, 0, 0), (), (), (), {a.path: hash_of(a.data) for a in artifacts}, changed)


def _wrong(seen: Look, outcomes: dict[str, Kept]) -> set[str]:
    """The names of what stands against a build: with an error, or asking for a folder that another one asks for too.

    The folder of a language is one that many ask for, and none for itself.
    """
    claims = Counter(claim for name in seen.now.programs for claim in outcomes[name].claims)
    taken = {claim for claim, count in claims.items() if count > 1 and not claim.endswith("/") or f"{claim}/" in claims}
    taken |= {f"{claim}/" for claim in taken}
    return {name for name, kept in outcomes.items() if kept.counts[0] or not taken.isdisjoint(kept.claims)}


def _unready(outcomes: dict[str, Kept]) -> int:
    return sum(any(kept.counts[:2]) for kept in outcomes.values())


def _pages(files: list[str]) -> int:
    return sum(path.endswith(".html") for path in files)


def _written(work: Work, order: Order, seen: Look, before: dict[str, str], made: dict[str, Made],
             outcomes: dict[str, Kept]) -> Result:
    """Commit what was staged, or say what would be, and remember it all."""
    files = {path: hashed for one in made.values() for path, hashed in one.files.items()}
    after = {path: files.get(path) or before.get(path, "") for kept in outcomes.values() for path in kept.files}
    changed = [path for one in made.values() for path in one.changed]
    if order.write:
        done = output.commit(order.target, changed, before, after)
        _remember(work, order, seen, made, outcomes)
    else:
        done = output.Written(tuple(sorted(changed)), tuple(sorted(set(before) - set(after))), len(after) - len(changed))
    return Result(False, (), _unready(outcomes), _pages(list(after)), *done)


def _remember(work: Work, order: Order, seen: Look, made: dict[str, Made], outcomes: dict[str, Kept]) -> None:
    """Write down what the next build need not do again. It is only a help: where it cannot be written, all is well."""
    with contextlib.suppress(OSError):
        parts = search.keep(order.target, {name: one.parts for name, one in made.items() if name != HOME},
                            {kept.parts for kept in outcomes.values()})
        time = _disk_time(order.target)
        kept = {name: one._replace(looks=looks_of(order.target, one.files, time)) if name in made or name in seen.unsure else one
                for name, one in outcomes.items()}
        kept |= {name: kept[name]._replace(parts=parts) for name in made if name != HOME}
        manifest = (order.target / output.STATE / output.MANIFEST).read_bytes()
        memory = Memory(lasting(seen.now), {**seen.now.common, **_packaged(work)}, kept, digest(manifest))
        output.remember(order.target, CACHE, saved(memory))


def _packaged(work: Work) -> dict[str, str]:
    """The layers of the theme that come with an installed package, with what they hold."""
    from .themes import overrides, shelves
    known = [folder for folder in (*shelves(work.project.root), overrides(work.project.root)) if folder]
    layers = [layer for layer in work.theme.layers if not any(layer.is_relative_to(folder) for folder in known)]
    return {name: digest_of(files) for name, files in map(packaged, map(str, layers))}


class NotOfThisSite(Exception):
    """A path that is neither a definition of a project nor a page of its site; the message says so."""


def why(order: Order, path: str) -> str:
    """Why a definition or a page would be made again by the next build, as a sentence. Writes nothing.

    Raises NotOfThisSite.
    """
    seen = look(order)
    name = _asked(order, seen, path)
    if name is None:
        raise NotOfThisSite(f"{path} is neither a definition of this project nor a page of its site. Type the path of a "
                            "file, such as site/index.html.")
    if name in seen.reasons:
        return f"The next build makes it again: {seen.reasons[name]}"
    if name not in seen.now.programs and name != HOME:
        return f"The next build removes it: {name} is gone."
    kept = seen.memory.outcomes[name]
    return f"It is up to date. It was last made for this reason: {kept.because}"


def _asked(order: Order, seen: Look, path: str) -> str | None:
    """The name of the outcome to which a definition or a page belongs."""
    full = os.path.abspath(order.start / path)
    name = name_of(Path(full), order.found.root)
    owner = next((program for program, own in seen.now.programs.items() if name in (program, *own)), None)
    if owner:
        return owner
    page = name_of(Path(full), Path(os.path.abspath(order.target)))
    pages = (page, path.replace(os.sep, "/"))  # many type the path as the address shows it, without the folder
    return next((owner for page in pages for owner, kept in seen.memory.outcomes.items() if page in kept.files), None)
