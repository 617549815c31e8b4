"""The brand of an organization, from `site.yaml`: checked where it is written, and made into a style of its own.

A color that cannot be read is a finding with the nearest one that can; the colors for dark screens follow from it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath, PureWindowsPath

from ..definition.model import Brand, Site
from ..definition.source import Source
from ..finding import Edit, Finding
from . import rules
from .color import NIGHT, WHITE, Color, color_of, contrast, nearest_readable, wash

PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".webp")
ICONS = (".svg", ".png", ".ico")
FONTS = {".woff2": "woff2", ".woff": "woff", ".ttf": "truetype", ".otf": "opentype"}
_FILES = {"logo": PICTURES, "icon": ICONS, "font": tuple(FONTS), "bold_font": tuple(FONTS),
          "heading_font": tuple(FONTS)}
_COLORS = {"color": ("pen", "#1c4f8f"), "second_color": ("ochre", "#8a5200")}


def check(site: Site, source: Source, content: Path | None) -> list[Finding]:
    """What is wrong with the address and the brand of a site; `content` is the folder of `site.yaml`, if it has one."""
    found = list(_address(site))
    if site.brand:
        found += [finding for name in _COLORS for finding in _color(site.brand, name, source)]
        found += [finding for name in _FILES for finding in _file(site.brand, name, content)]
    return found


def _address(site: Site) -> Iterable[Finding]:
    if site.base_url is None:
        return
    from urllib.parse import urlsplit
    parts = urlsplit(site.base_url)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment or " " in parts.geturl():
        yield rules.SITE_ADDRESS.at(site.at("base_url"), f'"{site.base_url}" is not the address of a site.',
                                    "Type the whole address, such as: base_url: https://example.org/playbooks/",
                                    path="base_url")


def _color(brand: Brand, name: str, source: Source) -> Iterable[Finding]:
    written, path = getattr(brand, name), brand.path(name)
    if written is None:
        yield from _cut(brand, name, source)
        return
    color = color_of(written)
    if color is None:
        yield rules.NOT_A_COLOR.at(brand.at(name), f'"{written}" is not a color that can be read here.',
                                   f'Write it with six digits, in quotes, such as: {name}: "{_COLORS[name][1]}"', path=path)
    elif (better := nearest_readable(color, WHITE)) != color:
        span = brand.at(name)
        yield rules.UNREADABLE_COLOR.at(
            span, f"Text in {color} has a contrast of {contrast(color, WHITE):.1f} to 1 on white; it takes "
            "4.5 to be read.", f'Type the nearest one that can be read: {name}: "{better}"', path=path,
            edits=(Edit(span, f'"{better}"'),))


def _cut(brand: Brand, name: str, source: Source) -> Iterable[Finding]:
    """A color of which the reader saw nothing, since its # began a comment."""
    entry = brand.origin.node.entry(name)
    if entry is None or not entry.value.is_empty:
        return
    rest = source.lines[entry.key.span.line - 1][entry.key.span.end_column:].strip()
    if rest.startswith("#"):
        typed = f'"{color_of(rest) or _COLORS[name][1]}"'
        yield rules.COLOR_CUT_AT_HASH.at(
            entry.key.span, "Nothing is left of this color: what stands behind # is taken for a comment.",
            f"Put it in double quotes: {name}: {typed}", path=brand.path(name))


def _file(brand: Brand, name: str, content: Path | None) -> Iterable[Finding]:
    written = getattr(brand, name)
    if written is None:
        return
    span, path = brand.at(name), brand.path(name)
    if not _is_inside(written, content):
        yield rules.FILE_OUTSIDE.at(span, f'"{written}" leads out of the folder of site.yaml.',
                                    f"Copy the file beside site.yaml and type: {name}: {PureWindowsPath(written).name}",
                                    path=path)
    elif not written.lower().endswith(_FILES[name]):
        yield rules.FILE_TYPE.at(span, f'"{PurePosixPath(written).name}" is not a file that can be used here.',
                                 f"Use a file that ends in {', '.join(_FILES[name])}.", path=path)
    elif content is None or not (content / written).is_file():
        yield rules.MISSING_FILE.at(span, f'There is no file "{written}" beside site.yaml.',
                                    "Put the file there, or type the path on which it is, from site.yaml on.", path=path)


def _is_inside(written: str, content: Path | None) -> bool:
    """Whether a path leads to something in the folder, also when links are followed."""
    pure = PurePosixPath(written)
    if pure.is_absolute() or ".." in pure.parts or "\\" in written or ":" in written:
        return False
    return content is None or (content / written).resolve().is_relative_to(content.resolve())


# ---- what pages take from it ----------------------------------------------------------------------------------------

def logo(site: Site) -> str:
    """The path of the logo in the site, or nothing."""
    return _placed(site, "logo")


def icon(site: Site) -> str:
    """The path of the picture for the tab of a browser, or nothing."""
    return _placed(site, "icon")


def _placed(site: Site, name: str) -> str:
    written = getattr(site.brand, name) if site.brand else None
    return f"assets/brand/{PurePosixPath(written).name}" if written else ""


def files(site: Site, content: Path | None) -> dict[str, bytes]:
    """The files of the brand by their path in the site, its style among them. The settings must be without findings."""
    found = {}
    if site.brand and content:
        found = {_placed(site, name): (content / written).read_bytes() for name in _FILES
                 if (written := getattr(site.brand, name))}
    return found | ({"assets/brand.css": style(site).encode()} if is_styled(site) else {})


def is_styled(site: Site) -> bool:
    """Whether the brand changes how pages look."""
    brand = site.brand
    return bool(brand and (brand.color or brand.second_color or brand.font or brand.bold_font or brand.heading_font))


def style(site: Site) -> str:
    """The tokens of the theme that the brand sets, for light and dark screens, and its fonts.

    Paper keeps the colors of the theme, which are made for a printer without color.
    """
    colors = {token: color_of(written) for name, (token, _) in _COLORS.items()
              if (written := getattr(site.brand, name))}
    rules_of = ["/* Made from content/site.yaml. */"]
    for ground, media in ((WHITE, "screen"), (NIGHT, "screen and (prefers-color-scheme: dark)")):
        lines = "".join(_tokens(token, nearest_readable(color, ground), ground) for token, color in colors.items())
        rules_of += [f"@media {media} {{\n  :root {{\n{lines}  }}\n}}"] if lines else []
    return "\n".join([*_fonts(site), *rules_of]) + "\n"


def _tokens(token: str, color: Color, ground: Color) -> str:
    return f"    --{token}: {color}; --{token}-wash: {wash(color, ground)};\n"


def _fonts(site: Site) -> Iterable[str]:
    """The faces of the brand's fonts, and the tokens that name them."""
    brand, families = site.brand, {}
    for name, family, token, weight in (("font", "Brand Text", "sans", 400), ("bold_font", "Brand Text", "sans", 600),
                                        ("heading_font", "Brand Headings", "serif", 600)):
        if written := getattr(brand, name):
            path = PurePosixPath(written)
            yield (f'@font-face {{ font-family: "{family}"; src: url("brand/{path.name}") '
                   f'format("{FONTS[path.suffix.lower()]}"); font-weight: {weight}; font-display: swap; }}')
            families[token] = family
    if families:
        fallback = {"sans": "system-ui, sans-serif", "serif": "Georgia, serif"}
        yield ":root { " + " ".join(f'--{token}: "{family}", {fallback[token]};' for token, family in families.items()) + " }"
