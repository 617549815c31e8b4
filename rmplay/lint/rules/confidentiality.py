"""confidentiality."""
