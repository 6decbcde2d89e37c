"""`brightfutures indicators`: what can be asked about."""

from typing import Annotated

import typer

from brightfutures.cli.options import JsonOption


def indicators(
    everything: Annotated[
        bool, typer.Option("--all", help="Every indicator, not only the health check's.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """List the indicators in the order of a child's journey."""
    import json

    from brightfutures.catalogue import STAGE_NAMES, load_catalogue

    catalogue = load_catalogue()
    chosen = [entry for entry in catalogue.indicators.values() if everything or entry.health_check]
    if as_json:
        rows = [
            {
                "id": entry.id,
                "title": entry.title,
                "unit": entry.unit,
                "stage": entry.stage.value,
                "outcome": entry.outcome,
                "good_direction": entry.good_direction.value,
                "health_check": entry.health_check,
            }
            for entry in chosen
        ]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    width = max(len(entry.id) for entry in chosen)
    stage = None
    for entry in chosen:
        if entry.stage is not stage:
            stage = entry.stage
            typer.echo(f"\n{STAGE_NAMES[stage]}")
        typer.echo(f"  {entry.id:<{width}}  {entry.title} ({entry.unit})")
    if not everything:
        more = len(catalogue.indicators) - len(chosen)
        typer.echo(f"\nThese are the health check's; {more} more with --all.")


def register(app: typer.Typer) -> None:
    """Add the verb to the command line."""
    app.command()(indicators)
