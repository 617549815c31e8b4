"""What people learn before they start."""

from __future__ import annotations

from collections.abc import Iterable

from ...definition.model import PAIR, Module, Program
from ...definition.schedule import meetings
from ...finding import ADVICE, INCOMPLETE, INVALID, Related
from ..lacks import misspelt
from ..rule import Problem, Settings, rule
from ..sentences import listed

_TOPICS = ("listening", "questions", "feedback", "boundaries", "confidentiality", "power")


@rule(INVALID, "training.modules")
def training_after_start(program: Program, settings: Settings) -> Iterable[Problem]:
    """Training without which nobody starts is due after the first session.

    Why: Either pairs start untrained, or the first session cannot take place.
    Source: 000, gstt
    Ignore: Never.
    Bad:
        training:
          modules:
            - title: Teaching a senior colleague
              required: yes
              due_week: 6
        #               ^
    Good:
        training:
          modules:
            - title: Teaching a senior colleague
              required: yes
              due_week: -1
            - title: Looking back
              due_week: 6
    Good:
        training:
          modules:
            - title: Teaching a senior colleague
              required: yes
              due_week: 1
        sessions:
          - title: Agree how we work
            week: 2
    """
    planned = meetings(program)
    first = (planned[0].week if planned else 0) or 0
    for module in program.training.modules:
        if module.required and module.due_week is not None and module.due_week > first:
            related = (Related(planned[0].session.nearest(), "the first session"),) if planned else ()
            yield Problem(module, "due_week", f"Nobody starts without this, and it is due in week {module.due_week}; "
                          f"pairs meet in week {first}.",
                          f"Type `due_week: {first}` or an earlier week, or `required: no`.", related)


@rule(INVALID, "training.modules")
def practice_longer_than_training(program: Program, settings: Settings) -> Iterable[Problem]:
    """Practice and questions take more minutes than the whole training.

    Why: The trainer would print a plan that does not fit into its own hour.
    Source: 000, practice
    Ignore: Never.
    Bad:
        training:
          modules:
            - title: Teaching a senior colleague
              minutes: 60
        #              ^^
              practice_minutes: 50
              questions_minutes: 20
    Good:
        training:
          modules:
            - title: Teaching a senior colleague
              minutes: 90
              practice_minutes: 30
              questions_minutes: 15
    """
    for module in program.training.modules:
        parts = (module.practice_minutes or 0) + (module.questions_minutes or 0)
        if module.minutes and parts > module.minutes:
            yield Problem(module, "minutes", f"The parts take {parts} minutes, the whole {module.minutes}.",
                          f"Type `minutes: {parts}` or more, or shorten practice and questions.")


@rule(INCOMPLETE, "training")
def role_untrained(program: Program, settings: Settings) -> Iterable[Problem]:
    """Mentors or mentees get no training.

    Why: Mentors have to learn to teach somebody senior, and mentees have to learn to be taught.
    Source: 000, 002, eepm, ismcp
    Ignore: These people have been trained in an earlier round.
    Bad:
        training:
          modules:
        # ^^^^^^^
            - title: Teaching a senior colleague
              for:
                - mentor
              minutes: 90
    Good:
        training:
          modules:
            - title: Teaching a senior colleague
              for:
                - mentor
            - title: How to be taught
              for:
                - mentee
    """
    training = program.training
    audience = {role for module in training.modules for role in module.for_}
    if training.broken("modules") or any(not m.for_ for m in training.modules) or misspelt(audience):
        return
    untrained = [f"{role}s" for role in PAIR if role not in audience]
    if untrained:
        yield Problem(training, "modules", f"There is no training for {listed(untrained, 'or')}.",
                      f"Add below `modules:` one with `title:`, `minutes:` and `for:` with `- {untrained[0][:-1]}`.")


@rule(INCOMPLETE, "training.modules")
def module_for_nobody(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nothing says who takes a piece of training.

    Why: It is printed in nobody's guide, and its minutes are missing from everybody's hours.
    Source: eepm, practice
    Ignore: It is offered to the whole organization.
    Bad:
        training:
          modules:
            - title: Teaching a senior colleague
        #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^
              minutes: 90
    Good:
        training:
          modules:
            - title: Teaching a senior colleague
              minutes: 90
              for:
                - mentor
    """
    for module in program.training.modules:
        if module.absent("for"):
            yield Problem(module, "title", "Nothing says who takes this training.",
                          "Add `for:` and below it `- mentor`, `- mentee` or both.")


@rule(INCOMPLETE, "training.modules")
def module_without_minutes(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nothing says how long a piece of training takes.

    Why: People and their managers agree to hours, and training is part of them.
    Source: 000, practice
    Ignore: It is something to read, and everybody takes as long as they like.
    Bad:
        training:
          modules:
            - title: Teaching a senior colleague
        #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^
              for:
                - mentor
    Good:
        training:
          modules:
            - title: Teaching a senior colleague
              for:
                - mentor
              minutes: 90
    Good:
        training:
          modules:
            - title: Four pages to read
              format: manual
    """
    for module in program.training.modules:
        if module.absent("minutes") and module.format != "manual":
            yield Problem(module, "title", "Nothing says how long this training takes.",
                          "Add `minutes:` with practice and questions counted in, such as `minutes: 90`.")


@rule(INCOMPLETE, "training.modules")
def mentors_without_practice(program: Program, settings: Settings) -> Iterable[Problem]:
    """The training of mentors has too little time for practice or for questions.

    Why: To teach somebody senior is learned by trying it and by asking, not by being told how.
    Source: 000
    Ignore: Mentors practice somewhere else before they start; say where.
    Bad:
        training:
          modules:
            - title: Teaching a senior colleague
        #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^
              for:
                - mentor
              minutes: 60
    Bad:
        training:
          modules:
            - title: Teaching a senior colleague
              for:
                - mentor
              minutes: 60
              practice_minutes: 5
        #                       ^
              questions_minutes: 15
    Good:
        training:
          modules:
            - title: Teaching a senior colleague
              for:
                - mentor
              minutes: 90
              practice_minutes: 30
              questions_minutes: 15
    """
    modules, short = _taken_by(program, "mentor"), []
    for key, what, least in (("practice_minutes", "practice", settings.limits.least_practice_minutes),
                             ("questions_minutes", "questions", settings.limits.least_question_minutes)):
        planned = sum(getattr(m, key) or 0 for m in modules)
        if modules and planned < least and not any(m.broken(key) for m in modules):
            short.append((key, f"{planned or 'no'} minutes for {what}", f"`{key}: {least}`"))
    if short:
        stated = next((m for m in modules if m.written(short[0][0])), None)
        yield Problem(stated or modules[0], short[0][0] if stated else "title",
                      f"Mentors have {listed([says for _, says, _ in short])}; that is too little.",
                      f"Type {listed([typed for _, _, typed in short])} or more, and count them into `minutes:`.")


def _taken_by(program: Program, role: str) -> list[Module]:
    return [m for m in program.training.modules if role in m.for_]


@rule(INCOMPLETE, "training.modules", "kind")
def mentee_untrained_in_being_taught(program: Program, settings: Settings) -> Iterable[Problem]:
    """Senior mentees are not trained in how a session runs and how to take feedback.

    Why: Programs last when the senior person gets something out of each session, and that can be learned.
    Source: 002, inclusive
    Ignore: The mentees have been mentees before.
    Bad:
        kind: reverse
        training:
          modules:
            - title: Welcome
              for:
                - mentee
              covers:
        #     ^^^^^^
                - purpose
    Good:
        kind: reverse
        training:
          modules:
            - title: How to be taught
              for:
                - mentee
              covers:
                - session-structure
                - receiving-feedback
    """
    modules = _taken_by(program, "mentee")
    if program.kind not in ("reverse", "reciprocal") or not modules or _dropped(modules):
        return
    covered = {topic for module in modules for topic in module.covers}
    left = [topic for topic in ("session-structure", "receiving-feedback") if topic not in covered]
    if left:
        words = {"session-structure": "how a session runs", "receiving-feedback": "how to take feedback"}
        yield Problem(modules[0], "covers" if modules[0].written("covers") else "title",
                      f"Mentees do not learn {listed([words[topic] for topic in left], 'or')}.",
                      f"Add below `covers:` {listed([f'`- {topic}`' for topic in left])}, and time for it.")


def _dropped(modules: list[Module]) -> bool:
    """Whether a topic of a module could not be read, so that nobody knows what it covers."""
    lists = [m.origin.node.entry("covers") for m in modules if m.written("covers")]
    return any(m.broken("covers") for m in modules) or (
        sum(len(entry.value.entries) for entry in lists) != sum(len(m.covers) for m in modules))


@rule(ADVICE, "training.modules")
def mentor_topic_missing(program: Program, settings: Settings) -> Iterable[Problem]:
    """The training of mentors leaves out a topic that public programs teach.

    Why: Rank in the room, boundaries and open questions are where new mentors get stuck first.
    Source: pwc, gstt, upscend
    Ignore: The topic is no difficulty between these people.
    Bad:
        training:
          modules:
            - title: Teaching a senior colleague
              for:
                - mentor
              covers:
        #     ^^^^^^
                - listening
                - questions
                - feedback
    Good:
        training:
          modules:
            - title: Teaching a senior colleague
              for:
                - mentor
              covers:
                - listening
                - questions
                - feedback
                - boundaries
                - confidentiality
            - title: Rank in the room
              for:
                - mentor
              covers:
                - power
    """
    modules = _taken_by(program, "mentor")
    told = next((m for m in modules if m.covers), None)
    if told is None or _dropped(modules):
        return
    covered = {topic for module in modules for topic in module.covers}
    left = [topic for topic in _TOPICS if topic not in covered]
    if left:
        yield Problem(told, "covers", f"Mentors learn nothing about {listed(left, 'or')}.",
                      f"Add below `covers:` {listed([f'`- {topic}`' for topic in left])}.")


@rule(ADVICE, "roles")
def line_managers_not_told(program: Program, settings: Settings) -> Iterable[Problem]:
    """Line managers have a part in the program and are told nothing before it begins.

    Why: A manager who hears of it from the mentor's empty chair does not release the hours.
    Source: 002, ismcp
    Ignore: Somebody tells them in person, and it needs no text.
    Bad:
        roles:
          line-manager:
        # ^^^^^^^^^^^^
            title: Line manager
        communications:
          - week: 0
            audience:
              - mentor
    Good:
        roles:
          line-manager:
            title: Line manager
        communications:
          - week: -5
            audience:
              - line-manager
    Good:
        roles:
          line-manager:
            title: Line manager
        training:
          modules:
            - title: Three hours a month
              for:
                - line-manager
    """
    manager = next((role for role in program.roles if role.id == "line-manager"), None)
    names = [role for message in program.communications for role in message.audience]
    names += [role for module in program.training.modules for role in module.for_] if program.training else []
    if manager is None or misspelt(names) or program.absent("communications") and program.absent("training"):
        return
    trained = program.training and _taken_by(program, "line-manager")
    told = any("line-manager" in m.audience and (m.week is None or m.week <= 0) for m in program.communications)
    if not trained and not told:
        yield Problem(manager, "title", "Line managers are told nothing before the first session.",
                      "Add below `communications:` one with `audience:` and `- line-manager`, and `week: -2`.",
                      span=manager.nearest())
