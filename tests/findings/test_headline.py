"""The sentence at the top is true of the council, tested, current, and rests on enough children."""

from dataclasses import replace

import pytest
from hand_made import cell, comparison, indicator, verdict

from brightfutures.findings.finding import Certainty
from brightfutures.findings.headline import (
    difference_sentence,
    headline,
    headline_comparison,
    is_behind,
    is_few,
)
from brightfutures.measures.results import Comparison, Level, Why
from brightfutures.quantities import Missing, Reason

NAMES = [f"visits_{number}_rate" for number in range(8)]
INDICATORS = {name: indicator(name) for name in NAMES}


def found(place: int = 0, level: Level = Level.HIGHER, z: float = 1.0, **changes) -> Comparison:
    given = {"z_wobble": 3.0, "average": 200.0}
    return comparison(indicator=NAMES[place], verdict=verdict(level, z_usual=z, **given), **changes)


def test_the_farthest_outside_the_usual_spread_is_chosen():
    near, far = found(0, z=1.2), found(1, Level.LOWER, z=-2.4)

    assert headline_comparison(INDICATORS, [near, far]) is far
    assert headline_comparison(INDICATORS, [far, near]) is far


def test_unusual_in_two_periods_comes_before_far_in_one():
    far, unusual = found(0, z=4.0), found(1, Level.UNUSUALLY_HIGH, z=2.0)

    assert headline_comparison(INDICATORS, [far, unusual]) is unusual


@pytest.mark.parametrize("level", [Level.ABOUT_THE_SAME, Level.CANNOT_SAY])
def test_what_is_no_difference_is_never_the_headline(level: Level):
    assert headline_comparison(INDICATORS, [found(0, level, z=9.0)]) is None


def test_what_the_catalogue_does_not_let_be_a_headline_is_none():
    indicators = {NAMES[0]: replace(INDICATORS[NAMES[0]], headline=False)}

    assert headline_comparison(indicators, [found()]) is None


@pytest.mark.parametrize(
    ("period", "newest", "behind"),
    [
        ("2025", "2025", False),
        ("2024", "2025", False),
        ("2023", "2025", True),
        ("2023-24", "2024-25", False),
        ("2022-23", "2024-25", True),
        ("1998-99", "1999-00", False),
    ],
)
def test_a_figure_more_than_a_year_behind_is_never_the_headline(
    period: str, newest: str, behind: bool
):
    old = found(period=period, newest_period=newest)

    assert is_behind(old) is behind
    assert (headline_comparison(INDICATORS, [old]) is None) is behind


def test_a_figure_that_rests_on_few_is_never_the_headline():
    few = found(here=replace(cell(300.0), numerator=9.0, denominator=300.0))

    assert is_few(INDICATORS[NAMES[0]], few)
    assert headline_comparison(INDICATORS, [few]) is None


def test_the_headline_says_more_of_what_is_above_and_fewer_of_what_is_below():
    above = headline(INDICATORS, [found(0, Level.HIGHER)], "Essex")
    below = headline(INDICATORS, [found(0, Level.UNUSUALLY_LOW, z=-3.0)], "Essex")

    assert above.sentence == "More visits are made in Essex than in similar councils"
    assert below.sentence == "Fewer visits are made in Essex than in similar councils"
    assert above.certainty is Certainty.TESTED
    assert above.evidence[0].indicator == NAMES[0]


def test_without_words_of_its_own_an_indicator_is_still_said_plainly():
    plain = indicator(said_higher=None, said_lower=None)

    assert difference_sentence(plain, found(), "Essex") == (
        "Visits: higher in Essex than in similar councils"
    )


def test_a_council_like_the_others_is_said_to_be_with_the_count_it_rests_on():
    same = [found(place, Level.ABOUT_THE_SAME) for place in range(7)]
    other = found(7, Level.CANNOT_SAY)

    assert headline(INDICATORS, [*same, other], "Essex").sentence == (
        "On all 7 measures that can be tested, Essex shows no clear difference from other councils"
    )


def test_how_many_measures_are_about_the_same_is_said_of_how_many_were_tested():
    same = [found(place, Level.ABOUT_THE_SAME) for place in range(7)]
    indicators = INDICATORS | {NAMES[7]: indicator(NAMES[7], headline=False)}

    assert headline(indicators, [*same, found(7)], "Essex").sentence.startswith("On 7 of the 8 ")


def test_councils_chosen_by_a_reader_may_be_too_few():
    cannot = verdict(Level.CANNOT_SAY, Why.TOO_FEW_COMPARATORS)
    entries = [comparison(indicator=name, verdict=cannot) for name in NAMES]

    finding = headline(INDICATORS, entries, "Essex")

    assert finding.sentence == "Too few councils stand beside Essex for most figures to be tested"
    assert finding.certainty is Certainty.AS_PUBLISHED


def test_a_council_with_too_few_children_is_said_to_have_too_few():
    nothing = comparison(
        indicator=NAMES[0], verdict=verdict(Level.CANNOT_SAY, Why.TOO_FEW_CHILDREN)
    )
    finding = headline(INDICATORS, [nothing] * 8, "Isles of Scilly")

    assert "too few children in the Isles of Scilly" in finding.sentence
    assert finding.certainty is Certainty.AS_PUBLISHED


def test_a_council_that_ended_before_the_figures_begin_is_not_said_to_have_few_children():
    ended = comparison(
        Missing((Reason.DID_NOT_EXIST,)),
        indicator=NAMES[0],
        verdict=verdict(Level.CANNOT_SAY, Why.VALUE_MISSING),
    )

    assert headline(INDICATORS, [ended] * 8, "Cheshire").sentence == (
        "Most figures of this health check are not published for Cheshire"
    )


def test_a_headline_too_long_to_be_said_is_said_more_shortly():
    """The catalogue's words give way to the measure's title, and then those compared with."""
    long = indicator(
        said_higher="More visits " + "of this kind " * 4 + "are made in {council} than in {others}"
    )
    above = comparison(verdict=verdict(Level.HIGHER))
    name = " ".join("ABCDEFGHIJKLMNOPQR")

    assert difference_sentence(long, above, "Essex").startswith("More visits of this kind")
    assert difference_sentence(long, above, "A B C D E") == (
        "Visits: higher in A B C D E than in similar councils"
    )
    assert difference_sentence(long, above, f"{name} S T") == (
        f"Visits: higher in {name} S T than elsewhere"
    )
