"""Every calibrated figure names the published file it comes from, and equals what stands there."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from brightfutures.catalogue import Catalogue
from brightfutures.published.readings import SourceRow
from brightfutures.published.store import Store
from brightfutures.quantities import ENGLAND, Period
from brightfutures.synthetic.calibration import read_calibration
from brightfutures.synthetic.forms import read_forms, rules_of


def test_every_figure_cites_its_file() -> None:
    for quantity in read_calibration().values():
        assert bool(quantity.england) == bool(quantity.files), quantity.id
        assert all(path.count("/") for path in quantity.files)
        assert quantity.england or not quantity.has_level, quantity.id


def test_every_calibrated_series_is_in_the_catalogue(catalogue: Catalogue) -> None:
    assert set(read_calibration()) <= set(catalogue.series)


def test_every_form_is_claimed_by_its_source(catalogue: Catalogue) -> None:
    forms = read_forms()
    assert len({form.name for form in forms}) == len(forms)
    for form in forms:
        assert rules_of(form, catalogue)


@pytest.mark.published
def test_every_cited_file_is_among_the_official_statistics(published_data: Path) -> None:
    for quantity in read_calibration().values():
        for path in quantity.files:
            assert (published_data / path).is_file(), f"{quantity.id}: {path}"


@pytest.mark.published
def test_every_cited_england_figure_equals_the_printed_one(
    loaded_store: Store, catalogue: Catalogue
) -> None:
    checked = 0
    believed = loaded_store.believed_rows(ENGLAND)
    for quantity in read_calibration().values():
        if quantity.england_is_sum_of_councils or quantity.england_is_mean_of_councils:
            continue
        kind = catalogue.series[quantity.id].period_kind if quantity.england else None
        for year, figure, _ in quantity.england:
            assert kind is not None
            label = Period.ending(kind, int(year)).label
            near = 500 if quantity.id.endswith(("spend", "budget")) else 0.001
            now = believed.get((quantity.id, label))  # all that files give is asked for if need be
            rows = [now] if now else []
            if not _stands_in(rows, figure, near):
                rows = [*loaded_store.source_rows(quantity.id, ENGLAND, label)]
            assert _stands_in(rows, figure, near), (quantity.id, label)
            checked += 1
    assert checked > 700


def _stands_in(rows: Sequence[SourceRow], figure: float, near: float) -> bool:
    return any(row.value is not None and abs(row.value - figure) <= near for row in rows)


@pytest.mark.published
def test_a_made_up_file_has_the_columns_of_the_real_one(published_data: Path) -> None:
    compared = 0
    for form in read_forms():
        path = published_data / form.name
        if not form.columns or path.suffix != ".csv" or not path.is_file():
            continue
        encoding = "cp1252" if b"\x92" in path.read_bytes() else "utf-8-sig"
        header = path.read_text(encoding=encoding).splitlines()[0]
        names = [" ".join(name.strip('"').split()) for name in header.split(",")]
        assert names == [" ".join(name.split()) for name in form.columns], form.name
        compared += 1
    assert compared > 25
