"""England's money as a person reads it in a terminal, 80 columns wide at most."""

from __future__ import annotations

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.england_money import england_money_of
from brightfutures.delivery.money_text import (
    bullet,
    heading,
    lines_by_year,
    prevention_table,
    table,
    text_width,
    under,
    why_no_figure,
    wrapped,
)
from brightfutures.findings.after_cuts_words import WHAT_IT_IS, after_cuts_headline
from brightfutures.findings.england_money import EnglandMoneyFindings
from brightfutures.findings.figures import number
from brightfutures.findings.gap_words import part_title
from brightfutures.findings.pounds_words import whole_pounds
from brightfutures.findings.prevention_words import RULE_TITLES, WHICH_LINES
from brightfutures.money.england_money import SpreadOfYear
from brightfutures.money.prevention import RULES
from brightfutures.money.split_levels import LEVEL_OF
from brightfutures.quantities import ENGLAND


def england_money_text(edition: Edition) -> str:
    """The finding, growth, spread, gaps, prevention, budgets, cuts, questions, and every line."""
    width = text_width()
    found = england_money_of(edition)
    lines = heading(edition, found.headline, " ".join(found.lead), width)
    for title, sentences in (
        ("How it grew", found.growth),
        ("How far councils lie apart", (*found.spread, *found.judged, found.sector)),
    ):
        lines += _section(title, sentences, width)
    lines += table(_spread_rows(found.money.spreads), (10, 10, 12, 12, 12))
    lines += _section("What councils’ gaps are made of", found.gaps, width)
    lines += table(_gap_rows(found), (34, 9, 14, 14))
    lines += _section("Prevention", found.prevention, width)
    for rule, said in zip(RULES, found.rules, strict=False):
        lines += bullet(f"{RULE_TITLES[rule]}: {said}", width)
    if found.either_way:
        lines += ["", *wrapped(f"{WHICH_LINES}:", width)]
    for one in found.either_way:
        lines += bullet(f"{one.title}: {one.sentence}", width)
    lines += ["", *prevention_table(found.money.prevention)]
    lines += ["", *wrapped(" ".join((*found.fifths, found.grant)), width)]
    lines += _section("What a placement costs by who provides it", found.by_provider, width)
    for budget in found.budgets:
        lines += _section(f"Budget and outturn {budget.period}", budget.sentences, width)
    cuts = edition.books.after_cuts
    if cuts.results:
        lines += _section("What followed cuts", (after_cuts_headline(cuts), WHAT_IT_IS), width)
    lines += _section("Questions on the returns", (found.questions,), width)
    lines += ["", *under("What you should know")]
    for note in found.notes:
        lines += bullet(note, width)
    told = lines_by_year(edition, ENGLAND)
    lines += ["", *under("Lines, £ million, before income"), *told, *why_no_figure(told, width)]
    return "\n".join([*lines, "", *wrapped(edition.data_line, width)])


def _section(title: str, sentences: tuple[str, ...], width: int) -> list[str]:
    told = " ".join(filter(None, sentences))
    return ["", *under(title), *wrapped(told, width)] if told else []


def _spread_rows(spreads: tuple[SpreadOfYear, ...]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [("Year", "councils", "ten lowest", "ten highest", "times")]
    for one in reversed(spreads):
        ends = one.every.ends
        if ends is not None:
            means = (whole_pounds(ends.lowest_mean), whole_pounds(ends.highest_mean))
            rows.append((one.period, number(one.every.councils), *means, number(ends.ratio, 1)))
    return rows


def _gap_rows(found: EnglandMoneyFindings) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for counts in found.money.gaps:
        level = LEVEL_OF[counts.level]
        if counts.causes:
            rows.append((level.title, "largest", "clearly more", "clearly less"))
        rows += [
            (
                f"  {part_title(level, one.cause)}",
                number(one.largest),
                number(one.more),
                number(one.less),
            )
            for one in counts.causes
        ]
    return rows
