"""Where teams work: the hook, the action and the job are valid by their schemas, and do offline what they say."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from support.machine import ROOT
from support.project import project, rmplay

BROKEN = "title: An idea\nkind: backwards\n"


@pytest.mark.parametrize(("schema", "path"), [
    ("vendor.github-actions", "action.yml"), ("vendor.github-workflows", "docs/ci/github.yml"),
    ("vendor.gitlab-ci", "docs/ci/gitlab.yml")])
def test_files_are_valid_by_their_schemas(schema: str, path: str) -> None:
    """The schemas come with the checker, so nothing is fetched."""
    done = subprocess.run([sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, ROOT / path],
                          capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_hook_is_valid_and_runs(tmp_path: Path) -> None:
    """By the hook runner's own validator; its command exists, and its pattern takes definitions only."""
    path = ROOT / ".pre-commit-hooks.yaml"
    done = subprocess.run([sys.executable, "-m", "pre_commit", "validate-manifest", path], capture_output=True, text=True,
                          timeout=60, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    hook, = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert [bool(re.search(hook["files"], name)) for name in (
        "content/site.yaml", "docs/content/programs/a.yml", "content.yaml", "src/x.yaml")] == [True, True, False, False]
    words = shlex.split(hook["entry"])
    assert words[0] == "rmplay"
    assert rmplay(*words[1:], cwd=project(tmp_path, idea=BROKEN)).returncode == 1


def _shell(script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a script as the runner does, with an `rmplay` on the path."""
    shim = folder / "bin" / "rmplay"
    shim.parent.mkdir()
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m rmplay "$@"\n', encoding="utf-8")
    shim.chmod(0o755)
    return subprocess.run(["bash", "-e", "-o", "pipefail", "-c", script], cwd=folder, capture_output=True, text=True,
                          timeout=120, check=False, env={**os.environ, "PATH": f"{shim.parent}:{os.environ['PATH']}",
                                                         **environment})


@pytest.mark.parametrize(("text", "status"), [(BROKEN, 1), ("title: An idea\n", 0)])
def test_the_action_marks_lines_and_sums_up(text: str, status: int, tmp_path: Path) -> None:
    """Annotations in the log, a table in the summary, a SARIF file for the next step, and the status of the check."""
    folder = project(tmp_path, idea=text)
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    step = next(step for step in action["runs"]["steps"] if step.get("id") == "lint")
    done = _shell(step["run"], folder, PLACES="", ARGUMENTS="--fail-on error", RUNNER_TEMP=str(tmp_path),
                  GITHUB_OUTPUT=str(tmp_path / "output"), GITHUB_STEP_SUMMARY=str(tmp_path / "summary"))
    assert done.returncode == status, done.stderr
    assert ("::error title=unknown-choice,file=content/programs/idea.yaml,line=2" in done.stdout) == bool(status)
    assert "| Level | Where |" in (tmp_path / "summary").read_text(encoding="utf-8")
    assert (tmp_path / "output").read_text(encoding="utf-8") == f"sarif={tmp_path}/rmplay.sarif\n"
    assert '"version": "2.1.0"' in (tmp_path / "rmplay.sarif").read_text(encoding="utf-8")


def test_the_job_for_gitlab_leaves_both_reports(tmp_path: Path) -> None:
    """Though the check fails; all but the installation is run."""
    job = yaml.safe_load((ROOT / "docs" / "ci" / "gitlab.yml").read_text(encoding="utf-8"))["rmplay"]
    lines = [line for line in job["script"] if not line.startswith("pip ")]
    folder = project(tmp_path, idea=BROKEN)
    assert _shell("\n".join(lines), folder).returncode == 1
    for path in job["artifacts"]["reports"].values():
        assert (folder / path).stat().st_size > 100
