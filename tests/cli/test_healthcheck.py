"""`healthcheck` writes the form its suffix asks for, whole or not at all."""

import csv
import json
import sys
from pathlib import Path

import pytest

from brightfutures.cli.main import main
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.health_check_files import check_can_write, write_health_check
from brightfutures.delivery.health_check_text import health_check_text
from brightfutures.findings.verdict_words import direction_words
from brightfutures.quantities import WrongUse

FIRST_BYTES = {
    ".html": b"<!doctype html>",
    ".xlsx": b"PK\x03\x04",
    ".csv": b"\xef\xbb\xbfStage,",
    ".json": b"{",
    ".pdf": b"%PDF-",
}


def run(*arguments: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """What the command's exit code is."""
    monkeypatch.setattr(sys, "argv", ["brightfutures", *arguments, "--home", str(home)])
    with pytest.raises(SystemExit) as stopped:
        main()
    return int(stopped.value.code or 0)


@pytest.mark.parametrize("suffix", FIRST_BYTES)
def test_each_suffix_is_written_in_its_form(made_up_edition: Edition, tmp_path: Path, suffix: str):
    if suffix == ".pdf":
        pytest.importorskip("weasyprint")
    out = tmp_path / f"avengate{suffix.upper() if suffix == '.csv' else suffix}"
    write_health_check(made_up_edition, made_up_edition.council("Avengate"), out)

    assert out.read_bytes().startswith(FIRST_BYTES[suffix])
    assert list(tmp_path.iterdir()) == [out]


def test_every_text_form_of_a_made_up_england_says_so(made_up_edition: Edition, tmp_path: Path):
    area = made_up_edition.council("Avengate")
    for suffix in (".html", ".csv", ".json"):
        out = tmp_path / f"avengate{suffix}"
        write_health_check(made_up_edition, area, out)
        assert "Made-up England: no figure here is real." in out.read_text(encoding="utf-8-sig")
    assert health_check_text(made_up_edition, area).startswith("Made-up England")


def test_a_csv_row_says_whose_it_is_and_where_it_stands(made_up_edition: Edition, tmp_path: Path):
    area = made_up_edition.council("Avengate")
    out = tmp_path / "avengate.csv"
    write_health_check(made_up_edition, area, out)
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))[:-1]

    assert {(row["Council"], row["Council code"]) for row in rows} == {(area.name, area.code)}
    assert all(", row " in row["Files and rows"] for row in rows if row["Value"])


def test_a_summary_in_a_terminal_says_better_or_worse_where_the_catalogue_does(
    made_up_edition: Edition,
):
    check = made_up_edition.health_check(made_up_edition.council("Avengate"))
    declared = [
        direction_words(check.comparisons[entry.id].verdict)
        for entry in check.measured(made_up_edition.catalogue, in_the_set=True)
    ]
    text = health_check_text(made_up_edition, check.area)
    table = text.split("Coming in ", 1)[1].splitlines()

    for word in ("better", "worse"):
        assert sum(line.endswith(word) for line in table) == declared.count(word)


def test_the_page_is_written_and_said_to_be(
    made_up_home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    out = tmp_path / "avengate.html"
    code = run("healthcheck", "Avengate", "--out", str(out), home=made_up_home,
               monkeypatch=monkeypatch)  # fmt: skip

    assert code == 0
    assert "Avengate" in capsys.readouterr().out
    assert out.stat().st_size > 100_000
    if sys.platform != "win32":
        assert out.stat().st_mode & 0o400


def test_json_is_all_that_is_printed_even_beside_a_file(
    made_up_home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    out = tmp_path / "avengate.csv"
    code = run("healthcheck", "Avengate", "--json", "--out", str(out), home=made_up_home,
               monkeypatch=monkeypatch)  # fmt: skip
    printed = capsys.readouterr()

    assert code == 0
    assert json.loads(printed.out)["council"]["name"] == "Avengate"
    assert str(out) in printed.err


def test_a_region_has_no_health_check(
    made_up_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    code = run("healthcheck", "England", home=made_up_home, monkeypatch=monkeypatch)

    assert code == 2
    assert "England is not one" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("avengate.docx", "end the name in"),
        ("avengate", "end the name in"),
        ("no/such/folder/avengate.html", "no folder"),
    ],
)
def test_what_cannot_be_written_is_exit_2_and_leaves_nothing(
    made_up_home: Path,
    tmp_path: Path,
    name: str,
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    code = run("healthcheck", "Avengate", "--out", str(tmp_path / name), home=made_up_home,
               monkeypatch=monkeypatch)  # fmt: skip
    printed = capsys.readouterr()

    assert (code, printed.out) == (2, "")
    assert words in printed.err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_not_written_over(tmp_path: Path):
    (tmp_path / "essex.html").mkdir()

    with pytest.raises(WrongUse, match="is a folder"):
        check_can_write(tmp_path / "essex.html")


def test_an_old_file_stands_until_the_new_one_is_whole(made_up_edition: Edition, tmp_path: Path):
    out = tmp_path / "avengate.csv"
    out.write_text("an older health check")
    write_health_check(made_up_edition, made_up_edition.council("Avengate"), out)

    assert out.read_bytes().startswith(FIRST_BYTES[".csv"])
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.published
@pytest.mark.parametrize("name", ["Essex", "Isles of Scilly", "City of London", "Bedfordshire"])
def test_a_terminal_gets_a_summary_that_fits_it(
    edition: Edition, name: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("COLUMNS", "80")
    text = health_check_text(edition, edition.council(name))

    table = text.split("Coming in")[1]
    assert max(map(len, table.splitlines()[:-1])) <= 80
    assert "None\n" not in text
    assert "nan" not in text.split()
