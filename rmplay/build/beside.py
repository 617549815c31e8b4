"""Translations lie beside their originals and are known by their names: `digital-fluency.de.yaml` by `digital-fluency.yaml`."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from ..definition.languages import usual
from ..definition.filenames import named
from ..values import NamedTuple


class Parted(NamedTuple):
    """Definitions by their real paths, and the translations of each by its path."""

    originals: dict[str, Path]
    translations: dict[Path, tuple[Path, ...]]


def parted(files: dict[str, Path]) -> Parted:
    """Definitions and their translations, told apart. The original of a translation comes along, whether named or not."""
    listed: dict[Path, set[str]] = {}
    for path in files.values():
        listed.setdefault(path.parent, set()).add(path.name)
    folders = {folder: _by_original({*_listed(folder), *names}) for folder, names in listed.items()}
    known = {folder / name: folder / original for folder, names in folders.items()
             for original, translations in names.items() for name in translations}
    originals = {}
    for real, path in files.items():
        original = known.get(path, path)
        originals[real if original is path else os.path.realpath(original)] = original
    return Parted(originals, {path: _of(path, folders[path.parent]) for path in originals.values()
                              if path.name in folders[path.parent]})


def beside(path: Path) -> tuple[Path, ...]:
    """The translations of one file."""
    return _of(path, _by_original(_listed(path.parent)))


def language_in(file: str) -> str:
    """The language in the name of a translation, in the letters in which it is usually written; empty for another file."""
    name = named(file)
    return usual(name.language) if name else ""


def _of(path: Path, names: dict[str, list[str]]) -> tuple[Path, ...]:
    return tuple(path.parent / name for name in names.get(path.name, ()))


def _by_original(names: Iterable[str]) -> dict[str, list[str]]:
    """The names of translations by the name of their original, among the names in one folder."""
    names, found = set(names), {}
    for name in sorted(names):
        said = named(name)
        original = next((o for o in said.originals if o in names), "") if said else ""
        if original:
            found.setdefault(original, []).append(name)
    return found


def _listed(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []
