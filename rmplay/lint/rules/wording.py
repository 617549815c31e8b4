"""How the texts read, on a screen and on paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...definition.model import Criterion, Faq, GlossaryTerm, MatchCriterion, Program, Resource, Source
from ...finding import ADVICE, Related
from ...patterns import pattern
from ..rule import Problem, Settings, rule
from ..sentences import knows, phrases, sentences
from ..texts import Prose, capitals, language, said, texts, vocabulary, written
from ..words import KNOWN_SHORT_FORMS, PLACEHOLDER_SIGNS, instead_of, lists_of

_WORD = pattern(r"[^\W_][\w'’-]*")
_CAPITALS = pattern(r"(?<![\w&-])([A-Z]{3,6})s?(?![\w&-])")
_SHOUT = pattern(r"[A-ZÀ-Þ]{2,}(?:\s+[A-ZÀ-Þ]{2,}){2,}\b")
_MARKS = pattern(r"!{2,}")
_ROMAN = pattern(r"[IVXLCDM]+\Z")
_SHARES = ("%", "percent", "per cent")
_PERCENT = pattern(rf"\b\d{{1,3}}(?:[.,]\d{{1,3}})?\s?(?:{_SHARES[0]}|{_SHARES[1]}\b|{_SHARES[2]}\b)")
_BY_YEAR = pattern(r"(?:[Bb]y|[Uu]ntil) (?:the end of )?((?:19|20)\d\d)\b")
_BARE_ADDRESS = pattern(r"(?<!\]\()(?<!<)\bhttps?://[^\s<>()\"]+")


@rule(ADVICE)
def long_sentence(program: Program, settings: Settings) -> Iterable[Problem]:
    """A sentence has more than thirty words.

    Why: Guides are read on a train, on paper, and by people for whom the language is not their first.
    Source: practice
    Ignore: It is a quotation.
    Bad:
        summary: Whoever finds that a session cannot take place tells the other as early as possible and proposes a new day within ten working days so that the pair does not lose more than one of its meetings.
        #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    Good:
        summary: Whoever cannot come says so at least 24 hours before. The two then meet within ten working days. The program lead hears of it only when it happens twice, and then calls both of them within a week.
    """
    for prose in texts(program):
        if prose.text.count(" ") < settings.limits.longest_sentence:
            continue
        for sentence in sentences(prose.text):
            words = _WORD.findall(sentence[0])
            if len(words) > settings.limits.longest_sentence:
                start = sentence.end() - len(sentence[0].lstrip())
                yield Problem(prose.record, prose.key,
                              f'The sentence "{" ".join(words[:4])} ..." has {len(words)} words.',
                              _cut(program, sentence[0], settings.limits.longest_sentence), span=prose.part(start, sentence.end()))


def _cut(program: Program, sentence: str, most: float) -> str:
    """Where to end a sentence: before the joining word that is nearest to its middle."""
    joints = list(phrases(program, "joint").finditer(sentence))
    if not joints:
        return f"Make two sentences of it, of {most} words at most."
    joint = min(joints, key=lambda match: abs(match.start() - len(sentence) / 2))
    before = _WORD.findall(sentence[:joint.start()])[-2:]
    return f'Type a full stop behind "{" ".join(before)}", and begin a new sentence with what follows.'


@rule(ADVICE)
def unexplained_short_form(program: Program, settings: Settings) -> Iterable[Problem]:
    """A word of capitals is neither explained in a text nor in the glossary.

    Why: A sheet is printed and read alone, and what everybody in one team says nobody in the next has heard.
    Source: 001, node
    Ignore: Everybody in the organization says it every day.
    Bad:
        summary: Supports the DEIB goals of the year.
        #                     ^^^^
    Good:
        summary: Supports the DEIB goals of the year. The form is a PDF file, and it is NOT signed.
        why: Belonging is not yet equal here.
        glossary:
          - term: DEIB
            meaning: Diversity, equity, inclusion and belonging
    """
    text = written(program)
    found = set(_CAPITALS.findall(text) if capitals(program) else ()) - set(PLACEHOLDER_SIGNS)
    unknown = {form for form in found if not _known(program, form, text)}
    for prose in texts(program) if unknown else ():
        for match in _CAPITALS.finditer(prose.text) if not isinstance(prose.record, Source) else ():
            form = match[1]
            if form in unknown:
                unknown.remove(form)
                yield Problem(prose.record, prose.key, f'"{form}" is not explained anywhere.',
                              f"Add below `glossary:` the line `- term: {form}` with `meaning:`, or write it out.",
                              span=prose.part(match.start(1), match.end(1)))


def _known(program: Program, form: str, text: str) -> bool:
    """Whether a word of capitals is explained, known to all, a numeral, or a common word that is shouted."""
    lists = lists_of(language(program))
    if form in KNOWN_SHORT_FORMS or form in lists.get("short-form", ()) or _ROMAN.match(form) or any(form in (g.term or "") for g in program.glossary):
        return True
    verb = "|".join(lists.get("explains", ("is", "stands", "are")))
    return bool(re.search(rf"\({form}s?\)|\b{form} \(|\b{form}s? (?:{verb}) |\b{form.lower()}\b", text))


@rule(ADVICE)
def two_spellings(program: Program, settings: Settings) -> Iterable[Problem]:
    """One word is spelled in two ways, or one thing has two names.

    Why: Readers wonder whether two things are meant.
    Source: practice
    Ignore: One of the two is a name.
    Bad:
        summary: The mentee knows the program, and the programme knows the mentee.
        #                             ^^^^^^^
    Good:
        summary: The mentee knows the program, and the Programme Office knows the mentee.
    """
    spoken = vocabulary(program)
    for pair in lists_of(language(program)).get("spelling", ()):
        one, two = pair.split("/")
        if one.split("-")[-1] not in spoken or two.split("-")[-1] not in spoken:
            continue
        rare, usual = sorted((_places(program, one), _places(program, two)), key=len)
        if rare:
            (prose, match), (other, there) = rare[0], usual[0]
            yield Problem(prose.record, prose.key, f'"{match[0]}" here is "{there[0]}" elsewhere.',
                          f'Type "{there[0]}" here as well.', (Related(other.part(*there.span()), "the other word"),),
                          prose.part(*match.span()))


def _places(program: Program, word: str) -> list[tuple[Prose, re.Match[str]]]:
    """Where a word stands in small letters: with a capital it may be a name."""
    pattern = re.compile(rf"(?<![\w-]){word}s?(?![\w-])")
    return [(prose, match) for prose in texts(program) if not isinstance(prose.record, Source)
            for match in pattern.finditer(prose.text) if not prose.quoted(match.start())]


def _found(program: Program, name: str) -> Iterator[tuple[Prose, re.Match[str]]]:
    """Phrases of a list in the author's own sentences, which the glossary and the titles of sources are not."""
    for prose, match in said(program, name):
        if not isinstance(prose.record, (Source, GlossaryTerm)):
            yield prose, match


def _about_age(program: Program, name: str) -> Iterator[tuple[Prose, re.Match[str]]]:
    """The same outside criteria: `age-as-criterion` speaks of those."""
    return ((prose, match) for prose, match in _found(program, name)
            if not isinstance(prose.record, (Criterion, MatchCriterion)))


def _problem(program: Program, prose: Prose, match: re.Match[str], message: str, otherwise: str) -> Problem:
    """A problem about a phrase, with what to type in its place where that is known."""
    phrase = " ".join(re.split(r"[\s-]+", match[0].lower()))
    better = instead_of(language(program)).get(phrase)
    return Problem(prose.record, prose.key, f'"{match[0]}" {message}', f'Type "{better}".' if better else otherwise,
                   span=prose.part(*match.span()))


@rule(ADVICE)
def age_stereotype(program: Program, settings: Settings) -> Iterable[Problem]:
    """A phrase says that people of one age are all alike.

    Why: Such a program is there because age says little about what somebody can do.
    Source: 000, 002, 003, equality
    Ignore: The text is about the phrase.
    Bad:
        summary: Young blood for old dogs.
        #        ^^^^^^^^^^^
        #                        ^^^^^^^^
    Good:
        summary: People who use the tools every day teach people who decide about them.
        why: Two years ago somebody said, “You cannot teach an old dog.” Twelve people now do it every week.
    """
    for prose, match in _about_age(program, "age"):
        yield _problem(program, prose, match, "says that all people of an age are alike.",
                       "Name what the person can do, or has done so far.")


@rule(ADVICE)
def generation_label(program: Program, settings: Settings) -> Iterable[Problem]:
    """A generation is named.

    Why: One name for millions of people says nothing about the one who sits across the table.
    Source: 003, equality
    Ignore: The text is about the history of the idea.
    Bad:
        summary: Millennials teach Boomers.
        #        ^^^^^^^^^^^
        #                          ^^^^^^^
    Good:
        summary: People who are new to the firm teach people who lead it.
        based_on:
          - title: What Millennials want from work
            year: 2014
    """
    for prose, match in _about_age(program, "generation"):
        yield _problem(program, prose, match, "is a name for millions of people.",
                       "Name the people by what they do: `people who joined in the last two years`.")


@rule(ADVICE)
def belittling_rank(program: Program, settings: Settings) -> Iterable[Problem]:
    """A word makes people of a lower grade small.

    Why: In the next sentence the same people are asked to lead a session.
    Source: 000, 001
    Ignore: The text quotes somebody.
    Bad:
        summary: Subordinates teach heads of department.
        #        ^^^^^^^^^^^^
    Good:
        summary: Colleagues in junior grades teach heads of department.
    """
    for prose, match in _found(program, "rank"):
        yield _problem(program, prose, match, "makes people small.", "Name the grade or the work instead.")


@rule(ADVICE)
def gendered_word(program: Program, settings: Settings) -> Iterable[Problem]:
    """A word makes a role a man's or a woman's.

    Why: Anybody can hold the role, and readers look for themselves in it.
    Source: equality
    Ignore: The word stands in the title of a post that cannot be changed here.
    Bad:
        summary: The chairman opens the program.
        #            ^^^^^^^^
    Good:
        summary: The chair opens the program. She says that she is a mentee herself.
    """
    for prose, match in _found(program, "gender"):
        yield _problem(program, prose, match, "leaves some readers out.", "Use a word that fits everybody.")


@rule(ADVICE)
def ability_as_insult(program: Program, settings: Settings) -> Iterable[Problem]:
    """A word for a disability stands for a fault.

    Why: Some readers live with what the phrase makes fun of.
    Source: equality, neighbor
    Ignore: The text is about the phrase.
    Bad:
        summary: Leaders learn about their blind spots.
        #                                  ^^^^^^^^^^^
    Good:
        summary: Leaders learn what they do not see from where they stand. Blind colleagues get the sheets as text.
    """
    for prose, match in _found(program, "ability"):
        yield _problem(program, prose, match, "uses a disability as a word for a fault.", "Say what is wrong instead.")


@rule(ADVICE)
def empty_superlative(program: Program, settings: Settings) -> Iterable[Problem]:
    """A word of advertising stands where a fact should.

    Why: Words that sell make a guide for colleagues sound untrue.
    Source: 001, 004
    Ignore: The text quotes somebody.
    Bad:
        summary: A world-class program for leaders.
        #          ^^^^^^^^^^^
    Good:
        summary: Eight sessions in sixteen weeks on five tasks.
    """
    for prose, match in _found(program, "superlative"):
        yield _problem(program, prose, match, "praises, and tells nothing.",
                       "Say a fact in its place: a number, a week or a task.")


@rule(ADVICE)
def talking_down(program: Program, settings: Settings) -> Iterable[Problem]:
    """A phrase tells readers that they should have known.

    Why: Patience with a learner begins in the sentence that the learner reads.
    Source: 002, equality
    Ignore: The text quotes somebody.
    Bad:
        summary: Obviously you open the dashboard first.
        #        ^^^^^^^^^
    Good:
        summary: You open the dashboard first.
    """
    for prose, match in _found(program, "talking-down"):
        yield _problem(program, prose, match, "tells readers that they should have known.", "Leave the phrase out.")


@rule(ADVICE)
def claim_without_source(program: Program, settings: Settings) -> Iterable[Problem]:
    """A text rests on a study or a share of people, and does not say on which publication.

    Why: Readers repeat such numbers, and somebody will ask where they are from.
    Source: 002, 003
    Ignore: It is common knowledge; say so in other words.
    Bad:
        why: Studies show that teams with mentors stay. In most firms 85 percent of people want one.
        #    ^^^^^^^^^^^^
        #                                                             ^^^^^^^^^^
    Good:
        why: Of our twelve heads of department, 80 percent have never opened a dashboard.
        goals:
          - statement: At least 70 percent of pairs finish.
    Bad:
        why: Studies show that teams with mentors stay.
        #    ^^^^^^^^^^^^
        summary: Half of them stay, as a report of 2015 says.
        based_on:
          - title: Reverse mentoring at work
            year: 2012
          - title: Who stays
            year: 2015
    Good:
        why: Studies show that teams with mentors stay.
        based_on:
          - title: Reverse mentoring at work
            year: 2012
    Good:
        why: Studies show that teams with mentors stay (see [the report](https://journal.example/stay)).
    """
    for prose, match in _found(program, "study"):
        if not _names_source(program, prose.text):
            yield _unsourced(program, prose, match, "names no study that a reader could look up.")
    counted = any(sign in written(program) for sign in _SHARES) and knows(program, "own-figures")
    for prose in texts(program) if counted else ():
        if prose.record is program and prose.key in ("why", "summary", "driver") or isinstance(prose.record, Faq):
            for sentence in sentences(prose.text) if not _names_source(program, prose.text) else ():
                match = _PERCENT.search(prose.text, *sentence.span())
                if match and not phrases(program, "own-figures").search(sentence[0]):
                    yield _unsourced(program, prose, match, "has no source.")


def _names_source(program: Program, text: str) -> bool:
    """Whether a reader finds the publication that a text means: the only one there is, one of its year or title, or a link."""
    known = program.based_on
    return len(known) == 1 or "](" in text or any(
        source.year and str(source.year) in text or source.title and source.title.lower() in text.lower() for source in known)


def _unsourced(program: Program, prose: Prose, match: re.Match[str], message: str) -> Problem:
    remedy = ("Name the year or the title of one of `based_on`, or say `our own count`." if program.based_on else
              "Add `based_on:` and below it `- title: ...` with `year:`, or say `our own count`.")
    return Problem(prose.record, prose.key, f'"{match[0]}" {message}', remedy, span=prose.part(*match.span()))


@rule(ADVICE)
def past_forecast(program: Program, settings: Settings) -> Iterable[Problem]:
    """A text says what will be by a year that is over.

    Why: An old forecast makes a new playbook look copied.
    Source: 002, 004
    Ignore: The text is about the forecast.
    Bad:
        start: 2027-01-11
        why: By 2020 half of all staff will have joined within five years.
        #    ^^^^^^^
    Good:
        start: 2027-01-11
        why: By 2029 half of our staff will have joined within five years. By 2020 the office had moved.
    """
    days = [settings.today, program.start, program.review and program.review.last, *(c.date for c in program.changes)]
    year = max((day.year for day in days if day), default=0)
    for prose in texts(program) if year and _BY_YEAR.search(written(program)) else ():
        for sentence in sentences(prose.text) if _BY_YEAR.search(prose.text) else ():
            match = _BY_YEAR.search(prose.text, *sentence.span())
            if match and int(match[1]) < year and phrases(program, "forecast").search(sentence[0]):
                yield Problem(prose.record, prose.key, f"{match[1]} is over, and the text says what will be by then.",
                              "Say what is true today, with a number of your own.", span=prose.part(*match.span()))


@rule(ADVICE)
def shouting(program: Program, settings: Settings) -> Iterable[Problem]:
    """Words in capitals, or several exclamation marks.

    Why: On paper it shouts, and some screen readers spell capitals letter by letter.
    Source: neighbor, practice
    Ignore: It is a name that is written so.
    Bad:
        summary: DO NOT BE late. Please!!
        #        ^^^^^^^^^
        #                              ^^
    Good:
        summary: Please start on time! The NHS, GSS and DHSC schemes did.
    """
    loud = (_SHOUT,) * capitals(program) + (_MARKS,) * ("!!" in written(program))
    for pattern in loud:
        for prose in texts(program) if pattern.search(written(program)) else ():
            for match in pattern.finditer(prose.text):
                calm = "a full stop" if match[0][0] == "!" else f'"{match[0].capitalize()}"'
                yield Problem(prose.record, prose.key, f'"{match[0][:40]}" shouts.', f"Type {calm} instead.",
                              span=prose.part(*match.span()))


@rule(ADVICE)
def click_on_paper(program: Program, settings: Settings) -> Iterable[Problem]:
    """A text tells readers to click, or points to a link by its place.

    Why: Most sheets are printed, and on paper there is nothing to click.
    Source: neighbor, practice
    Ignore: It is about what somebody does in a program on the screen.
    Bad:
        resources:
          - title: Click here for the form
        #          ^^^^^^^^^^
    Good:
        resources:
          - title: Form for feedback
            short: go/feedback
    """
    for prose, match in _found(program, "click"):
        yield _problem(program, prose, match, "means nothing on paper.", "Name what the reader finds there.")


@rule(ADVICE)
def long_address_on_paper(program: Program, settings: Settings) -> Iterable[Problem]:
    """A web address is too long to be typed from paper, and nothing shorter is given.

    Why: Nobody types ninety signs without a mistake, and then the sheet leads nowhere.
    Source: practice
    Ignore: Nobody reads this on paper.
    Bad:
        resources:
          - title: Form for feedback
            url: https://intranet.example/sites/hr/forms/2026/q4/mentoring-feedback-v7.aspx
        #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    Good:
        resources:
          - title: Form for feedback
            url: https://intranet.example/sites/hr/forms/2026/q4/mentoring-feedback-v7.aspx
            short: go/feedback
        summary: See [the form](https://intranet.example/sites/hr/forms/2026/q4/mentoring-feedback-v7.aspx).
    """
    for resource in _resources(program):
        address = resource.short or resource.url or ""
        if len(address) > settings.limits.longest_typed_address and "://" in address and resource.absent("alt"):
            yield Problem(resource, "short" if resource.short else "url",
                          f"Nobody types {len(address)} signs from paper.",
                          "Add `short:` with an address of 40 signs or fewer, or `alt:` with what to do on paper.")
    for prose in texts(program) if "://" in written(program) else ():
        for match in _BARE_ADDRESS.finditer(prose.text):
            if len(match[0]) > settings.limits.longest_typed_address:
                yield Problem(prose.record, prose.key, f"Nobody types {len(match[0])} signs from paper.",
                              "Put a few words in brackets before it: `[the form](https://...)`, or give a short one.",
                              span=prose.part(*match.span()))


def _resources(program: Program) -> list[Resource]:
    return [*program.resources, *(program.training.resources if program.training else ())]


@rule(ADVICE, "sheets")
def no_room_to_write(program: Program, settings: Settings) -> Iterable[Problem]:
    """Session sheets have too few lines for notes, or too few rows for actions.

    Why: A sheet without room for a pen is a poster.
    Source: breathecode, practice
    Ignore: Pairs write on paper of their own.
    Bad:
        sheets:
          notes_lines: 4
        #              ^
    Good:
        sheets:
          notes_lines: 8
          action_rows: 3
    """
    sheets = program.sheets
    for key, least, what in (("notes_lines", settings.limits.least_notes_lines, "lines for notes"),
                             ("action_rows", settings.limits.least_action_rows, "rows for actions")):
        value = getattr(sheets, key)
        if value is not None and value < least:
            yield Problem(sheets, key, f"{value} {what} are too few to write on.", f"Type `{key}: {least}` or more.")
