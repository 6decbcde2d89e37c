"""The shipped catalogue, loaded once."""

import pytest

from brightfutures.catalogue import Catalogue, load_catalogue


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()
