"""Files made to hurt, and the check that every place of a finding exists."""

from __future__ import annotations

from rmplay.finding import Span
from rmplay.lint.engine import Checked

BOMB = b"a: &a [x, x, x, x, x, x, x, x, x]\n" + b"".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join(['*' + chr(97 + i)] * 9)}]\n".encode() for i in range(8))
HOSTILE = {
    "brackets in a text": b"title: " + b"[" * 20_000,
    "brackets in a quoted text": b'title: ok\nsummary: "' + b"[" * 20_000 + b'"',
    "500 nested lists": b"tags:\n" + b"\n".join(b" " * (2 * i) + b"-" for i in range(500)),
    "500 nested lists on a line": b"tags: " + b"[" * 500 + b"]" * 500,
    "depth of 100,000, dashes": b"- " * 100_000,
    "depth of 100,000, brackets": b"[" * 100_000,
    "depth of 100,000, braces": b"{" * 100_000,
    "depth of 100,000, keys": b"? " * 100_000,
    "alias that holds itself": b"title: &a [*a]",
    "alias bomb": BOMB,
    "undefined alias": b"title: *nobody",
    "nul": b"title: a\x00b",
    "only a byte order mark": b"\xef\xbb\xbf",
    "utf-16": "title: Digital".encode("utf-16"),
    "latin-1": "title: Café".encode("latin-1"),
    "surrogate escape": b'title: "\\ud800"',
    "escape beyond Unicode": b'title: "\\U00110000"',
    "line separators": "title: a\u2028summary: b\x85kind: c".encode(),
    "long digits": b"cadence:\n  minutes: " + b"9" * 5_000,
    "sexagesimal": b"cadence:\n  minutes: " + b"1:" * 5_000 + b"1",
    "impossible date": b"start: 2024-13-45",
    "date of many digits": b"start: 3.99999999999999999999.2024",
    "long key": b"k" * 5_000 + b": x",
    "one long line": b"title: " + b"x" * 200_000,
    "two megabytes": b"#" * 2_000_000,
    "many documents": b"---\n" * 5_000,
    "many keys": b"".join(b"k%d: x\n" % i for i in range(10_000)),
    "many broken lines": b"title: [\n" * 3_000,
    "many comments": b"".join(b"x-%d: a  # rmplay: ignore[long-sentence] because it is so\n" % i for i in range(5_000)),
    "many lists without a name": b"agreement:\n" + b"  signed: yes\n    - task\n" * 1_000,
    "many equal ids": b"goals:\n  - id: a\n    for:\n" + b"      - mentee\n" * 2_000 + b"  - id: a\n    for: [mentee]\n" * 2_000,
    "nearly an address": b"title: x\nwhy: " + b"-a" * 200 + b" x.example\nsessions:\n" + (
        b"  - purpose: " + b"-a" * 140 + b" x.example\n") * 20,
    "tag": b"title: !!python/object:os.system x",
    "merge of itself": b"title: x\n<<: *a\na: &a {<<: *a}",
    "carriage returns": b"title: a\rsummary: [\rkind: reverse\r",
    "nothing": b"",
    "a lone dash": b"-",
    "a lone question": b"?",
    "a question that ends the file": b"title: x\ntags: #and\n? more",
    "first line too far right, without its space": b" tags:two\ntitle: @x",
    "markdown in markdown": b"title: x\nsummary: '" + b"*_`[(" * 700 + b"'",
    "quotes in quotes": b"title: x\nsummary: |\n  " + b"> " * 1_900,
}


def assert_places_exist(checked: Checked) -> None:
    """Every place of every finding is inside its text."""
    for finding in checked.findings:
        for span in (finding.span, *(r.span for r in finding.related)):
            assert_inside(span, checked)


def assert_inside(span: Span, checked: Checked) -> None:
    """A span begins and ends on lines and columns that its source has."""
    lines = checked.loaded.sources[span.source].lines
    assert 1 <= span.line <= span.end_line <= len(lines) + 1, span
    assert 1 <= span.column <= len(lines[span.line - 1]) + 1, span
    if span.end_line <= len(lines):
        assert 1 <= span.end_column <= len(lines[span.end_line - 1]) + 1, span
    assert (span.line, span.column) <= (span.end_line, span.end_column), span
