"""Words and phrases that rules look for, by language and list.

A space or hyphen in a phrase stands for either, case is ignored. A rule that reads a list says nothing about a program
in a language that has none.
"""

WORDS: dict[str, dict[str, tuple[str, ...]]] = {"en": {}}

# ---- matching to privacy, and wording -------------------------------------------------------------------------------
WORDS["en"] |= {
    "age-criterion": (
        "another generation", "born after", "born before", "different generation", "digital native", "digital natives",
        "older generation", "older than", "under the age of", "over the age of", "young people", "younger",
        "young employee", "young employees", "young talent", "young colleague", "young colleagues", "youngest"),
    "generation": (
        "baby boomer", "baby boomers", "boomer", "boomers", "gen x", "gen y", "gen z", "gen alpha", "generation x",
        "generation y", "generation z", "generation alpha", "millennial", "millennials", "zoomer", "zoomers"),
    "age": (
        "digital immigrant", "digital immigrants", "digital native", "digital natives", "dinosaurs", "old dog",
        "old dogs", "old fogey", "old fogeys", "old fogies", "old school managers", "past their prime",
        "set in their ways", "snowflakes", "stuck in their ways", "tech savvy youth", "too old for", "too old to",
        "young blood"),
    "rank": (
        "in the trenches", "inferiors", "little people", "low level employee", "low level employees",
        "lower level employee", "lower level employees", "lowly", "subordinate", "subordinates", "their superiors",
        "underling", "underlings"),
    "gender": (
        "businessman", "businessmen", "chairman", "chairmen", "foreman", "foremen", "guys", "he or she", "he/she",
        "him or her", "him/her", "his or her", "his/her", "man hour", "man hours", "mankind", "manpower", "s/he",
        "salesman", "salesmen", "she/he", "spokesman", "spokesmen"),
    "ability": (
        "blind spot", "blind spots", "crippled", "crippling", "deaf ears", "lame excuse", "lame excuses",
        "sanity check", "sanity checks", "tone deaf", "turn a blind eye"),
    "superlative": (
        "best in class", "best in the biz", "bleeding edge", "cutting edge", "game changer", "game changers",
        "game changing", "second to none", "state of the art", "supercharge", "supercharged", "supercharges",
        "synergies", "synergy", "turbocharge", "turbocharged", "unparalleled", "world class"),
    "talking-down": (
        "as everybody knows", "as everyone knows", "as you should know", "even a child", "goes without saying",
        "needless to say", "obviously", "you simply have to", "simply click", "simply open", "simply type"),
    "study": (
        "a recent study", "a recent survey", "according to research", "according to studies", "evidence shows",
        "research has shown", "research proves", "research shows", "research suggests", "studies find", "studies found",
        "studies have found", "studies have shown", "studies prove", "studies show", "studies suggest",
        "surveys show", "a study found", "a study shows", "scientifically proven"),
    "click": (
        "click here", "click on the link", "click the button", "click the link", "follow the link", "follow this link",
        "link above", "link below", "see the link", "tap here"),
    "leading": (
        "do you not agree", "don't you agree", "don't you think", "how excellent", "how great", "how inspiring",
        "how much did you enjoy", "how valuable were", "how valuable was", "how wonderful", "isn't it", "would you not",
        "wouldn't you agree", "wouldn't you say"),
    "keep-or-rise": (
        "attrition", "career progress", "pay rise", "promoted", "promotion", "promotions", "resignations", "retention",
        "turnover"),
}
