"""LAIT's quartile bands and rank, its rounding of their labels included.

Quartiles are R's type 7 (Hyndman and Fan 1996): with h = (n − 1)p, the figure at ⌊h⌋ and the next
one weighed by (1 − (h − ⌊h⌋)) and (h − ⌊h⌋). A figure equal to a bound falls in the lower band.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from brightfutures.measures.compatibility.results import BandLabel, Colour
from brightfutures.measures.compatibility.rounding import half_to_even, label_text

HIGH, LOW = "High", "Low"
NOT_BANDED = "-"
NOT_AVAILABLE = "NA"


def type_7_quantile(values: Sequence[float], share: float) -> float:
    """One quantile as R works it out, to the last bit."""
    ordered = sorted(values)
    place = (len(ordered) - 1) * share
    below = math.floor(place)
    low, high = ordered[below], ordered[math.ceil(place)]
    weight = place - below
    return low if low == high else (1.0 - weight) * low + weight * high


def quartiles_of(values: Sequence[float]) -> tuple[float, ...]:
    """Least, three quartiles and greatest; empty without values."""
    if not values:
        return ()
    return tuple(type_7_quantile(values, share) for share in (0.0, 0.25, 0.5, 0.75, 1.0))


def rank_of(value: float | None, values: Sequence[float], polarity: str | None) -> int | None:
    """The place, 1 the best as LAIT sees it; councils that tie share the smaller number."""
    if value is None or polarity not in (HIGH, LOW):
        return None
    ahead = (other > value if polarity == HIGH else other < value for other in values)
    return 1 + sum(ahead)


def band_of(
    value: float | None, quartiles: tuple[float, ...], polarity: str | None, *, shown: bool
) -> str:
    """A to D; "-" where the polarity gives none or the range is too small; NA without a value."""
    if not shown or polarity not in (HIGH, LOW):
        return NOT_BANDED
    if value is None or not quartiles:
        return NOT_AVAILABLE
    _, first, second, third, _ = quartiles
    place = 0 if value <= first else 1 if value <= second else 2 if value <= third else 3
    return ("ABCD" if polarity == LOW else "DCBA")[place]


def band_colour(band: str) -> Colour:
    """Green for A, red for D."""
    return {"A": Colour.GREEN, "D": Colour.RED}.get(band, Colour.NONE)


def band_labels(
    quartiles: tuple[float, ...], polarity: str | None, places: int, *, shown: bool
) -> tuple[BandLabel, ...]:
    """The bounds as printed under the bands; none where there are no bands.

    Each bound is rounded by R's own rounding and the next band begins one step of rounding
    later. Where higher is good, B ends and C begins at the same figure: LAIT's own slip.
    """
    if not shown or not quartiles or polarity not in (HIGH, LOW):
        return ()
    step = 10.0**-places
    least, first, second, third, most = (half_to_even(bound, places) for bound in quartiles)
    low_ends = (first + step, second + step, third + step)
    if polarity == LOW:
        ends = [(least, first), (low_ends[0], second), (low_ends[1], third), (low_ends[2], most)]
    else:
        ends = [(most, low_ends[2]), (third, low_ends[1]), (low_ends[1], low_ends[0])]
        ends.append((first, least))
    return tuple(
        BandLabel(band=band, label=f"{label_text(one)} to {label_text(other)}")
        for band, (one, other) in zip("ABCD", ends, strict=True)
    )


def bands_holding(shown: float, labels: Sequence[BandLabel]) -> str:
    """The letters of the bands whose labels hold a figure as it is shown."""
    found = ""
    for entry in labels:
        one, other = (float(text) for text in entry.label.split(" to "))
        if min(one, other) - 1e-9 <= shown <= max(one, other) + 1e-9:
            found += entry.band
    return found
