"""A region's money in words: whom it is of, who is left out, and never who is first."""

from dataclasses import replace

from test_money_words import NOT_RETURNED, spent

from brightfutures.findings.money_notes import NEITHER_WAY
from brightfutures.findings.region_money_words import council_note, region_money_sentences
from brightfutures.findings.spend_words import ONE_IS_WRONG
from brightfutures.money.other_return import OtherReturn
from brightfutures.money.per_child import PerChild
from brightfutures.money.prevention import RULES
from brightfutures.money.region_money import CouncilOfRegionMoney, RegionMoney
from brightfutures.quantities import Value

NAMES = {"ash": "Ash", "beech": "Isle of Beech", "cedar": "Cedar", "scilly": "Isles of Scilly"}


def year(pounds: Value, period: str = "2024-25", children: float = 10_000.0) -> PerChild:
    return replace(spent(pounds, period), children=children)


def council(code: str, now: PerChild, then: PerChild | None = None) -> CouncilOfRegionMoney:
    return CouncilOfRegionMoney(code=code, now=now, then=then, prevention_share=None)


WHOLE = RegionMoney(
    period="2024-25",
    now=year(1_000.0),
    england=year(1_385.0),
    councils=(
        council("cedar", year(1_200.0), year(800.0, "2014-15")),
        council("ash", year(900.0), year(640.0, "2014-15")),
    ),
    both_then=year(640.0, "2014-15"),
    both_now=year(1_000.0),
    not_both=(),
    prevention=dict(zip(RULES, (0.05, 0.23, 0.28), strict=True)),
    prevention_of_england=dict(zip(RULES, (0.07, 0.19, 0.24), strict=True)),
    prevention_not_known=(),
)


def said(money: RegionMoney, region: str = "East of England") -> tuple[str, ...]:
    return region_money_sentences(region, money, NAMES)


def test_a_region_whose_councils_all_returned_is_told_in_five_sentences():
    assert said(WHOLE) == (
        "In 2024-25 the councils of the East of England taken together spent £1,000 on children’s "
        "social care for each child who lives there; England’s spent £1,385.",
        "Council by council it is from £900 to £1,200.",
        "What they spent for each child was £800 in 2014-15, in prices of 2024-25: a rise of £200 "
        "for each child beyond prices, or 25%.",
        "By the middle rule of what counts 23% of it was prevention (5% by the strict rule, 28% by "
        "the broad); England’s was 19%.",
        NEITHER_WAY,
    )


def test_whose_other_return_contradicts_its_figure_is_named():
    apart = OtherReturn(period="2024-25", pounds=4_000_000.0, far_apart=True)
    near = replace(apart, far_apart=False)
    cedar, ash = WHOLE.councils

    def told(*others: OtherReturn) -> tuple[str, ...]:
        pairs = zip((cedar, ash), others, strict=True)
        return said(replace(WHOLE, councils=tuple(replace(one, other=it) for one, it in pairs)))

    assert told(near, near) == said(WHOLE)
    assert told(apart, near)[2] == (
        "The figure of Cedar is contradicted by its section 251 return: one of the two is likely "
        "to be wrong."
    )
    assert told(apart, apart)[2] == (
        "The figures of Ash and Cedar are contradicted by their section 251 returns: in each case "
        "one of the two is likely to be wrong."
    )
    assert ONE_IS_WRONG in council_note(replace(cedar, other=apart), {})
    assert council_note(replace(cedar, other=near), {}) == ""


def test_who_sent_no_return_is_named_and_left_out_of_the_change():
    lacking = replace(
        WHOLE,
        now=replace(WHOLE.now, left_out=(("beech", NOT_RETURNED),)),
        councils=(*WHOLE.councils, council("beech", year(NOT_RETURNED))),
        both_now=replace(year(990.0), councils=2),
        not_both=("beech",),
        prevention_not_known=("beech", "ash"),
    )

    together, _, change, prevention, _ = said(lacking)

    assert together.endswith("There is no figure for the Isle of Beech.")
    assert change.startswith(
        "Two of them have a figure of 2014-15 too; in 2024-25 they spent £990 for each child. What "
        "they spent for each child was £800 in 2014-15"
    )
    assert change.endswith(
        "Left out of that is the Isle of Beech, for want of a figure of 2014-15 or 2024-25."
    )
    assert prevention.endswith("It cannot be told of Ash and the Isle of Beech.")


def test_few_children_make_no_end_of_the_spread():
    few = replace(
        WHOLE, councils=(*WHOLE.councils, council("scilly", year(3_423.0, children=400.0)))
    )

    assert said(few)[1] == (
        "Council by council it is from £900 to £1,200, leaving out the Isles of Scilly, where few "
        "children live."
    )


def test_what_is_not_known_is_not_said():
    bare = replace(WHOLE, england=year(NOT_RETURNED), both_then=None, both_now=None, prevention={})

    assert said(bare) == (
        "In 2024-25 the councils of the East of England taken together spent £1,000 on children’s "
        "social care for each child who lives there.",
        "Council by council it is from £900 to £1,200.",
        NEITHER_WAY,
    )
    assert said(replace(WHOLE, now=year(NOT_RETURNED))) == (
        "No council of the East of England has a figure of 2024-25.",
    )
