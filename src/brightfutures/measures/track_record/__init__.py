"""How often our own verdicts held, counted on the past."""
