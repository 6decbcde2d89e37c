"""England as a whole: its finding, every main measure by stage, and what stands beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p

from brightfutures.catalogue import WITH_A_PAGE, Catalogue, Indicator, Stage
from brightfutures.findings.england_growth import GrowthLine
from brightfutures.findings.figures import figure, is_percentage
from brightfutures.findings.finding import MOST_WORDS, Certainty, Evidence, Finding
from brightfutures.findings.headline import end_year
from brightfutures.findings.measure_words import with_unit
from brightfutures.measures.agreement.grades_over_time import GradesOfYear
from brightfutures.measures.nation.gradient import Gradient
from brightfutures.measures.nation.picture import Deprivation
from brightfutures.measures.nation.spread_of_councils import SpreadOfCouncils
from brightfutures.measures.nation.spread_results import EnglandChange
from brightfutures.measures.results import Cell, Movement
from brightfutures.quantities import CannotAnswer, Missing

MOVED = {Movement.HAS_RISEN: "higher", Movement.HAS_FALLEN: "lower"}


@dataclass(frozen=True, kw_only=True)
class EnglandMeasure:
    """One measure over all England: now and then, its whole history, and where councils lie.

    `change` says whether the figure lies elsewhere than it did; `then` is England in the period
    that it starts from. `spreads` has a period for each in which enough councils have a figure.
    """

    indicator: Indicator
    here: Cell
    then: Cell | None
    history: tuple[Cell, ...]
    change: EnglandChange
    spreads: tuple[SpreadOfCouncils, ...]

    @property
    def has_moved(self) -> bool:
        """Whether England's figure is called higher or lower than it was."""
        return self.change.moved in MOVED

    @property
    def clearness(self) -> float:
        """How many times what is ordinary in a year the whole change is; nought where unknown."""
        change = self.change
        if change.change is None or not change.ordinary:
            return 0.0
        if is_percentage(self.indicator):
            return abs(change.change) / change.ordinary
        return abs(log1p(change.change)) / log1p(change.ordinary)

    @property
    def spread(self) -> SpreadOfCouncils | None:
        """Where councils lie in the period of England's figure."""
        found = [one for one in self.spreads if one.period == self.here.period]
        return found[0] if found else None


@dataclass(frozen=True, kw_only=True)
class MeasureGradient:
    """One measure by fifths of councils: the newest period, the first, and by another measure.

    `otherwise` is the newest period with councils parted by another circumstance.
    """

    indicator: Indicator
    now: Gradient
    first: Gradient | None
    otherwise: Gradient | None


@dataclass(frozen=True, kw_only=True)
class EnglandPicture:
    """All that England's page says, as values and sentences."""

    headline: Finding
    leading: EnglandMeasure
    measures: tuple[EnglandMeasure, ...]
    growth: tuple[GrowthLine, ...]
    deprivations: tuple[Deprivation, ...]
    gradients: tuple[MeasureGradient, ...]
    grades: tuple[GradesOfYear, ...]

    def of_stage(self, stage: Stage) -> tuple[EnglandMeasure, ...]:
        """The measures of one stage, in the catalogue's order."""
        return tuple(one for one in self.measures if one.indicator.stage is stage)


def england_picture(
    measures: Sequence[EnglandMeasure],
    growth: Sequence[GrowthLine],
    deprivations: Sequence[Deprivation],
    gradients: Sequence[MeasureGradient],
    grades: Sequence[GradesOfYear],
) -> EnglandPicture:
    """What is said of England; raises `CannotAnswer` where no main measure is loaded."""
    if not measures:
        raise CannotAnswer(
            "The files that are loaded hold none of the main measures for England; "
            "docs/statistics.md lists the publications that do."
        )
    return EnglandPicture(
        headline=england_headline(measures),
        leading=leading_measure(measures),
        measures=tuple(measures),
        growth=tuple(growth),
        deprivations=tuple(deprivations),
        gradients=tuple(gradients),
        grades=tuple(grades),
    )


def main_measures(catalogue: Catalogue, loaded: Sequence[str]) -> tuple[Indicator, ...]:
    """The main measures of the stages that have a page, of those that are loaded."""
    return tuple(
        entry
        for stage in WITH_A_PAGE
        for entry in catalogue.of_stage(stage)
        if entry.health_check and entry.id in loaded
    )


def leading_measure(measures: Sequence[EnglandMeasure]) -> EnglandMeasure:
    """The clearest change, of counts for each child before shares; else the first that is known.

    A count for each child is of all England's children; a share is of some of them.
    """
    newest = max((_year(one) for one in measures), default=0)
    moved = [one for one in measures if one.has_moved and _year(one) >= newest - 1]
    if moved:
        return max(moved, key=lambda one: (_is_of_every_child(one.indicator), one.clearness))
    known = [one for one in measures if not isinstance(one.here.value, Missing)]
    return (known or list(measures))[0]


def england_headline(measures: Sequence[EnglandMeasure]) -> Finding:
    """The finding, without a full stop: the clearest change, or that there is none."""
    chosen = leading_measure(measures)
    if chosen.has_moved:
        return _tested(_than_it_was(chosen), (chosen,))
    tested = [one for one in measures if one.change.moved is not Movement.CANNOT_SAY]
    if tested:
        return _tested(
            f"No main figure of England is clearly higher or lower than it was, of {len(tested)} "
            "that can be followed",
            tested,
        )
    return Finding(
        sentence="England’s main figures cannot yet be followed for five years; here is where "
        "councils lie on each",
        certainty=Certainty.AS_PUBLISHED,
    )


def _than_it_was(chosen: EnglandMeasure) -> str:
    """More are begun for each child than in 2013: 189 against 112 per 10,000."""
    indicator, change = chosen.indicator, chosen.change
    up = change.moved is Movement.HAS_RISEN
    said = (indicator.said_higher if up else indicator.said_lower) or (
        f"{indicator.title} in {{council}}: {MOVED[change.moved]} than in {{others}}"
    )
    sentence = said.format(council="England", others=str(change.from_period))
    if change.from_value is None or change.to_value is None:
        return sentence
    then, now = figure(indicator, change.from_value), figure(indicator, change.to_value)
    full = f"{sentence}: {now} against {with_unit(indicator, then)}"
    return full if len(full.split()) <= MOST_WORDS else sentence


def _tested(sentence: str, about: Sequence[EnglandMeasure]) -> Finding:
    evidence = tuple(Evidence(indicator=one.indicator.id, period=one.here.period) for one in about)
    return Finding(sentence=sentence, certainty=Certainty.TESTED, evidence=evidence)


def _is_of_every_child(indicator: Indicator) -> bool:
    return indicator.unit == "per 10,000 children"


def _year(measure: EnglandMeasure) -> int:
    return end_year(measure.here.period)
