"""The report for people: the place, the line, what is wrong, why it matters, and what to type."""

from __future__ import annotations

import functools
import unicodedata

from ...definition.source import Source
from ...finding import ERROR, HINT, WARNING, Finding, Rule, Span
from ...patterns import pattern
from ...values import NamedTuple
from ..engine import PROGRAM, Checked
from ..fixes import SAFE, UNSAFE, option_of
from ..report import Report, summary

_COLORS = {ERROR: "31", WARNING: "33", HINT: "36"}
_NOT_CHARACTERS = "\ufdd0-\ufdef" + "".join(chr(plane << 16 | 0xfffe) + chr(plane << 16 | 0xffff) for plane in range(17))
_CONTROL = pattern("[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff"
                      + _NOT_CHARACTERS + "]")
_COMMAND = pattern(r"(?<!\S)(?=::)|(?<=#)(?=#\[)")
WIDTH = 96
LONGEST_LINE = 100


def report(report: Report, color: bool = False) -> str:
    """All findings, file by file, and a summary that says the truth."""
    parts = []
    for file in report.files:
        seen: set[str] = set()
        for group, more in _repeated(groups(file.findings)):
            parts.append(_told(group, file.loaded.sources, color, seen) + _also(more))
    parts += [_summary(file, color) for file in report.files if file.findings or file.kind == PROGRAM or len(report.files) == 1]
    parts += _mendable(report)
    if report.worst() == WARNING:
        parts.append(_wrapped("It can be built as it is: rmplay build. Warnings are for the time before it is published.", ""))
    return "\n\n".join(parts) + "\n"


def groups(findings: tuple[Finding, ...]) -> list[list[Finding]]:
    """Findings of one rule at one place are told together."""
    found: list[list[Finding]] = []
    for finding in findings:
        if found and (found[-1][0].rule, found[-1][0].span) == (finding.rule, finding.span):
            found[-1].append(finding)
        else:
            found.append([finding])
    return found


def _repeated(told: list[list[Finding]]) -> list[tuple[list[Finding], list[Finding]]]:
    """The groups, each with the findings that follow right behind it and say the same of other places."""
    found: list[tuple[list[Finding], list[Finding]]] = []
    for group in told:
        first = found[-1][0] if found else []
        if len(group) == len(first) == 1 and _what(group[0]) == _what(first[0]):
            found[-1][1].append(group[0])
        else:
            found.append((group, []))
    return found


def _what(finding: Finding) -> tuple:
    """What a finding says but for its place; such with places beside it are told on their own."""
    return finding.rule, finding.remedy, finding.level, finding.related or None, bool(finding.related) and finding.span


def _also(findings: list[Finding]) -> str:
    """More places of what was told above, a line for each."""
    return "".join("\n" + spoken(f"  Also {f.span.source}:{f.span.line}:{f.span.column}: {f.message}") for f in findings)


def _told(group: list[Finding], sources: dict[str, Source], color: bool, seen: set[str]) -> str:
    first = group[0]
    span, name = first.span, first.rule.id
    word = _paint(first.level, _COLORS[first.level], color)
    option = next((option for f in group if (option := option_of(f))), "")
    mark = _paint(f" [{option.split()[-1]}]", "32", color) if option else ""
    head = f"{spoken(f'{span.source}:{span.line}:{span.column}')}: {word} {_paint(name, '1', color)}{mark}"
    lines = [head, *_snippet(first, sources, color)]
    if len(group) == 1:
        lines += [_wrapped(first.message, "  "), _wrapped(first.remedy, "  Fix:  ")]
    else:
        lines += [_wrapped(f"{f.message} {f.remedy}", "  - ", "    ") for f in group]
    lines += [_wrapped(f"See also {r.span.source}:{r.span.line}:{r.span.column}, {r.note}.", "  ")
              for f in group for r in f.related]
    if name not in seen:
        seen.add(name)
        lines.append(_paint(_why(first.rule), "2", color))
    return "\n".join(filter(str.strip, lines))


def _snippet(finding: Finding, sources: dict[str, Source], color: bool) -> list[str]:
    """The line with a row of carets under the place; never at the first column, so no text can pose as a command."""
    parts = quoted(finding.span, sources)
    if parts is None:
        return []
    number = f"{finding.span.line:>5} | "
    caret = "^" * max(1, min(_width(clean(parts.marked)), LONGEST_LINE))
    indent = " " * (len(number) + _width(spoken(parts.before)))
    return [number + spoken("".join(parts)), indent + _paint(caret, "31", color)]


class Quoted(NamedTuple):
    """The line of a finding, or the part of a long one that is shown: what is meant, and what stands around it."""

    before: str
    marked: str
    after: str


def quoted(span: Span, sources: dict[str, Source]) -> Quoted | None:
    """The line at which a span begins. None where its source is not known."""
    source = sources.get(span.source)
    if source is None or span.line > len(source.lines):
        return None
    line = source.lines[span.line - 1]
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    start, skipped = span.column - 1, 0
    if len(line) > LONGEST_LINE:
        skipped = max(0, min(start - 30, len(line) - LONGEST_LINE))
        cut_before, cut_after = skipped > 0, skipped + LONGEST_LINE < len(line)
        line = "…" * cut_before + line[skipped + cut_before:skipped + LONGEST_LINE - cut_after] + "…" * cut_after
    start, end = start - skipped, max(end - skipped, start - skipped)
    line = line.replace("\t", "→")
    return Quoted(line[:start], line[start:end], line[end:])


def clean(text: str) -> str:
    """A text in which no control character can move the cursor or start a command; tabs become one space."""
    if text.isprintable():  # as most are, and none of those characters is
        return text
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text.replace("\t", " "))


def spoken(text: str) -> str:
    """A clean text in which GitHub's runner finds no command: no word begins with `::`, and nothing with `##[`."""
    return _COMMAND.sub(r"\\", clean(text)) if "::" in text or "##[" in text else clean(text)


def _width(text: str) -> int:
    """Columns that a terminal needs for a text."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


@functools.cache
def _why(rule: Rule) -> str:
    return _wrapped(rule.why, "  Why:  ")


@functools.lru_cache(maxsize=4096)
def _wrapped(text: str, first: str, rest: str | None = None) -> str:
    import textwrap
    return textwrap.fill(spoken(text), WIDTH, initial_indent=first,
                         subsequent_indent=" " * len(first) if rest is None else rest, break_long_words=False,
                         break_on_hyphens=False) if text else ""


def _mendable(report: Report) -> list[str]:
    """What rmplay can type by itself, if anything."""
    options = [option_of(finding) for finding in report.findings]
    safe, unsafe = options.count(SAFE), options.count(UNSAFE)
    told = [f"{safe} can be mended by `rmplay lint --fix`"] if safe else []
    told += [f"{unsafe} {'more ' if safe else ''}by `rmplay lint --fix --unsafe-fixes`, which guesses"] if unsafe else []
    return [_wrapped(" and ".join(told) + "; --diff instead of --fix shows how.", "")] if told else []


def _summary(file: Checked, color: bool) -> str:
    first, *more = summary(file)
    for word, code in (("is met", "32"), ("is not met", "31")):
        first = first.replace(f" {word}", f" {_paint(word, code, color)}", 1)
    return "\n".join([f"{spoken(f'{file.name}:')} {first}", *(_wrapped(line, "  ") for line in more)])


def _paint(text: str, code: str, color: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if color else text
