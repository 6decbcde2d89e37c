"""Floor 2: numbers to SVG, and the table behind each picture. Nothing here knows a web page."""

from brightfutures.charts.councils import Average, CouncilMark, Standing
from brightfutures.charts.funnel import FunnelChart, FunnelCouncil, FunnelLimits
from brightfutures.charts.ranges import RangeMark, RangeRow, RangesChart
from brightfutures.charts.ranked_bars import RankedBarsChart
from brightfutures.charts.sparkline import SparklineChart
from brightfutures.charts.strip import StripChart
from brightfutures.charts.timeline import Break
from brightfutures.charts.trend import Line, TrendChart
from brightfutures.charts.waterfall import Total, WaterfallChart, WaterfallPart
from brightfutures.charts.words import ChartTable, ChartWords, Figure, plain_number, plain_reason

__all__ = [
    "Average",
    "Break",
    "ChartTable",
    "ChartWords",
    "CouncilMark",
    "Figure",
    "FunnelChart",
    "FunnelCouncil",
    "FunnelLimits",
    "Line",
    "RangeMark",
    "RangeRow",
    "RangesChart",
    "RankedBarsChart",
    "SparklineChart",
    "Standing",
    "StripChart",
    "Total",
    "TrendChart",
    "WaterfallChart",
    "WaterfallPart",
    "plain_number",
    "plain_reason",
]
