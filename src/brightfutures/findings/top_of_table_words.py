"""The councils at the top of a plain average of figures, and what wobble could explain."""

from __future__ import annotations

from brightfutures.findings.figures import listed
from brightfutures.measures.agreement.results import Agreement
from brightfutures.measures.agreement.top_of_table_results import (
    TOP,
    Dealt,
    TopCount,
    TopOfTable,
    TruthKnown,
)

STEADINESS_NAMES = {
    "single": "The middle one of single measures, a year apart",
    "one_year": "The plain average, a year apart",
    "three_years": "The plain average, three years apart",
    "agreement_of_measures": "The measures of the newest year among themselves",
}
"""What each steadiness is of."""

CHANCES = ((0.1, 100, 2), (0.01, 1000, 3), (0.0001, 10_000, 4))
"""From which p on a chance is said out of how many, and its p with how many decimals."""


def top_sentences(found: Agreement) -> tuple[str, ...]:
    """How the six at the top were judged, beside lots; nothing where no year can be asked."""
    top = found.top
    if not top.rounds:
        return ()
    first, last = top.rounds[0].year, top.rounds[-1].year
    said = [
        f"For each year from {first} to {last} every council was given the plain average of its "
        f"places on all measures with a good direction, and the six at the top were looked up. Of "
        f"{top.places} places there, {top.less_than_good} were held by a council that then stood "
        f"judged less than good, {top.inadequate} of them inadequate; drawing lots would give "
        f"{top.expected:.0f} and {top.expected_inadequate:.0f}.",
    ]
    if top.dealt is not None:
        said.append(_dealt_sentence(top, top.dealt))
    said.append(_two_sentence(top))
    return tuple(said)


def _dealt_sentence(top: TopOfTable, dealt: Dealt) -> str:
    verdict = "that chance would do so is not ruled out"
    if dealt.is_clear:
        way = "fewer" if dealt.z < 0.0 else "more"
        verdict = f"the top holds clearly {way} than chance would put there"
    councils = "1 council" if dealt.councils == 1 else f"{dealt.councils} different councils"
    return (
        f"The {top.places} places were held by {councils}, and a grade stands for years, so they "
        "are not so many trials. Dealing whole councils’ histories of grades out at random gives "
        f"{dealt.expected:.0f}, give or take {dealt.deviation:.0f}; a count as far off "
        f"as {dealt.found} comes up {chance_words(dealt.p)}: {verdict}."
    )


def chance_words(p: float) -> str:
    """How often dealing would lie so far off, with its p."""
    for least, out_of, digits in CHANCES:
        if p >= least:
            return f"{p * out_of:.0f} times in {out_of:,} (p = {p:.{digits}f})"
    return "less than once in 10,000 (p under 0.0001)"


def _two_sentence(top: TopOfTable) -> str:
    said = (
        f"Two or more of the six stood judged less than good in {top.years_with_two} of "
        f"{_years(len(top.rounds))} (lots would give {top.years_with_two_by_lot:.1f})."
    )
    if not top.following:
        return said
    return (
        f"{said} At the next inspection it was so in {top.years_with_two_next} of the "
        f"{_years(len(top.following))} of whose six at least two have been inspected since (lots "
        f"would give {top.years_with_two_next_by_lot:.1f})."
    )


def _years(count: int) -> str:
    return "1 year" if count == 1 else f"{count} years"


def wobble_sentences(found: Agreement) -> tuple[str, ...]:
    """Whether the wobble of figures alone would put so many there."""
    top = found.top
    if not top.rounds or top.one_year is None:
        return ()
    later = f" and {top.three_years:.2f} three years later" if top.three_years is not None else ""
    said = [
        "Figures wobble, so the best-looking councils are in part the luckiest. But such an "
        f"average agrees with itself, over the same measures: by {top.one_year:.2f} a year "
        f"later{later} (1 is wholly, 0 not at all)."
    ]
    known = [one for one in top.known if one.name in ("one_year", "three_years")]
    if known:
        each = [one.less_than_good for one in known]
        least, most = min(each), max(each)
        said.append(
            "If there were one truth, and the grade followed it without fail, wobble of that size "
            f"would put {_range(least, most)} of the six among those judged less than good."
        )
    if top.steadiness_needed is not None:
        said.append(
            f"For wobble alone to have put as many there as were found, {_mean(top)} of six, the "
            f"steadiness would have to be {top.steadiness_needed:.2f}."
        )
        steadiest = min(one for one in (top.one_year, top.three_years) if one is not None)
        if top.steadiness_needed < steadiest:
            said.append(
                "So the wobble of figures does not explain all of it: figures and grades tell of "
                f"different things, or grades wobble too, or grades are old ({_ages(top)})."
            )
        else:
            said.append("So the wobble of figures could explain it.")
    return tuple(said)


def _ages(top: TopOfTable) -> str:
    least, most = (f"{age:.1f}" for age in top.ages)
    old = f"{least} years" if least == most else f"from {least} to {most} years"
    return f"at the end of a year the middle one was {old} old"


def _mean(top: TopOfTable) -> str:
    return f"{TOP * top.less_than_good / top.places:.1f}"


def _range(least: float, most: float) -> str:
    if f"{most:.1f}" == "0.0":
        return "hardly any"
    low = "0" if f"{least:.1f}" == "0.0" else f"{least:.1f}"
    return f"about {most:.1f}" if low == f"{most:.1f}" else f"{low} to {most:.1f}"


def of_words(count: TopCount | None) -> str:
    """So many of so many; a dash where none has been judged."""
    return f"{count.less_than_good} of {count.top}" if count is not None else "–"


def lots_words(count: TopCount | None) -> str:
    """How many lots would give."""
    return f"{count.expected:.1f}" if count is not None else "–"


def known_words(known: TruthKnown) -> tuple[str, ...]:
    """One line of what wobble would do: its steadiness, then counts and chances."""
    return (
        STEADINESS_NAMES[known.name],
        f"{known.steadiness:.2f}",
        _count(known.below_middle),
        _chance(known.two_below_middle),
        _count(known.less_than_good),
        _chance(known.two_less_than_good),
    )


def _count(number: float) -> str:
    return "under 0.01" if number < 0.005 else f"{number:.2f}"


def _chance(share: float) -> str:
    return "under 1" if share < 0.005 else f"{100.0 * share:.0f}"


def earlier_sentence(found: Agreement) -> str | None:
    """Of how many places at the top the grade is of an earlier framework."""
    earlier = sum(entry.earlier for entry in found.top.rounds)
    if not earlier:
        return None
    years = [str(entry.year) for entry in found.top.rounds if entry.earlier]
    return (
        f"For {earlier} of the places the standing grade is of the earlier framework (in "
        f"{listed(years)}), read by pattern from reports, not from a table that Ofsted publishes."
    )
