"""Who is like a council: the view model of its page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from brightfutures.catalogue import STAGE_NAMES, Catalogue, Stage
from brightfutures.charts.ranges import RangeMark, RangeRow, RangesChart
from brightfutures.charts.words import ChartWords
from brightfutures.findings.alikeness_words import HOW_READ, alike_words, strength_words
from brightfutures.findings.alternatives_words import counted_as_similar_sentence
from brightfutures.findings.circumstance_words import CircumstanceRow
from brightfutures.findings.figures import number
from brightfutures.findings.improved_among import Improved, ImprovedAmong
from brightfutures.findings.place_names import placed
from brightfutures.findings.similar_councils import NOT_MUTUAL, SimilarFindings, distance_words
from brightfutures.measures.context.circumstances import Circumstance
from brightfutures.pages.addresses import (
    council_address,
    council_page_address,
    indicator_address,
    topic_address,
)
from brightfutures.pages.comparison_form import ComparisonForm
from brightfutures.pages.figures_of import Picture
from brightfutures.pages.prose import Prose, prose
from brightfutures.quantities import Area

WORD = "similar"
MOST_LISTED = 40
"""A longer set, such as all England, is not laid out council by council."""


def similar_address(area: Area) -> str:
    """The address of the page: `/essex/similar`."""
    return council_page_address(area, WORD)


@dataclass(frozen=True, kw_only=True)
class CouncilRow:
    """One council of the set."""

    name: str
    href: str
    closeness: str
    distance: str
    nearest: str
    mutual: str


@dataclass(frozen=True, kw_only=True)
class AlikeRow:
    """One measure: how alike councils are to their similar councils, and to their nearest."""

    title: str
    href: str
    word: str
    similar: str
    nearest: str


@dataclass(frozen=True, kw_only=True)
class AlikeStage:
    """The measures of one stage of the journey."""

    name: str
    rows: tuple[AlikeRow, ...]


@dataclass(frozen=True, kw_only=True)
class ImprovedRow:
    """One council that improved on one measure."""

    measure: str
    name: str
    href: str
    sentence: str


@dataclass(frozen=True, kw_only=True)
class SimilarPage:
    """Everything the template of the page shows."""

    document_title: str
    masthead: str
    name: str
    council_address: str
    eyebrow: str
    h1: str
    compared: ComparisonForm
    differ: tuple[str, ...]
    nearer: str
    alike: Prose
    picture: Picture | None
    heading: str
    circumstances: tuple[CircumstanceRow, ...]
    councils: tuple[CouncilRow, ...]
    has_closeness: bool
    usual_distance: str
    not_mutual: str
    counted_by: str
    stages: tuple[AlikeStage, ...]
    how_alike_is_read: str
    improved: str
    among: tuple[ImprovedRow, ...]
    elsewhere: tuple[ImprovedRow, ...]
    left_out: int
    remarks: tuple[str, ...]
    joint: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    downloads: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class SimilarInputs:
    """What the page asks of the floors below; `query` is what its links take with them.

    `counted_by` are the names of the councils that have this one among their similar councils.
    """

    area_of: Callable[[str], Area]
    compared: ComparisonForm
    councils: Sequence[str]
    query: str
    is_usual: bool
    counted_by: Sequence[str]
    downloads: tuple[tuple[str, str], ...]


def similar_page(
    catalogue: Catalogue, found: SimilarFindings, improved: ImprovedAmong, inputs: SimilarInputs
) -> SimilarPage:
    """The view model of one council's page."""
    area, name = found.area, found.area.name
    council = f"{council_address(area)}{inputs.query}"
    councils = _councils(found, inputs)

    def address_of(indicator: str) -> str:
        return indicator_address(area, indicator)

    return SimilarPage(
        document_title=f"{found.headline.sentence} – {name}, similar councils",
        masthead=name,
        name=name,
        council_address=council,
        eyebrow=f"{name} · similar councils",
        h1=found.headline.sentence,
        compared=inputs.compared,
        differ=found.differ,
        nearer=found.nearer or "",
        alike=prose(found.alike, address_of),
        picture=_picture(found),
        heading=found.whom.heading,
        circumstances=found.rows,
        councils=councils,
        has_closeness=any(one.closeness for one in councils),
        usual_distance=_usual_distance(found),
        not_mutual=NOT_MUTUAL,
        counted_by="" if area.is_former else counted_as_similar_sentence(name, inputs.counted_by),
        stages=_alike(catalogue, found, address_of),
        how_alike_is_read=HOW_READ,
        improved=improved.sentence,
        among=_improved(improved.among, inputs),
        elsewhere=_improved(improved.elsewhere, inputs),
        left_out=improved.left_out,
        remarks=improved.remarks,
        joint=found.joint,
        links=(
            (f"{name}’s overview, beside {found.whom.councils}", council),
            ("How similar councils are used", topic_address("similar-councils")),
            ("How an improvement is told", topic_address("improvers")),
        ),
        downloads=inputs.downloads,
    )


def _councils(found: SimilarFindings, inputs: SimilarInputs) -> tuple[CouncilRow, ...]:
    shown = [one for one in found.found.members if one.area in inputs.councils]
    if len(shown) > MOST_LISTED:
        return ()
    return tuple(
        CouncilRow(
            name=inputs.area_of(one.area).name,
            href=council_address(inputs.area_of(one.area)),
            closeness=(one.closeness or "").lower(),
            distance=distance_words(one.distance),
            nearest="yes" if one.nearest else "no",
            mutual="yes" if one.mutual else "no",
        )
        for one in shown
    )


def _usual_distance(found: SimilarFindings) -> str:
    usual = found.found.usual_distance
    if usual is None:
        return ""
    return (
        "Distance in context is our own measure of how far apart two councils’ circumstances are; "
        f"the ten nearest to {placed(found.area.name)} are {number(usual, 1)} away on average."
    )


def _alike(
    catalogue: Catalogue, found: SimilarFindings, address_of: Callable[[str], str]
) -> tuple[AlikeStage, ...]:
    stages = []
    for stage in Stage:
        rows = tuple(
            AlikeRow(
                title=catalogue.indicators[one.indicator].title,
                href=address_of(one.indicator),
                word=alike_words(one.similar),
                similar=strength_words(one.similar),
                nearest=strength_words(one.nearest),
            )
            for one in found.alikeness
            if catalogue.indicators[one.indicator].stage is stage
        )
        if rows:
            stages.append(AlikeStage(name=STAGE_NAMES[stage], rows=rows))
    return tuple(stages)


def _improved(improved: Sequence[Improved], inputs: SimilarInputs) -> tuple[ImprovedRow, ...]:
    return tuple(
        ImprovedRow(
            measure=one.indicator.title,
            name=inputs.area_of(one.area).name,
            href=indicator_address(inputs.area_of(one.area), one.indicator.id),
            sentence=one.sentence,
        )
        for one in improved
    )


def _picture(found: SimilarFindings) -> Picture | None:
    """Where the council lies on each circumstance beside the least, average and most of them."""
    known = [one for one in found.found.each if one.score is not None and one.known]
    if not known:
        return None
    name, whom = found.area.name, found.whom
    chart = RangesChart(
        words=ChartWords(
            title=f"{name} and {whom.councils}, circumstance by circumstance",
            description=" ".join(
                f"{row.title}: {row.ours} here, {row.least_to_most} among {whom.councils}."
                for row in found.rows
                if row.ours != "–"
            ),
            show=lambda score: number(score, 1),
        ),
        series=(f"{whom.first}: average, least and most", name),
        rows=tuple(RangeRow(name=one.variable.title, marks=_marks(one)) for one in known),
        last_is_us=True,
    )
    return Picture(
        word="circumstances",
        message=f"Where {placed(name)} lies among {whom.councils}",
        statistics="how far below or above the average of all councils, which is 0",
        wide=Markup(chart.svg("circumstances")),
        narrow=Markup(chart.svg("circumstances-narrow", narrow=True)),
        table=chart.table(),
        source="",
        notes=(
            "About two councils in three lie within 1 of the average; 1 is one standard deviation.",
        ),
        called="circumstances",
    )


def _marks(one: Circumstance) -> tuple[RangeMark, RangeMark]:
    assert one.score is not None
    assert one.mean_score is not None
    assert one.low_score is not None
    assert one.high_score is not None
    return (
        RangeMark(number=one.mean_score, low=one.low_score, high=one.high_score),
        RangeMark(number=one.score, low=one.score, high=one.score),
    )
