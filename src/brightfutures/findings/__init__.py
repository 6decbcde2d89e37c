"""Floor 6: what does it mean? Results become sentences with evidence and a question."""
