"""The lines to paste: each part of a program as one would write it, complete and commented.

`skeletons/program.yaml` is a whole program that lints clean; a section of it is the skeleton of that section. Beside it
lie single entries of lists. All of it is data: to say something better, change the file.
"""

from __future__ import annotations

import functools
import re
from pathlib import Path

from ..finding import Edit, Span
from ..values import NamedTuple
from .decode import Decoder
from .edits import typed
from .kinds import key_of
from .load import text_of
from .model import Program
from .nodes import Map

LISTS = {"goal": ("goals",), "session": ("sessions",), "risk": ("risks",), "instrument": ("evaluation", "instruments")}
CLASSES = {"goal": "Goal", "session": "Session", "risk": "Risk", "instrument": "Instrument"}
_FOLDER = Path(__file__).parent / "skeletons"


def starter() -> str:
    """A complete program of moderate length, to begin with."""
    return (_FOLDER / "program.yaml").read_text(encoding="utf-8")


def translated_site(language: str) -> str:
    """What the settings of a new site say, in another language."""
    return (_FOLDER / f"site.{language}.yaml").read_text(encoding="utf-8")


@functools.cache
def sections() -> dict[str, str]:
    """The lines of each top-level name of the starter, in the order of thought."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in starter().split("\n"):
        if line[:1].isalpha():
            name = line.partition(":")[0]
        if line.strip() and not line.startswith("#"):
            found.setdefault(name, []).append(line)
    return {name: "\n".join(lines) + "\n" for name, lines in found.items()}


def skeleton(section: str) -> str:
    """The lines to paste for a section of a program, such as `goals`. Raises KeyError where there are none."""
    return sections()[section]


def snippet(kind: str) -> str:
    """The lines of one entry, from its dash: a `goal`, `session`, `risk` or `instrument`, with comments."""
    return (_FOLDER / f"{kind}.yaml").read_text(encoding="utf-8")


def order() -> list[str]:
    """The names of a program in the order of thought."""
    return [key_of(name) for name in Program.specs]


# ---- references ------------------------------------------------------------------------------------------------------

class Known(NamedTuple):
    """The ids of a program by the class of their records, and what its texts refer to."""

    ids: dict[str, list[str]]
    references: list[tuple[str, str, Span]]


def known(root: Map | None) -> Known:
    """The ids and references of a definition."""
    decoder = Decoder()
    if root is not None:
        decoder.record(Program, root, "")
    return Known(decoder.ids, decoder.references)


def fitted(lines: str, program: Map | None) -> str:
    """Lines of the starter that refer to entries of a program instead of those of the starter.

    What the program has none of stays as it is: there the reference tells what is to be written next.
    """
    own = _known_of(lines)
    references = [reference for reference in own.references if reference[0] != "Role"]
    if not references:
        return lines
    here, theirs = known(program), _known_of(starter()).ids
    file, edits, last = typed(lines.encode()), [], ("", 0)
    for to, name, span in references:
        ids = here.ids.get(to, [])
        if not ids or name in ids or name in own.ids.get(to, []):
            continue
        other = _counterpart(name, theirs.get(to, []), ids)
        if last == (other, span.line - 1) and lines.split("\n")[span.line - 1].strip() == f"- {name}":
            edits.append(Edit(Span("lines", span.line, 1, span.line + 1, 1), ""))
        else:
            edits.append(Edit(span, other))
        last = (other, span.line)
    return file.changed(file.changes(edits)).text


@functools.lru_cache(maxsize=64)
def _known_of(lines: str) -> Known:
    """The ids and references of lines that are shipped; asked for again with each section that is missing."""
    return known(text_of(lines.encode(), "lines").root)


def _counterpart(name: str, names: list[str], others: list[str]) -> str:
    """The entry of another list at the place that a name has in its own: the first for the first, the last for the last."""
    at = names.index(name) if name in names else 0
    return others[round(at * (len(others) - 1) / max(len(names) - 1, 1))]


def named_anew(lines: str, taken: list[str]) -> str:
    """The lines of an entry with an id, and a title, that no other entry of the list has."""
    old = next(line.partition("id:")[2].strip() for line in lines.split("\n") if line.lstrip("- ").startswith("id:"))
    new, number = old, 1
    while new in taken:
        number += 1
        new = f"{old}-{number}"
    anew = lines.replace(f"id: {old}\n", f"id: {new}\n", 1)
    return anew if number == 1 else re.sub(r"(?m)^(  title: .*)$", rf"\1 ({number})", anew, count=1)
