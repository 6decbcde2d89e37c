"""`check-finance` reads a draft, says what would be asked about it, and refuses plainly."""

import csv
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from brightfutures.cli.main import main
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.return_checks import return_checks
from brightfutures.money.checks.planted import in_other_units
from brightfutures.quantities import Area

KEYS = [
    "schema", "made_up", "file", "council", "period", "account", "sentence", "questions",
    "remarks", "notice",
]  # fmt: skip
QUESTION = [
    "rule", "severity", "title", "line", "measure", "unit", "value", "expected_low",
    "expected_high", "other_lines", "sentence", "reason", "look_at", "also", "also_sentence",
]  # fmt: skip
NEWEST, YEAR = "2024-25", "2025-26"
RISE = 1.02


def run(*arguments: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """What the command's exit code is."""
    monkeypatch.setattr(sys, "argv", ["brightfutures", *arguments, "--home", str(home)])
    with pytest.raises(SystemExit) as stopped:
        main()
    return int(stopped.value.code or 0)


@pytest.fixture
def council(made_up_edition: Edition) -> Area:
    """A council whose newest return, a little higher, would raise no question a year later."""
    checks = return_checks(made_up_edition)
    for area in made_up_edition.geography.councils():
        told = checks.published(area.code, NEWEST)
        risen = replace(in_other_units(told, RISE), period=YEAR)
        if (told.pounds("fostering") or 0) >= 3_000_000 and not checks.of_return(area.code, risen):
            return area
    pytest.fail("no such council")


def draft(edition: Edition, council: Area, folder: Path, **times: float) -> Path:
    """The council's newest return, a little higher, as a draft with some lines multiplied."""
    told = return_checks(edition).published(council.code, NEWEST)
    rows = [
        [line, f"{pounds / 1000 * RISE * times.get(line, 1.0):.0f}"]
        for line in told.lines
        if (pounds := told.pounds(line)) is not None
    ]
    file = folder / "draft.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([["line", "gross_thousands"], *rows])
    return file


def test_a_draft_like_the_year_before_has_nothing_to_ask(
    made_up_home: Path, made_up_edition: Edition, council: Area, tmp_path: Path, monkeypatch, capsys
):
    file = draft(made_up_edition, council, tmp_path)
    code = run(
        "check-finance", str(file), "--council", council.name, "--year", YEAR, home=made_up_home,
        monkeypatch=monkeypatch,
    )  # fmt: skip

    said = capsys.readouterr().out
    assert code == 0
    assert said.startswith("Made-up England")
    assert "Nothing to ask of this return." in said
    assert "and 2024-25, all other councils’ returns" in " ".join(said.split())


def test_a_doubled_line_is_told_with_what_was_expected_and_where_to_look(
    made_up_home: Path, made_up_edition: Edition, council: Area, tmp_path: Path, monkeypatch, capsys
):
    file = draft(made_up_edition, council, tmp_path, fostering=2.0)
    code = run(
        "check-finance", str(file), "--council", council.name, "--year", YEAR, "--json",
        home=made_up_home, monkeypatch=monkeypatch,
    )  # fmt: skip

    told = json.loads(capsys.readouterr().out)
    assert code == 0
    assert list(told) == KEYS
    assert told["council"]["code"] == council.code
    assert told["questions"]
    assert all(list(one) == QUESTION for one in told["questions"])
    assert told["questions"][0]["severity"] == "cannot be"
    about = {one["line"] for one in told["questions"]} | {
        line for one in told["questions"] for line in one["other_lines"]
    }
    assert "fostering" in about
    assert all(one["look_at"].startswith("Look at: ") for one in told["questions"])


def test_without_a_council_only_the_draft_s_own_sums_are_checked(
    made_up_home: Path, made_up_edition: Edition, council: Area, tmp_path: Path, monkeypatch, capsys
):
    file = draft(made_up_edition, council, tmp_path, fostering=2.0)
    code = run("check-finance", str(file), home=made_up_home, monkeypatch=monkeypatch)

    said = capsys.readouterr().out
    assert code == 0
    assert "CANNOT BE" in said
    assert "No council is named" in said
    assert "\nASK " not in said


def test_without_earlier_returns_it_says_what_was_not_checked(
    made_up_home: Path, made_up_edition: Edition, tmp_path: Path, monkeypatch, capsys
):
    oldest = return_checks(made_up_edition).periods()[0]
    file = tmp_path / "draft.csv"
    file.write_text("line,gross_pounds\nchildrens_social_care,90000000\n", encoding="utf-8")
    code = run(
        "check-finance", str(file), "--council", "Avengate", "--year", oldest,
        home=made_up_home, monkeypatch=monkeypatch,
    )  # fmt: skip

    assert code == 0
    assert "No earlier return of Avengate is loaded" in " ".join(capsys.readouterr().out.split())


def test_an_empty_draft_can_be_written_and_has_every_line(
    made_up_home: Path, tmp_path: Path, monkeypatch, capsys
):
    out = tmp_path / "empty.csv"
    code = run("check-finance", "--template", str(out), home=made_up_home, monkeypatch=monkeypatch)

    text = out.read_bytes().decode("utf-8-sig")
    assert code == 0
    assert text.startswith("line,title,gross_thousands,income_thousands,net_thousands")
    assert "\r\nfostering,Fostering,,," in text
    assert str(out) in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Give a file to check"),
        (("nowhere.csv",), "nowhere.csv cannot be read"),
        (("{file}", "--year", "1999-00"), "No return can be checked for '1999-00'"),
        (("{file}", "--council", "Nowhereshire"), "Nowhereshire"),
        (("{file}", "--council", "England"), "England is not one"),
    ],
)
def test_wrong_use_is_one_sentence(
    made_up_home: Path, tmp_path: Path, monkeypatch, capsys, arguments: tuple[str, ...], said: str
):
    file = tmp_path / "draft.csv"
    file.write_text("line,gross_pounds\nfostering,1\n", encoding="utf-8")
    given = [one.replace("{file}", str(file)) for one in arguments]
    code = run("check-finance", *given, home=made_up_home, monkeypatch=monkeypatch)

    error = capsys.readouterr().err
    assert code == 2
    assert said in error
    assert error.count("\n") == 1


def test_with_nothing_loaded_the_data_cannot_answer(tmp_path: Path, monkeypatch, capsys):
    file = tmp_path / "draft.csv"
    file.write_text("line,gross_pounds\nfostering,1\n", encoding="utf-8")
    code = run("check-finance", str(file), home=tmp_path / "none", monkeypatch=monkeypatch)

    assert code == 1
    assert "Nothing is loaded yet" in capsys.readouterr().err
