"""How much of spending is prevention, under three declared rules: a range, never one number.

Which lines count is declared with each line, by the narrowest rule that counts it: `strict`,
`middle` or `broad`, each holding the one before (catalogue/spending). A line without a word of its
own follows the total that it is part of, so a return that tells parts apart is read by its parts.

    share under a rule = spend on the lines that it counts / spend on all children's social care

A year in which the return did not ask for every line that a rule counts has no share under it:
before 2014-15 the revenue outturn left Sure Start and youth services out of children's social
care, so no share of it is read across that year. Nor is there one where a line stands below nought,
or where almost nothing is told under children in care, so that care is on other lines (`Unread`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from brightfutures.catalogue import Break
from brightfutures.catalogue.spending import Prevention
from brightfutures.measures.care_on_other_lines import IN_CARE, LEAST_IN_CARE
from brightfutures.money.panel import SpendPanel
from brightfutures.money.panel_sums import sum_of
from brightfutures.quantities import Missing, Reason, Value

TOTAL = "childrens_social_care"
"""The line that prevention is a share of."""

RULES = tuple(Prevention)
"""The rules from the narrowest to the widest."""


class Unread(StrEnum):
    """Why we do not read a share from figures that are published."""

    CARE_BOOKED_ELSEWHERE = "care_booked_elsewhere"  # next to nothing told under children in care
    BELOW_NOUGHT = "below_nought"  # a line that counts stands below nought


@dataclass(frozen=True, kw_only=True)
class PreventionYear:
    """One area's prevention in one financial year, in pounds of that year and as shares.

    `pounds` and what comes of it are by rule. Where `unread` says why, they are `unreliable` by
    our own rule and not by the publisher's.
    """

    area: str
    period: str
    total_pounds: Value
    pounds: Mapping[Prevention, Value]
    unread: Unread | None = None

    def share(self, rule: Prevention) -> Value:
        """The share of spending that is prevention under a rule, from 0 to 1."""
        return share_of(self.pounds[rule], self.total_pounds)

    def rest_pounds(self, rule: Prevention) -> Value:
        """What is spent on all other lines, in pounds of the year."""
        return self.total_pounds - self.pounds[rule]

    @property
    def known(self) -> bool:
        """Whether all three shares are known."""
        return not any(isinstance(self.share(rule), Missing) for rule in RULES)


def share_of(part_pounds: Value, total_pounds: Value) -> Value:
    """A part of a total as a share; `denominator_unavailable` where the total is not above 0."""
    both = part_pounds + total_pounds
    if isinstance(both, Missing) or isinstance(total_pounds, Missing):
        return both
    if total_pounds <= 0:
        return Missing((Reason.DENOMINATOR_UNAVAILABLE,))
    return part_pounds / total_pounds


def counts_under(word: Prevention | None, rule: Prevention) -> bool:
    """Whether a line of this word counts as prevention under a rule."""
    return word is not None and RULES.index(word) <= RULES.index(rule)


def prevention_lines(panel: SpendPanel, rule: Prevention, period: str) -> tuple[str, ...]:
    """The lines whose sum is prevention under a rule in a year, each as whole as may be."""
    return tuple(_whole(panel, TOTAL, None, rule, period))


def _whole(
    panel: SpendPanel, line: str, inherited: Prevention | None, rule: Prevention, period: str
) -> list[str]:
    """The line itself if all of it counts, else those of its parts that do."""
    word = panel.spending.lines[line].prevention or inherited
    parts = panel.parts_of(line, period)
    if not parts:
        return [line] if counts_under(word, rule) else []
    found = [_whole(panel, part, word, rule, period) for part in parts]
    if all(own == [part] for part, own in zip(parts, found, strict=True)):
        return [line]
    return [name for own in found for name in own]


def lines_not_asked(panel: SpendPanel, rule: Prevention, period: str) -> tuple[str, ...]:
    """The lines that a rule counts and that the return asks for in other years, but not in this."""
    return tuple(
        name
        for name in panel.lines
        if counts_under(panel.spending.lines[name].prevention, rule)
        and not panel.asked_for(name, period)
    )


@dataclass(frozen=True, eq=False)
class PreventionLines:
    """Which lines each rule counts in one year of one return; worked out once for all areas.

    `not_asked` are the rules under which the year has no share, as the return did not ask for
    every line that they count.
    """

    period: str
    lines: Mapping[Prevention, tuple[str, ...]]
    not_asked: frozenset[Prevention]

    @classmethod
    def of(cls, panel: SpendPanel, period: str) -> PreventionLines:
        """The lines of one year."""
        return cls(
            period=period,
            lines={rule: prevention_lines(panel, rule, period) for rule in RULES},
            not_asked=frozenset(rule for rule in RULES if lines_not_asked(panel, rule, period)),
        )


def prevention_year(
    panel: SpendPanel, counted: PreventionLines, measure: str, area: str
) -> PreventionYear:
    """What is prevention in one area under each rule, in the year of `counted`."""
    period = counted.period
    pounds = {
        rule: Missing((Reason.NOT_COLLECTED,))
        if rule in counted.not_asked
        else sum_of(panel, counted.lines[rule], measure, area, period)
        for rule in RULES
    }
    unread = _unread(panel, counted.lines[RULES[-1]], measure, area, period)
    if unread is not None:
        told = Missing((Reason.UNRELIABLE,))
        pounds = {
            rule: value if isinstance(value, Missing) else told for rule, value in pounds.items()
        }
    return PreventionYear(
        area=area,
        period=period,
        total_pounds=panel.whole_at(TOTAL, measure, area, period),
        pounds=pounds,
        unread=unread,
    )


def lines_at_nought(
    panel: SpendPanel, counted: PreventionLines, measure: str, area: str
) -> tuple[str, ...]:
    """The lines that the broadest rule counts and that an area tells at nought in the year."""
    return tuple(
        line
        for line in counted.lines[RULES[-1]]
        if panel.value_at(line, measure, area, counted.period) == 0.0
    )


def _unread(
    panel: SpendPanel, lines: tuple[str, ...], measure: str, area: str, period: str
) -> Unread | None:
    in_care = share_of(
        panel.value_at(IN_CARE, measure, area, period),
        panel.whole_at(TOTAL, measure, area, period),
    )
    if not isinstance(in_care, Missing) and in_care < LEAST_IN_CARE:
        return Unread.CARE_BOOKED_ELSEWHERE
    for line in lines:
        pounds = panel.value_at(line, measure, area, period)
        if not isinstance(pounds, Missing) and pounds < 0:
            return Unread.BELOW_NOUGHT
    return None


def prevention_breaks(panel: SpendPanel, first: str, last: str) -> tuple[Break, ...]:
    """The breaks after the year `first` and up to `last` in the total or a line that counts."""
    counted = [
        name
        for name in panel.lines
        if name == TOTAL or panel.spending.lines[name].prevention is not None
    ]
    found = [one for name in counted for one in panel.breaks_between(name, first, last)]
    return tuple(sorted(dict.fromkeys(found), key=lambda one: one.period))
