"""A region as CSV and XLSX: its measures, its councils, who improved, and the histories."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from brightfutures.catalogue import STAGE_NAMES, Stage
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import number_or_null, why_missing
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.delivery.money_figure import as_written
from brightfutures.delivery.region_money import (
    MONEY_WIDTHS,
    REGION_MONEY_HEADINGS,
    money_of_region,
    region_money_rows,
    region_money_said,
)
from brightfutures.delivery.region_money_figures import region_figures
from brightfutures.delivery.regional import regional_of
from brightfutures.delivery.spreadsheets import Workbook, csv_bytes
from brightfutures.findings.region import RegionFindings
from brightfutures.findings.region_words import COUNTS_ARE_NO_SCORE, NO_TEST, may_ask_words
from brightfutures.money.region_money import RegionMoney
from brightfutures.published.readings import SourceRow
from brightfutures.quantities import ENGLAND, Area, Money

HEADINGS = (
    "Stage", "Measure", "Indicator id", "Unit", "Period", "Whose", "Whose code", "Figure",
    "Why missing", "Published or summed", "England", "Councils above the average council",
    "Councils below it", "Councils tested", "Councils above similar councils",
    "Councils below them", "Councils tested beside similar councils", "Councils in the region",
    "Why none can be tested", "Note", "File", "Row", "Region", "Region code",
)  # fmt: skip
"""A measure of the region has an indicator's id; a figure of money has none."""

WORKED_OUT = "worked_out"
"""How a figure of money came about: from the returns' pounds, and from counts of children."""

WIDTHS = (20, 52, 44, 22, 10, 28, 12, 12, 20, 16, *[12] * 8, 60, 60, 60, 12, 28, 12)

HISTORY_HEADINGS = (
    "Measure", "Indicator id", "Unit", "Period", "Region’s figure", "England",
    "Its councils, average", "Its councils, middle half from", "Its councils, middle half to",
    "Its councils with a figure",
)  # fmt: skip


def region_csv(edition: Edition, region: Area) -> bytes:
    """One measure a row, then one figure of its councils' money; the standing notice comes last."""
    rows = _rows(edition, regional_of(edition).findings(region))
    money = money_of_region(edition, region)
    figures = _money_rows(edition, region, money) if money else []
    notice = [standing_notice(edition), *[None] * (len(HEADINGS) - 1)]
    return csv_bytes(HEADINGS, [*rows, *figures, notice])


def region_xlsx(edition: Edition, region: Area) -> bytes:
    """Sheets: what it says, the measures, the councils, who improved, and the histories."""
    found, money = regional_of(edition).findings(region), money_of_region(edition, region)
    book = Workbook(region.name, standing_notice(edition))
    said = [one.sentence for one in (found.shared, found.similar) if one]
    book.page(
        "What it says",
        [
            f"{region.name}: {found.headline.sentence}",
            standing_notice(edition),
            *found.lead,
            *said,
            found.improved,
            NO_TEST,
            COUNTS_ARE_NO_SCORE,
            *(region_money_said(edition, region, money) if money else ()),
            edition.data_line,
        ],
    )
    book.table("Measures", HEADINGS, _rows(edition, found), WIDTHS)
    book.table(
        "Councils",
        ("Council", "Council code", "What its health check finds", "Ofsted", "When", "Since"),
        [
            [
                one.area.name,
                one.area.code,
                one.finding,
                *((one.judgement.overall, one.judgement.when, one.judgement.since or None)
                  if one.judgement else (None, None, None)),
            ]
            for one in found.councils
        ],
        (36, 14, 90, 22, 28, 60),
    )  # fmt: skip
    titles = edition.catalogue.indicators
    book.table(
        "Who has improved",
        ("Council", "Council code", "Measure", "Indicator id", "How", "Who here may ask"),
        [
            [
                one.area.name,
                one.area.code,
                titles[one.indicator].title,
                one.indicator,
                one.sentence,
                may_ask_words([other.name for other in one.may_ask]),
            ]
            for one in found.improvers
        ],
        (36, 14, 52, 44, 120, 60),
    )
    money_rows = region_money_rows(edition, money) if money else []
    book.table("Money", REGION_MONEY_HEADINGS, money_rows, MONEY_WIDTHS)
    book.table("History", HISTORY_HEADINGS, _history(edition, found), (52, 44, 22, *[12] * 7))
    return book.content()


def _rows(edition: Edition, found: RegionFindings) -> list[list[Any]]:
    rows = []
    for one in found.measures:
        indicator, here = edition.catalogue.indicators[one.here.indicator], one.here
        value = here.here.value
        rows.append(
            [
                STAGE_NAMES[indicator.stage],
                indicator.title,
                indicator.id,
                indicator.unit,
                here.period,
                found.area.name,
                found.area.code,
                number_or_null(value),
                why_missing(value),
                here.here.basis,
                number_or_null(here.england.value) if here.england else None,
                one.across.higher,
                one.across.lower,
                one.across.tested,
                one.similar.higher,
                one.similar.lower,
                one.similar.tested,
                one.similar.councils,
                one.why_none_tested or None,
                None,
                *_where(edition.source_rows(here)),
                found.area.name,
                found.area.code,
            ]
        )
    return rows


def _where(rows: Sequence[SourceRow]) -> list[str | None]:
    """The files and the rows that a figure is made of, each in one cell."""
    files = dict.fromkeys(row.file for row in rows)
    return ["; ".join(files) or None, "; ".join(str(row.row) for row in rows) or None]


def _money_rows(edition: Edition, region: Area, money: RegionMoney) -> list[list[Any]]:
    """The figures of the section on money, under `HEADINGS`; nothing of them is tested."""
    return [
        [
            STAGE_NAMES[Stage.MONEY],
            one.measure,
            None,
            one.unit,
            one.period,
            one.area.name,
            one.area.code,
            as_written(
                one.unit,
                number_or_null(one.value.pounds if isinstance(one.value, Money) else one.value),
            ),
            why_missing(one.value),
            WORKED_OUT,
            as_written(one.unit, one.england),
            *[None] * 7,
            None,
            one.note or None,
            *_where(edition.rows_of_series(one.area.code, one.behind)),
            region.name,
            region.code,
        ]
        for one in region_figures(edition, region, money)
    ]


def _history(edition: Edition, found: RegionFindings) -> list[list[Any]]:
    measures = edition.measures
    rows = []
    for one in found.measures:
        name = one.here.indicator
        indicator = edition.catalogue.indicators[name]
        england = {cell.period: cell.value for cell in measures.compare(name, ENGLAND).history}
        inside = {
            each.period: each
            for each in measures.all_councils.region_history(name, found.area.code)
        }
        for cell in one.here.history:
            councils, value = inside[cell.period], england.get(cell.period)
            rows.append(
                [
                    indicator.title,
                    name,
                    indicator.unit,
                    cell.period,
                    number_or_null(cell.value),
                    None if value is None else number_or_null(value),
                    councils.mean,
                    councils.low,
                    councils.high,
                    councils.with_value,
                ]
            )
    return rows
