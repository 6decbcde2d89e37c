"""A council's health check as a file: HTML, XLSX, CSV, JSON or PDF, by its suffix."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from brightfutures.delivery.chosen_comparison import ChosenComparison
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import json_text
from brightfutures.delivery.health_check_rows import (
    COLUMNS,
    HISTORY_HEADINGS,
    SOURCE_HEADINGS,
    SOURCE_WIDTHS,
    Column,
    columns_beside,
    health_check_json,
    history_rows,
    measure_rows,
    source_table,
    standing_notice,
)
from brightfutures.delivery.overview import council_overview
from brightfutures.delivery.paper import need_pdf, on_paper
from brightfutures.delivery.spreadsheets import Workbook, csv_bytes
from brightfutures.findings.health_check import HealthCheck
from brightfutures.measures.results import Comparison
from brightfutures.measures.similar import SIMILAR
from brightfutures.pages.render import render, stylesheet
from brightfutures.quantities import Area, WrongUse


def health_check_html(edition: Edition, area: Area) -> str:
    """One self-contained file: style inline, every link within the page, no script."""
    page = council_overview(edition, area)
    return render("council.html", page, edition.site(inline_style=stylesheet()))


def health_check_csv(edition: Edition, area: Area, chosen: ChosenComparison | None = None) -> bytes:
    """One measure a row, with whose it is and where it stands, so that files can be put together.

    The first column of the last row carries the standing notice. `chosen` is whom the council is
    compared with, similar councils if None.
    """
    comparisons = tuple(_check(edition, area, chosen).comparisons.values())
    headings = [*(column.heading for column in _columns(chosen)), *CSV_HEADINGS]
    rows = [
        [*row, area.name, area.code, _files_and_rows(edition, comparison)]
        for row, comparison in zip(measure_rows(edition, comparisons), comparisons, strict=True)
    ]
    rows.append([standing_notice(edition), *[None] * (len(headings) - 1)])
    return csv_bytes(headings, rows)


CSV_HEADINGS = ("Council", "Council code", "Files and rows")
"""What the columns of the measures sheet leave to the workbook's other sheets."""


def _files_and_rows(edition: Edition, comparison: Comparison) -> str | None:
    places = (
        f"{row.file}, row {row.row}, column {row.column}" for row in edition.source_rows(comparison)
    )
    return "; ".join(places) or None


def _check(edition: Edition, area: Area, chosen: ChosenComparison | None) -> HealthCheck:
    return edition.health_check(area, against=chosen.against if chosen else SIMILAR)


def _columns(chosen: ChosenComparison | None) -> tuple[Column, ...]:
    return columns_beside(chosen.whom) if chosen else COLUMNS


def health_check_xlsx(
    edition: Edition, area: Area, chosen: ChosenComparison | None = None
) -> bytes:
    """Sheets: what it says, measures, history, and where every figure stands."""
    check = _check(edition, area, chosen)
    book = Workbook(f"{area.name}: health check", standing_notice(edition))
    book.page(
        "What it says",
        [
            f"{area.name}: {check.headline.sentence}",
            standing_notice(edition),
            *check.lead,
            *(f"{label}: {finding.sentence}" for label, finding in check.points),
            check.tally_sentence,
            *([chosen.sentence] if chosen else []),
            edition.data_line,
        ],
    )
    book.table(
        "Measures",
        [column.heading for column in _columns(chosen)],
        measure_rows(edition, check.comparisons.values()),
        [column.width for column in _columns(chosen)],
    )
    book.table("History", HISTORY_HEADINGS, history_rows(check), (44, 10, 12, 22, 12, 12))
    book.table(
        "Sources",
        SOURCE_HEADINGS,
        source_table(edition, check.comparisons.values()),
        SOURCE_WIDTHS,
    )
    return book.content()


def health_check_pdf(edition: Edition, area: Area) -> bytes:
    """The printed page. Needs the extra `pdf`; without it, says how to print from a browser."""
    need_pdf()
    return on_paper(health_check_html(edition, area))


WRITERS: dict[str, Callable[[Edition, Area], bytes]] = {
    ".html": lambda edition, area: health_check_html(edition, area).encode("utf-8"),
    ".csv": health_check_csv,
    ".xlsx": health_check_xlsx,
    ".json": lambda edition, area: json_text(health_check_json(edition, area)).encode("utf-8"),
    ".pdf": health_check_pdf,
}
"""How each suffix is written."""


def check_can_write(out: Path) -> None:
    """Refuse early what cannot be written: an unknown suffix, or a folder that is not there."""
    if out.suffix.lower() not in WRITERS:
        raise WrongUse(f"Cannot write '{out.name}': end the name in {', '.join(WRITERS)}.")
    if out.is_dir():
        raise WrongUse(f"'{out}' is a folder; give the name of a file in it.")
    if not out.absolute().parent.is_dir():
        raise WrongUse(f"There is no folder '{out.absolute().parent}' to write into.")
    if out.suffix.lower() == ".pdf":
        need_pdf()


def write_health_check(edition: Edition, area: Area, out: Path) -> None:
    """Write one council's health check; an old file is replaced only by a whole new one."""
    check_can_write(out)
    content = WRITERS[out.suffix.lower()](edition, area)
    handle, name = tempfile.mkstemp(dir=out.absolute().parent, prefix=f".{out.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        umask = os.umask(0)
        os.umask(umask)
        Path(name).chmod(0o666 & ~umask)  # as any file the person makes; mkstemp's is private
        Path(name).replace(out)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
