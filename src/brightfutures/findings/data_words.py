"""What is loaded and from where, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from brightfutures.catalogue import Source
from brightfutures.findings.figures import MISSING_SENTENCES, counted, listed, many
from brightfutures.findings.judgement_words import day_in_words, month_in_words
from brightfutures.findings.sum_words import sums_headline
from brightfutures.measures.nation.reconciled import Reconciled
from brightfutures.published.source_holding import SourceHolding
from brightfutures.quantities import Period, Reason


def source_title(source: Source) -> str:
    """A source's publication, told from others of that name by what its files hold."""
    return f"{source.publication} ({source.part})" if source.part else source.publication


def publications_count(holdings: Sequence[SourceHolding]) -> int:
    """How many publications these sources are files of."""
    return len({(one.publisher, one.source.publication, one.source.page) for one in holdings})


def data_headline(holdings: Sequence[SourceHolding]) -> str:
    """How much is loaded and how new it is: one sentence without a full stop."""
    loaded = [one for one in holdings if one.is_loaded]
    files = sum(len(one.files) for one in loaded)
    of = many(publications_count(loaded), "publication")
    days = [one.newest_day for one in loaded if one.newest is not None and one.newest_day]
    verb = "is" if files == 1 else "are"
    if not days:
        return f"{many(files, 'file')} of {of} {verb} loaded"
    newest = month_in_words(max(days).isoformat())
    return f"{many(files, 'file')} of {of} {verb} loaded; the newest figures are for {newest}"


def newest_words(holding: SourceHolding) -> str:
    """Until when its figures reach, for a table; a dash for a list that has no date."""
    if holding.contents.newest_inspection:
        return day_in_words(holding.contents.newest_inspection)
    return "–" if holding.newest is None else period_short(holding.newest)


def period_short(period: Period) -> str:
    """When, without the words before it: "31 March 2025", "year ending 31 March 2025"."""
    words = period.in_words()
    for before in ("at ", "in the ", "in "):
        if words.startswith(before):
            return words.removeprefix(before)
    return words


def source_headline(holding: SourceHolding, sums: Sequence[Reconciled]) -> str:
    """What is to be said first of one source: one sentence without a full stop."""
    if not holding.is_loaded:
        return "No file of this source is loaded, so nothing here comes from it"
    if sums:
        return sums_headline(sums)
    return contents_sentence(holding).rstrip(".")


def contents_sentence(holding: SourceHolding) -> str:
    """What its files hold, in one sentence."""
    one = len(holding.files) == 1
    files = f"{counted(len(holding.files))} file{'' if one else 's'}"
    holds, gives = ("holds", "gives") if one else ("hold", "give")
    contents = holding.contents
    if contents.inspections and contents.newest_inspection:
        newest = month_in_words(contents.newest_inspection)
        return (
            f"{files} {holds} {many(contents.inspections, 'inspection')} by Ofsted, "
            f"the newest in {newest}."
        )
    if contents.similar_councils:
        councils = sum(count for _, count in contents.similar_councils)
        return f"{files} {holds} the similar councils of {many(councils, 'council')}."
    if holding.source.judgements and not contents.series:
        return f"{files} {holds} inspections that another source is believed on."
    if not contents.series:
        return f"{files} {holds} nothing that is used here."
    return f"{files} {gives} {many(len(contents.series), 'series', 'series')}{_span(holding)}."


def _span(holding: SourceHolding) -> str:
    """From when to when its series reach together, where they are years."""
    if not holding.ours or holding.others:
        return " of figures"
    periods = [
        Period(holding.catalogue_series[one.series].period_kind, label)
        for one in holding.ours
        for label in (one.periods[0], one.periods[-1])
    ]
    first, last = (found(period.end_year for period in periods) for found in (min, max))
    return f" of figures, for {last}" if first == last else f" of figures, from {first} to {last}"


def marks_of(source: Source) -> dict[str, Reason]:
    """Every mark that the source declares, for all its files or for some, with what it means."""
    marks = dict(source.marks)
    for rule in source.files:
        marks.update(rule.marks or {})
    return marks


def mark_words(mark: str) -> str:
    """A mark as it can be shown: an empty cell has no sign of its own."""
    return mark if mark.strip() else "an empty cell"


def mark_meaning(reason: Reason) -> str:
    """What a mark means, in a sentence."""
    return MISSING_SENTENCES[reason]


FIND_IT = (
    "Download the files as they are published, put them in a folder and load it: "
    "brightfutures load FOLDER."
)
"""How a person brings in a source that is not loaded."""


def not_loaded_sentence(holdings: Sequence[SourceHolding]) -> str:
    """How many sources have no file loaded; empty where all have."""
    absent = [one for one in holdings if not one.is_loaded]
    if not absent:
        return f"Every one of the {len(holdings)} sources that can be read is loaded."
    verb = "is" if len(absent) == 1 else "are"
    return f"{len(absent)} of the {len(holdings)} sources that can be read {verb} not loaded."


def newest_sentence(holdings: Sequence[SourceHolding]) -> str:
    """Which publications reach furthest; empty where none has a date."""
    dated = [one for one in holdings if one.is_loaded and one.newest_day and one.newest]
    if not dated:
        return ""
    last = max(one.newest_day for one in dated if one.newest_day)
    names = dict.fromkeys(one.source.publication for one in dated if one.newest_day == last)
    return f"{listed(list(names))} ({day_in_words(last.isoformat())})."


def licences_of(holdings: Sequence[SourceHolding]) -> tuple[str, ...]:
    """The licences under which the loaded files are published, the commonest first."""
    counted = Counter(one.source.licence for one in holdings for _ in one.files)
    return tuple(licence for licence, _ in counted.most_common())
