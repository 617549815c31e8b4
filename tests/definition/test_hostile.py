"""Files made to hurt: each is a finding within a second, at a place that exists, and never an exception."""

from __future__ import annotations

import pytest

from rmplay.build.check import Inputs, examine
from rmplay.definition import kinds
from rmplay.definition.load import text_of
from rmplay.definition.model import Program
from support.cpu import within
from support.hostile import HOSTILE, assert_places_exist


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_is_a_finding(name: str) -> None:
    """At least one finding, all of them at places that exist, within a second of CPU."""
    checked = within(1, lambda: examine(Inputs(text_of(HOSTILE[name], "hostile.yaml"), None)))
    assert checked.findings
    assert_places_exist(checked)


def test_a_mistake_costs_no_more_than_its_piece() -> None:
    """The sections around a mistake are still read, and their mistakes are still told."""
    text = b"title: Fine\ngoals: [\nkind: reverse\ncadence:\n  minutes: soon\n"
    checked = examine(Inputs(text_of(text, "p.yaml"), None))
    assert checked.loaded.record.kind == "reverse"
    assert [f.span.line for f in checked.findings if f.cls == "invalid"] == [2, 5]


@pytest.mark.parametrize("name", sorted(name for name, spec in Program.specs.items() if isinstance(spec.kind, kinds.Many)))
def test_a_list_of_nothing_is_not_written_yet(name: str) -> None:
    """A dash without anything behind it, as people leave it while they write: what is told is that it is missing."""
    nothing, dash = (examine(Inputs(text_of(text.encode(), "p.yaml"), None))
                     for text in ("title: A\n", f"title: A\n{name}:\n  -\n"))
    assert dash.findings == nothing.findings and dash.results == nothing.results


def test_both_readers_of_the_yaml_package_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the C library the same texts have the same trees and the same first places of mistakes."""
    import yaml

    from rmplay.definition import builder
    sample = (b"title: Caf\xc3\xa9 \xf0\x9f\x98\x80 x\nwhy: >\n  folded\n  text\ngoals:\n- id: a\n  statement: 'it''s'\n"
              b"  for: [mentee, 'mentor']\ntags: # none\n  - \"b\\tc\"\n")
    fast = text_of(sample, "a.yaml").root
    monkeypatch.setattr(builder, "_LOADER", yaml.SafeLoader)
    assert text_of(sample, "a.yaml").root == fast
