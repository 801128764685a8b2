"""Typefaces of the PDF by their place in the document: those of GB/T 9704 first, then what a Debian machine has.

A family that is missing is passed over; typst then takes the next one for each character that it can't draw.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import typst

_HANS = {"serif": "Noto Serif CJK SC", "sans": "Noto Sans CJK SC", "kai": "LXGW WenKai"}
_HANT = {"serif": "Noto Serif CJK TC", "sans": "Noto Sans CJK TC", "kai": "AR PL UKai TW"}
_TIMES = ("Times New Roman", "Liberation Serif", "TeX Gyre Termes")
_LATIN = (*_TIMES, "Noto Serif", "Libertinus Serif")
WISHED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "zh-Hans": {
        "title": ("FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "STZhongsong", "华文中宋", _HANS["serif"]),
        "body": (
            "FangSong_GB2312",
            "FangSong",
            "STFangsong",
            "FZFangSong-Z02",
            "Zhuque Fangsong (technical preview)",
            "Zhuque Fangsong",
            _HANS["serif"],
        ),
        "heading": ("SimHei", "STHeiti", "FZHei-B01", _HANS["sans"]),
        "subheading": ("KaiTi_GB2312", "KaiTi", "STKaiti", "FZKai-Z03", _HANS["kai"], _HANS["serif"]),
        "page": ("SimSun", "STSong", _HANS["serif"]),
    },
    "zh-Hant": {
        "title": ("DFKai-SB", "BiauKai", "Kaiti TC", _HANT["kai"], _HANT["serif"]),
        "body": ("DFKai-SB", "BiauKai", "Kaiti TC", _HANT["kai"], _HANT["serif"]),
        "heading": ("Microsoft JhengHei", "PingFang TC", _HANT["sans"]),
        "subheading": ("DFKai-SB", "BiauKai", "Kaiti TC", _HANT["kai"], _HANT["serif"]),
        "page": ("PMingLiU", "Songti TC", _HANT["serif"]),
    },
    "en": dict.fromkeys(("title", "body", "heading", "subheading", "page"), (*_LATIN, _HANS["serif"])),
}


@cache
def installed() -> frozenset[str]:
    """Every family that this machine has."""
    return frozenset(typst.Fonts().families())


def faces(lang: str) -> dict[str, list[str]]:
    """The families for each place that are there, the best first; Latin letters in a face of their own."""
    known = installed()
    latin = [name for name in _TIMES if name in known]
    found = {}
    for place, wished in WISHED[lang].items():
        there = [name for name in wished if name in known] or list(_LATIN[-1:])
        found[place] = [*latin[:1], *there] if place in ("body", "page") else there
    return found


def quotes(lang: str) -> list[str]:
    """The families that quotation marks are taken from: Chinese ones share their code points with narrow Latin ones."""
    page = WISHED[lang]["page"]
    return [name for name in page if name in installed()] or list(page[-1:])


def draws_chinese() -> bool:
    """Whether any family with Han characters is there."""
    wished = {name for lang in ("zh-Hans", "zh-Hant") for names in WISHED[lang].values() for name in names}
    return bool(wished & installed())
