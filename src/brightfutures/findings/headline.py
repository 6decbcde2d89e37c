"""Chooses among findings: the one sentence at the top of a council's page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from brightfutures.catalogue import Indicator
from brightfutures.findings.companions import rests_on_unaccompanied_children
from brightfutures.findings.few import is_few
from brightfutures.findings.finding import MOST_WORDS, Certainty, Evidence, Finding
from brightfutures.findings.place_names import placed
from brightfutures.findings.tense import in_the_past
from brightfutures.findings.verdict_words import ABOVE, DIFFERENT, UNUSUAL, others
from brightfutures.measures.results import Comparison, Level, Why
from brightfutures.quantities import Missing, Period, PeriodKind, Reason


def is_behind(comparison: Comparison, last_year: int | None = None) -> bool:
    """Whether the figure is more than a year behind the newest of its indicator.

    `last_year` is the year in which a former council ended; nothing later is expected of it.
    """
    newest = end_year(comparison.newest_period)
    expected = newest if last_year is None else min(newest, last_year)
    return expected - end_year(comparison.period) > 1


@cache
def end_year(label: str) -> int:
    """The year in which a period of this label ends."""
    kind = PeriodKind.FINANCIAL_YEAR if "-" in label else PeriodKind.CALENDAR_YEAR
    return Period(kind, label).end_year


def headline_comparison(
    indicators: Mapping[str, Indicator],
    comparisons: Sequence[Comparison],
    *,
    last_year: int | None = None,
    of_all: bool = False,
) -> Comparison | None:
    """The comparison that makes the headline, or none.

    Of the indicators that the catalogue lets be a headline (with `of_all`, of all that are handed
    in) and whose verdict is a difference, the one farthest outside the usual spread; those unusual
    in two periods come first. A figure more than a year behind its source's newest (or, of a
    former council, behind its last year) is never the headline, nor is one that is withheld or
    rests on few.
    """
    candidates = [
        comparison
        for comparison in comparisons
        if (of_all or indicators[comparison.indicator].headline)
        and comparison.verdict.level in DIFFERENT
        and not is_behind(comparison, last_year)
        and not is_few(indicators[comparison.indicator], comparison)
    ]
    return max(
        candidates,
        key=lambda comparison: (
            comparison.verdict.level in UNUSUAL,
            abs(comparison.verdict.z_usual or 0.0),
            abs(comparison.verdict.z_wobble or 0.0),
        ),
        default=None,
    )


def headline(
    indicators: Mapping[str, Indicator],
    comparisons: Sequence[Comparison],
    council: str,
    *,
    last_year: int | None = None,
    beside: Mapping[str, Comparison] | None = None,
) -> Finding:
    """The headline: the clearest difference, or that there is none, or that few can be told.

    Of a former council (one with a `last_year`) it is said in the past tense.
    """
    ended = last_year is not None
    chosen = headline_comparison(indicators, comparisons, last_year=last_year)
    if chosen is not None:
        return Finding(
            sentence=leading_sentence(indicators, chosen, council, beside or {}, ended=ended),
            certainty=Certainty.TESTED,
            evidence=(Evidence(indicator=chosen.indicator, period=chosen.period),),
        )
    tested = [entry for entry in comparisons if entry.verdict.level is not Level.CANNOT_SAY]
    same = sum(entry.verdict.level is Level.ABOUT_THE_SAME for entry in tested)
    if len(tested) < 6:
        return Finding(
            sentence=_nothing_to_test(comparisons, council, ended=ended),
            certainty=Certainty.AS_PUBLISHED,
        )
    on = f"all {same}" if same == len(tested) else f"{same} of the {len(tested)}"
    can, shows = ("could", "showed") if ended else ("can", "shows")
    return Finding(
        sentence=(
            f"On {on} measures that {can} be tested, {placed(council)} {shows} no clear "
            "difference from other councils"
        ),
        certainty=Certainty.TESTED,
        evidence=tuple(
            Evidence(indicator=entry.indicator, period=entry.period) for entry in tested
        ),
    )


def leading_sentence(
    indicators: Mapping[str, Indicator],
    chosen: Comparison,
    council: str,
    beside: Mapping[str, Comparison],
    *,
    ended: bool = False,
) -> str:
    """A difference as a headline, with what must be known of it, without a full stop.

    `beside` holds the council's other comparisons, among them the one without unaccompanied
    children; a council that has `ended` is spoken of in the past tense.
    """
    sentence = difference_sentence(indicators[chosen.indicator], chosen, council, ended=ended)
    if not rests_on_unaccompanied_children(chosen, beside):
        return sentence
    return first_sayable(
        f"{sentence}, but not once unaccompanied children are left out",
        f"{sentence}, but not without unaccompanied children",
    )


def _nothing_to_test(comparisons: Sequence[Comparison], council: str, *, ended: bool) -> str:
    """Why: the figures are not there, as of a council long ended, or few councils or children."""
    absent = {Reason.DID_NOT_EXIST, Reason.NOT_RETURNED, Reason.UNAVAILABLE}
    missing = [entry.here.value for entry in comparisons if isinstance(entry.here.value, Missing)]
    gone = sum(not absent.isdisjoint(value.reasons) for value in missing)
    if 2 * gone > len(comparisons):
        return f"Most figures of this health check are not published for {placed(council)}"
    if too_few_beside(comparisons):
        return f"Too few councils stand beside {placed(council)} for most figures to be tested"
    there = "There were" if ended else "There are"
    return f"{there} too few children in {placed(council)} for most figures to be tested"


def too_few_beside(comparisons: Sequence[Comparison]) -> bool:
    """Whether most cannot be tested for want of councils beside: a reader chose but a few."""
    alone = sum(entry.verdict.reason is Why.TOO_FEW_COMPARATORS for entry in comparisons)
    return 2 * alone > len(comparisons)


def difference_sentence(
    indicator: Indicator,
    comparison: Comparison,
    council: str,
    whom: str | None = None,
    *,
    ended: bool = False,
) -> str:
    """A difference as a person says it, without a full stop.

    `whom` are the words for those it is compared with, where they are to be other than usual;
    a council that has `ended` is spoken of in the past tense.
    """
    above = comparison.verdict.level in ABOVE
    said = indicator.said_higher if above else indicator.said_lower
    in_short = (
        f"{indicator.title}: {'higher' if above else 'lower'} in {{council}} than in {{others}}"
    )
    tense = in_the_past if ended else str
    beside = whom or others(comparison.verdict)
    ways = (
        tense(way).format(council=placed(council), others=beside)
        for way in (said or in_short, in_short)
    )
    last = tense(in_short.replace("in {others}", "elsewhere")).format(council=placed(council))
    return first_sayable(*ways, last)


def first_sayable(*ways: str) -> str:
    """The first of several ways of saying a headline that is short enough; else the last."""
    return next((way for way in ways if len(way.split()) <= MOST_WORDS), ways[-1])
