"""`brightfutures money`: what a council spends, what its gap is made of, and what to ask."""

from typing import Annotated

import typer

from brightfutures.cli.options import HomeOption, JsonOption, home_folder


def money(
    council: Annotated[
        str, typer.Argument(help="A council's name, short name or code, or England.")
    ],
    year: Annotated[
        str | None,
        typer.Option(
            metavar="YEAR",
            show_default=False,
            help="A financial year, such as 2023-24. Usually the newest that was returned.",
        ),
    ] = None,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """Say what is spent for each child, what the gap is made of, and what to ask of the return."""
    from brightfutures.delivery.asked import Asked
    from brightfutures.delivery.chosen_comparison import chosen_comparison
    from brightfutures.delivery.edition import Edition
    from brightfutures.delivery.england_money_account import england_money_account
    from brightfutures.delivery.england_money_text import england_money_text
    from brightfutures.delivery.explain import json_text
    from brightfutures.delivery.money import year_meant
    from brightfutures.delivery.money_account import money_account
    from brightfutures.delivery.money_text import money_text
    from brightfutures.quantities import ENGLAND, WrongUse

    edition = Edition.open(home_folder(home))
    if edition.area(council).code == ENGLAND:
        if year is not None:
            raise WrongUse("England is told for the newest year, with every year in its figures.")
        account = england_money_account
        typer.echo(json_text(account(edition)) if as_json else england_money_text(edition))
        return
    period = year_meant(edition, year)
    area = edition.council(council)
    chosen = chosen_comparison(edition, area, Asked())
    form = (lambda *asked: json_text(money_account(*asked))) if as_json else money_text
    typer.echo(form(edition, area, chosen, period))


def register(app: typer.Typer) -> None:
    """Add the verb to the command line."""
    app.command()(money)
