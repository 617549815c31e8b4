"""Text becomes a program, with a place for everything: source, nodes, merge, decode, schedule."""
