"""German words and phrases that rules look for, by list, each in the forms in which it stands in texts.

Left out are words that often have a harmless meaning ("jüngste": latest; "offensichtlich": visibly), and lists whose rule
needs English grammar or has an English sentence to type: who teaches whom, how often a pair meets, what a nameless sheet
asks, forecasts and joints of sentences. Shares of people are left out because a sentence seems to end behind "am 3." of a
date, and the "desk" of an address because nobody knows all words for one.
"""


def _inflected(*stems: str) -> tuple[str, ...]:
    """Adjectives in all their forms."""
    return tuple(stem + end for stem in stems for end in ("", "e", "em", "en", "er", "es"))


_YOUNG_PEOPLE = tuple(f"{young} {people}" for young, people in (
    *((f"{young}{end}", people) for young in ("jung", "jünger") for end in ("e", "en", "er") for people in (
        "Angestellte", "Angestellten", "Beschäftigte", "Beschäftigten", "Kollegen", "Kolleginnen", "Mitarbeitende",
        "Mitarbeitenden", "Mitarbeiter", "Mitarbeiterin", "Mitarbeiterinnen", "Mitarbeitern", "Person", "Talente",
        "Talenten")),
    ("junge", "Generation"), ("jungen", "Generation"), ("jüngere", "Generation"), ("jüngeren", "Generation")))

# Not "als" alone: a certificate must not be older than two years.
_OLDER_THAN = tuple(f"{older} als {what}" for older in ("älter", "jünger") for what in (
    "25 Jahre", "30 Jahre", "35 Jahre", "40 Jahre", "50 Jahre", "das Gegenüber", "der", "die", "ihr", "ihre", "Mentee",
    "Mentees"))

WORDS: dict[str, tuple[str, ...]] = {
    # ---- matching to privacy, and wording ---------------------------------------------------------------------------
    "age-criterion": (
        "ähnlichen Alters", "ähnliches Alter", "andere Altersgruppe", "anderen Altersgruppe",
        "aus der älteren Generation", "aus einer älteren Generation", "aus einer anderen Generation", "Digital Native",
        "Digital Natives", "geboren nach", "geboren vor", "gleiche Altersgruppe", "gleichen Alters",
        "gleichen Altersgruppe", "gleiches Alter", "Höchstalter", *_YOUNG_PEOPLE, *_OLDER_THAN),
    "generation": (
        "Baby Boomer", "Baby Boomern", "Baby Boomers", "Babyboomer", "Babyboomern", "Babyboomers", "Boomer", "Boomern",
        "Boomers", "Gen Alpha", "Gen X", "Gen Y", "Gen Z", "Generation Alpha", "Generation X", "Generation Y",
        "Generation Z", "Millennial", "Millennials", "Zoomer", "Zoomern"),
    "age": (
        "alte Knacker", "alten Knacker", "alter Knacker", "altes Eisen", "Digital Immigrant", "Digital Immigrants",
        "Digital Native", "Digital Natives", "digitale Eingeborene", "digitale Einwanderer", "digitalen Eingeborenen",
        "digitalen Einwanderer", "Grünschnabel", "Grünschnäbel", "Grünschnäbeln", "jung und dynamisch", "junge Wilde",
        "jungem Gemüse", "jungen und dynamischen", "jungen Wilden", "jungen, dynamischen", "junges Blut", "junges Gemüse",
        "junges und dynamisches", "junges, dynamisches", "Jungspund", "Jungspunde", "Jungspunden", "technikaffine Jugend",
        "technikaffinen Jugend", "was Hänschen nicht lernt", "zum alten Eisen"),
    "rank": (
        "Fußvolk", "Fussvolk", "kleine Angestellte", "kleinen Angestellten", "Lakai", "Lakaien",
        "niedere Angestellte", "niederen Angestellten", "niedere Ränge", "niederen Rängen", "Subalterne",
        "Subalternen", "Tippse", "Tippsen", "Untergebene", "Untergebenen", "Untergebener"),
    "gender": (
        "Frauensache", "ihren Mann stehen", "Karrierefrau", "Karrierefrauen", "Mädchen für alles",
        "Mann der ersten Stunde", "Männersache", "Mannjahr", "Mannjahre", "Mannjahren", "Mannmonat", "Mannmonate",
        "Mannmonaten", "Mannstunde", "Mannstunden", "Manntag", "Manntage", "Manntagen", "Männer der ersten Stunde",
        "Not am Mann", "Powerfrau", "Powerfrauen", "seinen Mann stehen", "Vorzimmerdame", "Vorzimmerdamen"),
    "ability": (
        "Krüppel", "lahme Ausrede", "lahme Ausreden", "lahme Ente", "lahme Enten", "lahmen Ausrede", "lahmen Ausreden",
        "taube Ohren", "tauben Ohren", *_inflected("verkrüppelt")),
    "superlative": (
        "auf das nächste Level", "aufs nächste Level", "best in class", "bleeding edge", "cutting edge", "der Extraklasse",
        "Game Changer", "Game Changern", "Gamechanger", "Gamechangern", "ihresgleichen sucht", "Quantensprung",
        "Quantensprünge", "Quantensprüngen", "seinesgleichen sucht", "state of the art", "Synergie", "Synergieeffekt",
        "Synergieeffekte", "Synergieeffekten", "Synergien", "Weltklasse", "world class",
        *_inflected("bahnbrechend", "erstklassig", "konkurrenzlos", "sensationell", "unschlagbar", "unübertroffen",
                    "unvergleichlich")),
    "talking-down": (
        "bekanntlich", "einfach nur klicken", "klicken Sie einfach", "öffnen Sie einfach", "selbstredend",
        "sogar ein Kind", "tippen Sie einfach", "versteht sich von selbst", "weiß doch jedes Kind",
        "weiß jedes Kind", "wie alle wissen", "wie jeder weiß", "wie Sie wissen sollten",
        *_inflected("idiotensicher", "kinderleicht")),
    "study": (
        "aktuelle Studien zeigen", "belegen Studien", "die Forschung zeigt", "eine aktuelle Studie", "eine neue Studie",
        "eine Studie belegt", "eine Studie zeigt", "einer aktuellen Studie", "einer neuen Studie", "einer Studie zufolge",
        "Forschung belegt", "laut einer Studie", "laut Studien", "Studien belegen", "Studien beweisen",
        "Studien haben bewiesen", "Studien haben gezeigt", "Studien legen nahe", "Studien zeigen", "Studien zufolge",
        "wie Studien zeigen", "wissenschaftlich belegt", "wissenschaftlich bewiesen", "wissenschaftlich erwiesen"),
    "click": (
        "auf den Link klicken", "hier klicken", "klick hier", "klicken Sie auf den Link", "klicken Sie hier", "Link oben",
        "Link unten", "oben stehenden Link", "obenstehenden Link", "siehe Link", "unten stehenden Link",
        "untenstehenden Link"),
    "leading": (
        "denken Sie nicht auch", "finden Sie nicht auch", "finden Sie nicht, dass", "glauben Sie nicht auch",
        "meinen Sie nicht auch", "sind Sie nicht auch der Meinung", "wie begeistert sind Sie", "wie begeistert waren Sie",
        "wie großartig", "wie hervorragend", "wie inspirierend", "wie toll", "wie viel Freude", "wie viel Spaß",
        "wie wertvoll war", "wie wertvoll waren", "wie wunderbar", "würden Sie nicht auch"),
    "keep-or-rise": (
        "Aufstieg", "befördert", "Beförderung", "Beförderungen", "Beförderungsquote", "Eigenkündigungen", "Fluktuation",
        "Fluktuationsquote", "Fluktuationsrate", "Gehaltserhöhung", "Gehaltserhöhungen", "Mitarbeiterbindung",
        "Personalbindung", "Personalfluktuation", "Verbleib", "Verbleibquote", "Verbleibsquote"),
    "short-form": ("AGG", "DIN", "DSGVO", "EDV"),
    "explains": ("bedeutet", "heißt", "ist", "meint", "sind", "stehen", "steht"),
    # Pairs of which one definition uses one.
    "spelling": (
        "aufwendig/aufwändig", "außerdem/ausserdem", "dass/daß", "heißt/heisst", "muss/muß", "potenziell/potentiell",
        "regelmäßig/regelmässig", "selbständig/selbstständig"),

    # ---- purpose to etiquette -----------------------------------------------------------------------------------------
    "number": ("eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"),
    # A denial stands before these in the sentence; behind "garantiert" it may also follow, so that stands with its noun.
    "promise": (
        "Arbeitsplatz auf Lebenszeit", "bessere Gesundheit", "garantiert befördert", "garantierte Beförderung",
        "garantierte Gehaltserhöhung", "garantierten Aufstieg", "garantierter Aufstieg", "Job auf Lebenszeit",
        "mit Sicherheit befördert", "sichere Beförderung", "weniger Fehltage", "weniger Krankheitstage",
        "werden befördert", "wird befördert"),
    "denial": ("kein", "keine", "keinem", "keinen", "keiner", "keinerlei", "keines", "nicht", "nichts", "nie", "niemals",
               "niemand", "niemandem", "niemanden", "ohne", "weder"),
    "attitude": ("aufgeschlossen", "aufgeschlossene", "authentisch", "ehrlich", "empathisch", "engagiert", "engagierte",
                 "flexibel", "freundlich", "freundliche", "geduldig", "höflich", "interessiert", "lernbereit", "motiviert",
                 "neugierig", "offen", "offene", "positiv", "positive", "professionell", "professionelle", "proaktiv",
                 "respektvoll", "respektvolle", "unterstützend", "verbindlich", "wertschätzend", "wertschätzende",
                 "zuverlässig"),
    "being": ("bleiben", "bleibt", "haben eine", "hat eine", "ist", "sei", "seid", "seien Sie", "sind", "zeigen eine",
              "zeigt eine"),
    "attitude-noun": ("Art", "Denkweise", "Einstellung", "Haltung"),
    "and": ("sowie", "und"),
    "vague-quantity": (
        "ab und an", "ab und zu", "baldmöglichst", "bei Gelegenheit", "gelegentlich", "hin und wieder",
        "in angemessener Zeit", "in regelmäßigen Abständen", "in regelmässigen Abständen", "je nach Bedarf",
        "möglichst bald", "möglichst schnell", "möglichst zeitnah", "nach Bedarf", "regelmäßig", "regelmässig",
        "schnellstmöglich", "so bald wie möglich", "so oft wie möglich", "so schnell wie möglich", "sobald wie möglich",
        "umgehend", "von Zeit zu Zeit", "zeitnah"),
    # Beside these a word without a number is as good as one with it.
    "as-good-as-a-number": (
        "am selben Tag", "binnen einer", "binnen eines", "einmal", "innerhalb einer", "innerhalb eines", "jede", "jedem",
        "jeden", "jeder", "jedes", "monatlich", "noch am Tag", "täglich", "vierzehntägig", "vierteljährlich",
        "wöchentlich", "zweimal"),
    "closed-question": ("bin", "bist", "gab es", "gibt es", "habe", "haben", "hast", "hat", "hatte", "hatten", "ist", "sind",
                        "war", "waren"),
    "open-question": (
        "etwas", "falls", "inwiefern", "irgendetwas", "irgendjemand", "irgendwas", "jemand", "jemandem", "jemanden", "ob",
        "oder", "und", "wann", "warum", "was", "welche", "welchem", "welchen", "welcher", "welches", "wem", "wen", "wenn",
        "wer", "weshalb", "wessen", "wie", "wieso", "wo", "wobei", "wodurch", "wofür", "woher", "wohin", "womit", "woran",
        "worauf", "worin", "worüber", "wovon", "wozu"),
    "prohibition": ("kein", "keine", "keinen", "nicht", "nie", "niemals", "vermeide", "vermeiden", "vermeidet"),
    # Whatever says that one may pass: this list keeps a rule silent, so it is wide.
    "passing": (
        "ablehnen", "auslassen", "keine Antwort", "lehnen ab", "Nein sagen", "nicht antworten", "nicht beantworten",
        "nicht zu antworten", "nicht zu beantworten", "offen lassen", "offenlassen", "passe", "passen", "passt",
        "schweigen", "übergehen", "überspringen", "überspringt", "unbeantwortet", "verweigern", "weiter sagen",
        "Antwort schuldig"),
}

# What to type in the place of a phrase, where one answer is right nearly everywhere.
INSTEAD: dict[str, str] = {
    "digital native": "Person, die es täglich nutzt", "digital natives": "Personen, die es täglich nutzen",
    "mannjahr": "Personenjahr", "mannjahre": "Personenjahre", "mannjahren": "Personenjahren",
    "mannmonat": "Personenmonat", "mannmonate": "Personenmonate", "mannmonaten": "Personenmonaten",
    "mannstunde": "Arbeitsstunde", "mannstunden": "Arbeitsstunden", "manntag": "Personentag", "manntage": "Personentage",
    "manntagen": "Personentagen", "untergebene": "Mitarbeitende", "untergebenen": "Mitarbeitenden",
    "untergebener": "Mitarbeitender",
}
