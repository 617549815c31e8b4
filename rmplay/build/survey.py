"""Everything that a site is made of, listed and compared with the last build: what changed, and what follows from it."""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from ..definition.filenames import named
from ..shipped import shipped
from ..values import NamedTuple
from .cache import Kept, Memory
from .fresh import Mark, digest, looks, marked
from .found import Found

CODE, PYTHON, HOME = "rmplay", "python", "index.html"
DATE, OPTIONS, PACKAGED = "date", "options", "package:"
_ASKED = {DATE: "The date is another one, and findings may depend on it.",
          OPTIONS: "The build was asked for with other options."}
_MADE_WITH = ("babel", "jinja2", "markdown", "markupsafe", "yaml")


class Survey(NamedTuple):
    """The inputs of a build by name: their files, their marks, and how they looked before anything was read.

    `programs` are the names of the definitions, each with those of its translations; `common` says by which names and
    values all of them are touched.
    """

    paths: dict[str, tuple[str, ...]]
    marks: dict[str, Mark]
    seen: dict[str, str]
    programs: dict[str, tuple[str, ...]]
    common: dict[str, str]

    def own(self, name: str) -> str:
        """The hash of a program and its translations."""
        return digest(json.dumps({one: self.marks[one].digest for one in (name, *self.programs[name])}).encode())


def survey(found: Found, asked: dict[str, str], memory: Memory, verify: bool = False, before: int | None = None) -> Survey:
    """Look at all inputs. `asked` are values that touch all programs, such as the date, by name.

    `before` is the time of the disk, in nanoseconds, if what is seen is to be remembered.
    """
    programs = {name_of(path, found.root): {name_of(one, found.root): (str(one),) for one in found.translations.get(path, ())}
                for path in found.programs}
    own = {name_of(path, found.root): (str(path),) for path in found.programs}
    own |= {name: file for translations in programs.values() for name, file in translations.items()}
    paths = {**dict(_common_files(found, memory)), **own}
    seen = {name: looks(files) for name, files in paths.items()}
    marks = {name: known if (known := memory.inputs.get(name)) and not verify and known.looks == seen[name]
             else marked(files, before) for name, files in paths.items()}
    common = {name: made.digest for name, made in marks.items() if name not in own}
    return Survey(paths, marks, seen, {name: tuple(found) for name, found in programs.items()}, {**common, **asked, PYTHON: sys.version})


def lasting(now: Survey) -> dict[str, Mark]:
    """The marks to remember; none for what changed while the build was at work, so that it is looked at again."""
    return {name: now.marks[name] if looks(files) == now.seen[name] else Mark("", "")
            for name, files in now.paths.items()}


def name_of(path: Path, root: Path | None) -> str:
    """The name of a file in the cache: from the root of its project, where it has one."""
    full = os.path.abspath(path)
    inside = root is not None and full.startswith(f"{root}{os.sep}")
    return (full[len(str(root)) + 1:] if inside else full).replace(os.sep, "/")


def reason(name: str, now: Survey, memory: Memory, changed: str) -> str:
    """Why a program must be made again, as a sentence; nothing if no input of it changed.

    `changed` is what `common_change` says, which holds for all of them.
    """
    if not memory.outcomes:
        return "Nothing is remembered of an earlier build."
    if name in now.programs and name not in memory.outcomes:
        return f"{name} is new."
    if changed:
        return changed
    return _own_change(name, now, memory) if name in now.programs else ""


def _own_change(name: str, now: Survey, memory: Memory) -> str:
    """Which of a program and its translations changed."""
    for one in (name, *now.programs[name]):
        if one not in memory.inputs:
            return f"{one} is new."
        if now.marks[one].digest != memory.inputs[one].digest:
            return f"{one} has changed."
    if memory.outcomes[name].key == now.own(name):
        return ""
    gone = [one for one in memory.inputs if one not in now.marks and _translates(one, name)]
    return f"{' and '.join(sorted(gone)) or f'A translation of {name}'} is gone."


def _translates(one: str, name: str) -> bool:
    """Whether a file is a translation of another, by their names."""
    folder, _, file = one.rpartition("/")
    said = named(file)
    return said is not None and name in [f"{folder}/{original}".lstrip("/") for original in said.originals]


def altered(kept: Kept, target: Path, hashes: dict[str, str]) -> str:
    """Why the files of an outcome cannot stay as they are, as a sentence; nothing if they have the bytes that were written.

    `hashes` are those of the manifest.
    """
    from .output import hash_of
    for path in kept.files:
        file = target / path
        try:
            same = not file.is_symlink() and hash_of(file.read_bytes()) == hashes.get(path)
        except OSError:
            same = False
        if not same:
            return f"{path} in the site is not as it was written."
    return ""


def looks_of(target: Path, files: Iterable[str], before: int | None = None) -> str:
    """How some files of the site look; links are not followed."""
    return looks((f"{target}/{path}" for path in files), before, links=False)


def common_change(now: dict[str, str], then: dict[str, str]) -> str:
    """What changed of that which touches every program, as a sentence; nothing if nothing did."""
    names = sorted(name for name in now.keys() | then.keys() if now.get(name) != then.get(name))
    if not names:
        return ""
    if CODE in names or PYTHON in names:
        return "Another version of rmplay, or of what it is made with, is at work."
    for name, sentence in _ASKED.items():
        if name in names:
            return sentence
    word = "is gone" if names[0] not in now else "is new" if names[0] not in then else "has changed"
    return f"{names[0]} {word}." if len(names) == 1 else f"{names[0]} {word}, and {len(names) - 1} more files."


def _common_files(found: Found, memory: Memory) -> Iterable[tuple[str, tuple[str, ...]]]:
    """What touches every program: settings, house file, brand, themes, and rmplay itself."""
    yield from ((name_of(Path(file), found.root), (file,)) for file in _beside_programs(found))
    ours = shipped("themes")
    own = (found.root / "themes", found.root / "overrides") if found.root else ()
    for shelf in dict.fromkeys((*own, ours)):
        for file in _below(str(shelf)):
            yield "rmplay:" + file[len(str(ours.parent)) + 1:] if shelf == ours else name_of(Path(file), found.root), (file,)
    yield from (packaged(name.removeprefix(PACKAGED)) for name in memory.common if name.startswith(PACKAGED))
    yield CODE, tuple(_code())


def packaged(folder: str) -> tuple[str, tuple[str, ...]]:
    """The files of a theme that comes with an installed package, under one name."""
    return PACKAGED + folder, tuple(_below(folder))


def _beside_programs(found: Found) -> Iterable[str]:
    """The files of `content` that are no definitions: settings, house file, house rules, the files of the brand."""
    if found.folder is None:
        return
    for place, folders, files in os.walk(found.folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".")
                            and (place, name) not in ((str(found.folder), "programs"), (str(found.folder), "schema")))
        yield from (f"{place}{os.sep}{name}" for name in sorted(files))


def _below(folder: str) -> Iterable[str]:
    for place, folders, files in os.walk(folder):
        folders.sort()
        yield from (f"{place}{os.sep}{name}" for name in sorted(files))


def _code() -> Iterable[str]:
    package = os.path.dirname(os.path.dirname(__file__))
    yield from (path for path in _below(package) if path.endswith(".py") and f"{os.sep}_shipped{os.sep}" not in path)
    for name in _MADE_WITH:
        spec = importlib.util.find_spec(name)
        if spec and spec.origin:
            yield from (path for path in (spec.origin, os.path.join(os.path.dirname(spec.origin), "__meta__.py"))
                        if os.path.isfile(path))
