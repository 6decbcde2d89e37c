"""Every command the README shows is one that runs."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from brightfutures.published.load import load
from turns import IN_CI

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _shown(first_word: str) -> list[str]:
    blocks = re.findall(r"```\n(.*?)```", README, flags=re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line.startswith(first_word)]


def test_the_readme_shows_the_two_commands_first():
    assert _shown("make") == ["make demo", "make test"]


@pytest.mark.parametrize("line", _shown("make"))
def test_a_make_command_of_the_readme_is_one_of_the_makefile_s(line):
    target = line.split()[1]
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.fixture(scope="module")
def home_of_one_file(published_data, tmp_path_factory):
    home = tmp_path_factory.mktemp("one-file") / "home"
    load([published_data / "dfe" / "workforce" / "csww_indicators_2017_to_2025.csv"], home)
    return home


@pytest.mark.published
@pytest.mark.parametrize("line", [each for each in _shown("brightfutures") if "serve" not in each])
def test_a_command_of_the_readme_runs_on_the_official_statistics(
    line, loaded_home, home_of_one_file, published_data, tmp_path
):
    """A whole site is exported in CI; elsewhere one of the measures that a single file holds."""
    words = shlex.split(line.replace("FOLDER", shlex.quote(str(published_data))))
    # Loading what is loaded changes nothing, so the tests' own home can be asked.
    home = loaded_home if IN_CI or words[1] != "export" else home_of_one_file
    done = subprocess.run(
        [sys.executable, "-m", *words, "--home", str(home)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    if "--out" in words:
        out = tmp_path / words[words.index("--out") + 1]
        page = out / "index.html" if out.is_dir() else out
        assert page.stat().st_size > 10_000


def test_every_file_the_readme_names_is_there():
    for target in re.findall(r"\]\(([^)]+)\)", README):
        assert (ROOT / target).exists(), target


def test_the_readme_fits_one_screen():
    assert len(README.splitlines()) <= 60
