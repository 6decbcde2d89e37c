"""The record in words: who wins is said, and small numbers read as a person would say them."""

from dataclasses import replace

from brightfutures.findings.track_record_criteria_words import (
    CRITERIA,
    criterion_sentence,
    heading,
    met_words,
)
from brightfutures.findings.track_record_rule_words import (
    leads_sentence,
    rule_sentences,
    who_wins,
)
from brightfutures.findings.track_record_words import (
    FIRST_TABLE,
    indicator_sentence,
    likely,
    movement_sentence,
    of,
    overall_sentences,
    percent,
    table_sentence,
    table_sentences,
    times_of,
)
from brightfutures.measures.results import Level, Movement
from brightfutures.measures.track_record.counts import Held, Kept
from brightfutures.measures.track_record.criteria import LISTED, listed_tests
from brightfutures.measures.track_record.results import (
    AnyRow,
    BesideRule,
    IndicatorRecord,
    LevelRow,
    MovementRow,
    RoundUsed,
    Rule,
    RuleRow,
    TrackRecord,
)

EARLY = RoundUsed(year=2019, table="dfe-2021", existed=False)
LATE = RoundUsed(year=2023, table="dfe-2021", existed=True)
KEPT = Kept(
    flags=312,
    placed=312,
    still_there=301,
    same=250,
    nothing_clear=61,
    opposite=1,
    cannot_say=0,
    same_level=200,
)


def levels(kept: Kept, used: RoundUsed = LATE) -> IndicatorRecord:
    row = LevelRow(used=used, period=str(used.year), level=Level.HIGHER, years_after=1, kept=kept)
    return IndicatorRecord(indicator="referrals_rate", levels=(row,))


def test_the_sentence_of_an_indicator():
    assert indicator_sentence(levels(KEPT)) == (
        "Of 312 times we called a council higher or lower on this, it was still on that side a "
        "year later 301 times; the verdict had turned round once."
    )


def test_what_could_not_be_looked_up_is_said():
    some = replace(KEPT, placed=302, opposite=0, nothing_clear=62)
    assert indicator_sentence(levels(some)) == (
        "Of 312 times we called a council higher or lower on this, 302 can be looked up a year "
        "later, when it was still on that side 301 times; the verdict had never turned round."
    )


def test_a_single_verdict_reads_as_one():
    one = Kept(flags=1, placed=1, still_there=0, opposite=1)
    assert indicator_sentence(levels(one)) == (
        "Once we called a council higher or lower on this; a year later it was no longer on that "
        "side."
    )


def test_no_verdict_is_said_plainly():
    none = IndicatorRecord(indicator="referrals_rate", levels=())
    assert indicator_sentence(none) == (
        "In no year that has a later one have we called a council higher or lower on this."
    )
    assert movement_sentence(none) is None
    assert table_sentence(none) is None


def test_verdicts_without_a_later_figure_are_not_counted_as_right():
    lost = Kept(flags=3, cannot_say=3)
    assert indicator_sentence(levels(lost)) == (
        "3 times we called a council higher or lower on this; none of these can be looked up a "
        "year later."
    )


def test_years_before_there_was_a_table_are_named():
    assert FIRST_TABLE == 2021
    assert table_sentence(levels(KEPT, EARLY)) == (
        "312 of them are of years before 2021, beside similar councils of a table that was only "
        "made in that year."
    )
    assert table_sentence(levels(KEPT)) is None


def test_shares_near_the_ends_keep_a_decimal():
    assert percent(Held(1, 1545)) == "0.1%"
    assert percent(Held(759, 760)) == "99.9%"
    assert percent(Held(0, 5)) == "0%"
    assert percent(Held(5, 5)) == "100%"
    assert percent(Held()) == "–"
    assert of(Held(1495, 1546)) == "1,495 of 1,546 (97%)"
    assert times_of(Held(1495, 1546)) == "1,495 times of 1,546 (97%)"
    assert likely(Held(90, 100)) == "likely between 83% and 94%"


def test_who_wins_is_said_and_whether_chance_could_give_it():
    assert who_wins(Held(95, 100), Held(60, 100), "the arrow") == "Ours wins here."
    assert who_wins(Held(60, 100), Held(95, 100), "the arrow") == "The arrow wins here."
    assert who_wins(Held(60, 100), Held(61, 100), "the arrow") == (
        "The arrow is ahead here, by no more than chance may give."
    )
    assert who_wins(Held(1, 2), Held(2, 4), "the arrow") == "They are level."
    assert who_wins(Held(), Held(2, 4), "the arrow") == "There is nothing to set side by side."


def a_record(still: int = 301) -> TrackRecord:
    kept = replace(KEPT, still_there=still)
    rule = RuleRow(
        rule=Rule.QUARTERS, used=LATE, period="2023", flags=312, ours_raised=312,
        theirs_raised=1500, ours_on_ours=Held(still, 312), theirs_on_ours=Held(300, 312),
        ours_on_theirs=Held(200, 312), theirs_on_theirs=Held(290, 312),
        all_theirs_on_ours=Held(1200, 1500), all_theirs_on_theirs=Held(1000, 1500),
    )  # fmt: skip
    move = MovementRow(
        used=LATE, period="2023", movement=Movement.HAS_RISEN, years_after=1, kept=kept,
        went_on=Held(140, 312),
    )  # fmt: skip
    again = replace(move, years_after=2)
    records = tuple(
        replace(levels(kept, used), indicator=name, rules=(rule,), movements=(move, again))
        for name, used in zip(LISTED, [EARLY, *[LATE] * 9], strict=True)
    )
    return TrackRecord(
        rounds=(EARLY, LATE), indicators=records, others=(), beside_england=records,
        tests=listed_tests(records, records),
    )  # fmt: skip


def test_the_whole_record_in_words():
    said = overall_sentences(a_record())
    assert said[0] == (
        "Of 3,120 times we called a council higher or lower on one of 10 measures, 3,120 can be "
        "looked up a year later: it was still on that side 3,010 times of 3,120 (96%), and the "
        "verdict had turned round 10 times."
    )
    assert "risen or fallen" in said[-2]
    assert said[-1] == (
        "Two years later it was still beyond where it began 3,010 times of 3,120 (96%); a movement "
        "the other way had followed 10 times of 3,120 (0.3%). A movement says what has happened, "
        "not what comes next."
    )
    early = table_sentences(a_record())
    assert early[0].startswith("312 of these verdicts are of years before 2021")
    assert len(early) == 3


def test_an_empty_record_says_so():
    empty = TrackRecord(rounds=(), indicators=(), others=(), beside_england=(), tests=())
    assert overall_sentences(empty) == (
        "There is no past verdict yet that can be looked up in a later year.",
    )
    assert table_sentences(empty) == ()
    assert rule_sentences(empty.beside(Rule.ARROW)) == ()


def test_where_a_rule_leads_it_is_named():
    def title_of(name: str) -> str:
        return name.upper()

    behind = leads_sentence(a_record(still=290).indicators[:2], Rule.QUARTERS, title_of)
    assert behind == (
        "Measure by measure, the quartile rule is ahead of ours on our own yardstick on 2 of 2: "
        "REFERRALS_RATE; RE_REFERRALS_PERCENT."
    )
    assert leads_sentence(a_record().indicators, Rule.QUARTERS, title_of) is None
    said = rule_sentences(a_record().beside(Rule.QUARTERS))
    assert "The quartile rule wins here." in said[-1]


def test_what_holds_of_any_council_is_said_beside_ours():
    rows = (AnyRow(used=LATE, period="2023", years_after=1, held=Held(152, 200)),)
    record = a_record()
    with_any = replace(
        record,
        indicators=tuple(
            replace(entry, any_sides=rows, any_movements=rows) for entry in record.indicators
        ),
    )
    said = overall_sentences(with_any)
    assert said[1] == (
        "Any council picked at random stays on its side 76 times in 100, called or not (1,520 of "
        "2,000)."
    )
    assert said[-2] == (
        "Any movement picked at random, clear or not, is still beyond where it began 76 times in "
        "100 (1,520 of 2,000)."
    )
    found = listed_tests(with_any.indicators, with_any.indicators)[0].criteria
    criterion = next(each for each in found if each.id == "same_side_after_1")
    assert "Any council picked at random" in criterion_sentence(criterion, str)


def test_the_same_side_called_again_is_not_called_the_same_verdict():
    said = next(one for one in overall_sentences(a_record()) if "same side again" in one)
    assert said == (
        "We called the same side again a year later 2,500 times of 3,120 (80%), and 2,000 times it "
        "was the very same verdict; 610 times no difference was clear any more."
    )


def an_arrow(largest: int) -> BesideRule:
    thousand = 1000
    return BesideRule(
        rule=Rule.ARROW, flags=thousand, ours_raised=thousand, theirs_raised=9 * thousand,
        ours_on_ours=Held(920, thousand), theirs_on_ours=Held(690, thousand),
        ours_on_theirs=Held(520, thousand), theirs_on_theirs=Held(860, thousand),
        all_theirs_on_ours=Held(), all_theirs_on_theirs=Held(),
        ours_went_on=Held(430, thousand), theirs_went_on=Held(420, thousand),
        largest_on_ours=Held(largest, thousand),
    )  # fmt: skip


def test_beside_the_arrow_each_is_better_on_its_own_yardstick():
    said = rule_sentences(an_arrow(919))
    assert said[1].endswith("920 of 1,000 (92%) of ours and 690 of 1,000 (69%) of theirs. Ours "
        "wins here.")  # fmt: skip
    assert said[2].endswith("The arrow wins here.")
    assert said[3] == "Each is better on its own yardstick."
    assert said[4].startswith("Gone on in the same direction the next year: 430 of 1,000 (43%)")
    assert said[5].endswith(
        "That is about as often, so this does not by itself show that the test adds anything."
    )
    assert rule_sentences(an_arrow(700))[5].endswith("That is less often than ours.")
    assert rule_sentences(an_arrow(990))[5].endswith("That is more often than ours.")


def test_every_criterion_has_words():
    record = a_record()
    test = record.tests[0]
    assert {criterion.id for criterion in test.criteria} == set(CRITERIA)
    assert heading(test) == "2015 to 2024, beside similar councils"
    assert heading(record.tests[-1]).endswith("beside all other councils of England")
    words = {each.id: met_words(each) for each in test.criteria}
    assert words["same_side_after_1"] == "Met"
    assert words["opposite_after_2"] == "Nothing to count"
    for criterion in test.criteria:
        assert criterion_sentence(criterion, str).endswith(".")


def test_what_is_not_met_is_named_with_its_figures():
    test = a_record(still=270).tests[0]
    criterion = next(each for each in test.criteria if each.id == "same_side_after_1")
    assert met_words(criterion) == "Not met"
    said = criterion_sentence(criterion, lambda name: name)
    assert "It holds on 0 of 10 taken alone, and not on: referrals_rate (270 of 312, 87%)" in said
