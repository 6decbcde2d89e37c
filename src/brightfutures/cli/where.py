"""`brightfutures where`: which folder holds what the software has stored."""

from pathlib import Path

import typer

from brightfutures.cli.options import HomeOption, JsonOption, home_folder


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command()(where)


def where(home: HomeOption = None, as_json: JsonOption = False) -> None:
    """Print the folder where everything is kept, and the store in use.

    Delete that folder and nothing of yours is left behind.
    """
    folder = home_folder(home)
    store = _store_in_use(folder)
    if as_json:
        import json

        typer.echo(json.dumps({"home": str(folder), "store": store}, ensure_ascii=False))
        return
    typer.echo(folder)
    if store:
        typer.echo(f"The store in use is {store}.")
    else:
        typer.echo("It holds no store yet: `brightfutures load` or `brightfutures demo` makes one.")


def _store_in_use(folder: Path) -> str | None:
    """The name that the file `current` holds, as the last whole load wrote it."""
    try:
        return (folder / "current").read_text(encoding="utf-8").strip() or None
    except FileNotFoundError:
        return None
