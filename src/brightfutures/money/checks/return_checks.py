"""The checks on every council's returns, from the panels handed in; a draft takes the same road."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from brightfutures.catalogue import Catalogue
from brightfutures.catalogue.checks import CheckRule
from brightfutures.money.checks.chosen import chosen
from brightfutures.money.checks.council_return import CouncilReturn
from brightfutures.money.checks.expected import Bounds, Usual
from brightfutures.money.checks.laid_out import Laid
from brightfutures.money.checks.question import ReturnQuestion
from brightfutures.money.checks.registry import asked_by
from brightfutures.money.checks.subject import Subject
from brightfutures.money.checks.tree import LineTree
from brightfutures.money.finance_returns import OUTTURN
from brightfutures.money.panel import SpendPanel
from brightfutures.published.readings import Readings

YEARS_OF_PAST = 4
"""How many earlier returns of a council are read beside the newest."""


def no_prices(_from_year: str, _to_year: str) -> None:
    """The price factor where no index is at hand."""


class ReturnChecks:
    """Questions about any council's return of any year. What is common is worked out once.

    `panels` are by account; `price_factor` is by what prices rose between two years, or None;
    `similar` are each council's similar councils by code.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        panels: Mapping[str, SpendPanel],
        readings: Callable[[str], Readings],
        price_factor: Callable[[str, str], float | None] = no_prices,
        similar: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self._rules = tuple(catalogue.checks.values())
        self._price_factor, self._similar = price_factor, similar or {}
        self._series = sorted({name for rule in self._rules for name in rule.children})
        self._last: tuple[tuple[str, str, str], Subject] | None = None
        self._laid = Laid(catalogue, panels, readings)
        self._usual = {
            account: Usual(self._laid, account, price_factor, self._similar) for account in panels
        }

    def with_rules(self, catalogue: Catalogue) -> ReturnChecks:
        """The same checks by the rules of another catalogue."""
        return ReturnChecks(
            catalogue, self._laid.panels, self._laid.readings, self._price_factor, self._similar
        )

    def periods(self, account: str = OUTTURN) -> tuple[str, ...]:
        """The financial years of a return that are loaded, oldest first."""
        return self._laid.panels[account].periods if account in self._laid.panels else ()

    def tree(self, account: str, period: str) -> LineTree:
        """The lines that a return asks for in a year."""
        return self._laid.tree(account, period)

    def untold(self, account: str, period: str) -> frozenset[str]:
        """The lines of a year of which nobody's figures were published, though others' were."""
        return self._laid.untold(account, period)

    def earlier(self, council: str, period: str, account: str = OUTTURN) -> tuple[str, ...]:
        """The council's own earlier years that a return is set beside, newest first."""
        return tuple(
            one.period
            for one in self._surroundings(account, council, period).past
            if one.holds_figures
        )

    def published(self, council: str, period: str, account: str = OUTTURN) -> CouncilReturn:
        """A council's return as published."""
        return self._laid.council_return(account, council, period)

    def questions(
        self, council: str, period: str | None = None, account: str = OUTTURN
    ) -> tuple[ReturnQuestion, ...]:
        """The questions on a published return, surest first; of the newest year unless said.

        None for a year in which the council did not exist, or which is not loaded.
        """
        periods = self.periods(account)
        wanted = period or (periods[-1] if periods else None)
        if wanted is None or wanted not in periods or not self._there(account, council, wanted):
            return ()
        return self.of_return(council, self.published(council, wanted, account))

    def of_return(self, council: str, now: CouncilReturn) -> tuple[ReturnQuestion, ...]:
        """The questions on a return handed in, such as a draft or one with a planted error."""
        return chosen(self.all_of_return(council, now))

    def of_return_alone(self, now: CouncilReturn) -> tuple[ReturnQuestion, ...]:
        """The questions on a return of nobody in particular: what its own figures contradict."""
        tree = self._laid.tree(now.account, now.period)
        alone = Subject(
            now=replace(now, lines={line: now.lines.get(line, {}) for line in tree.parent_of}),
            tree=tree,
            past=(),
            expected=lambda _rule, _line, _before: None,
        )
        return chosen(asked_by(alone, self._rules))

    def all_of_return(self, council: str, now: CouncilReturn) -> tuple[ReturnQuestion, ...]:
        """The same before one is chosen for each line."""
        return tuple(asked_by(self.subject(council, now), self._rules))

    def subject(self, council: str, now: CouncilReturn) -> Subject:
        """A return with all that a rule is given beside it.

        Lines of which nobody's figures were published that year are not missed, unless it tells
        any of them.
        """
        lines = self._laid.tree(now.account, now.period).parent_of
        untold = self._laid.untold(now.account, now.period)
        if any(now.pounds(line) is not None for line in untold):
            untold = frozenset()
        return replace(
            self._surroundings(now.account, council, now.period),
            now=replace(now, lines={line: now.lines.get(line, {}) for line in lines}),
            untold=untold,
        )

    def _surroundings(self, account: str, council: str, period: str) -> Subject:
        """All but the return itself; the last asked for is kept, as many errors are planted."""
        key = (account, council, period)
        last = self._last
        if last is None or last[0] != key:
            last = self._last = (key, self._surroundings_of(account, council, period))
        return last[1]

    def _surroundings_of(self, account: str, council: str, period: str) -> Subject:
        laid = self._laid
        earlier = [one for one in self.periods(account) if one < period][-YEARS_OF_PAST:]
        return Subject(
            now=CouncilReturn(account, period, {}),
            tree=laid.tree(account, period),
            past=tuple(laid.council_return(account, council, one) for one in reversed(earlier)),
            broken={one: laid.broken(account, one, period) for one in earlier},
            omitted={one: laid.omitted(account, council, one) for one in earlier},
            expected=partial(self._expected, account, council, period),
            children={name: laid.count(name, council, period) for name in self._series},
            others={
                other: laid.council_return(other, council, period)
                for other, panel in laid.panels.items()
                if other != account and period in panel.period_index
            },
            others_returned=self._others_returned(account, period),
        )

    def _expected(
        self,
        account: str,
        council: str,
        period: str,
        rule: CheckRule,
        line: str,
        before: str | None,
    ) -> Bounds:
        usual = self._usual.get(account)
        return usual.bounds(council, period, rule, line, before) if usual else None

    def _there(self, account: str, council: str, period: str) -> bool:
        panel = self._laid.panels[account]
        return bool(panel.there[panel.places.rows[council], panel.period_index[period]])

    def _others_returned(self, account: str, period: str) -> bool:
        """Whether most councils that there are have returned in the year."""
        panel = self._laid.panels.get(account)
        top = self._laid.tree(account, period).top
        if panel is None or top not in panel.line_index or period not in panel.period_index:
            return False
        column, councils = panel.period_index[period], panel.places.councils
        there = panel.there[:councils, column]
        told = panel.missing[panel.line_index[top], 0, :councils, column] == 0
        return bool((told & there).sum() * 2 > there.sum())
