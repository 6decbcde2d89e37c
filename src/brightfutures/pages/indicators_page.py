"""Every indicator by stage of the child's journey, each over all England: its view model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from brightfutures.catalogue import STAGE_NAMES, Catalogue, Indicator, Stage
from brightfutures.findings.figures import shown, unit_words
from brightfutures.findings.national_words import (
    Counted,
    alikeness_word,
    half_words,
    list_headline,
    most_apart,
    ordinary_move_words,
)
from brightfutures.measures.nation.councils import Nation
from brightfutures.measures.results import Cell
from brightfutures.pages.addresses import national_address, topic_address
from brightfutures.pages.figures_of import thumbnail


@dataclass(frozen=True, kw_only=True)
class IndicatorLine:
    """One indicator in the list."""

    title: str
    address: str
    unit: str
    when: str
    england: str
    half: str
    spark: Markup
    higher: str
    lower: str
    tested: str
    ordinary_move: str
    alike: str


@dataclass(frozen=True, kw_only=True)
class StageLines:
    """The indicators of one stage of the child's journey."""

    name: str
    lines: tuple[IndicatorLine, ...]


@dataclass(frozen=True, kw_only=True)
class IndicatorsPage:
    """Everything the template of the list shows."""

    document_title: str
    masthead: None
    eyebrow: str
    h1: str
    stages: tuple[StageLines, ...]
    wobble_method: str
    similar_method: str
    downloads: tuple[tuple[str, str], ...]


def indicators_page(
    catalogue: Catalogue,
    nations: Mapping[str, tuple[Nation, Counted]],
    downloads: tuple[tuple[str, str], ...] = (),
    histories: Mapping[str, Sequence[Cell]] | None = None,
) -> IndicatorsPage:
    """The view model of the list; `nations` has every indicator that has figures.

    `histories` are England's own figures over the years, by indicator.
    """
    apart = most_apart(
        {
            indicator.id: nations[indicator.id][1]
            for indicator in catalogue.health_check_set()
            if indicator.id in nations
        }
    )
    h1 = (
        list_headline(None, None)
        if apart is None
        else list_headline(catalogue.indicators[apart].title, nations[apart][1])
    )
    return IndicatorsPage(
        document_title="All indicators – Bright Futures",
        masthead=None,
        eyebrow=f"All councils · {len(nations)} indicators",
        h1=h1,
        stages=_stages(catalogue, nations, histories or {}),
        wobble_method=topic_address("wobble"),
        similar_method=topic_address("similar-councils"),
        downloads=downloads,
    )


def _stages(
    catalogue: Catalogue,
    nations: Mapping[str, tuple[Nation, Counted]],
    histories: Mapping[str, Sequence[Cell]],
) -> tuple[StageLines, ...]:
    found = []
    for stage in Stage:
        lines = tuple(
            _line(catalogue, indicator, *nations[indicator.id], histories.get(indicator.id, ()))
            for indicator in catalogue.indicators.values()
            if indicator.stage is stage and indicator.id in nations
        )
        if lines:
            found.append(StageLines(name=STAGE_NAMES[stage], lines=lines))
    return tuple(found)


def _line(
    catalogue: Catalogue,
    indicator: Indicator,
    nation: Nation,
    told: Counted,
    history: Sequence[Cell],
) -> IndicatorLine:
    england = nation.england
    return IndicatorLine(
        title=indicator.title,
        address=national_address(indicator.id),
        unit=unit_words(indicator),
        when=nation.period,
        england=shown(indicator, england.value if england else None),
        half=half_words(indicator, nation),
        spark=thumbnail(catalogue, indicator, "England", history),
        higher=str(told.higher) if told.tested else "–",
        lower=str(told.lower) if told.tested else "–",
        tested=str(told.tested) if told.tested else "not tested",
        ordinary_move=ordinary_move_words(nation),
        alike=alikeness_word(nation.alikeness),
    )
