"""The corpus of an edition of the rules, and what the rules of that edition find in it."""

from __future__ import annotations

import re
from pathlib import Path

from rmplay.build.check import Inputs, every_rule, examine
from rmplay.definition.load import text_of
from rmplay.lint.handbook import example_of, page_of
from rmplay.lint.mistakes import HOUSE_RULES, SETTINGS
from rmplay.lint.rule import Settings
from rmplay.lint.selection import Selection

from .examples import pieces
from .machine import ROOT

_HEAD = re.compile(r"^=== (.*)\n", re.M)


def folder_of(edition: int) -> Path:
    """Where the files of an edition lie."""
    return ROOT / "tests" / "lint" / "editions" / str(edition)


def corpus() -> str:
    """The examples of all rules that look at one definition, one after the other under their names."""
    parts = []
    for rule in every_rule().values():
        if rule.section not in (SETTINGS, HOUSE_RULES):
            page = page_of(rule)
            parts += [f"=== {rule.id} {kind} {number}\n{text}\n" for kind, texts in (("bad", page.bad), ("good", page.good))
                      for number, text in enumerate(texts, 1) if not pieces(text.encode())]
    return "".join(parts)


def findings_of(edition: int) -> str:
    """What the rules of an edition find in its corpus: a line for each finding under the name of its example."""
    text = (folder_of(edition) / "corpus.txt").read_text(encoding="utf-8")
    pieces = _HEAD.split(text)[1:]
    settings = Settings(selection=Selection(edition=edition))
    told = []
    for name, body in zip(pieces[::2], pieces[1::2], strict=True):
        found = examine(Inputs(text_of(example_of(body.rstrip("\n")).data, "p.yaml"), None, settings)).findings
        told += [f"=== {name}", *(f"{f.span.line}:{f.span.column}-{f.span.end_column} {f.rule.id}" for f in _once(found))]
    return "\n".join(told) + "\n"


def _once(findings: tuple) -> list:
    return list({(f.span, f.rule.id): f for f in findings}.values())
