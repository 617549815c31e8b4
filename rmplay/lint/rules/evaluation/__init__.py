"""How we know whether it worked."""
