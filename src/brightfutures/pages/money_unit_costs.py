"""What a week of each kind of placement costs, on a page: a row each, with all councils drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from brightfutures.findings.comparison_words import Whom
from brightfutures.findings.no_cost_words import short_why_no_cost, without_cost_sentence
from brightfutures.findings.pounds_words import large_pounds
from brightfutures.findings.unit_cost_words import (
    ASKED_ABOUT,
    HOW_WORKED_OUT,
    NOT_TESTED,
    ONE_PLACEMENT_IS,
    WHAT_IS_COUNTED,
    beside_cost_sentence,
    cost_gap_sentence,
    cost_sentence,
    likely_words,
    no_cost_sentence,
    printed_sentence,
    printed_year_sentence,
)
from brightfutures.money.council_money import UnitCostBeside
from brightfutures.money.unit_cost import UnitCost
from brightfutures.pages.figures_of import legend_mark
from brightfutures.pages.money_lines import MoneyCell, money_cell
from brightfutures.pages.unit_cost_strip import CostsOfAll, UnitCostStrip, unit_cost_strip
from brightfutures.quantities import Missing, Money, Reason, round_half_away_from_zero


@dataclass(frozen=True, kw_only=True)
class UnitCostRow:
    """One kind of placement: a week here and beside, where all councils lie, a year of one."""

    title: str
    period: str
    here: MoneyCell
    likely: str
    asked_about: str
    beside: MoneyCell
    beside_councils: str
    strip: Markup
    beneath: str
    printed: MoneyCell
    one_placement: MoneyCell
    sentence: str
    counted: str


@dataclass(frozen=True, kw_only=True)
class UnitCostSection:
    """Every kind, and what to know of all of them.

    `beside_heading` is empty where nobody stands beside; `without` says why cells have no figure.
    `legend` is the key to the strips: each mark that is drawn, and what it is.
    """

    beside_heading: str
    legend: tuple[tuple[Markup, str], ...]
    rows: tuple[UnitCostRow, ...]
    without: str
    note: str
    worked_out: str


def unit_cost_section(
    council: str,
    code: str,
    costs: Sequence[UnitCostBeside],
    every: Mapping[str, CostsOfAll],
    name_of: Callable[[str], str],
    whom: Whom,
) -> UnitCostSection | None:
    """The kinds of placement of one council; None where no kind has a year to tell.

    `every` has by kind the weekly costs of all councils.
    """
    if not costs:
        return None
    strips = [unit_cost_strip(council, code, one, every[one.kind.id], name_of) for one in costs]
    return UnitCostSection(
        beside_heading=whom.heading if any(one.theirs for one in costs) else "",
        legend=_legend(council, strips, whom),
        rows=tuple(
            _row(council, one, strip, name_of, whom, asked=code in every[one.kind.id].asked_about)
            for one, strip in zip(costs, strips, strict=True)
        ),
        without=without_cost_sentence(council, [(one.kind, one.ours) for one in costs]),
        note=f"{NOT_TESTED} {ONE_PLACEMENT_IS}",
        worked_out=HOW_WORKED_OUT,
    )


def _legend(
    council: str, strips: Sequence[UnitCostStrip], whom: Whom
) -> tuple[tuple[Markup, str], ...]:
    drawn = frozenset().union(*(strip.marks for strip in strips))
    marks = (
        ("us", council),
        ("similar", whom.councils),
        ("other", "every other council" if drawn & {"us", "similar"} else "a council"),
        ("asked_about", "ring: asked about by the checks"),
        ("beyond", "beyond the edge"),
    )
    return tuple((legend_mark(kind), words) for kind, words in marks if kind in drawn)


def _row(
    council: str,
    one: UnitCostBeside,
    strip: UnitCostStrip,
    name_of: Callable[[str], str],
    whom: Whom,
    *,
    asked: bool,
) -> UnitCostRow:
    names = {area: name_of(area) for area in one.beside}
    known = not isinstance(one.ours.weekly, Missing)  # else the table's note says why not
    told = cost_sentence if known else no_cost_sentence
    said = [told(council, one.ours), ASKED_ABOUT if asked else ""]
    if one.theirs is not None:
        said += [
            beside_cost_sentence(one.theirs, names, whom),
            cost_gap_sentence(one.ours, one.theirs),
        ]
    if not isinstance(one.ours.printed, Missing):
        said += [printed_sentence(one.ours, one.kind), printed_year_sentence(one.ours)]
    said += [strip.beyond, strip.rings]
    return UnitCostRow(
        title=one.kind.title,
        period=one.ours.period,
        here=_week(one.ours),
        likely=_likely(one.ours),
        asked_about="asked about by the checks" if asked else "",
        beside=money_cell(one.theirs.weekly) if one.theirs else MoneyCell(text="–"),
        beside_councils=_so_many_beside(one),
        strip=strip.picture,
        beneath=strip.beneath,
        printed=_printed(one.ours.printed),
        one_placement=_year_of_one(one.ours),
        sentence=" ".join(filter(None, said)),
        counted=WHAT_IS_COUNTED[one.kind.id],
    )


def _week(cost: UnitCost) -> MoneyCell:
    why_none = short_why_no_cost(cost)
    return MoneyCell(text=why_none, missing=True) if why_none else money_cell(cost.weekly)


def _so_many_beside(one: UnitCostBeside) -> str:
    """Of how many of the councils beside a cost is, where it is not of all of them."""
    if one.theirs is None or isinstance(one.theirs.weekly, Missing):
        return ""
    if not one.theirs.left_out:
        return ""
    return f"of {one.theirs.councils} of {len(one.beside)} councils"


def _likely(cost: UnitCost) -> str:
    return f"likely {likely_words(cost)}" if cost.likely else ""


def _printed(money: Money | Missing) -> MoneyCell:
    """The department's own cost; where it prints none no reason is given with the blank."""
    if isinstance(money, Missing) and Reason.UNSTATED in money.reasons:
        return MoneyCell(text="not printed", missing=True)
    return money_cell(money)


def _year_of_one(cost: UnitCost) -> MoneyCell:
    each = cost.one_placement
    if isinstance(each, Missing):
        return MoneyCell(text="not worked out", missing=True)
    thousands = round_half_away_from_zero(each.pounds / 1000.0, 0)
    return MoneyCell(text=large_pounds(thousands * 1000.0))
