"""A line with no earlier figure is asked about by its cost for each child, and sooner."""

import pytest

from brightfutures.catalogue import Catalogue, load_catalogue
from brightfutures.catalogue.checks import CheckRule
from brightfutures.money.checks.cost import cost_per_child
from brightfutures.money.checks.council_return import CouncilReturn
from brightfutures.money.checks.subject import NOTHING_BEFORE, Subject
from brightfutures.money.checks.tree import LineTree

HOMES = "children_looked_after_in_childrens_homes_at_31_march"
LINE = "residential_care"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


def usual(_rule: CheckRule, _line: str, before: str | None) -> tuple[float, ...]:
    return (200_000.0, 350_000.0) if before == NOTHING_BEFORE else (150_000.0, 500_000.0)


def asked(catalogue: Catalogue, *before: float) -> int:
    past = tuple(
        CouncilReturn("revenue_outturn", f"20{20 - at}-{21 - at}", {LINE: {"spend": pounds}})
        for at, pounds in enumerate(before)
    )
    now = CouncilReturn("revenue_outturn", "2022-23", {LINE: {"spend": 40_000_000.0}})
    subject = Subject(now, LineTree({LINE: None}), past, usual, children={HOMES: 100.0})
    rule = catalogue.checks["residential_cost_for_each_child"]
    return len(list(cost_per_child(subject, rule)))


def test_it_has_less_room_than_a_line_with_a_past(catalogue: Catalogue):
    assert asked(catalogue) == 1
    assert asked(catalogue, 39_000_000.0) == 0


def test_every_such_rule_gives_nine_in_ten_councils_room(catalogue: Catalogue):
    of_cost = [rule for rule in catalogue.checks.values() if rule.check == "cost_per_child"]
    with_less = [rule for rule in of_cost if "spreads_with_nothing_before" in rule.parameters]
    assert len(with_less) >= 5
    for rule in with_less:
        assert rule.parameters["spreads_with_nothing_before"] == 1.65
        assert rule.parameters["spreads"] > 1.65


def test_a_parameter_may_be_of_one_return_alone(catalogue: Catalogue):
    rule = catalogue.checks["jump_in_spending"]
    assert rule.parameter("widest_change", "revenue_outturn") == 0.3
    assert rule.parameter("widest_change", "section_251") == 0.5
    assert rule.parameter("widest_change_small", "section_251") == 0.7
