"""A question to a store is answered, however much room it needs."""

from pathlib import Path

import duckdb
import pytest

from brightfutures.published.database import USUALLY, reading_connection, writing_connection
from brightfutures.published.stored_rows import Rows

COUNT = 3_000_000
LARGE = "select list(text order by text desc)[1], count(*) from long"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("rows") / "store"
    with writing_connection(path) as connection:
        connection.execute(
            f"create table long as select 'text number ' || range as text from range({COUNT})"
        )
    return path


def limit(connection: duckdb.DuckDBPyConnection) -> object:
    return connection.execute("select current_setting('memory_limit')").fetchall()


def test_one_that_needs_more_room_than_usual_is_given_it_and_gives_it_back(path: Path):
    connection = reading_connection(path)
    usual = limit(connection)
    with pytest.raises(duckdb.OutOfMemoryException):
        connection.execute(LARGE).fetchall()

    assert Rows(connection)(LARGE) == [("text number 999999", COUNT)]
    assert Rows(connection).columns(LARGE, {})["count_star()"].tolist() == [COUNT]
    assert limit(connection) == usual
    connection.close()


def test_what_has_been_read_is_not_all_kept(path: Path):
    connection = reading_connection(path)
    rows = Rows(connection)
    assert rows("select count(distinct text) from long where text like '%99'") == [(COUNT // 100,)]
    ((held,),) = rows("select sum(memory_usage_bytes) from duckdb_memory()")
    assert held < 1e6 * float(USUALLY.removesuffix("MB"))
    rows.close()
