"""One outcome or enabler of one council in sentences: what differs, what moved, what is unknown.

Better and worse stand only in sentences all of whose evidence the catalogue gives a direction.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from brightfutures.catalogue import Indicator
from brightfutures.findings.bullets import SPENDING
from brightfutures.findings.companions import (
    WITHOUT_UNACCOMPANIED,
    companion,
    rests_on_unaccompanied_children,
)
from brightfutures.findings.comparison_words import whom_of
from brightfutures.findings.few import is_few
from brightfutures.findings.figures import counted, figure, listed
from brightfutures.findings.finding import Certainty
from brightfutures.findings.framework_headline import differ_words, does_words
from brightfutures.findings.measure_words import (
    beginning_once,
    figures_and_verdict,
    figures_beside,
    in_pair,
    named,
    unusual_words,
)
from brightfutures.findings.place_names import placed
from brightfutures.findings.profile import Profile, ReadTogether
from brightfutures.findings.said import Part, Said, in_a_row, say
from brightfutures.findings.spend_words import returns_apart_sentence
from brightfutures.findings.why_not_words import why_not_words
from brightfutures.measures.expectation.results import Expectation
from brightfutures.measures.results import Comparison, Direction, Level, Movement
from brightfutures.money.other_return import OtherReturn
from brightfutures.quantities import Area, Missing

NAMED_AT_MOST = 4
"""So many measures are all named in a sentence; of more only the clearest."""

NAMED_OF_MORE = 3

LEFT_OUT = frozenset(WITHOUT_UNACCOMPANIED.values())
"""Figures less the unaccompanied children, told in the brackets of the figure that has them."""

Indicators = Mapping[str, Indicator]

ExpectationOf = Callable[[Comparison], Expectation | None]
"""What a council's circumstances would lead one to expect of one of its figures."""


class OutcomeSentences:
    """The sentences of one heading of one council.

    `by_id` holds all the council's comparisons; `expectation_of` gives what its circumstances
    would lead one to expect of one of them. `other` is what its other return tells of spending.
    """

    def __init__(
        self,
        indicators: Indicators,
        profile: Profile,
        area: Area,
        by_id: Mapping[str, Comparison],
        expectation_of: ExpectationOf,
        other: OtherReturn | None = None,
    ) -> None:
        self._indicators = indicators
        self._profile = profile
        self._council = placed(area.name)
        self._area = area
        self._by_id = by_id
        self._expectation_of = expectation_of
        self._other = other
        self._named: list[str] = []

    def found(self) -> tuple[Said, ...]:
        """What the figures show, the summary first."""
        self._named = []
        said = [self.summary(), self.spending()]
        said += [self.by_meaning(Direction.WORSE), self.by_meaning(Direction.BETTER)]
        said += [self.without_meaning(), self.movements(), self.together()]
        return tuple(filter(None, said))

    def summary(self) -> Said:
        """One sentence on the heading: how many differ of those that can be judged."""
        profile = self._profile
        judged, apart = len(profile.judged), len(profile.different)
        if not profile.published:
            return self._nothing_published()
        if not judged:
            reasons = why_not_words(profile.why_not)
            return say(
                f"{_none_of(len(profile.published))} be judged for {self._council}: {reasons}.",
                about=profile.published,
                certainty=Certainty.AS_PUBLISHED,
            )
        return say(f"{self._summary_words(judged, apart)}.", about=profile.judged)

    def _summary_words(self, judged: int, apart: int) -> str:
        council, rest = self._council, judged - apart
        differs = f"clearly {differ_words(self._area)}"
        of = f"the {counted(judged).lower()} measures that can be judged"
        if judged == 1:
            if apart:
                return f"On the one measure that can be judged {council} {differs} from others"
            return f"The one measure that can be judged does not clearly set {council} apart"
        if not apart:
            none, does = "neither" if judged == 2 else "none", does_words(self._area)
            return f"On {none} of {of} {does} {council} clearly differ from other councils"
        if not rest:
            every = "both" if judged == 2 else f"all {counted(judged).lower()}"
            of = f"{every} measures that can be judged"
            return f"On {of} {council} {differs} from other councils"
        other = "the other shows" if rest == 1 else f"the other {counted(rest).lower()} show"
        return (
            f"On {counted(apart).lower()} of {of} {council} {differs} from other councils; "
            f"{other} no clear difference"
        )

    def _nothing_published(self) -> Said:
        if self._profile.declared:
            words = "None of the publications that are loaded holds a measure of this"
        else:
            words = "No measure of this is published for any council"
        return say(
            f"{words}, so nothing can be said of {self._council}.",
            certainty=Certainty.AS_PUBLISHED,
        )

    def by_meaning(self, direction: Direction) -> Said | None:
        """Those that are worse, or better, than elsewhere; the catalogue says which way is good."""
        group = self._profile.on_side(direction)
        if not group:
            return None
        are = "is" if len(group) == 1 else "are"
        return say(
            f"{self._count(group)} {are} {direction.value} than elsewhere",
            self._names(group),
            ".",
            about=group,
        )

    def without_meaning(self) -> Said | None:
        """Those that are higher or lower where nobody has settled which way is good."""
        sides = [
            (self._profile.on_side(Direction.NEITHER, above=above), word)
            for above, word in ((True, "higher"), (False, "lower"))
        ]
        sides = [(group, word) for group, word in sides if group]
        if not sides:
            return None
        pieces: list[Part] = []
        for group, word in sides:
            are = "is" if len(group) == 1 else "are"
            count = self._count(group)
            pieces += ["; " + count[0].lower() + count[1:] if pieces else count]
            pieces += [f" {are} {word} than elsewhere" if len(pieces) == 1 else f" {are} {word}"]
            pieces += self._names(group)
        return say(pieces, ".", about=[entry for group, _ in sides for entry in group])

    def _count(self, group: Sequence[Comparison]) -> str:
        if len(self._profile.different) == 1:
            return "That one"
        return counted(len(group))

    def _names(self, group: Sequence[Comparison]) -> list[Part]:
        shown = list(group) if len(group) <= NAMED_AT_MOST else list(group[:NAMED_OF_MORE])
        all_of_them = len(shown) == len(group)
        names = {entry.indicator for entry in shown}
        items: list[tuple[Part, ...]] = []
        for entry in shown:
            self._named.append(entry.indicator)
            twin = WITHOUT_UNACCOMPANIED.get(entry.indicator)
            if not (entry.indicator in LEFT_OUT and self._told(entry, names)):
                items.append(self._name(entry, with_twin=twin if twin in names else None))
        return [": " if all_of_them else ", most clearly ", *in_a_row(beginning_once(items))]

    def _told(self, entry: Comparison, names: set[str]) -> bool:
        return any(
            twin == entry.indicator and base in names
            for base, twin in WITHOUT_UNACCOMPANIED.items()
        )

    def _name(self, entry: Comparison, with_twin: str | None = None) -> tuple[Part, ...]:
        """A measure with its figures, and what must be known of them, in brackets."""
        indicator = self._indicators[entry.indicator]
        notes = [figures_beside(indicator, entry), self._expected(entry), unusual_words(entry)]
        if self._profile.is_old(entry):
            notes.append(f"in {entry.period}")
        if not isinstance(entry.here.value, Missing) and is_few(indicator, entry):
            notes.append("on small numbers")
        if with_twin is not None:
            other = self._by_id[with_twin]
            beside = figures_beside(self._indicators[with_twin], other)
            notes.append(f"without unaccompanied children {beside.split(' per ')[0]}")
        elif rests_on_unaccompanied_children(entry, self._by_id) and companion(entry, self._by_id):
            notes.append("but not once unaccompanied children are left out")
        return (named(indicator), f" ({', '.join(filter(None, notes))})")

    def _expected(self, entry: Comparison) -> str:
        """What its circumstances would lead one to expect, where that is known."""
        expectation = self._expectation_of(entry)
        if expectation is None or expectation.expected is None:
            return ""
        return f"{figure(self._indicators[entry.indicator], expectation.expected)} expected"

    def movements(self) -> Said | None:
        """Those that have risen and those that have fallen, which is no forecast."""
        pieces: list[Part] = []
        for movement, word in ((Movement.HAS_RISEN, "risen"), (Movement.HAS_FALLEN, "fallen")):
            group = self._profile.that_have(movement)
            if not group:
                continue
            have = "has" if len(group) == 1 else "have"
            count = counted(len(group)).lower()
            pieces += ["; " if pieces else "Over five years "]
            pieces += [f"{count} {have} {word}"]
            shown = group if len(group) <= NAMED_OF_MORE else group[:2]
            items = self._moved_names([entry.indicator for entry in shown])
            pieces += [
                ": " if len(shown) == len(group) else ", most clearly ",
                *in_a_row(beginning_once(items)),
            ]
        return say(pieces, ".", about=self._profile.moved) if pieces else None

    def _moved_names(self, names: Sequence[str]) -> list[tuple[Part, ...]]:
        items: list[tuple[Part, ...]] = []
        for name in names:
            if any(base in names for base, twin in WITHOUT_UNACCOMPANIED.items() if twin == name):
                continue
            both = " (with and without unaccompanied children)"
            twin = WITHOUT_UNACCOMPANIED.get(name) in names
            items.append((named(self._indicators[name]), *([both] if twin else [])))
        return items

    def together(self) -> Said | None:
        """One of the measures just named beside one that the catalogue says to read with it."""
        pair = self._pair()
        if pair is None:
            return None
        first = self._indicators[pair.apart.indicator]
        second = self._indicators[pair.beside.indicator]
        return say(
            "Read ",
            *in_pair(named(first), named(second)),
            f" ({figures_and_verdict(second, pair.beside)}).",
            about=(pair.apart, pair.beside),
        )

    def _pair(self) -> ReadTogether | None:
        """A pair of which one is named already and the other, not yet named, can be judged.

        Best with both of the fixed set, then with one of it; of those the clearest.
        """
        known = [
            pair
            for pair in self._profile.together
            if pair.apart.indicator in self._named
            and pair.apart.indicator not in LEFT_OUT
            and pair.beside.indicator not in {*self._named, *LEFT_OUT}
            and pair.beside.verdict.level is not Level.CANNOT_SAY
        ]

        def of_the_set(pair: ReadTogether) -> int:
            return self._of_the_set(pair.apart) + self._of_the_set(pair.beside)

        return max(known, key=of_the_set, default=None)

    def _of_the_set(self, entry: Comparison) -> bool:
        return self._indicators[entry.indicator].health_check

    def spending(self) -> Said | None:
        """What is spent, as published, on the heading to which that belongs."""
        entry = next((one for one in self._profile.published if one.indicator == SPENDING), None)
        if entry is None or isinstance(entry.here.value, Missing):
            return None
        indicator = self._indicators[SPENDING]
        words = f": {figure(indicator, entry.here.value)} in {entry.period}"
        beside = []
        if entry.similar is not None and entry.similar.mean is not None:
            beside.append(f"{figure(indicator, entry.similar.mean)} in {whom_of(entry).councils}")
        if entry.england is not None and not isinstance(entry.england.value, Missing):
            beside.append(f"{figure(indicator, entry.england.value)} in England")
        against = f", against {listed(beside)}" if beside else ""
        of_year = self._other is not None and self._other.period == entry.period
        apart = returns_apart_sentence(self._other) if self._other and of_year else ""
        return say(
            "As published, ",
            named(indicator),
            f"{words}{against}. {apart}".rstrip(),
            about=(entry,),
            certainty=Certainty.AS_PUBLISHED,
        )


def _none_of(count: int) -> str:
    if count == 1:
        return "The one published measure cannot"
    none = "Neither" if count == 2 else "None"
    return f"{none} of the {counted(count).lower()} published measures can"
