"""What to type instead of a value or a name that does not fit. A remedy can be typed as it stands, or says how to go on."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from ..finding import Edit, Finding
from . import complaints, kinds
from .nodes import Entry, Map, Node, Scalar, Seq
from .record import Record
from .typed import NAME, quoted, without_curly

LONGEST_TYPED = 70
FORMER_NAMES = {"theme": "topic", "schema": "rmplay", "item": "title", "items": "questions", "programme": "program",
                "phase_id": "id", "name": "title", "q": "question", "a": "answer"}
# Names are English in every language; these are what others most likely meant by theirs.
ENGLISH = {"ziele": "goals", "objectifs": "goals", "objetivos": "goals", "ziel": "statement", "rollen": "roles", "rôles": "roles",
           "treffen": "sessions", "sitzungen": "sessions", "termine": "sessions", "séances": "sessions", "sesiones": "sessions",
           "zusammenfassung": "summary", "résumé": "summary", "resumen": "summary", "sprache": "language", "langue": "language",
           "idioma": "language", "warum": "why", "pourquoi": "why", "art": "kind", "thema": "topic", "titre": "title",
           "zweck": "purpose", "ablauf": "agenda", "minuten": "minutes", "dauer": "minutes", "regeln": "rules",
           "risiken": "risks", "risques": "risks", "riesgos": "risks", "schulung": "training", "formation": "training",
           "erwartungen": "expectations", "vertraulichkeit": "confidentiality", "vereinbarung": "agreement",
           "datenschutz": "privacy", "auswertung": "evaluation", "abschluss": "closure", "umgang": "etiquette",
           "fragen": "questions", "frage": "question", "antwort": "answer", "schlagwörter": "tags"}
_ANSWERS = {"yes": ("y", "ja", "si", "sí", "oui", "1", "true.", "yes.", "x", "✓"),
            "no": ("n", "nein", "non", "0", "false.", "no.", "none")}


@functools.cache
def names_of(record: type[Record]) -> tuple[str, ...]:
    """The names that a record can have, in the order of the model."""
    return tuple(map(kinds.key_of, record.specs))


def near(name: str, known: Iterable[str]) -> str:
    """The known name that was most likely meant, or nothing."""
    known = set(known)
    for meant in (FORMER_NAMES.get(name), ENGLISH.get(name.strip().lower())):
        if meant in known:
            return meant
    if len(name) > 60:
        return ""
    plain = re.sub(r"\W+", "_", name.strip().lower()).strip("_")
    for made in (plain, plain.replace("_", "-")):
        if made in known:
            return made
    import difflib
    return next(iter(difflib.get_close_matches(name.lower(), sorted(known), 1, 0.72)), "")


def words(name: str) -> str:
    """`AgendaPart` as "an agenda part"."""
    spaced = re.sub(r"(?<!^)(?=[A-Z])", " ", name).lower()
    return ("an " if spaced[0] in "aeiou" else "a ") + spaced


def shown(text: str) -> str:
    """A text short enough for a message."""
    text = " ".join(text.split())
    return text if len(text) <= 40 else text[:39] + "…"


def named(key: Scalar | None, value: str) -> str:
    """A value behind its name."""
    return f"{key.text}: {value}" if key else value


# ---- texts and lists ------------------------------------------------------------------------------------------------

def colon_in_text(node: Map, dash: bool) -> Finding | None:
    """A text with a colon in it that is read as a name with a value; None if the node is something else."""
    first = node.entries[0] if node.entries else None
    if first is None or not isinstance(first.value, Scalar) or NAME.match(first.key.text) or first.key.style:
        return None
    text = without_curly(f"{first.key.text}: {first.value.text}".strip())
    span, end = first.key.span, first.value.span
    if end.line == span.line == end.end_line:
        span = span._replace(end_column=max(end.end_column, span.end_column))
    typed = ("- " if dash else "") + quoted(text)
    plain = first.value.style is None and span.end_line == end.end_line and len(node.entries) == 1
    return complaints.COLON_IN_TEXT.at(
        span, "This text has a colon in it, so YAML takes it for a name with a value.",
        f"Type: {typed}" if len(text) <= LONGEST_TYPED and "\n" not in text else "Put the whole text in double quotes.",
        edits=(Edit(span, quoted(text), True),) if plain and first.value.text else ())


def for_text(node: Node) -> str:
    """What to type where one text is due and a list or a group stands."""
    if isinstance(node, Seq) and len(node.entries) == 1 and isinstance(node.entries[0], Scalar):
        text = node.entries[0].text
        return f"Type it behind the name, without a dash: {text}" if len(text) <= LONGEST_TYPED else (
            "Type it behind the name, without a dash.")
    if isinstance(node, Map) and len(node.entries) == 1 and isinstance(node.entries[0].value, Scalar):
        name, text = node.entries[0].key.text, node.entries[0].value.text
        return f"Leave out `{name}:`" + (f" and type only: {text}" if text and len(text) <= LONGEST_TYPED else ".")
    return "Write it in one piece behind the name. If it starts with a bracket or brace, put it in double quotes."


def for_list(node: Node, of: kinds.Kind, key: Scalar | None) -> str:
    """What to type where a list is due."""
    record = of.record if isinstance(of, kinds.One) else None
    if isinstance(node, Map):
        first = node.entries[0].key.text if node.entries else "title"
        return f"Put a dash and a space before the first name of each entry: - {first}:"
    text = node.text if isinstance(node, Scalar) else ""
    if not text or len(text) > LONGEST_TYPED or node.span.end_line > node.span.line:
        return "Put each entry on a line of its own below the name, with a dash and a space before it."
    if record is not None and not record.short_form:
        main = next(name for name in names_of(record) if name != "id")
        return f"Put it on a line of its own below, with a dash and its name: - {main}: {text}"
    parts = [part.strip() for part in re.split(r"[,;]", text) if part.strip()]
    if len(parts) > 1 and all(len(part.split()) <= 3 for part in parts):
        return "Put each on a line of its own below, with a dash: " + " and ".join(f"`- {part}`" for part in parts[:3])
    return f"Put it on a line of its own below, with a dash: - {text}"


def for_group(node: Node, record: type[Record], key: Scalar | None) -> str:
    """What to type where a group of names is due; an entry of a list has no `key`."""
    if key is None and isinstance(node, Scalar) and 0 < len(node.text) <= LONGEST_TYPED:
        main = next(name for name in names_of(record) if name != "id")
        return f"Type the name of this text before it: - {main}: {node.text}"
    if isinstance(node, Seq) and node.entries and isinstance(node.entries[0], Map) and not node.entries[0].is_empty:
        return f"Take the dash away, so that the line begins with {node.entries[0].entries[0].key.text}:"
    example = names_of(record)[0]
    return f"Start a new line below, indented by two more spaces, with `{example}:` and its value."


# ---- numbers, dates and answers ----------------------------------------------------------------------------------------

def for_number(kind: kinds.Whole | kinds.Number, text: str, key: Scalar | None, typical: str) -> str:
    """What to type where digits are due."""
    from .amounts import number_meant
    meant = number_meant(text, key.text if key else "")
    if meant and not (isinstance(kind, kinds.Whole) and "." in meant) and kind.lowest <= float(meant) <= kind.highest:
        return f"Type: {named(key, meant)}"
    example = typical if typical.isdecimal() else str(max(int(kind.lowest), 1))
    return f"Type one number and nothing else, such as: {named(key, example)}"


def for_date(text: str, key: Scalar | None) -> str:
    """What to type where a date is due, for each of the days that it can be."""
    from .amounts import dates_meant, last_day, month_name
    days = dates_meant(text)
    if len(days) == 1:
        return f"Type: {named(key, days[0].isoformat())}"
    if last := last_day(text):
        return f"{month_name(last)} {last.year} has {last.day} days. Type another one, such as: {named(key, last.isoformat())}"
    if days:
        either = " or ".join(f"{day.isoformat()} for {month_name(day)} {day.day}" for day in days)
        return f"It can be read in two ways. Type {either}."
    return f"Type year, month and day in digits, such as: {named(key, '2027-01-31')}"


def for_yes_no(word: str, key: Scalar | None) -> str:
    """What to type where yes or no is due."""
    meant = next((answer for answer, known in _ANSWERS.items() if word in known), "")
    return f"Type: {named(key, meant)}" if meant else f"Type {named(key, 'yes')} or {named(key, 'no')}"


# ---- names --------------------------------------------------------------------------------------------------------------

def for_name(name: str, cls: type[Record], left: set[str]) -> str:
    """What to do with a name that does not belong where it stands."""
    from .model import Program
    if cls is not Program and name in names_of(Program) and name not in ("title", "id", "version"):
        return f"`{name}:` is a section of the program: move it to the left margin, without any space before it."
    homes = _homes(name)
    if len(homes) == 1 and cls is Program:
        return f"It belongs into the section `{homes[0]}:`. Put it below that name, indented by two spaces."
    listed = sorted(left)
    more = f" and {len(listed) - 12} more" if len(listed) > 12 else ""
    if not listed:
        return "Delete it; everything that belongs here is written already. Your own names begin with x-."
    home = f"It is a name of the section `{homes[0]}:`; is that line missing? " if len(homes) == 1 else ""
    return f"{home}Names that belong here: {', '.join(listed[:12])}{more}. Your own names begin with x-."


def _homes(name: str) -> list[str]:
    """The sections of a program that have a name of their own like this."""
    from .model import Program
    return [kinds.key_of(section) for section, spec in Program.specs.items()
            if isinstance(spec.kind, kinds.One) and name in names_of(spec.kind.record)]


def entry_of(name: str, node: Scalar) -> Map:
    """A text as the group that its short form stands for."""
    return Map((Entry(Scalar(name, None, node.span), node),), node.span)
