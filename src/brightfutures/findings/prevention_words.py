"""Prevention in words: a share under three rules, through time, for each child, and by fifth."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from brightfutures.catalogue.spending import Prevention, SpendLine
from brightfutures.findings.figures import listed, missing_sentences
from brightfutures.findings.place_names import placed
from brightfutures.findings.pounds_words import large_pounds, share_words, whole_pounds
from brightfutures.findings.sentence_case import inside
from brightfutures.money.prevention import RULES, PreventionYear, Unread
from brightfutures.money.prevention_book import PreventionForEachChild
from brightfutures.money.prevention_fifths import PreventionFifth
from brightfutures.quantities import Missing, Money, Value

NARROWEST, MIDDLE, WIDEST = RULES

RULE_TITLES: Mapping[Prevention, str] = {
    Prevention.STRICT: "Strict rule",
    Prevention.MIDDLE: "Middle rule",
    Prevention.BROAD: "Broad rule",
}

RULE_SENTENCES: Mapping[Prevention, str] = {
    Prevention.STRICT: "What is open to families before anything is known to be wrong.",
    Prevention.MIDDLE: "That, and help for families who are in difficulty.",
    Prevention.BROAD: "That, and lines of which a part may come early; no return says how much.",
}

UNREAD_SENTENCES: Mapping[Unread, str] = {
    Unread.CARE_BOOKED_ELSEWHERE: (
        "Next to nothing is told under children in care: what care there is stands on other lines, "
        "and what is prevention cannot be read."
    ),
    Unread.BELOW_NOUGHT: (
        "A line that counts as prevention stands below nought, so its share cannot be read."
    ),
}

COUNTED_BY: Mapping[Prevention | None, str] = {
    Prevention.STRICT: "Every rule counts it.",
    Prevention.MIDDLE: "The middle and the broad rule count it.",
    Prevention.BROAD: "Only the broad rule counts it.",
    None: "No rule counts it.",
}
"""Which rules count a line, by the narrowest that does."""

WHY_THREE = (
    "No return says what prevention is, and lines hold early help and late help together: the "
    "share is told under three rules, and the truth of one council may lie anywhere between them."
)

WHICH_LINES = "Which lines count, and why some could count either way"

NOT_BEFORE_2014_15 = (
    "Before 2014-15 children’s centres and youth services were told with education, so no share "
    "of those years can be set beside these."
)


@dataclass(frozen=True, kw_only=True)
class EitherWay:
    """A line that could count as prevention or not; `sentence` says which rules count it and why.

    `narrowest` is the narrowest rule that counts it; None where none does.
    """

    line: str
    title: str
    narrowest: Prevention | None
    sentence: str


def prevention_sentence(council: str, year: PreventionYear) -> str:
    """Between which shares of spending is prevention, and the share by the middle rule."""
    shares = _shares(year)
    if shares is None:
        return (
            f"How much of what {placed(council)} spent in {year.period} is prevention cannot be "
            f"told. {why_not_known(year)}"
        )
    low, middle, high = (share_words(shares[rule]) for rule in RULES)
    if low == high:
        return (
            f"In {year.period} {low} of what {placed(council)} spent on children’s social care "
            "was prevention, under each of three rules of what counts."
        )
    return (
        f"In {year.period} between {low} and {high} of what {placed(council)} spent on children’s "
        f"social care was prevention, as strictly or as broadly as one counts it; {middle} by the "
        "rule in the middle."
    )


def england_share_sentence(year: PreventionYear) -> str:
    """England's share by the middle rule; nothing where it is not known."""
    share = year.share(MIDDLE)
    return "" if isinstance(share, Missing) else f"By that rule England’s was {share_words(share)}."


def why_not_known(year: PreventionYear) -> str:
    """Why shares are not known: our own reason, else the publisher's."""
    if year.unread is not None:
        return UNREAD_SENTENCES[year.unread]
    for value in (year.total_pounds, *(year.pounds[rule] for rule in RULES)):
        if isinstance(value, Missing):
            return missing_sentences(value)
    return "Nothing was spent of which it could be a share."


def prevention_over_time_sentence(years: Iterable[PreventionYear]) -> str:
    """Whether the share is higher or lower than in the first year known, under which rules.

    Nothing where fewer than two years are known. The figures are full counts: no test is named.
    """
    known = [year for year in years if year.known]
    if len(known) < 2:
        return ""
    first, last = known[0], known[-1]
    then, now = _shares(first), _shares(last)
    assert then is not None
    assert now is not None
    ways = {rule: _way(then[rule], now[rule]) for rule in RULES}
    was = (
        f"In {first.period} it was between {share_words(then[NARROWEST])} and "
        f"{share_words(then[WIDEST])}"
    )
    told = [f"{way} under {_rules(rules)}" for way, rules in _by_way(ways)]
    if len(told) == 1:
        told = [f"{ways[MIDDLE]} under every rule"]
    return f"{was}, and in {last.period} it was {listed(told)}."


def for_each_child_sentence(first: PreventionForEachChild, last: PreventionForEachChild) -> str:
    """Pounds of prevention for each child and of all else, then and now, in one year's prices.

    Nothing where a figure is missing or an index is.
    """
    pairs = [(one.by_rule[MIDDLE].real, one.rest.real) for one in (first, last)]
    (before, rest_before), (after, rest_after) = pairs
    if (
        isinstance(before, Missing)
        or isinstance(after, Missing)
        or isinstance(rest_before, Missing)
        or isinstance(rest_after, Missing)
        or len({before.price_year, after.price_year}) > 1
    ):
        return ""
    return (
        f"In prices of {after.price_year}, prevention by the middle rule was "
        f"{_money(before)} for each child in {first.period} and {_money(after)} in {last.period}; "
        f"what no rule counts was {_money(rest_before)} and {_money(rest_after)}."
    )


def nought_sentence(
    council: str, nought: Sequence[SpendLine], period: str, elsewhere: Sequence[Value] = ()
) -> str:
    """Which lines that count as prevention a council tells at nought; nothing where none is.

    It stands before the share, since a share of nought is then how money is booked. `elsewhere` is
    what its section 251 return tells of the same lines, in pounds, where that is known.
    """
    if not nought:
        return ""
    titles = listed([inside(line.title) for line in nought])
    may = "that" if len(nought) == 1 else "those"
    known = [pounds for pounds in elsewhere if not isinstance(pounds, Missing)]
    other = (
        f", though its section 251 return tells {listed([large_pounds(one) for one in known])}"
        if len(known) == len(nought) and any(known)
        else ""
    )
    return (
        f"In {period} {placed(council)} tells no spending on {titles}{other}. What it spends on "
        f"{may} may stand on other lines, or with another service such as public health, and then "
        "the shares do not hold it."
    )


def may_not_hold_all(nought: Sequence[SpendLine]) -> str:
    """What to know of a share where lines that its rule counts are told at nought, if any are."""
    if not nought:
        return ""
    titles = listed([inside(line.title) for line in nought])
    return (
        f"Its return tells no spending on {titles}, which the rule counts, so the share may not "
        "hold all its prevention."
    )


def rule_sentence(rule: Prevention, counted: Sequence[str], lines: Mapping[str, SpendLine]) -> str:
    """What a rule counts, by the titles of its lines in one year of one return."""
    titles = listed([inside(lines[name].title) for name in counted])
    return f"{RULE_SENTENCES[rule]} It counts {titles}." if titles else RULE_SENTENCES[rule]


def lines_either_way(lines: Iterable[SpendLine]) -> tuple[EitherWay, ...]:
    """Each line of which it can be argued whether it is prevention, by the rules, narrowest first.

    Those that no rule counts come last.
    """
    order = (*RULES, None)
    argued = [
        EitherWay(
            line=line.id,
            title=line.title,
            narrowest=line.prevention,
            sentence=f"{COUNTED_BY[line.prevention]} {line.ambiguous_because}",
        )
        for line in lines
        if line.ambiguous_because
    ]
    return tuple(sorted(argued, key=lambda one: order.index(one.narrowest)))


def fifths_sentence(
    fifths: Sequence[PreventionFifth], for_each_child: Sequence[PreventionForEachChild]
) -> str:
    """The most deprived fifth of councils beside the least; nothing where there are no fifths.

    `for_each_child` is what each fifth spent, in the same order. Pounds are told
    in the newest prices, or in those of their own year where it has no index.
    """
    if not fifths:
        return ""
    most, least = fifths[0], fifths[-1]
    return (
        f"In {most.period} prevention was {_span(most)} of spending in the fifth of councils that "
        f"is most deprived, and {_span(least)} in the fifth that is least. By the middle rule that "
        f"is {_both_for_each_child(for_each_child[0], for_each_child[-1])}."
    )


def _both_for_each_child(most: PreventionForEachChild, least: PreventionForEachChild) -> str:
    high, low = most.by_rule[MIDDLE].real, least.by_rule[MIDDLE].real
    assert isinstance(high, Money)
    assert isinstance(low, Money)
    return f"{_money(high)} and {_money(low)} for each child, in prices of {high.price_year}"


def _shares(year: PreventionYear) -> dict[Prevention, float] | None:
    found: dict[Prevention, float] = {}
    for rule in RULES:
        share = year.share(rule)
        if isinstance(share, Missing):
            return None
        found[rule] = share
    return found


def _way(then: float, now: float) -> str:
    if share_words(then, 1) == share_words(now, 1):
        return "the same"
    return "higher" if now > then else "lower"


def _by_way(ways: Mapping[Prevention, str]) -> list[tuple[str, list[Prevention]]]:
    found: dict[str, list[Prevention]] = {}
    for rule, way in ways.items():
        found.setdefault(way, []).append(rule)
    return list(found.items())


def _rules(rules: Sequence[Prevention]) -> str:
    names = listed([f"the {rule.value}" for rule in rules])
    return f"{names} rule{'' if len(rules) == 1 else 's'}"


def _span(fifth: PreventionFifth) -> str:
    low, high = share_words(fifth.share(NARROWEST)), share_words(fifth.share(WIDEST))
    return low if low == high else f"{low} to {high}"


def _money(money: Money) -> str:
    return whole_pounds(money.pounds)
