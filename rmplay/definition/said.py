"""A text of a definition as it is said in another language: what the original says there, and whether it is translated.

It is a text like any other. Only where it becomes part of a page and is not translated, signs are put around it that no
text can hold: `BEGIN de THEN a text END`. From them the page makes elements that say the language (`site.languages`).
"""

from __future__ import annotations

from typing import Self

BEGIN, THEN, END, HERE = "\x01", "\x02", "\x03", "\x04"  # no white space to Python, so nothing strips them


class Said(str):
    """A text with its `original`; `language` is the tag of the original where the text is still that, else empty."""

    __slots__ = ("language", "original")

    def __new__(cls, text: str, original: str, language: str = "") -> Self:
        made = super().__new__(cls, text)
        made.original, made.language = original, language
        return made

    def __getnewargs__(self) -> tuple[str, str, str]:
        return str(self), self.original, self.language

    def saying(self, text: str) -> Said:
        """The same with its words set otherwise."""
        return Said(text, self.original, self.language)

    def __html__(self) -> str:
        from markupsafe import escape
        return marked(escape(str(self)), self.language)


def marked(html: str, language: str) -> str:
    """HTML with the signs around it that say its language; as it is if that is empty."""
    return f"{BEGIN}{language}{THEN}{html}{END}" if language else html


def original_of(text: str) -> str:
    """What the original says, whatever language a text is in."""
    return text.original if isinstance(text, Said) else text


def language_of(text: str | None) -> str:
    """The language of a text that is not translated; empty for any other."""
    return text.language if isinstance(text, Said) else ""
