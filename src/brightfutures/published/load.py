"""Loads published files into a new store: all of them, or none."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from brightfutures.catalogue import Catalogue, Geography, load_catalogue
from brightfutures.published.belief import believed_first
from brightfutures.published.claims import Claim, claim, found_files
from brightfutures.published.digest import store_digest
from brightfutures.published.judgements import without_repeats
from brightfutures.published.made_up import geography_of, refuse_other_kind
from brightfutures.published.period_forms import label_end_year
from brightfutures.published.places import Places
from brightfutures.published.reading_files import (
    EverythingRead,
    counted_notes,
    read_claims,
    with_joint_returns,
)
from brightfutures.published.reconciliation import reconcile
from brightfutures.published.reports import LoadedFile, LoadReport, ReconciliationRow
from brightfutures.published.store import Store, store_in_use
from brightfutures.published.store_writer import (
    StoreContent,
    make_current,
    store_name,
    write_store,
)
from brightfutures.published.tidy_rows import TidyRows
from brightfutures.quantities import AreaKind, CannotAnswer, PlainError, Reason

Progress = Callable[[str, int, int], None]


def load(
    paths: Sequence[Path],
    home: Path,
    progress: Progress | None = None,
    *,
    catalogue: Catalogue | None = None,
) -> LoadReport:
    """Read every file below `paths` that a source claims into a new store in `home`.

    The store then holds these files and no others. `progress` is told what is being done, how
    much is done and of how much. The same files again change nothing. Raises `PlainError` at the
    first fault, naming file, row and column; the store in use before is then still in use.
    """
    told = progress or (lambda what, done, total: None)
    catalogue = catalogue or load_catalogue()
    files = found_files(paths)
    claims, unclaimed = claim(files, catalogue.sources, told)
    if not claims:
        raise CannotAnswer(
            "None of these files is one that we know how to read: give the folder that holds the "
            "files as published."
        )
    geography, made_up_text = geography_of(files, claims, catalogue.geography)
    held = store_in_use(home, catalogue)
    if held is not None:
        refuse_other_kind(geography.made_up, held.made_up)
    digest = store_digest(catalogue, geography, claims)
    before = {file.path for file in held.files()} if held else set()
    if held is not None and held.digest == digest:
        report = _report(held, changed=False)
        held.close()
        return report
    if held is not None:
        held.close()
    if _usable(home, digest, catalogue):
        make_current(home, store_name(digest))
    else:
        content = _content(
            claims,
            [file.shown for file in unclaimed],
            geography,
            made_up_text,
            catalogue,
            digest,
            told,
        )
        told("Writing the store", 0, 1)
        write_store(home, digest, content)
        told("Writing the store", 1, 1)
    with Store(home / store_name(digest), home, catalogue) as store:
        report = _report(store, changed=True)
    now = {file.path for file in report.files}
    return replace(report, no_longer_held=tuple(sorted(before - now)))


def _usable(home: Path, digest: str, catalogue: Catalogue) -> bool:
    path = home / store_name(digest)
    if not path.is_file():
        return False
    try:
        Store(path, home, catalogue).close()
    except PlainError:
        return False
    return True


def _content(
    claims: Sequence[Claim],
    unclaimed: Sequence[str],
    geography: Geography,
    made_up_text: str | None,
    catalogue: Catalogue,
    digest: str,
    told: Progress,
) -> StoreContent:
    places = Places(geography)
    read = read_claims(claims, catalogue.series, places, told)
    if not read.rows:
        raise CannotAnswer("These files hold no figures that we read.")
    told("Putting the readings in order", 0, 1)
    rows = with_joint_returns(TidyRows.together(read.rows), places)
    _mark_before_and_after(rows, read, catalogue, places)
    sources = [claim.source.id for claim in claims]
    rows, place = believed_first(rows, read.words, catalogue.series, sources)
    told("Putting the readings in order", 1, 1)
    loaded = _loaded_files(claims, rows, read)
    return StoreContent(
        about={
            "digest": digest,
            "loaded_at": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
            "made_up": "yes" if geography.made_up else "no",
            "geography": made_up_text or "",
        },
        words=read.words,
        areas=places.codes,
        rows=rows,
        place=place,
        period_kinds={name: entry.period_kind.value for name, entry in catalogue.series.items()},
        dictionary=read.dictionary,
        files=loaded,
        neighbours=read.neighbours,
        judgements=without_repeats(read.judgements),
        reconciliation=_reconciliation(rows, place, read, catalogue, places, loaded),
        unclaimed=unclaimed,
        notes=counted_notes(read.notes),
    )


def _mark_before_and_after(
    rows: TidyRows, read: EverythingRead, catalogue: Catalogue, places: Places
) -> None:
    """Say `did_not_exist` where a publisher's blank or mark is of a council not there then.

    LAIT marks such a council as it marks every missing figure, with a dash.
    """
    series_texts, period_texts = read.words.series.texts, read.words.periods.texts
    says_nothing = Reason.NOT_APPLICABLE.bit | Reason.UNAVAILABLE.bit | Reason.UNSTATED.bit
    for place in np.flatnonzero(rows.missing & says_nothing).tolist():
        area = int(rows.area[place])
        declared = catalogue.series.get(series_texts[rows.series[place]])
        if declared is None or places.kind(area) is not AreaKind.COUNCIL:
            continue
        year = label_end_year(period_texts[rows.period[place]])
        if not places.existed(declared.period_kind, year)[area]:
            rows.missing[place] = Reason.DID_NOT_EXIST.bit


def _loaded_files(
    claims: Sequence[Claim], rows: TidyRows, read: EverythingRead
) -> list[LoadedFile]:
    counts = np.bincount(rows.file, minlength=len(claims))
    for number in (*(row.file for row in read.neighbours), *(row.file for row in read.judgements)):
        counts[number] += 1
    base = len(read.words.releases.texts) + 1
    pairs = [divmod(pair, base) for pair in np.unique(rows.file * base + rows.release).tolist()]
    releases: dict[int, list[str]] = {}
    for file, release in pairs:
        releases.setdefault(file, []).append(read.words.releases.texts[release])
    return [
        LoadedFile(
            path=claim.file.shown,
            source=claim.source.id,
            publisher=claim.source.publisher,
            publication=claim.source.publication,
            page=claim.source.page,
            licence=claim.source.licence,
            releases=tuple(releases.get(number, _stated_releases(claim))),
            sha256=claim.sha256,
            bytes=claim.bytes,
            readings=int(counts[number]),
            note=next((rule.note for rule in claim.rules if rule.note), claim.source.note),
        )
        for number, claim in enumerate(claims)
    ]


def _stated_releases(claim: Claim) -> tuple[str, ...]:
    return tuple(rule.release_label for rule in claim.rules if rule.release_label)


def _reconciliation(
    rows: TidyRows,
    place: npt.NDArray[np.int32],
    read: EverythingRead,
    catalogue: Catalogue,
    places: Places,
    files: Sequence[LoadedFile],
) -> list[ReconciliationRow]:
    paths = [file.path for file in files]
    found: list[ReconciliationRow] = []
    numbers = {name: number for number, name in enumerate(read.words.series.texts)}
    for name, declared in catalogue.series.items():
        if declared.reconcile and name in numbers:
            believed = (rows.series == numbers[name]) & (place == 0)
            found += reconcile(rows.chosen(believed), declared, places, read.words, paths)
    return found


def _report(store: Store, *, changed: bool) -> LoadReport:
    files = store.files()
    councils = store.geography.councils(former=True)
    return LoadReport(
        store=store.name,
        changed=changed,
        made_up=store.made_up,
        files=files,
        readings=sum(file.readings for file in files),
        councils=len(councils),
        unclaimed=store.unclaimed(),
        notes=store.notes(),
        reconciliation=store.reconciliation(),
    )
