"""The scored pairs counted into tables, and the record of them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence

from benchmarks.scoring import ABOVE, BELOW, ENGLAND, SIMILAR, UNUSUAL, Pair, is_false
from brightfutures import __version__
from brightfutures.catalogue import IndicatorKind
from brightfutures.measures.results import Approach, Level, Movement
from brightfutures.measures.track_record.scores import ScoreGroup, Scores, Tally

THIRDS = ("Smallest third of councils", "Middle third", "Largest third")
SIZES = ((0.1, 0.2), (0.2, 0.3), (0.3, 0.5), (0.5, 99.0))
SIZE_NAMES = ("10% to 20%", "20% to 30%", "30% to 50%", "over 50%")
NO_MOVE = 0.02
"""A level that truly moved by less than 2 in 100 has not moved."""

Sieve = Callable[[Pair], bool]


def scores_of(seeds: Sequence[int], pairs: Iterable[Pair]) -> Scores:
    """The record of everything counted; the fixed health-check set unless a row says otherwise."""
    every = list(pairs)
    fixed = [pair for pair in every if pair.fixed]
    return Scores(
        version=__version__,
        seeds=tuple(seeds),
        councils=len({pair.council for pair in every}),
        indicators=len({pair.indicator for pair in every}),
        periods=len({pair.period[:4] for pair in every}),
        groups=(
            _false_verdicts(fixed),
            _false_by_wobble(every),
            _unusual(fixed),
            _gap_held(fixed),
            _placed(fixed),
            _found(fixed),
            _moves_found(fixed),
            _moves_wrong(fixed),
        ),
    )


def _count(row: str, column: str, pairs: Iterable[Pair], hit: Sieve) -> Tally:
    years: dict[tuple[int, str, str], list[int]] = {}
    for pair in pairs:
        years.setdefault((pair.seed, pair.indicator, pair.council), []).append(int(hit(pair)))
    count, of = sum(map(sum, years.values())), sum(map(len, years.values()))
    error = 0.0
    if of:
        strayed = (sum(hits) - len(hits) * count / of for hits in years.values())
        error = math.sqrt(sum(each * each for each in strayed)) / of
    return Tally(row=row, column=column, count=count, of=of, error=error)


def _beside(pairs: Iterable[Pair], against: str) -> list[Pair]:
    return [pair for pair in pairs if pair.against == against]


def _called(level: Level) -> bool:
    return level in (*ABOVE, *BELOW)


def _false_verdicts(pairs: list[Pair]) -> ScoreGroup:
    def rows() -> Iterator[Tally]:
        for row, against in (("Beside similar councils", SIMILAR), ("Beside England", ENGLAND)):
            within = _beside(pairs, against)
            said = [pair for pair in within if pair.called]
            by_counts = [pair for pair in within if _called(pair.by_counts)]
            yield _count(row, "As we judge", said, lambda pair: pair.false)
            yield _count(
                row,
                "If chance were all the noise",
                by_counts,
                lambda pair: is_false(pair, pair.by_counts),
            )

    return ScoreGroup(
        name="false_verdicts",
        title="Verdicts of higher or lower that are wrong",
        says=(
            "Half of all councils are made to lie exactly at the average of their similar "
            "councils. A verdict of higher or lower is wrong for one of these, and wherever the "
            "council truly lies on the other side. None lies exactly at the average of England."
        ),
        least=None,
        most=0.05,
        tallies=tuple(rows()),
    )


def _false_by_wobble(pairs: list[Pair]) -> ScoreGroup:
    sets = (("in the health-check set", True), ("other indicators", False))
    said = [pair for pair in _beside(pairs, SIMILAR) if pair.called]
    return ScoreGroup(
        name="false_by_wobble",
        title="Wrong verdicts where the wobble is borrowed",
        says=(
            "An indicator with too short a past to say how much it ordinarily moves borrows the "
            "wobble of others of its kind. Beside similar councils only."
        ),
        least=None,
        most=None,
        tallies=tuple(
            _count(
                f"{'Borrowed' if borrowed else 'Own'} wobble, {title}",
                "",
                [pair for pair in said if (pair.fixed, pair.borrowed) == (fixed, borrowed)],
                lambda pair: pair.false,
            )
            for title, fixed in sets
            for borrowed in (False, True)
        ),
    )


def _unusual(pairs: list[Pair]) -> ScoreGroup:
    return ScoreGroup(
        name="false_unusual",
        title="Verdicts of unusually high or low that are wrong",
        says="The same of the stronger words, which need two periods.",
        least=None,
        most=0.05,
        tallies=tuple(
            _count(
                row,
                "",
                [pair for pair in _beside(pairs, against) if pair.level in UNUSUAL],
                lambda pair: pair.false,
            )
            for row, against in (("Beside similar councils", SIMILAR), ("Beside England", ENGLAND))
        ),
    )


def _gap_held(pairs: list[Pair]) -> ScoreGroup:
    ranged = [pair for pair in pairs if pair.held is not None]
    kinds: tuple[tuple[str, Sieve], ...] = (
        ("All", lambda pair: True),
        ("Rates", lambda pair: pair.kind is IndicatorKind.RATE),
        ("Percentages", lambda pair: pair.kind is IndicatorKind.PROPORTION),
        *((name, _in_third(third)) for third, name in enumerate(THIRDS)),
        ("Of those called higher or lower", lambda pair: pair.called),
    )
    return ScoreGroup(
        name="gap_held",
        title="Ranges of the gap that hold the true gap",
        says=("The range beside a gap should hold the gap of the long run in 95 of 100 cases."),
        least=0.93,
        most=0.97,
        tallies=tuple(
            _count(row, "", [pair for pair in ranged if within(pair)], lambda pair: bool(pair.held))
            for row, within in kinds
        ),
    )


def _placed(pairs: list[Pair]) -> ScoreGroup:
    ranged = [pair for pair in pairs if pair.placed is not None]
    kinds: tuple[tuple[str, Sieve], ...] = (
        ("All", lambda pair: True),
        *((name, _in_third(third)) for third, name in enumerate(THIRDS)),
    )
    return ScoreGroup(
        name="places_held",
        title="Ranges of places that hold the true place",
        says=(
            "Of all councils with a figure, the place that each would truly have were there no "
            "chance and no wobble."
        ),
        least=None,
        most=None,
        tallies=tuple(
            _count(
                row, "", [pair for pair in ranged if within(pair)], lambda pair: bool(pair.placed)
            )
            for row, within in kinds
        ),
    )


def _in_third(third: int) -> Sieve:
    return lambda pair: pair.third == third


def _found(pairs: list[Pair]) -> ScoreGroup:
    real = [
        pair
        for pair in _beside(pairs, SIMILAR)
        if not pair.planted and pair.level is not Level.CANNOT_SAY
    ]
    rows: tuple[tuple[str, Sieve], ...] = (
        ("All councils", lambda pair: True),
        *((name, _in_third(third)) for third, name in enumerate(THIRDS)),
    )
    return ScoreGroup(
        name="gaps_found",
        title="True gaps that are found",
        says=(
            "Of councils that truly differ from their similar councils, by so much of their "
            "average, how many are said to be higher or lower, on the right side."
        ),
        least=None,
        most=None,
        tallies=tuple(
            _count(
                row,
                name,
                [pair for pair in real if within(pair) and low <= abs(pair.relative) < high],
                lambda pair: pair.called and not pair.false,
            )
            for row, within in rows
            for name, (low, high) in zip(SIZE_NAMES, SIZES, strict=True)
        ),
    )


def _moved_rightly(pair: Pair) -> bool:
    assert pair.true_move is not None
    said = {Movement.HAS_RISEN: 1, Movement.HAS_FALLEN: -1}.get(pair.moved, 0)
    return said * pair.true_move > NO_MOVE


def _approached_rightly(pair: Pair) -> bool:
    assert pair.true_gaps is not None
    first, last = pair.true_gaps
    if pair.approach is Approach.CROSSED:
        return abs(last - first) > NO_MOVE
    said = {Approach.FURTHER: 1, Approach.NEARER: -1}.get(pair.approach, 0)
    return said * (abs(last) - abs(first)) > NO_MOVE


def _moves_found(pairs: list[Pair]) -> ScoreGroup:
    stepped = [pair for pair in pairs if pair.stepped and pair.true_move is not None]
    return ScoreGroup(
        name="moves_found",
        title="True movements that are found",
        says=(
            "Some councils are made to move, at once and for good. Of the five years around such "
            "a move, how often it is said that the figure has risen or fallen, and rightly, by "
            "how far the level truly moved."
        ),
        least=None,
        most=None,
        tallies=tuple(
            _count(
                "All councils",
                name,
                [pair for pair in stepped if low <= math.expm1(abs(pair.true_move or 0.0)) < high],
                _moved_rightly,
            )
            for name, (low, high) in zip(SIZE_NAMES, SIZES, strict=True)
        ),
    )


def _moves_wrong(pairs: list[Pair]) -> ScoreGroup:
    read = [pair for pair in pairs if pair.true_move is not None]
    moved = [pair for pair in read if pair.moved in (Movement.HAS_RISEN, Movement.HAS_FALLEN)]
    apart = [
        pair
        for pair in read
        if pair.approach in (Approach.FURTHER, Approach.NEARER, Approach.CROSSED)
        and pair.true_gaps is not None
    ]
    return ScoreGroup(
        name="moves_wrong",
        title="Movements said that are wrong",
        says=(
            "Has risen and has fallen are wrong where the council's level did not truly move by 2 "
            "in 100 or moved the other way; further and nearer likewise of its gap. A wobble that "
            "lasted for years counts as wrong here, though the figure itself did move."
        ),
        least=None,
        most=None,
        tallies=(
            _count("Has risen or has fallen", "", moved, lambda pair: not _moved_rightly(pair)),
            _count(
                "Further, nearer or passed", "", apart, lambda pair: not _approached_rightly(pair)
            ),
        ),
    )
