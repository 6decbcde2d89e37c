"""The gap in spend per child on a page: its waterfall, and a sentence for each part."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from brightfutures.charts.waterfall import Total, WaterfallChart, WaterfallPart
from brightfutures.charts.words import ChartWords
from brightfutures.findings.comparison_words import Whom
from brightfutures.findings.gap_words import part_title
from brightfutures.findings.money import GapWords
from brightfutures.findings.place_names import placed
from brightfutures.findings.pounds_words import whole_pounds
from brightfutures.money.gap_result import LEVEL, GapSplit
from brightfutures.money.split_levels import IN_CARE
from brightfutures.pages.figures_of import Picture
from brightfutures.quantities import Interval


@dataclass(frozen=True, kw_only=True)
class PartLine:
    """One part of the gap: what it is called, what it comes to, and what it is made of."""

    title: str
    effect: str
    why: str


@dataclass(frozen=True, kw_only=True)
class GapSection:
    """One level of the gap; no picture where it cannot be parted, and then `why_not` says why."""

    id: str
    title: str
    picture: Picture | None
    parts: tuple[PartLine, ...]
    mean: str
    left_out: str
    how_sure: str
    why_not: str


WORDS_OF_LEVEL = {"all_lines": "gap", "in_care": "gap-in-care"}
"""The word of a level's chart in its address."""


def gap_section(
    words: GapWords, council: str, period: str, whom: Whom, source: str, how_sure: str
) -> GapSection:
    """One level of a council's gap; `how_sure` is what its ranges hold and do not."""
    level, split = words.level.level, words.level.split
    word = WORDS_OF_LEVEL[level.id]
    return GapSection(
        id=word,
        title=level.title,
        picture=_picture(words, split, council, period, whom, source, word)
        if isinstance(split, GapSplit)
        else None,
        parts=tuple(
            PartLine(title=part.title, effect=part.effect, why=part.why) for part in words.parts
        ),
        mean=f"{words.rounded} {words.mean}".strip(),
        left_out=words.left_out,
        how_sure=how_sure,
        why_not=words.why_not,
    )


def _picture(
    words: GapWords,
    split: GapSplit,
    council: str,
    period: str,
    whom: Whom,
    source: str,
    word: str,
) -> Picture:
    level = words.level.level
    on = "children in care" if level == IN_CARE else "children’s social care"
    message = (
        f"From {whole_pounds(split.theirs_per_child)} in {whom.councils} to "
        f"{whole_pounds(split.ours_per_child)} in {placed(council)}"
    )
    chart = WaterfallChart(
        words=ChartWords(
            title=f"{message}: {level.title.lower()}",
            description=" ".join(f"{part.title}: {part.effect}" for part in words.parts),
            show=whole_pounds,
            show_tick=lambda tick: f"£{tick:,.0f}".replace("£-", "−£"),
        ),
        start=Total(name=whom.heading, number=split.theirs_per_child),
        parts=tuple(
            WaterfallPart(
                name=part_title(level, part.cause),
                change=part.pounds_per_child,
                range=Interval(low=part.low, high=part.high, level=LEVEL),
            )
            for part in split.parts
        ),
        end=Total(name=council, number=split.ours_per_child),
    )
    councils = len(split.comparators)
    return Picture(
        word=word,
        message=message,
        statistics=f"Spending on {on} before income, pounds for each child aged 0 to 17, {period}; "
        f"{councils} {whom.after_number} taken together",
        wide=Markup(chart.svg(word)),
        narrow=Markup(chart.svg(f"{word}-narrow", narrow=True)),
        table=chart.table(),
        source=source,
        called=level.title,
    )
