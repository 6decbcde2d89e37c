"""The made-up councils have land of their own, and are as thickly settled as real ones are."""

import json

import numpy as np

from brightfutures.synthetic import Written
from brightfutures.synthetic.councils import TINY
from brightfutures.synthetic.land import CITY, LONDON_REGION, square_kilometres

SERIES = "area_square_kilometres"


def _features(written: Written) -> list[dict]:
    (path,) = (file for file in written.files if file.suffix == ".geojson")
    return json.loads(path.read_text(encoding="utf-8"))["features"]


def test_the_outlines_enclose_the_land_that_was_drawn(written: Written) -> None:
    councils = written.world.councils
    (planted,) = (entry for entry in written.planted if entry.series == SERIES)
    today = slice(0, councils.current_count)
    wanted = square_kilometres(written.world.seed, councils)
    assert np.allclose(planted.value[today], wanted[today], rtol=0.01)
    assert not planted.missing[today].any()
    assert 100_000 < np.nansum(planted.value) < 200_000  # England has about 130,000


def test_cities_and_the_first_region_are_thickly_settled_and_counties_thinly(
    written: Written,
) -> None:
    councils = written.world.councils
    thick = np.log(councils.size_2024 / square_kilometres(written.world.seed, councils))
    places = [place for place in range(councils.current_count) if place not in TINY]
    named = {place: councils.councils[place].name for place in places}
    counties = {
        int(np.flatnonzero(councils.region_of == region)[0])
        for region in range(len(councils.regions))
    }
    other = [place for place in places if councils.region_of[place] != LONDON_REGION]
    cities = [place for place in other if named[place].startswith(CITY)]
    rest = [place for place in other if place not in (*cities, *counties)]
    london = [place for place in places if place not in other and place not in counties]
    assert thick[london].mean() > thick[rest].mean() + 1
    assert thick[cities].mean() > thick[rest].mean() > thick[sorted(counties)].mean()
    assert np.corrcoef(thick[rest], councils.context[rest, 0])[0, 1] > 0.3


def test_some_have_an_island_and_some_a_lake_and_no_two_overlap(written: Written) -> None:
    boxes, lakes, islands = [], 0, 0
    for feature in _features(written):
        geometry = feature["geometry"]
        several = geometry["type"] == "MultiPolygon"
        polygons = geometry["coordinates"] if several else [geometry["coordinates"]]
        islands += several
        lakes += len(polygons[0]) > 1
        for rings in polygons:
            ring = np.array(rings[0])
            boxes.append([*ring.min(axis=0), *ring.max(axis=0)])
    west, south, east, north = np.array(boxes).T
    apart = (
        (east[:, None] < west) | (east < west[:, None])
        | (north[:, None] < south) | (north < south[:, None])
    )  # fmt: skip
    np.fill_diagonal(apart, True)
    assert apart.all()
    assert islands > 10
    assert lakes > 10


def test_the_map_lies_where_no_council_is(written: Written) -> None:
    for feature in _features(written):
        text = json.dumps(feature["geometry"]["coordinates"])
        numbers = np.array(
            [float(word) for word in text.replace("[", " ").replace("]", " ").split(", ")]
        )
        longitude, latitude = numbers[0::2], numbers[1::2]
        assert longitude.max() < -12
        assert longitude.min() >= -40
        assert 43 < latitude.min() <= latitude.max() < 58
