"""The charts of a review: the numbers each one draws, and the drawing. Every number in one is a figure with evidence.

`plan` says which references a chart stands on, `freezing` keeps their numbers with the edition, `chart` puts the two
together, `drawing` makes one svg element of it, for a page or for paper. May import what `prove` may. Read `plan.py`
first.
"""

from concentric.prove.charts.chart import Chart, Row, charts_of, made
from concentric.prove.charts.drawing import draw, draw_printed
from concentric.prove.charts.plan import Grounds, Line, plan, references_of

__all__ = ["Chart", "Grounds", "Line", "Row", "charts_of", "draw", "draw_printed", "made", "plan", "references_of"]
