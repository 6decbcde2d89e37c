"""The whole catalogue: every declaration, loaded once, every reference checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from brightfutures.catalogue.asking import Question
from brightfutures.catalogue.breakdowns import Breakdown
from brightfutures.catalogue.checks import CheckRule
from brightfutures.catalogue.context import ContextVariable
from brightfutures.catalogue.declarations import CatalogueError, build, expand_variants, read_toml
from brightfutures.catalogue.geography import Geography
from brightfutures.catalogue.grid import GridCell, read_grid
from brightfutures.catalogue.indicators import Indicator, Stage, Term, Warning
from brightfutures.catalogue.ledger import read_geography
from brightfutures.catalogue.outcomes import Outcome
from brightfutures.catalogue.priorities import Priority
from brightfutures.catalogue.references import check_references
from brightfutures.catalogue.series import Series
from brightfutures.catalogue.sources import Source
from brightfutures.catalogue.spending import (
    Contradiction,
    Omission,
    ReturnNote,
    SpendAccount,
    Spending,
    SpendLine,
    SpendMeasure,
    check_spending,
    line_series,
    with_line_reads,
)
from brightfutures.catalogue.stages import StageDeclaration

Declared = TypeVar("Declared")


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """Every declaration by id, in the order of the child's journey where there is one."""

    geography: Geography
    sources: Mapping[str, Source]
    series: Mapping[str, Series]
    indicators: Mapping[str, Indicator]
    warnings: Mapping[str, Warning]
    questions: Mapping[str, Question]
    glossary: Mapping[str, Term]
    context: Mapping[str, ContextVariable] = field(default_factory=dict)
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)
    priorities: Mapping[str, Priority] = field(default_factory=dict)
    stages: Mapping[str, StageDeclaration] = field(default_factory=dict)
    breakdowns: Mapping[str, Breakdown] = field(default_factory=dict)
    grid: Mapping[str, GridCell] = field(default_factory=dict)
    spending: Spending = field(default_factory=Spending)
    checks: Mapping[str, CheckRule] = field(default_factory=dict)

    @property
    def spend_lines(self) -> Mapping[str, SpendLine]:
        """The lines of the finance returns by id."""
        return self.spending.lines

    def health_check_set(self) -> tuple[Indicator, ...]:
        """The fixed set over which false discovery is controlled, the same for every council."""
        return tuple(entry for entry in self.indicators.values() if entry.health_check)

    def of_outcome(self, outcome: Outcome) -> tuple[Indicator, ...]:
        """The indicators of one outcome or enabler, in the order of the child's journey."""
        return tuple(entry for entry in self.indicators.values() if entry.outcome == outcome.name)

    def breakdowns_of(self, indicator: str) -> tuple[Breakdown, ...]:
        """The breakdowns that stand on the pages of one indicator, as they are declared."""
        return tuple(one for one in self.breakdowns.values() if indicator in one.indicators)

    def of_stage(self, stage: Stage) -> tuple[Indicator, ...]:
        """The indicators of one stage of the child's journey."""
        return tuple(entry for entry in self.indicators.values() if entry.stage is stage)


@cache
def load_catalogue() -> Catalogue:
    """The catalogue that ships with the package, checked; a mistake raises `CatalogueError`."""
    return read_catalogue(files("brightfutures.catalogue"))


def read_catalogue(root: Traversable) -> Catalogue:
    """The catalogue in a folder laid out like the shipped one."""
    stages = list(Stage)
    indicators = sorted(
        _declarations(root / "indicators", Indicator),
        key=lambda entry: stages.index(entry.stage),
    )
    spending = _spending(root / "spending")
    declared = list(_declarations(root / "sources", Source))
    sources = _by_id([with_line_reads(source, spending) for source in declared])
    series = [*_declarations(root / "series", Series), *line_series(sources, spending)]
    catalogue = Catalogue(
        geography=read_geography(root / "geography.toml"),
        sources=sources,
        series=_by_id(series),
        indicators=_by_id(indicators),
        warnings=_by_id(_declarations(root / "warnings", Warning)),
        questions=_by_id(_declarations(root / "questions", Question)),
        glossary=_by_id(_tables(root / "glossary.toml", Term)),
        context=_by_id(_tables(root / "context.toml", ContextVariable)),
        outcomes=_by_id(_tables(root / "outcomes.toml", Outcome)),
        priorities=_by_id(_tables(root / "priorities.toml", Priority)),
        stages=_by_id(_tables(root / "stages.toml", StageDeclaration)),
        breakdowns=_by_id(_tables(root / "breakdowns.toml", Breakdown)),
        grid=read_grid(root / "grid.toml"),
        spending=spending,
        checks=_by_id(_declarations(root / "checks", CheckRule)),
    )
    check_references(catalogue)
    return catalogue


def _spending(folder: Traversable) -> Spending:
    spending = Spending(
        lines=_by_id(
            line
            for name in ("lines.toml", "section_251_lines.toml")
            for line in _tables(folder / name, SpendLine)
        ),
        measures=_by_id(_tables(folder / "measures.toml", SpendMeasure)),
        accounts=_by_id(_tables(folder / "accounts.toml", SpendAccount)),
        omissions=_by_id(_tables(folder / "omissions.toml", Omission)),
        contradictions=_by_id(_tables(folder / "contradictions.toml", Contradiction)),
        notes=_by_id(_tables(folder / "notes.toml", ReturnNote)),
    )
    check_spending(spending)
    return spending


def _declarations(folder: Traversable, kind: type[Declared]) -> Iterator[Declared]:
    if not folder.is_dir():
        return
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            stem = file.name.removesuffix(".toml")
            for table in expand_variants(stem, read_toml(file)):
                yield build(kind, table, f"{folder.name}/{file.name} ({table['id']})")


def _tables(file: Traversable, kind: type[Declared]) -> Iterator[Declared]:
    """The declarations of a file that holds one a table."""
    if file.is_file():
        for name, table in read_toml(file).items():
            yield build(kind, {"id": name, **table}, f"{file.name} ({name})")


def _by_id(declarations: Iterable[Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for declaration in declarations:
        if declaration.id in found:
            raise CatalogueError(f"Two declarations have the id '{declaration.id}'.")
        found[declaration.id] = declaration
    return found
