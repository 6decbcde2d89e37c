"""No place of the made-up England is real, and it has 153 councils in nine regions."""

import csv
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from brightfutures.catalogue import Catalogue, Geography, fold
from brightfutures.quantities import ENGLAND, AreaKind


def test_there_are_153_councils_in_nine_regions_and_it_says_that_it_is_made_up(
    made_up_geography: Geography,
) -> None:
    regions = [area for area in made_up_geography.areas if area.kind is AreaKind.REGION]
    assert len(made_up_geography.councils()) == 153
    assert len(regions) == 9
    assert made_up_geography.made_up


def test_no_name_or_code_is_that_of_a_real_area(
    made_up_geography: Geography, catalogue: Catalogue
) -> None:
    real = catalogue.geography
    codes = {area.code for area in real.areas} | set(real.recodes) - {ENGLAND}
    dfe_codes = {area.dfe_code for area in real.areas if area.dfe_code}
    for area in made_up_geography.areas:
        assert fold(area.name) not in real.code_of_name
        assert area.dfe_code not in dfe_codes
        if area.code != ENGLAND:
            assert area.code not in codes
            assert area.code.startswith(("E96", "E97"))


@pytest.mark.published
def test_no_name_is_that_of_a_district(made_up_geography: Geography, published_data: Path) -> None:
    path = published_data / "mhclg" / "deprivation" / "iod2025_ltla24_all_domains.csv"
    with path.open(encoding="utf-8-sig", newline="") as stream:
        districts = {fold(row["area_name"]) for row in csv.DictReader(stream)}
    for area in made_up_geography.areas:
        assert fold(area.name) not in districts


def test_former_councils_and_a_recode_are_in_the_ledger(made_up_geography: Geography) -> None:
    former = [area for area in made_up_geography.areas if area.is_former]
    assert len(former) == 2
    assert {change.same_area for change in made_up_geography.changes} == {True, False}
    assert len(made_up_geography.recodes) == 1


def test_every_name_stands_once_in_the_list() -> None:
    named = tomllib.loads((files("brightfutures.synthetic") / "names.toml").read_text("utf-8"))
    names = [name for region in named["region"] for name in region["councils"]]
    assert len({fold(name) for name in (*names, *named["former"])}) == 155
