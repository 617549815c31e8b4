"""Findings are mended by their edits: round after round, and nothing is taken over that did more than it was made for.

Safe edits first, until none is left; then, on request, the others. What would change anything else is refused.
"""

from __future__ import annotations

import functools
from collections.abc import Callable

from ..definition.complaints import TEXT_LENGTH
from ..definition.edits import Change, Typed, disjoint, kept, landed, moved, typed
from ..definition.insert import NoPlace, section_edit
from ..definition.load import Text, house_of, overlay_of, text_of
from ..definition.skeleton import sections
from ..finding import INVALID, Edit, Finding
from ..lint.engine import Checked, lint_house, lint_site
from ..lint.fixes import SKELETONS
from ..lint.preferences import Asked, settings_for
from ..lint.rule import Settings
from ..lint.selection import Selection
from ..values import NamedTuple
from .check import Inputs, examine, examine_translation, in_translation, inputs_of
from .found import HOUSE, SETTINGS
from .project import Project, site_of

MOST_ROUNDS = 200
Look = Callable[[bytes, str], "Looked"]


class Looked(NamedTuple):
    """The tree of some bytes, and everything that is to be said about them."""

    text: Text
    checked: Checked


def looks(project: Project, settings: Settings, asked: Asked = Asked()) -> list[tuple[str, Look]]:
    """The files of a project by name, each with the function that finds what is to be said about its bytes."""
    found: list[tuple[str, Look]] = []
    shared = ((project.site, SETTINGS, lint_site), (project.house and project.house.text, HOUSE, _lint_house))
    for text, name, lint in shared:
        if text:
            chosen = settings_for(site_of(project), name, settings, asked).selection
            found.append((text.source.name, functools.partial(_looked, lint, chosen)))
    for inputs in inputs_of(project, settings, asked):
        found.append((inputs.text.source.name, functools.partial(look_at_program, inputs)))
        found += [(one.text.source.name, functools.partial(_look_at_translation, inputs)) for one in inputs.translations]
    return found


def _lint_house(text: Text) -> Checked:
    return lint_house(house_of(text))


def _look_at_translation(inputs: Inputs, data: bytes, name: str) -> Looked:
    overlay = overlay_of(text_of(data, name))
    return Looked(overlay.text, examine_translation(inputs, overlay, in_translation(inputs, overlay)))


def _looked(lint: Callable[[Text], Checked], chosen: Selection, data: bytes, name: str) -> Looked:
    text = text_of(data, name)
    return Looked(text, lint(text)._replace(selection=chosen))


def look_at_program(inputs: Inputs, data: bytes, name: str) -> Looked:
    """Everything that is to be said about a program, with the lines to paste for sections that are missing."""
    text = text_of(data, name)
    checked = examine(inputs._replace(text=text))
    return Looked(text, checked._replace(findings=tuple(_with_skeleton(f, text) for f in checked.findings)))


def _with_skeleton(finding: Finding, text: Text) -> Finding:
    """The finding that a part is missing, with the lines to paste."""
    if finding.rule.id not in SKELETONS or finding.path not in sections():
        return finding
    try:
        return finding._replace(edits=(section_edit(text, finding.path),))
    except NoPlace:
        return finding


class Fixed(NamedTuple):
    """A file after its findings were mended: what was done, what was refused, and what is left to say about it."""

    before: bytes
    after: bytes
    done: tuple[Finding, ...]
    refused: tuple[Finding, ...]
    left: Checked


def fixable(finding: Finding, name: str, unsafe: bool) -> bool:
    """Whether a finding can be mended in the file of that name. House files and the like are mended by themselves."""
    return bool(finding.edits) and all(e.span.source == name and (unsafe or e.safe) for e in finding.edits)


def fix(data: bytes, name: str, look: Look, unsafe: bool = False) -> Fixed:
    """Mend the findings about a file, as `look` finds them. Raises NotEditable where its bytes cannot be kept."""
    file, seen = typed(data), look(data, name)
    done: list[Finding] = []
    refused: dict[tuple[str, int], Finding] = {}
    for level in (False, True)[:1 + unsafe]:
        for _ in range(MOST_ROUNDS):
            wanted = [f for f in seen.checked.findings if seen.checked.selection.chooses(f.rule)
                      and fixable(f, name, level) and _known(f, file) not in refused]
            form = [f for f in wanted if f in seen.text.findings]  # what is said of values may change with the form
            made = _round(file, seen, form or wanted, look)
            if made is None:
                break
            refused |= {_known(f, file): f for f in made.refused}
            changes = file.changes([edit for f in made.done for edit in f.edits])
            refused = {(rule, moved(at, changes)): f for (rule, at), f in refused.items()}
            done += made.done
            file, seen = made.file, made.seen
    return Fixed(data, file.data, tuple(done), tuple(refused.values()), seen.checked)


class NotAsExpected(Exception):
    """An edit would have done something else as well, so nothing was done; the message says what to do."""


def insert(data: bytes, name: str, look: Look, edit: Edit) -> Fixed:
    """Put new lines into a file; `done` is what is to be said now and was not before. Raises NotAsExpected."""
    file, before = typed(data), look(data, name)
    changes = file.changes([edit])
    new = file.changed(changes)
    after = look(new.data, name)
    whole = not any(f.cls == INVALID for f in before.text.findings)
    if not kept(before.text.root, after.text.root, file, new, changes, whole) or _wrong_inside(after, new, changes):
        raise NotAsExpected("The text around the place cannot be read as it is. Mend it first: rmplay lint")
    known = {(f.rule.id, f.message) for f in before.checked.findings}
    came = tuple(f for f in after.checked.findings if (f.rule.id, f.message) not in known)
    return Fixed(data, new.data, came, (), after.checked)


class _Made(NamedTuple):
    file: Typed
    seen: Looked
    done: list[Finding]
    refused: list[Finding]


def _known(finding: Finding, file: Typed) -> tuple[str, int]:
    """What a refused finding is known by: its rule and its offset, which moves when something before it is mended."""
    return finding.rule.id, file.changes([Edit(finding.span, "")])[0].start


def _round(file: Typed, seen: Looked, wanted: list[Finding], look: Look) -> _Made | None:
    """Mend what does not overlap, all at once; where that is refused, the first that can be mended alone."""
    if not wanted:
        return None
    chosen = _disjoint(file, wanted)
    made = _tried(file, seen, chosen, look)
    if made:
        return made
    refused = []
    for finding in chosen if len(chosen) > 1 else []:
        made = _tried(file, seen, [finding], look)
        if made:
            return made._replace(refused=refused)
        refused.append(finding)
    return _Made(file, seen, [], refused or chosen)


def _disjoint(file: Typed, wanted: list[Finding]) -> list[Finding]:
    """The findings whose edits do not touch those of one before; the others wait for the next round."""
    chosen: list[Finding] = []
    edits: list[Edit] = []
    for finding in wanted:
        if disjoint(file.changes([*edits, *finding.edits])):
            chosen.append(finding)
            edits += finding.edits
    return chosen or wanted[:1]


def _tried(file: Typed, seen: Looked, findings: list[Finding], look: Look) -> _Made | None:
    """The file with these findings mended; None where anything else would have changed."""
    changes = file.changes([edit for f in findings for edit in f.edits])
    if not disjoint(changes):
        return None
    new = file.changed(changes)
    after = look(new.data, seen.text.source.name)
    whole = not any(f.cls == INVALID for f in seen.text.findings)
    if (not kept(seen.text.root, after.text.root, file, new, changes, whole)
            or _wrong_inside(after, new, changes) or not _gone(findings, after, file, new)):
        return None
    return _Made(new, after, list(findings), [])


def _wrong_inside(after: Looked, new: Typed, changes: list[Change]) -> bool:
    """Whether something that cannot be used stands where the edits were made. A text may still be too long."""
    typed_now = landed(changes)
    wrong = [f for f in after.checked.findings if f.cls == INVALID and f.rule is not TEXT_LENGTH
             and f.span.source == after.text.source.name]
    places = [new.changes([Edit(f.span, "")])[0].start for f in wrong]
    return any(start <= place < end for place in places for start, end, _ in typed_now)


def _gone(findings: list[Finding], after: Looked, old: Typed, new: Typed) -> bool:
    """Whether the findings are no longer told."""
    changes = old.changes([edit for f in findings for edit in f.edits])
    was = {(f.rule.id, f.message, moved(old.changes([Edit(f.span, "")])[0].start, changes)) for f in findings}
    now = {(f.rule.id, f.message, new.changes([Edit(f.span, "")])[0].start) for f in after.checked.findings
           if f.span.source == after.text.source.name}
    return not was & now
