"""The files of a site that belong to no program: home pages, search, what theme and brand bring, what crawlers ask for.

The command makes only what changed, the preview keeps all in memory; both take these files from here.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..definition.model import Site
from ..site.crawlers import for_crawlers
from ..site.plan import home_in
from ..site.render import Artifact, Card, home_page, site_pages
from ..site.search import index
from ..site.theme import Theme
from ..site.words import SOURCE


def of_all(programs: list[tuple[tuple[Card, ...], tuple[str, ...]]], paths: list[str], sites: Mapping[str, Site], theme: Theme,
           content: Path | None) -> list[Artifact]:
    """The files that belong to no program: home, search, what the theme and the brand bring, what crawlers ask for.

    `programs` are cards and parts of the search index, `paths` the paths of all files of programs, `sites` the settings by language,
    `content` is where the files of the brand lie. Raises site.render.TemplateError.
    """
    site = sites[""]
    own = site.language or SOURCE
    tags = tuple(dict.fromkeys((own, *sorted(card.language for cards, _ in programs for card in cards[1:]
                                            if card.language in sites))))
    files = site_pages([_in(own, cards) for cards, _ in programs], site, theme, content, tags)
    files += [home_page([_in(tag, cards) for cards, _ in programs], sites[tag], theme, home_in(tag, own), tags)
              for tag in tags[1:]]
    files += [_index(programs, tag, own) for tag in tags]
    return [*files, *for_crawlers(site, [*paths, *(artifact.path for artifact in files)])]


def _in(tag: str, cards: tuple[Card, ...]) -> Card:
    """The card of a program in a language; the one of the original where it is not translated into that."""
    return next((card for card in cards if card.language == tag), cards[0])


def _index(programs: list[tuple[tuple[Card, ...], tuple[str, ...]]], tag: str, own: str) -> Artifact:
    """The search index for a language of the site."""
    shown = [(card, part) for cards, parts in programs for card, part in zip(cards, parts, strict=True) if card is _in(tag, cards)]
    shown.sort(key=lambda one: (one[0].title.casefold(), one[0].path))
    return index((part for _, part in shown), home_in(tag, own))
