"""`explain --as` gives another tool's numbers, names its traps, and approximates nothing."""

import json
import sys
from pathlib import Path

import pytest

from brightfutures.cli.main import main
from brightfutures.delivery.compatible import compatible
from brightfutures.delivery.compatible_text import compatible_text
from brightfutures.delivery.edition import Edition
from brightfutures.quantities import CannotAnswer, WrongUse

KEYS = [
    "schema", "made_up", "as", "tool", "tool_page", "indicator", "title", "measure", "unit",
    "council", "period", "value", "shown", "interval", "comparison", "england", "count",
    "polarity", "change", "arrow", "colour", "rank", "of", "band", "band_colour", "bounds",
    "trend", "history", "traps", "sources",
]  # fmt: skip
TOOLS = ["lait", "dfe-dashboard", "fingertips"]
AVERAGES = {"lait": "mean", "dfe-dashboard": "median", "fingertips": "pooled"}
CARE = "children_looked_after_rate"


def run(*arguments: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(sys, "argv", ["brightfutures", *arguments, "--home", str(home)])
    with pytest.raises(SystemExit) as stopped:
        main()
    return int(stopped.value.code or 0)


def assert_schema(told: dict, tool: str) -> None:
    assert list(told) == KEYS
    assert (told["schema"], told["as"]) == (1, tool)
    assert list(told["council"]) == ["code", "name", "kind"]
    comparison = told["comparison"]
    assert list(comparison)[:5] == ["average", "with_value", "listed", "value", "shown"]
    assert comparison["average"] == AVERAGES[tool]
    assert 0 <= comparison["with_value"] <= comparison["listed"] <= 10
    assert all(trap.endswith(".") for trap in told["traps"])
    assert isinstance(told["shown"], str)
    if tool == "lait":
        assert list(told["change"]) == ["value", "shown", "from", "comparison"]
        assert told["arrow"] in {"up", "down", "level", "none"}
        assert told["colour"] in {"green", "red", "black"}
        assert told["band"] in {"A", "B", "C", "D", "-", "NA"}
        assert (told["rank"] is None) == (told["of"] is None)
        assert all(list(one) == ["band", "label"] for one in told["bounds"])
        assert [list(one) for one in told["history"]] == [
            ["period", "value", "comparison", "with_value"]
        ] * len(told["history"])
    else:
        assert told["change"] is None
        assert told["rank"] is None
    if tool == "fingertips":
        assert list(told["trend"]) == ["trend", "word", "chi2", "same_sign", "periods", "reason"]
        for benchmark in (told["england"], comparison):
            assert benchmark["word"] in {
                "Better", "Similar", "Worse", "Lower", "Higher", "Not compared",
            }  # fmt: skip
    json.dumps(told, allow_nan=False)


@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize("council", ["Avengate", "Wenlfold"])
def test_every_tool_answers_by_the_schema_on_the_made_up_england(
    made_up_edition: Edition, tool: str, council: str
):
    told = compatible(made_up_edition, CARE, council, tool)

    assert_schema(told, tool)
    assert told["made_up"] is True
    assert told["indicator"] == CARE
    text = compatible_text(made_up_edition, CARE, council, tool)
    assert text.startswith("Made-up England: no figure here is real")
    assert told["shown"] in text
    assert "None" not in text


@pytest.mark.published
@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize(
    "indicator", [CARE, "child_protection_plans_over_two_years_percent", "social_worker_caseload"]
)
@pytest.mark.parametrize(
    "council", ["Sefton", "City of London", "Isles of Scilly", "Kingston upon Thames", "Cumberland"]
)
def test_every_tool_answers_by_the_schema_on_official_statistics(
    edition: Edition, tool: str, indicator: str, council: str
):
    told = compatible(edition, indicator, council, tool)

    assert_schema(told, tool)
    text = compatible_text(edition, indicator, council, tool)
    assert "None" not in text
    assert all(part in " ".join(text.split()) for part in told["traps"])


@pytest.mark.published
def test_sefton_as_each_tool_has_it(edition: Edition):
    lait, dashboard, pooled = (compatible(edition, CARE, "Sefton", tool) for tool in TOOLS)

    assert (lait["value"], lait["comparison"]["value"]) == (92, 104)
    assert (dashboard["shown"], dashboard["comparison"]["shown"]) == ("92", "110")
    assert dashboard["count"] == {"value": 506, "sum_of_neighbours": 6545}
    assert (pooled["shown"], pooled["comparison"]["shown"]) == ("92.4", "91.7")
    assert lait["sources"][0]["file"].endswith("bds_long_0.parquet")
    for told in (lait, dashboard, pooled):
        assert any("Which average is taken decides the side" in trap for trap in told["traps"])


@pytest.mark.published
def test_a_measure_of_lait_alone_is_shown_as_lait_shows_it(edition: Edition):
    told = compatible(edition, "lait:lacnum", "Essex", "lait")

    assert_schema(told, "lait")
    assert (told["indicator"], told["value"], told["shown"]) == (None, 1141, "1,141")
    with pytest.raises(CannotAnswer, match="known only from LAIT"):
        compatible(edition, "lait:LACnum", "Essex", "fingertips")
    with pytest.raises(CannotAnswer, match="not one year"):
        compatible(edition, "lait:RTA", "Essex", "lait")


@pytest.mark.published
@pytest.mark.parametrize("key", ["lait:LAC", "LAIT:lac", "lait:CPP_Total_Rateper10,000"])
def test_a_key_that_is_one_of_ours_names_our_indicator(edition: Edition, key: str):
    for ask in (
        lambda: edition.holding(key),
        lambda: compatible(edition, key, "Essex", "lait"),
    ):
        with pytest.raises(WrongUse, match=r"is our indicator \w+: .*--as lait"):
            ask()


@pytest.mark.published
def test_a_withheld_figure_gets_back_the_reason_that_the_tool_lost(edition: Edition):
    told = compatible(edition, "child_protection_plans_over_two_years_percent", "Barnsley", "lait")

    assert (told["value"], told["shown"]) == (None, "NA")
    assert any("withheld because it could point" in trap for trap in told["traps"])


@pytest.mark.published
def test_a_council_that_ended_has_laits_past_and_no_place_on_the_dashboard(edition: Edition):
    told = compatible(edition, CARE, "Northamptonshire", "lait")
    assert told["value"] is None
    assert told["history"][0]["value"] is not None
    assert told["comparison"]["listed"] == 10
    with pytest.raises(CannotAnswer, match="councils that have ended"):
        compatible(edition, CARE, "Northamptonshire", "dfe-dashboard")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ((CARE, "--as", "excel"), 2, "lait, dfe-dashboard or fingertips"),
        ((CARE, "--as", "lait", "--period", "2020"), 2, "--period and --against do not go"),
        ((CARE, "--as", "lait", "--against", "region"), 2, "--period and --against do not go"),
        (("placed_over_20_miles_percent", "--as", "lait"), 1, "LAIT has no measure that is the"),
        (("referrals_rate", "--as", "dfe-dashboard"), 1, "The dashboard has no row"),
        (("spend_per_child_pounds", "--as", "fingertips"), 1, "needs a count"),
        (("referals_rate", "--as", "lait"), 2, "referrals_rate"),
    ],
)
def test_what_a_tool_does_not_have_is_one_sentence(
    arguments: tuple[str, ...],
    code: int,
    words: str,
    made_up_home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    found = run(
        "explain", *arguments, "--council", "Avengate", "--json",
        home=made_up_home, monkeypatch=monkeypatch,
    )  # fmt: skip
    printed = capsys.readouterr()

    assert (found, printed.out) == (code, "")
    assert words in printed.err
    assert len(printed.err.splitlines()) == 1


def test_a_region_is_no_council(made_up_edition: Edition):
    with pytest.raises(WrongUse, match="England is not one"):
        compatible(made_up_edition, CARE, "England", "lait")


def test_json_is_all_that_is_printed(
    made_up_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    code = run(
        "explain", CARE, "--council", "Avengate", "--as", "lait", "--json",
        home=made_up_home, monkeypatch=monkeypatch,
    )  # fmt: skip
    printed = capsys.readouterr()

    assert (code, printed.err) == (0, "")
    assert_schema(json.loads(printed.out), "lait")
