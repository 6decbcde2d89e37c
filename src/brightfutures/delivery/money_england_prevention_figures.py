"""Prevention by fifth of councils, and England's named grants for early help."""

from __future__ import annotations

from collections.abc import Iterator

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.money_figure import (
    EACH_CHILD,
    POUNDS,
    SHARE,
    MoneyFigure,
    Subject,
    in_prices_of,
)
from brightfutures.delivery.money_sources import rows_of_grant
from brightfutures.findings.england_money import ENGLAND_NAME
from brightfutures.findings.figures import many
from brightfutures.findings.prevention_words import RULE_TITLES
from brightfutures.money.england_money import EnglandMoney
from brightfutures.money.prevention import RULES

FIFTHS = "Prevention by fifth of councils"
GRANTS = "Grants for early help"


def figures_of_fifths(edition: Edition, money: EnglandMoney) -> Iterator[MoneyFigure]:
    """Shares and pounds for each child under each rule, in the first year known and the newest."""
    book = edition.books.prevention
    for fifth in (*money.first_fifths, *money.fifths):
        each = book.fifth_for_each_child(fifth).by_rule
        for rule in RULES:
            real = each[rule].real
            counted_so = Subject(
                part=FIFTHS,
                about=RULE_TITLES[rule],
                id=rule.value,
                whose=f"Fifth {fifth.place} of five, 1 the most deprived: "
                f"{many(fifth.councils, 'council')}",
                period=fifth.period,
            )
            share, cash = fifth.share(rule), fifth.per_child_pounds(rule)
            in_real_terms = in_prices_of(EACH_CHILD, real)
            yield counted_so.told("Prevention as a share of spending", SHARE, share)
            yield counted_so.told("Prevention for each child, cash", EACH_CHILD, cash)
            yield counted_so.told("Prevention for each child, real terms", in_real_terms, real)


def figures_of_grants(edition: Edition, money: EnglandMoney) -> Iterator[MoneyFigure]:
    """The pounds of every grant and year, in cash and in real terms."""
    for one in money.grants:
        behind = rows_of_grant(edition, one)
        grant = Subject(
            part=GRANTS,
            about=edition.catalogue.series[one.grant].sentence.rstrip("."),
            id=one.grant,
            whose=ENGLAND_NAME,
            period=one.period,
        )
        yield grant.told("Grant, cash", POUNDS, one.cash, behind)
        yield grant.told("Grant, real terms", in_prices_of(POUNDS, one.real), one.real, behind)
