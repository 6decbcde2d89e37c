"""The files of the regions, from the official statistics, hold what the page marks and explains."""

import csv
import io

import pytest

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.region import region_account
from brightfutures.delivery.region_files import region_csv
from brightfutures.delivery.regional import region_named

pytestmark = pytest.mark.published

DORSET, CITY_OF_LONDON, ISLES_OF_SCILLY = "E06000059", "E09000001", "E06000053"


def rows(edition: Edition, word: str) -> list[dict[str, str]]:
    content = region_csv(edition, region_named(edition, word)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(content)))


def of_council(edition: Edition, word: str, code: str, measure: str) -> dict[str, str]:
    (found,) = (
        row for row in rows(edition, word)
        if row["Whose code"] == code and measure in row["Measure"]
    )  # fmt: skip
    return found


def test_a_share_without_sure_start_says_so_in_the_csv_and_the_json(edition: Edition):
    """The City of London tells nought under Sure Start."""
    row = of_council(edition, "london", CITY_OF_LONDON, "middle rule")
    london = region_account(edition, region_named(edition, "london"))
    (told,) = (one for one in london["money"]["councils"] if one["code"] == CITY_OF_LONDON)

    assert "tells no spending on Sure Start" in row["Note"]
    assert told["note"] == row["Note"]
    assert told["prevention_lines_at_nought"] == ["sure_start_and_early_years"]


def test_a_share_that_we_do_not_read_says_why(edition: Edition):
    row = of_council(edition, "south-west", ISLES_OF_SCILLY, "middle rule")

    assert (row["Figure"], row["Why missing"]) == ("", "unreliable")
    assert row["Note"].startswith("Next to nothing is told under children in care")


def test_a_council_that_was_not_there_has_no_change_and_says_so(edition: Edition):
    row = of_council(edition, "south-west", DORSET, "change beyond prices")

    assert row["Figure"] == ""
    assert "did_not_exist" in row["Why missing"]


def test_every_measure_without_a_test_gives_its_reason(edition: Edition):
    for word in ("north-east", "london"):
        measures = [row for row in rows(edition, word) if row["Indicator id"]]
        for row in measures:
            tested = row["Councils tested beside similar councils"] != "0"
            assert bool(row["Why none can be tested"]) is not tested
        unstated = next(row for row in measures if "by_whom_unstated" in row["Indicator id"])
        assert unstated["Why none can be tested"] == "none was counted in any council here"
