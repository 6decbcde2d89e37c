"""Every indicator as the catalogue declares it: its view model."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from brightfutures.catalogue import STAGE_NAMES, Catalogue, GoodDirection, Indicator, Stage
from brightfutures.findings.data_words import source_title
from brightfutures.findings.figures import counted, is_percentage, is_pounds, many, unit_words
from brightfutures.findings.judgement_words import day_in_words
from brightfutures.pages.addresses import data_address, national_address

DIRECTION_WORDS = {
    GoodDirection.HIGHER: "Higher",
    GoodDirection.LOWER: "Lower",
    GoodDirection.NEITHER: "Neither",
}


@dataclass(frozen=True, kw_only=True)
class Declared:
    """One indicator; `href` is blank for one of which nothing is loaded."""

    id: str
    title: str
    href: str
    definition: str
    unit: str
    outcome: str
    direction: str
    smallest_gap: str
    in_health_check: str
    numerator: tuple[str, ...]
    less: tuple[str, ...]
    denominator: tuple[str, ...]
    lag: str
    sources: tuple[tuple[str, str], ...]
    checked: str


@dataclass(frozen=True, kw_only=True)
class StageDeclared:
    """The indicators of one stage of the child's journey."""

    name: str
    lines: tuple[Declared, ...]


@dataclass(frozen=True, kw_only=True)
class CataloguePage:
    """Everything the template of the catalogue shows."""

    document_title: str
    masthead: None
    eyebrow: str
    h1: str
    lead: str
    stages: tuple[StageDeclared, ...]
    dictionary: str
    downloads: tuple[tuple[str, str], ...]


def catalogue_page(
    catalogue: Catalogue,
    with_figures: Collection[str],
    from_dictionary: int,
    downloads: tuple[tuple[str, str], ...] = (),
) -> CataloguePage:
    """The view model; `from_dictionary` counts the measures that only a publisher's own names."""
    stages = tuple(stage for stage in Stage if catalogue.of_stage(stage))
    tested = len(catalogue.health_check_set())
    loaded = sum(name in with_figures for name in catalogue.indicators)
    return CataloguePage(
        document_title="The catalogue of indicators – Bright Futures",
        masthead=None,
        eyebrow="The catalogue",
        h1=(
            f"{many(len(catalogue.indicators), 'indicator')} follow a child’s journey through "
            f"{counted(len(stages)).lower()} stages, and every council is tested on the same "
            f"{tested}"
        ),
        lead=(
            "This is what each is: who is counted, out of whom, which way is called good if any "
            "is, and how small a difference matters. "
            + (
                "All of them have figures here."
                if loaded == len(catalogue.indicators)
                else f"{loaded} of them have figures here."
            )
        ),
        stages=tuple(
            StageDeclared(
                name=STAGE_NAMES[stage],
                lines=tuple(
                    declared(catalogue, entry, entry.id in with_figures)
                    for entry in catalogue.of_stage(stage)
                ),
            )
            for stage in stages
        ),
        dictionary=_dictionary_words(from_dictionary),
        downloads=downloads,
    )


def declared(catalogue: Catalogue, entry: Indicator, has_figures: bool) -> Declared:
    """One indicator as it is declared: who is counted, out of whom, and from which sources."""
    series = (*entry.numerator, *entry.numerator_less, *entry.denominator)
    names = dict.fromkeys(name for one in series for name in catalogue.series[one].sources)
    return Declared(
        id=entry.id,
        title=entry.title,
        href=national_address(entry.id) if has_figures else "",
        definition=definition(entry),
        unit=unit_words(entry),
        outcome=entry.outcome,
        direction=DIRECTION_WORDS[entry.good_direction],
        smallest_gap=smallest_gap_words(entry),
        in_health_check="Yes" if entry.health_check else "No",
        numerator=_sentences(catalogue, entry.numerator),
        less=_sentences(catalogue, entry.numerator_less),
        denominator=_sentences(catalogue, entry.denominator),
        lag=lag_words(entry),
        sources=tuple(
            (source_title(catalogue.sources[name]), data_address(name)) for name in names
        ),
        checked=day_in_words(entry.checked_on.isoformat()),
    )


def _sentences(catalogue: Catalogue, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(catalogue.series[name].sentence for name in names)


def definition(entry: Indicator) -> str:
    """The indicator's own sentence with its gaps named: `[figure]% of referrals in [council]`."""
    figure = (
        "£[figure]" if is_pounds(entry) else "[figure]%" if is_percentage(entry) else "[figure]"
    )
    return entry.sentence.format(council="[council]", value=figure, year="[year]")


def smallest_gap_words(entry: Indicator) -> str:
    """The smallest difference that matters, as a share of what is compared with."""
    return f"{entry.smallest_gap * 100:g}%"


def lag_words(entry: Indicator) -> str:
    """How much earlier what it is divided by is counted; blank where it is not."""
    if not entry.denominator_lag:
        return ""
    lag = entry.denominator_lag
    return f"Counted {counted(lag).lower()} year{'' if lag == 1 else 's'} earlier."


def _dictionary_words(count: int) -> str:
    if not count:
        return ""
    return (
        f"Its own dictionary names {many(count, 'more measure')} beside ours. Each can be asked "
        "for by name, as in brightfutures explain lait:KEY --council COUNCIL, and is shown as "
        "published. No counts are published with them, so none is ever tested or becomes a "
        "finding."
    )
