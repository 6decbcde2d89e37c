"""One indicator over all England: its page, and its figures as JSON, CSV and XLSX."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any
from weakref import WeakKeyDictionary

from brightfutures.catalogue import Indicator
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import (
    SCHEMA,
    area_cell,
    figures,
    json_text,
    number_or_null,
    range_of,
    rank_of,
    steadiness_of,
    wobble_of,
)
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.delivery.level_behind import level_cells, level_numbers, levels_of_all
from brightfutures.delivery.spreadsheets import Workbook, csv_bytes
from brightfutures.findings.level_behind_words import too_few_for_a_chance
from brightfutures.findings.national_words import national_headline, national_level_words
from brightfutures.measures.levels.shrinkage import Shrunken
from brightfutures.measures.nation.councils import Nation
from brightfutures.measures.results import National
from brightfutures.pages.addresses import indicator_address
from brightfutures.pages.national_page import NationalPage, NationalPageInputs, national_page
from brightfutures.quantities import ENGLAND, Area, Missing


@dataclass(frozen=True)
class NationalView:
    """What was found over all England, and in which edition."""

    edition: Edition
    indicator: Indicator
    nation: Nation
    found: Sequence[National]
    council: str | None = None  # the code of the one that the reader asked about
    period: str | None = None  # the one asked for; None for the newest

    @cached_property
    def levels_behind(self) -> dict[str, Shrunken]:
        """The level behind each council's figure, by its code; none where it cannot be told."""
        every = levels_of_all(self.edition, self.indicator.id, self.nation.period)
        return {one.area: one for one in every}


def national_view(
    edition: Edition, identifier: str, period: str | None = None, council: str | None = None
) -> NationalView:
    """One indicator over all England, with a council picked out by its address or its name.

    Raises `WrongUse` for an unknown indicator, period or council.
    """
    indicator = edition.indicator(identifier)
    label = edition.period(indicator, period)
    nation, found = _found_of(edition)(indicator.id, label)
    return NationalView(
        edition=edition,
        indicator=indicator,
        nation=nation,
        found=found,
        council=None if council is None else council_asked(edition, council).code,
        period=label,
    )


NATIONS_KEPT = 24
"""How many measures' councils are kept with an edition; each is some hundred kilobytes."""

Found = Callable[[str, str | None], tuple[Nation, Sequence[National]]]
_KEPT: WeakKeyDictionary[Edition, Found] = WeakKeyDictionary()


def _found_of(edition: Edition) -> Found:
    """What is found of a measure in this edition; that of the measures asked for last is kept."""
    if edition not in _KEPT:
        councils = edition.measures.all_councils  # not the edition, which would never be let go

        @lru_cache(maxsize=NATIONS_KEPT)
        def found(indicator: str, label: str | None) -> tuple[Nation, Sequence[National]]:
            return councils.nation(indicator, label), councils.across_england(indicator, label)

        _KEPT[edition] = found
    return _KEPT[edition]


def council_asked(edition: Edition, text: str) -> Area:
    """The council that a query names, by the word of its address or by its name."""
    return edition.council_of_slug.get(text) or edition.council(text.replace("-", " "))


def page_of(view: NationalView, downloads: tuple[tuple[str, str], ...] = ()) -> NationalPage:
    """The view model of the page."""
    edition, indicator = view.edition, view.indicator
    england = edition.measures.compare(indicator.id, ENGLAND, view.nation.period)
    return national_page(
        edition.catalogue,
        indicator,
        NationalPageInputs(
            geography=edition.geography,
            nation=view.nation,
            found=view.found,
            record=edition.measures.track_record_of(indicator.id),
            levels_behind=tuple(view.levels_behind.values()),
            with_figures=edition.measures.with_figures(),
            source_rows=edition.source_rows(england),
            name_of=edition.name_of,
            region_of=lambda code: region_name(edition, code),
            address_of=lambda code: indicator_address(
                edition.geography.by_code[code], indicator.id
            ),
            downloads=downloads,
            council=view.council,
            period=view.period,
        ),
    )


def region_name(edition: Edition, code: str) -> str:
    """The name of the region that a council lies in."""
    return edition.name_of(edition.geography.by_code[code].region or "")


def national_json(view: NationalView) -> bytes:
    """The whole page as plain data."""
    edition, indicator, nation = view.edition, view.indicator, view.nation
    answer: dict[str, Any] = {
        "schema": SCHEMA,
        "made_up": edition.store.made_up,
        "indicator": indicator.id,
        "title": indicator.title,
        "unit": indicator.unit,
        "good_direction": indicator.good_direction.value,
        "period": nation.period,
        "headline": national_headline(indicator, view.found),
        "england": area_cell(edition, nation.england),
        "average": nation.average,
        "median": nation.median,
        "middle_half": nation.middle_half,
        "wobble": wobble_of(nation.wobble),
        "steadiness": steadiness_of(nation.steadiness),
        "alikeness": nation.alikeness,
        "funnel": _funnel(nation),
        "councils": [_council(view, one) for one in view.found],
        "notice": standing_notice(edition),
    }
    return json_text(answer).encode("utf-8")


def _funnel(nation: Nation) -> dict[str, Any] | None:
    funnel = nation.funnel
    if funnel is None:
        return None
    return {
        "centre": funnel.centre,
        "usual_spread": funnel.usual_spread,
        "councils": funnel.councils,
        "outside_chance": funnel.outside_chance,
        "outside_usual": funnel.outside_usual,
        "limits": [
            {
                "level": limits.level,
                "overdispersed": limits.overdispersed,
                "denominators": limits.denominators,
                "low": limits.low,
                "high": limits.high,
            }
            for limits in funnel.limits
        ],
    }


def _council(view: NationalView, one: National) -> dict[str, Any]:
    edition, behind = view.edition, view.levels_behind.get(one.here.area)
    return {
        "code": one.here.area,
        "name": edition.name_of(one.here.area),
        "region": region_name(edition, one.here.area),
        **figures(one.here),
        "interval": range_of(one.interval),
        "level": one.level.value,
        "reason": one.reason.value if one.reason else None,
        "z_wobble": one.z_wobble,
        "q": one.q,
        "rank": rank_of(one.rank),
        "level_behind": level_numbers(behind, too_few=_too_few(one)) if behind else None,
    }


HEADINGS = (
    "Council", "Code", "Region", "Indicator id", "Period", "Value", "Unit", "Why missing",
    "Numerator", "Denominator", "Likely from (95%)", "Likely to (95%)", "Beside all others",
    "Lowest place", "Highest place", "Places of", "Level behind it", "Level probably from (95%)",
    "Level probably to (95%)", "Share of its distance that is its own",
    "Chance of the highest fifth", "Chance of the lowest fifth",
)  # fmt: skip


def council_rows(view: NationalView) -> list[list[Any]]:
    """A row for each council, unrounded, in order of name."""
    rows = []
    for one in view.found:
        here, interval, rank = one.here, one.interval, one.rank
        why = here.value.reasons if isinstance(here.value, Missing) else ()
        rows.append(
            [
                view.edition.name_of(here.area),
                here.area,
                region_name(view.edition, here.area),
                view.indicator.id,
                here.period,
                number_or_null(here.value),
                view.indicator.unit,
                ", ".join(why) or None,
                here.numerator,
                here.denominator,
                interval.low if interval else None,
                interval.high if interval else None,
                national_level_words(view.indicator, one, view.nation.average),
                *((rank.low, rank.high, rank.of) if rank else (None, None, None)),
                *level_cells(view.levels_behind.get(here.area), too_few=_too_few(one)),
            ]
        )
    return rows


def _too_few(one: National) -> bool:
    return too_few_for_a_chance(one.here, one.reason)


def national_csv(view: NationalView) -> bytes:
    """Every council, with the standing notice in the last row."""
    notice = [standing_notice(view.edition), *[None] * (len(HEADINGS) - 1)]
    return csv_bytes(HEADINGS, [*council_rows(view), notice])


def national_xlsx(view: NationalView) -> bytes:
    """Sheets: what it says, and every council."""
    edition, indicator, nation = view.edition, view.indicator, view.nation
    book = Workbook(f"{indicator.title}: every council", standing_notice(edition))
    page = page_of(view)
    book.page(
        "What it says",
        [
            page.h1,
            standing_notice(edition),
            page.lead,
            *page.verdicts,
            *page.behaves,
            *page.record,
            indicator.why_it_matters,
            *indicator.what_to_know,
            edition.data_line,
        ],
    )
    book.table(
        "Every council",
        HEADINGS,
        council_rows(view),
        (32, 12, 26, 40, 10, 12, 22, 22, 12, 13, 12, 12, 20, 8, 8, 8, 12, 12, 12, 12, 12, 12),
    )
    if nation.funnel:
        book.table(
            "Funnel",
            ("Level (%)", "Allows for", "Out of", "Low", "High"),
            [
                [
                    limits.level,
                    "how councils ordinarily differ" if limits.overdispersed else "chance alone",
                    *place,
                ]
                for limits in nation.funnel.limits
                for place in zip(limits.denominators, limits.low, limits.high, strict=True)
            ],
            (10, 30, 14, 12, 12),
        )
    return book.content()


NATIONAL_FORMS: dict[str, Callable[[NationalView], bytes]] = {
    "json": national_json,
    "csv": national_csv,
    "xlsx": national_xlsx,
}
"""How each suffix is written."""
