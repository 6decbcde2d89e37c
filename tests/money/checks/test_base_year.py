"""Which earlier year a figure is set beside: not one of which a part was left out."""

from brightfutures.catalogue import load_catalogue
from brightfutures.money.checks.council_return import CouncilReturn
from brightfutures.money.checks.laid_out import Laid
from brightfutures.money.checks.subject import Subject
from brightfutures.money.checks.tree import LineTree

OUTTURN = "revenue_outturn"
TREE = LineTree({"total": None, "in_care": "total", "youth": "total"})


def returned(period: str, total: float) -> CouncilReturn:
    lines = {"total": {"spend": total}, "youth": {"spend": 5.0}}
    return CouncilReturn(OUTTURN, period, lines)


def subject(omitted: dict[str, frozenset[str]]) -> Subject:
    return Subject(
        now=returned("2024-25", 30.0),
        tree=TREE,
        past=(returned("2023-24", 9.0), returned("2022-23", 28.0)),
        expected=lambda _rule, _line, _before: None,
        omitted=omitted,
    )


def test_a_year_of_which_a_part_was_left_out_is_passed_over_for_its_total_alone():
    one = subject({"2023-24": frozenset({"in_care", "total"})})
    assert one.last("total") == ("2022-23", 28.0)
    assert one.last("youth") == ("2023-24", 5.0)
    assert subject({}).last("total") == ("2023-24", 9.0)


def test_what_the_publisher_says_was_left_out_is_left_out_with_its_totals():
    def unread(name: str) -> object:
        raise AssertionError(name)

    laid = Laid(load_catalogue(), {}, unread)  # type: ignore[arg-type]
    harrow = laid.omitted(OUTTURN, "E09000015", "2023-24")
    assert {"fostering", "children_looked_after", "childrens_social_care"} <= harrow
    assert "family_support" not in harrow
    assert laid.omitted(OUTTURN, "E09000015", "2022-23") == frozenset()
    assert laid.omitted(OUTTURN, "E10000012", "2023-24") == frozenset()
