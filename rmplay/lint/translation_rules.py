"""The rules about translations; what finds them stands in `translations`."""

from __future__ import annotations

from ..finding import ADVICE, INCOMPLETE, INVALID, Rule

TRANSLATION = "translation"

TRANSLATION_OF_ANOTHER = Rule("translation-of-another", INVALID, """
A translation does not say the same as the name of its file, or there is no original beside it, or none to translate.

Why: Texts would be shown in the wrong program, or under the wrong language.
Source: translating, decisions
Ignore: Never.
Bad:
    translates: another-program.yaml
    #           ^^^^^^^^^^^^^^^^^^^^
    language: de
Bad:
    translates: digital-fluency.yaml
    language: fr
    #         ^^
Good:
    translates: digital-fluency.yaml
    language: de
""", TRANSLATION)

STALE_TRANSLATION = Rule("stale-translation", INCOMPLETE, """
The original does not say any more what was translated. Pages show the original until the translation is looked at.

Why: A translation of what was said last year is a promise that nobody makes any more.
Source: translating, decisions
Ignore: Never; mend the translation, then type the new original beside it.
Bad:
    translates: digital-fluency.yaml
    language: de
    texts:
      - place: summary
        original: Heads of department learn six tasks.
        #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        translation: Führungskräfte lernen sechs Handgriffe.
Bad:
    translates: digital-fluency.yaml
    language: de
    texts:
      - place: summary
        was: Heads of department learn six tasks.
        #    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        original: Heads of department learn five tasks.
        translation: Führungskräfte lernen sechs Handgriffe.
Good:
    translates: digital-fluency.yaml
    language: de
    texts:
      - place: summary
        original: Heads of department learn five tasks.
        translation: Führungskräfte lernen fünf Handgriffe.
""", TRANSLATION)

NEEDLESS_TRANSLATION = Rule("needless-translation", ADVICE, """
A translation has a text that the original does not have at that place, nor anywhere else.

Why: It is never shown, and whoever wrote it believes that it is.
Source: translating
Ignore: The original gets the text back soon.
Bad:
    translates: digital-fluency.yaml
    language: de
    texts:
      - place: sessions[your-head].title
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^
        original: Your head, my patience
        translation: Ihr Kopf, meine Geduld
Good:
    translates: digital-fluency.yaml
    language: de
    texts:
      - place: sessions[your-hands].title
        original: Your hands, my patience
        translation: Ihre Hände, meine Geduld
""", TRANSLATION)

REPEATED_TRANSLATION = Rule("repeated-translation", INVALID, """
The same text is translated twice for one place.

Why: Only one of the two would be shown, and nobody would know which.
Source: decisions
Ignore: Never.
Bad:
    translates: digital-fluency.yaml
    language: de
    texts:
      - place: title
        original: Digital fluency
        translation: Digital sicher
      - place: title
        original: Digital fluency
        #         ^^^^^^^^^^^^^^^
        translation: Digital gewandt
Good:
    translates: digital-fluency.yaml
    language: de
    texts:
      - place: title
        original: Digital fluency
        translation: Digital sicher
""", TRANSLATION)

MISSING_TRANSLATION = Rule("missing-translation", ADVICE, """
Texts are not translated yet. Pages show them in the language of the original, and say so.

Why: Whoever reads a page in two languages trusts neither.
Source: translating
Ignore: The texts are the same in both languages, or people know the original.
Bad:
    translates: digital-fluency.yaml
    language: de
    texts:
      - place: title
        original: Digital fluency
        translation:
    #   ^^^^^^^^^^^
Good:
    translates: digital-fluency.yaml
    language: de
    texts:
      - place: title
        original: Digital fluency
        translation: Digital sicher
      - place: summary
        original: Heads of department learn five tasks.
        translation: Führungskräfte lernen fünf Handgriffe.
      - place: sessions[your-hands].title
        original: Your hands, my patience
        translation: Ihre Hände, meine Geduld
""", TRANSLATION)

MISSING_WORDS = Rule("missing-words", ADVICE, """
Pages are in a language for which the theme lacks words, so that headings, buttons and dates stay English.

Why: A sheet that changes between two languages looks unfinished, and not everybody who gets it reads English.
Source: translating, decisions
Ignore: Everybody who gets these pages reads English as well.
Bad:
    title: Parler numérique
    language: fr
    #         ^^
Good:
    title: Digital sicher
    language: de
""", TRANSLATION)
