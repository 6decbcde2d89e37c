"""References between declarations: every id that is named must be declared."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from brightfutures.catalogue.breakdown_references import check_breakdowns
from brightfutures.catalogue.checks import check_rules
from brightfutures.catalogue.context_references import check_circumstance
from brightfutures.catalogue.declarations import CatalogueError
from brightfutures.catalogue.indicators import (
    OUTCOMES,
    PRIORITIES,
    Indicator,
    IndicatorKind,
    IntervalMethod,
)
from brightfutures.catalogue.priority_references import check_priorities
from brightfutures.catalogue.sources import Read, Source
from brightfutures.catalogue.stage_references import check_stages

if TYPE_CHECKING:
    from brightfutures.catalogue.catalogue import Catalogue


def check_references(catalogue: Catalogue) -> None:
    """Raise `CatalogueError` at the first broken reference or contradiction."""
    read_by = {
        source.id: {read.series for read in _reads(source)} for source in catalogue.sources.values()
    }
    for series in catalogue.series.values():
        for name in series.sources:
            if name not in read_by:
                raise CatalogueError(f"Series '{series.id}' names an unknown source '{name}'.")
            if series.id not in read_by[name]:
                raise CatalogueError(
                    f"Series '{series.id}' names source '{name}', which does not read it."
                )
    for source in catalogue.sources.values():
        for read in _reads(source):
            series_read = catalogue.series.get(read.series)
            if series_read is None or source.id not in series_read.sources:
                raise CatalogueError(
                    f"Source '{source.id}' reads '{read.series}', which does not name it."
                )
    for indicator in catalogue.indicators.values():
        _check_indicator(catalogue, indicator)
    _check_names_in_other_tools(catalogue)
    for variable in catalogue.context.values():
        check_circumstance(catalogue, variable)
    _check_outcomes(catalogue)
    check_priorities(catalogue)
    check_stages(catalogue)
    check_breakdowns(catalogue)
    _check_questions(catalogue)
    check_rules(catalogue.checks, catalogue.spending, catalogue.series)


def _check_questions(catalogue: Catalogue) -> None:
    """What no figure tells is told under a heading that is declared, where headings are."""
    for question in catalogue.questions.values():
        if question.outcome and catalogue.outcomes and question.outcome not in catalogue.outcomes:
            raise CatalogueError(
                f"Question '{question.id}' names an unknown outcome '{question.outcome}'."
            )


def _check_outcomes(catalogue: Catalogue) -> None:
    """All of the framework's headings under its own names and in its own order, or none at all."""
    declared = [outcome.name for outcome in catalogue.outcomes.values()]
    for name, expected in zip_longest(declared, OUTCOMES):
        if declared and name != expected:
            raise CatalogueError(
                f"outcomes.toml has '{name}' where the National Framework has '{expected}'."
            )


def _reads(source: Source) -> list[Read]:
    return [*source.reads, *(read for file in source.files for read in file.reads)]


def _check_names_in_other_tools(catalogue: Catalogue) -> None:
    """One measure of another tool is one indicator of ours."""
    claimed: dict[tuple[str, str], str] = {}
    for indicator in catalogue.indicators.values():
        row = indicator.dashboard.title if indicator.dashboard else None
        for tool, name in (("lait_key", indicator.lait_key), ("dashboard", row)):
            if name is None:
                continue
            if (tool, name) in claimed:
                raise CatalogueError(
                    f"Indicators '{claimed[tool, name]}' and '{indicator.id}' both have the "
                    f"{tool} '{name}'."
                )
            claimed[tool, name] = indicator.id


def _check_indicator(catalogue: Catalogue, indicator: Indicator) -> None:
    def refuse(what: str) -> None:
        raise CatalogueError(f"Indicator '{indicator.id}' {what}.")

    named = (*indicator.numerator, *indicator.numerator_less, *indicator.denominator)
    for series in (*named, *((indicator.printed,) if indicator.printed else ())):
        if series not in catalogue.series:
            refuse(f"names an unknown series '{series}'")
    for code in indicator.warnings:
        if code not in catalogue.warnings:
            refuse(f"names an unknown warning '{code}'")
    for code in indicator.questions:
        if code not in catalogue.questions:
            refuse(f"names an unknown question '{code}'")
    for other in indicator.read_with:
        if other not in catalogue.indicators or other == indicator.id:
            refuse(f"is to be read with an unknown indicator '{other}'")
    if indicator.outcome not in OUTCOMES:
        refuse(
            f"names an outcome or enabler that the National Framework lacks: {indicator.outcome}"
        )
    if indicator.priority not in PRIORITIES:
        refuse(f"names an unknown priority: {indicator.priority}")
    expected = {
        IndicatorKind.RATE: IntervalMethod.BYAR,
        IndicatorKind.PROPORTION: IntervalMethod.WILSON,
    }.get(indicator.kind, IntervalMethod.NONE)
    if indicator.interval is not expected:
        refuse(f"is a {indicator.kind} and so has the interval '{expected}'")
    if (indicator.kind is IndicatorKind.FIGURE) == bool(indicator.denominator):
        refuse("has a denominator exactly if it is not a published figure")
    if indicator.printed_for_regions_and_england and not indicator.printed:
        refuse("names no printed figure to give regions and England")
    kinds = {catalogue.series[series].period_kind for series in indicator.numerator}
    if len(kinds) != 1:
        refuse("adds series of different kinds of period")
