"""`brightfutures compare`: councils side by side, and whether the first differs from the others."""

from typing import Annotated

import typer

from brightfutures.cli.options import AgainstOption, AsOption, HomeOption, JsonOption, home_folder


def compare(
    councils: Annotated[
        list[str],
        typer.Argument(metavar="COUNCIL...", help="Names or codes, the one you ask for first."),
    ],
    indicator: Annotated[
        list[str] | None,
        typer.Option(
            "--indicator",
            metavar="ID",
            show_default=False,
            help="Only this one; may be given again. `brightfutures indicators` lists them.",
        ),
    ] = None,
    period: Annotated[
        str | None, typer.Option("--period", help="A year; 2024 also finds 2023-24.")
    ] = None,
    against: AgainstOption = None,
    as_tool: AsOption = None,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """Set councils side by side: each beside those like it, the first beside each other one."""
    from brightfutures.delivery.compare import Asked
    from brightfutures.delivery.compare import compare as account
    from brightfutures.delivery.compare_as import compare_as
    from brightfutures.delivery.compare_as_text import compare_as_text
    from brightfutures.delivery.compare_text import compare_text
    from brightfutures.delivery.edition import Edition
    from brightfutures.delivery.explain import json_text

    asked = Asked(
        councils=tuple(councils),
        indicators=tuple(indicator or ()),
        period=period,
        against=against,
    )
    edition = Edition.open(home_folder(home))
    if as_tool is not None and as_json:
        typer.echo(json_text(compare_as(edition, asked, as_tool)))
    elif as_tool is not None:
        typer.echo(compare_as_text(edition, asked, as_tool))
    elif as_json:
        typer.echo(json_text(account(edition, asked)))
    else:
        typer.echo(compare_text(edition, asked))


def register(app: typer.Typer) -> None:
    """Add the verb to the command line."""
    app.command()(compare)
