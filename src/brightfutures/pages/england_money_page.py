"""England's money: its view model."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from brightfutures.catalogue import Catalogue
from brightfutures.charts.words import ChartTable
from brightfutures.findings.england_money import ENGLAND_NAME, EnglandMoneyFindings
from brightfutures.findings.figures import missing_words, number
from brightfutures.findings.gap_words import part_title
from brightfutures.findings.pounds_words import share_words, whole_pounds
from brightfutures.findings.prevention_words import RULE_TITLES
from brightfutures.money.england_money import EnglandMoney, Growth
from brightfutures.money.gap_counts import GapCounts
from brightfutures.money.prevention import RULES
from brightfutures.money.prevention_fifths import PreventionFifth
from brightfutures.money.split_levels import LEVELS, SplitLevel
from brightfutures.money.spread import Spread
from brightfutures.pages.addresses import ENGLAND, METHODS, council_address, topic_address
from brightfutures.pages.council_page import publications
from brightfutures.pages.doors import SourceLine, source_lines, source_sentence
from brightfutures.pages.figures_of import Picture
from brightfutures.pages.money_after_cuts import AfterCutsSection
from brightfutures.pages.money_lines import MILLION, LineRow, budget_table, line_rows
from brightfutures.pages.money_page import BudgetSection
from brightfutures.pages.money_trend import spend_picture
from brightfutures.pages.prevention_picture import prevention_picture
from brightfutures.published.readings import SourceRow
from brightfutures.quantities import Area, Missing, Money

LINE_HEADINGS = (
    "Line", "Before income, £m", "Income, £m", "After income, £m", "For each child",
    "Section 251 return, before income, £m",
)  # fmt: skip
WITHOUT_OTHERS = 4
"""The place of the cell for councils beside, which England has none of."""


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
    budgets: tuple[BudgetSection, ...]
    prevention: str
    prevention_picture: Picture | None
    rules: tuple[tuple[str, str], ...]
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
    """What the page asks of the floors below."""

    rows: Sequence[SourceRow]
    history_rows: Sequence[SourceRow]
    source_of_file: Mapping[str, str]
    area_of: Callable[[str], Area]
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
        growth_table=_growth_table(catalogue, money),
        lines=tuple(_without_others(row) for row in line_rows(money.lines, lines)),
        line_headings=LINE_HEADINGS,
        rows=source_lines(catalogue, inputs.rows, inputs.source_of_file),
        spread=" ".join(found.spread),
        judged=" ".join(found.judged),
        sector=found.sector,
        spread_table=_spread_table(money),
        ends=_ends(money, inputs.area_of),
        gaps=found.gaps,
        gap_tables=tuple(_gap_tables(money.gaps)),
        unit_costs=_cost_table(money),
        budgets=tuple(
            BudgetSection(
                period=one.period,
                sentences=" ".join(one.sentences),
                table=budget_table(one.period, money.overspends[one.period], lines),
            )
            for one in found.budgets
        ),
        prevention=" ".join(found.prevention),
        prevention_picture=prevention_picture(ENGLAND_NAME, money.prevention, (), source),
        rules=tuple(
            (RULE_TITLES[rule], said) for rule, said in zip(RULES, found.rules, strict=False)
        ),
        fifths=" ".join(found.fifths),
        fifths_table=_fifths_table(money.fifths),
        grant=found.grant,
        questions=found.questions,
        after_cuts=inputs.after_cuts,
        notes=found.notes,
        publications=publications({"rows": inputs.rows, "history": inputs.history_rows}),
        links=(
            ("How a gap is parted, and what real terms are", topic_address("money")),
            ("All our methods, with worked examples", METHODS),
            ("England, stage by stage", ENGLAND),
        ),
        downloads=inputs.downloads,
    )


def _without_others(row: LineRow) -> LineRow:
    cells = (*row.cells[:WITHOUT_OTHERS], *row.cells[WITHOUT_OTHERS + 1 :])
    return LineRow(title=row.title, depth=row.depth, cells=cells)


def _growth_table(catalogue: Catalogue, money: EnglandMoney) -> ChartTable | None:
    if not money.growth:
        return None
    before = [money.before_the_break] if money.before_the_break else []
    return ChartTable(
        caption=f"Growth by line, in prices of {money.period} where they are known",
        header=("Line", "From", "To", "Then, £m", "Now, £m", "Beyond prices", "For each child"),
        rows=tuple(
            (
                catalogue.spend_lines[one.line].title,
                one.first.period,
                one.last.period,
                number(one.then.pounds / MILLION, 1),
                number(one.now.pounds / MILLION, 1),
                _signed_share(one.share),
                _signed_share(one.share_per_child),
            )
            for one in (*before, *money.growth)
        ),
        holds_numbers=(False, True, True, True, True, True, True),
        notes=_breaks_of(catalogue, money.growth),
    )


def _breaks_of(catalogue: Catalogue, growth: Sequence[Growth]) -> tuple[str, ...]:
    """Why a line is told from a later year on."""
    found: dict[str, None] = {}
    for one in growth:
        for each in catalogue.spend_lines[one.line].breaks_in("revenue_outturn"):
            if each.period == one.first.period:
                found.setdefault(f"{catalogue.spend_lines[one.line].title}: {each.sentence}")
    return tuple(found)


def _signed_share(share: float | None) -> str:
    if share is None:
        return "–"
    words = share_words(share)
    return f"+{words}" if share > 0 and words[0].isdigit() and words != "0%" else words


def _spread_table(money: EnglandMoney) -> ChartTable | None:
    told = [one for one in money.spreads if one.every.ends is not None]
    if not told:
        return None
    return ChartTable(
        caption="The ten councils that spent least and most for each child, mean of each ten, "
        "in pounds of each year",
        header=(
            "Year",
            "Councils",
            "Ten lowest",
            "Ten highest",
            "Times as much",
            "Judged good or outstanding by 31 March",
            "Ten lowest of them",
            "Ten highest of them",
        ),
        rows=tuple(
            (
                one.period,
                number(one.every.councils),
                *_ends_words(one.every),
                number(one.every.ends.ratio, 1) if one.every.ends else "–",
                number(one.among_judged.councils) if one.judged.judged else "not loaded",
                *_ends_words(one.among_judged),
            )
            for one in reversed(told)
        ),
        holds_numbers=(False, *[True] * 7),
    )


def _ends_words(spread: Spread) -> tuple[str, str]:
    if spread.ends is None:
        return ("too few", "too few")
    return (whole_pounds(spread.ends.lowest_mean), whole_pounds(spread.ends.highest_mean))


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


def _gap_tables(gaps: Sequence[GapCounts]) -> Iterator[ChartTable]:
    """A table for each level of the gap."""
    for level in LEVELS:
        for counts in gaps:
            if counts.level == level.id and counts.causes:
                yield _gap_table(level, counts)


def _gap_table(level: SplitLevel, counts: GapCounts) -> ChartTable:
    return ChartTable(
        caption=f"{level.title}: in how many of {counts.parted} councils each part is the largest, "
        "and is clear",
        header=(
            "Part",
            "The largest part",
            "Largest, and clear which way",
            "Surely the largest",
            "Clearly more",
            "Clearly less",
            "Cannot be told",
            "Size in the middle council, for each child",
        ),
        rows=tuple(
            (
                part_title(level, one.cause),
                number(one.largest),
                number(one.largest_and_clear),
                number(one.surely_largest),
                number(one.more),
                number(one.less),
                number(counts.parted - one.clear),
                whole_pounds(one.middle_size_pounds),
            )
            for one in counts.causes
        ),
        holds_numbers=(False, *[True] * 7),
    )


def _cost_table(money: EnglandMoney) -> ChartTable | None:
    rows = tuple(
        (
            one.kind.title,
            _pounds(one.england.weekly),
            _pounds(one.england.printed),
            number(one.councils),
            *(whole_pounds(end) for end in (one.low_tenth, one.middle, one.high_tenth) if end),
        )
        for one in money.unit_costs
        if one.low_tenth and one.middle and one.high_tenth
    )
    if not rows:
        return None
    return ChartTable(
        caption=f"What a week of each kind of placement cost in {money.period}",
        header=(
            "Kind",
            "England",
            "As the department prints it",
            "Councils with a figure",
            "A tenth lie below",
            "The one in the middle",
            "A tenth lie above",
        ),
        rows=rows,
        holds_numbers=(False, *[True] * 6),
    )


def _pounds(money: Money | Missing) -> str:
    return missing_words(money) if isinstance(money, Missing) else whole_pounds(money.pounds)


def _fifths_table(fifths: Sequence[PreventionFifth]) -> ChartTable | None:
    if not fifths:
        return None
    return ChartTable(
        caption=f"Prevention by fifth of councils, {fifths[0].period}",
        header=("Fifth", "Councils", *(RULE_TITLES[rule] for rule in RULES), "For each child"),
        rows=tuple(
            (
                {1: "Most deprived", 5: "Least deprived"}.get(one.place, number(one.place)),
                number(one.councils),
                *(share_words(one.share(rule)) for rule in RULES),
                whole_pounds(one.per_child_pounds(RULES[1])),
            )
            for one in fifths
        ),
        holds_numbers=(False, *[True] * 5),
        notes=("“For each child” is by the middle rule.",),
    )
