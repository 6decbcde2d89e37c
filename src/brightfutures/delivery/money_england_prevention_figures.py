"""Prevention by fifth of councils, and England's named grants for early help."""

from __future__ import annotations

from collections.abc import Iterator

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.money_figure import EACH_CHILD, POUNDS, SHARE, MoneyFigure
from brightfutures.delivery.money_sources import rows_of_grant
from brightfutures.findings.england_money import ENGLAND_NAME
from brightfutures.findings.figures import many
from brightfutures.findings.prevention_words import RULE_TITLES
from brightfutures.money.england_money import EnglandMoney
from brightfutures.money.prevention import RULES
from brightfutures.quantities import Money

FIFTHS = "Prevention by fifth of councils"
GRANTS = "Grants for early help"


def figures_of_fifths(edition: Edition, money: EnglandMoney) -> Iterator[MoneyFigure]:
    """Shares and pounds for each child under each rule, in the first year known and the newest."""
    book = edition.books.prevention
    for fifth in (*money.first_fifths, *money.fifths):
        each = book.fifth_for_each_child(fifth).by_rule
        for rule in RULES:
            real = each[rule].real
            prices = f", in prices of {real.price_year}" if isinstance(real, Money) else ""
            for told_as, unit, value in (
                ("Prevention as a share of spending", SHARE, fifth.share(rule)),
                ("Prevention for each child, cash", EACH_CHILD, fifth.per_child_pounds(rule)),
                ("Prevention for each child, real terms", f"{EACH_CHILD}{prices}", real),
            ):
                yield MoneyFigure(
                    part=FIFTHS,
                    about=RULE_TITLES[rule],
                    id=rule.value,
                    whose=f"Fifth {fifth.place} of five, 1 the most deprived: "
                    f"{many(fifth.councils, 'council')}",
                    period=fifth.period,
                    told_as=told_as,
                    unit=unit,
                    value=value,
                )


def figures_of_grants(edition: Edition, money: EnglandMoney) -> Iterator[MoneyFigure]:
    """The pounds of every grant and year, in cash and in real terms."""
    for one in money.grants:
        prices = f", in prices of {one.real.price_year}" if isinstance(one.real, Money) else ""
        behind = rows_of_grant(edition, one)
        for told_as, unit, value in (
            ("Grant, cash", POUNDS, one.cash),
            ("Grant, real terms", f"{POUNDS}{prices}", one.real),
        ):
            yield MoneyFigure(
                part=GRANTS,
                about=edition.catalogue.series[one.grant].sentence.rstrip("."),
                id=one.grant,
                whose=ENGLAND_NAME,
                period=one.period,
                told_as=told_as,
                unit=unit,
                value=value,
                behind=behind,
            )
