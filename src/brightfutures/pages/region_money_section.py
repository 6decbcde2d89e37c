"""A region's money on its page: what is said of it, and each of its councils."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from brightfutures.catalogue import Stage
from brightfutures.findings.figures import missing_words
from brightfutures.findings.pounds_words import share_words, signed_share, whole_pounds
from brightfutures.findings.region_money_words import region_money_sentences
from brightfutures.money.region_money import CouncilOfRegionMoney, RegionMoney
from brightfutures.pages.addresses import MONEY, council_page_address
from brightfutures.quantities import Area, Missing

MARK = "*"

AT_NOUGHT = (
    f"{MARK} This council tells no spending on a line that the rule counts, so the share may not "
    "hold all its prevention; its own page says which."
)
"""What is said below the table where a share is marked."""

MARK_OF_RETURN = "†"

CONTRADICTED = (
    f"{MARK_OF_RETURN} This council’s section 251 return contradicts the figure: one of the two is "
    "likely to be wrong."
)
"""What is said below the table where spending is marked."""


@dataclass(frozen=True, kw_only=True)
class RegionMoneyRow:
    """One council: its page about money, and what it spent, how that moved, and prevention."""

    name: str
    href: str
    cells: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class RegionMoneySection:
    """What is said, the councils in order of name, and the way to all England."""

    said: tuple[str, ...]
    caption: str
    headings: tuple[str, ...]
    rows: tuple[RegionMoneyRow, ...]
    note: str = ""
    contradicted: str = ""
    england_address: str = MONEY


def region_money_section(
    region: str, money: RegionMoney, areas: Mapping[str, Area]
) -> RegionMoneySection:
    """The section of a region; `areas` are its councils by their codes."""
    names = {code: area.name for code, area in areas.items()}
    since = money.both_then.period if money.both_then else None
    return RegionMoneySection(
        said=region_money_sentences(region, money, names),
        caption=f"Spending on children’s social care for each child in {money.period}, before "
        "income",
        headings=(
            "Council",
            "For each child",
            f"Since {since}, beyond prices" if since else "Change beyond prices",
            "Prevention, middle rule",
        ),
        rows=tuple(
            RegionMoneyRow(
                name=area.name,
                href=council_page_address(area, Stage.MONEY.value),
                cells=_cells(one),
            )
            for one in money.councils
            for area in (areas[one.code],)
        ),
        note=AT_NOUGHT if any(one.prevention_at_nought for one in money.councils) else "",
        contradicted=CONTRADICTED if any(one.contradicted for one in money.councils) else "",
    )


def _cells(one: CouncilOfRegionMoney) -> tuple[str, ...]:
    cash, change, share = one.now.cash, one.change_share, one.prevention_share
    return (
        missing_words(cash)
        if isinstance(cash, Missing)
        else whole_pounds(cash.pounds) + (MARK_OF_RETURN if one.contradicted else ""),
        _why(one.change_missing) if change is None else signed_share(change),
        _why_no_share(one)
        if share is None
        else share_words(share) + (MARK if one.prevention_at_nought else ""),
    )


def _why_no_share(one: CouncilOfRegionMoney) -> str:
    return "cannot be read" if one.prevention_unread else _why(one.prevention_missing)


def _why(missing: Missing | None) -> str:
    return "–" if missing is None else missing_words(missing)
