"""The wheel works in an empty folder, with everything it needs inside."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from support.machine import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built without the network."""
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, ROOT], check=True,
                   capture_output=True, timeout=300)
    return next(out.glob("*.whl"))


def test_content_and_themes_travel_in_the_wheel(wheel: Path) -> None:
    """Every shipped file of the checkout is in it, and no test."""
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {f"rmplay/_shipped/{path.relative_to(ROOT).as_posix()}" for folder in ("content", "themes")
              for path in (ROOT / folder).rglob("*") if path.is_file()}
    assert len(wanted) > 10
    assert wanted <= names
    assert not [name for name in names if name.startswith(("tests/", "site/"))]


def test_installed_wheel_makes_a_site_in_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    """Installed into an environment of its own, with the dependencies that this one has."""
    environment = tmp_path / "env"
    venv.EnvBuilder(with_pip=False, symlinks=True).create(environment)
    python = environment / "bin" / "python"
    packages = subprocess.run([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], check=True,
                              capture_output=True, text=True).stdout.strip()
    zipfile.ZipFile(wheel).extractall(packages)
    ours = [p for p in sys.path if p.endswith("site-packages")]
    (Path(packages) / "dependencies.pth").write_text("\n".join(ours))
    empty = tmp_path / "empty"
    empty.mkdir()

    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([python, *words], cwd=empty, env=clean, capture_output=True, text=True, timeout=120)

    for words in (["new", "mine"], ["lint", "mine", "--profile", "draft"], ["build", "mine"]):
        done = run("-m", "rmplay", *words)
        assert done.returncode == 0, done.stdout + done.stderr
    done = run("-m", "rmplay", "lint", "mine", "--profile", "publishable", "-f", "json")
    assert done.returncode == 1, done.stdout + done.stderr
    assert {found["rule"] for file in json.loads(done.stdout)["files"] for found in file["findings"]} == {"example-address"}
    assert str(environment) in run("-c", "import rmplay; print(rmplay.__file__)").stdout
    assert len(list((empty / "mine" / "site").glob("*/index.html"))) == 1
