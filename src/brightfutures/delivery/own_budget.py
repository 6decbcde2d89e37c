"""A council's own budget and outturn, for years of which no budgets are published: a simple CSV.

    line,year,budget_pounds,outturn_pounds
    childrens_social_care,2025-26,285000000,301500000
    Fostering,2025-26,"41,200,000",
    Residential care,2025-26,£63200000,£71900000

`line` is the name or the title of a line of the finance returns, `year` a financial year. Amounts
are whole pounds of that year, not thousands, both told in the same way (before or after income). A
blank amount is not known yet. The file stays where it is: it is read, and nothing of it is kept.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from brightfutures.catalogue.lookup import nearest_names
from brightfutures.catalogue.spending import SpendLine
from brightfutures.delivery.amounts import amount
from brightfutures.delivery.handed_in import handed_in
from brightfutures.money.overspend import Overspend
from brightfutures.quantities import Missing, Reason, Value, WrongUse

COLUMNS = ("line", "year", "budget_pounds", "outturn_pounds")

_YEAR = re.compile(r"(\d{4})-(\d{2})")
NOT_KNOWN_YET = Missing((Reason.UNAVAILABLE,))


def read_own_budget(
    name: str, content: bytes, lines: Mapping[str, SpendLine]
) -> tuple[Overspend, ...]:
    """Every line and year of the file, in its order.

    `WrongUse` in one sentence that names the file, the row and the column for what cannot be read.
    Rows are counted from 1 with the heading.
    """
    header, rows = handed_in(name, content, "budget")
    lacking = [column for column in COLUMNS if column not in header]
    if lacking:
        raise WrongUse(
            f"{name}, row 1, has no column '{lacking[0]}': it needs {', '.join(COLUMNS)}."
        )
    found: dict[tuple[str, str], Overspend] = {}
    for where, row in rows:
        cells = dict(zip(header, row, strict=True))
        one = Overspend(
            line=_line(where, cells["line"], lines),
            period=_year(where, cells["year"]),
            budget_pounds=_pounds(where, "budget_pounds", cells["budget_pounds"]),
            outturn_pounds=_pounds(where, "outturn_pounds", cells["outturn_pounds"]),
        )
        if (one.line, one.period) in found:
            raise WrongUse(f"{where}, tells {cells['line']} of {one.period} a second time.")
        found[one.line, one.period] = one
    return tuple(found.values())


def _line(where: str, text: str, lines: Mapping[str, SpendLine]) -> str:
    names = {line.title.lower().replace("’", "'"): line.id for line in lines.values()}
    names.update({line: line for line in lines})
    wanted = text.lower().replace("’", "'")
    if wanted in names:
        return names[wanted]
    near = nearest_names(wanted, tuple(names))
    hint = f": did you mean {' or '.join(near)}?" if near else "."
    raise WrongUse(f"{where}, column line: there is no line '{text}'{hint}")


def _year(where: str, text: str) -> str:
    form = _YEAR.fullmatch(text)
    if form is None or (int(form[1]) + 1) % 100 != int(form[2]):
        raise WrongUse(f"{where}, column year: '{text}' is no financial year such as 2025-26.")
    return text


def _pounds(where: str, column: str, text: str) -> Value:
    if not text:
        return NOT_KNOWN_YET
    found = amount(text)
    if found is None:
        raise WrongUse(f"{where}, column {column}: '{text[:40]}' is not an amount in pounds.")
    return found
