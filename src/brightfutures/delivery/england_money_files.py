"""England's money as CSV and XLSX: what the page tells, and every line and year with its row."""

from __future__ import annotations

from typing import Any

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.england_money import england_money_of
from brightfutures.delivery.explain import number_or_null, pounds_or_null, why_missing
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.delivery.money_cost_figures import WEEKLY_COSTS
from brightfutures.delivery.money_england_cost_figures import weekly_costs
from brightfutures.delivery.money_england_figures import (
    AFTER_CUTS,
    QUESTIONS,
    england_figures,
    every_england_figure,
)
from brightfutures.delivery.money_england_prevention_figures import FIFTHS, GRANTS
from brightfutures.delivery.money_figure import FIGURE_HEADINGS as ALL_HEADINGS
from brightfutures.delivery.money_figure import FIGURE_WIDTHS as ALL_WIDTHS
from brightfutures.delivery.money_figure import SHARE, as_written, figure_row
from brightfutures.delivery.money_figures import BUDGETS, LINES
from brightfutures.delivery.money_files import (
    PREVENTION_HEADINGS,
    YEAR_HEADINGS,
    prevention_row,
    year_rows,
)
from brightfutures.delivery.money_rows import FIGURE_HEADINGS, FIGURE_WIDTHS, figure_rows
from brightfutures.delivery.return_checks import costs_asked_about
from brightfutures.delivery.spreadsheets import Workbook, csv_bytes
from brightfutures.findings.england_money import EnglandMoneyFindings
from brightfutures.findings.gap_words import part_title
from brightfutures.money.split_levels import LEVEL_OF
from brightfutures.money.spread import Spread
from brightfutures.quantities import ENGLAND, Money

GROWTH_HEADINGS = (
    "Line", "From", "To", "Then, pounds", "Now, pounds", "In prices of", "Growth, %",
    "Growth for each child, %",
)  # fmt: skip
SPREAD_HEADINGS = (
    "Year", "Among", "Judgements public on", "Councils", "Middle", "Ten lowest, mean",
    "Ten highest, mean", "Each of the lowest at most", "Each of the highest at least",
)  # fmt: skip
GAP_HEADINGS = (
    "Level", "Part", "Councils", "The largest part", "Largest, and clear which way",
    "Surely the largest", "Clearly more", "Clearly less", "Named first",
    "Size in the middle council, pounds for each child",
)  # fmt: skip
PLACEMENT_HEADINGS = (
    "Kind", "Council", "Council code", "Year", "A week, pounds", "Range from (95%)",
    "Range to (95%)", "As the department prints it", "Children", "Why missing",
    "Asked about by the checks",
)  # fmt: skip

FURTHER_SHEETS = {
    "Lines of the year": LINES,
    "Weekly costs": WEEKLY_COSTS,
    "By fifth": FIFTHS,
    "Grants": GRANTS,
    "Budgets": BUDGETS,
    "After cuts": AFTER_CUTS,
    "Questions": QUESTIONS,
}
"""Sheets that hold a part of the page one figure a row, by their names."""


def england_money_csv(edition: Edition) -> bytes:
    """Every figure of the page and of every return a row; the standing notice in the last row."""
    figures = every_england_figure(edition, england_money_of(edition))
    rows = [
        [*figure_row(one), *((one.whose, one.code) if one.code else ("England", ENGLAND))]
        for one in figures
    ]
    headings = [*ALL_HEADINGS, "Area", "Area code"]
    rows.append([standing_notice(edition), *[None] * (len(headings) - 1)])
    return csv_bytes(headings, rows)


def england_money_xlsx(edition: Edition) -> bytes:
    """Sheets: what it says, the returns, growth, spread, gaps, prevention, placements.

    The last has every figure of the page, by provider and by fifth too, with its unit and rows.
    """
    found = england_money_of(edition)
    money = found.money
    book = Workbook("England: money", standing_notice(edition))
    book.page("What it says", _lines(edition, found))
    book.table("Lines and years", FIGURE_HEADINGS, figure_rows(edition, ENGLAND), FIGURE_WIDTHS)
    years = year_rows("England", money.history)
    book.table("For each child", YEAR_HEADINGS, years, (26, 10, 16, 14, 14, 14, 12, 18))
    book.table("Growth", GROWTH_HEADINGS, _growth_rows(edition, found), (44, *[14] * 7))
    book.table("Spread", SPREAD_HEADINGS, _spread_rows(found), (10, 24, 18, *[14] * 6))
    book.table("Gaps", GAP_HEADINGS, _gap_rows(found), (36, 30, *[14] * 8))
    prevention = [prevention_row(year) for year in money.prevention]
    book.table("Prevention", PREVENTION_HEADINGS, prevention, (10, *[16] * 7, 20))
    costs = _placement_rows(edition, found)
    book.table("Placements", PLACEMENT_HEADINGS, costs, (22, 36, 14, 10, *[14] * 5, 20, 14))
    figures = list(england_figures(edition, found))
    for name, part in FURTHER_SHEETS.items():
        rows = [figure_row(one) for one in figures if one.part == part]
        book.table(name, ALL_HEADINGS, rows, ALL_WIDTHS)
    rows = [figure_row(one) for one in figures]
    book.table("Figures and sources", ALL_HEADINGS, rows, ALL_WIDTHS)
    return book.content()


def _lines(edition: Edition, found: EnglandMoneyFindings) -> list[str]:
    lines = [f"England: {found.headline}", standing_notice(edition), *found.lead]
    for title, sentences in (
        ("How it grew", found.growth),
        ("How far councils lie apart", (*found.spread, *found.judged, found.sector)),
        ("What councils’ gaps are made of", found.gaps),
        (
            "Prevention",
            (*found.prevention, *found.rules, *_either_way(found), *found.fifths, found.grant),
        ),
        ("What a placement costs by who provides it", found.by_provider),
        ("Budget and outturn", [said for one in found.budgets for said in one.sentences]),
        ("Questions on the returns", (found.questions,)),
        ("What you should know", found.notes),
    ):
        told = [sentence for sentence in sentences if sentence]
        lines += ["", title, *told] if told else []
    return [*lines, "", edition.data_line]


def _either_way(found: EnglandMoneyFindings) -> list[str]:
    return [f"{one.title}: {one.sentence}" for one in found.either_way]


def _growth_rows(edition: Edition, found: EnglandMoneyFindings) -> list[list[Any]]:
    before = found.money.before_the_break
    return [
        [
            edition.catalogue.spend_lines[one.line].title,
            one.first.period,
            one.last.period,
            one.then.pounds,
            one.now.pounds,
            one.now.price_year if one.same_prices else None,
            as_written(SHARE, one.share),
            as_written(SHARE, one.share_per_child),
        ]
        for one in (*([before] if before else []), *found.money.growth)
    ]


def _spread_rows(found: EnglandMoneyFindings) -> list[list[Any]]:
    rows = []
    for one in found.money.spreads:
        rows.append([one.period, "all councils", None, *_ends(one.every)])
        if one.judged.judged:
            day = one.judged.day.isoformat()
            rows.append([one.period, "good or outstanding", day, *_ends(one.among_judged)])
    return rows


def _ends(spread: Spread) -> list[float | None]:
    ends = spread.ends
    if ends is None:
        return [spread.councils, spread.middle, None, None, None, None]
    means = [ends.lowest_mean, ends.highest_mean]
    return [spread.councils, spread.middle, *means, ends.under, ends.over]


def _gap_rows(found: EnglandMoneyFindings) -> list[list[Any]]:
    return [
        [
            LEVEL_OF[counts.level].title,
            part_title(LEVEL_OF[counts.level], one.cause),
            counts.parted,
            one.largest,
            one.largest_and_clear,
            one.surely_largest,
            one.more,
            one.less,
            one.leading,
            one.middle_size_pounds,
        ]
        for counts in found.money.gaps
        for one in counts.causes
    ]


def _placement_rows(edition: Edition, found: EnglandMoneyFindings) -> list[list[Any]]:
    """What a week of each kind cost every council, by name, or why there is no figure."""
    period = found.money.period
    rows: list[list[Any]] = []
    for kind in (one.kind for one in found.money.unit_costs):
        asked = costs_asked_about(edition, kind, period)
        for code, cost in weekly_costs(edition, kind, period).items():
            known = isinstance(cost.weekly, Money)
            rows.append(
                [
                    kind.title,
                    edition.name_of(code),
                    code,
                    period,
                    pounds_or_null(cost.weekly),
                    cost.likely.low if cost.likely else None,
                    cost.likely.high if cost.likely else None,
                    pounds_or_null(cost.printed),
                    number_or_null(cost.children),
                    why_missing(cost.weekly),
                    ("yes" if code in asked else "no") if known else None,
                ]
            )
    return rows
