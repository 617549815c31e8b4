"""Named tuples that cost a command almost nothing when it starts.

A lint of one file meets some ninety of these classes, and `typing.NamedTuple` compiles code for each of them: that was
a seventh of the whole run. These behave the same and share their methods. Type checkers are told that they are the ones
they know.
"""

from __future__ import annotations

import collections
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    _PLACES = [f"item_{place}" for place in range(20)]
    _Places = collections.namedtuple("_Places", _PLACES)  # it has a name, or it might be collected while it is read
    _READERS = [vars(_Places)[place] for place in _PLACES]

    class _Fields(type):
        """Makes the annotated names of a class its fields, in their order."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> _Fields:
            """The class: each field reads its place in the tuple, and what stood behind it is its default."""
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body.pop(field) for field in fields if field in body}
            if tuple(defaults) != fields[len(fields) - len(defaults):]:
                raise TypeError(f"{name}: a field without a default follows one that has one")
            readers = dict(zip(fields, _READERS[:len(fields)], strict=True))
            return super().__new__(cls, name, bases, {**body, **readers, "__slots__": (), "__match_args__": fields,
                                                      "_fields": fields, "_field_defaults": defaults,
                                                      "_count": len(fields)})

    class NamedTuple(tuple, metaclass=_Fields):
        """The base of a class whose annotated names are the fields of a tuple; see typing.NamedTuple."""

        def __new__(cls, *given: Any, **named: Any) -> Self:
            if named or len(given) != cls._count:
                given = cls._all(given, named)
            return tuple.__new__(cls, given)

        @classmethod
        def _all(cls, given: tuple, named: dict[str, Any]) -> tuple:
            """All values, in the order of the fields. Raises TypeError for one too many, one too few, an unknown name."""
            defaults = cls._field_defaults
            try:
                values = (*given, *[named.pop(field) if field in named else defaults[field]
                                    for field in cls._fields[len(given):]])
            except KeyError as error:
                raise TypeError(f"{cls.__name__} wants {error}") from None
            if named or len(values) != cls._count:
                raise TypeError(f"{cls.__name__} has the fields {', '.join(cls._fields)}: not {named or given}")
            return values

        def __repr__(self) -> str:
            return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._asdict().items())})"

        def __getnewargs__(self) -> tuple:
            return tuple(self)

        def _asdict(self) -> dict[str, Any]:
            """The values by the names of their fields."""
            return dict(zip(self._fields, self, strict=True))

        def _replace(self, **named: Any) -> Self:
            """The same tuple with other values for some of its fields."""
            made = tuple.__new__(type(self), map(named.pop, self._fields, self))
            if named:
                raise TypeError(f"{type(self).__name__} has no {', '.join(named)}")
            return made

        @classmethod
        def _make(cls, values: Any) -> Self:
            """A tuple of values in the order of the fields."""
            return cls(*values)
