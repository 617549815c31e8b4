"""The file of a translation: written for the first time, and brought up to date by edits that keep what people wrote.

Nothing that was typed is ever lost: entries that the original has left behind become comments, and where the original
has changed, the old one stays beside the new one until somebody has looked.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from ..finding import INVALID, Edit, Span
from ..patterns import pattern
from ..values import NamedTuple
from .edits import disjoint, typed
from .insert import below, end_of_entry
from .load import Loaded, Text, original, overlay_of, text_of
from .model import TranslatedText, Translation
from .nodes import Scalar
from .source import Source
from .texts import Spoken, plain
from .translation import Compared, compared, holds, key_of
from .typed import quoted

WIDTH = 100
_PLAIN = pattern(r"[^\W\d_][^:#\n]*[^:#\s]\Z")
_NOT_TEXT = {"yes", "no", "true", "false", "on", "off", "null", "y", "n"}
_HEAD = """\
{schema}rmplay: 1
translates: {original}
language: {language}

# Type each translation behind `translation:`; put it in double quotes if it has a colon in it. Leave `place` and
# `original` as they are. When the original has changed, bring this file up to date: {command}
texts:
"""


class NotTranslatable(Exception):
    """A translation cannot be brought up to date as it is; the message says why, and what to do."""


class Counts(NamedTuple):
    """What was done to a translation, in numbers of texts, and how many of all are translated now."""

    new: int = 0
    changed: int = 0
    moved: int = 0
    gone: int = 0
    translated: int = 0
    total: int = 0


class Updated(NamedTuple):
    """The bytes of a translation that is up to date, and what was done for it."""

    data: bytes
    counts: Counts


def started(of: Text, language: str, command: str, schema: str = "") -> Updated:
    """The first version of a translation: every text of a definition, with room for the translation below it."""
    head = _HEAD.format(schema=schema, original=of.source.name.rpartition("/")[2], language=language, command=command)
    each = list({text.key: text for text in original(of).texts()}.values())
    return Updated((head + _entries(each, 2, "", {})).encode("utf-8"), Counts(new=len(each), total=len(each)))


def updated(data: bytes, name: str, of: Text) -> Updated:
    """A translation with everything that the original says today. Raises NotTranslatable and edits.NotEditable."""
    file, text = typed(data), text_of(data, name)
    made = _sound(text)
    texts = original(of).texts()
    seen = compared(texts, made)
    edits = [*_taken_over(text.source, seen), *_added(text, made, seen, texts)]
    edits += [_as_comment(text.source, entry, of) for entry in seen.gone]
    changes = file.changes(edits)
    new = file.changed(changes)
    after = overlay_of(text_of(new.data, name))
    if not disjoint(changes) or not _as_meant(made, seen, after.loaded, texts):
        raise NotTranslatable("Its entries are written in another form than this command writes them, such as in braces. "
                              "Write each name on a line of its own.")
    return Updated(new.data, _counts(seen, after.loaded.record, texts))


def _sound(text: Text) -> Translation:
    """The translation, if nothing in it stands against edits. Raises NotTranslatable."""
    loaded = overlay_of(text).loaded
    wrong = next((f for f in loaded.findings if f.cls == INVALID), None)
    if wrong:
        raise NotTranslatable(f"Line {wrong.span.line} has to be mended first: {wrong.message} {wrong.remedy}")
    return loaded.record


# ---- what is typed -----------------------------------------------------------------------------------------------------

def typed_value(key: str, text: str, column: int) -> str:
    """A name with a text, as it is typed behind `column` spaces: on one line, folded, or line by line. No line end at its end."""
    text, pad = text.strip(), " " * (column + 2)
    if not text:
        return f"{key}:"
    if "\n" in text:
        return f"{key}: |-\n" + "\n".join((pad + line).rstrip() for line in text.split("\n"))
    if len(text) + len(key) + column + 2 > WIDTH:
        lines = textwrap.wrap(text, WIDTH - len(pad), break_long_words=False, break_on_hyphens=False)
        return f"{key}: >-\n" + "\n".join(pad + line for line in lines)
    safe = _PLAIN.match(text) and text.lower() not in _NOT_TEXT
    return f"{key}: {text if safe else quoted(text)}"


def _entry(text: Spoken, column: int, translation: str) -> str:
    pad = " " * (column + 2)
    return (f"{' ' * column}- place: {text.place}\n{pad}{typed_value('original', text.node.text, column + 2)}\n"
            f"{pad}{typed_value('translation', translation, column + 2)}\n")


def _entries(each: Iterable[Spoken], column: int, section: str, known: dict[str, str]) -> str:
    """Entries, with a heading where another section begins than the one before."""
    lines = []
    for text in each:
        if text.section != section:
            section = text.section
            lines.append(f"\n{' ' * column}# ---- {section} ----\n")
        lines.append(_entry(text, column, known.get(plain(text.node.text), "")))
    return "".join(lines)


# ---- what is edited ----------------------------------------------------------------------------------------------------

def _taken_over(source: Source, seen: Compared) -> Iterable[Edit]:
    """Entries get the words or the place that their text has now; what was translated stays beside new words."""
    for entry, now in seen.moved:
        yield Edit(entry.origin.node.entry("place").value.span, now.place)
    for entry, now in seen.changed:
        key = entry.origin.node.entry("original").key.span
        column = key.column - 1
        lines = typed_value("original", now.node.text, column)
        if entry.translation and entry.absent("was"):
            lines = f"{typed_value('was', entry.original, column)}\n{' ' * column}{lines}"
        yield Edit(_name_and_value(source, entry, "original"), lines)


def _name_and_value(source: Source, entry: TranslatedText, name: str) -> Span:
    """From a name to the end of its value."""
    key, value = entry.origin.node.entry(name)
    line, column = value.span.end_line, value.span.end_column
    if value.style in ("|", ">"):
        line -= column == 1
        while not source.lines[line - 1].strip():
            line -= 1
        column = len(source.lines[line - 1]) + 1
    return Span(source.name, key.span.line, key.span.column, line, column)


def _lines(source: Source, entry: TranslatedText) -> tuple[int, int, int]:
    """The first and last line of an entry, and the column of its dash, from 0. Raises NotTranslatable."""
    first = entry.origin.node.first_span()
    column = source.lines[first.line - 1][:first.column - 1].rfind("-")
    if column < 0 or source.lines[first.line - 1][:column].strip():
        raise NotTranslatable(f"Line {first.line} is written in braces or brackets. Write a line with a dash for each entry, "
                              "and each name of it on a line of its own.")
    return first.line, end_of_entry(source, first.line, column), column


def _as_comment(source: Source, entry: TranslatedText, of: Text) -> Edit:
    """An entry without a text: a comment if somebody translated it, else nothing."""
    first, last, column = _lines(source, entry)
    here = Span(source.name, first, 1, last, len(source.lines[last - 1]) + 1)
    if not entry.translation:
        return Edit(here._replace(end_line=last + 1, end_column=1) if last < len(source.lines) else here, "")
    pad = " " * column
    old = [f"{pad}# {line[column:]}".rstrip() for line in source.lines[first - 1:last]]
    return Edit(here, "\n".join([f"{pad}# Not in {of.source.name.rpartition('/')[2]} any more:", *old]))


def dropped(source: Source, entry: TranslatedText) -> Edit:
    """An entry is taken out, with the heading above it if it was the last one below that."""
    first, last, _ = _lines(source, entry)
    behind = next((line.strip() for line in source.lines[last:] if line.strip()), "#")
    if behind.startswith("#"):
        while source.lines[first - 2].strip()[:1] in ("", "#"):
            first -= 1
    return Edit(Span(source.name, first, 1, last + 1, 1), "")


def _added(text: Text, made: Translation, seen: Compared, each: list[Spoken]) -> Iterable[Edit]:
    """Entries for texts that have none yet, each group behind the text that it follows in the original."""
    known = {plain(entry.original): entry.translation for entry in made.texts if holds(entry)}
    entries = {**seen.matched, **{one.now.key: one.entry for one in (*seen.changed, *seen.moved)}}
    new = {one.key for one in seen.new}
    for before, group, behind in _groups(each, entries, new):
        yield _placed(text, before and entries[before.key], group, behind and entries[behind.key],
                      before.section if before else "", behind.section if behind else None, known)


def _groups(each: list[Spoken], entries: dict, new: set) -> Iterable[tuple[Spoken | None, list[Spoken], Spoken | None]]:
    """Runs of new texts, each with the text before and the one behind it that have an entry."""
    before, group, seen = None, [], set()
    for text in each:
        if text.key in entries:
            if group:
                yield before, group, text
            before, group = text, []
        elif text.key in new and text.key not in seen:
            seen.add(text.key)
            group.append(text)
    if group:
        yield before, group, None


def _placed(text: Text, before: TranslatedText | None, group: list[Spoken], behind: TranslatedText | None, section: str,
            next_section: str | None, known: dict[str, str]) -> Edit:
    source = text.source
    if before is None and behind is None:
        return _first(text, _entries(group, 2, "", known))
    if before is None or next_section == group[0].section != section:
        line, _, column = _lines(source, behind)
        return Edit(Span(source.name, line, 1, line, 1), _entries(group, column, group[0].section, known))
    _, last, column = _lines(source, before)
    return below(source, last, _entries(group, column, section, known))


def _first(text: Text, lines: str) -> Edit:
    """The first entries of a file that has none."""
    written, source = text.root.entry("texts"), text.source
    if written is None:
        last = len(source.lines)
        return below(source, last, "\n" * bool(source.lines[-1].strip()) + f"texts:\n{lines}")
    if isinstance(written.value, Scalar) and not written.value.text:
        return below(source, written.key.span.line, lines)
    return Edit(written.value.span, "\n" + lines.removesuffix("\n"))


# ---- whether it came out right -----------------------------------------------------------------------------------------

def _as_meant(before: Translation, seen: Compared, after: Loaded, texts: list[Spoken]) -> bool:
    """Whether the new text has an entry for every text of the original, and every translation that was not left behind."""
    if not isinstance(after.record, Translation) or any(f.cls == INVALID for f in after.findings):
        return False
    now = compared(texts, after.record)
    gone = {id(entry) for entry in seen.gone}
    kept = {(entry.translation, entry.was) for entry in after.record.texts}
    wanted = {entry.translation for entry in before.texts if id(entry) not in gone}
    return not (now.changed or now.moved or now.gone or now.new) and wanted <= {text for text, _ in kept}


def _counts(seen: Compared, made: Translation, texts: list[Spoken]) -> Counts:
    each = {text.key for text in texts}
    done = {key_of(entry) for entry in made.texts if holds(entry)} & each
    return Counts(len(seen.new), len(seen.changed), len(seen.moved), len(seen.gone), len(done), len(each))
