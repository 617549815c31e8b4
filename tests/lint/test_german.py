"""What the rules about words find in a German program, and that they leave good German alone."""

from __future__ import annotations

import re

from rmplay.build.check import Inputs, examine, in_translation, inputs_of
from rmplay.build.project import open_project
from rmplay.definition.load import text_of
from rmplay.finding import Finding
from rmplay.lint.engine import lint_program
from support.machine import ROOT

# «what is wrong|what is good in its place», and behind it the rule that finds the wrong one at its place.
PROGRAM = """\
rmplay: 1
language: de-DE
title: Digital im Alltag
summary: Ein «erstklassiges|kurzes» Programm für «Untergebene|Mitarbeitende».  # empty-superlative belittling-rank
why: «Mentoring hilft allen.|Neun von zwölf Bereichsleitungen haben das Dashboard nie geöffnet.»  # need-not-explained
driver: «Studien zeigen|Wir sehen», dass «Babyboomer|Erfahrene» fragen.  # claim-without-source generation-label
goals:
  - statement: Die Aufgaben gelingen «kinderleicht|allein», in zehn «Manntagen|Tagen».  # talking-down gendered-word
    measures:
      - name: «Fluktuation nach einem Jahr|Aufgaben ohne Hilfe»  # comparison-without-caution
        level: result
  - statement: Für «junges Gemüse|neue Leute» und ohne «lahme Ausreden|Ausreden».  # age-stereotype ability-as-insult
roles:
  mentor:
    benefits:
      - Eine «garantierte Beförderung|gute Übung» im Erklären.  # overpromised-benefit
      - Nicht versprochen wird eine garantierte Beförderung.
    selection:
      criteria:
        - text: Ist «jünger als die|so vertraut damit wie die» meisten im Haus.  # age-as-criterion
expectations:
  mentor:
    - «Ist offen und ehrlich.|Sagt offen, was nicht gelang.»  # attitude-as-expectation
    - Antwortet «zeitnah|innerhalb eines Arbeitstages».  # vague-quantity
    - Antwortet zeitnah, innerhalb einer Woche, und fragt regelmäßig, in jedem Treffen.
    - Zeigt es so oft, wie darum gebeten wird.
sessions:
  - title: Das erste Mal
    agenda:
      - title: Fragen
        prompts:
          - «Haben Sie das Werkzeug gern?|Hatten Sie etwas anderes erwartet?»  # closed-prompt
evaluation:
  instruments:
    - title: Am Ende
      questions:
        - text: «Wie wertvoll waren|Wie nützlich waren» die Treffen für Ihre Arbeit?  # leading-question
resources:
  - title: «Hier klicken|Bogen» und lesen  # click-on-paper
  - title: «<Name der Kontaktperson>|Anmeldung»  # placeholder-text
  - title: Das eine ist aufwendig, das andere ist «aufwändig|kurz», beide sind nicht aufwendig.  # two-spellings
glossary:
  - term: Tandem
    meaning: Ein Paar. Die DSGVO gilt; LMS steht für das Lernsystem, «XYZ|YZ» fehlt.  # unexplained-short-form
"""
_CHOICE = re.compile(r"«([^|»]*)\|([^|»]*)»")


def test_each_planted_word_is_found_at_its_place_and_nothing_else() -> None:
    """Planted is one word per list; all other findings are about parts that this fragment does not have."""
    planted = set(_planted())
    rules = {rule for rule, *_ in planted}
    wrong, right = (_findings(_CHOICE.sub(choice, PROGRAM)) for choice in (r"\1", r"\2"))
    assert {_place(f) for f in wrong if f.rule.id in rules} == planted
    assert [f for f in right if f.rule.id in rules] == []
    assert {f.rule.id for f in wrong} - rules == {f.rule.id for f in right}


def test_a_whole_program_in_good_german_has_no_finding() -> None:
    """The texts of the shipped translation, as if they had been written first."""
    inputs = next(inputs for inputs in inputs_of(open_project((), ROOT)) if inputs.translations)
    written = (ROOT / inputs.text.source.name).read_bytes()
    german = text_of(written.replace(b"language: en-US", b"language: de-DE"), inputs.text.source.name)
    loaded = in_translation(inputs._replace(text=german), inputs.translations[0])
    assert loaded.record.language == "de-DE"
    assert lint_program(german, inputs.house, loaded, inputs.settings).findings == ()


def test_rules_of_conduct_are_counted_in_german() -> None:
    """Those that forbid, and the one that allows to pass, which no language is asked for whose words nobody listed."""
    kind = ["Ausreden lassen.", "Nachfragen.", "Danken."]
    forbidding = ["Nie unterbrechen.", "Keine Handys.", "Ausreden lassen."]
    assert _told(forbidding, "de") == {"mostly-prohibitions", "no-right-to-pass"}
    assert _told(kind, "de") == {"no-right-to-pass"}
    for allowed in ("Sagen Sie ruhig: „Ich passe.“", "Niemand muss eine Frage beantworten, alle dürfen sie überspringen."):
        assert _told([*kind, allowed], "de") == set()
    assert _told(kind, "fr") == set()


def test_a_german_quotation_is_not_the_word_of_the_author() -> None:
    """In any of its marks; what stands behind it is."""
    found = _findings("title: x\nlanguage: de\nsummary: „Altes Eisen“ oder »junges Gemüse«, hieß es, alles Babyboomer.\n")
    assert [_place(f) for f in found if f.rule.id in ("age-stereotype", "generation-label")] == \
        [("generation-label", 3, 61, 71)]


def test_an_instead_is_typed_in_german() -> None:
    """In the form that fits the sentence."""
    found = _findings("title: x\nlanguage: de\nsummary: Zehn Manntage mit Untergebenen.\n")
    assert [f.remedy for f in found if f.rule.id in ("gendered-word", "belittling-rank")] == \
        ['Type "Personentage".', 'Type "Mitarbeitenden".']


def _told(rules: list[str], language: str) -> set[str]:
    lines = "".join(f'    - "{rule}"\n' for rule in rules)
    found = _findings(f"title: x\nlanguage: {language}\nsensitive: yes\netiquette:\n  rules:\n{lines}")
    return {f.rule.id for f in found} & {"mostly-prohibitions", "no-right-to-pass"}


def _findings(text: str) -> tuple[Finding, ...]:
    lines = [line.partition("  # ")[0] for line in text.splitlines()]
    return examine(Inputs(text_of("\n".join([*lines, ""]).encode(), "p.yaml"), None)).findings


def _place(found: Finding) -> tuple[str, int, int, int]:
    return found.rule.id, found.span.line, found.span.column, found.span.end_column


def _planted() -> list[tuple[str, int, int, int]]:
    places = []
    for number, line in enumerate(PROGRAM.splitlines(), 1):
        rules, taken = line.partition("  # ")[2].split(), 0
        for rule, choice in zip(rules, _CHOICE.finditer(line), strict=True):
            column = choice.start() - taken + 1
            places.append((rule, number, column, column + len(choice[1])))
            taken += len(choice[0]) - len(choice[1])
    return places
