"""What England looks like now, in three findings: the first page.

The rule. Of each stage of the child's journey, of the measures of the health check, the one is
taken whose figure for England lies furthest beyond what it ordinarily moves in a year from where
it was ten years before, or five where ten cannot be read; of the stages, the three of which that
is furthest; they are told in the journey's order. Where fewer than three have moved, measures
that have not are told of, and after them figures alone. A figure more than a year behind the
newest is never told. It is called higher or lower than it was, and no trend is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from brightfutures.catalogue import Catalogue, Indicator, Stage
from brightfutures.findings.companions import WITHOUT_UNACCOMPANIED
from brightfutures.findings.figures import figure, figure_sentence, unit_words
from brightfutures.findings.finding import Certainty, Evidence, Finding
from brightfutures.findings.headline import end_year
from brightfutures.measures.nation.england_now import EnglandNow, EnglandThen
from brightfutures.measures.results import Movement
from brightfutures.quantities import Missing

HOW_MANY = 3

HOW_CHOSEN = (
    "Chosen by a rule: of each stage of a child’s journey one measure, and of those the three "
    "whose figure for England now lies furthest from where it was, for how much it ordinarily "
    "moves in a year. That says where England stands, not where it is going."
)

_MOVED = {Movement.HAS_RISEN: "higher", Movement.HAS_FALLEN: "lower"}


@dataclass(frozen=True, kw_only=True)
class EnglandFinding:
    """One of the findings: the sentence, without a full stop, and the figures behind it."""

    indicator: str
    finding: Finding
    figures: str


def england_today(
    catalogue: Catalogue, told: Mapping[str, EnglandNow]
) -> tuple[EnglandFinding, ...]:
    """Three findings on England, fewer where the store holds fewer stages; in the journey's order.

    `told` holds England's figures by indicator, in the catalogue's order.
    """
    known = [one for one in told.values() if not isinstance(one.here.value, Missing)]
    if not known:
        return ()
    newest = max(end_year(one.here.period) for one in known)
    main = [
        one
        for one in known
        if catalogue.indicators[one.indicator].health_check
        and newest - end_year(one.here.period) <= 1
    ]
    chosen: dict[Stage, EnglandFinding] = {}
    for one, then in _ordered(main):
        indicator = catalogue.indicators[one.indicator]
        if len(chosen) < HOW_MANY and indicator.stage not in chosen:
            chosen[indicator.stage] = _finding(catalogue, indicator, one, then, told)
    return tuple(chosen[stage] for stage in Stage if stage in chosen)


def _ordered(main: Sequence[EnglandNow]) -> Iterator[tuple[EnglandNow, EnglandThen | None]]:
    """Those that have clearly moved, furthest first; then those that have not; then the rest."""
    moved = [(one, then) for one in main if (then := moved_since(one)) is not None]
    yield from sorted(moved, key=lambda pair: -(pair[1].times or 0.0))
    for one in main:
        same = next((then for then in one.then if then.moved is Movement.NO_CLEAR_CHANGE), None)
        if same is not None and moved_since(one) is None:
            yield one, same
    for one in main:
        if all(then.moved is Movement.CANNOT_SAY for then in one.then):
            yield one, None


def moved_since(one: EnglandNow) -> EnglandThen | None:
    """Ten years before, or five where ten cannot be read, if the figure clearly lies elsewhere.

    Ten years before that can be read and is no different decides: five are not tried after it.
    """
    read = [then for then in one.then if then.moved is not Movement.CANNOT_SAY]
    return read[0] if read and read[0].moved in _MOVED else None


def _finding(
    catalogue: Catalogue,
    indicator: Indicator,
    one: EnglandNow,
    then: EnglandThen | None,
    told: Mapping[str, EnglandNow],
) -> EnglandFinding:
    sentence = _sentence(indicator, one, then)
    if then is not None and then.moved in _MOVED and _goes_without(indicator, one, then, told):
        sentence += ", but not once unaccompanied children are left out"
    figures = [
        _now(catalogue, indicator, one),
        *_before(indicator, one),
        *_without(catalogue, one, told),
    ]
    return EnglandFinding(
        indicator=indicator.id,
        finding=Finding(
            sentence=sentence,
            certainty=Certainty.AS_PUBLISHED if then is None else Certainty.TESTED,
            evidence=(Evidence(indicator=indicator.id, period=one.here.period),),
        ),
        figures=" ".join(figures),
    )


def _sentence(indicator: Indicator, one: EnglandNow, then: EnglandThen | None) -> str:
    value = one.here.value
    assert not isinstance(value, Missing)
    if then is None:
        return figure_sentence(indicator, "England", value, one.here.period).rstrip(".")
    if then.moved is Movement.NO_CLEAR_CHANGE:
        return (
            f"{indicator.title}: England is neither clearly higher nor lower than in {then.period}"
        )
    up = then.moved is Movement.HAS_RISEN
    said = indicator.said_higher if up else indicator.said_lower
    if said is None:
        return f"{indicator.title}: England is {_MOVED[then.moved]} than in {then.period}"
    return said.format(council="England", others=then.period)


def _now(catalogue: Catalogue, indicator: Indicator, one: EnglandNow) -> str:
    """The figure, and the number of children behind it: "24.5% in 2025: 15,130 plans"."""
    value, count = one.here.value, one.here.numerator
    assert not isinstance(value, Missing)
    unit = unit_words(indicator)
    plain = unit in ("per cent", "pounds") or unit.startswith("pounds")
    said = figure(indicator, value) + ("" if plain else f" {unit}")
    series = catalogue.series[indicator.numerator[0]]
    if count is None or series.unit.startswith("pounds"):
        return f"{said} in {one.here.period}."
    return f"{said} in {one.here.period}, which is {count:,.0f} {series.unit}."


def _before(indicator: Indicator, one: EnglandNow) -> Iterator[str]:
    """The earlier figures, and what the shorter look back says beside the longer."""
    if not one.then:
        return
    was = " and ".join(f"{figure(indicator, then.value)} in {then.period}" for then in one.then)
    yield f"It was {was}."
    if len(one.then) < 2:
        return
    ten, five = one.then
    if five.moved is Movement.NO_CLEAR_CHANGE and ten.moved in _MOVED:
        yield f"Beside {five.period} there is no clear change."
    elif five.moved in _MOVED:
        too = " too" if five.moved is ten.moved else ""
        yield f"It is clearly {_MOVED[five.moved]} than in {five.period}{too}."


def _companion(one: EnglandNow, told: Mapping[str, EnglandNow]) -> EnglandNow | None:
    """The same figure without unaccompanied children, in the same period."""
    other = told.get(WITHOUT_UNACCOMPANIED.get(one.indicator, ""))
    if other is None or other.here.period != one.here.period:
        return None
    return None if isinstance(other.here.value, Missing) else other


def _without(
    catalogue: Catalogue, one: EnglandNow, told: Mapping[str, EnglandNow]
) -> Iterator[str]:
    other = _companion(one, told)
    if other is None or isinstance(other.here.value, Missing):
        return
    indicator = catalogue.indicators[other.indicator]
    yield f"Leaving out unaccompanied children it is {figure(indicator, other.here.value)}."


def _goes_without(
    indicator: Indicator, one: EnglandNow, then: EnglandThen, told: Mapping[str, EnglandNow]
) -> bool:
    """Whether a move since the same year goes away once unaccompanied children are left out."""
    other = _companion(one, told)
    if other is None:
        return False
    same = next((each for each in other.then if each.period == then.period), None)
    return (
        same is not None and same.moved is not Movement.CANNOT_SAY and same.moved is not then.moved
    )
