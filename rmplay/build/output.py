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
from pathlib import Path
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
        raise OutputError(f"{error.filename or folder} cannot be written: {error.strerror}. "
                          "The site is as it was; look at the rights and the space of the folder.") from error


def finish(folder: Path) -> None:
    """Carry out a commit that was interrupted, and clear what an aborted build left."""
    state = folder / STATE
    if (state / COMMIT).is_file():
        _carry_out(folder, json.loads((state / COMMIT).read_text(encoding="utf-8")))
    shutil.rmtree(state / NEW, ignore_errors=True)


def _write(folder: Path, artifacts: list[Artifact]) -> Written:
    _check_distinct(artifacts)
    before = _claim(folder)
    after = {a.path: hashlib.sha256(a.data).hexdigest() for a in artifacts}
    changed = [a for a in artifacts if not _same(folder / a.path, a.data)]
    removed = sorted(set(before) - set(after))
    if changed or removed or before != after:
        _stage(folder, changed)
        order = {"moves": [a.path for a in changed], "removals": removed, "files": after}
        _put(folder / STATE / COMMIT, json.dumps(order, indent=0, sort_keys=True).encode())
        _carry_out(folder, order)
    return Written(tuple(a.path for a in changed), tuple(removed), len(artifacts) - len(changed))


def _check_distinct(artifacts: list[Artifact]) -> None:
    """Two files whose names differ only in case are one file on some systems."""
    seen: dict[str, str] = {}
    for artifact in artifacts:
        other = seen.setdefault(artifact.path.casefold(), artifact.path)
        if other is not artifact.path:
            raise OutputError(f"Two pages would be the same file: {other} and {artifact.path}.")


def _claim(folder: Path) -> dict[str, str]:
    """The files of the previous build. Refuses a folder that holds something else."""
    folder.mkdir(parents=True, exist_ok=True)
    finish(folder)
    manifest = folder / STATE / MANIFEST
    if manifest.is_file():
        return json.loads(manifest.read_text(encoding="utf-8"))
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


def _stage(folder: Path, artifacts: list[Artifact]) -> None:
    for artifact in artifacts:
        _refuse_links(folder, artifact.path)
        _put(folder / STATE / NEW / artifact.path, artifact.data)


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
    """The moves and removals of a commit. Can be done again after an interruption."""
    for path in order["moves"]:
        staged, target = folder / STATE / NEW / path, folder / path
        if staged.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(staged, target)
    for path in order["removals"]:
        _refuse_links(folder, path)
        (folder / path).unlink(missing_ok=True)
        _remove_empty(folder, (folder / path).parent)
    _put(folder / STATE / MANIFEST, json.dumps(order["files"], indent=0, sort_keys=True).encode())
    (folder / STATE / COMMIT).unlink()
    shutil.rmtree(folder / STATE / NEW, ignore_errors=True)


def _remove_empty(folder: Path, inner: Path) -> None:
    while inner != folder and inner.is_dir() and not any(inner.iterdir()):
        inner.rmdir()
        inner = inner.parent
