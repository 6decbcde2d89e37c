"""A council's first page is answered before all figures of the store are read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from brightfutures.catalogue import load_catalogue
from brightfutures.delivery.asked import Asked
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.first_series import first_series
from brightfutures.delivery.site_map import answer_at
from brightfutures.published.series_shelf import MAIN
from brightfutures.published.store import open_store


@pytest.fixture
def edition(made_up_home: Path) -> Iterator[Edition]:
    """One of its own, of which nothing has been asked yet."""
    with open_store(made_up_home) as store:
        yield Edition(store, load_catalogue())


def test_an_overview_asks_for_no_series_but_those_read_first(edition: Edition):
    council = next(iter(edition.council_of_slug))

    answer_at(edition, Asked(words=(council,)))

    shelf = edition.store._shelf
    assert MAIN not in shelf._returns_read
    assert set(shelf._read) & set(shelf.numbers) >= first_series(edition.catalogue) & set(
        shelf.numbers
    )


def test_any_other_series_has_all_of_its_kind_read_with_it(edition: Edition):
    edition.store.read_first(first_series(edition.catalogue))
    first = next(iter(first_series(edition.catalogue) & set(edition.store.series())))
    before = edition.store.readings(first)
    other = next(
        name
        for name in edition.store.series()
        if name not in first_series(edition.catalogue)
        and name not in edition.catalogue.spending.account_of_series
    )

    edition.store.readings(other)

    assert MAIN in edition.store._shelf._returns_read
    assert edition.store.readings(first) is before
