"""The made-up England has the grants for early help, in the years and the form of the real ones."""

import io
from typing import Any

import numpy as np
import pytest
from python_calamine import CalamineWorkbook

from brightfutures.quantities import PeriodKind
from brightfutures.synthetic import Written
from brightfutures.synthetic.workbooks import workbook_bytes

EARLY = "early_intervention_grant"
YEAR = PeriodKind.FINANCIAL_YEAR


def test_a_grant_of_before_is_read_back_from_an_old_workbook(
    written: Written, read_back: Any
) -> None:
    key = ("mhclg/revenue-outturn/RG_2012-13.xls", EARLY, "2012-13", "2012-13 final outturn")
    told = read_back.figures[key]
    figures = written.world.figures(EARLY, YEAR, 2013)
    for area, pounds in zip(written.world.areas, figures.tolist(), strict=True):
        if not np.isnan(pounds) and area.kind.value == "council":
            assert told[area.code] == (pounds, 0)
    assert told["E92000001"][0] == pytest.approx(2_317_104_000, rel=1e-4)


@pytest.mark.parametrize("year", [2012, 2013])
def test_councils_have_the_whole_of_it_and_deprived_ones_more_for_a_child(
    written: Written, year: int
) -> None:
    world = written.world
    pounds = world.figures(EARLY, YEAR, year)[: world.council_count]
    there = ~np.isnan(pounds)
    england = world.calibration[EARLY].england_ratio(year)
    assert np.nansum(pounds) == pytest.approx(england, rel=1e-4)
    assert (there == world.exists(YEAR, year)[: world.council_count]).all()
    each = np.log(pounds[there] / world.councils.size_2024[there])
    assert np.corrcoef(each, world.councils.context[there, 0])[0, 1] > 0.8


def test_no_figure_of_another_kind_stands_before_the_first_year(written: Written) -> None:
    before = {
        planted.series
        for planted in written.planted
        if planted.period in ("2010-11", "2011-12", "2012-13")
    }
    grants = {name for name, one in written.world.calibration.items() if one.kind.value == "grant"}
    assert before <= grants
    assert EARLY in before


@pytest.mark.parametrize("rows", [1, 40, 3000])
def test_an_old_workbook_says_what_was_written_to_it(rows: int) -> None:
    told = [["A council", "12.5", "-3"], ["", "Ünder £ 5 …", "x"]] * rows
    written = workbook_bytes("old.xls", {"First": told, "Second": [["only"]]})
    assert written == workbook_bytes("old.xls", {"First": told, "Second": [["only"]]})
    book = CalamineWorkbook.from_filelike(io.BytesIO(written))
    assert book.sheet_names == ["First", "Second"]
    found = book.get_sheet_by_name("First").to_python()
    assert found == [["A council", 12.5, -3.0], ["", "Ünder £ 5 …", "x"]] * rows
    assert book.get_sheet_by_name("Second").to_python() == [["only"]]
