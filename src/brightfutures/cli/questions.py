"""`brightfutures questions`: ten questions to ask of a council, with what the data say."""

from typing import Annotated

import typer

from brightfutures.cli.options import HomeOption, JsonOption, home_folder


def questions(
    council: Annotated[str, typer.Argument(help="A council's name, short name or code.")],
    whom: Annotated[
        str | None,
        typer.Option(
            "--for",
            metavar="WHOM",
            show_default=False,
            help="Who asks: lead-member, scrutiny or corporate-parenting. Usually everybody.",
        ),
    ] = None,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """Give ten questions to ask of a council: why, how sure, and what to ask next."""
    from brightfutures.delivery.edition import Edition
    from brightfutures.delivery.explain import json_text
    from brightfutures.delivery.questions import audience_meant, questions_account
    from brightfutures.delivery.questions_text import questions_text

    edition = Edition.open(home_folder(home))
    audience = audience_meant(whom)
    area = edition.council(council)
    if as_json:
        typer.echo(json_text(questions_account(edition, area, audience)))
    else:
        typer.echo(questions_text(edition, area, audience))


def register(app: typer.Typer) -> None:
    """Add the verb to the command line."""
    app.command()(questions)
