"""Words and phrases that rules look for, a module of lists for each language; and signs that hold in every language.

A space or hyphen in a phrase stands for either, case is ignored. A rule that reads a list says nothing about a program
in a language that has none.
"""

from __future__ import annotations

import functools
import importlib
from collections.abc import Mapping

LANGUAGES = ("de", "en")  # those that have lists; the lists of a language are loaded with its first program

# Short forms that readers of any language know without a glossary.
KNOWN_SHORT_FORMS = frozenset(
    "CEO CFO COO CTO CSV FAQ GDPR GPS HTML ISO NATO PDF PIN QR SMS UNESCO USA USB URL VPN WIFI".split())

# Signs of a text that nobody has written yet, as patterns for every language: none of their words means anything else in
# another one.
PLACEHOLDERS = (
    r"\b(?:TODO(?! lists?\b)|TBD|TBC|FIXME|tbd|fixme)\b", r"\b[Ll]orem ipsum\b", r"\bx{3,}\b",
    r"<(?:insert|your|name|add|enter|text|date|number)\b[^<>]{0,60}>",
    r"\[(?:insert|your|name|add|enter|text|date|number)\b[^\[\]]{0,60}\](?!\()",
    r"[<\[](?:Ihr(?:e[mnrs]?)?|Namen?(?= (?:der|des|Ihre[rs])\b)|Datum)\b[^<>\[\]]{0,60}[>\]](?!\()",
    r"[<\[][^<>\[\]]{1,60} (?:einfügen|eintragen|einsetzen|ergänzen)[>\]](?!\()",
    r"\A\s*(?:\.{2,}|…|\?{2,}|-{2,}|_{2,}|[Xx]{2,}|(?:Text |Inhalt )?[Ff]olgt(?: noch)?\.?)\s*\Z")

# Each placeholder has one of these in it; looking for them first is quick.
PLACEHOLDER_SIGNS = ("TODO", "TBD", "TBC", "FIXME", "tbd", "fixme", "orem ipsum", "xx", "XX", "<", "[", "..", "…",
                     "??", "--", "__", "olgt")


def lists_of(code: str) -> Mapping[str, tuple[str, ...]]:
    """The phrases of a language, such as "de", by list; none in a language without lists."""
    return _module(code).WORDS if code in LANGUAGES else {}


def instead_of(code: str) -> Mapping[str, str]:
    """What to type in the place of a phrase, for those phrases of a language for which one answer is nearly always right."""
    return _module(code).INSTEAD if code in LANGUAGES else {}


@functools.cache
def _module(code: str):  # noqa: ANN202 - a module with the two tables
    return importlib.import_module(f".{code}", __name__)
