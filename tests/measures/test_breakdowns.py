"""Parts of a whole as published: shares of it, and nothing told of what is withheld."""

from dataclasses import replace

import numpy as np
import pytest

from brightfutures.catalogue import load_catalogue
from brightfutures.catalogue.breakdowns import Breakdown, Part
from brightfutures.delivery.edition import Edition
from brightfutures.findings.breakdown_words import WITHHELD, breakdown_note, part_cells, whole_words
from brightfutures.measures.breakdowns import broken_down
from brightfutures.published.readings import Readings
from brightfutures.quantities import Missing, Reason

BY_AGE = Breakdown(
    id="by_age",
    title="By age",
    of="children",
    whole="all",
    indicators=("rate",),
    parts=(Part(series="young", label="Young"), Part(series="old", label="Old")),
)


BY_PLACE = replace(
    BY_AGE,
    id="by_place",
    parts=tuple(Part(series=name, label=name) for name in ("near", "far", "abroad")),
)


def readings(**values: float | Reason):
    def of(name: str) -> Readings:
        value = values.get(name)
        held = value is not None
        missing = value.bit if isinstance(value, Reason) else 0
        number = float("nan") if isinstance(value, Reason) or value is None else value
        return Readings(
            series=name,
            areas=("A",) if held else (),
            periods=("2025",) if held else (),
            area_index=np.zeros(int(held), np.int32),
            period_index=np.zeros(int(held), np.int32),
            value=np.full(int(held), number),
            missing=np.full(int(held), missing, np.uint16),
        )

    return of


def found(**values: float | Reason):
    return broken_down([BY_AGE], readings(**values), "A", "2025")


def test_a_share_is_of_the_whole_as_printed():
    (one,) = found(all=80.0, young=20.0, old=60.0)
    assert [part.share for part in one.parts] == [0.25, 0.75]
    assert one.left_over == 0
    assert breakdown_note(one) == ""


def test_what_is_withheld_is_never_what_is_left_over():
    held_back = readings(all=80.0, near=60.0, far=Reason.SUPPRESSED, abroad=17.0)
    (one,) = broken_down([BY_PLACE], held_back, "A", "2025")
    near, *two = one.parts
    assert one.left_over is None
    assert near.value == 60.0
    assert [part.value for part in two] == [Missing((Reason.SUPPRESSED,))] * 2
    assert [part_cells(part) for part in two] == [("withheld", "–")] * 2
    assert breakdown_note(one) == WITHHELD
    assert "3" not in breakdown_note(one)


def test_of_two_parts_none_is_told_where_one_is_withheld():
    assert found(all=80.0, young=Reason.SUPPRESSED, old=77.0) == ()


def test_where_two_are_withheld_the_others_stand_as_printed():
    held_back = readings(all=80.0, near=60.0, far=Reason.SUPPRESSED, abroad=Reason.SUPPRESSED)
    (one,) = broken_down([BY_PLACE], held_back, "A", "2025")
    assert one.parts[0].value == 60.0


def test_no_single_part_of_a_council_can_be_worked_out(made_up_edition: Edition):
    """Whatever the publication forgot to withhold, over every council and breakdown."""
    readings_of, seen = made_up_edition.store.readings, 0
    for breakdown in made_up_edition.catalogue.breakdowns.values():
        for area in made_up_edition.geography.councils():
            for one in broken_down([breakdown], readings_of, area.code, "2025"):
                held = [part.value for part in one.parts if isinstance(part.value, Missing)]
                seen += len(held) > 1
                assert len(held) != 1 or Reason.SUPPRESSED not in held[0].reasons
    assert seen > 500


def test_parts_that_do_not_add_up_are_said_to():
    (one,) = found(all=80.0, young=20.0, old=50.0)
    assert one.left_over == 10
    assert breakdown_note(one) == "As published, these do not add up exactly to the whole."


@pytest.mark.parametrize("whole", [None, 0.0, Reason.SUPPRESSED])
def test_without_a_whole_there_is_nothing_to_break_down(whole):
    assert found(all=whole, young=1.0, old=2.0) == ()


def test_of_few_no_share_is_given():
    (one,) = found(all=29.0, young=9.0, old=20.0)
    assert [part.share for part in one.parts] == [None, None]


def in_words(label: str) -> str:
    return f"in the year ending 31 March {label}"


def test_what_is_no_longer_published_is_told_of_its_last_year_and_says_so():
    given = readings(all=80.0, young=20.0, old=60.0)
    (now,) = broken_down([BY_AGE], given, "A", "2025")
    (later,) = broken_down([BY_AGE], given, "A", "2027")

    assert (now.period, now.is_older) == ("2025", False)
    assert whole_words(now, in_words) == "By age: 80 children"
    assert (later.period, later.is_older) == ("2025", True)
    assert later.parts == now.parts
    assert whole_words(later, in_words) == (
        "By age in the year ending 31 March 2025, the last published: 80 children"
    )
    assert broken_down([BY_AGE], given, "A", "2024") == ()


@pytest.mark.published
def test_referrals_stand_by_month_as_long_as_they_were_published_and_add_up(edition: Edition):
    (by_month,) = edition.catalogue.breakdowns_of("referrals_rate")
    hartlepool = edition.council("Hartlepool").code
    (one,) = broken_down([by_month], edition.store.readings, hartlepool, "2015")
    assert one.whole == 1198
    assert [part.value for part in one.parts] == [
        81, 118, 113, 111, 68, 131, 111, 100, 81, 99, 88, 97
    ]  # fmt: skip
    assert one.left_over == 0
    assert not one.is_older
    (last,) = broken_down([by_month], edition.store.readings, hartlepool, "2025")
    assert (last.period, last.is_older) == ("2022", True)


def test_every_breakdown_stands_on_a_page_and_is_named_as_one():
    for breakdown in load_catalogue().breakdowns.values():
        assert breakdown.title.startswith("By ")
        assert breakdown.indicators
        assert breakdown.of[0].islower()
        assert len({part.label for part in breakdown.parts}) == len(breakdown.parts)


@pytest.mark.published
def test_where_every_part_is_printed_they_add_up_to_the_whole(edition: Edition):
    """In the newest year, over every council: nothing is left over that could be withheld."""
    sums = []
    for breakdown in edition.catalogue.breakdowns.values():
        newest = max(edition.store.readings(breakdown.whole).periods)
        for area in edition.geography.councils():
            for one in broken_down([breakdown], edition.store.readings, area.code, newest):
                if one.left_over is not None:
                    sums.append(breakdown_note(one))
    assert len(sums) > 1_000
    assert [note for note in sums if note] == []
