"""The figures as a table in Markdown."""

from __future__ import annotations

from ..cost import Cost, median, ratio

KINDS = ("from nothing", "nothing changed", "one edit")
HEAD = f"""| | pages | {" | ".join(f"{kind}, s" for kind in KINDS)} | peak MiB |
|---|---|---|---|---|---|"""


class Row:
    """What is known of a tool: its text, what each kind of run cost, its peak, and why it failed if it did."""

    def __init__(self, name: str) -> None:
        self.name, self.text, self.peak, self.failed = name, "", 0.0, ""
        self.costs: dict[str, list[Cost]] = {kind: [] for kind in KINDS}


def table(rows: list[Row]) -> str:
    """Seconds by the clock, and in brackets how many times those of the first row, by the clock and of the processor."""
    return "\n".join((HEAD, *(_line(row, rows[0]) for row in rows)))


def _line(row: Row, first: Row) -> str:
    if row.failed:
        return f"| {row.name} | failed: {row.failed[:200].replace('|', ' ')} | | | | |"
    cells = [_cell(row.costs[kind], first.costs[kind], row is first) for kind in KINDS]
    return f"| {row.name} | {row.text} | {' | '.join(cells)} | {row.peak:.0f} |"


def _cell(costs: list[Cost], first: list[Cost], is_first: bool) -> str:
    seconds = median(costs)
    if is_first or len(first) != len(costs):
        return f"{seconds.wall:.2f} (CPU {seconds.cpu:.2f})"
    times = ratio(costs, first)
    return f"{seconds.wall:.2f} ({_times(times.wall)} / {_times(times.cpu)})"


def _times(figure: float) -> str:
    """A ratio; where the other wins, in bold."""
    return f"**{figure:.2f}**" if figure < 1 else f"{figure:.2f}"
