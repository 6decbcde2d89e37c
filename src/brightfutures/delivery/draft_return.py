"""A council's own draft of its revenue outturn for children's social care: a simple CSV.

    line,gross_thousands,income_thousands,net_thousands
    residential_care,49411,2210,47201
    Fostering,"31,905",404,"31,501"

Every column of figures ends in its unit, `_pounds` or `_thousands`; docs/check-finance.md has the
whole form. A blank cell is not told, and never nought. The file is read where it lies, and
nothing of it is kept or sent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from brightfutures.catalogue.lookup import nearest_names
from brightfutures.catalogue.spending import SpendLine
from brightfutures.delivery.amounts import amount
from brightfutures.delivery.handed_in import handed_in
from brightfutures.money.checks.council_return import CouncilReturn
from brightfutures.money.finance_returns import AFTER_INCOME, BEFORE_INCOME, INCOME
from brightfutures.quantities import Missing, Reason, Value, WrongUse

MEASURE_OF: Mapping[str, str] = {
    "gross": BEFORE_INCOME,
    "income": INCOME,
    "net": AFTER_INCOME,
    "employees": "employees",
    "running_expenses": "running_expenses",
    "own": "own_spend",
    "private": "private_spend",
    "other_public": "other_public_spend",
    "voluntary": "voluntary_spend",
}
"""What the columns of figures are called, before their unit."""

UNITS: Mapping[str, float] = {"pounds": 1.0, "thousands": 1000.0}

NOT_TOLD = Missing((Reason.NOT_RETURNED,))


def read_draft(
    name: str,
    content: bytes,
    lines: Mapping[str, SpendLine],
    account: str,
    period: str,
) -> CouncilReturn:
    """The draft as a return of one year.

    `WrongUse` in one sentence that names the file, the row and the column for what cannot be read.
    Rows are counted from 1 with the heading.
    """
    header, rows = handed_in(name, content, "return")
    columns = _columns(name, header)
    asked = {line: lines[line] for line in lines if lines[line].place(account, period) is not None}
    found: dict[str, dict[str, Value]] = {}
    for where, row in rows:
        line = _line(where, row[header.index("line")], asked, lines, period)
        if line in found:
            raise WrongUse(f"{where}, column line: {lines[line].title} stands here a second time.")
        found[line] = {
            measure: _pounds(where, header[place], row[place], times)
            for place, (measure, times) in columns.items()
        }
    return CouncilReturn(account, period, found)


def _columns(name: str, header: Sequence[str]) -> dict[int, tuple[str, float]]:
    """The measure and the unit of each column of figures, by its place."""
    where = f"{name}, row 1"
    if "line" not in header:
        raise WrongUse(f"{where}, has no column 'line'.")
    twice = next((one for one in header if one and header.count(one) > 1), None)
    if twice is not None:
        raise WrongUse(f"{where}, has the column '{twice}' twice.")
    known = {
        f"{column}_{unit}": (measure, times)
        for column, measure in MEASURE_OF.items()
        for unit, times in UNITS.items()
    }
    found: dict[int, tuple[str, float]] = {}
    for place, heading in enumerate(header):
        if heading in ("line", "title", "note", ""):
            continue
        if heading not in known:
            raise WrongUse(f"{where}, has a column '{heading}'{_near(heading, tuple(known))}")
        if any(measure == known[heading][0] for measure, _ in found.values()):
            raise WrongUse(f"{where}, tells '{heading}' in pounds and in thousands: keep one.")
        found[place] = known[heading]
    if BEFORE_INCOME not in {measure for measure, _ in found.values()}:
        raise WrongUse(f"{where}, has no column 'gross_pounds' or 'gross_thousands'.")
    return found


def _line(
    where: str,
    text: str,
    asked: Mapping[str, SpendLine],
    lines: Mapping[str, SpendLine],
    period: str,
) -> str:
    wanted = _folded(text)
    names = {_folded(line.title): line.id for line in asked.values()}
    names.update({line: line for line in asked})
    if wanted in names:
        return names[wanted]
    former = {_folded(line.title) for line in lines.values()} | set(lines)
    if wanted in former:
        raise WrongUse(f"{where}, column line: the return of {period} has no line '{text}'.")
    hint = _near(wanted, tuple(names))
    raise WrongUse(f"{where}, column line: there is no line '{text}'{hint}")


def _near(text: str, names: Sequence[str]) -> str:
    near = nearest_names(text, names)
    return f"; did you mean {' or '.join(near)}?" if near else f"; there are {', '.join(names)}."


def _folded(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split())


def _pounds(where: str, column: str, text: str, times: float) -> Value:
    if not text:
        return NOT_TOLD
    found = amount(text)
    if found is None:
        raise WrongUse(f"{where}, column {column}: '{text[:40]}' is not an amount.")
    return found * times
