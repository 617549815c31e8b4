"""`site/` is written here and nowhere else, as a transaction.

New files are first written beside the site, in `.rmplay/new`; then one small file is put in place that lists all moves
and removals: that is the commit point. Before it the old site is untouched; after it the moves are carried out, and if
that is interrupted, the next build finishes them. Only files of the previous build are ever removed.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ..values import NamedTuple

if TYPE_CHECKING:  # a build that finds nothing changed must not load the templates' engine for this
    from ..site.render import Artifact

STATE, NEW, COMMIT, MANIFEST, LOCK = ".rmplay", "new", "commit.json", "manifest.json", "lock"
OURS = {STATE, ".gitignore"}
_FEW = 64
_NO_NAMES = {"", ".", ".."}


class OutputError(Exception):
    """The site cannot be written; the message says why and what to do."""


class Busy(OutputError):
    """Another rmplay is writing the same site just now."""


class Written(NamedTuple):
    """What a build changed: paths written, paths removed, and how many files were left as they were."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    kept: int


@contextlib.contextmanager
def told(folder: Path) -> Iterator[None]:
    """Whatever the disk refuses is told as an OutputError that says how the site was left."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"{error.filename or folder} cannot be written: {error.strerror}. {_left(folder)}"
                          "Look at the rights and the space of the folder.") from error


def _left(folder: Path) -> str:
    if os.path.lexists(folder / STATE / COMMIT):
        return "What was left undone is finished by the next build. "
    return "The site is as it was. " if os.path.lexists(folder / STATE / MANIFEST) else ""


@contextlib.contextmanager
def held(folder: Path, patience: float) -> Iterator[None]:
    """Keep every other build of this site waiting. The lock is the system's and goes with the process that holds it.

    Raises Busy if another one holds it for longer than `patience` seconds.
    """
    import filelock
    state, was_there = _state(folder), folder.is_dir()
    state.mkdir(parents=True, exist_ok=True)
    lock = filelock.FileLock(state / LOCK, timeout=patience)
    try:
        lock.acquire()
    except filelock.Timeout:
        raise Busy(f"Another rmplay is writing {folder} just now.") from None
    try:
        yield
    finally:
        lock.release()
        if not (state / MANIFEST).exists():
            _vacate(folder, was_there)


def _vacate(folder: Path, was_there: bool) -> None:
    """Leave no empty folder of ours behind where no site came of it."""
    with contextlib.suppress(OSError):
        (folder / STATE / LOCK).unlink(missing_ok=True)
        (folder / STATE).rmdir()
        if not was_there:
            folder.rmdir()


def claim(folder: Path) -> dict[str, str]:
    """The files of the previous build, with their hashes, after what was interrupted is finished. Raises OutputError.

    Refuses a folder that holds something else.
    """
    folder.mkdir(parents=True, exist_ok=True)
    finish(folder)
    return previous(folder)


def previous(folder: Path) -> dict[str, str]:
    """The files of the previous build; nothing is written. Refuses a folder that holds something else."""
    refuse_foreign(folder)
    manifest = _state(folder) / MANIFEST
    before = _json(manifest) if manifest.is_file() else {}
    _check_inside(before, manifest)
    return before


def refuse_foreign(folder: Path) -> None:
    """Raise OutputError for a folder that holds something and is not one that a build has made."""
    if (_state(folder) / MANIFEST).is_file():
        return
    foreign = sorted(p.name for p in folder.iterdir() if p.name not in OURS) if folder.is_dir() else []
    if foreign:
        raise OutputError(f"{folder} holds files that rmplay did not write ({', '.join(foreign[:3])}). "
                          "Choose an empty folder with --site-dir, or move them away.")


def interrupted(folder: Path) -> bool:
    """Whether a build was stopped behind its commit point and is to be finished."""
    return os.path.lexists(folder / STATE / COMMIT)


def finish(folder: Path) -> None:
    """Carry out a commit that was interrupted, and clear what an aborted build left."""
    state = _state(folder)
    if (state / COMMIT).is_file():
        _carry_out(folder, _order_in(folder, state / COMMIT))
    abandon(folder)


def abandon(folder: Path) -> None:
    """Forget what was written beside the site and not committed."""
    new = _state(folder) / NEW
    if new.is_symlink():
        new.unlink()
    shutil.rmtree(new, ignore_errors=True)


def _state(folder: Path) -> Path:
    state = folder / STATE
    if state.is_symlink():
        raise OutputError(f"{state} is a link to another place; the site is only written in its own folder.")
    return state


def hash_of(data: bytes) -> str:
    """The hash under which a manifest knows a file."""
    return hashlib.sha256(data).hexdigest()


def differs(folder: Path, artifact: Artifact) -> bool:
    """Whether the site has other bytes under the path of a file, or none."""
    path = f"{folder}/{artifact.path}"
    try:
        if os.lstat(path).st_size != len(artifact.data) or os.path.islink(path):
            return True
        with open(path, "rb") as file:
            return file.read() != artifact.data
    except OSError:
        return True


def stage(folder: Path, artifact: Artifact) -> bool:
    """Write a file beside the site, unless the site has it already. The folder must be claimed. May raise OSError."""
    if not differs(folder, artifact):
        return False
    path = f"{folder}/{STATE}/{NEW}/{artifact.path}"
    try:
        file = open(path, "wb")
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        file = open(path, "wb")
    with file:
        file.write(artifact.data)
    return True


def commit(folder: Path, changed: Iterable[str], before: dict[str, str], after: dict[str, str]) -> Written:
    """Make the site of what was staged: `changed` are those paths, `before` and `after` all files with their hashes."""
    _check_distinct(after)
    removed = sorted(set(before) - set(after))
    changed = sorted({*changed, *_renamed_in_case(folder, changed, removed, after)})
    if changed or removed or before != after:
        _check_targets(folder, changed, removed)
        _settle(folder, changed)
        order = {"moves": changed, "removals": removed, "files": after}
        _put(folder / STATE / COMMIT, json.dumps(order, sort_keys=True).encode())
        _carry_out(folder, order)
    return Written(tuple(changed), tuple(removed), len(after) - len(changed))


def _renamed_in_case(folder: Path, changed: Iterable[str], removed: list[str], after: dict[str, str]) -> list[str]:
    """Files that only change the case of their name: on some systems the removal of the old one would take the new."""
    gone, staged = {path.casefold() for path in removed}, set(changed)
    found = [path for path in after if path.casefold() in gone and path not in staged] if gone else []
    for path in found:
        _put(folder / STATE / NEW / path, (folder / path).read_bytes())
    return found


def _settle(folder: Path, changed: list[str]) -> None:
    """Have what was staged on the disk itself before the commit point, so that no loss of power can tear a page."""
    if len(changed) > _FEW and hasattr(os, "sync"):
        os.sync()
        return
    for path in changed:
        with open(folder / STATE / NEW / path, "r+b") as file:
            os.fsync(file.fileno())


def remember(folder: Path, name: str, data: bytes) -> None:
    """Keep a file of our own beside the manifest, of which a reader can tell whether it is whole: a loss of power may
    damage it, so that nobody waits for the disk. Raises OSError."""
    _put(_state(folder) / name, data, lasting=False)


def _order_in(folder: Path, path: Path) -> dict:
    """What a commit file says. A file can come from anywhere, so every path in it is looked at."""
    order = _json(path)
    listed = [order.get(name) for name in ("moves", "removals", "files")]
    if not (isinstance(listed[0], list) and isinstance(listed[1], list) and isinstance(listed[2], dict)):
        raise OutputError(_damaged(path))
    _check_inside([*listed[0], *listed[1], *listed[2]], path)
    return order


def _json(path: Path) -> dict:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        raise OutputError(_damaged(path)) from None
    if not isinstance(found, dict):
        raise OutputError(_damaged(path))
    return found


def _damaged(path: Path) -> str:
    return f"{path} is damaged. Delete the folder of the site and build again; nothing in it is needed."


def _check_inside(paths: Iterable[str], source: Path) -> None:
    """Only files below the site are ever touched, whatever a manifest says."""
    for path in paths:
        parts = path.split("/") if isinstance(path, str) else [""]
        if not _NO_NAMES.isdisjoint(parts) or parts[0] == STATE or "\\" in path or ":" in path:
            raise OutputError(_damaged(source))


def _check_distinct(paths: Iterable[str]) -> None:
    """Two files whose names differ only in case are one file on some systems."""
    seen: dict[str, str] = {}
    for path in paths:
        other = seen.setdefault(path.casefold(), path)
        if other != path:
            raise OutputError(f"Two pages would be the same file: {other} and {path}.")


def _check_targets(folder: Path, changed: list[str], removed: list[str]) -> None:
    """Whatever could stop the moves is found before the commit point."""
    leaving = set(removed)
    for parent in sorted(_folders((*changed, *removed))):
        if (folder / parent).is_symlink():
            raise OutputError(f"{folder / parent} is a link to another place; the site is only written in its own "
                              "folder.")
        if (folder / parent).is_file() and parent not in leaving:
            raise OutputError(f"{folder / parent} is a file where the site needs a folder. Move it away.")
    for path in changed:
        target = f"{folder}/{path}"
        if os.path.isdir(target) and not os.path.islink(target) and any(
                p.is_file() and p.relative_to(folder).as_posix() not in leaving for p in Path(target).rglob("*")):
            raise OutputError(f"{folder / path} is a folder where the site needs a file. Move it away.")


def _folders(paths: Iterable[str]) -> set[str]:
    """Every folder of the site in which some of the files lie."""
    found: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def _refuse_links(folder: Path, path: str) -> None:
    for parent in (folder / path).parents:
        if parent == folder:
            return
        if parent.is_symlink():
            raise OutputError(f"{parent} is a link to another place; the site is only written in its own folder.")


def _put(path: Path, data: bytes, lasting: bool = True) -> None:
    """Write a file whole or not at all, even if the power goes where it is `lasting`. What lies in the way is replaced,
    never written through."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    with part.open("xb") as file:
        file.write(data)
        if lasting:
            file.flush()
            os.fsync(file.fileno())
    os.replace(part, path)


def _carry_out(folder: Path, order: dict) -> None:
    """The removals and moves of a commit. Can be done again after an interruption."""
    for path in order["removals"]:
        _remove(folder, path)
    whole = {top for top in dict.fromkeys(path.partition("/")[0] for path in order["moves"]) if _moved_whole(folder, top)}
    for path in order["moves"]:
        if path.partition("/")[0] not in whole:
            _move(folder, path)
    _put(folder / STATE / MANIFEST, json.dumps(order["files"], sort_keys=True).encode())
    (folder / STATE / COMMIT).unlink()
    shutil.rmtree(folder / STATE / NEW, ignore_errors=True)


def _moved_whole(folder: Path, top: str) -> bool:
    """Put a staged folder in its place with all that is in it, if the site has nothing there yet."""
    staged, target = f"{folder}/{STATE}/{NEW}/{top}", f"{folder}/{top}"
    if os.path.lexists(target) or os.path.islink(staged) or not os.path.isdir(staged):
        return False
    os.replace(staged, target)
    return True


def _move(folder: Path, path: str) -> None:
    """Put a staged file in its place; it is not there if that was done before an interruption."""
    staged, target = f"{folder}/{STATE}/{NEW}/{path}", f"{folder}/{path}"
    try:
        os.replace(staged, target)
    except FileNotFoundError:
        if os.path.lexists(staged):
            os.makedirs(os.path.dirname(target), exist_ok=True)
            os.replace(staged, target)


def _remove(folder: Path, path: str) -> None:
    """Remove a file of the previous build, if it is still there and still a file, with folders that it leaves empty."""
    target = folder / path
    if target.is_file() or target.is_symlink():
        _refuse_links(folder, path)
        target.unlink()
    _remove_empty(folder, target.parent)


def _remove_empty(folder: Path, inner: Path) -> None:
    while inner != folder and inner.is_dir() and not any(inner.iterdir()):
        inner.rmdir()
        inner = inner.parent
