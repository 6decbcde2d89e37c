"""`brightfutures framework England`: how far councils differ on each outcome."""

import json
from pathlib import Path

from typer.testing import CliRunner

from brightfutures.cli.main import app


def asked(home: Path, *words: str) -> str:
    answer = CliRunner().invoke(app, ["framework", *words, "--home", str(home)])
    assert answer.exit_code == 0, answer.output
    return answer.stdout


def test_england_is_told_in_prose_and_as_plain_data(made_up_home: Path):
    text = asked(made_up_home, "England")
    told = json.loads(asked(made_up_home, "England", "--json"))

    assert text.startswith("Made-up England: no figure here is real.")
    assert " ".join(told["says"][0].split()) in " ".join(text.split())
    assert [outcome["name"] for outcome in told["outcomes"] if not outcome["measures"]] == [
        "Multi-agency working is prioritised and effective"
    ]
