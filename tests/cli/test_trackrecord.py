"""`trackrecord` looks past verdicts up in later years, on a made-up store too."""

import json
from pathlib import Path

import pytest

from brightfutures.cli.main import main
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.track_record import track_record_account
from brightfutures.delivery.track_record_text import track_record_text

KEPT = [
    "flags", "placed", "still_there", "same", "nothing_clear", "opposite", "cannot_say",
    "same_level",
]  # fmt: skip
HELD = ["held", "of", "share", "low", "high"]


def run(*arguments: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """What the command's exit code is."""
    monkeypatch.setattr("sys.argv", ["brightfutures", *arguments, "--home", str(home)])
    with pytest.raises(SystemExit) as stopped:
        main()
    return int(stopped.value.code or 0)


def test_json_holds_counts_with_what_they_are_out_of(
    made_up_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    assert run("trackrecord", "--json", home=made_up_home, monkeypatch=monkeypatch) == 0
    told = json.loads(capsys.readouterr().out)
    assert list(told) == [
        "schema", "made_up", "says", "read_with", "tables", "listed_tests", "totals", "rules",
        "indicators", "beside_england", "others",
    ]  # fmt: skip
    assert told["schema"] == 1
    assert told["made_up"] is True
    assert all(sentence.endswith(".") for sentence in (*told["says"], *told["read_with"]))
    for entry in told["tables"]:
        assert list(entry) == ["year", "table", "existed"]
    assert told["totals"]["levels"]
    for row in told["totals"]["levels"]:
        assert list(row) == ["level", "years_after", "rounds", *KEPT]
        assert sum(row[name] for name in KEPT[3:7]) == row["flags"]
    for row in told["totals"]["movements"]:
        assert list(row) == ["years_after", *KEPT]
    for name in ("any_council", "any_movement"):
        assert [row["years_after"] for row in told["totals"][name]] == [1, 2]
        for row in told["totals"][name]:
            assert list(row) == ["years_after", *HELD]
    for rule in told["rules"]:
        assert ("largest_on_ours" in rule) == (rule["rule"] == "arrow")
        for name in ("ours_on_ours", "theirs_on_ours", "ours_on_theirs", "theirs_on_theirs"):
            assert list(rule[name]) == HELD
    assert [rule["rule"] for rule in told["rules"]] == ["quartiles", "top_or_bottom_fifth", "arrow"]


def test_every_criterion_says_whether_it_is_met(made_up_edition: Edition):
    told = track_record_account(made_up_edition)
    for test in told["listed_tests"]:
        assert len(test["criteria"]) in (4, 6)
        for criterion in test["criteria"]:
            assert criterion["met"] in (True, False, None)
            assert criterion["asks"].endswith(".")
            assert criterion["says"].endswith(".")
            assert [entry["indicator"] for entry in criterion["each"]] == test["indicators"]


def test_in_a_terminal_it_fits_eighty_columns_and_says_that_nothing_is_real(
    made_up_edition: Edition,
):
    said = track_record_text(made_up_edition)
    assert said.startswith("Made-up England: no figure here is real")
    assert all(len(line) <= 80 for line in said.splitlines())
    assert "The quartile rule" in said
    assert "Any council picked at random stays on its side" in " ".join(said.split())
    assert "nan" not in said.lower().split()


def test_without_all_it_is_short_and_says_how_to_see_the_rest(made_up_edition: Edition):
    short, whole = (track_record_text(made_up_edition, each) for each in (False, True))
    assert len(short.splitlines()) <= 80
    assert len(whole.splitlines()) > 200
    assert "--all" in short.splitlines()[-1]
    assert all(len(line) <= 80 for line in whole.splitlines())
    assert "By measure" in whole
    assert "By measure" not in short


def test_the_command_prints_what_it_says(
    made_up_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    assert run("trackrecord", home=made_up_home, monkeypatch=monkeypatch) == 0
    assert "Our own track record" in capsys.readouterr().out


def test_without_a_store_it_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    assert run("trackrecord", home=tmp_path, monkeypatch=monkeypatch) == 1
    assert "load" in capsys.readouterr().err
