"""How much circumstances tell of an indicator, and how well what is expected holds, in words."""

from __future__ import annotations

from brightfutures.catalogue import Indicator
from brightfutures.findings.expectation_words import with_unit
from brightfutures.findings.figures import counted, figure, number
from brightfutures.measures.expectation.results import ContextEffect, ContextModel

NOTHING, HARDLY = 0.0, 0.05
"""Up to so much of the differences explained, circumstances tell nothing, or hardly anything."""

SHARES = (
    (0.15, "about a tenth"),
    (0.225, "about a fifth"),
    (0.29, "about a quarter"),
    (0.365, "about a third"),
    (0.45, "about two fifths"),
    (0.55, "about half"),
    (0.63, "about three fifths"),
    (0.71, "about two thirds"),
    (0.78, "about three quarters"),
    (0.85, "about four fifths"),
)
"""A share as a person says it, up to each number; beyond the last it is "most"."""

TWO_STANDARD_DEVIATIONS = 1.96


def share_words(explained: float) -> str:
    """A share explained of a twentieth or more: "about a third"."""
    return next((words for up_to, words in SHARES if explained < up_to), "most")


def explained_words(explained: float) -> str:
    """The same for a table's cell, with the number: "about a third (0.34)", "no gain (−0.04)"."""
    shown = number(explained, 2)
    if explained <= NOTHING:
        return f"no gain ({shown})"
    return f"{'hardly any' if explained < HARDLY else share_words(explained)} ({shown})"


def explained_sentence(model: ContextModel) -> str:
    """How much of the differences between councils their circumstances account for."""
    near = "What is expected is then little more than the average of councils."
    if model.explained <= NOTHING:
        return (
            "Councils’ circumstances tell nothing of this measure: for councils left out of the "
            f"reckoning, the average of the others came as near. {near}"
        )
    if model.explained < HARDLY:
        return (
            "Councils’ circumstances tell hardly anything of this measure: for councils left out "
            f"of the reckoning, the average of the others came nearly as near. {near}"
        )
    return (
        f"Councils’ circumstances account for {share_words(model.explained)} of the differences "
        "between them on this measure. The rest is what councils do, what is not measured here, "
        "and chance."
    )


def held_out_sentence(model: ContextModel) -> str:
    """How often the range held the figures of councils that were left out of the fit."""
    share = number(100.0 * model.held_out_within)
    unsure = number(100.0 * TWO_STANDARD_DEVIATIONS * model.sampling_error)
    return (
        f"Of {model.councils} councils, a tenth at a time left out of the reckoning, {share} in "
        f"100 had a figure within the range expected of them. It is made to hold 95 in 100; with "
        f"so many councils the count alone could be {unsure} away from that either way."
    )


def left_out_sentence(model: ContextModel) -> str | None:
    """How many councils had no figure to reckon with, where they are many enough to matter."""
    if model.left_out <= (model.councils + model.left_out) / 10:
        return None
    return (
        f"{counted(model.left_out)} councils had no figure to reckon with. Where that is because "
        "small numbers are withheld, what is expected is too high."
    )


def effect_sentence(indicator: Indicator, effect: ContextEffect) -> str:
    """What goes with one circumstance: from so much where it is low to so much where it is high."""
    low, high = (
        figure(indicator, effect.expected_below),
        with_unit(indicator, effect.expected_above),
    )
    said = (
        f"{effect.variable.title}: from {low} where it is fairly low to {high} where it is "
        "fairly high"
    )
    return f"{said}, all else average" if effect.clear else f"{said}, which may be chance"
