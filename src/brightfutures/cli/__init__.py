"""What may I ask? The command line: one file for each verb, each with a `register(app)`."""
