"""The money of every council in England, whole: true, in plain words, and adding up."""

from collections.abc import Iterator

import pytest
from words import CAUSE, GOOD_OR_BAD, LEAGUE, MEANT, PRAISE, faults, headline_faults

from brightfutures.catalogue import load_catalogue
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.england_money import england_money_of
from brightfutures.delivery.money import money_of, money_view
from brightfutures.findings.england_money import EnglandMoneyFindings
from brightfutures.findings.money import MoneyFindings
from brightfutures.money.gap_result import GapSplit
from brightfutures.quantities import Area, Missing, Money, round_half_away_from_zero

pytestmark = pytest.mark.published

COUNCILS = load_catalogue().geography.councils(former=True)


def sentences(found: MoneyFindings) -> Iterator[str]:
    """All that the page says of a council's money."""
    yield from found.lead
    for gap in found.gaps:
        yield from (part.sentence for part in gap.parts)
        yield from (gap.mean, gap.left_out, gap.why_not)
    yield from (*found.over_time, *found.prevention, *found.notes, *found.area_notes)
    yield from (*found.notes_of_the_year, *found.lines_beside)
    for budget in found.budgets:
        yield from budget.sentences
    yield from found.own_cuts
    yield from (f"{one.about}: {one.question}" for one in found.asks)


@pytest.fixture(scope="module", params=COUNCILS, ids=lambda area: area.name)
def found(request: pytest.FixtureRequest, edition: Edition) -> MoneyFindings:
    area: Area = request.param
    return money_of(edition, area)


def test_the_headline_is_one_short_sentence_and_true_of_the_figures(found: MoneyFindings):
    said, money = found.headline, found.money
    assert not headline_faults(said)
    assert not faults(said)
    ours, theirs, split = money.ours.cash, money.theirs, money.split
    if money.area.is_former:
        assert "was replaced in" in said
        return
    if split is not None:  # the sentence, the picture and the table are of one gap
        assert isinstance(ours, Money)
        assert theirs is not None
        assert isinstance(theirs.cash, Money)
        assert ours.pounds == pytest.approx(split.ours_per_child)
        assert theirs.cash.pounds == pytest.approx(split.theirs_per_child)
        gap = round_half_away_from_zero(ours.pounds, 0) - round_half_away_from_zero(
            theirs.cash.pounds, 0
        )
        if " returned £" in said:
            assert f"returned £{round_half_away_from_zero(ours.pounds, 0):,.0f} for each" in said
            assert said.endswith("which its other return contradicts")
        elif "about as much" not in said:
            assert f"£{abs(gap):,.0f} {'more' if gap > 0 else 'less'} for each child" in said
    assert not {"mostly", "because", "helped"} & set(said.split())
    if "the largest part" in said:
        assert split is not None
        assert any(part.clear and part.pounds_per_child * split.gap > 0 for part in split.parts)


def test_the_parts_add_up_to_the_gap_and_its_ends_are_the_two_figures(found: MoneyFindings):
    for gap in found.gaps:
        split = gap.level.split
        if isinstance(split, Missing):
            assert gap.why_not
            assert gap.parts == ()
            continue
        total = sum(part.pounds_per_child for part in split.parts)
        assert total == pytest.approx(split.gap, abs=0.005)
        assert len(gap.parts) == len(split.parts)


def test_no_sentence_praises_blames_or_calls_money_better_or_worse(found: MoneyFindings):
    for sentence in sentences(found):
        assert not faults(sentence), sentence
        for never in (PRAISE, CAUSE, LEAGUE, MEANT, GOOD_OR_BAD):
            assert not never.search(sentence), sentence
    assert 1 <= len(found.lead) <= 4


def test_the_lines_under_a_total_are_its_parts(found: MoneyFindings):
    lines = found.money.lines
    parts = [one for one in lines if one.depth == 1]
    if not lines or any(isinstance(one.spend_pounds, Missing) for one in (lines[0], *parts)):
        return
    total = sum(float(one.spend_pounds) for one in parts)
    assert total == pytest.approx(float(lines[0].spend_pounds), abs=1_000 * (len(parts) + 1))


ODD = {
    "Birmingham": "sent no return for 2024-25; in 2020-21",
    "Cumberland": "sent no return for 2024-25; in 2023-24",
    "Slough": "sent no return for 2024-25; in 2023-24",
    "City of London": "what the gap is made of cannot be told",
    "Isles of Scilly": "for each child in 2024-25, which its other return contradicts",
    "Cumbria": "these are its last figures",
    "Bedfordshire": "no figures of what it spent are held",
}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_council_is_told_as_it_is(edition: Edition, name: str):
    page = money_view(edition, edition.council(name))

    assert ODD[name] in page.h1
    assert (page.questions == ()) is edition.council(name).is_former
    assert (page.compared is None) is edition.council(name).is_former


@pytest.mark.parametrize("name", ["Birmingham", "Cumberland", "Slough"])
def test_where_no_return_was_sent_it_is_asked_why_and_not_whether_it_is_right(
    edition: Edition, name: str
):
    ask = money_view(edition, edition.council(name)).asks[-1]

    assert ask.question == "No return was sent for 2024-25: why, and when will it be?"


def test_gateshead_told_a_total_and_no_lines_for_children_in_care(edition: Edition):
    page = money_view(edition, edition.council("Gateshead"))
    (whole, in_care) = page.gaps

    assert whole.picture is not None
    assert "For each child in care on an ordinary day £79,900" in whole.parts[3].why  # the total's
    assert in_care.picture is None
    assert in_care.why_not == (
        "The gap cannot be parted. The return of Gateshead does not break down its spending on "
        "children in care."
    )
    assert any("told its total, and no figure for" in note for note in page.notes)


def test_sandwells_gap_is_not_parted_as_its_pounds_for_care_stand_elsewhere(edition: Edition):
    page = money_view(edition, edition.council("Sandwell"))
    (whole, in_care) = page.gaps

    assert whole.picture is None
    assert whole.why_not == (
        "The return puts hardly any spending on the line for children in care, so the gap cannot "
        "be parted."
    )
    assert "no spending on the lines for residential care and fostering" in in_care.why_not
    (hull, _) = money_view(edition, edition.council("Kingston upon Hull")).gaps
    assert hull.left_out.startswith("Sandwell is left out, as its return puts hardly any spending")


def test_cumberland_is_asked_of_the_return_that_is_not_there_and_of_the_one_that_is_told(
    edition: Edition,
):
    page = money_view(edition, edition.council("Cumberland"))

    assert [one.period for one in page.questions] == ["2024-25", "2023-24"]
    assert [line.title for line in page.questions[0].lines] == ["No return"]
    assert any("Fostering" in line.title for line in page.questions[1].lines)


def test_a_treasurer_reads_on_essexs_page_what_the_gap_is_how_sure_and_what_to_ask(
    edition: Edition,
):
    page = money_view(edition, edition.council("Essex"))

    assert page.h1 == (
        "Essex spent £382 less for each child than similar councils in 2024-25; the largest part "
        "is fewer children in need than deprivation and age suggest"
    )
    assert "£816 for each child" in page.lead
    assert "£125.7 million in the year" in page.lead
    assert [part.title for part in page.gaps[0].parts][-1] == "Remainder"
    assert "no part of this sum" in page.gaps[0].mean
    assert page.lines[0].cells[0].text == "268.66"
    assert any(one.lines for one in page.questions)
    assert page.unit_costs is not None
    assert "not what would be saved or spent at once" in page.unit_costs.note
    assert page.gaps[0].how_sure.startswith("The ranges hold chance and the ordinary wobble")
    assert page.gaps[1].how_sure == ""
    assert [one.about.partition(" (")[0] for one in page.asks] == [
        "Number of children in need",
        "Cost for each child in need",
        "Other spending on children in care",
        "The return",
    ]
    assert "youth justice (47%, 2014-15 to 2016-17)" in page.own_cuts
    assert page.after_cuts_address == "/money#after-cuts"


@pytest.fixture(scope="module")
def england(edition: Edition) -> EnglandMoneyFindings:
    return england_money_of(edition)


def test_england_is_told_in_plain_words(england: EnglandMoneyFindings):
    assert not headline_faults(england.headline)
    said = (*england.lead, *england.growth, *england.spread, *england.gaps, england.questions,
            *england.prevention, *england.fifths, england.grant, *england.notes)  # fmt: skip
    for sentence in said:
        assert not faults(sentence), sentence
        for never in (PRAISE, CAUSE, LEAGUE, MEANT):
            assert not never.search(sentence), sentence


def test_england_is_an_estimate_and_says_for_whom(england: EnglandMoneyFindings):
    lead = " ".join(england.lead)

    assert "£16,878.9 million before income, and £15,556.1 million after" in lead
    assert "Birmingham, Cumberland and Slough sent no return in time" in lead


def test_growth_is_never_read_across_a_break(england: EnglandMoneyFindings, edition: Edition):
    panel = edition.books.panel
    for one in england.money.growth:
        assert not panel.breaks_between(one.line, one.first.period, one.last.period), one.line
    before = england.money.before_the_break
    assert before is not None
    assert (before.first.period, before.last.period) == ("2011-12", "2013-14")


def test_the_counts_of_clear_parts_are_those_of_the_councils(
    england: EnglandMoneyFindings, edition: Edition
):
    counts = england.money.gaps[0]
    gaps = edition.books.gaps(england.money.period)[counts.level]
    splits = [gaps.gap(area.code) for area in edition.geography.councils()]
    told = [split for split in splits if isinstance(split, GapSplit)]

    assert counts.parted == len(told) >= 147
    for one in counts.causes:
        clear = [split.part(one.cause) for split in told if split.part(one.cause).clear]
        assert one.clear == len(clear)
        assert one.more == sum(part.pounds_per_child > 0 for part in clear)
    assert sum(one.leading for one in counts.causes) <= counts.parted
