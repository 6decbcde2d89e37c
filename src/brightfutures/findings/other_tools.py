"""If you use another tool: what each works out, by what rules, and where it misleads."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class OtherTool:
    """One tool: the name by which `--as` asks for it, its rules and its traps, in sentences."""

    id: str
    title: str
    short: str
    page: str
    average: str
    rules: tuple[str, ...]
    traps: tuple[str, ...]


LAIT = OtherTool(
    id="lait",
    title="Local Authority Interactive Tool (LAIT)",
    short="LAIT",
    page="https://www.gov.uk/government/publications/local-authority-interactive-tool-lait",
    average="LAIT’s plain mean",
    rules=(
        "The average of neighbours is the plain mean of those of the ten that have a figure.",
        "The change is the newest year’s figure less that of the row before it.",
        "The arrow points the way of that change before rounding, and is green or red by whether "
        "LAIT’s dictionary calls a high or a low figure good.",
        "Councils are ranked from 1, which is best as LAIT sees it; councils that tie share the "
        "smaller number.",
        "A council is in band A, B, C or D by the quarter of all councils its figure is in; A is "
        "green and D is red.",
        "Figures are rounded half away from zero for display, and downloads are not rounded.",
    ),
    traps=(
        "The newest year is found among all councils by its name, so it may be one in which your "
        "council has no figure.",
        "However few neighbours have a figure, their mean is shown, and nothing says how few.",
        "The row before the newest may be more than a year earlier, and is not checked.",
        "An arrow and its colour stand for one year’s difference, with no test behind them.",
        "Today’s ten neighbours are averaged for every past year.",
        "How close each neighbour is stands in the table behind the tool and is not shown.",
        "Every reason for a missing figure has become one dash.",
        "Where a high figure is called good, the labels of bands B and C begin and end at the "
        "same number.",
        "A fixed quarter of councils is red on every measure, however alike councils are.",
    ),
)

DASHBOARD = OtherTool(
    id="dfe-dashboard",
    title="Children’s Social Care Outcomes and Enablers dashboard (Department for Education)",
    short="the dashboard",
    page="https://department-for-education.shinyapps.io/csc-outcomes-enablers/",
    average="the dashboard’s median",
    rules=(
        "The figure beside a council is the median of those of its ten neighbours that have one.",
        "The median is of figures as they were published, so rounded once already; then it is "
        "rounded half away from zero.",
        "Rates of children in need and of what assessments recorded are worked out anew from the "
        "count and the children of the year before, and rounded after the median.",
        "The summary shows the newest period of the whole dataset.",
        "There is no test, no range, no rank and no colour, and the dashboard says that it is not "
        "meant to measure councils.",
    ),
    traps=(
        "Beside rates it adds up the neighbours’ counts, under a label that says median.",
        "However few neighbours have a figure, their median is shown, and nothing says how few.",
        "A rate that cannot be divided is marked as one that does not apply.",
        "Rates of unaccompanied children are rounded to whole numbers, so most differences are "
        "gone.",
        "Councils that return their workforce together have no row of their own.",
    ),
)

FINGERTIPS = OtherTool(
    id="fingertips",
    title="Fingertips (Office for Health Improvement and Disparities)",
    short="Fingertips",
    page="https://fingertips.phe.org.uk",
    average="Fingertips’ pooled average",
    rules=(
        "The average of a group is all its counts over all its denominators, of at least two "
        "councils.",
        "A council is similar to the benchmark if the benchmark lies in the council’s own 95% "
        "range, and better or worse beyond it; beyond the 99.8% range it is best or worst.",
        "Where no direction is called good the words are lower, similar and higher, and there is "
        "no colour.",
        "A recent trend needs five figures, a test at 99.8%, and the same direction with any one "
        "of the five left out.",
    ),
    traps=(
        "Only chance in the counts is allowed for, not how much a figure ordinarily moves, so on "
        "most measures of children’s social care far too many councils stand out.",
        "In a pooled average the largest neighbour counts for most.",
        "A trend takes no notice of a change in what is counted, and steps over a year without a "
        "figure.",
        "In the file of admissions for injuries to 2023-24 every marker of a trend says the "
        "opposite of the figures beside it: England’s fall from 94 to 73 is called increasing.",
        "Almost none of these measures is in Fingertips itself: what you get here is its method "
        "on the published counts.",
    ),
)

_TOOLS = (LAIT, DASHBOARD, FINGERTIPS)


def other_tools() -> tuple[OtherTool, ...]:
    """The tools whose numbers `--as` gives, each with its rules and its traps."""
    return _TOOLS
