"""Which pages a program has: literals in, literals out, no folder and no file."""

from __future__ import annotations

from rmplay.cli.terminal import AUDIENCES
from rmplay.definition.model import Evaluation, Goal, Instrument, Program, Role, Session
from rmplay.site import plan as plans
from rmplay.site.plan import DOCUMENTS, PARTICIPANTS, STAFF, Edition, folder_named, plan
from rmplay.site.words import ENGLISH, Words

BARE = Program(id="p", title="P")
PAIR = Program(id="p", title="P", sessions=(Session(id="meet"), Session(id="talk", title="Talk")),
               goals=(Goal(id="g", statement="Something is better."),),
               roles=(Role(id="mentor"), Role(id="mentee")),
               evaluation=Evaluation(instruments=(Instrument(id="start", for_=("mentee",)), Instrument(id="all"),
                                                  Instrument(id="ask", for_=("mentor",), when="curiosity"))))


def _bound(program: Program, key: str) -> tuple[str, ...]:
    page = plan(program).page(key)
    return page.bound if page else ()


def test_a_title_alone_has_pages() -> None:
    """The program itself and what to write next; a booklet of nothing is not made."""
    keys = [page.key for page in plan(BARE).pages]
    assert keys == ["program", "write-next"]


def test_only_a_draft_is_told_what_to_write_next() -> None:
    """A published program has no such page, and a retired one has none either."""
    assert [plan(BARE.changed(status=s)).page("write-next") is not None
            for s in (None, "draft", "in-review", "published", "retired")] == [True, True, True, False, False]


def test_a_booklet_binds_what_is_for_its_reader() -> None:
    """The guide first, then moment by moment; what is for others, for before they joined, or in the guide already, is left out."""
    mentor, mentee = _bound(PAIR, "mentor-booklet"), _bound(PAIR, "mentee-booklet")
    assert mentor[0] == "mentor-guide" and mentee[0] == "mentee-guide"
    assert [key for key in mentor if "/" in key] == ["agenda/meet", "agenda/talk", "questionnaire/all"]
    assert [key for key in mentee if "/" in key] == ["agenda/meet", "agenda/talk", "questionnaire/start",
                                                     "questionnaire/all"]
    assert not {"program", "faq", "mentee-guide", "risk-register"} & set(mentor)
    pages = plan(PAIR)
    assert all(pages.page(key) for key in (*mentor, *mentee))


def test_a_booklet_begins_with_the_guide_and_goes_on_as_the_program_lists_it() -> None:
    """A questionnaire of the sponsor does not come before the guide of the lead, in any language."""
    asked = Evaluation(instruments=(Instrument(id="end", for_=("sponsor",)),))
    lead = PAIR.changed(roles=(Role(id="program-lead"),), evaluation=asked)
    for words in (ENGLISH, Words("de", {("", "To answer"): ("Zu beantworten",)})):
        made = plan(lead, words=words)
        bound = made.page("lead-booklet").bound
        assert bound[:2] == ("lead-guide", "timetable") and bound.index("questionnaire/end") < bound.index("decision-note")
        assert bound.index("evaluation-checklist") < bound.index("traceability")


def test_guides_and_booklets_have_the_name_of_their_reader() -> None:
    """The name that the program gives the role, in lists of pages, too; without one, the plain word."""
    named = plan(PAIR.changed(roles=(Role(id="mentor", title="Founder"), Role(id="mentee"))))
    assert [named.page(key).title for key in ("mentor-guide", "mentor-booklet", "mentee-guide", "mentee-booklet")] == [
        "Founder guide", "Founder booklet", "Mentee guide", "Mentee booklet"]
    assert named.page("mentor-guide").document.title == "Founder guide"


def test_every_sheet_is_in_a_booklet_or_is_said_to_be_in_none() -> None:
    """A new document is bound by itself; what no booklet has is named here."""
    in_none = {d.key for d in DOCUMENTS if not d.binds and not any(
        d.key not in b.without and ("everybody" in d.readers or set(d.readers) & set(b.binds))
        for b in DOCUMENTS if b.binds)}
    assert in_none <= {"program", "invitation-letter", "mentor-self-check", "application-form", "privacy-notice", "faq",
                       "glossary", "about", "certificate", "write-next"}
    assert "agenda" not in in_none


def test_an_edition_for_participants_has_nothing_for_staff() -> None:
    """Neither pages nor what is still to be written."""
    edition = plan(PAIR, Edition(PARTICIPANTS))
    assert {page.document.audience for page in plan(PAIR).pages} == {PARTICIPANTS, STAFF}
    assert {page.document.audience for page in edition.pages} == {PARTICIPANTS}
    assert {document.audience for document in edition.unwritten} == {PARTICIPANTS}
    assert edition.page("lead-booklet") is None and edition.page("mentor-booklet").bound == _bound(PAIR, "mentor-booklet")


def test_keys_and_paths_are_distinct_and_fit_every_file_system() -> None:
    """No two pages of a program share a file, and no folder has a name that some system keeps for itself."""
    pages = plan(PAIR).pages
    assert len({page.key for page in pages}) == len({page.path.casefold() for page in pages}) == len(pages)
    names = ["con", "con-program", "aux", "assets", "com1", "console"]
    assert [folder_named(name) for name in names] == ["con_program", "con-program", "aux_program", "assets_program",
                                                      "com1_program", "console"]


def test_the_command_line_offers_the_audiences_of_the_plan() -> None:
    """The names are written twice, so that `--help` need not read the table."""
    assert AUDIENCES == plans.AUDIENCES
