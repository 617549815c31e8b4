"""The reference of the format, made of the model: what every name means, in Markdown."""

from __future__ import annotations

from collections.abc import Iterable

from . import kinds
from .kinds import key_of
from .model import HouseRules, Program, Site, Translation
from .record import Record

_HEAD = """\
# Reference of the definition

Every name that a definition can have, in the order in which one thinks of them. This page is made from the program
itself, so it says what your version reads. Everything may be missing in a draft; `rmplay lint --profile publishable`
says what a complete program needs.

A text is light Markdown: `*emphasis*`, `**strong**`, lists, and links such as `[the card](etiquette-card)`. A line is
plain text without line breaks. Names that begin with `x-` are yours.
"""


def reference() -> str:
    """The whole reference."""
    parts = [_HEAD]
    for root, heading in ((Program, "A program: `content/programs/*.yaml`"), (Site, "The site: `content/site.yaml`"),
                          (HouseRules, "House rules: `content/house-rules.yaml`"),
                          (Translation, "A translation: `content/programs/*.de.yaml`")):
        parts.append(f"## {heading}\n\n{_table(root)}")
        parts += [f"### {_heading(record)}\n\n{_summary(record)}\n\n{_table(record)}" for record in _inside(root)]
    parts.append("The house file `content/house.yaml` has the names of a program. What it says fills in what a program "
                 "leaves out: groups of names are filled key by key, lists are taken whole.")
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _inside(root: type[Record]) -> list[type[Record]]:
    """The records below a record, each once, in the order in which they are met."""
    found: dict[type[Record], None] = {}

    def walk(record: type[Record]) -> None:
        for spec in record.specs.values():
            inner = _record_in(spec.kind)
            if inner is not None and inner not in found:
                found[inner] = None
                walk(inner)

    walk(root)
    return list(found)


def _record_in(kind: kinds.Kind) -> type[Record] | None:
    if isinstance(kind, kinds.Many):
        return _record_in(kind.of)
    return kind.record if isinstance(kind, (kinds.One, kinds.Keyed)) else None


def _heading(record: type[Record]) -> str:
    return "".join(f" {c.lower()}" if c.isupper() else c for c in record.__name__).strip().capitalize()


def _summary(record: type[Record]) -> str:
    return (record.__doc__ or "").split("\n")[0]


def _table(record: type[Record]) -> str:
    return "\n".join(["| Name | Holds | What it says |", "| --- | --- | --- |", *_rows(record)])


def _rows(record: type[Record]) -> Iterable[str]:
    for name, spec in record.specs.items():
        typical = f" Typical: {spec.typical}." if spec.typical else ""
        yield f"| `{key_of(name)}` | {holds(spec.kind)} | {spec.about}{typical} |"


def holds(kind: kinds.Kind) -> str:
    """What a field of a kind holds, in a few words."""
    match kind:
        case kinds.Line():
            return f"a line, up to {kind.longest} characters"
        case kinds.Text():
            return f"a text, up to {kind.longest} characters"
        case kinds.Whole():
            return f"a whole number, {kind.lowest} to {kind.highest}"
        case kinds.Number():
            return "a number"
        case kinds.YesNo():
            return "yes or no"
        case kinds.Date():
            return "a date, such as 2027-01-31"
        case kinds.Choice():
            return "one of " + ", ".join(f"`{word}`" for word in kind.words)
        case kinds.Ident():
            return "small letters, digits, hyphens"
        case kinds.Ref():
            return f"the id of {_article(kind.to)}"
        case kinds.Many():
            return "a list: " + holds(kind.of)
        case kinds.One():
            return f"[{_heading(kind.record)}](#{_heading(kind.record).lower().replace(' ', '-')})"
        case kinds.Keyed():
            return f"under {', '.join(f'`{n}`' for n in kind.names.words)}: {holds(kinds.One(kind.record))}"
        case kinds.Table():
            return f"names, each with {holds(kind.of)}"
        case kinds.Address():
            return "a web address"
        case _:
            return "the code of a language, such as en"


def _article(name: str) -> str:
    return ("an " if name[0] in "AEIOU" else "a ") + name.lower()
