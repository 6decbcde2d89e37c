"""Floor 2: what the words mean. Declarations in TOML, loaded into frozen dataclasses."""

from brightfutures.catalogue.asking import Audience, Question, RaisedBy
from brightfutures.catalogue.catalogue import Catalogue, load_catalogue, read_catalogue
from brightfutures.catalogue.context import ContextUse, ContextVariable, Transform
from brightfutures.catalogue.declarations import CatalogueError
from brightfutures.catalogue.geography import Geography, fold
from brightfutures.catalogue.indicators import (
    OUTCOMES,
    PRIORITIES,
    STAGE_NAMES,
    GoodDirection,
    Indicator,
    IndicatorKind,
    IntervalMethod,
    Stage,
    Term,
    Warning,
)
from brightfutures.catalogue.ledger import read_geography
from brightfutures.catalogue.other_tools import DashboardFigure, DashboardRow
from brightfutures.catalogue.outcomes import Outcome
from brightfutures.catalogue.priorities import NextStep, Priority, Reading, StepKind
from brightfutures.catalogue.series import Break, Series, SeriesKind
from brightfutures.catalogue.sources import Layout, Read, Source
from brightfutures.catalogue.stage_references import WITH_A_PAGE
from brightfutures.catalogue.stages import PairToRead, StageDeclaration

__all__ = [
    "OUTCOMES",
    "PRIORITIES",
    "STAGE_NAMES",
    "WITH_A_PAGE",
    "Audience",
    "Break",
    "Catalogue",
    "CatalogueError",
    "ContextUse",
    "ContextVariable",
    "DashboardFigure",
    "DashboardRow",
    "Geography",
    "GoodDirection",
    "Indicator",
    "IndicatorKind",
    "IntervalMethod",
    "Layout",
    "NextStep",
    "Outcome",
    "PairToRead",
    "Priority",
    "Question",
    "RaisedBy",
    "Read",
    "Reading",
    "Series",
    "SeriesKind",
    "Source",
    "Stage",
    "StageDeclaration",
    "StepKind",
    "Term",
    "Transform",
    "Warning",
    "fold",
    "load_catalogue",
    "read_catalogue",
    "read_geography",
]
