"""One indicator over all England: its view model."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from brightfutures.catalogue import Catalogue, Geography, Indicator, Question, Warning
from brightfutures.findings.figures import period_words, shown, unit_words
from brightfutures.findings.level_behind_words import level_of_all_sentence
from brightfutures.findings.map_words import chosen_sentence
from brightfutures.findings.national_words import (
    alikeness_of_all,
    cannot_say_sentence,
    false_alarm_sentence,
    lead_sentences,
    national_headline,
    national_level_words,
    national_note,
    no_test_sentence,
    unusual_sentences,
)
from brightfutures.findings.notes import steadiness_sentence, wobble_sentence
from brightfutures.findings.place_names import placed, placed_first
from brightfutures.findings.track_record_words import indicator_sentence, table_sentence
from brightfutures.findings.verdict_words import DIFFERENT, LEVEL_SHAPES
from brightfutures.measures.levels.shrinkage import Shrunken
from brightfutures.measures.nation.councils import Nation
from brightfutures.measures.results import Level, National
from brightfutures.measures.track_record.results import IndicatorRecord
from brightfutures.pages.addresses import (
    INDICATORS,
    TRACK_RECORD,
    national_address,
    slug,
    topic_address,
)
from brightfutures.pages.catalogue_page import Declared, declared
from brightfutures.pages.doors import NOT_PEOPLE, SourceLine, source_lines, source_sentence
from brightfutures.pages.figures_of import Picture
from brightfutures.pages.finder_page import region_groups
from brightfutures.pages.national_figures import funnel_picture_of, ranked_picture
from brightfutures.pages.national_map import map_picture
from brightfutures.pages.verdict_cell import VerdictCell
from brightfutures.published.readings import SourceRow
from brightfutures.quantities import Interval, Missing


@dataclass(frozen=True, kw_only=True)
class CouncilRow:
    """One council in the table of all."""

    name: str
    address: str
    region: str
    figure: str
    missing: bool
    range: str
    verdict: VerdictCell
    places: str
    chosen: bool


@dataclass(frozen=True, kw_only=True)
class ChosenCouncil:
    """The council that the reader asked about: what is said of it, and its own page of this."""

    slug: str
    sentence: str
    link: str
    address: str


@dataclass(frozen=True, kw_only=True)
class ReadWithLink:
    """An indicator that balances this one."""

    title: str
    address: str


@dataclass(frozen=True, kw_only=True)
class NationalPage:
    """Everything the template of an indicator over all England shows."""

    document_title: str
    masthead: None
    title: str
    list_address: str
    eyebrow: str
    h1: str
    lead: str
    verdicts: tuple[str, ...]
    ranked: Picture | None
    funnel: Picture | None
    map: Picture | None
    groups: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    chosen: ChosenCouncil | None
    period: str | None
    definition: str
    declared: tuple[tuple[str, str], ...]
    publications: tuple[tuple[str, str], ...]
    behaves: tuple[str, ...]
    record: tuple[str, ...]
    record_address: str
    verdict_method: str
    places_method: str
    why_it_matters: str
    what_to_know: tuple[str, ...]
    warnings: tuple[Warning, ...]
    questions: tuple[Question, ...]
    read_with: tuple[ReadWithLink, ...]
    sources: tuple[SourceLine, ...]
    table_caption: str
    unit: str
    has_range: bool
    has_verdict: bool
    rows: tuple[CouncilRow, ...]
    downloads: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class NationalPageInputs:
    """What the page asks of the floors below.

    `council` is the code of the one that the reader asked about, `period` the one asked for;
    None for none, and for the newest. `with_figures` are the indicators that have a page.
    """

    geography: Geography
    nation: Nation
    found: Sequence[National]
    record: IndicatorRecord
    levels_behind: Sequence[Shrunken]
    with_figures: Collection[str]
    source_rows: Sequence[SourceRow]
    name_of: Callable[[str], str]
    region_of: Callable[[str], str]
    address_of: Callable[[str], str]
    downloads: tuple[tuple[str, str], ...] = ()
    council: str | None = None
    period: str | None = None


def national_page(
    catalogue: Catalogue, indicator: Indicator, inputs: NationalPageInputs
) -> NationalPage:
    """The view model of one indicator over all England."""
    nation, found = inputs.nation, inputs.found
    when = period_words(catalogue, indicator, nation.period)
    h1 = national_headline(indicator, found)
    ranked = ranked_picture(indicator, nation, found, inputs.name_of, inputs.council)
    source = source_sentence(inputs.source_rows)
    entry = declared(catalogue, indicator, has_figures=True)
    tested = any(one.level is not Level.CANNOT_SAY for one in found)
    people = NOT_PEOPLE not in indicator.warnings
    funnel = (
        funnel_picture_of(
            catalogue,
            indicator,
            nation,
            found,
            inputs.name_of,
            with_chance=people,
            council=inputs.council,
        )
        if tested
        else None
    )
    drawn_map = map_picture(
        catalogue.grid,
        inputs.geography,
        indicator,
        nation,
        found,
        address_of=inputs.address_of,
        council=inputs.council,
    )
    ranges = people and any(one.interval for one in found)
    return NationalPage(
        document_title=f"{h1} – Bright Futures",
        masthead=None,
        title=indicator.title,
        list_address=INDICATORS,
        eyebrow=f"All councils · {indicator.title} · {when}",
        h1=h1,
        lead=" ".join(lead_sentences(catalogue, indicator, nation)),
        verdicts=_verdicts(indicator, inputs, tested=tested),
        ranked=ranked and replace(ranked, source=source),
        funnel=funnel and replace(funnel, source=source),
        map=drawn_map and replace(drawn_map, source=source),
        groups=tuple(
            (group.region, tuple((one.slug, one.name) for one in group.councils))
            for group in region_groups(inputs.geography)
        ),
        chosen=_chosen(indicator, inputs) if inputs.council else None,
        period=inputs.period,
        definition=entry.definition,
        declared=_declaration(entry),
        publications=entry.sources,
        behaves=_behaves(nation, inputs.levels_behind),
        record=_record(inputs.record) if tested else (),
        record_address=TRACK_RECORD,
        verdict_method=topic_address("verdict"),
        places_method=topic_address("places"),
        why_it_matters=indicator.why_it_matters,
        what_to_know=indicator.what_to_know,
        warnings=tuple(catalogue.warnings[code] for code in indicator.warnings),
        questions=tuple(catalogue.questions[code] for code in indicator.questions),
        read_with=tuple(
            ReadWithLink(title=catalogue.indicators[name].title, address=national_address(name))
            for name in indicator.read_with
            if name in inputs.with_figures
        ),
        sources=source_lines(catalogue, inputs.source_rows),
        table_caption=f"{indicator.title}, {unit_words(indicator)}, {when}",
        unit=unit_words(indicator).capitalize(),
        has_range=ranges,
        has_verdict=tested,
        rows=tuple(_row(indicator, one, inputs, ranges=ranges) for one in found),
        downloads=inputs.downloads,
    )


def _declaration(entry: Declared) -> tuple[tuple[str, str], ...]:
    """What is counted and how, each under a word; what does not apply is left out."""
    lag = f" ({entry.lag})" if entry.lag else ""
    gap = f"A difference under {entry.smallest_gap} is called about the same, however sure it is."
    rows = (
        ("Counted", " ".join(entry.numerator)),
        ("Taken away", " ".join(entry.less)),
        ("Divided by", " ".join(entry.denominator) + lag if entry.denominator else ""),
        ("Unit", entry.unit),
        ("Direction", f"{entry.direction}."),
        ("Smallest gap", gap),
        ("Health check", "In every council’s" if entry.in_health_check == "Yes" else "Not in it"),
        ("Outcome", entry.outcome),
        ("Checked", entry.checked),
    )
    return tuple((word, said) for word, said in rows if said)


def _chosen(indicator: Indicator, inputs: NationalPageInputs) -> ChosenCouncil:
    code = inputs.council or ""
    name = inputs.name_of(code)
    one = next((one for one in inputs.found if one.here.area == code), None)
    return ChosenCouncil(
        slug=slug(inputs.geography.by_code[code]),
        sentence=chosen_sentence(indicator, placed_first(name), one, unit_words(indicator)),
        link=f"{indicator.title} in {placed(name)}",
        address=inputs.address_of(code),
    )


def _verdicts(indicator: Indicator, inputs: NationalPageInputs, *, tested: bool) -> tuple[str, ...]:
    if not tested:
        return (no_test_sentence(indicator, inputs.found),)
    candidates = (
        *unusual_sentences(inputs.found, inputs.name_of),
        cannot_say_sentence(inputs.found),
        false_alarm_sentence(inputs.found),
    )
    return tuple(sentence for sentence in candidates if sentence)


def _behaves(nation: Nation, levels: Sequence[Shrunken]) -> tuple[str, ...]:
    candidates = (
        wobble_sentence(nation.wobble),
        steadiness_sentence(nation.steadiness),
        alikeness_of_all(nation.alikeness),
        level_of_all_sentence(levels) if levels else None,
    )
    return tuple(sentence for sentence in candidates if sentence)


def _record(record: IndicatorRecord) -> tuple[str, ...]:
    candidates = (indicator_sentence(record), table_sentence(record))
    return tuple(sentence for sentence in candidates if sentence)


def _row(
    indicator: Indicator, one: National, inputs: NationalPageInputs, *, ranges: bool
) -> CouncilRow:
    return CouncilRow(
        name=inputs.name_of(one.here.area),
        address=inputs.address_of(one.here.area),
        region=inputs.region_of(one.here.area),
        figure=shown(indicator, one.here.value),
        missing=isinstance(one.here.value, Missing),
        range=_span(indicator, one.interval) if ranges else "",
        verdict=VerdictCell(
            shape=LEVEL_SHAPES[one.level],
            words=national_level_words(indicator, one, inputs.nation.average),
            different=one.level in DIFFERENT,
            note=national_note(indicator, one),
        ),
        places=""
        if one.rank is None
        else str(one.rank.low)
        if one.rank.low == one.rank.high
        else f"{one.rank.low} to {one.rank.high}",
        chosen=one.here.area == inputs.council,
    )


def _span(indicator: Indicator, interval: Interval | None) -> str:
    if interval is None:
        return "–"
    return f"{shown(indicator, interval.low)} to {shown(indicator, interval.high)}"
