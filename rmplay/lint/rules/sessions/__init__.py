"""The meetings of the pair: what is printed and carried into the room."""
