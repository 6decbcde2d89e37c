"""A council's money as CSV and XLSX.

The CSV has a row for each figure of the page and of the returns, the workbook a sheet for each
table of the page, the returns, and a sheet with the unit and the rows behind every other figure.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from brightfutures.delivery.chosen_comparison import ChosenComparison
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import (
    number_or_null,
    pounds_or_null,
    price_year_or_null,
    why_missing,
)
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.delivery.money import asks_first, money_of, questions_on_return
from brightfutures.delivery.money_council_figures import (
    UNIT_OF_QUESTION,
    council_figures,
    every_council_figure,
)
from brightfutures.delivery.money_figure import FIGURE_HEADINGS as ALL_HEADINGS
from brightfutures.delivery.money_figure import FIGURE_WIDTHS as ALL_WIDTHS
from brightfutures.delivery.money_figure import SHARE, as_written, figure_row
from brightfutures.delivery.money_rows import FIGURE_HEADINGS, FIGURE_WIDTHS, figure_rows
from brightfutures.delivery.return_checks import costs_asked_about
from brightfutures.delivery.spreadsheets import Workbook, csv_bytes
from brightfutures.findings.check_words import (
    look_at_sentence,
    question_sentence,
    question_title,
)
from brightfutures.findings.money import MoneyFindings
from brightfutures.money.gap_result import GapSplit
from brightfutures.money.per_child import PerChild
from brightfutures.money.prevention import RULES, PreventionYear
from brightfutures.money.unit_cost import UnitCost
from brightfutures.quantities import Area, Money

GAP_HEADINGS = (
    "Year", "Level", "Part", "Pounds for each child", "Range from (95%)", "Range to (95%)",
    "Leaves out nought", "In words",
)  # fmt: skip
YEAR_HEADINGS = (
    "Whose", "Year", "Pounds", "Children aged 0 to 17", "For each child, cash",
    "For each child, real terms", "In prices of", "Why missing",
)  # fmt: skip
PREVENTION_HEADINGS = (
    "Year", "All spending, pounds", "Strict rule, pounds", "Middle rule, pounds",
    "Broad rule, pounds", "Strict, %", "Middle, %", "Broad, %", "Why missing",
)  # fmt: skip
COST_HEADINGS = (
    "Kind", "Whose", "Year", "A week, pounds", "Range from (95%)", "Range to (95%)",
    "As the department prints it", "One placement for a year", "Children", "Why missing",
    "Asked about by the checks", "Councils whose cost the checks ask about",
)  # fmt: skip
COST_WIDTHS = (22, 26, 10, *[14] * 6, 18, 14, 80)
BUDGET_HEADINGS = (
    "Year",
    "Line",
    "Budget, pounds",
    "Outturn, pounds",
    "Over the budget",
    "Over, %",
)
QUESTION_HEADINGS = (
    "Return of",
    "How sure",
    "About",
    "What is asked",
    "Where to look",
    "Figure",
    "From",
    "To",
    "Unit",
)


def money_csv(edition: Edition, area: Area, chosen: ChosenComparison) -> bytes:
    """Every figure of the page and of every return a row; the standing notice in the last row."""
    found = money_of(edition, area, chosen.against, chosen.whom)
    headings = [*ALL_HEADINGS, "Council", "Council code"]
    figures = every_council_figure(edition, found, chosen)
    rows = [[*figure_row(one), area.name, area.code] for one in figures]
    rows.append([standing_notice(edition), *[None] * (len(headings) - 1)])
    return csv_bytes(headings, rows)


def money_xlsx(edition: Edition, area: Area, chosen: ChosenComparison) -> bytes:
    """Sheets: what it says, the gap, every line and year, and what else the page tells."""
    found = money_of(edition, area, chosen.against, chosen.whom)
    money = found.money
    book = Workbook(f"{area.name}: money", standing_notice(edition))
    book.page("What it says", _lines(edition, found, chosen.sentence))
    book.table("The gap", GAP_HEADINGS, _gap_rows(found), (10, 36, 30, 14, 14, 14, 12, 100))
    lines = _line_rows(edition, found, chosen.whom.heading)
    book.table("Lines of the year", line_headings(chosen.whom.heading), lines, LINE_WIDTHS)
    book.table("Lines and years", FIGURE_HEADINGS, figure_rows(edition, area.code), FIGURE_WIDTHS)
    years = [
        *year_rows(area.name, money.history),
        *year_rows(chosen.whom.heading, money.history_beside),
    ]
    book.table("For each child", YEAR_HEADINGS, years, (26, 10, 16, 14, 14, 14, 12, 18))
    prevention = [prevention_row(year) for year in money.prevention]
    book.table("Prevention", PREVENTION_HEADINGS, prevention, (10, *[16] * 7, 20))
    book.table("Placements", COST_HEADINGS, _cost_rows(edition, found, chosen), COST_WIDTHS)
    book.table("Budgets", BUDGET_HEADINGS, budget_rows(edition, found), (10, 44, *[16] * 4))
    asked = _question_rows(edition, found)
    book.table("Questions", QUESTION_HEADINGS, asked, (10, 12, 50, 90, 60, 16, 16, 16, 20))
    figures = [figure_row(one) for one in council_figures(edition, found, chosen)]
    book.table("Figures and sources", ALL_HEADINGS, figures, ALL_WIDTHS)
    return book.content()


def line_headings(beside: str) -> tuple[str, ...]:
    """Over the lines of the year; `beside` is how the councils beside are called."""
    return (
        "Year", "Line", "Line id", "Spending before income, pounds", "Income, pounds",
        "Spending after income, pounds", "For each child, pounds", f"{beside}, each child, pounds",
        "Section 251 return before income, pounds", "Why missing",
    )  # fmt: skip


LINE_WIDTHS = (10, 44, 34, *[16] * 6, 20)


def _line_rows(edition: Edition, found: MoneyFindings, beside: str) -> list[list[Any]]:
    """Every line of the year told, as the page's table has it."""
    return [
        [
            one.ours.period,
            edition.catalogue.spend_lines[one.line].title,
            one.line,
            number_or_null(one.spend_pounds),
            number_or_null(one.income_pounds),
            number_or_null(one.net_pounds),
            pounds_or_null(one.ours.cash),
            pounds_or_null(one.theirs.cash) if one.theirs else None,
            number_or_null(one.section_251_pounds),
            why_missing(one.spend_pounds),
        ]
        for one in found.money.lines
    ]


def _lines(edition: Edition, found: MoneyFindings, compared: str) -> list[str]:
    council = found.money.area.name
    lines = [f"{council}: {found.headline}", standing_notice(edition)]
    lines += [*found.lead, compared, *found.area_notes]
    lines += [found.how_sure] if found.how_sure else []
    lines += ["", "What to ask first"]
    lines += [f"{one.about}. {one.question}" for one in asks_first(edition, found)]
    for gap in found.gaps:
        lines += ["", gap.level.level.title]
        lines += [part.sentence for part in gap.parts]
        lines += [said for said in (gap.mean, gap.left_out, gap.why_not) if said]
    for title, sentences in (
        ("Through the years", found.over_time),
        ("Prevention", found.prevention),
        ("Budget and outturn", [said for one in found.budgets for said in one.sentences]),
        ("What followed cuts", found.own_cuts),
        ("What you should know", (*found.notes_of_the_year, *found.notes)),
    ):
        lines += ["", title, *sentences] if sentences else []
    return [*lines, "", edition.data_line]


def _gap_rows(found: MoneyFindings) -> list[list[Any]]:
    """The two ends, every part of each level and their sum."""
    rows: list[list[Any]] = []
    for gap in found.gaps:
        title, split, year = gap.level.level.title, gap.level.split, found.money.period
        if not isinstance(split, GapSplit):
            rows.append([year, title, gap.why_not, *[None] * 5])
            continue
        rows.append([year, title, "The others together", split.theirs_per_child, *[None] * 4])
        for part, said in zip(split.parts, gap.parts, strict=True):
            clear = "yes" if part.clear else "no"
            numbers = (part.pounds_per_child, part.low, part.high)
            rows.append([year, title, said.title, *numbers, clear, said.sentence])
        rows.append([year, title, "The gap: the sum of the parts", split.gap, *[None] * 4])
        rows.append([year, title, found.money.area.name, split.ours_per_child, *[None] * 4])
        mean = split.gap_from_mean_of_rates
        other = "Gap from the mean of their rates"
        rows.append([year, title, other, mean, None, None, None, gap.mean])
    return rows


def year_rows(whose: str, history: tuple[PerChild, ...]) -> list[list[Any]]:
    """A row for each year of spend for each child."""
    return [
        [
            whose,
            one.period,
            number_or_null(one.pounds),
            number_or_null(one.children),
            pounds_or_null(one.cash),
            pounds_or_null(one.real),
            price_year_or_null(one.real),
            why_missing(one.cash),
        ]
        for one in history
    ]


def prevention_row(year: PreventionYear) -> list[Any]:
    """One year's pounds and shares under the three rules."""
    share = year.share(RULES[0])
    return [
        year.period,
        number_or_null(year.total_pounds),
        *(number_or_null(year.pounds[rule]) for rule in RULES),
        *(as_written(SHARE, number_or_null(year.share(rule))) for rule in RULES),
        why_missing(share),
    ]


def _cost_rows(edition: Edition, found: MoneyFindings, chosen: ChosenComparison) -> list[list[Any]]:
    """A row for the council and one for those beside, with the rings of the page's strips."""
    rows: list[list[Any]] = []
    area = found.money.area
    for one in found.money.unit_costs:
        asked = costs_asked_about(edition, one.kind, one.ours.period)
        known = edition.books.unit_costs.of_every_council(one.kind, one.ours.period)
        names = sorted(
            edition.name_of(code) for code in asked if isinstance(known[code].weekly, Money)
        )
        for whose, cost in (
            (area.name, one.ours),
            (chosen.whom.heading, one.theirs),
        ):
            if cost is None:
                continue
            year = cost.one_placement
            rows.append(
                [
                    one.kind.title,
                    whose,
                    cost.period,
                    pounds_or_null(cost.weekly),
                    cost.likely.low if cost.likely else None,
                    cost.likely.high if cost.likely else None,
                    pounds_or_null(cost.printed),
                    pounds_or_null(year),
                    number_or_null(cost.children),
                    why_missing(cost.weekly),
                    *(_rings(cost, area, asked, names) if cost is one.ours else (None, None)),
                ]
            )
    return rows


def _rings(
    cost: UnitCost, area: Area, asked: Collection[str], names: Sequence[str]
) -> tuple[str | None, str | None]:
    """Whether the checks ask about a council's own cost, and whose costs they ask about."""
    known = isinstance(cost.weekly, Money)
    ours = ("yes" if area.code in asked else "no") if known else None
    return ours, "; ".join(names) or None


def budget_rows(edition: Edition, found: MoneyFindings) -> list[list[Any]]:
    """A row for each line and year of which a budget is published."""
    return [
        [
            period,
            edition.catalogue.spend_lines[one.line].title,
            number_or_null(one.budget_pounds),
            number_or_null(one.outturn_pounds),
            number_or_null(one.over_pounds),
            as_written(SHARE, one.over_share),
        ]
        for period, lines in found.money.overspends.items()
        for one in lines
    ]


def _question_rows(edition: Edition, found: MoneyFindings) -> list[list[Any]]:
    catalogue = edition.catalogue
    return [
        [
            one.period,
            one.severity.value,
            question_title(catalogue, one),
            question_sentence(catalogue, one),
            look_at_sentence(catalogue, one),
            *(as_written(unit, told) for told in (one.value, one.low, one.high)),
            unit,
        ]
        for one in questions_on_return(edition, found.money)
        for unit in (UNIT_OF_QUESTION[one.unit],)
    ]
