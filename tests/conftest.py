"""What every test may ask for: the official statistics, a browser, and quiet property tests."""

import os
import pickle
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from brightfutures.delivery.edition import Edition
from brightfutures.measures.results import Comparison
from brightfutures.published.load import load
from brightfutures.published.store import Store
from brightfutures.synthetic import Written, write_made_up_england

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(Path(__file__).parent))  # for turns.py, which tests of all folders import
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


@pytest.fixture(scope="session", autouse=True)
def opened_once() -> Iterator[dict[Path, Edition | None]]:
    """The homes that all tests share, each with its edition once one is opened.

    A test, the server it asks and the command it runs are given the same one, so what they need
    is worked out once in a process. Any other home is opened as ever.
    """
    shared: dict[Path, Edition | None] = {}
    really_open = Edition.open

    def open_once(home: Path) -> Edition:
        place = home.resolve()
        if place not in shared:
            return really_open(home)
        edition = shared[place] or really_open(home)
        shared[place] = edition
        return edition

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Edition, "open", open_once)
        yield shared
    for edition in filter(None, shared.values()):
        edition.store.close()


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Keep the other worker waiting, so that one makes a thing and the other finds it made."""
    with lock.open("a") as held:
        if sys.platform != "win32":
            import fcntl

            fcntl.flock(held, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def loaded_home(
    published_data: Path,
    request: pytest.FixtureRequest,
    opened_once: dict[Path, Edition | None],
) -> Path:
    """A home whose store holds the official statistics, to be read and never changed.

    It lies in pytest's cache, so a session in which neither files, declarations nor readers have
    changed finds its store there: its name is their digest.
    """
    assert request.config.cache is not None
    home = Path(os.fspath(request.config.cache.mkdir("published_home")))
    with alone(home / "lock"):
        load([published_data], home)
    opened_once.setdefault(home.resolve())
    return home


@pytest.fixture(scope="session")
def loaded_store(loaded_home: Path) -> Store:
    """The store of official statistics; mark such a test `published`."""
    return Edition.open(loaded_home).store


def keeping_comparisons(edition: Edition) -> Edition:
    """The edition, keeping every comparison: half a dozen files read all of every council's.

    A session keeps some 100 MB so, and is spared ten seconds for each such file. Those of a period
    that is named are made afresh: there are ten times as many, and each is asked for once.
    """
    compared = edition.measures.compare
    kept = cache(compared)

    def compare(
        indicator: str,
        area: str,
        period: str | None = None,
        *,
        against: str | Sequence[str] = "similar",
    ) -> Comparison:
        asked = against if isinstance(against, str) else tuple(against)
        if period is not None:
            return compared(indicator, area, period, against=asked)
        return kept(indicator, area, against=asked)

    vars(edition.measures)["compare"] = compare
    return edition


@pytest.fixture(scope="session")
def edition(loaded_home: Path) -> Edition:
    """All that is said from the official statistics; what it works out is kept for the session."""
    return keeping_comparisons(Edition.open(loaded_home))


@pytest.fixture(scope="session")
def of_all_workers(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Path:
    """A folder of this session that both workers see."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if hasattr(request.config, "workerinput") else base


@pytest.fixture(scope="session")
def written(of_all_workers: Path) -> Written:
    """The made-up England as files, and what is true of it: written once. Only read it."""
    kept = of_all_workers / "made-up.pickle"
    with alone(of_all_workers / "made-up.lock"):
        if not kept.exists():
            made = write_made_up_england(of_all_workers / "made-up")
            kept.write_bytes(pickle.dumps(made))
    found = pickle.loads(kept.read_bytes())
    assert isinstance(found, Written)
    return found


@pytest.fixture(scope="session")
def made_up_home(
    of_all_workers: Path, request: pytest.FixtureRequest, opened_once: dict[Path, Edition | None]
) -> Path:
    """A home whose store holds the made-up England, made once a session. Only read it."""
    home = of_all_workers / "made-up-home"
    with alone(of_all_workers / "made-up-home.lock"):
        if not (home / "current").exists():
            written: Written = request.getfixturevalue("written")
            load([written.statistics], home)
    opened_once.setdefault(home.resolve())
    return home


@pytest.fixture(scope="session")
def made_up_edition(made_up_home: Path) -> Edition:
    """All that is said from the made-up England."""
    return Edition.open(made_up_home)


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
