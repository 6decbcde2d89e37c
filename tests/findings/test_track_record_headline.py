"""The finding of our own record, and what was not met."""

from dataclasses import replace

from brightfutures.findings.track_record_headline import (
    missed_sentences,
    not_met_sentence,
    record_headline,
)
from brightfutures.measures.results import Level
from brightfutures.measures.track_record.counts import Kept
from brightfutures.measures.track_record.criteria import listed_tests
from brightfutures.measures.track_record.results import (
    IndicatorRecord,
    LevelRow,
    RoundUsed,
    TrackRecord,
)

USED = RoundUsed(year=2023, table="dfe-2021", existed=True)
KEPT = Kept(flags=312, placed=310, still_there=270, same=200, nothing_clear=97, opposite=13)


def record(kept: Kept) -> TrackRecord:
    rows = tuple(
        LevelRow(used=USED, period="2023", level=Level.HIGHER, years_after=years, kept=kept)
        for years in (1, 2)
    )
    one = IndicatorRecord(indicator="referrals_rate", levels=rows)
    return TrackRecord(
        rounds=(USED,),
        indicators=(one,),
        others=(),
        beside_england=(one,),
        tests=listed_tests((one,), (one,)),
    )


def test_the_headline_says_how_often_it_held_and_how_often_it_turned():
    assert record_headline(record(KEPT)) == (
        "A council called higher or lower was still on that side a year later 87% of the time; "
        "13 of 310 verdicts had turned round"
    )
    never = replace(KEPT, opposite=0, nothing_clear=110)
    assert record_headline(record(never)).endswith("; no verdict had turned round")


def test_without_a_later_year_there_is_nothing_to_say():
    nothing = record(Kept())

    assert "no past verdict yet" in record_headline(nothing)
    assert not_met_sentence(nothing) == "Nothing that was set down beforehand can be counted yet."
    assert missed_sentences(nothing) == ()


def test_what_is_not_met_is_counted_and_named():
    found = record(KEPT)
    said = missed_sentences(found)

    assert " were met and " in not_met_sentence(found)
    assert said
    assert any("2015 to 2024, beside similar councils" in one for one in said)
