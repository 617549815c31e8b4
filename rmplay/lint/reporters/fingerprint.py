"""What makes a finding the same finding after lines were added above it."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable

from ...finding import Finding

_WINDOW, _FACTOR, _END = 100, 37, 65535


def line_hashes(text: str) -> list[str]:
    """For each line the value that GitHub's upload action computes, so that ours agree with it.

    The hash runs over the 100 UTF-16 code units that begin with the first one of the line that is no space or tab; a
    line end counts as one unit. Behind the colon stands how often the value has occurred.
    """
    bare = re.sub("[ \t]", "", re.sub("\r\n?", "\n", text))
    data = bare.encode("utf-16-le", "surrogatepass")
    units = [data[i] | data[i + 1] << 8 for i in range(0, len(data), 2)] + [_END]
    starts = [0, *(i + 1 for i, unit in enumerate(units) if unit == 10)]
    seen: Counter[int] = Counter()
    found = []
    for start in starts:
        value = _hash(units[start:start + _WINDOW])
        seen[value] += 1
        found.append(f"{value:x}:{seen[value]}")
    return found


def _hash(units: list[int]) -> int:
    value = 0
    for unit in units:
        value = value * _FACTOR + unit
    return value * _FACTOR ** (_WINDOW - len(units)) % 2 ** 64


def identities(findings: Iterable[Finding]) -> list[str]:
    """For each finding a hash of its rule, its file, its place in the document, and its number among equals."""
    seen: Counter[tuple[str, str, str]] = Counter()
    found = []
    for finding in findings:
        key = (finding.rule.id, finding.span.source, finding.path)
        seen[key] += 1
        found.append(hashlib.sha256(json.dumps([*key, seen[key]]).encode()).hexdigest()[:32])
    return found
