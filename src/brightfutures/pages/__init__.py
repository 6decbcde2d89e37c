"""Floor 7: how does it read? One view model and one template a page."""
