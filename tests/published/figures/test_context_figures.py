"""The circumstances of nearest in context: as printed, adding up to England, and of use."""

import csv

import duckdb
import numpy as np
import pytest

from brightfutures.catalogue import ContextUse, load_catalogue
from brightfutures.measures.context.table import context_table
from brightfutures.measures.panels import Ingredients
from brightfutures.measures.places import places_of

pytestmark = pytest.mark.published

FOLDER = "ons/census-2021/ons-ethnic-population"
CODE = "Ethnic group (20 categories) Code"
GROUPS = {
    read.where[CODE]: read.series
    for read in load_catalogue().sources["ons_census_2021_ethnic_group"].reads
}
AREAS = {
    "la": "2023 Upper tier local authorities Code",
    "reg": "Regions Code",
    "nat": "Countries Code",
}
SETS = ("dfe-2025", "dfe-2021", "nearest-in-context")


@pytest.mark.parametrize("group", GROUPS)
def test_residents_of_each_ethnic_group_are_those_in_the_files(group, figures, official):
    printed = [
        official.figure(row[column], "2021", row["Observation"])
        for part, column in AREAS.items()
        for row in official.rows(f"{FOLDER}-{part}.csv")
        if row[CODE] == group
    ]
    figures.readings_are(GROUPS[group], figures.known(printed), at_least=163)


def test_every_group_in_the_files_is_read(published_data):
    with (published_data / f"{FOLDER}-nat.csv").open(encoding="utf-8-sig") as stream:
        codes = {row[CODE] for row in csv.DictReader(stream)}
    assert codes == {*GROUPS, "-8"}  # "Does not apply", of which there are none


def test_councils_add_up_to_englands_ethnic_groups_within_a_dozen(loaded_store):
    councils = {area.code for area in loaded_store.geography.councils()}
    everyone = 0.0
    for series in GROUPS.values():
        readings = loaded_store.readings(series)
        value = {
            readings.areas[area]: number
            for area, number in zip(readings.area_index, readings.value, strict=True)
        }
        england = value["E92000001"]
        assert abs(sum(value[code] for code in councils) - england) <= 12, series
        everyone += england
    assert everyone == pytest.approx(56_490_000, abs=1_000)


def test_the_share_on_low_income_is_that_of_the_local_authority_interactive_tool(
    figures, official, published_data
):
    codes = official.council_codes()
    rows = duckdb.sql(
        'select "LA Number", Years, Values from '
        f"'{published_data}/dfe/lait/bds_long_0.parquet' where \"Short Desc\" = 'ChildPov'"
    ).fetchall()
    printed = [
        official.figure(codes[str(int(number))], years, repr(float(value)))
        for number, years, value in rows
        if str(int(number)) in codes and value != "-"
    ]
    series = "children_under_16_in_relative_low_income_families_percent_printed"
    figures.readings_are(series, printed, at_least=4 * 153)


def test_every_council_of_today_has_every_circumstance_and_ten_nearest(edition):
    names = {area.code: area.name for area in edition.geography.councils()}
    for code in names:
        context = edition.measures.comparators.context(code)
        assert all(figure.score is not None for figure in context.figures), names[code]
        assert len(context.nearest) == 10
        assert code not in [each.area for each in context.nearest]


def test_only_the_two_smallest_lack_a_circumstance_of_what_is_expected(edition):
    """Their unaccompanied children are withheld, and not given."""
    source = edition.store
    catalogue = edition.catalogue
    ingredients = Ingredients(
        catalogue, source.geography, places_of(source.geography), source.readings
    )
    table = context_table(ingredients, ContextUse.EXPECTED)
    lacking = {
        (source.geography.by_code[table.codes[row]].name, table.variables[place].id)
        for row, place in np.argwhere(~np.isfinite(table.laid)).tolist()
        if table.today[row]
    }
    assert lacking == {
        ("City of London", "unaccompanied_children_in_care"),
        ("Isles of Scilly", "unaccompanied_children_in_care"),
    }
    assert all(period is not None for period in table.periods)
    nearest = context_table(ingredients)
    both = {each.id: when for each, when in zip(nearest.variables, nearest.periods, strict=True)}
    for variable, period in zip(table.variables, table.periods, strict=True):
        assert both.get(variable.id, period) == period  # the newest for either use


def test_nearest_in_context_are_about_as_alike_as_the_departments_similar_councils(edition):
    """Means over the health-check set; what is declared was not chosen by this figure."""
    alike = {}
    for name in SETS:
        found = [
            edition.measures.compare(indicator.id, "E10000016", against=name).similar.alikeness
            for indicator in edition.catalogue.health_check_set()
        ]
        alike[name] = float(np.mean([each for each in found if each is not None]))
    assert alike["nearest-in-context"] > 0.16
    assert abs(alike["nearest-in-context"] - alike["dfe-2025"]) < 0.02
