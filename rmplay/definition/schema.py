"""The JSON Schema for editors, made of the model. It accepts the structures that `decode` accepts, and no others."""

from __future__ import annotations

import re
from typing import Any

from . import kinds, languages
from .decode import ID
from .kinds import key_of
from .model import HouseRules, Program, Site, Translation
from .record import Record

_DIALECT = "http://json-schema.org/draft-07/schema#"
_SCALAR = ["string", "number", "boolean"]


def schema_of(kind: str) -> dict[str, Any]:
    """The schema of a program, a house file, the settings of a site, house rules, or a translation."""
    cls = {"site": Site, "house-rules": HouseRules, "translation": Translation}.get(kind, Program)
    definitions: dict[str, Any] = {}
    root = _record(cls, definitions)
    return {"$schema": _DIALECT, "title": f"rmplay {kind}", **root, "definitions": dict(sorted(definitions.items()))}


def _record(cls: type[Record], definitions: dict[str, Any]) -> dict[str, Any]:
    keyed_by_name = cls.__name__ == "Role"
    properties = {key_of(name): {**_kind(spec.kind, definitions), "description": _described(spec)}
                  for name, spec in cls.specs.items() if not (keyed_by_name and name == "id")}
    return {"description": (cls.__doc__ or "").split("\n")[0], "type": "object", "properties": properties,
            "patternProperties": {"^x-": True}, "additionalProperties": False}


def _described(spec: kinds.Spec) -> str:
    return f"{spec.about} Typical: {spec.typical}." if spec.typical else spec.about


def _reference(cls: type[Record], definitions: dict[str, Any]) -> dict[str, Any]:
    if cls.__name__ not in definitions:
        definitions[cls.__name__] = {}
        definitions[cls.__name__] = _record(cls, definitions)
    return {"$ref": f"#/definitions/{cls.__name__}"}


def _kind(kind: kinds.Kind, definitions: dict[str, Any]) -> dict[str, Any]:
    """What a value of a kind may be; nothing at all may always stand there, as in a draft."""
    return {"anyOf": [_written(kind, definitions), {"type": "null"}]}


def _written(kind: kinds.Kind, definitions: dict[str, Any]) -> dict[str, Any]:
    match kind:
        case kinds.Line() | kinds.Text():
            return {"type": _SCALAR, "minLength": kind.shortest, "maxLength": kind.longest}
        case kinds.Address():
            return {"type": _SCALAR, "pattern": "^(?:(?:[hH][tT][tT][pP][sS]?|mailto|tel):\\S+|[^\\s:#]+(?:#[^\\s:#]+)?)$"}
        case kinds.Whole():
            return {"type": "integer", "minimum": kind.lowest, "maximum": kind.highest}
        case kinds.Number():
            return {"type": "number", "minimum": kind.lowest, "maximum": kind.highest}
        case kinds.YesNo():
            return {"anyOf": [{"type": "boolean"}, {"enum": ["yes", "no", "Yes", "No"]}]}
        case kinds.Date():
            return {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
        case kinds.Language():
            return {"type": "string", "pattern": languages.in_schema()}
        case kinds.Choice():
            return {"enum": list(kind.words)}
        case kinds.Ident():
            return {"type": "string", "pattern": "^" + re.sub(r"\\Z$", "$", ID.pattern), "maxLength": kind.longest}
        case kinds.Ref():
            return {"type": _SCALAR}
        case _:
            return _group(kind, definitions)


def _group(kind: kinds.Kind, definitions: dict[str, Any]) -> dict[str, Any]:
    match kind:
        case kinds.One():
            whole = _reference(kind.record, definitions)
            return {"anyOf": [whole, {"type": _SCALAR}]} if kind.record.short_form else whole
        case kinds.Many():
            return {"type": "array", "items": _kind(kind.of, definitions)}
        case kinds.Table():
            return {"type": "object", "additionalProperties": _kind(kind.of, definitions)}
        case kinds.Keyed():
            one = {"anyOf": [_reference(kind.record, definitions), {"type": "null"}]}
            return {"type": "object", "properties": dict.fromkeys(kind.names.words, one),
                    "patternProperties": {"^x-": True}, "additionalProperties": False}
        case _:
            raise TypeError(f"The schema has no form for {kind!r}.")
