"""The councils at the top of a plain average of figures, and what wobble could explain."""

from __future__ import annotations

from brightfutures.findings.figures import listed
from brightfutures.measures.agreement_results import Agreement
from brightfutures.measures.top_of_table_results import TOP, TopCount, TopOfTable, TruthKnown

STEADINESS_NAMES = {
    "single": "The middle one of single measures, a year apart",
    "one_year": "The plain average, a year apart",
    "three_years": "The plain average, three years apart",
    "agreement_of_measures": "The measures of the newest year among themselves",
}
"""What each steadiness is of."""


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
        _two_sentence(top),
    ]
    if found.whole.after is not None and not found.whole.after.is_clear:
        said.append(
            "The average does not clearly go with the grade, so fewer than drawing lots would give "
            "may itself be chance: much the same councils stand at the top year after year."
        )
    else:
        said.append(
            "Much the same councils stand at the top year after year, so the years are not so many "
            "trials: whether the average goes with the grade is tested above."
        )
    return tuple(said)


def _two_sentence(top: TopOfTable) -> str:
    years = len(top.rounds)
    next_time = (
        f", and in {top.years_with_two_next} of {len(top.following)} when they were next inspected"
        if top.following
        else ""
    )
    return (
        f"Two or more of the six stood judged less than good in {top.years_with_two} of {years} "
        f"years{next_time}."
    )


def wobble_sentences(found: Agreement) -> tuple[str, ...]:
    """Whether the wobble of figures alone would put so many there."""
    top = found.top
    if not top.rounds or top.one_year is None:
        return ()
    later = f" and {top.three_years:.2f} three years later" if top.three_years is not None else ""
    said = [
        "Figures wobble, so the best-looking councils are in part the luckiest. But such an "
        f"average agrees with itself: by {top.one_year:.2f} a year later{later} (1 is wholly, 0 "
        "not at all)."
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
                "different things, or grades wobble too."
            )
        else:
            said.append("So the wobble of figures could explain it.")
    return tuple(said)


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
