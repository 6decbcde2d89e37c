"""What an area spent on a kind of placement in a year and on whom, made up to be told or tested."""

from brightfutures.money.unit_cost import PlacementYear
from brightfutures.quantities import Missing, Reason, Value

UNAVAILABLE = Missing((Reason.UNAVAILABLE,))
NOT_RETURNED = Missing((Reason.NOT_RETURNED,))
WITHHELD = Missing((Reason.SUPPRESSED,))


def placement_year(
    pounds: Value,
    children: Value = 20.0,
    printed: Value = UNAVAILABLE,
    *,
    area: str = "ash",
    usual: float = 0.0,
) -> PlacementYear:
    """One area's year; `usual` is what a week of such a placement costs England, in pounds."""
    return PlacementYear(
        area=area,
        pounds=pounds,
        children=children,
        both_year_ends=True,
        chance_of_the_day=0.08,
        printed_pounds=printed,
        usual_pounds=usual,
    )
