"""`explain` takes one figure apart, and as JSON says exactly what other programs rely on."""

import json
import sys
from pathlib import Path

import pytest

from brightfutures.cli.main import main
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import explain
from brightfutures.delivery.explain_text import explain_text
from brightfutures.quantities import WrongUse

KEYS = [
    "schema", "made_up", "indicator", "title", "unit", "council", "period", "period_kind",
    "value", "numerator", "denominator", "missing", "interval", "similar", "region", "england",
    "verdict", "alternatives", "level_behind", "expectation", "wobble", "steadiness", "rank",
    "moved", "history", "sources",
]  # fmt: skip
VERDICT = [
    "level", "reason", "direction", "against", "z_wobble", "z_usual", "p", "q", "gap", "words",
]  # fmt: skip
GAP = ["value", "low", "high", "children", "children_low", "children_high"]
MOVED = ["level", "reason", "from", "to", "from_value", "to_value", "q", "against_similar"]
AVERAGES = ["mean", "median", "pooled"]
SETS = {"dfe-2025", "dfe-2021", "region", "england", "nearest-in-context"}
AREA = ["code", "name", "value", "numerator", "denominator", "missing", "basis"]
LEVELS = {
    "unusually_low", "lower", "about_the_same", "higher", "unusually_high", "cannot_say",
}  # fmt: skip


def run(*arguments: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """What the command's exit code is."""
    monkeypatch.setattr(sys, "argv", ["brightfutures", *arguments, "--home", str(home)])
    with pytest.raises(SystemExit) as stopped:
        main()
    return int(stopped.value.code or 0)


def assert_schema(told: dict) -> None:
    assert list(told) == KEYS
    assert told["schema"] == 1
    assert list(told["council"]) == ["code", "name", "kind"]
    assert told["council"]["kind"] in {"council", "region", "country"}
    assert told["interval"] is None or list(told["interval"]) == ["low", "high", "level"]
    assert told["interval"] is None or told["interval"]["level"] == 95
    assert (told["value"] is None) == (told["missing"] is not None)
    similar = told["similar"]
    if similar is not None:
        assert list(similar) == [
            "set", "mean", "plain_mean", "median", "pooled", "with_value", "alikeness", "councils",
        ]  # fmt: skip
        for council in similar["councils"]:
            far = ["distance"] if similar["set"] == "nearest-in-context" else []
            assert list(council) == ["code", "name", "value", "missing", "closeness", *far]
        assert similar["with_value"] == sum(c["value"] is not None for c in similar["councils"])
    for wider in (told["region"], told["england"]):
        assert wider is None or list(wider) == AREA
        assert wider is None or wider["basis"] in {"published", "sum_of_councils"}
    assert_verdict(told)
    assert_beside_it(told)
    for past in told["history"]:
        assert list(past) == ["period", "value", "numerator", "denominator", "missing"]
    for source in told["sources"]:
        assert list(source) == [
            "series", "file", "publisher", "publication", "release", "sha256", "row",
        ]  # fmt: skip
    periods = [past["period"] for past in told["history"]]
    assert periods == sorted(periods)


def assert_verdict(told: dict) -> None:
    verdict = told["verdict"]
    assert list(verdict) == VERDICT
    assert verdict["level"] in LEVELS
    assert verdict["direction"] in {"better", "worse", "neither"}
    assert verdict["words"].endswith(".")
    if verdict["gap"] is not None:
        assert list(verdict["gap"]) == GAP
        assert verdict["gap"]["low"] <= verdict["gap"]["value"] <= verdict["gap"]["high"]
    tested = verdict["z_wobble"] is not None
    assert all((verdict[name] is not None) is tested for name in ("p", "q"))
    if verdict["level"] not in {"about_the_same", "cannot_say"}:
        assert told["value"] is None or tested


def assert_beside_it(told: dict) -> None:
    """What stands beside the verdict: null or empty where there is nothing to say."""
    names = [each["name"] for each in told["alternatives"]]
    assert names == [] or (names[:3] == AVERAGES and set(names[3:]) <= SETS)
    for each in told["alternatives"]:
        assert list(each) == ["name", "title", "value", "level", "reason", "agrees"]
        assert each["level"] in LEVELS
        cannot = "cannot_say" in (each["level"], told["verdict"]["level"])
        assert (each["agrees"] is None) is cannot
    assert_level_behind(told)
    assert_expectation(told["expectation"])
    wobble, rank, moved = told["wobble"], told["rank"], told["moved"]
    assert wobble is None or list(wobble) == [
        "a", "from_changes", "borrowed", "long_run", "transient", "ordinary_move_share",
    ]  # fmt: skip
    assert told["steadiness"] is None or list(told["steadiness"]) == ["one_year", "three_years"]
    assert rank is None or list(rank) == ["low", "high", "of"]
    assert rank is None or 1 <= rank["low"] <= rank["high"] <= rank["of"]
    if moved is not None:
        assert list(moved) == MOVED
        assert moved["level"] in {"has_risen", "has_fallen", "no_clear_change", "cannot_say"}
        assert (moved["level"] == "cannot_say") is (moved["q"] is None)
        assert moved["against_similar"] in {"further", "nearer", "no_clear_change", "cannot_say"}


LEVEL_BEHIND = [
    "value", "low", "high", "average", "reliability", "fifth", "chance_highest_fifth",
    "chance_lowest_fifth", "rank", "words",
]  # fmt: skip


def assert_level_behind(told: dict) -> None:
    """Null for what is no council or has no figure; words alone where it cannot be told."""
    found = told["level_behind"]
    if found is None:
        assert told["value"] is None or told["council"]["kind"] != "council"
        return
    assert list(found) in (LEVEL_BEHIND, ["words"])
    assert found["words"].endswith(".")
    if "value" in found:
        assert found["low"] <= found["value"] <= found["high"]
        assert 0.0 <= found["reliability"] <= 1.0
        assert found["rank"] == told["rank"]


EXPECTATION = [
    "expected", "low", "high", "level", "reason", "z_wobble", "z_usual", "p", "q", "gap",
    "without", "model", "words",
]  # fmt: skip
MODEL = [
    "councils", "left_out", "average", "spread", "spread_alone", "explained", "held_out_within",
    "sampling_error", "circumstances",
]  # fmt: skip


def assert_expectation(expectation: dict | None) -> None:
    """What circumstances would lead one to expect: null for what is no council."""
    if expectation is None:
        return
    assert list(expectation) == EXPECTATION
    assert list(expectation["model"]) == MODEL
    assert expectation["level"] in LEVELS
    assert "is not a target" in expectation["words"]
    if expectation["low"] is not None:
        assert expectation["low"] <= expectation["expected"] <= expectation["high"]
    without = [each["circumstance"] for each in expectation["without"]]
    known = [each["id"] for each in expectation["model"]["circumstances"]]
    assert without in ([], known)


@pytest.mark.published
@pytest.mark.parametrize("council", ["Essex", "Isles of Scilly", "Dorset (to 2019)", "Cumberland"])
@pytest.mark.parametrize(
    "indicator", ["children_looked_after_rate", "spend_per_child_pounds", "social_worker_caseload"]
)
def test_a_council_answers_by_the_schema(edition: Edition, council: str, indicator: str):
    told = explain(edition, indicator, council)

    assert_schema(told)
    assert told["council"]["kind"] == "council"
    assert told["similar"] is not None
    json.dumps(told, allow_nan=False)


@pytest.mark.published
def test_a_region_and_england_answer_without_similar_councils(edition: Edition):
    london = explain(edition, "children_looked_after_rate", "London")
    england = explain(edition, "children_looked_after_rate", "England")

    for told, kind in ((london, "region"), (england, "country")):
        assert_schema(told)
        assert told["council"]["kind"] == kind
        assert told["similar"] is None
        assert told["verdict"]["level"] == "cannot_say"
        assert told["alternatives"] == []
        assert told["expectation"] is None
        assert told["rank"] is told["moved"] is told["wobble"] is None
    assert london["england"]["name"] == "England"
    assert england["numerator"] == 81_770


@pytest.mark.published
@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("London", "London", "region"),
        ("City of London", "City of London", "council"),
        ("Hull", "Kingston upon Hull", "council"),
        ("durham", "County Durham", "council"),
        ("BRISTOL", "Bristol", "council"),
        ("E10000012", "Essex", "council"),
        ("e10000012", "Essex", "council"),
        ("881", "Essex", "council"),
        ("England", "England", "country"),
        ("north east", "North East", "region"),
        ("Barnsley", "Barnsley", "council"),
        ("E08000016", "Barnsley", "council"),
    ],
)
def test_a_place_answers_to_its_names_and_codes(edition: Edition, text: str, name: str, kind: str):
    council = explain(edition, "children_looked_after_rate", text)["council"]

    assert (council["name"], council["kind"]) == (name, kind)


@pytest.mark.published
def test_a_year_also_finds_the_academic_or_financial_year_that_ends_in_it(edition: Edition):
    told = explain(edition, "persistent_absence_children_in_need_percent", "Essex", "2024")

    assert told["period"] == "2023-24"
    assert explain(edition, "children_looked_after_rate", "Essex", "2024")["period"] == "2024"


@pytest.mark.published
def test_what_is_printed_for_a_person_says_the_same(edition: Edition):
    told = explain(edition, "children_looked_after_rate", "Essex", "2024")
    text = explain_text(edition, "children_looked_after_rate", "Essex", "2024")

    assert f"{told['value']:.0f}" in text
    assert told["sources"][0]["file"] in text
    assert f"row {told['sources'][0]['row']}" in text
    assert "None" not in text
    assert max(map(len, text.splitlines())) < 200


@pytest.mark.parametrize(
    "against", ["dfe-2025", "region", "england", " England ", "nearest-in-context"]
)
def test_another_comparison_can_be_asked_for(made_up_edition: Edition, against: str):
    told = explain(made_up_edition, "referrals_rate", "Avengate", None, against)

    assert_schema(told)
    assert told["similar"]["set"] == against.strip().lower()
    assert against.strip().lower() not in [each["name"] for each in told["alternatives"]]


def test_a_list_of_councils_can_be_asked_for(made_up_edition: Edition):
    others = [area.name for area in made_up_edition.geography.councils()][5:12]
    told = explain(made_up_edition, "referrals_rate", "Avengate", None, ";".join(others))

    assert_schema(told)
    assert told["similar"]["set"] == told["verdict"]["against"] == "chosen"
    assert [each["name"] for each in told["similar"]["councils"]] == others


def test_nearest_in_context_comes_with_its_distances(made_up_edition: Edition):
    asked = (made_up_edition, "referrals_rate", "Avengate", None, "nearest-in-context")
    told = explain(*asked)["similar"]["councils"]

    distances = [each["distance"] for each in told]
    assert len(distances) == 10
    assert distances == sorted(distances)
    text = explain_text(*asked)
    for each in told:
        assert f"  {each['name']}: {each['distance']:.2f} away, most of all in " in text


def test_an_unknown_comparison_is_wrong_use(made_up_edition: Edition):
    with pytest.raises(WrongUse, match="'friends' is not a comparison: use similar"):
        explain(made_up_edition, "referrals_rate", "Avengate", None, "friends")
    with pytest.raises(WrongUse, match="No council, region or country is called 'zzzzzz'"):
        explain(made_up_edition, "referrals_rate", "Avengate", None, "Avengate;zzzzzz")


def test_what_is_printed_says_what_another_comparison_would_and_how_it_has_moved(
    made_up_edition: Edition,
):
    text = explain_text(made_up_edition, "children_looked_after_rate", "Avengate")

    assert "Would another comparison say otherwise?" in text
    for words in ("their average", "their median", "taken together as one", "Over the same years",
                  "The level behind the figure"):  # fmt: skip
        assert words in text
    assert max(map(len, text.split("Where the figure stands")[0].splitlines())) < 100


@pytest.mark.parametrize(
    ("indicator", "council", "period", "words"),
    [
        ("referals_rate", "Avengate", None, "referrals_rate"),
        ("referrals_rate", "Avengat", None, "Avengate"),
        ("referrals_rate", "Avengate", "1066", "1066"),
        ("referrals_rate", "zzzzzz", None, "the list of councils has them all"),
    ],
)
def test_a_wrong_name_gets_the_nearest(
    made_up_edition: Edition, indicator: str, council: str, period: str | None, words: str
):
    with pytest.raises(WrongUse, match=words):
        explain(made_up_edition, indicator, council, period)


def test_json_is_all_that_is_printed_and_a_missing_value_is_an_answer(
    made_up_home: Path,
    made_up_edition: Edition,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    missing = next(
        area.name
        for area in made_up_edition.geography.councils()
        if explain(made_up_edition, "children_looked_after_rate", area.name)["missing"]
    )
    code = run(
        "explain", "children_looked_after_rate", "--council", missing, "--json",
        home=made_up_home, monkeypatch=monkeypatch,
    )  # fmt: skip
    printed = capsys.readouterr()

    assert code == 0
    assert printed.err == ""
    told = json.loads(printed.out)
    assert_schema(told)
    assert (told["made_up"], told["value"]) == (True, None)


def test_a_wrong_name_is_exit_2_and_prints_nothing_to_stdout(
    made_up_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    code = run(
        "explain", "referrals_rate", "--council", "Avengat", "--json",
        home=made_up_home, monkeypatch=monkeypatch,
    )  # fmt: skip
    printed = capsys.readouterr()

    assert (code, printed.out) == (2, "")
    assert "did you mean 'Avengate'" in printed.err


@pytest.mark.parametrize("verb", ["explain", "healthcheck", "serve"])
def test_nothing_loaded_is_exit_1_and_one_sentence(
    tmp_path: Path, verb: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    arguments = {
        "explain": ("explain", "referrals_rate", "--council", "Essex"),
        "healthcheck": ("healthcheck", "Essex", "--json"),
        "serve": ("serve", "--port", "0"),
    }[verb]
    code = run(*arguments, home=tmp_path / "empty", monkeypatch=monkeypatch)
    printed = capsys.readouterr()

    assert (code, printed.out) == (1, "")
    assert printed.err.startswith("Nothing is loaded yet")
    assert len(printed.err.splitlines()) == 1
    assert not (tmp_path / "empty").exists()
