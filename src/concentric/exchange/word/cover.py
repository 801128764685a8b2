"""The cover: the concentric picture as a page of its own."""

import re
from functools import cache
from html import unescape
from io import BytesIO

import vl_convert
from docx.document import Document as Doc
from docx.shared import Mm

from concentric.core.terms.findings import Finding
from concentric.exchange.word.parts import behind_the_page
from concentric.prove.picture.cover import SANS

DOTS_PER_INCH = 200
_PROBE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">'
    '<text y="30" font-size="30" font-family="{family}">{character}</text></svg>'
)


def add_cover(document: Doc, svg: str) -> tuple[Finding, ...]:
    """Put an A4 drawing behind the document's first paragraph; says so if this machine can't draw Chinese."""
    png = vl_convert.svg_to_png(svg, ppi=DOTS_PER_INCH)
    inline = document.paragraphs[0].add_run().add_picture(BytesIO(png), Mm(210), Mm(297))._inline
    behind_the_page(inline, Mm(210), Mm(297), described(svg))
    return () if draws_chinese() else (Finding("word-no-chinese-font", severity="warning"),)


@cache
def draws_chinese() -> bool:
    """Whether the drawing engine finds a typeface with Han characters: without one, all of them look the same."""
    family = SANS["zh-Hans"].replace("'", "")
    one, other = (vl_convert.svg_to_png(_PROBE.format(family=family, character=character)) for character in "合圈")
    return one != other


def described(svg: str) -> str:
    """A drawing's own text alternative."""
    said = (re.search(rf"<{name}[^>]*>(.*?)</{name}>", svg, re.DOTALL) for name in ("title", "desc"))
    return " ".join(unescape(match[1]) for match in said if match)
