"""Which messages there are to translate: those of templates, of this package, and the closed lists of the model.

`changed` makes or updates the file of a language, `languages/de.po` of a theme or of a project's `overrides`.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..definition import model
from ..definition.kinds import Choice, Keyed, Many, One, key_of
from ..values import NamedTuple
from .plan import DOCUMENTS
from .words import CHOICE, ENGLISH, Words, catalog_of, forms_of, locale_of

if TYPE_CHECKING:
    from babel.messages import Catalog

_KEYWORDS = {"later": None, "_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2),
             "npgettext": ((1, "c"), 2, 3)}
_SECTIONS = ("form", "purpose", "wording")  # of the linter, beside those that are fields
_HEAD = """\
# The words of pages in {0}. Write yours behind msgstr; what stands in %(...)s is a place for a value: keep it, anywhere.
# `rmplay theme words {0}` brings this file up to date.
msgid ""
msgstr ""
"Language: {0}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: {1}\\n"
"""


class Message(NamedTuple):
    """Something that pages say, in English: its context, its form for one and for many, and the file that says it."""

    context: str
    one: str
    many: str
    place: str

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from all others."""
        return self.context, self.one


def messages(layers: Iterable[Path]) -> list[Message]:
    """Every message of the templates of a theme and of what comes with rmplay, each once."""
    found: dict[tuple[str, str], Message] = {}
    for message in (*_of_templates(layers), *_of_documents(), *_of_package(), *_of_lists()):
        if message.many or message.key not in found:
            found[message.key] = message
    return list(found.values())


def _of_templates(layers: Iterable[Path]) -> Iterable[Message]:
    from jinja2.ext import babel_extract
    options = {"newstyle_gettext": "true", "trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
    for layer in layers:
        for path in sorted((layer / "templates").rglob("*.*")):
            name = f"{layer.name}/{path.relative_to(layer / 'templates').as_posix()}"
            yield from _extracted(babel_extract, path, name, options)


def _of_package() -> Iterable[Message]:
    for path in sorted(Path(__file__).parent.glob("*.py")):
        yield from _extracted("python", path, f"rmplay/site/{path.name}", {})


def _extracted(method: Any, path: Path, name: str, options: dict[str, str]) -> Iterable[Message]:
    from babel.messages.extract import extract
    for _, text, _, context in extract(method, io.BytesIO(path.read_bytes()), _KEYWORDS, (), options):
        one, many = (text, "") if isinstance(text, str) else text
        yield Message(context or "", one, many, name)


def _of_documents() -> Iterable[Message]:
    for document in DOCUMENTS:
        for text in (document.title, document.about, document.moment):
            yield Message("", text, "", "rmplay/site/plan.py")


def _of_lists() -> Iterable[Message]:
    """The words of closed lists, of which pages show some, and the sections of a program."""
    for name in dict.fromkeys([*model.ROLES, *_choices(One(model.Program)), *map(key_of, model.Program.specs), *_SECTIONS]):
        yield Message(CHOICE, ENGLISH.choice(name), "", "rmplay/definition/model.py")


def _choices(kind: Any) -> Iterable[str]:
    match kind:
        case Choice(words):
            yield from words
        case Many(of):
            yield from _choices(of)
        case One(record) | Keyed(_, record):
            for spec in record.specs.values():
                yield from _choices(spec.kind)


class Changed(NamedTuple):
    """A file of words with the messages of today: its bytes, and how many it has, gained, lost and still lacks."""

    data: bytes
    count: int
    gained: int
    lost: int
    lacking: int


def changed(tag: str, layers: Iterable[Path], target: Path, known: Words = ENGLISH, whole: bool = False) -> Changed:
    """The file of a language brought up to date: new messages are empty, those that nobody says any more are gone.

    Messages for which other files have words, `known`, are left out unless they stand in it already; if the file is to be
    `whole`, they come with those words. Raises words.WordsError.
    """
    from babel.messages import Catalog
    from babel.messages.pofile import write_po
    old = catalog_of(target) if target.is_file() else Catalog(locale_of(tag), fuzzy=False)
    new = Catalog(old.locale, fuzzy=False)
    gained = 0
    for message in messages(layers):
        entry = old.get(message.one, message.context or None)
        if entry is None and message.key in known.messages and not whole:
            continue
        gained += entry is None
        kept = entry if entry and bool(entry.pluralizable) == bool(message.many) else None
        said = kept.string if kept else known.messages.get(message.key, ("",))
        new.add((message.one, message.many) if message.many else message.one, said if message.many or kept else said[0],
                [(message.place, 0)], kept.flags if kept else (), user_comments=kept.user_comments if kept else (),
                context=message.context or None)
    made = io.BytesIO()
    write_po(made, new, width=120, omit_header=True, include_lineno=False)
    count = len(new)
    return Changed(f"{_head(tag, old, target)}\n\n".encode() + made.getvalue(), count, gained, len(old) + gained - count,
                   sum(entry.fuzzy or not all(forms_of(entry)) for entry in new if entry.id))


def _head(tag: str, catalog: Catalog, target: Path) -> str:
    """What stands above the messages: what it was, or a new one, in either case without anything of the clock."""
    if target.is_file():
        return target.read_text(encoding="utf-8").replace("\r\n", "\n").split("\n\n")[0]
    return _HEAD.format(tag, f"nplurals={catalog.num_plurals}; plural={catalog.plural_expr};").strip()
