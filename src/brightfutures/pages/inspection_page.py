"""How far published figures and Ofsted's grades agree, over all England: its view model."""

from __future__ import annotations

from dataclasses import dataclass

from brightfutures.catalogue import Catalogue
from brightfutures.charts.words import ChartTable
from brightfutures.findings.agreement_caveats import CAVEATS, method_sentences
from brightfutures.findings.agreement_words import (
    agreement_headline,
    answer,
    closest_sentence,
    deprivation_sentence,
    echo_sentence,
    shift_sentences,
    whole_sentence,
)
from brightfutures.findings.top_of_table_words import (
    earlier_sentence,
    top_sentences,
    wobble_sentences,
)
from brightfutures.measures.agreement.results import Agreement
from brightfutures.pages.addresses import topic_address
from brightfutures.pages.figures_of import Picture
from brightfutures.pages.inspection_picture import agreement_picture
from brightfutures.pages.inspection_tables import (
    AgreementStage,
    changes,
    known_table,
    otherwise_table,
    rounds_table,
    stages_of,
    with_parts,
    years_table,
)


@dataclass(frozen=True, kw_only=True)
class InspectionPage:
    """Everything the template of the page shows."""

    document_title: str
    masthead: None
    eyebrow: str
    h1: str
    answer: tuple[str, str]
    sentences: tuple[str, ...]
    method: str
    picture: Picture | None
    caveats: tuple[str, ...]
    stages: tuple[AgreementStage, ...]
    with_parts: ChartTable
    changes: ChartTable
    otherwise: ChartTable
    years: ChartTable
    top: tuple[str, ...]
    rounds: ChartTable
    wobble: tuple[str, ...]
    known: ChartTable
    how: tuple[str, ...]
    downloads: tuple[tuple[str, str], ...]


def inspection_page(
    found: Agreement, catalogue: Catalogue, downloads: tuple[tuple[str, str], ...] = ()
) -> InspectionPage:
    """The view model of the page."""

    def title_of(identifier: str) -> str:
        return catalogue.indicators[identifier].title

    h1 = agreement_headline(found)
    said = (
        closest_sentence(found, title_of),
        whole_sentence(found),
        *shift_sentences(found, title_of),
        echo_sentence(found),
        deprivation_sentence(found),
    )
    eyebrow = "Figures beside inspection"
    if found.inspections:
        eyebrow += f" · {found.inspections} inspections, {found.first_year} to {found.last_year}"
    return InspectionPage(
        document_title=f"{h1} – Bright Futures",
        masthead=None,
        eyebrow=eyebrow,
        h1=h1,
        answer=answer(found),
        sentences=tuple(sentence for sentence in said if sentence),
        method=topic_address("inspection"),
        picture=agreement_picture(found, title_of),
        caveats=CAVEATS,
        stages=stages_of(found, catalogue),
        with_parts=with_parts(found, title_of),
        changes=changes(found, title_of),
        otherwise=otherwise_table(found, title_of),
        years=years_table(found, title_of),
        top=tuple(filter(None, (*top_sentences(found), earlier_sentence(found)))),
        rounds=rounds_table(found),
        wobble=wobble_sentences(found),
        known=known_table(found),
        how=method_sentences(found) if found.inspections else (),
        downloads=downloads,
    )
