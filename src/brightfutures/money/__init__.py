"""Floor 5: what it costs, why it differs from elsewhere, and whether the return can be trusted."""
