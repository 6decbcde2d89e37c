"""A council's money as a person reads it in a terminal, 80 columns wide at most."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator, Sequence

from brightfutures.catalogue.spending import Prevention
from brightfutures.delivery.chosen_comparison import ChosenComparison
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.delivery.money import asks_first, money_of, questions_by_year
from brightfutures.delivery.return_checks import costs_asked_about
from brightfutures.findings.check_words import (
    how_many,
    look_at_sentence,
    question_sentence,
    question_title,
)
from brightfutures.findings.figures import missing_words, number
from brightfutures.findings.gap_words import part_title
from brightfutures.findings.money import GapWords, MoneyFindings
from brightfutures.findings.place_names import placed
from brightfutures.findings.pounds_words import MILLION, share_words, whole_pounds
from brightfutures.findings.spend_words import gap_as_told
from brightfutures.findings.unit_cost_words import (
    ASKED_ABOUT,
    NOT_TESTED,
    beside_cost_sentence,
    cost_gap_sentence,
    cost_sentence,
    one_placement_sentence,
)
from brightfutures.money.finance_returns import BEFORE_INCOME, OUTTURN, SECTION_251
from brightfutures.money.gap_result import GapSplit
from brightfutures.money.prevention import RULES, TOTAL, PreventionYear
from brightfutures.pages.prevention_picture import UNREAD
from brightfutures.quantities import Area, Missing, Reason, Value

NARROWEST, WIDEST = 40, 80
"""Columns of text."""

NAME = 30
"""So many columns are for the name of a line."""


NOT_TOLD = "not told"
WHY_NO_FIGURE = (
    "“–”: the return of that year does not ask for the line, or its figures by line are not "
    f"published for councils. “{NOT_TOLD}”: the line is asked for, and no figure was returned or "
    "published."
)
"""Under the lines, where a cell has no figure."""


def money_text(
    edition: Edition, area: Area, chosen: ChosenComparison, period: str | None = None
) -> str:
    """The finding, the gap in parts, the lines of both returns, prevention, costs, questions."""
    width = text_width()
    found = money_of(edition, area, chosen.against, chosen.whom, period)
    lines = heading(edition, found.headline, " ".join(found.lead), width)
    lines += wrapped(chosen.sentence, width)
    for note in found.area_notes:
        lines += ["", *wrapped(note, width)]
    for gap in found.gaps:
        lines += ["", *under(gap.level.level.title), *_gap(gap, area.name, width)]
    if found.how_sure:
        lines += ["", *wrapped(found.how_sure, width)]
    if asks := asks_first(edition, found):
        lines += ["", *under("What to ask first")]
        for one in asks:
            lines += bullet(f"{one.about}. {one.question}", width)
    lines += ["", *under("Through the years"), *wrapped(" ".join(found.over_time), width)]
    if found.prevention:
        lines += ["", *under("Prevention"), *wrapped(" ".join(found.prevention), width)]
        lines += prevention_table(found.money.prevention)
    if found.money.unit_costs:
        lines += ["", *under("What a placement costs"), *_costs(edition, found, chosen, width)]
    for budget in found.budgets:
        lines += ["", *under(f"Budget and outturn {budget.period}")]
        lines += wrapped(" ".join(budget.sentences), width)
    if found.own_cuts:
        lines += ["", *under("What followed cuts"), *wrapped(" ".join(found.own_cuts), width)]
    lines += ["", *under("Questions on the return"), *_questions(edition, found, width)]
    lines += ["", *under("What you should know")]
    for note in (*found.notes_of_the_year, *found.notes):
        lines += bullet(note, width)
    told = lines_by_year(edition, area.code)
    lines += ["", *under("Lines, £ million, before income"), *told, *why_no_figure(told, width)]
    return "\n".join([*lines, "", *wrapped(edition.data_line, width)])


def text_width() -> int:
    """As wide as the terminal, within what is easily read."""
    return max(NARROWEST, min(shutil.get_terminal_size().columns, WIDEST))


def heading(edition: Edition, headline: str, lead: str, width: int) -> list[str]:
    """The finding, underlined, and the lead; above both that figures are made up, if they are."""
    lines = [standing_notice(edition), ""] if edition.store.made_up else []
    title = textwrap.wrap(headline, width)
    return [*lines, *title, "=" * max(map(len, title)), *wrapped(lead, width)]


def under(title: str) -> list[str]:
    """A title with a line under it."""
    return [title, "-" * len(title)]


def wrapped(text: str, width: int) -> list[str]:
    """A paragraph in lines."""
    return textwrap.wrap(text, width)


def bullet(text: str, width: int) -> list[str]:
    """A point in lines, the first marked."""
    return textwrap.wrap(f"- {text}", width, subsequent_indent="  ")


def table(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> list[str]:
    """Rows in columns: the first to the left, the others to the right; a long name is cut."""
    lines = []
    for first, *others in rows:
        name = first if len(first) <= widths[0] else f"{first[: widths[0] - 1]}…"
        cells = "".join(f"  {cell:>{size}}" for cell, size in zip(others, widths[1:], strict=True))
        lines.append(f"{name:<{widths[0]}}{cells}".rstrip())
    return lines


def _gap(words: GapWords, council: str, width: int) -> list[str]:
    split = words.level.split
    if not isinstance(split, GapSplit):
        return wrapped(words.why_not, width)
    rows = [
        ("£ for each child", "", "95% range"),
        ("The others together", whole_pounds(split.theirs_per_child), ""),
    ]
    for part in split.parts:
        spread = f"{_signed(part.low)} to {_signed(part.high)}"
        rows.append(
            (part_title(words.level.level, part.cause), _signed(part.pounds_per_child), spread)
        )
    rows += [
        ("Sum of the parts", _signed(gap_as_told(split)), ""),
        (council, whole_pounds(split.ours_per_child), ""),
        ("From the mean of their rates", _signed(split.gap_from_mean_of_rates), ""),
    ]
    lines = [*table(rows, (34, 10, 22)), ""]
    for part_words in words.parts:
        lines += bullet(part_words.sentence, width)
    said = (words.rounded, words.mean, words.left_out)
    return [*lines, *wrapped(" ".join(filter(None, said)), width)]


def _signed(value: float) -> str:
    text = whole_pounds(value)
    return f"+{text}" if value > 0 and text != "£0" else "£0" if text == "−£0" else text


def lines_by_year(edition: Edition, code: str) -> list[str]:
    """Every line and year of both returns, the newest year first, in millions of pounds."""
    lines: list[str] = []
    for account in (OUTTURN, SECTION_251):
        panel = edition.books.panel_of(account)
        title = edition.catalogue.spending.accounts[account].title
        lines += ["", title] if lines else [title]
        told = [
            period
            for period in reversed(panel.periods)
            if any(_told(panel.value_at(line, BEFORE_INCOME, code, period)) for line in panel.lines)
        ]
        if not told:
            lines.append("No year is told.")
        figures = [_millions(panel.value_at(TOTAL, BEFORE_INCOME, code, one)) for one in told]
        size = max(map(len, (*told, *figures)), default=0) + 1  # totals are the longest
        for few in _by(told, (WIDEST - NAME) // (size + 2)):
            rows = [("", *few)]
            for line in panel.lines:
                values = [panel.value_at(line, BEFORE_INCOME, code, period) for period in few]
                if any(_told(value) for value in values):
                    shown = edition.catalogue.spend_lines[line].title
                    rows.append((shown, *(_millions(value) for value in values)))
            lines += [*table(rows, (NAME, *[size] * len(few))), ""]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def why_no_figure(lines: Sequence[str], width: int) -> list[str]:
    """What a cell of the lines without a figure means; nothing where each has one."""
    without = any(line.endswith(("–", NOT_TOLD)) or " –  " in line for line in lines)
    return ["", *wrapped(WHY_NO_FIGURE, width)] if without else []


def _by(labels: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    for begin in range(0, len(labels), size):
        yield labels[begin : begin + size]


def _told(value: Value) -> bool:
    return not isinstance(value, Missing)


def _millions(value: Value) -> str:
    if isinstance(value, Missing):
        return "–" if Reason.NOT_COLLECTED in value.reasons else NOT_TOLD
    return number(value / MILLION, 2)


def prevention_table(years: Sequence[PreventionYear]) -> list[str]:
    """The three shares of each year."""
    rows = [("Year", *(f"{rule.value}" for rule in RULES))]
    for year in years:
        rows.append((year.period, *(_share(year, rule) for rule in RULES)))
    return table(rows, (10, 16, 16, 16))


def _share(year: PreventionYear, rule: Prevention) -> str:
    share = year.share(rule)
    if isinstance(share, Missing):
        return UNREAD if year.unread else missing_words(share)
    return share_words(share, 1)


def _costs(
    edition: Edition, found: MoneyFindings, chosen: ChosenComparison, width: int
) -> list[str]:
    lines: list[str] = []
    for one in found.money.unit_costs:
        said = [cost_sentence(found.money.area.name, one.ours)]
        if found.money.area.code in costs_asked_about(edition, one.kind, one.ours.period):
            said.append(ASKED_ABOUT)
        if one.theirs is not None:
            names = {code: edition.name_of(code) for code in one.beside}
            said.append(beside_cost_sentence(one.theirs, names, chosen.whom))
            said.append(cost_gap_sentence(one.ours, one.theirs))
        said.append(one_placement_sentence(found.money.area.name, one.ours).partition(" It is ")[0])
        lines += bullet(" ".join(filter(None, said)), width)
    return [*lines, *wrapped(NOT_TESTED, width)]


def _questions(edition: Edition, found: MoneyFindings, width: int) -> list[str]:
    money, catalogue = found.money, edition.catalogue
    if money.area.is_former:
        return wrapped("Nothing is asked of a council that has ended.", width)
    lines: list[str] = []
    for year, asked in questions_by_year(edition, money).items():
        whose = f"the return of {placed(money.area.name)} for {year}"
        lines += wrapped(how_many(asked, whose=whose), width)
        for one in asked:
            word = one.severity.value.replace("_", " ").capitalize()
            title = f"{word}. {question_title(catalogue, one)}."
            said = f"{title} {question_sentence(catalogue, one)} {look_at_sentence(catalogue, one)}"
            lines += bullet(said, width)
    return lines
