"""How it ends well, early or on time."""

from __future__ import annotations

from collections.abc import Iterable

from ...definition.model import Program
from ...finding import ADVICE, INCOMPLETE
from ..lacks import lacks
from ..rule import Problem, Settings, rule
from ..sentences import counted


@rule(INCOMPLETE, "closure")
def closure_list_short(program: Program, settings: Settings) -> Iterable[Problem]:
    """The list for the end has fewer than four lines.

    Why: Goals, thanks, notes and the next step are each forgotten when nobody ticks them off.
    Source: eepm, silah
    Ignore: The closing session has the list on its own sheet.
    Bad:
        closure:
          checklist:
        # ^^^^^^^^^
            - Thanks are said.
    Bad:
        closure:
        ^^^^^^^
          thanks: The sponsor writes to every mentor.
    Good:
        closure:
          checklist:
            - Goals are looked at.
            - Thanks are said.
            - Notes are destroyed.
            - The next step has a day.
    """
    closure = program.closure
    if not closure.broken("checklist") and len(closure.checklist) < settings.limits.least_closure_lines:
        yield Problem(closure, "checklist", "There is no list of what to do at the end." if not closure.checklist else
                      f"The list for the end is short: it has {counted(len(closure.checklist), 'line')}.",
                      "Write below `checklist:` a line each for the goals, the thanks, the notes and the next step.")


@rule(INCOMPLETE, "closure", "sessions")
def closure_without_session(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nothing says in which session it ends.

    Why: A pair that does not know its last session ends without a last word.
    Source: eepm, silah
    Ignore: Pairs choose their last session themselves.
    Bad:
        sessions:
          - id: alone
            title: Alone, and thanks
        closure:
        ^^^^^^^
          thanks: The sponsor writes to every mentor.
    Good:
        sessions:
          - id: alone
            title: Alone, and thanks
        closure:
          session: alone
    """
    if program.closure.absent("session"):
        last = program.sessions[-1].id if program.sessions else "closing"
        yield Problem(program.closure, "session", "Nothing says in which session it ends.", f"Add `session: {last}`.")


@rule(INCOMPLETE, "closure")
def no_way_to_stop(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nothing says how somebody stops before the end without being blamed.

    Why: People who cannot leave openly cancel one session after another, and their partner waits.
    Source: hhs, yh-nhs, aad
    Ignore: Never.
    Bad:
        closure:
        ^^^^^^^
          thanks: The sponsor writes to every mentor.
    Bad:
        closure:
          early_exit:
            route: Tell the program lead in one line.
            no_fault: no
        #             ^^
    Good:
        closure:
          early_exit:
            route: Tell the program lead in one line.
            no_fault: yes
    """
    closure, leave = program.closure, program.closure.early_exit
    if closure.broken("early_exit"):
        return
    lack = lacks(leave, (("route", "whom somebody tells who wants to stop", "route: Tell the program lead."),
                         ("no_fault", "that no reason is needed", "no_fault: yes")))
    if lack:
        yield Problem(closure, "early_exit", f"Nothing says {lack.says}.", f"Add below `early_exit:` {lack.typed}.")
    elif leave.no_fault is False:
        yield Problem(leave, "no_fault", "Somebody who wants to stop has to give a reason.", "Type `no_fault: yes`.")


@rule(ADVICE, "closure.extension.allowed")
def extension_without_limit(program: Program, settings: Settings) -> Iterable[Problem]:
    """A pair may go on after the end, and nothing says for how long or on what condition.

    Why: Without a limit nobody knows whether the hours still count and whom to ask for help.
    Source: sourcegraph
    Ignore: What pairs do after the end is their own affair, and the hours no longer count.
    Bad:
        closure:
          extension:
            allowed: yes
        #            ^^^
    Good:
        closure:
          extension:
            allowed: yes
            max_weeks: 8
            condition: Both want it, and a new goal is written.
    Good:
        closure:
          extension:
            allowed: no
    """
    extension = program.closure.extension
    lack = lacks(extension, (("max_weeks", "for how long a pair may go on", "max_weeks: 8"),
                             ("condition", "on what condition", "condition: Both want it, and a new goal is written.")))
    if extension.allowed and lack:
        yield Problem(extension, "allowed", f"Nothing says {lack.says}.", f"Add below it {lack.typed}.")


@rule(ADVICE, "closure.handover")
def handover_without_place(program: Program, settings: Settings) -> Iterable[Problem]:
    """Knowledge is to stay in the organization, and nothing says where, or who puts it there.

    Why: What was learned stays with two people unless somebody has to write it down in a known place.
    Source: 000, 001
    Ignore: Never; take the line out if nobody does it.
    Bad:
        closure:
          handover:
            - what: How-to notes without names
        #           ^^^^^^^^^^^^^^^^^^^^^^^^^^
    Good:
        closure:
          handover:
            - what: How-to notes without names
              where: Staff wiki
              by: mentor
    """
    for handover in program.closure.handover:
        lack = lacks(handover, (("where", "where it is kept", "where: Staff wiki"),
                                ("by", "who puts it there", "by: mentor")))
        if lack:
            yield Problem(handover, "what", f"Nothing says {lack.says}.", f"Add below it {lack.typed}.")


@rule(ADVICE, "closure")
def nobody_thanked(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nothing says how people are thanked.

    Why: A pair that was thanked tells others, and those are the next mentors.
    Source: 002
    Ignore: Thanks are on the sheet of the closing session.
    Bad:
        closure:
        ^^^^^^^
          extension:
            allowed: no
    Good:
        closure:
          thanks: The sponsor writes to every mentor and names the skill taught.
    """
    if program.closure.absent("thanks"):
        yield Problem(program.closure, "thanks", "Nothing says how people are thanked.",
                      "Add `thanks: The sponsor writes to every mentor and names the skill taught.`")


@rule(ADVICE, "closure.ambassadors.ask")
def story_without_consent(program: Program, settings: Settings) -> Iterable[Problem]:
    """Pairs are asked to tell their story, and no written consent is asked for.

    Why: A story about a pair names two people and who of them needed help.
    Source: 002, gdpr
    Ignore: The stories name nobody, and nobody can be recognized in them.
    Bad:
        closure:
          ambassadors:
            ask: yes
        #        ^^^
    Bad:
        closure:
          ambassadors:
            ask: yes
            consent: spoken
        #            ^^^^^^
    Good:
        closure:
          ambassadors:
            ask: yes
            consent: written
    """
    ambassadors = program.closure.ambassadors
    if ambassadors.ask and ambassadors.consent != "written" and not ambassadors.broken("consent"):
        key = "consent" if ambassadors.consent else "ask"
        yield Problem(ambassadors, key, "Pairs are asked to tell their story without written consent.",
                      "Type `consent: written`.")
