"""What `/<council>/indicators/<indicator>` answers with, in each of its forms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from brightfutures.delivery.answers import Answer, downloads_at, form_answer, html_answer
from brightfutures.delivery.asked import Asked
from brightfutures.delivery.chosen_comparison import chosen_comparison
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import account, json_text
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.delivery.indicator_rows import indicator_csv, indicator_xlsx
from brightfutures.delivery.page_inputs import indicator_view
from brightfutures.measures import Against
from brightfutures.measures.results import Comparison
from brightfutures.pages.addresses import indicator_address, slug
from brightfutures.quantities import Area


def indicator_answer(edition: Edition, area: Area, identifier: str, asked: Asked) -> Answer:
    """One indicator of a council in the form its suffix asks for."""
    indicator = edition.indicator(identifier)
    period = edition.period(indicator, asked.value("period"))
    chosen = chosen_comparison(edition, area, asked)
    comparison = (
        edition.compared(indicator.id, area.code, chosen.against)
        if period is None
        else edition.measures.compare(indicator.id, area.code, period, against=chosen.against)
    )
    if asked.suffix == "html":
        address = indicator_address(area, indicator.id)
        forms = tuple((label, f"{link}{asked.query_text}") for label, link in downloads_at(address))
        kept = () if period is None else (("period", period),)
        page = indicator_view(
            edition,
            area,
            comparison,
            forms,
            chosen=replace(chosen, form=replace(chosen.form, kept=kept)),
            query=chosen.query,
        )
        return html_answer(edition, "indicator.html", page, asked)
    writers: dict[str, Callable[[Edition, Comparison, Against], bytes]] = {
        "json": _indicator_json,
        "csv": indicator_csv,
        "xlsx": indicator_xlsx,
    }
    stem = f"{slug(area)}-{indicator.id}"
    return form_answer(writers, asked.suffix, stem, edition, comparison, chosen.against)


def _indicator_json(edition: Edition, comparison: Comparison, against: Against) -> bytes:
    alternatives = edition.measures.alternatives(
        comparison.indicator, comparison.area, comparison.period, against=against
    )
    answer: dict[str, Any] = {
        **account(edition, comparison, alternatives),
        "notice": standing_notice(edition),
    }
    return json_text(answer).encode("utf-8")
