"""The pages of docs/ that are made from the catalogue say what it says."""

from pathlib import Path

import pytest

from brightfutures.catalogue import load_catalogue
from brightfutures.catalogue.documents import DOCUMENTS

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_made_page_says_what_the_catalogue_says(name):
    wanted = DOCUMENTS[name](load_catalogue())
    assert (DOCS / name).read_text(encoding="utf-8") == wanted, (
        f"docs/{name} is behind the catalogue: run python -m brightfutures.catalogue docs"
    )
