"""The official statistics in a store, loaded once a session whatever the number of workers."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from brightfutures.published import LoadReport, Store, load, open_store


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Keep the other worker waiting, so that one loads and the other finds it loaded."""
    with lock.open("w") as held:
        if sys.platform != "win32":
            import fcntl

            fcntl.flock(held, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def loaded_home(published_data: Path, request: pytest.FixtureRequest) -> Path:
    """A home whose store holds the official statistics.

    It lies in pytest's cache, so a session in which neither files, declarations nor readers have
    changed finds its store there: its name is their digest.
    """
    assert request.config.cache is not None
    home = Path(os.fspath(request.config.cache.mkdir("published_home")))
    with _alone(home / "lock"):
        load([published_data], home)
    return home


@pytest.fixture(scope="session")
def load_report(published_data: Path, loaded_home: Path) -> LoadReport:
    """What a second load of the same files says."""
    with _alone(loaded_home / "lock"):
        return load([published_data], loaded_home)


@pytest.fixture(scope="session")
def loaded_store(loaded_home: Path) -> Iterator[Store]:
    """The store of official statistics."""
    with open_store(loaded_home) as store:
        yield store
