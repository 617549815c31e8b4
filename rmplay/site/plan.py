"""Which pages a program has: the table of documents, and the plan that it makes of a program. Paths are made here.

To add a document, add a row and a template of that name to the base theme. A booklet takes a new document by itself, if
it is for the readers of the booklet.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..definition.model import Instrument, Program, Site
from ..definition.record import Record
from ..definition.schedule import Meeting, meetings
from ..values import NamedTuple
from .words import ENGLISH, SOURCE, Words, later

PARTICIPANTS, STAFF = "participants", "staff"
EVERYBODY = "everybody"
HOME = "index.html"
AUDIENCES = (EVERYBODY, PARTICIPANTS)
IN_ONE, BEFORE, DURING, ANSWER, AFTER, LOOK_UP = MOMENTS = (
    "All in one", "Before the start", "While it runs", "To answer", "At the end", "To look up")
WRITE_NEXT = "write-next"
_RESERVED = {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10)), "assets"}


class Document(NamedTuple):
    """A row of the table of documents.

    `readers` are roles; `needs` are the fields of the program of which one must be written for the document to be
    built; `each` is the field whose entries get a page each; `sheets` is the largest number of printed pages, 0 for
    any; `about` says in a line what the reader does with it; `moment` is the group in which the program lists it. The
    title of a guide or booklet of a role is another where the program gives the role a name.
    A booklet `binds` the documents of these readers into one, the guide first and then moment by moment, `without` those
    that it names.
    """

    key: str
    title: str
    readers: tuple[str, ...]
    audience: str
    needs: tuple[str, ...]
    about: str
    each: str = ""
    sheets: int = 0
    moment: str = BEFORE
    binds: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    @property
    def template(self) -> str:
        """The template that renders it."""
        return f"documents/{'booklet' if self.binds else self.key}.html"


_BEFORE_JOINING = ("program", "invitation-letter", "application-form", "mentor-self-check", "curiosity-survey")
_IN_THE_GUIDE = ("faq", "glossary", "about", "privacy-notice")


DOCUMENTS = (
    Document("mentor-booklet", "Mentor booklet", ("mentor",), PARTICIPANTS, ("sessions",),
             "Everything for this role, to print in one go", moment=IN_ONE, binds=("mentor",),
             without=(*_BEFORE_JOINING, *_IN_THE_GUIDE, "certificate")),
    Document("mentee-booklet", "Mentee booklet", ("mentee",), PARTICIPANTS, ("sessions",),
             "Everything for this role, to print in one go", moment=IN_ONE, binds=("mentee",),
             without=(*_BEFORE_JOINING, *_IN_THE_GUIDE, "certificate")),
    Document("program", "The program", ("everybody",), PARTICIPANTS, ("title",),
             "What it is, for whom, and how much time it takes", sheets=2),
    Document("mentor-guide", "Mentor guide", ("mentor",), PARTICIPANTS,
             ("roles.mentor", "expectations", "sessions"), "Read once before the first session, then keep"),
    Document("mentee-guide", "Mentee guide", ("mentee",), PARTICIPANTS,
             ("roles.mentee", "expectations", "sessions"), "Read once before the first session, then keep"),
    Document("invitation-letter", "Invitation letter", ("mentor", "mentee"), PARTICIPANTS, ("recruitment",),
             "To hand over or to send, with room for a line of your own", sheets=1),
    Document("mentor-self-check", "Self-check for mentors", ("mentor",), PARTICIPANTS,
             ("roles.mentor.selection", "roles.mentor.good_signs"), "For you alone, before you say yes", sheets=1),
    Document("application-form", "Application form", ("mentor", "mentee"), PARTICIPANTS,
             ("recruitment", "matching"), "Say what you can show and want to learn", sheets=2),
    Document("timetable", "Timetable", ("everybody",), PARTICIPANTS, ("sessions",),
             "Everything that happens, in order", sheets=2),
    Document("introduction-card", "Introduction card", ("mentor", "mentee"), PARTICIPANTS,
             ("roles.mentor", "roles.mentee", "sessions"), "Swap before the first session", sheets=1),
    Document("preparation-sheet", "Preparation sheet", ("mentor", "mentee"), PARTICIPANTS, ("sessions",),
             "Five minutes each, before you meet", sheets=1, moment=DURING),
    Document("agreement", "Partnership agreement", ("mentor", "mentee"), PARTICIPANTS, ("agreement",),
             "Read aloud, fill in and sign in the first session", sheets=2, moment=DURING),
    Document("confidentiality-statement", "Confidentiality statement", ("mentor", "mentee"), PARTICIPANTS,
             ("confidentiality",), "What stays between the two, and what does not", sheets=1, moment=DURING),
    Document("etiquette-card", "Etiquette card", ("mentor", "mentee"), PARTICIPANTS, ("etiquette",),
             "Cut, fold and carry", sheets=1, moment=DURING),
    Document("agenda", "Session agenda", ("mentor", "mentee"), PARTICIPANTS, ("sessions",),
             "One sheet for each meeting", "sessions", 2, DURING),
    Document("action-log", "Action log", ("mentor", "mentee"), PARTICIPANTS, ("sessions",),
             "Carried from session to session", sheets=1, moment=DURING),
    Document("question-bank", "Question bank", ("mentor", "mentee"), PARTICIPANTS, ("sessions",),
             "Every question of the agendas, and some for when it is stuck", sheets=2, moment=DURING),
    Document("midpoint-review", "Midpoint review", ("mentor", "mentee"), PARTICIPANTS, ("goals", "sessions"),
             "One each: answer alone, then compare", sheets=1, moment=DURING),
    Document("reflection-journal", "Reflection journal", ("mentor", "mentee"), PARTICIPANTS, ("sessions",),
             "For you alone, after each session", sheets=1, moment=DURING),
    Document("questionnaire", "Questionnaire", ("mentor", "mentee", "sponsor"), PARTICIPANTS,
             ("evaluation.instruments",), "Answer by the date on it", "evaluation.instruments", 2, ANSWER),
    Document("support-sheet", "Who helps", ("mentor", "mentee"), PARTICIPANTS,
             ("support", "closure.early_exit", "matching.rematch"), "Contacts, and what happens when it is hard",
             sheets=2, moment=LOOK_UP),
    Document("privacy-notice", "What is recorded", ("everybody",), PARTICIPANTS, ("privacy",),
             "Which records there are, who sees them, until when", sheets=1, moment=LOOK_UP),
    Document("faq", "Questions people ask", ("everybody",), PARTICIPANTS, ("faq",),
             "Short answers, by who asks", sheets=2, moment=LOOK_UP),
    Document("glossary", "Glossary", ("everybody",), PARTICIPANTS, ("glossary",),
             "Words, and what they mean here", sheets=1, moment=LOOK_UP),
    Document("about", "About this playbook", ("everybody",), PARTICIPANTS, ("changes", "based_on", "review", "version"),
             "Version, changes and sources", sheets=1, moment=LOOK_UP),
    Document("closing-sheet", "Closing sheet", ("mentor", "mentee"), PARTICIPANTS, ("closure", "goals"),
             "What came of it, and what happens now", sheets=1, moment=AFTER),
    Document("certificate", "Certificate", ("mentor", "mentee"), PARTICIPANTS, ("closure", "sessions"),
             "A thank-you to hand over at the end", sheets=1, moment=AFTER),
    Document("lead-booklet", "Booklet for those who run it", ("program-lead",), STAFF, ("title",),
             "Every sheet of the program team, to print in one go", moment=IN_ONE,
             binds=("program-lead", "sponsor", "line-manager", "learning-team", "trainer"),
             without=("program", *_IN_THE_GUIDE, WRITE_NEXT)),
    Document(WRITE_NEXT, "What to write next", ("program-lead",), STAFF, ("title",),
             "How far this playbook is, and the lines to paste", moment=LOOK_UP),
    Document("lead-guide", "Guide for the lead", ("program-lead",), STAFF,
             ("roles.program-lead", "governance", "phases"), "From the first idea to the last record"),
    Document("curiosity-survey", "Curiosity survey", ("program-lead",), STAFF, ("readiness.curiosity",),
             "Ask before you decide: do enough people want it?", sheets=2),
    Document("launch-checklist", "Launch checklist", ("program-lead",), STAFF,
             ("readiness", "governance", "training", "matching", "support"), "Eight gates before the first session",
             sheets=2),
    Document("sponsor-brief", "Sponsor brief", ("sponsor",), STAFF, ("governance.sponsor", "roles.sponsor"),
             "What only the sponsor can do, with dates", sheets=2),
    Document("line-manager-brief", "Line-manager brief", ("line-manager",), STAFF, ("roles.line-manager",),
             "What somebody in the team takes part in", sheets=1),
    Document("communication-plan", "Communication plan", ("program-lead",), STAFF, ("communications",),
             "Who hears what, with words to use", sheets=2),
    Document("matching-worksheet", "Matching worksheet", ("program-lead",), STAFF, ("matching",),
             "From a list of people to pairs that both want", sheets=2),
    Document("training-outline", "Training outline", ("program-lead", "trainer"), STAFF, ("training.modules",),
             "Each step of the training, for each role", sheets=2),
    Document("checkin-sheet", "Check-in sheet", ("program-lead",), STAFF, ("support.checkins",),
             "One for each person and call", sheets=2, moment=DURING),
    Document("risk-register", "Risk register", ("program-lead", "sponsor"), STAFF, ("risks",),
             "Look at it once a month", sheets=2, moment=DURING),
    Document("kpi-report", "The numbers", ("sponsor", "learning-team"), STAFF, ("evaluation.kpis", "goals"),
             "Fill in at the midpoint and at the end", sheets=2, moment=AFTER),
    Document("evaluation-checklist", "Evaluation checklist", ("program-lead", "learning-team"), STAFF,
             ("evaluation",), "Tick off while you evaluate", sheets=2, moment=AFTER),
    Document("decision-note", "Lessons and decision", ("sponsor", "learning-team"), STAFF,
             ("evaluation.decisions", "goals"), "What came out, and what you do about it", sheets=2, moment=AFTER),
    Document("traceability", "From goals to questions", ("program-lead", "learning-team"), STAFF, ("goals",),
             "Which session serves a goal, and which question asks for it", moment=LOOK_UP),
    Document("standards", "Two standards", ("program-lead", "learning-team"), STAFF, ("goals",),
             "What the checks say about each part of two written standards", sheets=1, moment=LOOK_UP),
)
FINISHED = ("published", "retired")
_MOMENT_OF = {document.key: MOMENTS.index(document.moment) for document in DOCUMENTS}
_OF_ROLES = {f"{role}-{sort}": (role, name) for role in ("mentor", "mentee") for sort, name in (
    ("guide", later("%(role)s guide")), ("booklet", later("%(role)s booklet")))} | {
    "mentor-self-check": ("mentor", later("%(role)s self-check"))}


class Edition(NamedTuple):
    """What one build is made for.

    `audience` is EVERYBODY, or PARTICIPANTS to leave out what is for staff. `language` is the BCP 47 tag of the words on
    the pages; where it is empty, that of the program, else that of the site, else English. Programs in another language
    than their own stand in the folder of that; `home` is the path of the home page to which their pages lead.
    """

    audience: str = EVERYBODY
    language: str = ""
    home: str = HOME

    def language_for(self, program: Program | None, site: Site) -> str:
        """The tag of the language in which the pages of a program are made, or those of no program."""
        return self.language or (program and program.language) or site.language or SOURCE

    @property
    def folder(self) -> str:
        """The folder of its pages, with `/`; empty for the originals."""
        return folder_for(self.language) if self.language else ""

    def shows(self, document: Document) -> bool:
        """Whether a document is in this edition."""
        return self.audience in (EVERYBODY, document.audience)


class Page(NamedTuple):
    """One page of the site: a frame around the fragment of a document, and around those of other pages in a booklet.

    `path` is relative to the site, with `/`. `key` names the page inside its program; links in texts use it. `subject`
    is the entry that the page is about: a Meeting, an Instrument, or None. `bound` are the keys of the pages whose
    fragments follow in a booklet.
    """

    path: str
    key: str
    title: str
    document: Document
    subject: Any = None
    bound: tuple[str, ...] = ()


class Plan(NamedTuple):
    """The pages of one program, and the documents for which nothing is written yet."""

    folder: str
    pages: tuple[Page, ...]
    unwritten: tuple[Document, ...]

    def page(self, key: str) -> Page | None:
        """The page with a key."""
        return next((page for page in self.pages if page.key == key), None)

    def of(self, document: str) -> tuple[Page, ...]:
        """The pages of a document, in order."""
        return tuple(page for page in self.pages if page.document.key == document)


def folder_of(program: Program, edition: Edition = Edition()) -> str:
    """The folder of a program in the site."""
    return edition.folder + folder_named(program.id)


def folder_for(tag: str) -> str:
    """The folder of all pages that are translated into a language, with `/`."""
    return f"{tag.lower()}/"


def home_in(tag: str, site_tag: str) -> str:
    """The path of the home page in a language, where `site_tag` is the one of the settings."""
    return HOME if tag.lower() == site_tag.lower() else folder_for(tag) + HOME


def index_beside(home: str) -> str:
    """The path of the search index for the pages that lead to a home page."""
    language = home.removesuffix(HOME).rstrip("/")
    return f"assets/search-index{f'-{language}' if language else ''}.js"


def folder_named(name: str) -> str:
    """The folder for an id or an alias: legal on every file system, and distinct for distinct ids, as none has a `_`."""
    return f"{name}_program" if name in _RESERVED else name


def documents(words: Words = ENGLISH) -> tuple[Document, ...]:
    """The table of documents with its titles in a language."""
    if not words.messages:
        return DOCUMENTS
    return tuple(document._replace(**{name: words.gettext(getattr(document, name)) for name in ("title", "about", "moment")})
                 for document in DOCUMENTS)


def plan(program: Program, edition: Edition = Edition(), words: Words = ENGLISH) -> Plan:
    """The pages that a program has in an edition, with their titles in a language. The program's id must be set."""
    folder = folder_of(program, edition)
    shown = [_named(document, program, words) for document in documents(words) if edition.shows(document)]
    single = {document.key: tuple(_pages(document, program, folder, words)) for document in shown if not document.binds}
    all_single = [page for pages in single.values() for page in pages]
    found = {document.key: single.get(document.key) or tuple(_booklet(document, folder, all_single))
             for document in shown}
    unwritten = tuple(document for document in shown
                      if not (found[document.key] or document.binds or document.key == WRITE_NEXT))
    return Plan(folder, tuple(page for document in shown for page in found[document.key]), unwritten)


def _named(document: Document, program: Program, words: Words) -> Document:
    """A document of one role under the name that the role has in the program."""
    who, name = _OF_ROLES.get(document.key, ("", ""))
    role = value_at(program, f"roles.{who}")
    return document._replace(title=words.gettext(name, role=role.title)) if role and role.title else document


def _pages(document: Document, program: Program, folder: str, words: Words) -> Iterable[Page]:
    if not _has_content(document, program):
        return
    if document.key == "program":
        yield Page(f"{folder}/index.html", "program", program.title or program.id, document)
    elif not document.each:
        yield Page(f"{folder}/{document.key}.html", document.key, document.title, document)
    else:
        for name, title, subject in _subjects(document, program, words):
            yield Page(f"{folder}/{document.key}-{name}.html", f"{document.key}/{name}", title, document, subject)


def _booklet(document: Document, folder: str, pages: list[Page]) -> Iterable[Page]:
    """The page of a booklet, if there is more than one page to bind."""
    bound = tuple(page.key for page in sorted(pages, key=_turn) if document.binds and _belongs(page, document))
    if len(bound) > 1:
        yield Page(f"{folder}/{document.key}.html", document.key, document.title, document, None, bound)


def _turn(page: Page) -> tuple[bool, int]:
    """When a page of a booklet is needed: first the guide, then the rest as the program lists it."""
    return not page.document.key.endswith("-guide"), _MOMENT_OF[page.document.key]


def _belongs(page: Page, booklet: Document) -> bool:
    """Whether a page is bound in a booklet: it is for one of its readers, and for after they have joined."""
    asked = page.subject if isinstance(page.subject, Instrument) else None
    readers = asked.for_ if asked and asked.for_ else page.document.readers
    before = asked is not None and asked.when == "curiosity"
    return page.document.key not in booklet.without and not before and any(
        reader in (EVERYBODY, *booklet.binds) for reader in readers)


def _subjects(document: Document, program: Program, words: Words) -> Iterable[tuple[str, str, Meeting | Record]]:
    if document.each == "sessions":
        for meeting in meetings(program):
            title = meeting.session.title or words.gettext("Session %(number)s", number=meeting.number)
            yield meeting.session.id, title, meeting
    else:
        for entry in value_at(program, document.each):
            yield entry.id, entry.title or document.title, entry


def _has_content(document: Document, program: Program) -> bool:
    if document.key == WRITE_NEXT:
        return program.status not in FINISHED
    return any(value_at(program, path) for path in document.needs)


def unsure(program: Program) -> frozenset[str]:
    """The documents of which nobody can say which pages they have, since something that they need could not be read."""
    return frozenset(document.key for document in DOCUMENTS if not document.binds and any(
        _is_unread(program, path) for path in (*document.needs, *filter(None, (document.each,)))))


def _is_unread(program: Program, path: str) -> bool:
    *over, last = path.split(".")
    parents = [program, *(value_at(program, ".".join(over[:n])) for n in range(1, len(over) + 1))]
    if any(isinstance(parent, Record) and parent.broken(name) for parent, name in zip(parents, (*over, last), strict=True)):
        return True
    entries = value_at(program, path)
    return isinstance(entries, tuple) and any(isinstance(one, Record) and one.broken("id") for one in entries)


def value_at(program: Program, path: str) -> Any:
    """The value under a dotted path, or None; `roles.mentor` is the role of that id."""
    value: Any = program
    for name in path.split("."):
        if isinstance(value, tuple):
            value = next((entry for entry in value if entry.id == name), None)
        elif value is not None:
            value = getattr(value, name)
    return value
