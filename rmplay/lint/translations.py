"""What is to be said about a translation: what it has wrong about its original, and what is not translated yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..definition.load import Overlay, Text, original, overlay_of
from ..definition.model import TranslatedText, Translation
from ..definition.remedies import near, shown
from ..definition.texts import Spoken
from ..definition.filenames import named
from ..definition.translation import Compared, compared, holds, key_of, sections
from ..finding import Finding, Span
from .engine import Checked, checked_translation
from .rule import Settings
from .translation_rules import (MISSING_TRANSLATION, NEEDLESS_TRANSLATION, REPEATED_TRANSLATION, STALE_TRANSLATION,
                                TRANSLATION_OF_ANOTHER)

MOST_SECTIONS = 8


def lint_translation(overlay: Overlay, of: Text, settings: Settings = Settings(), more: Iterable[Finding] = (),
                     untranslated_house: int = 0) -> Checked:
    """What is to be said about a translation of the definition `of`.

    `more` are findings about the translated definition, such as a text that is too long; `untranslated_house` is the
    number of texts that the program takes from a house file which is not translated.
    """
    text, loaded = overlay
    findings = [*loaded.findings, *more]
    if isinstance(loaded.record, Translation):
        findings += _about_itself(loaded.record, text, of)
        if of.root is not None:
            findings += _beside(loaded.record, of, original(of).texts(), untranslated_house)
    return checked_translation(text, loaded, findings, settings)


def lint_lone(text: Text, settings: Settings = Settings()) -> Checked:
    """What is to be said about a translation beside which there is no original."""
    loaded = overlay_of(text).loaded
    span = text.root.entry("translates").value.span
    file = text.source.name.rpartition("/")[2]
    name = named(file)
    message = (f"This is a translation, and there is no {name.originals[0]} beside it." if name else
               f'This is a translation, and its name does not end like one: "{file}".')
    remedy = (f"Move it to its original, or name it after that: NAME.{name.language}.yaml beside NAME.yaml." if name else
              "Name it after its original and its language, such as digital-fluency.de.yaml beside digital-fluency.yaml.")
    return checked_translation(text, loaded, [*loaded.findings, TRANSLATION_OF_ANOTHER.at(span, message, remedy)], settings)


def _about_itself(made: Translation, text: Text, of: Text) -> Iterator[Finding]:
    """Whether the translation says the same as the name of its file."""
    file, language = of.source.name.rpartition("/")[2], _language(text)
    known = {"translates", "texts"} & {entry.key.text for entry in text.root.entries}
    if not known:
        yield TRANSLATION_OF_ANOTHER.at(
            text.root.first_span(), f"By its name this file is a translation of {file}, and it is something else.",
            f"Give it another name, such as {text.source.name.rpartition('/')[2].replace('.', '-', 1)}. Or move it away and "
            f"type: {command(of, language)}")
    if made.translates and made.translates != file:
        yield TRANSLATION_OF_ANOTHER.at(made.at("translates"), f"By its name this file is a translation of {file}.",
                                        f"Type: translates: {file}")
    if made.written("language") and made.language.lower() != language.lower():
        yield TRANSLATION_OF_ANOTHER.at(made.at("language"), f"By its name this file is in the language {language}.",
                                        f"Type: language: {language}. Or give the file another name.")
    own = original(of).language if of.root is not None else ""
    if own and own.lower() == language.lower():
        yield TRANSLATION_OF_ANOTHER.at(made.at("language"), f"{file} is in this language itself.",
                                        "Write the texts there, and delete this file.")


def _language(text: Text) -> str:
    name = named(text.source.name.rpartition("/")[2])
    return name.language if name else ""


def command(of: Text, language: str) -> str:
    """What to type to bring the translation up to date."""
    name = of.source.name
    return f'rmplay translate {name if " " not in name else chr(34) + name + chr(34)} {language}'


def _beside(made: Translation, of: Text, texts: list[Spoken], untranslated_house: int) -> Iterator[Finding]:
    beside = compared(texts, made)
    language = made.language or ""
    update = f"Type: {command(of, language)}"
    for entry in made.texts:
        if entry.written("was"):
            yield STALE_TRANSLATION.at(entry.at("was"), "The original has changed since this was translated.",
                                       "Compare the two, mend the translation, and delete this line.", path=_path(entry))
    for entry, now in beside.changed:
        yield STALE_TRANSLATION.at(
            entry.at("original"), f'The original says something else now: "{_start(now)}"', f"{update}. Then mend the "
            "translation.", path=_path(entry))
    for entry, now in beside.moved:
        yield STALE_TRANSLATION.at(entry.at("place"), f"This text stands somewhere else now: {now.place}", update + ".",
                                   path=_path(entry))
    for entry in beside.gone:
        yield _gone(entry, texts, update)
    for entry in beside.repeated:
        yield REPEATED_TRANSLATION.at(entry.at("original"), "This text is translated above already.", "Keep one of the two.",
                                      path=_path(entry))
    yield from _missing(made, beside, texts, update)
    if untranslated_house:
        house = "house.yaml"
        yield MISSING_TRANSLATION.at(
            made.at("language"), f"{untranslated_house} texts of this program stand in {house} and are not translated "
            "there.", f"Type: rmplay translate house {language}")


def _start(now: Spoken) -> str:
    words = now.key[1]
    return words if len(words) <= 80 else words[:79] + "…"


def _path(entry: TranslatedText) -> str:
    return entry.place or ""


def _gone(entry: TranslatedText, texts: list[Spoken], update: str) -> Finding:
    places = {text.place for text in texts}
    if not entry.place or not entry.original:
        return NEEDLESS_TRANSLATION.at(entry.nearest(), "An entry needs a `place:` and an `original:` to be found.",
                                       f"{update}, which writes both.")
    if entry.place in places:
        return NEEDLESS_TRANSLATION.at(entry.at("original"), f'No text at {shown(entry.place)} says this.',
                                       f"{update}, which makes a comment of it.", path=_path(entry))
    meant = near(entry.place, places)
    remedy = f"Did you mean {meant}? " if meant else ""
    return NEEDLESS_TRANSLATION.at(entry.at("place"), "The original has no text at this place.",
                                   f"{remedy}{update}, which makes comments of what is not needed.", path=_path(entry))


def _missing(made: Translation, beside: Compared, texts: list[Spoken], update: str) -> Iterator[Finding]:
    """One finding for all texts without a translation, with their number for each section."""
    done = {key for key, entry in beside.matched.items() if holds(entry) or entry.written("was")}
    done |= {one.now.key for one in (*beside.changed, *beside.moved)}
    each = list({text.key: text for text in texts}.values())
    missing = [text for text in each if text.key not in done]
    if not missing:
        return
    all_of, left = sections(each), sections(missing)
    told = [f"{name or 'title and the like'} {count} of {all_of[name]}" for name, count in left.items()]
    more = f", and {len(told) - MOST_SECTIONS} more sections" if len(told) > MOST_SECTIONS else ""
    empty = next((entry for entry in made.texts if key_of(entry) in beside.matched and not entry.translation), None)
    span = _empty_span(empty) if empty else made.at("texts")
    remedy = ("Type the translation behind it, and go on with the next one." if empty and not beside.new else
              f"{update}, which adds a line for each. Then type the translations.")
    yield MISSING_TRANSLATION.at(span, f"{len(missing)} of {len(each)} texts are not translated yet: "
                                 f"{', '.join(told[:MOST_SECTIONS])}{more}.", remedy)


def _empty_span(entry: TranslatedText) -> Span:
    written = entry.origin.node.entry("translation")
    return written.key.span if written else entry.nearest()
