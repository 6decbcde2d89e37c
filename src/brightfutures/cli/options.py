"""The options that several verbs share, declared once so that they read the same everywhere."""

from pathlib import Path
from typing import Annotated

import typer

HomeOption = Annotated[
    Path | None,
    typer.Option(
        "--home",
        envvar="BRIGHTFUTURES_HOME",
        metavar="DIR",
        show_default=False,
        help="The folder where the store lives, if not the usual one.",
    ),
]

AgainstOption = Annotated[
    str | None,
    typer.Option(
        "--against",
        metavar="SET",
        show_default=False,
        help="Beside whom: similar (the usual), dfe-2025, dfe-2021, region, england, "
        "nearest-in-context, or a list of councils with semicolons between them.",
    ),
]

AsOption = Annotated[
    str | None,
    typer.Option(
        "--as",
        metavar="TOOL",
        show_default=False,
        help="The numbers another tool gives: lait, dfe-dashboard or fingertips.",
    ),
]

JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")]


def home_folder(home: Path | None) -> Path:
    """The folder asked for, or else the usual place for this machine and user; it may not exist."""
    if home is not None:
        return home.expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("brightfutures", appauthor=False)
