"""A council's health check: every comparison, the headline, the bullets and what is beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from brightfutures.catalogue import Catalogue, Geography, Indicator
from brightfutures.findings.area_notes import area_notes
from brightfutures.findings.bullets import (
    what_is_spent,
    what_to_ask_first,
    where_it_comes_from,
    whom_to_ask_now,
)
from brightfutures.findings.companions import companion_sentence
from brightfutures.findings.comparison_words import whom_of
from brightfutures.findings.few import few_children_note
from brightfutures.findings.figures import (
    children_words,
    counted,
    figure,
    figure_sentence,
    missing_sentences,
    period_words,
)
from brightfutures.findings.finding import Finding
from brightfutures.findings.headline import headline, headline_comparison, too_few_beside
from brightfutures.findings.judgement_words import JudgementWords, newest_judgement
from brightfutures.findings.notes import moved_sentence
from brightfutures.findings.place_names import placed
from brightfutures.findings.said import Said
from brightfutures.findings.verdict_words import (
    DIFFERENT,
    average_sentence,
    others,
    size_of_gap,
)
from brightfutures.findings.what_differs import what_differs
from brightfutures.findings.what_has_changed import what_has_changed
from brightfutures.measures.results import Comparison, Level, Movement
from brightfutures.money.gap_result import GapSplit
from brightfutures.money.other_return import OtherReturn
from brightfutures.published.readings import Judgement
from brightfutures.quantities import Area, CannotAnswer, Missing

STANDING_INDICATOR = "children_looked_after_rate"
"""What the page's chart shows where no difference makes the headline."""

WHAT_HAS_CHANGED = "What has changed"

HOW_MANY_ARE_IN_CARE = (
    "children_looked_after_rate",
    "children_looked_after_without_unaccompanied_children_rate",
)


@dataclass(frozen=True, kw_only=True)
class Tally:
    """How many of the fixed set could be tested, and how many of those differ."""

    tested: int
    different: int
    same: int
    cannot_say: int


@dataclass(frozen=True, kw_only=True)
class HealthCheck:
    """All that a council's page says, as values and sentences.

    `what_has_changed` is None of a council that has ended.
    """

    area: Area
    headline: Finding
    leading: Comparison
    lead: tuple[str, ...]
    flow_label: str
    where_it_comes_from: Finding
    what_is_spent: Finding
    what_has_changed: Said | None
    what_to_ask_first: Finding
    comparisons: Mapping[str, Comparison]
    tally: Tally
    tally_sentence: str
    judgement: JudgementWords | None
    area_notes: tuple[str, ...]

    @property
    def points(self) -> tuple[tuple[str, Finding], ...]:
        """The bullets, each with the words before it: three, and what has changed."""
        ended, changed = self.area.is_former, self.what_has_changed
        return (
            (self.flow_label, self.where_it_comes_from),
            ("What was spent" if ended else "What is spent", self.what_is_spent),
            ("Whom to ask now" if ended else "What to ask first", self.what_to_ask_first),
            *(((WHAT_HAS_CHANGED, changed.finding),) if changed else ()),
        )

    def measured(self, catalogue: Catalogue, *, in_the_set: bool) -> tuple[Indicator, ...]:
        """The indicators that have a comparison, of the fixed set or of the others, in order.

        A store that holds only some publications has figures for only some indicators.
        """
        return tuple(
            entry
            for entry in catalogue.indicators.values()
            if entry.health_check is in_the_set and entry.id in self.comparisons
        )


def health_check(
    catalogue: Catalogue,
    geography: Geography,
    area: Area,
    comparisons: Sequence[Comparison],
    judgements: Sequence[Judgement],
    publications: Mapping[str, str] | None = None,
    split: GapSplit | None = None,
    other: OtherReturn | None = None,
) -> HealthCheck:
    """The health check of one council from all its comparisons, in the catalogue's order.

    `publications` says which publication each file of judgements is of; `split` is that of the
    gap in spending for each child of the newest year, where there is one, and `other` what its
    other return tells of that year.
    """
    by_id = {comparison.indicator: comparison for comparison in comparisons}
    fixed_set = [by_id[entry.id] for entry in catalogue.health_check_set() if entry.id in by_id]
    last_year = area.last.year if area.last else None
    chosen = headline_comparison(catalogue.indicators, fixed_set, last_year=last_year)
    leading = chosen or by_id.get(STANDING_INDICATOR) or next(iter(fixed_set), None)
    if leading is None:
        raise CannotAnswer(
            "The files that are loaded hold no measure of the health check; docs/statistics.md "
            "lists the publications that do."
        )
    tally = _tally(fixed_set)
    return HealthCheck(
        area=area,
        headline=headline(
            catalogue.indicators, fixed_set, area.name, last_year=last_year, beside=by_id
        ),
        leading=leading,
        lead=(
            *_unnamed(catalogue, chosen, fixed_set, area),
            *lead_sentences(catalogue, leading, area.name, by_id, ended=area.is_former),
        ),
        flow_label=_flow_label(catalogue.indicators[leading.indicator], area),
        where_it_comes_from=where_it_comes_from(catalogue.indicators, by_id),
        what_is_spent=what_is_spent(catalogue.indicators, by_id, split, other),
        what_has_changed=None
        if area.is_former
        else what_has_changed(catalogue.indicators, fixed_set),
        what_to_ask_first=whom_to_ask_now([geography.by_code[it].name for it in area.successors])
        if area.is_former
        else what_to_ask_first(catalogue, leading, by_id),
        comparisons=by_id,
        tally=tally,
        tally_sentence=_tally_sentence(tally, area, few_beside=too_few_beside(fixed_set)),
        judgement=newest_judgement(judgements, publications),
        area_notes=(
            *few_children_note(catalogue.indicators, fixed_set, area.name),
            *area_notes(geography, area),
        ),
    )


def _unnamed(
    catalogue: Catalogue, chosen: Comparison | None, fixed_set: Sequence[Comparison], area: Area
) -> tuple[str, ...]:
    """The measures that differ where the headline is of none of them, by their names."""
    if chosen is not None:
        return ()
    said = what_differs(catalogue.indicators, fixed_set, ended=area.is_former)
    return (said,) if said else ()


def _flow_label(leading: Indicator, area: Area) -> str:
    """Entries, stays and exits explain how many are in care; beside any other they stand alone."""
    if leading.id not in HOW_MANY_ARE_IN_CARE:
        return "Into and out of care"
    return "Where it came from" if area.is_former else "Where it comes from"


def _tally(comparisons: Sequence[Comparison]) -> Tally:
    levels = [comparison.verdict.level for comparison in comparisons]
    return Tally(
        tested=sum(level is not Level.CANNOT_SAY for level in levels),
        different=sum(level in DIFFERENT for level in levels),
        same=sum(level is Level.ABOUT_THE_SAME for level in levels),
        cannot_say=sum(level is Level.CANNOT_SAY for level in levels),
    )


def _tally_sentence(tally: Tally, area: Area, *, few_beside: bool) -> str:
    """How many measures of the fixed set differ; one that does differ is always in the table."""
    council, ended = placed(area.name), area.is_former
    if not tally.tested:
        can, are = ("could", "were") if ended else ("can", "are")
        why = f"the figures {are} withheld, missing or too small"
        if few_beside:
            why = "that takes six councils to compare with"
        return f"None of the {tally.cannot_say} measures {can} be tested for {council}: {why}."
    differs = "differed" if ended else "differs" if tally.different == 1 else "differ"
    shows = "showed" if ended else "shows" if tally.same == 1 else "show"
    said = (
        f"The health check has {tally.tested + tally.cannot_say} measures. Of these, "
        f"{tally.different} {differs} by more than the ordinary wobble, and {tally.same} {shows} "
        "no clear difference from other councils."
    )
    if tally.cannot_say:
        said += f" For {tally.cannot_say} the data cannot say."
    return said


def lead_sentences(
    catalogue: Catalogue,
    comparison: Comparison,
    council: str,
    comparisons: Mapping[str, Comparison] | None = None,
    *,
    ended: bool = False,
) -> tuple[str, ...]:
    """The figure, what it is compared with, the gap in children, and whether it has moved.

    Of a council that has `ended` the figure and its comparison are said in the past tense.
    """
    indicator = catalogue.indicators[comparison.indicator]
    here = comparison.here.value
    if isinstance(here, Missing):
        when = period_words(catalogue, indicator, comparison.period)
        return (f"{indicator.title} {when}: {missing_sentences(here)}",)
    sentences = [figure_sentence(indicator, council, here, comparison.period, ended=ended)]
    sentences += filter(None, [beside_sentence(indicator, comparison, ended=ended)])
    similar = comparison.similar
    said = similar is not None and similar.set == comparison.verdict.against
    sentences += gap_sentences(catalogue, comparison, ended=ended, average_said=said)
    without = companion_sentence(catalogue.indicators, comparison, comparisons or {}, ended=ended)
    if without:
        sentences.append(without)
    if comparison.moved is not None and comparison.moved.level is not Movement.CANNOT_SAY:
        sentences += filter(None, [moved_sentence(indicator, comparison.moved, ended=ended)])
    return tuple(sentences)


def gap_sentences(
    catalogue: Catalogue,
    comparison: Comparison,
    *,
    ended: bool = False,
    average_said: bool = False,
) -> tuple[str, ...]:
    """How far a figure that differs lies from its comparison, in its own unit and in children.

    Before it what that is measured from, where no figure beside it says so. None of one that does
    not differ, or that counts no children. `average_said`: the sentence before gives the average.
    """
    indicator, verdict = catalogue.indicators[comparison.indicator], comparison.verdict
    gap = verdict.gap
    if gap is None or gap.children is None or verdict.level not in DIFFERENT:
        return ()
    low, high = sorted((abs(gap.children_low or 0.0), abs(gap.children_high or 0.0)))
    more = "more" if gap.children > 0 else "fewer"
    what = catalogue.series[indicator.numerator[0]].unit
    average = average_sentence(indicator, verdict, ended=ended)
    to, was = "that" if average else others(verdict), "was" if ended else "is"
    if average and average_said:
        average, to = None, "their average"
    said = (
        f"The gap to {to} {was} {size_of_gap(indicator, comparison, gap)}: "
        f"about {children_words(gap.children)} {more} {what}, likely between "
        f"{children_words(low)} and {children_words(high)}."
    )
    return (average, said) if average else (said,)


def beside_sentence(
    indicator: Indicator, comparison: Comparison, *, ended: bool = False
) -> str | None:
    """The average of those it is compared with and England's figure, where either is known."""
    parts: list[str] = []
    verb, stands, was = ("averaged", "stood", "was") if ended else ("average", "stands", "is")
    similar = comparison.similar
    if similar is not None and similar.mean is not None:
        average, of = figure(indicator, similar.mean), whom_of(comparison)
        parts.append(
            f"The one council beside it that has a figure {stands} at {average}"
            if similar.with_value == 1
            else f"{counted(similar.with_value)} {of.after_number} {verb} {average}"
        )
    england = comparison.england
    if england is not None and not isinstance(england.value, Missing):
        parts.append(f"England’s figure {was} {figure(indicator, england.value)}")
    return f"{'; '.join(parts)}." if parts else None
