"""What the spend panel promises, on returns of two councils that are made up."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest

from brightfutures.catalogue import Geography
from brightfutures.catalogue.spending import (
    LineBreak,
    LinePlace,
    Omission,
    SpendAccount,
    Spending,
    SpendLine,
    SpendMeasure,
)
from brightfutures.money.panel import SpendPanel, build_spend_panel
from brightfutures.money.panel_sums import (
    england_beside_councils,
    parts_beside_totals,
    sum_of,
)
from brightfutures.published.readings import Readings
from brightfutures.quantities import Area, AreaKind, Missing, Reason

ENGLAND, REGION, NORTH, SOUTH = "E92000001", "E12000001", "E06000901", "E06000902"
GEOGRAPHY = Geography(
    areas=(
        Area(code=ENGLAND, name="England", kind=AreaKind.COUNTRY),
        Area(code=REGION, name="Region", kind=AreaKind.REGION),
        Area(code=NORTH, name="North", kind=AreaKind.COUNCIL, region=REGION),
        Area(code=SOUTH, name="South", kind=AreaKind.COUNCIL, region=REGION),
    ),
    recodes={},
    aliases={},
)


def _line(name: str, parent: str | None = None, **more: object) -> SpendLine:
    place = {"account": "outturn", "parent": parent}
    since = more.pop("since", None)
    return SpendLine(
        id=name,
        title=name,
        sentence=f"{name}.",
        spent_on=name,
        places=(LinePlace(**place, since=since),),  # type: ignore[arg-type]
        **more,  # type: ignore[arg-type]
    )


SPENDING = Spending(
    lines={
        "all": _line("all", total=True),
        "care": _line(
            "care",
            "all",
            total=True,
            breaks=(LineBreak(period="2023-24", sentence="Adoption moved."),),
        ),
        "homes": _line("homes", "care", since="2023-24"),
        "fostering": _line("fostering", "care", since="2023-24"),
        "help": _line("help", "all"),
    },
    measures={"spend": SpendMeasure(id="spend", title="Spending", sentence="{on}{said}.")},
    accounts={
        "outturn": SpendAccount(
            id="outturn", title="Outturn", measures=("spend",), sources=("a_source",)
        )
    },
    omissions={
        "left_out": Omission(
            id="left_out",
            account="outturn",
            area=SOUTH,
            period="2022-23",
            lines=("help",),
            sentence="South left out its help.",
            source="a note",
        )
    },
)
Cell = float | Reason


def _panel(figures: Mapping[str, Mapping[tuple[str, str], Cell]]) -> SpendPanel:
    periods = ("2022-23", "2023-24")
    areas = (ENGLAND, NORTH, SOUTH)

    def readings(name: str) -> Readings:
        cells = figures[name.removesuffix("_spend")]
        known = [cell if isinstance(cell, float) else np.nan for cell in cells.values()]
        bits = [cell.bit if isinstance(cell, Reason) else 0 for cell in cells.values()]
        return Readings(
            series=name,
            areas=areas,
            periods=periods,
            area_index=np.array([areas.index(area) for area, _ in cells], np.int32),
            period_index=np.array([periods.index(period) for _, period in cells], np.int32),
            value=np.array(known, np.float64),
            missing=np.array(bits, np.uint16),
        )

    held = tuple(f"{name}_spend" for name in figures)
    return build_spend_panel("outturn", SPENDING, GEOGRAPHY, readings, held)


@pytest.fixture
def panel() -> SpendPanel:
    before, now = "2022-23", "2023-24"
    return _panel(
        {
            "all": {
                (ENGLAND, before): 36e6,
                (NORTH, before): 20e6,
                (SOUTH, before): 15e6,
                (ENGLAND, now): 40e6,
                (NORTH, now): 22e6,
                (SOUTH, now): Reason.NOT_RETURNED,
            },
            "care": {(NORTH, before): 12e6, (SOUTH, before): 15e6, (NORTH, now): 13e6},
            "homes": {(NORTH, now): 8e6},
            "fostering": {(NORTH, now): 5e6},
            "help": {(NORTH, before): 8e6, (SOUTH, before): 0.0, (NORTH, now): 9.5e6},
        }
    )


def test_totals_are_never_added_to_their_parts(panel: SpendPanel) -> None:
    assert panel.leaves_of("all", "2022-23") == ("care", "help")
    assert panel.leaves_of("all", "2023-24") == ("homes", "fostering", "help")
    leaves = panel.leaves_of("all", "2023-24")
    assert sum_of(panel, leaves, "spend", NORTH, "2023-24") == pytest.approx(22.5e6)


def test_a_missing_part_keeps_its_reason_in_the_sum(panel: SpendPanel) -> None:
    found = sum_of(panel, ("care", "help"), "spend", SOUTH, "2022-23")
    assert found == Missing((Reason.NOT_RETURNED,))


def test_an_omission_is_not_returned_and_never_nought(panel: SpendPanel) -> None:
    found = panel.value_at("help", "spend", SOUTH, "2022-23")
    assert found == Missing((Reason.NOT_RETURNED,))


def test_a_total_over_an_omission_stands_in_the_return_and_is_compared_with_nothing(
    panel: SpendPanel,
) -> None:
    assert isinstance(panel.value_at("all", "spend", SOUTH, "2022-23"), float)
    assert panel.whole_at("all", "spend", SOUTH, "2022-23") == Missing((Reason.NOT_RETURNED,))
    for area, period in ((NORTH, "2022-23"), (SOUTH, "2023-24")):
        told = panel.value_at("all", "spend", area, period)
        assert panel.whole_at("all", "spend", area, period) == told


def test_a_line_is_not_collected_before_it_was_asked_for(panel: SpendPanel) -> None:
    found = panel.value_at("homes", "spend", NORTH, "2022-23")
    assert found == Missing((Reason.NOT_COLLECTED,))
    assert not panel.asked_for("homes", "2022-23")


def test_what_no_file_tells_is_unavailable_and_no_line_of_the_return_not_collected(
    panel: SpendPanel,
) -> None:
    assert panel.value_at("all", "spend", NORTH, "2019-20") == Missing((Reason.UNAVAILABLE,))
    assert panel.value_at("sheep", "spend", NORTH, "2022-23") == Missing((Reason.NOT_COLLECTED,))


def test_england_is_an_estimate_where_a_council_did_not_return(panel: SpendPanel) -> None:
    whole = england_beside_councils(panel, "all", "spend", "2022-23")
    assert (whole.is_estimate, whole.absent, whole.councils_pounds) == (False, (), 35e6)
    part = england_beside_councils(panel, "all", "spend", "2023-24")
    assert part.is_estimate
    assert part.absent == ((SOUTH, Missing((Reason.NOT_RETURNED,))),)
    assert (part.england, part.councils_pounds) == (40e6, 22e6)


def test_parts_that_are_not_their_total_are_named(panel: SpendPanel) -> None:
    (gap,) = parts_beside_totals(panel, "spend")
    assert (gap.line, gap.area, gap.period) == ("all", NORTH, "2023-24")
    assert (gap.total_pounds, gap.parts_pounds) == (22e6, 22.5e6)


def test_parts_all_nought_under_a_total_that_is_not_are_not_returned() -> None:
    now = "2023-24"
    panel = _panel(
        {
            "care": {(NORTH, now): 13e6, (SOUTH, now): 0.0},
            "homes": {(NORTH, now): 0.0, (SOUTH, now): 0.0},
            "fostering": {(NORTH, now): 0.0, (SOUTH, now): 0.0},
        }
    )
    for line in ("homes", "fostering"):
        assert panel.value_at(line, "spend", NORTH, now) == Missing((Reason.NOT_RETURNED,))
        assert panel.value_at(line, "spend", SOUTH, now) == 0.0


def test_breaks_lie_after_the_first_year_and_up_to_the_last(panel: SpendPanel) -> None:
    assert [one.period for one in panel.breaks_between("care", "2022-23", "2023-24")] == ["2023-24"]
    assert panel.breaks_between("care", "2023-24", "2024-25") == ()
    assert panel.breaks_between("help", "2022-23", "2023-24") == ()
