"""The rules about the linter's own files: the settings in `site.yaml`, `house-rules.yaml`, and a baseline."""

from __future__ import annotations

from ..finding import ADVICE, INVALID, Rule

SETTINGS, HOUSE_RULES, BASELINE = "settings", "house-rules", "baseline"

SETTING_OF_UNKNOWN = Rule("setting-of-unknown", INVALID, """
A setting of the linter names a rule, section, class or threshold that does not exist or cannot be changed.

Why: It looks as if something were decided, and nothing changes.
Source: linting
Ignore: Never.
Bad:
    lint:
      ignore:
        - long-sentense
    #     ^^^^^^^^^^^^^
      severity:
        unknown-key: advice
    #   ^^^^^^^^^^^
      thresholds:
        longest_sentense: 25
    #   ^^^^^^^^^^^^^^^^
Good:
    lint:
      ignore:
        - long-sentence
        - governance
      severity:
        missing-language: advice
      thresholds:
        longest_sentence: 25
""", SETTINGS)

UNUSABLE_THEME = Rule("unusable-theme", INVALID, """
The theme that the settings ask for is not there, or cannot be used.

Why: Without it no page can be made, and nobody would know before the site is built.
Source: themes
Ignore: Never.
Bad:
    # site.yaml
    theme: handbok
    #      ^^^^^^^
Good:
    # site.yaml
    theme: handbook
""", SETTINGS)

HOUSE_RULE_UNFINISHED = Rule("house-rule-unfinished", INVALID, """
A house rule lacks one of its parts, or does not say exactly one thing that is checked.

Why: A rule without a reason and examples is obeyed or ignored, but never understood.
Source: linting
Ignore: Never.
Bad:
    rules:
      - id: cost-center
    #       ^^^^^^^^^^^
        path: x-cost-center
        present: yes
        words: 2
        message: The program names no cost center.
        why: Hours are booked on it.
        class: incomplete
        good: "x-cost-center: 4711"
Good:
    rules:
      - id: cost-center
        path: x-cost-center
        present: yes
        message: The program names no cost center.
        why: Hours are booked on it.
        class: incomplete
        bad: "title: Digital fluency"
        good: "x-cost-center: 4711"
""", HOUSE_RULES)

HOUSE_RULE_PATH = Rule("house-rule-path", INVALID, """
A house rule looks at a place that no definition has.

Why: It would be silent forever, and everybody would believe that it is kept.
Source: linting
Ignore: Never.
Bad:
    rules:
      - id: goals-for-somebody
        path: goals[].fore
    #         ^^^^^^^^^^^^
        present: yes
        message: The goal does not say who gains.
        why: The yearly report counts goals by who gains.
        class: advice
        bad: "goals: [{statement: Each mentee does five tasks alone.}]"
        good: "goals: [{statement: Each mentee does five tasks alone., for: [mentee]}]"
Good:
    rules:
      - id: goals-for-somebody
        path: goals[].for
        present: yes
        message: The goal does not say who gains.
        why: The yearly report counts goals by who gains.
        class: advice
        bad: "goals: [{statement: Each mentee does five tasks alone.}]"
        good: "goals: [{statement: Each mentee does five tasks alone., for: [mentee]}]"
""", HOUSE_RULES)

HOUSE_RULE_EXAMPLE = Rule("house-rule-example", INVALID, """
The bad example of a house rule passes it, the good one fails it, or one cannot be read.

Why: A rule that misses its own example will miss the next mistake as well.
Source: linting
Ignore: Never.
Bad:
    rules:
      - id: short-title
        path: title
        words: 2
        message: The title is one word.
        why: The learning catalog sorts by the second word.
        class: advice
        bad: "title: Digital fluency"
    #        ^^^^^^^^^^^^^^^^^^^^^^^^
        good: "title: Digital fluency"
Good:
    rules:
      - id: short-title
        path: title
        words: 2
        message: The title is one word.
        why: The learning catalog sorts by the second word.
        class: advice
        bad: "title: Fluency"
        good: "title: Digital fluency"
""", HOUSE_RULES)

HOUSE_RULE_PATTERN = Rule("house-rule-pattern", INVALID, """
The pattern of a house rule cannot be read, or is too large.

Why: The rule could not look, and everybody would believe that it is kept.
Source: linting, decisions
Ignore: Never.
Bad:
    rules:
      - id: version-number
        path: version
        pattern: "[0-9"
    #            ^^^^^^
        message: The version is not a number.
        why: The archive sorts by it.
        class: advice
        bad: "version: spring"
        good: "version: '2'"
Good:
    rules:
      - id: version-number
        path: version
        pattern: "^[0-9]+$"
        message: The version is not a number.
        why: The archive sorts by it.
        class: advice
        bad: "version: spring"
        good: "version: '2'"
""", HOUSE_RULES)

HOUSE_RULE_NAME = Rule("house-rule-name", INVALID, """
A house rule has the name of a rule, section or class of rmplay.

Why: Nobody could say which of the two an ignore comment means.
Source: linting
Ignore: Never.
Bad:
    rules:
      - id: missing-title
    #       ^^^^^^^^^^^^^
        path: title
        present: yes
        message: There is no title.
        why: It is printed on every page.
        class: incomplete
        bad: "summary: Heads of department learn digital work."
        good: "title: Digital fluency"
Good:
    rules:
      - id: our-title
        path: title
        present: yes
        message: There is no title.
        why: It is printed on every page.
        class: incomplete
        bad: "summary: Heads of department learn digital work."
        good: "title: Digital fluency"
""", HOUSE_RULES)

BASELINE_OUTDATED = Rule("baseline-outdated", ADVICE, """
The baseline lists a finding that is no longer there.

Why: As long as it is listed, the same mistake could come back unseen.
Source: linting, decisions
Ignore: Never; write the baseline anew with --write-baseline.
Bad:
    # digital-fluency.yaml
    title: Digital fluency
    language: en
    # known.json
    {"rmplay-baseline": 1, "findings": [
      {"file": "content/programs/digital-fluency.yaml", "rule": "missing-language", "path": "language", "count": 1}
    # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    ]}
Good:
    # digital-fluency.yaml
    title: Digital fluency
    # known.json
    {"rmplay-baseline": 1, "findings": [
      {"file": "content/programs/digital-fluency.yaml", "rule": "missing-language", "path": "language", "count": 1}
    ]}
""", BASELINE)
