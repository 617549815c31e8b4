"""The tools that are compared: how each is installed, what it is given, and the commands that are measured.

What a tool reads stands in the folder of its name; what is the same for several stands beside it: `documents/`,
`reader.html` and `blocks.html` are templates of rmplay and of Eleventy alike, `frame.html` is around every page of all others.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from .. import programs
from . import text

HERE = Path(__file__).resolve().parent
STATIC = programs.ROOT / "themes" / "base" / "static"
RMPLAY = (sys.executable, "-m", "rmplay", "build")
FIFTEEN = (sys.executable, "-m", "benchmarks.peers.fifteen", "build")


class Source(NamedTuple):
    """What all are made from: the programs, and a finished site of ours with the pages that all are to have."""

    programs: list[Path]
    site: Path


class Tool(NamedTuple):
    """A row of the table.

    `packages` are installed by pip, or by npm where they begin with `npm:`. `prepare` fills an empty folder. `build` is the
    command for a site from nothing, `again` and `after_edit` those for one that is there, if others; in them `{bin}` is the
    folder of installed commands and `{here}` the prepared one. `edited` is the file in which a text is changed, `gone` is
    deleted before a build from nothing, `most` is the largest number of programs, and `same` says whether its pages are
    to have the same text as ours.
    """

    name: str
    packages: tuple[str, ...]
    prepare: Callable[[Path, Source], None]
    build: tuple[str, ...]
    edited: str
    again: tuple[str, ...] = ()
    after_edit: tuple[str, ...] = ()
    gone: tuple[str, ...] = ("site",)
    most: int = 100
    same: bool = True

    @property
    def home(self) -> str:
        """The name of the folder in which it is installed."""
        return re.sub(r"\W+", "-", self.packages[0]) if self.packages else "none"


# ---- what each is given -----------------------------------------------------------------------------------------------------

def ours(folder: Path, source: Source) -> None:
    """Our own format, with the templates that all have."""
    everything(folder, source)
    theme = folder / "themes" / "bench"
    shutil.copytree(HERE / "rmplay", theme)
    shutil.copytree(HERE / "documents", theme / "templates" / "documents", dirs_exist_ok=True)
    for name in ("reader.html", "blocks.html"):
        shutil.copy(HERE / name, theme / "templates")
    with (folder / "content" / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write("theme: bench\n")


def everything(folder: Path, source: Source) -> None:
    """Our own format, with all documents of the shipped theme."""
    _programs(folder / "content" / "programs", source)
    (folder / "content" / "site.yaml").write_text("rmplay: 1\ntitle: Playbooks\n", encoding="utf-8")


def bare(folder: Path, source: Source) -> None:
    """The same YAML as data, and the same templates as ours, for the packages that rmplay is built on."""
    _programs(folder / "data", source)
    shutil.copytree(HERE / "documents", folder / "templates" / "documents")
    for path in (HERE / "bare" / "build.py", HERE / "reader.html", HERE / "blocks.html"):
        shutil.copy(path, folder if path.suffix == ".py" else folder / "templates")
    _jinja(folder / "templates" / "frame.html", "", "main")
    shutil.copytree(STATIC, folder / "assets")


def hugo_data(folder: Path, source: Source) -> None:
    """The same YAML as data, and a content adapter that makes pages of it."""
    shutil.copytree(HERE / "hugo", folder, dirs_exist_ok=True)
    _programs(folder / "data" / "programs", source)
    _hugo_frame(folder)


def hugo_pages(folder: Path, source: Source) -> None:
    """A Markdown file for each page."""
    _hugo_frame(folder)
    for name in ("home.html", "page.html"):
        (folder / "layouts" / name).write_text('{{ define "main" }}{{ .Content }}{{ end }}\n', encoding="utf-8")
    shutil.copy(HERE / "hugo" / "hugo.yaml", folder)
    _pages(folder / "content", source, lambda path, about: _front({**about, "url": f"/{path}"}), "_index")
    for path in (folder / "content").glob("*/index.md"):
        path.rename(path.with_name("program.md"))  # or its neighbors would be taken for its attachments


def _hugo_frame(folder: Path) -> None:
    _frame(folder / "layouts" / "baseof.html", TITLE="{{ .Title }}", NAME="{{ .Params.name }}", ROOT="{{ .Params.root }}",
           DOCUMENT="{{ .Params.document }}", IF="{{ if .Params.name }}", END="{{ end }}", MAIN='{{ block "main" . }}{{ end }}')
    shutil.copytree(STATIC, folder / "static" / "assets")


def eleventy(folder: Path, source: Source) -> None:
    """The same YAML as data, one template over all pages, and the same templates as ours for their bodies."""
    shutil.copytree(HERE / "eleventy", folder, dirs_exist_ok=True)
    _programs(folder / "_data" / "programs", source)
    shutil.copytree(HERE / "documents", folder / "_includes" / "documents")
    for name in ("reader.html", "blocks.html"):
        shutil.copy(HERE / name, folder / "_includes")
    _jinja(folder / "_includes" / "frame.njk", "", "content | safe")
    shutil.copytree(STATIC, folder / "assets")


def mkdocs(folder: Path, source: Source) -> None:
    """A Markdown file for each page."""
    _markdown_site(folder, source, "mkdocs")


def zensical(folder: Path, source: Source) -> None:
    """A Markdown file for each page."""
    _markdown_site(folder, source, "zensical")


def pelican(folder: Path, source: Source) -> None:
    """A Markdown file for each page."""
    shutil.copytree(HERE / "pelican", folder, dirs_exist_ok=True)
    _jinja(folder / "theme" / "templates" / "page.html", "page.", "page.content")
    _pages(folder / "content", source, lambda path, about: "".join(
        f"{name}: {value}\n" for name, value in {**about, "save_as": path, "url": path}.items()) + "\n")
    shutil.copytree(STATIC, folder / "content" / "assets")


def _markdown_site(folder: Path, source: Source, name: str) -> None:
    shutil.copytree(HERE / name, folder, dirs_exist_ok=True)
    _jinja(folder / "theme" / "main.html", "page.meta.", "page.content")
    _pages(folder / "docs", source, lambda path, about: _front(about))
    shutil.copytree(STATIC, folder / "docs" / "assets")


def _programs(folder: Path, source: Source) -> None:
    folder.mkdir(parents=True)
    for path in source.programs:
        shutil.copy(path, folder)


def _frame(path: Path, **tokens: str) -> None:
    frame = (HERE / "frame.html").read_text(encoding="utf-8")
    for token, value in tokens.items():
        frame = frame.replace(f"@{token}@", value)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(frame, encoding="utf-8")


def _jinja(path: Path, about: str, main: str) -> None:
    """The frame for tools with templates in the manner of Jinja; `about` is where they have the facts of a page."""
    _frame(path, **{name.upper(): f"{{{{ {about}{name} }}}}" for name in ("title", "name", "root", "document")},
           IF=f"{{% if {about}root %}}", END="{% endif %}", MAIN=f"{{{{ {main} }}}}")


def _pages(folder: Path, source: Source, front: Callable[[str, dict[str, str]], str], home: str = "index") -> None:
    """A Markdown file for each page of our site, with its facts in front."""
    for path in sorted(source.site.rglob("*.html")):
        name = path.relative_to(source.site).as_posix()
        if name == "404.html":
            continue
        page, top = path.read_text(encoding="utf-8"), "/" not in name
        title, _, of = page.partition("<title>")[2].partition("</title>")[0].partition(" – ")
        about = {"title": title, "name": "" if top else of or title, "root": "" if top else "../", "document": path.stem}
        target = folder / (f"{home}.md" if top else f"{name.removesuffix('.html')}.md")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(front(name, about) + text.markdown(page), encoding="utf-8")


def _front(about: dict[str, str]) -> str:
    return "---\n" + "".join(f'{name}: "{value}"\n' for name, value in about.items()) + "---\n\n"


# ---- the table --------------------------------------------------------------------------------------------------------------

HUGO = ("{bin}/hugo", "--quiet", "--noBuildLock", "--destination", "site", "--cacheDir", "{here}/cache")
ELEVENTY = ("node", "{bin}/../@11ty/eleventy/cmd.cjs", "--quiet", "--config=eleventy.config.cjs")
PELICAN = ("{bin}/pelican", "-q", "-s", "pelicanconf.py")
MKDOCS = ("{bin}/mkdocs", "build", "-q")
ZENSICAL = ("{bin}/zensical", "build")
OUR_FILE, AGENDA = "content/programs/{program}.yaml", "{program}/agenda-agree.md"

TOOLS = (
    # What is finished is found finished before any page is thought of, so the plain command serves where nothing changed.
    Tool("rmplay, the same pages", (), ours, FIFTEEN, OUR_FILE, again=RMPLAY, after_edit=FIFTEEN, most=10_000),
    Tool("rmplay, all its documents", (), everything, RMPLAY, OUR_FILE, most=10_000, same=False),
    Tool("PyYAML and Jinja alone", (), bare, (sys.executable, "build.py"), "data/{program}.yaml", most=1000),
    Tool("Hugo, YAML data", ("hugo",), hugo_data, HUGO, "data/programs/{program}.yaml", gone=("site", "cache"), most=1000),
    Tool("Hugo, Markdown pages", ("hugo",), hugo_pages, HUGO, f"content/{AGENDA}", gone=("site", "cache"), most=1000),
    Tool("Eleventy", ("npm:@11ty/eleventy", "npm:js-yaml", "npm:markdown-it", "npm:nunjucks"), eleventy, ELEVENTY,
         "_data/programs/{program}.yaml"),
    Tool("Pelican", ("pelican", "markdown"), pelican, PELICAN, f"content/{AGENDA}", gone=("site", "cache")),
    Tool("MkDocs", ("mkdocs",), mkdocs, MKDOCS, f"docs/{AGENDA}", again=(*MKDOCS, "--dirty")),
    Tool("Zensical", ("zensical",), zensical, ZENSICAL, f"docs/{AGENDA}", gone=("site", ".cache")),
)
