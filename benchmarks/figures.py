"""Where measured figures stand in the documentation: between two comments that name them."""

from __future__ import annotations

import os
import platform
import re
import sys
from datetime import date

from . import programs

PAGE = programs.ROOT / "docs" / "performance.md"


def conditions() -> str:
    """When and on what was measured, in a sentence."""
    load = f", load {os.getloadavg()[0]:.1f} at the end" if hasattr(os, "getloadavg") else ""
    return (f"{date.today():%Y-%m-%d}, {platform.system()}, {os.cpu_count()} cores, Python {platform.python_version()}{load}.")


def tell(mark: str, text: str, write: bool) -> None:
    """Print figures, and with `write` put them between `<!-- mark -->` and `<!-- /mark -->` in docs/performance.md."""
    print(f"\n{text}", flush=True)
    if write:
        page, found = re.subn(rf"(<!-- {mark} -->\n).*?(<!-- /{mark} -->)", lambda at: f"{at[1]}\n{text}\n\n{at[2]}",
                              PAGE.read_text(encoding="utf-8"), flags=re.S)
        if not found:
            sys.exit(f"{PAGE.name} has no place for these figures: type <!-- {mark} --> and <!-- /{mark} --> in it, a line each.")
        PAGE.write_text(page, encoding="utf-8", newline="\n")
