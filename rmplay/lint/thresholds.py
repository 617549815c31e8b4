"""Numbers above or below which a rule speaks, with what each counts. `content/site.yaml` may set them for a project.

Within an edition of the rules they stay as they are, so that an upgrade does not turn a check red.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Iterable

THRESHOLDS: dict[str, tuple[float, str]] = {
    # ---- matching to privacy, and wording -------------------------------------------------------------------------------
    "share_for_rematch": (0.5, "share of the length in which a new match is possible"),
    "most_pairs_per_mentor": (2, "pairs of one mentor"),
    "reserve_share": (0.1, "share of the pairs for which a mentor stands in reserve"),
    "least_curiosity_questions": (3, "questions of a survey before the start"),
    "pairs_of_a_pilot": (30, "pairs with which a first version starts"),
    "least_practice_minutes": (20, "minutes of practice in the training of mentors"),
    "least_question_minutes": (10, "minutes for questions in it"),
    "slowest_reply_days": (5, "working days until a contact answers"),
    "least_escalation_steps": (2, "cases in which somebody is told"),
    "slowest_sensitive_days": (5, "working days until somebody is told in a sensitive program"),
    "early_share": (0.25, "share of the length by which both are asked how it goes"),
    "early_weeks": (4, "the same in weeks, for short programs"),
    "least_team": (2, "roles that run a sensitive program"),
    "sessions_without_midpoint": (4, "sessions of a program that needs no questions halfway"),
    "share_asked_twice": (0.5, "share of what was learned that is asked before and after"),
    "most_questions": (15, "questions of one sheet"),
    "long_answer_minutes": (10, "minutes to answer it"),
    "weeks_to_follow_up": (8, "weeks from the end to the question of what has lasted"),
    "least_sponsor_acts": (2, "acts of the sponsor"),
    "least_closure_lines": (4, "lines of the list for the end"),
    "shortest_promise": (60, "characters of the promise of confidentiality"),
    "least_exceptions": (2, "exceptions of it"),
    "least_group": (5, "answers below which no result is shown"),
    "small_program_pairs": (10, "pairs below which people can be recognized"),
    "longest_sentence": (30, "words"),
    "longest_typed_address": (40, "characters that somebody types from paper"),
    "least_notes_lines": (8, "lines for notes on a sheet"),
    "least_action_rows": (3, "rows for actions on a sheet"),
    # ---- purpose to etiquette ---------------------------------------------------------------------------------------------
    "shortest_need": (40, "characters of `why`, below which nobody learns what is wrong today"),
    "latest_measure_weeks": (52, "weeks from the end to the last day on which a goal can be reached"),
    "most_goals": (5, "goals of one program"),
    "fewest_duties": (3, "responsibilities of a mentor or mentee"),
    "fewest_criteria": (3, "criteria for choosing mentors"),
    "hours_off": (0.25, "share by which stated hours may differ from those that follow from the sessions"),
    "end_off_days": (14, "days by which a stated end may differ from start and length"),
    "fewest_sessions": (3, "sessions: one to open, one to work, one to close"),
    "widest_gap_weeks": (6, "weeks from one session to the next"),
    "shortest_use": (0.7, "share of the length that has passed at the last session"),
    "latest_alarm": (2, "missed sessions after which somebody acts"),
    "fewest_parts": (3, "parts of an agenda"),
    "sessions_with_midpoint": (5, "sessions from which a program needs a look back on the way"),
    "shortest_plan": (0.7, "share of the minutes of a session that its parts take"),
    "longest_part": (0.6, "share of a session that one part of talk takes"),
    "mentor_leads_alone": (0.35, "share of the minutes that the mentor of a reverse pair leads alone"),
    "mentor_leads": (0.6, "the same share, with the minutes that both lead"),
    "most_give_back": (0.3, "share of the minutes in which the mentee gives back"),
    "practice_sessions": (0.5, "share of the working sessions about a skill in which somebody does something"),
    "fewest_expectations": (3, "lines that say what one side can be counted on for"),
    "most_uneven": (2, "how many times longer the list of one side is"),
    "fewest_etiquette_rules": (5, "rules, unless the pair makes its own"),
    "most_etiquette_rules": (12, "rules on one card"),
    "longest_card": (900, "characters of all rules on one card"),
    "fewest_pair_lines": (2, "empty lines for rules of the pair's own"),
    "fewest_pair_prompts": (3, "questions that help a pair which makes all its rules itself"),
    "fewest_repair_steps": (2, "steps when something went wrong"),
}
LARGEST = 10_000
Limits = namedtuple("Limits", THRESHOLDS, defaults=[value for value, _ in THRESHOLDS.values()])
Limits.__doc__ = "The thresholds by name: `settings.limits.longest_sentence`."


def highest(name: str) -> float:
    """The largest value that makes sense for a threshold: a share is at most 1."""
    return 1 if THRESHOLDS[name][1].startswith(("share", "the same share")) else LARGEST


def limits_with(changes: Iterable[tuple[str, float]]) -> Limits:
    """The thresholds with some of them changed; a whole number is told without decimals."""
    return Limits()._replace(**{name: int(value) if value == int(value) else value for name, value in changes})
