"""The form that says which councils to set side by side, and on which measures."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from brightfutures.catalogue import STAGE_NAMES, Catalogue, Geography, Indicator, Stage
from brightfutures.pages.addresses import slug
from brightfutures.quantities import Area

COUNCILS, INDICATORS = "councils", "indicators"
"""The names of what the form sends."""

MONEY = "money"
"""What the list of measures says that asks for the part about money."""
MONEY_WORDS = "Spending for each child, prevention and weekly costs, in a part of their own"

SELECTS = 2
"""So many councils are chosen from a list; more are ticked below."""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One thing that can be chosen."""

    value: str
    words: str
    chosen: bool


@dataclass(frozen=True, kw_only=True)
class ChoiceGroup:
    """Choices under one heading: a region's councils, a stage's measures."""

    heading: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, kw_only=True)
class CompareForm:
    """The form as it is filled in.

    `selects` are the first councils chosen, each a list by region; `more` are the others, to be
    ticked, and `ticked` how many of them are; `measures` are to be ticked too.
    """

    address: str
    selects: tuple[tuple[ChoiceGroup, ...], ...]
    more: tuple[ChoiceGroup, ...]
    ticked: int
    measures: tuple[ChoiceGroup, ...]
    most_councils: int
    most_measures: int


@dataclass(frozen=True, kw_only=True)
class CompareAsked:
    """What has been chosen, as far as it is known."""

    councils: tuple[Area, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    money: bool = False


def compare_form(
    catalogue: Catalogue,
    geography: Geography,
    asked: CompareAsked,
    figures: Collection[str],
    address: str,
    most: tuple[int, int],
) -> CompareForm:
    """The form; `figures` are the measures that have any, `most` councils and measures."""
    first, others = asked.councils[:SELECTS], asked.councils[SELECTS:]
    return CompareForm(
        address=address,
        selects=tuple(_councils(geography, first[place : place + 1]) for place in range(SELECTS)),
        more=_councils(geography, others),
        ticked=len(others),
        measures=_measures(catalogue, asked, figures),
        most_councils=most[0],
        most_measures=most[1],
    )


def _councils(geography: Geography, chosen: Sequence[Area]) -> tuple[ChoiceGroup, ...]:
    councils = (*geography.councils(), *(area for area in chosen if area.is_former))
    names = {area.region: _region(geography, area) for area in councils}

    def of(region: str | None) -> tuple[Choice, ...]:
        return tuple(
            Choice(value=slug(area), words=area.name, chosen=area in chosen)
            for area in councils
            if area.region == region
        )

    ordered = sorted(names, key=lambda region: names[region])
    return tuple(ChoiceGroup(heading=names[region], choices=of(region)) for region in ordered)


def _region(geography: Geography, area: Area) -> str:
    return geography.by_code[area.region].name if area.region else "Other"


def _measures(
    catalogue: Catalogue, asked: CompareAsked, figures: Collection[str]
) -> tuple[ChoiceGroup, ...]:
    def of(stage: Stage) -> tuple[Choice, ...]:
        found = tuple(
            Choice(value=entry.id, words=entry.title, chosen=entry in asked.indicators)
            for entry in catalogue.of_stage(stage)
            if entry.id in figures
        )
        if stage is not Stage.MONEY or not found:
            return found
        return (Choice(value=MONEY, words=MONEY_WORDS, chosen=asked.money), *found)

    groups = [ChoiceGroup(heading=STAGE_NAMES[stage], choices=of(stage)) for stage in Stage]
    return tuple(group for group in groups if group.choices)
