"""Any number of realistic programs in our own format, the same on every machine.

Each has the shape of the shipped program `minimal` with all that it takes from `house.yaml` written out, and texts of all
shipped playbooks, taken from the same kind of field, so that lengths, words and the share of Markdown are those of real
playbooks. A mark makes each text one of a kind: nothing is gained by meeting it in another program.

    python -m benchmarks.programs FOLDER COUNT
"""

from __future__ import annotations

import functools
import random
import re
import sys
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = sorted(path for path in (ROOT / "content" / "programs").glob("*.yaml") if "." not in path.stem)  # no translations
MARKDOWN = re.compile(r"[*_`\[\]<>\\&#|~]|^\s*(?:[-+]|\d+\.)\s", re.M)
_PROSE = {"text", "purpose", "why", "summary", "statement", "action", "remote_alternative", "prompts", "responsibilities",
          "not_responsible_for", "benefits", "good_signs", "outputs", "checklist", "mentor", "mentee", "both", "good_when",
          "not_for", "caution", "answer", "meaning", "gate", "place", "early_sign", "response", "prevention"}
_LATER = ("roles", "expectations", "confidentiality", "recruitment", "matching", "closure", "privacy", "etiquette", "agreement",
          "readiness", "training", "risks", "support", "governance", "communications", "glossary")
_IN_OWN_WORDS = ("confidentiality", "agreement")  # rules look for the promise, and for numbers that agree
_SHORTEST = 12


class _Loader(yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader):
    """Every value stays the text that it is."""


class _Dumper(yaml.SafeDumper):
    """Every text is written as it was: a number without quotes."""


_Loader.yaml_implicit_resolvers = _Dumper.yaml_implicit_resolvers = {}


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), _Loader)


def _texts(value: Any, key: str = "") -> list[tuple[str, str]]:
    """Every prose text with the key it stands under."""
    if isinstance(value, dict):
        return [pair for name, inner in value.items() for pair in _texts(inner, name)]
    if isinstance(value, list):
        return [pair for inner in value for pair in _texts(inner, key)]
    return [(key, value)] if key in _PROSE and len(value) >= _SHORTEST else []


@functools.cache
def _prose(path: Path) -> list[tuple[str, str]]:
    return _texts(_read(path))


def pool() -> dict[str, list[str]]:
    """The prose of all shipped playbooks by kind of field; without links, which lead to pages of one program."""
    found: dict[str, list[str]] = {}
    for path in SHIPPED:
        for key, text in _prose(path):
            if "](" not in text and text.strip()[-1] in ".?":
                found.setdefault(key, []).append(text.strip())
    return found


def shape() -> dict[str, Any]:
    """What each program is made from: a program that is finished, in one file."""
    own, house = _read(SHIPPED[0].parent / "minimal.yaml"), _read(ROOT / "content" / "house.yaml")
    del own["matching"]["criteria"]  # they hold for a firm of ten, where a warning is ignored
    return _filled(own, house)


def started() -> dict[str, Any]:
    """The same as far as people write it first: goals, cadence, sessions, evaluation, in some 250 lines; all of it is valid."""
    return {name: value for name, value in shape().items() if name not in _LATER}


def _filled(own: Any, house: Any) -> Any:
    """As the build fills a program in from the house file: group by group, lists whole."""
    if not isinstance(own, dict) or not isinstance(house, dict):
        return own
    return own | {name: _filled(own[name], value) if name in own else value for name, value in house.items()}


class _Vary:
    """Other texts for those of a program; the same for the same, as a question is asked twice in the same words."""

    def __init__(self, number: int) -> None:
        self.number, self.chance = number, random.Random(number)
        self.made: dict[str, str] = {}

    def all(self, value: Any, texts: dict[str, list[str]], key: str = "") -> Any:
        """A part of a program with others of these texts in it, by kind of field; without any, its own are marked."""
        if isinstance(value, dict):
            return {name: self.all(inner, {} if name in _IN_OWN_WORDS else texts, name) for name, inner in value.items()}
        if isinstance(value, list):
            return [self.all(inner, texts, key) for inner in value]
        return self.one(value, texts.get(key, [])) if key in _PROSE and len(value) >= _SHORTEST else value

    def one(self, value: str, texts: list[str]) -> str:
        """A text of about the same length and with the same sign at its end, marked."""
        if value not in self.made:
            near = [text for text in texts if text[-1] == value[-1] and len(text) <= len(value) + 20]
            text = self.chance.choice(near or [value])
            self.made[value] = f"{text[:-1]}, case {self.number}-{self.chance.randrange(10**6)}{text[-1]}"
        return self.made[value]


def program(number: int, shape: Any, texts: dict[str, list[str]]) -> str:
    """One program as a text. The same number gives the same text."""
    made = _Vary(number).all(shape, texts) | {"id": f"program-{number:05}", "title": f"Learning from colleagues {number:05}"}
    return yaml.dump(made, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110)


def write(folder: Path, count: int, finished: dict[str, Any] | None = None) -> list[Path]:
    """A project with so many programs, finished ones or of another shape."""
    places = folder / "content" / "programs"
    places.mkdir(parents=True, exist_ok=True)
    (folder / "content" / "site.yaml").write_text("rmplay: 1\ntitle: Playbooks\n", encoding="utf-8")
    finished, texts = finished or shape(), pool()
    made = []
    for number in range(1, count + 1):
        path = places / f"program-{number:05}.yaml"
        path.write_text(program(number, finished, texts), encoding="utf-8")
        made.append(path)
    return made


def markdown_share(paths: list[Path]) -> float:
    """The share of prose texts with a sign of Markdown in them."""
    texts = [text for path in paths for _, text in _prose(path)]
    return sum(bool(MARKDOWN.search(text)) for text in texts) / len(texts)


if __name__ == "__main__":
    written = write(Path(sys.argv[1]), int(sys.argv[2]))
    print(f"{len(written)} programs; texts with Markdown: {markdown_share(written[:50]):.1%}, "
          f"in the shipped playbooks {markdown_share(SHIPPED):.1%}")
