"""The rules that the site can break: what only shows when pages are planned."""

from __future__ import annotations

from ..finding import INVALID, Rule

BROKEN_LINK = Rule("broken-link", INVALID, """
A link in a text leads to a page that this program does not have.

Why: A reader who follows it finds nothing, and on paper it points nowhere.
Ignore: Never.
Bad:
    title: Digital fluency
    summary: Begin with the [guide](mentor-gide).
    #                               ^^^^^^^^^^^
Good:
    title: Digital fluency
    summary: See [the program](program).
""")

PICTURE_IN_TEXT = Rule("picture-in-text", INVALID, """
A text asks for a picture, which pages do not show.

Why: The signs are printed as they are typed, and the reader sees brackets instead of the picture.
Ignore: Never. Signs between backticks are meant to be printed.
Bad:
    title: Digital fluency
    summary: This is us ![the team](team.png) in spring.
    #                   ^^^^^^^^^^^^^^^^^^^^^
Good:
    title: Digital fluency
    summary: This is [the team](https://intranet.example/team.png) in spring.
""")

HTML_IN_TEXT = Rule("html-in-text", INVALID, """
A text has a tag or a sign of HTML in it.

Why: Texts are light Markdown, so the tag itself would be printed on the page.
Ignore: Never. Signs between backticks are meant to be printed.
Bad:
    title: Digital fluency
    summary: Heads of department <b>learn</b> from their teams.
    #                            ^^^
Good:
    title: Digital fluency
    summary: Heads of department **learn** from <name of the team>.
""")

REPEATED_PROGRAM = Rule("repeated-program", INVALID, """
Two definitions have the same id, so their pages would overwrite each other.

Why: One of the two programs would be missing from the site.
Ignore: Never.
""")

ALIAS_TAKEN = Rule("alias-taken", INVALID, """
An earlier id of a program is the id, or an earlier id, of another one, or stands there twice.

Why: An old address can lead to one place only, and a page that leads away must not replace a real one.
Ignore: Never.
""")
