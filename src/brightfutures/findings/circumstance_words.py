"""In what a council differs from those it is compared with: its circumstances, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from brightfutures.findings.comparison_words import Whom
from brightfutures.findings.context_words import circumstance, place_words
from brightfutures.findings.figures import counted, listed
from brightfutures.findings.place_names import placed, placed_first
from brightfutures.measures.context.circumstances import Circumstance

CLEARLY_BEYOND = 0.25
"""Standard deviations by which a council must lie above or below all the others to be told apart;
less is a difference in the second figure."""

HAS = {
    "number_of_children": ("more children", "fewer children"),
    "children_per_square_kilometre": (
        "more children for each square kilometre",
        "fewer children for each square kilometre",
    ),
    "unaccompanied_children_in_care": (
        "more unaccompanied children in care for its size",
        "fewer unaccompanied children in care for its size",
    ),
}
"""What a council has that lies above, or below, the others; of any other circumstance a share."""


@dataclass(frozen=True, kw_only=True)
class CircumstanceRow:
    """One circumstance as it stands in a table: ours, theirs and where we lie in England."""

    title: str
    sentence: str
    when: str
    ours: str
    average: str
    least_to_most: str
    place: str


def circumstance_rows(each: Sequence[Circumstance]) -> tuple[CircumstanceRow, ...]:
    """Every circumstance, in its unit."""
    return tuple(
        CircumstanceRow(
            title=one.variable.title,
            sentence=one.variable.sentence,
            when=", ".join(filter(None, (per_unit(one).strip(), _when(one)))),
            ours=circumstance(one.variable, one.value),
            average=circumstance(one.variable, one.mean),
            least_to_most=_span(one),
            place=place_words(one.score),
        )
        for one in each
    )


def _when(one: Circumstance) -> str:
    return one.period.in_words() if one.period else "not loaded"


def _span(one: Circumstance) -> str:
    if one.low is None or one.high is None:
        return "–"
    low, high = circumstance(one.variable, one.low), circumstance(one.variable, one.high)
    return low if low == high else f"{low} to {high}"


def farthest_beyond(each: Sequence[Circumstance]) -> Circumstance | None:
    """The circumstance in which the council lies farthest above or below all the others."""
    found = [one for one in each if abs(one.beyond) >= CLEARLY_BEYOND]
    return max(found, key=lambda one: abs(one.beyond), default=None)


def circumstance_headline(each: Sequence[Circumstance], council: str, whom: Whom) -> str:
    """In what the council is unlike all of those beside it, or that it lies among them."""
    known = [one for one in each if one.score is not None and one.known]
    if not known:
        return f"Too little is known of {placed(council)} to say in what it differs from others"
    farthest = farthest_beyond(known)
    if farthest is not None:
        return f"{placed_first(council)} has {_has(farthest)} than any of {whom.councils}"
    close = "" if all(one.beyond == 0.0 for one in known) else "or close to "
    within = f"{placed(council)} lies within {close}the range of {whom.councils}"
    if len(known) == 1:
        return f"In the one circumstance known, {within}"
    number = counted(len(known)).lower()
    which = "compared" if len(known) == len(each) else "that are known"
    every = "all" if len(known) == len(each) else "the"
    return f"In {every} {number} circumstances {which}, {within}"


def _has(one: Circumstance) -> str:
    more, fewer = HAS.get(one.variable.id, ("", ""))
    if not more:
        title = in_a_sentence(one)
        more, fewer = f"a larger share of {title}", f"a smaller share of {title}"
    return more if one.beyond > 0 else fewer


def in_a_sentence(one: Circumstance) -> str:
    """A circumstance's name as it stands within a sentence, without a comma."""
    title = one.variable.title.replace(",", "")
    return f"{title[0].lower()}{title[1:]}"


def differ_most_sentence(each: Sequence[Circumstance]) -> str | None:
    """The circumstance in which the others, taken together, are least like the council.

    It follows on a sentence that names them.
    """
    known = [one for one in each if one.score is not None and one.mean_score is not None]
    if not known:
        return None
    most = max(known, key=_apart)
    ours, theirs = (circumstance(most.variable, value) for value in (most.value, most.mean))
    if ours == theirs:
        return "Taken together they hardly differ from it in any of the circumstances compared."
    return (
        f"Taken together they differ from it most in {in_a_sentence(most)}: "
        f"{ours}{per_unit(most)} here, {theirs} on average among them."
    )


def per_unit(one: Circumstance) -> str:
    """Of how many a rate is, after its figure: " per 10,000 children"; empty for other kinds."""
    return f" {one.variable.unit}" if one.variable.per > 100 else ""


def _apart(one: Circumstance) -> float:
    return abs((one.score or 0.0) - (one.mean_score or 0.0))


def beyond_sentence(each: Sequence[Circumstance]) -> str | None:
    """All circumstances in which the council lies clearly above or below every other one.

    Nothing where that is only the one that the headline is about.
    """
    above = [in_a_sentence(one) for one in each if one.beyond >= CLEARLY_BEYOND]
    below = [in_a_sentence(one) for one in each if one.beyond <= -CLEARLY_BEYOND]
    if len(above) + len(below) < 2:
        return None
    said = [
        f"{side} all of them in {listed(titles)}"
        for side, titles in (("above", above), ("below", below))
        if titles
    ]
    return f"It lies clearly {listed(said)}." if said else None
