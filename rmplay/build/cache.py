"""What is remembered of the last build, in `site/.rmplay/cache.json`, so that what did not change is not made again.

The file may come from elsewhere, so it is JSON and nothing in it is ever run; what it says is believed only if its own
hash is right, which tells a damaged file. Whoever can forge it can as well forge the pages beside it. Anything that is
not as expected means: nothing is remembered, and everything is made anew.
"""

from __future__ import annotations

import json
from pathlib import Path

from ..values import NamedTuple
from .fresh import Mark, digest

_HEAD = b"rmplay cache 5 "
CACHE = "cache.json"


class Kept(NamedTuple):
    """What is remembered of one program with its translations, or of the files that belong to none.

    `key` is the hash of both as they were. `claims` are the folders of the site that it asks for, `counts` its findings
    by level: errors, warnings, advice. `cards` are what the home pages show of it, one for each language, `parts` the name
    of the file that has its parts of the search index. `files` are its files in the site, `looks` how they look there, and `because` the sentence
    that says why they were made.
    """

    key: str
    claims: tuple[str, ...]
    counts: tuple[int, int, int]
    cards: tuple[tuple, ...]
    parts: str
    files: tuple[str, ...]
    looks: str
    because: str


class Memory(NamedTuple):
    """The last build: every input with its mark, each outcome by the name of its definition, and the manifest's hash."""

    inputs: dict[str, Mark]
    common: dict[str, str]
    outcomes: dict[str, Kept]
    manifest: str


NOTHING = Memory({}, {}, {}, "")


def load(path: Path) -> Memory:
    """What a cache file remembers; NOTHING if it is missing, damaged, or of another edition."""
    try:
        head, _, body = path.read_bytes().partition(b"\n")
        if head != _HEAD + digest(body).encode():
            return NOTHING
        inputs, common, outcomes, manifest = json.loads(body)
        return Memory({name: Mark(*m) for name, m in inputs.items()}, common,
                      {name: _kept(values) for name, values in outcomes.items()}, manifest)
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return NOTHING


def _kept(values: list) -> Kept:
    key, claims, counts, cards, parts, files, *rest = values
    return Kept(key, tuple(claims), tuple(counts), tuple(map(tuple, cards)), parts, tuple(files), *rest)


def saved(memory: Memory) -> bytes:
    """The bytes of a cache file."""
    body = json.dumps(memory, separators=(",", ":"), sort_keys=True).encode()
    return _HEAD + digest(body).encode() + b"\n" + body
