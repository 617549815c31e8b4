"""The command line as a newcomer meets it: statuses, streams, messages, and never a traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from rmplay.cli.main import COMMANDS
from support.project import TITLE_ONLY, files, project, rmplay

BROKEN = "title: Digital: fluency\nkind: backwards\n"


def test_a_title_alone_builds_and_says_what_is_missing(tmp_path: Path) -> None:
    """The smallest definition there is."""
    folder = project(tmp_path, idea=TITLE_ONLY)
    built = rmplay("build", cwd=folder)
    assert built.returncode == 0, built.stderr
    assert "1 program is not ready to be published yet; `rmplay lint` says why." in built.stderr.splitlines()
    assert "To be written" in (folder / "site" / "a-first-idea" / "index.html").read_text(encoding="utf-8")


def test_an_invalid_definition_leaves_the_old_site_untouched(tmp_path: Path) -> None:
    """The site of before stays, byte for byte, and the status says why."""
    folder = project(tmp_path, idea=TITLE_ONLY)
    assert rmplay("build", cwd=folder).returncode == 0
    before = files(folder / "site")
    (folder / "content" / "programs" / "idea.yaml").write_text(BROKEN, encoding="utf-8")
    done = rmplay("build", cwd=folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert "colon-in-text" in done.stderr and "unknown-choice" in done.stderr
    assert files(folder / "site") == before


def test_a_broken_link_names_the_line_of_the_definition(tmp_path: Path) -> None:
    """A link in a text that leads nowhere stops the build."""
    folder = project(tmp_path, idea=TITLE_ONLY + "summary: See the [guide](mentor-gide).\n")
    done = rmplay("build", cwd=folder)
    assert done.returncode == 1
    assert "content/programs/idea.yaml:2:26: error broken-link" in done.stderr


def test_a_single_mailed_file_works_outside_any_project(tmp_path: Path) -> None:
    """One file, no folder, no settings."""
    (tmp_path / "mailed.yaml").write_text(TITLE_ONLY, encoding="utf-8")
    assert rmplay("lint", "mailed.yaml", cwd=tmp_path).returncode == 0
    built = rmplay("build", "mailed.yaml", "-d", "out", cwd=tmp_path)
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "out" / "a-first-idea" / "index.html").is_file()


def test_profile_publishable_stops_what_is_incomplete(tmp_path: Path) -> None:
    """What may be a draft may not be published."""
    folder = project(tmp_path, idea=TITLE_ONLY)
    assert rmplay("lint", cwd=folder).returncode == 0
    assert rmplay("lint", "--profile", "publishable", cwd=folder).returncode == 1
    assert rmplay("build", "--profile", "publishable", cwd=folder).returncode == 1
    assert not (folder / "site").exists()


@pytest.mark.parametrize("words", [["lint"], ["build"], ["lint", "nowhere.yaml"], ["build", "nowhere"]])
def test_nothing_to_read_is_status_3_with_what_to_type(tmp_path: Path, words: list[str]) -> None:
    """No definition there: a sentence, and no traceback."""
    done = rmplay(*words, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize("words", [["lint", "--format", "nonsense"], ["bild"], ["explain", "agenda-overun"]])
def test_wrong_usage_is_status_2(tmp_path: Path, words: list[str]) -> None:
    """A wrong word in the command."""
    assert rmplay(*words, cwd=tmp_path).returncode == 2


def test_explain_shows_a_rule_and_finds_the_one_that_was_meant(tmp_path: Path) -> None:
    """A rule by its name, and near names for a slip."""
    assert "Why:" in rmplay("explain", "unknown-key", cwd=tmp_path).stdout
    assert "unknown-key" in rmplay("explain", cwd=tmp_path).stdout
    assert "unknown-key" in rmplay("explain", "unknown-keys", cwd=tmp_path).stderr


def test_colors_follow_the_environment(tmp_path: Path) -> None:
    """None in a pipe; FORCE_COLOR asks for them, NO_COLOR has the last word."""
    (tmp_path / "p.yaml").write_text(BROKEN, encoding="utf-8")
    assert "\x1b[" not in rmplay("lint", "p.yaml", cwd=tmp_path).stdout
    assert "\x1b[" in rmplay("lint", "p.yaml", cwd=tmp_path, FORCE_COLOR="1").stdout
    assert "\x1b[" not in rmplay("lint", "p.yaml", cwd=tmp_path, FORCE_COLOR="1", NO_COLOR="1").stdout


def test_json_alone_on_stdout_from_any_folder(tmp_path: Path) -> None:
    """Machines read stdout; a path is told as it was given from there."""
    folder = project(tmp_path, idea=BROKEN)
    one = json.loads(rmplay("lint", "-f", "json", cwd=folder).stdout)
    assert [f["path"] for f in one["files"]] == ["content/site.yaml", "content/programs/idea.yaml"]
    assert rmplay("lint", "-f", "json", cwd=folder).stdout == rmplay("lint", "-f", "json", cwd=folder).stdout


def test_version_and_help(tmp_path: Path) -> None:
    """The first two things anybody types. Each command is told on a line that is not cut off."""
    assert rmplay("--version", cwd=tmp_path).stdout.startswith("rmplay 0.")
    told = rmplay("--help", cwd=tmp_path).stdout
    assert [line.split()[0] for line in told.partition("Commands:\n")[2].splitlines()] == list(COMMANDS)
    assert "..." not in told.partition("Commands:\n")[2] + rmplay("theme", "--help", cwd=tmp_path).stdout.partition("Commands:")[2]


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(tmp_path: Path) -> None:
    """A file where the site should go."""
    folder = project(tmp_path, idea=TITLE_ONLY)
    (folder / "site").mkdir()
    (folder / "site" / "thesis.doc").write_text("mine")
    done = rmplay("build", cwd=folder)
    assert done.returncode == 1
    assert "thesis.doc" in done.stderr and "Traceback" not in done.stderr


def test_two_programs_of_one_id_are_told(tmp_path: Path) -> None:
    """They would overwrite each other's pages."""
    folder = project(tmp_path, a=TITLE_ONLY, b=TITLE_ONLY)
    done = rmplay("build", cwd=folder)
    assert done.returncode == 1
    assert "repeated-program" in done.stderr


def test_a_part_of_a_project_does_not_replace_its_site(tmp_path: Path) -> None:
    """Building one program of several into the site of all would remove the others."""
    folder = project(tmp_path, a=TITLE_ONLY, b="title: Another idea\n")
    assert rmplay("build", cwd=folder).returncode == 0
    before = files(folder / "site")
    done = rmplay("build", "content/programs/a.yaml", cwd=folder)
    assert (done.returncode, files(folder / "site")) == (2, before)
    assert "--site-dir" in done.stderr


@pytest.mark.parametrize("text", ["title: A b\nsessions:\n  - foo\n", "title: A b\nroles:\n  mentor: foo\n",
                                  "title: A b\nrisks: [foo]\n"])
def test_a_text_where_a_group_belongs_is_one_mistake(tmp_path: Path, text: str) -> None:
    """It is told once, and nothing that it hides is called missing."""
    (tmp_path / "p.yaml").write_text(text, encoding="utf-8")
    done = rmplay("lint", "p.yaml", "-f", "json", cwd=tmp_path)
    found = [f["rule"] for f in json.loads(done.stdout)["files"][0]["findings"]]
    assert done.returncode == 1, done.stderr
    assert set(found) <= {"wrong-type", "missing-section", "missing-language", "derived-id"}, found


def test_a_mistyped_command_names_the_nearest(tmp_path: Path) -> None:
    """Nobody has to look up what it is called."""
    done = rmplay("lnit", cwd=tmp_path)
    assert done.returncode == 2 and "Did you mean lint?" in done.stderr


def test_serve_ends_where_there_is_no_project(tmp_path: Path) -> None:
    """It does not wait for something that is not there."""
    done = rmplay("serve", cwd=tmp_path)
    assert done.returncode == 3 and "rmplay new" in done.stderr


def test_why_takes_the_path_of_a_page_as_its_address_shows_it(tmp_path: Path) -> None:
    """With the folder of the site or without; a page that there is not is a wrong path."""
    rmplay("new", "p", cwd=tmp_path)
    rmplay("build", cwd=tmp_path / "p")
    for path in ("site/everyday-tools/index.html", "everyday-tools/index.html"):
        done = rmplay("build", "--why", path, cwd=tmp_path / "p")
        assert done.returncode == 0 and "It is up to date." in done.stdout, done.stderr
    assert rmplay("build", "--why", "everyday-tools", cwd=tmp_path / "p").returncode == 2


def test_a_diff_of_nothing_says_so(tmp_path: Path) -> None:
    """Silence would look like a mistake of the command."""
    (tmp_path / "p.yaml").write_text("title: Digital fluency\nkind: teaching\n", encoding="utf-8")
    done = rmplay("lint", "--diff", "p.yaml", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "") and "Nothing would be mended." in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no file that is always full")
def test_a_result_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A full disk behind a redirection is no mistake of ours."""
    folder = project(tmp_path, idea=TITLE_ONLY)
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([sys.executable, "-m", "rmplay", "lint"], cwd=folder, stdout=full, stderr=subprocess.PIPE, text=True)
    assert (done.returncode, done.stderr) == (2, "The result cannot be written: No space left on device.\n")


def test_whoever_reads_only_the_first_lines_ends_the_command(tmp_path: Path) -> None:
    """As `head` does: no traceback, and nothing hangs."""
    folder = project(tmp_path, idea=TITLE_ONLY)
    with subprocess.Popen([sys.executable, "-m", "rmplay", "schema"], cwd=folder, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE) as running:
        running.stdout.read(10)
        running.stdout.close()
        said = running.stderr.read()
    assert said == b""


def test_what_all_programs_share_is_mended_too(tmp_path: Path) -> None:
    """House file and settings: a text that needs quotes in each."""
    folder = project(tmp_path, idea=TITLE_ONLY)
    shared = {"house.yaml": "confidentiality:\n  statement: Between us: it stays here.\n", "site.yaml": "title: Playbooks: all\n"}
    for name, text in shared.items():
        (folder / "content" / name).write_text(text, encoding="utf-8")
    done = rmplay("lint", "--fix", cwd=folder)
    assert "Traceback" not in done.stderr
    assert '"Between us: it stays here."' in (folder / "content/house.yaml").read_text(encoding="utf-8")
    assert '"Playbooks: all"' in (folder / "content/site.yaml").read_text(encoding="utf-8")


def test_a_mistake_in_a_translation_of_what_all_share_holds_back_the_site(tmp_path: Path) -> None:
    """Even where no program is translated: the pages of a language would be made of it."""
    folder = project(tmp_path, idea=TITLE_ONLY, other=TITLE_ONLY.replace("idea", "other"))
    (folder / "content" / "house.yaml").write_text("title: Ours\n", encoding="utf-8")
    (folder / "content" / "house.de.yaml").write_text("texts: [\n", encoding="utf-8")
    (folder / "content" / "house.fr.yaml").write_text("texts: [\n", encoding="utf-8")
    built = rmplay("build", cwd=folder)
    assert built.returncode == 1 and "house.de.yaml" in built.stderr and not (folder / "site" / "index.html").exists()
    german = rmplay("lint", "content/house.de.yaml", cwd=folder).stdout
    assert "house.de.yaml" in german and "house.fr.yaml" not in german


def test_what_was_mended_is_never_lost_without_a_word(tmp_path: Path) -> None:
    """`rmplay lint - --fix < old > new` on a full disk must not look like success."""
    if not Path("/dev/full").exists():
        pytest.skip("the system has no file that is always full")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([sys.executable, "-m", "rmplay", "lint", "-", "--fix", "--exit-zero", "-q"], cwd=tmp_path,
                              input="title: A: b\n", stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 2 and "cannot be written" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of another kind")
@pytest.mark.parametrize("words", ["--version", "lint", "schema"])
def test_nobody_to_print_for_is_no_mistake(words: str, tmp_path: Path) -> None:
    """A service that closes its streams."""
    folder = project(tmp_path, idea=TITLE_ONLY)
    done = subprocess.run(["sh", "-c", f'"{sys.executable}" -m rmplay {words} >&-'], cwd=folder, stderr=subprocess.PIPE, text=True)
    assert (done.returncode, done.stderr) == (0, "")
