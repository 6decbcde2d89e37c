"""The table that sets a council's figure beside others: every average, and what each would say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from brightfutures.catalogue import Indicator
from brightfutures.findings.alternatives_words import (
    AVERAGES,
    alternative_words,
    something_to_say,
)
from brightfutures.findings.comparison_words import whom, whom_of
from brightfutures.findings.figures import missing_sentences, shown
from brightfutures.findings.verdict_words import DIFFERENT, LEVEL_SHAPES
from brightfutures.measures.results import Alternative, Comparison
from brightfutures.pages.verdict_cell import VerdictCell
from brightfutures.quantities import Area, Missing

THE_AVERAGE_COUNCIL = "The average council in England"
"""The mean of all other councils, each counted alike: not England's own figure."""

OF_ENGLAND = {
    "mean": THE_AVERAGE_COUNCIL,
    "median": "The middle council in England (median)",
}
"""What an average of England's other councils is called: none is a figure of the rest of England,
but that of all of them taken together."""

WHICH_AVERAGE = (
    "In the average council every council counts alike, and what is said against England rests "
    "on it; England’s own figure is of all its children together. Other tools take the plain mean."
)


@dataclass(frozen=True, kw_only=True)
class BesideRow:
    """One line: who, their figure, and what that comparison would say or a note.

    `address` is that of the page with this comparison in place of its own; empty where it is
    the page's own or none.
    """

    who: str
    value: str
    note: str
    verdict: VerdictCell | None = None
    address: str = ""


def own_rows(
    indicator: Indicator, comparison: Comparison, area: Area, level: tuple[str, str] | None
) -> list[BesideRow]:
    """The council's own figure with its range, and the level behind it where that is known."""
    interval, here = comparison.interval, comparison.here.value
    span = (
        f"likely {shown(indicator, interval.low)} to {shown(indicator, interval.high)}"
        if interval
        else "no range: no counts"
    )
    note = missing_sentences(here) if isinstance(here, Missing) else span
    rows = [BesideRow(who=area.name, value=shown(indicator, here), note=note)]
    if level is not None:
        rows.append(BesideRow(who="The level behind it", value=level[0], note=level[1]))
    return rows


def rows_of_averages(
    indicator: Indicator,
    comparison: Comparison,
    alternatives: Sequence[Alternative],
    address_against: Callable[[str], str],
) -> list[BesideRow]:
    """Each average of the councils the verdict rests on, then each other set of councils.

    A single council that was chosen has its own figure, and no averages.
    """
    judged = something_to_say(alternatives)
    set_name, of = _set_of_verdict(comparison), whom_of(comparison)
    rows = []
    for each in alternatives:
        if each.value is None or (of.one and each.name in AVERAGES and each.name != "mean"):
            continue
        cell = _cell(indicator, comparison, each) if judged else None
        if each.name not in AVERAGES:
            who, address = _who(each.name, each.title), address_against(each.name)
        else:
            who, address = of.heading if of.one else _average_of(set_name, each.name), ""
        rows.append(
            BesideRow(
                who=who,
                value=shown(indicator, each.value),
                note="",
                verdict=cell,
                address=address,
            )
        )
        similar = comparison.similar
        apart = similar is not None and similar.set == set_name and not of.one
        if each.name == "mean" and similar is not None and apart:
            rows.append(
                BesideRow(
                    who=f"{whom(set_name).heading}, plain mean",
                    value=shown(indicator, similar.plain_mean),
                    note="no verdict rests on it",
                )
            )
    return rows


def rows_of_wholes(
    indicator: Indicator, comparison: Comparison, area: Area, name_of: Callable[[str], str]
) -> list[BesideRow]:
    """The region’s own figure and England’s, of all their children together."""
    return [
        BesideRow(
            who=f"{name_of(cell.area)}’s own figure",
            value=shown(indicator, cell.value),
            note="published"
            if cell.basis == "published"
            else "the sum of councils that have a figure",
        )
        for cell in (comparison.region, comparison.england)
        if cell is not None and cell.area != area.code
    ]


def _set_of_verdict(comparison: Comparison) -> str:
    """The name of the set that the verdict rests on."""
    against = comparison.verdict.against
    if against == "similar":
        return comparison.similar.set if comparison.similar else against
    return against


def _who(name: str, title: str) -> str:
    return THE_AVERAGE_COUNCIL if name == "england" else title


def _average_of(set_name: str, average: str) -> str:
    if set_name == "england" and average in OF_ENGLAND:
        return OF_ENGLAND[average]
    called = {
        "mean": "average",
        "median": "the middle one (median)",
        "pooled": "taken together as one",
    }
    return f"{whom(set_name).heading}, {called[average]}"


def _cell(indicator: Indicator, comparison: Comparison, each: Alternative) -> VerdictCell:
    return VerdictCell(
        shape=LEVEL_SHAPES[each.level],
        words=alternative_words(indicator, comparison.here.value, each),
        different=each.level in DIFFERENT,
        note="",
    )
