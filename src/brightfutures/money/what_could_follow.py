"""What could follow a cut: for each line the indicators that are looked at, declared beforehand.

Only figures with counts, of the year to 31 March or of that day. Of children in care themselves
what could follow is where they live and whether they go home; of the others who comes to the
council, and how far in.
"""

from __future__ import annotations

from collections.abc import Mapping

COMING_IN = (
    "referrals_rate",
    "re_referrals_percent",
    "children_in_need_episodes_started_rate",
    "children_in_need_rate",
)
PROTECTION = (
    "section_47_enquiries_rate",
    "child_protection_plans_started_rate",
    "child_protection_plans_rate",
    "repeat_child_protection_plans_percent",
)
CARE = (
    "children_starting_to_be_looked_after_rate",
    "children_looked_after_rate",
)
IN_CARE = (
    "three_or_more_placements_percent",
    "placed_outside_the_area_percent",
    "foster_care_percent",
    "private_provision_percent",
    "children_ceasing_returned_home_percent",
)

WHAT_COULD_FOLLOW: Mapping[str, tuple[str, ...]] = {
    "childrens_social_care": (*COMING_IN, *PROTECTION, *CARE),
    "sure_start_and_early_years": (*COMING_IN, *PROTECTION, *CARE),
    "services_for_young_people": (*COMING_IN, *PROTECTION, *CARE),
    "family_support": (*COMING_IN, *PROTECTION, *CARE),
    "youth_justice": (*COMING_IN, *CARE),
    "other_children_and_families": (*COMING_IN, *PROTECTION, *CARE),
    "safeguarding": (*COMING_IN, *PROTECTION, *CARE),
    "children_looked_after": (*CARE, *IN_CARE),
}
"""The ids of indicators by the id of a line. The family over which false discovery is held."""

HORIZONS = (1, 2, 3)
"""Years on, counted from the year in which the cut was complete."""

SPANS = (1, 2)
"""Over how many years a cut was made."""

PANDEMIC = 2021
"""The year to 31 March 2021: no change is read from, to or across it."""
