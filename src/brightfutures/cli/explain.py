"""`brightfutures explain`: one figure, taken apart down to its file and row."""

from typing import Annotated

import typer

from brightfutures.cli.options import AgainstOption, HomeOption, JsonOption, home_folder


def explain(
    indicator: Annotated[
        str, typer.Argument(help="Its id; `brightfutures indicators` lists them.")
    ],
    council: Annotated[
        str, typer.Option("--council", help="A name or code; a region or England works too.")
    ],
    period: Annotated[
        str | None, typer.Option("--period", help="A year; 2024 also finds 2023-24.")
    ] = None,
    against: AgainstOption = None,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """Take one figure apart: value, range, comparison, verdict, history, file and row."""
    from brightfutures.delivery.edition import Edition
    from brightfutures.delivery.explain import explain as account
    from brightfutures.delivery.explain import json_text
    from brightfutures.delivery.explain_text import explain_text

    edition = Edition.open(home_folder(home))
    if as_json:
        answer = account(edition, indicator, council, period, against)
        typer.echo(json_text(answer))
    else:
        typer.echo(explain_text(edition, indicator, council, period, against))


def register(app: typer.Typer) -> None:
    """Add the verb to the command line."""
    app.command()(explain)
