"""Texts become HTML safely: what is plain needs no package, what is hostile harms nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmplay.site import markdown
from support.cpu import within

WORDS = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=60)


@given(WORDS)
def test_plain_text_is_what_the_package_makes_of_it(text: str) -> None:
    """A text that skips the package has the same HTML as one that does not."""
    text = text.strip()
    if text and not markdown._SIGNS.search(text):
        assert str(markdown.block(text)) == markdown._converted(text)


@given(st.text(alphabet="ab *_`[]()<>&\\\n#>-+1.!\"'|~=:/", max_size=120))
def test_no_text_makes_a_tag_of_its_own(text: str) -> None:
    """Only the tags of light Markdown come out, with no attribute but a safe address."""
    import html5lib
    tree = html5lib.parseFragment(str(markdown.block(text)), treebuilder="etree", namespaceHTMLElements=False)
    allowed = {"DOCUMENT_FRAGMENT", "p", "em", "strong", "code", "pre", "a", "ul", "ol", "li", "blockquote", "br"}
    for element in tree.iter():
        assert element.tag in allowed, element.tag
        assert set(element.attrib) <= {"href", "start"}, element.attrib


@pytest.mark.parametrize(("text", "shown"), [
    ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>"),
    ("a *b* **c**", "<p>a <em>b</em> <strong>c</strong></p>"),
    ("[x](javascript:y)", "<p><a>x</a></p>"),
    ("[x](JAVASCRIPT:y)", "<p><a>x</a></p>"),
    ("[x](data:text/html,y)", "<p><a>x</a></p>"),
    ("![x](y.png)", "<p>![x](y.png)</p>"),
    ("[x](https://example.org/a?b=1&c=2)", '<p><a href="https://example.org/a?b=1&amp;c=2">x</a></p>'),
    ("[x](mentor-guide)", '<p><a href="\x1frmplay:mentor-guide">x</a></p>'),
    ("[x](agenda/your-hands.html)", '<p><a href="\x1frmplay:agenda/your-hands">x</a></p>'),
    ("# no heading", "<p># no heading</p>"),
    ("AT&T &lt;b&gt;", "<p>AT&amp;T &lt;b&gt;</p>"),
])
def test_light_markdown(text: str, shown: str) -> None:
    """Emphasis, lists and links; nothing else."""
    assert str(markdown.block(text)) == shown


@pytest.mark.parametrize("text", ["[" * 4000, "*" * 4000, "_a" * 2000, "`" * 4000, "[a](" * 1000, "> " * 2000,
                                  "*a **b " * 500, "- " * 2000, "\n".join(" " * i + "- x" for i in range(88)),
                                  "[](<" * 1000, "\\" * 4000, "a\n> b\n" * 400])
def test_hostile_nesting_does_not_hang(text: str) -> None:
    """Within half a second, and the next text is unharmed."""
    within(0.5, lambda: markdown.block.__wrapped__(text))  # each try is a new one
    assert str(markdown.block("*fine*")) == "<p><em>fine</em></p>"


def test_inline_keeps_one_paragraph_in_the_line() -> None:
    """One paragraph loses its tags, two keep them."""
    assert str(markdown.inline("a *b*")) == "a <em>b</em>"
    assert str(markdown.inline("a\n\nb")).count("<p>") == 2
