"""What is said of regions, from an edition: each thing worked out when first asked for, and kept.

Nine regions and some hundred and sixty councils are all there are, so what is kept is bounded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from weakref import WeakKeyDictionary

from brightfutures.catalogue import GoodDirection
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.improvers import what_is_counted
from brightfutures.findings.companions import WITHOUT_UNACCOMPANIED
from brightfutures.findings.headline import headline
from brightfutures.findings.improver_words import improvement_sentence
from brightfutures.findings.judgement_words import newest_judgement
from brightfutures.findings.place_names import placed_first
from brightfutures.findings.region import (
    CouncilOfRegion,
    Improver,
    RegionFindings,
    RegionMeasure,
    region_findings,
)
from brightfutures.findings.region_not_tested import why_none_tested
from brightfutures.findings.region_words import Sides, sides_of
from brightfutures.measures.improving.results import Outcome
from brightfutures.measures.results import Level
from brightfutures.measures.similar import SIMILAR
from brightfutures.pages.addresses import slug
from brightfutures.quantities import ENGLAND, Area, AreaKind, CannotAnswer, WrongUse

_OF_EDITION: WeakKeyDictionary[Edition, Regional] = WeakKeyDictionary()


def regional_of(edition: Edition) -> Regional:
    """What is said of this edition's regions, kept as long as the edition is."""
    found = _OF_EDITION.get(edition)
    if found is None:
        found = _OF_EDITION[edition] = Regional(edition)
    return found


def regions_of(edition: Edition) -> tuple[Area, ...]:
    """The nine regions, in the ledger's order: from the north to the south."""
    return tuple(area for area in edition.geography.areas if area.kind is AreaKind.REGION)


def councils_in(edition: Edition, region: Area) -> tuple[Area, ...]:
    """A region's councils of today, in order of name."""
    return tuple(area for area in edition.geography.councils() if area.region == region.code)


def region_named(edition: Edition, word: str) -> Area:
    """The region whose address has this word; `WrongUse` with the words there are."""
    regions = {slug(area): area for area in regions_of(edition)}
    if word not in regions:
        raise WrongUse(f"No region is called '{word}'; there are {', '.join(regions)}.")
    return regions[word]


class Regional:
    """What is said of each region of one edition."""

    def __init__(self, edition: Edition) -> None:
        # Only its parts are held: the edition is the key under which this is kept.
        self._parts = (edition.store, edition.catalogue)
        self._found: dict[str, RegionFindings] = {}
        self._councils: dict[str, CouncilOfRegion] = {}
        self._measures = edition.measures
        self._publications = edition.publications
        self._counts = {
            name: what_is_counted(edition, edition.catalogue.indicators[name])
            for name in self._measures.with_figures()
        }

    def findings(self, region: Area) -> RegionFindings:
        """All that is found of one region; `CannotAnswer` where nothing is loaded."""
        if region.code not in self._found:
            store, catalogue = self._parts
            councils = [area for area in store.geography.councils() if area.region == region.code]
            codes = {area.code for area in councils}
            self._found[region.code] = region_findings(
                catalogue,
                region,
                self._measured(region, codes),
                [self.council(area) for area in councils],
                [
                    replace(one, may_ask=self._may_ask(one, councils))
                    for one in self._improvers
                    if one.area.code in codes
                ],
                len(self._improvers),
            )
        return self._found[region.code]

    def council(self, area: Area) -> CouncilOfRegion:
        """The finding of one council's health check, and Ofsted's newest judgement of it."""
        if area.code not in self._councils:
            store, catalogue = self._parts
            names = self._measures.with_figures()
            fixed = [entry.id for entry in catalogue.health_check_set() if entry.id in names]
            beside = [name for name in WITHOUT_UNACCOMPANIED.values() if name in names]
            compared = {name: self._measures.compare(name, area.code) for name in (*fixed, *beside)}
            found = headline(
                catalogue.indicators,
                [compared[name] for name in fixed],
                area.name,
                beside=compared,
            )
            self._councils[area.code] = CouncilOfRegion(
                area=area,
                finding=found.sentence,
                judgement=newest_judgement(store.judgements(area.code), self._publications),
            )
        return self._councils[area.code]

    def _may_ask(self, improver: Improver, councils: Iterable[Area]) -> tuple[Area, ...]:
        """The others that began in the worse half of England and are not named themselves."""
        return tuple(
            area
            for area in councils
            if (asking := self._measures.improvers(improver.indicator, area.code).asking)
            and asking.outcome is Outcome.NOT_BEYOND_OTHERS
        )

    def _measured(self, region: Area, codes: set[str]) -> Mapping[str, RegionMeasure]:
        return {
            name: RegionMeasure(
                here=self._measures.compare(name, region.code),
                across=_counted(across, codes),
                similar=_counted(similar, codes),
                similar_tell=self._similar_tell(name, codes),
                why_none_tested=self._why_none_tested(name, _counted(similar, codes), codes),
            )
            for name, (across, similar) in self._levels.items()
        }

    def _why_none_tested(self, name: str, similar: Sides, codes: Iterable[str]) -> str:
        """Why none of its councils can be tested beside similar ones; nothing where one can."""
        if similar.tested:
            return ""
        period = self._measures.compare(name, ENGLAND).period
        councils = [self._measures.compare(name, code, period) for code in sorted(codes)]
        _, catalogue = self._parts
        return why_none_tested(catalogue.indicators[name], councils)

    def _similar_tell(self, name: str, codes: Iterable[str]) -> bool:
        """Whether its councils are held against similar ones, and not England in their stead.

        Asked only of a measure that may make a headline; of others it is taken for granted.
        """
        _, catalogue = self._parts
        if not catalogue.indicators[name].headline:
            return True
        verdicts = (self._measures.compare(name, code).verdict for code in codes)
        return any(verdict.against == SIMILAR for verdict in verdicts)

    @cached_property
    def _levels(self) -> Mapping[str, tuple[Mapping[str, Level], Mapping[str, Level]]]:
        """Of every measure the verdict on every council: beside all others, and similar ones."""
        measures, councils = self._measures, self._measures.all_councils
        found = {}
        for name in measures.with_figures():
            period = measures.compare(name, ENGLAND).period
            there = (cell.area for cell in councils.strip(name, period))
            across = dict(zip(there, councils.levels_across_england(name, period), strict=True))
            similar = {code: one for code, (one, _) in councils.levels(name, period).items()}
            found[name] = (across, similar)
        return found

    @cached_property
    def _improvers(self) -> tuple[Improver, ...]:
        """Every council of England that improved, measure by measure, in the catalogue's order."""
        store, catalogue = self._parts
        by_code = store.geography.by_code
        found = []
        for name in self._measures.with_figures():
            indicator = catalogue.indicators[name]
            if indicator.good_direction is GoodDirection.NEITHER:
                continue
            try:
                improved = self._measures.improvers(name)
            except CannotAnswer:
                continue
            for one in improved.found:
                area = by_code[one.area]
                who = placed_first(area.name)
                said = improvement_sentence(indicator, self._counts[name], improved, one, who)
                found.append(Improver(area=area, indicator=name, sentence=said))
        return tuple(found)


def _counted(levels: Mapping[str, Level], codes: Iterable[str]) -> Sides:
    inside = list(codes)
    return sides_of((levels[code] for code in inside if code in levels), len(inside))
