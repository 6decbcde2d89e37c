"""The picture of the page on figures and Ofsted's grades: the links that are clear."""

from __future__ import annotations

from markupsafe import Markup

from brightfutures.charts.ranges import RangeMark, RangeRow, RangesChart
from brightfutures.charts.words import ChartWords
from brightfutures.findings.agreement_words import (
    CHART_ROWS,
    clear_either,
    picture_description,
    picture_message,
    signed,
)
from brightfutures.measures.agreement.results import Agreement, Link, WithPart
from brightfutures.pages.figures_of import Picture
from brightfutures.pages.track_record_tables import TitleOf


def agreement_picture(found: Agreement, title_of: TitleOf) -> Picture | None:
    """Every measure with a clear link, and the plain average; None where none is clear."""
    clear = clear_either(found)
    if not clear:
        return None
    rows = [_row(title_of(one.indicator), one.overall) for one in clear]
    if found.whole.links:
        rows.append(_row("The plain average of all measures with a good direction", found.whole))
    chart = RangesChart(
        words=ChartWords(
            title="Measures that clearly go with Ofsted’s overall grade",
            description=picture_description(found, title_of),
            show=signed,
        ),
        series=CHART_ROWS,
        rows=tuple(rows),
    )
    return Picture(
        word="links",
        message=picture_message(found),
        statistics="Rank correlation of councils’ places with their overall grades, with its 95% "
        f"range, {found.first_year} to {found.last_year}",
        wide=Markup(chart.svg("agreement-wide")),
        narrow=Markup(chart.svg("agreement-narrow", narrow=True)),
        table=chart.table(),
        notes=(
            "Left of nought, councils with a higher figure were judged lower. Only measures with a "
            "clear link are drawn; every measure is in the table below.",
        ),
    )


def _row(name: str, part: WithPart) -> RangeRow:
    return RangeRow(name=name, marks=(_mark(part.before), _mark(part.after)))


def _mark(link: Link | None) -> RangeMark | None:
    return RangeMark(number=link.rho, low=link.low, high=link.high) if link else None
