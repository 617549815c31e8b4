"""Colors and whether a text in them can be read: contrast as WCAG 2.2 computes it, and the nearest color that has it.

Source: WCAG 2.2, relative luminance and contrast ratio; 4.5 for text (1.4.3), 3 for borders and signs (1.4.11).
"""

from __future__ import annotations

import colorsys
from collections.abc import Callable

from ..patterns import pattern
from ..values import NamedTuple

READABLE = 4.5
_WRITTEN = pattern(r"#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})\Z")


class Color(NamedTuple):
    """A color of the screen: red, green and blue from 0 to 255."""

    red: int
    green: int
    blue: int

    def __str__(self) -> str:
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"


WHITE, NIGHT = Color(255, 255, 255), Color(0x11, 0x16, 0x1D)


def color_of(text: str) -> Color | None:
    """The color that is written as #1c4f8f or #148, with or without the sign in front; None for anything else."""
    found = _WRITTEN.match(text.strip())
    if not found:
        return None
    digits = found[1] if len(found[1]) == 6 else "".join(d * 2 for d in found[1])
    return Color(*(int(digits[i:i + 2], 16) for i in (0, 2, 4)))


def luminance(color: Color) -> float:
    """The relative luminance of a color, from 0 for black to 1 for white."""
    parts = [c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in color]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: Color, other: Color) -> float:
    """The contrast of two colors, from 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def mixed(color: Color, ground: Color, share: float) -> Color:
    """A wash: `share` of the color laid over the ground."""
    return Color(*(round(c * share + g * (1 - share)) for c, g in zip(color, ground, strict=True)))


def wash(color: Color, ground: Color) -> Color:
    """The pale ground that goes with a color, on white paper or at night."""
    return mixed(color, ground, 0.1 if ground == WHITE else 0.18)


def is_readable(color: Color, ground: Color) -> bool:
    """Whether text in the color can be read on the ground and on its own wash."""
    return min(contrast(color, ground), contrast(color, wash(color, ground))) >= READABLE


def nearest_readable(color: Color, ground: Color) -> Color:
    """The color itself if it can be read on the ground, else the nearest one of the same hue that can."""
    hue, light, saturation = colorsys.rgb_to_hls(*(c / 255 for c in color))

    def lit(step: int) -> Color:
        toward = 0.0 if ground == WHITE else 1.0
        parts = colorsys.hls_to_rgb(hue, light + (toward - light) * step / 512, saturation)
        return Color(*(round(p * 255) for p in parts))

    return color if is_readable(color, ground) else _first(lit, lambda c: is_readable(c, ground))


def _first(lit: Callable[[int], Color], fits: Callable[[Color], bool]) -> Color:
    return next(found for found in map(lit, range(513)) if fits(found))
