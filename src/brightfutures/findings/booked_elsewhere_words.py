"""What is said of pounds that are not on the line of the children who are counted."""

from __future__ import annotations

from collections.abc import Mapping

from brightfutures.findings.figures import listed
from brightfutures.findings.place_names import placed, placed_first
from brightfutures.findings.sentence_case import with_capital
from brightfutures.money.gap_result import GapSplit, LeftInRemainder, NoPrice, WhyLeft

LINE_OF_KIND: Mapping[str, str] = {
    "in_care": "children in care",
    "otherwise_in_need": "other children in need",
    "residential_care": "residential care",
    "fostering": "fostering",
}
"""The lines that price a kind of help, as they stand within a sentence."""

HOW_MUCH: Mapping[WhyLeft, str] = {
    WhyLeft.NO_SPEND: "no spending",
    WhyLeft.BOOKED_ELSEWHERE: "hardly any spending",
    WhyLeft.BELOW_NOUGHT: "spending below nought",
}


def on_the_line(missing: NoPrice) -> str:
    """How much is on which lines: "hardly any spending on the line for children in care"."""
    what = listed([LINE_OF_KIND[kind] for kind in missing.kinds])
    lines = "line" if len(missing.kinds) == 1 else "lines"
    return f"{HOW_MUCH[missing.why]} on the {lines} for {what}"


def why_not_parted(missing: NoPrice) -> str:
    """Why a gap cannot be parted, in one sentence."""
    return f"The return puts {on_the_line(missing)}, so the gap cannot be parted."


def without_pounds_sentence(split: GapSplit, names: Mapping[str, str]) -> str:
    """The councils left out as children stand without their pounds; nothing where there is none."""
    found = [(code, why) for code, why in split.left_out if isinstance(why, NoPrice)]
    if not found:
        return ""
    if len(found) == 1:
        ((code, why),) = found
        return f"{placed_first(names[code])} is left out, as its return puts {on_the_line(why)}."
    who = listed([placed(names[code]) for code, _ in found])
    return (
        f"{with_capital(who)} are left out, as their returns put hardly any spending, or "
        "none, on a line whose children are counted."
    )


IF_ON_ANOTHER = "If its pounds are on another line, the cost told there is too high by them."
"""What a line without its pounds means for the others."""


def why_beside_nothing(one: LeftInRemainder) -> str:
    """Why a kind of help whose children are counted is in the remainder; else nothing."""
    if one.name not in LINE_OF_KIND:
        return ""
    line = LINE_OF_KIND[one.name]
    if one.why is WhyLeft.NO_SPEND:
        return f"For {line}, children are counted, but no pounds on the line. {IF_ON_ANOTHER}"
    if one.why is WhyLeft.BOOKED_ELSEWHERE:
        return (
            f"For {line}, children are counted, but hardly any pounds on the line. {IF_ON_ANOTHER}"
        )
    if one.why is WhyLeft.BELOW_NOUGHT:
        return f"For {line}, the pounds on the line are below nought."
    return ""
