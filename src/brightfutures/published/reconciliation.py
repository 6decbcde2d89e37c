"""Adds up the councils of each main count beside the publisher's England row."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from brightfutures.catalogue.series import Series
from brightfutures.published.period_forms import label_end_year
from brightfutures.published.places import Places
from brightfutures.published.reports import ReconciliationRow
from brightfutures.published.tidy_rows import TidyRows, Vocabulary
from brightfutures.quantities import ENGLAND, AreaKind, Reason

NAMED = 5
_NO_SUCH = Reason.NOT_APPLICABLE.bit | Reason.DID_NOT_EXIST.bit


def reconcile(
    rows: TidyRows, series: Series, places: Places, words: Vocabulary, files: list[str]
) -> list[ReconciliationRow]:
    """One row for each period of a series, from its believed rows, oldest period first.

    A council counts if it existed in the period; figures that publishers have worked back for
    a later council count only where none of the councils it came from has a value.
    """
    found: list[ReconciliationRow] = []
    labels = [words.periods.texts[number] for number in rows.period]
    for period in sorted(set(labels), key=label_end_year):
        these = rows.chosen(np.array([label == period for label in labels]))
        found.append(_one(these, series, period, places, files))
    return found


def _one(
    rows: TidyRows, series: Series, period: str, places: Places, files: list[str]
) -> ReconciliationRow:
    value = np.full(len(places.codes), np.nan)
    spoken = np.zeros(len(places.codes), bool)
    missing = np.zeros(len(places.codes), np.uint16)
    value[rows.area], missing[rows.area], spoken[rows.area] = rows.value, rows.missing, True
    counted = _counted(places, series, period, value)
    joined = {
        member
        for joint in range(places.first_joint, len(places.codes))
        if not np.isnan(value[joint])
        for member in places.members(joint)
    }
    expected = [place for place in counted if place not in joined]
    has_value = [place for place in expected if not np.isnan(value[place])]
    withheld = [p for p in expected if missing[p] and not missing[p] & _NO_SUCH]
    absent = [p for p in expected if not spoken[p]]
    total = float(np.nansum(value[has_value])) if has_value else 0.0
    for joint in range(places.first_joint, len(places.codes)):
        if not np.isnan(value[joint]):
            total += float(value[joint])
    england = value[places.index[ENGLAND]]
    known = not np.isnan(england)
    england_file = rows.file[rows.area == places.index[ENGLAND]]
    return ReconciliationRow(
        series=series.id,
        period=period,
        sum_of_councils=total,
        england=float(england) if known else None,
        difference_percent=float((total - england) / england * 100) if known and england else None,
        councils_with_value=len(has_value) + len(joined),
        withheld_count=len(withheld),
        withheld=_names(places, withheld),
        absent_count=len(absent),
        absent=_names(places, absent),
        england_rounded_to=_rounding(float(england)) if known else None,
        file=files[int(england_file[0])] if len(england_file) else None,
    )


def _counted(
    places: Places, series: Series, period: str, value: npt.NDArray[np.float64]
) -> list[int]:
    """The councils that count in a period, by number."""
    existed = places.existed(series.period_kind, label_end_year(period))
    councils = [
        place for place in range(places.first_joint) if places.kind(place) is AreaKind.COUNCIL
    ]
    counted = {place for place in councils if existed[place]}
    for change in sorted(places.geography.changes, key=lambda change: change.date, reverse=True):
        before = [places.index[code] for code in change.before if code in places.index]
        after = [places.index[code] for code in change.after if code in places.index]
        worked_back = [p for p in after if not existed[p] and not np.isnan(value[p])]
        if worked_back and all(np.isnan(value[p]) for p in before):
            counted -= set(before)
            counted |= set(worked_back)
    return sorted(counted)


def _names(places: Places, numbers: list[int]) -> tuple[str, ...]:
    by_code = places.geography.by_code
    return tuple(by_code[places.codes[number]].name for number in numbers[:NAMED])


def _rounding(england: float) -> int | None:
    """The 1000, 100, 10 or 5 that a figure is a multiple of; `None` where it is none."""
    if england and england == int(england):
        for step in (1000, 100, 10, 5):
            if int(england) % step == 0:
                return step
    return None
