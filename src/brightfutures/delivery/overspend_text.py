"""Budgets and outturns as a person reads them in a terminal, as wide as the terminal is."""

from __future__ import annotations

import shutil
import textwrap
from pathlib import Path

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.delivery.overspend import budget_years, notes_of, sentences_of
from brightfutures.quantities import Area

NARROWEST, WIDEST = 40, 100
"""Columns of text: a line any longer is hard to read, however wide the terminal."""


def overspend_text(edition: Edition, area: Area, file: Path | None = None) -> str:
    """Each year's sentences, and what to know of them."""
    width = max(NARROWEST, min(shutil.get_terminal_size().columns, WIDEST))
    years = budget_years(edition, area, file)
    lines = [standing_notice(edition), ""] if edition.store.made_up else []
    lines += textwrap.wrap(f"Budget and outturn: {area.name}", width)
    for year in years:
        lines.append("")
        for sentence in sentences_of(edition, area, year):
            lines += textwrap.wrap(sentence, width)
    for note in notes_of(years):
        lines += ["", *textwrap.wrap(note, width)]
    return "\n".join(lines)
