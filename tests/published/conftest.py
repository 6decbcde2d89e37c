"""What loading the official statistics says."""

from pathlib import Path

import pytest

from brightfutures.published.load import load
from brightfutures.published.reports import LoadReport


@pytest.fixture(scope="session")
def load_report(published_data: Path, loaded_home: Path) -> LoadReport:
    """What a second load of the same files says; it changes nothing."""
    return load([published_data], loaded_home)
