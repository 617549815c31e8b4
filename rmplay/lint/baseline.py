"""A baseline: findings that were there when a team began to check, so that only new ones are told.

A finding is known by its file, its rule and its path in the definition, not by its line, and each such key has a
count; so lines, comments and entries may come and go. Entries of lists without ids are told apart by no number, since
numbers shift. What is invalid is never part of a baseline.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable

from ..definition.load import Loaded
from ..definition.source import Source
from ..finding import INVALID, Finding
from ..patterns import pattern
from ..values import NamedTuple
from .engine import BASELINE, Checked
from .mistakes import BASELINE_OUTDATED

VERSION = 1
_NUMBER = pattern(r"\[\d+\]")
Key = tuple[str, str, str]


class BaselineError(Exception):
    """The file is no baseline; the message says what is wrong and what to type."""


class Entry(NamedTuple):
    """So many findings of a rule at a path of a file, and the line of the baseline that says so."""

    key: Key
    count: int
    line: int


class Baseline(NamedTuple):
    """A baseline as it was read."""

    source: Source
    entries: tuple[Entry, ...]


def key_of(finding: Finding, file: str) -> Key:
    """What makes a finding the same one after lines and entries were added above it."""
    return file, finding.rule.id, _NUMBER.sub("[]", finding.path)


def written(files: Iterable[Checked], called: Callable[[str], str]) -> str:
    """The baseline of everything that is told and not invalid, in a stable order, one line for each entry.

    `called` gives the name of a file as the baseline has it.
    """
    found = {f: called(f.span.source) for file in files for f in (*file.findings, *file.held) if _may_be_held(f)}
    counts = sorted(Counter(key_of(f, name) for f, name in found.items()).items())
    import json
    lines = [json.dumps({"file": file, "rule": rule, "path": path, "count": count}, ensure_ascii=False)
             for (file, rule, path), count in counts]
    inner = "[\n" + ",\n".join(f"  {line}" for line in lines) + "\n]" if lines else "[]"
    return f'{{"rmplay-baseline": {VERSION}, "findings": {inner}}}\n'


def _may_be_held(finding: Finding) -> bool:
    return finding.rule.cls != INVALID and finding.rule is not BASELINE_OUTDATED


def read(text: str, name: str) -> Baseline:
    """The entries of a baseline. Raises BaselineError."""
    lines = tuple(re.split("\r\n|\r|\n", text))
    anew = "Write it anew with --write-baseline."
    try:
        import json
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BaselineError(f"{name} cannot be read (line {getattr(error, 'lineno', 1)}). {anew}") from None
    if not isinstance(data, dict) or data.get("rmplay-baseline") != VERSION or not isinstance(data.get("findings"), list):
        raise BaselineError(f"{name} is no baseline of this version of rmplay. {anew}")
    at = _lines_of_entries(lines)
    entries = []
    for number, entry in enumerate(data["findings"]):
        line = at[number] if number < len(at) else 1
        if not _is_entry(entry):
            raise BaselineError(f"{name}, line {line}: an entry has file, rule, path and count. {anew}")
        entries.append(Entry((entry["file"], entry["rule"], entry["path"]), entry["count"], line))
    return Baseline(Source(name, text), tuple(entries))


def _is_entry(entry: object) -> bool:
    return (isinstance(entry, dict) and all(isinstance(entry.get(key), str) for key in ("file", "rule", "path"))
            and type(entry.get("count")) is int and entry["count"] > 0)


def _lines_of_entries(lines: tuple[str, ...]) -> list[int]:
    return [number for number, line in enumerate(lines, 1) for _ in range(line.count('"rule"'))]


def held_back(files: tuple[Checked, ...], baseline: Baseline, called: Callable[[str], str],
              gone: Collection[str] = ()) -> tuple[Checked, ...]:
    """The results without what the baseline knows, and with a finding for each entry that is no longer needed.

    Where there are more findings than the baseline counts, all of them are told, since nobody knows which is new.
    `gone` are the files of the baseline that do not exist any more.
    """
    known = Counter({entry.key: entry.count for entry in baseline.entries})
    found = Counter(key_of(f, called(f.span.source)) for f in {f: 0 for file in files for f in file.findings})
    held = {key for key, count in found.items() if count <= known[key]}
    looked_at = {called(file.name) for file in files}
    stale = [entry for entry in baseline.entries
             if entry.key[0] in gone or entry.key[0] in looked_at and found[entry.key] < entry.count]
    return (*(_without(file, held, called) for file in files), *_outdated(baseline, stale, found))


def _without(file: Checked, held: set[Key], called: Callable[[str], str]) -> Checked:
    back = tuple(f for f in file.findings if _may_be_held(f) and key_of(f, called(f.span.source)) in held)
    return file._replace(findings=tuple(f for f in file.findings if f not in back), held=back) if back else file


def _outdated(baseline: Baseline, stale: list[Entry], found: Counter[Key]) -> list[Checked]:
    if not stale:
        return []
    source = baseline.source
    findings = tuple(_told(entry, found[entry.key], source) for entry in sorted(stale, key=lambda entry: entry.line))
    return [Checked(source.name, Loaded(None, {source.name: source}, ()), findings, kind=BASELINE)]


def _told(entry: Entry, left: int, source: Source) -> Finding:
    file, rule, path = entry.key
    line = source.lines[entry.line - 1]
    span = source.span(entry.line, len(line) - len(line.lstrip()) + 1, len(line.rstrip(",")) + 1)
    what = f"{rule} in {file}" + (f" at {path}" if path else "")
    told = "The baseline knows one that is mended" if not left else f"The baseline knows {entry.count}, of which {left} {'is' if left == 1 else 'are'} left"
    return BASELINE_OUTDATED.at(span, f"{told}: {what}.", "Write the baseline anew with --write-baseline.",
                                path=path)
