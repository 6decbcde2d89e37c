"""What every test may ask for: the official statistics, a browser, and quiet property tests."""

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from brightfutures.catalogue import load_catalogue
from brightfutures.delivery.edition import Edition
from brightfutures.measures.results import Comparison
from brightfutures.published import Store, load, open_store
from brightfutures.synthetic import write_made_up_england

ROOT = Path(__file__).parent.parent
IN_CI = os.environ.get("CI") == "true"

# Two workers share two cores, so a time limit for one example would fail by chance. In CI the
# examples are the same in every run: a new counter-example belongs to the person who finds it.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if IN_CI else "here")


def _absent(reason: str) -> None:
    """Skip on a person's machine, fail in CI: there a test that silently did not run is a lie."""
    if IN_CI:
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def published_data() -> Path:
    """The folder of official statistics as published; mark such a test `published`."""
    folder = Path(os.environ.get("BRIGHTFUTURES_PUBLISHED") or ROOT.parent / "shared" / "data")
    if not (folder / "manifest.csv").is_file():
        _absent(f"the official statistics are not at {folder} (BRIGHTFUTURES_PUBLISHED says where)")
    return folder


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Keep the other worker waiting, so that one makes a thing and the other finds it made."""
    with lock.open("a") as held:
        if sys.platform != "win32":
            import fcntl

            fcntl.flock(held, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def loaded_home(published_data: Path, request: pytest.FixtureRequest) -> Path:
    """A home whose store holds the official statistics, to be read and never changed.

    It lies in pytest's cache, so a session in which neither files, declarations nor readers have
    changed finds its store there: its name is their digest.
    """
    assert request.config.cache is not None
    home = Path(os.fspath(request.config.cache.mkdir("published_home")))
    with alone(home / "lock"):
        load([published_data], home)
    return home


@pytest.fixture(scope="session")
def loaded_store(loaded_home: Path) -> Iterator[Store]:
    """The store of official statistics; mark such a test `published`."""
    with open_store(loaded_home) as store:
        yield store


def keeping_comparisons(edition: Edition) -> Edition:
    """The edition, keeping every comparison: half a dozen files read all of every council's.

    A session keeps some 100 MB so, and is spared ten seconds for each such file.
    """
    compared = cache(edition.measures.compare)

    def compare(
        indicator: str,
        area: str,
        period: str | None = None,
        *,
        against: str | Sequence[str] = "similar",
    ) -> Comparison:
        asked = against if isinstance(against, str) else tuple(against)
        return compared(indicator, area, period, against=asked)

    vars(edition.measures)["compare"] = compare
    return edition


@pytest.fixture(scope="session")
def edition(loaded_store: Store) -> Edition:
    """All that is said from the official statistics; what it works out is kept for the session."""
    return keeping_comparisons(Edition(loaded_store, load_catalogue()))


@pytest.fixture(scope="session")
def made_up_home(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """A home whose store holds the made-up England, made once a session. Only read it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if hasattr(request.config, "workerinput") else base
    with alone(shared / "made-up.lock"):
        home = shared / "made-up-home"
        if not (home / "current").exists():
            load([write_made_up_england(shared / "made-up").statistics], home)
    return home


@pytest.fixture(scope="session")
def made_up_edition(made_up_home: Path) -> Iterator[Edition]:
    """All that is said from the made-up England."""
    with open_store(made_up_home) as store:
        yield Edition(store, load_catalogue())


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of Chromium; mark such a test `browser`.

    Launch it with `launch(executable_path=chromium, args=chromium_arguments)`.
    """
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        _absent("Chromium is not on this machine")
    assert found is not None
    return found


@pytest.fixture(scope="session")
def chromium_arguments() -> list[str]:
    """What keeps Chromium from asking anything of the network, and lets root run it."""
    return [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]
