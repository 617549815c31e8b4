"""Who helps, who asks how it goes, and what happens when it is serious."""

from __future__ import annotations

import math
from collections.abc import Iterable

from ...definition.model import PAIR, Program
from ...finding import ADVICE, INCOMPLETE, INVALID, Related
from ..lacks import lacks, misspelt, plain
from ..rule import Problem, Settings, rule
from ..sentences import listed

_IN_THE_LINE = ("line-manager", "mentor", "mentee")


def is_sensitive(program: Program) -> bool:
    """Whether personal experience is part of the program, by the author's word or else by its topic."""
    return program.topic in ("inclusion", "culture") if program.sensitive is None else program.sensitive


@rule(INVALID, "support.contacts")
def contact_not_independent(program: Program, settings: Settings) -> Iterable[Problem]:
    """A contact is called independent and stands in the reporting line of one of the two, or is one of them.

    Why: Somebody would confide in the one person who must not hear it.
    Source: upscend, reference
    Ignore: Never.
    Bad:
        support:
          contacts:
            - role: line-manager
              route: In person
              independent: yes
        #                  ^^^
    Good:
        support:
          contacts:
            - role: confidential-contact
              route: The confidential line
              independent: yes
            - role: line-manager
              route: In person
    """
    for contact in program.support.contacts:
        if contact.independent and contact.role in _IN_THE_LINE:
            yield Problem(contact, "independent", f"The {plain(contact.role)} is no independent contact.",
                          "Type `independent: no`, and name another contact, such as `role: confidential-contact`.",
                          (Related(contact.at("role"), "the role"),))


@rule(INCOMPLETE, "support")
def nobody_to_turn_to(program: Program, settings: Settings) -> Iterable[Problem]:
    """No contact is named for somebody who needs help.

    Why: Somebody who has to look for help at a bad moment finds none, and stops coming.
    Source: 002, sourcegraph
    Ignore: Never.
    Bad:
        support:
        ^^^^^^^
          wellbeing:
            route: The staff counseling line
    Good:
        support:
          contacts:
            - role: program-lead
              route: The mentoring desk
              reply_days: 2
    """
    if program.support.absent("contacts"):
        yield Problem(program.support, "contacts", "Nobody is named to turn to when something goes wrong.",
                      "Add `contacts:` and below it `- role: program-lead` with `route:` and `reply_days: 2`.")


@rule(INCOMPLETE, "support.contacts")
def contact_out_of_reach(program: Program, settings: Settings) -> Iterable[Problem]:
    """A contact has no role or no way to be reached.

    Why: A name on a sheet helps nobody who does not know where to write.
    Source: 002, sourcegraph
    Ignore: Never.
    Bad:
        support:
          contacts:
            - role: program-lead
        #           ^^^^^^^^^^^^
    Good:
        support:
          contacts:
            - role: program-lead
              route: The mentoring desk
    """
    for contact in program.support.contacts:
        if contact.absent("role"):
            yield Problem(contact, "route", "Nothing says who answers here.", "Add `role: program-lead` or another.")
        elif contact.role and contact.absent("route"):
            yield Problem(contact, "role", f"Nothing says how to reach the {plain(contact.role)}.",
                          "Add a desk, a shared mailbox or a form: `route: The mentoring desk`.")


@rule(INCOMPLETE, "support.contacts")
def reply_not_in_time(program: Program, settings: Settings) -> Iterable[Problem]:
    """A contact promises no answer, or one after more than five working days.

    Why: Trouble between two people grows while nobody answers, and slow handling has ended whole programs.
    Source: 002, sourcegraph, upscend
    Ignore: The contact answers at once, such as a telephone line.
    Bad:
        support:
          contacts:
            - role: program-lead
        #           ^^^^^^^^^^^^
              route: The mentoring desk
    Bad:
        support:
          contacts:
            - role: program-lead
              reply_days: 10
        #                 ^^
    Good:
        support:
          contacts:
            - role: program-lead
              reply_days: 2
    """
    for contact in program.support.contacts:
        if contact.absent("reply_days"):
            yield Problem(contact, "role", "Nothing says how soon this contact answers.",
                          "Add the working days until there is an answer: `reply_days: 2`.")
        elif (contact.reply_days or 0) > settings.limits.slowest_reply_days:
            yield Problem(contact, "reply_days", f"{contact.reply_days} working days are long when a pair is stuck.",
                          f"Type `reply_days: 2`, or {settings.limits.slowest_reply_days} at most.")


@rule(INCOMPLETE, "support.contacts")
def no_independent_contact(program: Program, settings: Settings) -> Iterable[Problem]:
    """Every contact belongs to the program or to a reporting line.

    Why: Somebody who has trouble with the program lead, or with a manager, needs a person who answers to neither.
    Source: 002, sourcegraph, upscend
    Ignore: The organization has a line for complaints that everybody knows.
    Bad:
        support:
          contacts:
        # ^^^^^^^^
            - role: program-lead
              route: The mentoring desk
    Good:
        support:
          contacts:
            - role: program-lead
              route: The mentoring desk
            - role: confidential-contact
              route: The confidential line
              independent: yes
    """
    contacts = program.support.contacts
    if not any(c.independent or c.broken("independent") for c in contacts):
        outside = next((c for c in contacts if c.role == "confidential-contact"), None)
        yield Problem(program.support, "contacts", "No contact stands outside the reporting lines of both partners.",
                      "Add `independent: yes` below `role: confidential-contact`." if outside else
                      "Add below `contacts:` one with `role: confidential-contact`, `route:` and `independent: yes`.")


@rule(INCOMPLETE, "support")
def escalation_missing(program: Program, settings: Settings) -> Iterable[Problem]:
    """It is not written for at least two cases who is told, and how fast.

    Why: When two sessions are missed or somebody is afraid, people act by what is written or not at all.
    Source: 002
    Ignore: The organization has a procedure for it, and the sheet says where.
    Bad:
        support:
        ^^^^^^^
          contacts:
            - role: program-lead
              route: The mentoring desk
    Bad:
        support:
          escalation:
        # ^^^^^^^^^^
            - when: A pair has missed two sessions.
              tell: program-lead
              within_days: 5
    Good:
        support:
          escalation:
            - when: A pair has missed two sessions.
              tell: program-lead
              within_days: 5
            - when: Somebody fears harm.
              tell: confidential-contact
              within_days: 1
    """
    steps = program.support.escalation
    if not program.support.broken("escalation") and len(steps) < settings.limits.least_escalation_steps:
        yield Problem(program.support, "escalation", "It is not written who is told when something serious happens."
                      if not steps else "Only one case is written in which somebody is told.",
                      "Add below `escalation:` a line such as `- when: Somebody fears harm.` with "
                      "`tell: confidential-contact` and `within_days: 1`.")


@rule(INCOMPLETE, "support.escalation")
def escalation_without_deadline(program: Program, settings: Settings) -> Iterable[Problem]:
    """For a serious case nothing says who is told, or within how many days.

    Why: Without a name and a number of days everybody waits for everybody.
    Source: 002
    Ignore: Never.
    Bad:
        support:
          escalation:
            - when: A pair has missed two sessions.
        #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              tell: program-lead
    Good:
        support:
          escalation:
            - when: A pair has missed two sessions.
              tell: program-lead
              within_days: 5
    """
    for step in program.support.escalation:
        lack = lacks(step, (("when", "what has happened", "when: A pair has missed two sessions."),
                            ("tell", "who is told", "tell: program-lead"),
                            ("within_days", "within how many days", "within_days: 5")))
        if lack:
            yield Problem(step, "when", f"For this case nothing says {lack.says}.", f"Add below it {lack.typed}.")


@rule(INCOMPLETE, "support", "cadence.length_weeks")
def no_early_check_in(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nobody asks both partners in the first quarter of the program how it goes.

    Why: A pair that has not met by week four can be helped; one that is found in week twenty cannot.
    Source: mentorloop, eepm
    Ignore: The first sessions have an observer, or the pairs meet in one room.
    Bad:
        cadence:
          length_weeks: 26
        support:
          checkins:
        # ^^^^^^^^
            - week: 20
              with:
                - mentor
                - mentee
    Bad:
        cadence:
          length_weeks: 26
        support:
          checkins:
        # ^^^^^^^^
            - week: 4
              with:
                - mentee
    Good:
        cadence:
          length_weeks: 26
        support:
          checkins:
            - week: 5
              with:
                - mentor
            - week: 6
              with:
                - mentee
    """
    limits = settings.limits
    support, checkins = program.support, program.support.checkins
    length = program.cadence.length_weeks
    last = min(length, max(limits.early_weeks, math.floor(length * limits.early_share)))
    if support.broken("checkins") or any(c.week is None or not c.with_ or misspelt(c.with_) for c in checkins):
        return
    asked = {role for c in checkins if c.week <= last for role in c.with_}
    left = [role for role in PAIR if role not in asked]
    if left:
        yield Problem(support, "checkins", f"Nobody asks the {listed(left, 'or')} by week {last} how it goes.",
                      f"Add below `checkins:` one with `week: {min(last, limits.early_weeks)}`, `by: program-lead`, and "
                      f"below `with:` {listed([f'`- {role}`' for role in left])}.")


@rule(INCOMPLETE, "support")
def sensitive_without_wellbeing(program: Program, settings: Settings) -> Iterable[Problem]:
    """A program about personal experience names no help for somebody who feels bad.

    Why: To tell a hard story can bring a hard day, for the one who tells it and the one who hears it.
    Source: bht, lawcare
    Ignore: Never.
    Bad:
        topic: inclusion
        support:
        ^^^^^^^
          contacts:
            - role: program-lead
    Good:
        topic: inclusion
        support:
          wellbeing:
            route: The staff counseling line
    Good:
        topic: technology
        support:
          contacts:
            - role: program-lead
    """
    support, help_line = program.support, program.support.wellbeing
    if is_sensitive(program) and not support.broken("wellbeing") and (not help_line or help_line.absent("route")):
        yield Problem(support, "wellbeing", "Nothing says where somebody finds help after a hard conversation.",
                      "Add `wellbeing:` and below it `route:` and `hours:`, such as the staff counseling line.")


@rule(INCOMPLETE, "support.escalation")
def sensitive_case_slow(program: Program, settings: Settings) -> Iterable[Problem]:
    """In a program about personal experience, somebody is told of a serious case only after more than five days.

    Why: Hurt that nobody takes up within a week has become the story of the program.
    Source: 002
    Ignore: The case is not urgent, such as a change of rooms.
    Bad:
        sensitive: yes
        support:
          escalation:
            - when: Somebody was hurt by a remark.
              tell: inclusion-adviser
              within_days: 14
        #                  ^^
    Good:
        sensitive: yes
        support:
          escalation:
            - when: Somebody was hurt by a remark.
              tell: inclusion-adviser
              within_days: 2
    """
    for step in program.support.escalation if is_sensitive(program) else ():
        if (step.within_days or 0) > settings.limits.slowest_sensitive_days:
            yield Problem(step, "within_days", f"{step.within_days} working days are too long for such a case.",
                          f"Type `within_days: {settings.limits.slowest_sensitive_days}` or less.")


@rule(ADVICE, "support")
def sensitive_without_circle(program: Program, settings: Settings) -> Iterable[Problem]:
    """In a program about personal experience, mentors never meet each other.

    Why: What weighs on one mentor weighs on others, and only they can say so to each other.
    Source: pwc, yh-nhs
    Ignore: There are too few mentors for a circle.
    Bad:
        sensitive: yes
        support:
        ^^^^^^^
          contacts:
            - role: program-lead
    Good:
        sensitive: yes
        support:
          mentor_circle:
            every_weeks: 8
            minutes: 60
    """
    if is_sensitive(program) and program.support.absent("mentor_circle"):
        yield Problem(program.support, "mentor_circle", "Mentors carry this alone: they never meet each other.",
                      "Add `mentor_circle:` and below it `every_weeks: 8`, `minutes: 60` and `facilitator:`.")
