"""The circumstances of councils, and who is nearest in them."""
