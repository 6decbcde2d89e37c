"""`brightfutures framework`: a council, or England, by outcome and enabler of the framework."""

from typing import Annotated

import typer

from brightfutures.cli.options import HomeOption, JsonOption, home_folder


def framework(
    council: Annotated[
        str, typer.Argument(help="A council's name, short name or code, or England.")
    ],
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """Say what figures show on each National Framework outcome, and what no figure can."""
    from brightfutures.delivery.edition import Edition
    from brightfutures.delivery.england_framework import (
        england_framework_account,
        england_framework_text,
    )
    from brightfutures.delivery.explain import json_text
    from brightfutures.delivery.framework import framework_account
    from brightfutures.delivery.framework_text import framework_text
    from brightfutures.quantities import ENGLAND

    edition = Edition.open(home_folder(home))
    if edition.area(council).code == ENGLAND:
        account = england_framework_account
        typer.echo(json_text(account(edition)) if as_json else england_framework_text(edition))
        return
    area = edition.council(council)
    if as_json:
        typer.echo(json_text(framework_account(edition, area)))
    else:
        typer.echo(framework_text(edition, area))


def register(app: typer.Typer) -> None:
    """Add the verb to the command line."""
    app.command()(framework)
