"""The kinds of placement that have a weekly cost: which pounds, over which children.

Fostering and residential care are told by council in the revenue outturn since 2022-23 and in the
section 251 return to 2018-19. Children in children's homes and secure homes are counted alike since
2020; before, they were counted with hostels. Few live in residential schools and care homes, and
their numbers are withheld for most councils: what they cost is in the line, and they are not in
the count, so that residential care is told somewhat too dear by it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

HELPED = "children_looked_after_at_31_march"
ENDED = "children_ceasing_to_be_looked_after"
"""From these follows how long children stay in care on average in England (Little 1961)."""


@dataclass(frozen=True, kw_only=True)
class PlacementKind:
    """One kind: the spend line, the series of its children, and the weekly cost that is printed.

    `printed` is the series of the department's own weekly cost, which divides by days of care in
    the year where `printed_by_days`, and else by the children of 31 March.
    """

    id: str
    title: str
    line: str
    children: str
    printed: str
    printed_by_days: bool = False


RESIDENTIAL = PlacementKind(
    id="residential_care",
    title="Residential care",
    line="residential_care",
    children="children_looked_after_in_childrens_homes_at_31_march",
    printed="residential_care_weekly_cost_printed",
    printed_by_days=True,
)
FOSTERING = PlacementKind(
    id="fostering",
    title="Fostering",
    line="fostering",
    children="children_looked_after_in_foster_care_at_31_march",
    printed="fostering_weekly_cost_printed",
)
ALL_IN_CARE = PlacementKind(
    id="all_in_care",
    title="All children in care",
    line="children_looked_after",
    children=HELPED,
    printed="children_looked_after_weekly_cost_printed",
)

PLACEMENT_KINDS = (RESIDENTIAL, FOSTERING, ALL_IN_CARE)

PROVIDERS = ("own", "private", "voluntary", "other_public")
"""Who provides, as the section 251 return tells pounds by them: measures `own_spend` and so on."""

OWN, BOUGHT = "own", "bought"

WHO_PROVIDES: Mapping[str, tuple[str, ...]] = {OWN: ("own",), BOUGHT: ("private", "voluntary")}
"""The council itself, or companies and charities. Councils put charities' pounds with companies':
in 2021-22 the return holds £162 for a week in a charity's foster home, so the two are one here."""

CHILDREN_BY_PROVIDER: Mapping[str, str] = {
    RESIDENTIAL.id: "children_looked_after_in_{provider}_childrens_homes_at_31_march",
    FOSTERING.id: "children_looked_after_in_{provider}_foster_care_at_31_march",
}
"""The series of children by kind and provider, which are published for England only."""
