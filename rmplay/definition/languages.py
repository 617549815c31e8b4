"""Languages and regions of a language tag such as pt-BR.

Two-letter codes are those of ISO 639-1 and ISO 3166-1; of the thousands of three-letter codes only the form is known.
"""

from __future__ import annotations

import re

from ..patterns import pattern

LANGUAGES = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es "
    "et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki "
    "kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no "
    "nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te "
    "tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu")
REGIONS = (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC "
    "CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD "
    "GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH "
    "KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW "
    "MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC "
    "SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY "
    "UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW")
NAMED = {"arabic": "ar", "chinese": "zh", "czech": "cs", "danish": "da", "dansk": "da", "deutsch": "de", "dutch": "nl",
         "english": "en", "englisch": "en", "español": "es", "finnish": "fi", "français": "fr", "french": "fr",
         "german": "de", "greek": "el", "hindi": "hi", "hungarian": "hu", "italian": "it", "italiano": "it",
         "japanese": "ja", "korean": "ko", "nederlands": "nl", "norwegian": "no", "polish": "pl", "portuguese": "pt",
         "português": "pt", "romanian": "ro", "russian": "ru", "spanish": "es", "swedish": "sv", "turkish": "tr",
         "ukrainian": "uk", "american english": "en-US", "british english": "en-GB", "us english": "en-US",
         "uk english": "en-GB", "eng": "en", "ger": "de", "deu": "de", "fra": "fr", "spa": "es", "us": "en-US",
         "uk": "en-GB", "gb": "en-GB", "jp": "ja", "cn": "zh", "cz": "cs", "dk": "da", "gr": "el"}
_PARTS = pattern(r"([A-Za-z]{2,3})(?:-[A-Za-z]{4})?(?:-([A-Za-z]{2}|\d{3}))?\Z", re.A)


def is_language(tag: str) -> bool:
    """Whether a tag names a language, with a script and a region if it likes: de, zh-Hant, pt-BR."""
    found = _PARTS.match(tag)
    if not found:
        return False
    language, region = found[1].lower(), (found[2] or "").upper()
    return (len(language) == 3 or language in LANGUAGES.split()) and (len(region) != 2 or region in REGIONS.split())


def usual(tag: str) -> str:
    """A tag in the letters in which it is usually written: de, zh-Hant, pt-BR."""
    language, *parts = tag.split("-")
    return "-".join([language.lower(), *(part.title() if len(part) == 4 else part.upper() for part in parts)])


def language_meant(text: str) -> str:
    """The tag that was most likely meant; empty if there is no telling."""
    text = text.strip().lower().replace("_", "-")
    if text in NAMED:
        return NAMED[text]
    made = text.replace("-uk", "-gb").replace("-en", "-gb")
    language, _, region = made.partition("-")
    made = f"{NAMED.get(language, language)}-{region.upper()}" if region else ""
    if is_language(made):
        return made
    return language if is_language(language) and len(language) == 2 else ""


def in_schema() -> str:
    """The same for the schema, as a regular expression."""
    def listed(codes: str) -> str:
        return "|".join(f"[{c[0].lower()}{c[0].upper()}][{c[1].lower()}{c[1].upper()}]" for c in codes.split())
    return f"^(?:{listed(LANGUAGES)}|[A-Za-z]{{3}})(?:-[A-Za-z]{{4}})?(?:-(?:{listed(REGIONS)}|[0-9]{{3}}))?$"
