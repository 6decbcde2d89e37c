"""How long every verdict takes, beside its limit and beside plain arrows and quarters."""

from __future__ import annotations

from pathlib import Path
from statistics import quantiles

from benchmarks.measured import Measured, seconds
from brightfutures.measures import Measures
from brightfutures.quantities import CannotAnswer, Missing, Panel, WrongUse


def verdict_lines(home: Path) -> list[Measured]:
    """Every council on every indicator in every year, and what else is worked out from all."""
    from brightfutures.delivery.edition import Edition

    opened = Edition.open(home)
    names = list(opened.catalogue.indicators)
    councils = [area.code for area in opened.geography.councils(former=True)]
    for name in names:
        opened.measures.panel(name)  # read once, and timed apart from what is worked out

    panels = [opened.measures.panel(name) for name in names]
    plain = seconds(lambda: [plain_arrows_and_quarters(panel, councils) for panel in panels])
    took = seconds(lambda: every_verdict(opened.measures, names))
    from_files = Edition.open(home)
    cold = seconds(lambda: every_verdict(from_files.measures, names))
    one = Edition.open(home).measures
    record = seconds(one.track_record)
    beside = seconds(lambda: [one.alternatives(name, "E10000012") for name in one.with_figures()])
    improved = seconds(lambda: every_improver(one))
    return [
        Measured("every verdict and movement, all councils and years", took, "s", "limit", 10.0),
        Measured("  the same", took, "s", "plain arrows and quarters of LAIT", plain),
        Measured("  the same, read from the store as well", cold, "s", "limit", 10.0),
        Measured("the whole track record", record, "s", "limit", 10.0),
        Measured("other comparisons of one council, all indicators", beside, "s", "limit", 2.0),
        Measured("who improved, on every indicator that can say", improved, "s", "limit", 2.0),
    ]


def every_verdict(measures: Measures, names: list[str]) -> int:
    """The level and the movement of every council; how many were worked out."""
    count, councils = 0, measures.all_councils
    for name in names:
        for period in measures.periods(name):
            count += len(councils.levels(name, period)) + len(councils.movements(name, period))
    return count


def every_improver(measures: Measures) -> int:
    """Who improved on each indicator of which better is declared; how many are named."""
    named = 0
    for name in measures.with_figures():
        try:
            named += len(measures.improvers(name).found)
        except (CannotAnswer, WrongUse):  # no way is declared good, or five years are not there
            continue
    return named


def plain_arrows_and_quarters(panel: Panel, councils: list[str]) -> int:
    """LAIT's rule as a person would write it: the sign of the last change, and the quarter.

    Quarters are those of a spreadsheet (type 7 of Hyndman and Fan 1996).
    """
    said = 0
    before: dict[str, float] = {}
    for period in panel.periods:
        now: dict[str, float] = {}
        for council in councils:
            value = panel.value_at(council, period)
            if not isinstance(value, Missing):
                now[council] = float(value)
        if len(now) > 1:
            low, middle, high = quantiles(now.values(), n=4, method="inclusive")
            for council, value in now.items():
                quarter = 1 + (value > low) + (value > middle) + (value > high)
                change = value - before[council] if council in before else 0.0
                arrow = (change > 0) - (change < 0)
                said += bool(quarter) + (arrow != 0)
        before = now
    return said
