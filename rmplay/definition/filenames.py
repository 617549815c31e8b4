"""What the name of a file says: whether it may be a translation, of which files, and into which language."""

from __future__ import annotations

from ..patterns import pattern
from ..values import NamedTuple
from .languages import is_language

_NAME = pattern(r"(?P<stem>.+)\.(?P<language>[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)(?P<end>\.ya?ml)\Z")


class Name(NamedTuple):
    """What the name of a translation says: the files that it may be of, and its language."""

    originals: tuple[str, str]
    language: str


def named(name: str) -> Name | None:
    """What the name of a file says, if it is one that a translation can have, such as `digital-fluency.de.yaml`."""
    match = _NAME.match(name)
    if not match or not is_language(match["language"]):
        return None
    return Name((f"{match['stem']}.yaml", f"{match['stem']}.yml"), match["language"])


def name_for(original: str, language: str) -> str:
    """The name of the translation of a file."""
    stem, _, end = original.rpartition(".")
    return f"{stem}.{language}.{end}"
