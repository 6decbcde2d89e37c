"""A person who has loaded only one publication still gets what it can say."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from brightfutures.cli.main import main

pytestmark = pytest.mark.published

Asked = Callable[..., tuple[int, str]]


@pytest.fixture
def brightfutures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Asked:
    """Runs the command in a folder of its own: the exit code, and what is told of an error."""
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> tuple[int, str]:
        monkeypatch.setattr("sys.argv", ["brightfutures", *words, "--home", str(tmp_path / "home")])
        with pytest.raises(SystemExit) as stopped:
            main()
        return int(stopped.value.code or 0), capsys.readouterr().err

    return run


@pytest.mark.parametrize(
    "file",
    [
        "dfe/children-in-need/2025/c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv",
        "dfe/workforce/csww_indicators_2017_to_2025.csv",
        "dfe/children-looked-after/2025/cla_number_and_rate_per_10k_children.csv",
    ],
)
def test_one_publication_alone_makes_a_health_check(
    file: str, published_data: Path, tmp_path: Path, brightfutures: Asked
):
    shutil.copy(published_data / file, tmp_path)
    assert brightfutures("load", ".")[0] == 0
    for words in ([], ["--out", "essex.html"], ["--out", "essex.xlsx"], ["--out", "essex.json"]):
        code, told = brightfutures("healthcheck", "Essex", *words)
        assert code == 0, told


def test_files_that_hold_no_measure_get_one_sentence(
    published_data: Path, tmp_path: Path, brightfutures: Asked
):
    shutil.copy(published_data / "mhclg/deprivation/imd-2019.xlsx", tmp_path)
    assert brightfutures("load", ".")[0] == 0
    code, told = brightfutures("healthcheck", "Essex")
    assert code == 1
    assert told.count("\n") == 1
    assert "docs/statistics.md" in told
