"""One council's money: its view model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from brightfutures.catalogue import STAGE_NAMES, Break, Catalogue, Stage
from brightfutures.findings.comparison_words import Whom
from brightfutures.findings.money import MoneyFindings
from brightfutures.findings.money_asks import MoneyAsk
from brightfutures.findings.prevention_words import WHICH_LINES
from brightfutures.money.finance_returns import SECTION_251
from brightfutures.money.prevention import PreventionYear
from brightfutures.pages.addresses import (
    METHODS,
    MONEY,
    council_address,
    council_page_address,
    topic_address,
)
from brightfutures.pages.comparison_form import ComparisonForm
from brightfutures.pages.council_page import publications
from brightfutures.pages.doors import SourceLine, source_lines, source_sentence
from brightfutures.pages.figures_of import Picture
from brightfutures.pages.money_budgets import BudgetSection, budget_sections
from brightfutures.pages.money_gap import GapSection, gap_section
from brightfutures.pages.money_lines import (
    LineRow,
    line_headings,
    line_rows,
)
from brightfutures.pages.money_questions import ReturnQuestions
from brightfutures.pages.money_trend import spend_picture
from brightfutures.pages.money_unit_costs import UnitCostSection
from brightfutures.pages.prevention_picture import prevention_picture
from brightfutures.published.readings import SourceRow

NAME = STAGE_NAMES[Stage.MONEY]


@dataclass(frozen=True, kw_only=True)
class MoneyPage:
    """Everything the template shows of one council's money."""

    document_title: str
    masthead: str
    name: str
    council_address: str
    stage: str
    eyebrow: str
    h1: str
    lead: str
    area_notes: tuple[str, ...]
    compared: ComparisonForm | None
    gaps: tuple[GapSection, ...]
    period: str | None
    line_headings: tuple[str, ...]
    lines: tuple[LineRow, ...]
    rows: tuple[SourceLine, ...]
    asks: tuple[MoneyAsk, ...]
    which_lines: tuple[str, str]
    own_cuts: str
    after_cuts_address: str
    over_time: str
    spending: Picture | None
    unit_costs: UnitCostSection | None
    prevention: str
    prevention_picture: Picture | None
    budgets: tuple[BudgetSection, ...]
    questions: tuple[ReturnQuestions, ...]
    lines_beside: tuple[str, ...]
    notes_of_the_year: tuple[str, ...]
    notes: tuple[str, ...]
    publications: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    before: tuple[str, str]
    downloads: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class MoneyPageInputs:
    """What the page asks of the floors below.

    `rows` are where the lines of the year stand in their files, `history_rows` those of the total
    through the years, and `more_rows` those of weekly costs, children and budgets; `compared` says
    who stands beside the council and `whom` how they are called.
    """

    rows: Sequence[SourceRow]
    history_rows: Sequence[SourceRow]
    source_of_file: dict[str, str]
    asks: tuple[MoneyAsk, ...]
    questions: tuple[ReturnQuestions, ...]
    unit_costs: UnitCostSection | None
    compared: ComparisonForm | None
    whom: Whom
    more_rows: Sequence[SourceRow] = ()
    prevention_of_england: Sequence[PreventionYear] = ()
    prevention_breaks: Sequence[Break] = ()
    query: str = ""
    downloads: tuple[tuple[str, str], ...] = ()


def _gaps(found: MoneyFindings, whom: Whom, source: str) -> Iterator[GapSection]:
    """Each level of the gap; how sure it is stands once, with the first that can be parted."""
    how_sure = found.how_sure
    for one in found.gaps:
        told = how_sure if one.parts else ""
        name, period = found.money.area.name, found.money.period or ""
        yield gap_section(one, name, period, whom, source, told)
        how_sure = "" if told else how_sure


def money_page(catalogue: Catalogue, found: MoneyFindings, inputs: MoneyPageInputs) -> MoneyPage:
    """The view model of one council's money."""
    money = found.money
    area, period = money.area, money.period
    source = source_sentence([row for row in inputs.rows if not _is_of_other(row)])
    through_years = source_sentence(inputs.history_rows)
    lines = catalogue.spend_lines
    return MoneyPage(
        document_title=f"{found.headline} – {area.name}, {NAME.lower()}",
        masthead=area.name,
        name=area.name,
        council_address=f"{council_address(area)}{inputs.query}",
        stage=NAME,
        eyebrow=f"{area.name} · {NAME.lower()} · {_reach(found)}",
        h1=found.headline,
        lead=" ".join(found.lead),
        area_notes=found.area_notes,
        compared=None if area.is_former else inputs.compared,
        gaps=tuple(_gaps(found, inputs.whom, source)),
        period=period,
        line_headings=line_headings(inputs.whom.heading if money.beside else ""),
        lines=line_rows(money.lines, lines),
        rows=source_lines(catalogue, inputs.rows, inputs.source_of_file),
        asks=inputs.asks,
        which_lines=(WHICH_LINES, f"{MONEY}#which-lines"),
        own_cuts=" ".join(found.own_cuts),
        after_cuts_address=f"{MONEY}#after-cuts",
        over_time=" ".join(found.over_time),
        spending=spend_picture(
            area.name,
            money.history,
            money.history_beside,
            money.breaks,
            through_years,
            inputs.whom.heading,
        ),
        unit_costs=inputs.unit_costs,
        prevention=" ".join(found.prevention),
        prevention_picture=prevention_picture(
            area.name,
            money.prevention,
            inputs.prevention_breaks,
            through_years,
            inputs.prevention_of_england,
        ),
        budgets=budget_sections(found.budgets, money.overspends, lines),
        questions=inputs.questions,
        lines_beside=found.lines_beside,
        notes_of_the_year=found.notes_of_the_year,
        notes=found.notes,
        publications=publications(
            {"rows": inputs.rows, "history": inputs.history_rows, "more": inputs.more_rows}
        ),
        links=(
            ("How a gap is parted, with an example to follow", topic_address("money")),
            ("All our methods, with worked examples", METHODS),
            ("Money in all England", MONEY),
        ),
        before=(
            STAGE_NAMES[Stage.WORKFORCE],
            f"{council_page_address(area, Stage.WORKFORCE.value)}{inputs.query}",
        ),
        downloads=inputs.downloads,
    )


def _is_of_other(row: SourceRow) -> bool:
    return row.series.startswith(SECTION_251)


def _reach(found: MoneyFindings) -> str:
    period = found.money.period
    return "no figures" if period is None else f"spending in {period}"
