"""What is said of a council's circumstances: the nouns of "nearest in context"."""

from __future__ import annotations

from dataclasses import dataclass

from brightfutures.catalogue import ContextVariable
from brightfutures.quantities import Period, Value


@dataclass(frozen=True, kw_only=True)
class ContextFigure:
    """One circumstance of one council beside the councils of today.

    `mean` is that of today's councils as the variable is laid out, shown in its own unit;
    `score` how many standard deviations the council lies above it. `nearest_mean` is the mean
    of the council's nearest that have the figure, and `nearest_score` that of their scores.
    `None` where there is none.
    """

    variable: ContextVariable
    period: Period | None
    value: Value
    mean: float | None
    score: float | None
    nearest_mean: float | None
    nearest_score: float | None


@dataclass(frozen=True, kw_only=True)
class ContextNeighbour:
    """One of the nearest councils, how far it is, and in which circumstance most of all.

    `differs_by` is the neighbour's score less the council's own in the variable `differs_most`.
    `left_out` names the variables that are not known for one of the two.
    """

    area: str
    distance: float
    differs_most: str
    differs_by: float
    left_out: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Context:
    """A council's circumstances, and the councils nearest to it in them, nearest first.

    `nearest` is empty where England stands in: for a council that has ended, and for one with
    fewer than half of the circumstances known. `mean_distance` is that to its nearest, and
    `usual_distance` what that is for the middle one of today's councils.
    """

    area: str
    title: str
    figures: tuple[ContextFigure, ...]
    nearest: tuple[ContextNeighbour, ...]
    mean_distance: float | None
    usual_distance: float | None
