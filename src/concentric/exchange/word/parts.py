"""Pieces of WordprocessingML that python-docx has no words for."""

import re
from typing import Any
from xml.sax.saxutils import quoteattr

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from concentric.exchange.word.layout import ALTERNATIVES
from concentric.prove.manuscript import close

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """Text as one run of characters: what XML can't hold is dropped, a tab or a line break is a space."""
    return _UNPRINTABLE.sub("", re.sub(r"[\t\r\n\u2028\u2029]+", " ", text))


def element(name: str, **attributes: str | int) -> Any:
    """`element("w:spacing", line=579)`: an element whose attributes share its namespace."""
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def fonts(latin: str, east_asian: str) -> Any:
    """One typeface for each script, in place of the theme's."""
    return element("w:rFonts", ascii=latin, hAnsi=latin, cs=latin, eastAsia=east_asian)


def run(text: str, *, chinese: bool) -> Any:
    """A run. In Chinese text, quotation marks and dashes are told to be Chinese ones: they share their code points.

    Word makes the gap between Han characters and numbers itself, one of a kind throughout.
    """
    made = OxmlElement("w:r")
    if chinese:
        properties = OxmlElement("w:rPr")
        properties.append(element("w:rFonts", hint="eastAsia"))
        made.append(properties)
    words = OxmlElement("w:t")
    words.text = clean(close(text) if chinese else text)
    words.set(qn("xml:space"), "preserve")
    made.append(words)
    return made


def control(text: str, *, tag: str, alias: str, number: int, chinese: bool) -> Any:
    """A content control around one number, so that it is still known after an editor has worked around it."""
    made, properties, content = OxmlElement("w:sdt"), OxmlElement("w:sdtPr"), OxmlElement("w:sdtContent")
    properties.append(element("w:alias", val=clean(alias)[:64]))
    properties.append(element("w:tag", val=clean(tag)[:64]))
    properties.append(element("w:id", val=number))
    content.append(run(text, chinese=chinese))
    made.append(properties)
    made.append(content)
    return made


def bookmark(name: str, number: int) -> tuple[Any, Any]:
    """Where a bookmark starts and where it ends."""
    start = element("w:bookmarkStart", id=number)
    start.set(qn("w:name"), name)
    return start, element("w:bookmarkEnd", id=number)


def page_number() -> list[Any]:
    """Runs of "— 1 —"."""
    runs = []
    for kind in ("— ", "begin", "PAGE", "end", " —"):
        if kind in ("begin", "end"):
            made = OxmlElement("w:r")
            made.append(element("w:fldChar", fldCharType=kind))
        elif kind == "PAGE":
            made = OxmlElement("w:r")
            code = OxmlElement("w:instrText")
            code.text = " PAGE "
            code.set(qn("xml:space"), "preserve")
            made.append(code)
        else:
            made = run(kind, chinese=False)
        runs.append(made)
    return runs


def behind_the_page(inline: Any, width: int, height: int, description: str) -> Any:
    """Turn an inline picture into one that covers the whole page behind its text. Lengths are EMU."""
    anchor = parse_xml(
        f"<wp:anchor {nsdecls('wp')} distT='0' distB='0' distL='0' distR='0' simplePos='0' relativeHeight='0' "
        "behindDoc='1' locked='0' layoutInCell='1' allowOverlap='1'><wp:simplePos x='0' y='0'/>"
        "<wp:positionH relativeFrom='page'><wp:posOffset>0</wp:posOffset></wp:positionH>"
        "<wp:positionV relativeFrom='page'><wp:posOffset>0</wp:posOffset></wp:positionV>"
        f"<wp:extent cx='{width}' cy='{height}'/><wp:effectExtent l='0' t='0' r='0' b='0'/><wp:wrapNone/>"
        f"<wp:docPr id='1' name='cover' descr={quoteattr(clean(description))}/><wp:cNvGraphicFramePr/></wp:anchor>"
    )
    anchor.append(inline.graphic)
    inline.getparent().replace(inline, anchor)
    return anchor


def font_table() -> bytes:
    """Every typeface of the layout with those that may stand in for it."""
    rows = "".join(
        f"<w:font w:name={quoteattr(name)}><w:altName w:val={quoteattr(others)}/><w:charset w:val='86'/>"
        "<w:family w:val='auto'/><w:pitch w:val='variable'/></w:font>"
        for name, others in ALTERNATIVES.items()
    )
    return f"<?xml version='1.0' encoding='UTF-8' standalone='yes'?><w:fonts {nsdecls('w')}>{rows}</w:fonts>".encode()
