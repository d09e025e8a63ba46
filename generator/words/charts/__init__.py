"""Charts: all geometry and all words worked out here, drawn as SVG by `components/chart.md.j2`.

A chart only repeats what a table near it says. Shapes and patterns tell things apart, colour never alone.
"""

from generator.document.charts import Chart, Progress
from generator.words.charts.grades import distribution_chart
from generator.words.charts.indicator import indicator_charts
from generator.words.charts.timeline import timeline_chart, timeline_table

__all__ = [
    "Chart",
    "Progress",
    "distribution_chart",
    "indicator_charts",
    "timeline_chart",
    "timeline_table",
]
