"""An upgrade never turns a check red by surprise: an edition of the rules finds what it has always found."""

from __future__ import annotations

import pytest

from rmplay.build.check import every_rule
from rmplay.lint.selection import EDITIONS
from support.editions import findings_of, folder_of


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_edition_finds_what_it_found_when_it_began(edition: int) -> None:
    """After a repair of a rule that was wrong: tools/freeze-edition, look at the difference, tell it in the changelog."""
    expected = (folder_of(edition) / "findings.txt").read_text(encoding="utf-8")
    assert expected.count("\n") > 1000
    assert findings_of(edition).splitlines() == expected.splitlines()


def test_every_rule_belongs_to_an_edition() -> None:
    """A new rule says `Since:` with an edition that can be asked for."""
    assert {rule.edition for rule in every_rule().values()} <= set(EDITIONS)
