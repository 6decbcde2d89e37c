"""`brightfutures overspend`: budget against outturn, published or of a council's own file."""

from pathlib import Path
from typing import Annotated

import typer

from brightfutures.cli.options import HomeOption, JsonOption, home_folder


def overspend(
    council: Annotated[str, typer.Argument(help="A council's name or code, or England.")],
    budget: Annotated[
        Path | None,
        typer.Option(
            "--budget",
            metavar="FILE.csv",
            help="The council's own budget and outturn: line,year,budget_pounds,outturn_pounds.",
        ),
    ] = None,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """Say by how much a council spent more than its budget, and how usual that was.

    Published budgets are of 2016-17 and 2017-18. A file given stays on this machine.
    """
    from brightfutures.delivery.edition import Edition
    from brightfutures.delivery.explain import json_text
    from brightfutures.delivery.overspend import overspend_data
    from brightfutures.delivery.overspend_text import overspend_text

    edition = Edition.open(home_folder(home))
    area = edition.area(council)
    if as_json:
        typer.echo(json_text(overspend_data(edition, area, budget)))
    else:
        typer.echo(overspend_text(edition, area, budget))


def register(app: typer.Typer) -> None:
    """Add the verb to the command line."""
    app.command()(overspend)
