"""The other tools' calculations that worked examples name, from plain numbers to plain numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from brightfutures.catalogue import GoodDirection
from brightfutures.measures.compatibility.dashboard import median_of, sum_of
from brightfutures.measures.compatibility.fingertips import (
    Counts,
    FingertipsMeasure,
    benchmark_of,
    limits,
    pooled_average,
)
from brightfutures.measures.compatibility.fingertips_trend import Point, recent_trend
from brightfutures.measures.compatibility.lait import (
    arrow_colour,
    arrow_of,
    change_between,
    neighbour_mean,
)
from brightfutures.measures.compatibility.lait_bands import (
    band_colour,
    band_labels,
    band_of,
    quartiles_of,
    rank_of,
)
from brightfutures.measures.compatibility.rounding import (
    half_away_with_a_hair,
    half_to_even,
    lait_text,
)
from brightfutures.measures.worked_examples import Answer, Given

NOTHING = "-"


def _one(entry: object) -> float | None:
    return None if entry == NOTHING else float(str(entry))


def _figures(entries: Sequence[object]) -> list[float | None]:
    return [_one(entry) for entry in entries]


def _there(entries: Sequence[object]) -> list[float]:
    return [figure for figure in _figures(entries) if figure is not None]


def _lait_mean(given: Given) -> Answer:
    mean, with_value = neighbour_mean(_figures(given["neighbours"]))
    return {"average": NOTHING if mean is None else mean, "with_a_figure": with_value}


def _lait_change(given: Given) -> Answer:
    change = change_between(_one(given["latest"]), _one(given["row_before"]))
    return {
        "shown": lait_text(change, int(given["decimal_places"])),
        "arrow": arrow_of(change).value,
        "colour": arrow_colour(change, given["polarity"]).value,
    }


def _lait_rank_and_band(given: Given) -> Answer:
    own, polarity = _one(given["own"]), str(given["polarity"])
    everyone = _there(given["all_councils"])
    quartiles = quartiles_of(everyone)
    band = band_of(own, quartiles, polarity, shown=True)
    rank = rank_of(own, everyone, polarity)
    labels = band_labels(quartiles, polarity, int(given["decimal_places"]), shown=True)
    return {
        "rank": NOTHING if rank is None else rank,
        "band": band,
        "colour": band_colour(band).value,
        "labels": "; ".join(f"{one.band} {one.label}" for one in labels),
    }


def _dashboard_median(given: Given) -> Answer:
    median, with_value = median_of(_figures(given["neighbours"]))
    places = int(given["decimal_places"])
    return {
        "median": NOTHING if median is None else half_away_with_a_hair(median, places),
        "with_a_figure": with_value,
        "number_beside_it": sum_of(_figures(given["counts"])),
    }


def _measure(given: Given) -> FingertipsMeasure:
    return FingertipsMeasure(
        proportion=given["kind"] == "proportion",
        per=float(given.get("per", 100)),
        good=GoodDirection(given.get("good", "neither")),
        largest=100.0,
    )


def _counts(count: object, base: object) -> Counts | None:
    one, other = _one(count), _one(base)
    return None if one is None or other is None else Counts(count=one, denominator=other)


def _pooled(given: Given) -> Answer:
    group = [
        _counts(count, base) for count, base in zip(given["counts"], given["out_of"], strict=True)
    ]
    pooled, of = pooled_average(group, float(given["per"]))
    return {"average": NOTHING if pooled is None else pooled, "councils": of}


def _verdict_by_interval(given: Given) -> Answer:
    measure = _measure(given)
    counts = Counts(count=float(given["count"]), denominator=float(given["out_of"]))
    near, far = limits(counts, measure, 95.0), limits(counts, measure, 99.8)
    found = benchmark_of("England", float(given["england"]), (near, far), measure)
    return {
        "low": near.low,
        "high": near.high,
        "word": found.word,
        "word_of_two_levels": found.word_of_two_levels,
        "colour": found.colour.value,
    }


def _recent_trend(given: Given) -> Answer:
    measure = _measure(given)
    points: list[Point | None] = []
    pairs = zip(given["counts"], given["out_of"], strict=True)
    for place, (count, base) in enumerate(pairs, 1):
        counts = _counts(count, base)
        if counts is None:
            points.append(None)
            continue
        interval = limits(counts, measure, 95.0)
        points.append(
            Point(
                period=str(place),
                value=measure.per * counts.count / counts.denominator,
                count=counts.count,
                denominator=counts.denominator,
                low_95=interval.low,
                high_95=interval.high,
            )
        )
    found = recent_trend(points, measure.good, proportion=measure.proportion)
    return {
        "chi_squared": NOTHING if found.chi2 is None else found.chi2,
        "one_direction_throughout": {True: "yes", False: "no", None: NOTHING}[found.same_sign],
        "trend": found.word,
    }


def _rounding(given: Given) -> Answer:
    number, places = float(given["number"]), int(given["decimal_places"])
    return {
        "dfe_tools": half_away_with_a_hair(number, places),
        "labels_of_bands": half_to_even(number, places),
    }


COMPATIBILITY: dict[str, Callable[[Given], Answer]] = {
    "lait_mean": _lait_mean,
    "lait_change": _lait_change,
    "lait_rank_and_band": _lait_rank_and_band,
    "dashboard_median": _dashboard_median,
    "fingertips_pooled": _pooled,
    "fingertips_verdict": _verdict_by_interval,
    "fingertips_trend": _recent_trend,
    "rounding_of_other_tools": _rounding,
}
"""By the name that a worked example gives."""
