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
    "verdict", "history", "sources",
]  # fmt: skip
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
            "set", "mean", "median", "pooled", "with_value", "alikeness", "councils",
        ]  # fmt: skip
        for council in similar["councils"]:
            assert list(council) == ["code", "name", "value", "missing", "closeness"]
        assert similar["with_value"] == sum(c["value"] is not None for c in similar["councils"])
    for wider in (told["region"], told["england"]):
        assert wider is None or list(wider) == AREA
        assert wider is None or wider["basis"] in {"published", "sum_of_councils"}
    assert list(told["verdict"]) == ["level", "reason"]
    assert told["verdict"]["level"] in LEVELS
    for past in told["history"]:
        assert list(past) == ["period", "value", "numerator", "denominator", "missing"]
    for source in told["sources"]:
        assert list(source) == [
            "series", "file", "publisher", "publication", "release", "sha256", "row",
        ]  # fmt: skip
    periods = [past["period"] for past in told["history"]]
    assert periods == sorted(periods)


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
    ("indicator", "council", "period", "words"),
    [
        ("referals_rate", "Avengate", None, "referrals_rate"),
        ("referrals_rate", "Avengat", None, "Avengate"),
        ("referrals_rate", "Avengate", "1066", "1066"),
        ("referrals_rate", "zzzzzz", None, "'councils' lists them all"),
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
