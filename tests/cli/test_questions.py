"""`questions` prints ten questions to ask of a council, or the same as JSON."""

import json
import sys
from pathlib import Path

import pytest

from brightfutures.catalogue import Audience
from brightfutures.cli.main import main
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import json_text
from brightfutures.delivery.questions import questions_account
from brightfutures.delivery.questions_text import questions_text


def run(*arguments: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """What the command's exit code is."""
    monkeypatch.setattr(sys, "argv", ["brightfutures", *arguments, "--home", str(home)])
    with pytest.raises(SystemExit) as stopped:
        main()
    return int(stopped.value.code or 0)


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_lines_wrap_at_the_width_of_the_terminal(
    made_up_edition: Edition, monkeypatch: pytest.MonkeyPatch, columns: int
):
    monkeypatch.setenv("COLUMNS", str(columns))
    said = questions_text(made_up_edition, made_up_edition.geography.councils()[0])

    assert said.startswith("Made-up England: no figure here is real.")
    lines = said.splitlines()
    assert max(map(len, lines)) <= min(columns, 100)
    assert max(map(len, lines)) > min(columns, 100) - 12
    assert [line.split(".")[0] for line in lines if line[:1].isdigit()] == [
        str(number) for number in range(1, 11)
    ]
    assert said.count("Ask next:") == 10


def test_json_is_alone_on_the_output_and_is_that_of_the_page(
    made_up_home: Path,
    made_up_edition: Edition,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    area = made_up_edition.geography.councils()[0]
    asked = ("questions", area.name, "--json", "--for", "corporate-parenting")
    assert run(*asked, home=made_up_home, monkeypatch=monkeypatch) == 0
    told = json.loads(capsys.readouterr().out)

    board = Audience.CORPORATE_PARENTING_BOARD
    assert told == json.loads(json_text(questions_account(made_up_edition, area, board)))
    assert (told["council"]["name"], told["for"]) == (area.name, "corporate-parenting")


def test_nobody_else_asks(
    made_up_home: Path,
    made_up_edition: Edition,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    name = made_up_edition.geography.councils()[0].name
    assert (
        run("questions", name, "--for", "nobody", home=made_up_home, monkeypatch=monkeypatch) == 2
    )
    assert "lead-member, scrutiny" in capsys.readouterr().err


def test_of_a_council_that_has_ended_it_says_whom_to_ask(made_up_edition: Edition):
    councils = made_up_edition.geography.councils(former=True)
    said = questions_text(made_up_edition, next(area for area in councils if area.is_former))

    assert "was replaced in" in said
    assert "- brightfutures questions '" in said
    assert "Ask next" not in said
