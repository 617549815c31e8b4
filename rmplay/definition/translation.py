"""A translation beside its original: which of its texts hold, which the original has left behind, and what is missing.

A text counts as translated while place and words of its original stand in the definition. A translation of something
that is not said any more is never shown: a wrong promise in one's own language is worse than a right one in another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..values import NamedTuple
from .merge import NOT_INHERITED
from .model import Program, Site, TranslatedText, Translation
from .nodes import Map, Scalar
from .record import Record
from .said import Said
from .texts import Spoken, changed, plain, texts

SAME_TEXT, MOST_COMPARED = 0.6, 100


class Original(NamedTuple):
    """What is translated: the tree of a definition, and the class of its record. `is_house` if others take from it."""

    root: Map
    cls: type[Record] = Program
    is_house: bool = False

    def texts(self) -> list[Spoken]:
        """Its texts; of a house file without those that no program takes."""
        left = NOT_INHERITED if self.is_house else ()
        return [text for text in texts(self.cls, self.root) if text.place not in left]

    @property
    def language(self) -> str:
        """Its language, as far as it says so."""
        entry = self.root.entry("language")
        return entry.value.text.strip() if entry and isinstance(entry.value, Scalar) else ""


def original_of(file: str, root: Map) -> Original:
    """What the tree of a file is the original of, by the name of the file."""
    if file in ("site.yaml", "site.yml"):
        return Original(root, Site)
    return Original(root, is_house=file in ("house.yaml", "house.yml"))


def translated(original: Original, translation: Translation, language: str = "") -> Map:
    """The definition with every text in the other language that holds; the nodes keep the place where they stand.

    With the `language` of the original, texts that are not translated say that they are in that.
    """
    words = {key_of(text): text.origin.node.entry("translation").value for text in reversed(translation.texts) if holds(text)}

    def said(place: str, node: Scalar) -> Scalar:
        found = words.get((place, plain(node.text)))
        if found is None:
            return node._replace(text=Said(node.text, node.text, language)) if language else node
        return found._replace(text=Said(found.text, node.text))

    return changed(original.cls, original.root, said)


def key_of(text: TranslatedText) -> tuple[str, str]:
    """The text of the original that is meant."""
    return text.place or "", plain(text.original or "")


def holds(text: TranslatedText) -> bool:
    """Whether there is a translation, and nothing has changed since it was made."""
    return bool(text.translation and text.original and text.absent("was"))


class Moved(NamedTuple):
    """An entry of a translation with the text of the original that it is about now."""

    entry: TranslatedText
    now: Spoken


class Compared(NamedTuple):
    """A translation beside the definition of today.

    `matched` entries say what the original says, by its key; of the `changed` the original says something else now, the
    `moved` say the same at another place, the `gone` have no text any more, the `repeated` are there a second time.
    `new` are the texts of the original that have no entry, each once.
    """

    matched: dict[tuple[str, str], TranslatedText]
    changed: list[Moved]
    moved: list[Moved]
    gone: list[TranslatedText]
    repeated: list[TranslatedText]
    new: list[Spoken]


def compared(texts: list[Spoken], translation: Translation) -> Compared:
    """What became of each entry of a translation of these texts."""
    today = {text.key: text for text in reversed(texts)}
    today = dict(reversed(today.items()))
    matched: dict[tuple[str, str], TranslatedText] = {}
    left, repeated = [], []
    for entry in translation.texts:
        key = key_of(entry)
        if key in matched:
            repeated.append(entry)
        elif key in today:
            matched[key] = entry
        else:
            left.append(entry)
    new = _New({key: text for key, text in today.items() if key not in matched})
    moved = _pairs(left, new, new.elsewhere)
    changed_ = _pairs(left, new, new.likest)
    return Compared(matched, changed_, moved, left, repeated, list(new.texts.values()))


def _pairs(left: list[TranslatedText], new: _New, find: Callable[[TranslatedText], Spoken | None]) -> list[Moved]:
    """The entries for which a text is found; both are taken out of what is left."""
    found = [Moved(entry, new.taken(now)) for entry in left if (now := find(entry)) is not None]
    gone = {id(one.entry) for one in found}
    left[:] = [entry for entry in left if id(entry) not in gone]
    return found


class _New:
    """The texts of an original that have no entry, to be taken by those entries that have no text."""

    def __init__(self, texts: dict[tuple[str, str], Spoken]) -> None:
        self.texts = texts
        self.by_place: dict[str, list[Spoken]] = {}
        self.by_words: dict[str, list[Spoken]] = {}
        for (place, words), text in texts.items():
            self.by_place.setdefault(place, []).append(text)
            self.by_words.setdefault(words, []).append(text)

    def taken(self, text: Spoken) -> Spoken:
        """The text, which is not new any more."""
        del self.texts[text.key]
        self.by_place[text.key[0]].remove(text)
        self.by_words[text.key[1]].remove(text)
        return text

    def elsewhere(self, entry: TranslatedText) -> Spoken | None:
        """A text that says the same at another place."""
        return next(iter(self.by_words.get(plain(entry.original or ""), ())), None)

    def likest(self, entry: TranslatedText) -> Spoken | None:
        """The text at the same place; of several, the one that is most like it."""
        here = self.by_place.get(entry.place or "", [])
        if "[]" not in (entry.place or ""):
            return here[0] if here else None
        import difflib  # of all commands only `translate` comes here, and it takes as long as reading a small file
        match = difflib.SequenceMatcher(None, autojunk=False)
        match.set_seq2(plain(entry.original or ""))
        best, text = SAME_TEXT, None
        for one in here[:MOST_COMPARED]:
            match.set_seq1(one.key[1])
            if match.real_quick_ratio() > best and match.quick_ratio() > best and (ratio := match.ratio()) > best:
                best, text = ratio, one
        return text


def sections(spoken: Iterable[Spoken]) -> dict[str, int]:
    """How many texts each section has; those at the left edge under an empty name."""
    counts: dict[str, int] = {}
    for text in spoken:
        counts[text.section] = counts.get(text.section, 0) + 1
    return counts
