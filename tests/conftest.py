"""What every test may ask for: the official statistics, a browser, and quiet property tests."""

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from brightfutures.published import Store, load, open_store

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


def _made_once(folder: Path, make: Callable[[Path], object]) -> Path:
    """Let the first worker to come make the folder's content, and the others wait for it."""
    done, failed = folder / "made", folder / "failed"
    try:
        folder.mkdir()
    except FileExistsError:
        patience = time.monotonic() + 300
        while not done.exists():
            assert not failed.exists(), f"Another worker could not make {folder.name}."
            assert time.monotonic() < patience, f"Another worker is still making {folder.name}."
            time.sleep(0.1)
        return folder
    try:
        make(folder)
    except BaseException:
        failed.touch()
        raise
    done.touch()
    return folder


@pytest.fixture(scope="session")
def session_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A temporary folder that all workers of this session share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def published_home(published_data: Path, session_folder: Path) -> Path:
    """A home into which the official statistics have been loaded, once a session. Only read it."""
    return _made_once(session_folder / "published-home", lambda home: load([published_data], home))


@pytest.fixture(scope="session")
def loaded_store(published_home: Path) -> Store:
    """The store of the official statistics as published; mark such a test `published`."""
    return open_store(published_home)


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
