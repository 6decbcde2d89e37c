"""One stage of the child's journey for one council: its finding, and all that stands under it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from brightfutures.catalogue import STAGE_NAMES, Catalogue, Geography, Indicator, Stage
from brightfutures.findings.area_notes import area_notes
from brightfutures.findings.few import few_children_note
from brightfutures.findings.finding import Finding
from brightfutures.findings.framework_words import OutcomeSentences
from brightfutures.findings.profile import Profile, newest_year, profile_of
from brightfutures.findings.said import Said
from brightfutures.findings.stage_headline import clearest_difference, stage_headline
from brightfutures.findings.stage_pairs import Pair, stage_pairs
from brightfutures.findings.stage_questions import Asked, stage_questions
from brightfutures.findings.stage_words import none_has_moved, not_judged, stage_lead
from brightfutures.measures.results import Comparison, Direction, Level
from brightfutures.quantities import Area, CannotAnswer, Missing

MOST_IN_VIEW = 12
"""A stage with no more measures shows them all; of more the main ones and those that differ."""


@dataclass(frozen=True, kw_only=True)
class StageFindings:
    """All that a stage's page says, as values and sentences.

    `leading` is the comparison that the lead is about; `main` and `more` part the stage's
    measures into those in view and the others, both in the catalogue's order.
    """

    area: Area
    stage: Stage
    means: str
    headline: Finding
    leading: Comparison
    lead: tuple[str, ...]
    apart: tuple[Said, ...]
    moved: tuple[Said, ...]
    pairs: tuple[Pair, ...]
    not_judged: tuple[Said, ...]
    questions: tuple[Asked, ...]
    main: tuple[Comparison, ...]
    more: tuple[Comparison, ...]
    area_notes: tuple[str, ...]

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        """All of the stage's measures that have figures, those in view first."""
        return (*self.main, *self.more)


def stage_findings(
    catalogue: Catalogue,
    geography: Geography,
    area: Area,
    stage: Stage,
    comparisons: Sequence[Comparison],
) -> StageFindings:
    """One stage of one council from all its comparisons.

    Raises `CannotAnswer` where no measure of the stage is loaded.
    """
    by_id = {entry.indicator: entry for entry in comparisons}
    indicators, declared = catalogue.indicators, catalogue.stages[stage]
    of_stage = catalogue.of_stage(stage)
    profile = profile_of(indicators, of_stage, by_id, newest_year(comparisons))
    if not profile.published:
        raise CannotAnswer(
            f"The files that are loaded hold no measure of the stage “{STAGE_NAMES[stage]}”; "
            "docs/statistics.md lists the publications that do."
        )
    leading = _leading(indicators, profile, area)
    sentences = OutcomeSentences(indicators, profile, area, by_id, lambda entry: None)
    moved = sentences.movements()
    main = _in_view(indicators, profile)
    fixed_set = [by_id[entry.id] for entry in catalogue.health_check_set() if entry.id in by_id]
    return StageFindings(
        area=area,
        stage=stage,
        means=declared.means,
        headline=stage_headline(indicators, profile, declared.about, area, by_id),
        leading=leading,
        lead=stage_lead(catalogue, leading, area, by_id),
        apart=_apart(sentences),
        moved=(moved or none_has_moved(profile),),
        pairs=stage_pairs(indicators, declared, profile, by_id),
        not_judged=not_judged(indicators, profile),
        questions=() if area.is_former else stage_questions(catalogue, profile, by_id),
        main=tuple(entry for entry in profile.published if entry.indicator in main),
        more=tuple(entry for entry in profile.published if entry.indicator not in main),
        area_notes=(
            *few_children_note(indicators, fixed_set, area.name),
            *area_notes(geography, area, _sources(catalogue, of_stage)),
        ),
    )


def _sources(catalogue: Catalogue, of_stage: Sequence[Indicator]) -> frozenset[str]:
    """The sources that the stage's measures are read from."""
    series = {
        name
        for entry in of_stage
        for name in (*entry.numerator, *entry.numerator_less, *entry.denominator)
    }
    return frozenset(source for name in series for source in catalogue.series[name].sources)


def _apart(sentences: OutcomeSentences) -> tuple[Said, ...]:
    """How many differ, and which, by what that means for children."""
    said = [
        sentences.summary(),
        sentences.by_meaning(Direction.WORSE),
        sentences.by_meaning(Direction.BETTER),
        sentences.without_meaning(),
    ]
    return tuple(filter(None, said))


def _leading(indicators: Mapping[str, Indicator], profile: Profile, area: Area) -> Comparison:
    """What the lead is about: the headline's measure, the clearest difference, or the first known.

    One that can be judged goes before one that cannot, and main measures before others. Of a
    council that has ended it is the first known.
    """
    chosen = clearest_difference(indicators, profile, area)
    if chosen is not None and not area.is_former:
        return chosen
    apart = () if area.is_former else profile.different
    known = [one for one in profile.published if not isinstance(one.here.value, Missing)]
    judged = [one for one in known if one.verdict.level is not Level.CANNOT_SAY]
    for group in (apart, judged, known, profile.published):
        main = [one for one in group if indicators[one.indicator].health_check]
        if main or group:
            return (main or list(group))[0]
    raise AssertionError("a stage without measures has been refused")


def _in_view(indicators: Mapping[str, Indicator], profile: Profile) -> frozenset[str]:
    """The measures in view: all of a few; of many the main ones and then the clearest to differ."""
    published = [entry.indicator for entry in profile.published]
    if len(published) > MOST_IN_VIEW:
        main = [name for name in published if indicators[name].health_check]
        others = [one.indicator for one in profile.different if one.indicator not in main]
        published = [*main, *others][:MOST_IN_VIEW]
    return frozenset(published)
