"""The made-up England as these tests ask of it: its catalogue, its places, what is read back."""

import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from brightfutures.catalogue import Catalogue, Geography, load_catalogue, read_geography
from brightfutures.published.claims import Claim, claim, found_files
from brightfutures.published.places import Places
from brightfutures.published.reading_files import EverythingRead, read_claims
from brightfutures.synthetic import Written


def silent(what: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="session")
def made_up_geography(written: Written) -> Geography:
    return read_geography(written.statistics / "geography.toml")


@dataclass(frozen=True)
class ReadBack:
    """What the readers found in the files: figures by file, series, period, release and area."""

    claims: list[Claim]
    unclaimed: list[str]
    everything: EverythingRead
    figures: dict[tuple[str, str, str, str], dict[str, tuple[float, int]]]


@pytest.fixture(scope="session")
def read_back(written: Written, catalogue: Catalogue, made_up_geography: Geography) -> ReadBack:
    files = found_files([written.statistics])
    claims, unclaimed = claim(files, catalogue.sources, silent)
    places = Places(made_up_geography)
    everything = read_claims(claims, catalogue.series, places, silent)
    words = everything.words
    figures: dict[tuple[str, str, str, str], dict[str, tuple[float, int]]] = {}
    for rows in everything.rows:
        for series, area, period, value, missing, release, file in zip(
            rows.series.tolist(), rows.area.tolist(), rows.period.tolist(), rows.value.tolist(),
            rows.missing.tolist(), rows.release.tolist(), rows.file.tolist(), strict=True,
        ):  # fmt: skip
            key = (
                claims[file].file.shown, words.series.texts[series], words.periods.texts[period],
                words.releases.texts[release],
            )  # fmt: skip
            figures.setdefault(key, {})[places.codes[area]] = (value, missing)
    return ReadBack(claims, [file.shown for file in unclaimed], everything, figures)
