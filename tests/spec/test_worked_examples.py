"""Runs every worked example that ships with the code it explains."""

import math

import pytest

from brightfutures.measures.calculations import CALCULATIONS
from brightfutures.measures.worked_examples import ExampleRow, WorkedExample
from brightfutures.money.calculations import MONEY
from brightfutures.pages.every_example import every_worked_example

EXAMPLES = every_worked_example()
EVERY_CALCULATION = {**CALCULATIONS, **MONEY}
ROWS = [
    pytest.param(example, row, id=f"{example.id}-{number}")
    for example in EXAMPLES
    for number, row in enumerate(example.rows, 1)
]


def decimals(written: float) -> int:
    """How many decimals a number is written with."""
    return len(repr(float(written)).partition(".")[2])


def agrees(written: object, found: object) -> bool:
    """Numbers agree to the decimals written (at least one), words exactly."""
    if isinstance(written, list) and isinstance(found, list):
        return len(written) == len(found) and all(map(agrees, written, found))
    if isinstance(written, int | float) and isinstance(found, int | float):
        half = 0.5 * 10.0 ** -max(decimals(written), 1)
        return math.isclose(written, found, abs_tol=half * 1.000001, rel_tol=0.0)
    return written == found


@pytest.mark.parametrize(("example", "row"), ROWS)
def test_the_code_answers_as_the_example_says(example: WorkedExample, row: ExampleRow):
    found = EVERY_CALCULATION[example.calculation](row.given)
    for name, written in row.expected.items():
        assert agrees(written, found[name]), (name, written, found[name])


def test_every_calculation_has_an_example():
    assert {example.calculation for example in EXAMPLES} == set(EVERY_CALCULATION)


def test_no_two_examples_or_calculations_have_one_name():
    assert len({example.id for example in EXAMPLES}) == len(EXAMPLES)
    assert len(EVERY_CALCULATION) == len(CALCULATIONS) + len(MONEY)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.id)
def test_an_example_speaks_plainly(example: WorkedExample):
    assert example.says.endswith(".")
    assert len(example.says.split()) < 90
    assert not example.title.endswith(".")
    assert example.rows
