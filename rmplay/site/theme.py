"""A theme is data: `theme.yaml`, `templates/` and `static/`. No Python in it, ever.

A template is looked for in the `overrides` of the project, in the theme, then in its parents, last in `base`.
`!parent/page.html` names the template that the current one replaces, so a theme can add to a template without copying it.
"""

from __future__ import annotations

import contextlib
import difflib
import functools
import re
from collections.abc import MutableMapping
from pathlib import Path
from types import MethodType
from typing import Any

import jinja2
from jinja2.loaders import split_template_path
from jinja2.runtime import Macro
from jinja2.sandbox import SandboxedEnvironment

from ..definition.load import read_text
from ..definition.nodes import Scalar
from ..definition.record import Record
from ..patterns import pattern
from ..values import NamedTuple
from . import kept
from .filters import FILTERS, filters_of
from .fit import fullness
from .folding import Folding, folded, together
from .fragments import Context
from .plan import MOMENTS
from .printed import IN_TEMPLATES
from .words import SOURCE, Words, words_of

API = "1"
BASE, MANIFEST, GROUP = "base", "theme.yaml", "rmplay.themes"
_NAME = pattern(r"[a-z0-9][a-z0-9_-]*\Z", re.I)
_MOST_PARENTS = 8
_NONE = object()


class ThemeError(Exception):
    """A theme that cannot be used; the message says why, in a sentence, and where."""


class Theme(NamedTuple):
    """A theme with its parents: the folders in which its templates and files are looked for, nearest first."""

    name: str
    layers: tuple[Path, ...]

    def static(self) -> dict[str, Path]:
        """The files that go into the site as they are, by their path below `assets`."""
        found: dict[str, Path] = {}
        for layer in self.layers:
            folder = layer / "static"
            for path in sorted(folder.rglob("*")):
                if path.is_file():
                    found.setdefault(path.relative_to(folder).as_posix(), path)
        return dict(sorted(found.items()))


def find_theme(name: str, shelves: tuple[Path, ...], overrides: Path | None = None) -> Theme:
    """The theme of a name with all its parents. Raises ThemeError.

    `shelves` are the folders that hold themes, `overrides` is the one with which a project changes any theme.
    """
    layers = [overrides] if overrides and overrides.is_dir() else []
    wanted, seen = name, set()
    while wanted:
        folder = _folder(wanted, shelves)
        if wanted in seen or len(layers) > _MOST_PARENTS:
            raise ThemeError(f'The theme "{name}" names itself as a parent, through "{wanted}".')
        seen.add(wanted)
        layers.append(folder)
        wanted = _parent(folder, wanted)
    return Theme(name, tuple(layers))


def _folder(name: str, shelves: tuple[Path, ...]) -> Path:
    """The folder of a theme: of the project, of rmplay, or of a package that is installed."""
    for folder in (shelf / name for shelf in shelves if _NAME.match(name)):
        if (folder / MANIFEST).is_file():
            return folder
    packaged = installed()
    if name in packaged:
        return packaged[name]
    known = sorted(themes_on(shelves) | packaged.keys())
    near = difflib.get_close_matches(name, known, 1, 0.6)
    hint = f'Did you mean "{near[0]}"? ' if near else ""
    raise ThemeError(f'There is no theme called "{name}". {hint}Themes to choose from: {", ".join(known)}.')


def themes_on(shelves: tuple[Path, ...]) -> set[str]:
    """The names of the themes in some folders."""
    return {path.parent.name for shelf in shelves if shelf.is_dir() for path in shelf.glob(f"*/{MANIFEST}")}


@functools.cache
def installed() -> dict[str, Path]:
    """The themes of installed packages by name: entry points of the group `rmplay.themes`.

    The value names the package, with dots for folders in it, such as `our_themes.handbook`. Nothing of it is run.
    """
    import importlib.metadata
    import importlib.util
    found = {}
    for point in importlib.metadata.entry_points(group=GROUP):
        package, *folders = point.module.split(".")
        spec = importlib.util.find_spec(package)
        places = spec.submodule_search_locations if spec and spec.submodule_search_locations else ()
        for folder in (Path(place, *folders) for place in places):
            if (folder / MANIFEST).is_file():
                found[point.name] = folder
    return found


def facts_of(folder: Path) -> dict[str, str]:
    """What the `theme.yaml` of a theme says, by name."""
    text = read_text(folder / MANIFEST, f"{folder.name}/{MANIFEST}")
    return {e.key.text: e.value.text for e in text.root.entries if isinstance(e.value, Scalar)} if text.root else {}


def _parent(folder: Path, name: str) -> str:
    """The parent that a theme names; `base` if none, nothing for `base` itself."""
    facts = facts_of(folder)
    made_for = facts.get("api")
    if made_for is None:
        raise ThemeError(f'The theme "{name}" does not say for which api it is made. Type in {folder / MANIFEST}:\n'
                         f'  api: "{API}"')
    if made_for != API:
        raise ThemeError(f'The theme "{name}" is made for api "{made_for}"; this rmplay has api "{API}". '
                         "Look for a version of the theme, or of rmplay, that fits.")
    return "" if name == BASE else facts.get("parent") or BASE


class _Loader(jinja2.BaseLoader):
    """Looks through the layers. A name `@2/page.html` starts at layer 2."""

    def __init__(self, layers: tuple[Path, ...]) -> None:
        self.layers = layers

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, Any]:
        """The text of a template with the name of its file."""
        _, path = self.find(template)
        return path.read_text(encoding="utf-8"), str(path), lambda: True

    def find(self, template: str) -> tuple[int, Path]:
        """The layer and the file of a template."""
        start, name = _split(template)
        split_template_path(name)  # refuses a name that leads out of the theme
        for number in range(start, len(self.layers)):
            path = self.layers[number] / "templates" / name
            if path.is_file():
                return number, path
        raise jinja2.TemplateNotFound(template)


def _split(template: str) -> tuple[int, str]:
    if template.startswith("@"):
        number, _, name = template[1:].partition("/")
        return int(number), name
    return 0, template


class Environment(SandboxedEnvironment):
    """Jinja, strict: an unknown name is an error, everything is escaped, no clock, no files, nothing of Python."""

    def __init__(self, theme: Theme, words: Words, **options: Any) -> None:
        super().__init__(extensions=["jinja2.ext.i18n"], loader=_Loader(theme.layers), **options)
        self.theme, self.words = theme, words
        self.known: dict[tuple[type, str], bool] = {}
        self.parents: dict[tuple[str, str], str] = {}

    def make_globals(self, own: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What all templates may use, as a plain dictionary: Jinja's own follows later changes, of which there are none
        here, and is copied for each page in ten times the time."""
        return {**self.globals, **(own or {})}

    def _parse(self, source: str, name: str | None, filename: str | None) -> jinja2.nodes.Template:
        """The tree of a template, with the words of the language in it."""
        try:
            return Folding(self.words).visit(super()._parse(folded(source, self.words), name, filename))
        except jinja2.TemplateSyntaxError as error:
            error.name, error.filename = error.name or name, error.filename or filename
            raise

    def _generate(self, *parts: Any, **options: Any) -> str:
        """The code of a template, with our own way to print a value."""
        return super()._generate(*parts, **options) + IN_TEMPLATES

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """What the sandbox says of an attribute, asked once for each type: it looks at nothing else."""
        asked = (type(obj), attr)
        if asked not in self.known:
            self.known[asked] = super().is_safe_attribute(obj, attr, value)
        return self.known[asked]

    def join_path(self, template: str, parent: str) -> str:
        """`!parent/x` in a template of layer n is x as it is found behind layer n."""
        if not template.startswith("!parent/"):
            return template
        if (template, parent) not in self.parents:
            layer, _ = self.loader.find(parent)
            self.parents[template, parent] = f"@{layer + 1}/{template.removeprefix('!parent/')}"
        return self.parents[template, parent]

    def load_all(self) -> None:
        """Load every template, so that it is compiled. A mistake in one is told where it is used."""
        names = {path.relative_to(layer / "templates").as_posix() for layer in self.theme.layers
                 for path in (layer / "templates").rglob("*") if path.is_file()}
        for name in sorted(names):
            with contextlib.suppress(jinja2.TemplateError, UnicodeDecodeError, OSError):
                self.get_template(name)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """An attribute, with as few of the checks of the sandbox as it needs; one page asks for some hundred.

        The fields of the definition are plain values. The method of a text that formats it, which the sandbox wraps,
        is reached through a text only.
        """
        if isinstance(obj, Record) and attribute in obj.specs:
            return obj.__dict__[attribute]
        if not isinstance(obj, str):
            value = getattr(obj, attribute, _NONE)
            if value is not _NONE and (self.known.get((type(obj), attribute))
                                       or self.is_safe_attribute(obj, attribute, value)):
                return value
        return super().getattr(obj, attribute)

    def call(self, context: Any, function: Any, /, *args: Any, **named: Any) -> Any:
        """Call a function; macros and our own functions without asking whether that is safe, and which context they want."""
        own = type(function) is MethodType and type(function.__self__) is Context
        if not own and type(function) is not Macro:
            return super().call(context, function, *args, **named)
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        return function(*args, **named) if own else function(context.eval_ctx, *args, **named)


@functools.lru_cache(maxsize=8)
def environment(theme: Theme, tag: str = SOURCE) -> Environment:
    """The templates of a theme in a language, compiled once and kept. Raises words.WordsError."""
    words = words_of(theme.layers, tag)
    made = Environment(theme, words, autoescape=True, undefined=jinja2.StrictUndefined,
                       trim_blocks=True, lstrip_blocks=True, auto_reload=False, cache_size=400,
                       optimized=False,  # it costs more time than it saves in one build
                       bytecode_cache=kept.templates(words.digest))
    made.install_gettext_callables(words.gettext, lambda *said: together(words.ngettext(*said)), newstyle=True,
                                   pgettext=words.pgettext, npgettext=words.npgettext)
    made.filters.update(FILTERS | filters_of(words))
    made.globals.update(months=words.months, moments=tuple(map(words.gettext, MOMENTS)), words=words,
                        fullness=functools.partial(fullness, words=words))
    return made
