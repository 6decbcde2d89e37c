"""The ends of a movement: what was counted in two years over what it is counted of."""

import pytest

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import moved
from brightfutures.findings.notes import moved_sentence
from brightfutures.measures.results import Comparison, Movement
from brightfutures.quantities import Missing

pytestmark = pytest.mark.published

CITY_OF_LONDON, NOTTINGHAM = "E09000001", "E06000018"


def compared(edition: Edition, name: str, code: str) -> Comparison:
    return edition.measures.compare(name, code)


def test_the_city_of_london_tells_its_children_in_need_of_two_years_together(edition: Edition):
    """The mean on the scale of the test is another figure, and stands nowhere."""
    found = compared(edition, "children_in_need_rate", CITY_OF_LONDON)
    last = found.history[-2:]
    pairs = [(cell.numerator or 0.0, cell.denominator or 0.0) for cell in last]
    plain = 10_000 * sum(one for one, _ in pairs) / sum(whole for _, whole in pairs)
    figure = f"{plain:.0f}"

    assert found.moved is not None
    assert found.moved.to_value == pytest.approx(plain)
    sentence = moved_sentence(edition.catalogue.indicators[found.indicator], found.moved) or ""
    assert f"to {figure} in {last[0].period} and {last[-1].period}" in sentence
    assert moved(found.moved)["to_value"] == pytest.approx(plain)


def test_the_ends_of_every_movement_lie_between_their_two_years(edition: Edition):
    councils = edition.geography.councils()[::10]
    for name in edition.measures.with_figures():
        for area in councils:
            found = compared(edition, name, area.code)
            ends = found.moved
            if ends is None or ends.from_value is None or ends.to_value is None:
                continue
            at = {cell.period: place for place, cell in enumerate(found.history)}
            first, last = at[ends.from_period or ""], at[ends.to_period or ""]
            for value, cells in (
                (ends.from_value, found.history[first : first + 2]),
                (ends.to_value, found.history[last - 1 : last + 1]),
            ):
                years = [cell.value for cell in cells if not isinstance(cell.value, Missing)]
                slack = 0.02 * max(years)  # a figure as published is of its own rounded counts
                assert min(years) - slack <= value <= max(years) + slack, (name, area.name)


def test_a_move_that_only_the_test_shows_is_told_as_such(edition: Edition):
    found = compared(edition, "assessment_factor_domestic_abuse_other_person_rate", NOTTINGHAM)

    assert found.moved is not None
    assert found.moved.level is Movement.HAS_RISEN
    sentence = moved_sentence(edition.catalogue.indicators[found.indicator], found.moved) or ""
    assert "though two years together went the other way, from 19" in sentence
