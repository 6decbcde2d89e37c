"""Which ten questions are asked of a council: the rule that chooses, and why each is asked.

First what clearly differs and what has clearly moved, then what cannot be told but matters, then
what is always worth asking. No two questions are about the same thing, and no stage of the child's
journey raises more than three.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from brightfutures.catalogue import Audience, Catalogue, Outcome, Question, RaisedBy, Stage
from brightfutures.findings.bullets import ABOUT_UNACCOMPANIED
from brightfutures.findings.companions import rests_on_unaccompanied_children
from brightfutures.findings.few import is_few
from brightfutures.findings.headline import end_year, is_behind
from brightfutures.findings.priority_words import has_moved, movement_direction, stands_apart
from brightfutures.findings.profile import newest_year
from brightfutures.findings.question_gaps import gaps
from brightfutures.findings.question_likeness import about_the_same
from brightfutures.findings.verdict_words import UNUSUAL
from brightfutures.measures.results import Comparison, Direction
from brightfutures.quantities import Missing

TEN = 10

MOST_OF_A_STAGE = 3

MOST_THAT_DIFFER_FIRST = 5
"""So many differences come before the first movement, so that what has moved is asked of too."""

MOST_THAT_STAND_OUT = 7
"""Of ten, so many at most differ or have moved: figures are not all there is to ask about."""

MOST_OF_THE_UNTOLD = 4

LEFT_FOR_ALWAYS = 1


class WhyAsked(StrEnum):
    """Why a question is among the ten, in the words that stand beside it."""

    DIFFERS = "clearly differs"
    MOVED = "has moved"
    UNTOLD = "cannot be told from published figures"
    ALWAYS = "always worth asking"


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """A question and what raises it.

    `about` is the measure it is asked of; `beside` are others that raise the same question, or
    that are missing for the same reason. `outcome` is the heading under which no figure tells.
    """

    why: WhyAsked
    question: Question
    about: Comparison | None = None
    beside: tuple[Comparison, ...] = ()
    outcome: Outcome | None = None


def choose(
    catalogue: Catalogue,
    by_id: Mapping[str, Comparison],
    audience: Audience | None = None,
) -> tuple[Chosen, ...]:
    """The ten for everybody, or for one audience, in the order in which to ask them.

    `by_id` holds all the council's comparisons, in the catalogue's order.
    """
    ten = _Ten(catalogue, by_id, audience, newest_year(list(by_id.values())))
    ten.add_what_stands_out([one for one in by_id.values() if ten.is_recent(one)])
    ten.add_what_cannot_be_told(list(by_id.values()))
    ten.add_what_is_always_asked()
    ten.add_what_no_figure_tells(TEN)
    return tuple(ten.chosen[:TEN])


@dataclass
class _Ten:
    """The questions chosen so far."""

    catalogue: Catalogue
    by_id: Mapping[str, Comparison]
    audience: Audience | None
    newest: int
    chosen: list[Chosen] = field(default_factory=list)

    def is_recent(self, entry: Comparison) -> bool:
        """Whether a figure is behind neither its own measure’s newest nor the council’s."""
        return not is_behind(entry) and self.newest - end_year(entry.period) <= 1

    def add_what_stands_out(self, standing: Sequence[Comparison]) -> None:
        """Five differences of main measures, their movements, and more differences, to seven.

        Then those that rest on a few children, and those of other measures.
        """
        indicators = self.catalogue.indicators
        main = [one for one in standing if indicators[one.indicator].health_check]
        others = [one for one in standing if not indicators[one.indicator].health_check]
        apart = self._clearest(filter(stands_apart, main))
        differ = [one for one in apart if not self._is_few(one)]
        moved = self._surest(one for one in main if has_moved(one) and not stands_apart(one))
        more = [
            *filter(self._is_few, apart),
            *self._clearest(filter(stands_apart, others)),
            *self._surest(one for one in others if has_moved(one) and not stands_apart(one)),
        ]
        for group, most in (
            (differ, MOST_THAT_DIFFER_FIRST),
            (moved, MOST_THAT_STAND_OUT),
            (differ, MOST_THAT_STAND_OUT),
            (more, MOST_THAT_STAND_OUT),
        ):
            for one in group:
                self._ask_or_join(one, most)

    def add_what_cannot_be_told(self, entries: Sequence[Comparison]) -> None:
        """What is missing here, each reason once, and then what no figure tells of any council."""
        most = min(TEN - LEFT_FOR_ALWAYS, len(self.chosen) + MOST_OF_THE_UNTOLD)
        for raised_by, found in gaps(self.catalogue.indicators, entries):
            free = [one for one in found if self._is_free(one)]
            if free and len(self.chosen) < most - 1:
                beside = tuple(one for one in found if one is not free[0])
                self._ask(raised_by, WhyAsked.UNTOLD, free[0], beside)
        self.add_what_no_figure_tells(most)

    def add_what_no_figure_tells(self, most: int) -> None:
        """Under the first question’s heading of the framework, then the least spoken of."""
        while len(self.chosen) < most:
            outcomes = self.catalogue.outcomes
            free = [one for one in self._theirs(RaisedBy.NO_FIGURE) if one.outcome in outcomes]
            if not free:
                return
            nearest = [one for one in free if one.outcome == self._first_outcome()]
            least = min(free, key=lambda one: self._spoken_of(one.outcome or ""))
            question = nearest[0] if nearest else least
            outcome = self.catalogue.outcomes[question.outcome or ""]
            self.chosen.append(Chosen(why=WhyAsked.UNTOLD, question=question, outcome=outcome))

    def add_what_is_always_asked(self) -> None:
        """Questions for a quiet year: known figures first, and stages with the fewest."""
        for known in (True, False):
            while len(self.chosen) < TEN and (found := self._quiet_ones(known=known)):
                question, about = min(found, key=lambda pair: self._of_stage(pair[1]))
                self.chosen.append(Chosen(why=WhyAsked.ALWAYS, question=question, about=about))

    def _quiet_ones(self, *, known: bool) -> list[tuple[Question, Comparison]]:
        return [
            (question, about)
            for question in self._theirs(RaisedBy.MEASURE)
            if question.always and (about := self._quiet(question, known=known)) is not None
        ]

    def _ask_or_join(self, entry: Comparison, most: int) -> None:
        """A question of its own, or a word beside one that is about the same thing."""
        if any(one.about is entry or entry in one.beside for one in self.chosen):
            return
        for place, one in enumerate(self.chosen):
            if one.about and about_the_same(self.catalogue, self.by_id, one.about, entry):
                self.chosen[place] = replace(one, beside=(*one.beside, entry))
                return
        if len(self.chosen) >= most or not self._is_free(entry):
            return
        why = WhyAsked.DIFFERS if stands_apart(entry) else WhyAsked.MOVED
        if self._is_favourable(entry):
            self._ask(RaisedBy.FAVOURABLE, why, entry)
            return
        question = self._next_question(entry)
        if question is not None:
            self.chosen.append(Chosen(why=why, question=question, about=entry))

    def _ask(
        self,
        raised_by: RaisedBy,
        why: WhyAsked,
        about: Comparison,
        beside: tuple[Comparison, ...] = (),
    ) -> None:
        """One of the catalogue's questions of this kind that has not been asked, if any is left."""
        question = next(iter(self._theirs(raised_by)), None)
        if question is not None and self._next_question(about) is not None:
            self.chosen.append(Chosen(why=why, question=question, about=about, beside=beside))

    def _next_question(self, entry: Comparison) -> Question | None:
        """The first of a measure’s questions that is left and is for those who ask."""
        of_them = rests_on_unaccompanied_children(entry, self.by_id)
        codes = self.catalogue.indicators[entry.indicator].questions
        raised = [ABOUT_UNACCOMPANIED, *codes] if of_them else list(codes)
        left = {one.id: one for one in self._theirs(RaisedBy.MEASURE)}
        return next((left[code] for code in raised if code in left), None)

    def _is_favourable(self, entry: Comparison) -> bool:
        """Whether it clearly differs, or else has moved, in the way that is good for children."""
        if stands_apart(entry):
            return entry.verdict.direction is Direction.BETTER
        assert entry.moved is not None
        indicator = self.catalogue.indicators[entry.indicator]
        return movement_direction(indicator, entry.moved) is Direction.BETTER

    def _is_free(self, entry: Comparison) -> bool:
        """Whether its stage has room and no question chosen is about the same thing."""
        if self._of_stage(entry) >= MOST_OF_A_STAGE:
            return False
        return not any(
            one.about and about_the_same(self.catalogue, self.by_id, one.about, entry)
            for one in self.chosen
        )

    def _quiet(self, question: Question, *, known: bool) -> Comparison | None:
        """The measure to tell with a question that nothing raises; main measures first.

        None where all of them stand out or are asked about already, or where a figure is to be
        `known` and none is.
        """
        indicators = self.catalogue.indicators
        raising = [
            self.by_id[entry.id]
            for entry in indicators.values()
            if entry.id in self.by_id and entry.questions[0] == question.id
        ]
        raising.sort(key=lambda one: not indicators[one.indicator].health_check)
        quiet = (
            one
            for one in raising
            if self._is_free(one)
            and (self.is_recent(one) or not known)
            and not stands_apart(one)
            and not has_moved(one)
            and known is not isinstance(one.here.value, Missing)
        )
        return next(quiet, None)

    def _of_stage(self, entry: Comparison) -> int:
        stage = self._stage(entry)
        return sum(one.about is not None and self._stage(one.about) is stage for one in self.chosen)

    def _stage(self, entry: Comparison) -> Stage:
        return self.catalogue.indicators[entry.indicator].stage

    def _first_outcome(self) -> str | None:
        """The heading of the measure that the first question is about."""
        about = self.chosen[0].about if self.chosen else None
        if about is None:
            return None
        name = self.catalogue.indicators[about.indicator].outcome
        return next((one.id for one in self.catalogue.outcomes.values() if one.name == name), None)

    def _spoken_of(self, outcome: str) -> int:
        """How many of the questions chosen are about a measure of this heading."""
        name = self.catalogue.outcomes[outcome].name
        told = [one.about.indicator for one in self.chosen if one.about]
        return sum(self.catalogue.indicators[each].outcome == name for each in told)

    def _theirs(self, raised_by: RaisedBy) -> list[Question]:
        """The questions of a kind that are for those who ask and have not been asked."""
        asked = {one.question.id for one in self.chosen}
        return [
            one
            for one in self.catalogue.questions.values()
            if one.raised_by is raised_by and self._is_for_them(one) and one.id not in asked
        ]

    def _is_for_them(self, question: Question) -> bool:
        return self.audience is None or self.audience in question.for_whom

    def _is_few(self, entry: Comparison) -> bool:
        return is_few(self.catalogue.indicators[entry.indicator], entry)

    @staticmethod
    def _clearest(entries: Iterable[Comparison]) -> list[Comparison]:
        """The farthest outside the usual spread first, as headlines are chosen."""

        def clearness(one: Comparison) -> tuple[bool, float, float]:
            verdict = one.verdict
            return (
                verdict.level in UNUSUAL,
                abs(verdict.z_usual or 0.0),
                abs(verdict.z_wobble or 0.0),
            )

        return sorted(entries, key=clearness, reverse=True)

    @staticmethod
    def _surest(entries: Iterable[Comparison]) -> list[Comparison]:
        def doubt(one: Comparison) -> float:
            return 1.0 if one.moved is None or one.moved.q is None else one.moved.q

        return sorted(entries, key=doubt)
