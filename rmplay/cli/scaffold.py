"""`rmplay new`: a project that works from the first minute, made of a shipped playbook."""

from __future__ import annotations

import json
from pathlib import Path

from ..definition.schema import schema_of
from ..shipped import shipped

SITE = """\
rmplay: 1
title: Mentoring playbooks
summary: How we mentor each other, and the sheets for every meeting.

# These are the defaults. Take the # away in front of a line to change it.
# language: en
# theme: default
# footer: For use inside the organization.
# lint:
#   profile: draft        # or publishable, when everything must be written
"""
SCHEMA_LINE = "# yaml-language-server: $schema={}\n"


class NotEmpty(Exception):
    """The folder has files already; the message says what to do."""


def scaffold(folder: Path, playbook: str = "digital-fluency") -> list[Path]:
    """Write a project into a new or empty folder; the files in the order in which they are to be read."""
    if folder.exists() and (not folder.is_dir() or any(not path.name.startswith(".") for path in folder.iterdir())):
        raise NotEmpty(f"{folder} has something in it already. Choose a new name: rmplay new my-program")
    program = (shipped("content") / "programs" / f"{playbook}.yaml").read_text(encoding="utf-8")
    content = folder / "content"
    files = {
        content / "schema" / "program.json": json.dumps(schema_of("program"), indent=1) + "\n",
        content / "schema" / "site.json": json.dumps(schema_of("site"), indent=1) + "\n",
        content / "site.yaml": SCHEMA_LINE.format("schema/site.json") + SITE,
        content / "programs" / f"{playbook}.yaml": SCHEMA_LINE.format("../schema/program.json") + program,
    }
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return list(files)
