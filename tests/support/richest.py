"""A program in which everything is written: each text carries a mark that is its alone, each list has three entries."""

from __future__ import annotations

import datetime
import functools
import re
from typing import Any

from rmplay.definition.kinds import (Address, Choice, Date, Ident, Keyed, Language, Line, Many, Number, One, Ref, Text,
                                     Whole, YesNo)
from rmplay.definition.model import Instrument, Program, Question
from rmplay.definition.record import Record

MANY = 3  # entries of each list, so that a page that shows only the first is found out


def _sample(kind: Any, path: str) -> Any:
    """A value for a kind: texts carry a mark that is theirs alone."""
    match kind:
        case Line() | Text():
            return _mark(path)
        case Address():
            return f"https://example.org/{_mark(path)}"
        case Ident():
            return re.sub(r"[^a-z0-9]+", "-", path.lower()).strip("-")[-40:].strip("-")
        case Whole(lowest, highest):
            return min(max(lowest, 5), highest)
        case Number():
            return 7.5
        case YesNo():
            return True
        case Date():
            return datetime.date(2027, 3, 1)
        case Language():
            return "en"
        case Choice(words):
            return words[0]
        case Ref(to):
            return REFERRED[to]
        case One(record):
            return _record(record, path)
        case Many(of):
            return tuple(_sample_of_list(of, path, number) for number in range(MANY))
        case Keyed(names, record):
            return tuple(_record(record, f"{path}.{name}").changed(id=name) for name in names.words)
    raise AssertionError(kind)


def _sample_of_list(of: Any, path: str, number: int) -> Any:
    if isinstance(of, Choice):
        return of.words[number % len(of.words)]
    if isinstance(of, Ref) and of.to == "Role":
        return ("mentor", "mentee", "sponsor")[number]
    return _sample(of, f"{path}[{number}]")


REFERRED = {"Role": "mentor", "Instrument": "evaluation-instruments-0-id", "Goal": "goals-0-id",
            "Session": "sessions-0-id"}
_marks: dict[str, str] = {}


def _mark(path: str) -> str:
    """A word that no template holds, unique to a path."""
    return _marks.setdefault(path, f"Zq{len(_marks):04d}x")


def _record(record: type[Record], path: str = "") -> Any:
    return record(**{name: _sample(spec.kind, f"{path}.{name}".strip(".")) for name, spec in record.specs.items()})


@functools.cache
def richest() -> Program:
    """A program in which everything is written, made so that each page that can exist does."""
    program = _record(Program)
    evaluation = program.evaluation.changed(instruments=tuple(
        _askable(instrument, number) for number, instrument in enumerate(program.evaluation.instruments)))
    goals = tuple(goal.changed(id=f"goals-{n}-id") for n, goal in enumerate(program.goals))
    sessions = tuple(session.changed(id=f"sessions-{n}-id", phase=phase, week=n * 4) for n, (session, phase) in enumerate(
        zip(program.sessions, ("opening", "working", "closing"), strict=True)))
    modules = tuple(m.changed(due_week=n) for n, m in enumerate(program.training.modules))
    governance = program.governance.changed(
        program_lead=program.governance.program_lead.changed(role="program-lead"),
        sponsor=program.governance.sponsor.changed(role="sponsor"))
    return program.changed(evaluation=evaluation, goals=goals, sessions=sessions, governance=governance,
                           status="published", training=program.training.changed(modules=modules))


def _askable(instrument: Instrument, number: int) -> Instrument:
    """An instrument with a question of each kind; only the first has a scale of its own."""
    own, shared = (scale.changed(min=1, max=5) for scale in (instrument.questions[0].scale, instrument.scale))
    kinds = (("scale", own), ("choice", None), ("text", None), ("scale", None))
    asked = (*instrument.questions, instrument.questions[0].changed(id="shared-scale"))
    return instrument.changed(id=f"evaluation-instruments-{number}-id", scale=shared, questions=tuple(
        _of_kind(question, kind, scale) for question, (kind, scale) in zip(asked, kinds, strict=True)))


def _of_kind(question: Question, kind: str, scale: Any) -> Question:
    return question.changed(type=kind, scale=scale, options=question.options if kind == "choice" else ())


def varied(value: Any, number: int) -> Any:
    """A record in which each choice is another word of its list, and every second time each yes is a no."""
    return value.changed(**{name: _varied(spec.kind, getattr(value, name), number)
                            for name, spec in value.specs.items() if name != "id"})


def _varied(kind: Any, held: Any, number: int) -> Any:
    match kind:
        case Choice(words) if held is not None:
            return words[(words.index(held) + number) % len(words)]
        case YesNo() if held is not None:
            return held if number % 2 == 0 else not held
        case One(_) if held is not None:
            return varied(held, number)
        case Many(of) | Keyed(of, _) if isinstance(of, (One, Choice)) and isinstance(held, tuple):
            return tuple(_varied(of if isinstance(kind, Many) and isinstance(of, One) else One(None), part, number)
                         if isinstance(part, Record) else part for part in held)
    return held
