"""The first quarter of an hour: a new project, another program, another entry; whatever the folder looks like."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from rmplay.build.lint import lint
from rmplay.build.project import open_project
from rmplay.cli.new import typed_path
from rmplay.cli.scaffold import STARTER, playbooks, program_text
from rmplay.lint.engine import TRANSLATION
from support.project import TITLE_ONLY, files, project, rmplay

PLAYBOOKS = [one.name for one in playbooks()]


def findings(folder: Path, *words: str) -> list[dict]:
    """What the linter says about a project at the stricter profile."""
    done = rmplay("lint", "--profile", "publishable", "-f", "json", *words, cwd=folder)
    return [finding for file in json.loads(done.stdout)["files"] for finding in file["findings"]]


@pytest.mark.parametrize("playbook", PLAYBOOKS)
def test_a_new_project_only_wants_addresses_of_its_own(tmp_path: Path, playbook: str) -> None:
    """From nothing to a clean draft; what is to be replaced before it is published is said, and nothing else."""
    made = rmplay("new", "my-program", "--from", playbook, cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    folder = tmp_path / "my-program"
    assert rmplay("lint", cwd=folder).returncode == 0
    assert {finding["rule"] for finding in findings(folder)} == {"example-address"}
    text = (folder / "content" / "programs" / f"{playbook}.yaml").read_text(encoding="utf-8")
    assert re.search(r"^status: draft\b", text, re.M) and "example.org" not in text
    for file in sorted((folder / "content").rglob("*.yaml")):
        reference = file.read_text(encoding="utf-8").split("\n")[0].removeprefix("# yaml-language-server: $schema=")
        assert json.loads((file.parent / reference).read_text(encoding="utf-8"))["properties"]["title"]


def test_a_new_project_builds_and_says_how_to_go_on(tmp_path: Path) -> None:
    """The commands that are printed can be typed as they stand."""
    made = rmplay("new", "my program", cwd=tmp_path)
    lines = [shlex.split(line) for line in made.stdout.split("Then type:\n")[1].splitlines()]
    assert lines == [["cd", "my program"], ["rmplay", "lint"], ["rmplay", "build"]]
    folder = tmp_path / "my program"
    assert rmplay("build", cwd=folder).returncode == 0
    assert (folder / "site" / "index.html").is_file()


def test_translations_come_along_on_request(tmp_path: Path) -> None:
    """Without the texts that the new project does not have, so that nothing is to be said about them."""
    asked = rmplay("new", "mine", "--from", "digital-fluency", "--with-translations", cwd=tmp_path)
    assert asked.returncode == 0, asked.stderr
    found = lint(open_project((), tmp_path / "mine"))
    assert {file.name.rpartition("/")[2] for file in found if file.kind == TRANSLATION} == {
        "digital-fluency.de.yaml", "house.de.yaml", "site.de.yaml"}
    assert {f.rule.id for file in found for f in file.findings} == {"example-address"}
    assert rmplay("new", "plain", "--from", "digital-fluency", cwd=tmp_path).stdout.count("--with-translations") == 1
    assert not list((tmp_path / "plain").rglob("*.de.yaml"))
    refused = rmplay("new", "none", "--from", "minimal", "--with-translations", cwd=tmp_path)
    assert refused.returncode == 2 and "digital-fluency" in refused.stderr and not (tmp_path / "none").exists()


def test_the_starter_is_short_enough_to_be_read() -> None:
    """It is complete, and less than half of the shortest complete playbook."""
    lines = {one.name: one.lines for one in playbooks()}
    assert lines[STARTER] < 1000
    assert [one.name for one in playbooks()][0] == STARTER


def test_the_list_describes_every_playbook(tmp_path: Path) -> None:
    """Name, direction, length and summary of each."""
    told = rmplay("new", "--list", cwd=tmp_path).stdout
    for one in playbooks():
        assert f"{one.name}  ({one.kind}, {one.lines:,} lines" in told and one.title in told
    assert rmplay("new", "x", "--from", "minimul", cwd=tmp_path).stderr.count("minimal") == 1


def test_a_history_of_the_example_is_no_history_of_mine() -> None:
    """What has happened to a shipped playbook is left out; everything else of it stays, comments included."""
    text = program_text("digital-fluency", "mine", 'My "own": title')
    assert not re.search(r"^changes:|^  last:", text, re.M)
    assert re.search(r"^id: mine$", text, re.M) and 'title: "My \\"own\\": title"' in text
    assert text.count("# ----") > 3


def test_dot_starts_where_one_is_and_ignores_hidden_files(tmp_path: Path) -> None:
    """An empty checkout is an empty folder."""
    (tmp_path / ".git").mkdir()
    made = rmplay("new", ".", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    assert "cd " not in made.stdout.split("Then type:")[1]
    again = rmplay("new", ".", cwd=tmp_path)
    assert again.returncode == 2 and "rmplay add program" in again.stderr


def test_advice_is_only_given_where_it_works(tmp_path: Path) -> None:
    """What is to be typed is not refused when it is typed."""
    empty, full = tmp_path / "empty", tmp_path / "full"
    empty.mkdir()
    full.mkdir()
    (full / "notes.txt").write_text("x")
    for folder in (empty, full):
        said = rmplay("lint", cwd=folder).stderr
        command = re.search(r"`(rmplay new [^`]+)`", said)[1]
        assert rmplay(*command.split()[1:], cwd=folder).returncode == 0, said


def test_new_does_not_touch_a_folder_in_use(tmp_path: Path) -> None:
    """A start in a folder with files is refused, with what to type."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("x")
    done = rmplay("new", "mine", cwd=tmp_path)
    assert done.returncode == 2 and "rmplay new my-program" in done.stderr
    assert files(tmp_path) == {"mine/notes.txt": b"x"}


def test_a_path_is_shown_as_it_is_typed() -> None:
    """Quotes where a shell needs them, and only there."""
    assert [typed_path(Path(name)) for name in ("plain", "two words")] == ["plain", '"two words"']


@pytest.mark.parametrize("kind", ["goal", "session", "risk", "instrument"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_entry_is_added_and_all_else_stays(tmp_path: Path, kind: str, end: str) -> None:
    """Twice in a row: every line of before is still there in its order, line ends too, and nothing is invalid."""
    folder = project(tmp_path)
    path = folder / "content" / "programs" / "mine.yaml"
    before = program_text(STARTER).replace("\n", end).rstrip().encode()
    path.write_bytes(before)
    for _ in range(2):
        shown = rmplay("add", kind, "--dry-run", cwd=folder)
        assert shown.returncode == 0 and "+  - id: new-" in shown.stdout.replace("+    - id", "+  - id")
        done = rmplay("add", kind, "mine", cwd=folder)
        assert done.returncode == 0, done.stderr
    after = path.read_bytes()
    rest = iter(after.decode().split(end))
    assert all(any(line == other for other in rest) for line in before.decode().split(end))
    assert after.count(b"\r\n") == after.count(b"\n") * (end == "\r\n")
    assert [f for f in findings(folder) if f["class"] == "invalid" and f["rule"] not in ("session-after-end",)] == []


@pytest.mark.parametrize("kind", ["goal", "session", "risk", "instrument"])
def test_an_entry_brings_its_section_along(tmp_path: Path, kind: str) -> None:
    """A title alone grows by one command, and stays what rmplay can read."""
    folder = project(tmp_path, idea=TITLE_ONLY)
    done = rmplay("add", kind, cwd=folder)
    assert done.returncode == 0, done.stderr
    assert [f for f in findings(folder) if f["class"] == "invalid"] == []


def test_a_list_in_brackets_is_left_alone(tmp_path: Path) -> None:
    """What cannot be done is said, and the file is as it was."""
    folder = project(tmp_path, idea="title: A b\ngoals: [{statement: One}]\n")
    before = files(folder)
    done = rmplay("add", "goal", cwd=folder)
    assert done.returncode == 2 and "brackets" in done.stderr
    assert files(folder) == before


def test_a_program_is_added_to_a_project(tmp_path: Path) -> None:
    """With an id and a title of its own; a second one of the same name is refused."""
    folder = project(tmp_path, idea=TITLE_ONLY)
    assert rmplay("add", "program", "Sales onboarding", cwd=folder).returncode == 0
    text = (folder / "content" / "programs" / "sales-onboarding.yaml").read_text(encoding="utf-8")
    assert "\nid: sales-onboarding\n" in text and '\ntitle: "Sales onboarding"\n' in text
    assert rmplay("add", "program", "Sales onboarding", cwd=folder).returncode == 2
    assert rmplay("add", "goal", cwd=folder).returncode == 2  # of which program?


# ---- fixes on disk ---------------------------------------------------------------------------------------------------

MISTAKES = "title: Digital: fluency  # a comment\r\nkind: Reverse\r\n"


def test_diff_shows_and_fix_writes(tmp_path: Path) -> None:
    """The first changes nothing on disk and ends with 1; the second mends, and the next has nothing to do."""
    (tmp_path / "p.yaml").write_bytes(MISTAKES.encode())
    shown = rmplay("lint", "p.yaml", "--diff", cwd=tmp_path)
    assert shown.returncode == 1 and '+title: "Digital: fluency"  # a comment' in shown.stdout
    assert (tmp_path / "p.yaml").read_bytes() == MISTAKES.encode()
    done = rmplay("lint", "p.yaml", "--fix", cwd=tmp_path)
    assert done.returncode == 0 and "2 findings mended (colon-in-text, unknown-choice)" in done.stderr
    assert (tmp_path / "p.yaml").read_bytes() == b'title: "Digital: fluency"  # a comment\r\nkind: reverse\r\n'
    assert rmplay("lint", "p.yaml", "--diff", cwd=tmp_path).returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["p.yaml"]


def test_fix_mends_what_is_chosen_and_the_standard_input(tmp_path: Path) -> None:
    """`--select` chooses what is mended as well; the text of `-` is printed as it is when mended, its report beside it."""
    path = tmp_path / "p.yaml"
    path.write_bytes(MISTAKES.encode())
    shown = rmplay("lint", "p.yaml", "--diff", "--select", "unknown-choice", cwd=tmp_path)
    assert [line for line in shown.stdout.splitlines() if line[0] in "+-"][2:] == ["-kind: Reverse", "+kind: reverse"]
    with path.open("rb") as file:
        piped = subprocess.run([sys.executable, "-m", "rmplay", "lint", "-", "--fix", "--select", "colon-in-text"],
                               stdin=file, capture_output=True, cwd=tmp_path, check=False)
    assert piped.stdout == b'title: "Digital: fluency"  # a comment\r\nkind: Reverse\r\n'
    assert (piped.returncode, b"unknown-choice" in piped.stderr, path.read_bytes()) == (1, True, MISTAKES.encode())


def test_a_link_out_of_the_project_is_not_followed(tmp_path: Path) -> None:
    """What lies elsewhere belongs to somebody else."""
    folder = project(tmp_path / "mine", idea=TITLE_ONLY)
    (tmp_path / "theirs.yaml").write_bytes(MISTAKES.encode())
    try:
        (folder / "content" / "programs" / "linked.yaml").symlink_to(tmp_path / "theirs.yaml")
    except OSError:
        pytest.skip("no links on this system")
    done = rmplay("lint", "--fix", cwd=folder)
    assert done.returncode == 1 and "outside of this project" in done.stderr
    assert (tmp_path / "theirs.yaml").read_bytes() == MISTAKES.encode()


def test_findings_say_which_option_mends_them(tmp_path: Path) -> None:
    """At each finding, and once at the end."""
    (tmp_path / "p.yaml").write_bytes(MISTAKES.encode() + b"sumary: Some words\n")
    told = rmplay("lint", "p.yaml", cwd=tmp_path).stdout
    assert "colon-in-text [--fix]" in told and "unknown-key [--unsafe-fixes]" in told
    assert "2 can be mended by `rmplay lint --fix`" in told


@pytest.mark.parametrize("words", [["--unsafe-fixes"], ["--fix", "--diff"]])
def test_one_of_fix_and_diff(tmp_path: Path, words: list[str]) -> None:
    """Shown or written, and said which."""
    (tmp_path / "p.yaml").write_bytes(MISTAKES.encode())
    assert rmplay("lint", "p.yaml", *words, cwd=tmp_path).returncode == 2
