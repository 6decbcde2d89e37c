"""How far councils differ on each outcome and enabler, and what has moved: the view model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from brightfutures.catalogue import Catalogue, Indicator
from brightfutures.catalogue.outcomes import Outcome
from brightfutures.charts.palette import DARK, GREY, PAPER
from brightfutures.charts.parts_bar import PartsBarChart
from brightfutures.charts.words import ChartTable, ChartWords
from brightfutures.findings.figures import number, unit_words
from brightfutures.findings.national_spread_cells import (
    WHY_NO_SPLIT,
    apart_words,
    circumstances_cell,
    councils_moved_cell,
    different_cell,
    england_figures,
    low_and_high,
    low_and_high_that_lasts,
    moved_direction,
    moved_words,
    parts_words,
    range_of_part,
)
from brightfutures.findings.national_spread_words import (
    CIRCUMSTANCES,
    HOW_TO_READ,
    Told,
    outcome_words,
    percent,
    spread_headline,
    spread_lead,
    which_measures,
)
from brightfutures.measures.nation.spread_results import NationalSpread, Split
from brightfutures.measures.results import Direction
from brightfutures.pages.addresses import national_address, topic_address
from brightfutures.pages.track_record_tables import table_of

FRAMEWORK = "framework"

PARTS = ("lasts", "comes and goes", "chance")


@dataclass(frozen=True, kw_only=True)
class SpreadLine:
    """One measure's row."""

    title: str
    address: str
    unit: str
    england: str
    since_break: str
    moved: str
    direction: str
    bar: Markup
    parts: str
    parts_range: str
    ends: str
    ends_that_last: str
    apart: str
    circumstances: str
    different: str
    councils_moved: str


@dataclass(frozen=True, kw_only=True)
class OutcomeSection:
    """One outcome or enabler: its words, and a row for each of its measures."""

    id: str
    kind: str
    name: str
    means: str
    differences: str
    change: str
    caption: str
    lines: tuple[SpreadLine, ...]


@dataclass(frozen=True, kw_only=True)
class EnglandFrameworkPage:
    """Everything the template shows."""

    document_title: str
    masthead: None
    eyebrow: str
    h1: str
    lead: str
    how_to_read: tuple[str, ...]
    legend: tuple[tuple[Markup, str], ...]
    method: str
    outcomes: tuple[OutcomeSection, ...]
    circumstances_words: str
    circumstances: ChartTable | None
    downloads: tuple[tuple[str, str], ...]


def england_framework_page(
    catalogue: Catalogue, told: Told, downloads: tuple[tuple[str, str], ...] = ()
) -> EnglandFrameworkPage:
    """The view model; `told` has every measure that has figures, in the catalogue's order."""
    return EnglandFrameworkPage(
        document_title="How far councils differ – Bright Futures",
        masthead=None,
        eyebrow="The National Framework over all England",
        h1=spread_headline(told),
        lead=spread_lead(told),
        how_to_read=(*HOW_TO_READ, which_measures(told)),
        legend=tuple(zip(map(_legend, range(len(PARTS))), PARTS, strict=True)),
        method=topic_address("spread"),
        outcomes=tuple(
            _section(outcome, [pair for pair in told if pair[0].outcome == outcome.name])
            for outcome in catalogue.outcomes.values()
        ),
        circumstances_words=CIRCUMSTANCES,
        circumstances=_circumstances(told),
        downloads=downloads,
    )


def _section(outcome: Outcome, told: Told) -> OutcomeSection:
    words = outcome_words(outcome, told)
    return OutcomeSection(
        id=outcome.id.replace("_", "-"),
        kind="Enabler" if outcome.is_enabler else "Outcome",
        name=outcome.name,
        means=outcome.means,
        differences=" ".join(words.differences),
        change=" ".join(words.change),
        caption=f"{outcome.short[:1].upper()}{outcome.short[1:]}: every measure",
        lines=tuple(_line(indicator, found) for indicator, found in told),
    )


def _line(indicator: Indicator, found: NationalSpread) -> SpreadLine:
    change, split = found.england, found.split
    direction = moved_direction(indicator, change.moved)
    return SpreadLine(
        title=indicator.title,
        address=national_address(indicator.id),
        unit=unit_words(indicator),
        england=england_figures(indicator, change),
        since_break=_since(found),
        moved=moved_words(indicator, change),
        direction="" if direction is Direction.NEITHER else direction.value,
        bar=_bar(indicator, split) if split else Markup(""),
        parts=_shares(split) if split else _why_none(found),
        parts_range=range_of_part(split.lasting) if split else "",
        ends=low_and_high(indicator, split) if split else "–",
        ends_that_last=low_and_high_that_lasts(indicator, split) if split else "",
        apart=apart_words(found.spread_then),
        circumstances=circumstances_cell(found.circumstances),
        different=different_cell(found),
        councils_moved=councils_moved_cell(found),
    )


def _since(found: NationalSpread) -> str:
    """Why it begins after 2013, where the way of counting changed."""
    since = found.england.since_break
    return f"counted in another way before {since.period}" if since else ""


def _shares(split: Split) -> str:
    shares = (split.lasting.share, split.wobble.share, split.chance.share)
    return " · ".join(map(percent, shares))


def _why_none(found: NationalSpread) -> str:
    return WHY_NO_SPLIT[found.why_no_split] if found.why_no_split else "–"


def _bar(indicator: Indicator, split: Split) -> Markup:
    shares = (split.lasting.share, split.wobble.share, split.chance.share)
    chart = PartsBarChart(
        words=ChartWords(
            title=f"What sets councils apart: {indicator.title}",
            description=f"{parts_words(split)}.".capitalize(),
            show=percent,
        ),
        parts=tuple(zip(PARTS, shares, strict=True)),
    )
    return Markup(chart.svg(f"parts-{indicator.id}"))


def _legend(place: int) -> Markup:
    """A little square as the bar has it, hidden from assistive technology."""
    fill = (DARK, GREY, PAPER)[place]
    return Markup(
        '<svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true"><rect x="1" y="1" '
        'width="12" height="12" fill="{}" stroke="{}" stroke-width="1"/></svg>'
    ).format(fill, DARK)


def _circumstances(told: Sequence[tuple[Indicator, NationalSpread]]) -> ChartTable | None:
    """Of every measure, how much circumstances tell of councils the model has not seen."""
    rows = [
        (
            indicator.title,
            f"{known.councils}",
            percent(known.explained),
            percent(known.of_lasting) if known.of_lasting is not None else "–",
            f"{number(100 * known.held_out_within, 1)}%",
        )
        for indicator, found in told
        if (known := found.circumstances) is not None
    ]
    if not rows:
        return None
    header = (
        "Measure",
        "Councils",
        "Of all that sets councils apart",
        "Of what lasts",
        "Held-out councils within their range",
    )
    return table_of("What circumstances account for, measure by measure", header, rows)
