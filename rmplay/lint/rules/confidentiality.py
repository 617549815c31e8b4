"""What stays between the two, and what does not."""

from __future__ import annotations

from collections.abc import Iterable

from ...definition.model import Program, WhoSees
from ...finding import INCOMPLETE, INVALID, Related
from ..lacks import lacks, misspelt, plain
from ..rule import Problem, Settings, rule
from ..sentences import listed

_OBSERVERS = ("program-lead", "line-manager", "sponsor")


@rule(INVALID, "confidentiality.who_sees")
def who_sees_contradicted(program: Program, settings: Settings) -> Iterable[Problem]:
    """One role is told two different things about a pair.

    Why: Somebody would promise a pair the one and the role would get the other.
    Source: pushfar, insurance
    Ignore: Never.
    Bad:
        confidentiality:
          who_sees:
            - role: sponsor
              sees: nothing
            - role: sponsor
              sees: themes
        #           ^^^^^^
    Good:
        confidentiality:
          who_sees:
            - role: sponsor
              sees: themes
            - role: line-manager
              sees: attendance
    """
    first: dict[str, WhoSees] = {}
    for entry in program.confidentiality.who_sees:
        earlier = first.setdefault(entry.role, entry)
        if entry.role and earlier.sees and entry.sees and earlier.sees != entry.sees:
            yield Problem(entry, "sees", f"The {plain(entry.role)} is told {entry.sees} here and {earlier.sees} above.",
                          "Keep the one that is true, and delete the other.",
                          (Related(earlier.at("sees"), "the other answer"),))


@rule(INCOMPLETE, "confidentiality")
def promise_not_in_words(program: Program, settings: Settings) -> Iterable[Problem]:
    """The promise of confidentiality is missing, or too short to say what it means.

    Why: Two people read it to each other in the first session; a heading cannot be read out.
    Source: insurance, node, gss
    Ignore: The organization has a text of its own, and the sheet says where.
    Bad:
        confidentiality:
          statement: Strictly confidential.
        #            ^^^^^^^^^^^^^^^^^^^^^^
    Bad:
        confidentiality:
        ^^^^^^^^^^^^^^^
          exceptions:
            - Somebody may be harmed.
            - A law has been broken.
    Good:
        confidentiality:
          statement: What we tell each other stays between us, unless we both agree or an exception applies.
    """
    told = program.confidentiality
    if told.absent("statement"):
        yield Problem(told, "statement", "There is no promise that the two can read out.",
                      "Add `statement: What we tell each other stays between us, unless we both agree or an exception "
                      "applies.`")
    elif told.statement and len(told.statement) < settings.limits.shortest_promise:
        yield Problem(told, "statement", "This promise is too short to say what stays between whom.",
                      "Say what stays between the two, and when it does not, in one or two sentences.")


@rule(INCOMPLETE, "confidentiality")
def promise_without_exceptions(program: Program, settings: Settings) -> Iterable[Problem]:
    """The promise of confidentiality names fewer than two exceptions.

    Why: Silence about harm or a broken law cannot be promised, and to learn that too late feels like betrayal.
    Source: insurance, ismcp
    Ignore: Never; somebody will have to break the promise one day.
    Bad:
        confidentiality:
          exceptions:
        # ^^^^^^^^^^
            - Somebody may be harmed.
    Bad:
        confidentiality:
        ^^^^^^^^^^^^^^^
          appraisal_use: none
    Good:
        confidentiality:
          exceptions:
            - Somebody may be harmed.
            - A law has been broken, or is about to be.
    """
    told = program.confidentiality
    if not told.broken("exceptions") and len(told.exceptions) < settings.limits.least_exceptions:
        yield Problem(told, "exceptions", "The promise has no exceptions." if not told.exceptions else
                      "The promise has only one exception.",
                      "Add below `exceptions:` the lines `- Somebody may be harmed.` and `- A law has been broken, or "
                      "is about to be.`")


@rule(INCOMPLETE, "confidentiality")
def promise_not_agreed_first(program: Program, settings: Settings) -> Iterable[Problem]:
    """The promise of confidentiality is not agreed in the first session.

    Why: What somebody says before the promise is not covered by it, and people say the most when they meet.
    Source: insurance, gss, practice
    Ignore: Both sign it before they meet.
    Bad:
        confidentiality:
        ^^^^^^^^^^^^^^^
          appraisal_use: none
    Bad:
        sessions:
          - id: hello
            title: Hello
          - id: agree
            title: Agree how we work
        confidentiality:
          agreed_in: agree
        #            ^^^^^
    Good:
        sessions:
          - id: agree
            title: Agree how we work
        confidentiality:
          agreed_in: agree
    """
    told, ids = program.confidentiality, [session.id for session in program.sessions]
    if told.absent("agreed_in"):
        first = ids[0] if ids else "agree-how-we-work"
        yield Problem(told, "agreed_in", "Nothing says in which session the promise is agreed.",
                      f"Add the id of the first session: `agreed_in: {first}`.")
    elif told.agreed_in in ids[1:]:
        number = ids.index(told.agreed_in) + 1
        yield Problem(told, "agreed_in", f"The promise is agreed in session {number}, not in the first.",
                      f"Type `agreed_in: {ids[0]}`, and put it on the agenda there.")


@rule(INCOMPLETE, "confidentiality")
def who_sees_what_unsaid(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nothing says what a role beside the pair is told.

    Why: People speak openly when they know what the sponsor, the program lead and the manager will hear.
    Source: pushfar, insurance
    Ignore: There is nobody beside the pair.
    Bad:
        confidentiality:
          who_sees:
        # ^^^^^^^^
            - role: program-lead
              sees: attendance
    Good:
        confidentiality:
          who_sees:
            - role: program-lead
              sees: attendance
            - role: line-manager
              sees: nothing
            - role: sponsor
              sees: themes
    Good:
        roles:
          sponsor:
            title: Sponsor
        confidentiality:
          who_sees:
            - role: sponsor
              sees: themes
    """
    told, roles = program.confidentiality, {role.id for role in program.roles}
    if told.broken("who_sees") or misspelt(entry.role for entry in told.who_sees):
        return
    answered = {entry.role for entry in told.who_sees if not entry.absent("sees")}
    left = [role for role in _OBSERVERS if role not in answered and (not roles or role in roles)]
    if left:
        yield Problem(told, "who_sees", f"Nothing says what the {listed(map(plain, left), 'or')} is told.",
                      f"Add below `who_sees:` {listed([f'`- role: {role}`' for role in left])}, each with "
                      "`sees: attendance`, `sees: themes` or `sees: nothing`.")


@rule(INCOMPLETE, "confidentiality.who_sees")
def manager_sees_too_much(program: Program, settings: Settings) -> Iterable[Problem]:
    """The line manager is told what a pair talks about.

    Why: What reaches the manager reaches the appraisal, or the pair has to fear that it does.
    Source: upscend, ismcp
    Ignore: Never.
    Bad:
        confidentiality:
          who_sees:
            - role: line-manager
              sees: themes
        #           ^^^^^^
    Good:
        confidentiality:
          who_sees:
            - role: line-manager
              sees: attendance
    """
    for entry in program.confidentiality.who_sees:
        if entry.role == "line-manager" and entry.sees == "themes":
            yield Problem(entry, "sees", "The line manager would hear what the two talk about.",
                          "Type `sees: attendance` or `sees: nothing`.")


@rule(INCOMPLETE, "confidentiality", "kind")
def appraisal_use_open(program: Program, settings: Settings) -> Iterable[Problem]:
    """What is said in a session may be used in an appraisal, or nobody says that it may not.

    Why: A junior mentor who can be rated for what was said will say what pleases.
    Source: hbr-2023, upscend, ismcp
    Ignore: Never in a program in which the mentor is the junior of the two.
    Bad:
        kind: reverse
        confidentiality:
          appraisal_use: allowed
        #                ^^^^^^^
    Bad:
        kind: reverse
        confidentiality:
        ^^^^^^^^^^^^^^^
          recording: none
    Good:
        kind: reverse
        confidentiality:
          appraisal_use: none
    Good:
        kind: traditional
        confidentiality:
          recording: none
    """
    told = program.confidentiality
    if program.kind not in ("reverse", "reciprocal") or told.broken("appraisal_use") or told.appraisal_use == "none":
        return
    message = ("What a mentor says may be used in an appraisal." if told.appraisal_use else
               "Nobody says that what a mentor says stays out of appraisals.")
    yield Problem(told, "appraisal_use", message, "Type `appraisal_use: none`, and keep to it.")


@rule(INCOMPLETE, "confidentiality")
def notes_without_end(program: Program, settings: Settings) -> Iterable[Problem]:
    """Nothing says whose the notes are, where they are kept, or when they are destroyed.

    Why: Printed sheets and notebooks lie in drawers for years, with everything that was said in them.
    Source: gdpr, mentorhub
    Ignore: Nobody takes notes, and the etiquette says so.
    Bad:
        confidentiality:
          notes:
        # ^^^^^
            owner: The person who wrote them
    Bad:
        confidentiality:
        ^^^^^^^^^^^^^^^
          recording: none
    Good:
        confidentiality:
          notes:
            owner: The person who wrote them
            keep: On paper, with the writer
            dispose: Torn up in the closing session
    """
    told, notes = program.confidentiality, program.confidentiality.notes
    if told.broken("notes"):
        return
    lack = lacks(notes, (("owner", "whose they are", "owner: The person who wrote them"),
                         ("keep", "where they are kept", "keep: With the writer"),
                         ("dispose", "when they are destroyed", "dispose: Torn up in the closing session")))
    if lack:
        yield Problem(told, "notes", f"About notes nothing says {lack.says}.", f"Add below `notes:` {lack.typed}.")
