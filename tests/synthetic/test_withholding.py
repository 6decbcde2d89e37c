"""Counts of 1 to 5 are withheld wherever a publisher withholds them, and nothing else is."""

from brightfutures.catalogue import Catalogue
from brightfutures.quantities import Reason
from brightfutures.synthetic import Written
from brightfutures.synthetic.cells import CellWriter
from brightfutures.synthetic.draws import counts_people
from brightfutures.synthetic.forms import read_forms, rules_of


def _withholding_files(written: Written, catalogue: Catalogue) -> set[str]:
    found = set()
    for form in read_forms():
        source, rules = rules_of(form, catalogue)
        if not rules:
            continue
        writer = CellWriter(written.world, form, source, rules[0])
        if Reason.SUPPRESSED in writer.mark_of:
            found.add(form.name)
    return found


def test_a_withheld_count_is_one_to_five_and_a_shown_one_is_not(
    written: Written, catalogue: Catalogue
) -> None:
    withholding = _withholding_files(written, catalogue)
    parts = {
        read.series
        for source in catalogue.sources.values()
        for rule in source.files
        for read in rule.reads
        if read.plus
    }
    unstated = {form.name for form in read_forms() if form.small_counts is Reason.UNSTATED}
    revised = {form.name for form in read_forms() if form.later_revised}
    withheld = shown = 0
    for planted in written.planted:
        quantity = written.world.calibration.get(planted.series)  # land is not drawn as people are
        if quantity is None or not counts_people(quantity) or planted.series in parts:
            continue
        kind = catalogue.series[planted.series].period_kind
        year = int(planted.period[:4]) + ("-" in planted.period)
        true = written.world.figures(planted.series, kind, year)
        exact = planted.release is None and planted.file not in revised
        for council in range(written.world.council_count):
            missing = planted.missing[council]
            if missing == Reason.SUPPRESSED.bit:
                assert planted.file in withholding
                assert not exact or 1 <= true[council] <= 5
                withheld += 1
            elif missing == Reason.UNSTATED.bit and planted.file in unstated:
                assert 1 <= true[council] <= 5
            elif not missing:
                small = 1 <= planted.value[council] <= 5
                assert not (small and planted.file in withholding | unstated)
                shown += 1
    assert withheld > 5_000
    assert shown > 200_000


def test_regions_and_england_are_never_withheld(written: Written) -> None:
    for planted in written.planted:
        above = planted.missing[written.world.council_count :]
        assert not (above & Reason.SUPPRESSED.bit).any()


def test_the_reasons_of_the_real_files_are_all_there(written: Written) -> None:
    reasons = {bit for planted in written.planted for bit in planted.missing.tolist()}
    for reason in (
        Reason.SUPPRESSED, Reason.UNRELIABLE, Reason.UNAVAILABLE, Reason.NOT_RETURNED,
        Reason.DID_NOT_EXIST,
    ):  # fmt: skip
        assert reason.bit in reasons
