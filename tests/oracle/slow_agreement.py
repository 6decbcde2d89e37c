"""The slow obvious twin of figures beside grades: loops, whole samples, and drawing."""

from __future__ import annotations

import datetime
import math
from collections.abc import Sequence

import numpy as np
from scipy.stats import rankdata, spearmanr
from small_england import SmallEngland

from brightfutures.published.readings import Judgement

WORTH = {"inadequate": 0, "requires_improvement": 1, "good": 2, "outstanding": 3}


def places_in(england: SmallEngland, name: str, year: int) -> dict[str, float]:
    """Each council's place at 31 March of a year."""
    table = {area: value for (area, label), value in england.tables[name].items()
             if label == str(year)}  # fmt: skip
    ranks = rankdata(list(table.values()))
    return {
        area: 100.0 * (rank - 0.5) / len(table) for area, rank in zip(table, ranks, strict=True)
    }


def pairs_beside(
    england: SmallEngland, name: str, judgements: Sequence[Judgement], when: str
) -> list[tuple[float, int, str]]:
    """Place, grade and council of every inspection, from figures counted on 31 March."""
    years = sorted({int(label) for _, label in england.tables[name]})
    found = []
    for one in judgements:
        day = datetime.date.fromisoformat(one.inspected_on)
        out = datetime.date.fromisoformat(one.published_on)
        if when == "before":
            fits = [y for y in years if (day - datetime.date(y, 3, 31)).days >= 28]
            fits = [y for y in fits if (day - datetime.date(y, 3, 31)).days < 28 + 730][-1:]
        else:
            fits = [y for y in years if 0 < (datetime.date(y, 3, 31) - out).days <= 730][:1]
        if fits:
            place = places_in(england, name, fits[0]).get(one.area)
            if place is not None:
                found.append((place, WORTH[one.parts["overall"]], one.area))
    return found


def rho(pairs: Sequence[tuple[float, int, str]]) -> float:
    """Spearman's, by scipy."""
    return float(spearmanr([one[0] for one in pairs], [one[1] for one in pairs]).statistic)


def spread_leaving_each_out(pairs: Sequence[tuple[float, int, str]]) -> float:
    """The standard error of artanh ρ, one council and all its inspections left out at a time."""
    councils = sorted({one[2] for one in pairs})
    each = [math.atanh(rho([one for one in pairs if one[2] != out])) for out in councils]
    mean = sum(each) / len(each)
    count = len(councils)
    return math.sqrt((count - 1) / count * sum((z - mean) ** 2 for z in each))


def spread_by_drawing_councils(pairs: Sequence[tuple[float, int, str]], times: int) -> float:
    """The same by drawing as many councils as there are, whole, with a fixed seed."""
    draw = np.random.default_rng(1)
    of: dict[str, list[tuple[float, int, str]]] = {}
    for one in pairs:
        of.setdefault(one[2], []).append(one)
    councils = list(of)
    each = []
    for _ in range(times):
        drawn = draw.choice(len(councils), len(councils))
        each.append(math.atanh(rho([one for row in drawn for one in of[councils[row]]])))
    return float(np.std(each, ddof=1))


def top_by_drawing(
    steadiness: float, share: float, councils: int, top: int, times: int
) -> tuple[float, float]:
    """Of the top by a wobbling figure, how many truly are in the lowest share; how often two."""
    draw = np.random.default_rng(1)
    truth = draw.normal(size=(times, councils))
    figure = math.sqrt(steadiness) * truth + math.sqrt(1 - steadiness) * draw.normal(
        size=truth.shape
    )
    best = np.argsort(-figure, axis=1)[:, :top]
    lowest = truth.argsort(axis=1).argsort(axis=1) < share * councils
    held = np.take_along_axis(lowest, best, axis=1).sum(axis=1)
    return float(held.mean()), float((held >= 2).mean())


def less_than_good_by_dealing(
    places: np.ndarray, less: np.ndarray, times: int
) -> tuple[float, float, float]:
    """Mean, spread and how often as far off, of places held, above the share of each year."""
    draw = np.random.default_rng(1)
    share = np.nanmean(less, axis=0)

    def surplus(history: np.ndarray) -> float:
        over = np.where(np.isfinite(history), history - share, 0.0)
        return float((places * over).sum())

    found = surplus(less)
    each = np.array([surplus(less[draw.permutation(len(less))]) for _ in range(times)])
    off = np.abs(each - each.mean()) >= abs(found - each.mean()) - 1e-9
    return float(each.mean()), float(each.std()), float(off.mean())
