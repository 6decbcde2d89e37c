"""A map of councils is read row by row; one clear sentence says what is wrong with another."""

import json

import pytest

from brightfutures.quantities import PlainError

SQUARE = [[0, 50], [1, 50], [1, 51], [0, 51], [0, 50]]


def feature(code, geometry=None, **properties):
    shape = geometry or {"type": "Polygon", "coordinates": [SQUARE]}
    return {"type": "Feature", "properties": {"code": code, **properties}, "geometry": shape}


def collection(*features):
    return json.dumps({"type": "FeatureCollection", "features": list(features)}, indent=1)


@pytest.fixture
def load_map(load_files, care_file):
    def run(text):
        return load_files(
            {"care_2024.csv": care_file(("E06000001", "5")), "maps/outlines.geojson": text}
        )

    return run


def fault(load_map, text):
    with pytest.raises(PlainError) as caught:
        load_map(text)
    sentence = str(caught.value)
    assert "\n" not in sentence
    return sentence


def test_the_area_of_each_council_is_read_with_where_it_comes_from(load_map, opened, value_at):
    whole = feature("E06000001", name="Hartlepool", hectares=3)
    half = {"type": "Polygon", "coordinates": [[[0, 50], [1, 50], [1, 51], [0, 50]]]}
    load_map(collection(whole, feature("E06000005", half, name=None)))
    with opened() as store:
        large = value_at(store, "square_kilometres", "E06000001", "2023")
        small = value_at(store, "square_kilometres", "E06000005", "2023")
        (row,) = store.source_rows("square_kilometres", "E06000005", "2023")
    assert large == pytest.approx(7_894, rel=0.001)  # about 71.0 km by 111.2 km
    assert small == pytest.approx(large / 2, rel=0.01)
    assert (row.file, row.row, row.column) == ("maps/outlines.geojson", 2, "geometry")
    assert row.as_published == "an outline of 4 points"


def test_an_earlier_code_of_a_council_is_known(load_map, opened, value_at):
    load_map(collection(feature("E06900001")))
    with opened() as store:
        assert value_at(store, "square_kilometres", "E06000001", "2023") > 7_000


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<kml/>", "outlines.geojson, row 1, is not sound GeoJSON"),
        (collection(feature("E06000001"))[:-60], "is not sound GeoJSON: the file may be cut short"),
        ("[" * 100_000, "is not sound GeoJSON: get it again"),
        ("[]", "outlines.geojson is not GeoJSON with features"),
        ('{"type": "Topology"}', "outlines.geojson is not GeoJSON with features"),
        (collection(), "outlines.geojson is not GeoJSON with features"),
        (collection({"type": "Feature", "geometry": None}), "row 1, is no feature with properties"),
        (
            collection({"type": "Feature", "properties": {"name": "A"}, "geometry": None}),
            "has no column 'code'",
        ),
        (collection(feature("E06000001"), feature("")), "row 2, column 'code', names an area"),
        (collection(feature("E06000001"), feature("E99000001")), "row 2, column 'code', names an"),
        (collection(feature("E12000001")), "row 1, has the code E12000001, which is no council's"),
        (
            collection(feature("E06000001"), feature("E06000005", {"type": "Point"})),
            "row 2, column 'geometry', holds a Point, not the outline of an area",
        ),
        (
            collection(feature("E06000001", {"type": "Polygon", "coordinates": [SQUARE[:-1]]})),
            "row 1, column 'geometry', holds a ring that does not end where it began",
        ),
        (
            collection(
                feature("E06000001"),
                feature(
                    "E06000001", {"type": "Polygon", "coordinates": [[*SQUARE[:3], SQUARE[0]]]}
                ),
            ),
            "rows 1 and 2, give different figures",
        ),
    ],
)
def test_a_map_that_is_not_as_declared_is_refused(load_map, home, text, said):
    assert said in fault(load_map, text)
    assert not (home / "current").exists()


def test_another_encoding_is_refused(load_map):
    text = collection(feature("E06000001", name="Cafe")).replace("Cafe", "Caf\u00e9")
    assert "is not written in UTF-8" in fault(load_map, text.encode("cp1252"))
