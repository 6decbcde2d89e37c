"""Where the figures of a page about money stand in their files, of a council or of England."""

from __future__ import annotations

from collections.abc import Sequence

from brightfutures.delivery.edition import Edition
from brightfutures.money.council_money import LineOfYear
from brightfutures.money.finance_returns import BEFORE_INCOME, OUTTURN, SECTION_251
from brightfutures.money.prevention import TOTAL
from brightfutures.published.readings import SourceRow


def rows_of_lines(
    edition: Edition, code: str, period: str | None, lines: Sequence[LineOfYear]
) -> tuple[SourceRow, ...]:
    """Where each line of a year stands: the outturn before income, then the other return's."""
    if period is None:
        return ()
    accounts = edition.catalogue.spending.accounts
    parts = [
        (accounts[account].series(one.line, BEFORE_INCOME), period)
        for account in (OUTTURN, SECTION_251)
        for one in lines
    ]
    return edition.rows_of_series(code, parts)


def rows_of_total(edition: Edition, code: str) -> tuple[SourceRow, ...]:
    """Where the total of every year of the outturn stands."""
    series = edition.catalogue.spending.accounts[OUTTURN].series(TOTAL, BEFORE_INCOME)
    return edition.rows_of_series(
        code, [(series, period) for period in edition.books.panel.periods]
    )
