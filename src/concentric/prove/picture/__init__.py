"""The concentric picture: plain data in, SVG text out.

Rings are circles, arcs are programmes. An arc's filled length is its reach, lightness and texture are the strength
reached. Every text is escaped; a link that is neither relative nor http(s) is not drawn as one. No style attributes,
no colour of its own but on the cover: picture.css has them. Read `arc.py` first, then `drawings.py`.
"""

from concentric.prove.picture.arc import HUES, RUNGS, Arc, Centre, Circle
from concentric.prove.picture.cover import draw_cover
from concentric.prove.picture.drawings import draw, draw_mini, draw_phone

__all__ = ["HUES", "RUNGS", "Arc", "Centre", "Circle", "draw", "draw_cover", "draw_mini", "draw_phone"]
