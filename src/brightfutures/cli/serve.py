"""`brightfutures serve`: the site on this machine."""

from typing import Annotated

import typer

from brightfutures.cli.options import HomeOption, home_folder


def serve(
    port: Annotated[int, typer.Option(help="The port; 0 takes any that is free.")] = 8000,
    host: Annotated[
        str, typer.Option(help="Where to listen. Anything but this machine opens it to others.")
    ] = "127.0.0.1",
    allowed: Annotated[
        list[str] | None,
        typer.Option(
            "--allow-host",
            metavar="NAME",
            help="A name by which others reach this machine; may be given more than once.",
        ),
    ] = None,
    work_ahead: Annotated[
        bool,
        typer.Option(
            "--ahead/--no-ahead",
            help="Work out what all pages share while nobody is reading, or only when asked.",
        ),
    ] = True,
    home: HomeOption = None,
) -> None:
    """Show every council's pages in a browser, on this machine only unless told otherwise."""
    from brightfutures.delivery.serving import serve_site

    serve_site(
        home_folder(home),
        host,
        port,
        announce=lambda line: typer.echo(line, err=True),
        also_called=allowed or (),
        ahead=work_ahead,
    )


def register(app: typer.Typer) -> None:
    """Add the verb to the command line."""
    app.command()(serve)
