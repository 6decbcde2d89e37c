"""The root of the command line: quick, in plain English, and clear about what went wrong."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


def brightfutures(
    *arguments: str, home: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    inherited = {k: v for k, v in os.environ.items() if k != "BRIGHTFUTURES_HOME"}
    if home is not None:
        environment["BRIGHTFUTURES_HOME"] = str(home)
    return subprocess.run(
        [sys.executable, "-m", "brightfutures", *arguments],
        capture_output=True,
        encoding="utf-8",
        env=inherited | environment,
        timeout=60,
        check=False,
    )


def modules_loaded_by(*arguments: str) -> set[str]:
    program = (
        "import atexit, sys\n"
        "atexit.register(lambda: print(*sys.modules, file=sys.stderr))\n"
        f"sys.argv = ['brightfutures', *{arguments!r}]\n"
        "from brightfutures.__main__ import main\n"
        "main()\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )
    assert ran.stdout
    return set(ran.stderr.split())


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("where", "--help")])
def test_help_loads_nothing_heavy(arguments: tuple[str, ...]):
    loaded = modules_loaded_by(*arguments)

    assert "typer" in loaded
    assert loaded.isdisjoint({"numpy", "scipy", "duckdb", "starlette", "jinja2", "rich"})


def test_every_verb_says_what_it_does_in_the_root_help():
    ran = brightfutures("--help", COLUMNS="100")

    verbs = ran.stdout.split("Commands:\n")[1].split("\n\n")[0].splitlines()
    assert ran.returncode == 0
    assert "children" in ran.stdout
    assert any(line.split()[0] == "where" for line in verbs)
    assert all(len(line.split()) > 2 for line in verbs), verbs


def test_version_is_printed_alone():
    ran = brightfutures("--version")

    name, number = ran.stdout.split()
    assert (ran.returncode, name) == (0, "brightfutures")
    assert [part.isdigit() for part in number.split(".")] == [True, True, True]


def test_a_wrong_verb_gets_the_nearest_name_and_exit_code_2():
    ran = brightfutures("wher")

    assert ran.returncode == 2
    assert "where" in ran.stderr
    assert ran.stdout == ""


def test_where_names_the_home_it_was_given_and_makes_nothing(tmp_path: Path):
    ran = brightfutures("where", "--home", str(tmp_path / "home"))

    assert ran.returncode == 0
    assert ran.stdout.splitlines()[0] == str(tmp_path / "home")
    assert "no store yet" in ran.stdout
    assert list(tmp_path.iterdir()) == []


def test_where_names_the_store_in_use(tmp_path: Path):
    (tmp_path / "current").write_text("store-0123abcd.duckdb\n")

    ran = brightfutures("where", home=tmp_path)

    assert "store-0123abcd.duckdb" in ran.stdout


def test_where_as_json_holds_nothing_else(tmp_path: Path):
    home = tmp_path / "Sir Gâr"
    home.mkdir()

    ran = brightfutures("where", "--json", home=home, PYTHONIOENCODING="ascii")

    assert json.loads(ran.stdout) == {"home": str(home), "store": None}


def test_where_has_a_usual_place_when_no_home_is_given():
    ran = brightfutures("where", "--json")

    assert Path(json.loads(ran.stdout)["home"]).is_absolute()


@pytest.mark.parametrize(("kind", "code"), [("CannotAnswer", 1), ("WrongUse", 2)])
def test_a_plain_error_is_one_sentence_without_a_traceback(kind: str, code: int):
    program = (
        "from brightfutures import quantities\n"
        "from brightfutures.cli.main import app, main\n"
        "@app.command()\n"
        "def stumble(): raise quantities." + kind + "('No council is called Bóg.')\n"
        "import sys; sys.argv = ['brightfutures', 'stumble']\n"
        "main()\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
        timeout=60,
        check=False,
    )

    assert (ran.returncode, ran.stdout, ran.stderr) == (code, "", "No council is called Bóg.\n")
