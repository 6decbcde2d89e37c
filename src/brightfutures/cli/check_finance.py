"""`brightfutures check-finance`: what would be asked about a council's draft finance return."""

from pathlib import Path
from typing import Annotated

import typer

from brightfutures.cli.options import HomeOption, JsonOption, home_folder


def check_finance(
    file: Annotated[
        Path | None,
        typer.Argument(help="The draft as CSV; docs/check-finance.md says how it is laid out."),
    ] = None,
    council: Annotated[
        str | None,
        typer.Option("--council", metavar="COUNCIL", help="Whose draft it is: name or code."),
    ] = None,
    year: Annotated[
        str | None,
        typer.Option(
            "--year", help="Its financial year, such as 2024-25, if not the next to be returned."
        ),
    ] = None,
    template: Annotated[
        Path | None,
        typer.Option(
            "--template", metavar="OUT.csv", help="Write an empty draft to fill in, and stop."
        ),
    ] = None,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """Check a draft finance return (RO3) before it is sent. The file stays on this machine."""
    from brightfutures.delivery.check_finance import check_finance_data, template_bytes
    from brightfutures.delivery.check_finance_text import check_finance_text
    from brightfutures.delivery.edition import Edition
    from brightfutures.delivery.explain import json_text
    from brightfutures.quantities import WrongUse

    if (file is None) == (template is None):
        raise WrongUse("Give a file to check, or --template OUT.csv to write an empty one.")
    edition = Edition.open(home_folder(home))
    if template is not None:
        try:
            template.write_bytes(template_bytes(edition, year))
        except OSError as error:
            raise WrongUse(f"{template} cannot be written: {error.strerror}.") from error
        typer.echo(f"Written: {template}. Fill in what you have; a blank cell is not told.")
    elif file is not None and as_json:
        typer.echo(json_text(check_finance_data(edition, file, council, year)))
    elif file is not None:
        typer.echo(check_finance_text(edition, file, council, year))


def register(app: typer.Typer) -> None:
    """Add the verb to the command line."""
    app.command("check-finance")(check_finance)
