"""How far councils differ on each outcome and enabler: page, plain data, CSV and XLSX."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable
from dataclasses import asdict
from typing import Any

from brightfutures.catalogue import Indicator
from brightfutures.delivery.answers import (
    Answer,
    downloads_at,
    form_answer,
    html_answer,
)
from brightfutures.delivery.asked import Asked
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import json_text
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.delivery.spreadsheets import Workbook, csv_bytes
from brightfutures.findings.national_spread_cells import (
    apart_words,
    moved_direction,
    moved_words,
)
from brightfutures.findings.national_spread_words import (
    HOW_TO_READ,
    Told,
    outcome_words,
    spread_headline,
    spread_lead,
    which_measures,
)
from brightfutures.measures.nation.spread_results import NationalSpread, Part
from brightfutures.pages.addresses import england_page_address
from brightfutures.pages.england_framework_page import FRAMEWORK, england_framework_page

SCHEMA = 1
WIDTH = 80


def told_of(edition: Edition) -> Told:
    """Every measure that has figures, with its spread and change, in the catalogue's order."""
    measures, indicators = edition.measures, edition.catalogue.indicators
    return tuple(
        (indicators[name], measures.all_councils.national_spread(name))
        for name in measures.with_figures()
    )


def england_framework_answer(edition: Edition, asked: Asked) -> Answer:
    """The page in the form its suffix asks for."""
    if asked.suffix == "html":
        downloads = downloads_at(england_page_address(FRAMEWORK))
        page = england_framework_page(edition.catalogue, told_of(edition), downloads)
        return html_answer(edition, "england_framework.html", page, asked)
    return form_answer(FORMS, asked.suffix, "england-framework", edition)


def england_framework_account(edition: Edition) -> dict[str, Any]:
    """The whole page as plain data, schema 1.

    Shares are from 0 to 1. A change, and what is ordinary in a year, is in percentage points where
    `change_in_points`, and otherwise a share of the figure.
    """
    told = told_of(edition)
    return {
        "schema": SCHEMA,
        "made_up": edition.store.made_up,
        "says": [spread_headline(told), spread_lead(told)],
        "read_with": list(HOW_TO_READ),
        "outcomes": [
            {
                "id": outcome.id,
                "name": outcome.name,
                "is_enabler": outcome.is_enabler,
                "says": [*words.differences, *words.change],
                "not_measured": list(outcome.not_measured),
                "measures": [_measure(indicator, found) for indicator, found in own],
            }
            for outcome in edition.catalogue.outcomes.values()
            for own in [[pair for pair in told if pair[0].outcome == outcome.name]]
            for words in [outcome_words(outcome, own)]
        ],
        "notice": standing_notice(edition),
    }


def _measure(indicator: Indicator, found: NationalSpread) -> dict[str, Any]:
    plain = asdict(found)
    since = found.england.since_break
    plain["england"]["since_break"] = asdict(since) if since else None
    return {
        "indicator": indicator.id,
        "title": indicator.title,
        "unit": indicator.unit,
        "in_the_health_check_set": indicator.health_check,
        "change_in_points": indicator.unit == "%",
        "moved_words": moved_words(indicator, found.england),
        "direction": moved_direction(indicator, found.england.moved).value,
        "lasts": found.split.lasts.value if found.split else None,
        **{name: value for name, value in plain.items() if name != "indicator"},
    }


def england_framework_text(edition: Edition) -> str:
    """What the page says, as a person reads it in a terminal of eighty columns."""
    told = told_of(edition)
    lines = [standing_notice(edition), ""] if edition.store.made_up else []
    paragraphs = [spread_headline(told) + ".", spread_lead(told), *HOW_TO_READ]
    lines += _wrapped([*paragraphs, which_measures(told)])
    for outcome in edition.catalogue.outcomes.values():
        words = outcome_words(outcome, [pair for pair in told if pair[0].outcome == outcome.name])
        title = textwrap.wrap(outcome.name, WIDTH)
        lines += [*title, "-" * max(map(len, title)), ""]
        lines += _wrapped([" ".join(words.differences), " ".join(words.change)])
    return "\n".join(lines).rstrip()


def _wrapped(paragraphs: Iterable[str]) -> list[str]:
    """Each paragraph in lines of the terminal's width, with an empty line after it."""
    return [line for text in paragraphs if text for line in (*textwrap.wrap(text, WIDTH), "")]


HEADINGS = (
    "Outcome or enabler", "Measure", "Indicator id", "Unit", "England from", "England then",
    "England to", "England now", "England higher or lower", "For the better or worse",
    "Counted in another way before", "Period of the difference", "Beside", "Councils read",
    "Lasts (share)", "Lasts, from (95%)", "Lasts, to (95%)", "Comes and goes (share)",
    "Comes and goes, from (95%)", "Comes and goes, to (95%)", "Chance (share)",
    "Chance, from (95%)", "Chance, to (95%)", "Why there are no parts", "Low council",
    "High council", "Low council, of what lasts", "High council, of what lasts",
    "Times as far apart as at first", "Times, from (99%)", "Times, to (99%)",
    "Closer or further", "Circumstances account for (share of all)",
    "Circumstances account for (share of what lasts)", "Held-out councils within their range",
    "Councils clearly different", "Councils tested", "Steadiness over three years",
    "Councils risen in five years", "Councils fallen in five years", "Councils that can be read",
)  # fmt: skip


def _rows(edition: Edition) -> list[list[Any]]:
    return [_row(indicator, found) for indicator, found in told_of(edition)]


def _row(indicator: Indicator, found: NationalSpread) -> list[Any]:
    england, split, then = found.england, found.split, found.spread_then
    circumstances, since = found.circumstances, found.england.since_break
    moved = found.councils_moved
    return [
        indicator.outcome,
        indicator.title,
        indicator.id,
        indicator.unit,
        england.from_period,
        england.from_value,
        england.to_period,
        england.to_value,
        moved_words(indicator, england),
        moved_direction(indicator, england.moved).value,
        since.period if since else None,
        *((split.period, split.before, split.councils) if split else (None, None, None)),
        *_part(split.lasting if split else None),
        *_part(split.wobble if split else None),
        *_part(split.chance if split else None),
        found.why_no_split.value if found.why_no_split else None,
        *(
            (
                split.width.low,
                split.width.high,
                split.width.lasting_low,
                split.width.lasting_high,
            )
            if split
            else (None,) * 4
        ),
        *((then.times, then.low, then.high) if then else (None, None, None)),
        apart_words(then) or None,
        circumstances and circumstances.explained,
        circumstances and circumstances.of_lasting,
        circumstances and circumstances.held_out_within,
        found.different if found.tested else None,
        found.tested,
        found.steadiness.three_years,
        *((moved.risen, moved.fallen) if moved.readable else (None, None)),
        moved.readable,
    ]


def _part(part: Part | None) -> tuple[float | None, ...]:
    return (part.share, part.low, part.high) if part else (None, None, None)


def _json(edition: Edition) -> bytes:
    return json_text(england_framework_account(edition)).encode("utf-8")


def _csv(edition: Edition) -> bytes:
    notice = [standing_notice(edition), *[None] * (len(HEADINGS) - 1)]
    return csv_bytes(HEADINGS, [*_rows(edition), notice])


def _xlsx(edition: Edition) -> bytes:
    told = told_of(edition)
    book = Workbook("How far councils differ", standing_notice(edition))
    said = [spread_headline(told), standing_notice(edition), spread_lead(told), *HOW_TO_READ]
    for outcome in edition.catalogue.outcomes.values():
        words = outcome_words(outcome, [pair for pair in told if pair[0].outcome == outcome.name])
        said += [outcome.name, " ".join((*words.differences, *words.change))]
    book.page("What it says", [*said, edition.data_line])
    widths = (40, 52, 44, 20, *[12] * (len(HEADINGS) - 4))
    book.table("Measures", HEADINGS, _rows(edition), widths)
    return book.content()


FORMS: dict[str, Callable[[Edition], bytes]] = {"json": _json, "csv": _csv, "xlsx": _xlsx}
"""How each suffix is written."""
