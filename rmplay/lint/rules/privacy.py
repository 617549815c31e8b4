"""What is recorded about people, and until when."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from ...definition.model import PAIR, Contact, Instrument, Lead, Privacy, Program, Wellbeing
from ...finding import ADVICE, INCOMPLETE, INVALID, Related
from ...patterns import pattern
from ..lacks import lacks
from ..rule import Problem, Settings, rule
from ..texts import language, texts
from ..words import lists_of

_EXAMPLE = pattern(r"(?<=[\w-])\.example\b")
_OF_AN_ADDRESS = pattern(r"[\w.+/:@-]*")
_MAIL = pattern(r"(?<![\w.])([A-Za-z]{2,30})[._]([A-Za-z]{2,30})@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}")
_PHONE = pattern(r"\+\d[\d ()/-]{7,20}\d")
_ROUTES = ((Contact, "route"), (Wellbeing, "route"), (Lead, "contact"), (Privacy, "contact"))


@rule(INVALID, "privacy.data", "privacy.delete_by_week", "cadence.length_weeks")
def kept_past_deletion(program: Program, settings: Settings) -> Iterable[Problem]:
    """A record is kept longer than the week by which everything is deleted.

    Why: One of the two is a promise that will be broken, and people may ask which.
    Source: gdpr
    Ignore: Never.
    Bad:
        cadence:
          length_weeks: 16
        privacy:
          data:
            - what: Questionnaires without names
              keep_weeks: 52
        #                 ^^
          delete_by_week: 42
    Good:
        cadence:
          length_weeks: 16
        privacy:
          data:
            - what: Questionnaires without names
              keep_weeks: 26
          delete_by_week: 42
    """
    privacy, length = program.privacy, program.cadence.length_weeks
    for item in privacy.data:
        end = length + (item.keep_weeks or 0)
        if item.keep_weeks is not None and end > privacy.delete_by_week:
            yield Problem(item, "keep_weeks",
                          f"This is kept until week {end}; all is deleted by week {privacy.delete_by_week}.",
                          _shorter(privacy.delete_by_week - length, end),
                          (Related(privacy.at("delete_by_week"), "deleted by this week"),
                           Related(program.cadence.at("length_weeks"), "weeks are counted from the end")))


def _shorter(left: int, needed: int) -> str:
    other = f"`delete_by_week: {needed}`."
    return f"Type `keep_weeks: {left}` or less, or {other}" if left >= 0 else f"Type {other}"


@rule(INVALID, "privacy.delete_by_week", "evaluation.instruments")
def asked_after_deletion(program: Program, settings: Settings) -> Iterable[Problem]:
    """A questionnaire comes after the week by which everything about people is deleted.

    Why: Its answers could be kept by nobody and compared with nothing.
    Source: gdpr, practice
    Ignore: Never.
    Bad:
        evaluation:
          instruments:
            - title: Three months on
              week: 28
        #           ^^
        privacy:
          delete_by_week: 20
    Good:
        evaluation:
          instruments:
            - title: Three months on
              week: 28
        privacy:
          delete_by_week: 42
    """
    privacy = program.privacy
    for instrument in program.evaluation.instruments:
        week = instrument.week or 0
        if week > privacy.delete_by_week:
            yield Problem(instrument, "week",
                          f"People are asked in week {week}, and all is deleted by week {privacy.delete_by_week}.",
                          f"Type `delete_by_week: {week + 8}`, or ask earlier.",
                          (Related(privacy.at("delete_by_week"), "deleted by this week"),))


@rule(INCOMPLETE)
def person_named(program: Program, settings: Settings) -> Iterable[Problem]:
    """A text holds the mail address of one person or a telephone number.

    Why: A definition is copied, printed and kept for years, long after the person has left.
    Source: gdpr, qooper-hide
    Ignore: The person is an official whose number is public, such as a data protection officer.
    Bad:
        support:
          contacts:
            - role: program-lead
              route: Write to ana.diaz@example.org
        #                     ^^^^^^^^^^^^^^^^^^^^
    Bad:
        summary: Questions to +44 20 7946 0018 please.
        #                     ^^^^^^^^^^^^^^^^
    Good:
        support:
          contacts:
            - role: program-lead
              route: The mentoring desk, learning.team@example.org or +44 20 7946 0000
    """
    for prose in texts(program):
        found = None
        if "@" in prose.text:
            found = next((m for m in _MAIL.finditer(prose.text) if not _of_a_team(program, m)), None)
        if "+" in prose.text and not any(isinstance(prose.record, cls) and prose.key == key for cls, key in _ROUTES):
            found = found or _PHONE.search(prose.text)
        if found:
            yield Problem(prose.record, prose.key, f'"{found[0]}" leads to one person.',
                          "Name a desk, a shared mailbox or a form instead, such as `The mentoring desk`.",
                          span=prose.part(found.start(), found.end()))


@rule(INCOMPLETE)
def example_address(program: Program, settings: Settings) -> Iterable[Problem]:
    """An address is still that of the example: it ends in `.example`, which leads nowhere.

    Why: Whoever needs help on a bad day writes to nobody, and thinks that nobody answers.
    Source: practice
    Ignore: The program itself is an example, for a course or a talk.
    Bad:
        support:
          contacts:
            - role: program-lead
              route: The mentoring desk, mentoring@your-organization.example
        #                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    Good:
        support:
          contacts:
            - role: program-lead
              route: The mentoring desk, mentoring@widgets-and-sons.org
    """
    for prose in texts(program):
        end = _EXAMPLE.search(prose.text) if ".example" in prose.text else None
        if end:  # one pattern for all of it would try each beginning with each end
            start = end.start() - _OF_AN_ADDRESS.match(prose.text[end.start() - 1::-1]).end()
            yield Problem(prose.record, prose.key, f'"{prose.text[start:end.end()]}" is the address of an example.',
                          "Type your own: a desk, a shared mailbox or a form that somebody reads every day.",
                          span=prose.part(start, end.end()))


def _of_a_team(program: Program, address: re.Match[str]) -> bool:
    desks = lists_of(language(program)).get("desk")  # nobody knows the words for a desk in other languages
    return desks is None or address[1].lower() in desks or address[2].lower() in desks


@rule(INCOMPLETE, "evaluation.instruments")
def anonymity_without_floor(program: Program, settings: Settings) -> Iterable[Problem]:
    """A sheet without names does not say from how many answers on results are shown, or says fewer than five.

    Why: Among three answers everybody knows who wrote which.
    Source: threshold
    Ignore: Nobody sees results by group.
    Bad:
        evaluation:
          instruments:
            - title: At the end
              anonymous: yes
        #                ^^^
    Bad:
        evaluation:
          instruments:
            - title: At the end
              anonymous: yes
              min_group: 3
        #                ^
    Good:
        evaluation:
          instruments:
            - title: At the end
              anonymous: yes
              min_group: 5
            - title: Task sheet, stays with the pair
    """
    for instrument in _anonymous(program):
        if instrument.broken("min_group") or (instrument.min_group or 0) >= settings.limits.least_group:
            continue
        few = f"Results are shown from {instrument.min_group} answers on; that shows who wrote what."
        yield Problem(instrument, "min_group" if instrument.min_group else "anonymous",
                      few if instrument.min_group else "Nothing says below how many answers no result is shown.",
                      f"Type `min_group: {settings.limits.least_group}`.")


def _anonymous(program: Program) -> list[Instrument]:
    return [i for i in program.evaluation.instruments if i.anonymous]


@rule(INCOMPLETE, "evaluation.instruments", "size.pairs_min")
def too_few_to_be_anonymous(program: Program, settings: Settings) -> Iterable[Problem]:
    """The smallest program brings fewer answers than a sheet without names needs to be shown.

    Why: Either people can be recognized, or they answer and nobody may ever look.
    Source: threshold
    Ignore: The answers of several rounds are put together.
    Bad:
        size:
          pairs_min: 4
        evaluation:
          instruments:
            - title: At the end
              for:
                - mentee
              when: end
              anonymous: yes
        #                ^^^
              min_group: 5
    Good:
        size:
          pairs_min: 4
        evaluation:
          instruments:
            - title: At the end
              for:
                - mentee
                - mentor
              when: end
              anonymous: yes
              min_group: 5
    Good:
        size:
          pairs_min: 4
        evaluation:
          combine_rounds: yes
          instruments:
            - title: At the end
              for:
                - mentee
              anonymous: yes
              min_group: 5
    """
    pairs = program.size.pairs_min
    for instrument in _anonymous(program) if not program.evaluation.combine_rounds else ():
        answers = pairs * len(set(instrument.for_) & set(PAIR))
        if instrument.when != "curiosity" and 0 < answers < (instrument.min_group or settings.limits.least_group):
            yield Problem(instrument, "anonymous", f"With {pairs} pairs there are {answers} answers at most.",
                          "Type `anonymous: no` and say who reads it, or `combine_rounds: yes` below `evaluation:`.",
                          (Related(program.size.at("pairs_min"), "the smallest number of pairs"),))


@rule(INCOMPLETE, "evaluation.instruments")
def anonymous_but_telling(program: Program, settings: Settings) -> Iterable[Problem]:
    """A sheet without names asks something that shows who has filled it in.

    Why: Grade and department together point to one person in most organizations.
    Source: threshold
    Ignore: So many people answer that the question fits hundreds of them.
    Bad:
        evaluation:
          instruments:
            - title: At the end
              anonymous: yes
              questions:
                - text: Your department
        #               ^^^^^^^^^^^^^^^
                - text: What is your grade?
        #               ^^^^^^^^^^^^^^^^^^^
    Good:
        evaluation:
          instruments:
            - title: At the end
              anonymous: yes
              questions:
                - text: My department gave me the time.
                - text: What does your team do differently today?
    """
    asks = _telling(language(program))
    for instrument in _anonymous(program) if asks else ():
        for question in instrument.questions:
            if question.text and asks.match(question.text):
                yield Problem(question, "text", "This sheet carries no name, and this answer would show who wrote it.",
                              "Take the question out, or type `anonymous: no` and say who reads the sheet.",
                              (Related(instrument.at("anonymous"), "no name is promised"),))


@functools.cache
def _telling(code: str) -> re.Pattern[str] | None:
    """A pattern for questions that ask for nothing but something about the person."""
    if code != "en":
        return None
    things = "|".join(map(re.escape, lists_of("en")["telling"]))
    return re.compile(rf"\s*(?:(?:what is|please give|enter|state) )?(?:(?:your|my) )?(?:{things})\s*[?.:]?\s*\Z"
                      rf"|\s*(?:which|what) (?:{things}) (?:are you in|do you work in|do you belong to)\s*\??\s*\Z"
                      r"|\s*how old are you\s*\??\s*\Z", re.IGNORECASE)


@rule(INCOMPLETE, "privacy.data")
def record_unexplained(program: Program, settings: Settings) -> Iterable[Problem]:
    """For a record about people nothing says what it is for, who sees it, or how long it is kept.

    Why: Only what is needed may be kept, and only as long as it is needed; people may ask.
    Source: gdpr
    Ignore: A notice of the whole organization says it.
    Bad:
        privacy:
          data:
            - what: Application form
        #           ^^^^^^^^^^^^^^^^
              purpose: Matching
    Good:
        privacy:
          data:
            - what: Application form
              purpose: Matching
              who_sees: Program lead
              keep_weeks: 4
    """
    for item in program.privacy.data:
        lack = lacks(item, (("what", "what is recorded", "what: ..."),
                            ("purpose", "what it is for", "purpose: Matching"),
                            ("who_sees", "who sees it", "who_sees: Program lead"),
                            ("keep_weeks", "how long it is kept", "keep_weeks: 4")))
        if lack:
            yield Problem(item, "what", f"Nothing says {lack.says}.", f"Add below it {lack.typed}.")


@rule(INCOMPLETE, "privacy")
def records_without_end(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nothing says by when everything about people is deleted.

    Why: What nobody has to delete is still there in ten years.
    Source: gdpr
    Ignore: Nothing is recorded about anybody.
    Bad:
        cadence:
          length_weeks: 16
        privacy:
        ^^^^^^^
          contact: The privacy desk
    Good:
        privacy:
          delete_by_week: 42
    """
    privacy = program.privacy
    if privacy.absent("delete_by_week"):
        length = program.cadence and program.cadence.length_weeks or 26
        week = length + max([26, *(item.keep_weeks or 0 for item in privacy.data)])
        yield Problem(privacy, "delete_by_week", "Nothing says by when everything about people is deleted.",
                      f"Add `delete_by_week: {week}`, or another week after the end.")


@rule(INCOMPLETE, "privacy.special_category.collected")
def special_data_unjustified(program: Program, settings: Settings) -> Iterable[Problem]:
    """Records about health, belief, origin or orientation have no reason, or were not offered.

    Why: The law protects them more than others, and people give them to somebody they trust, not to a form.
    Source: gdpr, 003
    Ignore: Never without the advice of your privacy office.
    Bad:
        privacy:
          special_category:
            collected: yes
        #              ^^^
    Bad:
        privacy:
          special_category:
            collected: yes
            volunteered: no
        #                ^^
            justification: Mentors offer their experience for matching.
    Good:
        privacy:
          special_category:
            collected: yes
            volunteered: yes
            justification: Mentors offer their experience for matching.
    """
    special = program.privacy.special_category
    if not special.collected:
        return
    lack = lacks(special, (("volunteered", "that people offer this themselves", "volunteered: yes"),
                           ("justification", "why it is needed", "justification: ...")))
    if lack:
        yield Problem(special, "collected", f"Nothing says {lack.says}.", f"Add below it {lack.typed}.")
    elif special.volunteered is False:
        yield Problem(special, "volunteered", "People are made to tell something that they need not tell.",
                      "Type `volunteered: yes`, and ask nobody who does not offer it.")


@rule(INCOMPLETE, "matching.criteria", "privacy")
def identity_without_notice(program: Program, settings: Settings) -> Iterable[Problem]:
    """People are matched by who they are, and the privacy part does not speak of it.

    Why: What is used for matching is written down somewhere, and people may ask where.
    Source: gdpr, 003
    Ignore: Nobody writes it down; it is only talked about.
    Bad:
        matching:
          criteria:
            - name: Lived experience
              type: identity
        privacy:
        ^^^^^^^
          contact: The privacy desk
    Bad:
        matching:
          criteria:
            - name: Lived experience
              type: identity
        privacy:
          special_category:
            collected: no
        #              ^^
    Good:
        matching:
          criteria:
            - name: Lived experience
              type: identity
        privacy:
          special_category:
            collected: yes
    """
    privacy, special = program.privacy, program.privacy.special_category
    used = next((c for c in program.matching.criteria if c.type == "identity"), None)
    if used is None or privacy.broken("special_category") or special and special.collected:
        return
    yield Problem(special or privacy, "collected" if special else "special_category",
                  f'"{used.name}" is used for matching, and nothing is said here about such records.',
                  "Type below `special_category:` `collected: yes`, `volunteered: yes` and `justification:`.",
                  (Related(used.at("type"), "used for matching"),))


@rule(INCOMPLETE, "privacy")
def privacy_without_contact(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nothing says where people ask about their data, or where the notice stands.

    Why: Everybody may see what is held about them, and have it corrected or deleted.
    Source: gdpr
    Ignore: Nothing is recorded about anybody.
    Bad:
        privacy:
        ^^^^^^^
          delete_by_week: 42
    Good:
        privacy:
          contact: The privacy desk
          notice: We record what we need to match and support pairs, and nothing about what is said.
    """
    lack = lacks(program.privacy, (("contact", "where people ask about their data", "contact: The privacy desk"),
                                   ("notice", "what is recorded and why", "notice: We record what matching needs.")))
    if lack:
        yield Problem(program.privacy, lack.keys[0], f"Nothing says {lack.says}.", f"Add {lack.typed}.")


@rule(ADVICE, "evaluation", "size.pairs_max")
def small_group_shown(program: Program, settings: Settings) -> Iterable[Problem]:
    """A small inclusion program reports each round by itself.

    Why: In a small minority everybody is known by name, and so is whatever was answered.
    Source: 003, threshold
    Ignore: Only open answers are reported, as themes.
    Bad:
        topic: inclusion
        size:
          pairs_max: 6
        evaluation:
        ^^^^^^^^^^
          checklist:
            - Every sheet went out in its week.
    Good:
        topic: inclusion
        size:
          pairs_max: 6
        evaluation:
          combine_rounds: yes
    """
    limits = settings.limits
    pairs, evaluation = program.size.pairs_max, program.evaluation
    combined = evaluation.combine_rounds or evaluation.broken("combine_rounds")
    if program.topic == "inclusion" and pairs < limits.small_program_pairs and not combined:
        yield Problem(evaluation, "combine_rounds", f"With {pairs} pairs people can be recognized in the results.",
                      "Type `combine_rounds: yes`, and report several rounds together.",
                      (Related(program.size.at("pairs_max"), "the largest number of pairs"),))
