"""What must hold of two years taken together, whatever the figures."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from small_england import SmallEngland, random_england

from brightfutures.catalogue import IndicatorKind

FEW = settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
SEEDS = some.integers(0, 10_000)


def an_england(seed: int, wobble: float) -> SmallEngland:
    kinds = {"care": IndicatorKind.RATE, "moves": IndicatorKind.PROPORTION}
    return random_england(seed, kinds=kinds, wobble=wobble)


@FEW
@given(SEEDS, some.floats(0.0, 0.8))
def test_two_years_together_lie_between_the_two(seed: int, wobble: float):
    measures = an_england(seed, wobble).measures()
    read = 0
    for name in ("care", "moves"):
        for council in ("C01", "C02", "C03", "C04"):
            found = measures.compare(name, council, "2025")
            moved = found.moved
            assert moved is not None
            if moved.from_value is None or moved.to_value is None:
                continue
            read += 1
            years = {cell.period: cell.value for cell in found.history}
            for value, two in (
                (moved.from_value, ("2021", "2022")),
                (moved.to_value, ("2024", "2025")),
            ):
                low, high = sorted(float(years[year]) for year in two)  # type: ignore[arg-type]
                assert low - 1e-9 <= value <= high + 1e-9
    assert read
