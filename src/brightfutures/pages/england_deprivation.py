"""The deprivation gradient on England's page: fifths of councils drawn, and a row a measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from brightfutures.charts.ranges import RangeMark, RangeRow, RangesChart
from brightfutures.charts.words import ChartTable
from brightfutures.findings.england_picture import EnglandPicture, MeasureGradient
from brightfutures.findings.figures import figure, number, unit_words
from brightfutures.findings.gradient_words import (
    NOT_A_CAUSE,
    gradient_sentence,
    how_parted,
    otherwise_sentence,
    through_time,
    times_cell,
)
from brightfutures.measures.nation.gradient import Fifth
from brightfutures.pages.figures_of import Picture, chart_words
from brightfutures.pages.track_record_tables import table_of

LEADING = "children_looked_after_rate"
"""The measure that is drawn, where it has a gradient; else the first that has."""

FIFTHS = ("Most deprived fifth", "Second", "Middle", "Fourth", "Least deprived fifth")


@dataclass(frozen=True, kw_only=True)
class DeprivationSection:
    """What is said, the drawing of one measure, the table of all, and how it is worked out."""

    sentence: str
    through_time: str
    picture: Picture
    table: ChartTable
    how: str
    otherwise: str
    caution: str


def deprivation_section(found: EnglandPicture) -> DeprivationSection | None:
    """The section; None where no measure has a gradient."""
    if not found.gradients or not found.deprivations:
        return None
    leading = next(
        (one for one in found.gradients if one.indicator.id == LEADING), found.gradients[0]
    )
    other = found.deprivations[1] if len(found.deprivations) > 1 else None
    return DeprivationSection(
        sentence=gradient_sentence(leading),
        through_time=through_time(leading),
        picture=_picture(leading),
        table=_table(found.gradients),
        how=how_parted(found.deprivations[0], leading.now.councils),
        otherwise=otherwise_sentence((leading,), other),
        caution=NOT_A_CAUSE,
    )


def _picture(one: MeasureGradient) -> Picture:
    indicator = one.indicator
    chart = RangesChart(
        words=chart_words(
            indicator,
            f"{indicator.title} by deprivation, {one.now.period}",
            gradient_sentence(one),
        ),
        series=(f"{unit_words(indicator).capitalize()}, likely range",),
        rows=tuple(
            RangeRow(name=name, marks=(_mark(fifth),))
            for name, fifth in zip(FIFTHS, one.now.fifths, strict=True)
        ),
    )
    return Picture(
        word="deprivation",
        message=f"{indicator.title}: from the most to the least deprived fifth of councils",
        statistics=f"{indicator.title}, {unit_words(indicator)}, {one.now.period}, with the range "
        "in which it likely lies",
        wide=Markup(chart.svg("deprivation")),
        narrow=Markup(chart.svg("deprivation-narrow", narrow=True)),
        table=chart.table(),
        called=f"{indicator.title} by deprivation",
    )


def _mark(fifth: Fifth) -> RangeMark:
    return RangeMark(number=fifth.rate, low=fifth.range.low, high=fifth.range.high)


def _table(gradients: Sequence[MeasureGradient]) -> ChartTable:
    rows = [
        (
            one.indicator.title,
            figure(one.indicator, one.now.most.rate),
            figure(one.indicator, one.now.least.rate),
            times_cell(one.now),
            f"{times_cell(one.first)} in {one.first.period}" if one.first else "–",
            f"{number(one.now.slope)} ({number(one.now.slope_range.low)} to "
            f"{number(one.now.slope_range.high)})",
        )
        for one in gradients
    ]
    header = (
        "Per 10,000 children",
        "Most deprived fifth",
        "Least deprived fifth",
        "Times as many (likely range)",
        "Times as many at first",
        "Slope over all five (likely range)",
    )
    return table_of("By deprivation, measure by measure", header, rows)
