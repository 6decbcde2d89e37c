"""What councils spend on: the lines of their finance returns, declared once for every return.

`spending/lines.toml` holds a table a line (`section_251_lines.toml` those that only that return
has), `spending/measures.toml` the ways in which a line is
told (before income, the income, after it, the budget) and `spending/accounts.toml` the returns
that tell it. A source's file says under which heading a line stands in it (`LineReads`); from
these the series are made, so that no line is written out for each measure and each return.

Writing rules: a `title` is what a councillor would call the line; a `sentence` says in one
sentence what is in it; `spent_on` goes after "spent on" in a series' sentence. A line whose
parts are lines too is a `total`: it is never added to them. Which `parent` a line is part of,
and in which years it was asked for, is said for each return in `places`, because the returns
changed. `prevention` is the narrowest of the three rules under which the line counts as
prevention; `ambiguous_because` says why it could count otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache, cached_property

from brightfutures.catalogue.declarations import CatalogueError
from brightfutures.catalogue.series import Break, Series, SeriesKind
from brightfutures.catalogue.sources import FileRule, LineReads, Read, Source
from brightfutures.quantities import Period, PeriodKind


class Prevention(StrEnum):
    """The narrowest rule by which a line is prevention: what `strict` counts, the others do too."""

    STRICT = "strict"
    MIDDLE = "middle"
    BROAD = "broad"


@dataclass(frozen=True, kw_only=True)
class LinePlace:
    """Where a line stands in one return over some years: under which total, from when to when.

    `since` and `until` are the first and the last financial year (`2012-13`), both included; a
    blank one is the return's own first or last that we hold.
    """

    account: str
    parent: str | None = None
    since: str | None = None
    until: str | None = None

    def holds(self, period: str) -> bool:
        """Whether the return asked for the line in this place in a financial year."""
        year = _end_year(period)
        return (self.since is None or year >= _end_year(self.since)) and (
            self.until is None or year <= _end_year(self.until)
        )


@dataclass(frozen=True, kw_only=True)
class LineBreak:
    """Where a line means something else from a year on, in some returns (in all if none named)."""

    period: str
    sentence: str
    accounts: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SpendLine:
    """One line of the finance returns, with its place in each of them."""

    id: str
    title: str
    sentence: str
    spent_on: str
    places: tuple[LinePlace, ...]
    total: bool = False
    breaks: tuple[LineBreak, ...] = ()
    prevention: Prevention | None = None
    ambiguous_because: str | None = None
    reconcile: tuple[str, ...] = ()  # series whose councils are added up beside England

    def accounts(self) -> tuple[str, ...]:
        """The returns that tell this line, as they are declared."""
        return tuple(dict.fromkeys(place.account for place in self.places))

    def place(self, account: str, period: str) -> LinePlace | None:
        """Where the line stands in a return in a financial year; `None` if it was not asked."""
        for place in self.places:
            if place.account == account and place.holds(period):
                return place
        return None

    def breaks_in(self, account: str) -> tuple[Break, ...]:
        """The breaks of this line in one return."""
        return tuple(
            Break(period=one.period, sentence=one.sentence)
            for one in self.breaks
            if not one.accounts or account in one.accounts
        )


@dataclass(frozen=True, kw_only=True)
class SpendMeasure:
    """One way in which a line is told; its id ends the series' name.

    In `sentence`, `{on}` stands for what is spent on and `{said}` for who says so.
    """

    id: str
    title: str
    sentence: str


@dataclass(frozen=True, kw_only=True)
class SpendAccount:
    """One return: what its series' names begin with, who says so, and its sources.

    `measures` are the ways in which it tells a line. `sources` are in the order in which they are
    believed where several give the same year.
    """

    id: str
    title: str
    measures: tuple[str, ...]
    sources: tuple[str, ...]
    prefix: str = ""
    said: str = ""

    def series(self, line: str, measure: str) -> str:
        """The name of the series of a line told in one way."""
        return f"{self.prefix}{line}_{measure}"


@dataclass(frozen=True, kw_only=True)
class SaidOfReturn:
    """What is known of some lines of one council's return, and who says so.

    `area` is a canonical code.
    """

    id: str
    account: str
    area: str
    period: str
    lines: tuple[str, ...]
    sentence: str
    source: str


class Omission(SaidOfReturn):
    """Lines a council left out of a return and the file shows as nought.

    Their figures are not returned, and never nought.
    """


class Contradiction(SaidOfReturn):
    """Lines of a published return whose own figures contradict each other, as they stand there.

    Their figures stay as published, and a check asks about them.
    """


class ReturnNote(SaidOfReturn):
    """What the publisher's own notes say of a council's return.

    Its figures stay as published; the note is told beside those of its year.
    """


@dataclass(frozen=True, kw_only=True)
class Spending:
    """Lines, measures and accounts, and what is known of single returns, by id."""

    lines: Mapping[str, SpendLine] = field(default_factory=dict)
    measures: Mapping[str, SpendMeasure] = field(default_factory=dict)
    accounts: Mapping[str, SpendAccount] = field(default_factory=dict)
    omissions: Mapping[str, Omission] = field(default_factory=dict)
    contradictions: Mapping[str, Contradiction] = field(default_factory=dict)
    notes: Mapping[str, ReturnNote] = field(default_factory=dict)

    def line(self, name: str, where: str) -> SpendLine:
        """A line by its id; `CatalogueError` naming `where` if there is none."""
        if name not in self.lines:
            raise CatalogueError(f"{where} names an unknown spend line '{name}'.")
        return self.lines[name]

    @cached_property
    def account_of_series(self) -> Mapping[str, str]:
        """The return each series is of that any line of it could have, by the series' name."""
        return {
            account.series(line, measure): account.id
            for account in self.accounts.values()
            for line in self.lines
            for measure in account.measures
        }


@cache
def _end_year(period: str) -> int:
    return Period(PeriodKind.FINANCIAL_YEAR, period).end_year


def with_line_reads(source: Source, spending: Spending) -> Source:
    """The source with a read for each line and measure that it or one of its files declares."""
    files = tuple(_file_with_line_reads(source, file, spending) for file in source.files)
    return replace(
        source, files=files, reads=(*source.reads, *_reads(source, source.lines, spending))
    )


def _file_with_line_reads(source: Source, file: FileRule, spending: Spending) -> FileRule:
    if not file.lines:
        return file
    return replace(file, reads=(*file.reads, *_reads(source, file.lines, spending)))


def _reads(source: Source, declared: Iterable[LineReads], spending: Spending) -> Iterator[Read]:
    for rule in declared:
        account = _account(source, rule, spending)
        for line, headings in rule.lines.items():
            spending.line(line, f"sources/{source.id}")
            for measure, column in rule.columns.items():
                if measure not in account.measures:
                    raise CatalogueError(
                        f"sources/{source.id} reads '{measure}', which account '{account.id}' "
                        "does not name."
                    )
                first, *others = dict.fromkeys(
                    column.replace("{line}", heading) for heading in headings
                )
                wheres = [
                    {name: label.replace("{line}", heading) for name, label in rule.where.items()}
                    for heading in headings
                ]
                in_rows = wheres[0] != dict(rule.where)
                yield Read(
                    series=account.series(line, measure),
                    column=first,
                    plus=tuple(others),
                    where=wheres[0],
                    plus_where=tuple(wheres[1:]) if in_rows else (),
                    times=rule.times,
                    period=rule.period,
                )


def _account(source: Source, rule: LineReads, spending: Spending) -> SpendAccount:
    account = spending.accounts.get(rule.account)
    if account is None:
        raise CatalogueError(f"sources/{source.id} names an unknown account '{rule.account}'.")
    if source.id not in account.sources:
        raise CatalogueError(f"Account '{account.id}' does not name its source '{source.id}'.")
    return account


def line_series(sources: Mapping[str, Source], spending: Spending) -> Iterator[Series]:
    """A series for each line and measure that a source reads, in the order of the lines."""
    found: dict[tuple[str, str, str], set[str]] = {}
    for source in sources.values():
        for rule in (*source.lines, *(rule for file in source.files for rule in file.lines)):
            for name in rule.lines:
                for ending in rule.columns:
                    found.setdefault((name, rule.account, ending), set()).add(source.id)
    for line in spending.lines.values():
        for account in spending.accounts.values():
            for measure in spending.measures.values():
                readers = found.get((line.id, account.id, measure.id))
                if readers:
                    name = account.series(line.id, measure.id)
                    yield Series(
                        id=name,
                        sentence=measure.sentence.format(on=line.spent_on, said=account.said),
                        unit="pounds",
                        kind=SeriesKind.COUNT,
                        period_kind=PeriodKind.FINANCIAL_YEAR,
                        sources=tuple(one for one in account.sources if one in readers),
                        breaks=line.breaks_in(account.id),
                        reconcile=name in line.reconcile,
                    )


def check_spending(spending: Spending) -> None:
    """Raise `CatalogueError` where a line's account, parent or break is not declared."""
    for line in spending.lines.values():
        for place in line.places:
            where = f"spending/lines.toml ({line.id})"
            if place.account not in spending.accounts:
                raise CatalogueError(f"{where} names an unknown account '{place.account}'.")
            if place.parent is not None:
                parent = spending.line(place.parent, where)
                if not parent.total:
                    raise CatalogueError(f"{where} is part of '{parent.id}', which is no total.")
        unknown = {name for one in line.breaks for name in one.accounts} - set(spending.accounts)
        if unknown:
            raise CatalogueError(f"Spend line '{line.id}' has a break in unknown {min(unknown)}.")
    for account in spending.accounts.values():
        for measure in account.measures:
            if measure not in spending.measures:
                raise CatalogueError(
                    f"spending/accounts.toml ({account.id}) names an unknown measure '{measure}'."
                )
    said_of_returns: tuple[tuple[str, SaidOfReturn], ...] = (
        *(("omissions", one) for one in spending.omissions.values()),
        *(("contradictions", one) for one in spending.contradictions.values()),
        *(("notes", one) for one in spending.notes.values()),
    )
    for file, said in said_of_returns:
        where = f"spending/{file}.toml ({said.id})"
        if said.account not in spending.accounts:
            raise CatalogueError(f"{where} names an unknown account '{said.account}'.")
        for name in said.lines:
            spending.line(name, where)
