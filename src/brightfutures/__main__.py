"""`python -m brightfutures`, and the command `brightfutures`."""

from brightfutures.cli.main import main

if __name__ == "__main__":
    main()
