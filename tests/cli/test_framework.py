"""`framework` prints a council by outcome and enabler, or the same as JSON."""

import json
import sys
from pathlib import Path

import pytest

from brightfutures.cli.main import main
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import json_text
from brightfutures.delivery.framework import framework_account
from brightfutures.delivery.framework_text import framework_text
from brightfutures.quantities import AreaKind


def run(*arguments: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """What the command's exit code is."""
    monkeypatch.setattr(sys, "argv", ["brightfutures", *arguments, "--home", str(home)])
    with pytest.raises(SystemExit) as stopped:
        main()
    return int(stopped.value.code or 0)


def test_it_prints_the_seven_headings_within_eighty_columns(made_up_edition: Edition):
    said = framework_text(made_up_edition, made_up_edition.geography.councils()[0])

    assert said.startswith("Made-up England: no figure here is real.")
    assert all(len(line) <= 80 for line in said.splitlines())
    for outcome in made_up_edition.catalogue.outcomes.values():
        assert outcome.name in said
    assert "plays no part" in " ".join(said.split())
    assert not any("  " in line for line in said.splitlines())


def test_json_is_alone_on_the_output_and_is_that_of_the_page(
    made_up_home: Path,
    made_up_edition: Edition,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    area = made_up_edition.geography.councils()[0]
    assert run("framework", area.name, "--json", home=made_up_home, monkeypatch=monkeypatch) == 0
    told = json.loads(capsys.readouterr().out)
    assert told == json.loads(json_text(framework_account(made_up_edition, area)))
    assert told["council"]["name"] == area.name


def test_what_is_not_a_council_is_refused(
    made_up_home: Path,
    made_up_edition: Edition,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    region = next(
        area.name for area in made_up_edition.geography.areas if area.kind is AreaKind.REGION
    )
    assert run("framework", region, home=made_up_home, monkeypatch=monkeypatch) == 2
    assert "is not one" in capsys.readouterr().err
    assert run("framework", "Nowhereshire", home=made_up_home, monkeypatch=monkeypatch) == 2


def test_without_a_store_it_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    assert run("framework", "Essex", home=tmp_path, monkeypatch=monkeypatch) == 1
    assert "load" in capsys.readouterr().err
