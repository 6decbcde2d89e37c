"""A region: its view model, for those who work across its councils."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from brightfutures.catalogue import STAGE_NAMES, Catalogue, Indicator, Stage
from brightfutures.findings.figures import period_words, shown, unit_words
from brightfutures.findings.improver_words import ASK_THEM, FLATTERED, HOW_READ
from brightfutures.findings.place_names import placed, placed_region
from brightfutures.findings.region import RegionFindings, RegionMeasure
from brightfutures.findings.region_words import (
    COUNTS_ARE_NO_SCORE,
    NO_TEST,
    may_ask_words,
    sides_words,
)
from brightfutures.measures.results import Cell, Comparison, SimilarPeriod
from brightfutures.pages.addresses import (
    METHODS,
    REGIONS,
    council_address,
    england_page_address,
    indicator_address,
    national_address,
    region_address,
    topic_address,
)
from brightfutures.pages.council_page import publications
from brightfutures.pages.doors import source_sentence
from brightfutures.pages.figures_of import Picture, legend_mark, sparkline
from brightfutures.pages.prose import Prose, prose
from brightfutures.pages.region_money_section import RegionMoneySection
from brightfutures.pages.region_pictures import region_strip, region_trend
from brightfutures.published.readings import SourceRow
from brightfutures.quantities import Area, Missing


@dataclass(frozen=True, kw_only=True)
class RegionRow:
    """One measure in the table; `words` are counts of verdicts, each with its shape."""

    title: str
    href: str
    unit: str
    when: str
    here: str
    here_missing: bool
    here_note: str
    england: str
    strip: Markup
    spark: Markup
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class RegionRows:
    """The measures of one stage of the child's journey."""

    name: str
    rows: tuple[RegionRow, ...]


@dataclass(frozen=True, kw_only=True)
class CouncilLine:
    """One council: its link and the finding of its health check."""

    name: str
    href: str
    finding: str


@dataclass(frozen=True, kw_only=True)
class JudgementLine:
    """Ofsted's newest judgement of one council, in its own words and with its date."""

    name: str
    overall: str
    when: str
    since: str


@dataclass(frozen=True, kw_only=True)
class ImproverLine:
    """A council that improved on one measure, and which others of the region may ask it."""

    title: str
    href: str
    sentence: str
    may_ask: str


@dataclass(frozen=True, kw_only=True)
class RegionLegend:
    """The marks of the strip."""

    us: Markup
    councils: Markup
    other: Markup


@dataclass(frozen=True, kw_only=True)
class RegionPage:
    """Everything the template of a region shows."""

    document_title: str
    masthead: str | None
    name: str
    placed: str
    eyebrow: str
    regions_address: str
    h1: str
    lead: str
    no_test: str
    shared: Prose
    similar: Prose
    improved: str
    improvers: tuple[ImproverLine, ...]
    improvers_read: tuple[str, ...]
    chart: Picture
    legend: RegionLegend
    stages: tuple[RegionRows, ...]
    more_stages: tuple[RegionRows, ...]
    more_count: int
    reading: str
    councils: tuple[CouncilLine, ...]
    judgements: tuple[JudgementLine, ...]
    money: RegionMoneySection | None
    publications: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    others: tuple[tuple[str, str], ...]
    downloads: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class RegionPageInputs:
    """What the page asks of the floors below, as plain functions of an indicator and a period."""

    cells: Callable[[str, str], Sequence[tuple[str, Cell]]]  # every council, by name
    councils_history: Callable[[str], Sequence[SimilarPeriod]]
    england: Callable[[str], Sequence[Cell]]
    source_rows: Callable[[Comparison], Sequence[SourceRow]]
    regions: Sequence[Area]
    money: RegionMoneySection | None = None
    money_rows: Sequence[SourceRow] = ()
    downloads: tuple[tuple[str, str], ...] = ()


def region_page(
    catalogue: Catalogue, found: RegionFindings, inputs: RegionPageInputs
) -> RegionPage:
    """The view model of one region."""
    area, leading = found.area, found.leading.here
    indicator = catalogue.indicators[leading.indicator]
    sources = {one.here.indicator: inputs.source_rows(one.here) for one in found.measures}
    return RegionPage(
        document_title=f"{found.headline.sentence} – {area.name}",
        masthead=None,
        name=area.name,
        placed=placed_region(area.name),
        eyebrow=f"{area.name} · {len(found.councils)} councils · statistics to "
        f"{_until(catalogue, indicator, leading.period)}",
        regions_address=REGIONS,
        h1=found.headline.sentence,
        lead=" ".join(found.lead),
        no_test=NO_TEST,
        shared=prose([found.shared] if found.shared else [], national_address),
        similar=prose([found.similar] if found.similar else [], national_address),
        improved=found.improved,
        improvers=tuple(
            ImproverLine(
                title=catalogue.indicators[one.indicator].title,
                href=indicator_address(one.area, one.indicator),
                sentence=one.sentence,
                may_ask=may_ask_words([placed(other.name) for other in one.may_ask]),
            )
            for one in found.improvers
        ),
        improvers_read=(HOW_READ, ASK_THEM, FLATTERED),
        chart=region_trend(
            catalogue,
            area,
            leading,
            inputs.councils_history(indicator.id),
            inputs.england(indicator.id),
            source_sentence(sources[indicator.id]),
        ),
        legend=RegionLegend(
            us=legend_mark("us"), councils=legend_mark("similar"), other=legend_mark("other")
        ),
        stages=_stages(catalogue, found, found.main, inputs, drawn=True),
        more_stages=_stages(catalogue, found, found.more, inputs, drawn=False),
        more_count=len(found.more),
        reading=COUNTS_ARE_NO_SCORE,
        councils=tuple(
            CouncilLine(name=one.area.name, href=council_address(one.area), finding=one.finding)
            for one in found.councils
        ),
        judgements=tuple(
            JudgementLine(
                name=one.area.name,
                overall=one.judgement.overall,
                when=one.judgement.when,
                since=one.judgement.since,
            )
            for one in found.councils
            if one.judgement is not None
        ),
        money=inputs.money,
        publications=publications(
            {**sources, "": inputs.money_rows},
            next((one.judgement for one in found.councils if one.judgement), None),
        ),
        links=_LINKS,
        others=tuple(
            (one.name, region_address(one)) for one in inputs.regions if one.code != area.code
        ),
        downloads=inputs.downloads,
    )


_LINKS = (
    ("How a verdict on a council is reached", topic_address("verdict")),
    ("England’s own figures, then and now", england_page_address("framework")),
    ("All our methods, with worked examples", METHODS),
)


def _until(catalogue: Catalogue, indicator: Indicator, period: str) -> str:
    when = period_words(catalogue, indicator, period)
    for before in ("at ", "in the year ending ", "in "):
        when = when.removeprefix(before)
    return when


def _stages(
    catalogue: Catalogue,
    found: RegionFindings,
    measures: Sequence[RegionMeasure],
    inputs: RegionPageInputs,
    *,
    drawn: bool,
) -> tuple[RegionRows, ...]:
    inside = {one.area.code for one in found.councils}
    stages = []
    for stage in Stage:
        rows = tuple(
            _row(catalogue, found.area, one, inside, inputs, drawn=drawn)
            for one in measures
            if catalogue.indicators[one.here.indicator].stage is stage
        )
        if rows:
            stages.append(RegionRows(name=STAGE_NAMES[stage], rows=rows))
    return tuple(stages)


def _row(
    catalogue: Catalogue,
    area: Area,
    one: RegionMeasure,
    inside: set[str],
    inputs: RegionPageInputs,
    *,
    drawn: bool,
) -> RegionRow:
    here = one.here
    indicator = catalogue.indicators[here.indicator]
    missing = isinstance(here.here.value, Missing)
    summed = here.here.basis != "published" and not missing
    return RegionRow(
        title=indicator.title,
        href=national_address(indicator.id),
        unit=unit_words(indicator),
        when=here.period,
        here=shown(indicator, here.here.value),
        here_missing=missing,
        here_note="its councils together" if summed else "",
        england=shown(indicator, here.england.value if here.england else None),
        strip=region_strip(indicator, area, here, inside, inputs.cells(indicator.id, here.period))
        if drawn
        else Markup(""),
        spark=sparkline(catalogue, area, here) if drawn else Markup(""),
        words=sides_words(one.similar, one.why_none_tested),
    )
