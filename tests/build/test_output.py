"""The site is written as a transaction: old or new, never half."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from rmplay.build import output
from rmplay.build.output import OutputError
from rmplay.site.render import Artifact
from support.made import write_site

OLD = [Artifact("index.html", b"old home"), Artifact("a/index.html", b"old a"), Artifact("b/gone.html", b"old b")]
NEW = [Artifact("index.html", b"new home"), Artifact("a/index.html", b"old a"), Artifact("c/deep/x.html", b"new c")]


def _pages(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*"))
            if path.is_file() and output.STATE not in path.relative_to(folder).parts and path.name != ".gitignore"}


def _as_pages(artifacts: list[Artifact]) -> dict[str, bytes]:
    return {a.path: a.data for a in sorted(artifacts)}


def test_only_what_changed_is_written_and_what_is_gone_is_removed(tmp_path: Path) -> None:
    """Equal files are left alone, files of the build before are removed with their empty folders."""
    write_site(tmp_path, OLD)
    kept = (tmp_path / "a/index.html").stat().st_mtime_ns
    written = write_site(tmp_path, NEW)
    assert (written.written, written.removed, written.kept) == (("c/deep/x.html", "index.html"), ("b/gone.html",), 1)
    assert _pages(tmp_path) == _as_pages(NEW)
    assert (tmp_path / "a/index.html").stat().st_mtime_ns == kept
    assert not (tmp_path / "b").exists()
    assert write_site(tmp_path, NEW).written == ()


def test_a_folder_with_foreign_files_is_refused(tmp_path: Path) -> None:
    """Nothing is written where somebody else keeps files; a .gitignore of ours does not count."""
    (tmp_path / ".gitignore").write_text("*")
    (tmp_path / "thesis.doc").write_text("mine")
    with pytest.raises(OutputError, match="thesis.doc"):
        write_site(tmp_path, OLD)
    assert _pages(tmp_path) == {"thesis.doc": b"mine"}


def test_where_no_site_comes_of_it_all_is_as_before(tmp_path: Path) -> None:
    """An empty folder that somebody made stays, one that was not there does not."""
    (tmp_path / "made").mkdir()
    for name in ("made", "missing"):
        with output.held(tmp_path / name, 0):
            pass
    assert [path.name for path in tmp_path.rglob("*")] == ["made"]


def test_a_file_added_by_hand_is_never_removed(tmp_path: Path) -> None:
    """Only files of the build before are removed."""
    write_site(tmp_path, OLD)
    (tmp_path / "b" / "note.txt").write_text("mine")
    write_site(tmp_path, NEW)
    assert _pages(tmp_path) == _as_pages(NEW) | {"b/note.txt": b"mine"}


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    """A folder of the site that is a link is refused, and what it leads to stays as it was."""
    outside, site = tmp_path / "outside", tmp_path / "site"
    outside.mkdir()
    write_site(site, OLD)
    (site / "c").symlink_to(outside, target_is_directory=True)
    with pytest.raises(OutputError, match="link"):
        write_site(site, NEW)
    assert list(outside.iterdir()) == []
    assert _pages(site) == _as_pages(OLD)


def test_names_that_differ_in_case_only_are_refused(tmp_path: Path) -> None:
    """They would be one file on Windows and on a Mac."""
    with pytest.raises(OutputError, match="same file"):
        write_site(tmp_path, [Artifact("A.html", b""), Artifact("a.html", b"")])


@pytest.mark.parametrize("stop", range(1, 12))
def test_an_interruption_leaves_the_old_site_or_is_completed(tmp_path: Path, stop: int,
                                                           monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped at any file operation: before the commit point all is old, after it the next command makes all new."""
    write_site(tmp_path, OLD)
    done = []
    committed = _stop_at(stop, done, monkeypatch)
    try:
        write_site(tmp_path, NEW)
    except OutputError:
        before = _pages(tmp_path)
        monkeypatch.undo()
        assert committed or before == _as_pages(OLD)
        if (tmp_path / output.STATE / output.COMMIT).is_file():
            output.finish(tmp_path)
            assert _pages(tmp_path) == _as_pages(NEW)
        else:
            assert before in (_as_pages(OLD), _as_pages(NEW))
    monkeypatch.undo()
    write_site(tmp_path, NEW)
    assert _pages(tmp_path) == _as_pages(NEW)
    assert not (tmp_path / output.STATE / output.NEW).exists()


def _stop_at(stop: int, done: list[str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Make the disk fail at one replacement or removal; the list says whether the commit was in place by then."""
    committed: list[str] = []
    replace, unlink = os.replace, Path.unlink

    def step(name: str) -> None:
        done.append(name)
        if len(done) == stop:
            raise OSError(28, "No space left on device", name)

    def failing_replace(source: Path, target: Path) -> None:
        step(str(target))
        replace(source, target)
        if Path(target).name == output.COMMIT:
            committed.append(str(target))

    def failing_unlink(path: Path, missing_ok: bool = False) -> None:
        step(str(path))
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(output.os, "replace", failing_replace)
    monkeypatch.setattr(Path, "unlink", failing_unlink)
    return committed


def test_the_steps_of_the_interruption_test_reach_past_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The guard above stops at every step that there is."""
    write_site(tmp_path, OLD)
    done: list[str] = []
    _stop_at(99, done, monkeypatch)
    write_site(tmp_path, NEW)
    assert 5 < len(done) < 11


@pytest.mark.parametrize("path", ["../secret.txt", "/etc/hosts", "a/../../secret.txt", "..\\\\secret.txt", "C:/x"])
def test_a_manifest_from_elsewhere_cannot_reach_out_of_the_site(tmp_path: Path, path: str) -> None:
    """A manifest is a file like any other: what it names outside the site is never touched."""
    (tmp_path / "secret.txt").write_text("mine")
    site = tmp_path / "site"
    write_site(site, OLD)
    (site / output.STATE / output.MANIFEST).write_text(json.dumps({path: "1"}))
    with pytest.raises(OutputError, match="damaged"):
        write_site(site, NEW)
    assert (tmp_path / "secret.txt").read_text() == "mine"


def test_a_file_can_become_a_folder_and_back(tmp_path: Path) -> None:
    """Removals come before moves, so names can change their kind."""
    one, two = [Artifact("x", b"file"), Artifact("y/z", b"1")], [Artifact("x/inner", b"2"), Artifact("y", b"file")]
    for artifacts in (one, two, one):
        write_site(tmp_path, artifacts)
        assert _pages(tmp_path) == _as_pages(artifacts)
