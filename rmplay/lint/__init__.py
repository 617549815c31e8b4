"""Programs are checked against what is known of why they fail: rules, engine, profiles, ignores, reporters."""
