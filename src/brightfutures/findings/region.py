"""One region: what is found of it, of its councils, and who of them improved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from brightfutures.catalogue import Catalogue, Indicator, Stage
from brightfutures.findings.finding import Certainty, Evidence, Finding
from brightfutures.findings.headline import end_year
from brightfutures.findings.health_check import STANDING_INDICATOR
from brightfutures.findings.judgement_words import JudgementWords
from brightfutures.findings.place_names import placed_region
from brightfutures.findings.region_words import (
    Sides,
    beside_similar_councils,
    improved_words,
    most_councils_share,
    region_headline,
    region_lead,
)
from brightfutures.findings.said import Said
from brightfutures.measures.results import Comparison
from brightfutures.quantities import Area, CannotAnswer


@dataclass(frozen=True, kw_only=True)
class RegionMeasure:
    """One measure of a region.

    `here` has the region's and England's figures; `across` counts its councils beside the average
    of all other councils of England, `similar` beside their similar councils. Where those are
    hardly alike all councils of England stand in for them, and `similar_tell` is false. Where none
    can be tested beside those, `why_none_tested` says why.
    """

    here: Comparison
    across: Sides
    similar: Sides
    similar_tell: bool = True
    why_none_tested: str = ""


@dataclass(frozen=True, kw_only=True)
class Improver:
    """A council of the region that improved on one measure, and the sentence that says how.

    `may_ask` are the others of the region that began in the worse half too and did not improve by
    clearly more than the rest of it.
    """

    area: Area
    indicator: str
    sentence: str
    may_ask: tuple[Area, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CouncilOfRegion:
    """One council: the finding of its health check, and beside it Ofsted's newest judgement."""

    area: Area
    finding: str
    judgement: JudgementWords | None


@dataclass(frozen=True, kw_only=True)
class RegionFindings:
    """All that a region's page says, as values and sentences."""

    area: Area
    headline: Finding
    leading: RegionMeasure
    lead: tuple[str, ...]
    shared: Said | None
    similar: Said | None
    improved: str
    improvers: tuple[Improver, ...]
    councils: tuple[CouncilOfRegion, ...]
    main: tuple[RegionMeasure, ...]
    more: tuple[RegionMeasure, ...]

    @property
    def measures(self) -> tuple[RegionMeasure, ...]:
        """All measures that have figures, those in view first."""
        return (*self.main, *self.more)


def region_findings(
    catalogue: Catalogue,
    area: Area,
    measures: Mapping[str, RegionMeasure],
    councils: Sequence[CouncilOfRegion],
    improvers: Sequence[Improver],
    improved_in_england: int,
) -> RegionFindings:
    """What is found of one region from its measures, in the catalogue's order.

    `improved_in_england` counts the names over all England, one for each measure. Raises
    `CannotAnswer` where no measure is loaded.
    """
    if not measures:
        raise CannotAnswer(
            f"The files that are loaded hold no measure for {placed_region(area.name)}."
        )
    indicators = catalogue.indicators
    leading_ones = _leading_ones(indicators, measures)
    chosen = _chosen(leading_ones)
    leading = chosen or measures.get(STANDING_INDICATOR) or next(iter(measures.values()))
    others = [one for one in leading_ones if one is not chosen]
    main = [one for one in measures.values() if indicators[one.here.indicator].health_check]
    return RegionFindings(
        area=area,
        headline=_headline(indicators, area, chosen, leading_ones),
        leading=leading,
        lead=region_lead(
            catalogue,
            indicators[leading.here.indicator],
            leading.here,
            leading.across,
            area.name,
        ),
        shared=most_councils_share(
            [(indicators[one.here.indicator], one.across, one.here) for one in others]
        ),
        similar=beside_similar_councils(
            [
                (indicators[one.here.indicator], one.similar, one.here)
                for one in leading_ones
                if one.similar_tell
            ]
        ),
        improved=improved_words(
            len(improvers), len({one.indicator for one in improvers}), improved_in_england
        ),
        improvers=tuple(improvers),
        councils=tuple(councils),
        main=tuple(main),
        more=tuple(one for one in measures.values() if one not in main),
    )


def _leading_ones(
    indicators: Mapping[str, Indicator], measures: Mapping[str, RegionMeasure]
) -> list[RegionMeasure]:
    """The measures that may make a headline, not more than a year behind the newest of all."""
    newest = max(end_year(one.here.newest_period) for one in measures.values())
    return [
        one
        for name, one in measures.items()
        if indicators[name].headline
        and indicators[name].stage is not Stage.MONEY
        and newest - end_year(one.here.period) <= 1
    ]


def _chosen(leading_ones: Sequence[RegionMeasure]) -> RegionMeasure | None:
    """The one on which most of its councils lie clearly on one side, more than half."""
    known = [one for one in leading_ones if one.across.most is not None]
    return max(known, key=lambda one: one.across.on_it, default=None)


def _headline(
    indicators: Mapping[str, Indicator],
    area: Area,
    chosen: RegionMeasure | None,
    leading_ones: Sequence[RegionMeasure],
) -> Finding:
    about = [chosen] if chosen else [one for one in leading_ones if one.across.tested]
    sentence = region_headline(
        indicators[chosen.here.indicator] if chosen else None,
        chosen.across if chosen else None,
        area.name,
    )
    if not about:
        where = placed_region(area.name)
        sentence = f"No leading measure can be tested for the councils of {where}"
    return Finding(
        sentence=sentence,
        certainty=Certainty.TESTED if about else Certainty.AS_PUBLISHED,
        evidence=tuple(
            Evidence(indicator=one.here.indicator, period=one.here.period) for one in about
        ),
    )
