"""What is to be said about a language in which pages are made and for which the theme has no words, or not all of them."""

from __future__ import annotations

from ..finding import Finding, Span
from ..values import NamedTuple
from .translation_rules import MISSING_WORDS


class Gap(NamedTuple):
    """A language of pages without words, where there are words for those `known`.

    If a file of the project has some, it is `file`, and `lacking` of its `count` texts have none.
    """

    tag: str
    known: tuple[str, ...]
    file: str = ""
    lacking: int = 0
    count: int = 0

    def told(self, span: Span) -> Finding:
        """The finding, at the place where the language is named."""
        if self.file:
            lacking = self.lacking if self.lacking < self.count else "All"
            return MISSING_WORDS.at(
                span, f'{lacking} of the {self.count} texts that pages have around yours are not translated into '
                f'"{self.tag}" yet; they stay English.', f"Type the words into {self.file}, each behind its msgstr.",
                path="language")
        return MISSING_WORDS.at(
            span, f'There are no words for pages in "{self.tag}": headings, buttons and dates around your texts stay English.',
            f"Type in the folder of the project: rmplay theme words {self.wanted}. Then type the words into the file that it "
            f"writes; docs/translating.md says how. Words are there for {' and '.join(self.known)}.", path="language")

    @property
    def wanted(self) -> str:
        """The language of the file that serves every region; where there is a script, words for the tag alone are found."""
        parts = self.tag.split("-")
        return self.tag if any(len(part) == 4 for part in parts) else parts[0].lower()
