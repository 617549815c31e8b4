"""One file to mail or to print: no script, nothing that is fetched, and nothing hidden. It opens in every browser."""

from __future__ import annotations

from ...definition.source import Source
from ...finding import ERROR, HINT, LEVELS, WARNING, Finding, Span
from ...patterns import pattern
from ..engine import PROGRAM, Checked
from ..report import Report, counted, standing, summary
from .shared import chapters, escaped
from .text import groups, quoted

_WORDS = {ERROR: "Error", WARNING: "Warning", HINT: "Advice"}
_CODE = pattern("`([^`]+)`")
_STYLE = """
:root { color-scheme: light dark; --ink: #1b1b1f; --paper: #ffffff; --soft: #f1f1f4; --line: #70707a; --mark: #ffe08a;
  --error: #a3151f; --warning: #7a4a00; --advice: #0b5a78; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececf0; --paper: #17171b; --soft: #26262c; --line: #9a9aa5;
  --mark: #6b5200; --error: #ff9c9c; --warning: #f2c46d; --advice: #8fd0ef; } }
body { background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto;
  max-width: 48rem; overflow-wrap: anywhere; padding: 1rem; }
h1, h2, h3 { line-height: 1.2; } h2 { border-top: 2px solid var(--line); margin-top: 2.5rem; padding-top: 1rem; }
table { border-collapse: collapse; } th, td { border: 1px solid var(--line); padding: .3rem .6rem; text-align: start; }
.findings { list-style: none; padding: 0; }
.findings > li { border-inline-start: .3rem solid var(--line); margin: 1.2rem 0; padding-inline-start: 1rem; }
.findings > .error { border-color: var(--error); } .findings > .warning { border-color: var(--warning); }
.findings > .advice { border-color: var(--advice); }
.error strong { color: var(--error); } .warning strong { color: var(--warning); } .advice strong { color: var(--advice); }
p { margin: .4rem 0; } pre { background: var(--soft); margin: .4rem 0; padding: .4rem; white-space: pre-wrap; }
code, pre { font-family: ui-monospace, monospace; } mark { background: var(--mark); color: inherit; font-weight: bold; }
@page { margin: 18mm; }
@media print { :root { color-scheme: light; --ink: #000; --paper: #fff; --soft: #fff; --mark: #fff; --line: #555;
  --error: #000; --warning: #000; --advice: #000; } body { max-width: none; padding: 0; }
  li { break-inside: avoid; } h2, h3 { break-after: avoid; } mark { text-decoration: underline; } }
"""
_PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>
<h1>{title}</h1>
{body}</main>
</body>
</html>
"""


def report(report: Report, color: bool = False) -> str:
    """The page: a table of the files, then each file with its findings by section."""
    found = report.findings
    title = f"What is to be mended: {counted(found)}" if found else "Nothing to mend"
    body = _table(report) + "".join(_file(n, file) for n, file in enumerate(report.files, 1))
    return _PAGE.format(title=title, style=_STYLE, body=body)


def _table(report: Report) -> str:
    heads = "".join(f'<th scope="col">{head}</th>' for head in
                    ("File", *(_WORDS[name] for name in LEVELS), "Checks passed", "Profile"))
    rows = "".join(_row(n, file) for n, file in enumerate(report.files, 1))
    return f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"


def _row(number: int, file: Checked) -> str:
    levels, state = [f.level for f in file.findings], standing(file)
    checks = f"{state.passed} of {state.applicable}" if file.results else "none apply"
    met = f"{file.selection.profile} is {'met' if state.met else 'not met'}" if file.kind == PROGRAM else "none applies"
    cells = (*(str(levels.count(name)) for name in LEVELS), checks, met)
    name = f'<th scope="row"><a href="#file-{number}">{escaped(file.name)}</a></th>'
    return f"<tr>{name}{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>\n"


def _file(number: int, file: Checked) -> str:
    parts = [f'<h2 id="file-{number}">{escaped(file.name)}</h2>\n']
    parts += [f"<p>{escaped(line[0].upper() + line[1:])}</p>\n" for line in summary(file)]
    for chapter in chapters(file):
        items = "".join(_group(group, file.loaded.sources) for group in groups(chapter.findings))
        parts.append(f'<h3>{chapter.heading}</h3>\n<ul class="findings">\n{items}</ul>\n')
    if not file.findings:
        parts.append("<p>There is nothing to mend.</p>\n")
    if file.silent:
        items = "".join(_ignored(*s) for s in file.silent)
        parts.append(f'<h3>Ignored with a reason</h3>\n<ul class="findings">\n{items}</ul>\n')
    return "".join(parts)


def _group(group: list[Finding], sources: dict[str, Source]) -> str:
    """What a rule found at one place."""
    first, loud = group[0], group[0].level
    also = "".join(f"<p>See also {_place(r.span)}: {_prose(r.note)}.</p>\n" for f in group for r in f.related)
    return (f'<li class="{loud}">\n<p><strong>{_WORDS[loud]}</strong> in {_place(first.span)} '
            f"<code>{escaped(first.rule.id)}</code></p>\n{_snippet(first.span, sources)}{_what(group)}{also}"
            f"<p><b>Why it matters:</b> {_prose(first.rule.why)}</p>\n</li>\n")


def _what(group: list[Finding]) -> str:
    if len(group) == 1:
        return f"<p>{_prose(group[0].message)}</p>\n<p><b>What to do:</b> {_prose(group[0].remedy)}</p>\n"
    return "<ul>\n" + "".join(f"<li>{_prose(f'{f.message} {f.remedy}')}</li>\n" for f in group) + "</ul>\n"


def _ignored(finding: Finding, reason: str) -> str:
    return (f"<li>\n<p>{_place(finding.span)} <code>{escaped(finding.rule.id)}</code></p>\n"
            f"<p>{_prose(finding.message)}</p>\n<p><b>The reason given:</b> {escaped(reason)}</p>\n</li>\n")


def _place(span: Span) -> str:
    return f"line {span.line} of {escaped(span.source)}"


def _snippet(span: Span, sources: dict[str, Source]) -> str:
    """The line; what is meant is marked, and in print underlined."""
    parts = quoted(span, sources)
    if parts is None or not "".join(parts).strip():
        return ""
    before, marked, after = map(escaped, parts)
    return f"<pre>{span.line} | {before}<mark>{marked}</mark>{after}</pre>\n"


def _prose(text: str) -> str:
    """A text in which what is to be typed, between backticks, is shown as code."""
    return _CODE.sub(r"<code>\1</code>", escaped(text))
