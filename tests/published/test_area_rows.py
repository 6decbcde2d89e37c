"""The rows a page asks for at once are the rows it would get one by one."""

import random

import pytest

pytestmark = pytest.mark.published


@pytest.mark.parametrize("area", ["E10000012", "E06000053", "E06000063", "E12000007", "E92000001"])
def test_all_the_rows_of_an_area_are_each_figure_s_believed_row(loaded_store, area):
    rows = loaded_store.believed_rows(area)
    assert len(rows) > 300
    for series, period in random.Random(1).sample(sorted(rows), 25):
        assert rows[series, period] == loaded_store.source_rows(series, area, period)[0]
