"""One figure of a page about money as a row of a file: what, whose, when, in what unit, from where.

A file has one row for each figure. `Part` names the section of the page, `About` what within it
(a line, a kind of placement, a level of a gap) and `Told as` what of it. A figure that is not known
has its reason instead; one that is worked out names the rows of the files it is worked out from.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from brightfutures.delivery.explain import why_missing
from brightfutures.published.readings import SourceRow
from brightfutures.quantities import Missing, Money, Reason, Value

FIGURE_HEADINGS = (
    "Part", "About", "Id", "Within", "Whose", "Year", "Told as", "Unit", "Figure", "Range from",
    "Range to", "Why missing", "In words", "Return", "File", "Row", "Column", "Release",
)  # fmt: skip
FIGURE_WIDTHS = (26, 44, 34, 28, 26, 10, 40, 26, 16, 14, 14, 20, 80, 26, 60, 10, 40, 14)

POUNDS = "pounds"
EACH_CHILD = "pounds for each child"
A_WEEK = "pounds a week"
A_YEAR = "pounds a year"
CHILDREN = "children"
SHARE = "%"
"""A share is held as one of one (0.1); a file tells it as per cent (10), as it does measures."""
COUNCILS = "councils"

NOT_KNOWN = Missing((Reason.UNAVAILABLE,))
"""Where too few councils, or a year without an index of prices, leave nothing to tell."""


@dataclass(frozen=True, kw_only=True)
class MoneyFigure:
    """One figure, or the reason why there is none.

    `low` and `high` are its 95% range, and of a question what would not have been asked about.
    `code` is that of the one council it is of, where figures of many stand in one file, and
    `within` the line that a line is part of, `words` what the page says of the figure, and
    `behind` the rows of the files that it is or is worked out from.
    """

    part: str
    about: str
    told_as: str
    unit: str
    whose: str
    period: str
    value: Value | Money
    id: str | None = None
    within: str | None = None
    low: float | None = None
    high: float | None = None
    words: str = ""
    account: str | None = None
    behind: tuple[SourceRow, ...] = ()
    code: str | None = None


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What several figures are of: the part of the page, what within it, whose and when.

    `words` are said of each of them.
    """

    part: str
    about: str
    whose: str
    period: str
    id: str | None = None
    within: str | None = None
    words: str = ""

    def told(
        self,
        told_as: str,
        unit: str,
        value: Value | Money | None,
        behind: tuple[SourceRow, ...] = (),
    ) -> MoneyFigure:
        """One figure of it; `value` is None where too little is known to tell one."""
        return MoneyFigure(
            part=self.part,
            about=self.about,
            id=self.id,
            within=self.within,
            whose=self.whose,
            period=self.period,
            told_as=told_as,
            unit=unit,
            value=NOT_KNOWN if value is None else value,
            words=self.words,
            behind=behind,
        )


def as_written(unit: str, value: float | None) -> float | None:
    """A number as a file tells it: of a share as many per cent."""
    return 100.0 * value if unit == SHARE and value is not None else value


def in_prices_of(unit: str, money: Money | Missing) -> str:
    """The unit of a figure in real terms, with its year of prices where it is known."""
    return unit if isinstance(money, Missing) else f"{unit}, in prices of {money.price_year}"


def figure_row(one: MoneyFigure) -> list[Any]:
    """The row of a figure, under `FIGURE_HEADINGS`."""
    value = one.value.pounds if isinstance(one.value, Money) else one.value
    return [
        one.part,
        one.about,
        one.id,
        one.within,
        one.whose,
        one.period,
        one.told_as,
        one.unit,
        None if isinstance(value, Missing) else as_written(one.unit, value),
        as_written(one.unit, one.low),
        as_written(one.unit, one.high),
        why_missing(value),
        one.words or None,
        one.account,
        *where(one.behind),
    ]


def where(rows: Iterable[SourceRow]) -> list[Any]:
    """File, row, column and release of some readings, each in one cell.

    Of several files the rows stand in the order of the files: "Ash.csv; Beech.csv", "7; 12, 13".
    """
    behind = tuple(rows)
    if not behind:
        return [None] * 4
    if len(behind) == 1:
        (row,) = behind
        return [row.file, row.row, row.column, row.release]
    by_file: dict[str, list[SourceRow]] = {}
    for row in behind:
        by_file.setdefault(row.file, []).append(row)
    places = (dict.fromkeys(str(row.row) for row in rows) for rows in by_file.values())
    return [
        "; ".join(by_file),
        "; ".join(", ".join(each) for each in places),
        "; ".join(dict.fromkeys(row.column for row in behind)),
        "; ".join(dict.fromkeys(row.release for row in behind)),
    ]
