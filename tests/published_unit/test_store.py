"""The store: written whole or not at all, the same for the same files, never of two kinds."""

import threading

import pytest

from brightfutures.published.database import writing_connection
from brightfutures.published.load import load
from brightfutures.published.store import OtherVersion, Store, open_store
from brightfutures.quantities import CannotAnswer, PlainError


def stores(home):
    return sorted(file.name for file in home.glob("store-*"))


def test_loading_twice_changes_nothing(load_files, care_file, home):
    first = load_files({"care_2024.csv": care_file(("E06000001", "5"))})
    before = [(file.name, file.stat().st_mtime_ns) for file in sorted(home.iterdir())]
    second = load_files({})
    assert (first.changed, second.changed) == (True, False)
    assert first.store == second.store
    assert [(file.name, file.stat().st_mtime_ns) for file in sorted(home.iterdir())] == before


def test_a_broken_file_leaves_the_last_good_store(load_files, care_file, home, opened, value_at):
    load_files({"care_2024.csv": care_file(("E06000001", "5"))})
    before = stores(home)
    with pytest.raises(PlainError):
        load_files({"care_2025.csv": care_file(("E06000001", "~"), period="2025")})
    assert stores(home) == before
    with opened() as store:
        assert value_at(store, "children_in_care", "E06000001", "2024") == 5


def test_a_reader_sees_that_a_newer_store_is_in_use(load_files, care_file, opened, value_at):
    load_files({"care_2024.csv": care_file(("E06000001", "5"))})
    with opened() as old:
        assert not old.is_stale()
        load_files({"care_2025.csv": care_file(("E06000001", "6"), period="2025")})
        assert old.is_stale()
        assert value_at(old, "children_in_care", "E06000001", "2025") is None
    with opened() as new:
        assert value_at(new, "children_in_care", "E06000001", "2025") == 6


def test_only_the_two_newest_stores_are_kept(load_files, care_file, home):
    for number in "123":
        report = load_files({"care_2024.csv": care_file(("E06000001", number))})
    assert len(stores(home)) == 2
    assert report.store in stores(home)
    assert (home / "current").read_text(encoding="utf-8").strip() == report.store


def test_a_file_no_longer_there_is_told(load_files, care_file, files):
    load_files(
        {
            "care_2023.csv": care_file(("E06000001", "5"), period="2023"),
            "care_2024.csv": care_file(("E06000001", "5")),
        }
    )
    (files / "care_2023.csv").unlink()
    assert load_files({}).no_longer_held == ("care_2023.csv",)


def test_an_empty_home_says_how_to_load(home):
    with pytest.raises(CannotAnswer, match="brightfutures load"):
        open_store(home)


def test_a_store_of_another_version_says_so_and_is_rebuilt(
    load_files, care_file, home, small_catalogue
):
    report = load_files({"care_2024.csv": care_file(("E06000001", "5"))})
    path = home / report.store
    with writing_connection(path) as connection:
        connection.execute("update about set value = '0' where key = 'schema'")
    with pytest.raises(OtherVersion, match="another version"):
        Store(path, home, small_catalogue)
    assert load_files({}).changed
    Store(path, home, small_catalogue).close()


def test_files_that_are_none_of_ours_are_listed(load_files, care_file):
    report = load_files(
        {"care_2024.csv": care_file(("E06000001", "5")), "other/letter.txt": "Dear", ".hidden": ""}
    )
    assert report.unclaimed == ("other/letter.txt",)


def test_a_series_that_no_file_gives_has_no_rows(load_files, care_file, opened):
    load_files({"care_2024.csv": care_file(("E06000001", "5"))})
    with opened() as store:
        assert store.readings("nothing").areas == ()
        assert len(store.readings("pupils").value) == 0


def test_readings_cannot_be_changed(load_files, care_file, opened):
    load_files({"care_2024.csv": care_file(("E06000001", "5"))})
    with opened() as store, pytest.raises(ValueError, match="read-only"):
        store.readings("children_in_care").value[0] = 0


def test_many_threads_may_ask_at_once(load_files, care_file, opened):
    load_files({"care_2024.csv": care_file(("E06000001", "5"))})
    found = []
    with opened() as store:

        def ask():
            rows = store.source_rows("children_in_care", "E06000001", "2024")
            found.append((rows[0].value, store.readings("children_in_care").periods))

        threads = [threading.Thread(target=ask) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert found == [(5, ("2024",))] * 8


def made_up(geography):
    return "made_up = true\n" + geography


def test_a_made_up_england_is_read_by_its_own_ledger(
    load_files, care_file, opened, small_catalogue
):
    ledger = made_up(
        'area = [{ code = "E92000001", name = "England", kind = "country" }, '
        '{ code = "X1", name = "Northland", kind = "region" }, '
        '{ code = "X2", name = "Fernborough", kind = "council", region = "X1" }]'
    )
    report = load_files({"geography.toml": ledger, "care_2024.csv": care_file(("X2", "5"))})
    assert report.made_up
    with opened() as store:
        assert store.made_up
        assert store.geography.by_code["X2"].name == "Fernborough"


def test_official_and_made_up_never_share_a_store(
    load_files, care_file, files, home, small_catalogue, tmp_path
):
    load_files({"care_2024.csv": care_file(("E06000001", "5"))})
    invented = tmp_path / "invented"
    invented.mkdir()
    ledger = made_up('area = [{ code = "E92000001", name = "England", kind = "country" }]')
    (invented / "geography.toml").write_text(ledger, encoding="utf-8")
    (invented / "care_2024.csv").write_text(care_file(), encoding="utf-8")
    with pytest.raises(PlainError, match="never share a store"):
        load([invented], home, catalogue=small_catalogue)
    with pytest.raises(PlainError, match="never share a store"):
        load([files, invented], tmp_path / "elsewhere", catalogue=small_catalogue)
