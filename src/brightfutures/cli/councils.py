"""`brightfutures councils`: England's councils with children's services, and their codes."""

from typing import Annotated

import typer

from brightfutures.cli.options import HomeOption, JsonOption, home_folder


def councils(
    everything: Annotated[
        bool, typer.Option("--all", help="Councils that have ended too.")
    ] = False,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """List the councils by name, with their region and codes.

    They are those of the store in use; without one, England's.
    """
    import json

    from brightfutures.catalogue import load_catalogue
    from brightfutures.published.store import store_in_use

    catalogue = load_catalogue()
    store = store_in_use(home_folder(home), catalogue)
    geography = store.geography if store else catalogue.geography
    made_up = bool(store and store.made_up)
    chosen = geography.councils(former=everything)
    region = {area.code: area.name for area in geography.areas}
    if as_json:
        rows = [
            {
                "code": area.code,
                "dfe_code": area.dfe_code,
                "name": area.name,
                "region": region[area.region or ""],
                "from": area.first.isoformat() if area.first else None,
                "until": area.last.isoformat() if area.last else None,
                "successors": list(area.successors),
                "made_up": made_up,
            }
            for area in chosen
        ]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    if made_up:
        typer.echo("Made-up England: no figure here is real\n")
    width = max(len(area.name) for area in chosen)
    for area in chosen:
        until = f"  until {area.last:%d %B %Y}" if area.last else ""
        line = f"{area.name:<{width}}  {area.code}  {area.dfe_code or '':<4} "
        typer.echo(f"{line} {region[area.region or '']}{until}")


def register(app: typer.Typer) -> None:
    """Add the verb to the command line."""
    app.command()(councils)
