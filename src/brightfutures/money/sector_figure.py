"""The sector's figure of 2015-16, and the reading of the published files that comes nearest to it.

It was said that of the councils judged good or outstanding the ten that spent least in 2015-16
each spent under £585 for each child, and the ten that spent most each over £1,043. What was
counted, of whom and by which day was not said. Of some four hundred readings (return, line, before
or after income, mid-year of the children, day of the judgements, with or without the two smallest
councils, means of the ten or the innermost of them) those after income on the section 251 line
that holds capital from revenue, with the judgements public in the middle of 2017, come nearest.
The test `published/test_sector_figure.py` tries them all.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from brightfutures.money.finance_returns import AFTER_INCOME, SECTION_251


@dataclass(frozen=True, kw_only=True)
class SectorFigure:
    """What was said, in pounds per child, and how we read it."""

    period: str
    under_pounds: float
    over_pounds: float
    account: str
    line: str
    measure: str
    judged: datetime.date
    fewest_children: float


SECTOR_FIGURE = SectorFigure(
    period="2015-16",
    under_pounds=585.0,
    over_pounds=1043.0,
    account=SECTION_251,
    line="childrens_services_and_capital",
    measure=AFTER_INCOME,
    judged=datetime.date(2017, 6, 30),
    fewest_children=0.0,
)
