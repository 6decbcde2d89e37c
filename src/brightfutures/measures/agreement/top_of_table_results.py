"""What is found of the councils at the top of a plain average of all figures; none is named."""

from __future__ import annotations

from dataclasses import dataclass

TOP = 6
"""How many councils at the top are looked at."""

TWO = 2
"""The finding asked about: two or more of them judged less than good."""

CLEAR = 0.05
"""Dealing clearly does not give what was found where p is no more than this."""


@dataclass(frozen=True, kw_only=True)
class TopCount:
    """How those at the top were judged, beside all in the table.

    Of `top` councils that have a grade, `less_than_good` and `inadequate` were judged so; of
    `all` in the table with a grade, `all_less_than_good` and `all_inadequate`. Lots drawn among
    all would give `expected` less than good; `chance_of_as_few` and `chance_of_as_many` are how
    often they would give no more, or no fewer, than were found; `chance_of_two` how often they
    would give two or more.
    """

    top: int
    less_than_good: int
    inadequate: int
    all: int
    all_less_than_good: int
    all_inadequate: int
    expected: float
    expected_inadequate: float
    chance_of_as_few: float
    chance_of_as_many: float
    chance_of_two: float


@dataclass(frozen=True, kw_only=True)
class TopRound:
    """One year's table: how the six at its top stood judged at the end of it, and were next.

    `measures` is how many figures the average is of. `age` is how old, in years since inspection,
    the middle one of all standing grades was. `earlier` counts those of the six whose
    standing grade is of an earlier framework. `next` is None where none has been judged since.
    """

    year: int
    measures: int
    councils: int
    standing: TopCount
    age: float
    earlier: int
    next: TopCount | None


@dataclass(frozen=True, kw_only=True)
class Dealt:
    """The places of all years beside what dealing whole histories of grades to councils gives.

    `councils` is how many different ones hold the places with a grade, `found` how many places
    were held by one judged less than good. Dealing gives `expected`, with a standard deviation of
    `deviation`; `z` is how many of those lie between, and `p` how often dealing would lie as far
    away, either way. The test is not among those corrected together.
    """

    councils: int
    found: int
    expected: float
    deviation: float
    z: float
    p: float

    @property
    def is_clear(self) -> bool:
        """Whether chance is not enough."""
        return self.p <= CLEAR


@dataclass(frozen=True, kw_only=True)
class TruthKnown:
    """What wobble alone would do at one steadiness, if grades followed the truth exactly.

    Of the six at the top, `below_middle` would truly lie in the lower half and `less_than_good`
    in the part judged less than good; `two_below_middle` and `two_less_than_good` are how often
    that is two or more.
    """

    name: str
    steadiness: float
    below_middle: float
    two_below_middle: float
    less_than_good: float
    two_less_than_good: float


@dataclass(frozen=True, kw_only=True)
class TopOfTable:
    """The tables of all years together, and how steady such a table is.

    `dealt` is None where no year can be asked. `one_year` and `three_years` are how closely the
    average agrees with itself so far apart (a correlation over the measures that both years have,
    the mean over pairs of years); `agreement_of_measures` how far its figures tell of one
    thing (Cronbach's α in the newest year); `single` the middle figure's own agreement a year
    apart, between `single_low` and `single_high`, the quarter points. `known` says what wobble
    would do at each of these in the newest year, and `steadiness_needed` how unsteady the table
    would have to be for wobble alone to put as many judged less than good at the top as were
    found over all years; None where lots would not put more there.
    """

    rounds: tuple[TopRound, ...]
    dealt: Dealt | None
    one_year: float | None
    three_years: float | None
    agreement_of_measures: float | None
    single: float | None
    single_low: float | None
    single_high: float | None
    share_less_than_good: float | None
    known: tuple[TruthKnown, ...]
    steadiness_needed: float | None

    @property
    def places(self) -> int:
        """How many places at the top, over all years, were held by a council with a grade."""
        return sum(entry.standing.top for entry in self.rounds)

    @property
    def less_than_good(self) -> int:
        """How many of them were held by one that stood judged less than good."""
        return sum(entry.standing.less_than_good for entry in self.rounds)

    @property
    def inadequate(self) -> int:
        """How many by one that stood judged inadequate."""
        return sum(entry.standing.inadequate for entry in self.rounds)

    @property
    def expected(self) -> float:
        """How many by one judged less than good if lots were drawn each year."""
        return sum(entry.standing.expected for entry in self.rounds)

    @property
    def expected_inadequate(self) -> float:
        """How many by one judged inadequate if lots were drawn each year."""
        return sum(entry.standing.expected_inadequate for entry in self.rounds)

    @property
    def following(self) -> tuple[TopCount, ...]:
        """How they were judged next, of the years in which two or more of the six have been."""
        counts = (entry.next for entry in self.rounds)
        return tuple(count for count in counts if count is not None and count.top >= TWO)

    @property
    def years_with_two(self) -> int:
        """In how many years two or more of the six stood judged less than good."""
        return sum(entry.standing.less_than_good >= TWO for entry in self.rounds)

    @property
    def years_with_two_by_lot(self) -> float:
        """In how many of them two or more would, if lots were drawn."""
        return sum(entry.standing.chance_of_two for entry in self.rounds)

    @property
    def years_with_two_next(self) -> int:
        """In how many years two or more of the six were judged less than good the next time."""
        return sum(entry.less_than_good >= TWO for entry in self.following)

    @property
    def years_with_two_next_by_lot(self) -> float:
        """In how many of them two or more would, if lots were drawn."""
        return sum(entry.chance_of_two for entry in self.following)

    @property
    def ages(self) -> tuple[float, float]:
        """The least and the most, over the years, that the middle standing grade was old."""
        return min(entry.age for entry in self.rounds), max(entry.age for entry in self.rounds)
