"""Page set-up, styles and page numbers of the document."""

from typing import Any

from docx import Document
from docx.document import Document as Doc
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Twips

from concentric.exchange.word import layout
from concentric.exchange.word.layout import FACES, LATIN_LINE, LINE, Look, looks
from concentric.exchange.word.parts import element, font_table, fonts, page_number

BUILT_IN = {"title": "Title", "subtitle": "Subtitle", "heading": "Heading 1", "subheading": "Heading 2"}
KEPT = {"Normal", "Header", "Footer", "Default Paragraph Font", "Normal Table", "No List", *BUILT_IN.values()}
AUTOMATIC = {"colophon": 80, "page": 0, "chart": 120, "caption": 80}
"""Kinds whose lines are as high as what stands in them, with the air before and after."""
LANGUAGE = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW", "en": "zh-CN"}


def new_document(lang: str) -> Doc:
    """An empty document with the layout's styles and none of the template's own look."""
    document = Document()
    _strip(document)
    _defaults(document, lang)
    for kind, look in looks(lang).items():
        _style(document, kind, look, lang)
    settings = document.settings
    settings.odd_and_even_pages_header_footer = True
    # Squeezed punctuation would let a 29th character in.
    settings.element.find(qn("w:characterSpacingControl")).set(qn("w:val"), "doNotCompress")
    return document


def style_name(kind: str) -> str:
    """The document's name for a kind of block."""
    return BUILT_IN.get(kind, f"Concentric {kind}")


def _strip(document: Doc) -> None:
    """Drop what the template carries and this document doesn't use: 140 styles, a preview of an empty page."""
    for style in list(document.styles):
        if style.name not in KEPT:
            style.delete()
    for owner in (document.part.package, document.part):
        for key, relation in list(owner.rels.items()):
            if relation.reltype.endswith(("/thumbnail", "/stylesWithEffects", "/customXml")):
                del owner.rels[key]
            elif relation.reltype == RELATIONSHIP_TYPE.FONT_TABLE:
                relation.target_part._blob = font_table()  # the part is plain bytes to python-docx


def _defaults(document: Doc, lang: str) -> None:
    """Normal is the body text, so that whatever an editor adds looks like it."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for child in list(properties):
        properties.remove(child)
    body = looks(lang)["paragraph"]
    properties.append(fonts(FACES[lang].latin, body.face))
    properties.append(element("w:lang", val="en-GB", eastAsia=LANGUAGE[lang]))
    paragraph = defaults.find(qn("w:pPrDefault")).find(qn("w:pPr"))
    for child in list(paragraph):
        paragraph.remove(child)
    normal = document.styles["Normal"]
    _reset(normal.element)
    _run_look(normal.element, body, lang)


def _style(document: Doc, kind: str, look: Look, lang: str) -> None:
    name = style_name(kind)
    known = name in [style.name for style in document.styles]
    style: Any = document.styles[name] if known else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    _reset(style.element)
    _run_look(style.element, look, lang)
    _paragraph_look(style.element, kind, look, lang)
    style.quick_style, style.hidden = True, False


def _reset(style: Any) -> None:
    for name in ("w:pPr", "w:rPr"):
        for child in style.findall(qn(name)):
            style.remove(child)


def _run_look(style: Any, look: Look, lang: str) -> None:
    properties = style.get_or_add_rPr()
    properties.append(fonts(FACES[lang].latin, look.face))
    for wanted, mark in ((look.bold, "b"), (look.italic, "i")):
        properties.append(element(f"w:{mark}", val=int(wanted)))
    properties.append(element("w:color", val="000000"))
    if look.tight:
        properties.append(element("w:spacing", val=layout.CLOSER))
    properties.append(element("w:kern", val=0))
    properties.append(element("w:sz", val=int(look.size * 2)))
    properties.append(element("w:szCs", val=int(look.size * 2)))


def _paragraph_look(style: Any, kind: str, look: Look, lang: str) -> None:
    """Lines of exactly one grid step, whatever the typeface; small print keeps its own."""
    properties = style.get_or_add_pPr()
    cell = kind.startswith("cell")
    if look.level is not None or kind == "chart":
        properties.append(OxmlElement("w:keepNext"))
    # A Chinese page has its 22 lines, whatever stands in them.
    properties.append(element("w:widowControl", val=int(lang == "en")))
    if cell:  # exact: digits and Han characters of one row stand on one line
        properties.append(element("w:snapToGrid", val=0))
        properties.append(element("w:spacing", before=0, after=0, line=260, lineRule="exact"))
    elif kind in AUTOMATIC:
        air = AUTOMATIC[kind]
        properties.append(element("w:snapToGrid", val=0))
        properties.append(element("w:spacing", before=air, after=air, line=240, lineRule="auto"))
    else:
        if lang == "en":  # the grid is for Han characters
            properties.append(element("w:snapToGrid", val=0))
        line = LATIN_LINE if lang == "en" and look.size <= layout.BODY else LINE
        before, after = (n * line for n in look.space)
        properties.append(element("w:spacing", before=before, after=after, line=line, lineRule="exact"))
    if look.indent:
        properties.append(
            element("w:ind", firstLineChars=look.indent * 100, firstLine=int(look.indent * look.size * 20))
        )
    if kind in ("byline", "note"):
        properties.append(OxmlElement("w:contextualSpacing"))  # no gap between two of a kind
    properties.append(element("w:jc", val=look.align))
    if look.level:
        properties.append(element("w:outlineLvl", val=look.level - 1))


def set_page(section: Section, *, landscape: bool = False) -> None:
    """Type area and grid of GB/T 9704; a page on its side keeps its margins, turned with it."""
    width, height = layout.PAGE_WIDTH, layout.PAGE_HEIGHT
    top, right, bottom, left = layout.TOP, layout.RIGHT, layout.BOTTOM, layout.LEFT
    if landscape:
        width, height = height, width
        top, right, bottom, left = left, top, right, bottom
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Twips(width), Twips(height)
    section.top_margin, section.bottom_margin = Twips(top), Twips(bottom)
    section.left_margin, section.right_margin = Twips(left), Twips(right)
    section.header_distance, section.footer_distance = Twips(layout.twips(15)), Twips(layout.FOOTER)
    if landscape:
        section.footer_distance = Twips(layout.twips(14))
    grid = section._sectPr.find(qn("w:docGrid"))
    if grid is None:
        grid = element("w:docGrid")
        section._sectPr.append(grid)
    grid.set(qn("w:type"), "lines")
    grid.set(qn("w:linePitch"), str(LINE))


def next_section(document: Doc, *, landscape: bool = False) -> Section:
    """A section on a new page; its page numbers carry on."""
    section: Section = document.add_section(WD_SECTION.NEW_PAGE)
    for start in section._sectPr.findall(qn("w:pgNumType")):  # copied from the section before
        section._sectPr.remove(start)
    set_page(section, landscape=landscape)
    return section


def number_pages(section: Section, *, start: int | None = None) -> None:
    """Page numbers one character in from the outer edge: right on odd pages, left on even ones."""
    for footer, align, edge in (
        (section.footer, "right", "rightChars"),
        (section.even_page_footer, "left", "leftChars"),
    ):
        footer.is_linked_to_previous = False
        paragraph: Any = footer.paragraphs[0]
        paragraph.style = style_name("page")
        properties = paragraph._p.get_or_add_pPr()
        properties.append(element("w:ind", **{edge: 100}))
        properties.append(element("w:jc", val=align))
        for run in page_number():
            paragraph._p.append(run)
    if start is not None:
        numbers = element("w:pgNumType", start=start)
        # The schema wants it before the columns and the grid.
        section._sectPr.find(qn("w:cols")).addprevious(numbers)
