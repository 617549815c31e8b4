"""What texts of a definition ask for and pages do not give: links that lead nowhere, pictures, HTML.

Each finding stands at its place in the line of the definition and says what would be printed.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from itertools import islice

from ..definition.complaints import UNSAFE_LINK
from ..definition.decode import SAFE_SCHEMES
from ..definition.nodes import Map, Scalar, scalars
from ..definition.source import Source
from ..finding import Finding, Span
from ..patterns import pattern
from ..values import NamedTuple
from .addresses import INTERNAL, safe_target
from .plan import WRITE_NEXT, Plan
from .rules import BROKEN_LINK, HTML_IN_TEXT, PICTURE_IN_TEXT

MOST_FINDINGS = 100
_TAGS = ("a abbr b big blockquote br center code div em embed font form h1 h2 h3 h4 h5 h6 hr i iframe img input li link mark "
         "meta ol p pre s script small span strike strong style sub sup svg table tbody td th thead tr u ul video")
_WORTH_A_LOOK = pattern(r"\]\(|</?[A-Za-z]|&[A-Za-z#]")
_CODE = pattern(r"`[^`]*`")
_SCHEME = pattern(r"([A-Za-z][A-Za-z0-9+.-]*):")
_HALF_WEB = pattern(r"https?:(?!//[^/\s])", re.I)
_MAIL = pattern(r"[\w.+-]+@[\w-]+\.[\w.-]+\Z")
_DOMAIN = (r"(?:www\.[\w-]+(?:\.[\w-]+)*|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|gov|io|eu|de|uk|fr|at|ch|example))"
           r"(?:[/?#]\S*)?\Z")
_FILE = r".*\.(?:md|markdown|docx?|xlsx?|pptx?|pdf|png|jpe?g|gif|svg|webp|txt|ya?ml|csv|zip)\Z"
_INSTEAD = {"b": "`**words**` for strong", "strong": "`**words**` for strong", "i": "`*words*` for emphasis",
            "em": "`*words*` for emphasis", "a": "`[words](https://...)` for a link", "code": "`words` between backticks",
            "br": "the text over several lines behind `|`, with an empty line between paragraphs",
            "p": "an empty line between paragraphs, behind `|`", "li": "a line that begins with `- ` for each entry",
            "img": "a link to the picture: `[what it shows](https://...)`"}


@functools.cache
def _pattern() -> re.Pattern[str]:
    """What the markup of texts looks like; made when a text looks as if it had any, since it takes a while."""
    return re.compile(
        r"(?P<picture>!\[[^\]\[]{0,300}\]\([^)\s]{0,500}\)?)|\]\(\s*<?(?P<link>[^)\s>]*)|"
        rf"(?P<tag></?(?:{'|'.join(_TAGS.split())})(?=[\s/>])[^<>]{{0,300}}>)|<(?P<auto>(?:https?://|mailto:)[^\s<>]+)>|"
        r"(?P<entity>&(?:nbsp|amp|lt|gt|quot|[mn]dash|hellip|[lr][sd]quo|euro|bull|shy|#\d{1,6}|#x[0-9a-f]{1,5});)", re.I)


class _Found(NamedTuple):
    """A piece of markup with its place: a line from 1, columns from 0."""

    match: re.Match[str]
    line: int


class _Pages(NamedTuple):
    """What a link may lead to: the keys of pages, and the documents that may have more of them."""

    keys: frozenset[str]
    unsure: frozenset[str]

    def may_have(self, target: str) -> bool:
        """Whether there can be a page under the address in a link."""
        key = (safe_target(target) or "").removeprefix(INTERNAL)
        return key in self.keys or key.partition("/")[0] in self.unsure


def worth_a_look(sources: Iterable[Source]) -> bool:
    """Whether any of some sources has a sign of markup in it. Most have none, and then their plan need not be made."""
    return any(_WORTH_A_LOOK.search(source.text) for source in sources)


def check_texts(root: Map, sources: dict[str, Source], plan: Plan, unsure: frozenset[str] = frozenset()) -> list[Finding]:
    """Findings about the texts of a definition: links that lead to no page of its plan, and what is printed as typed.

    Links to the documents that are `unsure` are left alone: the part that is about them could not be read.
    """
    pages = _Pages(frozenset(page.key for page in plan.pages), unsure)
    return list(islice(_all(root, sources, pages), MOST_FINDINGS))


def _all(root: Map, sources: dict[str, Source], pages: _Pages) -> Iterator[Finding]:
    for node in scalars(root, own=False):
        if _WORTH_A_LOOK.search(node.text) and node.span.source in sources:
            tagged = False
            for found in _markup(node, sources[node.span.source].lines):
                finding = _finding(found, node.span.source, pages)
                if finding and not (tagged and finding.rule is HTML_IN_TEXT):
                    tagged = tagged or finding.rule is HTML_IN_TEXT
                    yield finding


def _markup(node: Scalar, lines: tuple[str, ...]) -> Iterator[_Found]:
    """The markup of a text as it stands in the lines of the source; what is between backticks is printed as typed."""
    span = node.span
    for number in range(span.line, min(span.end_line, len(lines)) + 1):
        line = _CODE.sub(lambda code: " " * len(code[0]), lines[number - 1])
        start = span.column - 1 if number == span.line else 0
        end = span.end_column - 1 if number == span.end_line else len(line)
        for match in _pattern().finditer(line, start, end):
            yield _Found(match, number)


def _finding(found: _Found, source: str, pages: _Pages) -> Finding | None:
    match, kind = found.match, found.match.lastgroup
    span = Span(source, found.line, match.start(kind) + 1, found.line, match.end(kind) + 1)
    if kind == "link":
        return _link(match["link"], span, pages)
    if kind == "picture":
        return PICTURE_IN_TEXT.at(span, f"A text cannot show a picture; the page would show {_short(match[0])} as typed.",
                                  "Type a link instead, to where the picture can be seen: [what it shows](https://...).")
    if kind == "auto":
        return HTML_IN_TEXT.at(span, "The page would show the address with its angle brackets.",
                               f"Type: [words to click]({match['auto']})")
    return _html(match[0], span)


def _html(typed: str, span: Span) -> Finding:
    name = re.sub(r"\W.*", "", typed.lstrip("</")).lower()
    instead = _INSTEAD.get(name, "") if typed.startswith("<") else "the sign itself"
    remedy = f"Type {instead}." if instead else f"Delete {_short(typed)}; the theme decides how things look."
    return HTML_IN_TEXT.at(span, f"Texts are not HTML; the page would show {_short(typed)} as typed.", remedy)


def _link(target: str, span: Span, pages: _Pages) -> Finding | None:
    scheme = _SCHEME.match(target)
    if scheme and (scheme[1].lower() not in SAFE_SCHEMES or _HALF_WEB.match(target)):
        return _unsafe(target, scheme[1].lower(), span)
    if scheme or pages.may_have(target):
        return None
    if not target:
        return BROKEN_LINK.at(span, "This link has no address, so a click leads nowhere.",
                              f"Type a web address or a page between the brackets. {_listed(pages.keys)}")
    return BROKEN_LINK.at(span, *_nowhere(target, pages.keys))


def _unsafe(target: str, scheme: str, span: Span) -> Finding:
    rest = target.split(":", 1)[1].lstrip("/")
    web = scheme.startswith("h") and rest
    return UNSAFE_LINK.at(
        span, f'"{_short(target)}" is no address that a page may lead to.',
        f"Type: (https://{rest})" if web and len(rest) < 80 else
        "Use an address that begins with https://, mailto: or tel:, or the name of a page of this program.")


def _nowhere(target: str, keys: frozenset[str]) -> tuple[str, str]:
    """What is wrong with a link that leads to no page, and what to type."""
    import difflib
    if _MAIL.match(target):
        return f'"{target}" is a mail address, and a link to it needs a sign of that.', f"Type: (mailto:{target})"
    if re.match(_DOMAIN, target, re.I):
        return f'"{_short(target)}" is read as a page of this program, which it is not.', f"Type: (https://{target})"
    wanted = re.sub(r"\.(html|md)\Z", "", target.lower().lstrip("./")).split("#")[0]
    close = difflib.get_close_matches(wanted, sorted(keys), 1, 0.7) if len(wanted) < 80 else []
    near = wanted if wanted in keys else next(iter(close), "")
    message = f'There is no page "{_short(target)}" in this program.'
    if near:
        return message, f"Type: ({near})"
    if target.startswith("#"):
        return "A link cannot lead to a place inside a page, only to a page.", f"Type the page without #. {_listed(keys)}"
    if re.match(_FILE, target, re.I):
        return f'"{_short(target)}" is a file, and files are not part of the site.', (
            f"Put it where everybody can open it and type its whole address: (https://...). Or lead to a page. {_listed(keys)}")
    return message, _listed(keys)


def _listed(keys: frozenset[str]) -> str:
    listed = sorted(keys - {WRITE_NEXT})  # which is gone when the program is published
    more = f" and {len(listed) - 6} more" if len(listed) > 6 else ""
    return f"Pages of this program: {', '.join(listed[:6])}{more}."


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
