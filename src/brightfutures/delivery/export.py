"""The whole site as a folder of files that any web server, or none, can show."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass
from datetime import date
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path

from brightfutures.delivery.answers import STYLESHEET, Answer, html_answer
from brightfutures.delivery.asked import Asked
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.heap import seldom_look_for_rings
from brightfutures.delivery.lean import leanest
from brightfutures.delivery.site_map import answer_at, council_addresses, every_address
from brightfutures.delivery.static_links import ASK, StaticLinks, Words, file_of, has_forms
from brightfutures.pages.addresses import slug
from brightfutures.pages.error_page import error_page
from brightfutures.pages.how_to_ask_page import how_to_ask_page
from brightfutures.pages.render import stylesheet
from brightfutures.quantities import Area, CannotAnswer, WrongUse

MARKER = ".brightfutures-export"
"""The file that says that a folder was written by us and may be replaced."""

MOST_WORKERS = 4
"""Each reads the store by itself and takes some 300 megabytes of memory."""

TELL_EVERY = 1.0
"""Seconds from one word of how far it has come to the next, at most."""

FORMS = ("csv", "json", "xlsx", "pdf")
"""What may be written beside the pages when it is asked for."""

Told = Callable[[str, int, int], None]
"""Is told what is being written, how many pages are done, and of how many."""


@dataclass(frozen=True, kw_only=True)
class Exported:
    """What was written: where, how many pages and other files, and how large they are in bytes."""

    folder: Path
    pages: int
    files: int
    bytes: int


@dataclass(frozen=True, kw_only=True)
class Work:
    """Pages that one worker writes in one go, and what it says of them."""

    about: str
    pages: tuple[Words, ...]


@dataclass(frozen=True, kw_only=True)
class Order:
    """What every worker needs: the store's home, where to write, what is in the folder."""

    home: Path
    folder: Path
    pages: frozenset[Words]
    forms: tuple[str, ...]


def export_site(
    home: Path,
    out: Path,
    *,
    councils: Sequence[str] = (),
    forms: Sequence[str] = (),
    workers: int | None = None,
    told: Told | None = None,
) -> Exported:
    """Write the site over the store in `home` to the folder `out`, whole or not at all.

    `councils` are names; without any, every council's pages are written. `forms` are written
    beside every page but the measures of councils. An earlier export in `out` is replaced. Raises
    `WrongUse` for a folder that holds anything else, for an unknown council or form.
    """
    check_folder(out)
    for form in forms:
        if form not in FORMS:
            raise WrongUse(f"There is no form '{form}'; there are {', '.join(FORMS)}.")
    with_edition = Edition.open(home)
    chosen = tuple(dict.fromkeys(with_edition.council(name) for name in councils))
    works = tuple(_works(with_edition, chosen))
    pages = frozenset(words for work in works for words in work.pages)
    beside = Path(tempfile.mkdtemp(dir=out.absolute().parent, prefix=f".{out.name}."))
    try:
        order = Order(home=home, folder=beside, pages=pages, forms=tuple(forms))
        files, size = _write_alone(with_edition, order)
        more, larger = _write_all(order, works, workers or _usual_workers(), told)
        put_in_place(beside, out)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
    return Exported(folder=out, pages=len(pages), files=files + more, bytes=size + larger)


def check_folder(out: Path) -> None:
    """Refuse with `WrongUse` a place that an export may not be written to."""
    if not out.absolute().parent.is_dir():
        raise WrongUse(f"There is no folder '{out.absolute().parent}' to write into.")
    if out.exists() and not out.is_dir():
        raise WrongUse(f"'{out}' is a file; give the name of a folder.")
    if out.is_dir() and any(out.iterdir()) and not (out / MARKER).is_file():
        raise WrongUse(
            f"The folder '{out}' holds other things than an export of ours; give an empty one."
        )


def _works(edition: Edition, chosen: tuple[Area, ...]) -> Iterator[Work]:
    """The pages that take longest first: former councils', England's, then council by council.

    Those that ended on one day are written together: they alone share what was true then.
    """
    councils = [edition.council_of_slug[slug(area)] for area in chosen]
    councils = councils or list(edition.council_of_slug.values())
    ended: dict[date, list[Area]] = {}
    for area in councils:
        if area.last is not None:
            ended.setdefault(area.last, []).append(area)
    for together in ended.values():
        yield Work(about="councils that have ended", pages=_pages_of(edition, together))
    for words in every_address(edition):
        if not _is_of_council(edition, words):
            yield Work(about="pages of England", pages=(words,))
    for area in councils:
        if area.last is None:
            yield Work(about=area.name, pages=_pages_of(edition, [area]))


def _pages_of(edition: Edition, councils: Iterable[Area]) -> tuple[Words, ...]:
    return tuple(words for area in councils for words in council_addresses(edition, slug(area)))


def _is_of_council(edition: Edition, words: Words) -> bool:
    return bool(words) and words[0] in edition.council_of_slug


def _write_alone(edition: Edition, order: Order) -> tuple[int, int]:
    """What stands once in the folder: the style, the mark that it is ours, how to ask for more."""
    (order.folder / STYLESHEET.strip("/")).parent.mkdir(parents=True)
    asked = Asked(words=(ASK,), beside=())
    answer = html_answer(edition, "how_to_ask.html", how_to_ask_page(), asked)
    links = StaticLinks({*order.pages, (ASK,)}, order.forms)
    contents = {
        STYLESHEET.strip("/"): stylesheet().encode("utf-8"),
        MARKER: f"{edition.data_line}\n".encode(),
        file_of((ASK,)): links.relative(answer.content),
    }
    for name, content in contents.items():
        (order.folder / name).write_bytes(content)
    return len(contents), sum(map(len, contents.values()))


def _write_all(
    order: Order, works: Sequence[Work], workers: int, told: Told | None
) -> tuple[int, int]:
    files, size, about = 0, 0, "pages"
    context = multiprocessing.get_context("spawn")  # threads and an open store do not fork
    written = context.Value("l", 0)
    with ProcessPoolExecutor(
        max_workers=workers, mp_context=context, initializer=_begin, initargs=(order, written)
    ) as pool:
        works_of: dict[Future[tuple[int, int]], Work] = {
            pool.submit(_write, work): work for work in works
        }
        waiting = set(works_of)
        try:
            while waiting:
                finished, waiting = wait(waiting, TELL_EVERY, return_when=FIRST_COMPLETED)
                for one in finished:
                    more, larger = one.result()
                    files, size, about = files + more, size + larger, works_of[one].about
                if told:
                    told(f"Wrote {about}", written.value, len(order.pages))
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    return files, size


@dataclass(frozen=True, kw_only=True)
class _Worker:
    edition: Edition
    order: Order
    links: StaticLinks
    written: Synchronized[int]


_here: list[_Worker] = []
"""What this process writes with, once it has begun; a pool can hand nothing else on."""


def _begin(order: Order, written: Synchronized[int]) -> None:
    links = StaticLinks({*order.pages, (ASK,)}, order.forms)
    edition = Edition.open(order.home)
    _here[:] = [_Worker(edition=edition, order=order, links=links, written=written)]
    seldom_look_for_rings()


def _write(work: Work) -> tuple[int, int]:
    worker = _here[0]
    for parent in {(worker.order.folder / file_of(words)).parent for words in work.pages}:
        parent.mkdir(parents=True, exist_ok=True)
    sizes = [size for words in work.pages for size in _write_page(worker, words)]
    return len(sizes), sum(sizes)


def _write_page(worker: _Worker, words: Words) -> Iterable[int]:
    folder, edition = worker.order.folder, worker.edition
    page = folder / file_of(words)
    forms = worker.order.forms if has_forms(words) else ()
    answer = _page_or_why_not(edition, Asked(words=words, beside=forms))
    content = leanest(worker.links.relative(answer.content, words[:-1]))
    page.write_bytes(content)
    with worker.written.get_lock():
        worker.written.value += 1
    yield len(content)
    for form in forms:
        try:
            other = answer_at(edition, Asked(words=words, suffix=form)).content
        except (WrongUse, CannotAnswer):
            continue  # words have no rows: such a page has no such form
        (folder / file_of(words, form)).write_bytes(other)
        yield len(other)


def _page_or_why_not(edition: Edition, asked: Asked) -> Answer:
    """A page; where the data that are loaded cannot answer, the page that says so."""
    try:
        return answer_at(edition, asked)
    except CannotAnswer as why:
        page = error_page("The data cannot answer this", str(why))
        return html_answer(edition, "error.html", page, asked)


def _usual_workers() -> int:
    try:
        free = len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        free = os.cpu_count() or 1
    return max(1, min(free, MOST_WORKERS))


def put_in_place(made: Path, out: Path) -> None:
    """The new folder takes the place of the old one, which stays until the new one is whole."""
    made.chmod(0o755)
    if out.exists():
        old = Path(tempfile.mkdtemp(dir=out.absolute().parent, prefix=f".{out.name}.old."))
        out.replace(old / "old")
        made.replace(out)
        shutil.rmtree(old)
    else:
        made.replace(out)
