"""England's money: its view model."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from brightfutures.catalogue import Break, Catalogue
from brightfutures.charts.words import ChartTable
from brightfutures.findings.england_money import ENGLAND_NAME, EnglandMoneyFindings
from brightfutures.findings.prevention_words import RULE_TITLES, WHICH_LINES
from brightfutures.money.england_money import EnglandMoney
from brightfutures.money.prevention import RULES
from brightfutures.pages.addresses import ENGLAND, METHODS, council_address, topic_address
from brightfutures.pages.council_page import publications
from brightfutures.pages.doors import SourceLine, source_sentence
from brightfutures.pages.england_money_tables import (
    cost_table,
    fifths_table,
    gap_tables,
    growth_table,
    spread_table,
)
from brightfutures.pages.england_source_lines import england_source_lines
from brightfutures.pages.figures_of import Picture
from brightfutures.pages.money_after_cuts import AfterCutsSection
from brightfutures.pages.money_budgets import BudgetSection, budget_sections
from brightfutures.pages.money_lines import LineRow, line_headings, line_rows
from brightfutures.pages.money_trend import spend_picture
from brightfutures.pages.prevention_picture import prevention_picture
from brightfutures.published.readings import SourceRow
from brightfutures.quantities import Area


@dataclass(frozen=True, kw_only=True)
class CouncilsOfEnd:
    """The councils at one end of a spread, with the ways to their pages."""

    words: str
    councils: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class EnglandMoneyPage:
    """Everything the template shows of England's money."""

    document_title: str
    masthead: None
    eyebrow: str
    h1: str
    lead: str
    period: str
    spending: Picture | None
    growth: str
    growth_table: ChartTable | None
    lines: tuple[LineRow, ...]
    line_headings: tuple[str, ...]
    rows: tuple[SourceLine, ...]
    spread: str
    judged: str
    sector: str
    spread_table: ChartTable | None
    ends: tuple[CouncilsOfEnd, ...]
    gaps: tuple[str, ...]
    gap_tables: tuple[ChartTable, ...]
    unit_costs: ChartTable | None
    cost_rows: tuple[SourceLine, ...]
    by_provider: tuple[str, ...]
    budgets: tuple[BudgetSection, ...]
    prevention: str
    prevention_picture: Picture | None
    rules: tuple[tuple[str, str], ...]
    which_lines: str
    either_way: tuple[tuple[str, str], ...]
    fifths: str
    fifths_table: ChartTable | None
    grant: str
    questions: str
    after_cuts: AfterCutsSection | None
    notes: tuple[str, ...]
    publications: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    downloads: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class EnglandMoneyInputs:
    """What the page asks of the floors below.

    `cost_rows` are behind the weekly costs, `more_rows` behind children, budgets and grants.
    """

    rows: Sequence[SourceRow]
    history_rows: Sequence[SourceRow]
    source_of_file: Mapping[str, str]
    area_of: Callable[[str], Area]
    cost_rows: Sequence[SourceRow] = ()
    more_rows: Sequence[SourceRow] = ()
    prevention_breaks: Sequence[Break] = ()
    after_cuts: AfterCutsSection | None = None
    downloads: tuple[tuple[str, str], ...] = ()


def england_money_page(
    catalogue: Catalogue, found: EnglandMoneyFindings, inputs: EnglandMoneyInputs
) -> EnglandMoneyPage:
    """The view model of England's money."""
    money, lines = found.money, catalogue.spend_lines
    source = source_sentence(inputs.history_rows)
    return EnglandMoneyPage(
        document_title=f"{found.headline} – England, money",
        masthead=None,
        eyebrow=f"England · money · spending in {money.period}",
        h1=found.headline,
        lead=" ".join(found.lead),
        period=money.period,
        spending=spend_picture(ENGLAND_NAME, money.history, (), money.breaks, source, ""),
        growth=" ".join(found.growth),
        growth_table=growth_table(catalogue, money),
        lines=line_rows(money.lines, lines),
        line_headings=line_headings(),
        rows=england_source_lines(catalogue, inputs.rows, inputs.source_of_file),
        spread=" ".join(found.spread),
        judged=" ".join(found.judged),
        sector=found.sector,
        spread_table=spread_table(money),
        ends=_ends(money, inputs.area_of),
        gaps=found.gaps,
        gap_tables=gap_tables(money.gaps),
        unit_costs=cost_table(money),
        cost_rows=england_source_lines(catalogue, inputs.cost_rows, inputs.source_of_file),
        by_provider=found.by_provider,
        budgets=budget_sections(found.budgets, money.overspends, lines),
        prevention=" ".join(found.prevention),
        prevention_picture=prevention_picture(
            ENGLAND_NAME, money.prevention, inputs.prevention_breaks, source
        ),
        rules=tuple(
            (RULE_TITLES[rule], said) for rule, said in zip(RULES, found.rules, strict=False)
        ),
        which_lines=WHICH_LINES,
        either_way=tuple((one.title, one.sentence) for one in found.either_way),
        fifths=" ".join(found.fifths),
        fifths_table=fifths_table(money.fifths),
        grant=found.grant,
        questions=found.questions,
        after_cuts=inputs.after_cuts,
        notes=found.notes,
        publications=publications(
            {
                "rows": inputs.rows,
                "history": inputs.history_rows,
                "costs": inputs.cost_rows,
                "more": inputs.more_rows,
            }
        ),
        links=(
            ("How a gap is parted, and what real terms are", topic_address("money")),
            ("All our methods, with worked examples", METHODS),
            ("England, stage by stage", ENGLAND),
        ),
        downloads=inputs.downloads,
    )


def _ends(money: EnglandMoney, area_of: Callable[[str], Area]) -> tuple[CouncilsOfEnd, ...]:
    ends = money.spreads[-1].every.ends if money.spreads else None
    if ends is None:
        return ()
    found = []
    for words, codes in (
        (f"The ten that spent least for each child in {money.period}", ends.lowest),
        (f"The ten that spent most for each child in {money.period}", ends.highest),
    ):
        areas = sorted((area_of(code) for code in codes), key=lambda area: area.name)
        councils = tuple((area.name, f"{council_address(area)}/money") for area in areas)
        found.append(CouncilsOfEnd(words=words, councils=councils))
    return tuple(found)
