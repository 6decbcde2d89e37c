"""How far councils' spend for each child lies apart, and among those judged good, in words."""

from __future__ import annotations

from collections.abc import Mapping

from brightfutures.findings.figures import listed, number
from brightfutures.findings.judgement_words import day_in_words
from brightfutures.findings.place_names import placed
from brightfutures.findings.pounds_words import whole_pounds
from brightfutures.findings.sentence_case import with_capital
from brightfutures.money.judged import Judged
from brightfutures.money.sector_figure import SectorFigure
from brightfutures.money.spread import ENDS, FEWEST, Spread

SIDE_BY_SIDE = "Judgements stand beside spending here: neither can be said to have made the other."


def spread_sentence(spread: Spread, period: str, judged: Judged | None = None) -> str:
    """The ten lowest beside the ten highest; of too few councils, that there are too few."""
    of_whom = "Of councils" if judged is None else _judged_words(judged)
    if spread.ends is None:
        have = "has" if spread.councils == 1 else "have"
        return (
            f"{of_whom}, {spread.councils} {have} a figure for {period}: too few to speak of the "
            f"{_ten()} at either end, for which we ask for {FEWEST}."
        )
    ends = spread.ends
    who = "the" if judged is None else f"{of_whom}, the"
    opening = f"In {period} {who}" if judged is None else f"{who}"
    year = "" if judged is None else f" in {period}"
    return (
        f"{opening} {_ten()} that spent least for each child spent "
        f"{whole_pounds(ends.lowest_mean)} on average{year}, and the {_ten()} that spent most "
        f"{whole_pounds(ends.highest_mean)}: {number(ends.ratio, 1)} times as much."
    )


def innermost_sentence(spread: Spread) -> str:
    """What each of the ten at either end spent at most and at least; nothing without ends."""
    if spread.ends is None:
        return ""
    return (
        f"Each of the {_ten()} lowest spent {whole_pounds(spread.ends.under)} or less, and each "
        f"of the {_ten()} highest {whole_pounds(spread.ends.over)} or more."
    )


def left_out_sentence(spread: Spread, names: Mapping[str, str]) -> str:
    """The councils left out for having few children; nothing where there is none."""
    if not spread.too_small:
        return ""
    who = listed([placed(names[code]) for code in spread.too_small])
    is_are = "is" if len(spread.too_small) == 1 else "are"
    said = (
        f"{who} {is_are} left out: so few children live there that one placement moves the figure."
    )
    return with_capital(said)


def sector_sentence(said: SectorFigure, found: Spread) -> str:
    """The sector's figure beside the reading of the files that comes nearest to it."""
    told = (
        f"The sector has said that in {said.period} the {_ten()} councils that spent least of "
        f"those judged good or outstanding each spent under {whole_pounds(said.under_pounds)} "
        f"for each child, and the {_ten()} that spent most each over "
        f"{whole_pounds(said.over_pounds)}."
    )
    if found.ends is None:
        return f"{told} The files that are loaded cannot be read for it."
    return (
        f"{told} It did not say how that was counted. The published files come nearest with "
        f"{whole_pounds(found.ends.under)} and {whole_pounds(found.ends.over)}: all children’s "
        "services with capital from the year’s money, after income, in the section 251 return, by "
        f"the judgements that were public on {day_in_words(said.judged.isoformat())}."
    )


def _judged_words(judged: Judged) -> str:
    day = day_in_words(judged.day.isoformat())
    return (
        f"Of the {len(judged.good_or_outstanding)} councils whose newest overall judgement on "
        f"{day} was good or outstanding"
    )


def _ten() -> str:
    return {10: "ten"}.get(ENDS, str(ENDS))
