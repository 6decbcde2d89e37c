"""The made-up councils: names, codes, regions, sizes, and which are like which."""

from __future__ import annotations

import datetime
import tomllib
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from brightfutures.quantities import ENGLAND, Area, AreaKind
from brightfutures.synthetic.chance import generator

Numbers = npt.NDArray[np.float64]

MERGED_ON = datetime.date(2019, 4, 1)
RECODED_ON = datetime.date(2021, 4, 1)  # files about one earlier year write the old code
RECODED_PLACE = 40  # which council was recoded, an ordinary one
TINY = {4: 850.0, 152: 320.0}
"""Two councils as small as the two smallest real ones (847 and 319 children in mid-2024)."""

# Children aged 0 to 17 in mid-2024 in ons_mid-year_population_estimates_2012_to_2024.csv: the mean
# and standard deviation of the logarithm over the 151 larger councils.
LOG_SIZE_MEAN, LOG_SIZE_SPREAD = 11.099, 0.606

SIMILAR_COUNCILS = 10
CLOSENESS = ((0.01, "Extremely close"), (0.54, "Very close"), (0.88, "Close"))
"""Up to which share of pairs, nearest first, each word goes, as in sn_model_2025_wide.csv."""
LESS_CLOSE = ((0.97, "Somewhat close"), (1.0, "Not close"))

CONTEXT = 4  # deprivation first, then three that have no name


@dataclass(frozen=True, eq=False)
class Councils:
    """Every made-up area. Arrays run over `councils`: today's first, then the former ones.

    `context` (councils × 4, standard scores) is what makes councils alike; its first column is
    deprivation. `size_2024` is children aged 0 to 17. `similar` holds for each of today's councils
    the places of its ten nearest, nearest first, and `distance` how far each is.
    """

    england: Area
    regions: tuple[Area, ...]
    councils: tuple[Area, ...]
    old_code: tuple[str, str]  # the code before the recode, and the one it became
    programme: str
    region_of: npt.NDArray[np.intp]
    context: Numbers
    size_2024: Numbers
    similar: npt.NDArray[np.intp]
    distance: Numbers

    @property
    def current_count(self) -> int:
        """How many of the councils are there today."""
        return len(self.similar)

    @cached_property
    def closeness(self) -> tuple[tuple[str, ...], ...]:
        """How close each similar council is, in the words of the published table."""
        ordered = np.sort(self.distance, axis=None)
        rank = np.searchsorted(ordered, self.distance, side="right") / ordered.size
        words = (*CLOSENESS, *LESS_CLOSE)
        return tuple(
            tuple(next(word for limit, word in words if share <= limit) for share in row)
            for row in rank.tolist()
        )


def make_councils(seed: int) -> Councils:
    """The councils of one made-up England; names and codes are the same for every seed."""
    named = tomllib.loads((files("brightfutures.synthetic") / "names.toml").read_text("utf-8"))
    regions = tuple(
        Area(code=f"E9700000{number}", name=entry["name"], kind=AreaKind.REGION)
        for number, entry in enumerate(named["region"], 1)
    )
    england = Area(code=ENGLAND, name=named["country"], kind=AreaKind.COUNTRY)
    today: list[Area] = []
    region_of: list[int] = []
    for place, entry in enumerate(named["region"]):
        for name in entry["councils"]:
            number = len(today) + 1
            joined = place == 0 and name == entry["councils"][-1]
            today.append(
                Area(
                    code=f"E96{number:06d}",
                    name=name,
                    kind=AreaKind.COUNCIL,
                    dfe_code=str(500 + number),
                    region=regions[place].code,
                    first=MERGED_ON if joined else None,
                )
            )
            region_of.append(place)
    heir = next(area for area in today if area.first)
    former = [
        Area(
            code=f"E9600090{number}",
            name=name,
            kind=AreaKind.COUNCIL,
            dfe_code=str(690 + number),
            region=heir.region,
            last=MERGED_ON - datetime.timedelta(days=1),
            successors=(heir.code,),
        )
        for number, name in enumerate(named["former"], 1)
    ]
    place = today.index(heir)
    context = _context(seed, np.array(region_of))
    size = _sizes(seed, named, len(today))
    similar, distance = _similar(context)
    return Councils(
        england=england,
        regions=regions,
        councils=(*today, *former),
        old_code=("E96000911", today[RECODED_PLACE].code),
        programme=named["programme"],
        region_of=np.array([*region_of, 0, 0]),
        context=np.vstack([context, context[place], context[place]]),
        size_2024=np.concatenate([size, [0.6 * size[place], 0.4 * size[place]]]),
        similar=similar,
        distance=distance,
    )


def _context(seed: int, region_of: npt.NDArray[np.intp]) -> Numbers:
    """Standard scores, a third of whose variance lies between regions."""
    chance = generator(seed, "context")
    regional = chance.standard_normal((int(region_of.max()) + 1, CONTEXT))
    own = chance.standard_normal((len(region_of), CONTEXT))
    context = np.sqrt(1 / 3) * regional[region_of] + np.sqrt(2 / 3) * own
    scores: Numbers = (context - context.mean(axis=0)) / context.std(axis=0)
    return scores


def _sizes(seed: int, named: dict[str, list[dict[str, list[str]]]], count: int) -> Numbers:
    """Children by council: the largest few go to each region's county, two are tiny."""
    chance = generator(seed, "sizes")
    logs = LOG_SIZE_MEAN + LOG_SIZE_SPREAD * chance.standard_normal(count)
    sizes = np.sort(np.exp(logs))[::-1]
    counties, start = [], 0
    for entry in named["region"]:
        counties.append(start)
        start += len(entry["councils"])
    others = [place for place in range(count) if place not in counties]
    order = [*counties, *chance.permutation(others).tolist()]
    result = np.empty(count)
    result[order] = sizes
    for place, size in TINY.items():
        result[place] = size
    return result


def _similar(context: Numbers) -> tuple[npt.NDArray[np.intp], Numbers]:
    distance = np.sqrt(((context[:, None, :] - context[None, :, :]) ** 2).sum(axis=2))
    np.fill_diagonal(distance, np.inf)
    nearest = np.argsort(distance, axis=1, kind="stable")[:, :SIMILAR_COUNCILS]
    return nearest, np.take_along_axis(distance, nearest, axis=1)
