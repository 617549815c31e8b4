"""Projects on disk, and the command line run as a process, as a user runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

TITLE_ONLY = "title: A first idea\n"


def project(folder: Path, **programs: str) -> Path:
    """A project with the programs, by the names of their files."""
    (folder / "content" / "programs").mkdir(parents=True)
    (folder / "content" / "site.yaml").write_text("rmplay: 1\ntitle: Our playbooks\n", encoding="utf-8")
    for name, text in programs.items():
        (folder / "content" / "programs" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def rmplay(*words: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a folder; colors and CI are off unless the environment says otherwise."""
    kept = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR", "CI", "SOURCE_DATE_EPOCH")}
    return subprocess.run([sys.executable, "-m", "rmplay", *map(str, words)], cwd=cwd, env=kept | environment,
                          capture_output=True, text=True, encoding="utf-8", timeout=120, check=False)


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path with `/`."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
