"""What this machine has, and what happens when something is missing."""

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

ROOT = Path(__file__).resolve().parents[2]
NODE_MODULES = ROOT / "tests" / "node" / "node_modules"


def in_ci() -> bool:
    """Whether nobody looks on, so that nothing may be left out quietly."""
    return os.environ.get("CI", "").lower() not in {"", "0", "false"}


def unavailable(reason: str) -> NoReturn:
    """End the test for want of a tool: skipped for a person, with the reason's first line; failed in CI, with all of it."""
    if in_ci():
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason.partition("\n")[0])


def program(*names: str) -> str:
    """The path of the first of these commands that is installed."""
    for name in names:
        if found := shutil.which(name):
            return found
    unavailable(f"not installed: {' or '.join(names)} (tools/setup-test-machine tells how)")


def npm_file(path: str) -> Path:
    """A file of an npm package, by its path below node_modules."""
    file = NODE_MODULES / path
    if not file.is_file():
        unavailable(f"not installed: npm package {path.partition('/')[0]} (run tools/setup-test-machine)")
    return file


def programs(folder: str = "content") -> list[Path]:
    """The definitions in a folder such as `content`, without their translations."""
    return sorted(path for path in ROOT.glob(f"{folder}/programs/*.yaml") if "." not in path.stem)
