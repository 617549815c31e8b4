"""The text of a rule, taken apart: what `explain` shows, what the docs are made of, and what the tests run."""

from __future__ import annotations

from ..finding import Rule
from ..patterns import pattern
from ..values import NamedTuple

_CARETS = pattern(r"^\s*#?\s*(\^+)\s*$")
_CODE_POINT = pattern(r"\{U\+([0-9A-F]{4,6})\}")
_BYTE = pattern(rb"\{byte ([0-9A-F]{2})\}")


class Example(NamedTuple):
    """An example of a rule: its bytes, and the places at which the rule finds something (line, column, end column)."""

    data: bytes
    places: tuple[tuple[int, int, int], ...]


class Page(NamedTuple):
    """All that is said about a rule."""

    id: str
    cls: str
    what: str
    why: str
    ignore: str
    sources: tuple[str, ...]
    bad: tuple[str, ...]
    good: tuple[str, ...]


def page_of(rule: Rule) -> Page:
    """The text of a rule, taken apart."""
    parts = rule.parts
    return Page(rule.id, rule.cls, parts["What"][0], rule.why, " ".join(parts.get("Ignore", [""])[0].split()),
                rule.sources, tuple(map(_dedented, parts.get("Bad", ()))), tuple(map(_dedented, parts.get("Good", ()))))


def _dedented(body: str) -> str:
    import textwrap
    return textwrap.dedent(body).strip("\n")


def example_of(text: str) -> Example:
    """An example as bytes, with the places that its lines of `^` mark; those lines are taken out."""
    kept: list[str] = []
    places = []
    for line in text.split("\n"):
        carets = _CARETS.match(line)
        if carets:
            places.append((len(kept), carets.start(1) + 1, carets.end(1) + 1))
        else:
            kept.append(line)
    plain = _CODE_POINT.sub(lambda m: chr(int(m[1], 16)), "\n".join(kept) + "\n")
    return Example(_BYTE.sub(lambda m: bytes([int(m[1], 16)]), plain.encode()), tuple(places))


_RULES_HEAD = """\
# Rules

What `rmplay lint` looks for. A rule is **invalid** (always an error: the text cannot be used as it is), **incomplete**
(a warning in a draft, an error with `--profile publishable`) or **advice** (a hint). This page is made from the rules
themselves; every example on it is run as a test. The keys behind "Rests on" are listed in [sources.md](sources.md).

To keep a rule silent about a line, write `# rmplay: ignore[name-of-the-rule]` and a reason behind it or above it.
"""


def rules_page(rules: dict[str, Rule]) -> str:
    """All rules as one page of Markdown."""
    listed = "\n".join(f"| [`{name}`](#{name}) | {rule.cls} | {_first(rule)} |" for name, rule in sorted(rules.items()))
    table = f"| Rule | Class | Finds |\n| --- | --- | --- |\n{listed}"
    return "\n\n".join([_RULES_HEAD.strip(), table, *(_section(rule) for _, rule in sorted(rules.items()))]) + "\n"


def _first(rule: Rule) -> str:
    return " ".join(page_of(rule).what.split("\n\n")[0].split()).replace("|", "\\|")


def _section(rule: Rule) -> str:
    page = page_of(rule)
    parts = [f"## {page.id}", f"*{page.cls}.* {page.what}", f"**Why.** {page.why}",
             f"**When to ignore it.** {page.ignore}"]
    for heading, examples in (("Found in", page.bad), ("Not found in", page.good)):
        parts += [f"{heading}:\n\n```yaml\n{example}\n```" for example in examples]
    if page.sources:
        parts.append("Rests on: " + ", ".join(page.sources) + ".")
    return "\n\n".join(parts)
