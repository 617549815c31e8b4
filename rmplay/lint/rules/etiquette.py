"""How two people of different rank speak to each other."""

from __future__ import annotations

from collections.abc import Iterable

from ...definition.model import Etiquette, Program
from ...finding import ADVICE, INCOMPLETE
from ..rule import Problem, Settings, rule
from ..sentences import counted, knows, listed, phrases
from .roles import role_that_helps

_CORE = {"respect": "Hands off the other's keyboard.", "listening": "Let the other finish.",
         "patience": "Show it again in the same voice.", "confidentiality": "What is said here stays here.",
         "time": "Start and stop on the agreed minute.", "disagreement": "Say what you see. Ask what they see.",
         "rank": "Leave titles outside."}
_OWN = {"mentor": "`- text: Explain without jargon.` with `for: mentor`",
        "mentee": "`- text: Thank the mentor for hard news.` with `for: mentee`"}


@rule(INCOMPLETE, "etiquette")
def too_few_etiquette_rules(program: Program, settings: Settings) -> Iterable[Problem]:
    """There are fewer than five rules of etiquette, and the pair is not asked to make them all itself.

    Why: With two ranks in one room, what is polite has to be said; each would follow other rules.
    Source: 002
    Ignore: The rules hang on the wall of every room.
    Bad:
        etiquette:
          rules:
        # ^^^^^
            - Listen to the end.
    Good:
        etiquette:
          rules:
            - Listen to the end.
            - Start and stop on the agreed minute.
            - Leave titles outside.
            - Say what you see. Ask what they see.
            - What is said here stays here.
    Good:
        etiquette:
          mode: pair-set
          pair_lines: 6
    """
    limits = settings.limits
    etiquette, have = program.etiquette, len(program.etiquette.rules)
    if etiquette.mode == "pair-set" or etiquette.broken("mode") or etiquette.broken("rules"):
        return
    if have < limits.fewest_etiquette_rules:
        message = f"{counted(have, 'rule')} {'does' if have == 1 else 'do'} not say how the two treat each other." if \
            have else "There are no rules of how the two treat each other."
        yield Problem(etiquette, "rules", message, f"Add {limits.fewest_etiquette_rules - have} or more, such as "
                      "`- Listen to the end.`, or type `mode: pair-set` if each pair makes its own.")


@rule(INCOMPLETE, "etiquette.rules")
def etiquette_topic_missing(program: Program, settings: Settings) -> Iterable[Problem]:
    """No rule is about a topic that every pair of two ranks needs.

    Why: Respect, listening, patience, secrecy, time, disagreement and rank are where such pairs get stuck.
    Source: 001, 002
    Ignore: The topic stands in the agreement.
    Bad:
        etiquette:
          rules:
        # ^^^^^
            - text: Start on the agreed minute.
              topic: time
            - text: Let the other finish.
              topic: listening
            - text: Leave titles outside.
              topic: rank
            - text: Show it again in the same voice.
              topic: patience
            - text: What is said here stays here.
              topic: confidentiality
    Good:
        etiquette:
          rules:
            - text: Start on the agreed minute.
              topic: time
            - text: Let the other finish.
              topic: listening
            - text: Leave titles outside.
              topic: rank
            - text: Show it again in the same voice.
              topic: patience
            - text: What is said here stays here.
              topic: confidentiality
            - Say what you see. Ask what they see.
            - Hands off the other's keyboard.
    """
    rules = program.etiquette.rules
    topics = {rule.topic for rule in rules if rule.topic}
    untold = sum(rule.topic is None for rule in rules)
    lacking = [name for name in _CORE if name not in topics and not (name == "rank" and program.kind == "peer")]
    if not topics or len(rules) < settings.limits.fewest_etiquette_rules or program.etiquette.mode == "pair-set":
        return
    if len(lacking) > untold:
        yield Problem(program.etiquette, "rules", f"No rule is about {listed(lacking, 'or')}.",
                      f"Add `- text: {_CORE[lacking[0]]}` with `topic: {lacking[0]}`, and so on; or type `topic:` in "
                      "the rule that is about it.")


@rule(INCOMPLETE, "kind", "etiquette.rules")
def side_without_own_rule(program: Program, settings: Settings) -> Iterable[Problem]:
    """In reverse mentoring no rule is for the mentee alone, or none for the mentor alone.

    Why: The senior person can punish an open word, and so owes a rule of their own.
    Source: 002, hbr-2023, upscend
    Ignore: The rules for both name the difference in rank.
    Bad:
        kind: reverse
        etiquette:
          rules:
        # ^^^^^
            - text: Explain without jargon.
              for: mentor
            - Listen to the end.
    Good:
        kind: reverse
        etiquette:
          rules:
            - text: Explain without jargon.
              for: mentor
            - text: Thank the mentor for hard news.
              for: mentee
    """
    rules = program.etiquette.rules
    if program.kind != "reverse" or program.etiquette.mode == "pair-set" or any(r.broken("for") for r in rules):
        return
    lacking = [side for side in ("mentee", "mentor") if side not in {r.for_ for r in rules}]
    if lacking:
        yield Problem(program.etiquette, "rules", f"No rule is for the {listed(lacking, 'or the')} alone.",
                      f"Add {listed(_OWN[side] for side in lacking)}.")


@rule(INCOMPLETE, "etiquette")
def etiquette_without_repair(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nothing says what the two do when something went wrong, step by step, or whom they turn to.

    Why: Tense moments come to every pair; in the middle of one nobody invents a way out.
    Source: 002
    Ignore: The agreement has the steps.
    Bad:
        etiquette:
        ^^^^^^^^^
          rules:
            - Listen to the end.
    Good:
        etiquette:
          repair:
            - Pause, and say what happened.
            - Each says what they heard.
            - Bring it to the program lead if it stays.
          repair_contact: program-lead
        roles:
          program-lead:
            title: Program lead
    """
    etiquette, steps = program.etiquette, len(program.etiquette.repair)
    lacking = [key for key, there in (("repair", steps >= settings.limits.fewest_repair_steps),
                                      ("repair_contact", not etiquette.absent("repair_contact"))) if not there]
    if not lacking or etiquette.broken("repair"):
        return
    told = {"repair": "what the two do when something went wrong", "repair_contact": "whom they turn to then"}
    typed = {"repair": "`repair:` and below it two or three steps, such as `- Pause, and say what happened.`",
             "repair_contact": f"`repair_contact: {role_that_helps(program)}`"}
    yield Problem(etiquette, lacking[0], f"Nothing says {listed((told[key] for key in lacking), 'or')}." if
                  steps == 0 or lacking[0] != "repair" else "One step does not mend what went wrong.",
                  f"Add {listed(typed[key] for key in lacking)}.")


@rule(INCOMPLETE, "etiquette.repair_contact", "support.contacts")
def repair_contact_without_route(program: Program, settings: Settings) -> Iterable[Problem]:
    """The role to turn to when something went wrong is not among the contacts.

    Why: A pair in trouble has a name for who helps and no way to reach them.
    Source: 002
    Ignore: Everybody knows where the role sits.
    Bad:
        etiquette:
          repair_contact: program-lead
        #                 ^^^^^^^^^^^^
        roles:
          program-lead:
            title: Program lead
          sponsor:
            title: Sponsor
        support:
          contacts:
            - role: sponsor
              route: The office on floor 3
    Good:
        etiquette:
          repair_contact: program-lead
        roles:
          program-lead:
            title: Program lead
        support:
          contacts:
            - role: program-lead
              route: The mentoring desk
    """
    contact, contacts = program.etiquette.repair_contact, program.support.contacts
    lead = program.governance.program_lead if program.governance else None
    reached = {c.role for c in contacts} | ({lead.role} if lead and lead.contact else set())
    if contact in {role.id for role in program.roles} - reached and not any(c.broken("role") for c in contacts):
        called = contact.replace("-", " ")
        yield Problem(program.etiquette, "repair_contact", f"Nothing says how to reach the {called}.",
                      f"Add below `contacts:` in `support:` a line `- role: {contact}` with `route: ...`.")


@rule(INCOMPLETE, "sensitive", "etiquette.rules")
def no_right_to_pass(program: Program, settings: Settings) -> Iterable[Problem]:
    """Personal experience is part of the program, and no rule says that one may pass.

    Why: A person who is asked about their own life by somebody senior does not feel free to decline.
    Source: 002, lawcare
    Ignore: The confidentiality statement says it.
    Bad:
        sensitive: yes
        etiquette:
          rules:
        # ^^^^^
            - Listen to the end.
    Good:
        sensitive: yes
        etiquette:
          rules:
            - text: Anybody may leave a question open, without a reason.
              topic: right-to-pass
    Good:
        sensitive: yes
        etiquette:
          rules:
            - Each of us may pass on any question.
    """
    rules = program.etiquette.rules
    allowed = any(r.topic == "right-to-pass" or r.broken("topic") or phrases(program, "passing").search(r.text or "")
                  for r in rules)
    if program.sensitive and knows(program, "passing") and not allowed and program.etiquette.mode != "pair-set":
        yield Problem(program.etiquette, "rules", "No rule says that anybody may pass on a question.",
                      "Add `- text: Each of us may pass on any question.` with `topic: right-to-pass`.")


@rule(ADVICE, "etiquette.mode")
def no_room_for_pair_rules(program: Program, settings: Settings) -> Iterable[Problem]:
    """The pair is to make rules of its own, and has no lines to write them on or no questions that help.

    Why: An empty page stays empty; a line and a question are an invitation.
    Source: 002
    Ignore: The pair makes its rules with somebody who leads the talk.
    Bad:
        etiquette:
          mode: pair-set
        #       ^^^^^^^^
          pair_lines: 5
    Good:
        etiquette:
          mode: pair-set
          pair_lines: 5
          prompts:
            - How do we say no?
            - What do we do about phones?
            - What stays here?
    """
    etiquette = program.etiquette
    if etiquette.mode not in ("both", "pair-set") or etiquette.broken("pair_lines") or etiquette.broken("prompts"):
        return
    lacking = ["`pair_lines: 4`"] if (etiquette.pair_lines or 0) < settings.limits.fewest_pair_lines else []
    if etiquette.mode == "pair-set" and len(etiquette.prompts) < settings.limits.fewest_pair_prompts:
        lacking.append("`prompts:` and below it three questions, such as `- How do we say no?`")
    if lacking:
        yield Problem(etiquette, "mode", "The pair makes rules of its own, with too little to help it.",
                      f"Add {listed(lacking)}.")


@rule(ADVICE, "etiquette.rules")
def mostly_prohibitions(program: Program, settings: Settings) -> Iterable[Problem]:
    """More than half of the rules say what not to do.

    Why: A card of prohibitions makes the junior person careful, when the program needs them to be open.
    Source: 002, practice
    Ignore: The pairs have written the rules themselves.
    Bad:
        etiquette:
          rules:
        # ^^^^^
            - Never interrupt.
            - Do not boast.
            - No phones.
            - Share credit by name.
    Good:
        etiquette:
          rules:
            - Let the other finish.
            - Share credit by name.
            - Put phones away.
            - Never pass on who said what.
    """
    rules = program.etiquette.rules
    against = sum(bool(phrases(program, "prohibition").match(rule.text or "")) for rule in rules)
    if len(rules) > 2 and against * 2 > len(rules):
        yield Problem(program.etiquette, "rules", f"{against} of {len(rules)} rules say what not to do.",
                      'Turn some of them around: "Never interrupt" becomes "Let the other finish".')


@rule(ADVICE, "etiquette.rules")
def etiquette_too_long(program: Program, settings: Settings) -> Iterable[Problem]:
    """There are more rules than fit on the card that people carry.

    Why: A card that has to be unfolded stays in the drawer.
    Source: practice
    Ignore: The rules are printed on a sheet.
    Bad:
        etiquette:
          rules:
        # ^^^^^
            - Let the other finish.
            - Ask before you answer.
            - Show it again.
            - Start on the minute.
            - Stop on the minute.
            - Share credit by name.
            - Put phones away.
            - Leave titles outside.
            - Say what you see.
            - Ask what they see.
            - Thank for hard news.
            - Take faults to the service line.
            - What is said here stays here.
    Good:
        etiquette:
          rules:
            - Let the other finish.
            - Ask before you answer.
    """
    limits = settings.limits
    rules, length = program.etiquette.rules, _length(program.etiquette)
    if len(rules) > limits.most_etiquette_rules or length > limits.longest_card:
        yield Problem(program.etiquette, "rules", f"{len(rules)} rules of {length} characters do not fit on one card.",
                      f"Keep at most {limits.most_etiquette_rules} rules and {limits.longest_card} characters in all.")


def _length(etiquette: Etiquette) -> int:
    return sum(len(rule.text or "") for rule in etiquette.rules)
