"""Why no council of a region can be tested on a measure: always a reason, and the true one."""

from dataclasses import replace

import pytest
from hand_made import comparison, indicator, verdict

from brightfutures.catalogue import IndicatorKind, Stage
from brightfutures.findings.region_not_tested import why_none_tested
from brightfutures.measures.results import Comparison, Level, Why
from brightfutures.quantities import Missing, Reason, Value

RATE = indicator()


def untested(value: Value, why: Why, numerator: float | None = None) -> Comparison:
    found = comparison(value, verdict=verdict(level=Level.CANNOT_SAY, reason=why))
    return replace(found, here=replace(found.here, numerator=numerator))


@pytest.mark.parametrize(
    ("kind", "stage", "why"),
    [
        (IndicatorKind.FIGURE, Stage.IN_CARE, "no counts are published"),
        (IndicatorKind.RATIO, Stage.MONEY, "spending is not a count of children"),
    ],
)
def test_a_measure_that_is_never_tested_says_why(kind: IndicatorKind, stage: Stage, why: str):
    assert why_none_tested(indicator(kind=kind, stage=stage), []) == why


def test_where_every_count_is_nought_that_is_the_reason():
    nought = untested(0.0, Why.TOO_FEW_CHILDREN, 0.0)
    one = untested(1.0, Why.TOO_FEW_CHILDREN, 1.0)

    assert why_none_tested(RATE, [nought, nought]) == "none was counted in any council here"
    assert why_none_tested(RATE, [nought, one]) == "the numbers here are too small"


def test_several_reasons_are_each_counted():
    withheld = untested(Missing((Reason.SUPPRESSED,)), Why.VALUE_MISSING)
    few = untested(30.0, Why.TOO_FEW_COMPARATORS, 6.0)

    assert why_none_tested(RATE, [withheld, few, withheld]) == (
        "the figure is withheld (2 councils); fewer than six councils it is compared with have a "
        "figure (1 council)"
    )
