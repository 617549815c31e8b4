"""What is kept for the user from build to build: compiled templates, and the words of other languages as they are looked up.

It is only a help: a damaged file or a full disk costs nothing but time.
"""

from __future__ import annotations

import contextlib
import functools
import json
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jinja2

_MADE = 3  # counts up when folding.py or printed.py make something else of the same template
_WORDS = 1  # counts up when words are kept in another form


@functools.cache
def folder() -> Path | None:
    """Where it is kept; None where that cannot be done safely.

    Compiled templates are run. So this is a folder of this user alone, as Python's own compiled modules are, and never one
    of the project or the site, which may come from elsewhere.
    """
    import platformdirs
    try:
        found = platformdirs.user_cache_path("rmplay", appauthor=False) / f"templates-{jinja2.__version__}"
        found.mkdir(mode=0o700, parents=True, exist_ok=True)
        facts = found.lstat()
        mine = not hasattr(os, "getuid") or facts.st_uid == os.getuid() and not facts.st_mode & 0o022
        return found if mine and stat.S_ISDIR(facts.st_mode) else None
    except OSError:
        return None


def templates(words: str) -> jinja2.BytecodeCache | None:
    """The compiled templates with some words in them, which are called by their `words.Words.digest`."""
    return _Compiled(str(folder()), words) if folder() else None


class _Compiled(jinja2.FileSystemBytecodeCache):
    """Compiled templates on disk. The words are in the code, so they are a part of the name under which it is kept."""

    def __init__(self, directory: str, words: str) -> None:
        super().__init__(directory)
        self.words = words

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The name of a template with the words that are in it."""
        return super().get_cache_key(f"{_MADE}|{self.words}|{name}", filename)

    def load_bytecode(self, bucket: Any) -> None:
        """Fill a bucket from its file, if that can be read."""
        try:
            super().load_bytecode(bucket)
        except Exception:  # what pickle and marshal raise on damaged bytes is not limited to errors of their own
            bucket.reset()

    def dump_bytecode(self, bucket: Any) -> None:
        """Write the file of a bucket, if that can be done."""
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)


def words(source: bytes, read: Callable[[], Any], use: Callable[[Any], Any]) -> Any:
    """What `use` makes of what `read` finds in a file of words with these bytes.

    Reading takes Babel a tenth of a second, so what it found is kept, in JSON. Raises what the two raise.
    """
    import hashlib
    path = folder() and folder() / f"words-{_WORDS}-{hashlib.sha256(source).hexdigest()}.json"
    if path:
        with contextlib.suppress(OSError, ValueError, LookupError, TypeError, AttributeError):
            return use(json.loads(path.read_bytes()))
    found = read()
    if path:
        _put(path, json.dumps(found).encode())
    return use(found)


def _put(path: Path, data: bytes) -> None:
    """Write a file if that can be done, all at once, so that nobody reads half of it. It need not outlive a power cut."""
    import tempfile
    with contextlib.suppress(OSError), tempfile.TemporaryDirectory(dir=path.parent) as beside:
        (made := Path(beside) / path.name).write_bytes(data)
        made.replace(path)
