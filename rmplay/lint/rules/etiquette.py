"""etiquette."""
