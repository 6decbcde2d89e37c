"""All England: how far councils differ, what has changed, what goes with deprivation."""
