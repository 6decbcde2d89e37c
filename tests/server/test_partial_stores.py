"""A store of one publication alone: every address answers, or says in a sentence why it cannot."""

import csv
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from brightfutures.delivery.asked import Asked
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.export import export_site
from brightfutures.delivery.site_map import answer_at, council_addresses, every_address
from brightfutures.published.load import load
from brightfutures.quantities import CannotAnswer

REFERRALS = "c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv"
LOADED = {
    "children looked after alone": "dfe/children-looked-after/2025/"
    "cla_number_and_rate_per_10k_children.csv",
    "workforce alone": "dfe/workforce/csww_indicators_2017_to_2024.csv",
    "referrals without a row for England": f"dfe/children-in-need/2025/{REFERRALS}",
}
"""What is loaded, each a file of the made-up England beside its map of areas."""


@pytest.fixture(scope="module")
def statistics(made_up_home: Path) -> Path:
    """The files that the home of the made-up England was loaded from."""
    (areas,) = (made_up_home.parent / "made-up").rglob("geography.toml")
    return areas.parent


@pytest.fixture(scope="module", params=LOADED)
def partial_home(
    request: pytest.FixtureRequest, statistics: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A home loaded from one file, councils' rows alone where England's are to be absent."""
    folder = tmp_path_factory.mktemp("partial")
    shutil.copy(statistics / "geography.toml", folder)
    shutil.copy(statistics / LOADED[request.param], folder)
    if "without" in request.param:
        keep_councils(folder / REFERRALS)
    load([folder], folder / "home")
    return folder / "home"


def keep_councils(file: Path) -> None:
    heading, *rows = csv.reader(file.read_text("utf-8-sig").splitlines())
    level = heading.index("geographic_level")
    with file.open("w", newline="", encoding="utf-8") as out:
        csv.writer(out).writerows([heading, *(r for r in rows if r[level] == "Local authority")])


def tried(edition: Edition) -> Iterator[tuple[str, ...]]:
    """Every page of the site and of a council, and those of a former one but its measures."""
    councils = edition.council_of_slug
    former = next(name for name, area in councils.items() if area.is_former)
    for words in every_address(edition):
        if not words or words[0] not in councils or words[0] == next(iter(councils)):
            yield words
    yield from (words for words in council_addresses(edition, former) if len(words) < 3)


def test_every_address_answers_or_says_in_a_sentence_why_it_cannot(partial_home: Path):
    edition = Edition.open(partial_home)
    measures = set(edition.measures.with_figures())
    answered, refused = [], {}
    for words in tried(edition):
        if words[:1] == ("methods",) and len(words) > 1:
            continue  # the same whatever is loaded
        try:
            html = answer_at(edition, Asked(words=words)).content.decode("utf-8")
        except CannotAnswer as why:
            refused[words] = str(why)
            continue
        answered.append(words)
        assert "<h1" in html, words
        assert not re.search(r">\s*None\s*<|\bnan\b", html), words
        if words == () or "indicators" in words:  # they lead to no measure without figures
            assert set(re.findall(r'href="[^"]*/indicators/(\w+)', html)) <= measures, words
    assert ("england",) in answered
    assert all(re.fullmatch(r"[A-Z].{20,300}\.", why) for why in refused.values())
    assert all("indicators" not in words for words in refused)
    alone = {words for words in refused if len(words) != 2}  # else stages without a measure
    assert alone == {("money",)}  # England's finance returns are not loaded either


@pytest.mark.parametrize("partial_home", ["workforce alone"], indirect=True)
def test_such_a_store_is_exported_whole(partial_home: Path, tmp_path: Path):
    edition = Edition.open(partial_home)
    name = next(iter(edition.council_of_slug))
    done = export_site(partial_home, tmp_path / "site", councils=[name], forms=["csv"], workers=1)

    assert done.pages > 60
    assert (tmp_path / "site" / name / "homes.html").is_file()
    assert (tmp_path / "site" / "england.csv").is_file()
