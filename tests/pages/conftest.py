"""A browser for each file of tests, and a site served here for as long as the tests run."""

import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, sync_playwright

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.server import application
from brightfutures.pages.addresses import council_address

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="module")
def browser(chromium: str, chromium_arguments: list[str]) -> Iterator[Browser]:
    """One for each file: while it is open, its event loop lets no other be started."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=chromium_arguments)
        yield launched
        launched.close()


@contextmanager
def served(home: Path) -> Iterator[str]:
    """The site over a home at a free port, in a thread of this process."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    app = application(home, hosts=("127.0.0.1",))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off", ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join()
    listener.close()


@pytest.fixture(scope="session")
def made_up_site(made_up_home: Path) -> Iterator[str]:
    """The address of the made-up England's site."""
    with served(made_up_home) as address:
        yield address


@pytest.fixture(scope="session")
def published_site(loaded_home: Path) -> Iterator[str]:
    """The address of the official statistics' site."""
    with served(loaded_home) as address:
        yield address


@pytest.fixture(
    scope="module", params=["made_up_edition", pytest.param("edition", marks=pytest.mark.published)]
)
def either_edition(request: pytest.FixtureRequest) -> Edition:
    """The made-up England and then the official statistics, for a page of England as a whole."""
    found: Edition = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session")
def places(made_up_edition: Edition) -> dict[str, str]:
    """Addresses of councils of the made-up England: a large one, the smallest, an ended one."""
    measures, geography = made_up_edition.measures, made_up_edition.geography
    children = {
        area: measures.compare("children_looked_after_rate", area.code).here.denominator or 0.0
        for area in geography.councils()
    }
    by_size = sorted(children, key=lambda area: children[area])
    former = next(area for area in geography.councils(former=True) if area.is_former)
    new = next(area for area in geography.councils() if area.first)
    named = {
        "large": by_size[-1],
        "small": by_size[2],
        "smallest": by_size[0],
        "former": former,
        "new": new,
    }
    return {kind: council_address(area) for kind, area in named.items()}


@pytest.fixture(scope="session")
def examples(made_up_edition: Edition, places: dict[str, str]) -> dict[str, str]:
    """What stands for the words in braces of page_kinds.py: councils, and one name of many."""
    from page_kinds import one_of_each

    return {**places, **one_of_each(made_up_edition)}
