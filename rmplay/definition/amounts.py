"""Numbers and dates as people write them, and what they have to type instead. Nothing is guessed: what could be read in
two ways has no answer.
"""

from __future__ import annotations

import datetime
import re

from ..patterns import pattern

_SMALL = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
          "seventeen eighteen nineteen").split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_FIGURE = pattern(r"\d+(?:[.,]\d+)?")
_HOURS = pattern(r"(\d+(?:[.,]\d+)?)\s*(?:h|hrs?|hours?|std\.?|stunden?)(?![a-z])\.?(?:\s*(?:and\s+)?(\d+)\s*(?:m|mins?|minutes?)?)?\Z")
_CLOCK = pattern(r"(\d{1,2}):([0-5]\d)(?:\s*h)?\Z")
_OTHER_UNIT = {"minutes": "hour|day|week|month|std|stunde|sec", "weeks": "hour|day|month|year|min|monat|jahr|tag",
               "week": "hour|day|month|year|monat|jahr|tag", "hours": "day|week|month|min|tag", "days": "hour|week|month",
               "hour": "min"}
_SPOKEN = {"half an hour": 30, "an hour": 60, "one hour": 60, "a quarter of an hour": 15, "quarter of an hour": 15,
           "three quarters of an hour": 45, "an hour and a half": 90, "one and a half hours": 90, "two hours": 120}
_MONTHS = ("january jan januar", "february feb februar", "march mar märz mär mrz", "april apr", "may mai", "june jun juni",
           "july jul juli", "august aug", "september sept sep", "october oct oktober okt", "november nov",
           "december dec dezember dez")


def number_meant(text: str, name: str) -> str:
    """The digits to type for a number under a name such as `minutes`; empty where that is not certain."""
    text = " ".join(text.lower().strip(" .~≈<>").split())
    text = re.sub(r"\A(?:about|around|ca\.?|circa|approx\.?|approximately|roughly|max\.?|min\.?|at least|up to) ", "", text)
    unit = name.rsplit("_", 1)[-1]
    if unit == "minutes" and (minutes := _minutes(text)):
        return str(minutes)
    if text in _words():
        return str(_words()[text])
    first = text.split(" ")[0]
    if first in _words() and not _FIGURE.search(text):
        text = text.replace(first, str(_words()[first]), 1)
    if re.fullmatch(r"\d{1,3}(?:[,' ]\d{3})+", text):
        return re.sub(r"\D", "", text)
    figures = _FIGURE.findall(text)
    if len(figures) != 1 or unit in _OTHER_UNIT and re.search(_OTHER_UNIT[unit], text):
        return ""
    if re.search(r"-\d", text) or re.search(r"\d[a-z]*\d", text.replace(figures[0], "0", 1)):
        return ""
    return figures[0].replace(",", ".")


def _minutes(text: str) -> int | None:
    """The minutes in a length of time."""
    if text in _SPOKEN:
        return _SPOKEN[text]
    hours, clock = _HOURS.match(text), _CLOCK.match(text)
    if clock:
        return int(clock[1]) * 60 + int(clock[2])
    if hours:
        whole = float(hours[1].replace(",", ".")) * 60 + int(hours[2] or 0)
        return int(whole) if whole == int(whole) else None
    return None


def _words() -> dict[str, int]:
    """The number words of English below a hundred."""
    made = {word: value for value, word in enumerate(_SMALL)}
    for ten, word in enumerate(_TENS, 2):
        made[word] = ten * 10
        for value in range(1, 10):
            made[f"{word}-{_SMALL[value]}"] = made[f"{word} {_SMALL[value]}"] = ten * 10 + value
    return made


def dates_meant(text: str) -> list[datetime.date]:
    """The days that a date in words or in another order can be: one where it is certain, two where it is not."""
    text = text.lower().strip().strip(".").split("t00:")[0]
    text = re.sub(r"\A(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? ", "", text)
    parts = [part for part in re.split(r"[\s./,-]+", re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|\bof\b", " ", text)) if part]
    if len(parts) == 1 and re.fullmatch(r"[12]\d{7}", parts[0]):
        parts = [parts[0][:4], parts[0][4:6], parts[0][6:]]
    if len(parts) != 3:
        return []
    named = [i for i, part in enumerate(parts) if _month(part)]
    if len(named) == 1:
        month = _month(parts[named[0]])
        rest = [part for i, part in enumerate(parts) if i != named[0]]
        year, day = sorted(rest, key=len, reverse=True)
        return _days([(year, month, day)]) if len(year) == 4 else []
    if not all(part.isascii() and part.isdigit() for part in parts):
        return []
    a, b, c = parts
    if len(a) == 4:
        return _days([(a, b, c)]) or _days([(a, c, b)])
    day_first, month_first = (c, b, a), (c, a, b)
    return _days([day_first]) or _days([month_first]) if "." in text else _days([day_first, month_first])


def _month(word: str) -> int:
    """The number of a month by its name, in English or German, in full or short; 0 for any other word."""
    return next((number for number, known in enumerate(_MONTHS, 1) if word in known.split()), 0)


def month_name(day: datetime.date) -> str:
    """The month of a day, in words."""
    return _MONTHS[day.month - 1].split()[0].capitalize()


def last_day(text: str) -> datetime.date | None:
    """The last day of the month in a date that the month is too short for."""
    match = re.match(r"((?:19|20|21)\d\d)-(0[1-9]|1[0-2])-\d\d\Z", text)
    if match is None:
        return None
    after = datetime.date(int(match[1]) + int(match[2]) // 12, int(match[2]) % 12 + 1, 1)
    return after - datetime.timedelta(days=1)


def _days(candidates: list[tuple]) -> list[datetime.date]:
    found = []
    for year, month, day in candidates:
        if len(str(year)) == 2:
            year = f"20{year}"
        try:
            found.append(datetime.date(int(year), int(month), int(day)))
        except (ValueError, OverflowError):
            continue
    return list(dict.fromkeys(found)) if all(1900 < date.year < 2200 for date in found) else []
