"""The root of the command line: finds the verbs, and says what went wrong in one sentence.

A verb is a file in this folder with a function `register(app)`. There is no list of them to
keep: a new file is a new verb. It imports typer, `cli.options` and nothing heavy at its top;
all else it imports inside its functions, so that `brightfutures --help` is quick.
"""

import io
import pkgutil
import sys
from importlib import import_module
from typing import Annotated

import typer

from brightfutures import __version__, cli

# The order in which a newcomer needs them; a verb not named here comes after these.
ORDER_IN_HELP = (
    "demo",
    "load",
    "refresh",
    "councils",
    "indicators",
    "healthcheck",
    "framework",
    "questions",
    "money",
    "explain",
    "compare",
    "improvers",
    "check_finance",
    "overspend",
    "trackrecord",
    "serve",
    "export",
    "where",
)

# Plain help, not rich's boxes: it is quicker, and reads well in a pipe and to a screen reader.
app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    epilog="Options come after the command. `brightfutures COMMAND --help` says more about it.",
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"brightfutures {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version and stop."
        ),
    ] = False,
) -> None:
    """See honestly how children and families are served by any council in England.

    Compares a council with councils like it, says which differences are more than the ordinary
    wobble from year to year, and gives every figure its source. Nothing is sent anywhere.

    New here? `brightfutures demo` shows it all on a made-up England.
    """


def _place_in_help(verb: str) -> tuple[int, str]:
    known = ORDER_IN_HELP.index(verb) if verb in ORDER_IN_HELP else len(ORDER_IN_HELP)
    return known, verb


def _register_verbs() -> None:
    names = {module.name for module in pkgutil.iter_modules(cli.__path__)} - {"main", "options"}
    for verb in sorted(names, key=_place_in_help):
        module = import_module(f"{cli.__name__}.{verb}")
        if hasattr(module, "register"):
            module.register(app)


_register_verbs()


def _write_utf_8() -> None:
    """Write UTF-8 wherever we run: Windows would otherwise write its own code page to a pipe."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def main() -> None:
    """Run the command line. Exit codes: 0 done, 1 the data cannot answer, 2 wrong use."""
    _write_utf_8()
    try:
        app(prog_name="brightfutures")
    except Exception as error:
        # Imported only now, because a help page must not wait for numpy.
        from brightfutures.quantities import PlainError

        if not isinstance(error, PlainError):
            raise
        typer.echo(str(error), err=True)
        sys.exit(error.exit_code)
