"""The schema for editors and the decoder accept and refuse the same structures."""

from __future__ import annotations

import random
import re

import jsonschema
import pytest
import yaml

from rmplay.definition.load import load_program, text_of
from rmplay.definition.schema import schema_of
from support.damage import damaged
from support.machine import programs

PROGRAMS = programs()
_VALIDATOR = jsonschema.Draft7Validator(schema_of("program"))
STRUCTURE = {"unknown-key", "wrong-type", "unknown-choice", "out-of-range", "bad-date", "id-format", "text-length"}
SAMPLES = [
    "title: x\n", "rmplay: 1\ntitle: Long enough\n", "rmplay: 2\n", "title:\n", "kind: reverse\n", "kind: sideways\n",
    "goals: []\n", "goals:\n", "goals: x\n", "goals:\n  - statement: Long enough\n", "goals:\n  - just a text\n",
    "etiquette:\n  rules:\n    - A text alone.\n    - text: As a record.\n", "etiquette:\n  rules: Only one.\n",
    "roles:\n  mentor:\n    title: Guide\n", "roles:\n  mentr:\n    title: Guide\n", "roles:\n  - mentor\n",
    "roles:\n  mentor:\n", "cadence:\n  minutes: 45\n", "cadence:\n  minutes: 4.5\n", "cadence:\n  minutes: 4500\n",
    "cadence:\n  minutes: [45]\n", "cadence: 45\n", "voluntary: yes\n", "voluntary: maybe\n", "start: 2027-01-31\n",
    "start: spring\n", "x-own: [1]\n", "nonsense: 1\n", "title: [a]\n", "id: a-b\n", "id: A b\n", "language: en-US\n",
    "language: English\n", "goals:\n  - x-own: 1\n", "tags: [a, b]\n", "tags: [[a]]\n", "tags: {a: b}\n",
    "cadence:\n  missed:\n    threshold: two\n", "sessions:\n  - agenda:\n      - minutes: 5\n        lead: nobody\n",
]


class _Plain(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """YAML as editors read it: 1.2 scalars, so that dates and times stay text."""


_Plain.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(("timestamp", ":bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()}


def _accepted_by_schema(text: str) -> bool:
    value = yaml.load(text, _Plain)  # a subclass of SafeLoader
    return _VALIDATOR.is_valid(value)


def _accepted_by_decode(text: str) -> bool:
    found = load_program(text_of(text.encode(), "p.yaml"))
    return not any(f.rule.id in STRUCTURE for f in found.findings)


@pytest.mark.parametrize("text", SAMPLES)
def test_schema_and_decoder_agree_on_a_sample(text: str) -> None:
    """Small texts for each kind of field."""
    assert _accepted_by_schema(text) == _accepted_by_decode(text)


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_schema_accepts_the_playbooks(path) -> None:
    """What is shipped is what editors call right."""
    value = yaml.load(path.read_text(encoding="utf-8"), _Plain)
    assert [e.message for e in _VALIDATOR.iter_errors(value)] == []


def test_schema_is_one_that_editors_read() -> None:
    """Valid against its own dialect, with a description on every name."""
    for kind in ("program", "house", "site"):
        schema = schema_of(kind)
        jsonschema.Draft7Validator.check_schema(schema)
        records = [schema, *schema["definitions"].values()]
        assert all(p["description"] for record in records for p in record["properties"].values())


def test_schema_and_decoder_agree_on_shuffled_words() -> None:
    """Single values of the real program replaced by values of other fields, 120 times, each read with its section only."""
    sections = [part.split("\n") for part in re.split(r"^(?=[a-z_]+:)", PROGRAMS[0].read_text(encoding="utf-8"), flags=re.M)]
    chance, compared = random.Random(1), 0
    values = [(lines, i) for lines in sections for i, line in enumerate(lines) if ": " in line
              and not line.strip().startswith("#") and line.split(": ", 1)[1][:1] not in (">", "|", '"')]
    for _ in range(120):
        (lines, a), (others, b) = chance.choice(values), chance.choice(values)
        changed = lines[a].split(": ", 1)[0] + ": " + others[b].split(": ", 1)[1]
        text = "\n".join((*lines[:a], changed, *lines[a + 1:]))
        try:
            agreed = _accepted_by_schema(text) == _accepted_by_decode(text)
        except yaml.YAMLError:
            continue
        compared += 1
        assert agreed, changed
    assert compared > 80


def test_damage_is_the_same_for_the_same_seed() -> None:
    """The corpus of the mutation test can be repeated."""
    text = PROGRAMS[0].read_text(encoding="utf-8")
    assert damaged(text, 7) == damaged(text, 7) != damaged(text, 8)
