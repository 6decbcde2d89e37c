"""A person who has loaded only one publication still gets what it can say."""

import shutil
import subprocess
import sys

import pytest

pytestmark = pytest.mark.published


def _brightfutures(*words, cwd):
    return subprocess.run(
        [sys.executable, "-m", "brightfutures", *words],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    "file",
    [
        "dfe/children-in-need/2025/c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv",
        "dfe/workforce/csww_indicators_2017_to_2025.csv",
        "dfe/children-looked-after/2025/cla_number_and_rate_per_10k_children.csv",
    ],
)
def test_one_publication_alone_makes_a_health_check(file, published_data, tmp_path):
    shutil.copy(published_data / file, tmp_path)
    home = str(tmp_path / "home")
    assert _brightfutures("load", ".", "--home", home, cwd=tmp_path).returncode == 0
    for words in ([], ["--out", "essex.html"], ["--out", "essex.xlsx"], ["--out", "essex.json"]):
        done = _brightfutures("healthcheck", "Essex", "--home", home, *words, cwd=tmp_path)
        assert done.returncode == 0, done.stderr


def test_files_that_hold_no_measure_get_one_sentence(published_data, tmp_path):
    shutil.copy(published_data / "mhclg/deprivation/imd-2019.xlsx", tmp_path)
    home = str(tmp_path / "home")
    assert _brightfutures("load", ".", "--home", home, cwd=tmp_path).returncode == 0
    done = _brightfutures("healthcheck", "Essex", "--home", home, cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "docs/statistics.md" in done.stderr
