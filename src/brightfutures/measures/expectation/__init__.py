"""What a council’s circumstances would lead one to expect."""
