"""What in another tool's answer misleads, in the very case at hand; `findings` has the words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class TrapKind(StrEnum):
    """Each known trap of the three tools."""

    # of any tool
    FEW_NEIGHBOURS = "few_neighbours"
    NO_NEIGHBOURS = "no_neighbours"
    NO_VALUE_IN_LATEST = "no_value_in_latest"
    REASON_LOST = "reason_lost"
    SIDES_DISAGREE = "sides_disagree"
    # LAIT
    CHANGE_ACROSS_GAP = "change_across_gap"
    ARROW_OF_NO_CHANGE = "arrow_of_no_change"
    ARROW_WITHIN_WOBBLE = "arrow_within_wobble"
    BANDS_OVERLAP = "bands_overlap"
    LABEL_CONTRADICTS_BAND = "label_contradicts_band"
    TODAYS_NEIGHBOURS = "todays_neighbours"
    FAR_NEIGHBOURS = "far_neighbours"
    DIRECTION_CONTESTED = "direction_contested"
    # the dashboard
    JOINT_RETURN = "joint_return"
    SUM_LABELLED_MEDIAN = "sum_labelled_median"
    MEDIAN_OF_ROUNDED = "median_of_rounded"
    ROUNDED_TO_NOTHING = "rounded_to_nothing"
    RELABELLED = "relabelled"
    # Fingertips
    CHANCE_ALONE = "chance_alone"
    TREND_OVER_HOLE = "trend_over_hole"
    COUNTS_ROUNDED = "counts_rounded"
    TREND_ACROSS_BREAK = "trend_across_break"


def _no_facts() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, kw_only=True)
class Trap:
    """One trap that bites, with the facts its sentence names (`{period}`, `{count}`)."""

    kind: TrapKind
    facts: Mapping[str, str] = field(default_factory=_no_facts)


def trap(kind: TrapKind, **facts: str | int) -> Trap:
    """A trap with its facts as text."""
    return Trap(
        kind=kind, facts=MappingProxyType({name: str(fact) for name, fact in facts.items()})
    )
