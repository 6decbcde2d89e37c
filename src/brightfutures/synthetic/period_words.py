"""Periods as publishers write them."""

from __future__ import annotations

from brightfutures.quantities import Period, PeriodKind


def end_year_of(label: str) -> int:
    """The year in which the period of a label ends."""
    return int(label[:4]) + (1 if "-" in label else 0)


def period_text(form: str, kind: PeriodKind, year: int) -> str:
    """A period in one of the forms that a source may declare."""
    before, short = year - 1, f"{year % 100:02d}"
    return {
        "label": Period.ending(kind, year).label,
        "lait": Period.ending(kind, year).label,
        "end_year": str(year),
        "academic_pair": f"{before}{short}",
        "start_slash": f"{before}/{short}",
        "long_pair": f"{before}-{short}",
    }[form]
