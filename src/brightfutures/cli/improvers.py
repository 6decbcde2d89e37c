"""`brightfutures improvers`: which councils began in the worse half and came further than it."""

from typing import Annotated

import typer

from brightfutures.cli.options import HomeOption, JsonOption, home_folder


def improvers(
    indicator: Annotated[
        str, typer.Argument(help="Its id; `brightfutures indicators` lists them.")
    ],
    like: Annotated[
        str | None,
        typer.Option("--like", metavar="COUNCIL", help="Those like this council come first."),
    ] = None,
    period: Annotated[
        str | None, typer.Option("--period", help="The last of the five years, if not the newest.")
    ] = None,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """Find the councils that improved on one indicator, so that they can be asked."""
    from brightfutures.delivery.edition import Edition
    from brightfutures.delivery.explain import json_text
    from brightfutures.delivery.improvers import improvers_data
    from brightfutures.delivery.improvers_text import improvers_text

    edition = Edition.open(home_folder(home))
    if as_json:
        typer.echo(json_text(improvers_data(edition, indicator, like, period)))
    else:
        typer.echo(improvers_text(edition, indicator, like, period))


def register(app: typer.Typer) -> None:
    """Add the verb to the command line."""
    app.command()(improvers)
