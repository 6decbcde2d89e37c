"""Councils nearest in context: who, how far, and what is said where something is missing."""

import datetime
from dataclasses import replace

import pytest
from contexts import EnglandInContext, in_context, variable
from small_england import council_codes, random_england

from brightfutures.catalogue import ContextUse, Transform
from brightfutures.measures.context.table import context_table
from brightfutures.measures.panels import Ingredients
from brightfutures.measures.places import places_of
from brightfutures.quantities import Area, AreaKind, Missing, PeriodKind, Reason, WrongUse

SET = "nearest-in-context"


@pytest.fixture
def england() -> EnglandInContext:
    return in_context(random_england(3, councils=24))


def sizes(england: EnglandInContext, **numbers: float) -> EnglandInContext:
    """The same with the size of children as the one circumstance: 1,000 but for those given."""
    england.context = [variable("size", Transform.LOG)]
    england.tables["size_figure"] = {
        (code, "2024"): numbers.get(code, 1000.0) for code in council_codes(england.geography)
    }
    return england


def test_the_ten_nearest_are_the_comparison_with_their_distances(england):
    measures = england.measures()
    found = measures.compare("care", "C05", against=SET)
    context = measures.comparators.context("C05")
    assert found.similar.set == SET
    assert found.verdict.against == SET
    assert [each.area for each in found.similar.councils] == [each.area for each in context.nearest]
    assert [each.distance for each in found.similar.councils] == [
        each.distance for each in context.nearest
    ]
    assert [each.closeness for each in found.similar.councils] == [None] * 10
    assert sorted(each.distance for each in context.nearest) == [
        each.distance for each in context.nearest
    ]


def test_the_title_names_the_years_of_the_figures(england):
    england.tables["poverty_figure"] = {
        (code, "2021"): value for (code, _), value in england.tables["poverty_figure"].items()
    }
    similar = england.measures().compare("care", "C05", against=SET).similar
    assert similar.title == (
        "Councils nearest in context (our own measure, from figures of 2021 to 2024)"
    )


def test_the_newest_period_counts_that_half_of_the_councils_have(england):
    codes = council_codes(england.geography)
    sizes(england)
    england.tables["size_figure"] |= {(code, "2025"): 5.0 for code in codes[:11]}
    (figure,) = england.measures().comparators.context("C01").figures
    assert (figure.period.label, figure.value) == ("2024", 1000.0)
    england.tables["size_figure"] |= {(code, "2025"): 5.0 for code in codes[:12]}
    (figure,) = england.measures().comparators.context("C01").figures
    assert (figure.period.label, figure.value) == ("2025", 5.0)


def test_of_councils_equally_far_the_lower_code_comes_first(england):
    sizes(england, C20=500.0)
    measures = england.measures()
    assert [each.area for each in measures.comparators.context("C03").nearest] == [
        "C01", "C02", *(f"C{number:02d}" for number in range(4, 12))
    ]  # fmt: skip
    assert {each.distance for each in measures.comparators.context("C03").nearest} == {0.0}


def test_a_council_that_has_ended_is_nobodys_neighbour_and_england_stands_in(england):
    ended = Area(
        code="C99",
        name="Ended",
        kind=AreaKind.COUNCIL,
        region="R1",
        last=datetime.date(2023, 3, 31),
        successors=("C01",),
    )
    england.geography = replace(england.geography, areas=(*england.geography.areas, ended))
    for each in england.context:
        table = england.tables[each.numerator[0]]
        table["C99", "2024"] = table["C05", "2024"]
    england.tables["people"]["C99", "2022"] = 20_000.0
    england.tables["care_count"]["C99", "2022"] = 150.0
    measures = england.measures()
    assert measures.comparators.context("C99").nearest == ()
    assert all(each.area != "C99" for each in measures.comparators.context("C05").nearest)
    similar = measures.compare("care", "C99", "2022", against=SET).similar
    assert (similar.set, similar.title) == ("england", "All other councils in England")


def test_a_missing_circumstance_is_left_out_scaled_up_and_said(england):
    before = england.measures().comparators.context("C05")
    england.tables["size_figure"]["C05", "2024"] = Reason.SUPPRESSED
    context = england.measures().comparators.context("C05")
    assert len(before.nearest) == len(context.nearest) == 10
    assert context.figures[0].value == Missing((Reason.SUPPRESSED,))
    assert context.figures[0].score is None
    assert all(each.left_out == ("size",) for each in context.nearest)
    assert all(each.differs_most != "size" for each in context.nearest)


def test_with_fewer_than_half_of_the_circumstances_england_stands_in(england):
    for name in ("size", "poverty"):
        england.tables[f"{name}_figure"]["C05", "2024"] = Reason.NOT_RETURNED
    assert len(england.measures().comparators.context("C05").nearest) == 10
    england.tables["rurality_figure"]["C05", "2024"] = Reason.NOT_RETURNED
    measures = england.measures()
    context = measures.comparators.context("C05")
    assert context.nearest == ()
    assert context.mean_distance is None
    assert context.usual_distance is not None
    assert measures.compare("care", "C05", against=SET).similar.set == "england"
    assert measures.compare("care", "C05", against=SET).verdict.against == "england"
    assert not measures.comparators.counted_as_similar("C05", SET)


def test_a_nought_has_no_logarithm_and_is_left_out_of_distances_only(england):
    england.tables["size_figure"]["C05", "2024"] = 0.0
    england.tables["poverty_figure"]["C06", "2024"] = 100.0
    measures = england.measures()
    assert measures.comparators.context("C05").figures[0].value == 0.0
    assert measures.comparators.context("C05").figures[0].score is None
    assert measures.comparators.context("C06").figures[1].score is None


def test_a_share_is_divided_by_its_denominator_of_the_same_period(england):
    england.context = [
        variable(
            "young",
            Transform.LOGIT,
            numerator=("aged_0", "aged_1"),
            denominator=("aged_0", "aged_1", "aged_2"),
            per=100.0,
        )
    ]
    for name, number in (("aged_0", 10.0), ("aged_1", 20.0), ("aged_2", 30.0)):
        england.tables[name] = {
            (code, "2024"): number + 0.1 * place
            for place, code in enumerate(council_codes(england.geography))
        }
    england.tables["aged_2"]["C02", "2024"] = Reason.UNAVAILABLE
    measures = england.measures()
    (figure,) = measures.comparators.context("C01").figures
    assert figure.value == pytest.approx(50.0)
    (figure,) = measures.comparators.context("C02").figures
    assert figure.value == Missing((Reason.UNAVAILABLE,))


def in_care_for_every_10_000(england: EnglandInContext) -> EnglandInContext:
    """One circumstance: a count on 31 March over people of some mid-year."""
    england.kinds |= {"in_care": PeriodKind.AT_31_MARCH, "all_people": PeriodKind.MID_YEAR}
    england.context = [
        variable(
            "in_care",
            Transform.LOG_ONE_PLUS,
            numerator=("in_care",),
            denominator=("all_people",),
            denominator_by_then=True,
            per=10_000.0,
        )
    ]
    codes = council_codes(england.geography)
    england.tables["in_care"] = {(code, "2025"): 10.0 for code in codes}
    england.tables["all_people"] = {(code, "2023"): 4_000.0 for code in codes}
    return england


def test_a_denominator_by_then_is_the_newest_that_had_ended_and_half_of_councils_have(england):
    codes = council_codes(in_care_for_every_10_000(england).geography)
    (figure,) = england.measures().comparators.context("C05").figures
    assert (figure.period.in_words(), figure.value) == ("at 31 March 2025", 25.0)
    england.tables["all_people"] |= {(code, "2025"): 2_000.0 for code in codes}
    # mid-2025 is after March
    assert england.measures().comparators.context("C05").figures[0].value == 25.0
    england.tables["all_people"] |= {(code, "2024"): 2_000.0 for code in codes[:11]}
    assert england.measures().comparators.context("C05").figures[0].value == 25.0
    england.tables["all_people"] |= {(code, "2024"): 2_000.0 for code in codes}
    assert england.measures().comparators.context("C05").figures[0].value == 50.0


def test_a_figure_older_than_every_denominator_is_not_used(england):
    codes = council_codes(in_care_for_every_10_000(england).geography)
    england.tables["all_people"] = {(code, "2025"): 4_000.0 for code in codes}
    (figure,) = england.measures().comparators.context("C05").figures
    assert figure.period is None
    assert figure.value == Missing((Reason.UNAVAILABLE,))


def test_a_nought_has_a_place_where_one_more_is_laid_out(england):
    in_care_for_every_10_000(england).tables["in_care"]["C05", "2025"] = 0.0
    measures = england.measures()
    (figure,) = measures.comparators.context("C05").figures
    assert figure.value == 0.0
    assert figure.score < -1.0
    (other,) = measures.comparators.context("C06").figures
    assert other.mean == pytest.approx(26.0 ** (23 / 24) - 1.0)  # the mean of log(1 + figure)


def test_there_is_one_table_for_each_use(england):
    near, both, care = (
        variable("size", Transform.LOG, used_for=(ContextUse.NEAREST,)),
        variable("poverty", Transform.LOGIT),
        variable("rurality", used_for=(ContextUse.EXPECTED,), only_for=("care",)),
    )
    england.context = [near, both, care]
    ingredients = Ingredients(
        england.catalogue(), england.geography, places_of(england.geography), england.readings
    )
    assert context_table(ingredients).variables == (near, both)
    expected = context_table(ingredients, ContextUse.EXPECTED)
    assert expected.variables == (both, care)
    assert expected.expected_for("care").variables == (both, care)
    other = expected.expected_for("plans")
    assert other.variables == (both,)
    assert other.codes == expected.codes
    assert other.laid[:, 0].tolist() == expected.laid[:, 0].tolist()
    assert [each.variable for each in england.measures().comparators.context("C01").figures] == [
        near,
        both,
    ]


def test_a_circumstance_in_which_councils_do_not_differ_tells_nothing(england):
    codes = council_codes(england.geography)
    england.tables["rurality_figure"] = {(code, "2024"): 7.0 for code in codes}
    context = england.measures().comparators.context("C05")
    assert context.figures[3].score is None
    assert context.figures[3].mean == pytest.approx(7.0)
    assert len(context.nearest) == 10


def test_the_mean_shown_lies_where_the_score_is_nought(england):
    sizes(england, C01=100.0, C02=10_000.0)
    (figure,) = england.measures().comparators.context("C03").figures
    assert figure.mean == pytest.approx(1000.0)
    assert figure.score == pytest.approx(0.0, abs=1e-9)


def test_who_counts_this_council_as_similar(england):
    england.neighbours["dfe-2025"] = {"C01": ("C02", "C03"), "C04": ("C02",), "C05": ("C03",)}
    england.neighbours["dfe-2021"] = {"C06": ("C02",)}
    measures = england.measures()
    assert measures.comparators.counted_as_similar("C02") == ("C01", "C04")
    assert measures.comparators.counted_as_similar("C02", "dfe-2025") == ("C01", "C04")
    assert measures.comparators.counted_as_similar("C02", "dfe-2021") == ("C06",)
    assert measures.comparators.counted_as_similar("C07") == ()
    near = measures.comparators.counted_as_similar("C02", SET)
    assert all(
        "C02" in [each.area for each in measures.comparators.context(code).nearest] for code in near
    )


def test_only_a_council_has_a_context(england):
    measures = england.measures()
    with pytest.raises(WrongUse, match="not the code of a council"):
        measures.comparators.context("R1")
    with pytest.raises(WrongUse, match="not the code of a council"):
        measures.comparators.counted_as_similar("R1")


def test_without_circumstances_england_stands_in_for_everyone():
    measures = random_england(4, councils=24).measures()
    context = measures.comparators.context("C01")
    assert (context.figures, context.nearest, context.usual_distance) == ((), (), None)
    assert context.title == "Councils nearest in context"
    assert measures.compare("care", "C01", against=SET).similar.set == "england"


def test_the_mean_of_the_nearest_is_shown_in_the_unit(england):
    sizes(england, C01=100.0, C02=400.0, C03=20_000.0)
    england.tables["size_figure"] |= {
        (code, "2024"): 1e6 for code in council_codes(england.geography)[12:]
    }
    (figure,) = england.measures().comparators.context("C04").figures
    assert figure.nearest_mean == pytest.approx((100.0 * 400.0 * 1000.0**8) ** 0.1)
    assert figure.nearest_score is not None
