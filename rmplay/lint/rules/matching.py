"""Who is put together with whom, and how they may decline."""

from __future__ import annotations

from collections.abc import Iterable

from ...definition.model import Criterion, MatchCriterion, Program
from ...finding import ADVICE, INCOMPLETE, INVALID, Related
from ..lacks import lacks
from ..rule import Problem, Settings, rule
from ..texts import said


@rule(INVALID, "matching.criteria")
def weights_off(program: Program, settings: Settings) -> Iterable[Problem]:
    """Every preference has a weight, and together they are not 100.

    Why: The matching sheet adds the points up; with other totals two pairs cannot be compared.
    Source: mentorcliq, practice
    Ignore: Never.
    Bad:
        matching:
          criteria:
            - name: Another department
              kind: prefer
              weight: 70
            - name: Same site
              kind: prefer
              weight: 70
        #             ^^
    Good:
        matching:
          criteria:
            - name: Another department
              kind: prefer
              weight: 70
            - name: Same site
              kind: prefer
              weight: 30
            - name: Skill meets task list
              kind: require
    Good:
        matching:
          criteria:
            - name: Another department
              kind: prefer
    """
    weighed = [c for c in program.matching.criteria if c.written("weight") and c.kind == "prefer"]
    total = sum(c.weight for c in weighed)
    if not weighed or total == 100 or total < 100 and _unweighed(program):
        return
    if any(c.broken("weight") or c.broken("kind") for c in program.matching.criteria):
        return
    *others, last = weighed
    yield Problem(last, "weight", f"The weights of the preferences add up to {total}, not 100.",
                  f"Type these weights, in this order: {_shares([c.weight for c in weighed])}.",
                  tuple(Related(c.at("weight"), f"{c.weight} stands here") for c in others))


def _unweighed(program: Program) -> list[MatchCriterion]:
    return [c for c in program.matching.criteria if c.kind == "prefer" and c.absent("weight")]


def _shares(weights: list[int]) -> str:
    """The same proportions, in whole numbers that add up to 100."""
    total = sum(weights)
    shares = [w * 100 // total if total else 100 // len(weights) for w in weights]
    shares[0] += 100 - sum(shares)
    return ", ".join(f"`weight: {share}`" for share in shares)


@rule(INVALID, "matching.rematch.until_week", "cadence.length_weeks")
def rematch_after_end(program: Program, settings: Settings) -> Iterable[Problem]:
    """A pair may be matched anew until a week in which the program is over.

    Why: Participants would read a promise that nobody can keep.
    Source: practice
    Ignore: Never.
    Bad:
        cadence:
          length_weeks: 16
        matching:
          rematch:
            until_week: 20
        #               ^^
    Good:
        cadence:
          length_weeks: 16
        matching:
          rematch:
            until_week: 8
    """
    rematch, length = program.matching.rematch, program.cadence.length_weeks
    if rematch.until_week >= length:
        yield Problem(rematch, "until_week",
                      f"A new match in week {rematch.until_week} is too late: the program has {length} weeks.",
                      f"Type a week that leaves time for a new pair, such as `until_week: {_half(length, settings)}`.",
                      (Related(program.cadence.at("length_weeks"), "the length of the program"),))


def _half(length: int, settings: Settings) -> int:
    return max(1, int(length * settings.limits.share_for_rematch))


@rule(INCOMPLETE, "matching")
def matching_without_method(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nothing says how pairs are proposed.

    Why: People want to know before they sign up whether they choose or are chosen.
    Source: ismcp, mentorcliq
    Ignore: There is only one possible pair.
    Bad:
        matching:
        ^^^^^^^^
          owner: program-lead
    Good:
        matching:
          method: suggested
          owner: program-lead
    """
    if program.matching.absent("method"):
        yield Problem(program.matching, "method", "Nothing says who proposes the pairs.",
                      "Add `method: suggested` if somebody proposes and both decide. Other words: admin, self, hybrid.")


@rule(INCOMPLETE, "matching")
def matching_without_owner(program: Program, settings: Settings) -> Iterable[Problem]:
    """No role answers for the matches.

    Why: When a match is questioned, somebody has to be able to explain it and to change it.
    Source: ismcp
    Ignore: Never, if anybody but the two people decides.
    Bad:
        matching:
        ^^^^^^^^
          method: admin
    Good:
        matching:
          method: admin
          owner: program-lead
    Good:
        matching:
          method: self
    """
    if program.matching.absent("owner") and program.matching.method != "self":
        yield Problem(program.matching, "owner", "Nobody answers for the matches.",
                      "Add the role that does: `owner: program-lead`.")


@rule(INCOMPLETE, "matching")
def match_without_skill(program: Program, settings: Settings) -> Iterable[Problem]:
    """No criterion requires that the mentor can do what the mentee wants to learn.

    Why: The gap comes first, and then the person who can fill it; a friendly pair without that has nothing to do.
    Source: 000, 002, 004
    Ignore: The skill is the same for everybody and was asked for when mentors were chosen.
    Bad:
        matching:
          criteria:
        # ^^^^^^^^
            - name: Free on the same days
              type: availability
              kind: require
              reason: They have to be able to meet.
    Bad:
        matching:
          criteria:
            - name: Skill meets task list
              type: skill-to-need
              kind: prefer
        #           ^^^^^^
              reason: It is the point of the program.
    Good:
        matching:
          criteria:
            - name: Skill meets task list
              type: skill-to-need
              kind: require
              reason: It is the point of the program.
    """
    if _unreadable(program, "type", "kind"):
        return
    skills = [c for c in program.matching.criteria if c.type == "skill-to-need"]
    if any(c.kind == "require" or c.absent("kind") for c in skills):
        return
    if skills:
        yield Problem(skills[0], "kind", "That the mentor has the skill is not required here.", "Type `kind: require`.")
    else:
        yield Problem(program.matching, "criteria", "No criterion asks whether the mentor has the skill needed.",
                      "Add below `criteria:` one with `name: Skill meets need`, `type: skill-to-need` and "
                      "`kind: require`.")


def _unreadable(program: Program, *keys: str) -> bool:
    """Whether the criteria, or one of their keys, could not be read."""
    return program.matching.broken("criteria") or any(c.broken(k) for c in program.matching.criteria for k in keys)


@rule(INCOMPLETE, "matching")
def reporting_line_not_excluded(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nothing keeps apart two people of whom one reports to the other.

    Why: Nobody speaks openly to a person who rates them.
    Source: 002, yh-nhs, leeds
    Ignore: The organization is so small that everybody reports to the same person; say what is done instead.
    Bad:
        matching:
          criteria:
        # ^^^^^^^^
            - name: Skill meets task list
              type: skill-to-need
              kind: require
    Bad:
        matching:
          criteria:
            - name: No reporting line
              type: reporting-line
              kind: prefer
        #           ^^^^^^
    Good:
        matching:
          criteria:
            - name: No reporting line
              type: reporting-line
              kind: avoid
              minimum_steps: 2
    Good:
        roles:
          mentor:
            comes_from: external
        matching:
          criteria:
            - name: Skill meets task list
              type: skill-to-need
              kind: require
    """
    if _unreadable(program, "type", "kind") or _all_from_outside(program):
        return
    lines = [c for c in program.matching.criteria if c.type == "reporting-line"]
    if any(c.kind != "prefer" for c in lines):
        return
    if lines:
        yield Problem(lines[0], "kind", "A reporting line between the two would still be possible.",
                      "Type `kind: avoid`, and `minimum_steps: 2` below it.")
    else:
        yield Problem(program.matching, "criteria", "Nothing keeps a mentor and their own manager apart.",
                      "Add below `criteria:` one with `name: No reporting line`, `type: reporting-line` and "
                      "`kind: avoid`.")


def _all_from_outside(program: Program) -> bool:
    return any(role.comes_from == "external" for role in program.roles if role.id in ("mentor", "mentee"))


@rule(INCOMPLETE, "matching.criteria")
def criterion_unexplained(program: Program, settings: Settings) -> Iterable[Problem]:
    """A criterion does not say how strict it is, or why it is there.

    Why: Whoever proposes pairs has to know what may give way when two criteria collide.
    Source: 002, ismcp
    Ignore: The reason is in the name.
    Bad:
        matching:
          criteria:
            - name: Another department
        #           ^^^^^^^^^^^^^^^^^^
    Bad:
        matching:
          criteria:
            - name: Another department
        #           ^^^^^^^^^^^^^^^^^^
              kind: prefer
    Good:
        matching:
          criteria:
            - name: Another department
              kind: prefer
              reason: Both see work that they do not know.
    """
    for criterion in program.matching.criteria:
        lack = lacks(criterion, (("kind", "how strict it is", "kind: prefer"),
                                 ("reason", "why it is there", "reason: ...")))
        if lack:
            yield Problem(criterion, "name", f"This criterion does not say {lack.says}.", f"Add below it {lack.typed}."
                          + (" Other kinds are require and avoid." if "kind" in lack.keys else ""))


@rule(INCOMPLETE, "matching.criteria")
def criterion_without_weight(program: Program, settings: Settings) -> Iterable[Problem]:
    """Some preferences have a weight, and this one has none.

    Why: On the matching sheet a preference without a weight counts nothing, and nobody meant that.
    Source: mentorcliq, practice
    Ignore: It only decides between pairs with the same points.
    Bad:
        matching:
          criteria:
            - name: Another department
              kind: prefer
              weight: 70
            - name: Same site
              kind: prefer
        #           ^^^^^^
    Good:
        matching:
          criteria:
            - name: Another department
              kind: prefer
            - name: Same site
              kind: prefer
    """
    given = sum(c.weight or 0 for c in program.matching.criteria if c.kind == "prefer")
    missing = _unweighed(program)
    if not any(c.written("weight") for c in program.matching.criteria if c.kind == "prefer"):
        return
    for criterion in missing:
        left = max(0, 100 - given) // len(missing)
        yield Problem(criterion, "kind", "This preference has no weight, and others have one.",
                      f"Add `weight: {left}` below it, so that all weights make 100." if left else
                      "Give each preference a weight, so that all of them make 100.")


@rule(INCOMPLETE)
def age_as_criterion(program: Program, settings: Settings) -> Iterable[Problem]:
    """People are chosen or matched by age or generation.

    Why: What somebody can teach does not follow from a year of birth, and choosing by age is unlawful in many places.
    Source: 000, 002, 003
    Ignore: Never without the advice of your lawyers.
    Bad:
        matching:
          criteria:
            - name: Younger than the mentee
        #           ^^^^^^^
              kind: require
    Bad:
        matching:
          criteria:
            - name: Gen Z
        #           ^^^^^
              kind: prefer
    Good:
        matching:
          criteria:
            - name: Uses the tools every working day
              kind: require
              reason: Age says nothing about it; a younger person may know less.
            - name: Gen Z
              kind: avoid
    """
    for name in ("age-criterion", "generation"):
        for prose, match in said(program, name):
            record = prose.record
            if isinstance(record, Criterion) or (
                    isinstance(record, MatchCriterion) and prose.key == "name" and record.kind != "avoid"):
                yield Problem(record, prose.key, f'"{match[0]}" chooses people by their age.',
                              "Name the skill or the experience that you want instead.",
                              span=prose.part(match.start(), match.end()))


@rule(INCOMPLETE, "matching.criteria")
def identity_not_offered(program: Program, settings: Settings) -> Iterable[Problem]:
    """People are matched by who they are, and nothing says that they offered it.

    Why: Origin, belief, health or orientation may help a match only where the person has brought it up.
    Source: 003, gss, llr, gdpr
    Ignore: Never.
    Bad:
        matching:
          criteria:
            - name: Lived experience
              type: identity
        #           ^^^^^^^^
              kind: prefer
    Bad:
        matching:
          criteria:
            - name: Lived experience
              type: identity
              volunteered: no
        #                  ^^
    Good:
        matching:
          criteria:
            - name: Lived experience
              type: identity
              kind: prefer
              volunteered: yes
    """
    for criterion in program.matching.criteria:
        if criterion.type == "identity" and not criterion.volunteered and not criterion.broken("volunteered"):
            key = "volunteered" if criterion.written("volunteered") else "type"
            yield Problem(criterion, key, "Nobody may be matched by this who has not offered it.",
                          "Type `volunteered: yes`, and use it only where the person has told you.")


@rule(INCOMPLETE, "matching")
def match_without_consent(program: Program, settings: Settings) -> Iterable[Problem]:
    """A match is final before both have said yes.

    Why: A pair that was put together without being asked starts with one person who would rather not be there.
    Source: ismcp, sourcegraph
    Ignore: Never; a junior mentor has to be able to say no to a senior person.
    Bad:
        matching:
          consent:
            mentor: no
        #           ^^
            mentee: yes
    Bad:
        matching:
        ^^^^^^^^
          method: suggested
    Good:
        matching:
          consent:
            mentor: yes
            mentee: yes
    """
    matching, consent = program.matching, program.matching.consent
    if matching.absent("consent"):
        yield Problem(matching, "consent", "Nobody is asked before a match is final.",
                      "Add `consent:` and below it `mentor: yes` and `mentee: yes`.")
    elif consent:
        for key in ("mentor", "mentee"):
            if not getattr(consent, key) and not consent.broken(key):
                yield Problem(consent, key, f"The {key} is not asked before a match is final.", f"Type `{key}: yes`.")


@rule(INCOMPLETE, "matching")
def match_without_way_out(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nothing says how a pair that does not work is parted.

    Why: Two people who do not get on stay away rather than complain, unless they know a way that blames nobody.
    Source: 002, ismcp, hhs, yh-nhs
    Ignore: The program is so short that leaving it early says the same.
    Bad:
        matching:
        ^^^^^^^^
          method: suggested
    Bad:
        matching:
          rematch:
        # ^^^^^^^
            until_week: 8
    Good:
        matching:
          rematch:
            until_week: 8
            route: Tell the program lead, alone or together.
            no_fault: yes
    """
    matching, rematch = program.matching, program.matching.rematch
    if matching.broken("rematch"):
        return
    week = _half(program.cadence.length_weeks or 16, settings) if program.cadence else 8
    lack = lacks(rematch, (("until_week", "until when", f"until_week: {week}"),
                           ("route", "whom to tell", "route: Tell the program lead, alone or together."),
                           ("no_fault", "that nobody is blamed", "no_fault: yes")))
    if lack:
        yield Problem(matching, "rematch", f"For a wrong match nothing says {lack.says}.",
                      f"Add below `rematch:` {lack.typed}.")
    elif rematch.no_fault is False:
        yield Problem(rematch, "no_fault", "Somebody who wants another partner has to give a reason.",
                      "Type `no_fault: yes`.")


@rule(ADVICE, "matching.rematch.until_week", "cadence.length_weeks")
def rematch_late(program: Program, settings: Settings) -> Iterable[Problem]:
    """A new match is possible when more than half of the program is over.

    Why: A pair that starts then has too few sessions left to reach the goals that all pairs share.
    Source: ismcp, practice
    Ignore: A pair that starts late goes on after the others have ended.
    Bad:
        cadence:
          length_weeks: 16
        matching:
          rematch:
            until_week: 12
        #               ^^
    Good:
        cadence:
          length_weeks: 16
        matching:
          rematch:
            until_week: 8
    """
    rematch, length = program.matching.rematch, program.cadence.length_weeks
    if length * settings.limits.share_for_rematch < rematch.until_week < length:
        yield Problem(rematch, "until_week",
                      f"A pair that starts in week {rematch.until_week} has {length - rematch.until_week} weeks left.",
                      f"Type `until_week: {_half(length, settings)}` or an earlier week.",
                      (Related(program.cadence.at("length_weeks"), "the length of the program"),))


@rule(ADVICE, "matching.criteria")
def personality_required(program: Program, settings: Settings) -> Iterable[Problem]:
    """A sort of personality is required.

    Why: Different temperaments can help a pair, but to require one shuts people out by a label.
    Source: 002, mentorcliq
    Ignore: Never without talking to the people concerned.
    Bad:
        matching:
          criteria:
            - name: Outgoing
              type: personality
              kind: require
        #           ^^^^^^^
    Good:
        matching:
          criteria:
            - name: Working styles that complete each other
              type: personality
              kind: prefer
    """
    for criterion in program.matching.criteria:
        if criterion.type == "personality" and criterion.kind == "require":
            yield Problem(criterion, "kind", "A personality is required, which few people can show on a form.",
                          "Type `kind: prefer`.")


@rule(ADVICE, "matching.max_pairs_per_mentor")
def mentor_overbooked(program: Program, settings: Settings) -> Iterable[Problem]:
    """A mentor may have more than two pairs.

    Why: Mentors do this beside their own work, and each pair costs preparation as well as sessions.
    Source: mentorcliq, aad
    Ignore: Mentoring is the main work of these mentors.
    Bad:
        matching:
          max_pairs_per_mentor: 5
        #                       ^
    Good:
        matching:
          max_pairs_per_mentor: 2
    """
    pairs = program.matching.max_pairs_per_mentor
    if pairs > settings.limits.most_pairs_per_mentor:
        yield Problem(program.matching, "max_pairs_per_mentor", f"{pairs} pairs are a lot beside a job.",
                      f"Type `max_pairs_per_mentor: 1`, or {settings.limits.most_pairs_per_mentor} at most.")
