"""The last pages: where each number of the text comes from, and which ledger it was printed from."""

from collections.abc import Sequence
from typing import Any

from docx.document import Document as Doc
from docx.oxml.ns import qn
from docx.shared import Mm

from concentric.core.terms.words import say
from concentric.exchange.word.contract import RUNGS, Evidence, Facts
from concentric.exchange.word.parts import element, run
from concentric.exchange.word.styles import style_name

# Millimetres; together the 225 mm of a type area on its side.
COLUMNS: dict[str, int] = {"no": 9, "printed": 24, "definition": 57, "strength": 18}
COLUMNS |= dict.fromkeys(RUNGS, 18) | {"denominator": 18, "records": 12, "lag": 15}
UNKNOWN = "—"
FIGURES: set[str] = {"no", *RUNGS, "denominator", "records", "lag"}


def add_appendix(document: Doc, rows: Sequence[Evidence], facts: Facts, lang: str) -> None:
    """Heading, a sentence on how to read it, the table, and the ledger's size and root."""
    _paragraph(document, "appendix", say("word-appendix", lang), lang)
    _paragraph(document, "colophon", say("word-appendix-about", lang), lang)
    table: Any = document.add_table(rows=1, cols=len(COLUMNS))
    _shape(table)
    for cell, name, head in zip(table.rows[0].cells, COLUMNS, headings(lang), strict=True):
        _write(cell, head, "cell head", lang, end=name in FIGURES)
    table.rows[0]._tr.get_or_add_trPr().append(element("w:tblHeader"))
    for n, row in enumerate(rows, 1):
        made = table.add_row()
        made._tr.get_or_add_trPr().append(element("w:cantSplit"))
        said = texts(n, row, lang)
        for cell, name in zip(made.cells, COLUMNS, strict=True):
            _write(cell, said[name], "cell", lang, end=name in FIGURES, bold=name == row.strength)
    _widths(table)
    for line in colophon(facts, lang):
        _paragraph(document, "colophon", line, lang)


def colophon(facts: Facts, lang: str) -> list[str]:
    """The last lines: which ledger the numbers rest on, and in which script they were frozen if in another."""
    size = say("word-ledger", lang, size=facts.ledger_size, date=facts.as_of)
    return [line for line in (size, say("word-root", lang, root=facts.ledger_root), facts.script) if line]


def headings(lang: str) -> list[str]:
    """The heading of each column."""
    return [say(f"picture-{name}" if name in RUNGS else f"word-column-{name}", lang) for name in COLUMNS]


def texts(n: int, row: Evidence, lang: str) -> dict[str, str]:
    """The cells of one row by their columns; `n` counts rows from 1."""
    rungs = row.rungs or {}
    return {
        "no": str(n),
        "printed": row.printed,
        "definition": row.definition,
        "strength": _strength(row, lang),
        **{rung: rungs.get(rung) or UNKNOWN for rung in RUNGS},
        "denominator": row.denominator or UNKNOWN,
        "records": UNKNOWN if row.records is None else f"{row.records:,}",
        "lag": _lag(row.lag_days, lang),
    }


def _lag(days: int | None, lang: str) -> str:
    """A plan is entered before its day: that is said, not printed as a negative number."""
    if days is None:
        return UNKNOWN
    return say("word-days", lang, days=days) if days >= 0 else say("word-days-before", lang, days=-days)


def _strength(row: Evidence, lang: str) -> str:
    if row.strength == "outside":
        return say("word-outside", lang)
    return say(f"picture-{row.strength}", lang) if row.strength else UNKNOWN


def _shape(table: Any) -> None:
    """Three rules as in a printed table, fixed columns, a little air."""
    properties = table._tbl.tblPr
    borders = element("w:tblBorders")
    for edge, size in (("top", 8), ("bottom", 8), ("insideH", 2)):
        borders.append(element(f"w:{edge}", val="single", sz=size, space=0, color="000000" if size > 2 else "B9B4A9"))
    margins = element("w:tblCellMar")
    for edge, width in (("top", 40), ("left", 50), ("bottom", 40), ("right", 50)):
        margins.append(element(f"w:{edge}", w=width, type="dxa"))
    look = properties.find(qn("w:tblLook"))
    look.addprevious(borders)
    look.addprevious(margins)


def _widths(table: Any) -> None:
    """On the grid for LibreOffice, on every cell for Word."""
    table.autofit = False
    for column, width in zip(table.columns, COLUMNS.values(), strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, COLUMNS.values(), strict=True):
            cell.width = Mm(width)


def _write(cell: Any, text: str, kind: str, lang: str, *, end: bool, bold: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = style_name(kind)
    made = run(text, chinese=lang != "en")
    paragraph._p.append(made)
    if bold:
        made.get_or_add_rPr().append(element("w:b"))
    if end:
        paragraph._p.get_or_add_pPr().append(element("w:jc", val="right"))


def _paragraph(document: Doc, kind: str, text: str, lang: str) -> None:
    paragraph: Any = document.add_paragraph(style=style_name(kind))
    paragraph._p.append(run(text, chinese=lang != "en"))
