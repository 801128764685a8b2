"""Measures and typefaces of the page. Lengths are twips (1/20 point), as Word counts them.

GB/T 9704-2012, 5.2: A4, type area 156 x 225 mm, 22 lines of 28 characters of size three (16 pt). So a line is
225 mm / 22 = 28.95 pt high and a character 156 mm / 28 = 15.79 pt wide.
"""

from dataclasses import dataclass

LINES, CHARACTERS = 22, 28


def twips(mm: float) -> int:
    """Millimetres in twips, rounded down: a type area a hair too large never costs a line."""
    return int(mm * 1440 / 25.4)


PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838  # A4 as Word itself writes it
TOP, BOTTOM, LEFT, RIGHT = twips(37), twips(35), twips(28), twips(26)
FOOTER = twips(25)  # puts the dashes of the page number 7 mm below the type area
LINE = (PAGE_HEIGHT - TOP - BOTTOM) // LINES
LATIN_LINE = (PAGE_HEIGHT - TOP - BOTTOM) // 30  # Latin letters are smaller than their squares
BODY = 16  # points
# 28 characters of 16 pt are 5.8 pt wider than the type area, so each stands 0.25 pt (5 twips) closer to the next.
# Word's own grid of characters would do the same, but LibreOffice gives a character wider than its cell two cells.
CLOSER = -5


@dataclass(frozen=True)
class Faces:
    """East Asian typefaces by their place in the document, and the Latin one."""

    title: str
    body: str
    heading: str
    subheading: str
    page: str
    latin: str = "Times New Roman"


FACES = {
    "zh-Hans": Faces("方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"),
    "zh-Hant": Faces("標楷體", "標楷體", "微軟正黑體", "標楷體", "新細明體"),
    "en": Faces("Times New Roman", "Times New Roman", "Times New Roman", "Times New Roman", "Times New Roman"),
}

# Where a typeface is missing, Word, WPS and LibreOffice try these, in this order.
ALTERNATIVES = {
    "方正小标宋简体": "方正小标宋_GBK,华文中宋,STZhongsong,宋体,Noto Serif CJK SC",
    "仿宋_GB2312": "仿宋,FangSong,华文仿宋,STFangsong,朱雀仿宋,Zhuque Fangsong,Noto Serif CJK SC",
    "楷体_GB2312": "楷体,KaiTi,华文楷体,STKaiti,Noto Serif CJK SC",
    "黑体": "SimHei,华文黑体,STHeiti,Noto Sans CJK SC",
    "宋体": "SimSun,华文宋体,STSong,Noto Serif CJK SC",
    "標楷體": "DFKai-SB,BiauKai,Noto Serif CJK TC",
    "微軟正黑體": "Microsoft JhengHei,PingFang TC,Noto Sans CJK TC",
    "新細明體": "PMingLiU,Noto Serif CJK TC",
}


@dataclass(frozen=True)
class Look:
    """How one kind of block looks. `indent` counts characters of the first line; `space` counts lines before, after."""

    face: str
    size: float
    align: str = "both"
    bold: bool = False
    italic: bool = False
    indent: int = 0
    space: tuple[int, int] = (0, 0)
    level: int | None = None
    tight: bool = False


def looks(lang: str) -> dict[str, Look]:
    """The look of each kind of block. Chinese tells levels by typeface, English by weight and slope."""
    faces, latin = FACES[lang], lang == "en"
    tight = not latin
    body = 14.0 if latin else float(BODY)
    small = 12.0 if latin else 14.0
    return {
        "title": Look(faces.title, 22, "center", bold=latin, space=(1, 0), level=0),
        "subtitle": Look(faces.subheading, body, "center", italic=latin, tight=tight),
        "heading": Look(faces.heading, body, "left", bold=latin, indent=0 if latin else 2, level=1, tight=tight),
        "subheading": Look(
            faces.subheading, body, "left", bold=latin, italic=latin, indent=0 if latin else 2, level=2, tight=tight
        ),
        "paragraph": Look(faces.body, body, indent=2, tight=tight),
        "byline": Look(faces.subheading, body, "right", space=(1, 0), tight=tight),
        "note": Look(faces.subheading, small, indent=2, space=(1, 0)),
        "chart": Look(faces.page, 10.5, "center"),
        "caption": Look(faces.heading, 10.5, "center", bold=latin),
        "page": Look(faces.page, 14),
        "cell": Look(faces.page, 8.5 if latin else 9, "left"),
        "cell head": Look(faces.heading, 8.5 if latin else 9, "left", bold=latin),
        "appendix": Look(faces.heading, body, "left", bold=latin, level=1),
        "colophon": Look(faces.body, 10.5, "left"),
    }
