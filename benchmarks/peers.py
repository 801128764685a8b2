"""Other programs that find numbers in texts, each behind the same call; None where one isn't installed.

pip install recognizers-text-number-with-unit "emoji<2" grapheme quantulum3     # cn2an is installed anyway
"""

from __future__ import annotations

import re
from collections.abc import Callable

Find = Callable[[str, str], list[tuple[int, int, float]]]
_TOKEN = re.compile(r"[零〇一二两三四五六七八九十百千万亿\d.]+")


def _cn2an(text: str, language: str) -> list[tuple[int, int, float]]:
    """Every run of numerals that cn2an reads; it has no grammar of its own for running text."""
    import cn2an

    found = []
    for match in _TOKEN.finditer(text):
        try:
            found.append((match.start(), match.end(), float(cn2an.cn2an(match[0], "smart"))))
        except (ValueError, KeyError):
            continue
    return found


def _recognizers() -> Find | None:
    try:
        from recognizers_number import Culture, recognize_number
        from recognizers_number_with_unit import recognize_currency, recognize_dimension
    except ImportError:
        return None

    def find(text: str, language: str) -> list[tuple[int, int, float]]:
        culture = Culture.Chinese if language == "zh" else Culture.English
        found = {}
        for recognize in (recognize_number, recognize_currency, recognize_dimension):
            for one in recognize(text, culture):
                value = (one.resolution or {}).get("value")
                if value is not None:
                    found[one.start] = (one.start, one.end + 1, float(value))
        return list(found.values())

    return find


def _quantulum() -> Find | None:
    try:
        from quantulum3 import parser
    except ImportError:
        return None

    def find(text: str, language: str) -> list[tuple[int, int, float]]:
        return [(*one.span, float(one.value)) for one in parser.parse(text)] if language == "en" else []

    return find


PEERS: dict[str, Find | None] = {"cn2an": _cn2an, "Recognizers-Text": _recognizers(), "quantulum3": _quantulum()}
