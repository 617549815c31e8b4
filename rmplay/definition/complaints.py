"""The rules of the reader and the decoder: what a definition cannot be, whatever it says.

Each text is explanation, example and test in one. A line of `^` under an example marks the place of the finding.
`{U+0007}` in an example stands for that character, `{byte E9}` for that byte.
"""

from __future__ import annotations

from ..finding import ADVICE, INVALID, Rule

FILE_TOO_LARGE = Rule("file-too-large", INVALID, """
The file is larger than 1 MB, which is too long to be shown here.

Why: A definition is text that people read; a file of this size holds something else.
Source: decisions
Ignore: Never.
""")

NOT_UTF8 = Rule("not-utf8", INVALID, """
The file is not saved as UTF-8, the one way of storing letters that every program reads alike.

Why: Accents and quotes would be printed as nonsense.
Source: yaml, decisions
Ignore: Never.
Bad:
    title: Caf{byte E9} mentoring
    #         ^
Good:
    title: Café mentoring
""")

CONTROL_CHARACTER = Rule("control-character", INVALID, """
An invisible character stands in the text that no keyboard types.

Why: It shifts line numbers or breaks the page on which the text is printed.
Source: yaml
Ignore: Never.
Bad:
    title: Digital{U+0007} fluency
    #             ^
Good:
    title: Digital fluency
""")

LOOK_ALIKE_SPACE = Rule("look-alike-space", INVALID, """
Where YAML needs a space there is another character that looks like one.

Why: The line looks right and is read wrongly, which costs an hour to find by eye.
Source: yaml
Ignore: Never.
Bad:
    title:{U+00A0}Digital fluency
    #     ^
Good:
    title: Digital fluency
""")

TAB_INDENT = Rule("tab-indent", INVALID, """
A line is indented with the Tab key.

Why: Editors show tabs in different widths, so YAML does not take them as indent.
Source: yaml
Ignore: Never.
Bad:
    fit:
    {U+0009}good_when:
    ^
    {U+0009}- A skill used every week
Good:
    fit:
      good_when:
        - A skill used every week
""")

WRONG_INDENT = Rule("wrong-indent", INVALID, """
A line does not line up with the lines it belongs to.

Why: In YAML the indent says what belongs to what.
Source: yaml
Ignore: Never.
Bad:
    title: Digital fluency
      summary: Heads of department learn everyday digital work.
    # ^^^^^^^
Bad:
    tags:
      - dashboards
       - chat
    #  ^^^^^^
Good:
    title: Digital fluency
    summary: Heads of department learn everyday digital work.
""")

MISSING_HEADING = Rule("missing-heading", INVALID, """
The first line of a section or list is gone, so that what it holds stands below the name above.

Why: In YAML a name belongs to the line above it that begins further to the left.
Source: yaml, decisions
Ignore: Never.
Bad:
    closure:
      session: look-back
      delete_by_week: 38
    # ^^^^^^^^^^^^^^
      contact: The privacy desk
Bad:
    agreement:
      signed: yes
        - look-back
    #   ^
Good:
    closure:
      session: look-back
    privacy:
      delete_by_week: 38
      contact: The privacy desk
""")

STRAY_TEXT = Rule("stray-text", INVALID, """
Running text stands in the definition, such as a mail that was pasted by mistake.

Why: Each of its lines would be read as a name or an entry that nobody meant.
Source: yaml, decisions
Ignore: Never.
Bad:
    title: Digital fluency
    Hello team,
    ^^^^^^^^^^^
    these are the dates: we start in March.
Good:
    title: Digital fluency
    # These are the dates: we start in March.
""")

COLON_IN_TEXT = Rule("colon-in-text", INVALID, """
A text has a colon and a space in it and no quotes around it.

Why: A colon with a space is how YAML separates a name from its value.
Source: yaml
Ignore: Never.
Bad:
    title: Digital fluency: term one
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^
Good:
    title: "Digital fluency: term one"
""")

MISSING_COLON = Rule("missing-colon", INVALID, """
A line is neither a name with a value nor an entry of a list.

Why: What stands on the line would be lost.
Source: yaml
Ignore: Never.
Bad:
    title: Digital fluency
    summary
    ^^^^^^^
Good:
    title: Digital fluency
    summary: Heads of department learn everyday digital work.
""")

LIST_WITHOUT_DASH = Rule("list-without-dash", INVALID, """
An entry of a list does not begin with a dash and a space.

Why: Bullets and numbers of a word processor are text to YAML, so the entries would run into one.
Source: yaml
Ignore: Never.
Bad:
    tags:
      • dashboards
    # ^
      • chat
Bad:
    tags:
      -dashboards
    # ^
Good:
    tags:
      - dashboards
      - chat
""")

UNCLOSED_QUOTE = Rule("unclosed-quote", INVALID, """
A quote is opened and not closed, or closed and not opened.

Why: Everything behind it would become part of the text, or the quote would be printed.
Source: yaml
Ignore: Never.
Bad:
    title: "Digital fluency
    #      ^^^^^^^^^^^^^^^^
Bad:
    title: Digital fluency"
    #                     ^
Good:
    title: "Digital fluency"
""")

QUOTE_IN_QUOTES = Rule("quote-in-quotes", INVALID, """
A text goes on after the quote that ends it.

Why: The same quote inside the text ends it early.
Source: yaml
Ignore: Never.
Bad:
    title: 'It's your turn'
    #      ^^^^^^^^^^^^^^^^
Good:
    title: "It's your turn"
""")

UNCLOSED_BRACKET = Rule("unclosed-bracket", INVALID, """
A bracket or brace opens a list that is not closed, or stands at the start of a text.

Why: YAML takes a bracket at the start of a value for a list.
Source: yaml
Ignore: Never.
Bad:
    title: [Draft] Digital fluency
    #      ^^^^^^^^^^^^^^^^^^^^^^^
Bad:
    tags: [dashboards, chat
    #     ^
Good:
    title: "[Draft] Digital fluency"
""")

SIGN_AT_START = Rule("sign-at-start", INVALID, """
A text starts with a sign that means something else to YAML: one of @ ` % * & # and the exclamation mark.

Why: The first word of the text would be lost, or the line not read at all.
Source: yaml
Ignore: Never.
Bad:
    title: @work with newcomers
    #      ^
Bad:
    title: #1 among newcomers
    #      ^
Good:
    title: "@work with newcomers"
""")

SEVERAL_DOCUMENTS = Rule("several-documents", INVALID, """
A second definition starts in the same file.

Why: One file holds one program, so that it can be mailed and read by itself.
Source: decisions
Ignore: Never.
Bad:
    title: Digital fluency
    ---
    ^^^
    title: Future leaders
Good:
    title: Digital fluency
""")

KEY_NOT_TEXT = Rule("key-not-text", INVALID, """
Where a name should stand there is a list or a group.

Why: Braces at the start of a text are taken for a group of names.
Source: decisions
Ignore: Never.
Bad:
    summary:
      {{program}}: run it
    # ^
Good:
    summary: "{{program}} runs each spring."
""")

TOO_DEEP = Rule("too-deep", INVALID, """
Lists or groups stand inside each other deeper than any definition needs, or repeat without end.

Why: Such a file is damaged, or made to make a reader hang.
Source: decisions
Ignore: Never.
Bad:
    title: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
    #                                             ^
Good:
    title: Digital fluency
""")

UNREADABLE_YAML = Rule("unreadable-yaml", INVALID, """
A line cannot be read.

Why: What it says would be lost.
Source: yaml
Ignore: Never.
Bad:
    title: "a \\d mark"
    #         ^^
Good:
    title: 'a \\d mark'
""")

TEXT_CUT_AT_HASH = Rule("text-cut-at-hash", ADVICE, """
A space and a # in a text that has no quotes: what follows is taken for a comment and is not printed.

Why: Half of a sentence would be missing on the page.
Source: yaml
Ignore: The # does start a comment. A space behind it says so to everybody.
Bad:
    title: Meet in room #4
    #                   ^^
Good:
    title: "Meet in room #4"
Good:
    kind: reverse # the junior person is the mentor
""")

CURLY_QUOTES = Rule("curly-quotes", ADVICE, """
A whole text stands in curly quotes, as a word processor makes them.

Why: Only straight quotes keep a text together for YAML; curly ones are printed with it.
Source: yaml
Ignore: The text is what somebody says, and the quotes are meant to be printed.
Bad:
    title: “Digital fluency”
    #      ^
Good:
    title: "Digital fluency"
""")

FOREIGN_FILE = Rule("foreign-file", INVALID, """
The file is of another kind than a definition: a document, a picture, a program.

Why: Only a plain text in YAML can be read, checked and compared.
Source: decisions
Ignore: Never.
Bad:
    {"compilerOptions": {"strict": true}}
    ^
Good:
    title: Digital fluency
""")

EMPTY_FILE = Rule("empty-file", INVALID, """
There is nothing in the file.

Why: A program needs at least a title.
Source: decisions, reference
Ignore: Never.
Bad:
    # nothing but a comment
    ^
Good:
    title: Digital fluency
""")

NOT_A_DEFINITION = Rule("not-a-definition", INVALID, """
The file holds a list or a text instead of names with values.

Why: A definition is read by its names: title, goals, roles.
Source: decisions, reference
Ignore: Never.
Bad:
    - title: Digital fluency
    ^
Good:
    title: Digital fluency
""")

REPEATED_KEY = Rule("repeated-key", INVALID, """
The same name stands twice in one group.

Why: Only one of the two would be printed, and nobody would know which.
Source: yaml
Ignore: Never.
Bad:
    cadence:
      minutes: 45
      minutes: 60
    # ^^^^^^^
Good:
    cadence:
      minutes: 60
""")

UNKNOWN_KEY = Rule("unknown-key", INVALID, """
A name that a definition does not have.

Why: What stands under a misspelt name would be missing on every page.
Source: reference
Ignore: Never. Names that begin with `x-` are yours and are left alone.
Bad:
    etiquete:
    ^^^^^^^^
      mode: set
Good:
    etiquette:
      mode: set
""")

WRONG_TYPE = Rule("wrong-type", INVALID, """
A value is of another sort than its name calls for: words where a number is due, a list where one text is due.

Why: The sheet would show the wrong thing, or the timetable could not be worked out.
Source: reference
Ignore: Never.
Bad:
    cadence:
      minutes: about an hour
      #        ^^^^^^^^^^^^^
Good:
    cadence:
      minutes: 60
""")

OUT_OF_RANGE = Rule("out-of-range", INVALID, """
A number is smaller or larger than it can be.

Why: A slip of the finger in a number ends in a calendar that nobody can keep.
Source: reference
Ignore: Never.
Bad:
    cadence:
      minutes: 4500
      #        ^^^^
Good:
    cadence:
      minutes: 45
""")

TEXT_LENGTH = Rule("text-length", INVALID, """
A text is longer or shorter than its place on the page.

Why: A heading of three lines pushes the agenda off its sheet.
Source: reference
Ignore: Never.
Bad:
    sessions:
      - title: The one where we look at all of the tools that the department bought since the spring
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Good:
    sessions:
      - title: Look at the new tools
""")

UNKNOWN_CHOICE = Rule("unknown-choice", INVALID, """
A word that is not one of those to choose from.

Why: Pages are made by these words; another one would be ignored without notice.
Source: reference
Ignore: Never.
Bad:
    kind: backwards
    #     ^^^^^^^^^
Good:
    kind: reverse
""")

BAD_DATE = Rule("bad-date", INVALID, """
A date that no calendar has, or that is not written year, month, day.

Why: Every date of the program is counted from this one, and 03/04 is March in one office and April in another.
Source: reference
Ignore: Never.
Bad:
    start: 2027-02-30
    #      ^^^^^^^^^^
Good:
    start: 2027-03-01
""")

ID_FORMAT = Rule("id-format", INVALID, """
An id is not made of small letters, digits and hyphens.

Why: Ids become names of files and addresses on every system.
Source: reference
Ignore: Never.
Bad:
    id: "Digital Fluency #1"
    #   ^^^^^^^^^^^^^^^^^^^^
Good:
    id: digital-fluency-1
""")

REPEATED_ID = Rule("repeated-id", INVALID, """
Two entries of one list have the same id.

Why: A link to the id could lead to either.
Source: reference
Ignore: Never.
Bad:
    goals:
      - id: confidence
        statement: Mentees post without help.
      - id: confidence
    #       ^^^^^^^^^^
        statement: Mentors speak up in meetings.
Good:
    goals:
      - id: confidence
        statement: Mentees post without help.
      - id: voice
        statement: Mentors speak up in meetings.
""")

UNKNOWN_REFERENCE = Rule("unknown-reference", INVALID, """
A value names an entry that does not exist.

Why: The page that should show the entry would have a hole.
Source: reference
Ignore: Never.
Bad:
    goals:
      - id: do-it-alone
        statement: Each mentee can do five tasks without help.
    sessions:
      - title: Your hands
        goals:
          - do-it-alon
    #       ^^^^^^^^^^
Good:
    goals:
      - id: do-it-alone
        statement: Each mentee can do five tasks without help.
    sessions:
      - title: Your hands
        goals:
          - do-it-alone
""")

UNSAFE_LINK = Rule("unsafe-link", INVALID, """
A link leads somewhere a page must not lead: only web addresses, mail, telephone and pages of the site are taken.

Why: A playbook is mailed and published inside an organization; its links must not run anything.
Source: asvs
Ignore: Never.
Bad:
    summary: Read [the note](javascript:alert) first.
    #                        ^^^^^^^^^^^^^^^^
Good:
    summary: Read [the note](https://intranet.example/note) first.
""")
