"""Charts: all geometry and all words worked out here, drawn as SVG by `components/chart.md.j2`.

A chart only repeats what a table near it says. Shapes and patterns tell things apart, colour never alone.
"""
