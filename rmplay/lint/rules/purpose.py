"""What the program is, and why it exists at all."""

from __future__ import annotations

from collections.abc import Iterable

from ...definition.decode import slug
from ...definition.model import Goal, Message, Program
from ...finding import INCOMPLETE, INVALID, Related
from ...patterns import pattern
from ..directions import wrong_ways
from ..rule import Problem, Settings, rule
from ..sentences import listed
from ..texts import Prose, language, texts, written
from ..words import LANGUAGES, PLACEHOLDER_SIGNS, PLACEHOLDERS

_PLACEHOLDER = pattern("|".join(PLACEHOLDERS))

_SECTIONS = {
    "summary": "Say in one to three sentences what the program is: `summary: ...`",
    "kind": "Say who teaches whom: `kind: reverse` if the junior person is the mentor.",
    "why": "Say what is wrong today, and for whom: `why: >` and two or three sentences below.",
    "goals": "Say what is true at the end: `goals:` and below it `- statement: ...`",
    "roles": "Say who does what: `roles:` and below it `mentor:` and `mentee:`.",
    "cadence": "Say how long and how often: `cadence:` with `length_weeks:`, `every_weeks:` and `minutes:`.",
    "sessions": "Write the meetings: `sessions:` and below it `- title: ...` for each.",
    "expectations": "Say what each may count on: `expectations:` with `mentor:` and `mentee:`.",
    "etiquette": "Write the rules of how the two treat each other: `etiquette:` with `rules:`.",
    "confidentiality": "Say what stays between the two: `confidentiality:` with `statement:` and `exceptions:`.",
    "agreement": "Write what both sign in the first session: `agreement:` with `terms:`.",
    "readiness": "Say how you find out whether people want it: `readiness:` with `curiosity:`.",
    "recruitment": "Say how people are found: `recruitment:` with `channels:` and `message:`.",
    "matching": "Say how pairs are made: `matching:` with `method:`, `owner:` and `criteria:`.",
    "training": "Say what people learn before they start: `training:` with `modules:`.",
    "evaluation": "Say how you know that it worked: `evaluation:` with `instruments:`.",
    "risks": "Write what could go wrong: `risks:` and below it `- category: ...`.",
    "support": "Say who helps: `support:` with `contacts:`.",
    "governance": "Say who answers for it: `governance:` with `sponsor:` and `program_lead:`.",
    "closure": "Say how it ends: `closure:` with `checklist:` and `early_exit:`.",
    "privacy": "Say what is recorded about people: `privacy:` with `data:`.",
}


@rule(INVALID, "size.pairs_min", "size.pairs_max")
def fewest_above_most(program: Program, settings: Settings) -> Iterable[Problem]:
    """The smallest number of pairs is larger than the largest.

    Why: No number of pairs fits, so nobody can say whether the program may start.
    Source: practice
    Ignore: Never.
    Bad:
        size:
          pairs_min: 12
        #            ^^
          pairs_max: 8
    Good:
        size:
          pairs_min: 8
          pairs_max: 8
    """
    fewest, most = program.size.pairs_min, program.size.pairs_max
    if fewest > most:
        yield Problem(program.size, "pairs_min", f"At least {fewest} pairs and at most {most} cannot both hold.",
                      f"If the two are swapped, type `pairs_min: {most}` and `pairs_max: {fewest}`.",
                      (Related(program.size.at("pairs_max"), f"at most {most}"),))


@rule(INCOMPLETE, "kind")
def told_wrong_way_round(program: Program, settings: Settings) -> Iterable[Problem]:
    """Of a program of the kind `reverse`, the summary, the need or a goal says that the senior person teaches the junior one.

    Why: Readers new to the idea believe the first sentence, and one well-known article has it the wrong way round.
    Source: 000, 002, 003
    Ignore: The sentence is about something else than the program.
    Bad:
        kind: reverse
        summary: Reverse mentoring, in which an older colleague assists a younger one with new skills, runs for six months.
        #                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    Bad:
        kind: reverse
        why: New tools reach us late. So this program is one in which junior staff are mentored by senior leaders.
        #                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        goals:
          - statement: Experienced nurses guide newcomers in the first year.
        #              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    Good:
        kind: reverse
        summary: Usually a senior person mentors a junior one; here it is the other way round.
        why: Experienced staff train newcomers, and nobody asks what newcomers could show them.
        goals:
          - statement: Heads of department do five tasks alone that junior colleagues have taught them.
          - statement: Senior leaders coach their junior mentors in how decisions are made.
            for:
              - mentor
    Good:
        kind: traditional
        summary: An experienced colleague mentors a younger one for six months.
    """
    if program.kind != "reverse":
        return
    for prose in _what_it_is(program):
        for way in wrong_ways(prose.text, language(program), prose.key == "why"):
            if not prose.quoted(way.start):
                yield Problem(prose.record, prose.key, f'"{way.text}": in reverse mentoring it is the junior person who '
                              "teaches.", _told_right(way.instead), (Related(program.at("kind"), "the kind"),),
                              prose.part(way.start, way.end))


def _what_it_is(program: Program) -> Iterable[Prose]:
    """The texts that say what the program is for; in a goal of the mentor alone it is the mentee who gives back."""
    for prose in texts(program):
        if prose.key == "statement" and isinstance(prose.record, Goal) and prose.record.for_ != ("mentor",):
            yield prose
        elif prose.key in ("summary", "why") and prose.record is program:
            yield prose


def _told_right(instead: str) -> str:
    turned = f'Type "{instead}".' if instead else "Name the two the other way round."
    return f"{turned} If the senior person is meant to teach, type `kind: traditional`."


@rule(INCOMPLETE)
def missing_title(program: Program, settings: Settings) -> Iterable[Problem]:
    """The program has no title.

    Why: The title stands on every page, and the address of the program is made of it.
    Source: practice
    Ignore: Never.
    Bad:
        summary: Heads of department learn everyday digital work.
        ^^^^^^^
    Good:
        title: Digital fluency
    """
    if program.absent("title"):
        yield Problem(program, "title", "The program has no title.", "Add a line near the top: `title: ...`")


@rule(INCOMPLETE)
def missing_section(program: Program, settings: Settings) -> Iterable[Problem]:
    """A part is missing that every complete program has.

    Why: What nobody wrote down before the start is decided in haste when it goes wrong.
    Source: 000, 002, eepm, ismcp
    Ignore: The part stands in another document that every participant has.
    Bad:
        title: Digital fluency
        #      ^^^^^^^^^^^^^^^
    Good:
        title: Digital fluency  # rmplay: ignore[missing-section] The rest is written when the sponsor has agreed.
    """
    for name, remedy in _SECTIONS.items():
        if program.absent(name):
            yield Problem(program, name, f"There is no `{name}` yet.", remedy, span=program.at("title"))


@rule(INCOMPLETE)
def missing_language(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nothing says in which language the definition is written.

    Why: Screen readers pronounce a page, and browsers divide its words, by the language that it names.
    Source: practice
    Ignore: The pages are only printed.
    Bad:
        title: Digital fluency
        #      ^^^^^^^^^^^^^^^
    Good:
        title: Digital fluency
        language: en-GB
    """
    if program.absent("language"):
        yield Problem(program, "language", "Nothing says in which language this is written.",
                      "Add a line near the top: `language: en`, or another code such as en-GB, es or pt-BR.",
                      span=program.at("title"))


@rule(INCOMPLETE, "title")
def derived_id(program: Program, settings: Settings) -> Iterable[Problem]:
    """The address of a page is made of a title, since no id is written.

    Why: A new title would change the address, and every printed code and every link that was sent would lead nowhere.
    Source: practice
    Ignore: The pages are only printed.
    Bad:
        title: Digital fluency
        #      ^^^^^^^^^^^^^^^
    Bad:
        title: Digital fluency
        id: digital-fluency
        sessions:
          - title: Your hands, my patience
        #          ^^^^^^^^^^^^^^^^^^^^^^^
          - id: first-day
            title: The first day
    Good:
        title: Digital fluency
        id: digital-fluency
        sessions:
          - id: first-day
            title: The first day
    """
    if program.absent("id"):
        yield Problem(program, "id", "The address of this program is made of its title.",
                      f"Write an id that stays: `id: {slug(program.title) or 'my-program'}`.", span=program.at("title"))
    for entries in (program.sessions, program.evaluation.instruments if program.evaluation else ()):
        derived = [entry for entry in entries if entry.absent("id")]
        if derived:
            typed = listed([f"`id: {entry.id}`" for entry in derived])
            yield Problem(derived[0], "title", f"The {_pages(len(derived))} made of {_titles(len(derived))}.",
                          f"Write an id below {'it' if len(derived) == 1 else 'each'} that stays: {typed}.")


def _pages(count: int) -> str:
    return "address of this page is" if count == 1 else f"addresses of {count} pages are"


def _titles(count: int) -> str:
    return "its title" if count == 1 else "their titles"


@rule(INCOMPLETE, "why")
def need_not_explained(program: Program, settings: Settings) -> Iterable[Problem]:
    """The reason for the program is too short to be one, or repeats the summary.

    Why: A program whose need nobody can name is the first to lose its place in the diary.
    Source: 000, 002, 003, ismcp
    Ignore: The need is known to every reader and fits into a few words.
    Bad:
        why: Mentoring is good.
        #    ^^^^^^^^^^^^^^^^^^
    Bad:
        summary: Directors learn the new order system from the people who use it all day.
        why: Directors learn the new order system from the people who use it all day.
        #    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    Good:
        why: Our directors approved the new order system, and none of the nine has placed an order in it.
    """
    remedy = "Say what is wrong today, and for whom: `why: >` and two or three sentences on the lines below."
    if program.written("summary") and program.why.split() == program.summary.split():
        yield Problem(program, "why", "This repeats the summary; the need is still not told.", remedy,
                      (Related(program.at("summary"), "the same words"),))
    elif language(program) in LANGUAGES and len(program.why) < settings.limits.shortest_need:
        yield Problem(program, "why", "Nobody learns from this what is wrong today, and for whom.", remedy)


@rule(INCOMPLETE)
def placeholder_text(program: Program, settings: Settings) -> Iterable[Problem]:
    """A text is still a placeholder.

    Why: A half-filled page is printed like any other, and its readers trust the rest of it less.
    Source: practice
    Ignore: The blank is meant to be filled in by whoever sends the text.
    Bad:
        title: Digital fluency
        summary: TODO
        #        ^^^^
    Bad:
        etiquette:
          repair:
            - Call <name of the contact> together.
        #          ^^^^^^^^^^^^^^^^^^^^^
            - ...
        #     ^^^
    Good:
        etiquette:
          repair:
            - Say what happened. Then ask what the other heard.
            - Read [your notes](https://example.org/notes) of that day, and the to-do list.
    Good:
        communications:
          - words: "Dear [name], thank you for your interest."
    """
    everything = written(program)
    for prose in texts(program) if any(sign in everything for sign in PLACEHOLDER_SIGNS) else ():
        found = _PLACEHOLDER.search(prose.text)
        if found and not (found.group().startswith("[") and isinstance(prose.record, Message)):
            yield Problem(prose.record, prose.key, f'"{found.group().strip()[:40]}" stands where a text belongs.',
                          "Type the text in its place, or delete the line until somebody knows it.",
                          span=prose.part(*found.span()))
