"""The Nu HTML checker, run once over a folder."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from support.machine import npm_file, program


@dataclass(frozen=True)
class Message:
    """What the checker says about one place; `level` is error, info or non-document-error."""

    file: Path
    line: int
    column: int
    level: str
    text: str
    extract: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.level}: {self.text}\n  {self.extract}"


def check(folder: Path) -> list[Message]:
    """Every message about every HTML file below the folder, which has at least one."""
    assert any(folder.rglob("*.html")), f"no HTML file in {folder}"
    jar = npm_file("vnu-jar/build/dist/vnu.jar")
    options = ["--skip-non-html", "--stdout", "--format", "json"]
    command = [program("java"), "-Xss1m", "-jar", str(jar), *options, str(folder)]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert run.stdout, f"the checker said nothing; status {run.returncode}: {run.stderr}"
    return [_message(said, folder) for said in json.loads(run.stdout)["messages"]]


def _message(said: dict, folder: Path) -> Message:
    """One message of the checker's JSON, its file named from the folder on."""
    file = Path(unquote(urlsplit(said.get("url", "")).path))
    if file.is_relative_to(folder.resolve()):
        file = file.relative_to(folder.resolve())
    line = said.get("firstLine", said.get("lastLine", 0))
    column = said.get("firstColumn", said.get("lastColumn", 0))
    return Message(file, line, column, said["type"], said["message"], said.get("extract", ""))
