"""The site over the made-up England, asked in this process."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.server import application
from brightfutures.pages.addresses import council_address
from dead_links import DeadLinks


@pytest.fixture(scope="session")
def site(made_up_home: Path) -> Iterator[TestClient]:
    app = application(made_up_home, hosts=("localhost",))
    with TestClient(app, base_url="http://localhost", follow_redirects=False) as client:
        yield client


@pytest.fixture(scope="session")
def dead(site: TestClient) -> DeadLinks:
    """Which of some links of the site lead nowhere."""
    return DeadLinks(site)


@pytest.fixture(scope="session")
def council(made_up_edition: Edition) -> str:
    """The address of one council of the made-up England."""
    return council_address(made_up_edition.geography.councils()[0])


@pytest.fixture(scope="session")
def indicator(council: str) -> str:
    """The address of one of its indicators."""
    return f"{council}/indicators/referrals_rate"
