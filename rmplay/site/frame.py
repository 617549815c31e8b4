"""What stands around every page: where the top of the site is, its address on the web, the brand, and the code to scan."""

from __future__ import annotations

import io
from typing import Any

from markupsafe import Markup

from ..definition.model import Site
from . import brand
from .languages import Elsewhere
from .links import address, relative
from .plan import HOME, index_beside

LOST = "404.html"


def frame(site: Site, path: str, home: str = HOME, known: tuple[Elsewhere, ...] = ()) -> dict[str, Any]:
    """What the frame of a page may show; `home` is the path of the home page in its language, `known` says where the page
    is in each language that it is in, itself included.

    The page for wrong addresses is shown at any depth, so its links are absolute.
    """
    root = relative(HOME, path).removesuffix(HOME)
    if path == LOST and site.base_url:
        from urllib.parse import urlsplit
        root = urlsplit(site.base_url).path.rstrip("/") + "/"
    logo, icon = brand.logo(site), brand.icon(site)
    share = address(site, logo) if logo and not logo.endswith(".svg") else ""
    return {"site": site, "root": root, "home": relative(home, path) if path != LOST else root + home,
            "index": index_beside(home), "languages": known, "url": address(site, path) if path != LOST else "", "logo": logo,
            "icon": icon or "assets/mark.svg", "share": share, "branded": brand.is_styled(site)}


def code(url: str) -> Markup:
    """A QR code of an address, as a drawing that prints without backgrounds; nothing for no address."""
    if not url:
        return Markup("")
    import segno
    made = io.BytesIO()
    segno.make(url, error="m", micro=False).save(made, kind="svg", xmldecl=False, svgns=False, omitsize=True, border=2,
                                                 svgclass=None, lineclass=None, nl=False)
    return Markup(made.getvalue().decode())
