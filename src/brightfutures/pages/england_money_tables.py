"""The tables on the page of England's money: growth, spread, gaps, weekly costs and prevention."""

from __future__ import annotations

from collections.abc import Sequence

from brightfutures.catalogue import Catalogue
from brightfutures.charts.words import ChartTable
from brightfutures.findings.figures import number
from brightfutures.findings.gap_words import part_title
from brightfutures.findings.pounds_words import (
    MILLION,
    money_words,
    share_words,
    signed_share,
    whole_pounds,
)
from brightfutures.findings.prevention_words import RULE_TITLES
from brightfutures.findings.unit_cost_words import printed_sentence
from brightfutures.money.england_money import EnglandMoney, Growth
from brightfutures.money.finance_returns import OUTTURN
from brightfutures.money.gap_counts import GapCounts
from brightfutures.money.prevention import RULES
from brightfutures.money.prevention_fifths import PreventionFifth
from brightfutures.money.split_levels import LEVEL_OF, SplitLevel
from brightfutures.money.spread import Spread


def growth_table(catalogue: Catalogue, money: EnglandMoney) -> ChartTable | None:
    """How each line grew beyond prices; None where nothing can be told of it."""
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
        for each in catalogue.spend_lines[one.line].breaks_in(OUTTURN):
            if each.period == one.first.period:
                found.setdefault(f"{catalogue.spend_lines[one.line].title}: {each.sentence}")
    return tuple(found)


def _signed_share(share: float | None) -> str:
    return "–" if share is None else signed_share(share)


def spread_table(money: EnglandMoney) -> ChartTable | None:
    """The ends of the spread in every year, the newest first; None where there are none."""
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


def gap_tables(gaps: Sequence[GapCounts]) -> tuple[ChartTable, ...]:
    """In how many councils each part of the gap is the largest: a table for each level."""
    return tuple(_gap_table(LEVEL_OF[counts.level], counts) for counts in gaps if counts.causes)


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


def cost_table(money: EnglandMoney) -> ChartTable | None:
    """What a week of each kind costs England and its councils; None where it is not known.

    Its notes say of each kind why the department prints another cost for England.
    """
    rows = tuple(
        (
            one.kind.title,
            money_words(one.england.weekly),
            money_words(one.england.printed),
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
        notes=tuple(
            f"{one.kind.title}: {printed_sentence(one.england, one.kind)}"
            for one in money.unit_costs
            if one.low_tenth and one.middle and one.high_tenth
        ),
    )


def fifths_table(fifths: Sequence[PreventionFifth]) -> ChartTable | None:
    """Prevention by fifth of councils, the most deprived first; None where there is none."""
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
