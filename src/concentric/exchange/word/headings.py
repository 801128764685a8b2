"""Numbers of headings: 一、 and （一） in Chinese, 1. and 1.1 in English, unless the writer has set them."""

import re

from concentric.prove.manuscript import Block

WRITTEN = re.compile(
    r"^\s*(?:第?[一二三四五六七八九十百]+[、章节部]|[（(][一二三四五六七八九十]+[)）]|\d+(?:\.\d+)*[.、\s])"
)
_DIGITS = "〇一二三四五六七八九"


def prefixes(blocks: tuple[Block, ...], lang: str) -> tuple[str, ...]:
    """What goes before each block's text; empty for all but headings without a number of their own."""
    out, first, second = [], 0, 0
    for block in blocks:
        prefix = ""
        if block.kind == "heading":
            first, second = first + 1, 0
            prefix = f"{first}. " if lang == "en" else f"{han(first)}、"
        elif block.kind == "subheading":
            second += 1
            prefix = f"{first}.{second} " if lang == "en" else f"（{han(second)}）"
        out.append("" if WRITTEN.match(block.text) else prefix)
    return tuple(out)


def han(n: int) -> str:
    """1 to 99 as headings are counted: 一, 十, 十一, 二十一."""
    tens, ones = divmod(n, 10)
    return ("" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十") + (
        _DIGITS[ones] if ones or not tens else ""
    )
