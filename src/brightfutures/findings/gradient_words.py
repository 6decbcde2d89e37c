"""The deprivation gradient in words: fifths of councils, how many times as many, how sure."""

from __future__ import annotations

from collections.abc import Sequence

from brightfutures.findings.england_picture import MeasureGradient
from brightfutures.findings.figures import figure, number, unit_words
from brightfutures.findings.measure_words import in_mid_sentence
from brightfutures.measures.nation.gradient import Gradient
from brightfutures.measures.nation.picture import Deprivation

NOT_A_CAUSE = (
    "These are councils and not families or neighbourhoods: a deprived council has families who "
    "are well off, and the figures do not say which of its children are counted. That the two go "
    "together does not say that one makes the other."
)


def gradient_sentence(one: MeasureGradient) -> str:
    """The most deprived fifth beside the least, and how many times as many, if that can be told."""
    now, indicator = one.now, one.indicator
    most, least = figure(indicator, now.most.rate), figure(indicator, now.least.rate)
    said = (
        f"{indicator.title}: {most} {unit_words(indicator)} in the most deprived fifth of "
        f"councils and {least} in the least deprived, in {now.period}"
    )
    if cannot_tell(now):
        return (
            f"{said}. That is about {times(now)}, but likely between {times_range(now)}, so "
            "which of the two has more cannot be told."
        )
    return f"{said}: about {times(now)} as many, likely between {times_range(now)}."


def cannot_tell(gradient: Gradient) -> bool:
    """Whether the range of the ratio holds one."""
    return 1.0 in gradient.ratio_range


def times(gradient: Gradient) -> str:
    """How many times as many in the most deprived fifth: "1.8 times"."""
    return f"{number(gradient.ratio, 1)} times"


def times_range(gradient: Gradient) -> str:
    """The range of it: "1.5 and 2.1"."""
    span = gradient.ratio_range
    return f"{number(span.low, 1)} and {number(span.high, 1)}"


def times_cell(gradient: Gradient | None) -> str:
    """The same for a table: "1.8 (1.5 to 2.1)", a dash where there is none."""
    if gradient is None:
        return "–"
    span = gradient.ratio_range
    return f"{number(gradient.ratio, 1)} ({number(span.low, 1)} to {number(span.high, 1)})"


def through_time(one: MeasureGradient) -> str:
    """The ratio in the first period beside the newest; told apart only where ranges do."""
    first, now = one.first, one.now
    if first is None:
        return ""
    said = (
        f"In {first.period}, parted as today, it was {times(first)}, likely between "
        f"{times_range(first)}"
    )
    if first.ratio_range.high < now.ratio_range.low:
        return f"{said}: it is wider now."
    if first.ratio_range.low > now.ratio_range.high:
        return f"{said}: it is narrower now."
    return f"{said}: the ranges overlap, so whether it has changed cannot be told."


def how_parted(deprivation: Deprivation, councils: int) -> str:
    """By what the councils are parted, and how different the ends are."""
    return (
        f"Today’s councils in order of the share of their children in "
        f"{in_mid_sentence(deprivation.variable.title).removeprefix('children in ')} "
        f"({deprivation.period.label}), in five groups of as many councils. In the middle council "
        f"of the most deprived fifth it is {number(deprivation.most)}%, of the least "
        f"{number(deprivation.least)}%. {councils} councils have a figure. The slope is how many "
        "more the most deprived end of England has than the least, by the line through all five."
    )


def otherwise_sentence(gradients: Sequence[MeasureGradient], other: Deprivation | None) -> str:
    """What it comes to when councils are parted by another circumstance; nothing without one."""
    told = [one for one in gradients if one.otherwise is not None]
    if other is None or not told or told[0].otherwise is None:
        return ""
    first = told[0]
    return (
        f"It depends on how deprivation is counted. With councils parted by "
        f"{in_mid_sentence(other.variable.title)} ({other.period.label}), it is "
        f"{times(told[0].otherwise)} on “{first.indicator.title}”, likely between "
        f"{times_range(told[0].otherwise)}."
    )
