"""`improvers` names councils to ask, or says that there is none, or why it cannot be asked."""

import json
import sys
from pathlib import Path

import pytest

from brightfutures.cli.main import main
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.improvers import improvers_data
from brightfutures.delivery.improvers_text import improvers_text
from brightfutures.quantities import CannotAnswer, WrongUse

KEYS = [
    "schema", "made_up", "indicator", "title", "unit", "counts", "period_kind", "good_direction",
    "began", "ended", "worse_half", "like", "sentence", "improvers", "remarks", "notice",
]  # fmt: skip
IMPROVER = [
    "code", "name", "from", "to", "expected", "gain", "z", "q", "moved_q", "likeness", "sentence",
]  # fmt: skip
GAIN = ["value", "low", "high", "children", "children_low", "children_high"]
LIKE = [
    "code", "name", "outcome", "reason", "from", "to", "expected", "usual_distance",
    "improvement", "sentence",
]  # fmt: skip
VACANT = "social_worker_vacancy_percent"


def run(*arguments: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """What the command's exit code is."""
    monkeypatch.setattr(sys, "argv", ["brightfutures", *arguments, "--home", str(home)])
    with pytest.raises(SystemExit) as stopped:
        main()
    return int(stopped.value.code or 0)


def assert_schema(told: dict) -> None:
    assert list(told) == KEYS
    assert told["schema"] == 1
    assert told["good_direction"] in {"higher", "lower"}
    assert len(told["began"]) == len(told["ended"]) == 2
    assert list(told["worse_half"]) == ["councils", "of", "middle", "typical_from", "typical_to"]
    for one in told["improvers"]:
        assert list(one) == IMPROVER
        assert list(one["gain"]) == GAIN
        assert (one["likeness"] is None) == (told["like"] is None)
        assert one["q"] <= 0.05
        assert (one["gain"]["value"] < 0) == (told["good_direction"] == "lower")
    if told["like"] is not None:
        assert list(told["like"]) == LIKE
        assert told["like"]["code"] not in {one["code"] for one in told["improvers"]}
    json.dumps(told, allow_nan=False)


@pytest.mark.published
def test_real_improvers_are_told_by_the_schema(edition: Edition):
    told = improvers_data(edition, VACANT)

    assert_schema(told)
    assert told["like"] is None
    assert {one["name"] for one in told["improvers"]} >= {"Lancashire"}
    again = improvers_data(edition, VACANT, "Southampton")
    assert_schema(again)
    assert again["like"]["outcome"] == "improved"


@pytest.mark.published
def test_the_words_for_a_council_like_another(edition: Edition):
    told = improvers_text(edition, VACANT, "Leeds")

    assert "Leeds began in the better half" in told
    assert "What they did is not in these figures" in told
    assert "performance" not in told
    assert max(len(line) for line in told.splitlines()) <= 96


def test_a_made_up_england_says_so_and_answers_by_the_schema(made_up_edition: Edition):
    council = made_up_edition.geography.councils()[0]

    told = improvers_data(made_up_edition, VACANT, council.name)

    assert_schema(told)
    assert told["made_up"]
    assert "made-up" in improvers_text(made_up_edition, VACANT).splitlines()[0].lower()


def test_an_earlier_period_can_be_asked_for(made_up_edition: Edition):
    assert improvers_data(made_up_edition, VACANT, None, "2022")["ended"] == ["2021", "2022"]


@pytest.mark.parametrize(
    ("indicator", "why"),
    [
        ("referrals_rate", "not settled"),
        ("attainment_8_children_in_need", "No counts are published"),
        ("persistent_absence_children_in_need_percent", "pandemic"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_a_sentence(
    made_up_edition: Edition, indicator: str, why: str
):
    with pytest.raises(CannotAnswer, match=why):
        improvers_data(made_up_edition, indicator)


def test_a_region_is_like_no_council(made_up_edition: Edition):
    with pytest.raises(WrongUse, match="Only a council"):
        improvers_data(made_up_edition, VACANT, "England")


def test_the_command_prints_json_or_says_why_not(
    made_up_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    assert run("improvers", VACANT, "--json", home=made_up_home, monkeypatch=monkeypatch) == 0
    assert_schema(json.loads(capsys.readouterr().out))
    assert run("improvers", VACANT, home=made_up_home, monkeypatch=monkeypatch) == 0
    assert "began in the worse half" in " ".join(capsys.readouterr().out.split())
    assert run("improvers", "referrals_rate", home=made_up_home, monkeypatch=monkeypatch) == 1
    assert "not settled" in capsys.readouterr().err
    assert run("improvers", "referals", home=made_up_home, monkeypatch=monkeypatch) == 2
