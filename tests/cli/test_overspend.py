"""`overspend` says by how much a council spent more than its budget, or gives the same as JSON."""

import json
import re
import sys
from pathlib import Path

import pytest

from brightfutures.cli.main import main
from brightfutures.delivery.own_budget import read_own_budget

DOCUMENT = Path(__file__).parents[2] / "docs" / "own-budget.md"


def run(*arguments: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """What the command's exit code is."""
    monkeypatch.setattr(sys, "argv", ["brightfutures", *arguments, "--home", str(home)])
    with pytest.raises(SystemExit) as stopped:
        main()
    return int(stopped.value.code or 0)


def documented() -> str:
    """The example of the document."""
    block = re.search(r"(?m)(^    line,year.*\n(?:^    .*\n)+)", DOCUMENT.read_text("utf-8"))
    assert block is not None
    return re.sub(r"(?m)^    ", "", block[1])


@pytest.fixture
def own(tmp_path: Path) -> Path:
    file = tmp_path / "budget.csv"
    file.write_text(documented(), "utf-8")
    return file


@pytest.mark.published
def test_published_years_and_the_councils_own_stand_in_one_answer(
    loaded_home: Path,
    own: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    monkeypatch.setenv("COLUMNS", "100")
    assert run("overspend", "Essex", "--budget", str(own), home=loaded_home,
               monkeypatch=monkeypatch) == 0  # fmt: skip
    said = " ".join(capsys.readouterr().out.split())

    assert "In 2017-18 Essex spent £1.9 million more than its budget" in said
    assert "133 of 152 councils spent more than their budget on it (88%)" in said
    assert "In 2025-26 Essex spent £16.5 million more than its budget" in said
    assert "there is no outturn of Essex on fostering services" in said
    assert "no range around them" in said
    assert "None" not in said
    assert "nan" not in said.split()


@pytest.mark.published
def test_england_is_told_too_and_json_stands_alone(
    loaded_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    assert run("overspend", "England", "--json", home=loaded_home, monkeypatch=monkeypatch) == 0
    answer = json.loads(capsys.readouterr().out)

    (year,) = (one for one in answer["years"] if one["period"] == "2017-18")
    total = year["lines"][0]
    assert total["line"] == "childrens_social_care"
    assert round(total["over_pounds"] / 1e6, 1) == 806.1
    assert total["how_usual"]["councils_over"] == 133


def test_a_wrong_file_ends_with_one_sentence_and_exit_code_two(
    made_up_home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    wrong = tmp_path / "budget.csv"
    wrong.write_text("line,year,budget_pounds,outturn_pounds\nfostring,2025-26,1,1\n", "utf-8")

    code = run("overspend", "England", "--budget", str(wrong), home=made_up_home,
               monkeypatch=monkeypatch)  # fmt: skip

    assert code == 2
    assert "budget.csv, row 2, column line" in capsys.readouterr().err
    nowhere = str(tmp_path / "nowhere.csv")
    assert run("overspend", "England", "--budget", nowhere, home=made_up_home,
               monkeypatch=monkeypatch) == 2  # fmt: skip


def test_a_made_up_england_says_so_first_and_its_own_file_last(
    made_up_home: Path,
    own: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    code = run("overspend", "England", "--budget", str(own), home=made_up_home,
               monkeypatch=monkeypatch)  # fmt: skip
    said = capsys.readouterr().out

    assert code == 0
    assert said.startswith("Made-up England: no figure here is real")
    assert "it cannot be said how usual this was" in " ".join(said.split())


def test_the_documents_example_is_read(own: Path):
    from brightfutures.catalogue import load_catalogue

    found = read_own_budget(own.name, own.read_bytes(), load_catalogue().spend_lines)

    assert [one.line for one in found] == ["childrens_social_care", "fostering", "residential_care"]
