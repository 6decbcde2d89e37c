"""`brightfutures trackrecord`: how often our past verdicts were right."""

from typing import Annotated

import typer

from brightfutures.cli.options import HomeOption, JsonOption, home_folder


def trackrecord(
    whole: Annotated[
        bool, typer.Option("--all", help="Every criterion, measure and rule, not only the sum.")
    ] = False,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """Look every past verdict up in later years, and set simpler rules beside ours."""
    from brightfutures.delivery.edition import Edition
    from brightfutures.delivery.explain import json_text
    from brightfutures.delivery.track_record import track_record_account
    from brightfutures.delivery.track_record_text import track_record_text

    edition = Edition.open(home_folder(home))
    if as_json:
        typer.echo(json_text(track_record_account(edition)))
    else:
        typer.echo(track_record_text(edition, whole))


def register(app: typer.Typer) -> None:
    """Add the verb to the command line."""
    app.command()(trackrecord)
