"""Whether files are still what they were: by size, times and inode, without reading them; by their bytes where in doubt.

Two edits within one tick of the disk's clock show the same times. So a file that changed just before it was looked at
gets no mark of its looks, and its bytes are compared the next time.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable

from ..values import NamedTuple

_TICK, _COARSE_TICK = 50_000_000, 2_000_000_000  # nanoseconds; the second one for disks that keep whole seconds
UNSURE = ""


class Mark(NamedTuple):
    """What is remembered of some files: how they looked (UNSURE if that cannot be trusted), and a hash of their bytes."""

    looks: str
    digest: str


def looks(paths: Iterable[str], before: int | None = None, links: bool = True) -> str:
    """A hash of size, times and inode of files, in this order. Missing files count as such.

    `before` is the time of the disk, in nanoseconds, at which the files are read: with one that changed as late as
    that, the answer is UNSURE. `links` says whether a link is looked through.
    """
    stat, made = (os.stat if links else os.lstat), hashlib.blake2b(digest_size=12)
    latest, coarse = 0, False
    for path in paths:
        try:
            s = stat(path)
        except OSError:
            made.update(b"-;")
            continue
        made.update(b"%d %d %d %d;" % (s.st_size, s.st_mtime_ns, s.st_ctime_ns, s.st_ino))
        latest = max(latest, s.st_mtime_ns, s.st_ctime_ns)
        coarse = coarse or not s.st_mtime_ns % 1_000_000_000
    if before is not None and latest > before - (_COARSE_TICK if coarse else _TICK):
        return UNSURE
    return made.hexdigest()


def digest(data: bytes) -> str:
    """A short name for some bytes that no others have."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def digest_of(paths: tuple[str, ...]) -> str:
    """The digest of the bytes of some files; one that cannot be read counts as missing."""
    if len(paths) == 1:
        return _file_digest(paths[0])
    return digest("\n".join(map(_file_digest, paths)).encode())


def _file_digest(path: str) -> str:
    try:
        with open(path, "rb") as file:
            return digest(file.read())
    except OSError:
        return "missing"


def marked(paths: tuple[str, ...], before: int | None = None) -> Mark:
    """The mark of some files, whose bytes are read; `before` is the time of the disk, as for `looks`."""
    return Mark(looks(paths, before), digest_of(paths))
