"""`brightfutures demo`: a made-up England, loaded, and one of its councils' health checks."""

from pathlib import Path
from typing import Annotated

import typer

from brightfutures.cli.options import home_folder
from brightfutures.cli.progress import progress_bar

COUNCIL = "Wenlfold"
FOLDER = "made-up-england"


def demo(
    home: Annotated[
        Path | None,
        typer.Option(
            "--home",
            metavar="DIR",
            show_default=False,
            help="The folder to keep it in, if not one called demo within the usual one.",
        ),
    ] = None,
) -> None:
    """Make up an England, load it and write one council's health check.

    Every council in it is invented and no figure is real, but its files have the layouts of the
    official ones. It has a home of its own, apart from real statistics.
    """
    from brightfutures.delivery.edition import Edition
    from brightfutures.delivery.health_check_files import write_health_check
    from brightfutures.published.load import load
    from brightfutures.synthetic import write_made_up_england

    # BRIGHTFUTURES_HOME may hold real statistics, with which this may not share a store.
    folder = home.expanduser().absolute() if home else home_folder(_usual_home()) / "demo"
    with progress_bar() as told:
        written = write_made_up_england(folder / FOLDER, progress=told)
        report = load([written.statistics], folder, told)
        if told:
            told(f"Comparing {COUNCIL}", 0, 1)
        edition = Edition.open(folder)
        area = edition.council(COUNCIL)
        page = folder / f"{COUNCIL.lower()}.html"
        write_health_check(edition, area, page)
    command = _command()
    typer.echo(
        f"""\
Made up an England of 153 councils: {len(report.files)} files in the publishers' own layouts,
{report.readings:,} figures, none of them real.

The health check of {area.name}, one of its councils, is in
  {_as_typed(page)}
Open it in a web browser. To look at every council there:
  {command} serve --home {_as_typed(folder)}

To use real statistics, put the files as published in a folder, load it, and ask for a council:
  {command} load FOLDER
  {command} healthcheck "Your council" --out check.html
The files are on explore-education-statistics.service.gov.uk (children in need, children looked
after, social workers) and on gov.uk (spending, inspections); docs/statistics.md lists each."""
    )


def _usual_home() -> Path | None:
    import os

    told = os.environ.get("BRIGHTFUTURES_HOME")
    return Path(told) if told else None


def _command() -> str:
    """How this program is called here: by its name, or by its path where that is not enough."""
    import shutil
    import sys

    called = Path(sys.argv[0])
    if called.name != "brightfutures":
        return "python -m brightfutures"
    found = shutil.which("brightfutures")
    return "brightfutures" if found and Path(found).samefile(called) else _as_typed(called)


def _as_typed(path: Path) -> str:
    """A path as short as it can be typed from here."""
    try:
        return str(path.absolute().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def register(app: typer.Typer) -> None:
    """Add the verb to the command line."""
    app.command()(demo)
