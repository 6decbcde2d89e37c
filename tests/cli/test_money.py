"""`money` prints a council's or England's money, or the same as JSON."""

import json
import sys
from pathlib import Path

import pytest

from brightfutures.cli.main import main
from brightfutures.delivery.asked import Asked
from brightfutures.delivery.chosen_comparison import chosen_comparison
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.england_money_account import england_money_account
from brightfutures.delivery.explain import json_text
from brightfutures.delivery.money_account import money_account


def run(*arguments: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """What the command's exit code is."""
    monkeypatch.setattr(sys, "argv", ["brightfutures", *arguments, "--home", str(home)])
    with pytest.raises(SystemExit) as stopped:
        main()
    return int(stopped.value.code or 0)


Captured = pytest.CaptureFixture[str]


@pytest.mark.parametrize("whose", ["a council", "England"])
def test_the_text_has_the_parts_the_shares_and_every_line_in_eighty_columns(
    made_up_home: Path,
    made_up_edition: Edition,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Captured,
    whose: str,
):
    name = made_up_edition.geography.councils()[0].name if whose == "a council" else "England"
    monkeypatch.setenv("COLUMNS", "200")

    assert run("money", name, home=made_up_home, monkeypatch=monkeypatch) == 0
    said = capsys.readouterr().out

    assert said.startswith("Made-up England: no figure here is real.")
    assert max(map(len, said.splitlines())) <= 80
    for wanted in ("Prevention", "strict", "middle", "broad", "What you should know",
                   "Revenue outturn (RO3)", "Section 251 return"):  # fmt: skip
        assert wanted in said, wanted
    if whose == "a council":
        assert "Sum of the parts" in said
        assert "From the mean of their rates" in said


def test_json_is_alone_on_the_output_and_is_that_of_the_page(
    made_up_home: Path, made_up_edition: Edition, monkeypatch: pytest.MonkeyPatch, capsys: Captured
):
    area = made_up_edition.geography.councils()[0]
    chosen = chosen_comparison(made_up_edition, area, Asked())

    assert run("money", area.name, "--json", home=made_up_home, monkeypatch=monkeypatch) == 0
    assert capsys.readouterr().out.strip() == json_text(
        money_account(made_up_edition, area, chosen)
    )
    assert run("money", "England", "--json", home=made_up_home, monkeypatch=monkeypatch) == 0
    assert capsys.readouterr().out.strip() == json_text(england_money_account(made_up_edition))


def test_another_year_is_told_as_it_was(
    made_up_home: Path, made_up_edition: Edition, monkeypatch: pytest.MonkeyPatch, capsys: Captured
):
    area, periods = made_up_edition.geography.councils()[0], made_up_edition.books.panel.periods
    year = periods[-2]

    asked = ("money", area.name, "--year", year, "--json")
    assert run(*asked, home=made_up_home, monkeypatch=monkeypatch) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["year"] == told["spend_per_child"]["year"] == year
    assert told["newest_year_of_the_return"] == periods[-1]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("Avengat",), "Avengate"),
        (("England", "--year", "2023-24"), "newest year"),
        (("Avengate", "--year", "1999"), "has no year '1999'"),
    ],
)
def test_a_wrong_name_or_year_is_refused_in_one_sentence(
    made_up_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured,
    asked: tuple[str, ...], said: str,
):  # fmt: skip
    assert run("money", *asked, home=made_up_home, monkeypatch=monkeypatch) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert said in captured.err
