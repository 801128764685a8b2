"""The charts of a review: each a picture with its text alternative, and a caption under it."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import vl_convert
from docx.document import Document as Doc
from docx.shared import Mm

from concentric.exchange.word.contract import Drawing
from concentric.exchange.word.parts import bookmark, clean, element, run
from concentric.exchange.word.styles import style_name

WIDTH = 150  # millimetres of the 156 of the type area
DOTS_PER_INCH = 220
FIRST_MARK = 100_000  # numbers of bookmarks: far from those around the text's numbers


def add_chart(document: Doc, code: str, drawing: Drawing, lang: str) -> None:
    """The picture and its caption. Its name is the chart's code, so that a reader of the file knows it again."""
    png = vl_convert.svg_to_png(drawing.svg, ppi=DOTS_PER_INCH)
    paragraph: Any = document.add_paragraph(style=style_name("chart"))
    start, end = bookmark(f"chart_{code.replace('-', '_')}", FIRST_MARK + len(document.element.body))
    paragraph._p.append(start)
    inline = paragraph.add_run().add_picture(BytesIO(png), Mm(WIDTH))._inline
    inline.docPr.set("name", f"chart {code}")
    inline.docPr.set("descr", clean(drawing.sentence))
    caption: Any = document.add_paragraph(style=style_name("caption"))
    caption._p.append(run(drawing.title, chinese=lang != "en"))
    if drawing.note:
        caption.add_run().add_break()
        note = run(drawing.note, chinese=lang != "en")
        note.get_or_add_rPr().append(element("w:b", val=0))
        caption._p.append(note)
    caption._p.append(end)
