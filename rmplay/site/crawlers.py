"""What machines that walk through a site ask for: robots.txt, and a map of the pages where the address is known."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from ..definition.model import Site
from .frame import LOST
from .links import address
from .render import Artifact

_UNLISTED = "# Every page asks not to be listed. Crawlers have to be able to read a page to find that out.\n"
_SITEMAP = ('<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
            "{}</urlset>\n")


def for_crawlers(site: Site, paths: Iterable[str]) -> list[Artifact]:
    """robots.txt and, for a site with an address, sitemap.xml; `paths` are those of all files."""
    robots = ("" if site.search_engines else _UNLISTED) + "User-agent: *\nDisallow:\n"
    if not site.base_url:
        return [Artifact("robots.txt", robots.encode())]
    robots += f"Sitemap: {address(site, 'sitemap.xml')}\n"
    pages = sorted(path for path in paths if path.endswith(".html") and path != LOST)
    listed = "".join(f"<url><loc>{escape(address(site, path))}</loc></url>\n" for path in pages)
    return [Artifact("robots.txt", robots.encode()), Artifact("sitemap.xml", _SITEMAP.format(listed).encode())]
