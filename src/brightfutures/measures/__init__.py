"""Floor 4: how do we compare? Panels, intervals, similar councils, verdicts, movement."""

from brightfutures.measures.judge import LEAST_ALIKE, Against
from brightfutures.measures.measures import Measures
from brightfutures.measures.results import (
    Approach,
    Cell,
    Comparator,
    Comparison,
    Direction,
    Gap,
    Level,
    Moved,
    Movement,
    RankRange,
    SimilarCouncils,
    SimilarPeriod,
    Steadiness,
    Verdict,
    Why,
    Wobble,
)

__all__ = [
    "LEAST_ALIKE",
    "Against",
    "Approach",
    "Cell",
    "Comparator",
    "Comparison",
    "Direction",
    "Gap",
    "Level",
    "Measures",
    "Moved",
    "Movement",
    "RankRange",
    "SimilarCouncils",
    "SimilarPeriod",
    "Steadiness",
    "Verdict",
    "Why",
    "Wobble",
]
