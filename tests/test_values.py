"""Our named tuples do what those of `typing` do: every case is asked of both."""

from __future__ import annotations

import pickle
import subprocess
import sys
import typing

import pytest

from rmplay.values import NamedTuple


class Ours(NamedTuple):
    """A point with a name."""

    x: int
    y: int = 2
    name: str = "here"

    @property
    def far(self) -> bool:
        """Whether it is far away."""
        return self.x > 10


class Theirs(typing.NamedTuple):
    """The same, of the standard library."""

    x: int
    y: int = 2
    name: str = "here"

    @property
    def far(self) -> bool:
        """Whether it is far away."""
        return self.x > 10


BOTH = pytest.mark.parametrize("kind", [Ours, Theirs])


@BOTH
def test_values_by_place_by_name_and_by_default(kind: type) -> None:
    """However it is made, it is the tuple of its values."""
    assert kind(1) == kind(x=1) == kind(1, 2, "here") == (1, 2, "here")
    assert kind(1, name="there") == (1, 2, "there") and kind(11).far and not kind(1).far
    assert kind(1)._replace(y=5) == (1, 5, "here") and kind._make([1, 2, "a"]).name == "a"
    assert kind(3)._asdict() == {"x": 3, "y": 2, "name": "here"} and kind._fields == ("x", "y", "name")
    assert repr(kind(3)) == f"{kind.__name__}(x=3, y=2, name='here')"


@BOTH
@pytest.mark.parametrize(("given", "named"), [((), {}), ((1, 2, "a", 4), {}), ((1,), {"x": 2}), ((1,), {"z": 2}), ((), {"y": 2})])
def test_wrong_values_are_refused(kind: type, given: tuple, named: dict) -> None:
    """Too few, too many, twice, unknown, and without the one that has no default."""
    with pytest.raises(TypeError):
        kind(*given, **named)


@BOTH
def test_it_is_frozen_travels_and_matches(kind: type) -> None:
    """Workers send them, rules match them, and nobody changes them."""
    value = kind(4)
    assert pickle.loads(pickle.dumps(value)) == value and type(pickle.loads(pickle.dumps(value))) is kind
    with pytest.raises(AttributeError):
        value.x = 5
    with pytest.raises(AttributeError):
        value.other = 5
    match value:
        case kind(4, 2, name="here"):
            pass
        case _:
            pytest.fail("does not match")


def test_a_field_without_a_default_comes_first() -> None:
    """As with functions, and told when the class is made."""
    with pytest.raises(TypeError, match="default"):
        type(NamedTuple)("Wrong", (NamedTuple,), {"__annotations__": {"a": "int", "b": "int"}, "a": 1})


COLLECTED = """
import builtins, gc
def fields(of):
    found = of.__dict__
    del of
    gc.collect()
    return found
builtins.vars = fields
from rmplay.values import NamedTuple
class Two(NamedTuple):
    a: int
    b: int
assert (Two(1, 2).a, Two(1, 2).b) == (1, 2)
"""


def test_fields_are_read_whenever_garbage_is_collected() -> None:
    """Also if that is in the middle of the module, as in one of a hundred workers that start afresh."""
    ran = subprocess.run([sys.executable, "-c", COLLECTED], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
