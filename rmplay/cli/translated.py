"""The translations that come with a shipped playbook, made fit for the project that `rmplay new` writes."""

from __future__ import annotations

from pathlib import Path

from ..definition.edits import typed
from ..definition.load import original, overlay_of, text_of
from ..definition.skeleton import translated_site
from ..definition.translate import dropped
from ..definition.filenames import named
from ..definition.translation import compared
from ..shipped import shipped
from .scaffold import as_yours, schema_line


def translations_of(playbook: str) -> dict[str, Path]:
    """The translations of a shipped playbook by their languages."""
    from ..build.beside import beside
    path = shipped("content") / "programs" / f"{playbook}.yaml"
    return {named(one.name).language: one for one in beside(path)} if path.is_file() else {}


def translated_files(playbook: str, files: dict[Path, str], content: Path) -> dict[Path, str]:
    """The translations of the files that a project has in `content`, by the paths on which they belong."""
    found = {}
    for language, path in translations_of(playbook).items():
        house = shipped("content") / f"house.{language}.yaml"
        found[content / f"site.{language}.yaml"] = schema_line("schema/translation.json") + translated_site(language)
        found[content / house.name] = _fit(house, files[content / "house.yaml"], "")
        found[content / "programs" / path.name] = _fit(path, files[content / "programs" / f"{playbook}.yaml"], "../")
    return found


def _fit(path: Path, of: str, up: str) -> str:
    """A translation without the texts that its original has lost."""
    text = text_of(as_yours(path.read_text(encoding="utf-8")).encode("utf-8"), path.name)
    seen = compared(original(text_of(of.encode("utf-8"), "")).texts(), overlay_of(text).loaded.record)
    file = typed(text.source.text.encode("utf-8"))
    edits = [dropped(text.source, entry) for entry in (*seen.gone, *(one.entry for one in seen.changed))]
    return schema_line(f"{up}schema/translation.json") + file.changed(file.changes(edits)).text
