"""`brightfutures healthcheck`: one council's health check, in the form that is asked for."""

from pathlib import Path
from typing import Annotated

import typer

from brightfutures.cli.options import HomeOption, JsonOption, home_folder


def healthcheck(
    council: Annotated[str, typer.Argument(help="A council's name, short name or code.")],
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="FILE",
            help="Where to write it: .html, .xlsx, .csv, .json or .pdf. Without it, a summary "
            "is printed here.",
        ),
    ] = None,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """Write a council's health check, or print a summary of it."""
    from brightfutures.delivery.edition import Edition
    from brightfutures.delivery.explain import json_text
    from brightfutures.delivery.health_check_files import check_can_write, write_health_check
    from brightfutures.delivery.health_check_rows import health_check_json
    from brightfutures.delivery.health_check_text import health_check_text

    if out is not None:
        check_can_write(out)
    edition = Edition.open(home_folder(home))
    area = edition.council(council)
    if out is not None:
        write_health_check(edition, area, out)
        typer.echo(f"Wrote {area.name}’s health check to {out}", err=as_json)
    if as_json:
        answer = health_check_json(edition, area)
        typer.echo(json_text(answer))
    elif out is None:
        typer.echo(health_check_text(edition, area))


def register(app: typer.Typer) -> None:
    """Add the verb to the command line."""
    app.command()(healthcheck)
