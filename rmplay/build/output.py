"""`site/` is written here and nowhere else, as a transaction.

New files are first written beside the site, in `.rmplay/new`; then one small file is put in place that lists all moves
and removals: that is the commit point. Before it the old site is untouched; after it the moves are carried out, and if
that is interrupted, the next command finishes them. Only files of the previous build are ever removed.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from ..site.render import Artifact

STATE, NEW, COMMIT, MANIFEST = ".rmplay", "new", "commit.json", "manifest.json"
OURS = {STATE, ".gitignore"}


class OutputError(Exception):
    """The site cannot be written; the message says why and what to do."""


class Written(NamedTuple):
    """What a build changed: paths written, paths removed, and how many files were left as they were."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    kept: int


def write_site(folder: Path, artifacts: Iterable[Artifact]) -> Written:
    """Make `folder` hold exactly the artifacts. Raises OutputError; the old site is then untouched, or completed."""
    try:
        return _write(folder, sorted(artifacts))
    except OSError as error:
        state = ("What was left undone is finished by the next build." if (folder / STATE / COMMIT).is_file()
                 else "The site is as it was.")
        raise OutputError(f"{error.filename or folder} cannot be written: {error.strerror}. {state} "
                          "Look at the rights and the space of the folder.") from error


def finish(folder: Path) -> None:
    """Carry out a commit that was interrupted, and clear what an aborted build left."""
    state = folder / STATE
    if state.is_symlink():
        raise OutputError(f"{state} is a link to another place; the site is only written in its own folder.")
    if (state / COMMIT).is_file():
        _carry_out(folder, _order_in(folder, state / COMMIT))
    shutil.rmtree(state / NEW, ignore_errors=True)


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
        pure = PurePosixPath(path)
        if pure.is_absolute() or ".." in pure.parts or "\\" in path or ":" in path or pure.parts[:1] in ((), (STATE,)):
            raise OutputError(_damaged(source))


def _write(folder: Path, artifacts: list[Artifact]) -> Written:
    _check_distinct(artifacts)
    before = _claim(folder)
    after = {a.path: hashlib.sha256(a.data).hexdigest() for a in artifacts}
    removed = sorted(set(before) - set(after))
    gone = {path.casefold() for path in removed}  # a name that only changes its case is one file on some systems
    changed = [a for a in artifacts if a.path.casefold() in gone or not _same(folder / a.path, a.data)]
    if changed or removed or before != after:
        _check_targets(folder, changed, removed)
        for artifact in changed:
            _put(folder / STATE / NEW / artifact.path, artifact.data)
        order = {"moves": [a.path for a in changed], "removals": removed, "files": after}
        _put(folder / STATE / COMMIT, json.dumps(order, indent=0, sort_keys=True).encode())
        _carry_out(folder, order)
    return Written(tuple(a.path for a in changed), tuple(removed), len(artifacts) - len(changed))


def _check_distinct(artifacts: list[Artifact]) -> None:
    """Two files whose names differ only in case are one file on some systems."""
    seen: dict[str, str] = {}
    for artifact in artifacts:
        name = artifact.path.casefold()
        if name in seen:
            raise OutputError(f"Two pages would be the same file: {seen[name]} and {artifact.path}.")
        seen[name] = artifact.path


def _claim(folder: Path) -> dict[str, str]:
    """The files of the previous build. Refuses a folder that holds something else."""
    folder.mkdir(parents=True, exist_ok=True)
    finish(folder)
    manifest = folder / STATE / MANIFEST
    if manifest.is_file():
        before = _json(manifest)
        _check_inside(before, manifest)
        return before
    foreign = sorted(p.name for p in folder.iterdir() if p.name not in OURS)
    if foreign:
        raise OutputError(f"{folder} holds files that rmplay did not write ({', '.join(foreign[:3])}). "
                          "Choose an empty folder with --site-dir, or move them away.")
    return {}


def _same(path: Path, data: bytes) -> bool:
    try:
        return not path.is_symlink() and path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _check_targets(folder: Path, changed: list[Artifact], removed: list[str]) -> None:
    """Whatever could stop the moves is found before the commit point."""
    leaving = set(removed)
    for path in [*(a.path for a in changed), *removed]:
        _refuse_links(folder, path)
        for parent in PurePosixPath(path).parents:
            if str(parent) != "." and (folder / parent).is_file() and str(parent) not in leaving:
                raise OutputError(f"{folder / parent} is a file where the site needs a folder. Move it away.")
        if (folder / path).is_dir() and any(p.is_file() and p.relative_to(folder).as_posix() not in leaving
                                            for p in (folder / path).rglob("*")):
            raise OutputError(f"{folder / path} is a folder where the site needs a file. Move it away.")


def _refuse_links(folder: Path, path: str) -> None:
    for parent in (folder / path).parents:
        if parent == folder:
            return
        if parent.is_symlink():
            raise OutputError(f"{parent} is a link to another place; the site is only written in its own folder.")


def _put(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(part, path)


def _carry_out(folder: Path, order: dict) -> None:
    """The removals and moves of a commit. Can be done again after an interruption."""
    for path in order["removals"]:
        _remove(folder, path)
    for path in order["moves"]:
        staged, target = folder / STATE / NEW / path, folder / path
        if staged.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(staged, target)
    _put(folder / STATE / MANIFEST, json.dumps(order["files"], indent=0, sort_keys=True).encode())
    (folder / STATE / COMMIT).unlink()
    shutil.rmtree(folder / STATE / NEW, ignore_errors=True)


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
