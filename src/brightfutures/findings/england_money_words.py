"""England's money in sentences: growth beyond prices, and in how many councils a part is clear."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from brightfutures.catalogue.checks import Severity
from brightfutures.catalogue.spending import SpendLine
from brightfutures.findings.figures import counted, listed, many, number
from brightfutures.findings.gap_words import part_title
from brightfutures.findings.place_names import placed
from brightfutures.findings.pounds_words import large_pounds, share_words, whole_pounds
from brightfutures.findings.sentence_case import inside
from brightfutures.money.checks.question import ReturnQuestion
from brightfutures.money.england_money import EnglandMoney, Growth
from brightfutures.money.gap_counts import GapCounts
from brightfutures.money.panel_sums import EnglandBesideCouncils
from brightfutures.money.prevention import TOTAL
from brightfutures.money.split_levels import LEVEL_OF
from brightfutures.quantities import Missing, Money, Reason

NOT_SENT = "missing_return"
"""The rule that asks why there is no return."""


def england_headline(money: EnglandMoney) -> str:
    """How spending for each child grew beyond prices since the last break, without a full stop.

    Without prices, or fewer than two years that can be set side by side, what was spent.
    """
    total = growth_of_total(money)
    share = total.share_per_child if total else None
    if total is None or share is None:
        spent = money.ours.pounds
        if isinstance(spent, Missing):
            return f"There is no figure of what England’s councils spent in {money.period}"
        return (
            f"England’s councils spent {large_pounds(spent)} on children’s social care in "
            f"{money.period}"
        )
    way = "more" if share > 0 else "less"
    if share_words(abs(share)) in ("0%", "under 1%"):
        return (
            f"England’s councils spent as much on children’s social care for each child in "
            f"{total.last.period} as in {total.first.period}, beyond prices"
        )
    return (
        f"England’s councils spent {share_words(abs(share))} {way} on children’s social care for "
        f"each child in {total.last.period} than in {total.first.period}, beyond prices"
    )


def growth_of_total(money: EnglandMoney) -> Growth | None:
    """The growth of all spending since its last break."""
    return next((one for one in money.growth if one.line == TOTAL), None)


def england_lead(money: EnglandMoney, names: Mapping[str, str]) -> tuple[str, ...]:
    """What was spent, after income too, for each child, and whose figures are estimates."""
    total = money.lines[0] if money.lines else None
    said = []
    if total is not None and not isinstance(total.spend_pounds, Missing):
        after = total.net_pounds
        income = (
            ""
            if isinstance(after, Missing)
            else f", and {large_pounds(after)} after fees, grants from health and other income"
        )
        said.append(
            f"In {money.period} they spent {large_pounds(total.spend_pounds)} before income"
            f"{income}."
        )
    cash = money.ours.cash
    if isinstance(cash, Money):
        said.append(f"That is {whole_pounds(cash.pounds)} for each child aged 0 to 17.")
    said.append(estimate_sentence(money.beside_councils, names))
    return tuple(filter(None, said))


def estimate_sentence(beside: EnglandBesideCouncils, names: Mapping[str, str]) -> str:
    """That England's figure holds estimates, for whom, and what the others come to."""
    if not beside.is_estimate:
        return ""
    silent = [
        placed(names[code])
        for code, missing in beside.absent
        if Reason.NOT_RETURNED in missing.reasons
    ]
    return (
        f"England’s figure is the publisher’s estimate: {listed(silent)} sent no return in time. "
        f"The councils that did come to {large_pounds(beside.councils_pounds)}."
    )


def growth_sentence(one: Growth, lines: Mapping[str, SpendLine]) -> str:
    """One line's growth beyond prices, in all and for each child."""
    share, per_child = one.share, one.share_per_child
    on = lines[one.line].spent_on
    if share is None or per_child is None:
        return (
            f"Spending on {on} was {large_pounds(one.then.pounds)} in {one.first.period} and "
            f"{large_pounds(one.now.pounds)} in {one.last.period}, in pounds of each year."
        )
    whole, each = _rose(share), _rose(per_child)
    said = f"{whole}, and {each}" if whole != each else f"{whole}, in all and"
    for verb in ("rose by ", "fell by "):  # the second is not said twice
        said = said.replace(f", and {verb}", ", and by ") if said.startswith(verb) else said
    return (
        f"Beyond prices, between {one.first.period} and {one.last.period} spending on {on} {said} "
        "for each child."
    )


def _rose(share: float) -> str:
    if share_words(abs(share)) in ("0%", "under 1%"):
        return "hardly moved"
    return f"{'rose' if share > 0 else 'fell'} by {share_words(abs(share))}"


def apart_sentence(growth: Sequence[Growth], lines: Mapping[str, SpendLine]) -> str:
    """Which lines grew most and which fell most for each child, of those told over as long.

    As long as most of them: a line with fewer years is set beside none of more.
    """
    parts = [one for one in growth if one.line != TOTAL and one.share_per_child is not None]
    firsts = [one.first.period for one in parts]
    since = max(sorted(set(firsts)), key=firsts.count, default="")
    parts = [one for one in parts if one.first.period == since]
    rose = sorted(
        (one for one in parts if (one.share_per_child or 0) > 0),
        key=lambda one: -(one.share_per_child or 0),
    )
    fell = sorted(
        (one for one in parts if (one.share_per_child or 0) < 0),
        key=lambda one: one.share_per_child or 0,
    )
    said = []
    if rose:
        said.append(f"Since {since} the most growth was on {_with_share(rose[0], lines)}")
    if fell:
        opening = "the largest fall" if said else f"Since {since} the largest fall was"
        said.append(f"{opening} on {_with_share(fell[0], lines)}")
    return f"{', and '.join(said)}, for each child and beyond prices." if said else ""


def _with_share(one: Growth, lines: Mapping[str, SpendLine]) -> str:
    return f"{lines[one.line].spent_on} ({share_words(abs(one.share_per_child or 0.0))})"


def gap_count_sentence(counts: GapCounts) -> str:
    """In how many councils each part is the largest, and how sure that is."""
    level = LEVEL_OF[counts.level]
    if not counts.causes:
        return f"{level.title}: no council’s gap can be parted."
    by_size = sorted(counts.causes, key=lambda one: -one.largest)
    told = [
        f"{inside(part_title(level, one.cause))} in {number(one.largest)}"
        for one in by_size
        if one.largest
    ]
    clear = sum(one.largest_and_clear for one in counts.causes)
    return (
        f"{level.title}: the gap of {many(counts.parted, 'council')} can be parted. The largest "
        f"part, whichever way it goes: {listed(told)}. Which way that part goes is clear in "
        f"{number(clear)} of them; that no other can be larger is sure in "
        f"{number(counts.surely_led)}."
    )


def questions_sentence(
    asked: Mapping[str, Sequence[ReturnQuestion]], period: str, middle: float | None
) -> str:
    """How many questions there are to ask of all councils' returns, and how sure they are.

    A return that was not sent raises one too, and is told apart from those that were.
    """
    every = [one for questions in asked.values() for one in questions]
    if not asked or middle is None:
        return ""
    counts = [(severity, sum(one.severity is severity for one in every)) for severity in Severity]
    parts = [f"{number(count)} “{severity.value}”" for severity, count in counts if count]
    of_which = f" ({listed(parts)})" if parts else ""
    half = number(middle, 0 if middle == int(middle) else 1)
    silent = sum(any(one.rule == NOT_SENT for one in questions) for questions in asked.values())
    verb = "was" if silent == 1 else "were"
    not_sent = f", and {counted(silent).lower()} that {verb} not sent," if silent else ""
    told = (
        f"The returns of {many(len(asked) - silent, 'council')} for {period}{not_sent} raise "
        f"{many(len(every), 'question')}{of_which}; the council in the middle has {half}."
    )
    nothing = sum(not questions for questions in asked.values())
    if not nothing:
        return told
    return f"{told} Of {number(nothing)} there is nothing to ask."
