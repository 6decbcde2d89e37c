"""`brightfutures demo` makes an England, loads it and writes a health check that says so."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from brightfutures.published.load import load


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo") / "home"


@pytest.fixture(scope="module")
def said(home: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "brightfutures", "demo", "--home", str(home)],
        capture_output=True, encoding="utf-8", check=True, env={**os.environ, "COLUMNS": "80"},
    )  # fmt: skip
    assert done.stderr == "", "into a pipe there is no progress"
    return done.stdout


def test_it_writes_a_health_check_that_says_no_figure_is_real(said: str, home: Path) -> None:
    (page,) = home.glob("*.html")
    assert str(page) in said
    text = page.read_text(encoding="utf-8")
    assert "Made-up England: no figure here is real" in text


def test_it_says_how_to_look_further_and_how_to_use_real_statistics(said: str, home: Path) -> None:
    assert f"serve --home {home}" in said
    assert "load FOLDER" in said


def test_loading_its_files_a_second_time_changes_nothing(said: str, home: Path) -> None:
    assert not load([home / "made-up-england" / "statistics"], home).changed


def test_the_truth_is_no_source_s_file_and_stops_no_load(
    said: str, home: Path, tmp_path: Path
) -> None:
    """Beside the ledger and one file, which are loaded in a moment."""
    made = home / "made-up-england"
    for path in (made / "truth.json", *sorted((made / "statistics").glob("*.toml"))):
        shutil.copy(path, tmp_path)
    shutil.copy(next(made.rglob("csww_indicators*.csv")), tmp_path)
    report = load([tmp_path], tmp_path / "home")
    assert report.made_up
    assert report.unclaimed == ("truth.json",)
