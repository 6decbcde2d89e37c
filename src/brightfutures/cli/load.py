"""`brightfutures load`: reads published files into the store and says what came of it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from brightfutures.cli.options import HomeOption, JsonOption, home_folder
from brightfutures.cli.progress import progress_bar

if TYPE_CHECKING:
    from brightfutures.published.reports import LoadReport

LINES_SHOWN = 12


def load(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="Folders of published files, or files.")
    ],
    everything: Annotated[
        bool, typer.Option("--all", help="Every line of the reconciliation and every file.")
    ] = False,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """Read published files into the store; it then holds these files and no others.

    Loading the same files again changes nothing. If a file is broken, one sentence says where,
    and the store stays as it was.
    """
    import json
    from dataclasses import asdict

    from brightfutures.published.load import load as load_files

    with progress_bar() as told:
        report = load_files(paths, home_folder(home), told)
    if as_json:
        typer.echo(json.dumps({"schema": 1, **asdict(report)}, ensure_ascii=False, indent=2))
        return
    _print_files(report, everything=everything)
    _print_reconciliation(report, everything=everything)
    _print_rest(report, everything=everything)
    there = f' --home "{home}"' if home else ""
    typer.echo(f'\nNext: brightfutures healthcheck "Your council" --out check.html{there}')


def _files(number: int) -> str:
    return f"{number:,} file{'' if number == 1 else 's'}"


def _print_files(report: "LoadReport", *, everything: bool) -> None:
    from collections import Counter
    from textwrap import shorten

    if report.made_up:
        typer.echo("Made-up England: no figure here is real\n")
    if report.changed:
        typer.echo(f"Read {report.readings:,} figures from {_files(len(report.files))}.\n")
    else:
        typer.echo(
            f"The store already holds just this: {report.readings:,} figures from "
            f"{_files(len(report.files))}. Nothing has changed.\n"
        )
    if everything:
        _print_table(
            ("file", "release", "figures"),
            [(file.path, ", ".join(file.releases), f"{file.readings:,}") for file in report.files],
        )
    else:
        count: Counter[str] = Counter()
        figures: Counter[str] = Counter()
        for file in report.files:
            count[file.publication] += 1
            figures[file.publication] += file.readings
        _print_table(
            ("publication", "files", "figures"),
            [
                (shorten(name, 64, placeholder=" ..."), str(number), f"{figures[name]:,}")
                for name, number in sorted(count.items())
            ],
        )


def _print_reconciliation(report: "LoadReport", *, everything: bool) -> None:
    rows = report.reconciliation
    if not rows:
        return
    far = sorted(
        (row for row in rows if row.difference_percent is not None),
        key=lambda row: abs(row.difference_percent or 0),
        reverse=True,
    )
    agree = sum(abs(row.difference_percent or 0) <= 0.2 for row in far)
    shown = rows if everything else tuple(far[:LINES_SHOWN])
    typer.echo(
        f"\nCouncils added up beside the published England figure: {agree} of {len(far)} counts "
        f"agree within 0.2%.{'' if everything else ' Those furthest apart:'}\n"
    )
    _print_table(
        ("count", "period", "councils", "England", "difference", "why"),
        [
            (
                _count_words(row.series),
                row.period,
                f"{row.sum_of_councils:,.0f}",
                "" if row.england is None else f"{row.england:,.0f}",
                "" if row.difference_percent is None else f"{row.difference_percent:+.2f}%",
                _why(row.withheld, row.withheld_count, row.absent, row.absent_count),
            )
            for row in shown
        ],
    )
    if not everything and len(far) > LINES_SHOWN:
        typer.echo(f"\nAll {len(rows)} lines: brightfutures load ... --all")


def _count_words(series: str) -> str:
    words = series.replace("_", " ").replace("march", "March")
    return words.replace("childrens", "children’s")


def _why(
    withheld: tuple[str, ...], withheld_count: int, absent: tuple[str, ...], absent_count: int
) -> str:
    parts = []
    for names, count, words in (
        (withheld, withheld_count, "no figure for"),
        (absent, absent_count, "no row for"),
    ):
        if count:
            more = f" and {count - len(names)} more" if count > len(names) else ""
            parts.append(f"{words} {', '.join(names)}{more}")
    return "; ".join(parts) or "rounding"


def _print_rest(report: "LoadReport", *, everything: bool) -> None:
    if report.notes:
        typer.echo("\nNot read:")
        for note in report.notes:
            typer.echo(f"  {note}")
    if report.no_longer_held:
        typer.echo(
            f"\nIn the store before and not in it now: {_files(len(report.no_longer_held))}."
        )
        for path in report.no_longer_held:
            typer.echo(f"  {path}")
    if report.unclaimed:
        shown = report.unclaimed if everything else report.unclaimed[:LINES_SHOWN]
        typer.echo(f"\nFiles that are none of ours, passed over: {len(report.unclaimed)}")
        for path in shown:
            typer.echo(f"  {path}")
        if len(shown) < len(report.unclaimed):
            typer.echo(f"  and {len(report.unclaimed) - len(shown)} more (--all lists them)")


def _print_table(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """A table: drawn to the terminal's width, or in plain columns into a pipe."""
    import sys

    if sys.stdout.isatty():
        from rich import box
        from rich.console import Console
        from rich.table import Table

        if header[-1] == "why":  # under what it explains, for a terminal is narrow
            rows = [(f"{row[0]}\n  {row[-1]}", *row[1:-1]) for row in rows]
            header = header[:-1]
        table = Table(box=box.SIMPLE_HEAD)
        for place, name in enumerate(header):
            number = place > 0 and _is_number(rows, place)
            table.add_column(name, justify="right" if number else "left", no_wrap=place > 0)
        for row in rows:
            table.add_row(*row)
        Console(markup=False, highlight=False).print(table)
        return
    widths = [max(len(row[place]) for row in [header, *rows]) for place in range(len(header))]
    for row in [header, *rows]:
        cells = (
            text.rjust(width) if _is_number(rows, place) else text.ljust(width)
            for place, (text, width) in enumerate(zip(row, widths, strict=True))
        )
        typer.echo("  ".join(cells).rstrip())


def _is_number(rows: list[tuple[str, ...]], place: int) -> bool:
    plain = (row[place].strip("+-%").replace(",", "").replace(".", "") for row in rows)
    return all(text.isdecimal() or not text for text in plain)


def register(app: typer.Typer) -> None:
    """Add the verb to the command line."""
    app.command()(load)
