"""`brightfutures explain`: one figure, taken apart down to its file and row."""

from pathlib import Path
from typing import Annotated

import typer

from brightfutures.cli.options import AgainstOption, AsOption, HomeOption, JsonOption, home_folder


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
    as_tool: AsOption = None,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """Take one figure apart: value, range, comparison, verdict, history, file and row."""
    if as_tool is not None:
        _as_another_tool(indicator, council, period or against, as_tool, as_json, home)
        return
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


def _as_another_tool(
    indicator: str, council: str, choice: str | None, tool: str, as_json: bool, home: Path | None
) -> None:
    from brightfutures.delivery.compatible import compatible
    from brightfutures.delivery.compatible_text import compatible_text
    from brightfutures.delivery.edition import Edition
    from brightfutures.delivery.explain import json_text
    from brightfutures.quantities import WrongUse

    if choice is not None:
        raise WrongUse(
            "--period and --against do not go with --as: another tool has its own newest period "
            "and its own neighbours."
        )
    edition = Edition.open(home_folder(home))
    if as_json:
        typer.echo(json_text(compatible(edition, indicator, council, tool)))
    else:
        typer.echo(compatible_text(edition, indicator, council, tool))


def register(app: typer.Typer) -> None:
    """Add the verb to the command line."""
    app.command()(explain)
