"""`brightfutures export`: the site as a folder of files."""

from pathlib import Path
from typing import Annotated

import typer

from brightfutures.cli.options import HomeOption, JsonOption, home_folder
from brightfutures.cli.progress import progress_bar


def export(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder to write.")],
    council: Annotated[
        list[str] | None,
        typer.Option(
            "--council",
            metavar="COUNCIL",
            help="Only this council’s pages, and England’s; may be given more than once.",
        ),
    ] = None,
    forms: Annotated[
        list[str] | None,
        typer.Option(
            "--with",
            metavar="FORM",
            help="Beside each page its figures too, as csv, json, xlsx or pdf; may be repeated.",
        ),
    ] = None,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """Write the site as a folder that any web server, or a shared drive, can show.

    It holds every page whose address says all that it shows. Open its index.html.
    """
    import json
    import time

    from brightfutures.delivery.export import export_site

    begun = time.monotonic()
    with progress_bar() as told:
        made = export_site(
            home_folder(home), out, councils=council or (), forms=forms or (), told=told
        )
    seconds = time.monotonic() - begun
    if as_json:
        plain = {
            "schema": 1,
            "folder": str(made.folder),
            "pages": made.pages,
            "files": made.files,
            "bytes": made.bytes,
        }
        typer.echo(json.dumps(plain, ensure_ascii=False, indent=2))
        return
    typer.echo(
        f"Wrote {made.pages:,} pages, {made.bytes / 1e6:,.0f} MB, in {seconds:,.0f} seconds.\n"
        f"Open {made.folder / 'index.html'} in a browser, or put the folder on a web server."
    )


def register(app: typer.Typer) -> None:
    """Add the verb to the command line."""
    app.command()(export)
