"""A build that fails at any single file operation leaves the old site, or one that the next build completes."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from rmplay.build import output
from rmplay.build.output import STATE, OutputError
from rmplay.build.found import find_project
from rmplay.build.update import Order, update
from rmplay.build.pool import WorkerDied
from rmplay.lint.rule import Settings
from rmplay.site.render import Artifact
from support.made import write_site
from support.project import files

PROGRAM = "id: {name}\ntitle: {text}\nroles:\n  mentor:\n    title: {text}\n"
WATCHED = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.utime"}


def _fail_at(root: Path, stop: int, how: str, said: Path) -> None:
    """Build, in a process of its own, and fail at the operation of a number.

    A hook of the interpreter sees each operation before the system does, and stops one: with an error, as a full disk
    would, or by ending the process, as a loss of power would.
    """
    site, seen = str(root / "site"), 0

    def hook(event: str, args: tuple) -> None:
        nonlocal seen
        if event in WATCHED and str(args[0]).startswith(site) and (
                event != "open" or args[2] & (os.O_WRONLY | os.O_RDWR)):
            seen += 1
            if seen == stop:
                if how == "kill":
                    os._exit(9)
                raise OSError(28, "No space left on device", str(args[0]))

    sys.addaudithook(hook)
    message = ""
    try:
        _build(root)
    except OutputError as error:
        message = str(error)
    said.write_text(f"{seen} {message}", encoding="utf-8")


def _project(root: Path, **programs: str) -> Path:
    folder = root / "content" / "programs"
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        path.unlink()
    (root / "themes" / "own").mkdir(parents=True, exist_ok=True)
    (root / "themes" / "own" / "theme.yaml").write_text('name: own\nparent: base\napi: "1"\n', encoding="utf-8")
    (root / "content" / "site.yaml").write_text("title: Site\ntheme: own\n", encoding="utf-8")
    for name, text in programs.items():
        (folder / f"{name}.yaml").write_text(PROGRAM.format(name=name, text=text), encoding="utf-8")
    return root


def _pages(root: Path) -> dict[str, bytes]:
    return {path: data for path, data in files(root / "site").items() if not path.startswith(STATE)}


def _build(root: Path, **options: object):
    return update(Order(find_project((root,), root), root, root / "site", Settings(), **{"jobs": 1, **options}))


def _run(root: Path, stop: int, how: str, said: Path) -> tuple[int, str]:
    """How many operations there were before the end, 0 if the process was ended; and what it said."""
    said.unlink(missing_ok=True)
    child = multiprocessing.get_context("fork").Process(target=_fail_at, args=(root, stop, how, said))
    child.start()
    child.join()
    assert child.exitcode == (0 if said.is_file() else 9)
    count, _, message = said.read_text(encoding="utf-8").partition(" ") if said.is_file() else ("0", "", "")
    return int(count), message


def _old_and_new(folder: Path) -> tuple[Path, dict[str, bytes], dict[str, bytes]]:
    root = _project(folder.resolve(), one="New", three="Added")
    _build(root)
    new = _pages(root)
    _build(_project(root, one="Old", two="Leaves"))
    return root, _pages(root), new


@pytest.fixture
def quick(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where the system has such a disk: a build waits for the disk, and here there are some hundred."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        yield Path(folder).resolve()


@pytest.mark.skipif(os.name == "nt", reason="needs fork")
@pytest.mark.parametrize("how", ["error", pytest.param("kill", marks=pytest.mark.audit)])
def test_failing_at_each_operation_in_turn(quick: Path, how: str) -> None:
    """Before the commit point every byte is old; after it the next build completes; no page is ever torn."""
    root, old, new = _old_and_new(quick / "project")
    shutil.copytree(root / "site", quick / "old")
    outcomes, stop = set(), 0
    while True:
        stop += 1
        shutil.rmtree(root / "site")
        shutil.copytree(quick / "old", root / "site")
        _project(root, one="New", three="Added")
        seen, said = _run(root, stop, how, quick / "said.txt")
        committed, now = (root / "site" / STATE / output.COMMIT).is_file(), _pages(root)
        outcomes.add((committed, now == old, now == new))
        assert set(now.values()) <= set(old.values()) | set(new.values()), f"a torn page at operation {stop}"
        assert committed or now in (old, new), f"half a site at operation {stop}"
        assert "as it was" not in said or now == old
        _build(root)
        assert _pages(root) == new, f"not completed after operation {stop}"
        if 0 < seen < stop:
            break
    assert stop > 20
    assert {(False, True, False), (True, False, False)} <= outcomes, "the guard missed one side"


@pytest.mark.skipif(not sys.platform.startswith("linux") or os.getuid() != 0, reason="mounts a small disk")
def test_a_disk_that_is_full(tmp_path: Path) -> None:
    """The old site stays, byte for byte, and with space the next build makes the new one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk], capture_output=True,
                      check=False).returncode:
        pytest.skip("this machine lets nobody mount")
    try:
        small, big = [Artifact("index.html", b"old")], [Artifact(f"{n}.html", bytes(500_000)) for n in range(9)]
        write_site(disk / "site", small)
        with pytest.raises(OutputError, match="No space left.*The site is as it was"):
            write_site(disk / "site", big)
        assert _pages(disk) == {"index.html": b"old"}
        write_site(disk / "site", big[:2])
        assert list(_pages(disk)) == ["0.html", "1.html"]
    finally:
        subprocess.run(["umount", disk], check=True)


def test_a_second_build_waits_for_the_first(tmp_path: Path) -> None:
    """It says that it is busy, and with patience it takes its turn."""
    root = _project(tmp_path.resolve(), one="A")
    _build(root)
    _project(root, one="B")
    with output.held(root / "site", 0), pytest.raises(output.Busy, match="Another rmplay"):
        _build(root)
    ready, hold = threading.Event(), 1.0

    def first() -> None:
        with output.held(root / "site", 0):
            ready.set()
            time.sleep(hold)

    other = threading.Thread(target=first)
    other.start()
    ready.wait()
    started = time.monotonic()
    order = Order(find_project((root,), root), root, root / "site", Settings(), jobs=1)
    assert update(order, patience=30).written
    assert time.monotonic() - started > hold / 2
    other.join()


def test_links_in_our_own_folder_lead_nowhere(tmp_path: Path) -> None:
    """What lies in `.rmplay` could have been put there by anybody: nothing is written or removed through it."""
    root, outside = _project(tmp_path.resolve(), one="A"), tmp_path / "outside"
    outside.mkdir()
    (outside / "mine.txt").write_text("mine")
    _build(root)
    state = root / "site" / STATE
    (state / output.NEW).symlink_to(outside, target_is_directory=True)
    (state / "cache.json.part").symlink_to(outside / "mine.txt")
    (state / "cache.json").unlink()
    (state / "cache.json").symlink_to(outside / "mine.txt")
    _build(_project(root, one="B"))
    assert files(outside) == {"mine.txt": b"mine"}


def _build_bound(root: Path, said: Path) -> None:
    """Build in a process of its own that the rights of files bind, even if root started it, and write what it says."""
    if os.getuid() == 0:
        import ctypes
        libc, header, sets = ctypes.CDLL(None), (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
        assert libc.capget(header, sets) == 0
        sets[0] &= ~(1 << 1)  # CAP_DAC_OVERRIDE, from those in effect
        assert libc.capset(header, sets) == 0
    try:
        _build(root)
    except OutputError as error:
        said.write_text(str(error), encoding="utf-8")


@pytest.mark.skipif(os.name == "nt" or os.getuid() == 0 and not sys.platform.startswith("linux"), reason="rights bind nobody")
def test_a_folder_without_rights(tmp_path: Path) -> None:
    """A site that this user may not write is told, and stays, byte for byte."""
    root = _project(tmp_path.resolve(), one="A")
    _build(root)
    before, said = _pages(root), tmp_path / "said.txt"
    _project(root, one="B", two="C")
    own = [root / "site", root / "site" / STATE]
    try:
        for folder in own:
            folder.chmod(0o555)
        child = multiprocessing.get_context("fork").Process(target=_build_bound, args=(root, said))
        child.start()
        child.join()
    finally:
        for folder in own:
            folder.chmod(0o755)
    assert child.exitcode == 0
    assert "cannot be written: Permission denied. The site is as it was." in said.read_text(encoding="utf-8")
    assert _pages(root) == before


def test_any_number_of_workers_makes_the_same_bytes(tmp_path: Path) -> None:
    """Also when they are started anew, as on Windows and on a Mac."""
    texts = {f"p{n}": f"Text {n}" for n in range(5)}
    one, three = _project((tmp_path / "1").resolve(), **texts), _project((tmp_path / "3").resolve(), **texts)
    _build(one)
    before = multiprocessing.get_start_method(allow_none=True)
    multiprocessing.set_start_method("spawn", force=True)
    try:
        _build(three, jobs=3)
    finally:
        multiprocessing.set_start_method(before, force=True)
    assert _pages(one) == _pages(three)


def test_a_worker_that_dies_is_named_and_nothing_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program it was about is named; one that died by chance is simply made again; the site stays."""
    from rmplay.build import workers
    root = _project(tmp_path.resolve(), one="A", two="A", three="A")
    _build(root)
    before, flag, do = _pages(root), tmp_path / "died", workers.do

    def dying(work, path):
        if path.name == "two.yaml" and (always or not flag.exists()):
            flag.touch()
            os._exit(9)
        return do(work, path)

    monkeypatch.setattr(workers, "do", dying)
    always = True
    with pytest.raises(WorkerDied, match=r"two\.yaml"):
        _build(_project(root, one="B", two="B", three="B"), jobs=2)
    assert _pages(root) == before
    always = False
    flag.unlink()
    assert {"one/index.html", "two/index.html", "three/index.html"} <= set(_build(root, jobs=2).written)
