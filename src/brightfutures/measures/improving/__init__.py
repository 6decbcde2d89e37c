"""Which councils have clearly improved."""
