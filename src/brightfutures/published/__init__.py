"""Floor 3: official statistics, with the file and row behind every figure."""
