"""Our way to print a value in a page is that of markupsafe, only faster."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some
from markupsafe import Markup, escape

from rmplay.definition.said import Said
from rmplay.site.printed import printed


class WithHtml:
    """A value that knows how it looks in a page."""

    def __html__(self) -> str:
        return "<b>&</b>"


@given(some.one_of(some.text(), some.text().map(Markup), some.integers(), some.floats(), some.none(), some.booleans()))
def test_it_prints_what_markupsafe_prints(value: object) -> None:
    """Whatever stands in a definition; twice, as the second time it is remembered."""
    assert printed(value) == printed(value) == escape(value)


@pytest.mark.parametrize("value", [WithHtml(), Said("<i>a</i> & b", "<i>", "de"), ["<a>", "'\""]])
def test_also_for_values_of_other_kinds(value: object) -> None:
    """Of our own, of others, and of several."""
    assert printed(value) == escape(value)
