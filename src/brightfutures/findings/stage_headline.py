"""The finding at the top of a stage's page: the clearest difference, or that there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from brightfutures.catalogue import Indicator
from brightfutures.findings.few import FEW, is_few
from brightfutures.findings.figures import counted
from brightfutures.findings.finding import MOST_WORDS, Certainty, Evidence, Finding
from brightfutures.findings.headline import headline_comparison, is_behind, leading_sentence
from brightfutures.findings.place_names import placed, placed_first
from brightfutures.findings.profile import Profile
from brightfutures.measures.results import Comparison
from brightfutures.quantities import Area, Missing, Reason

ABSENT = frozenset(
    {
        Reason.DID_NOT_EXIST,
        Reason.NOT_RETURNED,
        Reason.UNAVAILABLE,
        Reason.NOT_APPLICABLE,
        Reason.NOT_COLLECTED,
    }
)
"""Why there is no figure to test; any other reason lies in the numbers."""


def clearest_difference(
    indicators: Mapping[str, Indicator], profile: Profile, area: Area
) -> Comparison | None:
    """The measure that makes the headline: of the fixed set, told by the health check's rule."""
    main = [entry for entry in profile.published if indicators[entry.indicator].health_check]
    last_year = area.last.year if area.last else None
    return headline_comparison(indicators, main, last_year=last_year, of_all=True)


def stage_headline(
    indicators: Mapping[str, Indicator],
    profile: Profile,
    about: str,
    area: Area,
    by_id: Mapping[str, Comparison],
) -> Finding:
    """The headline, without a full stop.

    `about` is what the stage's figures are on; `by_id` holds all the council's comparisons. Of a
    council that has ended it says that these are its last figures, for nothing is true of it today.
    """
    if area.last is not None:
        return Finding(
            sentence=_of_one_that_has_ended(profile, about, area.name, area.last.year),
            certainty=Certainty.AS_PUBLISHED,
        )
    chosen = clearest_difference(indicators, profile, area)
    if chosen is not None:
        return _tested(_leading(indicators, chosen, area, by_id), (chosen,))
    if profile.judged:
        return _tested(_none_clear(indicators, profile, about, area), profile.judged)
    return Finding(sentence=_nothing(profile, about, area), certainty=Certainty.AS_PUBLISHED)


def _of_one_that_has_ended(profile: Profile, about: str, council: str, year: int) -> str:
    replaced = f"{placed_first(council)} was replaced in {year}"
    if all(isinstance(one.here.value, Missing) for one in profile.published):
        return f"{replaced}; no figures of it on {about} are held"
    return f"{replaced}; these are its last figures on {about}"


def _leading(
    indicators: Mapping[str, Indicator],
    chosen: Comparison,
    area: Area,
    by_id: Mapping[str, Comparison],
) -> str:
    """The difference in the fullest wording that is short enough."""
    full = leading_sentence(indicators, chosen, area.name, by_id)
    wordings = (
        full,
        full.replace(
            "not once unaccompanied children are left out", "not without unaccompanied children"
        ),
    )
    return next((said for said in wordings if len(said.split()) <= MOST_WORDS), wordings[-1])


def _tested(sentence: str, about: Sequence[Comparison]) -> Finding:
    return Finding(
        sentence=sentence,
        certainty=Certainty.TESTED,
        evidence=tuple(Evidence(indicator=one.indicator, period=one.period) for one in about),
    )


def _none_clear(
    indicators: Mapping[str, Indicator], profile: Profile, about: str, area: Area
) -> str:
    """No headline among the main measures: nothing differs, or only others, or on small numbers."""
    council = placed(area.name)
    main = [one for one in profile.different if indicators[one.indicator].health_check]
    others = [one for one in profile.different if one not in main]
    if not profile.different:
        return (
            f"No figure on {about} that can be tested clearly sets {council} apart from other "
            "councils"
        )
    if main:
        return f"What sets {council} apart on {about} {_doubt(indicators, main)}"
    if all(one not in profile.judged for one in _main(indicators, profile)):
        return f"On {about}, {_so_many(others)} apart; the main ones cannot be tested"
    differ = "does" if len(others) == 1 else "do"
    return (
        f"None of the main figures on {about} clearly sets {council} apart; "
        f"{counted(len(others)).lower()} of the others {differ}"
    )


def _main(indicators: Mapping[str, Indicator], profile: Profile) -> list[Comparison]:
    return [one for one in profile.published if indicators[one.indicator].health_check]


def _doubt(indicators: Mapping[str, Indicator], main: Sequence[Comparison]) -> str:
    """Why none of some differences is a headline, as what follows "what sets it apart"."""
    if all(is_behind(one) for one in main):
        return "is more than a year behind the newest figures"
    if all(_is_near_nought(indicators[one.indicator], one) for one in main):
        return (
            "is a figure at or near nought" if len(main) == 1 else "are figures at or near nought"
        )
    if all(is_few(indicators[one.indicator], one) for one in main):
        return "rests on small numbers"
    return "rests on small numbers or is out of date"


def _is_near_nought(indicator: Indicator, comparison: Comparison) -> bool:
    """Whether few are counted where many would be at the level of others."""
    here, average = comparison.here, comparison.verdict.average
    if here.numerator is None or here.denominator is None or average is None:
        return False
    return here.numerator < FEW <= average * here.denominator / indicator.per


def _so_many(others: Sequence[Comparison]) -> str:
    figures = "figure sets" if len(others) == 1 else "figures set"
    return f"{counted(len(others)).lower()} {figures} it"


def _nothing(profile: Profile, about: str, area: Area) -> str:
    """Too small numbers, unless the figures are simply not there."""
    values = [one.here.value for one in profile.published]
    gone = [
        one for one in values if isinstance(one, Missing) and not ABSENT.isdisjoint(one.reasons)
    ]
    if 2 * len(gone) > len(values):
        return f"No figure on {about} that could be tested is published for {placed(area.name)}"
    return f"The numbers in {placed(area.name)} are too small to test any figure on {about}"
