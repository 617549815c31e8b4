"""A mentoring program, as its author thinks of it: the one description of what a definition may say.

The order of classes and fields is the order of thought: what and why, who, how often, the sessions, how we treat each
other, how people are matched and prepared, how we know it worked, what could go wrong and who helps, how it ends.
The decoder, the JSON Schema, the reference and the order of the lint summary are all read off this file.
"""

from __future__ import annotations

import datetime

from .kinds import (Address, Choice, Ident, Language, Line, Number, Ref, Text, choice, day, field, fixed, ident, keyed, line,
                    many, number, one, prose, ref, table, whole, yes_no)
from .record import Record

ROLES = ("mentor", "mentee", "sponsor", "program-lead", "line-manager", "confidential-contact", "learning-team",
         "inclusion-adviser", "partner-contact", "trainer", "evaluator")
LEADERS = ("mentor", "mentee", "both")
PAIR = ("mentor", "mentee")
LEVELS = ("activity", "reaction", "learning", "behavior", "result")
FAILURE_MODES = ("resistance", "role-reversion", "low-priority", "poor-match", "no-sponsor", "logistics",
                 "mismanagement")
ROLE = Ref("Role")
PROFILES = ("draft", "publishable")
SEVERITIES = ("error", "warning", "advice")


# ---- what and why -------------------------------------------------------------------------------------------------

class Size(Record):
    """How many pairs the program is made for."""

    pairs_min: int | None = whole("The smallest number of pairs with which the program is worth running.", 1, 5000,
                                  typical="6")
    pairs_max: int | None = whole("The largest number of pairs that can be looked after.", 1, 5000, typical="12")


class Fit(Record):
    """When this program is the right thing, and when something simpler is."""

    good_when: tuple[str, ...] = many("A need that this program answers well.", Text(300))
    not_for: tuple[str, ...] = many("A need for which something else is better.", Text(300))


class Review(Record):
    """When somebody last read the whole definition, and how often that is done."""

    last: datetime.date | None = day("The day on which the definition was last read through.")
    every_weeks: int | None = whole("How often it is read through, in weeks.", 1, 520, typical="52")


class Change(Record):
    """One line of the history of the playbook."""

    version: str | None = fixed("The version that this line describes.", 20)
    date: datetime.date | None = day("The day of the change.")
    summary: str | None = prose("What changed, for a reader.", 400)


class Source(Record):
    """A publication that the program or a claim in it rests on."""

    title: str | None = line("Title of the publication.", 200)
    year: int | None = whole("Year of publication.", 1900, 2200)
    url: str | None = field(Address(), "Where to find it.")


class Measure(Record):
    """One thing that is counted or rated to see whether a goal is reached."""

    id: str | None = ident("Name of the measure, if something refers to it.")
    name: str | None = line("What is counted or rated.", 160)
    level: str | None = choice("How far it reaches: activity, reaction, learning, behavior or result.", *LEVELS)
    baseline: float | None = number("The value before the program starts, if it is known already.", -1e6, 1e6)
    baseline_from: str | None = ref("The instrument that asks for the value before the program starts.", "Instrument")
    target: float | None = number("The value to reach.", -1e6, 1e6)
    unit: str | None = line("What the target counts.", 80, typical="of 5 tasks")
    due_week: int | None = whole("The week by which it is reached; week 0 is the first session.", 0, 520)
    instrument: str | None = ref("The instrument that measures it.", "Instrument")
    data_source: str | None = line("Where the number comes from, with its owner, if no instrument asks for it.", 200)
    compare_with: str | None = line("The group it is compared with.", 200)
    caution: str | None = prose("What this number cannot show.", 300)


class Goal(Record):
    """Something that is true at the end and was not at the start."""

    id: str | None = ident("Name of the goal; sessions and questions refer to it.")
    statement: str | None = prose("What is true at the end, in one sentence.", 300)
    for_: tuple[str, ...] = many("Who gains.", Choice(("mentor", "mentee", "pair", "organization")))
    driver: str | None = line("The aim of the organization that it serves.", 200)
    measures: tuple[Measure, ...] = many("What is counted or rated to know.", Measure, typical="1 to 3")


# ---- who ------------------------------------------------------------------------------------------------------------

class Criterion(Record):
    """One thing that somebody must bring to a role."""

    type: str | None = choice("The sort of criterion.", "skill", "communication", "attitude", "need", "availability",
                              "other")
    text: str | None = prose("What the person brings.", 300)


class Selection(Record):
    """How people are chosen for a role."""

    criteria: tuple[Criterion, ...] = many("What is looked for.", Criterion, typical="3 to 6")
    by: str | None = ref("The role that decides.", "Role")


class Role(Record):
    """One part in the program and what goes with it."""

    id: str | None = field(Choice(ROLES), "The name under which the role stands.")
    title: str | None = line("What the role is called here.", 80)
    grade: int | None = whole("Level in the organization; a higher number is more senior.", 1, 30)
    seniority: str | None = line("Level in words.", 120, typical="Team member")
    comes_from: str | None = choice("Where the people come from.", "internal", "external", "mixed")
    responsibilities: tuple[str, ...] = many("Something this role does.", Text(300), typical="3 to 8")
    not_responsible_for: tuple[str, ...] = many("Something this role does not do, whatever others hope.", Text(300))
    hours_total: float | None = number("Hours over the whole program, if you would rather state than derive them.", 0,
                                       5000)
    benefits: tuple[str, ...] = many("What this role gets out of it.", Text(300))
    selection: Selection | None = one("How people are chosen.", Selection)
    good_signs: tuple[str, ...] = many("A sign that somebody does it well.", Text(300))


# ---- how often --------------------------------------------------------------------------------------------------

class Reschedule(Record):
    """What happens when a date does not work."""

    notice_hours: int | None = whole("How many hours before, at the latest, a session is moved.", 0, 336, typical="24")
    within_days: int | None = whole("Within how many days the moved session takes place.", 1, 60, typical="10")


class Missed(Record):
    """What happens when sessions are missed."""

    threshold: int | None = whole("After how many missed sessions somebody acts.", 1, 20, typical="2")
    action: str | None = prose("What is done then.", 300)
    by: str | None = ref("The role that does it.", "Role")


class Cadence(Record):
    """How long, how often and for how many minutes the pair meets."""

    length_weeks: int | None = whole("Length of the program in weeks.", 1, 208, typical="26")
    every_weeks: int | None = whole("Weeks from one session to the next.", 1, 26, typical="4")
    sessions: int | None = whole("Number of sessions, if you want it checked against the list.", 1, 60)
    minutes: int | None = whole("Length of a session in minutes.", 10, 480, typical="45")
    between_minutes: int | None = whole("Minutes that each person spends between two sessions.", 0, 600, typical="20")
    scheduled_by: str | None = ref("The role that sends the invitations.", "Role")
    place: str | None = prose("Where sessions take place.", 300)
    reschedule: Reschedule | None = one("What happens when a date does not work.", Reschedule)
    missed: Missed | None = one("What happens when sessions are missed.", Missed)


class Phase(Record):
    """One stretch of the program as a whole, from preparation to review."""

    id: str | None = ident("Name of the phase.")
    title: str | None = line("What the phase is called.", 80)
    from_week: int | None = whole("First week; preparation has negative weeks.", -52, 520)
    to_week: int | None = whole("Last week.", -52, 520)
    owner: str | None = ref("The role that answers for it.", "Role")
    gate: str | None = prose("What must be true to go on.", 300)


# ---- the sessions ------------------------------------------------------------------------------------------------

class Prepare(Record):
    """What each person does before a session."""

    mentor: tuple[str, ...] = many("Something the mentor does before.", Text(300))
    mentee: tuple[str, ...] = many("Something the mentee does before.", Text(300))


class AgendaPart(Record):
    """One part of a session."""

    title: str | None = line("What this part is called.", 80)
    minutes: int | None = whole("How long it takes, in minutes.", 1, 480)
    lead: str | None = choice("Who leads it.", *LEADERS)
    kind: str | None = choice("The sort of part.", "check-in", "review-actions", "demo", "hands-on", "shadow",
                              "walk-through", "discussion", "critique", "reflection", "give-back", "decision",
                              "actions", "agreement", "feedback", "celebrate")
    covers: tuple[str, ...] = many("A topic that this part deals with.", Choice((
        "introductions", "goals", "expectations", "confidentiality", "etiquette", "logistics", "review", "thanks",
        "next-steps", "next-date")))
    text: str | None = prose("How it is done, in a sentence or two.", 500)
    prompts: tuple[str, ...] = many("A question that helps.", Text(240), typical="2 to 4")


class Session(Record):
    """One meeting of the pair, printed as one sheet."""

    id: str | None = ident("Name of the session; it becomes the name of its page.")
    number: int | None = whole("Place in the order, if you want it checked.", 1, 60)
    week: int | None = whole("Week of the session, where it is not every so many weeks.", 0, 520)
    title: str | None = line("Heading of the sheet.", 60)
    phase: str | None = choice("Place in the whole.", "opening", "working", "midpoint", "closing")
    purpose: str | None = prose("What is different afterwards, in one sentence.", 300)
    minutes: int | None = whole("Length in minutes, where it is not the usual one.", 10, 480)
    goals: tuple[str, ...] = many("A goal that this session serves.", Ref("Goal"))
    prepare: Prepare | None = one("What each person does before.", Prepare)
    agenda: tuple[AgendaPart, ...] = many("The parts of the session, in order.", AgendaPart, typical="4 to 6")
    outputs: tuple[str, ...] = many("Something that exists afterwards.", Text(240))
    follow_up: Prepare | None = one("What each person does afterwards.", Prepare)
    checklist: tuple[str, ...] = many("A line to tick before you leave.", Text(240))
    sensitive: bool | None = yes_no("Whether personal experience may come up.")
    right_to_pass: str | None = prose("How somebody declines a question.", 300)
    support: str | None = prose("Where to go when it was hard.", 300)
    remote_alternative: str | None = prose("How it works when the two are not in one room.", 400)


# ---- how we treat each other ---------------------------------------------------------------------------------------

class Expectations(Record):
    """What each may count on from the other."""

    mentor: tuple[str, ...] = many("Something the mentor can be counted on for.", Text(300), typical="3 to 6")
    mentee: tuple[str, ...] = many("Something the mentee can be counted on for.", Text(300), typical="3 to 6")
    both: tuple[str, ...] = many("Something both can be counted on for.", Text(300))
    organization: tuple[str, ...] = many("Something the organization can be counted on for.", Text(300))
    review_at: tuple[str, ...] = many("A session in which the expectations are read again.", Ref("Session"))


class EtiquetteRule(Record):
    """One rule of how the two treat each other. The text alone will do."""

    short_form = "text"
    text: str | None = prose("The rule, in words that can be said aloud.", 160)
    topic: str | None = choice("What it is about.", "respect", "listening", "patience", "confidentiality", "time",
                               "disagreement", "rank", "right-to-pass", "credit", "devices", "assumptions",
                               "help-not-homework")
    for_: str | None = choice("Who it is for.", *LEADERS, typical="both")
    why: str | None = prose("Why it is a rule.", 240)


class Etiquette(Record):
    """How two people of different rank speak to each other."""

    mode: str | None = choice("Whether rules are given, made by the pair, or both.", "set", "pair-set", "both")
    rules: tuple[EtiquetteRule, ...] = many("A rule.", EtiquetteRule, typical="7 to 10")
    repair: tuple[str, ...] = many("A step, in order, when something went wrong.", Text(240), typical="3")
    repair_contact: str | None = ref("The role to turn to when it stays wrong.", "Role")
    pair_lines: int | None = whole("Empty lines for rules of the pair's own.", 0, 12, typical="4")
    prompts: tuple[str, ...] = many("A question that helps the pair to make its own rules.", Text(240))


class WhoSees(Record):
    """What one role is told about a pair."""

    role: str | None = ref("The role.", "Role")
    sees: str | None = choice("What it is told.", "nothing", "attendance", "themes")


class Notes(Record):
    """What becomes of notes."""

    owner: str | None = line("Whose they are.", 120)
    keep: str | None = line("Where they are kept.", 160)
    dispose: str | None = line("When and how they are destroyed.", 160)


class Confidentiality(Record):
    """What stays between the two, and what does not."""

    statement: str | None = prose("The promise, in words that can be read out.", 600)
    exceptions: tuple[str, ...] = many("A case in which the promise does not hold.", Text(240))
    may_share: tuple[str, ...] = many("Something that may be told to others.", Text(240))
    who_sees: tuple[WhoSees, ...] = many("What a role is told.", WhoSees)
    appraisal_use: str | None = choice("Whether anything may be used in an appraisal.", "none", "allowed")
    notes: Notes | None = one("What becomes of notes.", Notes)
    agreed_in: str | None = ref("The session in which it is agreed.", "Session")
    recording: str | None = choice("Whether sessions may be recorded.", "none", "by-consent")


class Term(Record):
    """One clause of the agreement."""

    short_form = "text"
    text: str | None = prose("The clause.", 400)
    tag: str | None = choice("What it is about.", "purpose", "frequency", "confidentiality", "scheduling", "review",
                             "exit", "contact", "notes", "intellectual-property", "non-disclosure")


class Blank(Record):
    """Room to write on a form."""

    label: str | None = line("What is written there.", 120)
    lines: int | None = whole("How many lines.", 1, 20, typical="1")


class Agreement(Record):
    """The page that both sign in the first session and keep."""

    purpose: str | None = prose("Why the two meet, in one sentence.", 400)
    terms: tuple[Term, ...] = many("A clause.", Term, typical="6 to 10")
    signed: bool | None = yes_no("Whether it is signed.", typical="yes")
    review_at: tuple[str, ...] = many("A session in which it is read again.", Ref("Session"))
    blanks: tuple[Blank, ...] = many("Room for something that only the pair knows.", Blank)


# ---- how people are matched and prepared --------------------------------------------------------------------------

class Curiosity(Record):
    """How we find out whether enough people want this."""

    method: str | None = choice("How people are asked.", "survey", "conversation", "both")
    questions: tuple[str, ...] = many("A question of the survey.", Text(240), typical="5")
    go_at_percent: int | None = whole("Share of people who must be interested, in percent.", 0, 100, typical="40")
    min_responses: int | None = whole("Answers below which nothing is decided.", 1, 100000)
    if_low: str | None = prose("What is done when too few are interested.", 400)


class PoolSkill(Record):
    """A skill that is offered and wanted."""

    skill: str | None = line("The skill.", 120)
    people: int | None = whole("How many people can teach it.", 0, 100000)
    wanted_by: int | None = whole("How many people want it.", 0, 100000)


class Pool(Record):
    """The people there are to choose from."""

    mentors: int | None = whole("Possible mentors.", 0, 100000)
    mentees: int | None = whole("Possible mentees.", 0, 100000)
    reserve_mentors: int | None = whole("Mentors trained beyond the number of pairs.", 0, 10000)
    skills: tuple[PoolSkill, ...] = many("A skill and how many offer and want it.", PoolSkill)


class Readiness(Record):
    """What is found out before the decision to run the program."""

    curiosity: Curiosity | None = one("Whether enough people want it.", Curiosity)
    pool: Pool | None = one("Whether there are enough people with the skill.", Pool)


class Invitation(Record):
    """What people are told when they are asked to join."""

    benefits: tuple[str, ...] = many("Something to gain.", Text(240))
    demands: tuple[str, ...] = many("Something it costs.", Text(240))


class Recruitment(Record):
    """How people are found."""

    channels: tuple[str, ...] = many("A way to reach people.", Text(240))
    message: Invitation | None = one("What they are told.", Invitation)
    closing_date: datetime.date | None = day("Last day to apply.")
    closing_week: int | None = whole("Last week to apply, where there is no calendar; negative before the start.", -52, 208)
    rolling: bool | None = yes_no("Whether people can join at any time.")


class MatchCriterion(Record):
    """One thing that is looked at when two people are put together."""

    name: str | None = line("The criterion in a few words.", 120)
    type: str | None = choice("What it compares.", "skill-to-need", "reporting-line", "organization", "location",
                              "availability", "language", "identity", "personality", "interest", "experience")
    kind: str | None = choice("How strict it is.", "require", "prefer", "avoid")
    reason: str | None = prose("Why it matters.", 300)
    weight: int | None = whole("Weight of a preference; all of them add up to 100.", 0, 100)
    minimum_steps: int | None = whole("Steps of the reporting line that must lie between the two.", 1, 10)
    volunteered: bool | None = yes_no("Whether it is only used when the person offers it.")


class Consent(Record):
    """Who is asked before a match is final."""

    mentor: bool | None = yes_no("Whether the mentor is asked.")
    mentee: bool | None = yes_no("Whether the mentee is asked.")


class Rematch(Record):
    """How a pair that does not work is parted."""

    until_week: int | None = whole("Last week for a new match.", 0, 208)
    route: str | None = prose("Whom to tell, and how.", 300)
    no_fault: bool | None = yes_no("Whether nobody has to give a reason.")


class Matching(Record):
    """Who is put together with whom, and how they may decline."""

    method: str | None = choice("Who proposes pairs.", "admin", "self", "suggested", "hybrid")
    owner: str | None = ref("The role that answers for the matches.", "Role")
    criteria: tuple[MatchCriterion, ...] = many("Something that is looked at.", MatchCriterion, typical="4 to 6")
    consent: Consent | None = one("Who is asked before a match is final.", Consent)
    chemistry_minutes: int | None = whole("Minutes of a first talk before both say yes.", 0, 120, typical="20")
    rematch: Rematch | None = one("How a pair that does not work is parted.", Rematch)
    max_pairs_per_mentor: int | None = whole("Pairs that one mentor may have.", 1, 10, typical="1")


class Module(Record):
    """One piece of training."""

    id: str | None = ident("Name of the module.")
    title: str | None = line("What it is called.", 120)
    for_: tuple[str, ...] = many("Who takes it.", ROLE)
    format: str | None = choice("How it is given.", "workshop", "online", "manual", "briefing")
    minutes: int | None = whole("Length in minutes, practice and questions included.", 5, 960)
    practice_minutes: int | None = whole("Minutes of practice in it.", 0, 960)
    questions_minutes: int | None = whole("Minutes for questions in it.", 0, 960)
    covers: tuple[str, ...] = many("A topic of it.", Choice((
        "purpose", "listening", "questions", "feedback", "receiving-feedback", "session-structure", "boundaries",
        "confidentiality", "power", "bias", "tool-skills", "closure")))
    outline: tuple[str, ...] = many("A step of it, in order.", Text(300))
    required: bool | None = yes_no("Whether nobody starts without it.")
    due_week: int | None = whole("Week by which it is done; before the first session is negative or 0.", -52, 208)


class Resource(Record):
    """Something to read, watch or use."""

    title: str | None = line("What it is called.", 160)
    url: str | None = field(Address(), "Where it is.")
    short: str | None = fixed("A short address that can be typed from paper.", 60)
    kind: str | None = choice("What it is.", "article", "video", "tool", "template", "course", "book", "page")
    alt: str | None = prose("What to use instead on paper.", 200)


class Training(Record):
    """What people learn before they start."""

    modules: tuple[Module, ...] = many("A piece of training.", Module)
    resources: tuple[Resource, ...] = many("Something to read or use for it.", Resource)


# ---- how we know it worked -------------------------------------------------------------------------------------------

class Scale(Record):
    """A row of numbers to choose from."""

    min: int | None = whole("Lowest number.", 0, 10, typical="1")
    max: int | None = whole("Highest number.", 1, 11, typical="5")
    low: str | None = line("What the lowest number means.", 60)
    high: str | None = line("What the highest number means.", 60)


class Question(Record):
    """One question of a questionnaire."""

    id: str | None = ident("Name of the question; the same one before and after can be compared.")
    text: str | None = prose("The question or statement.", 300)
    type: str | None = choice("How it is answered.", "scale", "choice", "yes-no", "text", "number")
    scale: Scale | None = one("The row of numbers, for a scale.", Scale)
    options: tuple[str, ...] = many("An answer to choose, for a choice.", Line(120))
    lines: int | None = whole("Lines to write on, for a text.", 1, 20, typical="3")
    goal: str | None = ref("The goal that it measures.", "Goal")
    level: str | None = choice("How far it reaches.", *LEVELS)


class Instrument(Record):
    """A questionnaire, a form or a try that measures something."""

    id: str | None = ident("Name of the instrument; it becomes the name of its page.")
    title: str | None = line("Heading of the sheet.", 80)
    purpose: str | None = prose("What the answers are for.", 300)
    for_: tuple[str, ...] = many("Who answers.", ROLE)
    when: str | None = choice("When it is used.", "curiosity", "baseline", "session", "midpoint", "end", "follow-up")
    week: int | None = whole("Week in which it is used.", 0, 520)
    minutes: int | None = whole("Minutes to answer it.", 1, 120, typical="5")
    anonymous: bool | None = yes_no("Whether no name stands on it.")
    min_group: int | None = whole("Answers below which no result is shown.", 2, 50, typical="5")
    handed_in: bool | None = yes_no("Whether the filled-in sheet is given to the program; `no` where it stays with the pair.")
    scale: Scale | None = one("The row of numbers for all its scale questions that have none of their own.", Scale)
    questions: tuple[Question, ...] = many("A question.", Question, typical="5 to 10")


class Decision(Record):
    """Something that is decided with the results, by a rule that is written down before."""

    question: str | None = prose("What is decided.", 240)
    by: str | None = ref("The role that decides.", "Role")
    week: int | None = whole("Week of the decision.", 0, 520)
    rule: str | None = prose("The result that means yes.", 300)


class ShareBack(Record):
    """How people who answered hear what came out."""

    week: int | None = whole("Week in which they hear.", 0, 520)
    with_: tuple[str, ...] = many("Who hears.", ROLE)
    text: str | None = prose("How it is told.", 300)


class Kpi(Record):
    """One number of the report for the sponsor."""

    name: str | None = line("What the number is called.", 120)
    formula: str | None = line("How it is worked out.", 200)
    target: str | None = line("The value that is hoped for.", 80)
    shown_to: tuple[str, ...] = many("Who sees it.", ROLE)


class Evaluation(Record):
    """How we know whether it worked."""

    instruments: tuple[Instrument, ...] = many("A questionnaire, form or try.", Instrument, typical="5 to 7")
    checklist: tuple[str, ...] = many("A line to tick when the program is evaluated.", Text(240))
    decisions: tuple[Decision, ...] = many("Something that is decided with the results.", Decision)
    share_back: ShareBack | None = one("How people hear what came out.", ShareBack)
    combine_rounds: bool | None = yes_no("Whether small rounds are only reported together.")
    kpis: tuple[Kpi, ...] = many("A number of the report.", Kpi)


# ---- what could go wrong and who helps --------------------------------------------------------------------------------

class Risk(Record):
    """Something that can go wrong, how it shows, and what is done."""

    id: str | None = ident("Name of the risk.")
    category: str | None = choice("The sort of risk; the first seven are the known reasons why programs fail.",
                                  *FAILURE_MODES, "retaliation", "tokenism", "mentor-load", "stereotyping", "breach",
                                  "no-follow-through", "small-pool", "external-conflict", "other")
    risk: str | None = prose("What can go wrong.", 300)
    likelihood: str | None = choice("How likely it is.", "low", "medium", "high")
    impact: str | None = choice("How bad it would be.", "low", "medium", "high")
    signs: tuple[str, ...] = many("An early sign that can be seen.", Text(240))
    prevention: tuple[str, ...] = many("What is done so that it does not happen.", Text(240))
    response: str | None = prose("What is done when it happens.", 300)
    owner: str | None = ref("The role that watches it.", "Role")


class Contact(Record):
    """Somebody to turn to, as a role with a way to reach it."""

    role: str | None = ref("The role.", "Role")
    route: str | None = line("How to reach it: a desk, a shared mailbox, a form.", 160)
    for_: str | None = line("What it is for.", 200)
    reply_days: int | None = whole("Working days until there is an answer.", 0, 30, typical="2")
    independent: bool | None = yes_no("Whether it stands outside both reporting lines.")


class Checkin(Record):
    """A short call or message that asks how it goes."""

    week: int | None = whole("Week of the check-in.", 0, 520)
    with_: tuple[str, ...] = many("Who is asked.", ROLE)
    by: str | None = ref("The role that asks.", "Role")
    method: str | None = line("How.", 120)
    questions: tuple[str, ...] = many("A question.", Text(240))


class Circle(Record):
    """A meeting of the mentors among themselves."""

    every_weeks: int | None = whole("How often they meet, in weeks.", 1, 52)
    minutes: int | None = whole("Length in minutes.", 10, 240)
    facilitator: str | None = ref("The role that leads it.", "Role")


class Escalation(Record):
    """Who is told what, and how fast."""

    when: str | None = prose("What has happened.", 240)
    tell: str | None = ref("The role that is told.", "Role")
    within_days: int | None = whole("Working days within which it is told.", 0, 30)


class Wellbeing(Record):
    """Help for somebody who feels bad."""

    route: str | None = line("How to reach it.", 160)
    hours: str | None = line("When it answers.", 120)


class Support(Record):
    """Who helps, who asks how it goes, and what happens when it is serious."""

    contacts: tuple[Contact, ...] = many("Somebody to turn to.", Contact, typical="2")
    checkins: tuple[Checkin, ...] = many("A short call that asks how it goes.", Checkin)
    mentor_circle: Circle | None = one("A meeting of the mentors among themselves.", Circle)
    escalation: tuple[Escalation, ...] = many("Who is told what, and how fast.", Escalation)
    wellbeing: Wellbeing | None = one("Help for somebody who feels bad.", Wellbeing)


class Commitment(Record):
    """Something the sponsor does, with its week."""

    short_form = "text"
    text: str | None = prose("What the sponsor does.", 300)
    week: int | None = whole("Week in which it is done.", -52, 520)


class Sponsorship(Record):
    """Who stands behind the program, and with what acts."""

    role: str | None = ref("The role.", "Role")
    commitments: tuple[Commitment, ...] = many("Something the sponsor does.", Commitment, typical="2 to 4")
    words_to_open: str | None = prose("What the sponsor says at the start.", 600)
    words_to_close: str | None = prose("What the sponsor says at the end.", 600)


class Lead(Record):
    """Who runs the program, and how to reach them."""

    role: str | None = ref("The role.", "Role")
    contact: str | None = line("A shared mailbox, a desk or a form.", 160)


class TimeAllowance(Record):
    """The hours that people may use for this."""

    hours_per_month: float | None = number("Hours a month.", 0, 200)
    approved_by: str | None = ref("The role that has agreed to it.", "Role")


class Recognition(Record):
    """How work for the program is seen and thanked."""

    for_: str | None = ref("The role that is thanked.", "Role")
    kind: str | None = prose("How.", 240)


class Means(Record):
    """Something the program needs: days, money, rooms, licenses."""

    what: str | None = line("What is needed.", 120)
    amount: float | None = number("How much of it.", 0, 1e9)
    unit: str | None = line("What the amount counts.", 60)


class Governance(Record):
    """Who answers for it, with what time and money."""

    sponsor: Sponsorship | None = one("Who stands behind it.", Sponsorship)
    program_lead: Lead | None = one("Who runs it.", Lead)
    team: tuple[str, ...] = many("A role that works on it.", ROLE)
    time_allowance: TimeAllowance | None = one("Hours that people may use for it.", TimeAllowance)
    recognition: tuple[Recognition, ...] = many("How work for it is seen.", Recognition)
    resources: tuple[Means, ...] = many("Something it needs.", Means)


class Message(Record):
    """One message of the communication plan."""

    id: str | None = ident("Name of the message.")
    week: int | None = whole("Week in which it goes out.", -52, 520)
    audience: tuple[str, ...] = many("Who gets it.", ROLE)
    channel: str | None = line("How it is sent.", 120)
    purpose: str | None = line("What it is for.", 200)
    words: str | None = prose("Words to use.", 800)
    owner: str | None = ref("The role that sends it.", "Role")


# ---- how it ends --------------------------------------------------------------------------------------------------------

class EarlyExit(Record):
    """How somebody stops before the end."""

    route: str | None = prose("Whom to tell, and how.", 300)
    no_fault: bool | None = yes_no("Whether nobody has to give a reason.")


class Extension(Record):
    """Whether a pair may go on after the end."""

    allowed: bool | None = yes_no("Whether it may.")
    max_weeks: int | None = whole("For how many weeks at most.", 1, 104, typical="12")
    condition: str | None = prose("What must be agreed for it.", 300)


class Handover(Record):
    """Knowledge that stays in the organization."""

    what: str | None = line("What is kept.", 160)
    where: str | None = line("Where it is kept.", 160)
    by: str | None = ref("The role that puts it there.", "Role")


class Ambassadors(Record):
    """Whether pairs are asked to tell others."""

    ask: bool | None = yes_no("Whether they are asked.")
    consent: str | None = choice("How they agree.", "written", "spoken")


class Closure(Record):
    """How it ends well, early or on time."""

    session: str | None = ref("The session in which it ends.", "Session")
    checklist: tuple[str, ...] = many("A line to tick at the end.", Text(240), typical="6")
    outcomes: tuple[str, ...] = many("A way in which a pair can end.", Choice(
        ("finished", "extended", "changed-roles", "rematched", "left-early")))
    early_exit: EarlyExit | None = one("How somebody stops before the end.", EarlyExit)
    extension: Extension | None = one("Whether a pair may go on.", Extension)
    handover: tuple[Handover, ...] = many("Knowledge that stays.", Handover)
    thanks: str | None = prose("How people are thanked.", 300)
    ambassadors: Ambassadors | None = one("Whether pairs are asked to tell others.", Ambassadors)


class DataItem(Record):
    """One sort of record about people."""

    what: str | None = line("What is recorded.", 160)
    purpose: str | None = line("What for.", 200)
    who_sees: str | None = line("Who can see it.", 160)
    keep_weeks: int | None = whole("Weeks after the end for which it is kept.", 0, 520)


class SpecialCategory(Record):
    """Records about health, belief, origin or orientation."""

    collected: bool | None = yes_no("Whether there are any.")
    volunteered: bool | None = yes_no("Whether people only give them if they want to.")
    justification: str | None = prose("Why they are needed.", 400)


class Privacy(Record):
    """What is recorded about people, and until when."""

    data: tuple[DataItem, ...] = many("One sort of record.", DataItem)
    delete_by_week: int | None = whole("Week by which all of it is deleted.", 0, 520)
    special_category: SpecialCategory | None = one("Health, belief, origin or orientation.", SpecialCategory)
    contact: str | None = line("Where to ask about it.", 160)
    notice: str | None = prose("The notice itself, or where it stands.", 600)


# ---- reference matter -----------------------------------------------------------------------------------------------------

class GlossaryTerm(Record):
    """A word and what it means here."""

    term: str | None = line("The word.", 80)
    meaning: str | None = prose("What it means here.", 400)


class Faq(Record):
    """A question that people ask, and the answer."""

    question: str | None = line("The question.", 200)
    answer: str | None = prose("The answer.", 800)
    for_: tuple[str, ...] = many("Who asks it.", ROLE)


class Sheets(Record):
    """How printed sheets are laid out."""

    notes_lines: int | None = whole("Lines for notes on a session sheet.", 4, 24, typical="10")
    action_rows: int | None = whole("Rows for actions on a session sheet.", 2, 8, typical="3")


class Program(Record):
    """A whole mentoring program. A title alone is a definition; every page says what still belongs there."""

    rmplay: int | None = whole("Edition of this format. Always 1 today, always the first line.", 1, 1)
    id: str | None = ident("Name of the program; it becomes the name of its folder in the site.")
    aliases: tuple[str, ...] = many("An earlier id; old addresses lead here.", Ident())
    title: str | None = line("What the program is called.", 80)
    summary: str | None = prose("The program in one to three sentences.", 400)
    language: str | None = field(Language(), "Language of the texts.", "en")
    status: str | None = choice("How far the playbook is.", "draft", "in-review", "published", "retired",
                                typical="draft")
    version: str | None = fixed("Version of the playbook.", 20, typical='"1"')
    kind: str | None = choice("The direction: in reverse mentoring the junior person is the mentor.", "reverse",
                              "reciprocal", "traditional", "peer")
    topic: str | None = choice("What it is about.", "technology", "inclusion", "culture", "operations", "startup",
                               "process-change", "leadership", "custom")
    why: str | None = prose("The need: what is wrong today, and for whom.", 800)
    driver: str | None = prose("The aim of the organization that it serves.", 300)
    format: str | None = choice("Pilot, one group at a time, or open all the time.", "pilot", "cohort", "rolling")
    mode: str | None = choice("Where pairs meet.", "in-person", "remote", "hybrid")
    voluntary: bool | None = yes_no("Whether everybody may say no.")
    sensitive: bool | None = yes_no("Whether personal experience is part of it; yes for inclusion and culture.")
    start: datetime.date | None = day("Monday of week 0, if there is a calendar.")
    end: datetime.date | None = day("Last day, if you want it checked against the length.")
    size: Size | None = one("How many pairs.", Size)
    fit: Fit | None = one("When it is the right thing.", Fit)
    review: Review | None = one("When the definition is read through.", Review)
    changes: tuple[Change, ...] = many("A line of the history.", Change)
    based_on: tuple[Source, ...] = many("A publication it rests on.", Source)
    tags: tuple[str, ...] = many("A word to find it by.", Line(40))

    goals: tuple[Goal, ...] = many("What is true at the end.", Goal, typical="2 to 4")
    roles: tuple[Role, ...] = keyed("Who does what.", ROLES, Role)
    cadence: Cadence | None = one("How long and how often.", Cadence)
    phases: tuple[Phase, ...] = many("A stretch of the whole.", Phase)
    sessions: tuple[Session, ...] = many("The meetings, in order.", Session, typical="6")
    expectations: Expectations | None = one("What each may count on.", Expectations)
    etiquette: Etiquette | None = one("How the two speak to each other.", Etiquette)
    confidentiality: Confidentiality | None = one("What stays between the two.", Confidentiality)
    agreement: Agreement | None = one("What both sign.", Agreement)
    readiness: Readiness | None = one("What is found out before.", Readiness)
    recruitment: Recruitment | None = one("How people are found.", Recruitment)
    matching: Matching | None = one("Who is put together with whom.", Matching)
    training: Training | None = one("What people learn before.", Training)
    evaluation: Evaluation | None = one("How we know it worked.", Evaluation)
    risks: tuple[Risk, ...] = many("What could go wrong.", Risk, typical="8")
    support: Support | None = one("Who helps.", Support)
    governance: Governance | None = one("Who answers for it.", Governance)
    communications: tuple[Message, ...] = many("Who is told what, and when.", Message)
    closure: Closure | None = one("How it ends.", Closure)
    privacy: Privacy | None = one("What is recorded, and until when.", Privacy)
    glossary: tuple[GlossaryTerm, ...] = many("A word and its meaning.", GlossaryTerm)
    faq: tuple[Faq, ...] = many("A question and its answer.", Faq)
    resources: tuple[Resource, ...] = many("Something to read or use.", Resource)
    sheets: Sheets | None = one("How sheets are laid out.", Sheets)


# ---- the site ---------------------------------------------------------------------------------------------------------------

class PathSettings(Record):
    """Other settings for some of the definitions."""

    path_: str | None = fixed("Which files, seen from `content`; `*` stands for any letters of a name, `**` for any "
                             "folders.", 200, typical="programs/draft-*.yaml")
    profile: str | None = choice("What these definitions must satisfy.", *PROFILES)
    select: tuple[str, ...] = many("A rule, section or class to check; all others are left out.", Line(60, spoken=False))
    ignore: tuple[str, ...] = many("A rule, section or class to leave out.", Line(60, spoken=False))
    severity: tuple[tuple[str, str], ...] = table("How loudly a rule, section or class is told.", Choice(SEVERITIES))
    thresholds: tuple[tuple[str, float], ...] = table("The number above or below which a rule speaks.",
                                                      Number(0, 10_000))


class LintSettings(Record):
    """How strictly definitions are checked."""

    profile: str | None = choice("What a definition must satisfy.", *PROFILES, typical="draft")
    edition: int | None = whole("The year of the rules, so that a new version of rmplay finds nothing new.",
                                2026, 2026, typical="2026")
    select: tuple[str, ...] = many("A rule, section or class to check; all others are left out.", Line(60, spoken=False))
    ignore: tuple[str, ...] = many("A rule, section or class to leave out.", Line(60, spoken=False))
    severity: tuple[tuple[str, str], ...] = table("How loudly a rule, section or class is told.", Choice(SEVERITIES))
    thresholds: tuple[tuple[str, float], ...] = table("The number above or below which a rule speaks.",
                                                      Number(0, 10_000))
    paths: tuple[PathSettings, ...] = many("Other settings for some of the definitions.", PathSettings)


class Brand(Record):
    """How your organization shows on the pages. Files lie beside `site.yaml` or in a folder there."""

    logo: str | None = fixed("A picture for the head of every page: svg, png, jpg or webp.", 200, typical="brand/logo.svg")
    icon: str | None = fixed("A square picture for the tab of the browser: svg, png or ico.", 200,
                             typical="brand/icon.svg")
    color: str | None = fixed("The first color, for the mentor, for links and buttons, in quotes.", 30,
                              typical='"#1c4f8f"')
    second_color: str | None = fixed("The second color, for the mentee and for what needs care, in quotes.", 30,
                                     typical='"#8a5200"')
    font: str | None = fixed("The font of the text: woff2, woff, ttf or otf.", 200, typical="brand/text.woff2")
    bold_font: str | None = fixed("The same font in bold.", 200, typical="brand/text-bold.woff2")
    heading_font: str | None = fixed("The font of headings.", 200, typical="brand/headings.woff2")


class Site(Record):
    """Settings of a site: `content/site.yaml`."""

    rmplay: int | None = whole("Edition of this format. Always 1 today, always the first line.", 1, 1)
    title: str | None = line("Name of the site, shown on every page.", 60)
    summary: str | None = prose("What the site is for, in one or two sentences.", 400)
    language: str | None = field(Language(), "Language of the site.", "en")
    theme: str | None = fixed("The theme that gives it its look.", 40, typical="default")
    footer: str | None = prose("A line at the foot of every page.", 300)
    base_url: str | None = fixed("Where the site is published, if it is; printed sheets then carry a code to scan.", 200,
                                 typical="https://example.org/playbooks/")
    search_engines: bool | None = yes_no("Whether search engines may list the pages; without it they are told not to.")
    brand: Brand | None = one("Logo, colors and fonts of your organization.", Brand)
    lint: LintSettings | None = one("How strictly definitions are checked.", LintSettings)


# ---- house rules ------------------------------------------------------------------------------------------------------------

class Count(Record):
    """How many entries a list has."""

    at_least: int | None = whole("The smallest number of entries.", 0, 1000)
    at_most: int | None = whole("The largest number of entries.", 0, 1000)


class HouseRule(Record):
    """A check of your own: where to look, and one of `present`, `count`, `one_of`, `pattern`, `words`, `refers_to`."""

    id: str | None = ident("Name of the rule, as it stands in findings and ignore comments.")
    path_: str | None = fixed("Where to look: names with dots between them, `[]` behind a list for each of its entries, `*` "
                              "for every name of a group.", 200, typical="goals[].measures")
    present: bool | None = yes_no("`yes` if something has to be written there.", typical="yes")
    count: Count | None = one("How many entries the list has.", Count)
    one_of: tuple[str, ...] = many("A text that may stand there; no other one may.", Line(200))
    pattern: str | None = fixed("What the text has to contain, as a regular expression.", 200)
    words: int | None = whole("The smallest number of words.", 1, 1000)
    refers_to: str | None = fixed("The list of which an id has to stand there.", 60, typical="goals")
    message: str | None = line("What is wrong where the rule finds something, in one sentence.", 200)
    remedy: str | None = line("What to type instead.", 300)
    why: str | None = line("Why it matters, in one sentence.", 300)
    class_: str | None = choice("`incomplete` is an error when publishing, `advice` is a hint.", "incomplete", "advice")
    bad: str | None = prose("A few lines of a definition in which the rule finds something.", 2_000)
    good: str | None = prose("The same lines as they should be.", 2_000)


class HouseRules(Record):
    """The checks of an organization: `content/house-rules.yaml`."""

    rmplay: int | None = whole("Edition of this format. Always 1 today, always the first line.", 1, 1)
    rules: tuple[HouseRule, ...] = many("A check of your own.", HouseRule)


# ---- translations -----------------------------------------------------------------------------------------------------------

class TranslatedText(Record):
    """One text of a definition in another language, found by its place and by what it says in the original."""

    place: str | None = fixed("Where the text stands: names with dots between them, `[id]` behind a list for one of its "
                              "entries, `[]` for those without an id.", 300, typical="sessions[your-hands].purpose")
    was: str | None = prose("What the original said when it was translated, if it has changed since. Delete the line when "
                            "the translation is right again.")
    original: str | None = prose("The text as the original has it.")
    translation: str | None = field(Text(shortest=0), "The text in the other language; pages show the original while there "
                                    "is none.")


class Translation(Record):
    """A definition in another language: `content/programs/NAME.de.yaml` beside `NAME.yaml`, made by `rmplay translate`."""

    rmplay: int | None = whole("Edition of this format. Always 1 today, always the first line.", 1, 1)
    translates: str | None = fixed("The file that is translated; it lies beside this one.", 200,
                                   typical="digital-fluency.yaml")
    language: str | None = field(Language(), "Language of the translation.", "de")
    texts: tuple[TranslatedText, ...] = many("A text in both languages.", TranslatedText)
