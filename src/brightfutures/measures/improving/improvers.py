"""Who has improved, in words: from the trial of every council of the worse half."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from brightfutures.catalogue import GoodDirection
from brightfutures.measures.cells import number_or_none
from brightfutures.measures.comparison import back
from brightfutures.measures.improving.results import (
    Asking,
    Improvement,
    Improvers,
    Likeness,
    Outcome,
)
from brightfutures.measures.improving.trials import Trial, newest_that_can_be_tried
from brightfutures.measures.intervals import Z_OF_LEVEL
from brightfutures.measures.judge import Judge
from brightfutures.measures.movement import ENDS, readable, why_unreadable, window_of
from brightfutures.measures.results import Gap, Why
from brightfutures.measures.similar import SIMILAR
from brightfutures.measures.study import Study
from brightfutures.measures.two_years import ends_together
from brightfutures.quantities import CannotAnswer


def improvers_of(study: Study, judge: Judge, trial: Trial, row: int | None) -> Improvers:
    """Who improved over the trial's five periods; `row` is the council that asks.

    Clearest first; for a council that asks its similar councils first, in their published
    order, then the others, nearest in context first. It is never one of them itself.
    """
    window = window_of(trial.place)
    assert window is not None, "there is no trial without five periods"
    periods = [study.material.panel.periods[window[end]] for end in ENDS]
    half = trial.rows
    chosen = sorted(np.flatnonzero(trial.improved).tolist(), key=lambda at: -trial.beyond.z[at])
    found = [improvement_of(study, trial, at) for at in chosen]
    asking = None
    if row is not None:
        codes = study.material.panel.areas
        own = next((one for one in found if one.area == codes[row]), None)
        others = [
            replace(one, likeness=likeness_of(judge, row, int(half[at])))
            for one, at in zip(found, chosen, strict=True)
            if one is not own
        ]
        order = _published_order(judge, row)
        found = sorted(others, key=lambda one: _how_like(one, order))
        asking = _asking(study, judge, trial, row, own)
    return Improvers(
        indicator=study.indicator.id,
        began=(periods[0], periods[1]),
        ended=(periods[2], periods[3]),
        read=int(trial.read.sum()),
        half=len(half),
        middle=float(back(study, trial.middle)),
        typical_from=float(back(study, np.median(trial.first[half]))),
        typical_to=float(back(study, np.median(trial.last[half]))),
        found=tuple(found),
        asking=asking,
    )


def improvement_of(study: Study, trial: Trial, at: int) -> Improvement:
    """One council of the half, by its place in it, whether it improved or not.

    The range is that of the improvement beyond the others on the scale, laid on from where it
    would have come had it moved as they did; in number, times the mean denominator of the last
    two periods. What it began and ended with is told of two periods together, and what it gained is
    from there; the range holds it.
    """
    row, expected = int(trial.rows[at]), float(trial.expected[at])
    came = float(back(study, expected))
    began, ended = ends_together(study, row, trial.place)
    net = float(trial.last[row]) - expected
    noise = Z_OF_LEVEL[95.0] * float(np.sqrt(trial.beyond.noise[at]))
    low, high = (float(back(study, expected + net + by)) - came for by in (-noise, noise))
    value = ended - came
    low, high = min(low, value), max(high, value)
    base = study.material.panel.denominator[row, trial.place - 1 : trial.place + 1].mean()
    times = float(base) / study.indicator.per
    return Improvement(
        area=study.material.panel.areas[row],
        from_value=began,
        to_value=ended,
        expected_value=came,
        net=Gap(
            value=value,
            low=low,
            high=high,
            children=value * times,
            children_low=low * times,
            children_high=high * times,
        ),
        z=float(trial.beyond.z[at]),
        q=float(trial.q[at]),
        moved_q=float(trial.moved_q[at]),
    )


def likeness_of(judge: Judge, row: int, other: int) -> Likeness:
    """How like one council is to another: whether listed as similar, and how far in context."""
    comparators = judge.beside(SIMILAR).comparators
    codes = judge.studies.ingredients.places.codes
    return Likeness(
        similar=bool((comparators.index[row] == other).any()),
        closeness=comparators.closeness.get(codes[row], {}).get(codes[other]),
        distance=number_or_none(float(judge.context.distance[row, other])),
    )


def _published_order(judge: Judge, row: int) -> dict[str, int]:
    codes = judge.studies.ingredients.places.codes
    index = judge.beside(SIMILAR).comparators.index[row]
    return {codes[other]: at for at, other in enumerate(index.tolist()) if other >= 0}


def _how_like(one: Improvement, order: dict[str, int]) -> tuple[int, float, float]:
    """What to sort by: place among the similar councils, distance in context, clearness."""
    assert one.likeness is not None
    far = one.likeness.distance
    return order.get(one.area, len(order)), float("inf") if far is None else far, -one.z


def _asking(study: Study, judge: Judge, trial: Trial, row: int, own: Improvement | None) -> Asking:
    """What became of the council that asks."""
    reason, expected = None, None
    if own is not None:
        outcome, expected = Outcome.IMPROVED, own.expected_value
    elif not trial.read[row]:
        outcome = Outcome.CANNOT_SAY
        there = readable(study, trial.place)[row]
        reason = Why.TOO_FEW_CHILDREN if there else why_unreadable(study, row, trial.place)
    elif row in trial.rows:
        outcome = Outcome.NOT_BEYOND_OTHERS
        at = int(np.flatnonzero(trial.rows == row)[0])
        expected = improvement_of(study, trial, at).expected_value
    else:
        outcome = Outcome.BEGAN_IN_BETTER_HALF
    began, ended = ends_together(study, row, trial.place) if trial.read[row] else (np.nan, np.nan)
    return Asking(
        area=study.material.panel.areas[row],
        outcome=outcome,
        reason=reason,
        from_value=number_or_none(began),
        to_value=number_or_none(ended),
        expected_value=expected,
        improvement=own,
        usual_distance=number_or_none(float(judge.context.mean_distance[row])),
    )


def refuse_what_cannot_be_asked(study: Study) -> None:
    """Raises `CannotAnswer` where nobody can be said to have improved, whatever the figures."""
    indicator = study.indicator
    if indicator.good_direction is GoodDirection.NEITHER:
        raise CannotAnswer(
            f"Whether more or less is better is not settled for ‘{indicator.title}’, so nobody can "
            "be said to have improved on it."
        )
    if not study.counted:
        raise CannotAnswer(
            f"No counts are published for ‘{indicator.title}’, so an improvement cannot be told "
            "from chance."
        )
    if study.newest is None:
        raise CannotAnswer(f"No figures are loaded for ‘{indicator.title}’.")


def why_not_tried(study: Study, place: int) -> CannotAnswer:
    """The refusal where too few councils can be read over the five periods that end here."""
    periods, window = study.material.panel.periods, window_of(place)
    if window is not None and any(study.is_pandemic[column] for column in window):
        why = "include some that the pandemic distorted"
    elif window is not None and study.material.broken[window[1] : place + 1].any():
        why = "were not all counted in the same way"
    else:
        why = "are not there for enough councils"
    earlier = newest_that_can_be_tried(study, place)
    hint = f" Those to {periods[earlier]} can be read." if earlier is not None else ""
    return CannotAnswer(
        f"An improvement is read from five periods in a row, and those of "
        f"‘{study.indicator.title}’ to {periods[place]} {why}.{hint}"
    )
