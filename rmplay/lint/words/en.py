"""English words and phrases that rules look for, by list."""

WORDS: dict[str, tuple[str, ...]] = {}

# ---- matching to privacy, and wording -------------------------------------------------------------------------------
WORDS |= {
    "age-criterion": (
        "another generation", "born after", "born before", "different generation", "digital native", "digital natives",
        "older generation", "older than", "over the age of", "under the age of", "young colleague", "young colleagues",
        "young employee", "young employees", "young people", "young talent", "younger", "youngest"),
    "generation": (
        "baby boomer", "baby boomers", "boomer", "boomers", "gen alpha", "gen x", "gen y", "gen z", "generation alpha",
        "generation x", "generation y", "generation z", "millennial", "millennials", "zoomer", "zoomers"),
    "age": (
        "digital immigrant", "digital immigrants", "digital native", "digital natives", "dinosaurs", "old dog",
        "old dogs", "old fogey", "old fogeys", "old fogies", "past their prime", "set in their ways", "snowflakes",
        "stuck in their ways", "tech savvy youth", "too old for", "too old to", "young blood"),
    "rank": (
        "in the trenches", "inferiors", "little people", "low level employee", "low level employees",
        "lower level employee", "lower level employees", "lowly", "subordinate", "subordinates", "their superiors",
        "underling", "underlings"),
    "gender": (
        "businessman", "businessmen", "chairman", "chairmen", "foreman", "foremen", "guys", "he/she", "him/her",
        "his/her", "man hour", "man hours", "mankind", "manpower", "s/he", "salesman", "salesmen", "she/he",
        "spokesman", "spokesmen"),
    "ability": (
        "blind spot", "blind spots", "crippled", "crippling", "deaf ears", "lame excuse", "lame excuses",
        "sanity check", "sanity checks", "tone deaf", "turn a blind eye"),
    "superlative": (
        "best in class", "best in the biz", "bleeding edge", "cutting edge", "game changer", "game changers",
        "game changing", "second to none", "state of the art", "supercharge", "supercharged", "supercharges",
        "synergies", "synergy", "turbocharge", "turbocharged", "unparalleled", "world class"),
    "talking-down": (
        "as everybody knows", "as everyone knows", "as you should know", "even a child", "goes without saying",
        "needless to say", "obviously", "simply click", "simply open", "simply type", "you simply have to"),
    "study": (
        "a recent study", "a recent survey", "a study shows", "according to research",
        "according to studies", "evidence shows", "research has shown", "research proves", "research shows",
        "research suggests", "scientifically proven", "studies find", "studies found", "studies have found",
        "studies have shown", "studies prove", "studies show", "studies suggest", "study found", "surveys show"),
    "own-figures": ("i", "my", "our", "ours", "us", "we"),
    "forecast": ("expected", "forecast", "forecasts", "predicted", "projected", "will"),
    "joint": ("and", "because", "but", "so that", "then", "unless", "which", "while", "who"),
    "click": ("click here", "link above", "link below", "see the link", "tap here"),
    "leading": (
        "do you not agree", "don't you agree", "don't you think", "how excellent", "how great", "how inspiring",
        "how much did you enjoy", "how valuable was", "how valuable were", "how wonderful", "would you not agree",
        "wouldn't you agree", "wouldn't you say"),
    "keep-or-rise": (
        "attrition", "career progress", "pay rise", "promoted", "promotion", "promotions", "resignations", "retention",
        "turnover"),
    "desk": (
        "access", "care", "contact", "culture", "data", "department", "desk", "development", "digital", "diversity",
        "dpo", "feedback", "help", "helpdesk", "hr", "inclusion", "info", "it", "lead", "leadership", "learning",
        "line", "mail", "mailbox", "mentor", "mentoring", "mentors", "mentorship", "office", "partner", "people",
        "privacy", "program", "programme", "protection", "reply", "reverse", "service", "services", "staff", "support",
        "talent", "team", "training", "wellbeing"),
    "telling": (
        "age", "age group", "date of birth", "department", "e-mail", "e-mail address", "email", "email address",
        "first name", "full name", "grade", "job title", "last name", "line manager", "location", "mentee's name",
        "mentor's name", "name", "name of your mentee", "name of your mentor", "office", "partner's name", "pay grade",
        "site", "staff number", "team", "unit", "year of birth"),
    "explains": ("is", "stands", "are"),
    # Pairs of which one definition uses one.
    "spelling": (
        "behavior/behaviour", "canceled/cancelled", "center/centre", "color/colour", "coordinator/co-ordinator",
        "counseling/counselling", "counselor/counsellor", "favor/favour", "labor/labour", "mentee/protégé",
        "mentee/protege", "neighbor/neighbour", "organization/organisation", "organize/organise", "program/programme",
        "recognize/recognise", "summarize/summarise"),
}

# What to type in the place of a phrase, where one answer is right nearly everywhere.
INSTEAD: dict[str, str] = {
    "blind spot": "what you do not see", "blind spots": "what you do not see", "businessman": "business person",
    "businessmen": "business people", "chairman": "chair", "chairmen": "chairs", "deaf ears": "nobody listens",
    "digital native": "somebody who uses it every day", "digital natives": "people who use it every day",
    "foreman": "supervisor", "foremen": "supervisors", "guys": "everybody", "he/she": "they", "him/her": "them",
    "his/her": "their", "inferiors": "people in junior grades", "low level employee": "colleague in a junior grade",
    "low level employees": "colleagues in junior grades", "lower level employee": "colleague in a junior grade",
    "lower level employees": "colleagues in junior grades", "man hour": "hour of work", "man hours": "hours of work",
    "mankind": "people", "manpower": "staff", "s/he": "they", "salesman": "sales person", "salesmen": "sales people",
    "sanity check": "check", "sanity checks": "checks", "she/he": "they", "spokesman": "speaker",
    "spokesmen": "speakers", "subordinate": "a person who reports to you", "subordinates": "people who report to you",
    "their superiors": "the people they report to", "tone deaf": "thoughtless", "turn a blind eye": "look away",
    "underling": "junior colleague", "underlings": "junior colleagues", "young blood": "new colleagues",
}

# ---- purpose to etiquette ---------------------------------------------------------------------------------------------
# In these lists {} stands for a number, in digits or as one of the words under "number", which begin with one.
WORDS |= {
    "number": ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    "promise": ("better health", "certain to", "fewer sick days", "guaranteed promotion", "guaranteed raise",
                "guaranteed to", "guarantees", "job for life", "never fails", "proven to", "sure to",
                "will be promoted"),
    "denial": ("cannot", "never", "no", "nobody", "none", "not", "nothing", "without"),
    "attitude": ("a team player", "approachable", "authentic", "committed", "curious", "eager to learn", "empathetic",
                 "engaged", "enthusiastic", "flexible", "friendly", "honest", "humble", "kind", "motivated", "open",
                 "open-minded", "patient", "polite", "positive", "proactive", "professional", "ready to learn",
                 "reliable", "respectful", "supportive", "willing to learn"),
    "being": ("be", "being", "has a", "has an", "have a", "have an", "is", "keep a", "keeps a", "remain", "remains",
              "show a", "shows a", "stay", "stays"),
    "attitude-noun": ("approach", "attitude", "mentality", "mindset", "outlook"),
    "and": ("and",),
    "vague-quantity": ("as and when", "as appropriate", "as needed", "as required", "as soon as possible", "asap",
                       "at regular intervals", "frequently", "from time to time", "in a timely fashion",
                       "in a timely manner", "occasionally", "on a regular basis", "periodically", "promptly",
                       "regularly", "when convenient"),
    "meet": ("both meet", "both of us meet", "both of you meet", "each pair meets", "every pair meets", "pairs meet",
             "sessions are held", "sessions take place", "the pair meets", "the two of us meet", "the two of you meet",
             "we both meet", "we meet", "we shall meet", "we will meet", "you both meet", "you meet", "you will meet"),
    "every-week": ("each week", "every week", "once a week", "weekly"),
    "every-two-weeks": ("every fortnight", "every other week", "every second week", "fortnightly", "once a fortnight"),
    "every-month": ("each month", "every month", "monthly", "once a month"),
    "every-number-of-weeks": ("every {} weeks",),
    "for-minutes": ("for {} minutes",),
    "so-many-times": ("{} times",),
    # Beside these, "we meet" does not speak of every session of the pair.
    "not-every-session": ("after", "also", "at first", "at least", "at most", "before", "can", "circle", "could",
                          "extra", "first", "group", "if", "instead", "last", "may", "might", "never", "next", "not", "others",
                          "then", "unless", "until", "used to", "when", "with"),
    "closed-question": ("are", "did", "do", "does", "had", "has", "have", "is", "was", "were"),
    "open-question": ("and", "anybody", "anyone", "anything", "how", "if", "or", "something", "what", "when", "where",
                      "which", "who", "whom", "whose", "why"),
    "prohibition": ("avoid", "do not", "don't", "must not", "never", "no", "not"),
    "passing": ("decline", "need not answer", "no need to answer", "pass", "skip"),
}

# ---- who teaches whom -------------------------------------------------------------------------------------------------
# What is said of somebody senior or junior, and nouns for them; verbs in all their forms.
WORDS |= {
    "senior": ("elder", "experienced", "high-ranking", "higher-ranking", "long-serving", "longer-serving", "older",
               "seasoned", "senior"),
    "seniors": ("directors", "elders", "executive", "executives", "head of department", "heads of department", "leaders",
                "seniors", "veteran", "veterans"),
    "junior": ("early-career", "inexperienced", "junior", "less experienced", "less senior", "lower-ranking", "newer",
               "young", "younger"),
    "juniors": ("apprentice", "apprentices", "beginner", "beginners", "graduate", "graduates", "juniors", "new colleague",
                "new colleagues", "new employee", "new employees", "new hire", "new hires", "new joiner", "new joiners",
                "new people", "new staff", "new starter", "new starters", "newcomer", "newcomers", "novice", "novices",
                "trainee", "trainees"),
    "teach": ("advise advises advising advised", "coach coaches coaching coached", "educate educates educating educated",
              "guide guides guiding guided", "instruct instructs instructing instructed",
              "mentor mentors mentoring mentored", "teach teaches teaching taught", "train trains training trained",
              "tutor tutors tutoring tutored"),
    "help": ("assist assists assisting assisted", "help helps helping helped", "support supports supporting supported"),
    "act-as-mentor": tuple(f"{verb} {noun} {to}" for verb, noun in (
        ("is", "a mentor"), ("are", "mentors"), ("acts as", "a mentor"), ("act as", "mentors"), ("becomes", "a mentor"),
        ("become", "mentors"), ("serves as", "a mentor"), ("serve as", "mentors")) for to in ("for", "of", "to")),
    "growth": ("career", "careers", "confidence", "develop", "developing", "development", "grow", "growing", "growth",
               "improve", "improving", "knowledge", "learn", "learning", "progress", "skill", "skills"),
    "the-program": ("mentoring", "mentorship", "pair", "pairs", "program", "programme", "scheme"),
    "in-passing": ("also", "although", "as well", "back", "both learn", "both teach", "both ways", "but", "each other", "if",
                   "in return", "in turn", "never", "no longer", "nobody", "not", "nothing", "rather than", "though", "too",
                   "two-way", "unlike", "when", "whenever", "whereas"),
    "taken-back": ("always", "as a rule", "classic", "commonly", "conventional", "conventionally", "elsewhere", "flips",
                   "instead", "most mentoring", "most pairs", "most programmes", "most programs", "normal", "normally",
                   "often", "opposite", "ordinarily", "ordinary", "other programmes", "other programs", "other way",
                   "reversed", "reverses", "so far", "swap", "swaps", "traditional", "traditionally", "turn", "turned",
                   "turns", "typical", "typically", "until now", "upside down", "used to", "usual", "usually"),
}
