"""`brightfutures serve`: the site on this machine."""

from typing import Annotated

import typer

from brightfutures.cli.options import HomeOption, home_folder


def serve(
    port: Annotated[int, typer.Option(help="The port; 0 takes any that is free.")] = 8000,
    host: Annotated[
        str, typer.Option(help="Where to listen. Anything but this machine opens it to others.")
    ] = "127.0.0.1",
    home: HomeOption = None,
) -> None:
    """Show every council's pages in a browser, on this machine only unless told otherwise."""
    from brightfutures.delivery.serving import serve_site

    serve_site(home_folder(home), host, port, announce=lambda line: typer.echo(line, err=True))


def register(app: typer.Typer) -> None:
    """Add the verb to the command line."""
    app.command()(serve)
