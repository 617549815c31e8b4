"""Who answers for the program, with what time and money, and who is told what."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from ...definition.model import Program
from ...finding import ADVICE, INCOMPLETE
from ..lacks import lacks, misspelt, plain
from ..rule import Problem, Settings, rule
from ..sentences import listed
from .support import is_sensitive

_AUDIENCES = ("mentor", "mentee", "line-manager", "sponsor")


@rule(INCOMPLETE, "governance")
def lead_out_of_reach(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nothing says who runs the program, or how to reach them.

    Why: Readers need one place to write to, and it has to outlast the person who holds the post.
    Source: ismcp, together
    Ignore: Never.
    Bad:
        governance:
        ^^^^^^^^^^
          team:
            - program-lead
    Bad:
        governance:
          program_lead:
        # ^^^^^^^^^^^^
            role: program-lead
    Good:
        governance:
          program_lead:
            role: program-lead
            contact: The mentoring desk
    """
    governance = program.governance
    lack = lacks(governance.program_lead, (("role", "who runs the program", "role: program-lead"),
                                           ("contact", "how to reach the program lead", "contact: The mentoring desk")))
    if lack and not governance.broken("program_lead"):
        yield Problem(governance, "program_lead", f"Nothing says {lack.says}.",
                      f"Add below `program_lead:` {lack.typed}.")


@rule(INCOMPLETE, "governance")
def sponsor_without_acts(program: Program, settings: Settings) -> Iterable[Problem]:
    """The sponsor does fewer than two things for the program.

    Why: Programs fail without support from the top, and support is what people see somebody do.
    Source: 002, chief
    Ignore: Never, if there is a sponsor.
    Bad:
        governance:
          sponsor:
        # ^^^^^^^
            role: sponsor
    Bad:
        governance:
          sponsor:
            role: sponsor
            commitments:
        #   ^^^^^^^^^^^
              - Opens the program in person.
    Good:
        governance:
          sponsor:
            role: sponsor
            commitments:
              - text: Is a mentee in the first round, and says so.
                week: 0
              - text: Opens the program in person.
                week: 0
    """
    limits = settings.limits
    governance, sponsor = program.governance, program.governance.sponsor
    typed = "Add below `commitments:` acts such as `- text: Opens the program in person.` with `week: 0`."
    if governance.absent("sponsor"):
        yield Problem(governance, "sponsor", "Nobody at the top is said to stand behind the program.",
                      "Add `sponsor:` and below it `role: sponsor` and `commitments:` with two acts and their weeks.")
    elif sponsor and not sponsor.broken("commitments") and len(sponsor.commitments) < limits.least_sponsor_acts:
        acts = "only one thing" if sponsor.commitments else "nothing"
        yield Problem(sponsor, "commitments", f"The sponsor does {acts} that people could see.", typed)


@rule(INCOMPLETE, "governance")
def hours_not_approved(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nothing says how many hours people may use, or who has agreed to that.

    Why: Time is the first thing that runs out, and a mentor cannot ask a manager for it alone.
    Source: 002
    Ignore: Everybody takes part in their own time, and the invitation says so.
    Bad:
        governance:
        ^^^^^^^^^^
          team:
            - program-lead
    Bad:
        governance:
          time_allowance:
        # ^^^^^^^^^^^^^^
            hours_per_month: 3
    Good:
        governance:
          time_allowance:
            hours_per_month: 3
            approved_by: sponsor
    """
    governance = program.governance
    lack = lacks(governance.time_allowance, (
        ("hours_per_month", "how many hours a month people may use", "hours_per_month: 3"),
        ("approved_by", "who has agreed to the hours", "approved_by: sponsor")))
    if lack and not governance.broken("time_allowance"):
        yield Problem(governance, "time_allowance", f"Nothing says {lack.says}.",
                      f"Add below `time_allowance:` {lack.typed}.")


@rule(INCOMPLETE, "governance")
def sensitive_without_team(program: Program, settings: Settings) -> Iterable[Problem]:
    """A program about personal experience is run by one person alone.

    Why: Trouble on such topics needs a second pair of eyes, and somebody else when the first is away.
    Source: 002
    Ignore: Never.
    Bad:
        topic: inclusion
        governance:
          team:
        # ^^^^
            - program-lead
    Good:
        topic: inclusion
        governance:
          team:
            - program-lead
            - inclusion-adviser
    """
    team = program.governance.team
    if is_sensitive(program) and not program.governance.broken("team") and len(team) < settings.limits.least_team:
        yield Problem(program.governance, "team", "One person alone cannot look after a program on such a topic.",
                      "Add below `team:` a second role, such as `- inclusion-adviser`." if team else
                      "Add `team:` and below it two roles, such as `- program-lead` and `- inclusion-adviser`.")


@rule(INCOMPLETE, "status", "version")
def version_without_change(program: Program, settings: Settings) -> Iterable[Problem]:
    """The playbook is published, and its history does not say what this version changed.

    Why: People who have an older print want to know what is different, not to compare two of them.
    Source: 002
    Ignore: Never.
    Bad:
        status: published
        version: "2"
        #        ^^^
        changes:
          - version: "1"
            date: 2026-03-02
            summary: First edition.
    Good:
        status: published
        version: "2"
        changes:
          - version: "2"
            date: 2026-11-02
            summary: Six sessions instead of eight.
    Good:
        status: draft
        version: "2"
    """
    if program.status != "published" or program.broken("changes"):
        return
    entry = next((c for c in program.changes if c.version == program.version), None)
    if entry is None:
        yield Problem(program, "version", f"The history does not say what version {program.version} changed.",
                      f'Add below `changes:` the line `- version: "{program.version}"` with `date:` and `summary:`.')
    elif lack := lacks(entry, (("date", "when it was changed", "date:"), ("summary", "what was changed", "summary:"))):
        yield Problem(entry, "version", f"The history of this version does not say {lack.says}.",
                      f"Add below it {lack.typed}.")


@rule(ADVICE, "review.last", "review.every_weeks")
def review_overdue(program: Program, settings: Settings) -> Iterable[Problem]:
    """The next reading of the definition was due before today, or is due before the program starts.

    Why: An old playbook sends people to posts, rooms and tools that are gone.
    Source: practice
    Ignore: It is kept as a record of an earlier round.
    Bad:
        start: 2027-01-11
        review:
          last: 2023-01-10
        #       ^^^^^^^^^^
          every_weeks: 52
    Good:
        start: 2027-01-11
        review:
          last: 2026-11-02
          every_weeks: 52
    """
    review, days = program.review, [day for day in (settings.today, program.start) if day]
    due = review.last.toordinal() + review.every_weeks * 7
    if program.status == "retired" or not days or due >= max(days).toordinal():
        return
    day = datetime.date.fromordinal(due)
    when = "the program starts" if max(days) == program.start else "today"
    yield Problem(review, "last", f"It was to be read again by {day}, and that is before {when}.",
                  "Read the definition through, mend what has changed, and type the day on which you did: `last:`.")


@rule(ADVICE, "governance")
def mentors_unrecognized(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nothing says how the work of mentors is seen.

    Why: Mentors give the most, and recognition is what keeps them and finds the next ones.
    Source: 002
    Ignore: The mentors have asked not to be named, and are thanked in private.
    Bad:
        governance:
          recognition:
        # ^^^^^^^^^^^
            - for: mentee
              kind: A line in staff news.
    Good:
        governance:
          recognition:
            - for: mentor
              kind: A letter from the sponsor that names the skill taught.
    """
    governance = program.governance
    thanked = {entry.for_ for entry in governance.recognition}
    if not governance.broken("recognition") and "mentor" not in thanked and not misspelt(thanked):
        yield Problem(governance, "recognition", "Nothing says how the work of mentors is seen.",
                      "Add below `recognition:` the line `- for: mentor`, and `kind: A letter from the sponsor.`")


@rule(ADVICE, "governance.resources")
def resource_without_amount(program: Program, settings: Settings) -> Iterable[Problem]:
    """Something the program needs has no amount, or an amount of nothing in particular.

    Why: A sponsor can agree to twelve working days, not to support.
    Source: 002
    Ignore: It costs nothing, however much of it is used.
    Bad:
        governance:
          resources:
            - what: Program lead
        #           ^^^^^^^^^^^^
    Bad:
        governance:
          resources:
            - what: Program lead
        #           ^^^^^^^^^^^^
              amount: 12
    Good:
        governance:
          resources:
            - what: Program lead
              amount: 12
              unit: working days
    """
    for means in program.governance.resources:
        lack = lacks(means, (("amount", "how much of it is needed", "amount: 12"),
                             ("unit", "what the amount counts", "unit: working days")))
        if lack:
            yield Problem(means, "what", f"Nothing says {lack.says}.", f"Add below it {lack.typed}.")


@rule(ADVICE, "communications")
def audience_not_told(program: Program, settings: Settings) -> Iterable[Problem]:
    """No message goes to people who have a part in the program.

    Why: People who hear of it from others first hear what it is not.
    Source: ismcp, mentorloop
    Ignore: Somebody talks to them, and no text is needed.
    Bad:
        roles:
          mentor:
            title: Mentor
          sponsor:
            title: Sponsor
        communications:
        ^^^^^^^^^^^^^^
          - week: -6
            audience:
              - mentor
    Good:
        roles:
          mentor:
            title: Mentor
          sponsor:
            title: Sponsor
        communications:
          - week: -12
            audience:
              - mentor
              - sponsor
    """
    told = {role for message in program.communications for role in message.audience}
    if program.broken("communications") or misspelt(told) or any(m.absent("audience") for m in program.communications):
        return
    known = {role.id for role in program.roles}
    left = [role for role in _AUDIENCES if role in known and role not in told]
    if left:
        yield Problem(program, "communications", f"No message goes to the {listed(map(plain, left), 'or')}.",
                      f"Add below `communications:` one with `audience:` and `- {left[0]}`, `week:` and `words:`.")


@rule(ADVICE, "phases")
def phase_without_gate(program: Program, settings: Settings) -> Iterable[Problem]:
    """A phase does not say who answers for it, or what must be true to go on.

    Why: Steps may be taken back, but only if somebody knows when to go on and when to wait.
    Source: 000, 002
    Ignore: It ends by itself on a day.
    Bad:
        phases:
          - title: Find, match and train
        #          ^^^^^^^^^^^^^^^^^^^^^
    Good:
        phases:
          - title: Find, match and train
            owner: program-lead
            gate: At least eight pairs have said yes, and everybody in them is trained.
    """
    for phase in program.phases:
        lack = lacks(phase, (("owner", "who answers for this phase", "owner: program-lead"),
                             ("gate", "what must be true to go on", "gate: Everybody is trained.")))
        if lack:
            yield Problem(phase, "title", f"Nothing says {lack.says}.", f"Add below it {lack.typed}.")
