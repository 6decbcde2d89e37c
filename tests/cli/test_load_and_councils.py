"""The verbs `load` and `councils`, as a person or a program runs them."""

import json
import os
import subprocess
import sys

import pytest

NAME = "ons_mid-year_population_estimates_2012_to_2024.csv"
HEADER = (
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,"
    "region_name,old_la_code,new_la_code,la_name,age_group,population_estimate\n"
)
ROWS = (
    "2024,Reporting year,National,E92000001,England,,,,,,Children aged 0 to 17 years,12183016\n"
    "2024,Reporting year,Local authority,E92000001,England,E12000001,North East,841,E06000005,"
    "Darlington,Children aged 0 to 17 years,22000\n"
)


@pytest.fixture
def run(tmp_path):
    def call(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "brightfutures", *words],
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**os.environ, "BRIGHTFUTURES_HOME": str(tmp_path / "home")},
            check=False,
        )

    return call


@pytest.fixture
def folder(tmp_path):
    files = tmp_path / "files"
    files.mkdir()
    (files / NAME).write_text(HEADER + ROWS, encoding="utf-8")
    (files / "letter.txt").write_text("Dear", encoding="utf-8")
    return files


def test_load_says_what_it_read_whether_it_adds_up_and_what_is_left(run, folder):
    answer = run("load", str(folder))
    assert answer.returncode == 0
    assert answer.stderr == ""
    assert "Read 2 figures from 1 file." in answer.stdout
    assert "-99.82%" in answer.stdout
    assert "no row for" in answer.stdout
    left_over, following = answer.stdout.rstrip().rsplit("\n\n", 1)
    assert left_over.endswith("letter.txt")
    assert following.startswith('Next: brightfutures healthcheck "Your council"')
    assert "Nothing has changed" in run("load", str(folder)).stdout


def test_load_prints_json_and_nothing_else(run, folder):
    answer = json.loads(run("load", str(folder), "--json").stdout)
    assert (answer["schema"], answer["changed"], answer["made_up"]) == (1, True, False)
    assert answer["files"][0]["path"] == NAME
    assert answer["unclaimed"] == ["letter.txt"]


def test_a_broken_file_is_one_sentence_and_exit_code_1(run, folder):
    (folder / NAME).write_text(HEADER + ROWS.replace("22000", "~"), encoding="utf-8")
    answer = run("load", str(folder))
    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr.count("\n") == 1
    assert f"{NAME}, row 3, column 'population_estimate', holds '~'" in answer.stderr


def test_a_folder_that_is_not_there_is_exit_code_2(run, tmp_path):
    assert run("load", str(tmp_path / "nowhere")).returncode == 2


def test_councils_are_153_with_code_and_region(run):
    lines = run("councils").stdout.splitlines()
    assert len(lines) == 153
    assert any(
        line.split() == ["Darlington", "E06000005", "841", "North", "East"] for line in lines
    )


def test_former_councils_are_listed_when_asked_for(run):
    rows = json.loads(run("councils", "--all", "--json").stdout)
    cumbria = next(row for row in rows if row["name"] == "Cumbria")
    assert (cumbria["until"], len(cumbria["successors"])) == ("2023-03-31", 2)
