"""Who teaches whom: sentences that say of a program that its senior people teach the junior ones.

The grammar below is that of English; in a language without the word lists nothing is found.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from ..patterns import pattern
from ..values import NamedTuple
from .sentences import sentences
from .texts import bare_words, pattern_of, spelled
from .words import lists_of

_BEFORE = r"(?:(?:an?|the|each|every|one|two|some|all|our|their|your|more)\s+){0,4}"
_AUXILIARY = r"(?:\s+(?:can|may|must|shall|should|will|directly|personally|regularly)){0,3}"
_BE = r"(?:is|are|be|being|get|gets|getting)"
# None of these is the noun behind an adjective: "a junior in her team" ends with "junior".
_NO_NOUN = (r"(?:about|and|are|as|at|be|by|for|from|get|gets|how|in|into|is|learn|learning|learns|nor|not|of|on|or|over|so|"
            r"than|that|through|to|what|which|who|whom|whose|will|with)\b")
_NOUN = rf"\s+(?!{_NO_NOUN})[\w'’-]+"


class Way(NamedTuple):
    """A place at which somebody senior teaches, the words for it, and what says the same the right way round."""

    start: int
    end: int
    text: str
    instead: str


class _Words(NamedTuple):
    """Patterns for the wrong way and the right way, as text: most programs need none of them.

    With each pattern for the wrong way stands what a sentence must hold for it. `signs` are words of which a sentence that
    is worth a look has one of each set.
    """

    wrong: tuple[tuple[str, str], ...]
    right: str
    signs: tuple[frozenset[str], ...]


def wrong_ways(text: str, code: str, defining: bool) -> Iterator[Way]:
    """Where a text in the language `code` says that senior people teach junior ones, and does not say the reverse as well.

    `defining` asks that the sentence speaks of the program, as in a text that also tells how things are today.
    """
    known = _words(code)
    parts = [part for part in sentences(text)] if known and _may_tell(known, text) else []
    for number, sentence in enumerate(parts):
        match = _first(known, text, sentence) if _may_tell(known, sentence[0]) else None
        if match is None:
            continue
        said = [sentence[0], *(parts[near][0] for near in (number - 1, number + 1) if 0 <= near < len(parts))]
        if _is_meant(code, match, text[match.end():sentence.end()], said, defining) and not _compiled(known.right).search(text):
            yield Way(*match.span(), match[0], _instead(match))


def _may_tell(known: _Words, text: str) -> bool:
    words = set(bare_words(text))
    return not any(words.isdisjoint(sign) for sign in known.signs)


def _first(known: _Words, text: str, sentence: re.Match[str]) -> re.Match[str] | None:
    found = (_compiled(pattern).search(text, *sentence.span()) for sign, pattern in known.wrong if sign in sentence[0])
    return next(filter(None, found), None)


def _is_meant(code: str, match: re.Match[str], rest: str, said: list[str], defining: bool) -> bool:
    """Whether a sentence, said first, is about the program, and neither it nor one beside it takes it back."""
    def has(name: str, text: str) -> bool:
        return pattern_of(lists_of(code)[name]).search(text) is not None

    if match.groupdict().get("help") and not has("growth", rest):
        return False  # to help a junior colleague is no mentoring, to help one to learn is
    if defining and not has("the-program", said[0]):
        return False
    return not (has("in-passing", said[0]) or has("taken-back", " ".join(said)))


def _instead(match: re.Match[str]) -> str:
    """The same sentence with the senior person as the one who learns, "" where its verb cannot simply be changed."""
    found = match.groupdict()
    verb = found.get("teach") or found.get("help")
    if not verb:
        return ""
    form = "learning" if verb.endswith("ing") else "learns" if verb.endswith("s") else "learn"
    return f"{found['senior']} {form} from {found['junior']}"


@functools.cache
def _words(code: str) -> _Words | None:
    lists = lists_of(code)
    if "senior" not in lists:
        return None
    senior = _person(lists["senior"], lists["seniors"])
    anybody, junior = (_person(lists["junior"], lists["juniors"], but) for but in ("", r"(?!\s+mentors?\b)"))
    teach, help_ = (_any(tuple(form for verb in lists[name] for form in verb.split())) for name in ("teach", "help"))
    verb, act = rf"(?:{teach}|{help_})", _any(lists["act-as-mentor"])
    wrong = (
        ("", rf"(?P<senior>{senior}{_AUXILIARY})\s+(?:(?P<teach>{teach})|(?P<help>{help_}))(?:\s+and\s+{verb})?\s+"
         rf"(?P<junior>{_one(junior)})"),
        ("mentor", rf"{senior}{_AUXILIARY}\s+{act}\s+{_one(junior)}"),
        (" by ", rf"{junior}{_AUXILIARY}\s+{_BE}\s+(?:{teach}|(?P<help>{help_}))\s+by\s+{_one(senior)}"))
    right = rf"{anybody}{_AUXILIARY}\s+(?:{verb}|{act})|{senior}{_AUXILIARY}\s+(?:learn|learns|learning|{_BE}\s+{verb})\b"
    people = (frozenset(bare_words(phrase)[0] for phrase in lists[one] + lists[one + "s"]) for one in ("senior", "junior"))
    verbs = frozenset(form for phrase in lists["teach"] + lists["help"] for form in phrase.split())
    return _Words(wrong, right, (*people, verbs))


def _person(adjectives: tuple[str, ...], people: tuple[str, ...], but: str = "") -> str:
    """A person by an adjective with up to three words behind it, as few as fit; or by a noun. `but` may not follow."""
    word = rf"(?<!less )(?<!not ){_any(adjectives)}"
    return rf"(?<!\w){_BEFORE}(?:{word}(?:,\s+(?:more\s+)?{_any(adjectives)})?{but}(?:{_NOUN}){{0,3}}?|{_any(people)})"


def _one(person: str) -> str:
    """The same at the end of a sentence: with one word behind the adjective if there is one."""
    return person.replace(f"(?:{_NOUN}){{0,3}}?", f"(?:{_NOUN})?")


def _any(phrases: tuple[str, ...]) -> str:
    return spelled(sorted(phrases, key=len, reverse=True))


@functools.cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
