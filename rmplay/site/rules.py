"""The rules that the site can break: what only shows when pages are planned."""

from __future__ import annotations

from ..finding import ADVICE, INVALID, Rule

BROKEN_LINK = Rule("broken-link", INVALID, """
A link in a text leads to a page that this program does not have.

Why: A reader who follows it finds nothing, and on paper it points nowhere.
Source: decisions
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
Source: reference
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
Source: reference
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
Source: reference
Ignore: Never.
Bad:
    # spring.yaml
    id: digital-fluency
    #   ^^^^^^^^^^^^^^^
    # autumn.yaml
    id: digital-fluency
    #   ^^^^^^^^^^^^^^^
Good:
    # spring.yaml
    id: digital-fluency-spring
    # autumn.yaml
    id: digital-fluency-autumn
""")

ALIAS_TAKEN = Rule("alias-taken", INVALID, """
An earlier id of a program is the id, or an earlier id, of another one, or stands there twice.

Why: An old address can lead to one place only, and a page that leads away must not replace a real one.
Source: reference, decisions
Ignore: Never.
Bad:
    # digital-fluency.yaml
    id: digital-fluency
    # future-leaders.yaml
    id: future-leaders
    aliases:
      - digital-fluency
    #   ^^^^^^^^^^^^^^^
Good:
    # digital-fluency.yaml
    id: digital-fluency
    # future-leaders.yaml
    id: future-leaders
    aliases:
      - young-leaders
""")

FOLDER_OF_A_LANGUAGE = Rule("folder-of-a-language", INVALID, """
A program has the id, or had the earlier id, that is also the folder of all pages in another language.

Why: The home page in that language and the program would overwrite each other.
Source: translating, decisions
Ignore: Never.
Bad:
    # de.yaml
    id: de
    #   ^^
    # future-leaders.yaml
    id: future-leaders
    # future-leaders.de.yaml
    translates: future-leaders.yaml
    language: de
Good:
    # de.yaml
    id: de-escalation
    # future-leaders.yaml
    id: future-leaders
    # future-leaders.de.yaml
    translates: future-leaders.yaml
    language: de
""")

SITE_ADDRESS = Rule("site-address", INVALID, """
The address of the site is not one that a browser can open.

Why: It is printed as a code on every sheet, and a wrong one leads nowhere for as long as the paper lasts.
Source: reference
Ignore: Never.
Bad:
    # site.yaml
    base_url: example.org/playbooks
    #         ^^^^^^^^^^^^^^^^^^^^^
Good:
    # site.yaml
    base_url: https://example.org/playbooks/
""")

NOT_A_COLOR = Rule("not-a-color", INVALID, """
A color of the brand is not written in a way that can be read.

Why: Pages would be shown in the colors of somebody else.
Source: reference
Ignore: Never.
Bad:
    # site.yaml
    brand:
      color: corporate blue
    #        ^^^^^^^^^^^^^^
Good:
    # site.yaml
    brand:
      color: "#1c4f8f"
""")

COLOR_CUT_AT_HASH = Rule("color-cut-at-hash", INVALID, """
A color stands without quotes, so that its # begins a comment and nothing is left of it.

Why: The line looks right, and the color never shows.
Source: yaml
Ignore: Never.
Bad:
    # site.yaml
    brand:
      color: #1c4f8f
    # ^^^^^
Good:
    # site.yaml
    brand:
      color: "#1c4f8f"
""")

UNREADABLE_COLOR = Rule("unreadable-color", INVALID, """
Text in a color of the brand is too pale to be read on white.

Why: Every link, button and role is written in it; people with weaker eyes, and anybody in the sun, would not see them.
Source: wcag22
Ignore: Never. The color of a logo is not touched by this, since it is a picture.
Bad:
    # site.yaml
    brand:
      color: "#ff9900"
    #        ^^^^^^^^^
Good:
    # site.yaml
    brand:
      color: "#995c00"
""")

MISSING_FILE = Rule("missing-file", INVALID, """
A file that the brand names is not there.

Why: Every page would show an empty frame in its place.
Source: reference
Ignore: Never.
Bad:
    # site.yaml
    brand:
      logo: brand/lgo.svg
    #       ^^^^^^^^^^^^^
Good:
    # site.yaml
    brand:
      logo: brand/logo.svg
""")

FILE_OUTSIDE = Rule("file-outside", INVALID, """
A file that the brand names lies outside the folder of `site.yaml`.

Why: The project could not be built on another machine, and a path could publish a file that nobody meant to.
Source: reference
Ignore: Never.
Bad:
    # site.yaml
    brand:
      logo: ../../private/logo.svg
    #       ^^^^^^^^^^^^^^^^^^^^^^
Good:
    # site.yaml
    brand:
      logo: brand/logo.svg
""")

FILE_TYPE = Rule("file-type", INVALID, """
A file that the brand names is of a type that pages cannot use.

Why: Browsers would show nothing in its place.
Source: reference
Ignore: Never.
Bad:
    # site.yaml
    brand:
      logo: brand/logo.ai
    #       ^^^^^^^^^^^^^
Good:
    # site.yaml
    brand:
      logo: brand/logo.svg
""")

ORIGINAL_CHANGED = Rule("original-changed", ADVICE, """
A template that you took over with `rmplay theme eject` has a newer original.

Why: Your copy hides what was mended or added there, for as long as nobody compares the two.
Source: themes
Ignore: Type the new number into the first line of the copy, which says that you have compared them.
Bad:
    # overrides/templates/page.html
    {# rmplay: from base/page.html, 0123456789abcdef #}
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    {% extends "layout.html" %}
Good:
    # overrides/templates/page.html
    {% extends "!parent/page.html" %}
    {% block foot %}<p>Questions: the mentoring desk, room 214</p>{% endblock %}
""")
