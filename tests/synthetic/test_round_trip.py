"""Every file is claimed by the source it was written for and reads back to what was planted."""

import math
from typing import Any

import numpy as np

from brightfutures.catalogue import Catalogue, Geography
from brightfutures.quantities import Reason
from brightfutures.synthetic import Written
from brightfutures.synthetic.forms import read_forms


def test_every_file_is_claimed_by_exactly_the_source_it_was_written_for(read_back: Any) -> None:
    claimed = {entry.file.shown: entry.source.id for entry in read_back.claims}
    assert claimed == {form.name: form.source for form in read_forms()}
    assert read_back.unclaimed == []


def test_every_figure_reads_back_as_it_was_planted(written: Written, read_back: Any) -> None:
    areas = [area.code for area in written.world.areas]
    by_file: dict[tuple[str, str, str], dict[str, dict[str, tuple[float, int]]]] = {}
    for (file, series, period, release), figures in read_back.figures.items():
        by_file.setdefault((file, series, period), {})[release] = figures
    compared = 0
    for planted in written.planted:
        releases = by_file[planted.file, planted.series, planted.period]
        found = [
            figures for release, figures in releases.items() if planted.release in (None, release)
        ]
        where = f"{planted.series} {planted.period} in {planted.file}"
        assert len(found) == 1, where
        for place, (code, value, missing) in enumerate(
            zip(areas, planted.value.tolist(), planted.missing.tolist(), strict=True)
        ):
            if code not in found[0]:
                continue
            there, reasons = found[0][code]
            if missing == Reason.DID_NOT_EXIST.bit:
                assert reasons, f"{where}: {areas[place]} had not begun or had ended"
                continue
            assert reasons == missing, f"{where}: {code}"
            if not missing:
                assert math.isclose(there, value, rel_tol=1e-12, abs_tol=1e-9), f"{where}: {code}"
            compared += 1
    assert compared > 400_000


def test_nothing_is_read_that_was_not_planted(written: Written, read_back: Any) -> None:
    planted = {(entry.file, entry.series, entry.period) for entry in written.planted}
    read = {key[:3] for key in read_back.figures if not key[1].startswith("lait:")}
    early = {key for key in read - planted if int(key[2][:4]) >= 2014}
    assert early == set()


def test_every_series_of_a_health_check_can_be_read(read_back: Any, catalogue: Catalogue) -> None:
    read = {series for _, series, *_ in read_back.figures}
    for indicator in catalogue.health_check_set():
        needed = {*indicator.numerator, *indicator.numerator_less, *indicator.denominator}
        assert needed <= read, indicator.id


def test_similar_councils_read_back_in_order_with_their_closeness(
    written: Written, read_back: Any
) -> None:
    councils = written.world.councils
    planted = {
        (councils.councils[place].code, order + 1): (
            councils.councils[councils.similar[place, order]].code,
            councils.closeness[place][order],
        )
        for place in range(councils.current_count)
        for order in range(councils.similar.shape[1])
    }
    read = {
        (row.council, row.place): (row.neighbour, row.closeness)
        for row in read_back.everything.neighbours
    }
    assert read == planted


def test_every_council_of_today_has_been_judged(
    read_back: Any, made_up_geography: Geography
) -> None:
    judged = {row.area for row in read_back.everything.judgements}
    assert judged == {area.code for area in made_up_geography.councils()}


def test_england_is_the_sum_of_its_councils_to_the_declared_rounding(written: Written) -> None:
    rounding = {form.name: form.england_rounded_to for form in read_forms()}
    checked = 0
    for planted in written.planted:
        if planted.series not in ("referrals", "children_looked_after_at_31_march"):
            continue
        if planted.release is not None or np.isnan(planted.value[-1]):
            continue
        if any(form.later_revised for form in read_forms() if form.name == planted.file):
            continue
        councils = planted.value[: written.world.council_count]
        here = planted.missing[: written.world.council_count]
        hidden = here == Reason.SUPPRESSED.bit
        if np.any((here != 0) & ~hidden & (here != Reason.DID_NOT_EXIST.bit)):
            continue
        low = np.nansum(councils) + hidden.sum()
        high = np.nansum(councils) + 5 * hidden.sum()
        slack = rounding[planted.file] / 2
        assert low - slack <= planted.value[-1] <= high + slack
        checked += 1
    assert checked > 15
