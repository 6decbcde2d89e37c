"""A funnel in words: how many councils lie outside its lines, and what the lines are."""

from __future__ import annotations

from brightfutures.measures.funnel import Funnel


def funnel_message(funnel: Funnel, *, with_chance: bool = True) -> str:
    """What the funnel shows, as its headline."""
    usual = funnel.outside_usual
    if not with_chance:
        outside = usual or 0
        return f"{outside} of {funnel.councils} councils {_lie(outside)} outside the usual spread"
    said = (
        f"{funnel.outside_chance} of {funnel.councils} councils {_lie(funnel.outside_chance)} "
        "further out than chance alone would put them"
    )
    if usual is None:
        return said
    return f"{said}; {usual or 'none'} {_lie(usual or 1)} outside the usual spread"


def _lie(count: int) -> str:
    return "lies" if count == 1 else "lie"


def funnel_notes(funnel: Funnel, *, with_chance: bool = True) -> tuple[str, ...]:
    """What the lines and marks of a funnel are."""
    said = []
    if with_chance:
        said.append("Dotted: where 95 in 100 councils would lie if chance alone set them apart.")
    if funnel.outside_usual is not None:
        said.append(
            "Solid: where 95 in 100 lie if councils also differ as much as they ordinarily do on "
            "this figure; about one in twenty would lie outside, however alike they were."
        )
    outer = " and ".join(
        [
            *(["sparser dots"] if with_chance else []),
            *(["the thin line"] if funnel.outside_usual is not None else []),
        ]
    )
    said.append(f"{outer.capitalize()}: 998 in 1,000.")
    return (" ".join(said), TRIANGLES)


TRIANGLES = (
    "A triangle is a council called higher or lower. That is judged by how far a figure ordinarily "
    "strays over the years, not by these lines, so the two need not agree."
)
