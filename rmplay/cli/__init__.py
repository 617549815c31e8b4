"""The commands: the only room that prints, exits, asks, or looks at the clock."""
