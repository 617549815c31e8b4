"""Whatever happens between two builds, the second one makes the same bytes as a build from nothing."""

from __future__ import annotations

import datetime
import os
import shutil
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import settings as how
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from rmplay.build import output, survey, update
from rmplay.build.cache import CACHE
from rmplay.build.output import LOCK, STATE
from rmplay.build.found import find_project
from rmplay.build.project import open_project
from rmplay.build.update import Order, Result
from rmplay.lint.rule import Settings
from rmplay.site.theme import environment
from support.made import build
from support.project import files

NAMES = st.sampled_from(["one", "two", "three"])
TEXTS = st.sampled_from(["A", "B", "Longer than the others"])
PROGRAM = "id: {name}\nsummary: The search finds {text}.\ntitle: {text}\nroles:\n  mentor:\n    title: {text}\nfaq:\n  - question: What is it?\n    answer: {text}\n"
HOUSE = "glossary:\n  - term: Pair\n    meaning: {text}\n"
SITE = "title: {text}\ntheme: own\n"
OVERLAY = "texts:\n" + "".join(f"  - place: {place}\n    original: {words}\n    translation: {{said}} auf Deutsch\n" for place, words in (
    ("title", "{text}"), ("summary", "The search finds {text}."), ("glossary[].meaning", "{text}")))
PARTIAL = '<p class="mark">{text}</p>\n'


class Project(RuleBasedStateMachine):
    """Random edits of everything that a site is made of, and of the site itself, with a build after each."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="rmplay-edits-")).resolve()
        self.version, self.day, self.times = self.root / "version.py", datetime.date(2026, 5, 1), 0
        self.code = survey._code
        survey._code = lambda: [str(self.version)]
        self.trash: list[str] = []

    def teardown(self) -> None:
        """Leave nothing behind."""
        survey._code = self.code
        shutil.rmtree(self.root)

    def write(self, path: str, text: str) -> None:
        """Save a file, with its folder."""
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def some(self, pattern: str, number: int) -> Path | None:
        """One of the files of a pattern."""
        found = sorted(p for p in self.root.glob(pattern) if p.is_file())
        return found[number % len(found)] if found else None

    @initialize()
    def start(self) -> None:
        """A project with a theme of its own, which leaves out the fonts of the default one."""
        self.write("version.py", "1")
        self.write("themes/own/theme.yaml", 'name: own\nparent: base\napi: "1"\n')
        self.write("themes/own/static/theme.css", "p {}\n")
        self.write("content/site.yaml", SITE.format(text="Site"))
        self.write("content/programs/one.yaml", PROGRAM.format(name="one", text="A"))

    @rule(name=NAMES, text=TEXTS)
    def save_program(self, name: str, text: str) -> None:
        """A new program, another text, or the same text once more."""
        self.write(f"content/programs/{name}.yaml", PROGRAM.format(name=name, text=text))

    @rule(old=NAMES, new=NAMES)
    def rename_program(self, old: str, new: str) -> None:
        """The file has another name; its id stays."""
        path = self.root / f"content/programs/{old}.yaml"
        if path.is_file() and not (path.parent / f"{new}.yaml").exists():
            for one in self.root.glob(f"content/programs/{old}.*"):
                one.rename(path.parent / f"{new}-renamed.{one.name.partition('.')[2]}")

    @rule(number=st.integers(0, 3))
    def delete_program(self, number: int) -> None:
        """One program less, but never none."""
        if len(list(self.root.glob("content/programs/*"))) > 1:
            self.some("content/programs/*", number).unlink()

    @rule(name=NAMES, language=st.sampled_from(["de", "pt-BR"]), text=TEXTS, said=TEXTS)
    def save_translation(self, name: str, language: str, text: str, said: str) -> None:
        """A program in another language, of the text of today or of another one."""
        if (self.root / f"content/programs/{name}.yaml").is_file():
            self.write(f"content/programs/{name}.{language}.yaml", OVERLAY.format(text=text, said=said))

    @rule(number=st.integers(0, 9))
    def delete_translation(self, number: int) -> None:
        """One language less."""
        path = self.some("content/programs/*.*.yaml", number)
        if path and len(list(self.root.glob("content/programs/*"))) > 1:
            path.unlink()

    @rule(name=st.sampled_from(["house", "site"]), text=TEXTS, said=TEXTS, there=st.booleans())
    def shared_translation(self, name: str, text: str, said: str, there: bool) -> None:
        """House file or settings in another language, or not any more."""
        path = self.root / f"content/{name}.de.yaml"
        if not there:
            path.unlink(missing_ok=True)
        elif (self.root / f"content/{name}.yaml").is_file():
            self.write(f"content/{name}.de.yaml", OVERLAY.format(text=text, said=said))

    @rule(text=TEXTS, there=st.booleans())
    def house(self, text: str, there: bool) -> None:
        """What is said once for all programs changes, or is gone."""
        if there:
            self.write("content/house.yaml", HOUSE.format(text=text))
        else:
            for path in self.root.glob("content/house.*"):
                path.unlink()

    @rule(text=TEXTS)
    def site_settings(self, text: str) -> None:
        """The title of the site."""
        self.write("content/site.yaml", SITE.format(text=text))

    @rule(text=TEXTS, there=st.booleans())
    def template(self, text: str, there: bool) -> None:
        """A template of its own comes, changes and goes."""
        if there:
            self.write("themes/own/templates/mark.html", PARTIAL.format(text=text))
        else:
            (self.root / "themes/own/templates/mark.html").unlink(missing_ok=True)

    @rule(text=TEXTS)
    def style_sheet(self, text: str) -> None:
        """A file of the theme that goes into the site as it is."""
        self.write("themes/own/static/theme.css", f"/* {text} */\n")

    @rule(text=TEXTS)
    def new_version(self, text: str) -> None:
        """Another rmplay."""
        self.write("version.py", text)

    @rule(days=st.integers(-400, 400))
    def other_day(self, days: int) -> None:
        """The clock moves, or is set back."""
        self.day += datetime.timedelta(days)

    @rule(number=st.integers(0, 9), text=TEXTS)
    def edit_and_restore_times(self, number: int, text: str) -> None:
        """Same size, same times, other bytes, as a copy with kept times leaves it."""
        path = self.some("content/programs/*", number)
        facts = path.stat()
        path.write_text(path.read_text(encoding="utf-8").replace("title: A", "title: B"), encoding="utf-8")
        os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns))

    @rule(number=st.integers(0, 99), seconds=st.sampled_from([-10**6, 0, 10**6]))
    def touch(self, number: int, seconds: int) -> None:
        """Other times, same bytes, in the definitions or the site; also times that are still to come."""
        path = self.some("content/**/*" if number % 2 else "site/**/*", number)
        if path:
            os.utime(path, (path.stat().st_mtime + seconds,) * 2)

    @rule(number=st.integers(0, 99), how=st.sampled_from(["delete", "alter", "same size", "link"]))
    def damage_site(self, number: int, how: str) -> None:
        """Somebody works on the site by hand."""
        path = self.some("site/**/*.*", number)
        if path is None or STATE in path.parts:
            return
        data = path.read_bytes()
        path.unlink()
        if how == "link":
            path.symlink_to(self.root / "version.py")
        elif how != "delete":
            path.write_bytes(data + b"x" if how == "alter" else bytes(len(data)))

    @precondition(lambda self: (self.root / "site" / STATE / CACHE).is_file())
    @rule(place=st.floats(0, 1), byte=st.integers(0, 255))
    def damage_cache(self, place: float, byte: int) -> None:
        """One byte of what is remembered is another one."""
        path = self.root / "site" / STATE / CACHE
        data = bytearray(path.read_bytes())
        data[min(int(place * len(data)), len(data) - 1)] = byte
        path.write_bytes(data)

    @rule(number=st.integers(0, 99), how=st.sampled_from(["delete", "alter"]))
    def damage_parts(self, number: int, how: str) -> None:
        """What the search knows of a program is gone, or is another text."""
        path = self.some(f"site/{STATE}/search/*", number)
        if path:
            path.unlink() if how == "delete" else path.write_text("[]", encoding="utf-8")

    @rule()
    def forget(self) -> None:
        """The memory is lost."""
        (self.root / "site" / STATE / CACHE).unlink(missing_ok=True)

    @invariant()
    def as_from_nothing(self) -> None:
        """The site has the bytes of a clean build, and a build right after it has nothing to do."""
        if not (self.root / "content").is_dir():
            return
        environment.cache_clear()
        clean = build(open_project((self.root,), self.root), Settings(self.day))
        done = _update(self.root, self.day)
        if not clean.artifacts:
            assert done.refused
            return
        pages = {path: data for path, data in files(self.root / "site").items() if not path.startswith(STATE)}
        assert pages == {a.path: a.data for a in clean.artifacts}
        assert not _update(self.root, self.day, write=False).written
        assert update.look(_order(self.root, self.day)).reasons == {}


def _order(root: Path, day: datetime.date | None = None, **options: object) -> Order:
    return Order(find_project((root,), root), root, root / "site", Settings(day), jobs=1, **options)


def _update(root: Path, day: datetime.date | None = None, **options: object) -> Result:
    return update.update(_order(root, day, **options))


TestProject = Project.TestCase
TestProject.settings = how(how.get_profile("suite"), max_examples=8, stateful_step_count=10)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A project of one program, built."""
    tmp_path = tmp_path.resolve()
    (tmp_path / "content/programs").mkdir(parents=True)
    (tmp_path / "content/programs/one.yaml").write_text(PROGRAM.format(name="one", text="A"), encoding="utf-8")
    _update(tmp_path)
    return tmp_path


def test_any_damaged_byte_of_the_memory_is_noticed(small: Path) -> None:
    """No altered byte is believed: all is then made again."""
    path = small / "site" / STATE / CACHE
    data = path.read_bytes()
    places = [*range(200), *range(200, len(data), 37), len(data) - 1]
    for place in places:
        path.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1:])
        assert update._remembered(small / "site").outcomes == {}, place
    path.write_bytes(data)
    assert update._remembered(small / "site").outcomes


def test_a_forged_memory_cannot_name_files_outside_the_site(small: Path) -> None:
    """A memory with a right hash may still lie; what it names is then not touched."""
    from rmplay.build.cache import Kept, load, saved
    secret = small / "secret.txt"
    secret.write_text("mine")
    path = small / "site" / STATE / CACHE
    memory = load(path)
    forged = memory._replace(outcomes=memory.outcomes | {
        "content/programs/gone.yaml": Kept("", ("gone",), (0, 0, 0), None, "", ("../secret.txt",), "", "")})
    path.write_bytes(saved(forged))
    _update(small)
    assert secret.read_text() == "mine"


def test_check_writes_nothing(small: Path) -> None:
    """Not a byte and not a file, also where there is no site yet."""
    (small / "content/programs/one.yaml").write_text(PROGRAM.format(name="one", text="B"), encoding="utf-8")
    before = files(small)
    assert "one/index.html" in _update(small, write=False).written
    assert files(small) == before
    shutil.rmtree(small / "site")
    assert "index.html" in _update(small, write=False).written
    assert not (small / "site").exists()


def test_why_names_what_changed(small: Path) -> None:
    """For each kind of input, in a sentence that names it."""
    def ask(path: str) -> str:
        return update.why(_order(small), path)
    assert "up to date" in ask("site/one/index.html")
    (small / "site/one/index.html").write_text("x")
    assert "one/index.html in the site is not as it was written" in ask("content/programs/one.yaml")
    _update(small)
    (small / "content/programs/two.yaml").write_text(PROGRAM.format(name="two", text="B"), encoding="utf-8")
    assert "content/programs/two.yaml is new" in ask("content/programs/two.yaml")
    (small / "content/programs/one.yaml").write_text(PROGRAM.format(name="one", text="B"), encoding="utf-8")
    assert "content/programs/one.yaml has changed" in ask("site/one/faq.html")
    (small / "content/house.yaml").write_text(HOUSE.format(text="A"), encoding="utf-8")
    assert "content/house.yaml is new" in ask("site/one/faq.html")
    _update(small)
    overlay = small / "content/programs/one.de.yaml"
    overlay.write_text(OVERLAY.format(text="B", said="C"), encoding="utf-8")
    assert "content/programs/one.de.yaml is new" in ask("site/one/faq.html")
    _update(small)
    overlay.write_text(OVERLAY.format(text="B", said="D"), encoding="utf-8")
    assert "content/programs/one.de.yaml has changed" in ask("site/de/one/faq.html")
    assert "up to date" in ask("content/programs/two.yaml")
    _update(small)
    overlay.unlink()
    assert "content/programs/one.de.yaml is gone" in ask("content/programs/one.yaml")
    with pytest.raises(update.NotOfThisSite, match="neither"):
        ask("nothing.html")


def test_one_edit_makes_one_program(small: Path) -> None:
    """What the others have is not even looked into."""
    for name in ("two", "three"):
        (small / f"content/programs/{name}.yaml").write_text(PROGRAM.format(name=name, text="A"), encoding="utf-8")
    _update(small)
    (small / "content/programs/two.yaml").write_text(PROGRAM.format(name="two", text="B"), encoding="utf-8")
    assert set(update.look(_order(small)).reasons) == {"content/programs/two.yaml"}
    written = set(_update(small).written)
    assert {path for path in written if not path.startswith("two/")} == {"index.html", "assets/search-index.js"}


def test_the_lock_file_is_no_obstacle(small: Path) -> None:
    """A lock left by a process that is gone holds nobody up: it is the system's, not the file's."""
    assert (small / "site" / STATE / LOCK).is_file()
    (small / "content/programs/one.yaml").write_text(PROGRAM.format(name="one", text="B"), encoding="utf-8")
    assert _update(small).written


def test_pages_that_were_only_touched_are_compared_by_their_bytes_once(small: Path) -> None:
    """A copy or a backup gives all files other times; the next build that writes remembers those of all programs."""
    (small / "content/programs/two.yaml").write_text(PROGRAM.format(name="two", text="A"), encoding="utf-8")
    _update(small)
    time.sleep(0.1)
    (small / "content/programs/one.yaml").write_text(PROGRAM.format(name="one", text="B"), encoding="utf-8")
    for page in (small / "site" / "two").glob("*.html"):
        page.touch()
    time.sleep(0.1)
    assert "content/programs/two.yaml" in update.look(_order(small)).unsure
    assert not [path for path in _update(small).written if path.startswith("two/")]
    time.sleep(0.1)
    assert "content/programs/two.yaml" not in update.look(_order(small)).unsure


def test_a_page_altered_while_a_build_waits_is_found(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the first look and the lock somebody writes into a page whose looks could not be trusted."""
    (small / "content/programs/two.yaml").write_text(PROGRAM.format(name="two", text="A"), encoding="utf-8")
    _update(small)
    (small / "content/programs/one.yaml").write_text(PROGRAM.format(name="one", text="B"), encoding="utf-8")
    page, claim = small / "site" / "two" / "index.html", output.claim
    page.touch()
    assert "content/programs/two.yaml" in update.look(_order(small)).unsure

    def altered(folder: Path) -> dict[str, str]:
        page.write_text("Somebody was here.", encoding="utf-8")
        return claim(folder)

    monkeypatch.setattr(output, "claim", altered)
    assert "two/index.html" in _update(small).written
